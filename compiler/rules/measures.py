"""What the rules of ``measures.lark`` mean: numbers in a text with a unit that are so big."""

from __future__ import annotations

from ...grammar.nodes import Condition, Interval
from ...primitives.base import Sought
from ...primitives.figures import Valued
from ...primitives.regions import Here
from ...primitives.text import Choice, Mentions
from ..standins import Patterns, RefusedError, checked


def size_so_big(interval: Interval, unit: str) -> Sought:
    found: Sought = checked(Valued(interval, unit.lower()))
    return found


def size_or_more(number: float, unit: str) -> Sought:
    return size_so_big(Interval(number, None), unit)


def size_or_less(number: float, unit: str) -> Sought:
    return size_so_big(Interval(None, number), unit)


def size_in(*units: str) -> Patterns:
    """Any number with one of the units."""
    if not all(units):
        raise RefusedError("a unit is told")
    return tuple(size_or_more(0, unit) for unit in units)


def measures_so_much(interval: Interval, unit: str) -> Condition:
    return Mentions(Choice((size_so_big(interval, unit),)), Here())


COSTS = {"size_so_big": 1}
"""What a rule adds to the cost of a reading."""
