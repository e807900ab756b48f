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
* the weight of sparsity is the largest under which the rank is as low as it must be;
* the low rank is fitted again without the pairs that were found, until they stay;
* a pair that depends on each other by way of a third function alone is left out: what remains of its correlation when
  the label and the others are taken off must be clear.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.stats import norm, poisson

from ..compiler.structure import Dependency, Structure
from ..corpora.label_matrix import LabelMatrix
from ..corpora.vote_patterns import collapse
from .dependence import PairCounts
from .settings import require
from .vote_codes import Floats
from .vote_rows import matrix_of

Bools = npt.NDArray[np.bool_]

SLIGHT = 0.05
"""Correlations below this, the part of the label taken off, count as none."""

CHANCE = 0.01
"""The probability that chance alone makes up a dependence in all of the votes."""

SPARSITY = (1.0, 0.85, 0.7, 0.6, 0.5, 0.4, 0.3)
"""Weights of the sparse part, to be divided by the root of the number of variables, the largest first."""

STEPS, REFITS, RIDGE, SETTLED = 150, 8, 0.02, 1e-4


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
    alone = np.diag(pairs.together)
    spread = np.sqrt(np.maximum(alone * (1.0 - alone), 0.0))
    varies = np.flatnonzero(spread > 0.0)
    lf, spread, alone = pairs.lf[varies], spread[varies], alone[varies]
    nothing = np.zeros((pairs.lfs, pairs.lfs))
    if len(np.unique(lf)) < 3:
        return nothing
    together = pairs.together[np.ix_(varies, varies)]
    correlation = (together - np.outer(alone, alone)) / np.outer(spread, spread)
    own = lf[:, None] == lf[None, :]
    free = own | named[np.ix_(lf, lf)]
    low = _decompose(correlation, free, k - 1)
    chance = CHANCE / max((~own).sum() / 2, 1)
    least = max(SLIGHT, float(norm.isf(chance / 2)) / np.sqrt(pairs.rows))
    edges = nothing.astype(bool)
    residual = np.where(own, 0.0, correlation - low)
    noise = 1.4826 * float(np.median(np.abs(residual[~own])))
    for _ in range(REFITS):
        clear = np.abs(residual) > max(least, 4.0 * noise)
        clear &= _surprising(pairs.rows, together, np.outer(alone, alone) + low * np.outer(spread, spread), chance)
        before, edges = edges, _any(clear, lf, pairs.lfs)
        if (edges == before).all():
            break
        low = _low_rank(correlation, free | edges[np.ix_(lf, lf)], k - 1, low)
        residual, noise = np.where(own, 0.0, correlation - low), 0.0
    edges &= _direct(correlation - low, low, edges, lf, alone, pairs.rows)
    strength = nothing.copy()
    np.maximum.at(strength, (lf[:, None], lf[None, :]), np.abs(residual))
    return np.where(edges, strength, 0.0)


def _decompose(correlation: Floats, free: Bools, rank: int) -> Floats:
    """The part of low rank of ``correlation`` where it is not ``free``; the rest is sparse."""
    low = np.zeros_like(correlation)
    for weight in SPARSITY:
        low = principal_part(correlation, free, weight / np.sqrt(len(correlation)))
        values = np.linalg.eigvalsh(low)
        if (values > max(0.02 * values[-1], 0.05)).sum() <= rank:
            break
    return low


def principal_part(correlation: Floats, free: Bools, weight: float) -> Floats:
    """The positive semidefinite L of least trace, given ``weight`` for the absolute sum of the rest where not ``free``.

    The alternating direction method of multipliers (Z. Lin et al., 2010).
    """
    sparse, dual = np.zeros_like(correlation), np.zeros_like(correlation)
    low = sparse
    for _ in range(STEPS):
        values, vectors = np.linalg.eigh(correlation - sparse + dual)
        values = np.maximum(values - 1.0, 0.0)
        before, low = low, (vectors * values) @ vectors.T
        rest = correlation - low + dual
        sparse = np.where(free, rest, np.sign(rest) * np.maximum(np.abs(rest) - weight, 0.0))
        dual = dual + correlation - low - sparse
        if values[-1] > 0.0 and np.abs(low - before).max() < SETTLED:
            break
    return low


def _low_rank(correlation: Floats, free: Bools, rank: int, low: Floats) -> Floats:
    """The matrix of this rank that is nearest to ``correlation`` where that is not ``free``; begins at ``low``."""
    for _ in range(2 * STEPS):
        values, vectors = np.linalg.eigh(np.where(free, low, correlation))
        top = vectors[:, -rank:]
        before, low = low, (top * np.maximum(values[-rank:], 0.0)) @ top.T
        if np.abs(low - before).max() < SETTLED:
            break
    return low


def _surprising(rows: float, together: Floats, expected: Floats, chance: float) -> Bools:
    """Whether two votes fall on the same rows so often, or so seldom, as they hardly would by chance."""
    count, mean = together * rows, np.maximum(expected * rows, 1e-9)
    more = poisson.sf(np.round(count) - 1, mean) < chance
    return np.asarray(more | (poisson.cdf(np.round(count), mean) < chance), dtype=bool)


def _direct(residual: Floats, low: Floats, edges: Bools, lf: npt.NDArray[np.intp], alone: Floats, rows: float) -> Bools:
    """The pairs whose partial correlation, what the label explains taken off, is clear, ``(m, m)``."""
    always = np.bincount(lf, alone)[lf] > 1.0 - 1e-9
    first = np.isin(np.arange(len(lf)), np.unique(lf, return_index=True)[1])
    events = np.flatnonzero(~(always & first))  # the votes of an LF that never abstains tell one another
    lf = lf[events]
    within = np.where(edges[np.ix_(lf, lf)] | np.equal.outer(lf, lf), residual[np.ix_(events, events)], 0.0)
    np.fill_diagonal(within, np.maximum(1.0 - np.diag(low)[events], 0.05))
    values, vectors = np.linalg.eigh(within)
    precision = (vectors / np.maximum(values, RIDGE)) @ vectors.T
    scale = np.sqrt(np.maximum(np.diag(precision), RIDGE))
    partial = np.abs(precision / np.outer(scale, scale))
    tried = max(int(edges[np.ix_(lf, lf)].sum()), 1)
    return _any(partial > float(norm.isf(CHANCE / tried)) / np.sqrt(rows), lf, len(edges))


def _any(clear: Bools, lf: npt.NDArray[np.intp], size: int) -> Bools:
    """The pairs of different LFs with anything ``clear`` between their votes, ``(m, m)``."""
    out = np.zeros((size, size), dtype=bool)
    np.logical_or.at(out, (lf[:, None], lf[None, :]), clear)
    np.fill_diagonal(out, False)
    return out
