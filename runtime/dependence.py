"""How far votes depend on each other beyond what their labels explain, read off the counts of pairs.

Labeling functions (LFs) that repeat each other look accurate, because they agree; taking them for independent is the
main error of label models. Both questions asked here need only how often two votes fall on the same row:

* :meth:`PairCounts.discounts`: which LFs repeat each other, and by how much their evidence is to be discounted;
* :meth:`PairCounts.unexplained`: which share of the dependence among the other LFs the model leaves unexplained. It is
  nil for a model that is right, and the measure of how far a wrong one may be trusted.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt
from scipy.special import gammaln

from .vote_codes import Floats

Bools = npt.NDArray[np.bool_]

THRESHOLD = 0.1
"""Residual correlation below which a pair counts as independent, unless the structure names it."""

_CLEAR = 4.0  # standard deviations by which dependence has to exceed what chance makes
_LOG_MEANS = np.linspace(-12.0, 5.0, 80)
_TINY = 1e-12
_CHUNK = 1 << 15


@dataclass(frozen=True, slots=True)
class PairCounts:
    """How often each vote, and each two votes, occur; an *event* is one LF voting one label.

    ``lf`` and ``label`` ``(c,)`` name the events, ``together`` ``(c, c)`` is the share of rows on which both happen,
    ``rows`` the (weighted) number of rows, ``lfs`` the number of LFs.
    """

    lf: npt.NDArray[np.intp]
    label: npt.NDArray[np.intp]
    together: Floats
    rows: float
    lfs: int

    @classmethod
    def of(cls, votes: npt.NDArray[np.int8], weights: Floats, k: int) -> PairCounts:
        """Count the pairs in ``votes`` int8 ``(p, m)``, each row weighing ``weights`` ``(p,)``."""
        events = [np.flatnonzero((votes == label).any(axis=0)) for label in range(k)]
        lf = np.concatenate(events)
        label = np.repeat(np.arange(k), [len(own) for own in events])
        together = np.zeros((len(lf), len(lf)))
        for start in range(0, len(votes), _CHUNK):
            part = votes[start : start + _CHUNK]
            happens = (part[:, lf] == label).astype(np.float32)
            weighted = happens * weights[start : start + _CHUNK, None].astype(np.float32)
            together += weighted.T @ happens
        rows = float(weights.sum())
        return cls(lf, label, together / rows, rows, votes.shape[1])

    def discounts(
        self, rates: Floats, shares: Floats, named: Bools, within: Bools, trust: float
    ) -> tuple[Floats, Bools]:
        """What a vote of each LF is worth, 0 to 1 of an independent one, ``(m,)``; and the pairs that make it so.

        ``rates`` ``(m, k + 1, k)``: probability of each outcome given the label; ``shares`` ``(k,)``: of the labels;
        ``named`` ``(m, m)``: pairs the structure names; ``within`` ``(m, m)``: pairs that are modelled jointly and
        need no discount; ``trust``: how far the model is trusted (see :mod:`.label_em`).

        The residual correlation of two LFs is that of their votes for one label, within the labels (the largest, if
        they vote for several). An LF with residual correlations ``r1, r2, ...`` is worth ``1 / (1 + r1 + r2 + ...)``
        (the weights of a composite likelihood: a group of ``g`` copies is worth one LF together). Correlations below
        what chance and a rough model produce count as none, and the others count ``trust`` times, except between pairs
        that the structure names: there every correlation counts in full.
        """
        given = rates[self.lf, self.label + 1]  # (c, k): probability of each event given the label
        mean = given @ shares
        residual = self.together - (given * shares) @ given.T
        # the model's mean need not be the observed one while it is being fitted: the observed variance is the scale
        spread = np.sqrt(np.maximum(np.diag(self.together) - (given**2) @ shares, mean * 1e-6 + _TINY))
        correlation = residual / np.outer(spread, spread)
        most = np.zeros((self.lfs, self.lfs))
        for label in np.unique(self.label):
            own = np.flatnonzero(self.label == label)
            cell = np.ix_(self.lf[own], self.lf[own])
            most[cell] = np.maximum(most[cell], correlation[np.ix_(own, own)])
        most[within] = 0.0
        np.fill_diagonal(most, 0.0)
        floor = min(0.5, THRESHOLD + 2.0 / np.sqrt(self.rows))
        clear = np.clip((most - floor) / (1.0 - floor), 0.0, 1.0)
        counted = np.where(named, np.clip(most, 0.0, 1.0), clear * trust)
        return 1.0 / (1.0 + counted.sum(axis=1)), (clear > 0.0) | within

    def unexplained(self, rates: Floats, shares: Floats, dependent: Bools) -> float:
        """The share, 0 to 1, of the dependence among LFs that the model does not explain; 1 where there is none at all.

        Taken over the pairs not in ``dependent`` ``(m, m)``: Kullback-Leibler divergence of the observed joint
        distribution of two LFs' outcomes from the model's, over that from independence (their mutual information), each
        less what chance alone contributes. Half a standard deviation of that is added to the first: too few votes to
        see a misfit are no reason to trust. No LF counts for more than the middle one: a latent class that stands for
        what a few LFs have in common explains most of the dependence there is, and nothing of the other LFs'.
        """
        given = rates[self.lf, self.label + 1]
        free = ~dependent
        np.fill_diagonal(free, False)
        alone = np.diag(self.together)
        mutual, doubt = (table * free for table in self._beyond_chance(np.outer(alone, alone), alone))
        misfit, noise = (table * free for table in self._beyond_chance((given * shares) @ given.T, given @ shares))
        by_lf = mutual.sum(axis=1)
        if not (by_lf > 0.0).any():
            return 1.0
        weights = np.minimum(1.0, np.median(by_lf[by_lf > 0.0]) / np.maximum(by_lf, _TINY))
        total = float(weights @ by_lf)
        if total <= _CLEAR * np.sqrt(2.0 * weights**2 @ doubt.sum(axis=1)):
            return 1.0
        wrong = float(weights @ misfit.sum(axis=1) + 0.5 * np.sqrt(2.0 * weights**2 @ noise.sum(axis=1)))
        return float(np.clip(wrong / total, 0.0, 1.0))

    def _beyond_chance(self, model: Floats, model_alone: Floats) -> tuple[Floats, Floats]:
        """For every two LFs, ``(m, m)``, the deviance of their votes from the model's, less its mean if that is right.

        And its variance then. Deviance: twice the divergence, times the rows. Most votes meet seldom, and a count that
        is expected to be far below one hardly ever deviates, so mean and variance are those of a Poisson count's.
        """
        member = self._member()
        expected = np.log(np.maximum(model * self.rows, _TINY))
        mean, variance = (member.T @ np.interp(expected, _LOG_MEANS, table) @ member for table in _deviances())
        return 2.0 * self.rows * self._divergence(model, model_alone) - mean, variance

    def _divergence(self, model: Floats, model_alone: Floats) -> Floats:
        """For every two LFs, ``(m, m)``, divergence of the observed outcomes (votes, abstentions) from the model's."""
        member = self._member()
        observed = self._cells(self.together, np.diag(self.together), member)
        expected = self._cells(model, model_alone, member)
        both, one, none = (_terms(p, q) for p, q in zip(observed, expected, strict=True))
        one_by_lf = member.T @ one
        return np.asarray(member.T @ both @ member + one_by_lf + one_by_lf.T + none, dtype=np.float64)

    def _member(self) -> Floats:
        """Which events are whose, ``(c, m)``."""
        member = np.zeros((len(self.lf), self.lfs))
        member[np.arange(len(self.lf)), self.lf] = 1.0
        return member

    def _cells(self, together: Floats, alone: Floats, member: Floats) -> tuple[Floats, Floats, Floats]:
        """Probabilities of vote and vote ``(c, c)``, vote and abstention ``(c, m)``, two abstentions ``(m, m)``."""
        with_lf = together @ member
        votes = member.T @ alone
        return together, alone[:, None] - with_lf, 1.0 - votes[:, None] - votes[None, :] + member.T @ with_lf


@cache
def _deviances() -> tuple[Floats, Floats]:
    """Mean and variance of a Poisson count's deviance, for the logarithms of means in :data:`_LOG_MEANS`.

    They come to 1 and 2 where the mean is large (chi-squared), and to 0 where it is small.
    """
    mean, count = np.exp(_LOG_MEANS)[:, None], np.arange(300.0)
    likely = np.exp(count * np.log(mean) - mean - gammaln(count + 1.0))
    deviance = 2.0 * (count * np.log(np.maximum(count, 1.0) / mean) - count + mean)
    first = (likely * deviance).sum(axis=1)
    return first, (likely * deviance**2).sum(axis=1) - first**2


def _terms(p: Floats, q: Floats) -> Floats:
    """``p log(p / q)``, with 0 for p = 0."""
    p, q = np.maximum(p, 0.0), np.maximum(q, _TINY)
    return np.where(p > _TINY, p * (np.log(np.maximum(p, _TINY)) - np.log(q)), 0.0)
