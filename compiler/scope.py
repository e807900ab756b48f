"""What the words of an explanation can refer to: the user's lexicons and the columns of the corpus, by their names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from ..corpora.schema import NO_COLUMNS, Schema
from ..corpora.text import folded_key
from ..corpora.tokenizer import tokenize
from .earley import language

Words = tuple[str, ...]
Reference = tuple[str, Any]
"""The terminal that a name becomes, and the terminal's value."""


@dataclass(frozen=True)
class Scope:
    """The names that an explanation may use besides the words of the grammar.

    Attributes:
        lexicons: what each ``let`` defined, by lower-case name.
        schema: the columns of the corpus.
    """

    lexicons: Mapping[str, Any] = field(default_factory=dict)
    schema: Schema = NO_COLUMNS

    @cached_property
    def names(self) -> Mapping[Words, Reference]:
        """The reference for each name, as the words that the tokenizer makes of it; a lexicon goes before a column."""
        found = dict(_texts(self.schema.texts))
        found.update((words_of(name), ("LEXICON_NAME", items)) for name, items in self.lexicons.items())
        return found

    @cached_property
    def longest(self) -> int:
        """The number of words of the longest name."""
        return max(map(len, self.names), default=0)


def words_of(name: str) -> Words:
    """The words of a name, as they are compared."""
    return tuple(folded_key(token.form) for token in tokenize(name))


def _texts(columns: tuple[str, ...]) -> Iterator[tuple[Words, Reference]]:
    """The text columns; the first one is the text itself, and may share its name with a word of the grammar."""
    for i, name in enumerate(columns):
        for words in {words_of(name), words_of(name.replace("_", " "))} - {()}:
            if i > 0 or len(words) > 1 or words[0] not in language().terminals:
                yield words, ("COLUMN_NAME", None if i == 0 else name)


NOWHERE = Scope()
"""Without lexicons and without a corpus."""
