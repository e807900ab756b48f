"""Sums over votes at the price of a few table look-ups per row, whatever the number of labels or abstentions.

A label model needs two sums: for every row, the evidence of all its votes; for every vote that a labeling function
(LF) can cast, the weight of the rows that carry it. Several LFs together have few joint outcomes (ten LFs that abstain,
say yes or say no: 59,049), so each row is stored as one small integer per group of LFs. The first sum then takes one
look-up per group, the second one histogram per group.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

_LARGEST_TABLE = 1 << 16  # a table of this many float64 stays in a second-level cache
_SMALLEST_TABLE = 1 << 6
_FEW_LABELS = 16


@dataclass(frozen=True, slots=True)
class _Group:
    """Some LFs, the outcomes each can have (0 abstains, ``1 + label`` votes), and every row's joint outcome."""

    lfs: tuple[int, ...]
    outcomes: tuple[npt.NDArray[np.intp], ...]
    codes: npt.NDArray[np.intp]

    @property
    def size(self) -> int:
        return int(np.prod([len(own) for own in self.outcomes]))


@dataclass(frozen=True, slots=True)
class VoteCodes:
    """Votes int8 ``(p, m)`` over ``k`` labels, encoded for :meth:`score` and :meth:`tally`."""

    rows: int
    lfs: int
    labels: int
    groups: tuple[_Group, ...]

    @classmethod
    def of(cls, votes: npt.NDArray[np.int8], k: int) -> VoteCodes:
        """Encode ``votes``; LFs are grouped so that no table outgrows the cache or the rows."""
        p, m = votes.shape
        limit = min(_LARGEST_TABLE, max(_SMALLEST_TABLE, p // 8))
        columns = np.ascontiguousarray(votes.T)
        groups: list[_Group] = []
        lfs: list[int] = []
        outcomes: list[npt.NDArray[np.intp]] = []
        codes, size = np.zeros(p, np.int32), 1
        for j, column in enumerate(columns):
            seen = _seen(column, k)
            if lfs and size * len(seen) > limit:
                groups.append(_Group(tuple(lfs), tuple(outcomes), codes.astype(np.intp)))
                lfs, outcomes, codes, size = [], [], np.zeros(p, np.int32), 1
            codes += _ranks(column, seen) * np.int32(size)
            lfs.append(j)
            outcomes.append(seen + 1)
            size *= len(seen)
        groups.append(_Group(tuple(lfs), tuple(outcomes), codes.astype(np.intp)))
        return cls(p, m, k, tuple(groups))

    def score(self, evidence: Floats) -> Floats:
        """For every row, the sums of ``evidence[j, outcome]`` over the LFs, ``(s, p)``.

        ``evidence``: ``(m, k + 1, s)``; outcome 0 abstains, ``1 + v`` votes ``v``.
        """
        k = evidence.shape[2]
        total = np.zeros((k, self.rows))
        for group in self.groups:
            table = np.zeros((1, k))
            for j, seen in zip(group.lfs, group.outcomes, strict=True):
                table = (evidence[j, seen][:, None, :] + table[None, :, :]).reshape(-1, k)
            for label in range(k):
                total[label] += np.take(np.ascontiguousarray(table[:, label]), group.codes)
        return total

    def tally(self, weights: Floats) -> Floats:
        """For each LF and outcome, the sums of ``weights`` ``(s, p)`` over the rows that have it, ``(m, k + 1, s)``."""
        k = len(weights)
        sums = np.zeros((self.lfs, self.labels + 1, k))
        for group in self.groups:
            size = group.size
            table = np.stack([np.bincount(group.codes, row, minlength=size) for row in weights], axis=1)
            inner = 1
            for j, seen in zip(group.lfs, group.outcomes, strict=True):
                sums[j, seen] = table.reshape(-1, len(seen), inner, k).sum(axis=(0, 2))
                inner *= len(seen)
        return sums

    def posterior(self, evidence: Floats, prior: Floats, more: Floats | None = None) -> Floats:
        """Probabilities of the labels, ``(k, p)``: softmax of ``score(evidence)`` plus ``prior`` ``(k,)``.

        ``more`` ``(k, p)`` are further log-scores of each row.
        """
        *_, k = evidence.shape
        scores = np.zeros((k, self.rows))  # relative to the last label, which saves its look-ups
        scores[:-1] = self.score(evidence[:, :, :-1] - evidence[:, :, -1:])
        scores += (prior - prior[-1])[:, None]
        return softmax(scores if more is None else scores + more)


def softmax(scores: Floats) -> Floats:
    """Probabilities ``(k, p)`` from log-probabilities up to a constant per column."""
    most, total = scores[0], 0.0
    for row in scores[1:]:  # labels are few and rows many: row by row is several times faster than along the columns
        most = np.maximum(most, row)
    exponent = np.exp(scores - most)
    for row in exponent:
        total = total + row
    return np.asarray(exponent / total, dtype=np.float64)


def _seen(column: npt.NDArray[np.int8], k: int) -> npt.NDArray[np.intp]:
    """The different votes in ``column``, in order."""
    if k > _FEW_LABELS:
        return np.flatnonzero(np.bincount(column.astype(np.intp) + 1, minlength=k + 1)) - 1
    return np.array([vote for vote in range(-1, k) if (column == vote).any()], dtype=np.intp)


def _ranks(column: npt.NDArray[np.int8], seen: npt.NDArray[np.intp]) -> npt.NDArray[Any]:
    """The place of each vote among those ``seen``; by arithmetic on bytes where that will do."""
    if len(seen) <= 2:
        return np.equal(column, seen[-1]) if len(seen) == 2 else np.zeros(len(column), dtype=bool)
    if seen[-1] - seen[0] + 1 == len(seen):
        return np.asarray(column - np.int8(seen[0]))
    rank = np.zeros(seen[-1] + 2, np.int32)
    rank[seen + 1] = np.arange(len(seen))
    return rank[column.astype(np.intp) + 1]
