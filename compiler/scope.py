"""What the words of an explanation can refer to: the user's lexicons and the columns of the corpus, by their names."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any

from ..corpora.corpus import Corpus
from ..corpora.headings import common_headings
from ..corpora.schema import NO_COLUMNS, Schema
from ..corpora.text import folded_key
from ..corpora.tokenizer import function_words
from ..grammar.words import FILLER
from ..primitives.patterns import Words as Phrase
from ..primitives.registry import kept
from ..primitives.run import Run
from .language import language
from .naming import Names, Reference, Words, words_of
from .references import plural, references
from .stems import LEAST
from .templates import canonical
from .told_values import ORDINAL


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
    def names(self) -> Names:
        """The reference for each name, by the words of the name; a lexicon goes before a column."""
        found = _names_of(self.corpus) if self.corpus is not None else _columns(self.schema)
        if not self.lexicons:
            return found
        found = Names(found)
        for name, items in self.lexicons.items():
            for written in (name, re.sub("[-_]", " ", name)):
                found[words_of(written)] = ("LEXICON_NAME", items)
        return found

    def has(self, phrase: str) -> bool:
        """Whether a text of the corpus has a word or phrase."""
        if self.corpus is None:
            return False
        run = Run(self.corpus)
        return any(len(run.spans((Phrase(phrase, exact=False),), column)) for column in self.corpus.text)

    def columns_of(self, values: Iterable[str]) -> tuple[str, ...]:
        """The columns that have all of these among their few values."""
        if self.corpus is None:
            return ()
        wanted = {folded_key(value.strip()) for value in values}
        return tuple(name for name, own in _few_values(self.corpus).items() if wanted <= own)


@kept
def _columns(schema: Schema) -> Names:
    return Names(references(schema, frozenset(language().terminals)))


@lru_cache(maxsize=4)
def _names_of(corpus: Corpus) -> Names:
    """The names of columns and values of a corpus; worked out once for all explanations."""
    found = Names(_columns(corpus.schema))
    for words, reference in _values(corpus, language().terminals):
        many = tuple(map(plural, words))
        if (
            len(words) == 1
            and len(words[0]) > LEAST
            and not reference[1].isupper()
            and many[0] not in language().terminals
        ):
            found.setdefault(many, reference)
        if found.get(words, ("AGED",))[0].startswith("AGED"):
            found[words] = reference
    for words, reference in _sections(corpus, language().terminals):
        found.setdefault(words, reference)
    return found


def _sections(corpus: Corpus, own: Container[str]) -> Iterator[tuple[Words, Reference]]:
    """The sections that a fair share of the texts has, by their headings; "the note section" where it is our word."""
    for column in corpus.schema.texts:
        for name in common_headings(corpus.strings(column)):
            words = words_of(name)
            yield (*words, "section"), ("SECTION_NAME", name)
            if any(canonical(word) not in own and word not in FILLER for word in words):
                yield words, ("SECTION_NAME", name)


def _values(corpus: Corpus, own: Container[str]) -> Iterator[tuple[Words, Reference]]:
    """The values of fields with few different ones, by their words: they need no quotes."""
    for name, kind in corpus.schema.fields:
        if kind == "text":
            values = corpus.strings(name).drop_nulls().unique(maintain_order=True).to_list()
            for value in values if len(values) <= FEW else ():
                words = words_of(value)
                yield from _underscored(value, own)
                if any(_telling(w) and canonical(w) not in own and w not in FILLER for w in words):
                    yield words, ("FIELD_VALUE", value)
                elif (len(words) == 3 and words[1] == "-") or (
                    len(words) == 1 and _telling(words[0]) and words[0] not in NO_VALUES | function_words()
                ):
                    yield words, ("OWN_VALUE", value)
                elif value.isupper() and value.isalpha() and len(value) > 1:
                    yield (value,), ("OWN_VALUE", value)  # "OR" in capitals is Oregon


def _underscored(value: str, own: Container[str]) -> Iterator[tuple[Words, Reference]]:
    """A value that joins words by underscores, as it is and with its words apart: "cash_out", "cash out", "cash-out".

    >>> [" ".join(words) for words, _ in (*_underscored("on_hold", ()), *_underscored("cash_out", ()))]
    ['on_hold', 'cash_out', 'cash out', 'cash - out']
    """
    parts = words_of(value.replace("_", " "))
    if "_" not in value or len(parts) < 2 or not all(map(_telling, parts)):
        return
    yield words_of(value), ("FIELD_VALUE", value)
    if parts[0] not in FILLER | function_words() and any(canonical(part) not in own for part in parts):
        yield parts, ("FIELD_VALUE", value)
        yield tuple(each for part in parts for each in ("-", part))[1:], ("FIELD_VALUE", value)


@lru_cache(maxsize=4)
def _few_values(corpus: Corpus) -> Mapping[str, frozenset[str]]:
    """The values of each field of texts that has few different ones, as they are compared."""
    found = {}
    for name, kind in corpus.schema.fields:
        if kind == "text":
            values = corpus.strings(name).drop_nulls().unique()
            if len(values) <= FEW:
                found[name] = frozenset(folded_key(value.strip()) for value in values.to_list())
    return found


def _telling(word: str) -> bool:
    """Whether a word can name a value: it has letters, or letters and digits ("E11", "9th")."""
    return (
        word.isalpha()
        or ORDINAL.fullmatch(word) is not None
        or (re.fullmatch(r"[^\W\d_][\w.-]*\d[\w.-]*", word) is not None and len(word) > 2)
    )


NO_VALUES = frozenset(["missing", "empty", "blank", "unknown", "null", "absent", "given", "known", "true", "false"])
"""Words that say whether there is a value, and are none themselves where they stand without quotes."""

FEW = 500
"""Fields with more different values than this have no values that need no quotes."""

NOWHERE = Scope()
"""Without lexicons and without a corpus."""
