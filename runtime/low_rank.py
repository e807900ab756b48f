"""Matrices of low rank behind correlations of which some are known to be something else."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from .vote_codes import Floats

Bools = npt.NDArray[np.bool_]

SPARSITY = (1.0, 0.85, 0.7, 0.6, 0.5, 0.4, 0.3)
"""Weights of the sparse part, to be divided by the root of the number of variables, the largest first."""

STEPS, SETTLED = 150, 1e-4
_FIT_STEPS, _FIT_SETTLED = 500, 1e-5
_RIDGE, _LEAST = 1e-6, 1e-4


def principal_parts(correlation: Floats, free: Bools, rank: int) -> Iterator[Floats]:
    """Parts of ``correlation`` where it is not ``free`` that leave a sparse rest, until one is of ``rank``."""
    for weight in SPARSITY:
        low = principal_part(correlation, free, weight / np.sqrt(len(correlation)))
        yield low
        values = np.linalg.eigvalsh(low)
        if (values > max(0.02 * values[-1], 0.05)).sum() <= rank:
            return


def principal_part(correlation: Floats, free: Bools, weight: float) -> Floats:
    """The positive semidefinite L of least trace, given ``weight`` for the absolute sum of the rest where not ``free``.

    The alternating direction method of multipliers (Z. Lin et al., 2010).
    """
    sparse, dual = np.zeros_like(correlation), np.zeros_like(correlation)
    low = sparse
    for _ in range(STEPS):
        values, vectors = np.linalg.eigh(correlation - sparse + dual)
        values = np.maximum(values - 1.0, 0.0)
        before, low = low, (vectors * values) @ vectors.T
        rest = correlation - low + dual
        sparse = np.where(free, rest, np.sign(rest) * np.maximum(np.abs(rest) - weight, 0.0))
        dual = dual + correlation - low - sparse
        if values[-1] > 0.0 and np.abs(low - before).max() < SETTLED:
            break
    return low


def nearest(correlation: Floats, free: Bools, rank: int, low: Floats) -> Floats:
    """The matrix of this rank that is nearest to ``correlation`` where that is not ``free``; begins at ``low``.

    By alternating least squares, half a step at a time. Filling in what is free by the last fit would do as well, but
    creeps where most of what there is to see is free. No variable is explained by more than all of itself.
    """
    values, vectors = np.linalg.eigh(np.where(free, low, correlation))
    factors = vectors[:, -rank:] * np.sqrt(np.maximum(values[-rank:], _LEAST))
    seen = (~free).astype(np.float64)
    target = correlation * seen
    for _ in range(_FIT_STEPS):
        squares = (factors[:, :, None] * factors[:, None, :]).reshape(len(factors), -1)
        normal = (seen @ squares).reshape(len(factors), rank, rank) + _RIDGE * np.eye(rank)
        fitted = np.linalg.solve(normal, (target @ factors)[:, :, None])[:, :, 0]
        fitted /= np.maximum(np.linalg.norm(fitted, axis=1, keepdims=True), 1.0)
        step = (fitted - factors) / 2.0
        factors = factors + step
        if np.abs(step).max() < _FIT_SETTLED:
            break
    return np.asarray(factors @ factors.T, dtype=np.float64)
