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
from .dates import Dates, ago
from .tables import NOUGHT, POSITIVE, Ranges, Shifted, Tables, compare, grown, percent
from .variety import Variety

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
            return Variety().so_many_of(self.meant, tuple(conditions))
        if self.meant == "any":
            return Or(tuple(conditions))
        return And(tuple(conditions) if self.meant == "all" else tuple(map(Not, conditions)))


class Columns:
    """One method per rule, under the rule's name."""

    # -- several of them -------------------------------------------------------------------------------------

    def all_columns(self, *items: Any) -> Several:
        return Several(_different(items), "all")

    def any_columns(self, *items: Any) -> Several:
        return Several(_different(items), "any")

    def no_columns(self, *items: Any) -> Several:
        return Several(_different(items), "none")

    def so_many_columns(self, amount: Interval, *items: Any) -> Several:
        return Several(_different(items), amount)

    def group(self, meant: tuple[str, tuple[Column, ...]]) -> Several:
        return Several(meant[1], meant[0])

    def said_of_several(self, several: Several, predicate: tuple[Pending, bool]) -> Condition:
        return several.joined([Tables().said_of_column(_name(one), predicate) for one in several.items])

    def several_are(self, several: Several, pending: Pending) -> Condition:
        return self.said_of_several(several, (pending, True))

    def columns_but_not(self, column: str, predicate: tuple[Pending, bool], other: str) -> Condition:
        said = Tables().said_of_column
        return And((said(column, predicate), Not(said(other, (predicate[0], True)))))

    def several_missing(self, several: Several) -> Condition:
        return several.joined([Not(Present(_name(one))) for one in several.items])

    def several_not_missing(self, several: Several) -> Condition:
        return several.joined([Present(_name(one)) for one in several.items])

    def several_true(self, several: Several) -> Condition:
        return several.joined([Holds(one) for one in several.items])

    def several_ranged(self, several: Several, ranges: Ranges) -> Condition:
        return several.joined([Tables().ranged(one, ranges) for one in several.items])

    def several_ranged_not(self, several: Several, ranges: Ranges) -> Condition:
        return several.joined([Tables().ranged_not(one, ranges) for one in several.items])

    def several_exceed(self, several: Several, reference: Any) -> Condition:
        return several.joined([Tables().exceeds(one, reference) for one in several.items])

    def several_dated(self, several: Several, when: Condition) -> Condition:
        return several.joined([Dates().dated(one, when) for one in several.items])

    def several_dated_not(self, several: Several, when: Condition) -> Condition:
        return several.joined([Dates().dated_not(one, when) for one in several.items])

    def group_of_texts(self, texts: Any) -> Several:
        """Either section, both texts."""
        if not isinstance(texts, tuple):
            raise RefusedError("this is one column")
        meant, *names = texts
        return self.group((meant, tuple(Column(name, "text") for name in names)))

    def group_dated(self, several: Several, when: Condition) -> Condition:
        return self.several_dated(Several(_of_kind(several, DATES, "dates"), several.meant), when)

    def group_said(self, several: Several, predicate: tuple[Pending, bool]) -> Condition:
        return self.said_of_several(Several(_of_kind(several, TEXTS, "texts"), several.meant), predicate)

    def group_exceeds(self, several: Several, reference: Any) -> Condition:
        return self.group_ranged(several, Ranges((Interval(reference, None, low_open=True),)))

    def group_ranged(self, several: Several, ranges: Ranges) -> Condition:
        fields = tuple(Field(name) for name in _of_kind(several, NUMBERS, "numbers"))
        return self.several_ranged(Several(fields, several.meant), ranges)

    # -- what there is so much of ----------------------------------------------------------------------------

    def has_none(self, column: str) -> Condition:
        return Said(None, Compare(Field(column), NOUGHT))

    def nobody_did(self, column: str) -> Condition:
        if not counts(column):
            raise RefusedError("the column does not tell how often")
        return self.has_none(column)

    def has_none_for(self, column: str, long: Interval) -> Condition:
        """None of what is counted, and that for so long: from the beginning of the row on."""
        age = Interval(long.low if long.low is not None else long.high, None, long.low_open)
        return And((self.nobody_did(column), ago(age, ORIGIN)))

    def has_no_value(self, column: str) -> Condition:
        return Not(Present(column))

    def lacks_number(self, column: str) -> Condition:
        return self.has_none(column) if counts(column) else self.has_no_value(column)

    def lacks_value(self, column: str) -> Condition:
        return self.has_no_value(column) if counts(column) else self.has_none(column)

    def has_any_value(self, column: str) -> Condition:
        return Present(column)

    def has_some(self, column: str) -> Condition:
        return Said(None, Compare(Field(column), POSITIVE))

    def has_value(self, value: str, column: str) -> Condition:
        return self.value_of((value,), column)

    def value_behind(self, column: str, values: tuple[str, ...]) -> Condition:
        return self.value_of(values, column)

    def number_itself(self, column: str) -> Quantity:
        return Field(column)

    def so_much_more(self, much: Interval, which: Interval, one: Quantity, other: Quantity) -> Condition:
        more = which == POSITIVE
        if not percent(much):
            return Compare(checked(Difference(one, other) if more else Difference(other, one)), much)
        low, high = (None if end is None else _grown(other, end if more else -end) for end in (much.low, much.high))
        wanted = Interval(low, high, much.low_open, much.high_open)
        return compare(one, wanted if more else Interval(high, low, much.high_open, much.low_open))

    def done_so_often(self, column: str, times: Interval) -> Condition:
        """Who tried three times made three attempts."""
        if not counts(column):
            raise RefusedError("the column does not tell how often")
        return Tables().ranged(Field(column), Ranges((times,)))

    def nth_time(self, *items: Any) -> Condition:
        """The third attempt is that of the row with three; the first, without a number, that with one."""
        *nth, column = items
        often = nth[0] if nth else 1
        return self.done_so_often(column, Interval(often, often))

    def nth_time_or_later(self, often: float, column: str) -> Condition:
        return self.done_so_often(column, Interval(often, None))

    def outnumbers(self, one: Quantity, other: Quantity) -> Condition:
        return Said(None, Compare(checked(Difference(one, other)), POSITIVE))

    # -- columns by their owner ------------------------------------------------------------------------------

    def person_aged(self, column: Column, ranges: Ranges) -> Condition:
        return Tables().ranged(Field(column.name), ranges)

    def person_not_aged(self, column: Column, ranges: Ranges) -> Condition:
        return Not(self.person_aged(column, ranges))

    def someone_aged(self, interval: Interval) -> Condition:
        return Tables().ranged(Field(AGE), Ranges((interval,)))

    def older_than(self, n: float) -> Condition:
        return self.someone_aged(Interval(n, None, low_open=True))

    def younger_than(self, n: float) -> Condition:
        return self.someone_aged(Interval(None, n, high_open=True))

    def not_older_than(self, n: float) -> Condition:
        return Not(self.older_than(n))

    def not_younger_than(self, n: float) -> Condition:
        return Not(self.younger_than(n))

    def of_unit(self, n: float, unit: str) -> Worth:
        return Worth(n, unit)

    def half_of_time(self, unit: str) -> Worth:
        return Worth(0.5, unit)

    def alike(self, column: str, other: str) -> Condition:
        same: Condition = checked(Alike(column, other))
        return same

    def in_twin(self, column: Column) -> Condition:
        """In the home country: the country is the home country."""
        return Alike(TWIN, column.name)

    def out_of_twin(self, column: Column) -> Condition:
        return Not(self.in_twin(column))

    def all_alike(self, several: Several) -> Condition:
        if several.meant != "all" or len(several.items) != 2:
            raise RefusedError("two columns are compared with each other")
        return self.alike(*map(_name, several.items))

    def all_unlike(self, several: Several) -> Condition:
        return Not(self.all_alike(several))

    def all_equal(self, several: Several) -> Condition:
        if several.meant != "all" or len(several.items) != 2:
            raise RefusedError("two columns are compared with each other")
        return Said(None, Compare(checked(Difference(*several.items)), NOUGHT))

    def quartile_top(self, quantity: Quantity) -> Condition:
        return Tables().in_top(quantity, 25)

    def quartile_bottom(self, quantity: Quantity) -> Condition:
        return Tables().in_bottom(quantity, 25)

    def top_of(self, percent_: float, quantity: Quantity) -> Condition:
        return Tables().in_top(quantity, percent_)

    def bottom_of(self, percent_: float, quantity: Quantity) -> Condition:
        return Tables().in_bottom(quantity, percent_)

    def thing_aged(self, column: Column, interval: Interval) -> Condition:
        if column.kind != "number":  # it is as old as the time since then
            return ago(interval, column.name)
        return self.person_aged(column, Ranges((interval,)))

    person_of_years = thing_aged

    def and_thing_aged(self, clause: Condition, column: Column, interval: Interval) -> Condition:
        return And((clause, self.thing_aged(column, interval)))

    def thing_not_aged(self, column: Column, interval: Interval) -> Condition:
        return Not(self.thing_aged(column, interval))

    def value_of(self, values: tuple[str, ...], column: str) -> Condition:
        return Tables().is_one_of(column, values)

    def value_not_of(self, values: tuple[str, ...], column: str) -> Condition:
        return Not(self.value_of(values, column))

    # -- texts -----------------------------------------------------------------------------------------------

    def one_text_not_other(self, one: Place, other: Place, predicate: Condition) -> Condition:
        return And((Said(one, predicate), Said(other, Not(predicate))))

    def just_one_text(self, one: Place, other: Place, predicate: Condition) -> Condition:
        said = (Said(one, predicate), Said(other, predicate))
        return And((Or(said), Not(And(said))))

    def so_many_again(self, amount: Interval) -> Condition:
        return Compare(Count((Again(),), Here()), amount)

    def none_again(self) -> Condition:
        return self.so_many_again(NOUGHT)

    def so_many_within(self, amount: Interval, kinds: Patterns, other: Interval) -> Condition:
        return self.so_many_there(amount.intersect(other), kinds)

    def so_many_there(self, amount: Interval, kinds: Patterns) -> Condition:
        return Compare(Count(settled_list(kinds), Here()), amount)

    def times_as_long(self, times: Interval, there: Place) -> Condition:
        return self.times_as_many_there(times, (Character(),), there)

    def at_least_as_long(self, there: Place) -> Condition:
        return Tables().more_there(Interval(0, None), (Character(),), there)

    def longer_by(self, there: Place, amount: Interval, kinds: Patterns) -> Condition:
        return Tables().more_there(amount, kinds, there)

    def shorter_by(self, there: Place, amount: Interval, kinds: Patterns) -> Condition:
        own = settled_list(kinds)
        return Compare(checked(Difference(Count(own, there), Count(own, Here()))), amount)

    def times_as_many_there(self, times: Interval, kinds: Patterns, there: Place) -> Condition:
        own = settled_list(kinds)
        return proportion(Count(own, Here()), times, Count(own, there))

    def so_many_more_there(self, amount: Interval, which: Interval, kinds: Patterns, there: Place) -> Condition:
        return (self.longer_by if which == POSITIVE else self.shorter_by)(there, amount, kinds)

    # -- signs -----------------------------------------------------------------------------------------------

    def strictly(self) -> bool:
        return True

    def loosely(self) -> bool:
        return False

    def between_below(self, low: float, above: bool, quantity: Quantity, below: bool, high: float) -> Condition:
        return Said(None, Compare(quantity, Interval(low, high, above, below)))

    def between_above(self, high: float, below: bool, quantity: Quantity, above: bool, low: float) -> Condition:
        return self.between_below(low, above, quantity, below, high)

    def multiplied_by(self, quantity: Quantity, factor: float) -> Shifted:
        return Tables().multiplied(factor, quantity)

    def close_to(self, off: float, reference: Any) -> Interval:
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
