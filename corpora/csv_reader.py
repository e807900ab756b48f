"""CSV: polars reads it; what polars would pass over or not explain is found here, with its line.

A table is regular if every line outside quotes has as many fields as the header. That is told by counting bytes. Only
a table that seems not to be regular is read by Python's own slower, more forgiving reader, which says where it is
broken, or that it is not (a stray quote inside a field, blank lines between rows).
"""

from __future__ import annotations

import csv
import io
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import chain

import numpy as np
import polars as pl

from ..grammar.diagnostics import Place, SaysoError, problem

SEPARATORS = (",", ";", "\t", "|")
"""What may stand between fields; the first that the header has."""

_STEP = 1 << 24
_END = "\x1e"
"""Put behind the last line; if it is found in a field, a quote was left open."""


def read_csv(
    content: bytes, path: str, *, separator: str | None = None, as_text: Callable[[Sequence[str]], Sequence[str]] = list
) -> pl.DataFrame:
    """The table in ``content``, valid UTF-8; its first row names the columns.

    A field that is empty and not quoted is missing. Columns are typed by all their values, but for those that
    ``as_text`` picks among the names, which are kept as they are written.

    Raises:
        SaysoError: SAY035 if a row has too many or too few fields, SAY036 if a quote is not closed, SAY037 if two
            columns have one name, SAY038 if it cannot be read at all.
    """
    if b"\n" not in content:
        content = content.replace(b"\r", b"\n")  # the line ends of old
    with _wide_fields():
        header, separator = _header(content, path, separator)
        kept = as_text(header)
        if _is_regular(content, separator, len(header)):
            with suppress(pl.exceptions.PolarsError):
                return _parse(content, separator, kept)
        content = _rewritten(content, path, separator, len(header))
    try:
        return _parse(content, separator, kept)
    except pl.exceptions.PolarsError as fault:
        raise SaysoError(problem("SAY038", place=Place(path), reason=str(fault).partition("\n")[0])) from None


def _parse(content: bytes, separator: str, as_text: Sequence[str]) -> pl.DataFrame:
    kinds = dict.fromkeys(as_text, pl.String)
    return pl.read_csv(io.BytesIO(content), separator=separator, infer_schema_length=None, schema_overrides=kinds)


def _header(content: bytes, path: str, separator: str | None) -> tuple[list[str], str]:
    """The names of the columns, and what separates them."""
    for guess in SEPARATORS if separator is None else (separator,):
        header = next((record for _, record in _records(content, guess, path) if record), [""])
        if len(header) > 1:
            break
    else:
        guess = separator or SEPARATORS[0]
    twice = [(name, count) for name, count in Counter(header).items() if count > 1]
    if twice:
        raise SaysoError(problem("SAY037", place=Place(path, 1), column=twice[0][0], count=twice[0][1]))
    return header, guess


def _is_regular(content: bytes, separator: str, width: int) -> bool:
    """Whether each line outside quotes has ``width`` fields, as far as counting tells."""
    parity = fields = 0
    for start in range(0, len(content), _STEP):
        part = np.frombuffer(content, np.uint8, min(_STEP, len(content) - start), start)
        quotes = part == ord('"')
        outside = np.bitwise_xor.accumulate(quotes.view(np.uint8)) == parity
        parity ^= int(quotes.sum()) & 1
        gaps = np.flatnonzero((part == ord(separator)) & outside)
        lines = np.flatnonzero((part == ord("\n")) & outside)
        per_line = np.diff(np.searchsorted(gaps, lines), prepend=0)
        if len(lines):
            per_line[0] += fields
            fields = len(gaps) - int(np.searchsorted(gaps, lines[-1]))
        else:
            fields += len(gaps)
        if (per_line != width - 1).any():
            return False
    return not parity and (content.endswith(b"\n") or fields == width - 1)


def _rewritten(content: bytes, path: str, separator: str, width: int) -> bytes:
    """The same table in plain, regular CSV, blank lines left out (but those of a single column, which are values)."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=separator, lineterminator="\n")
    begin = 1
    for line, record in _records(content, separator, path):
        if not record and width > 1:
            begin = line + 1
            continue
        if record and len(record) != width:
            found, expected = _fields(len(record)), _fields(width)
            raise SaysoError(problem("SAY035", place=Place(path, begin), found=found, expected=expected))
        writer.writerow(record)
        begin = line + 1
    return out.getvalue().encode()


def _records(content: bytes, separator: str, path: str) -> Iterator[tuple[int, list[str]]]:
    """The records and the numbers of the lines on which they end; blank lines are empty records."""
    text = io.TextIOWrapper(io.BytesIO(content), encoding="utf-8", newline="")
    reader = csv.reader(chain(text, [_END + "\n"]), delimiter=separator)
    begin = 1
    try:
        for record in reader:
            if record == [_END]:
                return
            if record and record[-1].endswith(_END + "\n"):
                raise SaysoError(problem("SAY036", place=Place(path, begin)))
            yield reader.line_num, record
            begin = reader.line_num + 1
    except csv.Error as fault:
        raise SaysoError(problem("SAY038", place=Place(path, begin), reason=fault)) from None


@contextmanager
def _wide_fields() -> Iterator[None]:
    """Let fields be of any length."""
    limit = csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    try:
        yield
    finally:
        csv.field_size_limit(limit)


def _fields(count: int) -> str:
    return f"{count} field" if count == 1 else f"{count} fields"
