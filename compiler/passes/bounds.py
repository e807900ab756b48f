"""One interval per quantity, in its simplest form."""

from __future__ import annotations

from ...grammar.nodes import And, Compare, Condition, Interval, Not, Quantity
from ...primitives.dates import Calendar, Moment
from ...primitives.text import Choice, Count, Mentions
from .negation import nothing


def tighten_bounds(condition: Condition) -> Condition:
    """``n > 3 -> n >= 4`` for whole numbers; ``n >= 3 and n <= 5 -> 3 <= n <= 5``; ``count >= 1 -> mentions``."""
    if isinstance(condition, Compare):
        return _simple(condition)
    simple = condition.map(tighten_bounds)
    if not isinstance(simple, And):
        return simple
    merged: dict[Quantity, Interval] = {}
    rest: list[Condition] = []
    for item in simple.items:
        if isinstance(item, Compare):
            merged[item.quantity] = merged.get(item.quantity, Interval()).intersect(item.interval)
        else:
            rest.append(item)
    items = (*(_simple(Compare(quantity, interval)) for quantity, interval in merged.items()), *rest)
    return items[0] if len(items) == 1 else And(items)


def _simple(item: Compare) -> Condition:
    quantity, interval = item.quantity, item.interval
    if type(quantity).integral:
        interval = interval.over_integers()
    floor = type(quantity).floor
    if floor is not None:
        if interval.low is not None and (interval.low < floor or (interval.low == floor and not interval.low_open)):
            interval = Interval(None, interval.high, high_open=interval.high_open)
        if interval.low is None and interval.high is None:
            interval = Interval(floor, None)
        elif interval.high is not None and Interval(floor, None).apart(
            Interval(None, interval.high, False, interval.high_open)
        ):
            interval = nothing(quantity)
    if interval.empty and isinstance(quantity, (Moment, Calendar)):
        interval = nothing(quantity)
    if isinstance(quantity, Count):
        mentions = Mentions(Choice(quantity.what), quantity.where)
        if interval == Interval(1, None):
            return mentions
        if interval == Interval(None, 0):
            return Not(mentions)
    return Compare(quantity, interval)
