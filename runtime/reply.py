"""What a conversation about a corpus says: replies, what a function does, the explanations so far."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..compiler.lf import LF
from ..grammar.diagnostics import Diagnostic
from ..grammar.task import Task
from .explain import Spot
from .say_text import Block


@dataclass(frozen=True, slots=True)
class Hit:
    """A row on which a function votes, with the places that made it vote."""

    row: int
    texts: dict[str, str | None]
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Meeting:
    """Another function that votes on some of the same rows, and whether for another label."""

    lf: LF
    rows: int
    conflict: bool


@dataclass(frozen=True)
class Shown:
    """What a function does on the corpus. ``labeled`` is False if no label was given."""

    lf: LF
    votes: int
    rows: int
    hits: tuple[Hit, ...]
    meetings: tuple[Meeting, ...]
    labeled: bool = True


@dataclass(frozen=True)
class Reply:
    """The answer to a line.

    Attributes:
        lines: what is said, in plain words.
        shown: the function that is spoken of.
        diagnostics: what is to be said of it, or why there is none.
        listed: functions with the number of their votes, for /list.
        prefill: what the next line begins with, for /edit.
        done: the conversation is over.
    """

    lines: tuple[str, ...] = ()
    shown: Shown | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    listed: tuple[tuple[LF, int], ...] = ()
    prefill: str = ""
    done: bool = False


@dataclass(frozen=True)
class State:
    """The explanations so far, as the text of their file; one is replaced by the next, so that /undo goes back."""

    task: Task | None
    blocks: tuple[Block, ...] = ()
    lexicons: tuple[tuple[str, Any], ...] = ()

    @property
    def lfs(self) -> tuple[LF, ...]:
        """The functions in their order."""
        return tuple(block.lf for block in self.blocks if block.lf is not None)
