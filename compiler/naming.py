"""What names are made of: their words, and the columns that they stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from ..corpora.schema import FieldKind
from ..corpora.text import folded_key
from ..corpora.tokenizer import tokenize

Words = tuple[str, ...]
Reference = tuple[str, Any]
"""The terminal that a name becomes, and the terminal's value."""


@dataclass(frozen=True, slots=True)
class Column:
    """A field by its name, and the kind of its values."""

    name: str
    kind: FieldKind


COLUMNS: dict[FieldKind, str] = {
    "number": "NUMBER_COLUMN", "percent": "NUMBER_COLUMN", "text": "TEXT_COLUMN", "date": "DATE_COLUMN",
    "moment": "DATE_COLUMN", "clock": "DATE_COLUMN", "truth": "TRUTH_COLUMN",
}  # fmt: skip
"""The terminal of each kind of field."""

TIMES: tuple[FieldKind, ...] = ("date", "moment", "clock")
"""The kinds of fields that tell when something was."""


def words_of(name: str) -> Words:
    """The words of a name, as they are compared."""
    return tuple(folded_key(token.form) for token in tokenize(name))


def plain_words(name: str) -> Words:
    """The words of a column's name."""
    return words_of(re.sub(r"[_\-./]+", " ", re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", name)))
