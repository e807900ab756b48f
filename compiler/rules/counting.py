"""What the rules of ``texts.lark`` mean for amounts: how many, how large a share, how often, how long."""

from __future__ import annotations

from typing import Any

from ...grammar.nodes import And, Compare, Condition, Interval, Not, Or
from ...primitives.arithmetic import Difference, Scaled
from ...primitives.base import Place, Sought
from ...primitives.patterns import Character, Kind, Regex
from ...primitives.regions import Here, Whole
from ...primitives.text import Count, Mentions, Share
from ..assemble import conjunction, finish, proportion, settled_list
from ..standins import Patterns, RefusedError, Said, Selection, checked
from .clauses import denied, said_of_what
from .comparing import NOUGHT
from .lists import listed, nothing, some
from .order import ordered_here

NOT_NEGATIVE = Interval(0, None)
CAPITAL, LETTER = Kind("capital_letter"), Kind("letter")

LETTERS = {"all_caps_word": ("", "[A-Z]"), "capitalised_word": ("[A-Z]", "[A-Za-z]")}
"""Of words that are told by how they are written, an expression for the first letter, if it is another, and the rest.
"""


# -- amounts -------------------------------------------------------------------------------------------


def so_many_but(amount: Interval, kinds: Patterns, *rest: Any) -> Condition:
    *place, limit = rest
    where = {"what": kinds, "where": place[0] if place else Here()}
    return Said(None, And(tuple(finish(Count, {**where, "amount": each}) for each in (amount, limit))))


def has_so_many_but(amount: Interval, kinds: Patterns, limit: Interval) -> Condition:
    return has_many(amount, kinds, limit, kinds)


def has_many(*items: Any) -> Condition:
    pairs = zip(items[::2], items[1::2], strict=True)
    made = [finish(Count, {"what": kinds, "where": Here(), "amount": amount}) for amount, kinds in pairs]
    return conjunction(made)


def mentions_any_and(words: Any, kinds: Patterns) -> Condition:
    """Any of some words, and what is none: "'beat' or 'thrash' and a score"."""
    both = (some(items) for items in (settled_list(words), kinds))
    return And(tuple(finish(Mentions, {"what": what, "where": Here()}) for what in both))


def has_any_of_these(*items: Any) -> Condition:
    """Any of what is only named, or so many of something: "more than 5 words, a link or 'free'"."""
    made = [
        item if isinstance(item, Condition) else finish(Mentions, {"what": some(listed(item)), "where": Here()})
        for item in items
    ]
    return Or(tuple(made))


def none_of_these_there(any_of_these: Condition, place: Place | None = None) -> Condition:
    return Said(None, denied(any_of_these, place))


def so_many_or_more(number: float, kinds: Patterns, place: Place | None = None) -> Condition:
    where = {"what": kinds, "where": place or Here(), "amount": Interval(number, None)}
    return Said(None, finish(Count, where))


def so_many_or_fewer(number: float, kinds: Patterns, place: Place | None = None) -> Condition:
    where = {"what": kinds, "where": place or Here(), "amount": Interval(None, number)}
    return Said(None, finish(Count, where))


def has_or_more(number: float, kinds: Patterns) -> Condition:
    return has_many(Interval(number, None), kinds)


def has_or_fewer(number: float, kinds: Patterns) -> Condition:
    return has_many(Interval(None, number), kinds)


def says_twice(items: Patterns) -> Condition:
    return Compare(Count(settled_list(items), Here()), Interval(2, None))


def share_upper(share: Interval, whole: Place) -> Condition:
    return Said(whole, Compare(Share((CAPITAL,), (LETTER,), Here()), share))


def all_in_capitals(subject: Place) -> Condition:
    return Said(subject, upper_only())


def not_without(items: Patterns) -> Condition:
    made: Condition = finish(Mentions, {"what": some(items), "where": Here()})
    return made


def upper_only() -> Condition:
    return Compare(Share((CAPITAL,), (LETTER,), Here()), Interval(1, 1))


def capitalised() -> Patterns:
    return (Kind("capitalised_word"),)


def share_or_more(fraction: float, kinds: Patterns, *rest: Any) -> Condition:
    *place, quality = rest
    slots = {"whole": kinds, "part": quality, "where": place[0] if place else Here()}
    return Said(None, finish(Share, {**slots, "share": Interval(fraction, None)}))


def all_upper(place: Place | None = None) -> Condition:
    return Said(None, Compare(Share((CAPITAL,), (LETTER,), place or Here()), Interval(1, 1)))


def words_in_upper(amount: Interval, kind: Kind = CAPITAL) -> Condition:
    letters = Compare(Share((kind,), (LETTER,), Here()), Interval(1, 1))
    return And((Compare(Count((Kind("word"),), Here()), amount), letters))


def words_in_lower(amount: Interval) -> Condition:
    return words_in_upper(amount, Kind("lowercase_letter"))


def no_word_brief(*rest: Any) -> Condition:
    *place, quality = rest
    return Said(None, finish(Mentions, {"what": nothing(quality), "where": place[0] if place else Here()}))


def share_of_kinds(share: Interval, kinds: Patterns, *rest: Any) -> Condition:
    *place, quality = rest
    slots = {"whole": kinds, "part": quality, "where": place[0] if place else Here(), "share": share}
    return Said(None, finish(Share, slots))


def bare_times(items: Patterns, times: Interval, place: Place | None = None) -> Condition:
    return Said(None, mentions_times(items, times, place))


def bare_there_times(items: Patterns, place: Place, times: Interval) -> Condition:
    return bare_times(items, times, place)


def choice_with_count(what: Selection, amount: Interval, kinds: Patterns, *place: Place) -> Condition:
    there = {"where": place[0] if place else Here()}
    counted = finish(Count, {"what": kinds, "amount": amount, **there})
    return Said(None, And((finish(Mentions, {"what": what, **there}), counted)))


def unless_that_is(what: Selection, predicate: Any, other: Selection) -> Condition:
    one, exception = (said_of_what(each, predicate) for each in (what, other))
    return And((one, Not(exception)))


def mentions_times(items: Patterns, times: Interval, place: Place | None = None) -> Condition:
    """It is there, and no oftener than told."""
    often = times.intersect(Interval(1, None))
    if often.empty:
        raise RefusedError("it is there, but never")
    return Compare(checked(Count(settled_list(items), place or Here())), often)


def occurs_but(what: Selection, predicate: Any, times: Interval) -> Condition:
    said = said_of_what(what, predicate)
    if not isinstance(said, Said) or not isinstance(said.body, Mentions) or said.body.what.least != 1:
        raise RefusedError("how often is told of what occurs")
    return Said(None, mentions_times(said.body.what.items, times, said.body.where))


def number_of_digits(digits: Interval) -> Sought:
    whole = digits.over_integers()
    low, high = max(whole.low or 1, 1), "" if whole.high is None else f"{whole.high:g}"
    if whole.low == 0 or (whole.high is not None and whole.high < low):
        raise RefusedError("a number has a digit")
    return checked(Regex(rf"\b[0-9]{{{low:g},{high}}}\b"))  # type: ignore[no-any-return]


def capitals_of_length(length: Interval, unit: str) -> Sought:
    return kind_of_length(Kind("all_caps_word"), length, unit)


def kind_of_length(kind: Sought, length: Interval, _unit: str) -> Sought:
    """A word in capitals, or that begins with one, of so many letters."""
    letters = LETTERS.get(kind.name) if isinstance(kind, Kind) else None
    if letters is None:
        raise RefusedError("only of a word in capitals it is told so how many letters it has")
    first, others = letters
    whole, before = length.over_integers(), bool(first)
    if whole.high is not None and whole.high < max(whole.low or 1, 1):
        raise RefusedError("a word has a letter")
    low = max((whole.low or 1) - before, 0)
    high = "" if whole.high is None else f"{whole.high - before:g}"
    return checked(Regex(rf"\b{first}{others}{{{low:g},{high}}}\b"))  # type: ignore[no-any-return]


# -- how often, how long -------------------------------------------------------------------------------


def oftener_there(one: Patterns, interval: Interval, other: Patterns) -> Condition:
    own, others = (checked(Count(settled_list(items), Here())) for items in (one, other))
    return Compare(checked(Difference(own, others)), interval)


def times_as_often(one: Patterns, times: Interval, other: Patterns) -> Condition:
    own, others = (checked(Count(settled_list(items), Here())) for items in (one, other))
    return proportion(own, times, others)


def equally_often() -> Interval:
    return NOUGHT


def at_least_as_often() -> Interval:
    return NOT_NEGATIVE


def oftener_here(one: Patterns, interval: Interval, other: Patterns, place: Place | None = None) -> Condition:
    return ordered_here(oftener_there(one, interval, other), place)


def times_as_often_here(one: Patterns, times: Interval, other: Patterns, place: Place | None = None) -> Condition:
    return ordered_here(times_as_often(one, times, other), place)


def exactly_as_long() -> tuple[float, bool]:
    return 1, True


def factor_one() -> tuple[float, bool]:
    return 1, False


def factor(n: float) -> tuple[float, bool]:
    return n, False


def as_long_as(times: tuple[float, bool], there: Place) -> Condition:
    factor, exactly = times
    own, other = (Count((Character(),), place) for place in (Here(), there))
    measured = other if factor == 1 else checked(Scaled(factor, other))
    return Compare(checked(Difference(own, measured)), Interval(0, 0) if exactly else Interval(0, None))


def longer_text(one: Place, other: Place) -> Condition:
    if one == other:
        raise RefusedError("a text is not longer than itself")
    lengths = (checked(Count((Character(),), place)) for place in (one, other))
    return Said(Whole(), Compare(checked(Difference(*lengths)), Interval(0, None, low_open=True)))


def shorter_text(one: Place, other: Place) -> Condition:
    return longer_text(other, one)


COSTS = {
    "so_many_but": 2,
    "has_so_many_but": 1,
    "has_any_of_these": 1,
    "all_upper": -1,
    "bare_times": 3,
    "choice_with_count": 3,
    "occurs_but": 1,
}
"""What a rule adds to the cost of a reading."""
