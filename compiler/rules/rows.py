"""What the rules of ``rows.lark`` mean: what is said of each row that a label is for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from ...grammar.nodes import And, Condition, Interval, Not, Or
from ...primitives.base import Place
from ...primitives.regions import Here, Whole
from ...primitives.text import Count, Mentions
from ..assemble import Pending, count_of, finish
from ..settling import told_in
from ..standins import Places, RefusedError, Said, Selection
from .clauses import said_of_text, said_of_what, stands_in
from .lists import every, nothing, so_many, some
from .relations import said_of_pair


def of_each(condition: Condition) -> Condition:
    return condition


of_some = of_each


def unless_also(condition: Condition, exception: Condition) -> Condition:
    return And((condition, Not(exception)))


def denied_or(subject: Place, denied: Any, *rest: Any) -> Condition:
    *place, other = rest
    predicate = told_in(denied, place[0]) if place else denied
    return Or((Said(subject, Not(predicate)), other))


def as_long(one: Place, amount: Interval, kinds: Any, other: Place, also: Interval) -> Condition:
    pairs = ((one, amount), (other, also))
    counted = [Said(of, finish(Count, {"what": kinds, "where": Here(), "amount": many})) for of, many in pairs]
    return And(tuple(counted))


def no_sentence(predicate: Any) -> Condition:
    if not isinstance(predicate, Mentions) or predicate.what.least != 1:
        raise RefusedError("what no sentence does is told one thing at a time")
    return Said(Whole(), Not(predicate))


def with_there(*items: Any) -> Condition:
    what, place = items[-2:]
    subject = items[0] if len(items) > 2 else None
    return Said(subject, finish(Mentions, {"what": what, "where": place}))


def with_count(*items: Any) -> Condition:
    subject = items[0] if isinstance(items[0], (Place, Places)) else None
    amount, kinds, *place = items[subject is not None :]
    counted = finish(Count, {"what": kinds, "where": place[0] if place else Here(), "amount": amount})
    return Said(None, counted) if subject is None else said_of_text(subject, counted)


def pair_there(pair: Any, predicate: tuple[Any, ...], place: Place) -> Condition:
    near: Condition = told_in(said_of_pair(pair, predicate), place)
    return near


def text_has_pair(subject: Place, pair: Any, predicate: tuple[Any, ...]) -> Condition:
    return pair_there(pair, predicate, subject)


def any_of_these() -> Any:
    return some


def all_of_these() -> Any:
    return every


def none_of_these() -> Any:
    return nothing


def many_of_these(amount: Interval) -> Any:
    return partial(so_many, amount)


def said_of_these(chosen: Callable[[Any], Selection], predicate: Any, items: Any) -> Condition:
    return said_of_what(chosen(items), predicate)


def these_stand_in(chosen: Callable[[Any], Selection], place: Place, items: Any) -> Condition:
    return stands_in(chosen(items), place)


def these_are_there(chosen: Callable[[Any], Selection], *rest: Any) -> Condition:
    *place, items = rest
    return these_stand_in(chosen, place[0] if place else Here(), items)


def text_has_these(subject: Place, chosen: Callable[[Any], Selection], items: Any) -> Condition:
    return said_of_text(subject, finish(Mentions, {"what": chosen(items), "where": Here()}))


def what_not_other(what: Selection, predicate: tuple[Pending, bool], others: Any) -> Condition:
    if not predicate[1]:
        raise RefusedError("it is denied of both")
    one, other = (said_of_what(each, predicate) for each in (what, some(others)))
    return And((one, Not(other)))


def any_of_them(items: Any, number: float | None = None) -> Selection:
    return some(_so_many(items, number))


def all_of_them(items: Any, number: float | None = None) -> Selection:
    return every(_so_many(items, number))


def _so_many(items: Any, number: float | None) -> Any:
    """The items, if there are so many of them."""
    if number is not None and number != count_of(items):
        raise RefusedError(f"these are not {number:g}")
    return items


COSTS = {"of_some": 2, "unless_also": 2}
"""What a rule adds to the cost of a reading."""
