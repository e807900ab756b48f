"""Automata made deterministic and as small as can be, so that expressions of equal meaning have equal machines.

A machine reads a text sign by sign and then its end, and tells whether the expression is found anywhere in it. It is
made by following sets of states (M. O. Rabin and D. Scott, *Finite automata and their decision problems*, IBM Journal
3, 1959); what no text tells apart is then made one state (E. F. Moore, *Gedanken-experiments on sequential machines*,
Automata Studies, 1956).
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from functools import cached_property, reduce
from operator import and_, or_
from typing import Literal

from .expressions import SYMBOLS, WORD, Assertion, Automaton, members

MOST_SETS = 1_000
"""Expressions for which more sets of states than this have to be followed get no machine."""

FOUND, LOST = 0, 1
"""The states in which the expression is found, or not to be found, whatever follows."""

END = SYMBOLS
"""The symbol behind the last character."""

SIGNS = [bytes([symbol]) for symbol in range(END + 1)]
"""The texts of one symbol."""

SAMPLES = 4
"""So many texts with a match are kept of a machine, and as many again with other characters."""

Row = tuple[int, ...]
Before = Literal["start", "word", "other"]


@dataclass(frozen=True)
class Machine:
    """``columns`` has the column of each symbol, ``rows`` for each state where the columns lead to.

    ``anywhere`` if nothing is asked of what is before a match, so that all that is found from the start is found from
    every state.
    """

    columns: bytes
    rows: tuple[Row, ...]
    start: int
    anywhere: bool = field(compare=False)

    @cached_property
    def _table(self) -> bytes:
        return self.columns.ljust(256)

    def finds(self, text: bytes) -> bool:
        """Whether the expression is found in a text of symbols that ends with ``END``."""
        state = self.start
        for column in text.translate(self._table):
            state = self.rows[state][column]
        return state == FOUND

    def needs(self) -> list[frozenset[object]]:
        """Sets of symbols; any text in which the expression is found has one of each: a column on every way."""
        every = (1 << len(self.rows[0])) - 1
        passed, before = [0, *(every for _ in self.rows[1:])], [0]
        while passed != before:
            before = list(passed)
            for state in range(len(self.rows) - 1, LOST, -1):
                passed[state] = reduce(and_, (passed[to] | 1 << column for column, to in enumerate(self.rows[state])))
        return [
            frozenset(sign for sign, own in enumerate(self.columns) if own == c) for c in members(passed[self.start])
        ]

    @cached_property
    def samples(self) -> tuple[bytes, ...]:
        """Some of the shortest texts in which it is found, with the first and with the last character that will do."""
        return (*self._shortest(-1), *self._shortest(1))

    def _shortest(self, step: Literal[-1, 1]) -> list[bytes]:
        """Some short texts in which it is found, of the first (-1) or the last sign for each column."""
        own = dict(zip(self.columns[::step], SIGNS[::step], strict=True)) | {self.columns[END]: SIGNS[END]}
        texts, left = {self.start: b""}, deque([self.start])
        found: list[bytes] = []
        while left and len(found) < SAMPLES:
            state = left.popleft()
            for column, sign in own.items():
                to, text = self.rows[state][column], texts[state] + sign
                if to == FOUND:
                    found.append(text if text[-1] == END else text + SIGNS[END])
                elif to not in texts and to != LOST:
                    texts[to] = text
                    left.append(to)
        return found[:SAMPLES]


def machine(automaton: Automaton) -> Machine | None:
    """The smallest machine that finds what an automaton does; None if the budget does not suffice."""
    sets = _Sets(automaton)
    rows = sets.rows()
    return None if rows is None else _smallest(sets.columns, rows, sets.asked <= {"end"})


class _Sets:
    """The sets of states in which an automaton can be. A set is bits; with it goes what is asked of the sign before."""

    def __init__(self, automaton: Automaton) -> None:
        self.automaton, self.asked = automaton, automaton.assertions()
        kinds = [(1 << SYMBOLS) - 1]
        for own in {WORD, *(step[0] for step in automaton.steps if step)}:
            kinds = [part for kind in kinds for part in (kind & own, kind & ~own) if part]
        number = {symbol: i for i, kind in enumerate(kinds) for symbol in members(kind)}
        self.columns = bytes([*(number[symbol] for symbol in range(SYMBOLS)), len(kinds)])
        self.signs = [*(kind & -kind for kind in kinds), 1 << END]
        edges = not self.asked.isdisjoint(("edge", "inside"))
        self.after: list[Before] = ["word" if edges and sign & WORD else "other" for sign in self.signs]
        self.first: Before = "start" if "start" in self.asked else "other"
        self.true = {before: self.grouped(before) for before in {self.first, *self.after}}
        self.known: dict[tuple[int, Before], list[int]] = {}

    def grouped(self, before: Before) -> dict[frozenset[Assertion], list[int]]:
        """The columns by what is the case between such a sign and one of theirs."""
        found: dict[frozenset[Assertion], list[int]] = {}
        for column, sign in enumerate(self.signs):
            edge = (before == "word") != bool(sign & WORD)
            case = {"start": before == "start", "end": sign == 1 << END, "edge": edge, "inside": not edge}
            found.setdefault(frozenset(own for own in self.asked if case[own]), []).append(column)
        return found

    def rows(self) -> list[Row] | None:
        """Where each set leads to, from the third row on, the first set first; None if there are too many."""
        number, left = {(1, self.first): 2}, [(1, self.first)]
        rows: list[Row] = [(FOUND,) * len(self.signs), (LOST,) * len(self.signs)]
        for states, before in left:
            row = []
            for column, (on, after) in enumerate(zip(self.led(states, before), self.after, strict=True)):
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

    def led(self, states: int, before: Before) -> list[int]:
        """The sets to which the columns lead from these states, a match may also begin there; -1 where one is found."""
        for state in members(states):
            if (state, before) not in self.known:
                self.known[state, before] = self.step(state, before)
        return reduce(_joined, (self.known[state, before] for state in members(states)))

    def step(self, state: int, before: Before) -> list[int]:
        """The same for a single state."""
        led = [1] * len(self.signs)
        for true, columns in self.true[before].items():
            now = self.automaton.reached(state, true)
            ways = (
                [(-1, -1)] if 1 in now else [(own[0], 1 << own[1]) for at in now if (own := self.automaton.steps[at])]
            )
            for signs, to in ways:
                for column in columns:
                    if signs & self.signs[column]:
                        led[column] |= to
        return led


def _joined(one: list[int], other: list[int]) -> list[int]:
    """Two sets for each column made one; -1 has all."""
    return [*map(or_, one, other)]


def _smallest(columns: bytes, rows: list[Row], anywhere: bool) -> Machine:
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
    return Machine(bytes(number[leading[column]] for column in columns), tuple(small), place[start], anywhere)


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
