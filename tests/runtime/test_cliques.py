"""Cliques of labeling functions, agreement and temperature: what they are to find in votes with planted truth."""

from __future__ import annotations

import json

import numpy as np
import pytest
from planted import planted
from sayso.runtime.agreement import agreement
from sayso.runtime.cliques import LARGEST, Clique, joined, keys_of
from sayso.runtime.dependence import PairCounts
from sayso.runtime.label_model import LabelModel
from sayso.runtime.majority import MajorityVote
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


def test_patterns_are_found_again_and_draw_on_their_votes_one_by_one():
    votes, truth = votes_of([0.8, 0.8, 0.7], [0.5, 0.5, 0.5], rows=4000)
    clique = Clique.of([0, 1, 2], votes, 2)
    place = clique.codes(votes, 2)
    assert (clique.keys[place] == keys_of(votes, 2)).all()
    counts = np.stack([np.bincount(place[truth == label], minlength=len(clique.keys)) for label in (0, 1)], axis=1)
    given = [[(votes[truth == y, j] == vote).mean() for y in (0, 1)] for j in range(3) for vote in (-1, 0, 1)]
    rates = np.array(given).reshape(3, 3, 2)
    table, worth = clique.fit(counts.astype(float), rates)
    assert np.exp(table).sum(axis=0) == pytest.approx(np.ones(2))
    assert worth == pytest.approx(np.ones(3), abs=0.1)  # given the label they are independent
    one_by_one = sum(np.log(rates[j])[clique.outcomes[:, j]] for j in range(3))
    odds = (table - one_by_one) @ [1.0, -1.0]
    assert np.average(np.abs(odds), weights=counts.sum(axis=1)) < 0.15
    few, _ = clique.fit(counts / 1000.0, rates)  # hardly any rows: the votes one by one, taken to repeat each other
    same = (clique.outcomes[:, :, None] == clique.outcomes[:, None, :]).sum(axis=2)
    spoken = sum(np.log(rates[j])[clique.outcomes[:, j]] / same[:, j, None] for j in range(3))
    assert (few @ [1.0, -1.0]) == pytest.approx(spoken @ [1.0, -1.0], abs=0.35)


def test_a_rare_pattern_draws_on_those_with_as_many_votes():
    votes = np.array([[0, 0, -1], [0, -1, 0], [-1, 0, 0], [0, 0, 0], [-1, -1, -1]], np.int8)
    clique = Clique.of([0, 1, 2], votes, 2)
    rates = np.array([[[0.5, 0.5], [0.4, 0.4], [0.1, 0.1]]] * 3)  # one by one, votes tell nothing
    two = (clique.outcomes > 0).sum(axis=1) == 2
    rare = np.flatnonzero(two)[0]
    counts = np.full((len(clique.keys), 2), 1000.0)
    counts[two] = [900.0, 100.0]
    counts[rare] = [1.0, 1.0]
    table, _ = clique.fit(counts, rates)
    odds = table @ [1.0, -1.0]
    assert odds[rare] == pytest.approx(odds[two].max(), abs=0.5)
    assert odds[rare] > odds[~two].max() + 1.0


def test_a_function_that_repeats_another_is_worth_half():
    votes, _ = votes_of([0.8, 0.7], [0.5, 0.5], rows=4000)
    votes = np.concatenate([votes, votes[:, :1]], axis=1)
    clique = Clique.of([0, 1, 2], votes, 2)
    counts = np.bincount(clique.codes(votes, 2), minlength=len(clique.keys))[:, None] * np.full((1, 2), 0.5)
    _, worth = clique.fit(counts, np.full((3, 3, 2), 1.0 / 3.0))
    assert worth == pytest.approx([0.5, 0.9, 0.5], abs=0.1)


@pytest.mark.parametrize("trust", [0.0, 0.5, 1.0])
def test_a_pattern_that_was_never_seen_is_told_by_its_votes(trust):
    votes, _ = votes_of([0.8, 0.8, 0.7, 0.75, 0.85], [0.4] * 5, rows=3000)
    votes = votes[~((votes[:, 0] == 1) & (votes[:, 1] == 1))]
    model = LabelModel(labels=2, structure=[(0, 1)], trust=trust).fit(votes)
    new, one = model.predict_proba([[1, 1, -1, -1, -1], [1, -1, -1, -1, -1]])[:, 1]
    assert new > 0.6
    assert one > 0.6


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


def test_groups_of_functions_that_never_abstain_speak_once_each_and_not_against_themselves():
    own = planted(0, lfs=12, groups=(4, 4, 4), strength=0.6, within=(0.6, 0.8))
    pairs = [(int(i), int(j)) for i, j in np.argwhere(np.triu(own.edges))]
    model = LabelModel(labels=2, kind="agreement", structure=pairs, random_state=0).fit(own.votes)
    majority = MajorityVote(labels=2).fit(own.votes)
    right, plain = ((each.predict(own.votes) == own.labels).mean() for each in (model, majority))
    assert right > plain - 0.02
