"""The corpus: immutable columns of text, fields and an optional gold label."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import polars as pl

from ..grammar.diagnostics import Diagnostic, Place, SaysoError, problem, warn
from .build import index_of
from .cache import cached_index, fingerprint
from .frames import as_string, frame_of
from .gold import encode_gold
from .index import TextIndex
from .readers import read_frame
from .schema import Schema
from .text import clean, clean_series

USUAL = ("text", "content", "comment", "message", "body", "sentence")
"""The names by which a text column is found if none is named."""

CACHED = 10_000
"""Columns of at least this many rows are kept on disk once tokenised; smaller ones are as quickly made."""

_SHOWN = 20


class Corpus:
    """Rows with one or more text columns, further fields, and perhaps gold labels. It never changes.

    Use :meth:`read` or :meth:`from_rows`.

    Attributes:
        fields: every column that is neither text nor gold, typed by its values.
        gold: the gold labels as they are written, null where missing; None without any.
        source: the file they are from, if they are from one.
    """

    def __init__(
        self,
        texts: Mapping[str, pl.Series],
        *,
        fields: pl.DataFrame,
        gold: pl.Series | None = None,
        source: str | None = None,
        cache: bool | Path = True,
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
        cache: bool | Path = True,
        progress: bool = False,
    ) -> Corpus:
        """Read a CSV, TSV, JSONL, JSON, Parquet or Arrow file.

        Args:
            path: the file; its ending tells the format.
            text: the text column or columns; by default the only column of text, or one named like one.
            gold: the column of gold labels, if there is one.
            encoding: of a CSV, TSV, JSON or JSONL file; a byte order mark overrides it.
            cache: keep the token index of large columns on disk; a folder to keep that of every column there.
            progress: show a progress bar while tokenising.

        Raises:
            SaysoError: SAY001 to SAY007 and SAY035 to SAY041 for what is wrong with the file, SAY010 to SAY014, SAY037
                and SAY044 for what is wrong with its columns or texts.
        """
        names = USUAL if text is None else [text] if isinstance(text, str) else list(text)
        frame = read_frame(Path(path), text=names, encoding=encoding)
        return cls._of(frame, text=text, gold=gold, source=str(path), cache=cache, progress=progress)

    @classmethod
    def from_rows(
        cls,
        rows: Any,
        *,
        text: str | Sequence[str] | None = None,
        gold: str | None = None,
        cache: bool | Path = True,
        progress: bool = False,
    ) -> Corpus:
        """A corpus of mappings, of a mapping of columns, or of a polars, pandas or Arrow frame.

        Arguments are those of :meth:`read`.

        Raises:
            SaysoError: SAY042 and SAY043 if the rows are none of these, and as :meth:`read` for columns and texts.

        >>> Corpus.from_rows([{"text": "check this out", "stars": 5}])
        Corpus(1 row, text: text, fields: stars)
        """
        return cls._of(frame_of(rows), text=text, gold=gold, source=None, cache=cache, progress=progress)

    @classmethod
    def _of(
        cls,
        frame: pl.DataFrame,
        *,
        text: str | Sequence[str] | None,
        gold: str | None,
        source: str | None,
        cache: bool | Path,
        progress: bool,
    ) -> Corpus:
        place = Place(source) if source else None
        if frame.height == 0:
            raise SaysoError(problem("SAY010", place=place, columns=_listed(frame.columns)))
        names = _text_columns(frame, text, gold, place)
        for name in names if gold is None else [*names, gold]:
            if name not in frame.columns:
                raise SaysoError(_no_column(name, frame.columns, place))
        if gold in names:
            raise SaysoError(problem("SAY014", place=place, column=gold))
        texts = {name: clean_series(_as_text(frame[name], place)) for name in names}
        if all(bool((series.is_null() | (series.str.strip_chars() == "")).all()) for series in texts.values()):
            raise SaysoError(problem("SAY013", place=place, columns=_listed(names), rows=frame.height))
        return cls(
            texts,
            fields=frame.drop(names if gold is None else [*names, gold]),
            gold=None if gold is None else frame[gold],
            source=source,
            cache=cache,
            progress=progress,
        )

    @classmethod
    def of_row(cls, row: Mapping[str, Any], schema: Schema) -> Corpus:
        """A corpus of one row with the columns of ``schema``; a column that the row lacks is missing."""
        texts = {}
        for name in schema.texts:
            value = as_string(row.get(name))
            texts[name] = pl.Series(name, [None if value is None else clean(value)], dtype=pl.String)
        fields = pl.DataFrame() if len(row) == len(texts) else frame_of([{k: row[k] for k in row if k not in texts}])
        return cls(texts, fields=fields, cache=False)

    def __len__(self) -> int:
        """The number of rows, n."""
        return len(next(iter(self._texts.values())))

    def __repr__(self) -> str:
        """Rows and columns at a glance."""
        parts = [f"{len(self):,} row" + "s" * (len(self) != 1), f"text: {_listed(self.text)}"]
        parts += [f"fields: {_listed(self.fields.columns)}"] * bool(self.fields.width)
        parts += [f"gold: {self.gold.name}"] if self.gold is not None else []
        return f"Corpus({', '.join(parts)})"

    @property
    def text(self) -> tuple[str, ...]:
        """The names of the text columns."""
        return tuple(self._texts)

    @cached_property
    def schema(self) -> Schema:
        """The columns by what they are."""
        return Schema(self.text)

    def strings(self, name: str) -> pl.Series:
        """The cleaned texts of a column, null where missing.

        Raises:
            SaysoError: SAY011 if there is no such text column.
        """
        if name not in self._texts:
            raise SaysoError(_no_column(name, self.text, self._place))
        return self._texts[name]

    def column(self, name: str) -> TextIndex:
        """The token index of a text column; built, or opened from the cache, on first use.

        Raises:
            SaysoError: SAY011 if there is no such text column.
        """
        if name not in self._indices:
            texts = self.strings(name)
            folder = self._cache if isinstance(self._cache, Path) else None
            if folder is not None or (self._cache and len(texts) >= CACHED):
                self._indices[name] = cached_index(texts, folder=folder, progress=self._progress)
            else:
                self._indices[name] = index_of(texts, helpers=None)
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
        """Row ``i`` as a mapping from column to value, texts first; the gold label is not in it."""
        values = self.fields.row(i, named=True) if self.fields.width else {}
        return {**{name: series[i] for name, series in self._texts.items()}, **values}

    def gold_votes(self, labels: Sequence[str]) -> npt.NDArray[np.int64]:
        """The gold labels as votes, int64 (n,), -1 where missing; see :func:`sayso.corpora.gold.encode_gold`.

        Raises:
            SaysoError: SAY015 without a gold column, SAY016 for a value that is no label.
        """
        if self.gold is None:
            raise SaysoError(problem("SAY015", place=self._place))
        return encode_gold(self.gold, labels, self._place)

    @cached_property
    def fingerprint(self) -> str:
        """A hash of all that the corpus holds: names, types and values of its columns, in order."""
        digest = blake2b(digest_size=16)
        for name, series in self._texts.items():
            digest.update(f"text {name!r} {fingerprint(series)}\n".encode())
        others = self.fields if self.gold is None else self.fields.with_columns(self.gold.alias("gold label"))
        for series in others:
            lines = series.dtype.is_nested()
            written = pl.Series([series.to_frame("").write_ndjson()]) if lines else series.cast(pl.String, strict=False)
            digest.update(f"{series.name!r} {series.dtype} {fingerprint(written)}\n".encode())
        return digest.hexdigest()

    @cached_property
    def shown(self) -> str:
        """What messages call this corpus."""
        return self.source or f"the corpus of {len(self)} rows"

    @property
    def _place(self) -> Place | None:
        return Place(self.source) if self.source else None


def _as_text(series: pl.Series, place: Place | None) -> pl.Series:
    """A column as text: numbers, dates and booleans are written out, with a note."""
    kind = series.dtype
    if kind.is_nested() or kind in (pl.Binary, pl.Object):
        raise SaysoError(problem("SAY044", place=place, column=series.name, found=f"values of type {kind}"))
    if kind not in (pl.String, pl.Null, pl.Categorical, pl.Enum):
        warn(problem("SAY045", place=place, column=series.name, found=f"values of type {kind}"))
    texts: pl.Series = (series.fill_nan(None) if kind.is_float() else series).cast(pl.String)
    return texts


def _text_columns(
    frame: pl.DataFrame, text: str | Sequence[str] | None, gold: str | None, place: Place | None
) -> list[str]:
    """The text columns asked for, or the one that can only be meant."""
    if text is not None:
        names = [text] if isinstance(text, str) else list(text)
        if not names:
            raise SaysoError(problem("SAY012", place=place, columns=_listed(frame.columns)))
        return list(dict.fromkeys(names))
    strings = [name for name, kind in frame.schema.items() if kind == pl.String and name != gold]
    usual = [name for name in strings if name.lower() in USUAL]
    if len(usual) == 1 or len(strings) == 1:
        return usual[:1] or strings
    raise SaysoError(problem("SAY012", place=place, columns=_listed(frame.columns)))


def _no_column(name: str, columns: Iterable[str], place: Place | None) -> Diagnostic:
    own = {column.lower(): column for column in columns}
    near = get_close_matches(str(name).lower(), own, n=1, cutoff=0.5)
    hint = f"did you mean {own[near[0]]!r}?" if near else "name one of them"
    return problem("SAY011", place=place, column=name, columns=_listed(own.values()), fix=hint)


def _listed(names: Iterable[str]) -> str:
    """Names for a message, the first ones if they are many."""
    own = list(names)
    more = f", ... ({len(own) - _SHOWN:,} more)" if len(own) > _SHOWN else ""
    return (", ".join(own[:_SHOWN]) + more) or "none"
