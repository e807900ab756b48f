"""What the rules of ``records.lark`` mean: the row as a subject, columns without "is", what is said in passing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from ...grammar.nodes import And, Compare, Condition, Interval, Not, Or, Quantity
from ...primitives.arithmetic import Difference, Scaled
from ...primitives.base import Place
from ...primitives.dates import Calendar, Moment, Part
from ...primitives.patterns import Character, Kind
from ...primitives.regions import Here, Whole
from ...primitives.tables import Field, Holds, Present
from ...primitives.text import Count, Mentions
from ..assemble import Pending, finish
from ..happenings import ORIGIN
from ..naming import Column, plain_words
from ..numerals import Period, Worth
from ..references import AVERAGES, TEXT
from ..standins import OfUsual, Places, RefusedError, Said, SameQuantity, Selection, checked
from .clauses import lacks, said_of_text, stands_in, vaguely_long
from .columns import Several, all_equal, someone_aged
from .comparing import NOUGHT, Ranges, Shifted
from .dates import dated, dated_not, during, in_quarter, in_year
from .durations import in_past, older, so_long_ago
from .moments import aged_not, ago, elapsed
from .tables import has_number, is_none_of, is_one_of, named, ranged, ranged_not

SPANS: tuple[Part, ...] = ("year", "month", "day")
"""The parts of a date, each within the one before."""


# -- columns ---------------------------------------------------------------------------------------------


def any_named(column: Column | str | tuple[str, ...] | None) -> str:
    return named(TEXT if column is None else column)


def none_given(column: str, given: Pending) -> Condition:
    return Not(Present(column))


def some_given(column: str) -> Condition:
    return Present(column)


def both_missing(*columns: str) -> Condition:
    return And(tuple(Not(Present(column)) for column in columns))


def neither_missing(*columns: str) -> Condition:
    return And(tuple(map(Present, columns)))


def all_unequal(several: Several) -> Condition:
    return Not(all_equal(several))


def both_ranged(one: Quantity, ranges: Ranges, other: Quantity) -> Condition:
    return And(tuple(ranged(each, ranges) for each in (one, other)))


def neither_ranged(one: Quantity, ranges: Ranges, other: Quantity) -> Condition:
    return And(tuple(ranged_not(each, ranges) for each in (one, other)))


def signed(sign: Interval, column: str) -> Condition:
    return ranged(Field(column), Ranges((sign,)))


def missing_or_ranged(column: str, ranges: Ranges) -> Condition:
    return Or((Not(Present(column)), ranged(Field(column), ranges)))


ranged_or_missing = missing_or_ranged


def with_ranged_or_missing(condition: Condition, column: str, ranges: Ranges) -> Condition:
    return And((condition, missing_or_ranged(column, ranges)))


def value_or_missing(column: str, values: tuple[str, ...]) -> Condition:
    return Or((Not(Present(column)), is_one_of(column, values)))


missing_or_value = value_or_missing


def listed_plainly(*values: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def more_or_less(compared: tuple[Column, int], reference: Any) -> Condition:
    column, sign = compared
    more = Interval(reference, None, low_open=True) if sign > 0 else Interval(None, reference, high_open=True)
    return ranged(Field(column.name), Ranges((more,)))


def more_than_so_many(more: Interval, column: str, number: float) -> Condition:
    """More replies than 5."""
    low = more.low is not None
    return ranged(
        Field(column), Ranges((Interval(number, None, True) if low else Interval(None, number, False, True),))
    )


def is_neither_value(column: str, *values: str) -> Condition:
    return is_none_of(column, listed_plainly(*values))


def ranged_again(ranges: Ranges) -> Condition:
    if (usual := _usual_of(ranges)) is not None:
        return ranged(OfUsual(usual), ranges)
    if any(isinstance(item.low, Shifted) and item.low == item.high for item in ranges.items):
        raise RefusedError("it is not clear what is compared with the column")
    return ranged(SameQuantity(), ranges)


def done_so_much(ranges: Ranges) -> Condition:
    """What somebody does so much tells of no quantity that was spoken of before, unless the unit does."""
    united = any(isinstance(bound, Worth) for item in ranges.items for bound in (item.low, item.high))
    if _usual_of(ranges) is None and not united:
        raise RefusedError("it is not clear what is compared with the number")
    return ranged_again(ranges)


def ranged_alone(ranges: Ranges) -> Condition:
    if any(isinstance(item.low, Worth) and item.low == item.high == 1 for item in ranges.items):
        raise RefusedError("a unit alone tells no amount")
    return ranged_again(ranges)


def ranged_both(ranges: Ranges, others: Ranges) -> Condition:
    """What each is may be told by its unit: "more than 30 minutes for less than 2 km"."""
    return And((ranged_again(ranges), ranged_again(others)))


def all_again(interval: Interval, *others: float) -> Condition:
    """Several amounts by their units, the comparison told once: "under 1 km and 3 minutes"."""
    return And(tuple(_alike(interval, others)))


def any_again(interval: Interval, *others: float) -> Condition:
    return Or(tuple(_alike(interval, others)))


def all_again_of(quantity: Quantity, interval: Interval, *others: float) -> Condition:
    """The first amount is of what is named, the others of what their units tell."""
    return And(tuple(_of_first(quantity, _alike(interval, others))))


def any_again_of(quantity: Quantity, interval: Interval, *others: float) -> Condition:
    return Or(tuple(_of_first(quantity, _alike(interval, others))))


def _of_first(quantity: Quantity, told: Iterator[Condition]) -> Iterator[Condition]:
    yield next(told).map(lambda own: quantity if own == SameQuantity() else own)
    yield from told


def number_and_so_much(interval: Interval, column: str, much: float) -> Condition:
    """A column and an amount with a unit, the comparison told once: "at least 2 passengers and 5 km"."""
    if not isinstance(much, Worth):
        raise RefusedError("it is not clear what is compared with the number")
    low, high = (None if side is None else much for side in (interval.low, interval.high))
    again = ranged_again(Ranges((replace(interval, low=low, high=high),)))
    return And((has_number(Ranges((interval,)), column), again))


def _alike(interval: Interval, others: tuple[float, ...]) -> Iterator[Condition]:
    first = interval.low if interval.high is None else interval.high
    units = [getattr(end, "unit", None) for end in (first, *others)]
    if None in units or len(set(units)) != len(units):
        raise RefusedError("amounts of different columns have different units")
    for end in (first, *others):
        low, high = (None if side is None else end for side in (interval.low, interval.high))
        yield ranged_again(Ranges((replace(interval, low=low, high=high),)))


def ranged_again_not(ranges: Ranges) -> Condition:
    return Not(ranged_again(ranges))


def ranged_column(column: str, ranges: Ranges) -> Condition:
    return ranged(Field(column), ranges)


def text_missing() -> Condition:
    return Not(Present(TEXT))


def text_given() -> Condition:
    return Present(TEXT)


def text_lacks(text: Place, column: str) -> Condition:
    """A mail has no subject; what is said to lack something is not that itself."""
    if getattr(text, "column", None) == column:
        raise RefusedError("it is that itself")
    return Not(Present(column))


def has_so_many_or_more(number: float, column: str) -> Condition:
    return ranged(Field(column), Ranges((Interval(number, None),)))


def has_so_many_or_fewer(number: float, column: str) -> Condition:
    return ranged(Field(column), Ranges((Interval(None, number),)))


def is_number(column: str, number: float) -> Condition:
    if number not in (0, 1):
        raise RefusedError("a truth is 1 or 0")
    return Holds(column) if number else Not(Holds(column))


def neither_range(quantity: Quantity, *ranges: Interval) -> Condition:
    return ranged_not(quantity, Ranges(ranges, every=False))


def with_ranged(condition: Condition, quantity: Quantity, ranges: Ranges) -> Condition:
    return And((condition, ranged(quantity, ranges)))


def with_number(condition: Condition, ranges: Ranges, column: str) -> Condition:
    return with_ranged(condition, Field(column), ranges)


def with_lacking(condition: Condition, lacking: Condition) -> Condition:
    return And((condition, lacking))


# -- dates -----------------------------------------------------------------------------------------------


def not_dated(column: Column, when: Condition) -> Condition:
    return dated_not(column.name, when)


def same_span(column: str, unit: str, other: Quantity) -> Condition:
    """In the same year, and month, and on the same day of it."""
    if unit not in SPANS or not isinstance(other, Moment):
        raise RefusedError("two dates are in the same year, month or on the same day")
    parts = SPANS[: SPANS.index(unit) + 1]
    gaps = [checked(Difference(Calendar(part, column), Calendar(part, other.column))) for part in parts]
    return And(tuple(Compare(gap, NOUGHT) for gap in gaps))


def lasted(start: Quantity, end: Quantity, long: Interval) -> Condition:
    return elapsed(start, end, long if long.low is not None else long.intersect(Interval(0, None)))


def is_past(column: str) -> Condition:
    return dated(column, in_past())


def in_quarter_of(quarter: int, year: float) -> Condition:
    return And((in_quarter(quarter), in_year(year)))


def both_in_span(column: str, other: str, unit: str) -> Condition:
    return same_span(column, unit, Moment(other))


def lasted_so_long(long: Interval, start: Quantity, end: Quantity) -> Condition:
    return lasted(start, end, long)


def dated_for(column: str, long: Interval) -> Condition:
    """For so long means since so long ago."""
    return dated(column, so_long_ago(long))


def dated_in(column: str, period: Period) -> Condition:
    return dated(column, during(period))


def not_for(column: Column, long: Worth) -> Condition:
    """Not within so long, and so longer ago."""
    return dated(column.name, older(long))


def moment_of_noun(column: Column) -> Quantity:
    return Moment(column.name)


def aged_between(low: float, high: float) -> Condition:
    return someone_aged(Interval(low, high))


def row_aged(age: Interval) -> Condition:
    """How long ago the row came to be, by the only column that tells when."""
    return ago(age, ORIGIN)


def row_not_there_for(age: Interval) -> Condition:
    """Not there for so long, and so less long."""
    return row_not_aged(Interval(age.low, None) if age.low == age.high else age)


def row_not_aged(age: Interval) -> Condition:
    return aged_not(row_aged(age))


# -- texts -----------------------------------------------------------------------------------------------


def says_there(text: Place, what: Selection, place: Place | None = None) -> Condition:
    return Said(text, finish(Mentions, {"what": what, "where": Here() if place is None else place}))


def stands_here_not_there(what: Selection, here: Any, there: Any) -> Condition:
    here_, there_ = (stands_in(what, place) for place in (here, there))
    return And((here_, Not(there_)))


# -- in passing ------------------------------------------------------------------------------------------


def about_column(condition: Condition, column: str) -> Condition:
    """What stands in brackets behind a clause names the column that it is about."""
    about = {getattr(node, "column", None) for node in condition.walk()}
    about |= {node.name for node in condition.walk() if isinstance(node, Whole)}
    about |= {TEXT for node in condition.walk() if isinstance(node, Whole) and node.name is None}
    if column not in about:
        raise RefusedError("the column in brackets is not the one that is spoken of")
    return condition


def explained(*items: Any) -> Condition:
    """What is vague, or not ours, means what is said behind it."""
    condition: Condition = items[-1]
    return condition


def explained_size(*items: Any) -> Condition:
    """How long it is, said exactly behind "short" or "long"."""
    *before, amount, kinds = items
    vague = next(item for item in before if isinstance(item, Interval))
    sized = all(own == Character() or (isinstance(own, Kind) and own.name in ("word", "letter")) for own in kinds)
    if not sized or (vague.low is None) != (amount.low is None):
        raise RefusedError("this does not tell how long it is")
    return explained_text(*before, Said(None, Compare(Count(kinds, Here()), amount)))


def text_length(text: Place, length: Interval) -> Condition:
    return Said(text, vaguely_long(length))


def sized_with(sized: Condition, what: Selection) -> Condition:
    return And((sized, Said(None, finish(Mentions, {"what": what, "where": Here()}))))


def sized_without(sized: Condition, what: Any) -> Condition:
    return And((sized, lacks(what)))


def neither_clause(*conditions: Condition) -> Condition:
    return And(tuple(map(Not, conditions)))


def explained_and(*conditions: Condition) -> Condition:
    return And(conditions)


def explained_text(*items: Any) -> Condition:
    *before, condition = items
    subject: Any = next((item for item in before if isinstance(item, (Place, Places))), None)
    if subject is None or not isinstance(condition, Said) or condition.subject is not None:
        return explained(condition)
    said: Condition = said_of_text(subject, condition.body)
    return said


def regardless(condition: Condition, *regarded: Any) -> Condition:
    return condition


regardless_first = explained


def _usual_of(ranges: Ranges) -> str | None:
    """The column of averages with which something is compared, if it is with nothing else."""
    names = set[str]()
    for end in (end for item in ranges.items for end in (item.low, item.high) if end is not None):
        quantity: Any = end.quantity if isinstance(end, Shifted) else None
        quantity = quantity.of if isinstance(quantity, Scaled) else quantity
        names.add(quantity.column if isinstance(quantity, Field) else "")
    name = names.pop() if len(names) == 1 else ""
    words = plain_words(name) if name else ()
    return name if len(words) > 1 and not AVERAGES.isdisjoint(words) else None


COSTS = {
    "text_lacks": -2,
    "stands_here_not_there": 2,
    "dated_in": -1,
    "not_for": -1,
    "neither_clause": 3,
    "ranged_again": 2,
    "ranged_alone": 2,
    "ranged_again_not": 2,
    "ranged_both": 2,
    "number_and_so_much": -1,
    "all_again": -1,
    "any_again": -1,
    "explained_and": 1,
    "row_aged": 1,
    "row_not_aged": 1,
    "restated": 1,
    "about_column": 1,
    "some_given": 1,
    "none_given": -1,
}
"""What a rule adds to the cost of a reading."""
