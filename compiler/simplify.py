"""A condition without the parts that add nothing, by proof."""

from __future__ import annotations

from ..grammar.nodes import And, Condition, Or
from .analysis import expand, implies, impossible
from .passes import canonical
from .passes.flatten import flatten


def simplify(condition: Condition) -> Condition:
    """``A and B -> A`` where A implies B; ``A or B -> B`` where A implies B, or nothing is A. The votes stay the same.

    Canonical in, canonical out; the condition itself if all of its parts are needed.
    """
    full = flatten(expand(condition))
    short = _needed(full)
    return condition if short == full else canonical(short)


def reachable(condition: And | Or) -> And | Or:
    """An "or" without the branches that can hold on no row, as long as one is left."""
    if isinstance(condition, And):
        return condition
    return Or(tuple(item for item in condition.items if not impossible(item)) or condition.items[:1])


def _needed(condition: Condition) -> Condition:
    if not isinstance(condition, (And, Or)):
        return condition
    kept = list(dict.fromkeys(map(_needed, reachable(condition).items)))
    for item in list(kept):
        others = [other for other in kept if other is not item]
        if isinstance(condition, And):
            idle = any(implies(other, item) for other in others)
        else:
            idle = any(implies(item, other) for other in others)
        if idle:
            kept.remove(item)
    return kept[0] if len(kept) == 1 else type(condition)(tuple(kept))
