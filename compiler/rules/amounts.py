"""What the rules of ``amounts.lark`` mean: comparisons give intervals, numbers give numbers."""

from __future__ import annotations

from ...grammar.nodes import Interval
from ..numerals import SIGNS, Worth
from ..standins import RefusedError


def at_least(n: float) -> Interval:
    return Interval(n, None)


def at_most(n: float) -> Interval:
    return Interval(None, n)


def not_under(n: float) -> Interval:
    return at_least(n)


def not_over(n: float) -> Interval:
    return at_most(n)


def more_than(n: float) -> Interval:
    return Interval(n, None, low_open=True)


def less_than(n: float) -> Interval:
    return Interval(None, n, high_open=True)


def older_range(n: float) -> Interval:
    return more_than(_age(n))


def younger_range(n: float) -> Interval:
    return less_than(_age(n))


def _age(n: float) -> float:
    if isinstance(n, Worth) and n.unit in SIGNS:
        raise RefusedError("nobody is so much money old")
    return n


def exactly(n: float) -> Interval:
    return Interval(n, n)


def between(low: float, high: float) -> Interval:
    if _are_numbers(low, high) and low > high:
        raise RefusedError(f"between {low} and {high} is nothing: the smaller number comes first")
    if _are_numbers(low, high) and low == high:
        raise RefusedError(f"between {low} and {high} is only one number: say that it is {low}")
    return Interval(low, high)


def one_or_other(low: float, high: float) -> Interval:
    if not all(isinstance(end, (int, float)) for end in (low, high)) or high != low + 1:
        raise RefusedError("only neighbouring numbers are an interval")
    return Interval(low, high)


def overlap(first: Interval, second: Interval) -> Interval:
    if not _are_numbers(first.low, first.high, second.low, second.high):
        raise RefusedError("only numbers have an overlap; ends that are other quantities are compared one by one")
    ends = (first.low, first.high, second.low, second.high)
    if len({end.unit for end in ends if isinstance(end, Worth)}) > 1:
        raise RefusedError("numbers in several units are compared one by one")
    return first.intersect(second)


def majority() -> Interval:
    return Interval(0.5, None, low_open=True)


def totality() -> Interval:
    return Interval(1, 1)


def nullity() -> Interval:
    return Interval(0, 0)


def number(n: float) -> float:
    return n


frequency = number


def fraction(n: float) -> float:
    if n == 1:
        raise RefusedError("one of them is no share; all of them are 100 %")
    return _part(n)


def _part(n: float) -> float:
    if not 0 <= n <= 1:
        raise RefusedError(f"{n} is no share: it lies between 0 and 1")
    return n


def unity() -> int:
    return 1


def two() -> int:
    return 2


def three() -> int:
    return 3


def half() -> float:
    return 0.5


def hundredth(n: float) -> float:
    return _part(n / 100)


def thirds(n: float = 1) -> float:
    return _part(n / 3)


def quarters(n: float = 1) -> float:
    return _part(n / 4)


def fifths(n: float = 1) -> float:
    return _part(n / 5)


def tenths(n: float = 1) -> float:
    return _part(n / 10)


COSTS = {"one_or_other": 2, "older_range": 2, "younger_range": 2, "not_under": 1, "not_over": 1}
"""What a rule adds to the cost of a reading."""


def _are_numbers(*ends: object) -> bool:
    """Whether the ends are known: an end may also be another quantity of the row."""
    return all(end is None or isinstance(end, (int, float)) for end in ends)
