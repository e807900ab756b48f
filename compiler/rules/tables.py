"""What the rules of ``tables.lark`` mean: fields, ranges of numbers and of quantities, and how much more there is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from ...grammar.nodes import And, Compare, Condition, Interval, Not, Or, Quantity
from ...primitives.arithmetic import Difference, Ratio, Remainder, Scaled, Statistic, Total
from ...primitives.base import Place
from ...primitives.patterns import Character
from ...primitives.regions import Here, Whole
from ...primitives.tables import Alike, Field, Holds, Is, Present
from ...primitives.text import Count
from ..assemble import Pending, conjunction, finish, proportion, settled_list, unfixed
from ..naming import Column
from ..numerals import Worth
from ..settling import told_in
from ..standins import Bare, Patterns, RefusedError, Said, checked

POSITIVE = Interval(0, None, low_open=True)
NEGATIVE = Interval(None, 0, high_open=True)
NOUGHT = Interval(0, 0)


@dataclass(frozen=True, slots=True)
class Shifted:
    """A quantity and how much is added to it: what another quantity is compared with."""

    quantity: Quantity
    offset: float = 0
    side: int = 0
    """1 if it is told as so much above the quantity, -1 as so much below."""


@dataclass(frozen=True, slots=True)
class Ranges:
    """Several intervals, of which all, or any, are to hold. Their ends are numbers or :class:`Shifted` quantities."""

    items: tuple[Interval, ...]
    every: bool = True


class Tables:
    """One method per rule, under the rule's name."""

    # -- columns ---------------------------------------------------------------------------------------------

    def named(self, column: Column | str | tuple[str, ...] | None) -> str:
        if column is None:
            raise RefusedError("the first text is compared by what it mentions, not by its value")
        if isinstance(column, tuple):
            raise RefusedError("several texts are no single column: name each of them")
        return column.name if isinstance(column, Column) else column

    def the_field(self, column: Column) -> Place:
        return Whole(column.name)

    def said_of_column(self, column: Any, predicate: tuple[Pending, bool]) -> Condition:
        pending, wanted = predicate
        template = pending.template
        values = {**dict(pending.values), **unfixed(template), str(template.subject): column}
        made: Condition = finish(template.primitive, values)
        return made if wanted else Not(made)

    def listed_values(self, *items: Any) -> tuple[str, ...]:
        flat = [one for item in items for one in (item if isinstance(item, tuple) else (item,))]
        if not all(isinstance(one, Bare) for one in flat):
            raise RefusedError("a value is written in quotes")
        return tuple(dict.fromkeys(one.text for one in flat))

    def is_none_of(self, column: str, values: tuple[str, ...]) -> Condition:
        return Not(checked(Is(column, values)))

    def is_one_of(self, column: str, values: tuple[str, ...]) -> Condition:
        one_of: Condition = checked(Is(column, values))
        return one_of

    is_not_of = is_none_of

    def both_are(self, column: str, other: str, values: tuple[str, ...]) -> Condition:
        return And((self.is_one_of(column, values), self.is_one_of(other, values)))

    def missing_or(self, column: str, predicate: tuple[Pending, bool]) -> Condition:
        return Or((Not(Present(column)), self.said_of_column(column, predicate)))

    def unlike(self, column: str, other: str) -> Condition:
        return Not(Alike(column, other))

    def is_true(self, column: str) -> Condition:
        return Holds(column)

    def is_false(self, column: str) -> Condition:
        return Not(Holds(column))

    def is_missing(self, column: str) -> Condition:
        return Not(Present(column))

    no_entry = is_missing

    def is_present(self, column: str) -> Condition:
        return Present(column)

    # -- numbers and ranges ----------------------------------------------------------------------------------

    def plain(self, n: Any) -> Any:
        return n

    same_range = plain

    def same_quantity(self, quantity: Quantity) -> Shifted:
        return Shifted(quantity)

    def of_percent(self, n: float) -> Worth:
        return Worth(n, "percent")

    def of_money(self, n: float) -> Worth:
        return Worth(n, "$")

    def of_time(self, n: float, unit: str) -> Worth:
        return Worth(n, unit)

    def multiplied(self, factor: float, quantity: Quantity) -> Shifted:
        return Shifted(checked(Scaled(factor, quantity)))

    def between_times(self, low: float, high: float, quantity: Quantity | None = None) -> Interval:
        """Both numbers are of times: "between 2 and 5 times the average"."""
        if low >= high:
            raise RefusedError(f"between {low} and {high} times is nothing: the smaller number comes first")
        ends: list[Any] = [
            self.own_average(n) if quantity is None else self.multiplied(n, quantity) for n in (low, high)
        ]
        return Interval(*ends)

    def between_share(self, low: float, high: Shifted) -> Interval:
        """Between so much of a percent and a share: both are shares of what the second is."""
        scaled = high.quantity
        if not isinstance(scaled, Scaled) or not low / 100 < scaled.factor < 1 or high.offset:
            raise RefusedError("these are no shares of one thing")
        return Interval(Shifted(Scaled(low / 100, scaled.of)), high)  # type: ignore[arg-type]

    def raised(self, n: float, to: Shifted) -> Shifted:
        return replace(grown(n, to), side=1)

    def lowered(self, n: float, to: Shifted) -> Shifted:
        return replace(grown(Worth(-n, n.unit) if isinstance(n, Worth) else -n, to), side=-1)

    def own_average(self, factor: float = 1) -> Shifted:
        average = Statistic("average", "")
        return Shifted(average if factor == 1 else Scaled(factor, average))

    def own_median(self) -> Shifted:
        return Shifted(Statistic("median", ""))

    def added(self, *items: Quantity) -> Quantity:
        flat = [one for item in items for one in (item.items if isinstance(item, Total) else (item,))]
        total: Quantity = checked(Total(tuple(flat)))
        return total

    def divided(self, quantity: Quantity, by: float) -> Quantity:
        if not by:
            raise RefusedError("nothing is divided by 0")
        part: Quantity = checked(Scaled(1 / by, quantity))
        return part

    def halved(self, quantity: Quantity) -> Quantity:
        return self.divided(quantity, 2)

    def doubled(self, quantity: Quantity) -> Quantity:
        return self.divided(quantity, 0.5)

    def ratio_of(self, dividend: Quantity, divisor: Quantity) -> Quantity:
        ratio: Quantity = checked(Ratio(dividend, divisor))
        return ratio

    def said_again(self, quantity: Quantity, again: Quantity) -> Quantity:
        if quantity != again:
            raise RefusedError("what stands in brackets is another quantity")
        return quantity

    def sum_ranged(self, *items: Any) -> Condition:
        *quantities, ranges = items
        return self.ranged(self.added(*quantities), ranges)

    def quantity_list(self, *items: Quantity) -> tuple[Quantity, ...]:
        return items

    def number_list(self, *values: float) -> tuple[Interval, ...]:
        return tuple(Interval(value, value) for value in values)

    def same_ranges(self, ranges: Ranges) -> Ranges:
        return ranges

    def exclusive(self, item: Interval) -> Interval:
        """Without its ends; what has only one leaves that out by itself."""
        if item.low == item.high or (item.low is None and not item.high_open):
            raise RefusedError("no end is left to leave out")
        if item.high is None and not item.low_open:
            raise RefusedError("at least so much is not strictly more")
        return replace(item, low_open=True, high_open=True)

    def ends_included(self, item: Interval, low: float, high: float) -> Interval:
        if (item.low, item.high) != (low, high):
            raise RefusedError("these are not the ends of what is told before")
        return replace(item, low_open=False, high_open=False)

    def so_many_values(self, number: float, items: Any) -> tuple[str, ...]:
        values = self.listed_values(*(items if isinstance(items, tuple) else (items,)))
        if len(values) != number:
            raise RefusedError(f"these are not {number:g}")
        return values

    def below_it(self, value: float, strict: bool, quantity: Quantity) -> Condition:
        return self.ranged(quantity, Ranges((Interval(value, None, low_open=strict),)))

    def above_it(self, value: float, strict: bool, quantity: Quantity) -> Condition:
        return self.ranged(quantity, Ranges((Interval(None, value, high_open=strict),)))

    def positive(self) -> Interval:
        return POSITIVE

    def negative(self) -> Interval:
        return NEGATIVE

    def hundreds(self) -> Interval:
        return Interval(100, 1_000, high_open=True)

    def thousands(self) -> Interval:
        return Interval(1_000, 1_000_000, high_open=True)

    def millions(self) -> Interval:
        return Interval(1_000_000, 1_000_000_000, high_open=True)

    def any_number(self) -> Interval:
        return Interval()

    def nought_range(self) -> Ranges:
        return Ranges((NOUGHT,))

    def all_ranges(self, *items: Interval) -> Ranges:
        return Ranges(items)

    def any_ranges(self, *items: Any) -> Ranges:
        flat = [one for item in items for one in (item if isinstance(item, tuple) else (item,))]
        return Ranges(tuple(flat), every=False)

    def outside(self, low: float, high: float) -> Ranges:
        below, above = Interval(None, low, high_open=True), Interval(high, None, low_open=True)
        return Ranges((below, above), every=False)

    def ranged(self, quantity: Quantity, ranges: Ranges) -> Condition:
        made = [compare(quantity, item) for item in ranges.items]
        if len(made) == 1:
            return Said(None, made[0])
        return Said(None, And(tuple(made)) if ranges.every else Or(tuple(made)))

    def ranged_not(self, quantity: Quantity, ranges: Ranges) -> Condition:
        return Not(self.ranged(quantity, ranges))

    def has_number(self, ranges: Ranges, column: str) -> Condition:
        """So many of a column; "the age is at least" is no number of the hours behind it."""
        ends: list[Any] = [end for item in ranges.items for end in (item.low, item.high)]
        if any(isinstance(end, Shifted) and isinstance(end.quantity, Field) for end in ends):
            raise RefusedError("a column is no number of another")
        return self.ranged(Field(column), ranges)

    def has_numbers(self, interval: Interval, *others: Any) -> Condition:
        """Several columns, the comparison told once: "at least 4 bedrooms and 2 bathrooms"."""
        return And(tuple(self._numbers_alike(interval, others)))

    def has_any_number(self, interval: Interval, *others: Any) -> Condition:
        return Or(tuple(self._numbers_alike(interval, others)))

    def _numbers_alike(self, interval: Interval, others: tuple[Any, ...]) -> Iterator[Condition]:
        column, *rest = others
        yield self.has_number(Ranges((interval,)), column)
        for number, other in zip(rest[::2], rest[1::2], strict=True):
            if not number:
                raise RefusedError("there is no less than none")
            low, high = (None if end is None else number for end in (interval.low, interval.high))
            yield self.has_number(Ranges((replace(interval, low=low, high=high),)), other)

    def exceeds_by(self, quantity: Quantity, other: Shifted, ranges: Ranges) -> Condition:
        if other.offset:
            raise RefusedError("it is not clear by how much it is more")
        if not any(map(percent, ranges.items)):
            return self.ranged(checked(Difference(quantity, of_own_column(other.quantity, quantity))), ranges)
        wanted: list[Interval] = []
        for item in ranges.items:
            if isinstance(item.low, Shifted) or isinstance(item.high, Shifted):
                raise RefusedError("it is not clear what is meant in percent")
            ends: list[Any] = [
                None if end is None else grown(Worth(end, "percent"), other) for end in (item.low, item.high)
            ]
            wanted.append(replace(item, low=ends[0], high=ends[1]))
        return self.ranged(quantity, Ranges(tuple(wanted), ranges.every))

    def mean_ranged(self, quantities: tuple[Quantity, ...], ranges: Ranges) -> Condition:
        if any(isinstance(end, Shifted) for item in ranges.items for end in (item.low, item.high)):
            raise RefusedError("the average of several columns is compared with a number")
        items = tuple(_widened(item, len(quantities)) for item in ranges.items)
        return self.ranged(self.added(*quantities), Ranges(items, ranges.every))

    def there_and(self, column: str, predicate: Pending, ranges: Ranges) -> Condition:
        return And((self.said_of_column(column, (predicate, True)), self.ranged(Field(column), ranges)))

    def exceeds(self, quantity: Quantity, reference: Any) -> Condition:
        return Said(None, compare(quantity, Interval(reference, None, low_open=True)))

    def exceeds_not(self, quantity: Quantity, reference: Any) -> Condition:
        return Not(self.exceeds(quantity, reference))

    def turned(self, value: float, ranges: Ranges) -> Condition:
        """A number is so much less than a quantity, which is so much more than the number."""
        ends: list[Any] = [end for item in ranges.items for end in (item.low, item.high) if end is not None]
        if len(set(ends)) != 1 or not isinstance(ends[0], Shifted) or ends[0].offset or len(ranges.items) != 1:
            raise RefusedError("a number is compared with one quantity")
        (item,) = ranges.items
        low, high = (None if end is None else value for end in (item.high, item.low))
        turned = Interval(low, high, item.high_open, item.low_open)
        return Said(None, compare(ends[0].quantity, turned))

    def turned_not(self, value: float, ranges: Ranges) -> Condition:
        return Not(self.turned(value, ranges))

    def exceeds_turned(self, value: float, quantity: Any) -> Condition:
        return self.turned(value, Ranges((Interval(quantity, None, low_open=True),)))

    def exceeded(self, reference: Any, quantity: Quantity) -> Condition:
        return self.exceeds(quantity, reference)

    def exceeded_not(self, reference: Any, quantity: Quantity) -> Condition:
        return Not(self.exceeded(reference, quantity))

    def reaches(self, quantity: Quantity, reference: Any) -> Condition:
        return Said(None, compare(quantity, Interval(reference, None)))

    def reaches_not(self, quantity: Quantity, reference: Any) -> Condition:
        return Not(self.reaches(quantity, reference))

    def equals(self, quantity: Quantity, reference: Any) -> Condition:
        return Said(None, compare(quantity, Interval(reference, reference)))

    def equals_not(self, quantity: Quantity, reference: Any) -> Condition:
        return Not(self.equals(quantity, reference))

    def gap_ranged(self, left: Quantity, right: Quantity, ranges: Ranges) -> Condition:
        made: list[Condition] = []
        gap = checked(Difference(left, right))
        for item in ranges.items:
            if isinstance(item.low, Shifted) or isinstance(item.high, Shifted):
                raise RefusedError("a difference is compared with a number")
            made.append(Or((compare(gap, item), compare(checked(Difference(right, left)), item))))
            if item.low is None:
                both = item.intersect(Interval(0, None))
                made[-1] = Or((compare(gap, both), compare(checked(Difference(right, left)), both)))
        return Said(None, conjunction(made))

    def in_top(self, quantity: Quantity, percent: float) -> Condition:
        lowest: Any = Shifted(Statistic("percentile", "", None, 100 - percent))
        return Said(None, compare(quantity, Interval(lowest, None)))

    def in_bottom(self, quantity: Quantity, percent: float) -> Condition:
        highest: Any = Shifted(Statistic("percentile", "", None, percent))
        return Said(None, compare(quantity, Interval(None, highest)))

    def multiple(self, quantity: Quantity, by: float) -> Condition:
        return Said(None, Compare(checked(Remainder(quantity, by)), NOUGHT))

    def multiple_not(self, quantity: Quantity, by: float) -> Condition:
        return Said(None, Compare(checked(Remainder(quantity, by)), POSITIVE))

    def even(self, quantity: Quantity) -> Condition:
        return self.multiple(quantity, 2)

    def odd(self, quantity: Quantity) -> Condition:
        return Said(None, Compare(checked(Remainder(quantity, 2)), Interval(1, 1)))

    def one(self, quantity: Quantity) -> Condition:
        return Said(None, Compare(quantity, Interval(1, 1)))

    def nought(self, quantity: Quantity) -> Condition:
        return Said(None, Compare(quantity, NOUGHT))

    # -- how much of one thing and of another ----------------------------------------------------------------

    def counted(self, items: Patterns) -> Quantity:
        counts: Quantity = checked(Count(settled_list(items), Here()))
        return counts

    def upwards(self) -> Interval:
        return POSITIVE

    def downwards(self) -> Interval:
        return NEGATIVE

    often = plain

    def more_of(self, interval: Interval, one: Quantity, other: Quantity) -> Condition:
        return Compare(checked(Difference(one, other)), interval)

    def as_many(self, one: Quantity, other: Quantity) -> Condition:
        return self.more_of(NOUGHT, one, other)

    def at_least_as_many(self, one: Quantity, other: Quantity) -> Condition:
        return self.more_of(Interval(0, None), one, other)

    def times_as_many(self, times: Interval, one: Quantity, other: Quantity) -> Condition:
        return proportion(one, times, other)

    def either_text(self, one: Place, other: Place, predicate: Condition) -> Condition:
        return Or((Said(one, predicate), Said(other, predicate)))

    def both_texts(self, one: Place, other: Place, predicate: Condition) -> Condition:
        return And((Said(one, predicate), Said(other, predicate)))

    def oftener(self, one: Patterns, interval: Interval, other: Patterns) -> Condition:
        return Said(None, self.more_of(interval, self.counted(one), self.counted(other)))

    def more_here(self, interval: Interval, one: Quantity, place: Place, other: Place) -> Condition:
        """More of one thing here than there."""
        here, there = (told_in(one, each) for each in (place, other))
        return self.more_of(interval, here, there)

    def outnumbering(self, one: Quantity, other: Quantity) -> Condition:
        return self.more_of(POSITIVE, one, other)

    def outnumbered(self, one: Quantity, other: Quantity) -> Condition:
        return self.more_of(POSITIVE, other, one)

    def compared_here(self, condition: Condition, place: Place | None = None) -> Condition:
        return Said(None, condition if place is None else told_in(condition, place))

    def more_there(self, interval: Interval, kinds: Patterns, there: Place) -> Condition:
        own = settled_list(kinds)
        return Compare(checked(Difference(Count(own, Here()), Count(own, there))), interval)

    def longer_than(self, there: Place) -> Condition:
        return self.more_there(POSITIVE, (Character(),), there)

    def shorter_than(self, there: Place) -> Condition:
        return self.more_there(NEGATIVE, (Character(),), there)


def compare(quantity: Quantity, interval: Interval) -> Condition:
    """The quantity in the interval, whose ends may be other quantities.

    "More than 10 below it" is further down, so an end told as so much below something bounds the other side.
    """
    low: Any = interval.low
    high: Any = interval.high
    sides = {end.side for end in (low, high) if isinstance(end, Shifted)}
    if None not in (low, high) and low != high and sides & {1, -1}:
        if isinstance(low, (Shifted, Worth)):
            raise RefusedError("it is not clear between what it is")
        low = grown(high.side * low, Shifted(high.quantity))
        interval = Interval(low, high, interval.low_open, interval.high_open)
    if sides == {-1} and low != high:
        interval = Interval(high, low, interval.high_open, interval.low_open)
        low, high = interval.low, interval.high
    if not isinstance(low, Shifted) and not isinstance(high, Shifted):
        return Compare(quantity, interval)
    parts: list[Condition] = []
    if low is not None and low == high:
        parts.append(_against(quantity, low, lambda n: Interval(n, n)))
    else:
        if low is not None:
            parts.append(_against(quantity, low, lambda n: Interval(n, None, interval.low_open)))
        if high is not None:
            parts.append(_against(quantity, high, lambda n: Interval(None, n, high_open=interval.high_open)))
    return conjunction(parts)


def grown(n: float, to: Shifted) -> Shifted:
    """A quantity and so much, or so many percent of it."""
    if to.side:
        raise RefusedError("it is not clear of what so much more is meant")
    if not isinstance(n, Worth) or n.unit != "percent":
        return Shifted(to.quantity, to.offset + n)
    if to.offset:
        raise RefusedError("it is not clear of what so many percent are meant")
    return Shifted(checked(Scaled(round(1 + n / 100, 12), to.quantity)))


def percent(interval: Interval) -> bool:
    """Whether its ends are told in percent."""
    return any(isinstance(end, Worth) and end.unit == "percent" for end in (interval.low, interval.high))


def _widened(interval: Interval, factor: float) -> Interval:
    """The interval with its ends multiplied."""
    low, high = (None if end is None else end * factor for end in (interval.low, interval.high))
    return replace(interval, low=low, high=high)


def _against(quantity: Quantity, end: Any, interval: Any) -> Condition:
    if not isinstance(end, Shifted):
        return Compare(quantity, interval(end))
    other = of_own_column(end.quantity, quantity)
    if isinstance(quantity, Difference) and not isinstance(other, (Difference, Total)):
        added = checked(Total((quantity.right, other)))
        return Compare(checked(Difference(quantity.left, added)), interval(end.offset))
    return Compare(checked(Difference(quantity, other)), interval(end.offset))


def of_own_column(statistic: Any, quantity: Quantity) -> Any:
    """An average without a column is that of the column compared with it."""
    column = getattr(quantity, "column", None)
    if isinstance(statistic, Statistic) and not statistic.column:
        if column is None:
            raise RefusedError("say of which column it is the average")
        return checked(Statistic(statistic.name, column, None, statistic.rank))
    return statistic.map(lambda child: of_own_column(child, quantity))


COSTS = {
    "between_times": -4,
    "between_share": -4,
    "added": 1,
    "has_numbers": -2,
    "has_any_number": -2,
    "either_text": 1,
    "no_entry": -2,
    "both_texts": 1,
    "is_true": 1,
    "one_or_other": 2,
    "older_range": 2,
    "younger_range": 2,
}
"""What a rule adds to the cost of a reading."""
