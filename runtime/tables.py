"""Tables of results: the rows of a data file with new columns, written in the format that the file's ending says."""

from __future__ import annotations

import io
import json
from collections.abc import Collection, Sequence
from pathlib import Path

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
    """A frame as CSV, TSV or JSON lines; values that are lists or records are written as JSON."""
    if ending == ".jsonl":
        return frame.write_ndjson()
    nested = [name for name, kind in frame.schema.items() if kind.is_nested()]
    flat = frame.with_columns(
        pl.Series(
            name, [None if v is None else json.dumps(v, default=str) for v in frame[name].to_list()], dtype=pl.String
        )
        for name in nested
    )
    return flat.write_csv(separator="\t" if ending == ".tsv" else ",")


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
