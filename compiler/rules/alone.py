"""What stands somewhere and nothing else does: one phrase alone between two things, so many words and one of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ...grammar.nodes import And, Compare, Condition, Interval, Not, Or
from ...primitives.base import Place, Sought
from ...primitives.makeup import ConsistsOf
from ...primitives.patterns import Kind
from ...primitives.regions import ANYWHERE, NEXT, Beside, Between, Here, Joint, Whole
from ...primitives.relations import Argument, Chain
from ...primitives.text import Choice, Count, Mentions, Share
from ..assemble import finish, settled_list
from ..standins import Blank, InBetween, RefusedError, Said, Selection, There, checked
from .single import words_of

Pair = tuple[Sought, Sought]

WORD = (Kind("word"),)

WRITTEN_SO = frozenset(map(Kind, ("lowercase_word", "capitalised_word", "all_caps_word")))
"""The kinds that only tell how words are written: "only lowercase words" may be any number of them."""


def only_there(one: Any, other: Any) -> Condition:
    """The phrase stands there, and as many words as it has; either may be said first."""
    what, place = (one, other) if isinstance(one, Selection) else (other, one)
    if len(what.parts) == 1 and what.parts[0][1] and {*what.parts[0][0].items} <= WRITTEN_SO:
        share = {"part": what.parts[0][0].items, "whole": WORD, "where": place, "share": Interval(1, 1)}
        return Said(None, finish(Share, share))
    if len(what.parts) != 1 or not what.parts[0][1]:
        raise RefusedError("only one list can stand alone")
    choice = what.parts[0][0]
    if isinstance(place, Beside) and place.distance == NEXT and choice.least == 1:
        return Said(None, Mentions(choice, place))
    if choice.least == len(choice.items) > 1:
        words = sum(map(words_of, choice.items))
        return Said(None, And((Mentions(choice, place), Compare(Count(WORD, place), Interval(words, words)))))
    if choice.least != 1 and len(choice.items) > 1:
        raise RefusedError("only one of a list can stand alone")
    if isinstance(place, (Here, Whole)) and all(isinstance(item, Kind) for item in choice.items):
        return Said(None, checked(ConsistsOf(choice.items, place)))
    if isinstance(place, Between) and any(isinstance(item, Argument) for item in choice.items):
        return Said(None, Or(tuple(Mentions(choice, wedge) for wedge in _wedges(place))))
    alone = [
        And((Mentions(Choice((item,)), place), Compare(Count(WORD, place), Interval(words, words))))
        for item in choice.items
        for words in [words_of(item)]
    ]
    return Said(None, alone[0] if len(alone) == 1 else Or(tuple(alone)))


def word_there(place: Place, what: Selection) -> Condition:
    """The next word before or after something, or all there is between two things."""
    several = any(choice.least > 1 for choice, _ in what.parts)
    if isinstance(place, Beside) and not several and place.side != "either" and place.distance in (ANYWHERE, NEXT):
        return Said(None, finish(Mentions, {"what": what, "where": replace(place, distance=NEXT)}))
    if isinstance(place, Between):
        return only_there(what, place)
    raise RefusedError("it is not clear which word this is")


def words_there(place: Place, items: Any) -> Condition:
    """All of the words before or after something in their order, or all there are between two things."""
    words = settled_list(items)
    if isinstance(place, Beside):
        return word_there(place, Selection(((Choice((Chain(words),)), True),)))
    return only_there(Selection(((Choice(words, len(words)), True),)), place)


def so_many_words_there(number: float, place: Place, what: Selection) -> Condition:
    """So many words between two things, which are a phrase of as many."""
    if not isinstance(place, Between) or any(words_of(own) != number for c, _ in what.parts for own in c.items):
        raise RefusedError("it is not clear which of the words this is")
    return only_there(what, place)


def is_word_there(what: Selection, place: Place) -> Condition:
    return word_there(place, what)


def word_not_there(place: Place, what: Selection) -> Condition:
    return Not(word_there(place, what))


def no_word_there(place: Place, what: Selection) -> Condition:
    """None of all the words there."""
    return Not(Said(None, finish(Mentions, {"what": what, "where": place})))


def equals_words(root: Place, what: Selection) -> Condition:
    return only_there(what, root)


def and_alone_there(clause: Condition, again: Place | None = None) -> Condition:
    """What a clause tells to stand somewhere, and nothing else does; where that is may be told twice."""
    if not isinstance(clause, Said) or not isinstance(clause.body, Mentions):
        raise RefusedError("it is not clear what nothing else is told of")
    told = clause.body
    place = told.where if clause.subject is None else clause.subject
    if not isinstance(place, (Between, Beside)) or (clause.subject is not None and told.where != Here()):
        raise RefusedError("it is not clear where nothing else is")
    if again is not None and again != place and not isinstance(again, (InBetween, There)):
        raise RefusedError("it is not told of the same place")
    return only_there(Selection(((told.what, True),)), place)


def empty_there(place: Place) -> Condition:
    if isinstance(place, Whole):
        return Said(place, Blank(Here()))
    return Said(None, Not(finish(Mentions, {"what": Choice(WORD), "where": place})))


def nothing_else_there(place: Place) -> Condition:
    """No word at a place that is told; "there" and the whole text are told of before, with something in them."""
    if isinstance(place, (Here, There, Whole)):
        raise RefusedError("it is not clear besides what nothing is there")
    return empty_there(place)


def only_between(what: Selection, pair: Pair) -> Condition:
    left, right = pair
    return only_there(what, Between((left,), (right,), Here()))


def alone_links(what: Selection, pair: Pair) -> Condition:
    return only_between(what, pair)


def alone_divides(what: Selection, left: str, right: str) -> Condition:
    return only_between(what, (Argument(left), Argument(right)))


def alone_linking(pair: Pair, what: Selection) -> Condition:
    return only_between(what, pair)


def one_word_there(place: Place) -> Condition:
    return Said(None, Compare(checked(Count(WORD, place)), Interval(1, 1)))


def alone_beside(pair: Pair, distance: Any, what: Selection, place: Place) -> Condition:
    """Beside each other but for what stands there."""
    return only_there(what, place)


def _wedges(place: Between) -> list[Place]:
    """Right behind the one and right before the other, either way round."""
    sides = ((place.left, place.right), (place.right, place.left))
    return [
        Joint((Beside("after", NEXT, one, place.of), Beside("before", NEXT, other, place.of))) for one, other in sides
    ]
