"""What can be proved about two conditions without any data: that one implies, excludes or equals the other.

Sound and incomplete (law 3): what is claimed holds on every corpus; what is true may go unclaimed. The analysis knows
no primitive by name. It uses the order that each declares for its slots, intervals, the regions that lie in others,
and the structure of the logic. Conditions are in canonical form.
"""

from __future__ import annotations

from typing import Any, Literal

from ..grammar.nodes import And, Compare, Condition, Interval, Node, Not, Or
from ..primitives.base import Observation, Place, Primitive, sources
from ..primitives.regions import Joint
from ..primitives.text import Choice, Count, Mentions

Relation = Literal["equal", "implies", "implied", "excludes", "unknown"]


def relation(a: Condition, b: Condition) -> Relation:
    """How ``a`` relates to ``b``, as far as it can be proved."""
    forth, back = implies(a, b), implies(b, a)
    if forth and back:
        return "equal"
    if forth or back:
        return "implies" if forth else "implied"
    return "excludes" if excludes(a, b) else "unknown"


def implies(a: Condition, b: Condition) -> bool:
    """Whether ``b`` holds on every row of every corpus on which ``a`` holds."""
    if a == b:
        return True
    if isinstance(a, Or):
        return all(implies(item, b) for item in a.items)
    if isinstance(b, And):
        return all(implies(a, item) for item in b.items)
    if isinstance(b, Or) and any(implies(a, item) for item in b.items):
        return True
    if isinstance(a, And):
        return any(implies(item, b) for item in a.items)
    if isinstance(a, Not) and isinstance(b, Not):
        return sources(a) >= sources(b) and implies(b.item, a.item)
    if isinstance(a, Or) or isinstance(b, (Or, Not)) or isinstance(a, Not):
        return isinstance(b, Not) and sources(a) >= sources(b) and excludes(a, b.item)
    return sources(a) >= sources(b) and _leaf(a, b)


def excludes(a: Condition, b: Condition) -> bool:
    """Whether ``a`` and ``b`` hold together on no row of any corpus."""
    for kind, enough in ((Or, all), (And, any)):
        if isinstance(a, kind):
            return enough(excludes(item, b) for item in a.items)
        if isinstance(b, kind):
            return enough(excludes(a, item) for item in b.items)
    for one, other in ((a, b), (b, a)):
        if isinstance(one, Not):
            return not isinstance(other, Not) and implies(other, one.item)
    if isinstance(a, Observation) and isinstance(b, Observation) and (a.apart(b) or b.apart(a)):
        return True
    x, y = _compared(a), _compared(b)
    if x is None or y is None:
        return False
    if x.quantity == y.quantity:
        return x.interval.intersect(y.interval).empty
    return any(
        below(low.quantity, high.quantity)
        and low.interval.low is not None
        and Interval(low.interval.low, None, low.interval.low_open).intersect(high.interval).empty
        for low, high in ((x, y), (y, x))
    )


def _leaf(a: Condition, b: Condition) -> bool:
    """Implication between two conditions that are no And, Or or Not."""
    if isinstance(a, Observation) and isinstance(b, Observation) and type(a) is type(b):
        return below(a, b)
    x, y = _compared(a), _compared(b)
    if x is None or y is None:
        return False
    if x.quantity == y.quantity:
        return x.interval.inside(y.interval)
    if y.interval.high is None and below(x.quantity, y.quantity):
        return Interval(x.interval.low, None, x.interval.low_open).inside(y.interval)
    if y.interval.low is None and below(y.quantity, x.quantity):
        return Interval(None, x.interval.high, high_open=x.interval.high_open).inside(y.interval)
    return False


def _compared(condition: Condition) -> Compare | None:
    """The condition as a comparison: a mention of any of several is a count of at least one."""
    if isinstance(condition, Compare):
        return condition
    if isinstance(condition, Mentions):
        choice = condition.what
        if choice.least == 1:
            return Compare(Count(choice.items, condition.where), Interval(1, None))
    return None


def below(a: Any, b: Any) -> bool:
    """Whether ``b`` can only hold (count, admit) more than ``a``, by the order that their class declares."""
    if a == b:
        return True
    if isinstance(a, Choice) and isinstance(b, Choice):
        return a.least - len(set(a.items) - set(b.items)) >= b.least
    if isinstance(a, Place) and isinstance(b, Place) and hasattr(a, "of") and below(a.of, b):
        return True
    if isinstance(a, Joint) and any(below(part, b) for part in a.parts):
        return True
    if type(a) is not type(b) or not isinstance(a, Primitive):
        return False
    order = type(a).order
    return all(
        x == y or (order.get(name) == 1 and _at_most(x, y)) or (order.get(name) == -1 and _at_most(y, x))
        for (name, x), (_, y) in zip(a.slots(), b.slots(), strict=True)
    )


def _at_most(x: Any, y: Any) -> bool:
    """Whether the slot value ``y`` is ``x`` or larger; None is unbounded."""
    if isinstance(x, tuple):
        return set(x) <= set(y)
    if isinstance(x, Node):
        return x.inside(y) if isinstance(x, Interval) and isinstance(y, Interval) else below(x, y)
    return y is None or (x is not None and bool(x <= y))
