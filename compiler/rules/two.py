"""What is said of two things at once: what is between them, how far apart they are, what of them is the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ...grammar.nodes import Compare, Condition, Interval
from ...primitives.base import Place, Sought
from ...primitives.occurrences import SameLetter
from ...primitives.regions import Beside, Between, Here, Stretch
from ...primitives.relations import Argument, Common, Gap, Inside, Same
from ...primitives.text import Choice, Count, Mentions
from ..argument_names import FIRST, SECOND
from ..assemble import finish, one_sentence
from ..settling import settle
from ..standins import RefusedError, Selection, checked
from .alone import WORD, Pair, alone_linking

TWO = (Argument(FIRST), Argument(SECOND))
"""The two arguments."""


def name_of(one: Sought) -> str:
    """The name of an argument."""
    if not isinstance(one, Argument):
        raise RefusedError("only the arguments can be compared like this")
    return one.name


def stretch_of(place: Place) -> Stretch:
    """A run of words."""
    if not isinstance(place, Stretch):
        raise RefusedError("only runs of words can be compared")
    return place


def enclosing(pair: Pair, what: Selection) -> Condition:
    left, right = pair
    made: Condition = finish(Mentions, {"what": what, "where": Between((left,), (right,), Here())})
    return made


def so_far_apart(pair: Pair, words: Interval) -> Condition:
    """How many words are between two arguments, or between the nearest of two other things."""
    left, right = pair
    if left.single and right.single:
        return Compare(Count(WORD, Between((left,), (right,), Here())), words)
    return Compare(checked(Gap(left, right)), words)


def one_near_other(pair: Pair, distance: Interval) -> Condition:
    """One of two stands so far from the other, on either side."""
    left, right = pair
    return Mentions(Choice((left,)), Beside("either", distance, (right,), Here()))


def in_one_place(pair: Pair) -> Condition:
    return one_sentence(*pair)


def letter_alike(pair: Pair, side: Any) -> Condition:
    left, right = (Inside(name_of(one)) for one in pair)
    return SameLetter(side, left, right)


def part_alike(pair: Pair, part: Place | None) -> Condition:
    left, right = (Inside(name_of(one)) for one in pair)
    if part is None:
        return Same(left, right)
    return Same(*(stretch_of(settle(part, own)) for own in (left, right)))


def common_words(pair: Pair, amount: Interval) -> Condition:
    left, right = (Inside(name_of(one)) for one in pair)
    return Compare(Common(left, right), amount)


OF_TWO: dict[str, Callable[..., Condition]] = {
    "enclose": enclosing,
    "only": alone_linking,
    "apart": so_far_apart,
    "near": one_near_other,
    "together": in_one_place,
    "letters": letter_alike,
    "same": part_alike,
    "share": common_words,
}
"""What a predicate of two things says, by its name."""
