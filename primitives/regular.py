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


@lru_cache(maxsize=1 << 12)
def finder(pattern: str) -> Machine | None:
    """The machine of an expression; None if there is none within the budgets."""
    read = automaton(pattern)
    return None if read is None else machine(read)


def _leads(first: Machine, second: Machine) -> bool:
    """Whether the second finds something in whatever text the first does; False also where the budget is spent."""
    columns = list(set(zip(first.columns, second.columns, strict=True)))
    start = (first.start, second.start)
    seen, left = {start}, [start]
    while left and len(seen) < BUDGET:
        one, other = left.pop()
        here, there = first.rows[one], second.rows[other]
        for own, same in columns:
            if (behind := there[same]) == FOUND or (ahead := here[own]) == LOST:
                continue
            if ahead == FOUND or behind == LOST:
                return False
            if (pair := (ahead, behind)) not in seen:
                seen.add(pair)
                left.append(pair)
    return not left
