"""What the rules of ``rows.lark`` mean: what is said of each row that a label is for."""

from __future__ import annotations

from typing import Any

from ...grammar.nodes import Condition
from ...primitives.base import Place
from ...primitives.regions import Here
from ...primitives.text import Count, Mentions
from ..assemble import Said, finish, settle
from .lists import Lists
from .relations import Relations


class Rows(Lists):
    """One method per rule, under the rule's name."""

    def of_each(self, condition: Condition) -> Condition:
        return condition

    of_some = of_each

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
        near: Condition = settle(Relations().said_of_pair(pair, predicate), place)
        return near


COSTS = {"of_some": 2}
"""What a rule adds to the cost of a reading."""
