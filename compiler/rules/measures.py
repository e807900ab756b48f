"""What the rules of ``measures.lark`` mean: numbers in a text that are so big, with a unit or without."""

from __future__ import annotations

from ...grammar.nodes import Condition, Interval
from ...primitives.base import Sought
from ...primitives.regions import Here
from ...primitives.sizes import Figure
from ...primitives.text import Choice, Mentions
from ..standins import Patterns, RefusedError, checked


class Measures:
    """One method per rule, under the rule's name."""

    def number_so_big(self, interval: Interval, unit: str = "") -> Sought:
        found: Sought = checked(Figure(interval, unit.lower()))
        return found

    size_so_big = number_so_big

    def size_or_more(self, number: float, unit: str) -> Sought:
        return self.number_so_big(Interval(number, None), unit)

    def size_or_less(self, number: float, unit: str) -> Sought:
        return self.number_so_big(Interval(None, number), unit)

    def size_in(self, *units: str) -> Patterns:
        """Any number with one of the units."""
        if not all(units):
            raise RefusedError("a unit is told")
        return tuple(self.size_or_more(0, unit) for unit in units)

    def measures_so_much(self, interval: Interval, unit: str) -> Condition:
        return Mentions(Choice((self.number_so_big(interval, unit),)), Here())


COSTS = {"number_so_big": 1, "size_so_big": 1}
"""What a rule adds to the cost of a reading."""
