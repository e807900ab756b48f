"""Ambiguous explanations: which reading is preferred, what removes one, and that the last one always stays."""

from __future__ import annotations

from pathlib import Path

import pytest
import sayso
from sayso.compiler.ambiguity import FILTERS, Evidence, at_most, grouped, sift
from sayso.compiler.passes import canonical
from sayso.compiler.reader import read
from sayso.grammar.task import Task

TASK = Task("t", ("no", "yes"))
SAID = 'it mentions "a" or it mentions "b" and it has a link'
EITHER = 'it mentions "a" or it mentions all of "b", a link'
BOTH = 'it mentions any of "a", "b" and it mentions a link'
LINES = [
    line
    for line in (Path(__file__).parent / "preferences.txt").read_text(encoding="utf-8").splitlines()
    if line.strip() and not line.startswith("#")
]


def meaning(said):
    return canonical(read(said).meanings[0][1])


def corpus(texts, gold=None, least=200):
    """At least ``least`` rows: the texts again and again."""
    times = -(-least // len(texts))
    rows = [{"text": text, **({} if gold is None else {"gold": gold[i]})} for i, text in enumerate(texts)] * times
    return sayso.Corpus.from_rows(rows, text="text", gold=None if gold is None else "gold")


def only(program):
    (lf,) = program.lfs
    return lf


def compiled(*explanations, **options):
    made = [e if isinstance(e, sayso.Explanation) else sayso.Explanation(e, "yes") for e in explanations]
    return sayso.compile(made, task=TASK, **options)


def reasons(lf):
    return {reading.english: reading.removed and reading.removed.code for reading in lf.alternatives}


@pytest.mark.parametrize("lines", list(zip(LINES[::3], LINES[1::3], LINES[2::3], strict=True)), ids=lambda t: t[0])
def test_the_preference_is_the_documented_one(lines):
    said, first, other = lines
    found = [reading.condition for reading in grouped(read(said).meanings)]
    assert found[0] == meaning(first.removeprefix("=> "))
    assert meaning(other.removeprefix("or ")) in found[1:]


def test_readings_of_equal_meaning_are_one_and_the_cheaper_cost_counts():
    one, other = read('it mentions "a"').meanings[0][1], read('"a" occurs in it').meanings[0][1]
    (reading,) = grouped([(3, one), (1, other)])
    assert (reading.english, reading.cost) == ('it mentions "a"', 1)


def test_without_data_nothing_is_removed():
    lf = only(compiled(SAID))
    assert lf.when == EITHER
    assert reasons(lf) == {BOTH: None}


def test_a_reading_that_does_not_hold_on_the_example_goes():
    example = {"text": "b http://x.com"}
    assert only(compiled(sayso.Explanation(SAID, "yes", example=example))).when == EITHER
    program = compiled(sayso.Explanation('it has a link and it mentions "b" or it mentions "a"', "yes", {"text": "a"}))
    lf = only(program)
    assert lf.when == EITHER
    assert list(reasons(lf).values()) == ["SAY220"]


def test_the_preferred_reading_goes_too_and_a_note_says_so():
    said = 'it mentions "a" or it mentions "b" and it has no link'
    texts = ["a http://x.com"] * 60 + ["b"] * 5 + ["c"] * 55
    program = compiled(said, dev=corpus(texts, ["no"] * 60 + ["yes"] * 60))
    lf = only(program)
    assert lf.when == 'it mentions any of "a", "b" and it does not mention a link'
    assert list(reasons(lf).values()) == ["SAY221"]
    (note,) = program.diagnostics
    assert note.code == "SAY210"
    assert lf.when in note.notes[-1]


def test_few_dev_rows_remove_nothing():
    dev = corpus(["a http://x.com", "b"], ["no", "yes"], least=2)
    assert list(reasons(only(compiled(SAID, dev=dev))).values()) == [None]


def test_a_dev_set_without_labels_is_refused():
    with pytest.raises(sayso.SaysoError, match="SAY015"):
        compiled(SAID, dev=corpus(["a"]))


@pytest.mark.parametrize(
    ("said", "texts", "code"),
    [
        (SAID, ["a", "c"], "SAY222"),
        ('it does not mention "a" or it mentions "b" and it has a link', ["c", "c http://x.com"], "SAY223"),
    ],
)
def test_a_reading_that_is_constant_on_the_corpus_goes(said, texts, code):
    assert set(reasons(only(compiled(said, corpus=corpus(texts)))).values()) == {code}


def test_on_a_small_corpus_a_constant_reading_stays():
    assert list(reasons(only(compiled(SAID, corpus=corpus(["a", "c"], least=2)))).values()) == [None]


def test_a_reading_that_votes_like_another_function_goes():
    texts = ["b http://x.com", "a", "http://x.com", "b", "a http://x.com 😀", "b http://x.com 😀"]
    other = "it mentions a link and it has at least 2 words"
    for said in ([SAID, other], [other, SAID]):
        program = compiled(*said, corpus=corpus(texts))
        lf = next(lf for lf in program.lfs if lf.alternatives)
        assert reasons(lf) == {BOTH: "SAY224"}


def test_the_same_explanation_twice_keeps_its_meaning_and_is_reported():
    program = compiled(SAID, SAID, corpus=corpus(["b http://x.com", "a", "http://x.com", "b", "c"]))
    assert [lf.when for lf in program.lfs] == [EITHER, EITHER]
    assert "SAY203" in [d.code for d in program.diagnostics]


@pytest.mark.parametrize("test", FILTERS)
def test_no_filter_removes_the_last_reading(test):
    readings = grouped(read(SAID).meanings)
    empty = corpus(["c"])
    evidence = Evidence(1, empty.take([0]), corpus(["c", "a"], ["no", "no"]), None, empty, {})
    assert any(reading.removed is None for reading in sift(readings, evidence))


def test_an_alternative_that_votes_differently_is_noted_with_a_row():
    program = compiled(SAID, corpus=corpus(["c", "a http://x.com", "a", "b http://x.com"]))
    (note,) = [d for d in program.diagnostics if d.code == "SAY209"]
    assert BOTH in note.notes[0]
    assert "row 2" in note.notes[0]
    assert "only the one taken holds: a" in note.notes[0]


def test_several_functions_of_one_explanation_only_if_asked_for():
    program = compiled("it has an emoji", SAID, readings="all")
    assert [lf.name for lf in program.lfs] == ["LF1", "LF2", "LF2b"]
    assert [lf.when for lf in program.lfs[1:]] == [EITHER, BOTH]
    assert program.understood == program.read == 2
    assert (1, 2) in program.structure()
    assert len(compiled(SAID).lfs) == 1


@pytest.mark.parametrize(("right", "votes"), [(0, 5), (2, 5), (5, 5)])
def test_the_binomial_sum(right, votes):
    from math import comb

    exact = sum(comb(votes, k) * 0.3**k * 0.7 ** (votes - k) for k in range(right + 1))
    assert at_most(right, votes, 0.3) == pytest.approx(exact)
