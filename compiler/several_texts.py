"""What is said of a row with several texts, where no text is named: it is told of all of them together.

    it mentions "refund"   ->   the subject mentions "refund" or the body mentions "refund"
    it has 3 links         ->   the sum of the number of links of the subject and of the body is 3

Where rows have argument spans or entities, which are places in the first text, that text is meant.
"""

from __future__ import annotations

from typing import Any, TypeVar

from ..corpora.schema import Schema
from ..grammar.nodes import And, Compare, Condition, Node, Not, Or
from ..primitives.arithmetic import Total
from ..primitives.base import Source, sources
from ..primitives.regions import Whole
from ..primitives.text import Count

Some = TypeVar("Some", bound=Node)

UNNAMED = Source("text", None)


def spread(condition: Condition, schema: Schema) -> Condition:
    """The condition with every unnamed text replaced by those of ``schema``."""
    return _spread(condition, schema.texts) if schema.named_texts else condition


def _spread(condition: Any, texts: tuple[str, ...]) -> Condition:
    if isinstance(condition, (And, Or, Not)):
        spreaded: Condition = condition.map(lambda item: _spread(item, texts))
        return spreaded
    if UNNAMED not in sources(condition):
        unchanged: Condition = condition
        return unchanged
    if isinstance(condition, Compare) and isinstance(condition.quantity, Count):
        counts = tuple(_told_of(condition.quantity, text) for text in texts)
        return Compare(Total(counts), condition.interval)
    return Or(tuple(_told_of(condition, text) for text in texts))


def _told_of(node: Some, text: str) -> Some:
    """The node with the unnamed text replaced by ``text``."""
    told: Some = Whole(text) if node == Whole() else node.map(lambda item: _told_of(item, text))  # type: ignore[assignment]
    return told
