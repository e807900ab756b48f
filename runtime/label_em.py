"""The estimation behind the label model: a latent class model of votes, fitted by EM, held to majority vote.

**The model** (Dawid and Skene 1979, with abstention as an outcome as in Ratner et al. 2016). A row has an unknown label
``y`` with probability ``shares[y]``; given the label, labeling function (LF) ``j`` has outcome ``o`` (abstain or one of
the labels) with probability ``rates[j, o, y]``. So a vote, and under the model also a silence, is evidence.

**Discounts.** Evidence of LF ``j`` counts ``discounts[j]`` times: LFs that repeat each other share the weight of one
(see :mod:`.dependence`). With discounts the objective is a composite likelihood.

**Trust.** Real votes never fit the model quite, and a likelihood that is a little wrong on many rows outweighs every
prior: this is how label models end up below majority vote. So the evidence is a mixture (a logarithmic opinion pool)
of two opinions: with weight ``trust`` the model's, with weight ``1 - trust`` that of a majority vote, whose every vote
is right three times in four. The mixture is what each E-step uses, so that majority vote also anchors the estimates:
with trust 0 the labels are those of majority vote, with trust 1 this is plain EM. The E-step always starts from
majority vote, which settles what each latent class means.

**One assumption.** A vote for a label is never evidence against it (no LF is worse than chance).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from .dependence import PairCounts
from .vote_codes import Floats, VoteCodes

PRIOR_ROWS = 10.0
"""Rows of each label that the prior of the rates is worth; by it each LF votes as often as observed."""

BALANCE_ROWS = 20.0
"""Rows that the uniform prior of the class balance is worth."""

VOTE_ACCURACY = 0.75
"""How often a vote is right before anything is known; majority vote takes all votes to be like that."""

HALF_TRUST = 0.05
"""Share of the dependence of the votes that a model may leave unexplained and still be half trusted."""

_TINY = 1e-10
_LAST_DISCOUNT = 20  # discounts move during the first iterations only, so that the rest converges


def vote_weight(k: int, accuracy: float = VOTE_ACCURACY) -> float:
    """Log-odds of a label against each other one of ``k`` after a vote that is right with probability ``accuracy``."""
    return float(np.log(accuracy * (k - 1) / (1.0 - accuracy)))


@dataclass(frozen=True, slots=True)
class Data:
    """What is fitted: votes on ``p`` distinct rows, how often each occurs, and how often with which known label.

    ``unlabeled`` ``(p,)`` counts rows whose label is unknown, ``gold`` ``(k, p)`` those where it is known.
    """

    votes: npt.NDArray[np.int8]
    codes: VoteCodes
    unlabeled: Floats
    gold: Floats | None

    @property
    def counts(self) -> Floats:
        """All rows with each pattern, ``(p,)``."""
        return self.unlabeled if self.gold is None else self.unlabeled + self.gold.sum(axis=0)


@dataclass(frozen=True, slots=True)
class Settings:
    """How to fit: see the module. ``balance`` is a given class balance or None; ``tempered``: trust tempers it too."""

    k: int
    balance: Floats | None
    tempered: bool
    named: npt.NDArray[np.bool_]
    trust: float
    max_iter: int
    tol: float
    discounts: Floats | None = None
    """Fixed discounts, or None to estimate them."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """What was fitted; ``evidence`` ``(m, k + 1, k)`` and ``prior`` ``(k,)`` are log-scores that add up over a row."""

    rates: Floats
    shares: Floats
    discounts: Floats
    dependent: npt.NDArray[np.bool_]
    evidence: Floats
    prior: Floats
    iterations: int
    converged: bool


def fit(data: Data, pairs: PairCounts, settings: Settings, start: Estimate | None = None) -> Estimate:
    """Fit by EM, from majority vote or from ``start``; the law: the result does not depend on the order of rows."""
    k, m = settings.k, data.codes.lfs
    everyone = data.codes.tally(data.counts[None, :])[:, :, 0]  # (m, k + 1)
    frequencies = everyone / data.counts.sum()
    target = _prior_rates(frequencies, k)
    anchor = _anchor(target, frequencies)
    uniform = np.full(k, 1.0 / k)
    shares = uniform if settings.balance is None else settings.balance
    discounts = np.ones(m) if settings.discounts is None else settings.discounts
    if start is None:
        posterior = data.codes.posterior(anchor, np.zeros(k))
        current = Estimate(target, shares, discounts, settings.named, anchor, np.log(shares), 0, False)
    else:
        current = replace(start, converged=False)
        posterior = data.codes.posterior(start.evidence, start.prior)
    for step in range(1, settings.max_iter + 1):
        weights = posterior * data.unlabeled
        if data.gold is not None:
            weights = weights + data.gold
        mass = weights.sum(axis=1)  # (k,)
        counts = data.codes.tally(weights[:-1])
        rest = np.maximum(everyone - counts.sum(axis=2), 0.0)  # the last label has the other rows
        rates = (np.concatenate([counts, rest[:, :, None]], axis=2) + PRIOR_ROWS * target) / (mass + PRIOR_ROWS)
        if settings.balance is None:
            shares = (mass + BALANCE_ROWS * uniform) / (mass.sum() + BALANCE_ROWS)
        discounts, dependent = current.discounts, current.dependent
        if settings.discounts is None and step <= _LAST_DISCOUNT:
            discounts, dependent = pairs.discounts(rates, shares, settings.named, settings.trust)
        evidence = _evidence(rates, anchor, discounts, settings.trust)
        prior = np.log(shares) * (settings.trust if settings.tempered else 1.0)
        current = Estimate(rates, shares, discounts, dependent, evidence, prior, step, False)
        before, posterior = posterior, data.codes.posterior(evidence, prior)
        if np.abs(posterior - before).max() < settings.tol:
            return replace(current, converged=True)
    return current


def anchor_evidence(data: Data, k: int) -> Floats:
    """The evidence ``(m, k + 1, k)`` of the majority vote that anchors the fit of ``data``."""
    counts = data.counts
    frequencies = data.codes.tally(counts[None, :])[:, :, 0] / counts.sum()
    return _anchor(_prior_rates(frequencies, k), frequencies)


def trust_of(unexplained: float) -> float:
    """How far to trust a model that leaves this share of the dependence of the votes unexplained, 1 to 0.

    A model that is right leaves nothing beyond chance. Half at 5 %, falling with the square: a model that leaves a
    fifth unexplained decides little but ties.

    >>> [round(trust_of(share), 2) for share in (0.0, 0.05, 0.2)]
    [1.0, 0.5, 0.06]
    """
    return 1.0 / (1.0 + (unexplained / HALF_TRUST) ** 2)


def _majority(m: int, k: int) -> Floats:
    """The evidence of majority vote, ``(m, k + 1, k)``: every vote counts the same, silence nothing."""
    evidence = np.zeros((k + 1, k))
    evidence[1:] = vote_weight(k) * np.eye(k)
    return np.broadcast_to(evidence, (m, k + 1, k))


def _anchor(target: Floats, frequencies: Floats) -> Floats:
    """The evidence of the anchoring majority vote, ``(m, k + 1, k)``; silence is none.

    On average over the votes for a label each counts ``vote_weight``. Among LFs for the same label, those that vote
    often count less (half of what the tilted rates ``target`` say: the more rows an LF votes on, the less its vote can
    tell), which breaks most ties of plain majority vote. Labels are not compared that way: a label's votes may be
    rare because the label is.
    """
    m, _, k = target.shape
    tilted = np.log(np.maximum(target[:, 1:, :], _TINY))
    worth = np.diagonal(tilted - tilted.min(axis=2, keepdims=True), axis1=1, axis2=2)  # (m, k)
    votes = frequencies[:, 1:]
    mean = (worth * votes).sum(axis=0) / np.maximum(votes.sum(axis=0), _TINY)
    anchor = np.zeros((m, k + 1, k))
    own = np.maximum(vote_weight(k) + (worth - mean) / 2.0, 0.0)
    anchor[:, np.arange(1, k + 1), np.arange(k)] = np.where(votes > 0.0, own, vote_weight(k))
    return anchor


def _evidence(rates: Floats, anchor: Floats, discounts: Floats, trust: float) -> Floats:
    """Log-scores of every outcome for every label: the opinion pool of model and majority vote, discounted."""
    m, _, k = rates.shape
    own = np.log(np.maximum(rates, _TINY))
    votes = own[:, 1:, :]
    votes = np.minimum(votes, np.diagonal(votes, axis1=1, axis2=2)[:, :, None])
    model = np.concatenate([own[:, :1, :], votes], axis=1)
    # a vote that was never seen tells what majority vote says, and no more
    unseen = rates.max(axis=2) <= _TINY
    pooled = trust * model + (1.0 - trust) * anchor
    pooled = np.where(unseen[:, :, None], _majority(m, k), pooled)
    return np.asarray(pooled * discounts[:, None, None], dtype=np.float64)


def _prior_rates(frequencies: Floats, k: int) -> Floats:
    """The rates the prior is centred on, ``(m, k + 1, k)``.

    Each LF has its outcomes as often as observed, tilted so that a vote is ``exp(vote_weight)`` times as likely under
    its own label: ``rate(o | y)`` is proportional to ``frequency(o) * exp(w [o votes y])``.
    """
    tilted = frequencies[:, :, None] * np.exp(_majority(len(frequencies), k))
    return np.asarray(tilted / tilted.sum(axis=1, keepdims=True), dtype=np.float64)
