"""Where explanations come from: .say files and texts, tables of explanations, and Python."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from textwrap import dedent

import polars as pl

from ..corpora.files import read_text
from ..corpora.readers import read_frame
from ..grammar.diagnostics import Place, SaysoError, problem
from ..grammar.given import expect
from ..grammar.task import Task
from .explanation import Explanation
from .sayfile import SayFile, read_say

TABLES = (".csv", ".tsv", ".jsonl", ".json", ".parquet")


def load(source: str | Path | Iterable[Explanation], task: Task | None = None) -> SayFile:
    """The explanations of any source; see :func:`sayso.compile`."""
    if isinstance(source, str) and ("\n" in source or not _is_path(source)):
        return read_say(dedent(source), task=task)
    if isinstance(source, (str, Path)):
        path = Path(source)
        if path.suffix.lower() in TABLES:
            return _of(_table(path), task, str(path))
        return read_say(read_text(path), path=str(path), task=task)
    expected = "a path, the text of a .say file, or a list of Explanation"
    expect(isinstance(source, Iterable) and not isinstance(source, bytes), "source", source, expected)
    explanations = list(source)
    odd = next((own for own in explanations if not isinstance(own, Explanation)), None)
    if odd is not None:
        expect(False, "one of the explanations", odd, 'Explanation("it has a link", "spam")')
    return _of(explanations, task)


def _is_path(source: str) -> bool:
    """Whether a string of one line names a file and is no explanation."""
    if not source.strip():
        return False
    return Path(source).suffix.lower() in (".say", ".txt", *TABLES) or (len(source) < 256 and Path(source).exists())


def _table(path: Path) -> list[Explanation]:
    """The explanations of a table with the columns "explanation" and "label", and "author" if it has one."""
    frame = read_frame(path)
    for column in ("explanation", "label"):
        if column not in frame.columns:
            columns = ", ".join(frame.columns)
            raise SaysoError(problem("SAY011", place=Place(str(path)), column=column, columns=columns))
    author = frame["author"] if "author" in frame.columns else pl.lit(None)
    rows = frame.select("explanation", "label", author=author).drop_nulls(["explanation", "label"]).iter_rows()
    return [Explanation(str(text), str(label), author=None if by is None else str(by)) for text, label, by in rows]


def _of(explanations: list[Explanation], task: Task | None, path: str | None = None) -> SayFile:
    """A file of these explanations; without a task, the labels in the order of their first use."""
    if task is None and explanations:
        labels = tuple(dict.fromkeys(" ".join(e.label.split()) for e in explanations))
        task = Task("label", labels)
    return SayFile(task, path, explanations=explanations)
