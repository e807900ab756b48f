"""What is measured of probabilities against gold labels, on covered rows, and how models rank."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from matrices import Matrix
from scipy.stats import rankdata

LEAST = 1e-6
"""Probabilities are cut here before their logarithm is taken."""

BINS = 15

DRAWS = 20
"""So often ties are broken at random where F1 is measured."""


def score(probabilities: np.ndarray, matrix: Matrix, seed: int, rows: np.ndarray | None = None) -> dict[str, float]:
    """Accuracy (of tied labels, each in part), F1 (mean over random breaks of ties), log-loss, calibration error.

    On the covered rows.
    ``f1``: of the label that counts, or the mean over all labels. ``main``: F1 where one label counts, else accuracy.
    ``rows``: a further mask of rows.
    """
    if not np.all(np.isfinite(probabilities)):
        raise FloatingPointError("probabilities that are not finite")
    used = matrix.covered if rows is None else matrix.covered & rows
    p, gold = probabilities[used], matrix.gold[used]
    best = p >= p.max(axis=1, keepdims=True) - 1e-9
    random = np.random.default_rng(seed)
    draws = [np.where(best, random.random(p.shape), -1.0).argmax(axis=1) for _ in range(DRAWS)]
    accuracy = float((best[np.arange(len(gold)), gold] / best.sum(axis=1)).mean())
    counted = range(matrix.k) if matrix.positive is None else [matrix.positive]
    f1 = float(np.mean([_f1(found == label, gold == label) for found in draws for label in counted]))
    loss = float(-np.log(np.clip(p[np.arange(len(gold)), gold], LEAST, 1.0)).mean())
    main = accuracy if matrix.positive is None else f1
    return {"accuracy": accuracy, "f1": f1, "log_loss": loss, "ece": _calibration(p, draws[0] == gold), "main": main}


def ranks(values: Sequence[float], *, highest_first: bool) -> np.ndarray:
    """1 for the best; equals to four digits share."""
    rounded = np.round(np.asarray(values, float), 4)
    return np.asarray(rankdata(-rounded if highest_first else rounded))


def _f1(found: np.ndarray, true: np.ndarray) -> float:
    return float(2.0 * (found & true).sum() / max(found.sum() + true.sum(), 1))


def _calibration(p: np.ndarray, right: np.ndarray) -> float:
    """Expected calibration error of the most probable label's probability, in bins of equal width."""
    confidence = p.max(axis=1)
    where = np.minimum((confidence * BINS).astype(int), BINS - 1)
    gap = np.bincount(where, confidence - right, minlength=BINS)
    return float(np.abs(gap).sum() / len(p))
