"""What the rules of ``columns.lark`` mean: several columns at once, a column by its owner, signs, how much more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ...corpora.schema import FieldKind
from ...grammar.nodes import And, Compare, Condition, Interval, Not, Or, Quantity
from ...primitives.arithmetic import Difference
from ...primitives.tables import Field, Holds, Present
from ..assemble import Pending, RefusedError, Said, checked
from ..numerals import Worth
from ..references import Column, counts
from .dates import Dates
from .tables import NOUGHT, POSITIVE, Ranges, Shifted, Tables, compare, percent
from .variety import Variety

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

    def lacking_all(self, *columns: str) -> Condition:
        return And(tuple(Not(Present(one)) for one in _different(columns)))

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

    def group_dated(self, several: Several, when: Condition) -> Condition:
        return self.several_dated(Several(_of_kind(several, DATES, "dates"), several.meant), when)

    def group_ranged(self, several: Several, ranges: Ranges) -> Condition:
        fields = tuple(Field(name) for name in _of_kind(several, NUMBERS, "numbers"))
        return self.several_ranged(Several(fields, several.meant), ranges)

    # -- what there is so much of ----------------------------------------------------------------------------

    def has_no_number(self, column: str) -> Condition:
        return Said(None, Compare(Field(column), NOUGHT) if counts(column) else Not(Present(column)))

    def has_some(self, column: str) -> Condition:
        return Said(None, Compare(Field(column), POSITIVE) if counts(column) else Present(column))

    def number_itself(self, column: str) -> Quantity:
        return Field(column)

    def so_much_more(self, much: Interval, which: Interval, one: Quantity, other: Quantity) -> Condition:
        more = which == POSITIVE
        if not percent(much):
            return Compare(checked(Difference(one, other) if more else Difference(other, one)), much)
        low, high = (None if end is None else _grown(other, end if more else -end) for end in (much.low, much.high))
        wanted = Interval(low, high, much.low_open, much.high_open)
        return compare(one, wanted if more else Interval(high, low, much.high_open, much.low_open))

    def outnumbers(self, one: Quantity, other: Quantity) -> Condition:
        return Said(None, Compare(checked(Difference(one, other)), POSITIVE))

    # -- columns by their owner ------------------------------------------------------------------------------

    def person_aged(self, column: Column, ranges: Ranges) -> Condition:
        return Tables().ranged(Field(column.name), ranges)

    def person_not_aged(self, column: Column, ranges: Ranges) -> Condition:
        return Not(self.person_aged(column, ranges))

    def thing_aged(self, column: Column, interval: Interval) -> Condition:
        return self.person_aged(column, Ranges((interval,)))

    def thing_not_aged(self, column: Column, interval: Interval) -> Condition:
        return Not(self.thing_aged(column, interval))

    def value_of(self, values: tuple[str, ...], column: str) -> Condition:
        return Tables().is_one_of(column, values)

    def value_not_of(self, values: tuple[str, ...], column: str) -> Condition:
        return Not(self.value_of(values, column))

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
        return Tables().raised(Worth(by, "percent"), what)
    return Tables().raised(Worth(by, "percent"), Shifted(what)) if isinstance(what, Quantity) else what * (1 + by / 100)


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


COSTS = {"all_columns": 1, "any_columns": 1, "so_many_columns": 1, "close_to": 1}
"""What a rule adds to the cost of a reading."""
