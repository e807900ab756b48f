"""Whether one condition follows from others, by looking for a row on which it would not: a small search with a budget.

What holds between two leaves (one implies, or excludes, the other) is the only theory. A leaf is true, false or
unknown on a row; it is unknown only if something that it needs is missing there (see :mod:`.analysis`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from ..grammar.nodes import And, Condition, Not, Or

BUDGET = 2_000
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


def consistent(
    true: Sequence[Condition],
    not_true: Sequence[Condition],
    implies: Holds,
    excludes: Holds,
    needs: Callable[[Leaf], Needs],
) -> bool:
    """Whether a row may exist on which all of ``true`` hold and none of ``not_true`` does; True if that stays open.

    Args:
        true, not_true: conditions in canonical form.
        implies, excludes: what is known of two leaves.
        needs: what must be present for a leaf to be known.
    """
    leaves = list(dict.fromkeys(leaf for condition in (*true, *not_true) for leaf in leaves_of(condition)))
    if len(leaves) > MOST_LEAVES:
        return True
    search = _Search(leaves, true, not_true, implies, excludes, needs)
    return search.extend(0, 0, 0, 0, ())


def leaves_of(condition: Condition) -> list[Leaf]:
    """The parts of a condition that are no And, Or or Not, from left to right."""
    if isinstance(condition, (And, Or)):
        return [leaf for item in condition.items for leaf in leaves_of(item)]
    return leaves_of(condition.item) if isinstance(condition, Not) else [condition]


class _Search:
    """Backtracking over the values of the leaves. Leaves are numbers, sets of leaves and of what is there are bits."""

    def __init__(
        self,
        leaves: list[Leaf],
        true: Sequence[Condition],
        not_true: Sequence[Condition],
        implies: Holds,
        excludes: Holds,
        needs: Callable[[Leaf], Needs],
    ) -> None:
        place = {leaf: i for i, leaf in enumerate(leaves)}
        self.true = [_tree(condition, place) for condition in true]
        self.not_true = [_tree(condition, place) for condition in not_true]
        self.size, self.left = len(leaves), BUDGET
        self.implied, self.implying, self.apart = ([0] * self.size for _ in range(3))
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
        if known == self.size:
            return True
        bit = 1 << known
        for value in (TRUE, FALSE, UNKNOWN):
            if value == TRUE:
                if self.apart[known] & true or self.implied[known] & behind & ~true:
                    continue
            elif self.implying[known] & true:
                continue
            now, gap = there | self.there[known][value], self.lacking[known][value]
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
