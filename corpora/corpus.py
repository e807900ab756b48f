"""The corpus: immutable columns of text, fields and an optional gold label."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import polars as pl

from ..grammar.diagnostics import Place, SaysoError, problem
from ..grammar.given import expect, expect_path
from .arguments import Argument, no_argument, read_argument
from .build import index_of
from .cache import cached_index, fingerprint
from .columns import USUAL, as_text, assign, check_now, listed, no_column
from .entities import Entities, found_entities, load_pipeline, no_entities, read_entities
from .fields import Numbers, clocks, day_first, kinds_of, moments, numbers, of_addresses, texts, truths
from .frames import as_string, frame_of
from .gold import encode_gold
from .index import TextIndex
from .readers import read_frame
from .schema import Schema
from .text import clean_series

if TYPE_CHECKING:
    from spacy.language import Language

CACHED = 10_000
"""Columns of at least this many rows are kept on disk once tokenised; smaller ones are as quickly made."""


MAKE_CORPUS = "make one of rows with Corpus.from_rows(rows), or of a file with Corpus.read(path)"


class Corpus:
    """Rows with one or more text columns, further fields, and perhaps gold labels. It never changes.

    Use :meth:`read` or :meth:`from_rows`.

    Attributes:
        fields: every column that is neither text nor annotation nor gold, typed by its values.
        arguments: the argument spans of each column of them, by its name, in order.
        gold: the gold labels as they are written, null where missing; None without any.
        source: the file they are from, if they are from one.
    """

    def __init__(
        self,
        texts: Mapping[str, pl.Series],
        *,
        fields: pl.DataFrame,
        arguments: Mapping[str, Argument] | None = None,
        entities: Entities | None = None,
        entity_source: tuple[str | None, str | None] = (None, None),
        now: str | None = None,
        schema: Schema | None = None,
        gold: pl.Series | None = None,
        source: str | None = None,
        cache: bool | Path = True,
        progress: bool = False,
    ) -> None:
        """Give the columns as they are; ``entity_source`` is the column or the pipeline that entities come from."""
        self._texts = dict(texts)
        self._indices: dict[str, TextIndex] = {}
        self._views: dict[str, Numbers] = {}
        self._field_texts: dict[str, pl.Series] = {}
        self._schema = schema
        self._argument_tokens: dict[str, tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]] = {}
        self._entities, self._entity_source = entities, entity_source
        self._cache, self._progress = cache, progress
        self.arguments = dict(arguments or {})
        self.fields, self.now, self.gold, self.source = fields, now, gold, source

    @classmethod
    def read(
        cls,
        path: str | Path,
        *,
        text: str | Sequence[str] | None = None,
        spans: Sequence[str] = (),
        entities: str | Language | None = None,
        now: str | None = None,
        gold: str | None = None,
        encoding: str = "utf-8",
        cache: bool | Path = True,
        progress: bool = False,
    ) -> Corpus:
        """Read a CSV, TSV, JSONL, JSON, Parquet or Arrow file.

        Args:
            path: the file; its ending tells the format.
            text: the text column or columns, none for a table without text; by default the only column of text, or
                one named like one.
            spans: the columns of argument spans: (start, end) in characters of the first text, the end exclusive.
            entities: the column of entities, lists of (start, end, TYPE); or a spaCy pipeline, loaded or by its name,
                that finds them when they are needed.
            now: the date ("2024-06-30"), or the column of dates, that "in the last three months" refers to.
            gold: the column of gold labels, if there is one.
            encoding: of a CSV, TSV, JSON or JSONL file; a byte order mark overrides it.
            cache: keep the token index of large columns on disk; a folder to keep that of every column there.
            progress: show a progress bar while tokenising.

        Raises:
            SaysoError: SAY001 to SAY007 and SAY035 to SAY041 for what is wrong with the file, SAY010 to SAY014, SAY037
                and SAY044 for what is wrong with its columns or texts, SAY050 to SAY054 for annotations.
        """
        expect_path(path)
        _check_names(text, spans, gold)
        names = USUAL if text is None else [text] if isinstance(text, str) else list(text)
        frame = read_frame(Path(path), text=names, encoding=encoding)
        options: dict[str, Any] = {
            "spans": spans,
            "entities": entities,
            "now": now,
            "cache": cache,
            "progress": progress,
        }
        return cls._of(frame, text=text, gold=gold, source=str(path), **options)

    @classmethod
    def from_rows(
        cls,
        rows: Any,
        *,
        text: str | Sequence[str] | None = None,
        spans: Sequence[str] = (),
        entities: str | Language | None = None,
        now: str | None = None,
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
        options: dict[str, Any] = {
            "spans": spans,
            "entities": entities,
            "now": now,
            "cache": cache,
            "progress": progress,
        }
        _check_names(text, spans, gold)
        return cls._of(frame_of(rows), text=text, gold=gold, source=None, **options)

    @classmethod
    def _of(
        cls,
        frame: pl.DataFrame,
        *,
        text: str | Sequence[str] | None,
        spans: Sequence[str],
        entities: str | Language | None,
        now: str | None,
        gold: str | None,
        source: str | None,
        cache: bool | Path,
        progress: bool,
    ) -> Corpus:
        place = Place(source) if source else None
        roles = assign(frame, text=text, spans=spans, entities=entities, gold=gold, place=place)
        if now is not None:
            check_now(str(now), frame, place)
        raw = {name: as_text(frame[name], place) for name in roles.texts}
        texts = {name: clean_series(series) for name, series in raw.items()}
        if texts and all((series.str.strip_chars() == "").fill_null(True).all() for series in texts.values()):
            raise SaysoError(problem("SAY013", place=place, columns=listed(roles.texts), rows=frame.height))
        first = next(iter(raw.values()), pl.Series(dtype=pl.String))
        return cls(
            texts,
            fields=frame.drop(roles.taken),
            arguments={name: read_argument(frame[name], first, place=place) for name in roles.spans},
            entities=None if roles.entities is None else read_entities(frame[roles.entities], first, place=place),
            entity_source=(roles.entities, roles.pipeline),
            now=now if now is None else str(now),
            gold=None if gold is None else frame[gold],
            source=source,
            cache=cache,
            progress=progress,
        )

    @classmethod
    def of_row(cls, row: Mapping[str, Any], schema: Schema) -> Corpus:
        """A corpus of one row with the columns of ``schema``; a column that the row lacks is missing."""
        return cls.of_rows([row], schema)

    @classmethod
    def of_rows(cls, rows: Sequence[Mapping[str, Any]], schema: Schema) -> Corpus:
        """A corpus of rows with the columns of ``schema``; what a row lacks, or has in no usable form, is missing."""
        raw = {
            name: pl.Series(name, [as_string(row.get(name)) for row in rows], dtype=pl.String) for name in schema.texts
        }
        first = next(iter(raw.values()), pl.Series(dtype=pl.String))
        taken = {*schema.spans, schema.entities, schema.pipeline}
        empty = dict.fromkeys(schema.kinds)
        others = [{**empty, **{name: value for name, value in row.items() if name not in raw}} for row in rows]
        given = frame_of(others) if any(others) else pl.DataFrame()
        annotated = next((n for n in (schema.entities, schema.pipeline) if n is not None and n in given.columns), None)
        entities = None if annotated is None else read_entities(given[annotated], first, strict=False)
        if annotated is None and schema.entities is not None:
            entities = no_entities(len(rows))
        return cls(
            {name: clean_series(series) for name, series in raw.items()},
            fields=given.drop([name for name in given.columns if name in taken]),
            arguments={
                name: read_argument(given[name], first, strict=False)
                if name in given.columns
                else no_argument(len(rows))
                for name in schema.spans
            },
            entities=entities,
            entity_source=(schema.entities, schema.pipeline),
            now=schema.now,
            schema=schema,
            cache=False,
        )

    def __len__(self) -> int:
        """The number of rows, n."""
        return len(next(iter(self._texts.values()))) if self._texts else self.fields.height

    def __repr__(self) -> str:
        """Rows and columns at a glance."""
        parts = [f"{len(self):,} row" + "s" * (len(self) != 1)]
        parts += [f"text: {listed(self.text)}"] * bool(self.text)
        parts += [f"fields: {listed(self.fields.columns)}"] * bool(self.fields.width)
        parts += [f"gold: {self.gold.name}"] if self.gold is not None else []
        return f"Corpus({', '.join(parts)})"

    @property
    def text(self) -> tuple[str, ...]:
        """The names of the text columns."""
        return tuple(self._texts)

    @cached_property
    def schema(self) -> Schema:
        """The columns by what they are."""
        if self._schema is not None:
            return self._schema
        kinds = kinds_of(self.fields)
        dates = (name for name, kind in kinds.items() if kind in ("date", "moment"))
        swapped = tuple(name for name in dates if day_first(self.fields[name]))
        addresses = tuple(name for name, kind in kinds.items() if kind == "text" and of_addresses(self.fields[name]))
        own = (self.text, tuple(self.arguments), *self._entity_source, self.now)
        return Schema(*own, tuple(kinds.items()), swapped, addresses)

    @property
    def entities(self) -> Entities:
        """The entities of the first text; a pipeline finds them on first use.

        Raises:
            SaysoError: SAY055 if the corpus has none.
        """
        if self._entities is None:
            pipeline = self._entity_source[1]
            if pipeline is None:
                raise SaysoError(problem("SAY055", place=self._place))
            loaded = load_pipeline(pipeline, place=self._place)
            self._entities = found_entities(self._texts[self.text[0]], loaded, progress=self._progress)
        return self._entities

    def argument(self, name: str) -> Argument:
        """The spans of an argument.

        Raises:
            SaysoError: SAY056 if the corpus has no such column of spans.
        """
        if name not in self.arguments:
            columns = listed(self.arguments)
            raise SaysoError(problem("SAY056", place=self._place, column=name, columns=columns))
        return self.arguments[name]

    def strings(self, name: str) -> pl.Series:
        """The cleaned texts of a text column, or of a field, null where missing.

        Raises:
            SaysoError: SAY011 if there is no such column.
        """
        if name in self._texts:
            return self._texts[name]
        if name not in self._field_texts:
            self._field_texts[name] = clean_series(texts(self._field(name)))
        return self._field_texts[name]

    def numbers(self, name: str) -> Numbers:
        """A field as numbers, float64 (n,), NaN where missing; see :func:`sayso.corpora.fields.numbers`."""
        return self._view(name, "number")

    def truths(self, name: str) -> Numbers:
        """A field as truth values, 1, 0 or NaN, float64 (n,)."""
        return self._view(name, "truth")

    def moments(self, name: str) -> Numbers:
        """A field as seconds since the start of 1970, or of the day without a date, float64 (n,), NaN where missing."""
        return self._view(name, "moment")

    def _view(self, name: str, kind: str) -> Numbers:
        """A typed view of a field, worked out once."""
        key = f"{kind} {name}"
        if key not in self._views:
            values = self._field(name)
            if kind == "moment":
                timed = self.schema.kinds.get(name) == "clock"
                self._views[key] = clocks(values) if timed else moments(values, day_first=name in self.schema.day_first)
            else:
                self._views[key] = numbers(values) if kind == "number" else truths(values)
        return self._views[key]

    def _field(self, name: str) -> pl.Series:
        if name not in self.fields.columns:
            raise SaysoError(no_column(name, [*self.text, *self.fields.columns], self._place))
        return self.fields[name]

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

    def argument_tokens(self, name: str) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
        """The first token of an argument and behind its last, (n,) each, in the first text; equal where it has none.

        Raises:
            SaysoError: SAY056 if the corpus has no such column of spans.
        """
        if name not in self._argument_tokens:
            own, index = self.argument(name), self.column(self.text[0])
            row = np.flatnonzero(own.end > own.start)
            start = np.array(index.row_start[:-1], dtype=np.int64)
            end = start.copy()
            start[row], end[row] = index.touched(row, own.start[row], own.end[row])
            self._argument_tokens[name] = start, end
        return self._argument_tokens[name]

    @cached_property
    def entity_tokens(self) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
        """The first token of each entity and behind its last, (m,) each, in the first text."""
        own = self.entities
        return self.column(self.text[0]).touched(own.row, own.start, own.end)

    def take(self, rows: npt.NDArray[np.integer[Any]] | Sequence[int]) -> Corpus:
        """The corpus of these rows, in this order.

        Raises:
            SaysoError: SAY507 if they are no list of whole numbers, SAY511 if there is no such row.
        """
        given = np.asarray(rows)
        whole = given.ndim == 1 and (given.dtype.kind in "iu" or not given.size)
        expect(whole, "rows", rows, "a list of row numbers, counted from 0,")
        wanted = given.astype(np.int64)
        outside = wanted[(wanted < 0) | (wanted >= len(self))]
        if outside.size:
            raise SaysoError(problem("SAY511", row=int(outside[0]), last=len(self) - 1))
        return Corpus(
            {name: series.gather(wanted) for name, series in self._texts.items()},
            fields=self.fields[wanted] if self.fields.width else self.fields,
            arguments={name: own.take(wanted) for name, own in self.arguments.items()},
            entities=None if self._entities is None else self._entities.take(wanted),
            entity_source=self._entity_source,
            now=self.now,
            schema=self.schema,
            gold=None if self.gold is None else self.gold.gather(wanted),
            source=self.source,
            cache=self._cache,
            progress=self._progress,
        )

    def with_gold(self, name: str) -> Corpus:
        """The corpus with its field ``name`` as the gold labels."""
        return self._changed(fields=self.fields.drop(name), gold=self.fields[name])

    def with_texts(self, names: Mapping[str, str]) -> Corpus:
        """The corpus with the text columns on the left, each with the texts of the column on the right."""
        return self._changed(texts={own: self.strings(name).alias(own) for own, name in names.items()})

    def _changed(self, **changes: Any) -> Corpus:
        """The corpus with other columns; what it knew of its fields and tokens is worked out anew."""
        same: dict[str, Any] = {
            "texts": self._texts,
            "fields": self.fields,
            "arguments": self.arguments,
            "entities": self._entities,
            "entity_source": self._entity_source,
            "now": self.now,
            "gold": self.gold,
            "source": self.source,
            "cache": self._cache,
            "progress": self._progress,
        }
        return Corpus(**{**same, **changes})

    def row(self, i: int) -> dict[str, Any]:
        """Row ``i`` as a mapping from column to value, texts first; the gold label is not in it.

        Entities that a pipeline has found stand under the pipeline's name.
        """
        values = self.fields.row(i, named=True) if self.fields.width else {}
        noted: dict[str, Any] = {name: own.pair(i) for name, own in self.arguments.items()}
        if self._entities is not None:
            noted[next(name for name in self._entity_source if name is not None)] = self._entities.listed(i)
        return {**{name: series[i] for name, series in self._texts.items()}, **noted, **values}

    def shown_row(self, i: int) -> str:
        """A row as messages show it: its first text, or all its values if it has none."""
        if self._texts:
            return str(self._texts[self.text[0]][i])
        return ", ".join(f"{name} {value}" for name, value in self.row(i).items())

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
        for name, own in self.arguments.items():
            digest.update(f"spans {name!r} {own.start.tobytes()!r} {own.end.tobytes()!r}\n".encode())
        if any(self._entity_source):
            noted = self.entities if self._entity_source[0] else None
            listed = [noted.listed(i) for i in range(len(self))] if noted else []
            digest.update(f"entities {self._entity_source} {listed}\n".encode())
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


def _check_names(text: Any, spans: Any, gold: Any) -> None:
    """Refuse what names no columns (SAY507)."""
    for name, value in (("text", text), ("spans", spans)):
        good = value is None or isinstance(value, Iterable)
        expect(good and not isinstance(value, bytes), name, value, "the name of a column, or a list of names,")
    expect(gold is None or isinstance(gold, str), "gold", gold, "the name of a column")
