"""What the rules of ``attributes.lark`` mean: what a row is and has, told of it alone, in lists, and denied."""

from __future__ import annotations

from typing import Any

from ...grammar.nodes import And, Compare, Condition, Interval, Not, Quantity
from ...primitives.tables import Alike, Field, Is, Present
from ..naming import Column
from ..references import AGE, ORIGIN_OF, PAID, TARGET, UNNAMED
from .comparing import Ranges
from .tables import is_none_of, is_one_of, is_true, ranged


def is_not_so(attribute: Condition) -> Condition:
    return Not(attribute)


def is_neither(*attributes: Condition) -> Condition:
    return And(tuple(map(Not, attributes)))


def besides(condition: Condition, beside: Condition) -> Condition:
    return And((condition, beside))


def both_so(*attributes: Any) -> Condition:
    """What is told of it word by word: "a remote smoker"."""
    return And(tuple(_so(one) for one in attributes))


def _so(attribute: Any) -> Condition:
    return is_true(attribute) if isinstance(attribute, str) else of_value(attribute)


def has_of_value(values: tuple[str, ...]) -> Condition:
    return of_value(values)


def paid(ranges: Ranges) -> Condition:
    return ranged(Field(PAID), ranges)


def paid_not(ranges: Ranges) -> Condition:
    return Not(paid(ranges))


def aged_decade(decade: float) -> Condition:
    return in_decade(Field(AGE), decade)


def in_decade(quantity: Quantity, decade: float) -> Condition:
    return Compare(quantity, Interval(decade, decade + (10 if decade < 100 else 100), high_open=True))


def aged_so_or_more(age: float) -> Condition:
    return Compare(Field(AGE), Interval(age, None))


def aged_so_or_less(age: float) -> Condition:
    return Compare(Field(AGE), Interval(None, age))


def placed_alike(column: Column, other: str) -> Condition:
    return Alike(column.name, other)


def placed_unlike(column: Column, other: str) -> Condition:
    return Not(placed_alike(column, other))


def lacks_all(*lacked: Condition) -> Condition:
    return lacked[0] if len(lacked) == 1 else And(lacked)


# -- what it is ------------------------------------------------------------------------------------------


def of_value(values: tuple[str, ...]) -> Condition:
    """The value of the only column that has it."""
    return Is(UNNAMED, values)


def not_of_value(values: tuple[str, ...]) -> Condition:
    return Not(of_value(values))


def to_value(values: tuple[str, ...]) -> Condition:
    return Is(TARGET, values)


def from_value(values: tuple[str, ...]) -> Condition:
    return Is(ORIGIN_OF, values)


def from_to_value(one: tuple[str, ...], other: tuple[str, ...]) -> Condition:
    return And((from_value(one), to_value(other)))


def value_of_none(values: tuple[str, ...], column: str) -> Condition:
    return is_none_of(column, values)


def placed(column: Column, values: tuple[str, ...]) -> Condition:
    return is_one_of(column.name, values)


def placed_not(column: Column, values: tuple[str, ...]) -> Condition:
    return Not(placed(column, values))


def has_happened(column: Column) -> Condition:
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
