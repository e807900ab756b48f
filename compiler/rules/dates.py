"""What the rules of ``dates.lark`` mean: when something was, as a condition on a column that is named later.

A night is from 22 to 6 o'clock, a morning from 6 to 12, an afternoon from 12 to 18, an evening from 18 to 22. Spring
is March to May, summer June to August, autumn September to November, winter December to February.
"""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

from ...grammar.nodes import And, Compare, Condition, Interval, Not, Or, Quantity
from ...primitives.dates import DAY, Calendar, Date, Elapsed, Moment, Now, Part, iso_of
from ...primitives.tables import Field
from ..assemble import conjunction
from ..happenings import BEGUN, ORIGIN, WHENEVER
from ..naming import Column, plain_words
from ..numerals import Period, Worth, span_of_months
from ..standins import RefusedError, checked

THAT = ""
"""Stands for the column that the sentence is about."""


class Dates:
    """One method per rule, under the rule's name."""

    def dated(self, column: str, when: Condition) -> Condition:
        found: Condition = on_column(when, column)
        return found

    def dated_not(self, column: str, when: Condition) -> Condition:
        return aged_not(self.dated(column, when))

    def all_points(self, *points: Condition) -> Condition:
        """All of them; "after 10 pm and before 5 am" is over midnight."""
        if len(points) == 2 and _over_midnight(points[0], points[1]):
            return Or(points)
        return conjunction(list(points))

    def any_points(self, *points: Any) -> Condition:
        flat = [one for point in points for one in (point if isinstance(point, tuple) else (point,))]
        return flat[0] if len(flat) == 1 else Or(tuple(flat))

    def before(self, period: Period) -> Condition:
        return moment(Interval(None, period.start, high_open=True))

    def after(self, period: Period) -> Condition:
        return moment(Interval(period.end, None, low_open=period.start == period.end))

    def since(self, period: Period) -> Condition:
        return moment(Interval(period.start, None))

    def until(self, period: Period) -> Condition:
        return moment(Interval(None, period.end, high_open=period.start != period.end))

    def during(self, period: Period) -> Condition:
        return moment(Interval(period.start, period.end, high_open=period.start != period.end))

    def from_to(self, first: Period, last: Period) -> Condition:
        if first.start > last.end:
            raise RefusedError("the earlier date comes first")
        return moment(Interval(first.start, last.end, high_open=last.start != last.end))

    def in_year(self, n: float) -> Condition:
        return self.during(year(n))

    def before_year(self, n: float) -> Condition:
        return self.before(year(n))

    def after_year(self, n: float) -> Condition:
        return self.after(year(n))

    def since_year(self, n: float) -> Condition:
        return self.since(year(n))

    def until_year(self, n: float) -> Condition:
        return self.until(year(n))

    def years(self, first: float, last: float) -> Condition:
        return self.from_to(year(first), year(last))

    def any_time(self) -> Condition:
        return moment(Interval())

    def no_time(self) -> Condition:
        return moment(Interval(0, 0, True, True))

    # -- the calendar and the clock --------------------------------------------------------------------------

    def on_weekday(self, n: int) -> Condition:
        return part("weekday", n, n)

    def on_weekend(self) -> Condition:
        return part("weekday", 6, 7)

    def on_workday(self) -> Condition:
        return part("weekday", 1, 5)

    def in_month(self, n: int) -> Condition:
        return part("month", n, n)

    def on_day(self, n: float) -> Condition:
        if not 1 <= n <= 31 or n != int(n):
            raise RefusedError(f"a month has no day {n:g}")
        return part("day", n, n)

    def on_day_of_month(self, n: float, month: int) -> Condition:
        return And((self.in_month(month), self.on_day(n)))

    def on_day_in_month(self, month: int, n: float) -> Condition:
        return self.on_day_of_month(n, month)

    def last_week(self) -> float:
        return 0

    def in_week_of(self, n: float, month: Period) -> Condition:
        """Seven days of a month: the first ones, the ones behind them, or the last ones."""
        if not 28 * DAY <= month.end - month.start <= 31 * DAY:
            raise RefusedError("a week is one of a month")
        start = month.start + 7 * DAY * (n - 1) if n else month.end - 7 * DAY
        return self.during(Period(start, start + 7 * DAY))

    def from_day_to(self, first: float, last: Period) -> Condition:
        """From a day of the month in which the last one is."""
        end = datetime.fromtimestamp(last.start, timezone.utc)
        if last.end - last.start != DAY or not 1 <= first < end.day or first != int(first):
            raise RefusedError("it is not clear from which day on")
        return self.from_to(Period(last.start - (end.day - first) * DAY, last.start), last)

    def from_day_in_month(self, month: int, first: float, last: Period) -> Condition:
        """From a day of the year in which the last one is."""
        end = datetime.fromtimestamp(last.start, timezone.utc)
        try:
            begin = datetime(end.year, month, int(first), tzinfo=timezone.utc).timestamp()
        except ValueError as fault:
            raise RefusedError("there is no such day") from fault
        return self.from_to(Period(begin, begin + DAY), last)

    def weekdays(self, first: int, last: int) -> Condition:
        return _round("weekday", first, last)

    def months(self, first: int, last: int) -> Condition:
        return _round("month", first, last)

    def several_days(self, *days: int) -> tuple[Condition, ...]:
        return tuple(map(self.on_weekday, days))

    def several_months(self, *months: int) -> tuple[Condition, ...]:
        return tuple(map(self.in_month, months))

    def in_spring(self) -> Condition:
        return part("month", 3, 5)

    def in_summer(self) -> Condition:
        return part("month", 6, 8)

    def in_autumn(self) -> Condition:
        return part("month", 9, 11)

    def in_winter(self) -> Condition:
        return Or((part("month", 12, 12), part("month", 1, 2)))

    def first_quarter(self) -> int:
        return 1

    def in_quarter(self, n: int) -> Condition:
        if not 1 <= n <= 4:
            raise RefusedError(f"a year has no quarter {n}")
        return part("quarter", n, n)

    def hours(self, first: float, last: float) -> Condition:
        if not (0 <= first <= 24 and 0 <= last <= 24):
            raise RefusedError("a day has 24 hours")
        if first <= last:
            return part("clock time", first, last)
        late = part("clock time", first, None)
        return late if last == 0 else Or((late, part("clock time", None, last)))

    def after_hour(self, hour: float) -> Condition:
        return clock(Interval(hour, None, low_open=True))

    def before_hour(self, hour: float) -> Condition:
        return clock(Interval(None, hour, high_open=True))

    def since_hour(self, hour: float) -> Condition:
        return clock(Interval(hour, None))

    def until_hour(self, hour: float) -> Condition:
        return clock(Interval(None, hour))

    def at_hour(self, hour: float) -> Condition:
        return clock(Interval(hour, hour))

    def any_hour(self, *hours: float) -> Condition:
        return Or(tuple(map(self.at_hour, hours)))

    def in_am(self, hour: float) -> float:
        return _hour(hour)

    def in_pm(self, hour: float) -> float:
        return _hour(hour) + 12

    def by_night(self, hour: float) -> float:
        """Ten at night is 22, two at night is 2."""
        return _hour(hour) + (12 if _hour(hour) >= 6 else 0)

    def at_night(self) -> Condition:
        return Or((part("clock time", 22, None), clock(Interval(None, 6, high_open=True))))

    def in_morning(self) -> Condition:
        return clock(Interval(6, 12, high_open=True))

    def in_afternoon(self) -> Condition:
        return clock(Interval(12, 18, high_open=True))

    def on_morning(self, n: int) -> Condition:
        return And((self.on_weekday(n), self.in_morning()))

    def on_afternoon(self, n: int) -> Condition:
        return And((self.on_weekday(n), self.in_afternoon()))

    def on_evening(self, n: int) -> Condition:
        return And((self.on_weekday(n), self.in_evening()))

    def in_evening(self) -> Condition:
        return clock(Interval(18, 22, high_open=True))

    # -- relative to now -------------------------------------------------------------------------------------

    def one_of_unit(self, unit: str) -> Worth:
        return Worth(1, unit)

    def recently(self, long: Worth) -> Condition:
        return ago(Interval(0, long))

    def within_so_long(self, long: Worth) -> Condition:
        return elapsed(Moment(BEGUN), Moment(THAT), Interval(0, long))

    def since_begun(self, long: Interval) -> Condition:
        return elapsed(Moment(ORIGIN), Moment(THAT), long.intersect(Interval(0, None)))

    def since_begun_at_most(self, long: Worth) -> Condition:
        return self.since_begun(Interval(None, long))

    def since_begun_until(self, long: Interval, column: str) -> Condition:
        return self.dated(column, self.since_begun(long))

    def so_long_or_longer(self, long: Worth) -> Condition:
        return ago(Interval(long, None))

    def dated_first(self, when: Condition, column: str) -> Condition:
        return self.dated(column, when)

    def last_include(self, long: Worth, column: str) -> Condition:
        return self.dated(column, self.recently(long))

    def dated_for_so_long(self, long: Interval, column: str) -> Condition:
        return self.dated(column, self.so_long_ago(long))

    def soon(self, long: Worth) -> Condition:
        return ago(Interval(Worth(-long, long.unit), 0))

    def so_long_ago(self, interval: Interval) -> Condition:
        return ago(interval if interval.low is not None else interval.intersect(Interval(0, None)))

    def older(self, long: Worth) -> Condition:
        return ago(Interval(long, None, low_open=True))

    def newer(self, long: Worth) -> Condition:
        return ago(Interval(None, long, high_open=True))

    def today(self) -> Condition:
        return ago(Interval(0, Worth(1, "day"), high_open=True))

    def yesterday(self) -> Condition:
        return ago(Interval(Worth(1, "day"), Worth(2, "day"), high_open=True))

    def in_future(self) -> Condition:
        return ago(Interval(None, Worth(0, "day"), high_open=True))

    def in_past(self) -> Condition:
        return ago(Interval(Worth(0, "day"), None, low_open=True))

    # -- relative to another date ----------------------------------------------------------------------------

    def moment_of(self, column: str) -> Quantity:
        return Moment(column)

    def moment_given(self, period: Period) -> Quantity:
        if period.end - period.start not in (0, DAY):
            raise RefusedError("a day is expected, no longer time")
        return Date(iso_of(period.start))

    def so_long_after(self, column: str, interval: Interval, other: Quantity) -> Condition:
        return elapsed(other, Moment(column), interval.intersect(Interval(0, None)))

    def so_long_before(self, column: str, interval: Interval, other: Quantity) -> Condition:
        return elapsed(Moment(column), other, interval.intersect(Interval(0, None)))

    def within_of(self, column: str, long: Worth, other: Quantity) -> Condition:
        return Or((self.soon_after(column, long, other), self.soon_before(column, long, other)))

    def soon_after(self, column: str, long: Worth, other: Quantity) -> Condition:
        return self.so_long_after(column, Interval(0, long), other)

    def soon_before(self, column: str, long: Worth, other: Quantity) -> Condition:
        return self.so_long_before(column, Interval(0, long), other)

    def later_date(self, column: str, other: str) -> Condition:
        return elapsed(Moment(other), Moment(column), Interval(Worth(0, "day"), None, low_open=True))

    def earlier_date(self, column: str, other: str) -> Condition:
        return self.later_date(other, column)

    def dated_by_itself(self, when: Condition) -> Condition:
        """When it was, by the only column that may tell it."""
        return self.dated(WHENEVER, when)

    def not_dated_by_itself(self, when: Condition) -> Condition:
        return Not(self.dated_by_itself(when))

    def and_dated(self, clause: Condition, when: Condition) -> Condition:
        return And((clause, self.dated_by_itself(when)))

    def dated_by_column(self, when: Condition, column: str) -> Condition:
        return self.dated(column, when)

    def part_named(self, quantity: Quantity, number: int) -> Condition:
        if not isinstance(quantity, Calendar) or quantity.part not in ("weekday", "month"):
            raise RefusedError("only a weekday or a month has such a name")
        return Compare(quantity, Interval(number, number))

    def part_not_named(self, quantity: Quantity, number: int) -> Condition:
        return Not(self.part_named(quantity, number))

    def noun_of_moment(self, column: Column) -> str:
        return column.name

    def same_date(self, column: str, other: str) -> Condition:
        return elapsed(Moment(column), Moment(other), Interval(Worth(0, "day"), Worth(0, "day")))

    # -- years and hours that stand in a column by themselves ------------------------------------------------

    def year_or_hour(self, column: str, when: Condition) -> Condition:
        """When something was, by a column of years or hours."""
        found: Condition = _by_number(when, column)
        return found

    def before_number(self, column: str, hour: float) -> Condition:
        return self._by_hour(column, Interval(None, hour, high_open=True))

    def after_number(self, column: str, hour: float) -> Condition:
        return self._by_hour(column, Interval(hour, None, low_open=True))

    def before_number_not(self, column: str, hour: float) -> Condition:
        return Not(self.before_number(column, hour))

    def after_number_not(self, column: str, hour: float) -> Condition:
        return Not(self.after_number(column, hour))

    def _by_hour(self, column: str, interval: Interval) -> Condition:
        if "hour" not in plain_words(column):
            raise RefusedError("only a column of years or hours is before or after one")
        return Compare(Field(column), interval)

    def not_year_or_hour(self, column: str, when: Condition) -> Condition:
        return Not(self.year_or_hour(column, when))

    def unit_second(self) -> str:
        return "second"

    def unit_minute(self) -> str:
        return "minute"

    def unit_hour(self) -> str:
        return "hour"

    def unit_day(self) -> str:
        return "day"

    def unit_week(self) -> str:
        return "week"

    def unit_month(self) -> str:
        return "month"

    def unit_year(self) -> str:
        return "year"


def moment(interval: Interval) -> Condition:
    """A moment in an interval of seconds."""
    return Compare(Moment(THAT), interval)


def clock(interval: Interval) -> Condition:
    """A time of day in an interval of hours."""
    return Compare(Calendar("clock time", THAT), interval)


def part(name: Part, low: float | None, high: float | None) -> Condition:
    """A part of a date from one number to another."""
    return Compare(Calendar(name, THAT), Interval(low, high))


def _round(name: Part, first: int, last: int) -> Condition:
    """From one day or month to another, also over the end of the week or year."""
    if first <= last:
        return part(name, first, last)
    return Or((part(name, first, None), part(name, None, last)))


def _hour(hour: float) -> float:
    if not 1 <= hour <= 12:
        raise RefusedError(f"{hour} is no hour of half a day")
    return hour % 12


def _by_number(item: Any, column: str) -> Any:
    """The condition about a column of years, or of hours."""
    if not isinstance(item, Compare):
        return item.map(lambda child: _by_number(child, column))
    words, interval = plain_words(column), item.interval
    if isinstance(item.quantity, Calendar) and item.quantity.part == "clock time" and "hour" in words:
        return Compare(Field(column), interval)
    if not isinstance(item.quantity, Moment) or "year" not in words:
        raise RefusedError("only a column of years or hours is before or after one")
    low, high = (None if end is None else _year_of(end) for end in (interval.low, interval.high))
    if low is None and high is not None and interval.high_open:
        return Compare(Field(column), Interval(None, high, high_open=True))
    if high is None and low is not None:
        return Compare(Field(column), Interval(low, None))
    return Compare(Field(column), Interval(low, None if high is None else high - interval.high_open))


def _year_of(seconds: float) -> int:
    """The year that begins then."""
    stamp = datetime.fromtimestamp(seconds, tz=timezone.utc)
    if stamp != datetime(stamp.year, 1, 1, tzinfo=timezone.utc):
        raise RefusedError("a column of years knows of no months and days")
    return stamp.year


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


def _over_midnight(one: Condition, other: Condition) -> bool:
    """Whether one is after a time of day and the other before an earlier one."""
    if not (isinstance(one, Compare) and isinstance(other, Compare)) or one.quantity != other.quantity:
        return False
    if not isinstance(one.quantity, Calendar) or one.quantity.part != "clock time":
        return False
    late, early = (one, other) if one.interval.high is None else (other, one)
    low, high = late.interval.low, early.interval.high
    return early.interval.low is None and low is not None and high is not None and high < low


COSTS = {"years": 1, "hours": 1, "dated_by_itself": 2, "noun_of_moment": 1}
"""What a rule adds to the cost of a reading."""
