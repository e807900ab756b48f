"""What the rules of ``attributes.lark`` mean: what a row is and has, told of it alone, in lists, and denied."""

from __future__ import annotations

from typing import Any

from ...grammar.nodes import And, Compare, Condition, Interval, Not, Quantity
from ...primitives.tables import Alike, Field, Is, Present
from ..naming import Column
from ..references import AGE, ORIGIN_OF, PAID, TARGET, UNNAMED
from .tables import Ranges, Tables


class Attributes:
    """One method per rule, under the rule's name."""

    def is_so(self, attribute: Condition) -> Condition:
        return attribute

    def is_not_so(self, attribute: Condition) -> Condition:
        return Not(attribute)

    def is_neither(self, *attributes: Condition) -> Condition:
        return And(tuple(map(Not, attributes)))

    def besides(self, condition: Condition, beside: Condition) -> Condition:
        return And((condition, beside))

    def both_so(self, *attributes: Any) -> Condition:
        """What is told of it word by word: "a remote smoker"."""
        return And(tuple(self._so(one) for one in attributes))

    def _so(self, attribute: Any) -> Condition:
        return Tables().is_true(attribute) if isinstance(attribute, str) else self.of_value(attribute)

    def has_of_value(self, values: tuple[str, ...]) -> Condition:
        return self.of_value(values)

    def paid(self, ranges: Ranges) -> Condition:
        return Tables().ranged(Field(PAID), ranges)

    def paid_not(self, ranges: Ranges) -> Condition:
        return Not(self.paid(ranges))

    def aged_decade(self, decade: float) -> Condition:
        return self.in_decade(Field(AGE), decade)

    def in_decade(self, quantity: Quantity, decade: float) -> Condition:
        return Compare(quantity, Interval(decade, decade + (10 if decade < 100 else 100), high_open=True))

    def aged_so_or_more(self, age: float) -> Condition:
        return Compare(Field(AGE), Interval(age, None))

    def aged_so_or_less(self, age: float) -> Condition:
        return Compare(Field(AGE), Interval(None, age))

    def placed_alike(self, column: Column, other: str) -> Condition:
        return Alike(column.name, other)

    def placed_unlike(self, column: Column, other: str) -> Condition:
        return Not(self.placed_alike(column, other))

    def lacks_all(self, *lacked: Condition) -> Condition:
        return lacked[0] if len(lacked) == 1 else And(lacked)

    # -- what it is ------------------------------------------------------------------------------------------

    def of_value(self, values: tuple[str, ...]) -> Condition:
        """The value of the only column that has it."""
        return Is(UNNAMED, values)

    def not_of_value(self, values: tuple[str, ...]) -> Condition:
        return Not(self.of_value(values))

    def to_value(self, values: tuple[str, ...]) -> Condition:
        return Is(TARGET, values)

    def from_value(self, values: tuple[str, ...]) -> Condition:
        return Is(ORIGIN_OF, values)

    def from_to_value(self, one: tuple[str, ...], other: tuple[str, ...]) -> Condition:
        return And((self.from_value(one), self.to_value(other)))

    def value_of_none(self, values: tuple[str, ...], column: str) -> Condition:
        return Tables().is_none_of(column, values)

    def placed(self, column: Column, values: tuple[str, ...]) -> Condition:
        return Tables().is_one_of(column.name, values)

    def placed_not(self, column: Column, values: tuple[str, ...]) -> Condition:
        return Not(self.placed(column, values))

    def has_happened(self, column: Column) -> Condition:
        return Present(column.name)


COSTS = {
    "of_value": 1,
    "not_of_value": 1,
    "is_neither": -1,
    "besides": 2,
    "value_of": 1,
    "has_of_value": -1,
    "paid": 1,
    "paid_not": 1,
    "both_so": 1,
    "lacks_all": -1,
}
"""What a rule adds to the cost of a reading."""
