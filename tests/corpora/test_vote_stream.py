"""Counting votes that come in parts: exact where there is room, right in expectation where there is none."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sayso.corpora.label_matrix import LabelMatrix
from sayso.corpora.vote_patterns import collapse
from sayso.corpora.vote_stream import count_votes
from sayso.grammar.diagnostics import SaysoError
from sayso.runtime.dawid_skene import DawidSkene


def some_votes(rows: int, lfs: int, seed: int) -> np.ndarray:
    return np.random.default_rng(seed).integers(-1, 2, (rows, lfs)).astype(np.int8)


@given(st.integers(1, 300), st.integers(1, 6), st.integers(1, 20), st.integers(0, 9))
def test_parts_are_counted_like_the_whole(rows, lfs, parts, seed):
    votes = some_votes(rows, lfs, seed)
    counted = count_votes([part for part in np.array_split(votes, parts) if len(part)], labels=2)
    whole = collapse(votes)
    assert counted.exact
    assert counted.rows == rows
    found = dict(zip(map(bytes, counted.matrix.votes), counted.weights, strict=True))
    assert found == dict(zip(map(bytes, whole.patterns), whole.counts, strict=True))


def test_memory_is_bounded_and_sums_stay_right():
    votes = some_votes(60_000, 9, 0)
    truth = (votes == 1).sum(axis=0)
    sums = []
    for seed in range(10):
        counted = count_votes(np.array_split(votes, 30), labels=2, most=1000, random_state=seed)
        assert not counted.exact
        assert len(counted.weights) <= 1000
        assert abs(counted.weights.sum() - 60_000) < 200
        sums.append(counted.weights @ (counted.matrix.votes == 1))
    np.testing.assert_allclose(np.mean(sums, axis=0), truth, rtol=0.04)


def test_frequent_rows_are_never_left_out():
    rare, frequent = some_votes(5000, 9, 1), np.full((5000, 9), -1, np.int8)
    mixed = np.random.default_rng(0).permutation(np.concatenate([rare, frequent]))
    counted = count_votes(np.array_split(mixed, 10), labels=2, most=500)
    silent = (counted.matrix.votes == -1).all(axis=1)
    assert counted.weights[silent] == 5000 + (rare == -1).all(axis=1).sum()


def test_names_are_kept_and_other_functions_refused():
    one = LabelMatrix(some_votes(5, 2, 0), ("a", "b"), ("ham", "spam"))
    counted = count_votes([one, one])
    assert (counted.matrix.lf_names, counted.matrix.labels, counted.rows) == (("a", "b"), ("ham", "spam"), 10)
    with pytest.raises(SaysoError, match="SAY307"):
        count_votes([one, some_votes(5, 3, 0)])
    with pytest.raises(SaysoError, match="SAY307"):
        count_votes([one, LabelMatrix(one.votes, ("b", "a"), one.labels)])
    with pytest.raises(SaysoError, match="SAY301"):
        count_votes([])


def test_a_model_of_counted_votes_is_that_of_all_rows():
    votes = some_votes(2000, 5, 3)
    counted = count_votes(np.array_split(votes, 7), labels=2)
    one = DawidSkene(labels=2).fit(counted.matrix, sample_weight=counted.weights)
    np.testing.assert_allclose(one.predict_proba(votes), DawidSkene(labels=2).fit(votes).predict_proba(votes))
