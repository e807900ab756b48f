"""Majority vote, a model like any other: the floor that every label model is held to."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from .label_em import VOTE_ACCURACY, vote_weight
from .settings import is_number, require
from .vote_model import VoteModel
from .vote_rows import VoteRows, given_balance


class MajorityVote(VoteModel):
    """The label with most votes.

    Probabilities are those of independent labeling functions that are all right with probability ``accuracy`` and
    wrong alike: ``p(label)`` is proportional to ``balance[label] * odds ** votes[label]``. Labels with equally many
    votes share evenly, and a row without votes gets the class balance: ``class_balance``, or the same for every label.

    >>> MajorityVote(labels=["ham", "spam"]).fit([[1, 1, 0]]).predict_proba([[1, 1, 0], [0, 1, -1]]).round(2).tolist()
    [[0.25, 0.75], [0.5, 0.5]]
    """

    def __init__(
        self,
        labels: Sequence[str] | int | None = None,
        *,
        class_balance: npt.ArrayLike | None = None,
        accuracy: float = VOTE_ACCURACY,
    ) -> None:
        """Store the settings; ``fit`` checks them."""
        self.labels = labels
        self.class_balance = class_balance
        self.accuracy = accuracy

    def _learn(self, rows: VoteRows, before: MajorityVote | None) -> None:
        """Take note of the labeling functions and labels; there is nothing to learn, and nothing else is used."""
        matrix = rows.matrix
        m, k = matrix.votes.shape[1], len(matrix.labels)
        between = is_number(self.accuracy) and 1.0 / k < self.accuracy < 1.0
        require(between, "accuracy", self.accuracy, f"a number above 1/{k} (chance) and below 1")
        balance = np.full(k, 1.0 / k) if self.class_balance is None else given_balance(self.class_balance, k)
        self.labels_ = matrix.labels
        self.lf_names_ = matrix.lf_names
        self.prior_ = np.log(balance)
        self.evidence_ = np.zeros((m, k + 1, k))
        self.evidence_[:, 1:, :] = vote_weight(k, self.accuracy) * np.eye(k)
