"""What the rules of ``variety.lark`` mean: relative clauses, bare things, parts that are not repeated."""

from __future__ import annotations

from itertools import combinations
from typing import Any

from ...grammar.nodes import And, Compare, Condition, Interval, Not, Or
from ...primitives.base import Place, Sought
from ...primitives.regions import Edge, Here, Nth, Portion
from ...primitives.text import Choice, Count, Mentions
from ..assemble import choose, conjunction, count_of, finish, settled_list
from ..standins import Patterns, Places, RefusedError, Said, Selection
from .clauses import said_of_what, stands_at, vaguely_long
from .lists import every, listed, nothing, some

MOST = 40
"""In so many ways at most may some of several conditions be chosen."""


def clause_list(*items: Condition) -> tuple[Condition, ...]:
    return items


def every_of(*told: Any) -> Condition:
    return And(_so_many(told))


def two_of(*told: Any) -> Condition:
    conditions = _so_many(told)
    if len(conditions) != 2:
        raise RefusedError("both are two")
    return And(conditions)


def any_of(*told: Any) -> Condition:
    return Or(_so_many(told))


def none_of(*told: Any) -> Condition:
    return And(tuple(map(Not, _so_many(told))))


def so_many_of(amount: Interval, *told: Any) -> Condition:
    items = _so_many(told)
    whole = amount.over_integers()
    parts: list[Condition] = []
    if whole.low is not None and whole.low > 0:
        parts.append(_at_least(int(whole.low), items))
    if whole.high is not None and 0 <= whole.high < len(items):
        parts.append(Not(_at_least(int(whole.high) + 1, items)))
    if not parts:
        raise RefusedError("any number of them would do")
    return conjunction(parts)


def none_so(*predicates: Condition) -> Condition:
    return Not(Or(predicates))


def with_things(*items: Any) -> Condition:
    subject, what = (None, *items)[-2:]
    return Said(subject, finish(Mentions, {"what": what, "where": Here()}))


def lacks_of(subject: Place, items: Any) -> Condition:
    return Said(subject, finish(Mentions, {"what": nothing(items), "where": Here()}))


def missing_from(subject: Place, what: Selection) -> Condition:
    return Said(subject, Not(finish(Mentions, {"what": what, "where": Here()})))


def are_missing(what: Selection, *rest: Any) -> Condition:
    """So many of them are missing: of five, two are if no four are there."""
    number, place = next((n for n in rest if isinstance(n, (int, float))), None), Here()
    if number is not None and any(number != len(choice.items) for choice, _ in what.parts):
        raise RefusedError("there are not so many of them")
    for each in rest:
        place = place if each is number else each
    if isinstance(place, Places):
        if place.meant != "all":
            raise RefusedError("it is not clear from which text it is missing")
        return place.joined([Said(None, _missing(what, each)) for each in place.items])
    return Said(None, _missing(what, place))


def gone_from(place: Place | None = None) -> Any:
    return place or Here(), False


def _missing(what: Selection, place: Place) -> Condition:
    made = []
    for choice, missing in what.parts:
        there = Selection(((Choice(choice.items, len(choice.items) - choice.least + 1), True),))
        mentioned = finish(Mentions, {"what": there, "where": place})
        made.append(Not(mentioned) if missing else mentioned)
    return conjunction(made)


def not_all_missing(what: Any, *rest: Any) -> Condition:
    return Not(are_missing(what if isinstance(what, Selection) else some(what), *rest))


def in_which(*items: Any) -> Condition:
    *columns, clause = items
    if any(column is not None for column in columns):
        raise RefusedError("it is not clear in which text that is")
    told: Condition = clause
    return told


def is_part(item: Any, part: Portion | Nth) -> Condition:
    return stands_at(part, some(item))


def said_of_every(items: Patterns, predicate: Any) -> Condition:
    return said_of_what(every(items), predicate)


def every_is(items: Patterns, predicate: Any) -> Condition:
    return said_of_every(items, (predicate, True))


def at_both_ends(what: Selection) -> Condition:
    return And(_at_ends(what))


def at_either_end(what: Selection) -> Condition:
    return Or(_at_ends(what))


def bare_count(amount: Interval, kinds: Patterns, place: Place | None = None) -> Condition:
    return Said(None, finish(Count, {"what": kinds, "where": place or Here(), "amount": amount}))


def bare_size(amount: Interval, kinds: Patterns) -> Condition:
    return Said(None, finish(Count, {"what": kinds, "where": Here(), "amount": amount}), bare=True)


def bare_length(length: Interval) -> Condition:
    return Said(None, vaguely_long(length))


def untrue(clause: Condition) -> Condition:
    return Not(clause)


def not_there(items: Any, place: Place | None = None) -> Condition:
    return implied(nothing(items), place)


def implied(what: Selection, place: Place | None = None) -> Condition:
    return Said(None, finish(Mentions, {"what": what, "where": place or Here()}))


def nobody_does(predicate: Condition) -> Condition:
    return Said(None, Not(predicate))


def length_within(over: Interval, kinds: Patterns, under: Interval, others: Patterns | None = None) -> Condition:
    return And((_count(over, kinds), _count(under, others or kinds)))


length_within_too = length_within


def has_so_many(*items: Any) -> Condition:
    pairs = zip(items[::2], items[1::2], strict=True)
    return And(tuple(_count(amount, kinds) for amount, kinds in pairs))


def denied_all(*predicates: Any) -> Condition:
    return And(tuple(Not(predicate) for predicate in predicates))


def not_every(items: Any) -> Selection:
    found = listed(items)
    return Selection(((choose(found, count_of(found)), False),))


def most_of(items: Any) -> Selection:
    found = listed(items)
    total = count_of(found)
    if total < 2:
        raise RefusedError("most of one thing is no number")
    return Selection(((choose(found, total // 2 + 1), True),))


def every_one(*items: Any) -> Selection:
    return every(items)


def _at_least(many: int, items: tuple[Condition, ...]) -> Condition:
    """At least so many of the conditions."""
    if many > len(items):
        raise RefusedError(f"these are only {len(items)} conditions")
    chosen = list(combinations(items, many))
    if len(chosen) > MOST:
        raise RefusedError("there are too many ways to choose so many of them")
    return Or(tuple(conjunction(list(some)) for some in chosen)) if len(chosen) > 1 else conjunction(list(items))


def _at_ends(what: Selection) -> tuple[Condition, ...]:
    """That it stands at the start, and that it stands at the end."""
    edges = (Edge("start", Here()), Edge("end", Here()))
    return tuple(finish(Mentions, {"what": what, "where": edge}) for edge in edges)


def _count(interval: Interval, kinds: Patterns) -> Condition:
    """The number of tokens of a kind, compared."""
    what: tuple[Sought, ...] = settled_list(kinds)
    return Compare(Count(what, Here()), interval)


def _so_many(told: tuple[Any, ...]) -> tuple[Condition, ...]:
    """The conditions of a list, of which it may be told how many they are."""
    *number, items = told
    if number and number[0] != len(items):
        raise RefusedError(f"these are not {number[0]:g}")
    found: tuple[Condition, ...] = items
    return found


COSTS = {
    "implied": 3, "with_things": 1, "lacks_of": 1, "is_part": 1, "has_so_many": 2, "bare_count": 3, "but_not": 1,
    "so_many_of": 1, "untrue": 2,
}  # fmt: skip
"""What a rule adds to the cost of a reading."""
