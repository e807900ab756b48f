"""What the rules of ``compound.lark`` mean: one thing of which two are told in one clause."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ...grammar.nodes import And, Compare, Condition, Interval, Or
from ...primitives.base import Place
from ...primitives.entities import Entity
from ...primitives.regions import ANYWHERE, NEXT, OPPOSITE, Beside, Between, Here, Joint, Portion, Side, Whole
from ...primitives.relations import Argument, Gap, Inside
from ...primitives.surroundings import Away
from ...primitives.text import Choice, Count, Mentions
from ..assemble import Pending, settled_list
from ..standins import Former, InBetween, It, RefusedError, Said, Selection, checked
from .alone import WORD
from .clauses import said_of_what, stands_as, stands_in
from .pairs import text_equals
from .reference import follows_on, follows_which
from .relations import apart, pair_alike, pair_unlike, said_of_pair
from .sides import stands_only
from .two import TWO


def alternatives(subject: Place, *predicates: Any) -> Condition:
    """Behind "and", a subject of its own holds what is told of it together: "and x has a or b" is one condition."""
    if isinstance(subject, (It, Here)) or subject == Whole() or any(isinstance(own, Pending) for own in predicates):
        raise RefusedError("it is not clear what belongs together")
    return Said(subject, Or(predicates))


def is_or_so(root: Place, what: Selection, *predicates: Any) -> Condition:
    if any(isinstance(own, Pending) for own in predicates):
        raise RefusedError("it is not clear what belongs together")
    same = text_equals(root, what)
    return Or((same, *(Said(root, own) for own in predicates)))


def alternatives_and(*conditions: Condition) -> Condition:
    """What goes on about the same subject belongs to the last of the alternatives."""
    if any(isinstance(own, Said) and own.subject is None and own.bare for own in conditions):
        raise RefusedError("it is not clear what belongs together")
    return And(conditions)


def is_and_is_there(root: Place, what: Selection, place: Any) -> Condition:
    """What an argument is, and where it stands ("is a number followed by x")."""
    return And((text_equals(root, what), stands_in(_argument(root), place)))


def is_so_there(root: Place, predicate: Any, place: Any) -> Condition:
    if isinstance(predicate, Pending) or not isinstance(place, Beside):
        raise RefusedError("it is not clear what is told of it")
    return And((Said(root, predicate), stands_in(_argument(root), place)))


def or_stands(one: Selection, predicate: Any, other: Selection) -> Condition:
    """The same is told of two things."""
    return Or(tuple(said_of_what(own, predicate) for own in (one, other)))


def first_and_last_of(one: Selection, part: Place, other: Selection, side: str) -> Condition:
    """The first word of a text, and the last."""
    if not isinstance(part, Portion) or part.count != 1 or (part.side == "first") == (side == "after"):
        raise RefusedError("it is not clear what it is the first or the last of")
    end = Portion("first" if side == "after" else "last", 1, part.unit, part.of)
    return And((stands_as(one, part), stands_as(other, end)))


def told_there(subject: Place, predicate: Any, place: Place) -> Any:
    """A text begins or ends with a thing that stands beside another ("begins with x, followed by y")."""
    if not isinstance(predicate, Mentions) or predicate.what.least > 1:
        raise RefusedError("it is not clear what stands there")
    return Said(subject, replace(predicate, where=checked(Joint((predicate.where, place)))))


def comes_first_of_them(clause: Condition, item: Any, side: Side = "before") -> Condition:
    """Of two things between which something is told, one comes before the other."""
    (own,) = settled_list((item,))
    ends = [
        (node.left, node.right) if isinstance(node, Between) else ((node.left,), (node.right,))
        for node in clause.walk()
        if isinstance(node, (Between, Gap)) and not isinstance(node, InBetween)
    ]
    others = {other for left, right in ends for one, other in ((left, right), (right, left)) if one == (own,)}
    if not others:
        lists = {node.items for node in clause.walk() if isinstance(node, Choice) and node.least == 2}
        others = {tuple(one for one in both if one != own) for both in lists if len(both) == 2 and own in both}
    if len(others) != 1:
        raise RefusedError("it is not clear what it comes before or after")
    (other,) = others
    body = clause.body if isinstance(clause, Said) else clause
    counted = isinstance(body, Compare) and (
        isinstance(body.quantity, Gap) or (isinstance(body.quantity, Count) and body.quantity.what == WORD)
    )
    if isinstance(body, Compare) and counted:
        low, high = (None if end is None else end + 1 for end in (body.interval.low, body.interval.high))
        distance = Interval(low, high, body.interval.low_open, body.interval.high_open)
        return Said(None, Mentions(Choice((own,)), checked(Beside(side, distance, other, Here()))))
    return And((clause, Said(None, Mentions(Choice((own,)), Beside(side, ANYWHERE, other, Here())))))


def comes_last_of_them(clause: Condition, item: Any) -> Condition:
    return comes_first_of_them(clause, item, "after")


def follows_by_way(what: Selection, first: Any, last: Selection, middle: Any) -> Condition:
    """The second thing lies between two others: "x is followed by a comma, y comes right after this comma"."""
    side, distance, between = first
    if settled_list((middle,)) != (between,) or len(last.parts) != 1 or not last.parts[0][1]:
        raise RefusedError("it is not clear what it comes after")
    return follows_which(what, (side, distance, between), ("before", NEXT, last.parts[0][0].items[0]))


def follows_on_later(what: Selection, first: Any, *others: Any) -> Condition:
    """Each thing anywhere behind the one before it."""
    steps = (("before", ANYWHERE, own) for own in settled_list(others))
    return follows_on(what, first, *steps)


def it_stands_only(place: Any) -> Condition:
    return stands_only(Selection(((Choice((Former(),)), True),)), place)


def their_parts_alike(part: Place) -> Condition:
    return said_of_pair(TWO, pair_alike(part))


def their_parts_unlike(part: Place) -> Condition:
    return said_of_pair(TWO, pair_unlike(part))


def apart_there(*items: Any) -> Any:
    """How many words are between the two."""
    return apart(items[-1])


def resumed(name: str, predicate: Any) -> Condition:
    """The argument, and "it" for it once more ("X it is after Y")."""
    return said_of_what(_argument(Inside(name)), predicate)


def other_than_one(kind: Any, name: str) -> Any:
    """Another person, place, ... than the argument is none of the arguments."""
    if not isinstance(kind, Entity):
        raise RefusedError("only people, places and other entities can be told from the arguments")
    return replace(kind, other=True)


def on_any_side(place: Any) -> Any:
    if not isinstance(place, Beside) or place.side != "either":
        raise RefusedError("it is not clear on which side it is")
    return place


def not_other_side(place: Any, side: Side) -> Any:
    """Before something and not after it, or the other way round."""
    if not isinstance(place, Beside) or place.side != OPPOSITE[side]:
        raise RefusedError("it is not clear on which side it is")
    if all(item.single for item in place.what):
        return place
    return checked(Joint((place, checked(Away(replace(place, side=side, distance=ANYWHERE))))))


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
    **dict.fromkeys(("comes_first_of_them", "comes_last_of_them", "their_parts_alike", "their_parts_unlike"), 1),
    "follows_by_way": -1,
    "other_than_one": 4,
}
"""What a rule adds to the cost of a reading."""
