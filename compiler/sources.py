"""Where explanations come from: .say files and texts, tables of explanations, and Python."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from numbers import Integral
from pathlib import Path
from textwrap import dedent

import polars as pl

from ..corpora.columns import listed
from ..corpora.files import read_text
from ..corpora.readers import FORMATS, read_frame
from ..grammar.diagnostics import Place, SaysoError, problem
from ..grammar.given import expect
from ..grammar.task import Task
from .explanation import Explanation
from .sayfile import SayFile, read_say

TABLES = tuple(FORMATS)
"""The endings of files that hold a table of explanations."""


def load(source: str | Path | Iterable[Explanation], task: Task | None = None) -> SayFile:
    """The explanations of any source; see :func:`sayso.compile`."""
    if isinstance(source, str) and ("\n" in source or not _is_path(source)):
        return read_say(dedent(source), task=task)
    if isinstance(source, (str, Path)):
        path = Path(source)
        if path.suffix.lower() in TABLES:
            return _table(path, task)
        return read_say(read_text(path), path=str(path), task=task)
    expected = "a path, the text of a .say file, or a list of Explanation"
    expect(isinstance(source, Iterable) and not isinstance(source, bytes), "source", source, expected)
    explanations = list(source)
    odd = next((own for own in explanations if not isinstance(own, Explanation)), None)
    if odd is not None:
        expect(False, "one of the explanations", odd, 'Explanation("it has a link", "spam")')
    for own in explanations:
        expect(isinstance(own.text, str), "the text of an explanation", own.text, "a text")
        expect(isinstance(own.label, str), "the label of an explanation", own.label, "the name of a label")
        row = own.example is None or isinstance(own.example, (Integral, Mapping))
        expect(row, "the example of an explanation", own.example, "a row number, counted from 0, or a mapping,")
    return _of(explanations, task)


def _is_path(source: str) -> bool:
    """Whether a string of one line names a file and is no explanation."""
    if not source.strip():
        return False
    return Path(source).suffix.lower() in (".say", ".txt", *TABLES) or (len(source) < 256 and Path(source).exists())


def _table(path: Path, task: Task | None) -> SayFile:
    """The explanations of a table with the columns "explanation" and "label", and "author" if it has one.

    A row without an explanation says nothing; one without a label is at fault.
    """
    frame = read_frame(path, encoding=None)
    place = Place(str(path))
    for column in ("explanation", "label"):
        if column not in frame.columns:
            fix = "explanations stand in a .say file, or in a table with the columns 'explanation' and 'label'"
            raise SaysoError(problem("SAY011", place=place, column=column, columns=listed(frame.columns), fix=fix))
    author = frame["author"] if "author" in frame.columns else pl.lit(None)
    rows = frame.select("explanation", "label", author=author).drop_nulls("explanation").iter_rows()
    given = [(str(text), str(label or "").strip(), by) for text, label, by in rows if str(text).strip()]
    found = [Explanation(text, label, author=None if by is None else str(by)) for text, label, by in given if label]
    file = _of(found, task, str(path))
    for text, label, _ in given:
        if not label and file.task is not None:
            values = {"label": "", "task": file.task.name, "labels": ", ".join(file.task.labels)}
            fix = "name one of them in the column 'label'"
            file.diagnostics.append(problem("SAY115", place=place, notes=(text,), fix=fix, **values))
    return file


def _of(explanations: list[Explanation], task: Task | None, path: str | None = None) -> SayFile:
    """A file of these explanations; without a task, the labels in the order of their first use."""
    if task is None and explanations:
        labels = tuple(dict.fromkeys(" ".join(e.label.split()) for e in explanations))
        try:
            task = Task("label", labels)
        except SaysoError as fault:
            other = "write a .say file that names the task" if path else "hand over task=Task(NAME, LABELS)"
            fix = f"explain another label too, or {other}"
            raise SaysoError(replace(fault.diagnostic, place=Place(path) if path else None, fix=fix)) from None
    return SayFile(task, path, explanations=explanations)
