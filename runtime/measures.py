"""How good probabilistic labels are, against gold labels: accuracy, F1, log-loss, calibration.

Ties are shared: a row whose best labels are equally probable counts as labeled with each of them in equal parts, so
that majority vote is neither helped nor hurt by the order of the labels.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..corpora.label_matrix import check_gold
from ..grammar.diagnostics import SaysoError, problem

Floats = npt.NDArray[np.float64]
Counts = npt.NDArray[np.int64]

BINS = 10
"""Bins of confidence, of equal width."""

FLOOR = 1e-15
"""The least probability whose logarithm is taken; 1 - FLOOR still differs from 1 in double precision."""

TIE = 1e-9
"""Probabilities that differ by less are equal."""


@dataclass(frozen=True, slots=True)
class Measures:
    """What gold labels say of probabilistic labels.

    Attributes:
        rows: rows with a gold label; nothing else is counted.
        accuracy: the share of them that is labeled right.
        f1: with two labels, the F1 of the second one; with more, the mean of the labels' F1 (macro). A label that is
            neither there nor predicted does not count.
        log_loss: the mean of -log p(gold), in nats.
        ece: expected calibration error, over ten bins of equal width: how far confidence lies from accuracy.
        f1_name: "F1 of LABEL", or "macro F1".
    """

    rows: int
    accuracy: float
    f1: float
    log_loss: float
    ece: float
    f1_name: str


@dataclass(frozen=True, slots=True)
class Bin:
    """The rows of one bin of confidence: how many, how sure the model is on average, how often it is right."""

    rows: int
    confidence: float
    accuracy: float


def measure(probs: npt.ArrayLike, gold: npt.ArrayLike, labels: Sequence[str]) -> Measures | None:
    """Measure ``probs`` (n, k) against ``gold`` (n,), -1 where unknown; None if no row has a gold label.

    Raises:
        SaysoError: SAY306 if gold does not fit, SAY520 if the probabilities do not.

    >>> found = measure([[.9, .1], [.4, .6], [.5, .5]], [0, 0, 1], ["ham", "spam"])
    >>> found.rows, found.accuracy, found.f1_name
    (3, 0.5, 'F1 of spam')
    """
    kept, truth = _known(probs, gold, labels)
    if not len(truth):
        return None
    said = shared_labels(kept)
    table = np.zeros((len(labels), len(labels)))
    np.add.at(table, truth, said)
    loss = -np.log(np.maximum(kept[np.arange(len(truth)), truth], FLOOR)).mean()
    gaps = [abs(part.confidence - part.accuracy) * part.rows for part in reliability(kept, truth, labels)]
    name = f"F1 of {labels[1]}" if len(labels) == 2 else "macro F1"
    return Measures(
        len(truth), float(np.trace(table) / len(truth)), _f1(table), float(loss), sum(gaps) / len(truth), name
    )


def reliability(probs: npt.ArrayLike, gold: npt.ArrayLike, labels: Sequence[str]) -> list[Bin]:
    """Confidence (the probability of the most probable label) against accuracy, for each bin that has rows.

    Raises:
        SaysoError: as :func:`measure`.
    """
    kept, truth = _known(probs, gold, labels)
    if not len(truth):
        return []
    confidence = kept.max(axis=1)
    right = shared_labels(kept)[np.arange(len(truth)), truth]
    where = np.minimum((confidence * BINS).astype(np.intp), BINS - 1)
    rows = np.bincount(where, minlength=BINS)
    sure = np.bincount(where, confidence, BINS)
    correct = np.bincount(where, right, BINS)
    return [Bin(int(n), float(c / n), float(r / n)) for n, c, r in zip(rows, sure, correct, strict=True) if n]


def confusion(probs: npt.ArrayLike, gold: npt.ArrayLike, labels: Sequence[str]) -> Floats:
    """How many rows of each gold label (rows) get each label (columns), (k, k); tied rows are split.

    Raises:
        SaysoError: as :func:`measure`.
    """
    kept, truth = _known(probs, gold, labels)
    table = np.zeros((len(labels), len(labels)))
    np.add.at(table, truth, shared_labels(kept))
    return table


def shared_labels(probs: npt.ArrayLike) -> Floats:
    """The most probable label of each row as a one-hot row (n, k), shared evenly between labels that tie.

    >>> shared_labels([[.2, .8], [.5, .5]]).tolist()
    [[0.0, 1.0], [0.5, 0.5]]
    """
    table = np.asarray(probs, dtype=np.float64)
    best = table >= table.max(axis=1, keepdims=True) - TIE
    return np.asarray(best / best.sum(axis=1, keepdims=True), dtype=np.float64)


def _known(probs: npt.ArrayLike, gold: npt.ArrayLike, labels: Sequence[str]) -> tuple[Floats, Counts]:
    """Probabilities and gold of the rows whose label is known."""
    table = np.asarray(probs, dtype=np.float64)
    if table.ndim != 2 or table.shape[1] != len(labels) or not np.isfinite(table).all():
        found = (
            f"an array of shape {table.shape}"
            if table.ndim != 2 or table.shape[1] != len(labels)
            else "NaN or infinity"
        )
        raise SaysoError(problem("SAY520", found=found, k=len(labels)))
    truth = check_gold(gold, rows=len(table), labels=labels)
    known = truth >= 0
    return table[known], truth[known]


def _f1(table: Floats) -> float:
    """F1 from a confusion matrix: of the second of two labels, else the mean over the labels that occur."""
    hit = np.diag(table)
    total = table.sum(axis=0) + table.sum(axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        each = 2 * hit / total
    if len(table) == 2:
        return float(each[1]) if total[1] else 0.0
    return float(each[total > 0].mean())
