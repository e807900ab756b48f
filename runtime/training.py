"""Training a network on probabilistic labels: the noise-aware loss, and when to stop without gold labels."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
import torch
from torch import Tensor, nn

from .descent import descent
from .encoders.base import Batch, Inputs, Recipe, Rows, Trunk
from .progress import LateBar

ROUND = 500
"""The held-out rows are looked at after each pass, and in long passes every so many steps."""

GAIN = 1e-3
"""The share by which the held-out loss must fall for a round to count as a gain."""

FEWEST_HELD_OUT, MOST_HELD_OUT = 10, 10_000
"""With fewer held-out rows than the first, nothing is held out; more than the second tell nothing more."""


class Network(nn.Module):
    """A trunk and the head of one task. A row of which the trunk knows nothing gets the prior."""

    prior: Tensor

    def __init__(self, trunk: Trunk, prior: Tensor) -> None:
        """Put a head on ``trunk``; ``prior`` has the logarithms of the labels' shares, (k,)."""
        super().__init__()
        self.trunk = trunk
        self.head = nn.Linear(trunk.width, len(prior), bias=False)
        self.register_buffer("prior", prior)

    def forward(self, *batch: Tensor) -> Tensor:
        """Scores (logits) of the labels, shape (b, k)."""
        scores: Tensor = self.head(self.trunk.output(batch)) + self.prior
        return scores

    def scores(self, batch: Batch) -> Tensor:
        """Scores of a batch, computed where the weights are."""
        result: Tensor = self(*(part.to(self.prior.device) for part in batch))
        return result


def expected_loss(scores: Tensor, probs: Tensor, weights: Tensor) -> Tensor:
    """The noise-aware loss: the cross-entropy expected under probabilistic labels (Ratner et al. 2016, equation 5).

    Args:
        scores: logits, (b, k).
        probs: probabilistic labels, (b, k), rows summing to one.
        weights: of the rows, (b,); the result is their weighted mean.
    """
    losses = -(probs * scores.log_softmax(dim=1)).sum(dim=1)
    return (losses * weights).sum() / weights.sum()


@dataclass(slots=True)
class History:
    """What happened: the expected loss on held-out rows after each round, and the round whose weights were kept.

    ``losses`` is empty if nothing was held out; then the last weights are kept and ``best`` is None.
    """

    losses: list[float] = field(default_factory=list)
    best: int | None = None
    steps: int = 0


@dataclass(frozen=True, slots=True)
class Targets:
    """What the rows should become: probabilistic labels (n, k) and weights (n,), both float32."""

    probs: Tensor
    weights: Tensor

    def at(self, rows: Rows, device: torch.device) -> tuple[Tensor, Tensor]:
        """Labels and weights of these rows."""
        places = torch.from_numpy(rows)
        return self.probs[places].to(device), self.weights[places].to(device)


def train(
    network: Network,
    inputs: Inputs,
    targets: Targets,
    recipe: Recipe,
    *,
    held_out: float,
    rng: np.random.Generator,
    progress: bool,
) -> History:
    """Train ``network`` in place; the weights with the lowest held-out loss are restored at the end.

    The held-out share of the rows is drawn once; training stops after ``recipe.patience`` rounds without gain, after
    ``recipe.epochs`` passes, or when the loss is no longer a number.

    Returns:
        what happened; ``best`` is None and ``losses`` is not empty if not a single loss was a number.
    """
    order = rng.permutation(len(inputs)).astype(np.int64)
    held = min(int(len(order) * held_out), MOST_HELD_OUT)
    held = held if held >= FEWEST_HELD_OUT else 0
    watched, seen = order[:held], order[held:]
    way = descent(network.trunk, network.head, recipe)
    history, kept, stalled = History(), _weights(network), 0
    total = recipe.epochs * math.ceil(len(seen) / recipe.batch_size)
    with LateBar("training", total=total, wanted=progress) as bar:
        for rows in _rounds(seen, recipe, rng):
            network.train()
            for start in range(0, len(rows), recipe.batch_size):
                chosen = rows[start : start + recipe.batch_size]
                way.step(expected_loss(network.scores(inputs.batch(chosen)), *targets.at(chosen, network.prior.device)))
                history.steps += 1
                bar.advance()
            way.settle()
            if not held:
                continue
            loss = evaluate(network, inputs, targets, watched, recipe.predict_batch)
            history.losses.append(loss)
            least = math.inf if history.best is None else history.losses[history.best]
            stalled = 0 if loss < least * (1 - GAIN) else stalled + 1
            if loss < least:
                history.best, kept = len(history.losses) - 1, _weights(network)
            if stalled >= recipe.patience or not math.isfinite(loss):
                break
    if history.best is not None:
        network.load_state_dict(kept)
    network.eval()
    return history


def evaluate(network: Network, inputs: Inputs, targets: Targets, rows: Rows, batch_size: int) -> float:
    """The expected loss on ``rows``."""
    scores = predict(network, inputs, rows, batch_size)
    return float(expected_loss(scores, *targets.at(rows, scores.device)))


def predict(network: Network, inputs: Inputs, rows: Rows, batch_size: int, bar: LateBar | None = None) -> Tensor:
    """Scores of ``rows``, shape (rows, k), on the CPU."""
    network.eval()
    parts = [torch.zeros(0, len(network.prior))]
    with torch.no_grad():
        for start in range(0, len(rows), batch_size):
            parts.append(network.scores(inputs.batch(rows[start : start + batch_size])).cpu())
            if bar is not None:
                bar.advance(len(parts[-1]))
    return torch.cat(parts)


def _rounds(rows: Rows, recipe: Recipe, rng: np.random.Generator) -> Iterator[Rows]:
    """The rows in a new order for each pass, a pass in pieces of at most ``ROUND`` steps."""
    for _ in range(recipe.epochs):
        order = rng.permutation(rows)
        size = ROUND * recipe.batch_size
        for start in range(0, len(order), size):
            yield order[start : start + size]


def _weights(network: Network) -> dict[str, Tensor]:
    """A copy of all weights."""
    return {name: value.detach().clone() for name, value in network.state_dict().items()}
