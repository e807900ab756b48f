"""What is said of a row with several texts, where no text is named: it is told of all of them together.

    it mentions "refund"   ->   the subject mentions "refund" or the body mentions "refund"
    it has 3 links         ->   the sum of the number of links of the subject and of the body is 3
    it mentions all of "refund", "late"   ->   each of them is in the subject or in the body

Where rows have argument spans or entities, which are places in the first text, that text is meant.
"""

from __future__ import annotations

from itertools import combinations
from math import comb
from typing import Any, TypeVar

from ..corpora.schema import Schema
from ..grammar.nodes import And, Compare, Condition, Node, Not, Or
from ..primitives.arithmetic import Total
from ..primitives.base import Source, sources
from ..primitives.regions import Whole
from ..primitives.text import Choice, Count, Mentions
from .standins import Blank, RefusedError

Some = TypeVar("Some", bound=Node)

MOST = 36
"""In so many ways some of several patterns may be told of several texts together."""

UNNAMED = Source("text", None)


def spread(condition: Condition, schema: Schema) -> Condition:
    """The condition with every unnamed text replaced by those of ``schema``."""
    return _spread(condition, schema.texts) if schema.named_texts else condition


def _spread(condition: Any, texts: tuple[str, ...]) -> Condition:
    if isinstance(condition, (And, Or, Not)):
        spreaded: Condition = condition.map(lambda item: _spread(item, texts))
        return spreaded
    if isinstance(condition, Blank) and condition.where == Whole():
        return And(tuple(_told_of(condition, text) for text in texts))
    if UNNAMED not in sources(condition):
        unchanged: Condition = condition
        return unchanged
    if isinstance(condition, Compare) and isinstance(condition.quantity, Count):
        counts = tuple(_told_of(condition.quantity, text) for text in texts)
        return Compare(Total(counts), condition.interval)
    several = isinstance(condition, Mentions) and 1 < condition.what.least <= len(condition.what.items)
    if several and condition.where == Whole():
        return _enough(condition.what, texts)
    return Or(tuple(_told_of(condition, text) for text in texts))


def _enough(what: Choice, texts: tuple[str, ...]) -> Condition:
    """Enough of the items, each in any of the texts."""
    if comb(len(what.items), what.least) > MOST:
        raise RefusedError("these are too many to look for in several texts at once: name the text that is meant")
    found = [Or(tuple(Mentions(Choice((item,)), Whole(text)) for text in texts)) for item in what.items]
    ways = [And(own) for own in combinations(found, what.least)]
    return ways[0] if len(ways) == 1 else Or(tuple(ways))


def _told_of(node: Some, text: str) -> Some:
    """The node with the unnamed text replaced by ``text``."""
    told: Some = Whole(text) if node == Whole() else node.map(lambda item: _told_of(item, text))  # type: ignore[assignment]
    return told
