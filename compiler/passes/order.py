"""Items and patterns in one fixed order."""

from __future__ import annotations

from typing import Any

from ...grammar.nodes import And, Condition, Node, Not, Or
from ...primitives.relations import Chain, Series
from ...primitives.text import Choice


def sort_items(condition: Condition) -> Condition:
    """``B and A -> A and B``, and every list of patterns sorted and without repetition."""
    sorted_: Condition = _sort(condition)
    return sorted_


def _sort(item: Any) -> Any:
    mapped = item.map(_sort)
    if isinstance(mapped, (Chain, Series)):  # its order is its meaning
        return mapped
    changes: dict[str, Any] = {}
    for name, value in mapped.slots():
        if isinstance(value, tuple) and value and all(isinstance(v, Node) for v in value):
            changes[name] = tuple(sorted(dict.fromkeys(value), key=_rank))
        elif isinstance(value, tuple):
            changes[name] = tuple(sorted(dict.fromkeys(value)))
    if not changes:
        return mapped
    if isinstance(mapped, (And, Or)) and len(changes["items"]) == 1:
        return changes["items"][0]
    if isinstance(mapped, Choice):
        changes["least"] = mapped.least
    return type(mapped)(**{**dict(mapped.slots()), **changes})


def _rank(item: Node) -> tuple[bool, str]:
    """What is affirmed comes before what is denied."""
    return isinstance(item, Not), item.key()
