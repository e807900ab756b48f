"""What a fitted model of votes holds of each labeling function, one line per function."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import polars as pl
from scipy.stats import beta

from ..corpora.label_matrix import LabelMatrix
from .vote_codes import Floats


def summary(matrix: LabelMatrix, posterior: Floats, evidence: Floats, worth: npt.ArrayLike) -> pl.DataFrame:
    """One line per labeling function (LF): see :meth:`.VoteModel.summary`.

    Args:
        matrix: the votes.
        posterior: ``(n, k)``, the probabilities of their labels.
        evidence: ``(m, k + 1, k)``, the model's.
        worth: ``(m,)``, how much of an independent, fully trusted vote that of each LF is, 0 to 1.
    """
    k = len(matrix.labels)
    voted = matrix.votes >= 0
    total = voted.sum(axis=0)
    certainty = 1.0 + (posterior * np.log(np.maximum(posterior, 1e-12))).sum(axis=1) / np.log(k)
    right, weight = np.zeros(len(total)), np.zeros(len(total))
    for label in range(k):
        cast = matrix.votes == label
        right += posterior[:, label] @ cast
        scores = evidence[:, 1 + label]
        others = (scores.sum(axis=1) - scores[:, label]) / (k - 1)
        weight += (scores[:, label] - others) * cast.sum(axis=0)
    with np.errstate(invalid="ignore", divide="ignore"):
        accuracy, weight = right / total, weight / total
    informative = (certainty @ voted) * worth
    share = np.nan_to_num(accuracy, nan=0.5)
    low, high = beta.ppf([[0.025], [0.975]], 1.0 + informative * share, 1.0 + informative * (1.0 - share))
    frame = matrix.summary().select("lf", "polarity", "votes", propensity="coverage")
    return frame.with_columns(
        accuracy=pl.Series(accuracy).fill_nan(None),
        low=pl.Series(np.minimum(low, share)),
        high=pl.Series(np.maximum(high, share)),
        evidence=pl.Series(weight).fill_nan(None),
    )
