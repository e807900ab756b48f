"""Counting words, pairs of words and pieces of words, in columns: sparse matrices instead of loops over rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix

Ids = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]

PIECE_LENGTHS = (3, 4, 5)
"""Characters per piece, the marks before and after a word counted."""

LONGEST = 64
"""Only so many characters of a word are cut into pieces: addresses and noise can be endless."""

_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)


def count(ids: Ids, row_start: Ids, width: int) -> csr_matrix:
    """How often each feature stands in each row, shape (n, width); ids below 0 are left out.

    ``ids`` lists the features of all rows, row after row; those of row i are ``ids[row_start[i]:row_start[i + 1]]``.
    """
    known = ids >= 0
    before = np.concatenate([[0], np.cumsum(known)])
    ones = np.ones(int(before[-1]), dtype=np.float32)
    matrix = csr_matrix((ones, ids[known], before[row_start]), shape=(len(row_start) - 1, width))
    matrix.sum_duplicates()
    return matrix


def document_frequency(counts: csr_matrix) -> Ids:
    """In how many rows each feature stands, shape (width,); ``counts`` has no duplicates."""
    return np.bincount(counts.indices, minlength=counts.shape[1]).astype(np.int64)


def inverse_frequency(df: Ids, rows: int) -> Floats:
    """How telling a feature of ``df`` rows is: ``ln((1 + rows) / (1 + df)) + 1``, as in scikit-learn."""
    return (np.log((1.0 + rows) / (1.0 + np.minimum(df, rows))) + 1.0).astype(np.float32)


def weigh(counts: csr_matrix, idf: Floats) -> csr_matrix:
    """Counts as weights ``(1 + ln count) * idf``, each row scaled to length one (a row without features stays zero)."""
    values = (1.0 + np.log(counts.data)) * idf[counts.indices]
    filled = np.diff(counts.indptr) > 0
    squares = np.zeros(counts.shape[0])
    squares[filled] = np.add.reduceat(values.astype(np.float64) ** 2, counts.indptr[:-1][filled]) if filled.any() else 0
    norms = np.repeat(np.sqrt(np.maximum(squares, 1e-12)), np.diff(counts.indptr))
    return csr_matrix(((values / norms).astype(np.float32), counts.indices, counts.indptr), shape=counts.shape)


def pair_codes(words: Ids, row_start: Ids, width: int) -> Ids:
    """A code for each token and the one before it in its row, shape (t,); -1 where one of them is no known word.

    ``words`` are word ids below ``width``, -1 for unknown words. The code of ``a b`` is ``a * width + b``.
    """
    codes = np.full(len(words), -1, dtype=np.int64)
    if len(words) > 1:
        known = (words[:-1] >= 0) & (words[1:] >= 0)
        codes[1:] = np.where(known, words[:-1].astype(np.int64) * width + words[1:], -1)
        first = row_start[:-1]
        codes[first[first < len(words)]] = -1
    return codes


def pieces(words: Sequence[str]) -> tuple[npt.NDArray[np.uint64], Ids]:
    """The character pieces of each word, as 64-bit hashes that are the same on every machine.

    Returns:
        hashes (p,), and the word (its place in ``words``) to which each belongs (p,), in rising order.
    """
    marked = [f"\x02{word[:LONGEST]}\x03" for word in words]
    points = np.frombuffer("".join(marked).encode("utf-32-le", "replace"), dtype=np.uint32).astype(np.uint64)
    lengths = np.fromiter(map(len, marked), dtype=np.int64, count=len(marked))
    stop = np.repeat(np.cumsum(lengths), lengths)
    owner = np.repeat(np.arange(len(marked), dtype=np.int64), lengths)
    place = np.arange(len(points), dtype=np.int64)
    hashes, owners = [np.zeros(0, dtype=np.uint64)], [np.zeros(0, dtype=np.int64)]
    for size in PIECE_LENGTHS:
        starts = np.flatnonzero(place + size <= stop)
        code = np.full(len(starts), size, dtype=np.uint64)
        for offset in range(size):
            code = _mix(code ^ points[starts + offset])
        hashes.append(code)
        owners.append(owner[starts])
    order = np.argsort(np.concatenate(owners), kind="stable")
    return np.concatenate(hashes)[order], np.concatenate(owners)[order]


def _mix(code: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint64]:
    """One round of a multiplicative hash; overflow is meant."""
    code = code * _MULTIPLIER
    result: npt.NDArray[np.uint64] = code ^ (code >> np.uint64(29))
    return result


def look_up(values: npt.NDArray[Any], known: npt.NDArray[Any]) -> Ids:
    """The place of each value in the sorted array ``known``, -1 where it is not in it."""
    if len(known) == 0:
        return np.full(len(values), -1, dtype=np.int64)
    places = np.minimum(np.searchsorted(known, values), len(known) - 1)
    return np.where(known[places] == values, places, -1).astype(np.int64)


def frequent(df: Ids, *, least: int, most: int) -> Ids:
    """The features of at least ``least`` rows; of more than ``most``, those of most rows. In rising order."""
    chosen = np.flatnonzero(df >= least)
    if len(chosen) > most:
        chosen = chosen[np.argsort(-df[chosen], kind="stable")[:most]]
    return np.sort(chosen).astype(np.int64)
