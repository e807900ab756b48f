"""The noise-aware loss and early stopping."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from sayso.runtime.encoders.base import Recipe, Trunk
from sayso.runtime.training import GAIN, Network, Targets, evaluate, expected_loss, predict, train
from torch import Tensor, nn

FEW = st.floats(-5, 5, width=32)
RECIPE = Recipe("sparse", 0.1, 0.0, epochs=30, patience=4, batch_size=16, predict_batch=64)


@settings(max_examples=50, deadline=None)
@given(arrays(np.float32, (4, 3), elements=FEW), arrays(np.float32, (4, 3), elements=FEW), st.data())
def test_the_loss_is_the_cross_entropy_expected_over_hard_labels(
    a: np.ndarray, b: np.ndarray, data: st.DataObject
) -> None:
    scores, probs = torch.from_numpy(a).double(), torch.from_numpy(b).double().softmax(dim=1)
    weights = torch.tensor(data.draw(st.lists(st.floats(0.1, 3), min_size=4, max_size=4)), dtype=torch.float64)
    hard = torch.stack(
        [nn.functional.cross_entropy(scores, torch.full((4,), k), reduction="none") for k in range(3)], 1
    )
    expectation = ((probs * hard).sum(dim=1) * weights).sum() / weights.sum()
    assert float(expected_loss(scores, probs, weights)) == pytest.approx(float(expectation), abs=1e-9)


class Points:
    """Rows that are points in the plane."""

    def __init__(self, points: np.ndarray) -> None:
        self.points = torch.from_numpy(points)

    def __len__(self) -> int:
        return len(self.points)

    def batch(self, rows: np.ndarray) -> tuple[Tensor, ...]:
        return (self.points[torch.from_numpy(rows)],)


class Bend(Trunk):
    width = 32

    def __init__(self) -> None:
        super().__init__()
        self.layer = nn.Linear(2, 32)

    def forward(self, points: Tensor) -> Tensor:
        return torch.relu(self.layer(points))


def lesson(rows: int, noise: float) -> tuple[Points, Targets, np.ndarray]:
    rng = np.random.default_rng(0)
    points = rng.normal(size=(rows, 2)).astype(np.float32)
    truth = (points.sum(axis=1) > 0) ^ (rng.random(rows) < noise)
    return Points(points), Targets(torch.eye(2)[truth.astype(int)], torch.ones(rows)), truth


def run(recipe: Recipe, *, rows: int = 200, noise: float = 0.0, held_out: float = 0.2) -> tuple[Network, object, float]:
    inputs, targets, _ = lesson(rows, noise)
    with torch.random.fork_rng():
        torch.manual_seed(0)
        network = Network(Bend(), torch.zeros(2))
        history = train(
            network, inputs, targets, recipe, held_out=held_out, rng=np.random.default_rng(0), progress=False
        )
    watched = np.random.default_rng(0).permutation(rows)[: int(rows * held_out)]
    return network, history, evaluate(network, inputs, targets, watched, 64)


def test_the_weights_with_the_lowest_held_out_loss_are_kept() -> None:
    overfitting = dataclasses.replace(RECIPE, learning_rate=0.5, epochs=200)
    _, history, loss = run(overfitting, noise=0.3, rows=100)
    assert history.best < len(history.losses) - 1  # it got worse afterwards
    assert loss == pytest.approx(min(history.losses), rel=1e-5)


def test_training_stops_once_patience_is_over() -> None:
    _, history, _ = run(dataclasses.replace(RECIPE, learning_rate=0.5, epochs=200), noise=0.3, rows=100)
    before = history.losses[:-1]
    assert len(before) < 199
    assert min(history.losses[-RECIPE.patience :]) > min(before[: -RECIPE.patience + 1]) * (1 - GAIN)


def test_without_enough_rows_nothing_is_held_out() -> None:
    _, history, _ = run(RECIPE, rows=40)
    assert (history.losses, history.best) == ([], None)
    assert history.steps == RECIPE.epochs * 3


def test_a_loss_that_is_no_number_never_wins() -> None:
    network, history, _ = run(dataclasses.replace(RECIPE, learning_rate=1e38), noise=0.3)
    if history.best is None:
        assert history.losses
    else:
        assert all(torch.isfinite(value).all() for value in network.state_dict().values())


def test_weights_of_rows_count() -> None:
    inputs, targets, truth = lesson(200, 0.0)
    lying = torch.eye(2)[(~truth).astype(int)]
    doubled = Points(np.concatenate([inputs.points.numpy()] * 2))
    both = Targets(torch.cat([targets.probs, lying]), torch.cat([torch.full((200,), 1.0), torch.full((200,), 0.01)]))
    network = Network(Bend(), torch.zeros(2))
    train(network, doubled, both, RECIPE, held_out=0.0, rng=np.random.default_rng(0), progress=False)
    assert (predict(network, inputs, np.arange(200), 64).argmax(dim=1).numpy() == truth).mean() > 0.95
