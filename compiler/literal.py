"""Quoted text at the edge of a value: in "the disease ends with 'itis'" characters are meant, not a word.

In a text, quoted text is words wherever it stands. An argument of a relation and a field are values, of which people
say how they begin and end as they are written. More than one word in quotes is words there too.
"""

from __future__ import annotations

from typing import Any, TypeVar

from ..corpora.schema import Schema
from ..grammar.nodes import Node
from ..primitives.base import Place
from ..primitives.patterns import Characters, Words, signed
from ..primitives.regions import Edge, Whole
from ..primitives.relations import Inside
from ..primitives.text import Mentions
from .assemble import Quoted

Meaning = TypeVar("Meaning", bound=Node)


def literal(meaning: Meaning, schema: Schema) -> Meaning:
    """The node with each :class:`Quoted` as the words or, at the edge of a value, the characters that it means."""
    meant: Meaning = _meant(meaning, schema, at_edge=False)
    return meant


def _meant(item: Any, schema: Schema, *, at_edge: bool) -> Any:
    if isinstance(item, Quoted):
        if at_edge and not item.exact and not signed(item.text) and len(item.text.split()) == 1:
            return Characters(item.text)
        return Words(item.text, item.exact)
    if isinstance(item, Mentions):
        at_edge = isinstance(item.where, Edge) and _is_value(item.where.of, schema)
    elif isinstance(item, Place):
        at_edge = False
    return item.map(lambda child: _meant(child, schema, at_edge=at_edge))


def _is_value(place: Place, schema: Schema) -> bool:
    """Whether it is the text of an argument, or a field that is no text column."""
    if isinstance(place, Whole):
        return place.name is not None and place.name not in schema.texts
    return isinstance(place, Inside)
