"""The label matrix against plain loops over small matrices, its checks, and the exactness of collapsing."""

from __future__ import annotations

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from sayso.corpora import vote_patterns
from sayso.corpora.label_matrix import LabelMatrix, check_gold
from sayso.grammar.diagnostics import SaysoError

LABELS = ("ham", "spam", "other")

matrices = hnp.arrays(
    np.int8, st.tuples(st.integers(1, 12), st.integers(1, 10)), elements=st.integers(-1, len(LABELS) - 1)
)


def code_of(action) -> str:
    with pytest.raises(SaysoError) as caught:
        action()
    return caught.value.diagnostic.code


@given(matrices, st.data())
def test_summary_equals_counting_by_hand(votes, data):
    gold = data.draw(hnp.arrays(np.int64, len(votes), elements=st.integers(-1, 2)))
    matrix = LabelMatrix.of(votes, labels=LABELS)
    summary = matrix.summary(gold)
    n, m = votes.shape
    for j, line in enumerate(summary.iter_rows(named=True)):
        own = [i for i in range(n) if votes[i, j] >= 0]
        others = {i: [votes[i, o] for o in range(m) if o != j and votes[i, o] >= 0] for i in own}
        assert line["polarity"] == ", ".join(LABELS[v] for v in sorted({votes[i, j] for i in own}))
        assert line["votes"] == len(own)
        assert line["coverage"] == pytest.approx(len(own) / n)
        assert line["overlap"] == pytest.approx(sum(bool(others[i]) for i in own) / n)
        assert line["conflict"] == pytest.approx(sum(any(v != votes[i, j] for v in others[i]) for i in own) / n)
        known = [i for i in own if gold[i] >= 0]
        right = [i for i in known if gold[i] == votes[i, j]]
        mine = [i for i in range(n) if gold[i] >= 0 and gold[i] in {votes[r, j] for r in own}]
        assert (line["gold_votes"], line["correct"]) == (len(known), len(right))
        assert line["precision"] == (pytest.approx(len(right) / len(known)) if known else None)
        assert line["recall"] == (pytest.approx(len(right) / len(mine)) if mine else None)
    rows = [[v for v in row if v >= 0] for row in votes]
    assert matrix.coverage == pytest.approx(sum(bool(row) for row in rows) / n)
    assert matrix.overlap == pytest.approx(sum(len(row) > 1 for row in rows) / n)
    assert matrix.conflict == pytest.approx(sum(len(set(row)) > 1 for row in rows) / n)


@given(matrices)
def test_pairs_equal_counting_by_hand(votes):
    matrix = LabelMatrix.of(votes, labels=LABELS)
    voted = votes >= 0
    both = voted[:, :, None] & voted[:, None, :]
    same = votes[:, :, None] == votes[:, None, :]
    assert np.array_equal(matrix.overlaps(), both.sum(axis=0))
    assert np.array_equal(matrix.agreements(), (both & same).sum(axis=0))
    assert np.array_equal(matrix.conflicts(), (both & ~same).sum(axis=0))


@given(matrices)
def test_patterns_are_the_distinct_rows(votes):
    collapsed = LabelMatrix.of(votes, labels=LABELS).patterns()
    assert np.array_equal(collapsed.patterns[collapsed.inverse], votes)
    assert len({row.tobytes() for row in collapsed.patterns}) == len(collapsed) == len({r.tobytes() for r in votes})
    assert np.array_equal(collapsed.counts, np.bincount(collapsed.inverse))


@given(matrices, st.randoms(use_true_random=False))
def test_order_of_patterns_does_not_depend_on_order_of_rows(votes, random):
    order = list(range(len(votes)))
    random.shuffle(order)
    one, other = vote_patterns.collapse(votes), vote_patterns.collapse(np.ascontiguousarray(votes[order]))
    assert np.array_equal(one.patterns, other.patterns)
    assert np.array_equal(one.counts, other.counts)


def test_collapse_is_exact_even_if_every_hash_collides(monkeypatch):
    monkeypatch.setattr(vote_patterns, "_hash", lambda words: np.zeros(len(words), np.uint64))
    votes = np.array([[0, 1], [1, -1], [0, 1], [-1, -1]], np.int8)
    collapsed = vote_patterns.collapse(votes)
    assert len(collapsed) == 3
    assert np.array_equal(collapsed.patterns[collapsed.inverse], votes)


def test_chunks_change_nothing(monkeypatch):
    votes = np.random.default_rng(0).integers(-1, 3, (50, 4)).astype(np.int8)
    whole = LabelMatrix.of(votes, labels=LABELS)
    summary, conflicts = whole.summary(), whole.conflicts()
    monkeypatch.setattr("sayso.corpora.label_matrix.CHUNK", 7)
    assert whole.summary().equals(summary)
    assert np.array_equal(whole.conflicts(), conflicts)


@pytest.mark.parametrize(
    ("votes", "code"),
    [
        ([[0, 1], [0]], "SAY301"),
        ([0, 1], "SAY301"),
        (np.zeros((0, 3), int), "SAY301"),
        (np.zeros((3, 0), int), "SAY301"),
        ([[0.0, np.nan]], "SAY301"),
        ([[0.5, 1.0]], "SAY301"),
        ([["ham", "spam"]], "SAY301"),
        ([[0, -2]], "SAY302"),
        ([[0, 3]], "SAY302"),
        ([[0, 300]], "SAY302"),
    ],
)
def test_votes_that_are_none_are_refused(votes, code):
    assert code_of(lambda: LabelMatrix.of(votes, labels=LABELS)) == code


def test_a_wrong_vote_is_named_with_its_place():
    with pytest.raises(SaysoError, match=r"regex votes 7 in row 1 .* 0 to 2, for ham, spam, other"):
        LabelMatrix.of([[0, 0], [0, 7]], labels=LABELS, lf_names=["word", "regex"])


@pytest.mark.parametrize("labels", [1, 0, -3, 128, 10**12, "ham", ["ham"], ["ham", "ham"], ["ham", ""], [0, 1], 2.0])
def test_labels_that_are_none_are_refused(labels):
    assert code_of(lambda: LabelMatrix.of([[0, 0]], labels=labels)) == "SAY304"


@pytest.mark.parametrize("names", [["a"], ["a", "b", "c"], ["a", "a"]])
def test_names_have_to_fit(names):
    assert code_of(lambda: LabelMatrix.of([[0, 1]], labels=LABELS, lf_names=names)) == "SAY303"


def test_whole_floats_and_frames_are_votes():
    assert LabelMatrix.of([[0.0, -1.0]]).votes.dtype == np.int8
    frame = LabelMatrix.of(pl.DataFrame({"a": [0, 1], "b": [-1, 2]}))
    assert (frame.lf_names, frame.labels) == (("a", "b"), ("0", "1", "2"))


def test_a_label_matrix_over_other_labels_is_refused():
    matrix = LabelMatrix.of([[0, 1]], labels=["ham", "spam"])
    assert LabelMatrix.of(matrix) is matrix
    assert LabelMatrix.of(matrix, labels=2) is matrix
    assert code_of(lambda: LabelMatrix.of(matrix, labels=["spam", "ham"])) == "SAY305"
    assert code_of(lambda: LabelMatrix.of(matrix, labels=3)) == "SAY305"


def test_votes_cannot_be_changed_and_the_callers_array_still_can():
    votes = np.zeros((2, 2), np.int8)
    matrix = LabelMatrix.of(votes, labels=2)
    with pytest.raises(ValueError, match="read-only"):
        matrix.votes[0, 0] = 1
    votes[0, 0] = 1


@pytest.mark.parametrize("gold", [[0], [[0, 1]], [0, 9], [0, -2], [0.5, 1.0], ["ham"]])
def test_gold_that_does_not_fit_is_refused(gold):
    assert code_of(lambda: check_gold(gold, rows=2, labels=LABELS)) == "SAY306"
