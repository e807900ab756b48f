"""Quoted text at the edge of a value: in "the disease ends with 'itis'" characters are meant, not a word.

In a text, quoted text is words wherever it stands. An argument of a relation and a field are values, of which people
say how they begin and end as they are written. More than one word in quotes is words there too. In an address, which
is written as one word, they say characters wherever they stand: "the email has 'temp' in it". How an address of the web
begins is characters everywhere, since what stands behind it belongs to the same word. A hyphen says on which side of
an ending or a beginning the rest of the word is: "ends in '-itis'". X and Y in quotes are the arguments where there
are some: "X's wife" is one of them and what stands right behind it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Literal, TypeVar

from ..corpora.schema import Schema
from ..corpora.tokenizer import tokenize
from ..grammar.nodes import Node
from ..primitives.base import Place, Sought
from ..primitives.occurrences import Occurrence
from ..primitives.patterns import Characters, Words, affixed, begins_address, signed
from ..primitives.regions import Edge, Whole
from ..primitives.relations import Argument, Chain, Inside
from ..primitives.shapes import Affixed
from ..primitives.text import Count, Mentions
from .standins import Quoted

Meaning = TypeVar("Meaning", bound=Node)


How = Literal["words", "at end", "at edge", "address"]
"""How people speak of what stands there: in words, at either end of a text, at the edge of a value, in an address."""


def literal(meaning: Meaning, schema: Schema) -> Meaning:
    """The node with each :class:`Quoted` as the words or, where they are meant, the characters."""
    meant: Meaning = _meant(meaning, schema, "words", inside=False)
    return meant


def _meant(item: Any, schema: Schema, how: How, *, inside: bool) -> Any:
    if isinstance(item, Words):
        quoted = isinstance(item, Quoted)
        if not (item.exact or inside) and (pattern := _with_arguments(item.text, schema)) is not None:
            return pattern
        alone = not item.exact and not signed(item.text) and len(item.text.split()) == 1
        if alone and (how == "address" or (quoted and (how == "at edge" or begins_address(item.text)))):
            return Characters(item.text)
        if quoted and how in ("at end", "at edge") and affixed(item.text):
            return Characters(item.text.strip("-"))
        return Words(item.text, item.exact) if quoted else item
    if isinstance(item, (Mentions, Count)):
        inside, how = isinstance(item.where.root, Inside), _how(item.where, schema)
        if isinstance(item, Count) and how in ("at end", "at edge"):
            how = "words"  # what is counted there is no ending
    elif isinstance(item, (Place, Occurrence)):
        how = "words"
    elif isinstance(item, Affixed) and affixed(item.text):
        return replace(item, text=item.text.strip("-"))
    return item.map(lambda child: _meant(child, schema, how, inside=inside))


def _how(place: Place, schema: Schema) -> How:
    """How people speak of what stands there."""
    if place.column in schema.addresses:
        return "address"
    if isinstance(place, Edge):
        return "at edge" if _is_value(place.of, schema) else "at end"
    return "words"


def _with_arguments(text: str, schema: Schema) -> Sought | None:
    """What the quoted text means if it names an argument as no text does: "X's wife", "person1, husband of person2"."""
    names = dict(zip(("X", "Y", "Z"), schema.spans, strict=False))
    names |= {name: name for name in schema.spans if any(character.isdigit() for character in name)}
    parts: list[Sought] = []
    end = 0
    tokens = [token for token in tokenize(text) if token.form in names]
    for token in tokens:
        if before := text[end : token.start].strip():
            parts.append(Words(before))
        parts.append(Argument(names[token.form]))
        end = token.start + len(token.form)
    if not tokens or len(schema.spans) < 2:
        return None
    if behind := text[end:].strip():
        parts.append(Words(behind))
    return Chain(tuple(parts)) if len(parts) > 1 else None


def _is_value(place: Place, schema: Schema) -> bool:
    """Whether it is the text of an argument, or a field that is no text column."""
    if isinstance(place, Whole):
        return place.name is not None and place.name not in schema.texts
    return isinstance(place, Inside)
