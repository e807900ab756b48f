"""The five laws, as properties over generated functions and corpora."""

from __future__ import annotations

import json
import re

import numpy as np
import pytest
import reference_tables
import strategies
from adversary import breed
from hypothesis import assume, event, given, target
from hypothesis import strategies as st
from reference import truth
from sayso.compiler.analysis import excludes, implies
from sayso.compiler.english import english
from sayso.compiler.evaluate import votes
from sayso.compiler.lf import LF
from sayso.compiler.passes import PASSES, canonical
from sayso.compiler.reader import read
from sayso.compiler.scope import Scope
from sayso.corpora.corpus import Corpus
from sayso.grammar.nodes import Compare, Interval, Node
from sayso.grammar.padding import PADDING
from sayso.grammar.task import Task
from sayso.primitives.entities import Entity
from sayso.primitives.patterns import Characters, Kind, Regex, Words
from sayso.primitives.regions import Whole
from sayso.primitives.text import Choice, Count, Mentions

SCOPE = Scope(schema=strategies.SCHEMA)
TASK = Task("t", ("no", "yes"))


def corpus_of(rows):
    return Corpus.of_rows(rows, strategies.SCHEMA)


# -- law 1: one meaning --------------------------------------------------------------------------------------


@given(st.lists(strategies.conditions, min_size=1, max_size=4), strategies.rows)
def test_columns_agree_with_the_reference(conditions, rows):
    got = votes([canonical(c) for c in conditions], [1] * len(conditions), corpus_of(rows))
    for j, condition in enumerate(conditions):
        expected = [1 if truth(condition, row) is True else -1 for row in rows]
        assert got[:, j].tolist() == expected, english(canonical(condition))


@given(strategies.conditions, strategies.rows)
def test_the_row_call_agrees_with_the_columns(condition, rows):
    lf = LF("LF1", 1, TASK, canonical(condition), strategies.SCHEMA)
    whole = votes([lf.condition], [1], corpus_of(rows))[:, 0]
    assert [lf(row) for row in rows] == whole.tolist()


@given(strategies.conditions, strategies.rows)
def test_every_pass_leaves_the_votes_and_is_idempotent(condition, rows):
    expected = [truth(condition, row) is True for row in rows]
    for step in PASSES:
        changed = step(condition)
        assert [truth(changed, row) is True for row in rows] == expected, step.__name__
        assert step(changed) == changed, step.__name__
        condition = changed
    assert canonical(canonical(condition)) == canonical(condition)


# -- law 2: round trip ---------------------------------------------------------------------------------------


@given(strategies.conditions)
def test_english_reads_back(condition):
    own = canonical(condition)
    said = english(own)
    result = read(said, SCOPE)
    assert result.meanings, (said, result.stopped, result.lexed.faults, result.refused)
    assert canonical(result.meanings[0][1]) == own, said


@given(strategies.conditions)
def test_json_is_the_identity(condition):
    assert Node.from_json(json.loads(json.dumps(condition.to_json()))) == condition


# -- law 3: sound analysis -----------------------------------------------------------------------------------


@given(strategies.neighbours(), strategies.rows)
def test_no_corpus_contradicts_the_analysis(pair, rows):
    a, b = map(canonical, pair)
    forth, back, apart = implies(a, b), implies(b, a), excludes(a, b)
    event(f"implies {forth}, is implied {back}, excludes {apart}")
    mask = votes([a, b], [1, 1], corpus_of(rows)) == 1
    if forth:
        assert not np.any(mask[:, 0] & ~mask[:, 1]), (english(a), english(b))
    if back:
        assert not np.any(mask[:, 1] & ~mask[:, 0]), (english(a), english(b))
    if apart:
        assert not np.any(mask[:, 0] & mask[:, 1]), (english(a), english(b))


@given(strategies.neighbours(), st.randoms(use_true_random=False))
def test_no_row_that_is_bred_for_it_contradicts_the_analysis(pair, rng):
    """The search that ``benchmarks/bench_analysis.py`` runs at length; hypothesis is led to pairs that hold often."""
    conditions = [canonical(own) for own in pair]
    a, b = conditions
    forth, apart = implies(a, b), excludes(a, b)
    if not forth and not apart:
        return
    rows, found = breed(conditions, [(0, 1)], rng, rounds=2, each=6)
    target(float(found[:, 0].mean()), label="rows on which the first holds")
    broken = np.flatnonzero(found[:, 0] & (~found[:, 1] if forth else found[:, 1]))
    assert not len(broken), (english(a), english(b), rows[broken[0]])


# -- law 4: no word is dropped silently ----------------------------------------------------------------------

STRANGE = ("banana", "seldom", "unlike", "qwxz", "sarcastically", "zebra")
DENIALS = ("not", "never", "no", "without", "twice")


def positions(said):
    """The places between words of an explanation that are not inside quotes, nor inside a moment."""
    found, inside, escaped = [], False, False
    for i, sign in enumerate(said):
        escaped, literal = inside and sign == "\\" and not escaped and said[i + 1] in '"\\', escaped
        if sign == '"' and not literal:
            inside = not inside
        if sign == " " and not inside and not re.match(r"\d\d:\d\d", said[i + 1 :]):
            found.append(i)
    return [*found, len(said)]


@given(strategies.conditions, st.data())
def test_an_unknown_word_is_always_reported_at_its_place(condition, data):
    said = english(canonical(condition))
    at = data.draw(st.sampled_from(positions(said)))
    word = data.draw(st.sampled_from(STRANGE))
    assume(not said[at:].lstrip().startswith("section"))  # any word may be the name of a section
    result = read(f"{said[:at]} {word} {said[at:]}", SCOPE)
    if any(remark.code in ("SAY132", "SAY140") and remark.start == at + 1 for remark in result.lexed.remarks):
        return  # it is told to stand somewhere, or explained by the brackets behind it, which a note says
    assert not result.meanings
    assert (word, at + 1) in [(fault.word, fault.start) for fault in result.lexed.faults]


@given(strategies.conditions, st.data())
def test_a_word_that_means_something_changes_the_meaning_or_is_refused(condition, data):
    own = canonical(condition)
    said = english(own)
    at = data.draw(st.sampled_from(positions(said)))
    word = data.draw(st.sampled_from(DENIALS))
    result = read(f"{said[:at]} {word} {said[at:]}", SCOPE)
    assert all(canonical(meaning) != own for _, meaning in result.meanings), (said, at, word)


@given(strategies.conditions, st.data())
def test_a_filler_changes_nothing(condition, data):
    own = canonical(condition)
    said = english(own)
    at = data.draw(st.sampled_from(positions(said)))
    result = read(f"{said[:at]} really {said[at:]}", SCOPE)
    assert canonical(result.meanings[0][1]) == own


@given(strategies.conditions, st.data())
def test_padding_changes_nothing(condition, data):
    own = canonical(condition)
    said = english(own)
    at = data.draw(st.sampled_from(positions(said)))
    padding = data.draw(st.sampled_from(PADDING))
    assume(padding != "in all" or at == len(said))  # elsewhere it goes on, as in "in all capitals"
    result = read(f"{said[:at]} {padding} {said[at:]}", SCOPE)
    assert canonical(result.meanings[0][1]) == own


# -- law 5: abstain is not a label ---------------------------------------------------------------------------


@given(st.lists(strategies.conditions, min_size=1, max_size=4), strategies.rows)
def test_votes_are_labels_or_abstentions_and_missing_values_abstain(conditions, rows):
    labels = [i % 2 for i in range(len(conditions))]
    got = votes([canonical(c) for c in conditions], labels, corpus_of(rows))
    assert got.dtype == np.int8
    assert got.shape == (len(rows), len(conditions))
    for j, label in enumerate(labels):
        assert set(got[:, j].tolist()) <= {-1, label}
    missing = [i for i, row in enumerate(rows) if row["text"] is None]
    of_text = [j for j, condition in enumerate(conditions) if not reference_tables.about_fields(condition)]
    assert (got[np.ix_(missing, of_text)] == -1).all()


@given(st.lists(st.text(max_size=40), min_size=1, max_size=5))
def test_no_text_crashes_a_run(texts):
    conditions = [canonical(read(said).meanings[0][1]) for said in EVERYTHING]
    got = votes(conditions, [1] * len(conditions), corpus_of([{"text": text} for text in texts]))
    assert got.shape == (len(texts), len(EVERYTHING))


EVERYTHING = (
    'it mentions any form of "go" within 3 words of "x"',
    'it mentions the regular expression "\\w+$" in the last sentence',
    'it mentions the characters "a" right after a link',
    "more than half of the letters in the first 3 words are capital letters",
    "it has at least 2 sentences",
    "it ends with an emoji",
)


# -- counterexamples that generation once found, kept --------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "what", "number"),
    [
        ("soooo ", (Regex("o{2}"), Words("check")), 2),
        ("soooo ", (Regex("o{2}"), Characters("oo")), 2),
        ("a", (Kind("letter"), Words("a")), 2),
    ],
)
def test_matches_within_one_word_are_counted_one_by_one(text, what, number):
    exactly = Compare(Count(what, Whole()), Interval(number, number))
    assert truth(exactly, {"text": text}) is True
    assert votes([canonical(exactly)], [1], corpus_of([{"text": text}]))[:, 0].tolist() == [1]


def test_a_mention_of_several_things_needs_all_that_any_of_them_needs():
    either = Mentions(Choice((Words("{x}"), Entity("chemical"))), Whole())
    row = {"text": "{x} ", "ner": None}
    assert truth(either, {"person1": None, "person2": None, **row}) is None
    assert votes([canonical(either)], [1], corpus_of([row]))[:, 0].tolist() == [-1]
