"""What the rules of ``brief.lark`` mean: what is said in a few words, as in a note."""

from __future__ import annotations

from typing import Any

from ...grammar.nodes import And, Compare, Condition, Interval, Not
from ...primitives.base import Place
from ...primitives.patterns import Kind
from ...primitives.regions import Beside, Edge, Here, Nth, Portion, Whole
from ...primitives.sections import Section
from ...primitives.text import Count, Mentions
from ..assemble import Pending, count_of, finish
from ..standins import Both, Patterns, RefusedError, Said, Selection
from .clauses import said_of_same, said_of_what, stands_at
from .counting import bare_times, has_or_more
from .lists import every, listed, nothing, so_many, some
from .texts import starts_with
from .variety import bare_count, bare_size


def bare_so(predicate: Any) -> Condition:
    if isinstance(predicate, Pending):
        raise RefusedError("it is not clear what is told of it")
    return said_of_same(predicate)


def only_so_many(amount: Interval, kinds: Patterns) -> Condition:
    if amount.high is None:
        raise RefusedError('"only" tells that there are no more')
    return bare_size(amount, kinds)


def says_in_part(part: Place, items: Patterns) -> Condition:
    what = some(items)
    if isinstance(part, (Portion, Nth)) and part.unit == "word" and (isinstance(part, Nth) or part.count == 1):
        return stands_at(part, what)
    return Said(None, finish(Mentions, {"what": what, "where": part}))


def part_says(items: Patterns, part: Place) -> Condition:
    return says_in_part(part, items)


def kinds_so_many(kinds: Patterns, amount: Interval) -> Condition:
    return bare_count(amount, kinds)


def times_there(times: Interval, items: Patterns, place: Place | None = None) -> Condition:
    if 0 in (times.low, times.high):  # it need not be there
        return Said(None, finish(Count, {"what": items, "where": place or Here(), "amount": times}))
    return bare_times(items, times, place)


def says_so_often(times: Interval, items: Patterns, place: Place | None = None) -> Condition:
    if isinstance(items, Both):
        raise RefusedError("it is not clear how often each of them is meant")
    if any(isinstance(item, Kind) for item in items):
        raise RefusedError("these are counted as they are")
    told: Any = times_there(times, items, place)
    return told.body if isinstance(told, Said) else told


def stands_as_it_does(what: Selection, predicate: Any) -> Condition:
    """ "X occurs before Y does"."""
    pending = predicate[0]
    place = dict(pending.values).get("where") if isinstance(pending, Pending) else pending
    if not isinstance(place, Beside):
        raise RefusedError("it is not clear what that does")
    return said_of_what(what, predicate)


def so_many_quoted(amount: Interval, item: Any, place: Place | None = None) -> Condition:
    return Said(None, finish(Count, {"what": (item,), "where": place or Here(), "amount": amount}))


def stands_not_there(place: Any, what: Selection) -> Condition:
    """ "Nowhere in the text do I see it"."""
    return said_of_what(what, (place, False))


def found_nowhere(what: Selection) -> Condition:
    return stands_not_there(Here(), what)


def all_there(items: Patterns, place: Place | None = None) -> Condition:
    return Said(None, finish(Mentions, {"what": every(items), "where": place or Here()}))


every_told_there = all_there


def each_text(one: Place, other: Place, predicate: Any) -> Condition:
    """Of two texts something is told of each; how many of something they have may be meant of both together."""
    named = all(isinstance(text, Section) or (isinstance(text, Whole) and text.name) for text in (one, other))
    if one == other or not named or isinstance(predicate, Pending):
        raise RefusedError("it is not clear of which texts this is told")
    if any(isinstance(part, Compare) for part in predicate.walk()):
        raise RefusedError("it is not clear whether this is told of each or of both together")
    return And((Said(one, predicate), Said(other, predicate)))


def edge_is(side: str, *rest: Any) -> Condition:
    *subject, things = rest
    at = "start" if side == "after" else "end"
    return Said(subject[0] if subject else None, starts_with(things, at))


def starts_briefly(items: Patterns, side: Any = "start") -> Condition:
    made: Condition = finish(Mentions, {"what": some(items), "where": Edge(side, Here())})
    return made


def ends_briefly(items: Patterns) -> Condition:
    return starts_briefly(items, "end")


def has_neither_of(items: Patterns) -> Condition:
    made: Condition = finish(Mentions, {"what": nothing(items), "where": Here()})
    return made


def made_of(*rest: Any) -> Condition:
    *subject, amount, kinds = rest
    counted: Condition = finish(Count, {"what": kinds, "where": Here(), "amount": amount})
    return Said(subject[0] if subject else None, counted)


def all_of_number(number: float, items: Any) -> Selection:
    return so_many_of_number(Interval(number, None), number, items)


def has_fewer(number: float, kinds: Patterns) -> Condition:
    return Not(has_or_more(number, kinds))


def so_many_of_number(amount: Interval, number: float, items: Any) -> Selection:
    if number != count_of(listed(items)):
        raise RefusedError("the list does not have so many things")
    return so_many(amount, items)


COSTS = {
    "so_many_quoted": 2,
    "bare_so": 2,
    "says_in_part": 1,
    "part_says": 2,
    "times_there": 3,
    "all_there": 3,
    "each_text": 1,
    "kinds_so_many": 1,
}
"""What a rule adds to the cost of a reading."""
