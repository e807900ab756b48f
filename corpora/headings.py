"""The headings within texts: a few words from the start of a text, a line or a sentence up to a colon."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import polars as pl

from .text import clean, folded_key
from .tokenizer import tokenize

if TYPE_CHECKING:
    from .index import TextIndex

Positions = npt.NDArray[np.int64]

MOST = 4
"""A heading has at most so many words."""

JOINING = r"^[/&\-–]$"
"""The signs that may stand between the words of a heading."""


@dataclass(frozen=True, slots=True)
class Headings:
    """The h headings of a column, in order; all arrays have the shape (h,).

    Attributes:
        start: the first token of each.
        colon: the colon behind it.
        row: its row.
        stop: where its section ends: at the next heading of the row, but that of one in capitals only at the next
            in capitals; else at the end of the row.
    """

    start: Positions
    colon: Positions
    row: Positions
    stop: Positions


def headings_of(index: TextIndex) -> Headings:
    """The headings of a text column.

    >>> from .index import TextIndex
    >>> found = headings_of(TextIndex.of(["FINDINGS: Note: clear. IMPRESSION: fine.", "no: Heading here"]))
    >>> found.start.tolist(), found.colon.tolist(), found.stop.tolist()
    ([0, 6, 10], [1, 7, 11], [6, 10, 14])
    """
    vocabulary = index.vocabulary
    colon = np.asarray(index.postings(vocabulary.folded.forms(":")), dtype=np.int64)
    row = index.token_row[colon].astype(np.int64)
    worded = vocabulary.forms.str.contains(r"\p{L}").to_numpy()
    may_be = worded | vocabulary.forms.str.contains(JOINING).to_numpy()
    begin, words = index.row_start[row], index.words_before
    start, open_ = np.full(len(colon), -1, dtype=np.int64), np.ones(len(colon), dtype=bool)
    for back in range(1, 2 * MOST):
        at = colon - back
        open_ &= at >= begin
        open_[open_] = may_be[index.tokens[at[open_]]]
        open_[open_] = words[colon[open_]].astype(np.int64) - words[at[open_]] <= MOST
        left = np.flatnonzero(open_)
        left = left[_begins(index, at[left], row[left])]
        start[left] = at[left]
        open_[left] = False
    found = np.flatnonzero(start >= 0)
    found = found[worded[index.tokens[start[found]]]]
    start, colon, row = start[found], colon[found], row[found]
    return Headings(start, colon, row, _stops(index, start, colon, row))


def _begins(index: TextIndex, at: Positions, row: Positions) -> npt.NDArray[np.bool_]:
    """Whether a token is the first one of its row, of a sentence or of a line, or stands behind a stop ("A.")."""
    before = np.maximum(at - 1, 0)
    stopped = index.vocabulary.forms.str.contains(r"[.!?]$").to_numpy()
    begins = (
        (at == index.row_start[row]) | (index.sentence[at] != index.sentence[before]) | stopped[index.tokens[before]]
    )
    rest = np.flatnonzero(~begins)
    behind = index.token_start[before[rest]].astype(np.int64) + index.vocabulary.lengths[index.tokens[before[rest]]]
    gap = pl.DataFrame(
        {"text": index.strings.gather(row[rest]), "from": behind, "long": index.token_start[at[rest]] - behind}
    )
    between = gap.select(pl.col("text").str.slice(pl.col("from"), pl.col("long")).str.contains(r"[\n\r]")).to_series()
    begins[rest] = between.to_numpy()
    return np.asarray(begins, dtype=bool)


def _stops(index: TextIndex, start: Positions, colon: Positions, row: Positions) -> Positions:
    """Where the sections of the headings end."""
    small = index.vocabulary.forms.str.contains(r"\p{Ll}").to_numpy()
    capital = np.ones(len(start), dtype=bool)
    for offset in range(2 * MOST - 1):
        within = np.flatnonzero(start + offset < colon)
        capital[within] &= ~small[index.tokens[start[within] + offset]]
    ends = index.row_start[row + 1].astype(np.int64)
    if not len(start):
        return ends
    number = np.arange(len(start))
    following = number + 1
    loud = np.flatnonzero(capital)
    following[loud] = np.append(loud[1:], len(start))
    next_start, next_row = np.append(start, 0)[following], np.append(row, -1)[following]
    return np.where(next_row == row, next_start, ends)


def called(index: TextIndex, name: str) -> Positions:
    """The numbers of the headings with these words, the first one of each row, in order."""
    headings = index.headings
    keys = heading_words(name)
    which = np.flatnonzero(headings.colon - headings.start == len(keys))
    for offset, key in enumerate(keys):
        own = index.tokens[headings.start[which] + offset]
        which = which[np.isin(own, index.vocabulary.folded.forms(key))]
    _, first = np.unique(headings.row[which], return_index=True)
    return which[first]


def heading_words(name: str) -> tuple[str, ...]:
    """The tokens of a heading as they are compared."""
    return tuple(folded_key(token.form) for token in tokenize(clean(name).rstrip(": ")))


SAMPLE = 5_000
"""So many texts are looked at for the headings that are common."""

SHARE, FEWEST = 0.05, 3
"""A heading is common if so many of the texts have it."""

_LIKE = r"(?m)(?:^|[.!?])\s*(\p{L}[\p{L}/&\- ]{1,40}):"


def common_headings(texts: pl.Series) -> Iterator[str]:
    """The headings, in small letters, that a fair share of the texts has, the commonest first."""
    found = texts.head(SAMPLE).drop_nulls()
    each = pl.DataFrame({"name": found.str.extract_all(_LIKE)}).with_row_index("row").explode("name").drop_nulls()
    name = pl.col("name").str.replace(r"^[.!?]?\s*", "").str.strip_chars(": \n").str.to_lowercase()
    counted = each.with_columns(name).unique().group_by("name").len().sort(["len", "name"], descending=[True, False])
    enough: list[dict[str, Any]] = counted.filter(pl.col("len") >= max(FEWEST, SHARE * len(found))).to_dicts()
    yield from (own["name"] for own in enough if len(own["name"].split()) <= MOST)
