"""Rows that show at once, for many pairs of conditions, what a search would find: that nothing speaks against both.

A row says of every leaf whether it is true or false, as the theory allows. Where one condition holds on it and another
does not, the first does not imply the second; where both hold, they do not exclude each other. What is left is searched
(:mod:`.entailment`), so that rows too few or ill chosen cost time and nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import numpy as np
import numpy.typing as npt

from ..grammar.nodes import And, Condition, Not, Or
from .entailment import FALSE, TRUE, Theory

ROWS = 600
"""So many rows are tried, where as many pairs are asked about."""

WAYS = 4
"""So many ways in which each condition may hold are drawn."""

Bits = npt.NDArray[np.bool_]
Way = tuple[int, int]


def witnessed(theory: Theory, conditions: Sequence[Condition], wanted: Bits) -> tuple[Bits, Bits]:
    """Which condition i surely does not imply condition j, and which do not exclude each other, ``(m, m)`` each.

    As far as the theory knows, and rows were found; asked of the pairs ``wanted`` ``(m, m)``.
    """
    nothing = np.zeros(wanted.shape, dtype=bool)
    if np.count_nonzero(wanted) <= ROWS:  # so few are searched as soon
        return nothing, nothing
    leaves = [sum(1 << leaf for leaf in theory.leaves_of([condition])) for condition in conditions]
    for i, own in enumerate(leaves):
        others = 0
        for j in np.flatnonzero(wanted[i] | wanted[:, i]).tolist():
            others |= leaves[j]
        theory.relate(own, own | others if others else 0)
    rows = _rows(theory, conditions, Random(0))
    true = _columns([row for row, _ in rows], theory.size)
    vague = _columns([unsure for _, unsure in rows], theory.size)
    every = (1 << len(rows)) - 1
    holds, clear = [], []
    for condition in conditions:
        unsure = 0
        for leaf in theory.leaves_of([condition]):
            unsure |= vague[leaf]
        clear.append(every & ~unsure)
        holds.append(_holds(condition, theory, true, every) & clear[-1])
    first, fails = _table(holds, len(rows)), _table([c & ~h for c, h in zip(clear, holds, strict=True)], len(rows))
    return np.asarray(first @ fails.T > 0.0), np.asarray(first @ first.T > 0.0)


def _rows(theory: Theory, conditions: Sequence[Condition], random: Random) -> list[Way]:
    """Rows: the leaves that are true on each, and those of which nothing is said."""
    ways = []
    for condition in dict.fromkeys(conditions):
        found = {theory.closed(*_way(theory, condition, random)) for _ in range(WAYS)}
        ways.append([(true, false) for true, false in sorted(found) if not true & false])
    said = [[theory.closed(1 << leaf, 0)] for leaf in range(theory.size) if theory.lacking[leaf][FALSE] >= 0]
    rows = []
    for number in range(ROWS):
        true = false = 0
        first = said if number % 2 else []
        start = ways[number % len(ways)]
        for own in [start, *random.sample(first, len(first)), *random.sample(ways, len(ways) if number % 3 else 0)]:
            if own:
                more, less = own[int(random.random() * len(own))]
                if not (more | true) & (less | false):
                    true, false = true | more, false | less
        rows.append((true, _unsure(theory, true)))
    return rows


def _way(theory: Theory, condition: Condition, random: Random, denied: bool = False) -> Way:
    """Leaves that are true, and leaves that are false, where the condition (or, ``denied``, its negation) holds."""
    if isinstance(condition, Not):
        return _way(theory, condition.item, random, not denied)
    if not isinstance(condition, (And, Or)):
        bit = 1 << theory.place(condition)
        return (0, bit) if denied else (bit, 0)
    items = condition.items
    if isinstance(condition, And) == denied:
        items = (random.choice(items),)
    true = false = 0
    for item in items:
        more, less = _way(theory, item, random, denied)
        true, false = true | more, false | less
    return true, false


def _unsure(theory: Theory, true: int) -> int:
    """The leaves that cannot be false where the others are what they are, because all is there that they ask for."""
    there = 0
    for leaf in range(theory.size):
        there |= theory.there[leaf][TRUE if true >> leaf & 1 else FALSE]
    gaps = ((leaf, theory.lacking[leaf][FALSE]) for leaf in range(theory.size) if not true >> leaf & 1)
    return sum(1 << leaf for leaf, gap in gaps if gap >= 0 and not gap & ~there)


def _holds(condition: Condition, theory: Theory, true: Sequence[int], every: int, denied: bool = False) -> int:
    """The rows on which it (or, ``denied``, its negation) holds, as bits."""
    if isinstance(condition, Not):
        return _holds(condition.item, theory, true, every, not denied)
    if not isinstance(condition, (And, Or)):
        own = true[theory.place(condition)]
        return every & ~own if denied else own
    both = isinstance(condition, And) != denied
    found = every if both else 0
    for item in condition.items:
        own = _holds(item, theory, true, every, denied)
        found = found & own if both else found | own
    return found


def _columns(rows: Sequence[int], width: int) -> list[int]:
    """For each place, the rows that have it, as bits."""
    table = _table(rows, width)
    packed = np.packbits(table.T.astype(bool), axis=1, bitorder="little")
    return [int.from_bytes(row.tobytes(), "little") for row in packed]


def _table(rows: Sequence[int], width: int) -> npt.NDArray[np.float32]:
    """Bits spelled out, ``(rows, width)``."""
    size = -(-width // 8)
    data = np.frombuffer(b"".join(row.to_bytes(size, "little") for row in rows), dtype=np.uint8)
    bits = np.unpackbits(data.reshape(len(rows), size), axis=1, bitorder="little")
    return bits[:, :width].astype(np.float32)
