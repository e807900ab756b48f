"""Tables of results: the rows of a data file with new columns, written in the format that the file's ending says."""

from __future__ import annotations

import io
import json
from base64 import b64encode
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import polars as pl

from ..corpora.writing import write_file
from ..grammar.diagnostics import SaysoError, problem, warn

ENDINGS = (".csv", ".tsv", ".jsonl", ".parquet")
"""The formats that are written."""

WRITTEN_AS_READ = (".csv", ".tsv")
"""The formats without types, in which fields stay as they were written."""

PAGES = (".html", ".htm")
"""How the name of a page ends."""


def check_ending(path: Path | None, endings: Collection[str] = ENDINGS) -> None:
    """Refuse a format that is not written, before any work is done; folders are refused elsewhere.

    Raises:
        SaysoError: SAY506.
    """
    if path is not None and path.suffix.lower() not in endings and not path.is_dir():
        ending = path.suffix or "without an ending"
        raise SaysoError(problem("SAY506", path=path, ending=ending, endings=", ".join(endings)))


def results(
    frame: pl.DataFrame,
    name: str,
    chosen: npt.NDArray[np.int64],
    probs: npt.NDArray[np.float64],
    labels: Sequence[str],
) -> pl.DataFrame:
    """``frame`` with the column ``name``, the chosen label of each row, and a column ``p_LABEL`` per label.

    Where ``chosen`` is -1 all of them are missing. A name that the frame has already gets underscores behind it
    (SAY518 warns of that).

    >>> results(pl.DataFrame({"x": [1]}), "label", np.array([1]), np.array([[.25, .75]]), ["ham", "spam"]).row(0)
    (1, 'spam', 0.25, 0.75)
    """
    names = np.array([*labels, None], dtype=object)
    columns: dict[str, pl.Series] = {}
    taken = set(frame.columns)
    known = pl.Series(chosen >= 0)
    for wanted, values in (
        (name, pl.Series(names[chosen].tolist(), dtype=pl.String)),
        *((f"p_{label}", pl.Series(probs[:, i].round(6))) for i, label in enumerate(labels)),
    ):
        free = wanted
        while free in taken:
            free += "_"
        taken.add(free)
        columns[free] = values
    names_wanted = (name, *(f"p_{label}" for label in labels))
    changed = [f"{wanted} is {own}" for wanted, own in zip(names_wanted, columns, strict=True) if wanted != own]
    if changed:
        warn(problem("SAY518", changed=", ".join(changed)))
    added = pl.DataFrame(columns)
    return frame.hstack(added.select(pl.when(known).then(pl.col(free)).alias(free) for free in columns))


def as_text(frame: pl.DataFrame, ending: str = ".csv") -> str:
    """A frame as CSV, TSV or JSON lines.

    In CSV and TSV, values that are lists or records are written as JSON; bytes are base64 in all of them, and spans of
    time as ISO 8601 has them.
    """
    lines = ending == ".jsonl"
    flat = frame.with_columns(_as_text(frame[name], nested=lines) for name in frame.columns)
    return flat.write_ndjson() if lines else flat.write_csv(separator="\t" if ending == ".tsv" else ",")


def _as_text(column: pl.Series, *, nested: bool) -> pl.Series:
    """A column as a file of text can have it; ``nested`` if lists and records may stay what they are."""
    kind = column.dtype
    if kind == pl.Binary:
        return column.bin.encode("base64")
    if kind == pl.Duration:
        return column.dt.to_string("iso")
    if not kind.is_nested() or (nested and "Binary" not in str(kind)):
        return column
    values = [_plain(value) for value in column.to_list()]
    if nested:
        return pl.Series(column.name, values)
    shown = [None if value is None else json.dumps(value, default=str) for value in values]
    return pl.Series(column.name, shown, dtype=pl.String)


def _plain(value: Any) -> Any:
    """A value with its bytes as base64, however deep they stand.

    >>> _plain([{"a": b"x"}, 1])
    [{'a': 'eA=='}, 1]
    """
    if isinstance(value, bytes):
        return b64encode(value).decode()
    if isinstance(value, list):
        return [_plain(own) for own in value]
    return {key: _plain(own) for key, own in value.items()} if isinstance(value, dict) else value


def write_table(frame: pl.DataFrame, path: Path) -> None:
    """Write a frame, all of it or nothing.

    Raises:
        SaysoError: SAY424 if it cannot be written.
    """
    if path.suffix.lower() == ".parquet":
        buffer = io.BytesIO()
        frame.write_parquet(buffer)
        write_file(path, buffer.getvalue())
    else:
        write_file(path, as_text(frame, path.suffix.lower()))
