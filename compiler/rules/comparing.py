"""Quantities and what they are compared with: numbers, ranges, other quantities and so much more than these."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ...grammar.nodes import Compare, Condition, Interval, Quantity
from ...primitives.arithmetic import Difference, Scaled, Statistic, Total
from ..assemble import conjunction
from ..numerals import Worth
from ..standins import RefusedError, checked

POSITIVE = Interval(0, None, low_open=True)


NEGATIVE = Interval(None, 0, high_open=True)


NOUGHT = Interval(0, 0)


@dataclass(frozen=True, slots=True)
class Shifted:
    """A quantity and how much is added to it: what another quantity is compared with."""

    quantity: Quantity
    offset: float = 0
    side: int = 0
    """1 if it is told as so much above the quantity, -1 as so much below."""


@dataclass(frozen=True, slots=True)
class Ranges:
    """Several intervals, of which all, or any, are to hold. Their ends are numbers or :class:`Shifted` quantities."""

    items: tuple[Interval, ...]
    every: bool = True


def compare(quantity: Quantity, interval: Interval) -> Condition:
    """The quantity in the interval, whose ends may be other quantities.

    "More than 10 below it" is further down, so an end told as so much below something bounds the other side.
    """
    low: Any = interval.low
    high: Any = interval.high
    sides = {end.side for end in (low, high) if isinstance(end, Shifted)}
    if None not in (low, high) and low != high and sides & {1, -1}:
        if isinstance(low, (Shifted, Worth)):
            raise RefusedError("it is not clear between what it is")
        low = grown(high.side * low, Shifted(high.quantity))
        interval = Interval(low, high, interval.low_open, interval.high_open)
    if sides == {-1} and low != high:
        interval = Interval(high, low, interval.high_open, interval.low_open)
        low, high = interval.low, interval.high
    if not isinstance(low, Shifted) and not isinstance(high, Shifted):
        return Compare(quantity, interval)
    parts: list[Condition] = []
    if low is not None and low == high:
        parts.append(_against(quantity, low, lambda n: Interval(n, n)))
    else:
        if low is not None:
            parts.append(_against(quantity, low, lambda n: Interval(n, None, interval.low_open)))
        if high is not None:
            parts.append(_against(quantity, high, lambda n: Interval(None, n, high_open=interval.high_open)))
    return conjunction(parts)


def grown(n: float, to: Shifted) -> Shifted:
    """A quantity and so much, or so many percent of it."""
    if to.side:
        raise RefusedError("it is not clear of what so much more is meant")
    if not isinstance(n, Worth) or n.unit != "percent":
        return Shifted(to.quantity, to.offset + n)
    if to.offset:
        raise RefusedError("it is not clear of what so many percent are meant")
    return Shifted(checked(Scaled(round(1 + n / 100, 12), to.quantity)))


def percent(interval: Interval) -> bool:
    """Whether its ends are told in percent."""
    return any(isinstance(end, Worth) and end.unit == "percent" for end in (interval.low, interval.high))


def _against(quantity: Quantity, end: Any, interval: Any) -> Condition:
    if not isinstance(end, Shifted):
        return Compare(quantity, interval(end))
    other = of_own_column(end.quantity, quantity)
    if isinstance(quantity, Difference) and not isinstance(other, (Difference, Total)):
        added = checked(Total((quantity.right, other)))
        return Compare(checked(Difference(quantity.left, added)), interval(end.offset))
    return Compare(checked(Difference(quantity, other)), interval(end.offset))


def of_own_column(statistic: Any, quantity: Quantity) -> Any:
    """An average without a column is that of the column compared with it."""
    column = getattr(quantity, "column", None)
    if isinstance(statistic, Statistic) and not statistic.column:
        if column is None:
            raise RefusedError("say of which column it is the average")
        return checked(Statistic(statistic.name, column, None, statistic.rank))
    return statistic.map(lambda child: of_own_column(child, quantity))
