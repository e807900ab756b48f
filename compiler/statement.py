"""The statements of a .say file: lines that belong together, and the place of each of their characters."""

from __future__ import annotations

import re
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


_QUOTED = r""""[^"]*"|“[^”]*”|(?<!\w)'[^']*'(?!\w)"""

_REMARK = re.compile(rf"{_QUOTED}|(?<=\s)(#)(?=\s|$)(?!\s+(?:signs?|of)\b|\s*\d)")
"""A remark behind an explanation; "#12" names a row, "a # sign" and "the # of words" speak of what a row has."""

_REMARK_OF_LIST = re.compile(rf"{_QUOTED}|(?<=\s)(#)(?!\s*\d)")
"""A remark behind "task ..." or "let ...", which name no row."""

_LISTING = re.compile(r"(?:task|let)\b")

_EXPECTING = re.compile(
    r"\b(?:an?|the|one|no|any|or|and|nor|but|because|if|is|ha(?:s|ve)|contains|mentions|with(?:out)?|by|before|after"
    r"|between|of|in|than|sign|symbol|character)\s$",
    re.IGNORECASE,
)
"""Behind one of these, and one blank, a # is a sign that is looked for: "it has a # in it"."""


def without_remark(line: str, *, listing: bool = False) -> str:
    """The line without the remark at its end: a # behind a blank, outside quotes.

    >>> without_remark('spam because it mentions "a # b"  # ours'), without_remark("it has a # sign")
    ('spam because it mentions "a # b"', 'it has a # sign')
    >>> without_remark('it has a # and "free"  # ours')
    'it has a # and "free"'
    >>> without_remark("task spam: ham, spam #two", listing=True)
    'task spam: ham, spam'
    """
    if "#" not in line:
        return line
    for found in (_REMARK_OF_LIST if listing else _REMARK).finditer(line):
        before = line[: found.start()]
        if found[1] and before.strip() and (listing or not _EXPECTING.search(before)):
            return before.rstrip()
    return line


def statements(text: str, path: str | None) -> Iterator[Statement]:
    """The statements of a file; remarks, comment lines and empty lines are skipped."""
    begin, lines = 0, list[str]()
    for i, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        continued = line[0].isspace() and lines
        line = without_remark(line, listing=bool(_LISTING.match(lines[0] if continued else line)))
        if continued:
            lines.append(line.rstrip())
            continue
        if lines:
            yield Statement("\n".join(lines), path, begin)
        begin, lines = i, [line.rstrip()]
    if lines:
        yield Statement("\n".join(lines), path, begin)
