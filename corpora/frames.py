"""Frames of rows that are in memory already: mappings, columns, and the frames of other libraries."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from typing import Any

import numpy as np
import polars as pl

from ..grammar.diagnostics import SaysoError, problem
from .text import mend


def frame_of(rows: Any) -> pl.DataFrame:
    """A polars frame of mappings, of a mapping of columns, or of a polars, pandas or Arrow frame.

    Columns come in the order of their first appearance; a row without a column has it missing. A column of mixed types
    becomes text. NaN is missing where the other values are no numbers.

    Raises:
        SaysoError: SAY042 if the rows are none of these, SAY043 if columns differ in length.
    """
    if isinstance(rows, pl.LazyFrame):
        return rows.collect()
    if isinstance(rows, pl.DataFrame):
        return rows
    if hasattr(rows, "__arrow_c_stream__"):
        return pl.DataFrame(rows)
    if hasattr(rows, "to_dict") and hasattr(rows, "columns"):  # pandas, where it can do no Arrow
        return frame_of({str(name): rows[name].tolist() for name in rows.columns})
    if isinstance(rows, Mapping):
        return _of_columns(rows)
    if not isinstance(rows, Iterable) or isinstance(rows, (str, bytes)):
        raise SaysoError(problem("SAY042", found=_kind(rows)))
    records: list[Mapping[str, Any]] = []
    for i, row in enumerate(rows):
        if not isinstance(row, Mapping) and not (hasattr(row, "keys") and hasattr(row, "__getitem__")):
            raise SaysoError(problem("SAY042", found=f"no mappings: row {i} is {_kind(row)}"))
        records.append({str(name): row[name] for name in row.keys()})  # noqa: SIM118 (sqlite3.Row iterates over values)
    names = list(dict.fromkeys(name for row in records for name in row))
    return pl.DataFrame([_series(name, [row.get(name) for row in records]) for name in names])


def _of_columns(columns: Mapping[str, Any]) -> pl.DataFrame:
    listed: dict[str, list[Any]] = {}
    for name, values in columns.items():
        if not isinstance(values, Iterable) or isinstance(values, (str, bytes, Mapping)):
            raise SaysoError(problem("SAY042", found=f"one mapping, and its {name!r} is {_kind(values)}"))
        listed[str(name)] = list(values)
    if len({len(values) for values in listed.values()}) > 1:
        lengths = ", ".join(f"{name} {len(values)}" for name, values in listed.items())
        raise SaysoError(problem("SAY043", lengths=lengths))
    return pl.DataFrame([_series(name, values) for name, values in listed.items()])


def _series(name: str, values: Sequence[Any]) -> pl.Series:
    """A column of Python values, of their common type, or else of text."""
    known = [value for value in values if not is_missing(value)]
    if not any(isinstance(value, str) for value in known):
        numbers = all(isinstance(value, (int, float)) for value in known)
        with suppress(TypeError, ValueError, OverflowError, pl.exceptions.PolarsError):
            series = pl.Series(name, values, strict=not numbers)
            if series.dtype != pl.Object and series.null_count() <= len(values) - len(known):
                return series
    return pl.Series(name, [as_string(value) for value in values], dtype=pl.String)


def is_missing(value: Any) -> bool:
    """Whether a value stands for none: None, NaN, and pandas' own NA and NaT."""
    if isinstance(value, (float, np.floating)):
        return math.isnan(value)
    return value is None or type(value).__name__ in ("NAType", "NaTType")


def as_string(value: Any) -> str | None:
    """A value as text; what is missing is None.

    >>> as_string(2.5), as_string(float("nan")), as_string("a")
    ('2.5', None, 'a')
    """
    if isinstance(value, str):
        return mend(value)
    return None if is_missing(value) else mend(str(value))


def _kind(value: object) -> str:
    return f"a {type(value).__name__}" if value is not None else "nothing"
