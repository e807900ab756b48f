"""Diagnostics as data: a code, a message, a place, what was expected, and what to do.

The caret view on a terminal, the JSON and the HTML report are renderings of the same :class:`Diagnostic`.
Every message stands in :mod:`sayso.grammar.catalogue` under a stable code.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass, field
from typing import Any, Literal

from .catalogue import CATALOGUE

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is: a file (or None), a line and column counted from 1, and the line's own text.

    ``length`` is the number of characters the caret underlines.
    """

    path: str | None = None
    line: int | None = None
    column: int | None = None
    length: int = 1
    text: str | None = None

    def __str__(self) -> str:
        """``file:line:column`` as far as known."""
        parts = [self.path or "<text>"]
        parts += [str(part) for part in (self.line, self.column) if part is not None]
        return ":".join(parts)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. ``notes`` are further facts, ``fix`` is what to do or type instead."""

    code: str
    severity: Severity
    message: str
    place: Place | None = None
    notes: tuple[str, ...] = ()
    fix: str | None = None
    values: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    def __str__(self) -> str:
        """The diagnostic as a compiler prints it: place, message, the line, a caret, notes, the fix."""
        head = f"{self.code} {self.severity}: {self.message}"
        lines = [f"{self.place}: {head}" if self.place else head]
        if self.place and self.place.text is not None and self.place.column is not None:
            lines += _caret(self.place)
        lines += [f"  {note}" for note in self.notes]
        if self.fix:
            lines.append(f"  help: {self.fix}")
        return "\n".join(lines)

    def to_json(self) -> dict[str, Any]:
        """The diagnostic as JSON-ready data."""
        place = self.place
        return {
            "code": self.code,
            "severity": self.severity,
            "message": self.message,
            "path": place.path if place else None,
            "line": place.line if place else None,
            "column": place.column if place else None,
            "length": place.length if place else None,
            "text": place.text if place else None,
            "notes": list(self.notes),
            "fix": self.fix,
        }


def problem(
    code: str,
    /,
    *,
    place: Place | None = None,
    notes: tuple[str, ...] = (),
    fix: str | None = None,
    **values: Any,
) -> Diagnostic:
    """Build the catalogue's diagnostic ``code``, its message and fix filled with ``values``.

    ``fix`` overrides the catalogue's own advice.
    """
    entry = CATALOGUE[code]
    advice = fix if fix is not None else (entry.fix.format(**values) if entry.fix else None)
    return Diagnostic(code, entry.severity, entry.message.format(**values), place, notes, advice, values)


class SaysoError(Exception):
    """What Sayso raises for anything a user can mend; ``diagnostics`` says what it was, one finding or several."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        self.diagnostics = diagnostics
        super().__init__("\n\n".join(str(diagnostic) for diagnostic in diagnostics))

    @property
    def diagnostic(self) -> Diagnostic:
        """The first finding."""
        return self.diagnostics[0]


class SaysoWarning(UserWarning):
    """A warning that carries its diagnostic."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        self.diagnostic = diagnostic
        super().__init__(str(diagnostic))


def warn(diagnostic: Diagnostic) -> None:
    """Issue ``diagnostic`` as a Python warning of category :class:`SaysoWarning`."""
    warnings.warn(SaysoWarning(diagnostic), stacklevel=3)


WINDOW = 100


def _caret(place: Place) -> list[str]:
    """The line and a caret under its words; a very long line is cut to a window around them."""
    assert place.text is not None
    assert place.column is not None
    text = place.text.expandtabs(1).rstrip("\r\n")
    start = max(0, min(place.column - 1, len(text)))
    cut = max(0, start - WINDOW // 2) if len(text) > WINDOW else 0
    shown = text[cut : cut + WINDOW]
    before, after = ("…" if cut else ""), ("…" if cut + WINDOW < len(text) else "")
    length = max(1, min(place.length, len(shown) - (start - cut)))
    return [f"    {before}{shown}{after}", "    " + " " * (len(before) + start - cut) + "^" * length]
