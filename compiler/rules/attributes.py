"""What the rules of ``attributes.lark`` mean: what a row is and has, told of it alone, in lists, and denied."""

from __future__ import annotations

from ...grammar.nodes import And, Condition, Not
from ...primitives.tables import Is, Present
from ..naming import Column
from ..references import ORIGIN_OF, TARGET, UNNAMED
from .tables import Tables


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


COSTS = {"of_value": 1, "not_of_value": 1, "is_neither": -1, "besides": 2, "value_of": 1}
"""What a rule adds to the cost of a reading."""
