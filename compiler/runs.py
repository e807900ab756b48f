"""Lists of one sort of item, and where in them no clause begins.

A comma joins items rather than clauses, so a clause hardly begins in the middle of a long list. Without that, each item
could begin the rest of a list that a clause is about, and the work would grow with the square of the list's length.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

LONG = 6
"""A list is long if it has so many items in the same words with the same sign or word between them."""

WIDEST = 5
"""How many terminals an item has at most."""

MANY = 24
"""With more signs and words between items than this, an explanation is lists with clauses, and no list says more."""

VALUES = frozenset({"QUOTED_TEXT", "FIELD_VALUE", "OWN_VALUE"})
ITEMS = VALUES | {"NUMERAL"}
"""What ends an item, alone or with a number."""

BESIDE = frozenset({"AFTER", "BEFORE", "BEHIND", "FOLLOWING", "PRECEDING", "WITHIN", "NEAR"})
"""What begins a place beside something."""

JOINTS = frozenset({"COMMA", "OR", "AND"})
"""What stands between items."""


def inner_items(terminals: Sequence[str], first: Set[str]) -> frozenset[int]:
    """Where the items of long lists begin, but for the first two and the last two of each; behind "of" for the first.

    Args:
        terminals: the names of the terminals.
        first: the terminals with which an item can begin.
    """
    found: set[int] = set()
    at = 0
    while at < len(terminals):
        starts = list(_run(terminals, at, first))
        if at and list(terminals[at - 1 : at + 2]) == ["OF", "QUOTED_TEXT", "COMMA"]:
            found.update(starts[1:])
        elif len(starts) >= LONG:
            found.update(starts[2:-2])
        at = max(at + 1, starts[-1] if starts else 0)
    return frozenset(found)


def listed_items(terminals: Sequence[str], first: Set[str]) -> frozenset[int]:
    """Where an item follows another and a comma: the list goes on, so no clause of a list alone begins.

    Where there are many items, none begins behind any joint that follows another sort of item ("a link or").

    Args:
        terminals: the names of the terminals.
        first: the terminals with which an item can begin.
    """
    many = sum(terminal in JOINTS for terminal in terminals) > MANY
    return frozenset(
        at
        for at in range(2, len(terminals))
        if (terminals[at] in first and terminals[at - 1] == "COMMA" and terminals[at - 2] in VALUES)
        or (many and terminals[at - 1] in JOINTS and terminals[at - 2] not in VALUES)
    )


def alternatives(terminals: Sequence[str], verbs: Set[str]) -> frozenset[int]:
    """Where a quotation follows another and "or", and no verb behind it: both are told of, so no clause begins.

    Without that, "a" or "b" in the title and "c" might be "a", or "b" in the title and "c". Where a place ends with the
    first and one begins behind the second, each has its own: "a" before "b" or "c" before "d".

    Args:
        terminals: the names of the terminals.
        verbs: the terminals with which it begins what is said of a thing.
    """
    return frozenset(
        at
        for at in range(2, len(terminals))
        if tuple(terminals[at - 2 : at + 1]) == ("QUOTED_TEXT", "OR", "QUOTED_TEXT")
        and verbs.isdisjoint(terminals[at + 1 : at + 2])
        and not (
            BESIDE.issuperset(terminals[at + 1 : at + 2]) and not BESIDE.isdisjoint(terminals[max(at - 6, 0) : at - 2])
        )
    )


def _run(terminals: Sequence[str], at: int, first: Set[str]) -> Iterator[int]:
    """The starts of the items of the list that begins here."""
    if terminals[at] not in first or not ITEMS.isdisjoint(terminals[at - 1 : at]):
        return
    item = list(terminals[at : at + WIDEST])
    end = next((i for i, terminal in enumerate(item) if terminal in ITEMS), None)
    if end is None:
        return
    item = item[: end + 1]
    joint = terminals[at + len(item) : at + len(item) + 1]
    if not joint or joint[0] not in JOINTS:
        return
    block = [*item, *joint]
    while list(terminals[at : at + len(item)]) == item:
        yield at
        if list(terminals[at : at + len(block)]) != block:
            return
        at += len(block)
