"""Which conditions imply, or exclude, each other: all pairs at once, by the ways in which each one holds and fails.

Where no way in which a condition holds goes with one in which another fails (:mod:`.entailment`), the first implies
the second; where it goes with no way in which the other holds, they exclude each other. The ways of all conditions
are rows of bits, and products of sparse matrices tell which do not go together.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, chain

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array

from ..grammar.nodes import Condition
from .entailment import Failing, Holding, Theory, places

MOST_TOGETHER = 8_000
"""So many ways are compared; of conditions with more of them than others nothing is claimed beyond that."""

STEP = 25
"""So many conditions are compared with all others at a time, to save memory."""

Bits = npt.NDArray[np.bool_]


def related(theory: Theory, conditions: Sequence[Condition]) -> tuple[Bits, Bits]:
    """Which condition i implies, and which excludes, condition j, ``(m, m)`` each.

    Nothing is claimed of conditions that hold or fail in too many ways, nor of those that hold in none.
    """
    implies, excludes = (np.zeros((len(conditions), len(conditions)), dtype=bool) for _ in range(2))
    ways = {i: (theory.holding([own]), theory.failing([own])) for i, own in enumerate(conditions)}
    few = _few({i: (own, other) for i, (own, other) in ways.items() if own and other})
    if not few:
        return implies, excludes
    every = np.array(list(few))
    holding, failing = _Held(theory, [own for own, _ in few.values()]), [other for _, other in few.values()]
    for start in range(0, len(every), STEP):
        part = every[start : start + STEP]
        some = _Held(theory, [few[i][0] for i in part.tolist()])
        implies[np.ix_(part, every)] = _all(_opposed(theory, some, failing), some.first, _first(failing))
        excludes[np.ix_(part, every)] = _all(_apart(theory, some, holding), some.first, holding.first)
    return implies, excludes


def _few(ways: dict[int, tuple[list[Holding], list[Failing]]]) -> dict[int, tuple[list[Holding], list[Failing]]]:
    """Those of which all together are not too many, first those with the fewest."""
    size = {i: len(own) + len(other) for i, (own, other) in ways.items()}
    order = sorted(ways, key=lambda i: (size[i], i))
    sums = accumulate(size[i] for i in order)
    return {i: ways[i] for i, many in zip(order, sums, strict=True) if many <= MOST_TOGETHER}


class _Held:
    """The ways in which conditions hold, as tables: a row for each way, a column for each leaf, or thing."""

    def __init__(self, theory: Theory, groups: Sequence[Sequence[Holding]]) -> None:
        ways = list(chain(*groups))
        self.first = _first(groups)
        self.true = csr_array(_spelled([way.true for way in ways], theory.size).astype(np.int32))
        self.not_true = csr_array(_spelled([way.not_true for way in ways], theory.size).astype(np.int32))
        self.false = csr_array(_spelled([way.false for way in ways], theory.size).astype(np.int32))
        self.lacks = ~_spelled([way.there for way in ways], theory.things)
        self.denied = [way.not_true for way in ways]


def _opposed(theory: Theory, some: _Held, groups: Sequence[Sequence[Failing]]) -> Bits:
    """Which ways to hold do not go with which ways to fail."""
    fails = list(chain(*groups))
    not_true = csr_array(_spelled([way.not_true for way in fails], theory.size).astype(np.int32))
    not_false = csr_array(_spelled([way.not_false for way in fails], theory.size).astype(np.int32))
    found = np.asarray((some.true @ not_true.T + some.false @ not_false.T).toarray() > 0)
    for column, things in ((j, things) for j, way in enumerate(fails) for things in way.unless):
        found[:, column] |= ~some.lacks[:, list(places(things))].any(axis=1)
    return found


def _apart(theory: Theory, some: _Held, others: _Held) -> Bits:
    """Which ways to hold do not go together: a leaf tells them apart, or all is there for one that cannot be true."""
    found = np.asarray((some.true @ others.not_true.T + some.not_true @ others.true.T).toarray() > 0)
    sets: dict[int, int] = {}
    for leaf in places(theory.certain):
        sets[theory.present[leaf]] = sets.get(theory.present[leaf], 0) | 1 << leaf
    for things, leaves in sets.items():
        one, other = (np.array([denied & leaves != 0 for denied in held.denied]) for held in (some, others))
        if one.any() or other.any():
            gaps = [held.lacks[:, list(places(things))].astype(np.int32) for held in (some, others)]
            found |= np.logical_or.outer(one, other) & (gaps[0] @ gaps[1].T == 0)
    return found


def _all(found: Bits, rows: Sequence[int], columns: Sequence[int]) -> Bits:
    """Whether it is so for all of a group of rows and a group of columns, which begin there."""
    return np.asarray(np.logical_and.reduceat(np.logical_and.reduceat(found, columns, axis=1), rows, axis=0))


def _first(groups: Sequence[Sequence[object]]) -> list[int]:
    """Where each group begins."""
    return list(accumulate(map(len, groups[:-1]), initial=0))


def _spelled(rows: Sequence[int], width: int) -> Bits:
    """Bits spelled out, ``(rows, width)``."""
    size = -(-width // 8)
    data = np.frombuffer(b"".join(row.to_bytes(size, "little") for row in rows), dtype=np.uint8)
    bits = np.unpackbits(data.reshape(len(rows), size), axis=1, bitorder="little")
    return bits[:, :width].astype(bool)
