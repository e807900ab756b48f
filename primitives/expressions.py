"""Regular expressions read into automata, as far as they are read exactly as the engine does.

Their alphabet is small: the ASCII characters one by one, the two others that case folding joins to them (the Kelvin
sign and the long s), and the rest of Unicode in four parts that ``\\d``, ``\\w`` and ``\\s`` tell apart.

Read are: ASCII characters, classes of them, ``. \\d \\w \\s \\b ^ $ \\A \\z`` and their opposites, groups, ``|``,
``? * + {n} {n,} {n,m}`` with or without a further ``?``, and ``(?i)`` for the whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import reduce
from itertools import pairwise
from operator import or_
from string import ascii_lowercase
from typing import Literal

MOST_STATES = 400
"""Expressions with more states than this, counted repetitions written out, are not read."""

LARGEST_COUNT = 100
"""Counted repetitions beyond this are not read."""

SYMBOLS = 134
"""So many characters, and kinds of character, are told apart."""

Assertion = Literal["start", "end", "edge", "inside"]
"""What may be asked of a place between two characters: the start or end of the text, a word's edge, or none."""

_KELVIN, _LONG_S, _DIGIT, _LETTER, _SPACE, _REST = range(128, SYMBOLS)
_ALL = (1 << SYMBOLS) - 1


def _bits(*symbols: int) -> int:
    return sum(1 << symbol for symbol in set(symbols))


def _letters(text: str) -> int:
    return _bits(*map(ord, text))


def members(bits: int) -> Iterator[int]:
    """The numbers of the bits that are set."""
    while bits:
        yield (bits & -bits).bit_length() - 1
        bits &= bits - 1


_SMALL, _LARGE, _FIGURES = (_bits(*range(ord(a), ord(b) + 1)) for a, b in ("az", "AZ", "09"))
_CLASSES = {
    "d": _FIGURES | _bits(_DIGIT),
    "w": _SMALL | _LARGE | _FIGURES | _letters("_") | _bits(_KELVIN, _LONG_S, _DIGIT, _LETTER),
    "s": _letters("\t\n\v\f\r ") | _bits(_SPACE),
}
_CLASSES |= {name.upper(): _ALL & ~own for name, own in _CLASSES.items()}
_CONTROLS = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "v": "\v", "a": "\a"}
_ASSERTIONS: dict[str, Assertion] = {"^": "start", "$": "end", "A": "start", "z": "end", "b": "edge", "B": "inside"}
_CASES = [_letters(small + small.upper()) for small in ascii_lowercase]
_CASES += [_letters("kK") | _bits(_KELVIN), _letters("sS") | _bits(_LONG_S)]
_HEX = "0123456789abcdefABCDEF"

WORD = _CLASSES["w"]
"""The characters of words, as bits."""


class Unread(Exception):  # noqa: N818
    """The expression is not one that can be read here."""


@dataclass
class Automaton:
    """States are numbers, 0 is the first and 1 the last; all run without a step into each other along ``free``.

    ``free`` has for each state what it leads to, and what must be the case there, if anything. ``steps`` has for each
    state the characters (as bits) that lead on, and where to.
    """

    free: list[list[tuple[Assertion | None, int]]] = field(default_factory=lambda: [[], []])
    steps: list[tuple[int, int] | None] = field(default_factory=lambda: [None, None])

    def state(self) -> int:
        """A new state."""
        if len(self.free) >= MOST_STATES:
            raise Unread
        self.free.append([])
        self.steps.append(None)
        return len(self.free) - 1

    def reached(self, state: int, true: frozenset[Assertion]) -> set[int]:
        """All that is reached from a state without a step, where this is the case."""
        found, left = {state}, [state]
        while left:
            for condition, to in self.free[left.pop()]:
                if to not in found and (condition is None or condition in true):
                    found.add(to)
                    left.append(to)
        return found

    def assertions(self) -> frozenset[Assertion]:
        """All that it asks of places between characters."""
        return frozenset(condition for ways in self.free for condition, _ in ways if condition is not None)


def automaton(pattern: str) -> Automaton | None:
    """The automaton of an expression; None if it may match nothing, is too large, or is not read."""
    folds = pattern.startswith("(?i)")
    reader = _Reader(pattern.removeprefix("(?i)"), folds)
    try:
        reader.choice(0, 1)
    except Unread:
        return None
    read = reader.automaton
    return None if reader.at < len(reader.text) or 1 in read.reached(0, read.assertions()) else read


class _Reader:
    """Reads an expression from left to right, and builds its automaton as it goes."""

    def __init__(self, text: str, folds: bool) -> None:
        self.text, self.at, self.folds = text, 0, folds
        self.automaton = Automaton()

    def choice(self, start: int, end: int) -> None:
        """Alternatives, up to a closing bracket or the end."""
        while True:
            self.sequence(self.passed(start), end)
            if not self.taken("|"):
                return

    def sequence(self, start: int, end: int) -> None:
        """One thing after the other."""
        place = start
        while self.at < len(self.text) and self.text[self.at] not in "|)":
            place = self.repeated(place)
        self.join(place, end)

    def repeated(self, start: int) -> int:
        """Something, as often as is said; where it ends."""
        begin = self.at
        place = self.item(start, self.automaton.state())
        while (times := self.times()) is not None:
            behind = self.at
            self.automaton.free[start].clear()
            self.automaton.steps[start] = None
            place = self.unrolled(start, begin, *times)
            self.at = behind
            if self.at < len(self.text) and self.text[self.at] in "?*+{":
                raise Unread
        return place

    def unrolled(self, start: int, begin: int, least: int, most: int | None) -> int:
        """The item that begins at ``begin``, written out as often as is said."""
        place = self.passed(start)
        for _ in range(least):
            place = self.again(place, begin)
        if most is None:
            loop = self.passed(place)
            self.join(self.again(loop, begin), loop)
            return self.passed(loop)
        entry, place = place, self.passed(place)
        for _ in range(most - least):  # entered anywhere and left at the end: sets of states stay few
            place = self.again(place, begin)
            self.join(entry, place)
        return place

    def again(self, start: int, begin: int) -> int:
        """The item that begins at ``begin``, once more."""
        self.at = begin
        return self.item(self.passed(start), self.automaton.state())

    def item(self, start: int, end: int) -> int:
        """A character, a class, a group or an assertion."""
        sign = self.next()
        if sign == "(":
            self.opened()
            inner = self.automaton.state()
            self.join(start, inner)
            self.choice(inner, end)
            self.expect(")")
        elif sign in "^$":
            self.automaton.free[start].append((_ASSERTIONS[sign], end))
        elif sign == "\\" and self.peek() in ("A", "z", "b", "B"):
            self.automaton.free[start].append((_ASSERTIONS[self.next()], end))
            if self.peek() == "{":
                raise Unread
        else:
            self.automaton.steps[start] = (self.one_of(sign), end)
        return end

    def opened(self) -> None:
        """What stands behind an opening bracket: nothing, or that the group has no number."""
        if self.taken("?"):
            self.expect(":")

    def one_of(self, sign: str) -> int:
        """The characters that a sign stands for."""
        if sign == ".":
            return _ALL & ~_letters("\n")
        if sign == "[":
            return self.between_brackets()
        if sign in "?*+{)":
            raise Unread
        return self.folded(self.escaped() if sign == "\\" else self.plain(sign))

    def between_brackets(self) -> int:
        """A class."""
        denied, own, first = self.taken("^"), 0, True
        while first or self.peek() != "]":
            sign, first = self.next(), False
            two = sign + (self.peek() or "")
            if sign == "[" or two in ("&&", "--", "~~") or (sign == "]"):
                raise Unread
            low = self.escaped() if sign == "\\" else self.plain(sign)
            if self.peek() == "-" and self.text[self.at + 1 : self.at + 2] not in ("]", ""):
                self.next()
                if self.peek() in ("[", "-"):
                    raise Unread
                sign = self.next()
                high = self.escaped() if sign == "\\" else self.plain(sign)
                ends = [each.bit_length() - 1 for each in (low, high) if each.bit_count() == 1]
                if len(ends) < 2 or max(ends) >= _KELVIN or ends[0] > ends[1]:
                    raise Unread
                low = _bits(*range(ends[0], ends[1] + 1))
            own |= low
        self.next()
        own = self.folded(own)
        return _ALL & ~own if denied else own

    def escaped(self) -> int:
        """What stands behind a backslash."""
        sign = self.next()
        if sign in _CLASSES:
            return _CLASSES[sign]
        if sign in _CONTROLS:
            return _letters(_CONTROLS[sign])
        if sign == "x":
            return self.numbered()
        if sign.isalnum() or sign in "<>" or not sign.isascii():
            raise Unread
        return _letters(sign)

    def numbered(self) -> int:
        """A character by its number."""
        if self.taken("{"):
            end = self.text.find("}", self.at)
            digits, self.at = self.text[self.at : end], end + 1
        else:
            digits, self.at = self.text[self.at : self.at + 2], self.at + 2
        if not digits or len(digits) > 6 or any(c not in _HEX for c in digits) or int(digits, 16) >= _KELVIN:
            raise Unread
        return _bits(int(digits, 16))

    def plain(self, sign: str) -> int:
        """A character that stands for itself."""
        if not sign.isascii():
            raise Unread
        return _letters(sign)

    def folded(self, own: int) -> int:
        """With the other case of every letter, if case is ignored."""
        if not self.folds:
            return own
        return reduce(or_, (alike for alike in _CASES if own & alike), own)

    def times(self) -> tuple[int, int | None] | None:
        """How often, if it is said: at least, and at most or None."""
        sign = self.peek()
        if sign not in ("?", "*", "+", "{"):
            return None
        self.next()
        least, most = {"?": (0, 1), "*": (0, None), "+": (1, None)}.get(sign) or self.counted()
        self.taken("?")
        return least, most

    def counted(self) -> tuple[int, int | None]:
        """What stands between braces."""
        end = self.text.find("}", self.at)
        low, comma, high = self.text[self.at : max(end, self.at)].partition(",")
        self.at = end + 1
        numbers = [low, *([high] if high else [])]
        if not all(own.isascii() and own.isdigit() and int(own) <= LARGEST_COUNT for own in numbers):
            raise Unread
        if high and any(int(b) < int(a) for a, b in pairwise(numbers)):
            raise Unread
        return int(low), int(high) if high else None if comma else int(low)

    def passed(self, start: int) -> int:
        """A new state that is reached from there without a step."""
        state = self.automaton.state()
        self.join(start, state)
        return state

    def join(self, start: int, end: int) -> None:
        self.automaton.free[start].append((None, end))

    def peek(self) -> str | None:
        return self.text[self.at] if self.at < len(self.text) else None

    def next(self) -> str:
        sign = self.peek()
        if sign is None:
            raise Unread
        self.at += 1
        return sign

    def taken(self, sign: str) -> bool:
        found = self.peek() == sign
        self.at += found
        return found

    def expect(self, sign: str) -> None:
        if not self.taken(sign):
            raise Unread
