"""Dates as conditions of a column that is not told yet, and how long it is from one to another."""

from __future__ import annotations

from typing import Any

from ...grammar.nodes import Compare, Condition, Interval, Not, Quantity
from ...primitives.dates import Calendar, Elapsed, Moment, Now, Part
from ..numerals import Period, Worth, span_of_months
from ..standins import RefusedError, checked

THAT = ""
"""Stands for the column that the sentence is about."""


def moment(interval: Interval) -> Condition:
    """A moment in an interval of seconds."""
    return Compare(Moment(THAT), interval)


def clock(interval: Interval) -> Condition:
    """A time of day in an interval of hours."""
    return Compare(Calendar("clock time", THAT), interval)


def part(name: Part, low: float | None, high: float | None) -> Condition:
    """A part of a date from one number to another."""
    return Compare(Calendar(name, THAT), Interval(low, high))


def ago(interval: Interval, column: str = THAT) -> Condition:
    """So long before now."""
    return elapsed(Moment(column), Now(), interval)


def aged_not(condition: Condition) -> Condition:
    """Not so: what is no longer ago than so long is not yet to come."""
    match condition:
        case Compare(Elapsed(_, Now()) as passed, Interval(low, None, low_open)) if low is not None and low >= 0:
            return Compare(passed, Interval(0, low, high_open=not low_open))
    return Not(condition)


def elapsed(start: Quantity, end: Quantity, interval: Interval) -> Condition:
    """So long from one moment to another; the numbers carry the unit."""
    units: set[Any] = {end.unit for end in (interval.low, interval.high) if isinstance(end, Worth)}
    if len(units) != 1:
        raise RefusedError("one unit of time is used at a time")
    low, high = (None if n is None else float(n) for n in (interval.low, interval.high))
    passed = checked(Elapsed(start, end, units.pop()))
    return Compare(passed, Interval(low, high, interval.low_open, interval.high_open))


def year(n: float) -> Period:
    """A year as a period."""
    found = span_of_months(int(n), 1, 12) if float(n).is_integer() and 1000 <= n <= 2999 else None
    if found is None:
        raise RefusedError(f"{n} is no year")
    return found


def on_column(item: Any, column: str) -> Any:
    """The condition about this column."""
    if isinstance(item, Moment) and item.column == THAT:
        return Moment(column)
    if isinstance(item, Calendar) and item.column == THAT:
        return Calendar(item.part, column)
    return item.map(lambda child: on_column(child, column))
