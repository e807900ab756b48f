"""The statements of a .say file: lines that belong together, and the place of each of their characters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..grammar.diagnostics import Place


@dataclass(frozen=True, slots=True)
class Statement:
    """The lines of one statement, continuation lines included, and where it begins."""

    text: str
    path: str | None
    line: int

    def place(self, start: int = 0, end: int | None = None) -> Place:
        """The place of the characters ``start`` up to ``end`` of the statement."""
        before = self.text[:start]
        row = before.count("\n")
        lines = self.text.split("\n")
        column = start - (before.rfind("\n") + 1)
        length = max(1, (end if end is not None else len(lines[row])) - start)
        return Place(self.path, self.line + row, column + 1, min(length, max(1, len(lines[row]) - column)), lines[row])


def statements(text: str, path: str | None) -> Iterator[Statement]:
    """The statements of a file; comment lines and empty lines are skipped."""
    begin, lines = 0, list[str]()
    for i, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if line[0].isspace() and lines:
            lines.append(line.rstrip())
            continue
        if lines:
            yield Statement("\n".join(lines), path, begin)
        begin, lines = i, [line.rstrip()]
    if lines:
        yield Statement("\n".join(lines), path, begin)
