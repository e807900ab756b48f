"""Whether one condition follows from others, by looking for a row on which it would not: a small search with a budget.

What holds between two leaves (one implies, or excludes, the other) is the only theory. A leaf is true, false or
unknown on a row; it is unknown only if something that it needs is missing there (see :mod:`.analysis`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from ..grammar.nodes import And, Condition, Not, Or

BUDGET = 6_000
"""So many partial rows are looked at before the search gives up and claims nothing."""

MOST_LEAVES = 16
"""Conditions with more leaves than this together are not searched."""

Leaf = Condition
Holds = Callable[[Leaf, Leaf], bool]
TRUE, FALSE, UNKNOWN = 1, 0, -1
Tree = int | tuple[str, list[Any]]


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
        """``implies`` and ``excludes`` tell what is known of two leaves, ``needs`` what must be there for one."""
        leaves = _ordered(leaves, implies, excludes)
        self.place = {leaf: i for i, leaf in enumerate(leaves)}
        self.implied, self.implying, self.apart = ([0] * len(leaves) for _ in range(3))
        for i, a in enumerate(leaves):
            for j, b in enumerate(leaves):
                if i != j and implies(a, b):
                    self.implied[i] |= 1 << j
                    self.implying[j] |= 1 << i
                if i != j and excludes(a, b):
                    self.apart[i] |= 1 << j
                    self.apart[j] |= 1 << i
        own = [needs(leaf) for leaf in leaves]
        things = {thing: 1 << i for i, thing in enumerate(frozenset().union(*(need.present for need in own)))}
        values = (TRUE, FALSE, UNKNOWN)
        self.there = [{value: _bits(need.there(value), things) for value in values} for need in own]
        self.lacking = [{value: _bits(need.lacking(value), things) for value in values} for need in own]

    def consistent(self, true: Sequence[Condition], not_true: Sequence[Condition]) -> bool:
        """Whether a row may exist on which all of ``true`` hold and none of ``not_true`` does; True if it stays open.

        The conditions are in canonical form and made of these leaves.
        """
        return _Search(self, true, not_true).extend(0, 0, 0, 0, ())


def _ordered(leaves: Sequence[Leaf], implies: Holds, excludes: Holds) -> list[Leaf]:
    """The leaves, next always the one that has to do with most of those before: what cannot be shows early."""
    related = [
        sum(1 << j for j, b in enumerate(leaves) if implies(a, b) or implies(b, a) or excludes(a, b) or excludes(b, a))
        for a in leaves
    ]
    left, chosen, order = list(range(len(leaves))), 0, []
    while left:
        best = max(left, key=lambda i: ((related[i] & chosen).bit_count(), related[i].bit_count()))
        left.remove(best)
        order.append(leaves[best])
        chosen |= 1 << best
    return order


class _Search:
    """Backtracking over the values of the leaves."""

    def __init__(self, theory: Theory, true: Sequence[Condition], not_true: Sequence[Condition]) -> None:
        self.theory, self.left = theory, BUDGET
        self.true = [_tree(condition, theory.place) for condition in true]
        self.not_true = [_tree(condition, theory.place) for condition in not_true]

    def extend(self, known: int, true: int, false: int, there: int, lacking: tuple[int, ...]) -> bool:
        """Whether a row can be completed of which the first ``known`` leaves are given, or the budget is spent."""
        self.left -= 1
        if self.left < 0:
            return True
        behind = (1 << known) - 1
        if any(_value(tree, true, false, behind) in (FALSE, UNKNOWN) for tree in self.true):
            return False
        if any(_value(tree, true, false, behind) == TRUE for tree in self.not_true):
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


def _tree(condition: Condition, place: dict[Leaf, int]) -> Tree:
    """A condition with its leaves as numbers: a bit, or what is denied, or "and" or "or" with its items."""
    if isinstance(condition, (And, Or)):
        return ("and" if isinstance(condition, And) else "or", [_tree(item, place) for item in condition.items])
    if isinstance(condition, Not):
        return ("not", [_tree(condition.item, place)])
    return 1 << place[condition]


def _bits(things: frozenset[object] | None, places: dict[object, int]) -> int:
    """A set as bits; -1 for None."""
    return -1 if things is None else sum(places[thing] for thing in things)


def _value(tree: Tree, true: int, false: int, behind: int) -> int | None:
    """True, false or unknown as far as the leaves ``behind`` tell; None where that is still open."""
    if isinstance(tree, int):
        return TRUE if tree & true else FALSE if tree & false else UNKNOWN if tree & behind else None
    kind, items = tree
    if kind == "not":
        inner = _value(items[0], true, false, behind)
        return inner if inner in (None, UNKNOWN) else TRUE - inner
    decisive, found = (FALSE if kind == "and" else TRUE), TRUE if kind == "and" else FALSE
    still = unknown = False
    for item in items:
        value = _value(item, true, false, behind)
        if value == decisive:
            return decisive
        still, unknown = still or value is None, unknown or value == UNKNOWN
    return None if still else UNKNOWN if unknown else found
