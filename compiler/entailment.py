"""Whether one condition follows from others, by looking for a row on which it would not: a small search with a budget.

What holds between two leaves (one implies, or excludes, the other) is the only theory. A leaf is true, false or
unknown on a row; it is unknown only if something that it needs is missing there (see :mod:`.analysis`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations, permutations
from typing import NamedTuple

from ..grammar.nodes import And, Condition, Not, Or

BUDGET = 6_000
"""So many partial rows are looked at before the search gives up and claims nothing."""

MOST_LEAVES = 16
"""Conditions with more leaves than this together are not searched."""

Leaf = Condition
Holds = Callable[[Leaf, Leaf], bool]
TRUE, FALSE, UNKNOWN = 1, 0, -1


class Needs(NamedTuple):
    """What must be there for a leaf to be known. If ``says_so`` it holds where that is there and is false elsewhere."""

    present: frozenset[object]
    says_so: bool = False

    def there(self, value: int) -> frozenset[object]:
        """What is there if the leaf has this value."""
        return frozenset() if value == UNKNOWN or (self.says_so and value == FALSE) else self.present

    def lacking(self, value: int) -> frozenset[object] | None:
        """Of what something is missing if the leaf has this value; None if nothing is known to be missing."""
        return self.present if value == (FALSE if self.says_so else UNKNOWN) else None


def leaves_of(condition: Condition) -> list[Leaf]:
    """The parts of a condition that are no And, Or or Not, from left to right."""
    if isinstance(condition, (And, Or)):
        return [leaf for item in condition.items for leaf in leaves_of(item)]
    return leaves_of(condition.item) if isinstance(condition, Not) else [condition]


class Theory:
    """What is known of some leaves; leaves are numbers, sets of leaves and of what is there are bits."""

    def __init__(self, leaves: Sequence[Leaf], implies: Holds, excludes: Holds, needs: Callable[[Leaf], Needs]) -> None:
        """``implies`` and ``excludes`` (either way) tell what is known of two leaves, ``needs`` what one needs."""
        forth = [(i, j) for i, j in permutations(range(len(leaves)), 2) if implies(leaves[i], leaves[j])]
        never = [(i, j) for i, j in combinations(range(len(leaves)), 2) if excludes(leaves[i], leaves[j])]
        order = _ordered(len(leaves), [*forth, *never])
        leaves, place = [leaves[i] for i in order], {i: place for place, i in enumerate(order)}
        self.place = {leaf: i for i, leaf in enumerate(leaves)}
        self.implied, self.implying, self.apart = ([0] * len(leaves) for _ in range(3))
        for i, j in forth:
            self.implied[place[i]] |= 1 << place[j]
            self.implying[place[j]] |= 1 << place[i]
        for i, j in never:
            self.apart[place[i]] |= 1 << place[j]
            self.apart[place[j]] |= 1 << place[i]
        own = [needs(leaf) for leaf in leaves]
        things = {thing: 1 << i for i, thing in enumerate(frozenset().union(*(need.present for need in own)))}
        values = (TRUE, FALSE, UNKNOWN)
        self.there = [{value: _bits(need.there(value), things) for value in values} for need in own]
        self.lacking = [{value: _bits(need.lacking(value), things) for value in values} for need in own]
        self._trees: dict[Condition, _Tree] = {}

    def consistent(self, true: Sequence[Condition], not_true: Sequence[Condition]) -> bool:
        """Whether a row may exist on which all of ``true`` hold and none of ``not_true`` does; True if it stays open.

        The conditions are in canonical form and made of these leaves.
        """
        return _Search(self, map(self._tree, true), map(self._tree, not_true)).extend(0, 0, 0, 0, ())

    def _tree(self, condition: Condition) -> _Tree:
        if condition not in self._trees:
            self._trees[condition] = _tree(condition, self.place)
        return self._trees[condition]


def _ordered(count: int, pairs: Iterable[tuple[int, int]]) -> list[int]:
    """The leaves, next always the one that has to do with most of those before: what cannot be shows early."""
    related = [0] * count
    for i, j in pairs:
        related[i] |= 1 << j
        related[j] |= 1 << i
    left, chosen, order = list(range(count)), 0, []
    while left:
        best = max(left, key=lambda i: ((related[i] & chosen).bit_count(), related[i].bit_count()))
        left.remove(best)
        order.append(best)
        chosen |= 1 << best
    return order


class _Search:
    """Backtracking over the values of the leaves."""

    def __init__(self, theory: Theory, true: Iterable[_Tree], not_true: Iterable[_Tree]) -> None:
        self.theory, self.left, self.true, self.not_true = theory, BUDGET, list(true), list(not_true)

    def extend(self, known: int, true: int, false: int, there: int, lacking: tuple[int, ...]) -> bool:
        """Whether a row can be completed of which the first ``known`` leaves are given, or the budget is spent."""
        self.left -= 1
        if self.left < 0:
            return True
        behind, open_ = (1 << known) - 1, -1 << known
        for tree in self.true:
            if not tree.holds(true | open_, false | open_):
                return False
        for tree in self.not_true:
            if tree.holds(true, false):
                return False
        theory, bit = self.theory, 1 << known
        if known == len(theory.place):
            return True
        for value in (TRUE, FALSE, UNKNOWN):
            if value == TRUE:
                if theory.apart[known] & true or theory.implied[known] & behind & ~true:
                    continue
            elif theory.implying[known] & true:
                continue
            now, gap = there | theory.there[known][value], theory.lacking[known][value]
            gaps = lacking if gap < 0 else (*lacking, gap)
            if any(not own & ~now for own in gaps):
                continue
            if self.extend(known + 1, true | bit * (value == TRUE), false | bit * (value == FALSE), now, gaps):
                return True
        return False


class _Tree(NamedTuple):
    """A condition in which negations stand at leaves: all of its items (``every``) or one have to hold.

    The items are leaves (``plain``, as bits), leaves that have to be false (``denied``), and other trees.
    """

    every: bool
    plain: int
    denied: int
    items: tuple[_Tree, ...]

    def holds(self, true: int, false: int) -> bool:
        """Whether it is sure to hold where these leaves are true, these are false, and all others unknown.

        With leaves that are still open among both, whether it may yet hold.
        """
        if self.every:
            if self.plain & ~true or self.denied & ~false:
                return False
            return all(item.holds(true, false) for item in self.items)
        if self.plain & true or self.denied & false:
            return True
        return any(item.holds(true, false) for item in self.items)


def _tree(condition: Condition, place: dict[Leaf, int], denied: bool = False) -> _Tree:
    """A condition, or its negation, with its leaves as numbers (the laws of De Morgan hold of what is unknown too)."""
    if isinstance(condition, Not):
        return _tree(condition.item, place, not denied)
    if not isinstance(condition, (And, Or)):
        bit = 1 << place[condition]
        return _Tree(True, 0 if denied else bit, bit if denied else 0, ())
    every, plain, false, items = isinstance(condition, And) != denied, 0, 0, []
    for item in condition.items:
        own = _tree(item, place, denied)
        if own.items or own.plain.bit_count() + own.denied.bit_count() != 1:
            items.append(own)
        else:
            plain, false = plain | own.plain, false | own.denied
    return _Tree(every, plain, false, tuple(items))


def _bits(things: frozenset[object] | None, places: dict[object, int]) -> int:
    """A set as bits; -1 for None."""
    return -1 if things is None else sum(places[thing] for thing in things)
