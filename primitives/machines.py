"""Automata made deterministic and as small as can be, so that expressions of equal meaning have equal machines.

A machine reads a text sign by sign and then its end, and tells whether the expression is found anywhere in it. It is
made by following sets of states (M. O. Rabin and D. Scott, *Finite automata and their decision problems*, IBM Journal
3, 1959); what no text tells apart is then made one state (E. F. Moore, *Gedanken-experiments on sequential machines*,
Automata Studies, 1956).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from .expressions import SYMBOLS, WORD, Assertion, Automaton

MOST_SETS = 1_000
"""Expressions for which more sets of states than this have to be followed get no machine."""

FOUND, LOST = 0, 1
"""The states in which the expression is found, or not to be found, whatever follows."""

END = SYMBOLS
"""The symbol behind the last character."""

SAMPLES = 4
"""So many texts with a match are kept of a machine, and as many again with other characters."""

Row = tuple[int, ...]


@dataclass(frozen=True)
class Machine:
    """``columns`` has the column of each symbol, ``rows`` for each state where the columns lead to."""

    columns: bytes
    rows: tuple[Row, ...]
    start: int

    @cached_property
    def _table(self) -> bytes:
        return self.columns.ljust(256)

    def finds(self, text: bytes) -> bool:
        """Whether the expression is found in a text of symbols that ends with ``END``."""
        state = self.start
        for column in text.translate(self._table):
            state = self.rows[state][column]
        return state == FOUND

    @cached_property
    def samples(self) -> tuple[bytes, ...]:
        """Some of the shortest texts in which it is found, with the first and with the last character that will do."""
        signs = [*range(SYMBOLS), *reversed(range(SYMBOLS))]
        return (*self._shortest(signs[:SYMBOLS]), *self._shortest(signs[SYMBOLS:]))

    def _shortest(self, signs: Sequence[int]) -> list[bytes]:
        """Some short texts in which it is found, of the first of ``signs`` for each column."""
        own = {self.columns[sign]: bytes([sign]) for sign in (*reversed(signs), END)}
        texts, left = {self.start: b""}, deque([self.start])
        found: list[bytes] = []
        while left and len(found) < SAMPLES:
            state = left.popleft()
            for column, sign in own.items():
                to, text = self.rows[state][column], texts[state] + sign
                if to == FOUND:
                    found.append(text if text[-1] == END else text + bytes([END]))
                elif to not in texts and to != LOST:
                    texts[to] = text
                    left.append(to)
        return found[:SAMPLES]


def machine(automaton: Automaton) -> Machine | None:
    """The smallest machine that finds what an automaton does; None if the budget does not suffice."""
    sets = _Sets(automaton)
    rows = sets.rows()
    return None if rows is None else _smallest(sets.columns, rows)


class _Sets:
    """The sets of states in which an automaton can be. A set is bits; with it goes what is asked of the sign before."""

    def __init__(self, automaton: Automaton) -> None:
        self.automaton, self.asked = automaton, automaton.assertions()
        kinds = [(1 << SYMBOLS) - 1]
        for own in {WORD, *(step[0] for step in automaton.steps if step)}:
            kinds = [part for kind in kinds for part in (kind & own, kind & ~own) if part]
        number = {symbol: i for i, kind in enumerate(kinds) for symbol in range(SYMBOLS) if (kind >> symbol) & 1}
        self.columns = bytes([*(number[symbol] for symbol in range(SYMBOLS)), len(kinds)])
        self.signs = [*((kind & -kind).bit_length() - 1 for kind in kinds), END]
        edges = not self.asked.isdisjoint(("edge", "inside"))
        self.after = ["word" if edges and _in_word(sign) else "other" for sign in self.signs]
        self.known: dict[tuple[int, str, int], int] = {}
        self.ways: dict[tuple[int, frozenset[Assertion]], list[tuple[int, int]] | None] = {}

    def rows(self) -> list[Row] | None:
        """Where each set leads to, from the third row on, the first set first; None if there are too many."""
        first = (1, "start" if "start" in self.asked else "other")
        number, left = {first: 2}, [first]
        rows: list[Row] = [(FOUND,) * len(self.signs), (LOST,) * len(self.signs)]
        for states, before in left:
            members, row = _members(states), []
            for column, after in enumerate(self.after):
                on = self.led(members, before, column)
                if on < 0 or column == self.columns[END]:
                    row.append(FOUND if on < 0 else LOST)
                    continue
                if (on, after) not in number:
                    number[on, after] = len(number) + 2
                    left.append((on, after))
                row.append(number[on, after])
            if len(number) > MOST_SETS:
                return None
            rows.append(tuple(row))
        return rows

    def led(self, members: list[int], before: str, column: int) -> int:
        """The set to which a column leads from these states, a match may also begin there; -1 where one is found."""
        on = 1
        for state in members:
            own = self.known.get((state, before, column))
            if own is None:
                own = self.known[state, before, column] = self.step(state, before, self.signs[column])
            if own < 0:
                return own
            on |= own
        return on

    def step(self, state: int, before: str, sign: int) -> int:
        """The same for a single state."""
        one, other = before == "word", _in_word(sign)
        case = {"start": before == "start", "end": sign == END, "edge": one != other, "inside": one == other}
        place = state, frozenset(own for own in self.asked if case[own])
        if place not in self.ways:
            now = self.automaton.reached(*place)
            steps = map(self.automaton.steps.__getitem__, now)
            self.ways[place] = None if 1 in now else [(signs, 1 << to) for signs, to in filter(None, steps)]
        ways, on = self.ways[place], 0
        if ways is None:
            return -1
        for signs, to in ways:
            if (signs >> sign) & 1:
                on |= to
        return on


def _in_word(sign: int) -> bool:
    return bool((WORD >> sign) & 1)


def _members(bits: int) -> list[int]:
    """The numbers of the bits that are set."""
    return [i for i in range(bits.bit_length()) if (bits >> i) & 1]


def _smallest(columns: bytes, rows: list[Row]) -> Machine:
    """States that no text tells apart made one, and columns that lead to the same; both numbered as they are met."""
    marks = _told_apart(rows)
    own = {mark: row for mark, row in zip(marks, rows, strict=True) if mark not in (FOUND, LOST)}
    leading = [tuple(marks[row[column]] for row in own.values()) for column in range(len(rows[0]))]
    number = {to: i for i, to in enumerate(dict.fromkeys(leading[column] for column in columns))}
    merged = dict(zip(own, zip(*number, strict=True), strict=True))
    start = marks[2]
    place = {mark: i for i, mark in enumerate(dict.fromkeys((FOUND, LOST, start)))}
    small: list[Row] = [(FOUND,) * len(number), (LOST,) * len(number)]
    for mark in (left := list(place)[2:]):
        left += (new := [to for to in dict.fromkeys(merged[mark]) if to not in place])
        place.update(zip(new, range(len(place), len(place) + len(new)), strict=True))
        small.append(tuple(place[to] for to in merged[mark]))
    return Machine(bytes(number[leading[column]] for column in columns), tuple(small), place[start])


def _told_apart(rows: list[Row]) -> list[int]:
    """A number for each state, the same for those that no text tells apart."""
    found, lost = _distances(rows, FOUND), _distances(rows, LOST)
    marks = [LOST if a is None else FOUND if b is None else a + 1 for a, b in zip(found, lost, strict=True)]
    size, before = len(set(marks)), 0
    while size > before:
        known: dict[Row, int] = {}
        each = [(mark, *map(marks.__getitem__, row)) for mark, row in zip(marks, rows, strict=True)]
        marks = [own[0] if own[0] in (FOUND, LOST) else known.setdefault(own, 2 + len(known)) for own in each]
        size, before = len(set(marks)), size
    return marks


def _distances(rows: list[Row], target: int) -> list[int | None]:
    """How many signs lead from each state to the target at the least; None if none do."""
    behind: list[list[int]] = [[] for _ in rows]
    for state, row in enumerate(rows):
        for to in set(row):
            behind[to].append(state)
    far: list[int | None] = [None] * len(rows)
    far[target], left = 0, deque([target])
    while left:
        for state in behind[at := left.popleft()]:
            if far[state] is None:
                far[state] = (far[at] or 0) + 1
                left.append(state)
    return far
