"""The corpus: immutable columns of text, fields and an optional gold label."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import polars as pl

from ..grammar.diagnostics import Place, SaysoError, problem
from .build import index_of
from .cache import cached_index
from .index import TextIndex
from .readers import frame_of, read_frame
from .text import clean, clean_series

USUAL = ("text", "content", "comment", "message", "body", "sentence")
"""The names by which a text column is found if none is named."""

CACHED = 20_000
"""Columns with at least this many rows are kept on disk once tokenised."""


class Corpus:
    """Rows with one or more text columns, further fields, and perhaps gold labels. It never changes.

    Use :meth:`read` or :meth:`from_rows`.
    """

    def __init__(
        self,
        texts: Mapping[str, pl.Series],
        *,
        fields: pl.DataFrame,
        gold: pl.Series | None = None,
        source: str | None = None,
        cache: bool = True,
        progress: bool = False,
    ) -> None:
        self._texts = dict(texts)
        self._indices: dict[str, TextIndex] = {}
        self._cache, self._progress = cache, progress
        self.fields, self.gold, self.source = fields, gold, source

    @classmethod
    def read(
        cls,
        path: str | Path,
        *,
        text: str | Sequence[str] | None = None,
        gold: str | None = None,
        encoding: str = "utf-8",
        cache: bool = True,
        progress: bool = False,
    ) -> Corpus:
        """Read a CSV, TSV, JSONL, JSON, Parquet or Arrow file.

        Args:
            path: the file; its ending tells the format.
            text: the text column or columns; by default the only column of text, or one named like one.
            gold: the column of gold labels, if there is one.
            encoding: of a CSV, TSV, JSON or JSONL file; a byte order mark overrides it.
            cache: keep the token index of large columns on disk.
            progress: show a progress bar while tokenising.

        Raises:
            SaysoError: SAY001 to SAY030 for what is wrong with the file, its columns or its texts.
        """
        frame = read_frame(Path(path), encoding=encoding)
        return cls._of(frame, text=text, gold=gold, source=str(path), cache=cache, progress=progress)

    @classmethod
    def from_rows(
        cls,
        rows: Any,
        *,
        text: str | Sequence[str] | None = None,
        gold: str | None = None,
        cache: bool = True,
        progress: bool = False,
    ) -> Corpus:
        """Make a corpus of mappings, or of a polars, pandas or Arrow frame; arguments as for :meth:`read`."""
        return cls._of(frame_of(rows), text=text, gold=gold, source=None, cache=cache, progress=progress)

    @classmethod
    def _of(
        cls,
        frame: pl.DataFrame,
        *,
        text: str | Sequence[str] | None,
        gold: str | None,
        source: str | None,
        cache: bool,
        progress: bool,
    ) -> Corpus:
        place = Place(source) if source else None
        if frame.height == 0:
            raise SaysoError(problem("SAY010", place=place, columns=", ".join(frame.columns) or "none"))
        names = _text_columns(frame, text, gold, place)
        for name in [*names, *([gold] if gold is not None else [])]:
            if name not in frame.columns:
                raise SaysoError(_no_column(name, frame.columns, place))
        if gold in names:
            raise SaysoError(problem("SAY014", place=place, column=gold))
        texts = {name: _as_text(frame[name]) for name in names}
        if all(bool((series.is_null() | (series.str.strip_chars() == "")).all()) for series in texts.values()):
            raise SaysoError(problem("SAY013", place=place, columns=", ".join(names), rows=frame.height))
        return cls(
            texts,
            fields=frame.drop([*names, *([gold] if gold else [])]),
            gold=None if gold is None else frame[gold],
            source=source,
            cache=cache,
            progress=progress,
        )

    @classmethod
    def of_row(cls, row: Mapping[str, Any], names: Sequence[str]) -> Corpus:
        """A corpus of one row with the text columns ``names``; a column that the row lacks is missing."""
        texts = {}
        for name in names:
            value = row.get(name)
            cleaned = None if value is None or value != value else clean(str(value))
            texts[name] = pl.Series(name, [cleaned], dtype=pl.String)
        return cls(texts, fields=pl.DataFrame(), cache=False)

    def __len__(self) -> int:
        """The number of rows."""
        return len(next(iter(self._texts.values())))

    def __repr__(self) -> str:
        """Rows and columns at a glance."""
        return f"Corpus({len(self)} rows, text={list(self.text)}, gold={self.gold is not None})"

    @property
    def text(self) -> tuple[str, ...]:
        """The names of the text columns."""
        return tuple(self._texts)

    def strings(self, name: str) -> pl.Series:
        """The cleaned texts of a column, null where missing."""
        if name not in self._texts:
            raise SaysoError(_no_column(name, self.text, Place(self.source) if self.source else None))
        return self._texts[name]

    def column(self, name: str) -> TextIndex:
        """The token index of a text column; built, or opened from the cache, on first use."""
        if name not in self._indices:
            texts = self.strings(name)
            large = self._cache and len(texts) >= CACHED
            self._indices[name] = cached_index(texts, progress=self._progress) if large else index_of(texts)
        return self._indices[name]

    def take(self, rows: npt.NDArray[np.integer[Any]] | Sequence[int]) -> Corpus:
        """The corpus of these rows, in this order."""
        wanted = np.asarray(rows, dtype=np.int64)
        return Corpus(
            {name: series.gather(wanted) for name, series in self._texts.items()},
            fields=self.fields[wanted] if self.fields.width else self.fields,
            gold=None if self.gold is None else self.gold.gather(wanted),
            source=self.source,
            cache=self._cache,
            progress=self._progress,
        )

    def row(self, i: int) -> dict[str, Any]:
        """Row ``i`` as a mapping from column to value (gold is not in it)."""
        values = self.fields.row(i, named=True) if self.fields.width else {}
        return {**{name: series[i] for name, series in self._texts.items()}, **values}

    def gold_votes(self, labels: Sequence[str]) -> npt.NDArray[np.int64]:
        """The gold labels as votes, shape (n,), -1 where missing.

        Values are label names (case and outer space do not matter), or else the votes 0 to k - 1 themselves.

        Raises:
            SaysoError: SAY015 without a gold column, SAY016 for a value that is no label.
        """
        place = Place(self.source) if self.source else None
        if self.gold is None:
            raise SaysoError(problem("SAY015", place=place))
        return encode_gold(self.gold, labels, place)

    @cached_property
    def shown(self) -> str:
        """What messages call this corpus."""
        return self.source or f"the corpus of {len(self)} rows"


def encode_gold(gold: pl.Series, labels: Sequence[str], place: Place | None = None) -> npt.NDArray[np.int64]:
    """Gold values as votes, shape (n,); see :meth:`Corpus.gold_votes`."""
    if gold.dtype.is_float():
        gold = gold.fill_nan(None)
        if bool((gold.drop_nulls() == gold.drop_nulls().floor()).all()):
            gold = gold.cast(pl.Int64)
    keys = gold.cast(pl.String).str.strip_chars().str.to_lowercase()
    by_name = {" ".join(label.split()).lower(): i for i, label in enumerate(labels)}
    distinct = [value for value in keys.unique().to_list() if value not in (None, "")]
    table = by_name
    if distinct and not any(value in by_name for value in distinct):
        table = {str(i): i for i in range(len(labels))}
    for value in distinct:
        if value not in table:
            row = int(keys.eq_missing(value).arg_max() or 0)
            raise SaysoError(problem("SAY016", place=place, value=value, row=row, labels=", ".join(labels)))
    votes = keys.replace_strict([*table, ""], [*table.values(), -1], default=-1, return_dtype=pl.Int64)
    return votes.fill_null(-1).to_numpy().astype(np.int64)


def _as_text(series: pl.Series) -> pl.Series:
    """A column as cleaned text: numbers, dates and booleans are written out."""
    if series.dtype != pl.String:
        if series.dtype.is_float():
            series = series.fill_nan(None)
        series = series.cast(pl.String, strict=False)
    return clean_series(series)


def _text_columns(
    frame: pl.DataFrame, text: str | Sequence[str] | None, gold: str | None, place: Place | None
) -> list[str]:
    """The text columns asked for, or the one that can only be meant."""
    if text is not None:
        names = [text] if isinstance(text, str) else list(text)
        if not names:
            raise SaysoError(problem("SAY012", place=place, columns=", ".join(frame.columns)))
        return list(dict.fromkeys(names))
    strings = [name for name, kind in frame.schema.items() if kind == pl.String and name != gold]
    usual = [name for name in strings if name.lower() in USUAL]
    if len(usual) == 1 or len(strings) == 1:
        return usual[:1] or strings
    raise SaysoError(problem("SAY012", place=place, columns=", ".join(frame.columns)))


def _no_column(name: str, columns: Iterable[str], place: Place | None) -> Any:
    own = list(columns)
    near = get_close_matches(name.lower(), [column.lower() for column in own], n=1, cutoff=0.5)
    guess = next((column for column in own if near and column.lower() == near[0]), None)
    hint = f"did you mean {guess!r}?" if guess else "name one of them"
    return problem("SAY011", place=place, column=name, columns=", ".join(own), fix=hint)
