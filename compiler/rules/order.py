"""What the rules of ``texts.lark`` mean for order: what comes later, beside something else, in a row."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ...grammar.nodes import And, Condition, Interval, Not
from ...primitives.base import Place
from ...primitives.patterns import Kind
from ...primitives.regions import ANYWHERE, OPPOSITE, Beside, Here, Joint
from ...primitives.sentences import SentenceWith
from ...primitives.text import Choice, Mentions
from ..assemble import Pending, choose, finish, settled_list
from ..settling import told_in
from ..standins import Again, InTurn, Patterns, RefusedError, Said, Selection, checked
from .clauses import said_of_what
from .lists import listed, some
from .single import row_of, singles

# -- order ---------------------------------------------------------------------------------------------


def later(one: Selection, other: Selection, distance: Interval = ANYWHERE) -> Condition:
    anchors = singles(one)
    if any(isinstance(item, InTurn) for choice, _ in other.parts for item in choice.items):
        raise RefusedError("all of the steps are told one by one")
    if any(isinstance(anchor, SentenceWith) for anchor in anchors):
        raise RefusedError("it is not clear whether that comes behind the sentence or in it")
    beside = finish(Beside, {"side": "after", "distance": distance, "what": anchors, "of": Here()})
    made: Condition = finish(Mentions, {"what": other, "where": beside})
    return made


def later_here(one: Selection, other: Selection) -> Condition:
    if any({*choice.items} == {Kind("word")} for choice, _ in other.parts):  # "after that word"
        raise RefusedError("it is not clear which word this is")
    return Said(None, later(one, other))


def words_later(one: Selection, distance: Interval, other: Selection) -> Condition:
    return later(one, other, distance)


def words_with(one: Selection, other: Selection, distance: Interval) -> Condition:
    return later(one, other, distance)


def ordered_there(condition: Condition, place: Place | None = None) -> Condition:
    there: Condition = condition if place is None else told_in(condition, place)
    return there


def ordered_here(condition: Condition, place: Place | None = None) -> Condition:
    return Said(None, ordered_there(condition, place))


def in_order_there(items: Patterns, place: Place | None = None) -> Condition:
    found = settled_list(listed(items))
    if len(found) > 3 or len(set(found)) != len(found):
        raise RefusedError("the order of two or three different things can be told")
    around = [
        finish(Beside, {"side": side, "distance": ANYWHERE, "what": (one,), "of": Here()})
        for side, one in (("after", found[0]), ("before", found[-1]))
    ]
    if len(found) == 2:
        return ordered_there(Mentions(Choice(found[1:]), around[0]), place)
    return ordered_there(Mentions(Choice(found[1:2]), Joint(tuple(around))), place)


def occur_in_order(items: Patterns, predicate: Any) -> Condition:
    pending, wanted, *elsewhere = predicate
    if not isinstance(pending, Pending) or pending.template.primitive is not Mentions or elsewhere:
        raise RefusedError("only what occurs has an order")
    condition = in_order_there(items, dict(pending.values).get("where"))
    return Said(None, condition if wanted else Not(condition))


def there_but_not(what: Selection, predicate: Any, place: Place) -> Condition:
    _, wanted, *elsewhere = predicate
    if not wanted or elsewhere or not isinstance(place, (Beside, Joint)):
        raise RefusedError("what is denied is no place beside something")
    here = said_of_what(what, predicate)
    return And((here, Said(None, Not(finish(Mentions, {"what": what, "where": place})))))


def mentions_but_not(what: Selection, place: Place) -> Condition:
    here, there = (finish(Mentions, {"what": what, "where": where}) for where in (Here(), place))
    return And((here, Not(there)))


def implied_but_not(what: Selection, place: Place) -> Condition:
    return Said(None, mentions_but_not(what, place))


def with_beside(item: Any, near: Selection, place: Place) -> Condition:
    return Said(None, _beside(some(item), near, place))


def without_beside(item: Any, near: Any, place: Place) -> Condition:
    return Said(None, mentions_without(some(item), near, place))


def mentions_with(what: Selection, near: Selection, place: Place) -> Condition:
    return _beside(what, near, place)


def mentions_without(what: Selection, near: Any, place: Place) -> Condition:
    here = finish(Mentions, {"what": what, "where": Here()})
    return And((here, Not(_beside(what, some(near), place))))


def _beside(what: Selection, near: Selection, place: Place) -> Condition:
    """What has something else right before it, after it or near it."""
    if not isinstance(place, Beside) or place.what != (Again(),):
        raise RefusedError("it is not said beside what")
    turned = replace(place, side=OPPOSITE[place.side], what=singles(near))
    made: Condition = finish(Mentions, {"what": what, "where": checked(turned)})
    return made


# -- in a row ------------------------------------------------------------------------------------------


def in_a_row(items: Patterns, count: float, place: Place | None = None) -> Condition:
    return Said(None, Mentions(choose((row_of(items, count),), 1), place or Here()))


def repeats(items: Patterns, count: float) -> Condition:
    return Mentions(choose((row_of(items, count),), 1), Here())


COSTS = {"with_beside": 2, "without_beside": 2, "mentions_without": 2}
"""What a rule adds to the cost of a reading."""
