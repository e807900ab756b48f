"""Whether one condition follows from others, by looking for a row on which it would not: a small search with a budget.

What holds between two leaves (one implies, or excludes, the other) is the only theory. A leaf is true, false or
unknown on a row; it is unknown only if something that it needs is missing there (see :mod:`.analysis`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
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
    """What is known of leaves, told as it is asked for; leaves are numbers, sets of leaves and of things are bits."""

    def __init__(self, implies: Holds, excludes: Holds, needs: Callable[[Leaf], Needs]) -> None:
        """``implies`` and ``excludes`` (either way) tell what is known of two leaves, ``needs`` what one needs."""
        self._implies, self._excludes, self._needs = implies, excludes, needs
        self._leaves: list[Leaf] = []
        self._place: dict[Leaf, int] = {}
        self._things: dict[object, int] = {}
        self._read: dict[Condition, tuple[_Tree, tuple[int, ...]]] = {}
        self._ordered: tuple[tuple[int, ...], list[int]] = (), []
        self._compared: list[int] = []
        self.implied: list[int] = []
        self.implying: list[int] = []
        self.apart: list[int] = []
        self.there: list[dict[int, int]] = []
        self.lacking: list[dict[int, int]] = []

    def consistent(self, true: Sequence[Condition], not_true: Sequence[Condition]) -> bool:
        """Whether a row may exist on which all of ``true`` hold and none of ``not_true`` does; True if it stays open.

        The conditions are in canonical form.
        """
        if not self.few([*true, *not_true]):
            return True
        order = self._order(self.leaves_of([*true, *not_true]))
        trees = ([self._tree(condition)[0] for condition in own] for own in (true, not_true))
        return _Search(self, order, *trees).extend(0, 0, 0, 0, ())

    def few(self, conditions: Sequence[Condition]) -> bool:
        """Whether they have so few leaves together that they are searched."""
        return len(self.leaves_of(conditions)) <= MOST_LEAVES

    @property
    def size(self) -> int:
        """How many leaves were asked about."""
        return len(self._leaves)

    def place(self, leaf: Leaf) -> int:
        """The number of a leaf that was asked about."""
        return self._place[leaf]

    def relate(self, leaves: int, others: int) -> None:
        """Find out what ``leaves`` have to do with ``others``, as bits."""
        for i in _places(leaves):
            for j in _places(others & ~self._compared[i]):
                self._compare(i, j)

    def closed(self, true: int, false: int) -> tuple[int, int]:
        """The leaves that are true, and those that are false, if these are."""
        for every, table in ((True, self.implied), (False, self.implying)):
            new = true if every else false
            while new:
                more = 0
                for leaf in _places(new):
                    more |= table[leaf]
                new = more & ~(true if every else false)
                true, false = (true | new, false) if every else (true, false | new)
            if every:
                for leaf in _places(true):
                    false |= self.apart[leaf]
        return true, false

    def leaves_of(self, conditions: Sequence[Condition]) -> tuple[int, ...]:
        """Their leaves, in an order that is not that of the conditions."""
        ordered = sorted(conditions, key=Condition.key)
        return tuple(dict.fromkeys(leaf for condition in ordered for leaf in self._tree(condition)[1]))

    def _tree(self, condition: Condition) -> tuple[_Tree, tuple[int, ...]]:
        """The condition with its leaves as numbers, and these."""
        if condition not in self._read:
            leaves = tuple(map(self._number, leaves_of(condition)))
            self._read[condition] = _tree(condition, self._place), leaves
        return self._read[condition]

    def _number(self, leaf: Leaf) -> int:
        if leaf not in self._place:
            self._place[leaf] = len(self._leaves)
            self._leaves.append(leaf)
            need, values = self._needs(leaf), (TRUE, FALSE, UNKNOWN)
            self.there.append({value: self._bits(need.there(value)) for value in values})
            self.lacking.append({value: self._bits(need.lacking(value)) for value in values})
            self._compared.append(1 << self._place[leaf])
            for table in (self.implied, self.implying, self.apart):
                table.append(0)
        return self._place[leaf]

    def _bits(self, things: frozenset[object] | None) -> int:
        """A set as bits; -1 for None."""
        if things is None:
            return -1
        return sum(1 << self._things.setdefault(thing, len(self._things)) for thing in things)

    def _order(self, leaves: tuple[int, ...]) -> list[int]:
        """The leaves, next always the one that has to do with most of those before: what cannot be shows early."""
        if self._ordered[0] == leaves:
            return self._ordered[1]
        left, chosen, order = list(leaves), 0, list[int]()
        every = sum(1 << i for i in leaves)
        related = {i: self._related(i, leaves, every) & every for i in leaves}
        while left:
            best = max(left, key=lambda i: ((related[i] & chosen).bit_count(), related[i].bit_count()))
            left.remove(best)
            order.append(best)
            chosen |= 1 << best
        self._ordered = leaves, order
        return order

    def _related(self, i: int, leaves: tuple[int, ...], every: int) -> int:
        """The leaves that have to do with leaf ``i``; among ``leaves`` (``every``, as bits), all that do."""
        new = every & ~self._compared[i]
        for j in leaves if new else ():
            if new >> j & 1:
                self._compare(i, j)
        return self.implied[i] | self.implying[i] | self.apart[i]

    def _compare(self, i: int, j: int) -> None:
        self._compared[i] |= 1 << j
        self._compared[j] |= 1 << i
        for one, other in ((i, j), (j, i)):
            if self._implies(self._leaves[one], self._leaves[other]):
                self.implied[one] |= 1 << other
                self.implying[other] |= 1 << one
        if self._excludes(self._leaves[i], self._leaves[j]):
            self.apart[i] |= 1 << j
            self.apart[j] |= 1 << i


def _places(bits: int) -> Iterator[int]:
    """The places of the bits that are set."""
    while bits:
        low = bits & -bits
        yield low.bit_length() - 1
        bits ^= low


class _Search:
    """Backtracking over the values of the leaves, in this order."""

    def __init__(self, theory: Theory, order: list[int], true: list[_Tree], not_true: list[_Tree]) -> None:
        self.theory, self.order, self.true, self.not_true, self.left = theory, order, true, not_true, BUDGET
        self.open = list(accumulate((1 << i for i in reversed(order)), initial=0))[::-1]

    def extend(self, known: int, true: int, false: int, there: int, lacking: tuple[int, ...]) -> bool:
        """Whether a row can be completed of which the first ``known`` leaves are given, or the budget is spent."""
        self.left -= 1
        if self.left < 0:
            return True
        open_ = self.open[known]
        may_hold, may_fail = true | open_, false | open_
        for tree in self.true:
            if not tree.holds(may_hold, may_fail):
                return False
        for tree in self.not_true:
            if tree.holds(true, false):
                return False
        if not open_:
            return True
        theory, leaf = self.theory, self.order[known]
        bit, surely, gaps = 1 << leaf, self.open[0] ^ open_, theory.lacking[leaf]
        for value in (TRUE, FALSE, UNKNOWN):
            if value == TRUE:
                if theory.apart[leaf] & true or theory.implied[leaf] & surely & ~true:
                    continue
            elif theory.implying[leaf] & true:
                continue
            now, gap = there | theory.there[leaf][value], gaps[value]
            missing = lacking if gap < 0 else (*lacking, gap)
            if any(not own & ~now for own in missing):
                continue
            if self.extend(known + 1, true | bit * (value == TRUE), false | bit * (value == FALSE), now, missing):
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
