"""Labeling functions that depend on each other, modelled jointly given the label.

A clique's votes on a row are one outcome: its *pattern*. What a pattern tells of the label is how often it occurs with
each, drawn first towards what patterns with as many votes for each label tell together, and these towards what the
votes tell one by one, each discounted by how far others that say the same repeat it (a composite likelihood: C. Varin,
N. Reid and D. Firth, *An overview of composite likelihood methods*, Statistica Sinica 21, 2011, section 4; drawn
together as samples are weighted to known totals: W. E. Deming and F. F. Stephan, *On a least squares adjustment of a
sampled frequency table*, Annals of Mathematical Statistics 11, 1940). The prior is one of the labels given the pattern,
not of the pattern: how often it occurs at all is seen.

Votes are taken to repeat each other until they show otherwise, so that a duplicate adds nothing and a subsumed vote is
not counted twice. Patterns that the votes never show (because one member implies or excludes another, say) have no
place in the table; where one turns up later, the discounted votes speak.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .vote_codes import Floats, softmax

LARGEST = 8
"""Members of a clique at most; of larger groups, the strongest pairs are joined first, and the others discounted."""

PATTERN_ROWS = 60.0
"""Rows that the prior of a pattern's label is worth, and that of patterns with as many votes for each label."""

REPEAT_ROWS = 10.0
"""Rows with a vote of one of two members that the prior of their being one is worth."""

_TINY = 1e-12


@dataclass(frozen=True, slots=True)
class Clique:
    """Members ``lfs`` (columns), and the patterns; those in one of ``groups`` ``(q,)`` have as many votes for each.

    ``keys`` ``(q,)``, sorted, are the patterns as numbers (see :func:`keys_of`), ``outcomes`` ``(q, members)`` the same
    spelled out (0 abstains, ``1 + v`` votes ``v``).
    """

    lfs: tuple[int, ...]
    keys: npt.NDArray[np.int64]
    outcomes: npt.NDArray[np.int64]
    groups: npt.NDArray[np.intp]

    @classmethod
    def of(cls, lfs: Sequence[int], votes: npt.NDArray[np.int8], k: int) -> Clique:
        """The clique of the columns ``lfs`` of ``votes`` ``(p, m)``."""
        keys = np.unique(keys_of(votes[:, list(lfs)], k))
        outcomes = _spelled(keys, len(lfs), k)
        groups = np.unique(np.sort(outcomes, axis=1), axis=0, return_inverse=True)[1].ravel()
        return cls(tuple(int(j) for j in lfs), keys, outcomes, groups)

    def codes(self, votes: npt.NDArray[np.int8], k: int) -> npt.NDArray[np.intp]:
        """The place of each row's pattern in ``keys``, where all of them are, ``(p,)``."""
        return np.searchsorted(self.keys, keys_of(votes[:, list(self.lfs)], k))

    def fit(self, counts: Floats, rates: Floats) -> tuple[Floats, Floats]:
        """Log-probabilities of the patterns given each label ``(q, k)``, and what a vote of each member is worth.

        ``counts`` ``(q, k)``: rows with each pattern and label; ``rates`` ``(members, k + 1, k)``: probability of each
        member's outcomes given the label. The worth ``(members,)``, 1 where no other repeats the vote, is for patterns
        that were never seen.
        """
        seen, mass = counts.sum(axis=1, keepdims=True), counts.sum(axis=0)
        repeats = self._repeats(counts)
        evidence = self._one_by_one(np.log(np.maximum(rates, _TINY)), repeats)
        alone = softmax(evidence.T + np.log(np.maximum(mass, _TINY))[:, None]).T
        labels = (counts + PATTERN_ROWS * self._raked(alone, counts, seen)) / (seen + PATTERN_ROWS)
        table = labels * np.maximum(seen, _TINY)
        worth = np.asarray(1.0 / repeats.sum(axis=1), dtype=np.float64)
        return np.log(np.maximum(table / table.sum(axis=0), _TINY)), worth

    def _one_by_one(self, evidence: Floats, repeats: Floats) -> Floats:
        """Sums ``(q, k)`` of the members' ``evidence``, an outcome shared with others counting by how far they repeat.

        ``evidence`` ``(members, k + 1, k)``; ``repeats`` ``(members, members)``.
        """
        same = self.outcomes[:, :, None] == self.outcomes[:, None, :]
        worth = 1.0 / (same * repeats).sum(axis=2)  # (q, members)
        own = evidence[np.arange(len(self.lfs)), self.outcomes]  # (q, members, k)
        return np.asarray((worth[:, :, None] * own).sum(axis=1), dtype=np.float64)

    def _raked(self, alone: Floats, counts: Floats, seen: Floats) -> Floats:
        """Probabilities ``alone`` of patterns' labels ``(q, k)``, raked to those of all with as many votes for each."""
        rows, expected = self._grouped(seen), self._grouped(alone * seen)
        found = (self._grouped(counts) + PATTERN_ROWS * expected / rows) / (rows + PATTERN_ROWS)
        raked = alone * (found * rows / expected)[self.groups]
        return np.asarray(raked / np.maximum(raked.sum(axis=1, keepdims=True), _TINY), dtype=np.float64)

    def _grouped(self, counts: Floats) -> Floats:
        """Sums of ``counts`` ``(q, ...)`` over the patterns of each group."""
        sums = [np.bincount(self.groups, column) for column in counts.T]
        return np.maximum(np.stack(sums, axis=1), _TINY)

    def anchor(self, weights: Floats, repeats: Floats) -> Floats:
        """What a weighted vote makes of each pattern, ``(q, k)`` log-scores: members that repeat each other speak once.

        ``weights`` ``(members, k)`` of a vote for each label on its own; ``repeats`` ``(members, members)``: how far
        votes of two members are one, 0 to 1.
        """
        k = weights.shape[1]
        cast = (self.outcomes[:, :, None] == np.arange(1, k + 1)).astype(np.float64)  # (q, members, k)
        others = repeats * (1.0 - np.eye(len(repeats)))
        company = 1.0 + np.einsum("qil,ij->qjl", cast, others)
        return np.asarray((cast * weights / company).sum(axis=1), dtype=np.float64)

    def bounded(self, scores: Floats) -> Floats:
        """``scores`` ``(q, k)`` in which votes for one label alone speak for no other label more than for this one."""
        k = scores.shape[1]
        cast = np.stack([(self.outcomes == label + 1).any(axis=1) for label in range(k)], axis=1)
        one = np.flatnonzero(cast.sum(axis=1) == 1)
        held = np.array(scores)
        held[one] = np.minimum(scores[one], scores[one, cast[one].argmax(axis=1)][:, None])
        return held

    def _repeats(self, counts: Floats) -> Floats:
        """How far votes of two members are one, ``(members, members)``, 0 to 1, and 1 of a member and itself.

        The correlation of votes for one label, within the labels (the largest, where two members vote for several).
        """
        seen, mass = counts.sum(axis=1), np.maximum(counts.sum(axis=0), _TINY)
        most = np.zeros((len(self.lfs), len(self.lfs)))
        for label in np.unique(self.outcomes[self.outcomes > 0]):
            cast = (self.outcomes == label).astype(np.float64)
            given = cast.T @ counts / mass
            covariance = (cast.T * seen) @ cast / mass.sum() - (given * (mass / mass.sum())) @ given.T
            spread = np.sqrt(np.maximum(np.diag(covariance), _TINY))
            most = np.maximum(most, covariance / np.outer(spread, spread))
        voted = (self.outcomes > 0).astype(np.float64)
        alone = seen @ voted
        either = alone[:, None] + alone[None, :] - (voted.T * seen) @ voted
        repeats = (either * np.clip(most, 0.0, 1.0) + REPEAT_ROWS) / (either + REPEAT_ROWS)
        np.fill_diagonal(repeats, 1.0)
        return np.asarray(repeats, dtype=np.float64)


@dataclass(frozen=True, slots=True)
class FittedClique:
    """What votes tell: ``scores`` ``(q, k)`` of the patterns ``keys``; ``alone`` of the votes one by one for others."""

    keys: npt.NDArray[np.int64]
    scores: Floats
    alone: Floats

    def score(self, votes: npt.NDArray[np.int8]) -> Floats:
        """Log-scores ``(n, k)`` of the members' ``votes`` ``(n, members)``."""
        keys = keys_of(votes, self.scores.shape[1])
        place = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        scores = self.scores[place]
        new = self.keys[place] != keys
        if new.any():
            scores[new] = scores_of(self.alone, votes[new].astype(np.int64) + 1)
        return scores


def scores_of(evidence: Floats, outcomes: npt.NDArray[np.int64]) -> Floats:
    """Sums ``(q, k)`` of the ``evidence`` ``(members, k + 1, k)`` of ``outcomes`` ``(q, members)``."""
    total = np.zeros((len(outcomes), evidence.shape[2]))
    for own, outcome in zip(evidence, outcomes.T, strict=True):
        total += own[outcome]
    return total


def keys_of(votes: npt.NDArray[np.int8], k: int) -> npt.NDArray[np.int64]:
    """Rows of ``votes`` ``(p, members)`` as numbers in base ``k + 1``, the first member's outcome last."""
    keys = np.zeros(len(votes), np.int64)
    for column in votes.T[::-1]:
        keys = keys * (k + 1) + column + 1
    return keys


def joined(pairs: Sequence[tuple[int, int]], strength: Floats, votes: npt.NDArray[np.int8], k: int) -> list[list[int]]:
    """Groups of at least two columns that ``pairs`` hang together, strongest first, as long as they stay small.

    ``strength`` ``(m, m)``. Small means :data:`LARGEST` members, and not more patterns on the rows of ``votes`` than
    these can fill.
    """
    most = max(32, len(votes) // 8)
    largest = min(LARGEST, int(62 / np.log2(k + 1)))
    group: dict[int, tuple[int, ...]] = {j: (j,) for pair in pairs for j in pair}
    for i, j in sorted(pairs, key=lambda pair: (-strength[pair], pair)):
        both = tuple(sorted({*group[i], *group[j]}))
        if group[i] == group[j] or len(both) > largest:
            continue
        if len(np.unique(keys_of(votes[:, list(both)], k))) <= most:
            group.update(dict.fromkeys(both, both))
    return [list(members) for members in sorted(set(group.values())) if len(members) > 1]


def _spelled(keys: npt.NDArray[np.int64], members: int, k: int) -> npt.NDArray[np.int64]:
    return np.stack([keys // (k + 1) ** j % (k + 1) for j in range(members)], axis=1)
