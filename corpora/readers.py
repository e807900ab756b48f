"""Readers: files and frames of every usual kind become one polars frame."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import polars as pl

from ..grammar.diagnostics import SaysoError, problem


def read_frame(path: Path, *, encoding: str = "utf-8") -> pl.DataFrame:
    """Read a data file into a frame; its ending tells the format."""
    if path.suffix == ".jsonl":
        return pl.read_ndjson(path)
    return pl.read_csv(path)


def frame_of(rows: Any) -> pl.DataFrame:
    """A frame of mappings, or of a polars, pandas or Arrow frame."""
    if isinstance(rows, pl.DataFrame):
        return rows
    return pl.DataFrame(list(rows), infer_schema_length=None)
