"""How far votes depend on each other beyond what their labels explain, read off the counts of pairs.

Labeling functions (LFs) that repeat each other look accurate, because they agree; taking them for independent is the
main error of label models. Both questions asked here need only how often two votes fall on the same row:

* :meth:`PairCounts.discounts`: which LFs repeat each other, and by how much their evidence is to be discounted;
* :meth:`PairCounts.unexplained`: which share of the dependence among the other LFs the model leaves unexplained. It is
  nil for a model that is right, and the measure of how far a wrong one may be trusted.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .vote_codes import Floats

Bools = npt.NDArray[np.bool_]

THRESHOLD = 0.1
"""Residual correlation below which a pair counts as independent, unless the structure names it."""

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

        Summed over the pairs not in ``dependent`` ``(m, m)``: Kullback-Leibler divergence of the observed joint
        distribution of two LFs' outcomes from the model's, over that from independence (their mutual information), each
        less what chance alone contributes (half its degrees of freedom per row). Half a standard deviation of that is
        added to the first: too few votes to see a misfit are no reason to trust.
        """
        given = rates[self.lf, self.label + 1]
        free = np.triu(~dependent, 1)
        alone = np.diag(self.together)
        sizes = np.bincount(self.lf, minlength=self.lfs).astype(float)
        degrees = float((np.outer(sizes, sizes) * free).sum())
        chance = degrees / (2.0 * self.rows)
        deviation = np.sqrt(2.0 * degrees) / (2.0 * self.rows)
        mutual = self._divergence(np.outer(alone, alone), alone, free) - chance
        misfit = self._divergence((given * shares) @ given.T, given @ shares, free) - chance
        if mutual <= 2.0 * deviation:
            return 1.0
        return float(np.clip((misfit + 0.5 * deviation) / mutual, 0.0, 1.0))

    def _divergence(self, model: Floats, model_alone: Floats, pairs: Bools) -> float:
        """Sum over ``pairs`` of the divergence of the observed outcomes (votes and abstentions) from the model's."""
        member = np.zeros((len(self.lf), self.lfs))
        member[np.arange(len(self.lf)), self.lf] = 1.0
        observed = self._cells(self.together, np.diag(self.together), member)
        expected = self._cells(model, model_alone, member)
        both, one, none = (_terms(p, q) for p, q in zip(observed, expected, strict=True))
        one_by_lf = member.T @ one
        by_pair = member.T @ both @ member + one_by_lf + one_by_lf.T + none
        return float(by_pair[pairs].sum())

    def _cells(self, together: Floats, alone: Floats, member: Floats) -> tuple[Floats, Floats, Floats]:
        """Probabilities of vote and vote ``(c, c)``, vote and abstention ``(c, m)``, two abstentions ``(m, m)``."""
        with_lf = together @ member
        votes = member.T @ alone
        return together, alone[:, None] - with_lf, 1.0 - votes[:, None] - votes[None, :] + member.T @ with_lf


def _terms(p: Floats, q: Floats) -> Floats:
    """``p log(p / q)``, with 0 for p = 0."""
    p, q = np.maximum(p, 0.0), np.maximum(q, _TINY)
    return np.where(p > _TINY, p * (np.log(np.maximum(p, _TINY)) - np.log(q)), 0.0)
