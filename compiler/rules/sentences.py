"""What the rules of ``sentences.lark`` mean: what shares a sentence with something else, and in which order."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ...grammar.nodes import Condition, Not
from ...primitives.base import Place, Sought
from ...primitives.regions import ANYWHERE, NEXT, Beside, Here, Stretch, Whole
from ...primitives.relations import Argument, Chain, Series
from ...primitives.sentences import SentenceWith
from ...primitives.surroundings import Along, Away
from ...primitives.text import Choice, Mentions
from ..assemble import choose, finish, one_sentence, settled_list
from ..settling import settle
from ..standins import Again, AsBefore, Patterns, RefusedError, Said, Selection, checked
from .placing import where_told
from .single import WAYS, series_of

# -- in a sentence with something, or without it -----------------------------------------------------------


def sharing(others: Patterns) -> Place:
    return Along(_words(others), Here())


def not_sharing(others: Patterns) -> Place:
    place: Place = checked(Away(sharing(others)))
    return place


def sharing_where(what: Selection, predicate: Any) -> Place:
    """In a sentence of which it is told what is there, or is not there."""
    pending, wanted, *elsewhere = predicate
    if elsewhere or where_told(pending) != Here() or len(what.parts) != 1 or what.parts[0][0].least != 1:
        raise RefusedError("it is not clear what is in that sentence")
    choice, there = what.parts[0]
    return sharing(choice.items) if wanted == there else not_sharing(choice.items)


def holder_has(others: Patterns, items: Patterns) -> Condition:
    """A sentence in which one thing is has another, too."""
    ones, others = settled_list(items), settled_list(others)
    if len(ones) == len(others) == 1:
        return Said(None, one_sentence(others[0], ones[0]))
    return Said(None, Mentions(Choice(_words(others)), Along(_words(ones), Here())))


def holder_lacks(others: Patterns, items: Patterns) -> Condition:
    return Said(None, Mentions(Choice(_words(others)), not_sharing(items)))


def no_holder_has(others: Patterns, items: Patterns) -> Condition:
    return Not(holder_has(others, items))


def besides_some(clause: Condition, others: Patterns) -> Condition:
    """What is mentioned stands in a sentence with something else."""
    return _narrowed(clause, sharing(others))


def besides_none(clause: Condition, others: Patterns) -> Condition:
    return _narrowed(clause, not_sharing(others))


def some_beside(what: Selection, others: Patterns) -> Condition:
    return _narrowed(finish(Mentions, {"what": what, "where": Here()}), sharing(others))


def some_beside_none(what: Selection, others: Patterns) -> Condition:
    return _narrowed(finish(Mentions, {"what": what, "where": Here()}), not_sharing(others))


# -- one behind the other in a sentence --------------------------------------------------------------------


def then_in_sentence(*steps: Any) -> Condition:
    return Said(None, later_in_sentence(*steps))


def later_in_sentence(*steps: Any) -> Condition:
    """One step behind the other in one and the same sentence."""
    return _in_sentence(series_of(steps), Here())


def listed_in_sentence(items: Patterns) -> Condition:
    return then_in_sentence(*_words(items))


def within_a_sentence(clause: Condition) -> Condition:
    """What stands before or behind something else does so in one sentence."""
    if isinstance(clause, Not):
        return Not(within_a_sentence(clause.item))
    if isinstance(clause, Said) and (clause.subject is None or isinstance(clause.subject, Whole)):
        return Said(clause.subject, _within(clause.body), clause.bare)
    raise RefusedError("it is not clear what stands in one sentence")


def _within(told: Condition) -> Condition:
    if isinstance(told, Not):
        return Not(_within(told.item))
    if not isinstance(told, Mentions) or told.what.least != 1:
        raise RefusedError("it is not clear what stands in one sentence")
    if all(isinstance(item, (Series, Chain)) for item in told.what.items):
        return _in_sentence(told.what.items, told.where)
    where = told.where
    if not isinstance(where, Beside) or where.side == "either" or where.distance not in (ANYWHERE, NEXT):
        raise RefusedError("it is not clear what stands in one sentence")
    first, last = (where.what, told.what.items) if where.side == "after" else (told.what.items, where.what)
    made = Series if where.distance == ANYWHERE else Chain
    pairs = [made((one, other)) for one in _words(first) for other in _words(last)]
    if len(pairs) > WAYS:
        raise RefusedError(f"there are more than {WAYS} ways to take one of each")
    return _in_sentence(pairs, where.of)


def _narrowed(told: Condition, place: Place) -> Condition:
    """What is said to be there, in such a sentence only."""
    if isinstance(told, Said):
        return Said(told.subject, _narrowed(told.body, place), told.bare)
    if not isinstance(told, Mentions) or told.what.least != 1 or not isinstance(told.where, (Stretch, AsBefore)):
        raise RefusedError("it is not clear of what the sentence is")
    _words(told.what.items)
    return replace(told, where=settle(place, Here() if isinstance(told.where, AsBefore) else told.where))


def _in_sentence(items: Any, place: Place) -> Condition:
    """A sentence that has one of the runs."""
    found: Condition = Mentions(Choice((SentenceWith(choose(tuple(items), 1)),)), Here())
    return settle(found, place)  # type: ignore[no-any-return]


def _words(items: Patterns) -> tuple[Sought, ...]:
    """Things that are no arguments: of these it is told elsewhere what stands in their sentence."""
    settled = settled_list(items)
    if any(isinstance(own, (Argument, Again, SentenceWith)) for item in settled for own in item.walk()):
        raise RefusedError("it is not clear which sentence is meant")
    return settled


COSTS = {
    **dict.fromkeys(("sharing", "not_sharing", "sharing_where"), -2),
    **dict.fromkeys(("holder_has", "holder_lacks", "no_holder_has"), -3),
    **dict.fromkeys(("besides_some", "besides_none", "some_beside", "some_beside_none"), -2),
    **dict.fromkeys(("then_in_sentence", "later_in_sentence", "listed_in_sentence", "within_a_sentence"), -2),
}
"""What a rule adds to the cost of a reading."""
