"""What is read, what is refused, and that one word makes a difference."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import sayso
import small_tables as tables
from sayso.compiler import compiling, reader
from sayso.grammar.task import Task

HERE = Path(__file__).parent
TASK = Task("t", ("no", "yes"))


def lines(name):
    text = (HERE / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


READINGS = lines("readings.txt")
PAIRS = [line.split(" | ") for line in lines("minimal_pairs.txt")]


def compiled(condition):
    return sayso.compile([sayso.Explanation(condition, "yes")], task=TASK)


@pytest.mark.parametrize(("said", "echo"), list(zip(READINGS[::2], READINGS[1::2], strict=True)))
def test_the_best_reading_is_the_one_meant(said, echo):
    program = compiled(said)
    assert not program.diagnostics
    assert program.lfs[0].when == echo.strip().removeprefix("=> ")


@pytest.mark.parametrize("line", lines("refusals.txt"))
def test_what_has_no_meaning_is_refused_with_a_reason(line):
    said, code, part = line.split(" | ")
    program = compiled(said)
    assert not program.lfs
    assert [d.code for d in program.diagnostics] == [code]
    assert part in str(program.diagnostics[0])


@pytest.mark.parametrize(("first", "second", "text"), PAIRS)
def test_one_word_makes_the_difference(first, second, text):
    votes = [compiled(said).lfs[0]({"text": text}) for said in (first, second)]
    assert votes == [1, -1]


def test_a_list_is_used_by_its_name():
    program = sayso.compile('task t: a, b\nlet fruit = "apple", any form of "pear"\na if it mentions two of fruit')
    assert program.lfs[0]("an apple and apples") == -1
    assert program.lfs[0]("pears and an apple") == 0


def test_a_way_of_matching_holds_for_the_bare_quotes_behind_it():
    lf = compiled('it mentions the characters "ab" or "cd"').lfs[0]
    assert lf("xcdx") == 1
    assert lf("xefx") == -1


def test_all_readings_of_an_ambiguous_explanation_are_kept():
    lf = compiled('it mentions "a" or it mentions "b" and it has a link').lfs[0]
    assert len(lf.alternatives) == 1


def test_the_reading_that_holds_on_its_example_is_chosen():
    said = 'it mentions "a" or it mentions "b" and it has a link'
    plain = compiled(said).lfs[0]
    guided = sayso.compile([sayso.Explanation(said, "yes", example={"text": "a http://x.com"})], task=TASK).lfs[0]
    assert guided.when == plain.when
    assert plain({"text": "a"}) == 1


def test_an_explanation_that_contradicts_its_example_is_reported():
    program = sayso.compile([sayso.Explanation('it mentions "a"', "yes", example={"text": "b"})], task=TASK)
    assert [d.code for d in program.diagnostics] == ["SAY206"]


@pytest.mark.parametrize("size", [10, 40])
def test_long_conjunctions_and_lists_are_read(size):
    said = " and ".join(f'it mentions "w{i}" right after "x"' for i in range(size))
    assert len(compiled(said).lfs) == 1
    many = ", ".join(f'"w{i}"' for i in range(size * 10))
    assert len(compiled(f"it mentions any of {many}").lfs[0].condition.what.items) == size * 10


def test_a_hundred_thousand_words_are_refused_at_once():
    program = compiled("it mentions " + '"x" or ' * 100_000 + '"y"')
    assert [d.code for d in program.diagnostics] == ["SAY107"]


VARIETY = lines("variety_readings.txt")
TYPOS = [line.split(" | ") for line in lines("typos.txt")]


@pytest.mark.parametrize(("said", "echo"), list(zip(VARIETY[::2], VARIETY[1::2], strict=True)))
def test_what_strangers_type_is_read_with_a_note_for_every_liberty(said, echo):
    program = compiled(said)
    meant, _, codes = echo.strip().removeprefix("=> ").partition(" [")
    assert program.lfs[0].when == meant
    assert [d.code for d in program.diagnostics] == codes.rstrip("]").split()


@pytest.mark.parametrize(("misspelled", "meant"), TYPOS)
def test_a_misspelled_word_of_ours_is_read_as_it_was_meant_with_a_note(misspelled, meant):
    program = compiled(misspelled)
    assert program.lfs[0].condition == compiled(meant).lfs[0].condition
    assert [(d.code, d.severity) for d in program.diagnostics] == [("SAY130", "note")]
    assert misspelled[program.diagnostics[0].place.column - 1] != '"'


def test_nothing_inside_quotes_is_corrected():
    assert compiled('it mentions "contians teh wrods"').lfs[0].when == 'it mentions "contians teh wrods"'


def test_words_of_the_example_need_no_quotes():
    row = {"text": "my dear wife is here"}
    lf = sayso.compile([sayso.Explanation("dear wife is in it", "yes", example=row)], task=TASK)
    assert lf.lfs[0].when == 'it mentions "dear wife"'
    assert [d.code for d in lf.diagnostics] == ["SAY132"]


TABLE_READINGS = lines("tables_readings.txt")


@pytest.mark.parametrize(("said", "echo"), list(zip(TABLE_READINGS[::2], TABLE_READINGS[1::2], strict=True)))
def test_the_best_reading_about_a_table_is_the_one_meant(said, echo):
    program = sayso.compile([sayso.Explanation(said, "yes")], tables.CORPUS, task=TASK)
    assert not program.errors
    assert program.lfs[0].when == echo.strip().removeprefix("=> ")


@pytest.mark.parametrize("line", lines("tables_pairs.txt"))
def test_one_word_about_a_table_makes_the_difference(line):
    first, second, row = line.split(" | ")
    made = [sayso.compile([sayso.Explanation(s, "yes")], tables.CORPUS, task=TASK).lfs[0] for s in (first, second)]
    assert [lf(json.loads(row)) for lf in made] == [1, -1]


@pytest.mark.parametrize("line", lines("tables_refusals.txt"))
def test_what_means_nothing_of_a_table_is_refused_with_a_reason(line):
    said, code, part = line.split(" | ")
    program = sayso.compile([sayso.Explanation(said, "yes")], tables.CORPUS, task=TASK)
    assert not program.lfs
    assert code in [d.code for d in program.diagnostics]
    assert part in "\n".join(map(str, program.diagnostics))


@pytest.mark.parametrize(
    ("said", "echo"),
    [
        ("the use of salt is over 3", "the use_of_salt is more than 3"),
        ("the use of salt is present", "the use_of_salt is present"),
    ],
)
def test_a_phrase_within_the_name_of_a_column_is_its_name(said, echo):
    corpus = sayso.Corpus.from_rows({"text": ["a", "b"], "use_of_salt": [2.5, 4.0]}, text="text", cache=False)
    assert sayso.compile([sayso.Explanation(said, "yes")], corpus, task=TASK).lfs[0].when == echo


def test_a_corpus_without_now_says_how_to_give_it():
    corpus = sayso.Corpus.from_rows({"text": ["a"], "day": ["2024-03-01"]})
    program = sayso.compile([sayso.Explanation("the day is in the last month", "yes")], corpus, task=TASK)
    assert "--now" in str(program.diagnostics[0])


def test_now_may_be_a_column():
    rows = [{"day": "2024-03-01", "seen": "2024-03-31"}, {"day": "2024-02-28", "seen": "2024-03-31"}]
    corpus = sayso.Corpus.from_rows(rows, now="seen")
    program = sayso.compile([sayso.Explanation("the day is in the last month", "yes")], corpus, task=TASK)
    assert program.apply(corpus).votes[:, 0].tolist() == [1, -1]
    assert [program.lfs[0](row) for row in rows] == [1, -1]


def test_a_table_without_text_says_so():
    corpus = sayso.Corpus.from_rows({"age": [1, 2], "sex": ["f", "m"], "job": ["a", "b"]})
    program = sayso.compile([sayso.Explanation('it mentions "x"', "yes")], corpus, task=TASK)
    assert "--text" in str(program.diagnostics[0])


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("it mentions hateful language", "SAY133"),
        ("it mentions team enthusiastically", "SAY101"),
        ("it mentions my favourite band very often", "SAY101"),
        ("it mentions angry customers who complain", "SAY133"),
        ("it has typos or mistakes in it", "SAY101"),
        ("it contains slang or swearing", "SAY133"),
        ("it contains coach", "SAY101"),
    ],
)
def test_what_is_mentioned_and_is_no_word_of_the_text_is_refused(said, code):
    program = compiled(said)
    assert not program.lfs
    assert {d.code for d in program.errors} == {code}


def broken(*_):
    raise TypeError("nobody thought of that")


@pytest.mark.parametrize("where", ["a rule", "its remarks", "what is wrong with it"])
def test_a_fault_of_our_own_in_one_explanation_leaves_the_others(monkeypatch, where):
    says = {"a rule": "it has at least 3 links", "its remarks": "it has many links", "what is wrong with it": "it has"}
    if where == "a rule":
        monkeypatch.setitem(reader.RULES, "at_least", broken)
    elif where == "its remarks":
        remarks = compiling.remarks
        monkeypatch.setattr(
            compiling, "remarks", lambda of, result: broken() if "many" in of.text else remarks(of, result)
        )
    else:
        monkeypatch.setattr(compiling, "diagnose", broken)
    given = [sayso.Explanation(says[where], "yes"), sayso.Explanation('it mentions "a"', "no")]
    program = sayso.compile(given, task=TASK)
    assert [lf.when for lf in program.lfs] == ['it mentions "a"']
    assert [d.code for d in program.errors] == ["SAY141"]
    assert "nobody thought of that" in str(program.errors[0])


def test_what_stands_short_in_a_columns_name_may_be_written_out():
    corpus = sayso.Corpus.from_rows([{"text": "a", "dep_delay": 5, "dest": "JFK"}], text="text", cache=False)
    given = [
        sayso.Explanation("the departure delay is over 20", "yes"),
        sayso.Explanation('the destination is "JFK"', "yes"),
    ]
    program = sayso.compile(given, corpus, task=TASK)
    assert [lf.when for lf in program.lfs] == ["the dep_delay is more than 20", 'the dest is "JFK"']
    assert [d.code for d in program.diagnostics].count("SAY140") == 1  # "departure" is on the list
