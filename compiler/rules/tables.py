"""What the rules of ``tables.lark`` mean: fields, ranges of numbers and of quantities, and how much more there is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from typing import Any

from ...grammar.nodes import And, Compare, Condition, Interval, Not, Or, Quantity
from ...primitives.arithmetic import Difference, Ratio, Remainder, Scaled, Statistic, Total
from ...primitives.base import Place
from ...primitives.regions import Whole
from ...primitives.tables import Alike, Field, Holds, Is, Present
from ..assemble import Pending, conjunction, finish, unfixed
from ..naming import Column
from ..numerals import Worth
from ..standins import Bare, RefusedError, Said, checked
from ..units import of_one_kind
from .comparing import NEGATIVE, NOUGHT, POSITIVE, Ranges, Shifted, compare, grown, of_own_column, percent

# -- columns ---------------------------------------------------------------------------------------------


def named(column: Column | str | tuple[str, ...] | None) -> str:
    if column is None:
        raise RefusedError("the first text is compared by what it mentions, not by its value")
    if isinstance(column, tuple):
        raise RefusedError("several texts are no single column: name each of them")
    return column.name if isinstance(column, Column) else column


def the_field(column: Column) -> Place:
    return Whole(column.name)


def said_of_column(column: Any, predicate: tuple[Pending, bool]) -> Condition:
    pending, wanted = predicate
    template = pending.template
    values = {**dict(pending.values), **unfixed(template), str(template.subject): column}
    made: Condition = finish(template.primitive, values)
    return made if wanted else Not(made)


def listed_values(*items: Any) -> tuple[str, ...]:
    flat = [one for item in items for one in (item if isinstance(item, tuple) else (item,))]
    if not all(isinstance(one, Bare) for one in flat):
        raise RefusedError("a value is written in quotes")
    return tuple(dict.fromkeys(one.text for one in flat))


def is_none_of(column: str, values: tuple[str, ...]) -> Condition:
    return Not(checked(Is(column, values)))


def is_one_of(column: str, values: tuple[str, ...]) -> Condition:
    one_of: Condition = checked(Is(column, values))
    return one_of


is_not_of = is_none_of


def both_are(column: str, other: str, values: tuple[str, ...]) -> Condition:
    return And((is_one_of(column, values), is_one_of(other, values)))


def missing_or(column: str, predicate: tuple[Pending, bool]) -> Condition:
    return Or((Not(Present(column)), said_of_column(column, predicate)))


def unlike(column: str, other: str) -> Condition:
    return Not(Alike(column, other))


def is_true(column: str) -> Condition:
    return Holds(column)


def is_false(column: str) -> Condition:
    return Not(Holds(column))


def is_missing(column: str) -> Condition:
    return Not(Present(column))


no_entry = is_missing


def is_present(column: str) -> Condition:
    return Present(column)


# -- numbers and ranges ----------------------------------------------------------------------------------


def plain(n: Any) -> Any:
    return n


def same_quantity(quantity: Quantity) -> Shifted:
    return Shifted(quantity)


def of_percent(n: float) -> Worth:
    return Worth(n, "percent")


def of_money(n: float) -> Worth:
    return Worth(n, "$")


def of_time(n: float, unit: str) -> Worth:
    return Worth(n, unit)


def multiplied(factor: float, quantity: Quantity) -> Shifted:
    return Shifted(checked(Scaled(factor, quantity)))


def between_times(low: float, high: float, quantity: Quantity | None = None) -> Interval:
    """Both numbers are of times: "between 2 and 5 times the average"."""
    if low >= high:
        raise RefusedError(f"between {low} and {high} times is nothing: the smaller number comes first")
    ends: list[Any] = [own_average(n) if quantity is None else multiplied(n, quantity) for n in (low, high)]
    return Interval(*ends)


def between_share(low: float, high: Shifted) -> Interval:
    """Between so much of a percent and a share: both are shares of what the second is."""
    scaled = high.quantity
    if not isinstance(scaled, Scaled) or not low / 100 < scaled.factor < 1 or high.offset:
        raise RefusedError("these are no shares of one thing")
    return Interval(Shifted(Scaled(low / 100, scaled.of)), high)  # type: ignore[arg-type]


def raised(n: float, to: Shifted) -> Shifted:
    return replace(grown(n, to), side=1)


def lowered(n: float, to: Shifted) -> Shifted:
    return replace(grown(Worth(-n, n.unit) if isinstance(n, Worth) else -n, to), side=-1)


def own_average(factor: float = 1) -> Shifted:
    average = Statistic("average", "")
    return Shifted(average if factor == 1 else Scaled(factor, average))


def own_median() -> Shifted:
    return Shifted(Statistic("median", ""))


def added(*items: Quantity) -> Quantity:
    flat = [one for item in items for one in (item.items if isinstance(item, Total) else (item,))]
    total: Quantity = checked(Total(tuple(flat)))
    return total


def divided(quantity: Quantity, by: float) -> Quantity:
    if not by:
        raise RefusedError("nothing is divided by 0")
    part: Quantity = checked(Scaled(1 / by, quantity))
    return part


def halved(quantity: Quantity) -> Quantity:
    return divided(quantity, 2)


def doubled(quantity: Quantity) -> Quantity:
    return divided(quantity, 0.5)


def ratio_of(dividend: Quantity, divisor: Quantity) -> Quantity:
    ratio: Quantity = checked(Ratio(dividend, divisor))
    return ratio


def said_again(quantity: Quantity, again: Quantity) -> Quantity:
    if quantity != again:
        raise RefusedError("what stands in brackets is another quantity")
    return quantity


def sum_ranged(*items: Any) -> Condition:
    *quantities, ranges = items
    return ranged(added(*quantities), ranges)


def quantity_list(*items: Quantity) -> tuple[Quantity, ...]:
    return items


def number_list(*values: float) -> tuple[Interval, ...]:
    return tuple(Interval(value, value) for value in values)


def exclusive(item: Interval) -> Interval:
    """Without its ends; what has only one leaves that out by itself."""
    if item.low == item.high or (item.low is None and not item.high_open):
        raise RefusedError("no end is left to leave out")
    if item.high is None and not item.low_open:
        raise RefusedError("at least so much is not strictly more")
    return replace(item, low_open=True, high_open=True)


def ends_included(item: Interval, low: float, high: float) -> Interval:
    if (item.low, item.high) != (low, high):
        raise RefusedError("these are not the ends of what is told before")
    return replace(item, low_open=False, high_open=False)


def so_many_values(number: float, items: Any) -> tuple[str, ...]:
    values = listed_values(*(items if isinstance(items, tuple) else (items,)))
    if len(values) != number:
        raise RefusedError(f"these are not {number:g}")
    return values


def below_it(value: float, strict: bool, quantity: Quantity) -> Condition:
    return ranged(quantity, Ranges((Interval(value, None, low_open=strict),)))


def above_it(value: float, strict: bool, quantity: Quantity) -> Condition:
    return ranged(quantity, Ranges((Interval(None, value, high_open=strict),)))


def positive() -> Interval:
    return POSITIVE


def negative() -> Interval:
    return NEGATIVE


def hundreds() -> Interval:
    return Interval(100, 1_000, high_open=True)


def thousands() -> Interval:
    return Interval(1_000, 1_000_000, high_open=True)


def millions() -> Interval:
    return Interval(1_000_000, 1_000_000_000, high_open=True)


def any_number() -> Interval:
    return Interval()


def all_ranges(*items: Interval) -> Ranges:
    return _of_one_kind(Ranges(items))


def any_ranges(*items: Any) -> Ranges:
    flat = [one for item in items for one in (item if isinstance(item, tuple) else (item,))]
    return _of_one_kind(Ranges(tuple(flat), every=False))


def _of_one_kind(ranges: Ranges) -> Ranges:
    units = {end.unit for own in ranges.items for end in (own.low, own.high) if isinstance(end, Worth)}
    for one, other in combinations(sorted(units), 2):
        if not of_one_kind(one, other):
            raise RefusedError(f"no quantity is told in {one}s and in {other}s")
    return ranges


def outside(low: float, high: float) -> Ranges:
    below, above = Interval(None, low, high_open=True), Interval(high, None, low_open=True)
    return Ranges((below, above), every=False)


def ranged(quantity: Quantity, ranges: Ranges) -> Condition:
    made = [compare(quantity, item) for item in ranges.items]
    if len(made) == 1:
        return Said(None, made[0])
    return Said(None, And(tuple(made)) if ranges.every else Or(tuple(made)))


def ranged_not(quantity: Quantity, ranges: Ranges) -> Condition:
    return Not(ranged(quantity, ranges))


def has_number(ranges: Ranges, column: str) -> Condition:
    """So many of a column; "the age is at least" is no number of the hours behind it."""
    ends: list[Any] = [end for item in ranges.items for end in (item.low, item.high)]
    if any(isinstance(end, Shifted) and isinstance(end.quantity, Field) for end in ends):
        raise RefusedError("a column is no number of another")
    return ranged(Field(column), ranges)


def has_numbers(interval: Interval, *others: Any) -> Condition:
    """Several columns, the comparison told once: "at least 4 bedrooms and 2 bathrooms"."""
    return And(tuple(_numbers_alike(interval, others)))


def has_any_number(interval: Interval, *others: Any) -> Condition:
    return Or(tuple(_numbers_alike(interval, others)))


def _numbers_alike(interval: Interval, others: tuple[Any, ...]) -> Iterator[Condition]:
    column, *rest = others
    yield has_number(Ranges((interval,)), column)
    for number, other in zip(rest[::2], rest[1::2], strict=True):
        if not number:
            raise RefusedError("there is no less than none")
        low, high = (None if end is None else number for end in (interval.low, interval.high))
        yield has_number(Ranges((replace(interval, low=low, high=high),)), other)


def exceeds_by(quantity: Quantity, other: Shifted, ranges: Ranges) -> Condition:
    if other.offset:
        raise RefusedError("it is not clear by how much it is more")
    if not any(map(percent, ranges.items)):
        return ranged(checked(Difference(quantity, of_own_column(other.quantity, quantity))), ranges)
    wanted: list[Interval] = []
    for item in ranges.items:
        if isinstance(item.low, Shifted) or isinstance(item.high, Shifted):
            raise RefusedError("it is not clear what is meant in percent")
        ends: list[Any] = [
            None if end is None else grown(Worth(end, "percent"), other) for end in (item.low, item.high)
        ]
        wanted.append(replace(item, low=ends[0], high=ends[1]))
    return ranged(quantity, Ranges(tuple(wanted), ranges.every))


def mean_ranged(quantities: tuple[Quantity, ...], ranges: Ranges) -> Condition:
    if any(isinstance(end, Shifted) for item in ranges.items for end in (item.low, item.high)):
        raise RefusedError("the average of several columns is compared with a number")
    items = tuple(_widened(item, len(quantities)) for item in ranges.items)
    return ranged(added(*quantities), Ranges(items, ranges.every))


def there_and(column: str, predicate: Pending, ranges: Ranges) -> Condition:
    return And((said_of_column(column, (predicate, True)), ranged(Field(column), ranges)))


def exceeds(quantity: Quantity, reference: Any) -> Condition:
    return Said(None, compare(quantity, Interval(reference, None, low_open=True)))


def exceeds_not(quantity: Quantity, reference: Any) -> Condition:
    return Not(exceeds(quantity, reference))


def turned(value: float, ranges: Ranges) -> Condition:
    """A number is so much less than a quantity, which is so much more than the number."""
    ends: list[Any] = [end for item in ranges.items for end in (item.low, item.high) if end is not None]
    if len(set(ends)) != 1 or not isinstance(ends[0], Shifted) or ends[0].offset or len(ranges.items) != 1:
        raise RefusedError("a number is compared with one quantity")
    (item,) = ranges.items
    low, high = (None if end is None else value for end in (item.high, item.low))
    turned = Interval(low, high, item.high_open, item.low_open)
    return Said(None, compare(ends[0].quantity, turned))


def turned_not(value: float, ranges: Ranges) -> Condition:
    return Not(turned(value, ranges))


def exceeds_turned(value: float, quantity: Any) -> Condition:
    return turned(value, Ranges((Interval(quantity, None, low_open=True),)))


def exceeded(reference: Any, quantity: Quantity) -> Condition:
    return exceeds(quantity, reference)


def exceeded_not(reference: Any, quantity: Quantity) -> Condition:
    return Not(exceeded(reference, quantity))


def reaches(quantity: Quantity, reference: Any) -> Condition:
    return Said(None, compare(quantity, Interval(reference, None)))


def reaches_not(quantity: Quantity, reference: Any) -> Condition:
    return Not(reaches(quantity, reference))


def equals(quantity: Quantity, reference: Any) -> Condition:
    return Said(None, compare(quantity, Interval(reference, reference)))


def equals_not(quantity: Quantity, reference: Any) -> Condition:
    return Not(equals(quantity, reference))


def gap_ranged(left: Quantity, right: Quantity, ranges: Ranges) -> Condition:
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


def in_top(quantity: Quantity, percent: float) -> Condition:
    lowest: Any = Shifted(Statistic("percentile", "", None, 100 - percent))
    return Said(None, compare(quantity, Interval(lowest, None)))


def in_bottom(quantity: Quantity, percent: float) -> Condition:
    highest: Any = Shifted(Statistic("percentile", "", None, percent))
    return Said(None, compare(quantity, Interval(None, highest)))


def multiple(quantity: Quantity, by: float) -> Condition:
    return Said(None, Compare(checked(Remainder(quantity, by)), NOUGHT))


def multiple_not(quantity: Quantity, by: float) -> Condition:
    return Said(None, Compare(checked(Remainder(quantity, by)), POSITIVE))


def even(quantity: Quantity) -> Condition:
    return multiple(quantity, 2)


def odd(quantity: Quantity) -> Condition:
    return Said(None, Compare(checked(Remainder(quantity, 2)), Interval(1, 1)))


def one(quantity: Quantity) -> Condition:
    return Said(None, Compare(quantity, Interval(1, 1)))


def nought(quantity: Quantity) -> Condition:
    return Said(None, Compare(quantity, NOUGHT))


def either_text(one: Place, other: Place, predicate: Condition) -> Condition:
    return Or((Said(one, predicate), Said(other, predicate)))


def both_texts(one: Place, other: Place, predicate: Condition) -> Condition:
    return And((Said(one, predicate), Said(other, predicate)))


def _widened(interval: Interval, factor: float) -> Interval:
    """The interval with its ends multiplied."""
    low, high = (None if end is None else end * factor for end in (interval.low, interval.high))
    return replace(interval, low=low, high=high)


COSTS = {
    **dict.fromkeys(("between_times", "between_share"), -4),
    **dict.fromkeys(("added", "is_true", "either_text", "both_texts"), 1),
    **dict.fromkeys(("has_numbers", "has_any_number", "no_entry"), -2),
}
"""What a rule adds to the cost of a reading."""
