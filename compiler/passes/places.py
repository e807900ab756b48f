"""Places that are the same become equal."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ...corpora.headings import heading_words
from ...grammar.nodes import And, Condition, Interval
from ...primitives.regions import ANYWHERE, NEXT, Beside, Between, Joint, Nth, Portion, Whole
from ...primitives.relations import Chain, Series
from ...primitives.sections import Heading, Section
from ...primitives.shapes import Sized
from ...primitives.surroundings import Away
from ...primitives.text import Choice, Mentions


def settle_places(condition: Condition) -> Condition:
    """``between b and a -> between a and b``; ``less than 3 words after -> within 2 words after``.

    ``in P and in P -> in P``; ``the section "PLAN" -> the section "plan"``; ``the 1st word -> the first word``;
    ``argument 2 is after argument 1 -> argument 1 is before argument 2``; ``X is after "a" -> "a" is before X``;
    ``X is in P and in Q -> X is in P and X is in Q``; ``("a" and later "b") -> "a" before "b"``.
    """
    settled: Condition = _place(condition)
    return settled


def _place(item: Any) -> Any:
    item = item.map(_place)
    if isinstance(item, Nth) and item.number == 1:
        return Portion(item.side, 1, item.unit, item.of)
    if isinstance(item, (Section, Heading)):
        return replace(item, name=" ".join(heading_words(item.name)))
    if isinstance(item, Sized):
        return Sized(_above_nought(item.size.over_integers()), item.unit)
    if isinstance(item, Beside):
        return Beside(item.side, _distance(item.distance), item.what, item.of)
    if isinstance(item, Between):
        left, right = sorted((item.left, item.right), key=lambda side: [one.key() for one in side])
        return Between(left, right, item.of)
    if isinstance(item, Joint):
        return _joint(item)
    if isinstance(item, Mentions):
        return _ordered(item)
    return item


def _ordered(item: Mentions) -> Condition:
    """``b after a -> a before b``, where each has one place only; ``b after "x" -> "x" before b``, where only b has."""
    where, things = item.where, item.what.items
    if isinstance(where, Joint) and len(things) == 1 and things[0].single:
        return And(tuple(Mentions(item.what, part) for part in where.parts))
    if isinstance(where, Whole) and len(things) == 1 and isinstance(things[0], (Chain, Series)):
        first, *others = things[0].parts
        distance = NEXT if isinstance(things[0], Chain) else ANYWHERE
        return item if len(others) > 1 else Mentions(Choice((first,)), Beside("before", distance, (*others,), where))
    turned = item.mirrored()
    if turned is None or not isinstance(where, Beside) or not all(thing.single for thing in things):
        return item
    if all(anchor.single for anchor in where.what):
        return turned if len(things) == len(where.what) == 1 and things[0].key() > where.what[0].key() else item
    return turned


def _distance(words: Interval) -> Interval:
    """In whole words; every distance is at least 1."""
    whole = words.over_integers()
    return Interval(None, whole.high) if whole.low is not None and whole.low <= 1 else whole


def _above_nought(size: Interval) -> Interval:
    """Without a lower end that every word reaches."""
    return Interval(None, size.high) if size.low is not None and size.low <= 0 else size


def _joint(item: Joint) -> Any:
    """``(A and B) and C -> A and B and C``; what another part is a part of adds nothing, nor does the whole text."""
    parts: list[Any] = []
    for part in item.parts:
        parts += part.parts if isinstance(part, Joint) else [part]
    wider = {outer for part in parts for outer in _around(part)}
    wider |= {item.root} if isinstance(item.root, Whole) else set()
    narrow = [part for part in dict.fromkeys(parts) if part not in wider] or parts[:1]
    return narrow[0] if len(narrow) == 1 else Joint(tuple(sorted(narrow, key=lambda part: str(part.key()))))


def _around(place: Any) -> list[Any]:
    """What a place is a part of, from the inside out."""
    if isinstance(place, Away):
        return [place.root]
    outer = getattr(place, "of", None)
    return [] if outer is None else [outer, *_around(outer)]
