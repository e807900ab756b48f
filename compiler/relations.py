"""How all conditions of a program relate to each other, worked out at once.

The leaves of all conditions are compared pair by pair, once each; from there on a condition is a row of bits, one for
each literal (a leaf, or its negation) that it implies, and all pairs of conditions are compared by whole columns of
bits. Conditions that nest "or" within "and" are looked at again, one pair at a time, by :mod:`.analysis`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array, triu

from ..grammar.nodes import And, Condition, Not, Or
from ..primitives.base import sources
from .analysis import Relation, apart, enough, excludes, implies, leads_to, traits
from .entailment import leaves_of

Bits = npt.NDArray[np.bool_]


class Relations:
    """The proved relations between conditions in canonical form.

    ``implies`` and ``excludes`` are ``(m, m)``: whether condition i implies, or excludes, condition j.
    """

    def __init__(self, conditions: Sequence[Condition]) -> None:
        self.conditions = tuple(conditions)
        every = dict.fromkeys(leaf for condition in conditions for leaf in leaves_of(condition))
        self._place = {leaf: i for i, leaf in enumerate(every)}
        m = len(self.conditions)
        self.implies, self.excludes = np.zeros((m, m), dtype=bool), np.zeros((m, m), dtype=bool)
        if m:
            self._compare()
            self._compare_nested()

    def between(self, i: int, j: int) -> Relation:
        """How condition i relates to condition j."""
        forth, back = self.implies[i, j], self.implies[j, i]
        if forth and back:
            return "equal"
        if forth or back:
            return "implies" if forth else "implied"
        return "excludes" if self.excludes[i, j] else "unknown"

    def _compare(self) -> None:
        """What the structure of the conditions tells."""
        leading, parting = self._literals()
        parts = [condition.items if isinstance(condition, Or) else (condition,) for condition in self.conditions]
        first = np.cumsum([0, *map(len, parts)])[:-1]
        implied = np.stack([self._bits(part, leading, Or) for own in parts for part in own])
        excluded = np.stack([self._bits(condition, parting, Or) for condition in self.conditions])
        for j, condition in enumerate(self.conditions):
            self.implies[:, j] = np.logical_and.reduceat(self._column(condition, implied, And), first)
            self.excludes[:, j] = self._column(condition, excluded, Or)
        self.excludes |= self.excludes.T

    def _literals(self) -> tuple[Bits, Bits]:
        """Which literal implies, and which excludes, which: ``(2 l, 2 l)``, the negation of leaf i is ``l + i``."""
        leaves = list(self._place)
        size = len(leaves)
        leading, parting = np.eye(2 * size, dtype=bool), np.zeros((2 * size, 2 * size), dtype=bool)
        here, denied = np.arange(size), size + np.arange(size)
        parting[here, denied] = parting[denied, here] = True
        read, needed = list(map(sources, leaves)), list(map(enough, leaves))
        for i, j in _meeting(leaves):
            for a, b in ((i, j), (j, i)):
                if (assured := needed[b]) is not None and assured <= read[a]:
                    leading[size + a, b] = True
                    parting[size + a, size + b] = parting[size + b, size + a] = True
                if leads_to(leaves[a], leaves[b]):
                    leading[a, b] = True
                    parting[a, size + b] = parting[size + b, a] = True
                    leading[size + b, size + a] = read[b] >= read[a]
            if apart(leaves[i], leaves[j]):
                parting[i, j] = parting[j, i] = True
                leading[i, size + j] = read[i] >= read[j]
                leading[j, size + i] = read[j] >= read[i]
        return leading, parting

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
            return len(self._place) + self._place[condition.item]
        return self._place[condition]

    def _compare_nested(self) -> None:
        """What only a search finds."""
        nested = {i for i, condition in enumerate(self.conditions) if _nests(condition)}
        for i, j in _meeting(self.conditions):
            if nested.isdisjoint((i, j)):
                continue
            a, b = self.conditions[i], self.conditions[j]
            self.implies[i, j] = self.implies[i, j] or implies(a, b)
            self.implies[j, i] = self.implies[j, i] or implies(b, a)
            self.excludes[i, j] = self.excludes[j, i] = self.excludes[i, j] or excludes(a, b)


def _meeting(conditions: Iterable[Condition]) -> Iterator[tuple[int, int]]:
    """The pairs that look at something in common, in order; no other pair is related, unless one is constant."""
    own = [traits(condition, wide=True) for condition in conditions]
    place = {trait: i for i, trait in enumerate(dict.fromkeys(trait for each in own for trait in each))}
    columns = [place[trait] for each in own for trait in each]
    ends = np.cumsum([0, *map(len, own)])
    looks = csr_array((np.ones(len(columns), np.int32), columns, ends), shape=(len(own), len(place)))
    first, second = triu(looks @ looks.T, 1).nonzero()
    order = np.lexsort((second, first))
    yield from zip(first[order].tolist(), second[order].tolist(), strict=True)


def _nests(condition: Condition) -> bool:
    """Whether it has an "or" within an "and"."""
    if isinstance(condition, And):
        return any(isinstance(item, Or) for item in condition.items)
    return isinstance(condition, Or) and any(_nests(item) for item in condition.items)
