"""Label models on disk: one ``.npz`` file of plain arrays and a JSON header; no pickle, versioned, atomic."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import numpy as np

from ..corpora.writing import write_file
from ..grammar.diagnostics import SaysoError, problem

FORMAT = "sayso label model"
VERSION = 4
READABLE = (VERSION,)
"""Versions that can be read; earlier ones have other tables of functions that depend on each other."""


def write(path: Path, kind: str, settings: dict[str, Any], learned: dict[str, Any]) -> None:
    """Write a model of class ``kind``: its ``settings`` and what it ``learned``; an older file stays until the end.

    Raises:
        SaysoError: SAY424 if nothing can be written there.
    """
    arrays = {name: value for name, value in learned.items() if isinstance(value, np.ndarray)}
    plain = {name: value for name, value in learned.items() if name not in arrays}
    header = {"format": FORMAT, "version": VERSION, "kind": kind, "settings": settings, "learned": plain}
    text = json.dumps(header, default=_plain)
    content = io.BytesIO()
    np.savez_compressed(content, allow_pickle=False, header=np.array(text), **arrays)
    write_file(path, content.getvalue())


def read(path: Path, kind: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Settings and learned values of the model of class ``kind`` at ``path``.

    Raises:
        SaysoError: SAY343 if it cannot be read as such.
    """
    if not path.is_file():
        raise SaysoError(
            problem("SAY343", path=path, reason="it is a folder" if path.is_dir() else "there is no such file")
        )
    try:
        with np.load(path, allow_pickle=False) as file:
            header = json.loads(str(file["header"]))
            learned = {name: file[name] for name in file.files if name != "header"}
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
        raise SaysoError(problem("SAY343", path=path, reason="it is damaged, cut short, or something else")) from None
    if not isinstance(header, dict) or header.get("format") != FORMAT:
        raise SaysoError(problem("SAY343", path=path, reason="it is something else"))
    if header["version"] not in READABLE:
        known = " and ".join(map(str, READABLE))
        reason = f"it has version {header['version']} of the format, this program reads versions {known}"
        raise SaysoError(problem("SAY343", path=path, reason=reason))
    if header["kind"] != kind:
        raise SaysoError(problem("SAY343", path=path, reason=f"it holds a {header['kind']}, expected a {kind}"))
    learned |= {name: _tuples(value) for name, value in header["learned"].items()}
    return header["settings"], learned


def _plain(value: Any) -> Any:
    """What JSON cannot write, as what it can."""
    if isinstance(value, (np.ndarray, np.generic)):
        return value.tolist()
    if hasattr(value, "to_json"):
        return value.to_json()
    return [list(pair) for pair in getattr(value, "pairs", value)]


def _tuples(value: Any) -> Any:
    return tuple(map(_tuples, value)) if isinstance(value, list) else value
