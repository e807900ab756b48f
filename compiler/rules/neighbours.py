"""What the rules of ``neighbours.lark`` mean: the words next to something, and how far from it a place lies."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ...grammar.nodes import Condition, Interval, Not
from ...primitives.base import Place
from ...primitives.regions import ANYWHERE, NEXT, Beside, Here, Side
from ...primitives.relations import Argument, Chain
from ...primitives.text import Choice, Mentions
from ..assemble import finish, settled_list
from ..standins import Again, Both, Patterns, RefusedError, Said, Selection, checked
from .alone import word_there
from .clauses import stands_in
from .single import singles, words_of


def neighbour_is(name: str, side: Any, what: Selection) -> Condition:
    return word_there(Beside(side, NEXT, (Argument(name),), Here()), what)


def nth_word_is(number: float, place: Place, what: Selection) -> Condition:
    if not isinstance(place, Beside) or place.side == "either" or place.distance != ANYWHERE:
        raise RefusedError("it is not clear which word this is")
    there = replace(place, distance=Interval(number, number))
    return Said(None, finish(Mentions, {"what": what, "where": there}))


def is_nth_word(what: Selection, number: float, place: Place) -> Condition:
    return nth_word_is(number, place, what)


def nth_behind(*told: Any, side: Side = "after") -> Place:
    """One word by its number from something, or one of two next to each other."""
    *numbers, anchor = told
    if numbers[-1] - numbers[0] != len(numbers) - 1:
        raise RefusedError("it is not clear which words are meant")
    distance = Interval(numbers[0], numbers[-1])
    what = anchor if isinstance(anchor, (tuple, Both)) else (anchor,)
    slots = {"side": side, "distance": distance, "what": what, "of": Here()}
    beside: Place = finish(Beside, slots)
    return beside


def nth_ahead(*told: Any) -> Place:
    return nth_behind(*told, side="before")


def by_nth_behind(number: float, anchor: Any) -> Place:
    return within_behind(number, anchor)


def is_nth_or_nth(what: Selection, *told: Any) -> Condition:
    return stands_in(what, nth_behind(*told))


def is_nth_or_nth_ahead(what: Selection, *told: Any) -> Condition:
    return stands_in(what, nth_ahead(*told))


def is_not_nth_or_nth(what: Selection, *told: Any) -> Condition:
    return Not(is_nth_or_nth(what, *told))


def is_not_nth_or_nth_ahead(what: Selection, *told: Any) -> Condition:
    return Not(is_nth_or_nth_ahead(what, *told))


def nth_or_nth_is(*told: Any) -> Condition:
    return is_nth_or_nth(told[-1], *told[:-1])


def nth_or_nth_ahead_is(*told: Any) -> Condition:
    return is_nth_or_nth_ahead(told[-1], *told[:-1])


def neighbour_on_side(side: Any, name: str, what: Selection) -> Condition:
    return neighbour_is(name, side, what)


def next_word_is(place: Place, what: Selection) -> Condition:
    if not isinstance(place, Beside):
        raise RefusedError("it is not clear which word this is")
    return word_there(place, what)


def is_next_word(what: Selection, place: Place) -> Condition:
    return next_word_is(place, what)


def first_word_is(place: Place, what: Selection) -> Condition:
    """The first word after something stands beside it; the first one before it may be far away."""
    return next_word_is(_on_side(place, "after"), what)


def is_first_word(what: Selection, place: Place) -> Condition:
    return first_word_is(place, what)


def last_word_is(place: Place, what: Selection) -> Condition:
    """The last word before something stands beside it; the last one after it may be far away."""
    return next_word_is(_on_side(place, "before"), what)


def is_last_word(what: Selection, place: Place) -> Condition:
    return last_word_is(place, what)


def has_beside(name: str, what: Selection, place: Place) -> Condition:
    if not isinstance(place, Beside) or place.what != (Again(),):
        raise RefusedError("it is not clear where it has this")
    return stands_in(what, replace(place, what=(Argument(name),)))


def has_not_beside(name: str, what: Selection, place: Place) -> Condition:
    return Not(has_beside(name, what, place))


def next_is(place: Place, what: Selection) -> Condition:
    """The next word after something; before it, it is the one right before."""
    if not isinstance(place, Beside) or place.side != "after" or place.distance not in (ANYWHERE, NEXT):
        raise RefusedError("it is not clear behind what that word stands")
    return word_there(place, what)


def word_behind(words: Interval, anchor: Any, what: Selection, side: str = "after") -> Condition:
    place = {"side": side, "distance": words, "what": settled_list((anchor,)), "of": Here()}
    return Said(None, finish(Mentions, {"what": what, "where": finish(Beside, place)}))


def word_ahead(words: Interval, anchor: Any, what: Selection) -> Condition:
    return word_behind(words, anchor, what, "before")


def within_behind(words: float, anchor: Any, side: str = "after") -> Place:
    what = anchor if isinstance(anchor, (tuple, Both)) else settled_list((anchor,))
    beside: Place = finish(Beside, {"side": side, "distance": Interval(None, words), "what": what, "of": Here()})
    return beside


def within_next(words: float) -> Place:
    return within_behind(words, (Again(),))


def within_ahead(words: float, anchor: Any) -> Place:
    return within_behind(words, anchor, "before")


def so_near(place: Place, distance: Any) -> Place:
    """Beside something, and how far from it is told behind that."""
    if not isinstance(place, Beside) or place.distance != ANYWHERE:
        raise RefusedError("it is not clear from what it is so far")
    words = distance if isinstance(distance, Interval) else Interval(None, distance)
    near: Place = checked(replace(place, distance=words))
    return near


def that_so_far(clause: Condition, distance: Any) -> Condition:
    """Something stands beside something, and how far from it is told behind the clause."""
    body = clause.body if isinstance(clause, Said) else clause
    if not isinstance(clause, Said) or not isinstance(body, Mentions):
        raise RefusedError("it is not clear from what it is so far")
    return replace(clause, body=replace(body, where=so_near(body.where, distance)))


def followed_so_far(what: Selection, distance: Interval, other: Selection) -> Condition:
    """One thing behind another, at a distance told between them."""
    beside = {"side": "before", "distance": distance, "what": singles(other), "of": Here()}
    return stands_in(what, finish(Beside, beside))


def followed_within_next(what: Selection, words: float, other: Selection) -> Condition:
    return followed_so_far(what, Interval(None, words), other)


def so_many_between(place: Place, words: Interval) -> Place:
    """So many words in between are one less than it is away."""
    low, high = (None if end is None else end + 1 for end in (words.low, words.high))
    return so_near(place, replace(words, low=low, high=high))


def so_few_between(place: Place, words: float) -> Place:
    return so_many_between(place, Interval(None, words))


def right_there(place: Place) -> Place:
    return so_near(place, NEXT)


def shortly_before(other: Patterns, words: Any) -> Place:
    return _shortly("before", other, words)


def shortly_after(other: Patterns, words: Any) -> Place:
    return _shortly("after", other, words)


def _shortly(side: str, other: Patterns, words: Any) -> Place:
    return so_near(finish(Beside, {"side": side, "distance": ANYWHERE, "what": other, "of": Here()}), words)


def words_behind_have(words: float, anchor: Any, what: Selection) -> Condition:
    return stands_in(what, within_behind(words, anchor))


def words_ahead_have(words: float, anchor: Any, what: Selection) -> Condition:
    return stands_in(what, within_ahead(words, anchor))


def words_behind_are(words: float, anchor: Any, what: Selection, side: str = "after") -> Condition:
    """So many words right beside something are a phrase of as many words, or all of a list in its order."""
    if len(what.parts) == 1 and what.parts[0][1] and what.parts[0][0].least == len(what.parts[0][0].items) > 1:
        what = Selection(((Choice((Chain(what.parts[0][0].items),)), True),))
    if any(words_of(item) != words for choice, _ in what.parts for item in choice.items):
        raise RefusedError("it is not clear which of the words this is")
    return stands_in(what, finish(Beside, {"side": side, "distance": NEXT, "what": (anchor,), "of": Here()}))


def words_ahead_are(words: float, anchor: Any, what: Selection) -> Condition:
    return words_behind_are(words, anchor, what, "before")


def words_behind_lack(words: float, anchor: Any, what: Selection) -> Condition:
    return Not(words_behind_have(words, anchor, what))


def words_ahead_lack(words: float, anchor: Any, what: Selection) -> Condition:
    return Not(words_ahead_have(words, anchor, what))


def _on_side(place: Place, side: Side) -> Place:
    """The place, which lies on this side of something."""
    if not isinstance(place, Beside) or place.side != side:
        raise RefusedError("it is not clear which word this is")
    return place


COSTS = {
    "right_there": 2, "so_many_between": 1, "so_few_between": 1,
    **dict.fromkeys(("words_ahead_have", "words_behind_have", "words_ahead_lack", "words_behind_lack"), -2),
}  # fmt: skip
"""What a rule adds to the cost of a reading."""
