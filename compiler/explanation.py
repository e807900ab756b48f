"""An explanation: why a row deserves a label, in somebody's words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..grammar.diagnostics import Place
from .statement import Statement


@dataclass(frozen=True)
class Explanation:
    """Why a row deserves a label.

    Attributes:
        text: the condition in English, with or without "because".
        label: the label's name.
        example: the row it was given for, as a row number counted from 0 or as a mapping; the reading must hold there.
        author: who said it.
        unsure: whether the label stands somewhere in the text, where only a reading of the rest can tell.
    """

    text: str
    label: str
    example: int | Mapping[str, Any] | None = None
    author: str | None = None
    statement: Statement | None = field(default=None, compare=False, repr=False)
    offset: int = field(default=0, compare=False, repr=False)
    unsure: bool = field(default=False, compare=False, repr=False)

    def place(self, start: int = 0, end: int | None = None) -> Place:
        """The place of the characters ``start`` up to ``end`` of the text, in its file if it came from one."""
        if self.statement is not None:
            return self.statement.place(self.offset + start, None if end is None else self.offset + end)
        line = self.text.count("\n", 0, start)
        own = self.text.split("\n")[line]
        column = start - (self.text.rfind("\n", 0, start) + 1)
        return Place(None, line + 1, column + 1, max(1, (end if end is not None else len(self.text)) - start), own)
