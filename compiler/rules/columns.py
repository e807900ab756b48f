"""What the rules of ``columns.lark`` mean: several columns at once, a column by its owner, signs, how much more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ...corpora.schema import FieldKind
from ...grammar.nodes import And, Compare, Condition, Interval, Not, Or, Quantity
from ...primitives.arithmetic import Difference
from ...primitives.base import Place
from ...primitives.patterns import Character
from ...primitives.regions import Here
from ...primitives.tables import Alike, Field, Holds, Present
from ...primitives.text import Count
from ..assemble import Pending, proportion, settled_list
from ..happenings import ORIGIN
from ..naming import Column
from ..numerals import Worth
from ..references import AGE, TWIN, counts
from ..standins import Again, Patterns, RefusedError, Said, checked
from .comparing import NOUGHT, POSITIVE, Ranges, Shifted, compare, grown, percent
from .dates import dated, dated_not
from .moments import ago
from .proportions import more_there
from .tables import exceeds, in_bottom, in_top, is_one_of, multiplied, ranged, ranged_not, said_of_column
from .variety import so_many_of

TEXTS: tuple[FieldKind, ...] = ("text",)
NUMBERS: tuple[FieldKind, ...] = ("number", "percent")
DATES: tuple[FieldKind, ...] = ("date", "moment")


@dataclass(frozen=True, slots=True)
class Several:
    """Columns, or quantities, and of how many of them something is said: all, any, none, or an interval."""

    items: tuple[Any, ...]
    meant: str | Interval

    def joined(self, conditions: list[Condition]) -> Condition:
        """What is said of them together, of what is said of each."""
        if isinstance(self.meant, Interval):
            return so_many_of(self.meant, tuple(conditions))
        if self.meant == "any":
            return Or(tuple(conditions))
        return And(tuple(conditions) if self.meant == "all" else tuple(map(Not, conditions)))


# -- several of them -------------------------------------------------------------------------------------


def all_columns(*items: Any) -> Several:
    return Several(_different(items), "all")


def any_columns(*items: Any) -> Several:
    return Several(_different(items), "any")


def no_columns(*items: Any) -> Several:
    return Several(_different(items), "none")


def so_many_columns(amount: Interval, *items: Any) -> Several:
    return Several(_different(items), amount)


def group(meant: tuple[str, tuple[Column, ...]]) -> Several:
    return Several(meant[1], meant[0])


def said_of_several(several: Several, predicate: tuple[Pending, bool]) -> Condition:
    return several.joined([said_of_column(_name(one), predicate) for one in several.items])


def several_are(several: Several, pending: Pending) -> Condition:
    return said_of_several(several, (pending, True))


def columns_but_not(column: str, predicate: tuple[Pending, bool], other: str) -> Condition:
    said = said_of_column
    return And((said(column, predicate), Not(said(other, (predicate[0], True)))))


def several_missing(several: Several) -> Condition:
    return several.joined([Not(Present(_name(one))) for one in several.items])


def several_not_missing(several: Several) -> Condition:
    return several.joined([Present(_name(one)) for one in several.items])


def several_true(several: Several) -> Condition:
    return several.joined([Holds(one) for one in several.items])


def several_ranged(several: Several, ranges: Ranges) -> Condition:
    return several.joined([ranged(one, ranges) for one in several.items])


def several_ranged_not(several: Several, ranges: Ranges) -> Condition:
    return several.joined([ranged_not(one, ranges) for one in several.items])


def several_exceed(several: Several, reference: Any) -> Condition:
    return several.joined([exceeds(one, reference) for one in several.items])


def several_dated(several: Several, when: Condition) -> Condition:
    return several.joined([dated(one, when) for one in several.items])


def several_dated_not(several: Several, when: Condition) -> Condition:
    return several.joined([dated_not(one, when) for one in several.items])


def group_of_texts(texts: Any) -> Several:
    """Either section, both texts."""
    if not isinstance(texts, tuple):
        raise RefusedError("this is one column")
    meant, *names = texts
    return group((meant, tuple(Column(name, "text") for name in names)))


def group_dated(several: Several, when: Condition) -> Condition:
    return several_dated(Several(_of_kind(several, DATES, "dates"), several.meant), when)


def group_said(several: Several, predicate: tuple[Pending, bool]) -> Condition:
    return said_of_several(Several(_of_kind(several, TEXTS, "texts"), several.meant), predicate)


def group_exceeds(several: Several, reference: Any) -> Condition:
    return group_ranged(several, Ranges((Interval(reference, None, low_open=True),)))


def group_ranged(several: Several, ranges: Ranges) -> Condition:
    fields = tuple(Field(name) for name in _of_kind(several, NUMBERS, "numbers"))
    return several_ranged(Several(fields, several.meant), ranges)


# -- what there is so much of ----------------------------------------------------------------------------


def has_none(column: str) -> Condition:
    return Said(None, Compare(Field(column), NOUGHT))


def nobody_did(column: str) -> Condition:
    if not counts(column):
        raise RefusedError("the column does not tell how often")
    return has_none(column)


def has_none_for(column: str, long: Interval) -> Condition:
    """None of what is counted, and that for so long: from the beginning of the row on."""
    age = Interval(long.low if long.low is not None else long.high, None, long.low_open)
    return And((nobody_did(column), ago(age, ORIGIN)))


def has_no_value(column: str) -> Condition:
    return Not(Present(column))


def lacks_number(column: str) -> Condition:
    return has_none(column) if counts(column) else has_no_value(column)


def lacks_value(column: str) -> Condition:
    return has_no_value(column) if counts(column) else has_none(column)


def has_any_value(column: str) -> Condition:
    return Present(column)


def has_some(column: str) -> Condition:
    return Said(None, Compare(Field(column), POSITIVE))


def has_value(value: str, column: str) -> Condition:
    return value_of((value,), column)


def value_behind(column: str, values: tuple[str, ...]) -> Condition:
    return value_of(values, column)


def number_itself(column: str) -> Quantity:
    return Field(column)


def so_much_more(much: Interval, which: Interval, one: Quantity, other: Quantity) -> Condition:
    more = which == POSITIVE
    if not percent(much):
        return Compare(checked(Difference(one, other) if more else Difference(other, one)), much)
    low, high = (None if end is None else _grown(other, end if more else -end) for end in (much.low, much.high))
    wanted = Interval(low, high, much.low_open, much.high_open)
    return compare(one, wanted if more else Interval(high, low, much.high_open, much.low_open))


def done_so_often(column: str, times: Interval) -> Condition:
    """Who tried three times made three attempts."""
    if not counts(column):
        raise RefusedError("the column does not tell how often")
    return ranged(Field(column), Ranges((times,)))


def nth_time(*items: Any) -> Condition:
    """The third attempt is that of the row with three; the first, without a number, that with one."""
    *nth, column = items
    often = nth[0] if nth else 1
    return done_so_often(column, Interval(often, often))


def nth_time_or_later(often: float, column: str) -> Condition:
    return done_so_often(column, Interval(often, None))


def outnumbers(one: Quantity, other: Quantity) -> Condition:
    return Said(None, Compare(checked(Difference(one, other)), POSITIVE))


# -- columns by their owner ------------------------------------------------------------------------------


def person_aged(column: Column, ranges: Ranges) -> Condition:
    return ranged(Field(column.name), ranges)


def person_not_aged(column: Column, ranges: Ranges) -> Condition:
    return Not(person_aged(column, ranges))


def someone_aged(interval: Interval) -> Condition:
    return ranged(Field(AGE), Ranges((interval,)))


def older_than(n: float) -> Condition:
    return someone_aged(Interval(n, None, low_open=True))


def younger_than(n: float) -> Condition:
    return someone_aged(Interval(None, n, high_open=True))


def not_older_than(n: float) -> Condition:
    return Not(older_than(n))


def not_younger_than(n: float) -> Condition:
    return Not(younger_than(n))


def half_of_time(unit: str) -> Worth:
    return Worth(0.5, unit)


def alike(column: str, other: str) -> Condition:
    same: Condition = checked(Alike(column, other))
    return same


def in_twin(column: Column) -> Condition:
    """In the home country: the country is the home country."""
    return Alike(TWIN, column.name)


def out_of_twin(column: Column) -> Condition:
    return Not(in_twin(column))


def all_alike(several: Several) -> Condition:
    if several.meant != "all" or len(several.items) != 2:
        raise RefusedError("two columns are compared with each other")
    return alike(*map(_name, several.items))


def all_unlike(several: Several) -> Condition:
    return Not(all_alike(several))


def all_equal(several: Several) -> Condition:
    if several.meant != "all" or len(several.items) != 2:
        raise RefusedError("two columns are compared with each other")
    return Said(None, Compare(checked(Difference(*several.items)), NOUGHT))


def quartile_top(quantity: Quantity) -> Condition:
    return in_top(quantity, 25)


def quartile_bottom(quantity: Quantity) -> Condition:
    return in_bottom(quantity, 25)


def top_of(percent_: float, quantity: Quantity) -> Condition:
    return in_top(quantity, percent_)


def bottom_of(percent_: float, quantity: Quantity) -> Condition:
    return in_bottom(quantity, percent_)


def thing_aged(column: Column, interval: Interval) -> Condition:
    if column.kind != "number":  # it is as old as the time since then
        return ago(interval, column.name)
    return person_aged(column, Ranges((interval,)))


person_of_years = thing_aged


def and_thing_aged(clause: Condition, column: Column, interval: Interval) -> Condition:
    return And((clause, thing_aged(column, interval)))


def thing_not_aged(column: Column, interval: Interval) -> Condition:
    return Not(thing_aged(column, interval))


def value_of(values: tuple[str, ...], column: str) -> Condition:
    return is_one_of(column, values)


def value_not_of(values: tuple[str, ...], column: str) -> Condition:
    return Not(value_of(values, column))


# -- texts -----------------------------------------------------------------------------------------------


def one_text_not_other(one: Place, other: Place, predicate: Condition) -> Condition:
    return And((Said(one, predicate), Said(other, Not(predicate))))


def just_one_text(one: Place, other: Place, predicate: Condition) -> Condition:
    said = (Said(one, predicate), Said(other, predicate))
    return And((Or(said), Not(And(said))))


def so_many_again(amount: Interval) -> Condition:
    return Compare(Count((Again(),), Here()), amount)


def none_again() -> Condition:
    return so_many_again(NOUGHT)


def so_many_within(amount: Interval, kinds: Patterns, other: Interval) -> Condition:
    return so_many_there(amount.intersect(other), kinds)


def so_many_there(amount: Interval, kinds: Patterns) -> Condition:
    return Compare(Count(settled_list(kinds), Here()), amount)


def times_as_long(times: Interval, there: Place) -> Condition:
    return times_as_many_there(times, (Character(),), there)


def at_least_as_long(there: Place) -> Condition:
    return more_there(Interval(0, None), (Character(),), there)


def longer_by(there: Place, amount: Interval, kinds: Patterns) -> Condition:
    return more_there(amount, kinds, there)


def shorter_by(there: Place, amount: Interval, kinds: Patterns) -> Condition:
    own = settled_list(kinds)
    return Compare(checked(Difference(Count(own, there), Count(own, Here()))), amount)


def times_as_many_there(times: Interval, kinds: Patterns, there: Place) -> Condition:
    own = settled_list(kinds)
    return proportion(Count(own, Here()), times, Count(own, there))


def so_many_more_there(amount: Interval, which: Interval, kinds: Patterns, there: Place) -> Condition:
    return (longer_by if which == POSITIVE else shorter_by)(there, amount, kinds)


# -- signs -----------------------------------------------------------------------------------------------


def strictly() -> bool:
    return True


def loosely() -> bool:
    return False


def between_below(low: float, above: bool, quantity: Quantity, below: bool, high: float) -> Condition:
    return Said(None, Compare(quantity, Interval(low, high, above, below)))


def between_above(high: float, below: bool, quantity: Quantity, above: bool, low: float) -> Condition:
    return between_below(low, above, quantity, below, high)


def multiplied_by(quantity: Quantity, factor: float) -> Shifted:
    return multiplied(factor, quantity)


def close_to(off: float, reference: Any) -> Interval:
    low: Any
    high: Any
    if isinstance(off, Worth) and off.unit == "percent":
        low, high = (_grown(reference, Worth(sign * off, "percent")) for sign in (-1, 1))
    elif isinstance(reference, Shifted):
        low, high = (Shifted(reference.quantity, reference.offset + sign * off) for sign in (-1, 1))
    else:
        low, high = reference - off, reference + off
    return Interval(low, high)


def _grown(what: Any, by: float) -> Any:
    """A number or a quantity and so many percent of it."""
    if isinstance(what, Shifted):
        return grown(Worth(by, "percent"), what)
    return grown(Worth(by, "percent"), Shifted(what)) if isinstance(what, Quantity) else round(what * (1 + by / 100), 9)


def _name(one: Any) -> str:
    return one.name if isinstance(one, Column) else str(one)


def _different(items: tuple[Any, ...]) -> tuple[Any, ...]:
    """The items, of which none may be named twice."""
    if len(set(items)) != len(items):
        raise RefusedError("a column is named twice")
    return items


def _of_kind(several: Several, kinds: tuple[FieldKind, ...], called: str) -> tuple[str, ...]:
    """The names of the columns, which must all be of these kinds."""
    if any(column.kind not in kinds for column in several.items):
        raise RefusedError(f"not all of these columns hold {called}")
    return tuple(column.name for column in several.items)


COSTS = {
    "all_columns": 1, "any_columns": 1, "so_many_columns": 1, "close_to": 1, "has_no_value": 1, "lacks_value": 1,
    "has_any_value": 1, "in_twin": 2, "out_of_twin": 2,
    "has_value": 2, "value_behind": 2, "so_many_again": 1,
}  # fmt: skip
"""What a rule adds to the cost of a reading."""
