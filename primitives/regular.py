"""Whether each text in which one regular expression is found is one in which another is found, decided without data.

Both become the smallest machines that find them (:mod:`.machines`). Those of equal meaning are equal. Else some texts
with a match of the first are tried on the second; what they leave open, the two machines run side by side decide: if
none leads to a text in which the first is found and the second is not, the first leads to the second.

Sound and incomplete: what is not read exactly as the engine does (:mod:`.expressions`), what may match nothing, and
what takes more than a budget, leads to nothing.
"""

from __future__ import annotations

from functools import lru_cache

from .expressions import automaton
from .machines import FOUND, LOST, Machine, machine

BUDGET = 2_000
"""So many pairs of states are looked at before nothing is claimed."""


def leads_to(one: str, other: str) -> bool:
    """Whether ``other`` is found in every text in which ``one`` is; False also where that stays open.

    >>> leads_to(r"\\b\\d{4}\\b", r"\\d+"), leads_to("(?i)free|win", "(?i)w?in|fre"), leads_to("colou?r", "colour")
    (True, True, False)
    """
    if one == other:
        return True
    first, second = finder(one), finder(other)
    if first is None or second is None:
        return False
    return first is second or (all(map(second.finds, first.samples)) and (first == second or _leads(first, second)))


def cases(pattern: str) -> list[frozenset[object]]:
    """The symbols of some texts in which an expression is found; none are known of one without a machine."""
    own = finder(pattern)
    return [] if own is None else [*set(map(frozenset, own.samples))]


def needs(pattern: str) -> list[frozenset[object]]:
    """Sets of symbols; any text in which the expression is found has one of each."""
    own = finder(pattern)
    return [] if own is None else own.needs()


@lru_cache(maxsize=1 << 12)
def finder(pattern: str) -> Machine | None:
    """The machine of an expression; None if there is none within the budgets."""
    read = automaton(pattern)
    return None if read is None else machine(read)


def _leads(first: Machine, second: Machine) -> bool:
    """Whether the second finds something in whatever text the first does; False also where the budget is spent.

    Where the second finds all from where it starts that the first does from some state, it does so from anywhere if it
    finds things ``anywhere``.
    """
    ones, others = zip(*set(zip(first.columns, second.columns, strict=True)), strict=True)
    left, settled = [(first.start, second.start)], set[int]()
    seen = set(left)
    for one, other in left:
        if one in settled:
            continue
        if second.anywhere and other == second.start:
            settled.add(one)
        ahead, behind = map(first.rows[one].__getitem__, ones), map(second.rows[other].__getitem__, others)
        new = set(zip(ahead, behind, strict=True)) - seen
        seen |= new
        for pair in new:
            if pair[0] == LOST or pair[1] == FOUND:
                continue
            if pair[0] == FOUND or pair[1] == LOST or len(left) == BUDGET:
                return False
            left.append(pair)
    return True
