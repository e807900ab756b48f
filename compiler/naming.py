"""What names are made of: their words, and the columns that they stand for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ..corpora.schema import FieldKind
from ..corpora.text import folded_key
from ..corpora.tokenizer import tokenize
from .templates import COLUMNS as NAMED_COLUMNS

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


class Names(dict[Words, Reference]):
    """What each name stands for, by the name's words; what is told of all of them is worked out once."""

    @cached_property
    def longest(self) -> int:
        """How many words the longest name has."""
        return max(map(len, self), default=0)

    @cached_property
    def words(self) -> frozenset[str]:
        """All words of names."""
        return frozenset(word for name in self for word in name)

    @cached_property
    def terminals(self) -> frozenset[str]:
        """What the names become."""
        return frozenset(terminal for terminal, _ in self.values())

    @cached_property
    def parted(self) -> bool:
        """Whether there are several columns of texts."""
        return any(terminal == "COLUMN_NAME" and value is not None for terminal, value in self.values())

    @cached_property
    def arguments(self) -> tuple[Words, ...]:
        """The names of arguments."""
        return tuple(words for words, (terminal, _) in self.items() if terminal == "ARGUMENT_NAME")

    @cached_property
    def lists(self) -> Mapping[str, str]:
        """The names of lists that are one word, each by itself."""
        own = [words[0] for words, (terminal, _) in self.items() if terminal == "LEXICON_NAME" and len(words) == 1]
        return dict(zip(own, own, strict=True))

    @cached_property
    def column_words(self) -> frozenset[str]:
        """The words of the names of columns."""
        return frozenset(word for words, (terminal, _) in self.items() if terminal in NAMED_COLUMNS for word in words)


def words_of(name: str) -> Words:
    """The words of a name, as they are compared."""
    return tuple(folded_key(token.form) for token in tokenize(name))


def plain_words(name: str) -> Words:
    """The words of a column's name."""
    return words_of(re.sub(r"[_\-./]+", " ", re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", name)))
