"""Whether one condition follows from others, by looking for a row on which it would not: a small search with a budget.

What holds between two leaves (one implies, or excludes, the other) is the only theory. A leaf is true, false or
unknown on a row; it is unknown only if something that it needs is missing there (see :mod:`.analysis`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from ..grammar.nodes import And, Condition, Not, Or

BUDGET = 2_000
"""So many partial rows are looked at before the search gives up and claims nothing."""

MOST_LEAVES = 16
"""Conditions with more leaves than this together are not searched."""

Leaf = Condition
Holds = Callable[[Leaf, Leaf], bool]
TRUE, FALSE, UNKNOWN = 1, 0, -1
Row = Mapping[Leaf, int]


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
    return search.extend({})


def leaves_of(condition: Condition) -> list[Leaf]:
    """The parts of a condition that are no And, Or or Not, from left to right."""
    if isinstance(condition, (And, Or)):
        return [leaf for item in condition.items for leaf in leaves_of(item)]
    return leaves_of(condition.item) if isinstance(condition, Not) else [condition]


class _Search:
    """Backtracking over the values of the leaves."""

    def __init__(
        self,
        leaves: list[Leaf],
        true: Sequence[Condition],
        not_true: Sequence[Condition],
        implies: Holds,
        excludes: Holds,
        needs: Callable[[Leaf], Needs],
    ) -> None:
        self.leaves, self.true, self.not_true = leaves, true, not_true
        self.stronger = {(a, b) for a in leaves for b in leaves if a is not b and implies(a, b)}
        self.apart = {(a, b) for a in leaves for b in leaves if a is not b and excludes(a, b)}
        self.needs = {leaf: needs(leaf) for leaf in leaves}
        self.left = BUDGET

    def extend(self, row: dict[Leaf, int]) -> bool:
        """Whether ``row`` can be completed, or the budget is spent."""
        self.left -= 1
        if self.left < 0:
            return True
        wanted = [_value(condition, row) for condition in self.true]
        unwanted = [_value(condition, row) for condition in self.not_true]
        if any(value in (FALSE, UNKNOWN) for value in wanted) or TRUE in unwanted:
            return False
        leaf = next((leaf for leaf in self.leaves if leaf not in row), None)
        if leaf is None:
            return True
        return any(
            self.possible(leaf, value, row) and self.extend({**row, leaf: value}) for value in (TRUE, FALSE, UNKNOWN)
        )

    def possible(self, leaf: Leaf, value: int, row: Row) -> bool:
        """Whether the theory lets ``leaf`` have this value beside those of ``row``."""
        for other, own in row.items():
            if value == TRUE and own == TRUE and ((leaf, other) in self.apart or (other, leaf) in self.apart):
                return False
            if value == TRUE and own != TRUE and (leaf, other) in self.stronger:
                return False
            if own == TRUE and value != TRUE and (other, leaf) in self.stronger:
                return False
        values = {**row, leaf: value}
        there = frozenset().union(*(self.needs[own].there(each) for own, each in values.items()))
        lacking = [self.needs[own].lacking(each) for own, each in values.items()]
        return not any(own is not None and own <= there for own in lacking)


def _value(condition: Condition, row: Row) -> int | None:
    """True, false or unknown as far as ``row`` tells; None where that is still open."""
    if isinstance(condition, Not):
        inner = _value(condition.item, row)
        return inner if inner in (None, UNKNOWN) else TRUE - inner
    if not isinstance(condition, (And, Or)):
        return row.get(condition)
    decisive = FALSE if isinstance(condition, And) else TRUE
    values = [_value(item, row) for item in condition.items]
    if decisive in values:
        return decisive
    if None in values:
        return None
    return UNKNOWN if UNKNOWN in values else TRUE - decisive
