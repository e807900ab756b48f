"""What the words of an explanation can refer to: the user's lexicons and the columns of the corpus, by their names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from ..corpora.corpus import Corpus
from ..corpora.schema import NO_COLUMNS, Schema
from .earley import language
from .references import Reference, Words, references, words_of


@dataclass(frozen=True)
class Scope:
    """The names that an explanation may use besides the words of the grammar.

    Attributes:
        lexicons: what each ``let`` defined, by lower-case name.
        schema: the columns of the corpus.
        corpus: the corpus, if there is one; averages are worked out on it.
    """

    lexicons: Mapping[str, Any] = field(default_factory=dict)
    schema: Schema = NO_COLUMNS
    corpus: Corpus | None = None

    @cached_property
    def names(self) -> Mapping[Words, Reference]:
        """The reference for each name, by the words of the name; a lexicon goes before a column."""
        found = dict(references(self.schema, frozenset(language().terminals)))
        for name, items in self.lexicons.items():
            for written in (name, re.sub("[-_]", " ", name)):
                found[words_of(written)] = ("LEXICON_NAME", items)
        return found


NOWHERE = Scope()
"""Without lexicons and without a corpus."""
