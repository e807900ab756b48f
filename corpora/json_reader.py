"""JSON and JSONL: polars reads lines of objects; the rest, and what is wrong, is Python's."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from typing import Any, NoReturn

import polars as pl

from ..grammar.diagnostics import Place, SaysoError, problem
from .frames import frame_of


def read_jsonl(content: bytes, path: str) -> pl.DataFrame:
    """The table in ``content``, valid UTF-8: an object per line; blank lines are passed over.

    Raises:
        SaysoError: SAY039 for a line that is no JSON, SAY040 for one that is no object.
    """
    try:
        frame = pl.read_ndjson(io.BytesIO(content), infer_schema_length=None)
        if frame.height == sum(1 for line in content.splitlines() if line.strip()) and b"\\ud" not in content.lower():
            return frame
    except pl.exceptions.PolarsError:  # it says neither the line nor what was expected
        pass
    rows = []
    for number, line in enumerate(content.decode().split("\n"), start=1):
        if line.strip():
            row = _parse(line, path, number)
            if not isinstance(row, dict):
                _refuse(row, "a JSON object on every line", Place(path, number))
            rows.append(row)
    return frame_of(rows)


def read_json(content: bytes, path: str) -> pl.DataFrame:
    """The table in ``content``, valid UTF-8: a list of objects, an object of columns, or objects by their id.

    The latter is how the WRENCH benchmark writes ``{"0": {"label": 1, "data": {"text": "..."}}, ...}``: the fields
    within ``data`` become columns beside the others, and the id becomes the column ``id``. JSONL is read as well.

    Raises:
        SaysoError: SAY039 if it is no JSON, SAY040 if it is none of these.
    """
    text = content.decode()
    if _is_object(text.strip().partition("\n")[0]) and "\n" in text.strip():
        return read_jsonl(content, path)
    data = _parse(text, path)
    if isinstance(data, dict) and data and all(isinstance(record, dict) for record in data.values()):
        return frame_of([_flat(key, record) for key, record in data.items()])
    if isinstance(data, dict) and data and all(isinstance(values, list) for values in data.values()):
        return frame_of(data)
    if not isinstance(data, list):
        _refuse(data, "a list of objects", Place(path))
    for i, record in enumerate(data):
        if not isinstance(record, dict):
            _refuse(record, f"an object as number {i + 1} of the list", Place(path))
    return frame_of(data)


def _parse(text: str, path: str, line: int | None = None) -> Any:
    """The JSON value that ``text`` is; ``line`` is its number if it is only one line of the file."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as fault:
        own = text.split("\n")[fault.lineno - 1]
        place = Place(path, line or fault.lineno, fault.colno, text=own)
        raise SaysoError(problem("SAY039", place=place, reason=fault.msg)) from None
    except (ValueError, RecursionError) as fault:
        reason = "it is nested too deeply" if isinstance(fault, RecursionError) else str(fault)
        raise SaysoError(problem("SAY039", place=Place(path, line), reason=reason)) from None


def _is_object(text: str) -> bool:
    """Whether ``text`` is a JSON object by itself."""
    if not text.startswith("{"):
        return False
    try:
        return isinstance(json.loads(text), dict)
    except (ValueError, RecursionError):
        return False


def _flat(key: str, record: Mapping[str, Any]) -> dict[str, Any]:
    """A record found under an id, the fields of its ``data`` beside its own."""
    data = record.get("data")
    if not isinstance(data, dict):
        return {"id": key, **record}
    return {"id": key, **data, **{name: value for name, value in record.items() if name != "data"}}


def _refuse(found: object, expected: str, place: Place) -> NoReturn:
    kinds = {dict: "an object", list: "a list", str: "a string", bool: "true or false", type(None): "null"}
    raise SaysoError(problem("SAY040", place=place, found=kinds.get(type(found), "a number"), expected=expected))
