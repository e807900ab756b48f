"""What the rules of ``dates.lark`` mean: when something was, as a condition on a column that is named later.

A night is from 22 to 6 o'clock, a morning from 6 to 12, an afternoon from 12 to 18, an evening from 18 to 22. Spring
is March to May, summer June to August, autumn September to November, winter December to February.
"""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

from ...grammar.nodes import And, Compare, Condition, Interval, Not, Or
from ...primitives.dates import DAY, Calendar, Moment, Part
from ...primitives.tables import Field
from ..assemble import conjunction
from ..naming import plain_words
from ..numerals import Period
from ..standins import RefusedError
from .moments import aged_not, clock, moment, on_column, part, year


def dated(column: str, when: Condition) -> Condition:
    found: Condition = on_column(when, column)
    return found


def dated_not(column: str, when: Condition) -> Condition:
    return aged_not(dated(column, when))


def all_points(*points: Condition) -> Condition:
    """All of them; "after 10 pm and before 5 am" is over midnight."""
    if len(points) == 2 and _over_midnight(points[0], points[1]):
        return Or(points)
    return conjunction(list(points))


def any_points(*points: Any) -> Condition:
    flat = [one for point in points for one in (point if isinstance(point, tuple) else (point,))]
    return flat[0] if len(flat) == 1 else Or(tuple(flat))


def before(period: Period) -> Condition:
    return moment(Interval(None, period.start, high_open=True))


def after(period: Period) -> Condition:
    return moment(Interval(period.end, None, low_open=period.start == period.end))


def since(period: Period) -> Condition:
    return moment(Interval(period.start, None))


def until(period: Period) -> Condition:
    return moment(Interval(None, period.end, high_open=period.start != period.end))


def during(period: Period) -> Condition:
    return moment(Interval(period.start, period.end, high_open=period.start != period.end))


def from_to(first: Period, last: Period) -> Condition:
    if first.start > last.end:
        raise RefusedError("the earlier date comes first")
    return moment(Interval(first.start, last.end, high_open=last.start != last.end))


def in_year(n: float) -> Condition:
    return during(year(n))


def before_year(n: float) -> Condition:
    return before(year(n))


def after_year(n: float) -> Condition:
    return after(year(n))


def since_year(n: float) -> Condition:
    return since(year(n))


def until_year(n: float) -> Condition:
    return until(year(n))


def years(first: float, last: float) -> Condition:
    return from_to(year(first), year(last))


def any_time() -> Condition:
    return moment(Interval())


def no_time() -> Condition:
    return moment(Interval(0, 0, True, True))


# -- the calendar and the clock --------------------------------------------------------------------------


def on_weekday(n: int) -> Condition:
    return part("weekday", n, n)


def on_weekend() -> Condition:
    return part("weekday", 6, 7)


def on_workday() -> Condition:
    return part("weekday", 1, 5)


def in_month(n: int) -> Condition:
    return part("month", n, n)


def on_day(n: float) -> Condition:
    if not 1 <= n <= 31 or n != int(n):
        raise RefusedError(f"a month has no day {n:g}")
    return part("day", n, n)


def on_day_of_month(n: float, month: int) -> Condition:
    return And((in_month(month), on_day(n)))


def on_day_in_month(month: int, n: float) -> Condition:
    return on_day_of_month(n, month)


def last_week() -> float:
    return 0


def in_week_of(n: float, month: Period) -> Condition:
    """Seven days of a month: the first ones, the ones behind them, or the last ones."""
    if not 28 * DAY <= month.end - month.start <= 31 * DAY:
        raise RefusedError("a week is one of a month")
    start = month.start + 7 * DAY * (n - 1) if n else month.end - 7 * DAY
    return during(Period(start, start + 7 * DAY))


def from_day_to(first: float, last: Period) -> Condition:
    """From a day of the month in which the last one is."""
    end = datetime.fromtimestamp(last.start, timezone.utc)
    if last.end - last.start != DAY or not 1 <= first < end.day or first != int(first):
        raise RefusedError("it is not clear from which day on")
    return from_to(Period(last.start - (end.day - first) * DAY, last.start), last)


def from_day_in_month(month: int, first: float, last: Period) -> Condition:
    """From a day of the year in which the last one is."""
    end = datetime.fromtimestamp(last.start, timezone.utc)
    try:
        begin = datetime(end.year, month, int(first), tzinfo=timezone.utc).timestamp()
    except ValueError as fault:
        raise RefusedError("there is no such day") from fault
    return from_to(Period(begin, begin + DAY), last)


def weekdays(first: int, last: int) -> Condition:
    return _round("weekday", first, last)


def months(first: int, last: int) -> Condition:
    return _round("month", first, last)


def several_days(*days: int) -> tuple[Condition, ...]:
    return tuple(map(on_weekday, days))


def several_months(*months: int) -> tuple[Condition, ...]:
    return tuple(map(in_month, months))


def in_spring() -> Condition:
    return part("month", 3, 5)


def in_summer() -> Condition:
    return part("month", 6, 8)


def in_autumn() -> Condition:
    return part("month", 9, 11)


def in_winter() -> Condition:
    return Or((part("month", 12, 12), part("month", 1, 2)))


def in_quarter(n: int) -> Condition:
    if not 1 <= n <= 4:
        raise RefusedError(f"a year has no quarter {n}")
    return part("quarter", n, n)


def hours(first: float, last: float) -> Condition:
    if not (0 <= first <= 24 and 0 <= last <= 24):
        raise RefusedError("a day has 24 hours")
    if first <= last:
        return part("clock time", first, last)
    late = part("clock time", first, None)
    return late if last == 0 else Or((late, part("clock time", None, last)))


def after_hour(hour: float) -> Condition:
    return clock(Interval(hour, None, low_open=True))


def before_hour(hour: float) -> Condition:
    return clock(Interval(None, hour, high_open=True))


def since_hour(hour: float) -> Condition:
    return clock(Interval(hour, None))


def until_hour(hour: float) -> Condition:
    return clock(Interval(None, hour))


def at_hour(hour: float) -> Condition:
    return clock(Interval(hour, hour))


def any_hour(*hours: float) -> Condition:
    return Or(tuple(map(at_hour, hours)))


def in_am(hour: float) -> float:
    return _hour(hour)


def in_pm(hour: float) -> float:
    return _hour(hour) + 12


def by_night(hour: float) -> float:
    """Ten at night is 22, two at night is 2."""
    return _hour(hour) + (12 if _hour(hour) >= 6 else 0)


def at_night() -> Condition:
    return Or((part("clock time", 22, None), clock(Interval(None, 6, high_open=True))))


def in_morning() -> Condition:
    return clock(Interval(6, 12, high_open=True))


def in_afternoon() -> Condition:
    return clock(Interval(12, 18, high_open=True))


def on_morning(n: int) -> Condition:
    return And((on_weekday(n), in_morning()))


def on_afternoon(n: int) -> Condition:
    return And((on_weekday(n), in_afternoon()))


def on_evening(n: int) -> Condition:
    return And((on_weekday(n), in_evening()))


def in_evening() -> Condition:
    return clock(Interval(18, 22, high_open=True))


# -- years and hours that stand in a column by themselves ------------------------------------------------


def year_or_hour(column: str, when: Condition) -> Condition:
    """When something was, by a column of years or hours."""
    found: Condition = _by_number(when, column)
    return found


def before_number(column: str, hour: float) -> Condition:
    return _by_hour(column, Interval(None, hour, high_open=True))


def after_number(column: str, hour: float) -> Condition:
    return _by_hour(column, Interval(hour, None, low_open=True))


def before_or_past(column: str, first: float, last: float) -> Condition:
    return Or((before_number(column, first), after_number(column, last)))


def past_or_before(column: str, first: float, last: float) -> Condition:
    return before_or_past(column, last, first)


def before_number_not(column: str, hour: float) -> Condition:
    return Not(before_number(column, hour))


def after_number_not(column: str, hour: float) -> Condition:
    return Not(after_number(column, hour))


def _by_hour(column: str, interval: Interval) -> Condition:
    if "hour" not in plain_words(column):
        raise RefusedError("only a column of years or hours is before or after one")
    return Compare(Field(column), interval)


def not_year_or_hour(column: str, when: Condition) -> Condition:
    return Not(year_or_hour(column, when))


def unit_second() -> str:
    return "second"


def unit_minute() -> str:
    return "minute"


def unit_hour() -> str:
    return "hour"


def unit_day() -> str:
    return "day"


def unit_week() -> str:
    return "week"


def unit_month() -> str:
    return "month"


def unit_year() -> str:
    return "year"


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


def _over_midnight(one: Condition, other: Condition) -> bool:
    """Whether one is after a time of day and the other before an earlier one."""
    if not (isinstance(one, Compare) and isinstance(other, Compare)) or one.quantity != other.quantity:
        return False
    if not isinstance(one.quantity, Calendar) or one.quantity.part != "clock time":
        return False
    late, early = (one, other) if one.interval.high is None else (other, one)
    low, high = late.interval.low, early.interval.high
    return early.interval.low is None and low is not None and high is not None and high < low


COSTS = {"years": 1, "hours": 1}
"""What a rule adds to the cost of a reading."""
