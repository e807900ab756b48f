"""What the rules of ``ellipsis.lark`` mean: what is said once and meant twice."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ...grammar.nodes import And, Condition, Not, Or
from ...primitives.base import Place, Sought
from ...primitives.regions import Here
from ...primitives.relations import Argument, Chain, Inside, Series
from ...primitives.text import Choice, Mentions
from ..argument_names import FIRST, OTHER, SECOND
from ..assemble import Pending, finish, settled_list
from ..standins import OF_WHICH, Places, RefusedError, Said, Selection
from .clauses import said_of_what, stands_in
from .lists import listed, some
from .variety import at_either_end, implied


def any_listed(*conditions: Condition) -> Condition:
    return Or(conditions)


def dotted(*items: Any) -> Condition:
    """An argument and other things with dots in between: one anywhere behind the other."""
    return _sequence(Series(settled_list(items)))


def added_up(*items: Any) -> Condition:
    """The same with plus signs in between: one right behind the other."""
    return _sequence(Chain(settled_list(items)))


def _sequence(sequence: Series | Chain) -> Condition:
    if not any(isinstance(item, Argument) for item in sequence.parts):
        raise RefusedError("it is not clear in which order they stand")
    return Said(None, Mentions(Choice((sequence,)), Here()))


def implied_each(*choices: Selection) -> Condition:
    return And(tuple(implied(what) for what in choices))


def there_not_there(what: Selection, predicate: Any, place: Place) -> Condition:
    if len(predicate) > 2:
        raise RefusedError(OF_WHICH)
    pending, wanted = predicate
    slots = dict(pending.values) if isinstance(pending, Pending) else {}
    if not wanted or "where" not in slots:
        raise RefusedError("what is denied is no other place")
    elsewhere = replace(pending, values=tuple(sorted({**slots, "where": place}.items(), key=lambda kv: kv[0])))
    here, there = (said_of_what(what, (each, True)) for each in (pending, elsewhere))
    return And((here, Not(there)))


def what_but_not(what: Selection, predicate: tuple[Pending, bool], other: Selection) -> Condition:
    if len(predicate) > 2 or not predicate[1]:
        raise RefusedError("it is denied of both")
    return And((said_of_what(what, predicate), said_of_what(other, (predicate[0], False))))


def text_but_not(one: Place, predicate: Condition, other: Place) -> Condition:
    return And((Said(one, predicate), Said(other, Not(predicate))))


def other_of_two() -> str:
    return OTHER


def first_of_two() -> str:
    return FIRST


def second_of_two() -> str:
    return SECOND


def text_but_not_other(name: str, predicate: Condition, other: str) -> Condition:
    return text_but_not(Inside(name), predicate, _other(name, other))


def text_but_other(name: str, predicate: Condition, other: str) -> Condition:
    """What is denied of the one is said of the other."""
    own = predicate.item if isinstance(predicate, Not) else predicate
    return And((Said(Inside(name), predicate), Said(_other(name, other), own)))


def or_text(one: Place, predicate: Condition, other: Place) -> Condition:
    return Or((Said(one, predicate), Said(other, predicate)))


def here_not_there_is(place: Place, what: Selection, other: Place) -> Condition:
    there, elsewhere = (stands_in(what, each) for each in (place, other))
    return And((there, Not(elsewhere)))


def not_here_but_there(items: Any, place: Place, other: Place) -> Condition:
    return here_not_there_is(other, some(items), place)


def nor_text(one: Place, predicate: Condition, other: Place) -> Condition:
    return neither_text(one, other, predicate)


def neither_text(one: Place, other: Place, predicate: Condition) -> Condition:
    return And((Said(one, Not(predicate)), Said(other, Not(predicate))))


def mentions_neither(*items: Any) -> Condition:
    *patterns, place = items if isinstance(items[-1], (Place, Places)) else (*items, Here())
    return Not(finish(Mentions, {"what": Choice(settled_list(tuple(patterns))), "where": place}))


def there_is_neither(*items: Any) -> Condition:
    return Said(None, mentions_neither(*items))


def at_neither_end(what: Selection) -> Condition:
    return Not(at_either_end(what))


def every_or(wanted: Any, others: Any) -> Selection:
    every, rest = _split(wanted, others)
    return Selection(tuple((Choice((item, *rest)), True) for item in every))


def some_and(first: Any, second: Any) -> Selection:
    return Selection(tuple((Choice(each), True) for each in _split(first, second)))


def _split(first: Any, second: Any) -> tuple[tuple[Sought, ...], tuple[Sought, ...]]:
    """The items of two lists; the second is matched as the end of the first."""
    items, many = settled_list(listed(first, second)), len(listed(first))
    return items[:many], items[many:]


def _other(name: str, other: str) -> Place:
    return Inside(OTHER + name if other == OTHER else other)


COSTS = {"there_not_there": 1, "what_but_not": 1, "text_but_not": 1, "implied_each": 3, "every_or": 1, "some_and": 1}
"""What a rule adds to the cost of a reading."""
