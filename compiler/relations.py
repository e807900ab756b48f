"""How all conditions of a program relate to each other, worked out at once.

The leaves of all conditions are compared pair by pair, once each; from there on a condition is a row of bits, one for
each literal (a leaf, or its negation) that it implies, and all pairs of conditions are compared by whole columns of
bits. What the ways tell in which compound conditions hold and fail is added, see :mod:`.together`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import TypeVar

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array

from ..grammar.nodes import And, Condition, Not, Or
from ..primitives.base import Observation, sources
from .analysis import Relation, enough, follows, needs, never, parted, taken_apart, traits
from .entailment import Theory, leaves_of
from .together import related

Bits = npt.NDArray[np.bool_]
Places = npt.NDArray[np.integer]
T = TypeVar("T")


class Relations:
    """The proved relations between conditions in canonical form.

    ``implies`` and ``excludes`` are ``(m, m)``: whether condition i implies, or excludes, condition j. What is
    ``known`` of the same conditions and leaves is taken from there, so that a change of a few costs little.
    """

    def __init__(self, conditions: Sequence[Condition], known: Relations | None = None) -> None:
        self.conditions = tuple(conditions)
        self._plain = dict.fromkeys(leaf for condition in conditions for leaf in leaves_of(condition))
        mixed = _mixed(self.conditions)
        divided = self._divided(mixed)
        every = dict.fromkeys(chain(self._plain, *map(leaves_of, divided.values())))
        self._place = {leaf: i for i, leaf in enumerate(every)}
        m = len(self.conditions)
        self.implies, self.excludes = np.zeros((m, m), dtype=bool), np.zeros((m, m), dtype=bool)
        self._leads, self._parts = np.eye(len(every), dtype=bool), np.zeros((len(every), len(every)), dtype=bool)
        if m:
            covers, sure = self._reads()
            self._leads |= sure & covers
            self._compare_leaves(covers & ~sure, known)
            self._compare(covers, sure)
        if divided:
            self._compare_ways(divided, mixed)

    def between(self, i: int, j: int) -> Relation:
        """How condition i relates to condition j."""
        forth, back = self.implies[i, j], self.implies[j, i]
        if forth and back:
            return "equal"
        if forth or back:
            return "implies" if forth else "implied"
        return "excludes" if self.excludes[i, j] else "unknown"

    def _compare(self, covers: Bits, sure: Bits) -> None:
        """What the structure of the conditions tells.

        The literals are the leaves and, behind them, their negations; a negation tells only of rows on which it is
        known, so it takes a leaf that reads as much to imply one.
        """
        own = np.s_[: len(self._plain), : len(self._plain)]
        leads, parts, covers, sure = self._leads[own], self._parts[own], covers[own], sure[own]
        leading = np.block([[leads, parts & covers], [sure, leads.T & covers]])
        parting = np.block([[parts, leads], [leads.T, sure | sure.T]])
        ways = [condition.items if isinstance(condition, Or) else (condition,) for condition in self.conditions]
        first = np.cumsum([0, *map(len, ways)])[:-1]
        implied = np.stack([self._bits(part, leading, Or) for own in ways for part in own])
        excluded = np.stack([self._bits(condition, parting, Or) for condition in self.conditions])
        for j, condition in enumerate(self.conditions):
            self.implies[:, j] = np.logical_and.reduceat(self._column(condition, implied, And), first)
            self.excludes[:, j] = self._column(condition, excluded, Or)
        self.excludes |= self.excludes.T
        np.fill_diagonal(self.implies, True)

    def _divided(self, mixed: Bits) -> dict[int, Condition]:
        """The conditions that are looked at again, taken apart where a part may have to do with another leaf."""
        here = np.flatnonzero(mixed.any(axis=1)).tolist()
        leaves = list(self._plain) if here else []
        alone = {leaves[i] for i in np.flatnonzero(~_meeting(leaves).any(axis=1)).tolist()} if here else set()
        return {i: taken_apart(self.conditions[i], alone) for i in here}

    def _reads(self) -> tuple[Bits, Bits]:
        """Whether leaf i reads all that leaf j does, and whether it reads all that leaf j needs to hold, ``(l, l)``."""
        read, needed = list(map(sources, self._place)), list(map(enough, self._place))
        place = {own: i for i, own in enumerate(dict.fromkeys(read))}
        kind = [place[own] for own in read]
        covers = np.array([[one >= other for other in place] for one in place])
        sure = np.array([[own is not None and own <= one for own in needed] for one in place])
        return covers[np.ix_(kind, kind)], sure[kind]

    def _compare_leaves(self, open_: Bits, known: Relations | None) -> None:
        """Which leaf leads to which where that is open, and which are apart; what is known is copied."""
        leaves = list(self._place)
        new = _meeting(leaves)
        if known is not None:
            here, old = _found(leaves, known._place)
            self._leads[np.ix_(here, here)] = known._leads[np.ix_(old, old)]
            self._parts[np.ix_(here, here)] = known._parts[np.ix_(old, old)]
            new[np.ix_(here, here)] = False
        open_ &= new
        self._lead(leaves, open_ & _possible(leaves) if known is None else open_)
        mute = np.array([isinstance(leaf, Observation) and type(leaf).apart is Observation.apart for leaf in leaves])
        first, second = np.triu(new & ~np.logical_and.outer(mute, mute)).nonzero()
        pairs = zip(first.tolist(), second.tolist(), strict=True)
        self._parts[first, second] = self._parts[second, first] = [parted(leaves[i], leaves[j]) for i, j in pairs]

    def _lead(self, leaves: list[Condition], open_: Bits) -> None:
        """Which leaf leads to which where that is open, by itself or by way of others.

        Each leaf is compared with those before it, first with those of which most is known; what one of them leads to
        follows. What goes by way of the leaf itself is added at once, so that in the end no way is missing
        (S. Warshall, *A theorem on Boolean matrices*, Journal of the ACM 9, 1962).
        """
        leads = self._leads
        for i, leaf in enumerate(leaves):
            for forth, asked in ((leads, open_[i, :i]), (leads.T, open_[:i, i])):
                others = np.flatnonzero(asked)
                for j in others[np.argsort(-forth[others].sum(axis=1))].tolist():
                    one, other = (leaf, leaves[j]) if forth is leads else (leaves[j], leaf)
                    if not forth[i, j] and follows(one, other):
                        forth[i] |= forth[j]
            leads[leads[:, i]] |= leads[i]

    def _bits(self, condition: Condition, table: Bits, cautious: type) -> Bits:
        """The literals that ``condition`` implies (excludes): those of all items of a ``cautious`` node, or of any."""
        if isinstance(condition, (And, Or)):
            items = [self._bits(item, table, cautious) for item in condition.items]
            join = np.logical_and if isinstance(condition, cautious) else np.logical_or
            return np.asarray(join.reduce(items), dtype=bool)
        return np.asarray(table[self._literal(condition)], dtype=bool)

    def _column(self, condition: Condition, bits: Bits, strict: type) -> Bits:
        """For each row of ``bits``, whether it has all items of a ``strict`` node, any item of another."""
        if isinstance(condition, (And, Or)):
            items = [self._column(item, bits, strict) for item in condition.items]
            join = np.logical_and if isinstance(condition, strict) else np.logical_or
            return np.asarray(join.reduce(items), dtype=bool)
        return np.asarray(bits[:, self._literal(condition)], dtype=bool)

    def _literal(self, condition: Condition) -> int:
        if isinstance(condition, Not):
            return len(self._plain) + self._place[condition.item]
        return self._place[condition]

    def _compare_ways(self, divided: dict[int, Condition], mixed: Bits) -> None:
        """What the ways in which conditions hold and fail tell beyond their structure."""
        implied, excluded = _rows(self._leads), _rows(self._parts)
        for i, leaf in enumerate(self._place):
            excluded[i] |= never(leaf) << i
        known = Theory(list(self._place), implied, excluded, list(map(needs, self._place)))
        implies, excludes = related(known, list(divided.values()))
        here = np.ix_(list(divided), list(divided))
        self.implies[here] |= implies & mixed[here]
        self.excludes[here] |= excludes & mixed[here]


def _found(conditions: Sequence[Condition], places: dict[Condition, int]) -> tuple[Places, Places]:
    """Which of the conditions have a place already, and which one."""
    old = np.array([places.get(condition, -1) for condition in conditions])
    here = np.flatnonzero(old >= 0)
    return here, old[here]


def _meeting(conditions: Sequence[Condition]) -> Bits:
    """Which conditions look at something in common, ``(m, m)``; no others are related, unless one is constant."""
    looks, _ = _table([traits(condition, wide=True) for condition in conditions])
    meeting = (looks @ looks.T).toarray() > 0
    np.fill_diagonal(meeting, False)
    return np.asarray(meeting, dtype=bool)


def _possible(leaves: Sequence[Condition]) -> Bits:
    """Whether leaf i may lead to leaf j as far as its cases and the other's needs tell, ``(l, l)``."""
    own, cases = _table([leaf.cases() if isinstance(leaf, Observation) else () for leaf in leaves])
    asked, needs = _table([leaf.needs() if isinstance(leaf, Observation) else () for leaf in leaves])
    keys, _ = _table([*cases, *needs])
    met = (keys[: len(cases)] @ keys[len(cases) :].T).astype(bool).astype(np.int32)
    return np.asarray((own @ met @ asked.T).toarray() == np.outer(own.sum(axis=1), asked.sum(axis=1)))


def _table(sets: Sequence[Iterable[T]]) -> tuple[csr_array, list[T]]:
    """Which things each of the sets has, and the things."""
    own = list(map(list, sets))
    place = {thing: i for i, thing in enumerate(dict.fromkeys(chain(*own)))}
    columns = [place[thing] for thing in chain(*own)]
    ends = np.cumsum([0, *map(len, own)])
    return csr_array((np.ones(len(columns), np.int32), columns, ends), shape=(len(own), len(place))), list(place)


def _rows(table: Bits) -> list[int]:
    """The rows of a table, each as bits."""
    packed = np.packbits(table, axis=1, bitorder="little")
    return [int.from_bytes(row.tobytes(), "little") for row in packed]


def _mixed(conditions: Sequence[Condition]) -> Bits:
    """The pairs of which more may be known than their structure tells: they meet, and are compound, or one is twice."""
    once = [isinstance(own, (And, Or)) for own in conditions]
    twice = [
        isinstance(own, (And, Or)) and any(isinstance(item, (And, Or)) for item in own.items) for own in conditions
    ]
    mixed = np.logical_and.outer(once, once) | np.logical_or.outer(twice, twice)
    return np.asarray(mixed & _meeting(conditions) if any(once) else mixed)
