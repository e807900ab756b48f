"""The model of Dawid and Skene: each labeling function confuses labels in its own way, and abstains for no reason."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from ..corpora.vote_patterns import collapse
from .settings import check_steps, is_number, require
from .vote_codes import Floats, VoteCodes
from .vote_model import VoteModel
from .vote_rows import VoteRows, given_balance

_TINY = 1e-10


class DawidSkene(VoteModel):
    """Confusion matrices of the labeling functions (LFs) and the class balance, by EM from majority vote.

    As published (A. P. Dawid and A. M. Skene, *Maximum likelihood estimation of observer error-rates using the EM
    algorithm*, Applied Statistics 28, 1979): LFs are independent given the label, and an abstention tells nothing. So
    LFs that each vote for one label only tell nothing either, and with mostly such LFs the model gives every row the
    same label; the independent :class:`.LabelModel` counts abstention as an outcome instead.

    Args:
        labels: their names, or their number; None takes them from the votes.
        class_balance: shares of the labels; None estimates them.
        smoothing: votes added to every cell of a confusion matrix.
        max_iter, tol: EM stops after so many steps, or once no probability moves by more.

    Learned, besides what every :class:`.VoteModel` has: ``confusion_`` ``(m, k, k)``, probability of each vote (second)
    given the label (last); ``class_balance_`` ``(k,)``; ``n_iter_``; ``converged_``.

    >>> votes = [[1, 1, 0], [0, 0, 0], [1, 1, 1], [0, 0, 1]] * 10
    >>> DawidSkene(labels=2).fit(votes).predict(votes[:4]).tolist()
    [1, 0, 1, 0]
    """

    confusion_: Floats
    class_balance_: Floats
    n_iter_: int
    converged_: bool

    def __init__(
        self,
        labels: Sequence[str] | int | None = None,
        *,
        class_balance: npt.ArrayLike | None = None,
        smoothing: float = 0.01,
        max_iter: int = 300,
        tol: float = 1e-5,
    ) -> None:
        """Store the settings; ``fit`` checks them."""
        self.labels = labels
        self.class_balance = class_balance
        self.smoothing = smoothing
        self.max_iter = max_iter
        self.tol = tol

    def _learn(self, rows: VoteRows, before: DawidSkene | None) -> None:
        """Known labels are taken as they are; ``before`` gives EM its start, instead of majority vote."""
        matrix, gold = rows.matrix, rows.known
        k = len(matrix.labels)
        positive = is_number(self.smoothing, 0.0, 1e15) and self.smoothing > 0.0
        require(positive, "smoothing", self.smoothing, "a number above 0")
        check_steps(self.max_iter, self.tol)
        given = None if self.class_balance is None else given_balance(self.class_balance, k)
        patterns = collapse(matrix.votes)
        unlabeled = np.bincount(patterns.inverse, rows.weights, minlength=len(patterns))
        known = np.zeros((k, len(patterns)))
        if gold is not None:
            labeled = gold >= 0
            np.add.at(known, (gold[labeled], patterns.inverse[labeled]), rows.weights[labeled])
            unlabeled = np.maximum(unlabeled - known.sum(axis=0), 0.0)
        codes = VoteCodes.of(patterns.patterns, k)
        if before is not None and matrix.labels == before.labels_:
            posterior = codes.posterior(before.kept_evidence(matrix.lf_names), before.prior_)
        else:
            posterior = _vote_shares(patterns.patterns, k)
        seen = codes.tally((unlabeled + known.sum(axis=0))[None, :])[:, 1:, :] > 0.0  # other votes tell nothing
        self.n_iter_, self.converged_ = 0, False
        while self.n_iter_ < self.max_iter and not self.converged_:
            self.n_iter_ += 1
            weights = posterior * unlabeled + known
            counts = codes.tally(weights)[:, 1:, :] + self.smoothing * seen
            total = counts.sum(axis=1, keepdims=True)
            confusion = np.divide(counts, total, out=np.full_like(counts, 1.0 / k), where=total > 0.0)
            mass = weights.sum(axis=1) + self.smoothing
            shares = mass / mass.sum() if given is None else given
            evidence = np.zeros((codes.lfs, k + 1, k))
            evidence[:, 1:, :] = np.where(seen, np.log(np.maximum(confusion, _TINY)), 0.0)
            last, posterior = posterior, codes.posterior(evidence, np.log(shares))
            self.converged_ = bool(np.abs(posterior - last).max() < self.tol)
        self.labels_, self.lf_names_ = matrix.labels, matrix.lf_names
        self.confusion_, self.class_balance_ = confusion, shares
        self.evidence_, self.prior_ = evidence, np.log(shares)


def _vote_shares(votes: npt.NDArray[np.int8], k: int) -> Floats:
    """The share of each label among the votes of each row, ``(k, p)``; evenly where nobody votes."""
    counts = np.stack([(votes == label).sum(axis=1) for label in range(k)]).astype(np.float64)
    total = counts.sum(axis=0)
    return np.where(total > 0.0, counts / np.maximum(total, 1.0), 1.0 / k)
