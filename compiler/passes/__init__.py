"""The passes that bring a condition into canonical form, in the order in which they run.

Each pass is a function from condition to condition that changes no vote (law 1 checks it) and changes nothing when
it runs a second time. :func:`canonical` runs them until nothing changes.
"""

from __future__ import annotations

from collections.abc import Callable

from ...grammar.nodes import Condition
from .bounds import tighten_bounds
from .flatten import flatten
from .merge import merge_mentions
from .negation import push_negation
from .order import sort_items
from .orient import orient_comparisons
from .places import settle_places
from .types import split_types

Pass = Callable[[Condition], Condition]

PASSES: tuple[Pass, ...] = (
    push_negation,
    split_types,
    flatten,
    orient_comparisons,
    tighten_bounds,
    settle_places,
    merge_mentions,
    sort_items,
)

LIMIT = 20
"""More rounds than this are never needed; a condition that still changes would be a defect."""


def canonical(condition: Condition) -> Condition:
    """The canonical form: negation pushed inwards, flat, merged and sorted."""
    for _ in range(LIMIT):
        before = condition
        for step in PASSES:
            condition = step(condition)
        if condition == before:
            return condition
    raise AssertionError("the passes do not come to rest")
