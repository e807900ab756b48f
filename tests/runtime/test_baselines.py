"""Majority vote, weighted vote and Dawid and Skene's model: what each holds of votes with planted truth."""

from __future__ import annotations

import numpy as np
import pytest
from sayso.grammar.diagnostics import SaysoError
from sayso.runtime.dawid_skene import DawidSkene
from sayso.runtime.label_model import LabelModel
from sayso.runtime.majority import MajorityVote
from sayso.runtime.weighted import WeightedVote


def crowd(rows: int, *, seed: int, k: int = 3) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Votes of six labeling functions with confusion matrices of their own, the matrices ``(m, k, k)``, the truth."""
    random = np.random.default_rng(seed)
    truth = random.choice(k, rows, p=[0.5, 0.3, 0.2])
    confusion = np.stack([0.4 * np.eye(k) + 0.6 * random.dirichlet(np.ones(k), k).T for _ in range(6)])
    votes = np.stack([(random.random((rows, 1)) > each.cumsum(axis=0).T[truth]).sum(axis=1) for each in confusion], 1)
    votes[random.random(votes.shape) < 0.3] = -1
    return votes.astype(np.int8), confusion, truth


def test_dawid_skene_finds_the_confusion_matrices():
    votes, confusion, truth = crowd(20_000, seed=0)
    model = DawidSkene(labels=3).fit(votes)
    assert model.converged_
    np.testing.assert_allclose(model.confusion_, confusion, atol=0.05)
    np.testing.assert_allclose(model.class_balance_, [0.5, 0.3, 0.2], atol=0.03)
    majority = MajorityVote(labels=3).fit(votes).predict(votes)
    assert (model.predict(votes) == truth).mean() > (majority == truth).mean() + 0.01


def test_dawid_skene_takes_no_evidence_from_silence():
    votes, _, _ = crowd(500, seed=1)
    model = DawidSkene(labels=3).fit(votes)
    np.testing.assert_allclose(model.predict_proba(np.full((1, 6), -1)), [model.class_balance_])
    assert model.explain(votes[0])["silence"] == 0.0


def test_dawid_skene_takes_known_labels_as_they_are():
    votes, _, truth = crowd(2000, seed=2)
    model = DawidSkene(labels=3, smoothing=1e-6).fit(votes, truth)
    shares = [(votes[(truth == 1) & (votes[:, 0] >= 0), 0] == label).mean() for label in range(3)]
    np.testing.assert_allclose(model.confusion_[0, :, 1], shares, atol=1e-6)


def test_a_warm_start_takes_fewer_steps():
    votes, _, _ = crowd(3000, seed=3)
    model = DawidSkene(labels=3).fit(votes[:, :5])
    cold = DawidSkene(labels=3).fit(votes).n_iter_
    assert model.partial_fit(votes).n_iter_ < cold


def test_a_weighted_vote_without_known_labels_is_majority_vote():
    votes, _, _ = crowd(300, seed=4)
    one, other = (model.fit(votes).predict_proba(votes) for model in (WeightedVote(labels=3), MajorityVote(labels=3)))
    np.testing.assert_allclose(one, other)


def test_a_weighted_vote_weighs_by_known_labels():
    votes, truth = np.array([[1, 0, 0]] * 30 + [[0, 1, 1]] * 30), np.array([1] * 30 + [0] * 30)
    model = WeightedVote(labels=2).fit(votes, truth)
    assert model.accuracy_[0] > 0.95
    assert (model.accuracy_[1:] < 0.1).all()
    assert model.known_votes_.tolist() == [60, 60, 60]
    assert model.predict([[1, -1, -1], [-1, 1, 1]]).tolist() == [1, 0]


def test_a_weighted_vote_learns_from_a_dev_set_alike():
    votes, _, truth = crowd(200, seed=5)
    known = np.where(np.arange(200) < 50, truth, -1)
    one = WeightedVote(labels=3).fit(votes, known)
    other = WeightedVote(labels=3).fit(votes, dev=(votes[:50], truth[:50]))
    np.testing.assert_allclose(one.accuracy_, other.accuracy_)
    with pytest.raises(SaysoError, match="SAY342"):
        WeightedVote(labels=3).fit(votes, dev=(votes[:, :4], truth))


@pytest.mark.parametrize(
    "model",
    [
        WeightedVote(prior_votes=0),
        WeightedVote(prior_votes="few"),
        MajorityVote(accuracy="high"),
        DawidSkene(smoothing=0),
        DawidSkene(max_iter=0),
        DawidSkene(tol=None),
        DawidSkene(class_balance=[1]),
    ],
    ids=str,
)
def test_settings_that_are_none_are_refused(model):
    with pytest.raises(SaysoError, match="SAY341"):
        model.set_params(labels=2).fit([[0, 1], [1, 1]])


@pytest.mark.parametrize(
    ("kind", "model"), [("majority", MajorityVote()), ("weighted", WeightedVote()), ("dawid_skene", DawidSkene())]
)
def test_the_label_model_has_them_as_kinds(kind, model, tmp_path):
    votes, _, truth = crowd(500, seed=6)
    known = np.where(np.arange(500) < 60, truth, -1)
    own = LabelModel(labels=3).fit(votes).set_params(kind=kind).fit(votes, known)
    np.testing.assert_allclose(
        own.predict_proba(votes), model.set_params(labels=3).fit(votes, known).predict_proba(votes)
    )
    assert own.chosen_ == kind
    assert own.cliques_ == ()
    assert own.summary(votes)["accuracy"].is_between(0.0, 1.0).all()
    own.save(tmp_path / "m.npz")
    np.testing.assert_array_equal(LabelModel.load(tmp_path / "m.npz").predict_proba(votes), own.predict_proba(votes))


def test_a_dev_set_is_known_rows_to_every_model():
    votes, _, truth = crowd(400, seed=7)
    for model in (WeightedVote(labels=3), DawidSkene(labels=3), LabelModel(labels=3)):
        one = model.fit(votes[:300], dev=(votes[300:], truth[300:])).predict_proba(votes)
        known = np.where(np.arange(400) < 300, -1, truth)
        np.testing.assert_allclose(model.fit(votes, known).predict_proba(votes), one, atol=1e-6)


@pytest.mark.parametrize(
    "weights",
    [
        np.ones(3),
        np.full(400, -1.0),
        np.full(400, np.nan),
        np.zeros(400),
        ["a"] * 400,
        np.full(400, 1e300),
        np.full(400, 1e308),
        np.full(400, 1e-300),
        np.full(400, 1e-3),
        np.append(np.ones(399), np.inf),
        np.full(400, 2**63 - 1),
        [10**400] * 400,
        np.ma.masked_array(np.ones(400), mask=np.arange(400) == 0),
    ],
)
def test_weights_that_are_none_are_refused(weights):
    votes, _, _ = crowd(400, seed=8)
    for model in (WeightedVote(labels=3), DawidSkene(labels=3), LabelModel(labels=3)):
        with pytest.raises(SaysoError, match=r"SAY341.*sample_weight"):
            model.fit(votes, sample_weight=weights)


def test_weights_that_are_none_are_told_by_what_they_come_to():
    votes, _, _ = crowd(400, seed=8)
    with pytest.raises(SaysoError, match=r"1e-300 to 1e-300, 4e-298 in total; expected .* 1 to 1e\+15 in total"):
        LabelModel(labels=3).fit(votes, sample_weight=np.full(400, 1e-300))


def test_masked_votes_are_refused():
    with pytest.raises(SaysoError, match=r"SAY301.*masked"):
        LabelModel(labels=2).fit(np.ma.masked_array([[0, 1], [1, 1]], mask=[[True, False], [False, False]]))
