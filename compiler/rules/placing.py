"""What places tell: where something stands, which of several it is, and what is not there."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ...grammar.nodes import And, Condition
from ...primitives.base import Place
from ...primitives.regions import OPPOSITE, Beside, Between, Here, Joint, Whole
from ...primitives.relations import Argument
from ...primitives.sentences import QUESTION, SentenceWith
from ...primitives.text import Choice, Mentions
from ..assemble import Pending, finish
from ..settling import settle
from ..standins import Again, Patterns, Places, RefusedError, Said, Selection, ThatPhrase, checked


def tells_of_words(condition: Condition) -> bool:
    """Whether it tells last where words stand beside an argument: in an exception to it, "it" stands for these."""
    last = condition.items[-1] if isinstance(condition, And) else condition
    told = last.body if isinstance(last, Said) and last.subject is None else None
    if not isinstance(told, Mentions) or any(isinstance(item, Argument) for item in told.what.items):
        return False
    return any(isinstance(own, Argument) for own in told.where.walk())


def beside_the_words(item: Any) -> Any:
    """What is told of "it", told of the words that were spoken of."""
    if isinstance(item, Beside) and item.what == (Again(),):
        return replace(item, what=(ThatPhrase(),))
    return item.map(beside_the_words)


def absent(value: Any) -> Any:
    """What is denied if it is told of what is listed that it is not there: of "a and b", each; of two of three, two."""
    if not isinstance(value, Selection):
        return value
    if len(value.parts) != 1 or not value.parts[0][1]:
        raise RefusedError("it is not clear how many of them are not there")
    items, least = value.parts[0][0].items, value.parts[0][0].least
    denied = least if least == 1 else len(items) - least + 1
    return Selection(((Choice(items, denied), True),))


def where_told(predicate: Any) -> Place | None:
    """Where something is told to stand; None if something else is told."""
    if isinstance(predicate, Place):
        return predicate
    if not isinstance(predicate, Pending) or predicate.template.primitive is not Mentions:
        return None
    found: Place = dict(predicate.values).get("where", Here())
    return found


def one_thing(what: Selection, place: Any) -> None:
    """Refuses a sentence between things, or one that starts or ends with several: one of these may stand there."""
    things = [item for choice, _ in what.parts for item in choice.items]
    held = [item for item in things if isinstance(item, SentenceWith) and item.what != QUESTION]
    edged = any(own.side != "anywhere" and len(own.what.items) > 1 for own in held)
    several = edged and isinstance(place, (Beside, Joint))
    if several or (held and isinstance(place, Between)):
        raise RefusedError("it is not clear whether the sentence stands there or what is in it")


def joint(*places: Any) -> Any:
    """The place that is in all of these at once; of several, each with the others; of several texts, each."""
    several = next((place for place in places if isinstance(place, Places)), None)
    if several is not None:
        others = [place for place in places if place is not several]
        return Places(tuple(joint(*others, each) for each in several.items), several.meant)
    roots = {place.root for place in places if isinstance(place, Place)}
    if len(roots) > 1 and all(isinstance(root, Whole) for root in roots):
        return Places(places, "all")
    own = roots - {Here()}
    if len(own) == 1:
        places = tuple(settle(place, *own) for place in places)
    return checked(Joint(places))


def beyond(others: Patterns, place: Place) -> Place:
    """Where a thing stands that has the others at a place told by "it"."""
    if not isinstance(place, Beside) or place.what != (Again(),):
        raise RefusedError("it is not clear where something is not")
    beside = {"side": OPPOSITE[place.side], "distance": place.distance, "what": others, "of": Here()}
    found: Place = finish(Beside, beside)
    return found
