"""How much there is of one thing and of another, and how much longer one text is than another."""

from __future__ import annotations

from ...grammar.nodes import Compare, Condition, Interval, Quantity
from ...primitives.arithmetic import Difference
from ...primitives.base import Place
from ...primitives.patterns import Character
from ...primitives.regions import Here
from ...primitives.text import Count
from ..assemble import proportion, settled_list
from ..settling import told_in
from ..standins import Patterns, Said, checked
from .comparing import NEGATIVE, NOUGHT, POSITIVE


def counted(items: Patterns) -> Quantity:
    counts: Quantity = checked(Count(settled_list(items), Here()))
    return counts


def more_of(interval: Interval, one: Quantity, other: Quantity) -> Condition:
    return Compare(checked(Difference(one, other)), interval)


def as_many(one: Quantity, other: Quantity) -> Condition:
    return more_of(NOUGHT, one, other)


def at_least_as_many(one: Quantity, other: Quantity) -> Condition:
    return more_of(Interval(0, None), one, other)


def times_as_many(times: Interval, one: Quantity, other: Quantity) -> Condition:
    return proportion(one, times, other)


def oftener(one: Patterns, interval: Interval, other: Patterns) -> Condition:
    return Said(None, more_of(interval, counted(one), counted(other)))


def more_here(interval: Interval, one: Quantity, place: Place, other: Place) -> Condition:
    """More of one thing here than there."""
    here, there = (told_in(one, each) for each in (place, other))
    return more_of(interval, here, there)


def outnumbering(one: Quantity, other: Quantity) -> Condition:
    return more_of(POSITIVE, one, other)


def outnumbered(one: Quantity, other: Quantity) -> Condition:
    return more_of(POSITIVE, other, one)


def compared_here(condition: Condition, place: Place | None = None) -> Condition:
    return Said(None, condition if place is None else told_in(condition, place))


def more_there(interval: Interval, kinds: Patterns, there: Place) -> Condition:
    own = settled_list(kinds)
    return Compare(checked(Difference(Count(own, Here()), Count(own, there))), interval)


def longer_than(there: Place) -> Condition:
    return more_there(POSITIVE, (Character(),), there)


def shorter_than(there: Place) -> Condition:
    return more_there(NEGATIVE, (Character(),), there)
