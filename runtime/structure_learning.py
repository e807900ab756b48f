"""Which labeling functions depend on each other beyond what the label explains, learned from their votes.

For votes whose functions cannot be looked into: imported columns, crowd workers, models. Functions that agree because
they are accurate are correlated too, all with all; this part of the correlations has no more dimensions than there are
labels, less one. What dependence adds is confined to few pairs. So the correlations of the votes are taken apart into
a matrix of low rank and a sparse one: robust principal component analysis (E. Candès et al., *Robust principal
component analysis?*, JACM 58, 2011), which P. Varma et al., *Learning dependency structures for weak supervision
models*, ICML 2019, brought to labeling functions. Where this differs from theirs, it measured better on planted votes
(``benchmarks/bench_structure.py``):

* the correlations are taken apart, not their inverse, and a vote for each label is a variable of its own;
* the correlations of a function with itself, and of pairs that are known to depend on each other, may be anything;
* the low rank is fitted again without the pairs that were found, until they stay;
* the weight of sparsity is the largest under which the rank is as low as it must be; those before it are begun from as
  well, and the fewest pairs that leave no more unexplained are taken;
* a group of functions that the label explains as well as all others is none: fitted without it, the label may take up
  what the accurate ones have in common;
* a pair that depends on each other by way of a third function alone is left out: what remains of its correlation when
  the label and the others are taken off must be clear.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.sparse.csgraph import connected_components
from scipy.stats import norm, poisson

from ..compiler.structure import Dependency, Structure
from ..corpora.label_matrix import LabelMatrix
from ..corpora.vote_patterns import collapse
from .dependence import PairCounts
from .low_rank import Bools, nearest, principal_parts
from .settings import require
from .vote_codes import Floats
from .vote_rows import matrix_of

SLIGHT = 0.05
"""Correlations below this, the part of the label taken off, count as none."""

CHANCE = 0.01
"""The probability that chance alone makes up a dependence in all of the votes."""

FEWER = 0.9
"""A split with other pairs is preferred if it needs at most this share of them."""

REFITS, RIDGE = 8, 0.02


def learn_structure(
    L: LabelMatrix | npt.ArrayLike, *, labels: Any = None, structure: Structure | None = None
) -> Structure:
    """The dependencies between labeling functions (LFs) that their votes show.

    Exact to the order of the LFs; no randomness. 100 LFs take seconds, whatever the number of rows.

    Args:
        L: the votes, a :class:`.LabelMatrix` or int ``(n, m)`` with -1 for abstentions.
        labels: names or number of the labels, as for :class:`.LabelModel`.
        structure: what the static analysis knows (``program.structure()``); it is kept, and helps to find the rest.

    Returns:
        The dependencies of ``structure``, and of kind "learned" those that the votes show besides; their weight is the
        correlation, 0 to 1, of the two LFs' votes for one label beyond what the label explains.

    Raises:
        SaysoError: SAY301 to SAY305 for votes that are none; SAY341 if ``structure`` is not that of as many LFs.
    """
    matrix = matrix_of(L, labels)
    names = tuple(matrix.lf_names)
    fits = structure is None or (isinstance(structure, Structure) and len(structure.names) == len(names))
    require(fits, "structure", structure, f"None, or what program.structure() gives for these {len(names)} functions")
    known = () if structure is None else structure.dependencies
    distinct = collapse(matrix.votes)
    k = len(matrix.labels)
    pairs = PairCounts.of(distinct.patterns, distinct.counts.astype(np.float64), k)
    named = np.zeros((len(names), len(names)), dtype=bool)
    for i, j in () if structure is None else structure.pairs:
        named[i, j] = named[j, i] = True
    found = _found(pairs, k, named)
    own = {(edge.first, edge.second) for edge in known}
    learned = [
        Dependency(int(i), int(j), "learned", float(min(found[i, j], 1.0)))
        for i, j in np.argwhere(np.triu(found > 0.0, 1))
        if (int(i), int(j)) not in own
    ]
    edges = sorted((*known, *learned), key=lambda edge: (edge.first, edge.second))
    return Structure(names, tuple(edges))


def _found(pairs: PairCounts, k: int, named: Bools) -> Floats:
    """The residual correlation of each pair of LFs that depend on each other, 0 for the others, ``(m, m)``."""
    votes = _Votes.of(pairs, k, named)
    nothing = np.zeros((pairs.lfs, pairs.lfs))
    if len(np.unique(votes.lf)) < 3:
        return nothing
    *others, low = principal_parts(votes.correlation, votes.free, votes.rank)
    noise = 1.4826 * float(np.median(np.abs(votes.rest(low)[~votes.own])))
    split = _pruned(votes, votes.settled(votes.clear(low, 4.0 * noise), low))
    for low in reversed(others):
        other = _pruned(votes, votes.settled(_any(np.abs(votes.rest(low)) > votes.least, votes.lf, votes.lfs), low))
        if other.simpler(split) and votes.misfit(other) <= votes.bearable(split):
            split = other
    edges = split.edges & _direct(votes, split)
    strength = nothing.copy()
    np.maximum.at(strength, (votes.lf[:, None], votes.lf[None, :]), np.abs(votes.rest(split.low)))
    return np.where(edges, strength, 0.0)


def _pruned(votes: _Votes, split: _Split) -> _Split:
    """``split`` without the groups of LFs that the label explains as well as it explains the others.

    LFs that are right agree as those of a group do. Where all of a group's pairs are left to dependence, only what it
    shares with the others says how right it is, and that is little beside weak ones. So each group is given to the
    label: it was none if that takes fewer pairs, and none new but where it saves many, and if the fit is no worse. Of
    several, the one that leaves the fewest pairs; then that which fits best, as far as chance can tell; then the one
    with the least of the label, as copies agree more than functions that are merely right.
    """
    while split.pairs:
        most = votes.bearable(split)
        found: list[tuple[int, float, float, int, _Split]] = []
        count, group = connected_components(split.edges)
        for own in (group == number for number in range(count)):
            if own.sum() < 3:
                continue
            trial = votes.settled(split.edges & ~np.outer(own, own), split.low)
            misfit = votes.misfit(trial)
            if trial.simpler(split) and misfit <= most:
                found.append(
                    (trial.pairs, max(misfit, votes.plain(split)), float(np.trace(trial.low)), len(found), trial)
                )
        if not found:
            break
        split = min(found)[-1]
    return split


@dataclass(frozen=True, slots=True)
class _Split:
    """Pairs of LFs that depend on each other ``(m, m)``, and ``(c, c)``, what the label explains of the rest."""

    edges: Bools
    low: Floats

    @property
    def pairs(self) -> int:
        """How many pairs."""
        return int(self.edges.sum()) // 2

    def simpler(self, other: _Split) -> bool:
        """Whether it needs far fewer pairs, or only some of those of the other."""
        some = self.pairs < other.pairs and not (self.edges & ~other.edges).any()
        return some or self.pairs <= FEWER * other.pairs


@dataclass(frozen=True, slots=True)
class _Votes:
    """Votes for one label by one LF, ``c`` of them: ``lf`` names it, ``alone`` and ``together`` say how often.

    ``own`` ``(c, c)``: votes of one LF; ``free``: these, and those of LFs that are known to depend on each other.
    """

    lf: npt.NDArray[np.intp]
    alone: Floats
    together: Floats
    correlation: Floats
    own: Bools
    free: Bools
    rank: int
    rows: float
    lfs: int

    @classmethod
    def of(cls, pairs: PairCounts, k: int, named: Bools) -> _Votes:
        """Votes that occur, and not on all rows."""
        alone = np.diag(pairs.together)
        varies = np.flatnonzero(alone * (1.0 - alone) > 0.0)
        lf, alone = pairs.lf[varies], alone[varies]
        together = pairs.together[np.ix_(varies, varies)]
        spread = np.sqrt(alone * (1.0 - alone))
        correlation = (together - np.outer(alone, alone)) / np.outer(spread, spread)
        own = lf[:, None] == lf[None, :]
        free = own | named[np.ix_(lf, lf)]
        return cls(lf, alone, together, correlation, own, free, k - 1, pairs.rows, pairs.lfs)

    @property
    def chance(self) -> float:
        """The probability that chance makes up a dependence between two votes."""
        return CHANCE / max(float((~self.own).sum()) / 2, 1.0)

    @property
    def least(self) -> float:
        """The correlation below which dependence is none."""
        return max(SLIGHT, float(norm.isf(self.chance / 2) / np.sqrt(self.rows)))

    def rest(self, low: Floats) -> Floats:
        """What the label leaves of the correlations, none of an LF with itself."""
        return np.where(self.own, 0.0, self.correlation - low)

    def clear(self, low: Floats, noise: float = 0.0) -> Bools:
        """The pairs of LFs with more left than chance and ``noise`` make, ``(m, m)``."""
        spread = np.sqrt(self.alone * (1.0 - self.alone))
        expected = np.outer(self.alone, self.alone) + low * np.outer(spread, spread)
        clear = np.abs(self.rest(low)) > max(self.least, noise)
        clear &= _surprising(self.rows, self.together, expected, self.chance)
        return _any(clear, self.lf, self.lfs)

    def settled(self, edges: Bools, low: Floats) -> _Split:
        """The label's part fitted without the pairs ``edges``, these found again, and so on until they stay."""
        for _ in range(REFITS):
            low = nearest(self.correlation, self.free | edges[np.ix_(self.lf, self.lf)], self.rank, low)
            before, edges = edges, self.clear(low)
            if (edges == before).all():
                break
        return _Split(edges, low)

    def misfit(self, split: _Split) -> float:
        """The mean square of what is left between independent votes; chance makes it less than 1."""
        free = self.free | split.edges[np.ix_(self.lf, self.lf)]
        rest = (self.correlation - split.low)[~free]
        return float(self.rows * (rest**2).mean()) if len(rest) else np.inf

    def plain(self, split: _Split) -> float:
        """The misfit below which a fit is as good as ``split``."""
        return max(1.0, self.misfit(split))

    def bearable(self, split: _Split) -> float:
        """The misfit that a fit as good as ``split`` may have by chance: three standard deviations of its mean."""
        independent = max(self.lfs * (self.lfs - 1) / 2 - split.pairs, 1.0)
        return float(self.plain(split) * (1.0 + 3.0 * np.sqrt(2.0 / independent)))


def _surprising(rows: float, together: Floats, expected: Floats, chance: float) -> Bools:
    """Whether two votes fall on the same rows so often, or so seldom, as they hardly would by chance."""
    count, mean = together * rows, np.maximum(expected * rows, 1e-9)
    more = poisson.sf(np.round(count) - 1, mean) < chance
    return np.asarray(more | (poisson.cdf(np.round(count), mean) < chance), dtype=bool)


def _direct(votes: _Votes, split: _Split) -> Bools:
    """The pairs whose partial correlation, what the label explains taken off, is clear, ``(m, m)``."""
    lf, edges = votes.lf, split.edges
    always = np.bincount(lf, votes.alone)[lf] > 1.0 - 1e-9
    first = np.isin(np.arange(len(lf)), np.unique(lf, return_index=True)[1])
    events = np.flatnonzero(~(always & first))  # the votes of an LF that never abstains tell one another
    lf = lf[events]
    related = edges[np.ix_(lf, lf)] | np.equal.outer(lf, lf)
    within = np.where(related, (votes.correlation - split.low)[np.ix_(events, events)], 0.0)
    np.fill_diagonal(within, np.maximum(1.0 - np.diag(split.low)[events], 0.05))
    values, vectors = np.linalg.eigh(within)
    precision = (vectors / np.maximum(values, RIDGE)) @ vectors.T
    scale = np.sqrt(np.maximum(np.diag(precision), RIDGE))
    partial = np.abs(precision / np.outer(scale, scale))
    tried = max(int(edges[np.ix_(lf, lf)].sum()), 1)
    return _any(partial > float(norm.isf(CHANCE / tried)) / np.sqrt(votes.rows), lf, len(edges))


def _any(clear: Bools, lf: npt.NDArray[np.intp], size: int) -> Bools:
    """The pairs of different LFs with anything ``clear`` between their votes, ``(m, m)``."""
    out = np.zeros((size, size), dtype=bool)
    np.logical_or.at(out, (lf[:, None], lf[None, :]), clear)
    np.fill_diagonal(out, False)
    return out
