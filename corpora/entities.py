"""Entities: typed places in the text, from a column of annotations or from a spaCy pipeline."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import polars as pl

from ..grammar.diagnostics import Place, SaysoError, problem, warn
from .arguments import EMPTY, cleaned_offsets, shown
from .progress import progress_bar

if TYPE_CHECKING:
    from spacy.language import Language

Offsets = npt.NDArray[np.int64]

_TYPE = r"[\p{L}_][\p{L}\p{N}_.-]*"
_TRIPLE = rf"[\[({{]\s*(\d{{1,9}})\s*[,:]\s*(\d{{1,9}})\s*[,:]\s*['\"]?({_TYPE})['\"]?\s*[\])}}]"
_LOADED: dict[str, Language] = {}


@dataclass(frozen=True, slots=True)
class Entities:
    """The m entities of n rows, in the order of rows and starts; places are characters of the cleaned text.

    Attributes:
        present: whether the row's entities are known, (n,); a row may be known to have none.
        row: the row of each, (m,).
        start: where it starts, (m,).
        end: behind its last character, (m,).
        kind: its type as a place in ``types``, (m,).
        types: the distinct types.
    """

    present: npt.NDArray[np.bool_]
    row: Offsets
    start: Offsets
    end: Offsets
    kind: Offsets
    types: tuple[str, ...]

    @classmethod
    def of(cls, present: npt.NDArray[np.bool_], found: Iterable[tuple[int, int, int, str]]) -> Entities:
        """Entities from (row, start, end, type)."""
        listed = sorted(set(found))
        types = tuple(dict.fromkeys(kind for *_, kind in listed))
        number = {kind: i for i, kind in enumerate(types)}
        rows, starts, ends, kinds = (
            np.array(values, dtype=np.int64)
            for values in (zip(*[(r, s, e, number[k]) for r, s, e, k in listed], strict=True) if listed else [()] * 4)
        )
        return cls(present, rows, starts, ends, kinds, types)

    def take(self, rows: npt.NDArray[np.integer[Any]]) -> Entities:
        """The entities of these rows, in this order."""
        wanted = np.asarray(rows, dtype=np.int64)
        wanted = np.where(wanted < 0, wanted + len(self.present), wanted)
        first, last = np.searchsorted(self.row, wanted, "left"), np.searchsorted(self.row, wanted, "right")
        count = last - first
        places = np.repeat(first - (np.cumsum(count) - count), count) + np.arange(int(count.sum()))
        row = np.repeat(np.arange(len(wanted)), count)
        own = (self.start[places], self.end[places], self.kind[places])
        return Entities(self.present[wanted], row, *own, self.types)

    def listed(self, i: int) -> list[tuple[int, int, str]] | None:
        """The entities of row ``i``, None if they are not known."""
        if not self.present[i]:
            return None
        first, last = np.searchsorted(self.row, i, "left"), np.searchsorted(self.row, i, "right")
        return [(int(self.start[j]), int(self.end[j]), self.types[self.kind[j]]) for j in range(first, last)]


def read_entities(column: pl.Series, texts: pl.Series, *, place: Place | None = None, strict: bool = True) -> Entities:
    """The entities that ``column`` gives of the raw ``texts``.

    A row's entities are a list of (start, end, TYPE), of structs with these three, or either written out as a text.

    Raises:
        SaysoError: SAY052 if no entity of the column can be used.

    Warns:
        SAY053 for the first of the entities that cannot be used.
    """
    frame, given = _triples(column)
    length = texts.str.len_chars().cast(pl.Int64).fill_null(-1).to_numpy()
    present = given & (length >= 0)
    row, start, end = (frame[name].fill_null(-1).to_numpy() for name in ("row", "start", "end"))
    usable = (start >= 0) & (start < end) & (end <= length[row]) & frame["type"].is_not_null().to_numpy()
    wrong = ~usable & (length[row] >= 0)
    if strict and wrong.any():
        first = int(row[np.argmax(wrong)])
        told: dict[str, Any] = {"place": place, "column": column.name, "row": first, "found": shown(column, first)}
        if not usable.any():
            raise SaysoError(problem("SAY052", **told))
        warn(problem("SAY053", **told, count=int(wrong.sum())))
    own = np.flatnonzero(usable)
    starts, ends = cleaned_offsets(texts, row[own], start[own], end[own])
    types = frame["type"].gather(own).to_list()
    return Entities.of(present, zip(row[own].tolist(), starts.tolist(), ends.tolist(), types, strict=True))


def no_entities(rows: int) -> Entities:
    """Entities of which nothing is known."""
    return Entities.of(np.zeros(rows, dtype=bool), [])


def found_entities(texts: pl.Series, pipeline: Language, *, progress: bool = False) -> Entities:
    """The entities that a spaCy pipeline finds in cleaned ``texts``."""
    present = texts.is_not_null().to_numpy()
    found: list[tuple[int, int, int, str]] = []
    with progress_bar("finding entities", len(texts), wanted=progress) as report:
        for row, doc in enumerate(pipeline.pipe(text or "" for text in texts)):
            found += [(row, own.start_char, own.end_char, own.label_) for own in doc.ents]
            report(1)
    return Entities.of(present, found)


def pipeline_name(pipeline: Language) -> str:
    """The name of a loaded pipeline, as spaCy's packages are named; it can be found again by it in this process."""
    meta = pipeline.meta
    name = f"{meta['lang']}_{meta['name']}"
    _LOADED[name] = pipeline
    return name


def load_pipeline(name: str, *, place: Place | None = None) -> Language:
    """A spaCy pipeline: one loaded before, one that was handed to a corpus in this process, or an installed one.

    Raises:
        SaysoError: SAY054 if there is none of this name.
    """
    found = _LOADED.get(name)
    if found is not None:
        return found
    import spacy

    if not re.fullmatch(r"\w+", name) or importlib.util.find_spec(name) is None:
        raise SaysoError(problem("SAY054", place=place, name=name))
    return _LOADED.setdefault(name, spacy.load(name))


def _triples(column: pl.Series) -> tuple[pl.DataFrame, npt.NDArray[np.bool_]]:
    """The entities of a column with their rows, null where they are malformed, and the rows that have a value."""
    given = column.is_not_null().to_numpy()
    lists = column
    if column.dtype == pl.String:
        blank = column.str.strip_chars().is_in(EMPTY)
        lists = column.str.extract_all(_TRIPLE)
        unread = (lists.list.len() == 0) & ~blank
        lists = pl.select(pl.when(unread).then(pl.lit([""], dtype=pl.List(pl.String))).otherwise(lists)).to_series()
    empty = pl.DataFrame(schema={"row": pl.Int64, "start": pl.Int64, "end": pl.Int64, "type": pl.String})
    if not isinstance(lists.dtype, pl.List):
        return empty, given
    flat = lists.alias("own").to_frame().with_row_index("row").explode("own").drop_nulls("own")
    own, row = flat["own"], flat["row"].cast(pl.Int64)
    if own.dtype == pl.String:
        parts = [own.str.extract(_TRIPLE, group).alias(name) for group, name in enumerate(("start", "end", "type"), 1)]
    elif isinstance(own.dtype, pl.Struct):
        names = [field.name for field in own.dtype.fields]
        kind = next((name for name in ("type", "label", "tag", "entity") if name in names), names[-1])
        wanted = ("start", "end", kind) if {"start", "end"} <= set(names) else names[:3]
        parts = [own.struct.field(name).alias(alias) for name, alias in zip(wanted, empty.columns[1:], strict=False)]
    elif isinstance(own.dtype, pl.List) and own.dtype.inner == pl.String:
        parts = [own.list.get(i, null_on_oob=True).alias(name) for i, name in enumerate(empty.columns[1:])]
    else:
        parts = []
    if len(parts) < 3:
        return pl.DataFrame({"row": row}).with_columns(
            pl.lit(None).cast(empty.schema[n]).alias(n) for n in empty.columns[1:]
        ), given
    frame = pl.DataFrame([row, *parts])
    cast = [pl.col("start").cast(pl.Int64, strict=False), pl.col("end").cast(pl.Int64, strict=False)]
    return frame.with_columns(*cast, pl.col("type").cast(pl.String)), given
