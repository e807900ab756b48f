"""Exact collapse of a label matrix into its distinct rows, fast enough for millions of them.

Rows that carry the same votes are the same evidence, so everything downstream of the votes costs by distinct
patterns, not by rows. Each row is hashed to 64 bits, the hashes are sorted, and every row is then compared with the
pattern it was assigned to: the result is exact whatever the hash does.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

_WORD = 8
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)  # 2**64 / golden ratio, odd
_MIXER = np.uint64(0xD6E8FEB86659FD93)


@dataclass(frozen=True, slots=True, eq=False)
class Patterns:
    """The distinct rows of a label matrix: ``votes[inverse] == patterns`` of every row, and ``counts`` sums to ``n``.

    ``patterns`` int8 ``(p, m)``, ``inverse`` int64 ``(n,)``, ``counts`` int64 ``(p,)``.
    The order of the patterns depends on what they are, not on the order of the rows.
    """

    patterns: npt.NDArray[np.int8]
    inverse: npt.NDArray[np.int64]
    counts: npt.NDArray[np.int64]

    def __len__(self) -> int:
        """The number of distinct patterns."""
        return len(self.counts)


def collapse(votes: npt.NDArray[np.int8]) -> Patterns:
    """The distinct rows of ``votes``, int8 ``(n, m)``.

    >>> distinct = collapse(np.array([[0, 1], [1, -1], [0, 1]], dtype=np.int8))
    >>> len(distinct), sorted(distinct.counts.tolist()), bool(distinct.inverse[0] == distinct.inverse[2])
    (2, [1, 2], True)
    """
    words = _words(votes)
    _, first, inverse, counts = np.unique(_hash(words), return_index=True, return_inverse=True, return_counts=True)
    if not np.array_equal(words[first[inverse]], words):  # two patterns share a hash: rare, so the slow way will do
        _, first, inverse, counts = np.unique(words, axis=0, return_index=True, return_inverse=True, return_counts=True)
    return Patterns(votes[first], inverse.reshape(-1).astype(np.int64), counts.astype(np.int64))


def _words(votes: npt.NDArray[np.int8]) -> npt.NDArray[np.uint64]:
    """Each row as 64-bit words, padded with zeros, ``(n, ceil(m / 8))``."""
    n, m = votes.shape
    if m % _WORD == 0:
        return np.ascontiguousarray(votes).view(np.uint64)
    padded = np.zeros((n, -(-m // _WORD) * _WORD), np.int8)
    padded[:, :m] = votes
    return padded.view(np.uint64)


def _hash(words: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint64]:
    """A 64-bit hash of each row of words: multiply, fold the high half down, mix, word after word."""
    result = np.zeros(len(words), np.uint64)
    for column in words.T:
        result ^= column * _MULTIPLIER
        result ^= result >> np.uint64(32)
        result *= _MIXER
    result ^= result >> np.uint64(29)
    return result
