"""Argument spans: a place in the text per row, read from a column of (start, end) character offsets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import polars as pl

from ..grammar.diagnostics import Place, SaysoError, problem, warn
from .text import INVISIBLE

Offsets = npt.NDArray[np.int64]

_PAIR = r"^\s*[\[({]?\s*(\d{1,9})(?:\.0)?\s*[,:;–-]\s*(\d{1,9})(?:\.0)?\s*[\])}]?\s*$"
EMPTY = ("", "[]", "()", "None", "null", "[null, null]", "(None, None)")
"""How an absent value is written in a file."""


@dataclass(frozen=True, slots=True)
class Argument:
    """The spans of one argument, in characters of the cleaned text; start and exclusive end, -1 where missing, (n,)."""

    start: Offsets
    end: Offsets

    @property
    def present(self) -> npt.NDArray[np.bool_]:
        """Where there is a span, shape (n,)."""
        return self.start >= 0

    def take(self, rows: npt.NDArray[np.integer[Any]]) -> Argument:
        """The spans of these rows."""
        return Argument(self.start[rows], self.end[rows])

    def pair(self, i: int) -> tuple[int, int] | None:
        """The span of row ``i``, None if it is missing."""
        return (int(self.start[i]), int(self.end[i])) if self.start[i] >= 0 else None


def read_argument(column: pl.Series, texts: pl.Series, *, place: Place | None = None, strict: bool = True) -> Argument:
    """The spans that ``column`` gives of the raw ``texts``.

    A span is a list, a tuple, an array or a struct of two whole numbers, or a text such as "[12, 20]" or "12:20".

    Args:
        column: the column of spans.
        texts: the texts as they were before cleaning.
        place: the file.
        strict: say what is wrong; else a span that is none is missing.

    Raises:
        SaysoError: SAY050 if no span of the column can be used.

    Warns:
        SAY051 for the first of the spans that cannot be used.
    """
    start, end, given = _pairs(column)
    length = texts.str.len_chars().to_frame("n").select(pl.col("n").cast(pl.Int64).fill_null(-1))["n"].to_numpy()
    usable = (start >= 0) & (start <= end) & (end <= length)
    wrong = given & ~usable & (length >= 0)
    if strict and wrong.any():
        first = int(np.argmax(wrong))
        told: dict[str, Any] = {"place": place, "column": column.name, "row": first, "found": shown(column, first)}
        told["length"] = int(length[first])
        if not (given & usable).any():
            raise SaysoError(problem("SAY050", **told))
        warn(problem("SAY051", **told, count=int(wrong.sum())))
    usable &= given
    row = np.flatnonzero(usable)
    start[~usable] = end[~usable] = -1
    start[row], end[row] = cleaned_offsets(texts, row, start[row], end[row])
    return Argument(start, end)


def no_argument(rows: int) -> Argument:
    """An argument that is missing in every row."""
    return Argument(np.full(rows, -1, dtype=np.int64), np.full(rows, -1, dtype=np.int64))


def cleaned_offsets(texts: pl.Series, row: Offsets, *offsets: Offsets) -> Sequence[Offsets]:
    """Offsets into raw texts as offsets into the cleaned ones: less the invisible characters that stand before them."""
    dirty = texts.str.contains(INVISIBLE).fill_null(False).to_numpy()
    if not dirty.any():
        return offsets
    rows = np.flatnonzero(dirty)
    raw = texts.gather(rows)
    marked = raw.str.replace_all(INVISIBLE, "\x01")
    codes = np.frombuffer("".join(marked.to_list()).encode("utf-32-le"), dtype="<u4")
    before = np.concatenate([[0], np.cumsum(codes == 1)])
    begin = np.zeros(len(texts), dtype=np.int64)
    begin[rows] = np.cumsum(raw.str.len_chars().to_numpy()) - raw.str.len_chars().to_numpy()
    base = begin[row]
    return [at - np.where(dirty[row], before[np.where(dirty[row], base + at, 0)] - before[base], 0) for at in offsets]


def shown(column: pl.Series, row: int) -> str:
    """A value as messages show it."""
    value = column[row]
    return str(value.to_list() if isinstance(value, pl.Series) else value)[:80]


def _pairs(column: pl.Series) -> tuple[Offsets, Offsets, npt.NDArray[np.bool_]]:
    """The starts and ends of a column, -1 where there is none, and where any value is given at all."""
    kind = column.dtype
    if isinstance(kind, pl.Array):
        column, kind = column.arr.to_list(), pl.List(kind.inner)
    nothing = pl.Series([None] * len(column), dtype=pl.Int64)
    if isinstance(kind, pl.List):
        sizes = column.list.len()
        given = (sizes > 0) & ~column.list.eval(pl.element().is_null()).list.all()
        first, last = (_whole(column.list.get(i, null_on_oob=True)) for i in (0, 1))
        first = first.set(sizes.ne(2).fill_null(True), None)
    elif isinstance(kind, pl.Struct) and len(kind.fields) >= 2:
        names = [field.name for field in kind.fields]
        wanted = ("start", "end") if {"start", "end"} <= set(names) else names[:2]
        first, last = (_whole(column.struct.field(name)) for name in wanted)
        given = column.struct.field(wanted[0]).is_not_null() | column.struct.field(wanted[1]).is_not_null()
    elif kind == pl.String:
        given = column.is_not_null() & ~column.str.strip_chars().is_in(EMPTY)
        first, last = (_whole(column.str.extract(_PAIR, group)) for group in (1, 2))
    else:
        given, first, last = column.is_not_null(), nothing, nothing
    start, end = (side.fill_null(-1).to_numpy().copy() for side in (first, last))
    return start, end, given.fill_null(False).to_numpy()


def _whole(values: pl.Series) -> pl.Series:
    """Values as whole numbers, null where they are none."""
    if values.dtype.is_nested() or values.dtype == pl.Object:
        return pl.Series(values.name, [None] * len(values), dtype=pl.Int64)
    whole: pl.Series = values.cast(pl.Int64, strict=False)
    whole = whole.set(whole.cast(pl.Float64) != values.cast(pl.Float64, strict=False), None)
    return whole
