"""The estimation behind the label model: a latent class model of votes, fitted by EM, held to an anchoring vote.

**The model** (Dawid and Skene 1979, with abstention as an outcome as in Ratner et al. 2016). A row has an unknown label
``y`` with probability ``shares[y]``; given the label, labeling function (LF) ``j`` has outcome ``o`` (abstain or one of
the labels) with probability ``rates[j, o, y]``. So a vote, and under the model also a silence, is evidence. LFs of a
clique have their outcomes together (see :mod:`.cliques`).

**Discounts.** Evidence of LF ``j`` counts ``discounts[j]`` times: LFs that repeat each other share the weight of one
(see :mod:`.dependence`). With discounts the objective is a composite likelihood.

**Trust.** Real votes never fit the model quite, and a likelihood that is a little wrong on many rows outweighs every
prior: this is how label models end up below majority vote. So the evidence is a mixture (a logarithmic opinion pool)
of two opinions: with weight ``trust`` the model's, with weight ``1 - trust`` that of the *anchor*, a vote in which each
LF weighs what its agreement with the others says (see :mod:`.anchor`; majority vote where that says nothing). The
mixture is what each E-step uses, so that the anchor also holds the estimates: with trust 0 the labels are the anchor's,
with trust 1 this is plain EM. The E-step always starts from the anchor, which settles what each latent class means.

**One assumption.** A vote for a label is never evidence against it (no LF is worse than chance).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
from scipy.special import logsumexp

from .cliques import Clique
from .dependence import PairCounts
from .vote_codes import Floats, VoteCodes

PRIOR_ROWS = 10.0
"""Rows of each label that the prior of the rates is worth; by it each LF votes as often as observed."""

BALANCE_ROWS = 20.0
"""Rows that the uniform prior of the class balance is worth, where it is estimated."""

VOTE_ACCURACY = 0.75
"""How often a vote is right before anything is known; majority vote takes all votes to be like that."""

HALF_TRUST = 0.03
"""Share of the dependence of the votes that a model may leave unexplained and still be half trusted."""

LAST_DISCOUNT = 20
"""Discounts move during so many iterations only, so that the rest converges."""

_TINY = 1e-10


def vote_weight(k: int, accuracy: float = VOTE_ACCURACY) -> float:
    """Log-odds of a label against each other one of ``k`` after a vote that is right with probability ``accuracy``."""
    return float(np.log(accuracy * (k - 1) / (1.0 - accuracy)))


@dataclass(frozen=True, slots=True)
class Evidence:
    """Log-scores per label: ``alone`` ``(m, k + 1, k)`` of each LF's outcomes, ``cliques`` ``(q, k)`` of patterns.

    Scores of LFs in a clique are what they would be worth alone; only the clique's count.
    """

    alone: Floats
    cliques: tuple[Floats, ...] = ()


@dataclass(frozen=True, slots=True)
class Data:
    """What is fitted: votes on ``p`` distinct rows, how often each occurs, and how often with which known label.

    ``unlabeled`` ``(p,)`` counts rows whose label is unknown, ``gold`` ``(k, p)`` those where it is known; ``cliques``
    are disjoint, and ``places`` has for each the place of every row's pattern, ``(p,)``.
    """

    votes: npt.NDArray[np.int8]
    codes: VoteCodes
    unlabeled: Floats
    gold: Floats | None
    cliques: tuple[Clique, ...] = ()
    places: tuple[npt.NDArray[np.intp], ...] = ()
    guess: Floats | None = None
    """Probabilities of the labels to start from, ``(k, p)``, instead of the anchor's."""

    @property
    def counts(self) -> Floats:
        """All rows with each pattern, ``(p,)``."""
        return self.unlabeled if self.gold is None else self.unlabeled + self.gold.sum(axis=0)

    def with_cliques(self, cliques: Sequence[Clique]) -> Data:
        """The same votes, with these cliques."""
        places = tuple(clique.codes(self.votes, self.codes.labels) for clique in cliques)
        return replace(self, cliques=tuple(cliques), places=places)

    def guessed(self, evidence: Floats, prior: Floats) -> Data:
        """The same votes, with the start that ``evidence`` ``(m, k + 1, k)`` of every vote on its own gives."""
        return replace(self, guess=self.codes.posterior(evidence, prior))

    def posterior(self, evidence: Evidence, prior: Floats) -> Floats:
        """Probabilities of the labels, ``(k, p)``."""
        return self.codes.posterior(self.single(evidence), prior, self._together(evidence))

    def log_likelihood(self, estimate: Estimate) -> float:
        """Of the rows without known labels under the model; composite, where evidence is discounted."""
        tables = [
            table * estimate.discounts[list(clique.lfs)].mean()
            for clique, table in zip(self.cliques, estimate.tables, strict=True)
        ]
        rates = np.log(np.maximum(estimate.rates, _TINY)) * estimate.discounts[:, None, None]
        evidence = Evidence(rates, tuple(tables))
        scores = self.codes.score(self.single(evidence)) + np.log(estimate.shares)[:, None]
        more = self._together(evidence)
        return float(logsumexp(scores if more is None else scores + more, axis=0) @ self.unlabeled)

    def single(self, evidence: Evidence) -> Floats:
        """The scores of LFs, none for those in cliques."""
        alone = np.array(evidence.alone)
        alone[[j for clique in self.cliques for j in clique.lfs]] = 0.0
        return alone

    def patterns(self, weights: Floats) -> list[Floats]:
        """For each clique, sums of ``weights`` ``(k, p)`` over the rows that show each pattern, ``(q, k)``."""
        return [
            np.stack([np.bincount(place, row, minlength=len(clique.keys)) for row in weights], axis=1)
            for clique, place in zip(self.cliques, self.places, strict=True)
        ]

    def _together(self, evidence: Evidence) -> Floats | None:
        total: Floats | None = None
        for table, place in zip(evidence.cliques, self.places, strict=True):
            scores = np.ascontiguousarray(table.T)[:, place]
            total = scores if total is None else total + scores
        return total


@dataclass(frozen=True, slots=True)
class Settings:
    """How to fit: see the module. ``balance`` is a given class balance or None; ``tempered``: trust tempers it too."""

    k: int
    balance: Floats | None
    tempered: bool
    named: npt.NDArray[np.bool_]
    """Pairs whose every residual correlation is discounted."""
    within: npt.NDArray[np.bool_]
    """Pairs within a clique, which need no discount."""
    anchor: Evidence
    anchor_prior: Floats
    """What the anchor says of a row without votes, ``(k,)`` log-scores."""
    trust: float
    max_iter: int
    tol: float
    discounts: Floats | None = None
    """Fixed discounts, or None to estimate them."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """What was fitted; ``evidence`` and ``prior`` ``(k,)`` are log-scores that add up over a row.

    ``tables`` are the log-probabilities of the cliques' patterns, ``worths`` what their members' votes are worth alone.
    """

    rates: Floats
    shares: Floats
    discounts: Floats
    dependent: npt.NDArray[np.bool_]
    evidence: Evidence
    prior: Floats
    tables: tuple[Floats, ...]
    worths: tuple[Floats, ...]
    iterations: int
    converged: bool


def fit(data: Data, pairs: PairCounts, settings: Settings, start: Estimate | None = None) -> Estimate:
    """Fit by EM, from the anchor or from ``start``; the law: the result does not depend on the order of rows."""
    k, m = settings.k, data.codes.lfs
    everyone = data.codes.tally(data.counts[None, :])[:, :, 0]  # (m, k + 1)
    target = _prior_rates(everyone / data.counts.sum(), k)
    uniform = np.full(k, 1.0 / k)
    if start is None:
        shares = uniform if settings.balance is None else settings.balance
        discounts = np.ones(m) if settings.discounts is None else settings.discounts
        dependent, anchor, prior = settings.named | settings.within, settings.anchor, settings.anchor_prior
        current = Estimate(target, shares, discounts, dependent, anchor, prior, (), (), 0, False)
    else:
        current = replace(start, converged=False)
    posterior = data.posterior(current.evidence, current.prior)
    if start is None and data.guess is not None:
        posterior = data.guess
    for step in range(1, settings.max_iter + 1):
        weights = posterior * data.unlabeled
        if data.gold is not None:
            weights = weights + data.gold
        mass = weights.sum(axis=1)  # (k,)
        counts = data.codes.tally(weights[:-1])
        rest = np.maximum(everyone - counts.sum(axis=2), 0.0)  # the last label has the other rows
        rates = (np.concatenate([counts, rest[:, :, None]], axis=2) + PRIOR_ROWS * target) / (mass + PRIOR_ROWS)
        shares = current.shares
        if settings.balance is None:
            shares = (mass + BALANCE_ROWS * uniform) / (mass.sum() + BALANCE_ROWS)
        discounts, dependent = current.discounts, current.dependent
        if settings.discounts is None and step <= LAST_DISCOUNT:
            discounts, dependent = pairs.discounts(rates, shares, settings.named, settings.within, settings.trust)
        current = replace(current, rates=rates, shares=shares, discounts=discounts, dependent=dependent)
        tables, worths = _tables(data, weights, rates)
        evidence = _evidence(rates, tables, discounts, data, settings)
        prior = np.log(shares)
        if settings.tempered:
            prior = settings.trust * prior + (1.0 - settings.trust) * settings.anchor_prior
        current = replace(current, evidence=evidence, prior=prior, tables=tables, worths=worths, iterations=step)
        before, posterior = posterior, data.posterior(evidence, prior)
        if np.abs(posterior - before).max() < settings.tol:
            return replace(current, converged=True)
    return current


def trust_of(unexplained: float) -> float:
    """How far to trust a model that leaves this share of the dependence of the votes unexplained, 1 to 0.

    A model that is right leaves nothing beyond chance. Half at 3 %, falling fast: on planted votes, models of the true
    form leave less than 2 %; on votes of keywords for text, nearly all leave more than 3 %, most more than 10 %, and
    then agreement is the better guide.

    >>> [round(trust_of(share), 2) for share in (0.0, 0.01, 0.03, 0.1)]
    [1.0, 0.99, 0.5, 0.01]
    """
    return 1.0 / (1.0 + (unexplained / HALF_TRUST) ** 4)


def _tables(data: Data, weights: Floats, rates: Floats) -> tuple[tuple[Floats, ...], tuple[Floats, ...]]:
    """Log-probabilities of the patterns of each clique, and what a vote of each member is worth alone."""
    counted = zip(data.cliques, data.patterns(weights), strict=True)
    fits = [clique.fit(counts, rates[list(clique.lfs)]) for clique, counts in counted]
    return tuple(table for table, _ in fits), tuple(worth for _, worth in fits)


def _evidence(rates: Floats, tables: Sequence[Floats], discounts: Floats, data: Data, settings: Settings) -> Evidence:
    """The opinion pool of model and anchor, discounted."""
    trust = settings.trust
    own = np.log(np.maximum(rates, _TINY))
    votes = own[:, 1:, :]
    votes = np.minimum(votes, np.diagonal(votes, axis1=1, axis2=2)[:, :, None])
    model = np.concatenate([own[:, :1, :], votes], axis=1)
    pooled = trust * model + (1.0 - trust) * settings.anchor.alone
    # a vote that was never seen tells what the anchor says, and no more
    pooled = np.where((rates.max(axis=2) <= _TINY)[:, :, None], settings.anchor.alone, pooled)
    cliques = tuple(
        (trust * clique.bounded(table) + (1.0 - trust) * anchor) * discounts[list(clique.lfs)].mean()
        for clique, table, anchor in zip(data.cliques, tables, settings.anchor.cliques, strict=True)
    )
    return Evidence(pooled * discounts[:, None, None], cliques)


def majority(m: int, k: int) -> Floats:
    """The evidence of majority vote, ``(m, k + 1, k)``: every vote counts the same, silence nothing."""
    evidence = np.zeros((k + 1, k))
    evidence[1:] = vote_weight(k) * np.eye(k)
    return np.broadcast_to(evidence, (m, k + 1, k))


def _prior_rates(frequencies: Floats, k: int) -> Floats:
    """The rates the prior is centred on, ``(m, k + 1, k)``.

    Each LF has its outcomes as often as observed, tilted so that a vote is ``exp(vote_weight)`` times as likely under
    its own label: ``rate(o | y)`` is proportional to ``frequency(o) * exp(w [o votes y])``.
    """
    tilted = frequencies[:, :, None] * np.exp(majority(len(frequencies), k))
    return np.asarray(tilted / tilted.sum(axis=1, keepdims=True), dtype=np.float64)
