"""The label model on votes with planted truth, where nothing can be told, with known labels, and on real votes."""

from __future__ import annotations

import json
import os
import warnings
from pathlib import Path

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from sayso.corpora.label_matrix import LabelMatrix
from sayso.grammar.diagnostics import SaysoError, SaysoWarning
from sayso.runtime import vote_problem
from sayso.runtime.checks import CHECKS, check_label_model, planted_votes
from sayso.runtime.dawid_skene import DawidSkene
from sayso.runtime.label_model import LabelModel
from sayso.runtime.majority import MajorityVote
from sayso.runtime.weighted import WeightedVote
from sklearn.base import clone

MODELS = [
    MajorityVote(),
    WeightedVote(),
    DawidSkene(),
    LabelModel(),
    LabelModel(kind="structured"),
    LabelModel(kind="independent"),
    LabelModel(kind="agreement"),
    LabelModel(trust=1.0),
    LabelModel(trust=0.3, class_balance="uniform"),
    LabelModel(class_balance="estimate"),
]


@pytest.mark.parametrize("model", MODELS, ids=str)
@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
@pytest.mark.filterwarnings("ignore::sayso.grammar.diagnostics.SaysoWarning")
def test_conformance(check, model):
    check(model)


class _Biased(MajorityVote):
    """Prefers the label of the first LF: breaks the law that the order of LFs is immaterial."""

    def fit(self, L, gold=None, **known):
        super().fit(L)
        self.evidence_[0] *= 2.0
        return self


class _Nan(MajorityVote):
    """Has no opinion on rows without votes: breaks the law that silent rows are harmless."""

    def predict_proba(self, L):
        rows = super().predict_proba(L)
        rows[(self._matrix(L).votes < 0).all(axis=1)] = np.nan
        return rows


@pytest.mark.parametrize(("model", "law"), [(_Biased(), "order_of_lfs"), (_Nan(), "NaN")])
def test_the_suite_finds_broken_models(model, law):
    with pytest.raises(AssertionError, match=law):
        check_label_model(model)


def one_sided(rows: int, *, seed: int, copies: int = 0, shares=(0.5, 0.5)) -> tuple[np.ndarray, np.ndarray]:
    """Ten LFs that each vote one label only, the first followed by ``copies`` nine-in-ten copies; and the truth."""
    random = np.random.default_rng(seed)
    truth = random.choice(2, rows, p=shares)
    columns = []
    for j in range(10):
        hit, miss = random.uniform(0.2, 0.5), random.uniform(0.02, 0.2)
        fires = random.random(rows) < np.where(truth == j % 2, hit, miss)
        columns.append(np.where(fires, j % 2, -1))
    for _ in range(copies):
        columns.append(np.where(random.random(rows) < 0.9, columns[0], -1))
    return np.stack(columns, axis=1).astype(np.int8), truth


def accuracy(model, votes, truth) -> float:
    covered = (votes >= 0).any(axis=1)
    return float((model.fit(votes).predict(votes) == truth)[covered].mean())


def test_one_sided_votes_beat_majority_vote():
    votes, truth = one_sided(4000, seed=0)
    own = LabelModel(labels=2)
    assert accuracy(own, votes, truth) > accuracy(MajorityVote(labels=2), votes, truth) + 0.02
    assert own.trust_ > 0.9
    assert own.discounts_ == pytest.approx(np.ones(10), abs=0.05)


def test_the_class_balance_is_found():
    votes, _ = one_sided(6000, seed=1, shares=(0.75, 0.25))
    assert LabelModel(labels=2).fit(votes).class_balance_ == pytest.approx([0.75, 0.25], abs=0.06)


def test_copies_do_not_take_over():
    votes, truth = one_sided(4000, seed=2, copies=3)
    alone = accuracy(LabelModel(labels=2), votes[:, :10], truth)
    structure = [(0, 10), (0, 11), (0, 12), (10, 11), (10, 12), (11, 12)]
    for model in (LabelModel(labels=2), LabelModel(labels=2, structure=structure)):
        assert accuracy(model, votes, truth) > alone - 0.015
        assert (model.discounts_[[0, 10, 11, 12]].max() < 0.4) == (not model.cliques_)
    assert model.cliques_ == ((0, 10, 11, 12),)
    assert set(structure) <= set(model.dependent_pairs_)


def test_exact_duplicates_change_nothing():
    votes, _ = one_sided(1000, seed=3)
    double = np.concatenate([votes, votes[:, [0, 0, 4]]], axis=1)
    one = LabelModel(labels=2).fit(votes).predict_proba(votes)
    assert LabelModel(labels=2).fit(double).predict_proba(double) == pytest.approx(one, abs=1e-9)


def test_structure_takes_names_and_objects_with_pairs():
    votes, _ = one_sided(300, seed=4)
    matrix = LabelMatrix.of(votes, labels=2)

    class Graph:
        pairs = ((0, 2),)

    fits = [LabelModel(structure=s).fit(matrix).predict_proba(matrix) for s in ([("LF1", "LF3")], [(0, 2)], Graph())]
    assert np.array_equal(fits[0], fits[1])
    assert np.array_equal(fits[0], fits[2])


def test_misfitting_votes_are_left_to_majority_vote():
    random = np.random.default_rng(5)
    truth, mood = random.integers(0, 2, 3000), random.integers(0, 3, 3000)  # a second cause that is not the label
    votes = np.full((3000, 9), -1, np.int8)
    for j in range(9):
        fires = random.random(3000) < np.where(mood == j // 3, 0.55, 0.15)
        right = random.random(3000) < 0.75
        votes[fires, j] = np.where(right, truth, 1 - truth)[fires]
    model = LabelModel(labels=2).fit(votes)
    majority = MajorityVote(labels=2).fit(votes).predict(votes, abstain=True)
    clear = majority >= 0
    assert model.trust_ < 0.5
    assert (model.predict(votes) == majority)[clear].mean() > 0.97


def test_a_sample_of_patterns_gives_nearly_the_same_model(monkeypatch):
    votes, _ = one_sided(6000, seed=6)
    whole = LabelModel(labels=2).fit(votes).predict_proba(votes)
    monkeypatch.setattr(vote_problem, "SAMPLE", 100)
    sampled = LabelModel(labels=2, trust=1.0).fit(votes).predict_proba(votes)
    assert np.abs(sampled - whole).mean() < 0.05


def test_known_labels_are_used():
    votes, truth = one_sided(1500, seed=7)
    votes = np.where(votes >= 0, 1 - votes, votes).astype(np.int8)[:, :2]  # two LFs: nothing to be told without gold
    gold = np.where(np.arange(1500) < 300, 1 - truth, -1)
    with pytest.warns(SaysoWarning, match="SAY325|SAY324"):
        blind = LabelModel(labels=2).fit(votes)
    seen = LabelModel(labels=2).fit(votes, gold)
    assert (blind.trust_, seen.trust_ > 0.5) == (0.0, True)
    apart = LabelModel(labels=2).fit(votes[300:], dev=(votes[:300], gold[:300]))
    assert apart.predict_proba(votes) == pytest.approx(seen.predict_proba(votes), abs=1e-9)


def test_gold_that_contradicts_is_reported():
    votes, truth = one_sided(1500, seed=8)
    votes[:, 0] = np.where(np.arange(1500) % 3 == 0, 1 - truth, -1)  # always wrong
    with pytest.warns(SaysoWarning, match=r"SAY328 warning: LF1 is wrong more often than chance"):
        LabelModel(labels=2).fit(votes, truth)


@pytest.mark.parametrize(
    ("votes", "code"),
    [
        (np.full((9, 3), -1), "SAY321"),
        ([[1, 1, 1], [1, -1, 1]] * 9, "SAY322"),
        ([[0, -1, -1], [-1, 1, -1], [-1, -1, 0]] * 9, "SAY324"),
        ([[0, 0, -1], [-1, 1, 1], [0, 1, -1]] * 9, "SAY325"),
        ([[0, 0, -1, 1], [1, 1, -1, 0], [0, 1, -1, 1]] * 9, "SAY320"),
    ],
)
def test_what_votes_cannot_tell_is_said_by_name(votes, code):
    with pytest.warns(SaysoWarning, match=code):
        model = LabelModel(labels=2).fit(votes)
    assert code in {diagnostic.code for diagnostic in model.diagnostics_}


def test_all_functions_that_never_vote_are_named_though_their_votes_are_alike():
    votes = np.array([[0, 0, -1, 1, -1, 0], [1, 1, -1, 0, -1, 1], [0, 1, -1, 1, -1, 0]] * 9)
    with pytest.warns(SaysoWarning, match=r"2 of 6 labeling functions never vote: LF3, LF5"):
        LabelModel(labels=2).fit(votes)


def test_labels_without_votes_are_named():
    with pytest.warns(SaysoWarning, match="no labeling function votes for maybe"):
        LabelModel(labels=["no", "yes", "maybe"]).fit(planted_votes(rows=100, lfs=4, labels=2, seed=0))


votes_of_any_kind = hnp.arrays(np.int8, st.tuples(st.integers(1, 30), st.integers(1, 6)), elements=st.integers(-1, 2))


@settings(max_examples=60, deadline=None)
@given(votes_of_any_kind, st.sampled_from([0.0, 0.5, 1.0, "auto"]), st.data())
def test_whatever_the_votes_probabilities_come_out(votes, trust, data):
    gold = data.draw(st.none() | hnp.arrays(np.int64, len(votes), elements=st.integers(-1, 2)))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SaysoWarning)
        model = LabelModel(labels=3, trust=trust).fit(votes, gold)
    probabilities = model.predict_proba(votes)
    assert np.isfinite(probabilities).all()
    assert np.allclose(probabilities.sum(axis=1), 1.0)
    json.dumps(model.explain(votes[0]))
    summary = model.summary(votes)
    shown = summary.drop_nulls("accuracy")
    assert ((shown["low"] <= shown["accuracy"]) & (shown["accuracy"] <= shown["high"])).all()


@settings(max_examples=40, deadline=None)
@given(votes_of_any_kind)
def test_without_trust_labels_are_those_of_majority_vote(votes):
    distinct = len({column.tobytes() for column in votes.T})
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SaysoWarning)
        own = LabelModel(labels=3, trust=0.0, class_balance="uniform").fit(votes)
    if distinct < votes.shape[1]:
        return  # copies count once here, and several times for majority vote
    counts = np.stack([(votes == label).sum(axis=1) for label in range(3)], axis=1)
    ahead = np.sort(counts, axis=1)
    clear = ahead[:, -1] >= 2 * ahead[:, -2] + 1
    assert np.array_equal(own.predict(votes)[clear], counts.argmax(axis=1)[clear])


def test_explanations_add_up():
    votes, _ = one_sided(2000, seed=9)
    model = LabelModel(labels=["ham", "spam"]).fit(votes)
    row = votes[(votes >= 0).sum(axis=1).argmax()]
    told = model.explain(row)
    total = told["prior"] + told["silence"] + sum(item["evidence"] for item in told["votes"])
    odds = told["probabilities"][told["label"]] / told["probabilities"][told["against"]]
    assert total == pytest.approx(np.log(odds))
    assert {item["lf"] for item in told["votes"]} == {f"LF{j + 1}" for j in np.flatnonzero(row >= 0)}
    assert told["words"].startswith(told["label"])
    assert "no labeling function votes" in model.explain([-1] * 10)["words"]


def test_estimated_accuracies_are_near_the_true_ones():
    votes, truth = one_sided(8000, seed=10)
    model = LabelModel(labels=2).fit(votes)
    true = [(truth[votes[:, j] >= 0] == j % 2).mean() for j in range(10)]
    assert model.summary(votes)["accuracy"].to_numpy() == pytest.approx(true, abs=0.08)


@pytest.mark.parametrize(
    "wrong",
    [
        {"class_balance": [0.5]},
        {"class_balance": [0.9, 0.9]},
        {"class_balance": "even"},
        {"class_balance": [np.nan, 1.0]},
        {"trust": 2},
        {"trust": "much"},
        {"structure": [(0, 9)]},
        {"structure": [(0, 1, 2)]},
        {"structure": 3},
        {"trust": np.array([0.1, 0.2])},
        {"kind": ["auto"]},
        {"max_iter": 0},
        {"max_iter": 2.5},
        {"max_iter": np.inf},
        {"tol": -1},
        {"random_state": "a"},
        {"random_state": -1},
    ],
    ids=str,
)
def test_settings_that_are_none_are_refused(wrong):
    with pytest.raises(SaysoError, match="SAY341"):
        LabelModel(labels=2, **wrong).fit(planted_votes(rows=20, lfs=4, labels=2, seed=0))


@pytest.mark.parametrize("dev", [3, ([[0, 1]],), "votes"], ids=str)
def test_a_dev_set_that_is_none_is_refused(dev):
    with pytest.raises(SaysoError, match=r"SAY341.*dev"):
        LabelModel(labels=2).fit(planted_votes(rows=20, lfs=4, labels=2, seed=0), dev=dev)


def test_an_unfitted_model_says_so():
    with pytest.raises(SaysoError, match="SAY340"):
        LabelModel().predict_proba([[0, 1]])
    with pytest.raises(SaysoError, match="SAY340"):
        LabelModel().save("nowhere.npz")


def test_damaged_and_foreign_files_are_refused(tmp_path: Path):
    votes = planted_votes(rows=50, lfs=4, labels=2, seed=0)
    path = tmp_path / "model.npz"
    clone(LabelModel(structure=[(0, 1)], labels=["a", "b"])).fit(votes).save(path)
    assert LabelModel.load(path).labels == ["a", "b"]
    assert [file.name for file in tmp_path.iterdir()] == ["model.npz"]
    whole = path.read_bytes()
    for kind, load in ((whole[: len(whole) // 2], LabelModel), (b"text", LabelModel), (whole, MajorityVote)):
        path.write_bytes(kind)
        with pytest.raises(SaysoError, match="SAY343"):
            load.load(path)
    with pytest.raises(SaysoError, match="no such file"):
        LabelModel.load(tmp_path / "other.npz")
    with pytest.raises(SaysoError, match="SAY424"):
        LabelModel(labels=2).fit(votes).save(path / "model.npz")


def test_youtube_votes():
    data = Path(os.environ.get("SAYSO_DATA", Path(__file__).parents[2] / ".." / "shared" / "data"))
    file = data / "youtube" / "train_votes.csv"
    if not file.exists():
        pytest.skip(f"needs the YouTube votes of WRENCH in {file} (set SAYSO_DATA)")
    frame = pl.read_csv(file)
    votes, gold = LabelMatrix.of(frame.drop("gold"), labels=["ham", "spam"]), frame["gold"].to_numpy()
    covered = (votes.votes >= 0).any(axis=1)
    probabilities = LabelModel().fit(votes).predict_proba(votes)[covered]
    right = probabilities[np.arange(covered.sum()), gold[covered]]
    assert (probabilities.argmax(axis=1) == gold[covered]).mean() > 0.87
    assert -np.log(right).mean() < 0.45
