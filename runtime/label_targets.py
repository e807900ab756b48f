"""Checking what an end model is to learn: probabilistic labels and weights of rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import torch

from ..grammar.diagnostics import SaysoError, problem
from ..grammar.task import Task
from .encoders.base import Rows
from .training import Targets

TOLERANCE = 1e-3
"""How far a row of probabilities may be from summing to one: single precision and printed digits pass."""


@dataclass(frozen=True, slots=True, eq=False)
class Lesson:
    """The rows to train on (r,), and their probabilistic labels (r, k) and weights (r,)."""

    rows: Rows
    probs: npt.NDArray[np.float64]
    weights: npt.NDArray[np.float64]

    @property
    def prior(self) -> torch.Tensor:
        """Logarithms of the labels' shares, (k,), as if half a row of each had been seen beside."""
        mass = (self.probs * self.weights[:, None]).sum(axis=0) * (len(self.rows) / self.weights.sum()) + 0.5
        return torch.tensor(np.log(mass / mass.sum()), dtype=torch.float32)

    @property
    def targets(self) -> Targets:
        """Labels and weights as tensors; the weights are scaled to one on average."""
        weights = self.weights / self.weights.mean()
        return Targets(torch.tensor(self.probs, dtype=torch.float32), torch.tensor(weights, dtype=torch.float32))


def lesson(task: Task, rows: int, probs: Any, sample_weight: Any) -> Lesson:
    """Check probabilistic labels (n, k) and weights (n,) or None; rows of weight 0 are left out unseen.

    Raises:
        SaysoError: SAY401 to SAY405.
    """
    array = _table(task, rows, probs)
    weights = _weights(rows, sample_weight)
    chosen = np.flatnonzero(weights > 0).astype(np.int64)
    if len(chosen) == 0:
        why = "every sample_weight is 0" if rows else "the corpus is empty"
        raise SaysoError(problem("SAY405", why=why))
    own = _distributions(array, chosen)
    held = np.flatnonzero(own.sum(axis=0) > TOLERANCE * len(own))
    if len(held) < 2:
        label = task.labels[held[0]]
        others = ", ".join(name for name in task.labels if name != label)
        raise SaysoError(problem("SAY404", rows=len(own), label=label, others=others))
    return Lesson(chosen, own, weights[chosen])


def _table(task: Task, rows: int, probs: Any) -> npt.NDArray[np.float64]:
    expected = f"{rows} x {len(task.labels)} numbers"
    try:
        array = np.asarray(probs, dtype=np.float64)
    except (TypeError, ValueError):
        raise SaysoError(problem("SAY401", found="no table of numbers", expected=expected)) from None
    if array.shape != (rows, len(task.labels)):
        found = " x ".join(map(str, array.shape)) + " numbers" if array.ndim else "a single number"
        raise SaysoError(problem("SAY401", found=found, expected=expected))
    return array


def _distributions(array: npt.NDArray[np.float64], rows: Rows) -> npt.NDArray[np.float64]:
    """These rows of ``array`` as probabilities that sum to one exactly, if they do so nearly."""
    own = array[rows]
    good = (own >= -TOLERANCE).all(axis=1) & (np.abs(own.sum(axis=1) - 1) <= TOLERANCE)  # NaN is neither
    if not good.all():
        row = int(rows[np.argmin(good)])
        raise SaysoError(problem("SAY402", row=row, found=_shown(array[row])))
    clipped = own.clip(min=0)
    result: npt.NDArray[np.float64] = clipped / clipped.sum(axis=1, keepdims=True)
    return result


def _weights(rows: int, sample_weight: Any) -> npt.NDArray[np.float64]:
    if sample_weight is None:
        return np.ones(rows)
    try:
        weights = np.asarray(sample_weight, dtype=np.float64)
    except (TypeError, ValueError):
        raise SaysoError(problem("SAY403", found="no list of numbers", expected=rows)) from None
    if weights.shape != (rows,):
        found = " x ".join(map(str, weights.shape)) + " numbers"
        raise SaysoError(problem("SAY403", found=found, expected=rows))
    bad = ~(np.isfinite(weights) & (weights >= 0))
    if bad.any():
        row = int(np.argmax(bad))
        raise SaysoError(problem("SAY403", found=f"{weights[row]} in row {row}", expected=rows))
    return weights


def _shown(row: npt.NDArray[np.float64]) -> str:
    """A few numbers of a row."""
    return "[" + ", ".join(f"{value:.4g}" for value in row[:6]) + (", ...]" if len(row) > 6 else "]")
