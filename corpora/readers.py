"""Readers: data files of every usual format become a polars frame."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path

import polars as pl

from ..grammar.diagnostics import Place, SaysoError, problem
from .csv_reader import read_csv
from .files import as_utf8, read_bytes
from .json_reader import read_json, read_jsonl

FORMATS = {
    ".csv": "csv", ".tsv": "tsv", ".tab": "tsv", ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl",
    ".parquet": "parquet", ".pq": "parquet", ".arrow": "arrow", ".ipc": "arrow", ".feather": "arrow",
    ".arrows": "arrow stream",
}  # fmt: skip
"""What the ending of a file's name says; files of other names are recognised by how they begin."""

_STARTS = {b"PAR1": "parquet", b"ARROW1": "arrow"}


def read_frame(path: Path, *, text: Sequence[str] = (), encoding: str | None = "utf-8") -> pl.DataFrame:
    """Read a data file into a frame.

    Args:
        path: the file; how it begins, or else the ending of its name, tells the format.
        text: columns that a CSV file keeps as they are written, even if they look like numbers; case does not matter.
        encoding: of a file of text; a byte order mark overrides it. None is UTF-8 that nobody can set.

    Raises:
        SaysoError: SAY001 to SAY007 and SAY035 to SAY041 for what is wrong with the file.
    """
    content = read_bytes(path)
    form = next((form for start, form in _STARTS.items() if content.startswith(start)), None)
    form = form or FORMATS.get(path.suffix.lower())
    if form in ("parquet", "arrow", "arrow stream"):
        return _read_binary(path, io.BytesIO(content) if path.is_fifo() else path, form)
    content = as_utf8(content, path, encoding=encoding)
    if form is None:
        form = {b"{": "json", b"[": "json"}.get(content.lstrip()[:1], "csv")
    if form == "json":
        return read_json(content, str(path))
    if form == "jsonl":
        return read_jsonl(content, str(path))
    return read_csv(content, str(path), separator="\t" if form == "tsv" else None, as_text=_picks(text))


def _picks(names: Sequence[str]) -> Callable[[Sequence[str]], list[str]]:
    wanted = {name.lower() for name in names}
    return lambda header: [name for name in header if name.lower() in wanted]


def _read_binary(path: Path, source: Path | io.BytesIO, form: str) -> pl.DataFrame:
    read = {"parquet": pl.read_parquet, "arrow": pl.read_ipc, "arrow stream": pl.read_ipc_stream}[form]
    try:
        return read(source)
    except (OSError, pl.exceptions.PolarsError) as fault:
        reason = str(fault).partition("\n")[0]
        raise SaysoError(problem("SAY041", place=Place(str(path)), format=form.title(), reason=reason)) from None
