"""What compares two things compares them one way round."""

from __future__ import annotations

from ...grammar.nodes import Compare, Condition, Interval
from ...primitives.arithmetic import Difference
from ...primitives.tables import Alike


def orient_comparisons(condition: Condition) -> Condition:
    """``b - a > 3 -> a - b < -3``, ``b is a -> a is b``, so that what is compared with what does not matter."""
    if isinstance(condition, Alike) and condition.column > condition.other:
        return Alike(condition.other, condition.column)
    if not isinstance(condition, Compare):
        return condition.map(orient_comparisons)
    quantity = condition.quantity
    if isinstance(quantity, Difference) and quantity.left.key() > quantity.right.key():
        return Compare(Difference(quantity.right, quantity.left), mirrored(condition.interval))
    return condition


def mirrored(interval: Interval) -> Interval:
    """The negatives of its numbers."""
    low, high = (None if end is None else 0 - end for end in (interval.high, interval.low))
    return Interval(low, high, interval.high_open, interval.low_open)
