"""What the catalogue says of a code."""

from __future__ import annotations

from typing import Literal, NamedTuple


class Entry(NamedTuple):
    """A catalogue entry: severity, message and advice, the latter two with ``{named}`` gaps.

    A message says what was found and what was expected; ``fix`` says what to do.
    """

    severity: Literal["error", "warning", "note"]
    message: str
    fix: str | None = None
