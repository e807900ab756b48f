"""Cliques of labeling functions, agreement and temperature: what they are to find in votes with planted truth."""

from __future__ import annotations

import json

import numpy as np
import pytest
from sayso.runtime.agreement import agreement
from sayso.runtime.cliques import LARGEST, Clique, FittedClique, joined, keys_of
from sayso.runtime.dependence import PairCounts
from sayso.runtime.label_model import LabelModel
from sayso.runtime.temperature import groups_of


def votes_of(right, cast, *, rows: int = 20_000, seed: int = 0, mood: float = 1.0) -> tuple[np.ndarray, np.ndarray]:
    """Two-sided votes of functions right with these probabilities; on half of the rows all vote ``mood`` times more."""
    random = np.random.default_rng(seed)
    truth = random.integers(0, 2, rows)
    lively = np.where(random.random(rows) < 0.5, mood, 1.0)
    columns = []
    for accuracy, share in zip(right, cast, strict=True):
        vote = np.where(random.random(rows) < accuracy, truth, 1 - truth)
        columns.append(np.where(random.random(rows) < share * lively, vote, -1))
    return np.stack(columns, axis=1).astype(np.int8), truth


@pytest.mark.parametrize("mood", [1.0, 3.0])
def test_agreement_finds_how_right_functions_are_whatever_makes_them_vote(mood):
    right = np.array([0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9])
    votes, _ = votes_of(right, np.full(7, 0.25), mood=mood)
    pairs = PairCounts.of(votes, np.ones(len(votes)), 2)
    found = agreement(pairs, np.full(2, 0.5), np.ones((7, 7), dtype=bool))
    assert (1.0 + found.competence) / 2.0 == pytest.approx(right, abs=0.06)
    assert found.excess.max() < 0.1


def test_agreement_about_a_rare_label_is_expected():
    random = np.random.default_rng(1)
    shares, known = np.array([0.85, 0.15]), np.linspace(0.4, 0.8, 6)
    truth = random.choice(2, 20_000, p=shares)
    columns = []
    for competence in known:
        guess = random.choice(2, len(truth), p=shares)
        vote = np.where(random.random(len(truth)) < competence, truth, guess)
        columns.append(np.where(random.random(len(truth)) < 0.25, vote, -1))
    pairs = PairCounts.of(np.stack(columns, axis=1).astype(np.int8), np.ones(len(truth)), 2)
    everyone = np.ones((6, 6), dtype=bool)
    found = agreement(pairs, shares, everyone)
    assert found.competence == pytest.approx(known, abs=0.08)
    assert found.mood == pytest.approx(np.ones(6), abs=0.1)
    assert agreement(pairs, np.full(2, 0.5), everyone).competence.mean() < found.competence.mean() - 0.04


def test_patterns_are_found_again_and_new_ones_are_told_by_the_tree():
    votes, truth = votes_of([0.8, 0.8, 0.7], [0.5, 0.5, 0.5], rows=4000)
    votes = votes[~((votes[:, 0] == 1) & (votes[:, 1] == 0) & (votes[:, 2] == 1))]  # never seen
    weights = np.full((len(votes), 2), 0.5)
    clique = Clique.of([0, 1, 2], votes, weights, 2)
    assert sorted(clique.parents)[0] == -1
    assert (clique.keys[clique.codes(votes, 2)] == keys_of(votes, 2)).all()
    counts = np.stack([np.bincount(clique.codes(votes, 2), minlength=len(clique.keys)) * 0.5] * 2, axis=1)
    table, steps, strength = clique.fit(counts, np.full((3, 2), 1 / 3), np.full((3, 2), 1.0))
    assert np.exp(table).sum(axis=0) == pytest.approx(np.ones(2), abs=0.1)
    assert strength > 0.0
    scores = FittedClique(clique.parents, clique.keys, table, steps).score(np.array([[1, 0, 1], [1, 1, 1]], np.int8))
    assert np.isfinite(scores).all()
    assert truth.shape == (4000,)


def test_groups_are_joined_strongest_first_and_stay_small():
    votes = np.zeros((10, 12), np.int8)
    strength = np.zeros((12, 12))
    strength[0, 1] = 1.0
    chain = [(j, j + 1) for j in range(11)]
    groups = joined(chain, strength, votes, 2)
    assert max(map(len, groups)) <= LARGEST
    assert any({0, 1} <= set(group) for group in groups)
    assert joined([], strength, votes, 2) == []


def test_linked_functions_are_never_split():
    linked = np.zeros((6, 6), dtype=bool)
    linked[0, 5] = linked[5, 0] = True
    groups = groups_of(np.zeros((6, 6)), linked, np.arange(6))
    assert groups[0] == groups[5]
    assert len(set(groups.tolist())) == 5


def test_a_clique_is_kept_when_the_model_is_saved_and_shares_its_evidence(tmp_path):
    votes, _ = votes_of([0.8, 0.8, 0.7, 0.75, 0.85], [0.4] * 5, rows=3000)
    votes[:, 1] = np.where(np.random.default_rng(1).random(3000) < 0.95, votes[:, 0], votes[:, 1])
    model = LabelModel(labels=2, structure=[(0, 1)]).fit(votes)
    assert model.cliques_ == ((0, 1),)
    model.save(tmp_path / "m.npz")
    new = np.array([[1, 0, 1, -1, -1], [0, -1, 1, 1, -1]], np.int8)
    assert np.array_equal(LabelModel.load(tmp_path / "m.npz").predict_proba(new), model.predict_proba(new))
    told = model.explain(new[0])
    evidence = told["prior"] + told["silence"] + sum(item["evidence"] for item in told["votes"])
    odds = told["probabilities"][told["label"]] / told["probabilities"][told["against"]]
    assert evidence == pytest.approx(np.log(odds))
    json.dumps(told)


def test_copies_of_a_function_in_a_clique_add_nothing():
    votes, _ = votes_of([0.8, 0.8, 0.7, 0.75, 0.85], [0.4] * 5, rows=3000)
    votes[:, 1] = np.where(np.random.default_rng(1).random(3000) < 0.95, votes[:, 0], votes[:, 1])
    again = np.concatenate([votes, votes[:, [0, 0, 1]]], axis=1)
    pairs = [(0, 1), (0, 5), (0, 6), (1, 7), (5, 6), (5, 7)]
    for trust in (0.0, 1.0):
        once = LabelModel(labels=2, structure=[(0, 1)], trust=trust).fit(votes)
        more = LabelModel(labels=2, structure=pairs, trust=trust).fit(again)
        assert more.predict_proba(again) == pytest.approx(once.predict_proba(votes), abs=1e-6)
        told = more.explain(again[0])
        evidence = told["prior"] + told["silence"] + sum(item["evidence"] for item in told["votes"])
        odds = told["probabilities"][told["label"]] / told["probabilities"][told["against"]]
        assert evidence == pytest.approx(np.log(odds))


def test_weak_votes_do_not_carry_the_class_balance_away():
    votes, _ = votes_of(np.linspace(0.5, 0.7, 15), np.full(15, 0.3), rows=4000, seed=3)
    assert LabelModel(labels=2).fit(votes).class_balance_ == pytest.approx([0.5, 0.5])


def test_what_was_chosen_is_told():
    votes, _ = votes_of([0.7, 0.75, 0.8, 0.85, 0.9], [0.5] * 5, rows=5000)
    fitted = LabelModel(labels=2).fit(votes)
    assert fitted.chosen_ == "independent"
    assert "unexplained" in fitted.why_
    assert LabelModel(labels=2, kind="agreement").fit(votes).why_ == "it was asked for"
