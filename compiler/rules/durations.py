"""How long before or after now something was, and how long before or after another date."""

from __future__ import annotations

from ...grammar.nodes import And, Compare, Condition, Interval, Not, Or, Quantity
from ...primitives.dates import DAY, Calendar, Date, Moment, iso_of
from ..happenings import BEGUN, ORIGIN, WHENEVER
from ..naming import Column
from ..numerals import Period, Worth
from ..standins import RefusedError
from .dates import dated
from .moments import THAT, ago, elapsed

# -- relative to now -------------------------------------------------------------------------------------


def one_of_unit(unit: str) -> Worth:
    return Worth(1, unit)


def recently(long: Worth) -> Condition:
    return ago(Interval(0, long))


def within_so_long(long: Worth) -> Condition:
    return elapsed(Moment(BEGUN), Moment(THAT), Interval(0, long))


def since_begun(long: Interval) -> Condition:
    return elapsed(Moment(ORIGIN), Moment(THAT), long.intersect(Interval(0, None)))


def since_begun_at_most(long: Worth) -> Condition:
    return since_begun(Interval(None, long))


def since_begun_until(long: Interval, column: str) -> Condition:
    return dated(column, since_begun(long))


def so_long_or_longer(long: Worth) -> Condition:
    return ago(Interval(long, None))


def last_include(long: Worth, column: str) -> Condition:
    return dated(column, recently(long))


def dated_for_so_long(long: Interval, column: str) -> Condition:
    return dated(column, so_long_ago(long))


def soon(long: Worth) -> Condition:
    return ago(Interval(Worth(-long, long.unit), 0))


def so_long_ago(interval: Interval) -> Condition:
    return ago(interval if interval.low is not None else interval.intersect(Interval(0, None)))


def older(long: Worth) -> Condition:
    return ago(Interval(long, None, low_open=True))


def newer(long: Worth) -> Condition:
    return ago(Interval(None, long, high_open=True))


def today() -> Condition:
    return ago(Interval(0, Worth(1, "day"), high_open=True))


def yesterday() -> Condition:
    return ago(Interval(Worth(1, "day"), Worth(2, "day"), high_open=True))


def in_future() -> Condition:
    return ago(Interval(None, Worth(0, "day"), high_open=True))


def in_past() -> Condition:
    return ago(Interval(Worth(0, "day"), None, low_open=True))


# -- relative to another date ----------------------------------------------------------------------------


def moment_of(column: str) -> Quantity:
    return Moment(column)


def moment_given(period: Period) -> Quantity:
    if period.end - period.start not in (0, DAY):
        raise RefusedError("a day is expected, no longer time")
    return Date(iso_of(period.start))


def so_long_after(column: str, interval: Interval, other: Quantity) -> Condition:
    return elapsed(other, Moment(column), interval.intersect(Interval(0, None)))


def so_long_before(column: str, interval: Interval, other: Quantity) -> Condition:
    return elapsed(Moment(column), other, interval.intersect(Interval(0, None)))


def within_of(column: str, long: Worth, other: Quantity) -> Condition:
    return Or((soon_after(column, long, other), soon_before(column, long, other)))


def soon_after(column: str, long: Worth, other: Quantity) -> Condition:
    return so_long_after(column, Interval(0, long), other)


def soon_before(column: str, long: Worth, other: Quantity) -> Condition:
    return so_long_before(column, Interval(0, long), other)


def later_date(column: str, other: str) -> Condition:
    return elapsed(Moment(other), Moment(column), Interval(Worth(0, "day"), None, low_open=True))


def earlier_date(column: str, other: str) -> Condition:
    return later_date(other, column)


def dated_by_itself(when: Condition) -> Condition:
    """When it was, by the only column that may tell it."""
    return dated(WHENEVER, when)


def not_dated_by_itself(when: Condition) -> Condition:
    return Not(dated_by_itself(when))


def and_dated(clause: Condition, when: Condition) -> Condition:
    return And((clause, dated_by_itself(when)))


def dated_by_column(when: Condition, column: str) -> Condition:
    return dated(column, when)


def part_named(quantity: Quantity, number: int) -> Condition:
    if not isinstance(quantity, Calendar) or quantity.part not in ("weekday", "month"):
        raise RefusedError("only a weekday or a month has such a name")
    return Compare(quantity, Interval(number, number))


def part_not_named(quantity: Quantity, number: int) -> Condition:
    return Not(part_named(quantity, number))


def noun_of_moment(column: Column) -> str:
    return column.name


def same_date(column: str, other: str) -> Condition:
    return elapsed(Moment(column), Moment(other), Interval(Worth(0, "day"), Worth(0, "day")))


COSTS = {"dated_by_itself": 2, "noun_of_moment": 1, "moment_given": -1}
"""What a rule adds to the cost of a reading."""
