"""No conjunction directly within a conjunction, no disjunction within a disjunction, none of one item."""

from __future__ import annotations

from ...grammar.nodes import And, Condition, Or


def flatten(condition: Condition) -> Condition:
    """``A and (B and C) -> A and B and C``; ``A and A -> A``; ``A and (A or B) -> A``."""
    if not isinstance(condition, (And, Or)):
        return condition
    kind, other = type(condition), Or if isinstance(condition, And) else And
    items: list[Condition] = []
    for item in map(flatten, condition.items):
        items += item.items if isinstance(item, kind) else (item,)
    distinct = list(dict.fromkeys(items))
    known = set(distinct)
    kept = [item for item in distinct if not (isinstance(item, other) and known.intersection(item.items))]
    return kept[0] if len(kept) == 1 else kind(tuple(kept))
