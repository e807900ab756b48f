"""What a label model learns from: votes, how many rows each row of them stands for, and the labels that are known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from ..corpora.label_matrix import LabelMatrix, check_gold, label_names
from ..grammar.diagnostics import SaysoError, problem
from ..grammar.task import ABSTAIN
from .settings import require
from .vote_codes import Floats

_MOST_ROWS = 1e15
"""So many rows can be counted one by one in a float64."""

_ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class VoteRows:
    """Votes; gold labels ``known`` ``(n,)``, -1 unknown, or None if none is; and ``weights`` ``(n,)`` of the rows."""

    matrix: LabelMatrix
    known: npt.NDArray[np.int64] | None
    weights: Floats

    @classmethod
    def of(
        cls,
        L: LabelMatrix | npt.ArrayLike,
        labels: Sequence[str] | int | None,
        gold: npt.ArrayLike | None,
        dev: tuple[LabelMatrix | npt.ArrayLike, npt.ArrayLike] | None,
        sample_weight: npt.ArrayLike | None,
    ) -> VoteRows:
        """All rows that ``fit`` is given; those of a dev set follow the others, and weigh one each.

        Raises:
            SaysoError: SAY301 to SAY306 for votes or gold that are none; SAY341 for weights that are none; SAY342 if
                the dev set's votes come from other labeling functions.
        """
        matrix = matrix_of(L, labels)
        weights = row_weights(sample_weight, len(matrix))
        known = None if gold is None else check_gold(gold, rows=len(matrix), labels=matrix.labels)
        if dev is not None:
            paired = isinstance(dev, (tuple, list)) and len(dev) == 2
            require(paired, "dev", dev, "a pair: votes, and their gold labels")
            other = LabelMatrix.of(dev[0], labels=matrix.labels)
            if other.votes.shape[1] != matrix.votes.shape[1]:
                counts = [f"{each.votes.shape[1]} labeling functions" for each in (other, matrix)]
                raise SaysoError(problem("SAY342", found=counts[0], expected=counts[1]))
            before = np.full(len(matrix), ABSTAIN, np.int64) if known is None else known
            known = np.concatenate([before, check_gold(dev[1], rows=len(other), labels=matrix.labels)])
            matrix = LabelMatrix(np.concatenate([matrix.votes, other.votes]), matrix.lf_names, matrix.labels)
            weights = np.concatenate([weights, np.ones(len(other))])
        return cls(matrix, known if known is not None and (known >= 0).any() else None, weights)


def given_balance(balance: Any, k: int) -> Floats:
    """A class balance given by the user as an array ``(k,)`` that sums to one, every label above zero.

    Raises:
        SaysoError: SAY341 if it is none.
    """
    try:
        shares = np.asarray(balance, dtype=np.float64)
    except (TypeError, ValueError):
        shares = np.empty(0)
    good = shares.shape == (k,) and bool(np.all(shares >= 0.0)) and abs(shares.sum() - 1.0) <= 1e-3
    require(good, "class_balance", balance, f"{k} shares, none negative, that sum to 1 (or 'uniform', or None)")
    shares = np.maximum(shares, 1e-6)
    return np.asarray(shares / shares.sum(), dtype=np.float64)


def row_weights(sample_weight: npt.ArrayLike | None, rows: int) -> Floats:
    """How many rows each row stands for, ``(rows,)``; one, without ``sample_weight``.

    Raises:
        SaysoError: SAY341 if they are not as many, masked, not finite, negative, or come to less than one row.
    """
    if sample_weight is None:
        return np.ones(rows)
    expected = f"{rows} numbers, none negative: how many rows each row stands for, 1 to {_MOST_ROWS:g} in total"
    given = np.asarray(sample_weight)
    good = given.shape == (rows,) and given.dtype.kind in "biuf" and not np.ma.is_masked(sample_weight)
    require(good, "sample_weight", sample_weight, expected)
    with np.errstate(over="ignore", invalid="ignore"):
        weights = given.astype(np.float64)
        least, most, total = float(weights.min()), float(weights.max()), float(weights.sum())
    if not (least >= 0.0 and 1.0 - _ROUNDING <= total <= _MOST_ROWS):
        found = f"{least:g} to {most:g}, {total:g} in total"
        raise SaysoError(problem("SAY341", name="sample_weight", found=found, expected=expected))
    return weights


def matrix_of(L: LabelMatrix | npt.ArrayLike, labels: Sequence[str] | int | None) -> LabelMatrix:
    """``L`` as a label matrix over ``labels`` (the model's own setting; None takes the matrix's)."""
    return LabelMatrix.of(L, labels=labels if labels is None or isinstance(labels, int) else label_names(labels))
