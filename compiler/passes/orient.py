"""A difference is taken one way round."""

from __future__ import annotations

from ...grammar.nodes import Compare, Condition, Interval
from ...primitives.arithmetic import Difference


def orient_differences(condition: Condition) -> Condition:
    """``b - a > 3 -> a - b < -3``, so that what is compared with what does not matter."""
    if not isinstance(condition, Compare):
        return condition.map(orient_differences)
    quantity = condition.quantity
    if isinstance(quantity, Difference) and quantity.left.key() > quantity.right.key():
        return Compare(Difference(quantity.right, quantity.left), mirrored(condition.interval))
    return condition


def mirrored(interval: Interval) -> Interval:
    """The negatives of its numbers."""
    low, high = (None if end is None else 0 - end for end in (interval.high, interval.low))
    return Interval(low, high, interval.high_open, interval.low_open)
