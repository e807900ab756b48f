"""The token index of one text column: interned tokens, their places, and postings by form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import polars as pl

from .kinds import KINDS, Kind
from .vocabulary import Vocabulary

if TYPE_CHECKING:
    from .headings import Headings

Array = npt.NDArray[Any]
Positions = npt.NDArray[np.int64]

BLOCK = 50_000
"""Rows that are worked on at once: what is held in memory as separate words at any one time."""

ARRAYS: dict[str, type[np.generic]] = {
    "tokens": np.uint32,
    "token_start": np.uint32,
    "token_row": np.uint32,
    "row_start": np.int64,
    "words_before": np.uint32,
    "sentence": np.uint32,
    "posting": np.uint32,
    "posting_start": np.int64,
    "present": np.bool_,
    "lengths": np.uint32,
}
"""The arrays of an index and the types in which they are kept."""

_SCAN = 4_000
"""A search for more forms than this reads the tokens instead of merging postings."""


@dataclass(frozen=True)
class TextIndex:
    """A tokenised text column of n rows, t tokens and v distinct forms; the arrays may be memory-mapped.

    Attributes:
        strings: the cleaned texts, (n,), null where missing.
        vocabulary: the distinct forms.
        tokens: the form of each token, row after row, (t,).
        token_start: the offset of each token's first character in its row's cleaned text, (t,).
        token_row: the row of each token, (t,).
        row_start: the tokens of row i are ``row_start[i]:row_start[i + 1]``, (n + 1,).
        words_before: the number of words before each token, over the whole column, (t + 1,).
        sentence: the number of each token's sentence, over the whole column, (t,); rows never share one.
        posting: the places of all tokens, by form, then in order, (t,).
        posting_start: the places of form f are ``posting[posting_start[f]:posting_start[f + 1]]``, (v + 1,).
        present: whether the text is not missing, (n,).
        lengths: characters (code points) per text, (n,); 0 where missing.
    """

    strings: pl.Series
    vocabulary: Vocabulary
    tokens: Array
    token_start: Array
    token_row: Array
    row_start: Array
    words_before: Array
    sentence: Array
    posting: Array
    posting_start: Array
    present: npt.NDArray[np.bool_]
    lengths: Array
    _counts: dict[Kind, npt.NDArray[np.int64]] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, texts: pl.Series | Iterable[str | None]) -> TextIndex:
        """The index of texts in memory, without disk or further processes; it costs little for a few rows.

        >>> index = TextIndex.of(["Check this out!", None, "this"])
        >>> index.counts(KINDS["word"]).tolist()
        [3, 0, 1]
        """
        from .build import index_of  # it makes what is declared here

        column = texts if isinstance(texts, pl.Series) else pl.Series("text", list(texts), dtype=pl.String)
        return index_of(column)

    def __len__(self) -> int:
        """The number of rows, n."""
        return len(self.present)

    @property
    def rows(self) -> int:
        """The number of rows, n."""
        return len(self.present)

    def postings(self, ids: npt.NDArray[np.integer[Any]]) -> Positions:
        """The rising places at which one of the forms ``ids`` (each given once) stands."""
        forms = np.asarray(ids, dtype=np.int64)
        if len(forms) > _SCAN:
            wanted = np.zeros(len(self.vocabulary), dtype=bool)
            wanted[forms] = True
            parts = (begin + np.flatnonzero(wanted[self.tokens[begin:end]]) for _, _, begin, end in self.blocks())
            return np.concatenate([_NOWHERE, *parts])
        starts, ends = self.posting_start[forms], self.posting_start[forms + 1]
        found = np.concatenate([_NOWHERE, *(self.posting[a:b] for a, b in zip(starts, ends, strict=True))])
        if len(forms) > 1:
            found.sort(kind="stable")
        return found

    def touched(self, row: Positions, first: Positions, last: Positions) -> tuple[Positions, Positions]:
        """The tokens that the characters ``first`` up to ``last`` of each row touch; an empty range if none."""
        begin, stop = self.row_start[row], self.row_start[row + 1]
        rows, inverse = np.unique(row, return_inverse=True)
        lengths = (self.row_start[rows + 1] - self.row_start[rows]).astype(np.int64)
        offsets = np.concatenate([[0], np.cumsum(lengths)])
        positions = np.repeat(self.row_start[rows] - offsets[:-1], lengths) + np.arange(offsets[-1])
        base = np.repeat(np.arange(len(rows), dtype=np.int64), lengths) << 33
        token_first = base + self.token_start[positions]
        token_last = token_first + self.vocabulary.lengths[self.tokens[positions]]
        own = inverse.astype(np.int64) << 33
        start = begin + np.searchsorted(token_last, own + first, side="right") - offsets[inverse]
        end = begin + np.searchsorted(token_first, own + last, side="left") - offsets[inverse]
        start = np.minimum(start, stop)
        return start, np.maximum(start, end)

    def counts(self, kind: Kind) -> npt.NDArray[np.int64]:
        """How much of a kind each row has, shape (n,); 0 where the text is missing. Worked out once."""
        if kind not in self._counts:
            self._counts[kind] = self._count(kind)
        return self._counts[kind]

    def _count(self, kind: Kind) -> npt.NDArray[np.int64]:
        if kind == KINDS["word"]:
            before = self.words_before[self.row_start].astype(np.int64)
            return np.asarray(before[1:] - before[:-1])
        weights = self.vocabulary.weights(kind)
        forms = np.flatnonzero(weights)
        if int((self.posting_start[forms + 1] - self.posting_start[forms]).sum()) * 8 < len(self.tokens):
            places = self.postings(forms)
            own = weights[self.tokens[places]]
            return np.bincount(self.token_row[places], weights=own, minlength=self.rows).astype(np.int64)
        counts = np.zeros(self.rows, dtype=np.int64)
        for first, last, begin, end in self.blocks():
            filled = np.flatnonzero(np.diff(self.row_start[first : last + 1])) + first
            if len(filled):
                values = weights[self.tokens[begin:end]]
                counts[filled] = np.add.reduceat(values, self.row_start[filled] - begin, dtype=np.int64)
        return counts

    @cached_property
    def sentences(self) -> npt.NDArray[np.int64]:
        """The number of sentences of each row, shape (n,)."""
        counts = np.zeros(self.rows, dtype=np.int64)
        filled = np.flatnonzero(np.diff(self.row_start))
        first, last = self.row_start[filled], self.row_start[filled + 1] - 1
        counts[filled] = self.sentence[last].astype(np.int64) - self.sentence[first] + 1
        return counts

    @cached_property
    def headings(self) -> Headings:
        """The headings of sections within the texts; found once."""
        from .headings import headings_of  # it reads what is declared here

        return headings_of(self)

    @cached_property
    def word_keys(self) -> npt.NDArray[np.uint32]:
        """The folded key of each word of the column, in order; the word at token t is number ``words_before[t]``."""
        keys = self.vocabulary.folded.ids
        parts = [
            keys[self.tokens[begin + np.flatnonzero(np.diff(self.words_before[begin : end + 1]))]]
            for _, _, begin, end in self.blocks()
        ]
        return np.concatenate([np.zeros(0, dtype=np.uint32), *parts])

    def blocks(self) -> Iterator[tuple[int, int, int, int]]:
        """Blocks of rows: the first row and behind the last, the first token and behind the last."""
        for first in range(0, self.rows, BLOCK):
            last = min(first + BLOCK, self.rows)
            yield first, last, int(self.row_start[first]), int(self.row_start[last])


_NOWHERE: Positions = np.zeros(0, dtype=np.int64)
