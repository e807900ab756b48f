"""Measures against scikit-learn, and the laws that ties and missing labels have to keep."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sayso import SaysoError
from sayso.runtime.measures import confusion, measure, reliability, shared_labels
from sklearn.metrics import accuracy_score, confusion_matrix, f1_score, log_loss


def drawn(seed, rows, k):
    """Random probabilities without ties, and gold labels."""
    random = np.random.default_rng(seed)
    return random.dirichlet(np.ones(k), rows), random.integers(0, k, rows)


cases = given(seed=st.integers(0, 10_000), rows=st.integers(1, 40), k=st.integers(2, 5))


@cases
def test_measures_are_those_of_scikit_learn(seed, rows, k):
    probs, gold = drawn(seed, rows, k)
    labels = [f"l{i}" for i in range(k)]
    found, predicted = measure(probs, gold, labels), probs.argmax(axis=1)
    assert found.rows == rows
    assert found.accuracy == pytest.approx(accuracy_score(gold, predicted))
    assert found.log_loss == pytest.approx(log_loss(gold, probs, labels=range(k)))
    average = {"average": "binary", "pos_label": 1} if k == 2 else {"average": "macro"}
    assert found.f1 == pytest.approx(f1_score(gold, predicted, zero_division=0, **average))
    assert np.array_equal(confusion(probs, gold, labels), confusion_matrix(gold, predicted, labels=range(k)))


@cases
def test_the_order_of_labels_does_not_matter_even_for_ties(seed, rows, k):
    probs, gold = drawn(seed, rows, k)
    probs = np.round(probs * 2) + 0.01
    probs /= probs.sum(axis=1, keepdims=True)
    labels = [f"l{i}" for i in range(k)]
    order = np.random.default_rng(seed).permutation(k)
    there, back = measure(probs, gold, labels), measure(probs[:, order], np.argsort(order)[gold], labels)
    assert there.accuracy == pytest.approx(back.accuracy)
    assert there.ece == pytest.approx(back.ece)
    assert shared_labels(probs).sum(axis=1) == pytest.approx(1.0)


@cases
def test_rows_without_gold_do_not_count(seed, rows, k):
    probs, gold = drawn(seed, rows, k)
    labels = [f"l{i}" for i in range(k)]
    more = measure(np.concatenate([probs, probs]), np.concatenate([gold, np.full(rows, -1)]), labels)
    assert more == measure(probs, gold, labels)


def test_calibration_by_hand():
    probs = [[0.95, 0.05]] * 4 + [[0.35, 0.65]] * 2
    gold = [0, 0, 0, 1, 1, 1]
    sure, unsure = reliability(probs, gold, ["a", "b"])[::-1]
    assert (sure.rows, sure.accuracy, unsure.rows, unsure.accuracy) == (4, 0.75, 2, 1.0)
    assert (sure.confidence, unsure.confidence) == (pytest.approx(0.95), pytest.approx(0.65))
    assert measure(probs, gold, ["a", "b"]).ece == pytest.approx((4 * 0.2 + 2 * 0.35) / 6)


def test_a_coin_is_right_half_the_time():
    assert measure([[0.5, 0.5]] * 10, [1] * 10, ["a", "b"]).accuracy == 0.5


def test_nothing_known_is_no_measure():
    assert measure([[0.5, 0.5]], [-1], ["a", "b"]) is None
    assert reliability([[0.5, 0.5]], [-1], ["a", "b"]) == []


def test_a_certain_error_costs_much_and_not_infinitely_much():
    found = measure([[1.0, 0.0]], [1], ["a", "b"])
    assert 30 < found.log_loss < 40
    assert found.f1 == 0.0


@pytest.mark.parametrize(
    ("probs", "gold", "code"),
    [
        ([[0.5, 0.5]], [0, 1], "SAY306"),
        ([[0.5, 0.5]], [2], "SAY306"),
        ([[0.2, 0.3, 0.5]], [0], "SAY520"),
        ([[np.nan, 0.5]], [0], "SAY520"),
        ([0.5, 0.5], [0, 1], "SAY520"),
    ],
)
def test_what_does_not_fit_is_refused(probs, gold, code):
    with pytest.raises(SaysoError) as caught:
        measure(probs, gold, ["a", "b"])
    assert caught.value.diagnostic.code == code
