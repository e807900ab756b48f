"""Weighted vote: each labeling function counts for what known labels show it to be worth."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from .label_em import VOTE_ACCURACY
from .settings import is_number, require
from .vote_codes import Floats
from .vote_model import VoteModel
from .vote_rows import VoteRows, given_balance


class WeightedVote(VoteModel):
    """Each vote weighs the log-odds of its labeling function (LF) being right on rows whose label is known.

    The rule is optimal for LFs that are independent and wrong alike (S. Nitzan and J. Paroush, *Optimal decision rules
    in uncertain dichotomous choice situations*, International Economic Review 23, 1982). An LF's accuracy is its share
    of right votes on the known rows, those of ``prior_votes`` more at .75 counted in; without known labels, this is
    majority vote. ``class_balance`` as in :class:`.MajorityVote`.

    Learned, besides what every :class:`.VoteModel` has: ``accuracy_`` ``(m,)``; ``known_votes_`` ``(m,)``, the votes on
    known rows that it rests on.

    >>> votes, gold = [[1, 0], [1, 0], [0, 1], [0, 0]], [1, 1, 0, 0]
    >>> WeightedVote(labels=["ham", "spam"]).fit(votes, gold).predict([[1, 0], [0, 1]]).tolist()
    [1, 0]
    """

    accuracy_: Floats
    known_votes_: npt.NDArray[np.int64]

    def __init__(
        self,
        labels: Sequence[str] | int | None = None,
        *,
        class_balance: npt.ArrayLike | None = None,
        prior_votes: float = 4.0,
    ) -> None:
        """Store the settings; ``fit`` checks them."""
        self.labels = labels
        self.class_balance = class_balance
        self.prior_votes = prior_votes

    def _learn(self, rows: VoteRows, before: WeightedVote | None) -> None:
        """Count right votes on the rows whose label is known."""
        matrix, known, weights = rows.matrix, rows.known, rows.weights
        m, k = matrix.votes.shape[1], len(matrix.labels)
        positive = is_number(self.prior_votes, 0.0, 1e15) and self.prior_votes > 0.0
        require(positive, "prior_votes", self.prior_votes, "a number above 0")
        balance = np.full(k, 1.0 / k) if self.class_balance is None else given_balance(self.class_balance, k)
        right, cast = np.zeros(m), np.zeros(m)
        if known is not None:
            told = known >= 0
            right = weights[told] @ (matrix.votes[told] == known[told, None])
            cast = weights[told] @ (matrix.votes[told] >= 0)
        self.labels_, self.lf_names_ = matrix.labels, matrix.lf_names
        self.prior_ = np.log(balance)
        self.known_votes_ = cast.astype(np.int64)
        self.accuracy_ = (right + VOTE_ACCURACY * self.prior_votes) / (cast + self.prior_votes)
        odds = np.log(self.accuracy_ * (k - 1) / (1.0 - self.accuracy_))
        self.evidence_ = np.zeros((m, k + 1, k))
        self.evidence_[:, 1:, :] = odds[:, None, None] * np.eye(k)
