"""Labeling functions that depend on each other, modelled jointly given the label.

A clique's votes on a row are one outcome: its *pattern*. Given a label, a pattern's probability is a Dirichlet mean of
how often the pattern occurs with that label, shrunk towards a tree over the members (C. K. Chow and C. N. Liu,
*Approximating discrete probability distributions with dependence trees*, IEEE Transactions on Information Theory 14,
1968; given a class: N. Friedman, D. Geiger and M. Goldszmidt, *Bayesian network classifiers*, Machine Learning 29,
1997, section 4): each member depends on one other. How strong the shrinkage is, is itself estimated, by the marginal
likelihood of the counts (empirical Bayes; T. Minka, *Estimating a Dirichlet distribution*, 2000, section 3).

In the tree, a member that repeats its parent's vote is taken to add nothing until the votes say otherwise, so that a
duplicate adds nothing and a subsumed vote is not counted twice. Patterns that the votes never show (because one member
implies or excludes another, say) get no probability from the table; where one turns up later, the tree speaks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.special import gammaln

from .vote_codes import Floats

LARGEST = 8
"""Members of a clique at most; of larger groups, the strongest pairs are joined first, and the others discounted."""

PARENT_ROWS = 10.0
"""Rows that the prior of a member's outcome given its parent's is worth."""

_STRENGTHS = 10.0 ** np.arange(0.5, 5.1, 0.5)
_TINY = 1e-12


@dataclass(frozen=True, slots=True)
class Clique:
    """Members ``lfs`` (columns), each one's ``parents`` (place within the clique, -1 for the root), and the patterns.

    ``keys`` ``(q,)``, sorted, are the patterns as numbers (see :func:`keys_of`), ``outcomes`` ``(q, members)`` the same
    spelled out (0 abstains, ``1 + v`` votes ``v``).
    """

    lfs: tuple[int, ...]
    parents: tuple[int, ...]
    keys: npt.NDArray[np.int64]
    outcomes: npt.NDArray[np.int64]

    @classmethod
    def of(cls, lfs: Sequence[int], votes: npt.NDArray[np.int8], weights: Floats, k: int) -> Clique:
        """The clique of the columns ``lfs`` of ``votes`` ``(p, m)``.

        ``weights`` ``(p, k)``: how often each row occurs with each label, as far as is known when this is asked.
        """
        own = votes[:, list(lfs)]
        keys, place = np.unique(keys_of(own, k), return_inverse=True)
        outcomes = _spelled(keys, len(lfs), k)
        columns = [np.bincount(place, column, minlength=len(keys)) for column in weights.T]
        counts = np.asarray(np.stack(columns, axis=1), dtype=np.float64)
        parents = _tree(outcomes, counts, k)
        return cls(tuple(int(j) for j in lfs), parents, keys, outcomes)

    def codes(self, votes: npt.NDArray[np.int8], k: int) -> npt.NDArray[np.intp]:
        """The place of each row's pattern in ``keys``, where all of them are, ``(p,)``."""
        return np.searchsorted(self.keys, keys_of(votes[:, list(self.lfs)], k))

    @property
    def root(self) -> int:
        """The place of the member that depends on no other."""
        return self.parents.index(-1)

    def fit(
        self, counts: Floats, root: Floats, weights: Floats, strength: float | None = None
    ) -> tuple[Floats, Floats, float]:
        """Log-probabilities given each label: of the patterns ``(q, k)``, of the tree's steps ``(members, o, o, k)``.

        ``counts`` ``(q, k)``: rows with each pattern and label; ``root`` ``(o, k)``: probability of the root's outcomes
        given the label; ``weights`` ``(members, k)``: log-odds of a vote that is news. ``o`` is ``k + 1``. The third
        result is the ``strength`` with which the tree draws the table, in rows; None has it estimated.
        """
        steps = self._steps(counts, root, weights)
        tree = np.exp(score_tree(steps, self.parents, self.outcomes))
        drawn = _strength(counts, tree) if strength is None else strength
        table = (counts + drawn * tree) / (counts.sum(axis=0) + drawn)
        return np.log(np.maximum(table, _TINY)), steps, drawn

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

    def _steps(self, counts: Floats, root: Floats, weights: Floats) -> Floats:
        k = counts.shape[1]
        happens = self.outcomes[:, :, None] == np.arange(k + 1)  # (q, members, o)
        steps = np.zeros((len(self.lfs), k + 1, k + 1, k))
        everyone = counts.sum(axis=1)
        for j, parent in enumerate(self.parents):
            if parent < 0:
                steps[j] = np.log(np.maximum(root, _TINY))[None]
                continue
            before, after = happens[:, parent].astype(np.float64), happens[:, j].astype(np.float64)
            together = np.einsum("qa,qb,qy->aby", before, after, counts, optimize=True)
            base = (before * everyone[:, None]).T @ after
            alone = everyone @ after
            base = (base + alone / max(alone.sum(), _TINY)) / (base.sum(axis=1, keepdims=True) + 1.0)
            news = np.zeros((k + 1, k + 1, k))
            news[:, np.arange(1, k + 1), np.arange(k)] = weights[j]
            news[np.arange(1, k + 1), np.arange(1, k + 1)] = 0.0
            prior = base[:, :, None] * np.exp(news)
            prior /= np.maximum(prior.sum(axis=1, keepdims=True), _TINY)
            given = together.sum(axis=1, keepdims=True)
            steps[j] = np.log(np.maximum((together + PARENT_ROWS * prior) / (given + PARENT_ROWS), _TINY))
        return steps


@dataclass(frozen=True, slots=True)
class FittedClique:
    """What votes tell: ``scores`` ``(q, k)`` of the patterns ``keys``; ``steps`` of a tree for all others."""

    parents: tuple[int, ...]
    keys: npt.NDArray[np.int64]
    scores: Floats
    steps: Floats

    def score(self, votes: npt.NDArray[np.int8]) -> Floats:
        """Log-scores ``(n, k)`` of the members' ``votes`` ``(n, members)``."""
        keys = keys_of(votes, self.scores.shape[1])
        place = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        scores = self.scores[place]
        new = self.keys[place] != keys
        if new.any():
            scores[new] = score_tree(self.steps, self.parents, votes[new].astype(np.int64) + 1)
        return scores


def score_tree(steps: Floats, parents: Sequence[int], outcomes: npt.NDArray[np.int64]) -> Floats:
    """Log-probabilities ``(q, k)`` of ``outcomes`` ``(q, members)`` by the steps of a tree."""
    total = np.zeros((len(outcomes), steps.shape[3]))
    for j, parent in enumerate(parents):
        before = outcomes[:, parent] if parent >= 0 else np.zeros(len(outcomes), np.int64)
        total += steps[j, before, outcomes[:, j]]
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


def _strength(counts: Floats, tree: Floats) -> float:
    """The strength of the Dirichlet prior centred on ``tree`` that makes ``counts`` most likely."""

    def likelihood(strength: float) -> float:
        prior = np.maximum(strength * tree, _TINY)
        ways = (gammaln(counts + prior) - gammaln(prior)).sum(axis=0)
        return float((ways + gammaln(strength) - gammaln(strength + counts.sum(axis=0))).sum())

    return float(max(_STRENGTHS, key=likelihood))


def _tree(outcomes: npt.NDArray[np.int64], counts: Floats, k: int) -> tuple[int, ...]:
    """The parent of each member: the tree with the most mutual information between members given the label.

    The root is the member that votes most, so that the others say what they add to it.
    """
    members = outcomes.shape[1]
    happens = (outcomes[:, :, None] == np.arange(k + 1)).astype(np.float64)
    total = counts.sum()
    shares = np.maximum(counts.sum(axis=0) / total, _TINY)
    alone = np.einsum("qia,qy->iay", happens, counts) / total
    information = np.full((members, members), -np.inf)
    for i in range(members):
        for j in range(i + 1, members):
            both = np.einsum("qa,qb,qy->aby", happens[:, i], happens[:, j], counts, optimize=True) / total
            chance = alone[i][:, None, :] * alone[j][None, :, :] / shares
            terms = np.where(both > 0.0, both * np.log(np.maximum(both, _TINY) / np.maximum(chance, _TINY)), 0.0)
            information[i, j] = information[j, i] = terms.sum()
    root = int(np.argmin(alone[:, 0].sum(axis=1)))
    parents, order = [-1] * members, [root]
    while len(order) < members:
        out = [j for j in range(members) if j not in order]
        i, j = max(((i, j) for i in order for j in out), key=lambda pair: information[pair])
        parents[j] = i
        order.append(j)
    return tuple(parents)
