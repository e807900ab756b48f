"""Votes that come in parts, counted by distinct row, in bounded memory however many rows there are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import polars as pl

from ..grammar.diagnostics import SaysoError, problem
from ..grammar.given import expect
from .label_matrix import LabelMatrix
from .vote_patterns import collapse

Floats = npt.NDArray[np.float64]

MOST = 500_000
"""Distinct rows kept, unless told otherwise."""


@dataclass(frozen=True, slots=True, eq=False)
class CountedVotes:
    """Distinct rows of votes and how often each occurs: what ``fit(matrix, sample_weight=weights)`` asks for.

    ``matrix`` has ``p`` rows; ``weights`` ``(p,)`` sum to ``rows``, the number of rows counted, exactly if ``exact``,
    and in expectation if there were too many distinct ones.
    """

    matrix: LabelMatrix
    weights: Floats
    rows: int
    exact: bool


def count_votes(
    parts: Iterable[LabelMatrix | pl.DataFrame | npt.ArrayLike],
    *,
    labels: tuple[str, ...] | list[str] | int | None = None,
    most: int = MOST,
    random_state: int = 0,
) -> CountedVotes:
    """Count the distinct rows of votes that come in ``parts``: chunks of a label matrix, in order of the same LFs.

    Cost and memory follow the distinct rows, and never pass twice ``most`` of them: where there are more, rare ones are
    left out at random and the others weigh more for it, so that the weight of any set of rows stays right in
    expectation (threshold sampling: N. Duffield, C. Lund and M. Thorup, *Estimating flow distributions from sampled
    flow statistics*, IEEE/ACM Transactions on Networking 13, 2005).

    Args:
        parts: label matrices, frames, or int arrays ``(n, m)``.
        labels: as of :meth:`.LabelMatrix.of`; to be given where the parts do not name them.
        most: distinct rows to keep.
        random_state: seed of what is left out.

    Raises:
        SaysoError: SAY301 to SAY305 for votes that are none or, without any part, SAY301; SAY307 if parts come
            from other labeling functions than the first.

    >>> counted = count_votes([[[0, 1], [0, 1]], [[1, -1], [0, 1]]], labels=2)
    >>> counted.rows, sorted(counted.weights.tolist()), counted.exact
    (4, [1.0, 3.0], True)
    """
    expect(isinstance(parts, Iterable), "parts", parts, "a list, or another iterable, of label matrices or arrays")
    expect(isinstance(most, (int, np.integer)) and most > 0, "most", most, "a whole number above 0")
    random = np.random.default_rng(random_state)
    kept = _Kept(most, random)
    first: LabelMatrix | None = None
    for part in parts:
        matrix = LabelMatrix.of(part, labels=labels if first is None else first.labels)
        if first is None:
            first = LabelMatrix(matrix.votes[:1], matrix.lf_names, matrix.labels)
        if matrix.lf_names != first.lf_names:
            found, expected = (", ".join(each.lf_names[:5]) for each in (matrix, first))
            raise SaysoError(problem("SAY307", found=found, expected=expected))
        kept.add(matrix.votes)
    if first is None:
        first = LabelMatrix.of(np.empty((0, 0)), labels=labels)  # says what is wrong
    votes, weights = kept.total()
    return CountedVotes(LabelMatrix(votes, first.lf_names, first.labels), weights, kept.rows, kept.exact)


class _Kept:
    """Patterns so far: those merged, and those of parts still to be."""

    def __init__(self, most: int, random: np.random.Generator) -> None:
        self.most, self.random = most, random
        self.rows, self.exact = 0, True
        self.waiting: list[tuple[npt.NDArray[np.int8], Floats]] = []
        self.size = 0

    def add(self, votes: npt.NDArray[np.int8]) -> None:
        found = collapse(votes)
        self.rows += len(votes)
        self.waiting.append((found.patterns, found.counts.astype(np.float64)))
        self.size += len(found)
        if self.size > 2 * self.most:
            self._merge()
            if self.size > self.most:
                self._thin()

    def total(self) -> tuple[npt.NDArray[np.int8], Floats]:
        self._merge()
        if self.size > self.most:
            self._thin()
        return self.waiting[0]

    def _merge(self) -> None:
        votes = np.concatenate([patterns for patterns, _ in self.waiting])
        weights = np.concatenate([weights for _, weights in self.waiting])
        found = collapse(votes)
        self.waiting = [(found.patterns, np.bincount(found.inverse, weights, minlength=len(found)).astype(np.float64))]
        self.size = len(found)

    def _thin(self) -> None:
        """Keep ``most`` patterns: one of weight ``w`` with probability ``w / threshold``, and then of that weight.

        They are drawn together (systematic sampling), so that the sum of the weights stays, but for a threshold or so.
        """
        self.exact = False
        votes, weights = self.waiting[0]
        threshold = _threshold(weights, self.most)
        mark = np.cumsum(np.minimum(1.0, weights / threshold)) + self.random.random()
        chosen = np.diff(np.floor(mark), prepend=np.floor(mark[0] - min(1.0, weights[0] / threshold))) > 0.0
        self.waiting = [(np.ascontiguousarray(votes[chosen]), np.maximum(weights[chosen], threshold))]
        self.size = int(chosen.sum())


def _threshold(weights: Floats, most: int) -> float:
    """The ``t`` for which ``sum(min(1, weights / t))`` is ``most``; there are more weights than that."""
    ordered = np.sort(weights)[::-1]
    rest = np.cumsum(ordered[::-1])[::-1]  # of this weight and all smaller ones
    heavy = np.arange(most)  # so many are kept for sure
    candidate = rest[:most] / (most - heavy)
    fits = ordered[:most] <= candidate  # the heaviest of the rest is no heavier than the threshold
    return float(candidate[int(np.argmax(fits))])
