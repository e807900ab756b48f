"""The words by which the columns of a corpus are called, kind of column by kind of column."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..corpora.schema import Schema
from ..corpora.text import folded_key
from ..corpora.tokenizer import tokenize

Words = tuple[str, ...]
Reference = tuple[str, Any]
"""The terminal that a name becomes, and the terminal's value."""


def references(schema: Schema, own: frozenset[str]) -> Iterator[tuple[Words, Reference]]:
    """Every name of every column. ``own`` are the words of the grammar."""
    yield from _texts(schema.texts, own)


def words_of(name: str) -> Words:
    """The words of a name, as they are compared."""
    return tuple(folded_key(token.form) for token in tokenize(name))


def _texts(columns: tuple[str, ...], own: frozenset[str]) -> Iterator[tuple[Words, Reference]]:
    """The text columns; the first one is the text itself, and may share its name with a word of the grammar."""
    for i, name in enumerate(columns):
        for words in {words_of(name), words_of(name.replace("_", " "))} - {()}:
            if i > 0 or len(words) > 1 or words[0] not in own:
                yield words, ("COLUMN_NAME", None if i == 0 else name)
