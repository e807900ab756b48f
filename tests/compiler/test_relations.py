"""What is said of arguments and entities: readings, pairs that one word tells apart, real explanations."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import sayso
from data import real_file
from sayso.compiler.english import english
from sayso.compiler.passes import canonical
from sayso.compiler.reader import read
from sayso.compiler.scope import Scope
from sayso.corpora.schema import Schema
from sayso.grammar.diagnostics import SaysoError
from sayso.grammar.task import Task

HERE = Path(__file__).parent
TASK = Task("t", ("no", "yes"))
SCOPE = Scope(schema=Schema(("text",), ("person1", "person2"), "ner"))


def lines(name):
    text = (HERE / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


READINGS = lines("relations_readings.txt")
PEOPLE = ("Bob Hill", "Bob", "Ann Hill", "Ann", "Tom")


@pytest.mark.parametrize(("said", "echo"), list(zip(READINGS[::2], READINGS[1::2], strict=True)))
def test_the_best_reading_is_the_one_meant_and_reads_back(said, echo):
    best = canonical(read(said, SCOPE).meanings[0][1])
    assert english(best) == echo.strip().removeprefix("=> ")
    assert canonical(read(english(best), SCOPE).meanings[0][1]) == best


def marked(text):
    """A row of a text in which the arguments are marked, with its people as entities."""
    row, plain = {}, ""
    for piece in re.split(r"(\[\d[^\]]*\])", text):
        if re.match(r"\[\d", piece):
            row[f"person{piece[1]}"] = (len(plain), len(plain) + len(piece) - 3)
            piece = piece[2:-1]
        plain += piece
    found = re.finditer("|".join(PEOPLE), plain)
    return {"text": plain, **row, "ner": [(*match.span(), "PERSON") for match in found]}


@pytest.mark.parametrize(("first", "second", "text"), [line.split(" | ") for line in lines("relations_pairs.txt")])
def test_one_word_makes_the_difference(first, second, text):
    corpus = sayso.Corpus.from_rows([marked(text)], text="text", spans=["person1", "person2"], entities="ner")
    lfs = sayso.compile([sayso.Explanation(said, "yes") for said in (first, second)], corpus, task=TASK).lfs
    assert [lf(corpus.row(0)) for lf in lfs] == [1, -1]


def test_what_a_corpus_lacks_is_said_with_the_way_to_get_it():
    corpus = sayso.Corpus.from_rows([{"text": "Ann met Tom"}], text="text")
    other = sayso.Corpus.from_rows([marked("[1Ann] met [2Tom]")], text="text", spans=["person1"], entities="ner")
    program = sayso.compile("task t: a, b\na if person1 is a person\nb if X is a place", other)
    with pytest.raises(SaysoError, match=r"SAY05[56]"):
        program.apply(corpus)
    program = sayso.compile('task t: a, b\na if it mentions a place\nb if it mentions "met"', corpus)
    assert [d.code for d in program.errors] == ["SAY055"]
    assert len(program.lfs) == 1


def test_a_column_named_like_an_entity_is_the_column():
    rows = [{"text": "Lithium and a tremor", "chemical": (0, 7), "disease": (14, 20)}]
    corpus = sayso.Corpus.from_rows(rows, text="text", spans=["chemical", "disease"])
    program = sayso.compile('task t: a, b\na if "and" is between the chemical and the disease', corpus)
    assert not program.errors
    assert program.lfs[0](rows[0]) == 0


@pytest.mark.parametrize(
    "said",
    [
        'it does not mention "aunt" between them or "uncle"',
        '"aunt" alone is between them or "uncle"',
        'X is a person or "uncle"',
        "nothing else is there",
        "nothing else is in the text",
        '"wife" is between them, but not as part of "husband"',
    ],
)
def test_where_something_stands_is_never_guessed(said):
    assert not read(said, SCOPE).meanings


@pytest.mark.parametrize("tagged", [False, True])
@pytest.mark.parametrize(
    "said",
    [
        "diseases right after chemical",
        "a disease is right after the chemical",
        "all diseases are after 'x'",
        "'x' is right before the diseasee",
        "a drug is mentioned before 'x'",
        "no diseases between the chemical and the disease",
        "there are no chemicals between them",
        "a chemical is after the chemical",
        "a disease or a person is before 'x'",
        "there are three diseases before the chemical",
        "the chemical is a disease",
    ],
)
def test_a_kind_and_the_argument_called_by_it_read_back_as_what_they_are(said, tagged):
    schema = Schema(("text",), ("chemical", "disease"), entities="entities" if tagged else None)
    meaning = canonical(read(said, Scope(schema=schema)).meanings[0][1])
    assert canonical(read(english(meaning), Scope(schema=schema)).meanings[0][1]) == meaning


@pytest.mark.parametrize(
    ("said", "tagged", "untagged"),
    [
        (
            "diseases right after chemical",
            "it mentions a disease right after chemical",
            "chemical is right before disease",
        ),
        ("a drug is before 'x'", 'it mentions a chemical before "x"', 'it mentions "x" after chemical'),
        ("the disease is after 'x'", 'it mentions "x" before disease', 'it mentions "x" before disease'),
        (
            "no diseases between chemical and disease",
            "it does not mention a disease between chemical and disease",
            "it does not mention a disease between chemical and disease",
        ),
    ],
)
def test_without_entities_a_thing_of_a_kind_is_the_argument(said, tagged, untagged):
    for entities, echo in (("entities", tagged), (None, untagged)):
        schema = Schema(("text",), ("chemical", "disease"), entities=entities)
        assert english(canonical(read(said, Scope(schema=schema)).meanings[0][1])) == echo


def test_the_only_argument_is_called_t_or_the_target():
    scope = Scope(schema=Schema(("text",), ("dish",)))
    for said in ("$T$", "the target", "the dish", "$dish$", "the aspect"):
        assert (
            english(canonical(read(f'"fine" is before {said}', scope).meanings[0][1]))
            == 'it mentions "fine" before dish'
        )


def rows_of(name):
    """The real explanations of a file, with the row that each was given for where there is one."""
    for line in real_file(f"explanations/{name}.jsonl").read_text(encoding="utf-8").splitlines():
        given = json.loads(line)
        row = {key: given[key] for key in ("text", "person1", "person2") if key in given}
        for argument, mark in {"SUBJ": r"SUBJ-\w+", "OBJ": r"OBJ-\w+", "T": r"\$T\$"}.items():
            found = re.search(mark, row.get("text", ""))
            if found is not None:
                row[argument] = found.span()
        yield given["explanation"], row


@pytest.mark.parametrize(
    ("name", "spans", "read_at_least", "kept_at_least"),
    [
        ("spouse", ("person1", "person2"), 70, 0.9),
        ("semeval", ("SUBJ", "OBJ"), 102, 0.9),
        ("restaurant", ("T",), 75, 0.9),
    ],
)
def test_real_explanations_are_read_and_hold_on_their_rows(name, spans, read_at_least, kept_at_least):
    scope = Scope(schema=Schema(("text",), spans, "ner"))
    understood, held = 0, []
    for said, row in rows_of(name):
        meanings = read(said, scope, locate=False).meanings
        understood += bool(meanings)
        if meanings and "text" in row:
            lf = sayso.LF("LF1", 1, TASK, canonical(meanings[0][1]), scope.schema)
            needs_entities = "person" in lf.when.replace("person1", "").replace("person2", "") or "place" in lf.when
            held += [] if needs_entities or "people" in lf.when else [lf(row) == 1]
    assert understood >= read_at_least
    assert sum(held) >= kept_at_least * len(held), (sum(held), len(held))


@pytest.mark.parametrize(
    "said",
    [
        'X or Y is "aunt", and "of" comes right after it',
        'either X or Y is in capitals, and "of" is right before it',
        'the last three letters of X are "nine"',
        'X is before Y, unless "no" comes right before it',
        "X stands between the two",
        '"aunt" is between X and Y, which is in capitals',
        '"aunt" is in a sentence that does not have "no" and "of"',
        "X and Y are not adjacent or in the same sentence",
        "X and X is after Y",
        '"Senator" is right before X also right before Y',
    ],
)
def test_what_a_pronoun_or_a_number_does_not_tell_clearly_is_refused(said):
    assert not read(said, SCOPE).meanings


def test_what_stands_beside_an_argument_is_looked_for_around_it():
    rows = [marked("[1Bob] said: wow, [2Ann] won"), marked("[1BOB], it was [2Ann]"), marked("[1BOB] and [2Ann]")]
    corpus = sayso.Corpus.from_rows(rows, text="text", spans=["person1", "person2"], entities="ner")
    said = "person1 is in capitals and has a comma right after it"
    (lf,) = sayso.compile([sayso.Explanation(said, "yes")], corpus, task=TASK).lfs
    assert [lf(corpus.row(i)) for i in range(3)] == [-1, 1, -1]


def test_characters_at_the_end_of_an_argument_are_told_from_those_behind_it():
    rows = [{"text": "All trees sit in its forest.", "x": span} for span in ((4, 9), (17, 20), (0, 3), (21, 27))]
    corpus = sayso.Corpus.from_rows(rows, text="text", spans=["x"], cache=False)
    (lf,) = sayso.compile([sayso.Explanation('x ends with the letter "s"', "yes")], corpus, task=TASK).lfs
    assert [lf(row) for row in rows] == [1, 1, -1, -1]


def test_where_the_rows_have_no_arguments_it_is_told_how_to_name_them():
    refused = sayso.compile('task t: no, yes\nyes because "and" is between X and Y').errors[0]
    assert (refused.code, refused.place.column) == ("SAY101", 30)
    assert "--spans COLUMN,COLUMN" in str(refused)
