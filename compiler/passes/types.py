"""What an argument is, one type at a time."""

from __future__ import annotations

from ...grammar.nodes import And, Condition, Not, Or
from ...primitives.entities import IsA


def split_types(condition: Condition) -> Condition:
    """``is a or b -> is a or is b``; ``is not a or b -> is not a and is not b``."""
    if isinstance(condition, IsA) and len(condition.what) > 1:
        return Or(tuple(IsA(condition.where, (item,)) for item in condition.what))
    if isinstance(condition, Not) and isinstance(condition.item, IsA) and len(condition.item.what) > 1:
        return And(tuple(Not(IsA(condition.item.where, (item,))) for item in condition.item.what))
    return condition.map(split_types) if isinstance(condition, (And, Or, Not)) else condition
