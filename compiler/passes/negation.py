"""Negation stands only before observations."""

from __future__ import annotations

from ...grammar.nodes import And, Compare, Condition, Interval, Not, Or, Quantity


def push_negation(condition: Condition) -> Condition:
    """``not (A and B) -> not A or not B``; ``not not A -> A``; ``not (n >= 3) -> n < 3``.

    Sound although a missing value makes A unknown: then ``not A`` is unknown as well, and neither votes.
    """
    if isinstance(condition, Not):
        return _negate(condition.item)
    if isinstance(condition, (And, Or)):
        return condition.map(push_negation)
    return condition


def _negate(item: Condition) -> Condition:
    if isinstance(item, Not):
        return push_negation(item.item)
    if isinstance(item, And):
        return Or(tuple(_negate(part) for part in item.items))
    if isinstance(item, Or):
        return And(tuple(_negate(part) for part in item.items))
    if isinstance(item, Compare):
        return _outside(item)
    return Not(item)


def _outside(item: Compare) -> Condition:
    """The quantity lies below the interval or above it."""
    interval, parts = item.interval, []
    if interval.empty:
        return Compare(item.quantity, Interval())
    if interval.low is not None:
        parts.append(Compare(item.quantity, Interval(None, interval.low, high_open=not interval.low_open)))
    if interval.high is not None:
        parts.append(Compare(item.quantity, Interval(interval.high, None, low_open=not interval.high_open)))
    if not parts:
        return Compare(item.quantity, nothing(item.quantity))
    return parts[0] if len(parts) == 1 else Or(tuple(parts))


def nothing(quantity: Quantity) -> Interval:
    """The empty interval of a quantity: below its floor, or, if it has none, above and below 0."""
    floor = type(quantity).floor
    return Interval(0, 0, True, True) if floor is None else Interval(None, floor, high_open=True)
