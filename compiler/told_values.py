"""What the words before one tell of it: that a value of a column is expected, or that several numbers are meant."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from .lexemes import Lexeme

LEAST = 2
"""So many letters a name in capitals has at least that is told as the value of a column."""

TELLING = (
    "is", ":", "=", "neither", "either", "not", "one", "any", "none", "of", "in", "among", "from", "equal", "say",
    "show", "read", "display", "indicate", "set", "given", "give", "list", "record", "store", "enter", "mark",
    "report", "note", "state", "register", "specify", "write", "as", "to", "belong", "group", "part", "on",
    "member", "these", "following", "number", "value", "column", "field", "cell", "entry", "row", "transaction",
    "does", "no", "other", "than", "this", "(",
)  # fmt: skip
"""The words between a column and its values."""

ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
"""An ordinal number in digits, which may also be a value: "education: 9th"."""

NUMBERED = frozenset(["word", "words", "token", "sentence", "character", "letter", "line", "time", "one", "occurrence"])
"""Before one of these it is no value."""

VALUES = frozenset(["QUOTED_TEXT", "FIELD_VALUE", "OWN_VALUE"])
"""The terminals of values."""


def value_expected(before: Sequence[Lexeme], terminals: Mapping[str, str]) -> bool:
    """Whether a value is expected behind these lexemes, and no joint: "the plan is basic or plus"."""
    expecting = {terminals[word] for word in ("is", "or", "not", "nor", "neither", "either")}
    return bool(before) and before[-1].terminal in expecting | {"TEXT_COLUMN"}


def value_told(written: str, before: Sequence[Lexeme], terminals: Mapping[str, str]) -> bool:
    """Whether a name that is no value of ours is told as one of a column: "origin: JFK or FRA"."""
    capital = written.istitle() or written.isupper() or ("-" in written and written[0].isupper())
    return capital and len(written) >= LEAST and values_begun(before, terminals, placed=True)


def values_begun(before: Sequence[Lexeme], terminals: Mapping[str, str], *, placed: bool = False) -> bool:
    """Whether a list of a column's values, or the next item of one, may stand behind these lexemes.

    With ``placed`` also behind a column that tells where to or where from: "shipped to".
    """
    told = [lexeme.terminal for lexeme in before]
    joints = {terminals[word] for word in (",", "or", "not", "nor", "and")}
    counted = False
    while told and told[-1] in VALUES | joints:
        counted = told.pop() == terminals["and"] or counted
    if counted and told[-1:] not in ([terminals["of"]], [terminals["among"]]):
        return False
    if placed and told[-1:] == ["PLACE_COLUMN"]:
        return True
    telling = {"NUMERAL", "ROW_NOUN", *(terminals[word] for word in TELLING)}
    begun = bool(told) and told[-1] in telling
    while told and told[-1] in telling:
        told.pop()
    return begun and told[-1:] == ["TEXT_COLUMN"]


def several_numbers(before: Sequence[Lexeme]) -> bool:
    """Whether several columns of numbers are spoken of, that may be meant together."""
    return sum(lexeme.terminal == "NUMBER_COLUMN" for lexeme in before) > 1
