"""What the rules of ``compound.lark`` mean: one thing of which two are told in one clause."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ...grammar.nodes import And, Condition, Or
from ...primitives.base import Place
from ...primitives.regions import Here, Joint, Portion, Whole
from ...primitives.relations import Argument, Inside
from ...primitives.text import Choice, Mentions
from ..assemble import Pending
from ..standins import It, RefusedError, Said, Selection, checked
from .clauses import Clauses
from .pairs import Pairs


class Compound:
    """One method per rule, under the rule's name."""

    def alternatives(self, subject: Place, *predicates: Any) -> Condition:
        """Behind "and", a subject of its own holds what is told of it together: "and x has a or b" is one condition."""
        if isinstance(subject, (It, Here)) or subject == Whole() or any(isinstance(own, Pending) for own in predicates):
            raise RefusedError("it is not clear what belongs together")
        return Said(subject, Or(predicates))

    def is_or_so(self, root: Place, what: Selection, *predicates: Any) -> Condition:
        if any(isinstance(own, Pending) for own in predicates):
            raise RefusedError("it is not clear what belongs together")
        same = Pairs().text_equals(root, what)
        return Or((same, *(Said(root, own) for own in predicates)))

    def alternatives_and(self, *conditions: Condition) -> Condition:
        """What goes on about the same subject belongs to the last of the alternatives."""
        if any(isinstance(own, Said) and own.subject is None and own.bare for own in conditions):
            raise RefusedError("it is not clear what belongs together")
        return And(conditions)

    def is_and_is_there(self, root: Place, what: Selection, place: Any) -> Condition:
        """What an argument is, and where it stands ("is a number followed by x")."""
        return And((Pairs().text_equals(root, what), Clauses().stands_in(_argument(root), place)))

    def is_so_there(self, root: Place, predicate: Any, place: Any) -> Condition:
        if isinstance(predicate, Pending):
            raise RefusedError("it is not clear what is told of it")
        return And((Said(root, predicate), Clauses().stands_in(_argument(root), place)))

    def or_stands(self, one: Selection, predicate: Any, other: Selection) -> Condition:
        """The same is told of two things."""
        return Or(tuple(Clauses().said_of_what(own, predicate) for own in (one, other)))

    def first_and_last_of(self, one: Selection, part: Place, other: Selection, side: str) -> Condition:
        """The first word of a text, and the last."""
        if not isinstance(part, Portion) or part.count != 1 or (part.side == "first") == (side == "after"):
            raise RefusedError("it is not clear what it is the first or the last of")
        end = Portion("first" if side == "after" else "last", 1, part.unit, part.of)
        return And((Clauses().stands_as(one, part), Clauses().stands_as(other, end)))

    def told_there(self, subject: Place, predicate: Any, place: Place) -> Any:
        """A text begins or ends with a thing that stands beside another ("begins with x, followed by y")."""
        if not isinstance(predicate, Mentions) or predicate.what.least > 1:
            raise RefusedError("it is not clear what stands there")
        return Said(subject, replace(predicate, where=checked(Joint((predicate.where, place)))))


def _argument(root: Place) -> Selection:
    if not isinstance(root, Inside):
        raise RefusedError("it is not clear what stands there")
    return Selection(((Choice((Argument(root.name),)), True),))


COSTS = {
    "alternatives": -1,
    "is_or_so": -1,
    "alternatives_and": -1,
    "is_and_is_there": 1,
    "is_so_there": 3,
    "told_there": 2,
}
"""What a rule adds to the cost of a reading."""
