"""Whether one condition follows from others: no way in which these hold goes with a way in which that one fails.

What holds between two leaves (one implies, or excludes, the other) is the only theory. A leaf is true, false or
unknown on a row; it is unknown only if something that it needs is missing there (see :mod:`.analysis`). A condition
holds in one of a few ways, each told by leaves that are true and leaves that are false; it fails in one of a few ways,
each told by leaves that are not true (false or unknown) and leaves that are not false. What follows from a way does so
leaf by leaf, so that two ways go together unless some leaf tells them apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from itertools import chain, combinations, product
from operator import or_
from typing import NamedTuple

from ..grammar.nodes import And, Condition, Not, Or

MOST_WAYS = 128
"""Of conditions that hold, or fail, in more ways than this nothing is claimed."""

Leaf = Condition
Literals = tuple[int, int]
"""Leaves that are affirmed, and leaves that are denied, as bits."""


class Needs(NamedTuple):
    """What must be there for a leaf to be known.

    If it is ``certain`` it holds wherever that is there; if it also ``says_so`` it is false, not unknown, elsewhere.
    """

    present: frozenset[object]
    certain: bool = False
    says_so: bool = False


class Holding(NamedTuple):
    """A way in which conditions hold, with all that follows: leaves, and things that are there, as bits."""

    true: int
    not_true: int
    false: int
    there: int


class Failing(NamedTuple):
    """A way in which a condition fails; not where all things of one of the sets ``unless`` are there, as bits."""

    not_true: int
    not_false: int
    unless: tuple[int, ...]


def leaves_of(condition: Condition) -> list[Leaf]:
    """The parts of a condition that are no And, Or or Not, from left to right."""
    if isinstance(condition, (And, Or)):
        return [leaf for item in condition.items for leaf in leaves_of(item)]
    return leaves_of(condition.item) if isinstance(condition, Not) else [condition]


class Theory:
    """What is known of some leaves; leaves are numbers, sets of leaves and of things are bits."""

    def __init__(
        self, leaves: Sequence[Leaf], implied: Sequence[int], apart: Sequence[int], needs: Sequence[Needs]
    ) -> None:
        """``implied``: what each leaf implies, itself among it, also by way of others; ``apart``: what it excludes.

        A leaf that excludes itself never holds.
        """
        self.size = len(leaves)
        self._place = {leaf: i for i, leaf in enumerate(leaves)}
        self._implied = implied
        self._implying = _turned(implied)
        self._off = [self._ruled_out(_union(apart, every)) for every in implied]
        things = {thing: 1 << i for i, thing in enumerate(dict.fromkeys(chain(*(own.present for own in needs))))}
        self.present = [sum(things[thing] for thing in own.present) for own in needs]
        self.certain = sum(1 << i for i, own in enumerate(needs) if own.certain)
        self.things = len(things)
        self._all_there: dict[int, int] = {}
        self._says_so = sum(1 << i for i, own in enumerate(needs) if own.says_so)

    def consistent(self, true: Sequence[Condition], not_true: Sequence[Condition]) -> bool:
        """Whether a row may exist on which all of ``true`` hold and none of ``not_true``; True if it stays open."""
        ways, others = self.holding(true), self.failing(not_true)
        return ways is None or others is None or any(together(*pair) for pair in product(ways, others))

    def holding(self, conditions: Sequence[Condition]) -> list[Holding] | None:
        """The ways in which all of the conditions hold that what is known allows; None if they are too many."""
        ways = _joined([_ways(condition, self._place) for condition in conditions])
        found = None if ways is None else [self._holding(*way) for way in ways]
        return None if found is None else [way for way in found if not way.true & way.not_true]

    def failing(self, conditions: Sequence[Condition]) -> list[Failing] | None:
        """The ways in which none of the conditions holds; None if they are too many."""
        ways = _joined([_ways(condition, self._place, denied=True) for condition in conditions])
        return None if ways is None else [self._failing(denied, affirmed) for affirmed, denied in ways]

    def _holding(self, affirmed: int, denied: int) -> Holding:
        """All that follows where these leaves are true and these are false."""
        true, not_true = _union(self._implied, affirmed), self._ruled_out(denied) | _union(self._off, affirmed)
        there = _union(self.present, true | denied & ~self._says_so)
        while more := self.certain & self._settled(there) & ~true:
            true, not_true = true | _union(self._implied, more), not_true | _union(self._off, more)
            there |= _union(self.present, true)
        return Holding(true, not_true, denied | not_true & self._settled(there) & ~self._says_so, there)

    def _failing(self, not_true: int, not_false: int) -> Failing:
        """A leaf that is not false is true where all is there that it needs."""
        ruled_out, held = self._ruled_out(not_true), list(places(not_false & ~self._says_so))
        unless = [self.present[i] for i in held if (ruled_out | self._off[i]) & self._implied[i]]
        pairs = ((i, j) for i, j in combinations(held, 2) if self._off[i] >> j & 1)
        return Failing(not_true, not_false, (*unless, *(self.present[i] | self.present[j] for i, j in pairs)))

    def _settled(self, there: int) -> int:
        """The leaves for which all is there that they need."""
        if there not in self._all_there:
            self._all_there[there] = sum(1 << i for i, needed in enumerate(self.present) if not needed & ~there)
        return self._all_there[there]

    def _ruled_out(self, not_true: int) -> int:
        """The leaves that are not true where these are not."""
        return not_true | _union(self._implying, not_true)


def together(one: Holding, other: Failing) -> bool:
    """Whether a row may exist on which the one condition holds and the other fails in these ways."""
    if one.true & other.not_true or one.false & other.not_false:
        return False
    return all(things & ~one.there for things in other.unless)


def places(bits: int) -> Iterator[int]:
    """The places of the bits that are set."""
    while bits:
        low = bits & -bits
        yield low.bit_length() - 1
        bits ^= low


def _union(sets: Sequence[int], chosen: int) -> int:
    """What is in any of the sets at these places."""
    return reduce(or_, (sets[i] for i in places(chosen)), 0)


def _turned(table: Sequence[int]) -> list[int]:
    """Columns for rows."""
    turned = [0] * len(table)
    for i, row in enumerate(table):
        for j in places(row):
            turned[j] |= 1 << i
    return turned


def _ways(condition: Condition, place: dict[Leaf, int], *, denied: bool = False) -> list[Literals] | None:
    """The ways in which a condition, or its negation, holds (De Morgan's laws hold of what is unknown too)."""
    if isinstance(condition, Not):
        return _ways(condition.item, place, denied=not denied)
    if not isinstance(condition, (And, Or)):
        bit = 1 << place[condition]
        return [(0, bit) if denied else (bit, 0)]
    items = [_ways(item, place, denied=denied) for item in condition.items]
    return _joined(items) if isinstance(condition, And) != denied else _any(items)


def _joined(items: Iterable[list[Literals] | None]) -> list[Literals] | None:
    """The ways in which all items hold."""
    found: list[Literals] | None = [(0, 0)]
    for item in items:
        if item is None or found is None or len(item) * len(found) > MOST_WAYS:
            return None
        found = _least((one[0] | other[0], one[1] | other[1]) for one, other in product(found, item))
    return found


def _any(items: Sequence[list[Literals] | None]) -> list[Literals] | None:
    """The ways in which any item holds."""
    ways = [way for item in items for way in item or ()]
    return None if None in items or len(ways) > MOST_WAYS else _least(ways)


def _least(ways: Iterable[Literals]) -> list[Literals]:
    """The ways without those that ask for all that another one does, and more."""
    found: list[Literals] = []
    for one in sorted(set(ways), key=lambda way: (way[0].bit_count() + way[1].bit_count(), way)):
        if not any(not other[0] & ~one[0] and not other[1] & ~one[1] for other in found):
            found.append(one)
    return found
