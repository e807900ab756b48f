"""What the words before one tell of it: that a value of a column is expected, or that several numbers are meant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .lexemes import Lexeme

LEAST = 2
"""So many letters a name in capitals has at least that is told as the value of a column."""

VALUES = frozenset(["QUOTED_TEXT", "FIELD_VALUE", "OWN_VALUE"])
"""The terminals of values."""


def value_expected(before: Sequence[Lexeme], terminals: Mapping[str, str]) -> bool:
    """Whether a value is expected behind these lexemes, and no joint: "the plan is basic or plus"."""
    expecting = {terminals[word] for word in ("is", "or", "not", "nor", "neither", "either")}
    return bool(before) and before[-1].terminal in expecting | {"TEXT_COLUMN"}


def value_told(written: str, before: Sequence[Lexeme], terminals: Mapping[str, str]) -> bool:
    """Whether a name that is no value of ours is told as one of a column: "origin: JFK or FRA"."""
    if not (written.istitle() or written.isupper()) or len(written) < LEAST:
        return False
    listed = VALUES | {terminals[word] for word in (",", "or", "not", "nor")}
    told = [lexeme.terminal for lexeme in before]
    while told and told[-1] in listed:
        told.pop()
    if told[-1:] and told[-1] in {terminals[word] for word in ("is", ":", "=", "neither", "either")}:
        told.pop()
        told = told[:-1] if told[-1:] == [terminals["is"]] else told
        return told[-1:] == ["TEXT_COLUMN"]
    return told[-1:] == ["PLACE_COLUMN"]


def several_numbers(before: Sequence[Lexeme]) -> bool:
    """Whether several columns of numbers are spoken of, that may be meant together."""
    return sum(lexeme.terminal == "NUMBER_COLUMN" for lexeme in before) > 1
