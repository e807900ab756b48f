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
from ..standins import RefusedError, Said, Selection
from .clauses import Clauses
from .lists import Lists
from .pairs import Pairs


class Rows(Lists):
    """One method per rule, under the rule's name."""

    def of_each(self, condition: Condition) -> Condition:
        return condition

    of_some = of_each

    def unless_also(self, condition: Condition, exception: Condition) -> Condition:
        return And((condition, Not(exception)))

    def denied_or(self, subject: Place, denied: Any, *rest: Any) -> Condition:
        *place, other = rest
        predicate = told_in(denied, place[0]) if place else denied
        return Or((Said(subject, Not(predicate)), other))

    def as_long(self, one: Place, amount: Interval, kinds: Any, other: Place, also: Interval) -> Condition:
        pairs = ((one, amount), (other, also))
        counted = [Said(of, finish(Count, {"what": kinds, "where": Here(), "amount": many})) for of, many in pairs]
        return And(tuple(counted))

    def no_sentence(self, predicate: Any) -> Condition:
        if not isinstance(predicate, Mentions) or predicate.what.least != 1:
            raise RefusedError("what no sentence does is told one thing at a time")
        return Said(Whole(), Not(predicate))

    def with_there(self, *items: Any) -> Condition:
        what, place = items[-2:]
        subject = items[0] if len(items) > 2 else None
        return Said(subject, finish(Mentions, {"what": what, "where": place}))

    def with_count(self, *items: Any) -> Condition:
        subject = items[0] if isinstance(items[0], Place) else None
        amount, kinds, *place = items[subject is not None :]
        what = {"what": kinds, "where": place[0] if place else Here(), "amount": amount}
        return Said(subject, finish(Count, what))

    def pair_there(self, pair: Any, predicate: tuple[Any, ...], place: Place) -> Condition:
        near: Condition = told_in(Pairs().said_of_pair(pair, predicate), place)
        return near

    def text_has_pair(self, subject: Place, pair: Any, predicate: tuple[Any, ...]) -> Condition:
        return self.pair_there(pair, predicate, subject)

    def any_of_these(self) -> Any:
        return self.some

    def all_of_these(self) -> Any:
        return self.every

    def none_of_these(self) -> Any:
        return self.nothing

    def many_of_these(self, amount: Interval) -> Any:
        return partial(self.so_many, amount)

    def said_of_these(self, chosen: Callable[[Any], Selection], predicate: Any, items: Any) -> Condition:
        return Clauses().said_of_what(chosen(items), predicate)

    def these_stand_in(self, chosen: Callable[[Any], Selection], place: Place, items: Any) -> Condition:
        return Clauses().stands_in(chosen(items), place)

    def these_are_there(self, chosen: Callable[[Any], Selection], *rest: Any) -> Condition:
        *place, items = rest
        return self.these_stand_in(chosen, place[0] if place else Here(), items)

    def text_has_these(self, subject: Place, chosen: Callable[[Any], Selection], items: Any) -> Condition:
        return Clauses().said_of_text(subject, finish(Mentions, {"what": chosen(items), "where": Here()}))

    def what_not_other(self, what: Selection, predicate: tuple[Pending, bool], others: Any) -> Condition:
        if not predicate[1]:
            raise RefusedError("it is denied of both")
        one, other = (Clauses().said_of_what(each, predicate) for each in (what, self.some(others)))
        return And((one, Not(other)))

    def any_of_them(self, items: Any, number: float | None = None) -> Selection:
        return self.some(_so_many(items, number))

    def all_of_them(self, items: Any, number: float | None = None) -> Selection:
        return self.every(_so_many(items, number))

    def text_not_there(self, one: Place, other: Place, predicate: Condition) -> Condition:
        return And((Said(one, predicate), Said(other, Not(predicate))))


def _so_many(items: Any, number: float | None) -> Any:
    """The items, if there are so many of them."""
    if number is not None and number != count_of(items):
        raise RefusedError(f"these are not {number:g}")
    return items


COSTS = {"of_some": 2, "unless_also": 2}
"""What a rule adds to the cost of a reading."""
