"""Look-ups per group of labeling functions, and counts of pairs, against plain loops."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from sayso.runtime.dependence import PairCounts
from sayso.runtime.vote_codes import VoteCodes

matrices = hnp.arrays(np.int8, st.tuples(st.integers(1, 15), st.integers(1, 12)), elements=st.integers(-1, 2))


@given(matrices, st.integers(0, 99))
def test_scores_and_tallies_equal_loops(votes, seed):
    random = np.random.default_rng(seed)
    p, m = votes.shape
    evidence, weights = random.normal(size=(m, 4, 3)), random.random((3, p))
    codes = VoteCodes.of(votes, 3)
    score = [[sum(evidence[j, votes[i, j] + 1, y] for j in range(m)) for i in range(p)] for y in range(3)]
    tally = np.zeros((m, 4, 3))
    for i in range(p):
        for j in range(m):
            tally[j, votes[i, j] + 1] += weights[:, i]
    assert np.allclose(codes.score(evidence), score)
    assert np.allclose(codes.tally(weights), tally)


@given(matrices)
def test_pairs_are_counted(votes):
    weights = np.arange(1.0, len(votes) + 1.0)
    pairs = PairCounts.of(votes, weights, 3)
    happens = votes[:, pairs.lf] == pairs.label
    expected = np.einsum("n,na,nb->ab", weights, happens, happens) / weights.sum()
    assert np.allclose(pairs.together, expected, atol=1e-6)


def latent(rows: int, *, copies: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Votes of six LFs given a label, the first of them followed by nine-in-ten copies; true rates and shares."""
    random = np.random.default_rng(3)
    truth = random.integers(0, 2, rows)
    rates = np.array([[0.5, 0.5], [0.4, 0.1], [0.1, 0.4]])  # outcome (abstain, 0, 1) given the label
    draw = [[np.searchsorted(rates[:, y].cumsum(), random.random(rows)) - 1 for y in (0, 1)] for _ in range(6 + copies)]
    votes = np.stack([np.where(truth == 0, a, b) for a, b in draw], axis=1)
    for j in range(6, 6 + copies):
        votes[:, j] = np.where(random.random(rows) < 0.9, votes[:, 0], votes[:, j])
    return votes.astype(np.int8), np.repeat(rates[None], 6 + copies, axis=0), np.array([0.5, 0.5])


def test_copies_are_discounted_and_others_are_not():
    votes, rates, shares = latent(20_000, copies=2)
    pairs = PairCounts.of(votes, np.ones(len(votes)), 2)
    nobody = np.zeros((8, 8), dtype=bool)
    discounts, dependent = pairs.discounts(rates, shares, nobody, nobody, 1.0)
    assert np.allclose(discounts[1:6], 1.0)
    assert discounts[[0, 6, 7]] == pytest.approx(1 / 2.7, abs=0.1)
    assert dependent[0, 6]
    assert not dependent[1, 2]
    assert np.allclose(pairs.discounts(rates, shares, nobody, nobody, 0.0)[0], 1.0)
    named = nobody.copy()
    named[0, 6] = named[6, 0] = True
    assert pairs.discounts(rates, shares, named, nobody, 0.0)[0][[0, 6]] == pytest.approx(1 / 1.85, abs=0.1)


def test_a_true_model_leaves_nothing_unexplained_and_a_wrong_one_much():
    votes, rates, shares = latent(20_000, copies=0)
    pairs = PairCounts.of(votes, np.ones(len(votes)), 2)
    nobody = np.zeros((6, 6), dtype=bool)
    assert pairs.unexplained(rates, shares, nobody) < 0.01
    blind = np.repeat(rates.mean(axis=2, keepdims=True), 2, axis=2)
    assert pairs.unexplained(blind, shares, nobody) > 0.9


@pytest.mark.parametrize("cast", [0.3, 0.06])
def test_a_class_that_stands_for_two_functions_explains_nothing_of_the_others(cast):
    """However much of all dependence those two make up, and however seldom the others vote."""
    random = np.random.default_rng(5)
    rows, shares = 20_000, np.array([0.5, 0.5])
    truth, mood = random.integers(0, 2, (2, rows))
    columns = [np.where(random.random(rows) < np.where(mood, 0.8, 0.1), label, -1) for label in (0, 1)]
    for _ in range(8):
        vote = np.where(random.random(rows) < 0.85, truth, 1 - truth)
        columns.append(np.where(random.random(rows) < cast, vote, -1))
    votes = np.stack(columns, axis=1).astype(np.int8)
    pairs, nobody = PairCounts.of(votes, np.ones(rows), 2), np.zeros((10, 10), dtype=bool)

    def rates(latent):
        return np.stack([np.stack([(votes == o)[latent == y].mean(axis=0) for o in (-1, 0, 1)]) for y in (0, 1)], -1)

    assert pairs.unexplained(rates(truth).transpose(1, 0, 2), shares, nobody) > 0.02  # of the two
    assert pairs.unexplained(rates(mood).transpose(1, 0, 2), shares, nobody) > 0.5
    apart = nobody.copy()
    apart[0, 1] = apart[1, 0] = True
    assert pairs.unexplained(rates(truth).transpose(1, 0, 2), shares, apart) < 0.15


def test_votes_without_dependence_explain_nothing():
    votes = np.random.default_rng(0).integers(-1, 2, (2000, 5)).astype(np.int8)
    pairs = PairCounts.of(votes, np.ones(len(votes)), 2)
    rates = np.full((5, 3, 2), 1 / 3)
    assert pairs.unexplained(rates, np.array([0.5, 0.5]), np.zeros((5, 5), dtype=bool)) == 1.0
