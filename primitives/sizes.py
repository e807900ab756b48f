"""Numbers within a text by how big they are, with a unit or without: "a number over 1000", "a size of 3 cm"."""

from __future__ import annotations

from functools import cache

from ..grammar.nodes import Interval, node
from .patterns import Matched
from .phrases import say

SCALES = {
    "mm": ("length", 1),
    "cm": ("length", 10),
    "mg": ("weight", 1),
    "g": ("weight", 1000),
    "kg": ("weight", 10**6),
}
"""Units of which one may be told by another: a size above 3 cm may stand there as 35 mm."""

WRITTEN = {
    "mm": r"mm|millimet(?:er|re)s?", "cm": r"cm|centimet(?:er|re)s?", "km": r"km|kilomet(?:er|re)s?",
    "mg": r"mg|milligrams?", "g": r"g|grams?", "kg": r"kg|kilos?|kilograms?", "ml": r"ml|millilit(?:er|re)s?",
    "mph": r"mph|miles per hour", "gb": r"gb|gigabytes?", "mb": r"mb|megabytes?", "kb": r"kb|kilobytes?",
    "ft": r"ft|feet|foot", "lbs": r"lbs?|pounds?", "kwh": r"kwh",
}  # fmt: skip
"""How units are written."""

BEFORE = r"(?:^|[^0-9.,])"
"""No digit of the number stands before it; behind it one may, if it is bigger with that."""

TIMES = r"(?:\s*[x×]\s*[0-9]+(?:\.[0-9]+)?)*"
"""Further sizes of the same thing: "3 x 2 cm"."""


@cache
def figure(interval: Interval, unit: str = "") -> str | None:
    """The expression for a number in the interval, which has one end, with the unit behind it; None if there is none.

    >>> import re
    >>> told = figure(Interval(3, None, low_open=True),  "cm")
    >>> [bool(re.search(told, text)) for text in ("a 3 cm cyst", "3.1 cm", "35 mm", "4 x 2 cm", "30 mm", "10 cases")]
    [False, True, True, True, False, False]
    """
    ends = [end for end in (interval.low, interval.high) if end is not None]
    if not ends or (len(ends) == 2 and ends[0] != ends[1]) or ends[0] < 0:
        return None
    if not unit:
        number = None if interval.low is None or interval.high is not None else _number(interval, 1)
        return None if number is None else rf"{BEFORE}(?:{number})\b"
    each = []
    for other in _alike(unit):
        number = _number(interval, 1 if other == unit else SCALES[unit][1] / SCALES[other][1])
        if number is None:
            return None
        each.append(rf"(?:{number}){TIMES}[\s-]*(?:{WRITTEN[other]})")
    return rf"(?i){BEFORE}(?:{'|'.join(each)})\b"


@node
class Figure(Matched):
    """A number of such a size; one with a unit has it right behind it, or one that is ten times as big or small."""

    size: Interval
    unit: str

    category = "kind"
    example = "it mentions a number of more than 1000"
    phrases = (
        say("(a number|numbers) of {size:amount}", unit=""),
        say("(a number|numbers) of {size:amount} {unit}"),
    )
    order = {"size": 1}

    def fault(self) -> str | None:
        """The unit is known, and the size has one end."""
        if self.unit and self.unit not in WRITTEN:
            return "this is no unit of what a text tells"
        return "it is not clear how big that number is" if figure(self.size, self.unit) is None else None

    @property
    def expression(self) -> str:
        """One for all such numbers."""
        return figure(self.size, self.unit) or ""


def _alike(unit: str) -> list[str]:
    if unit not in SCALES:
        return [unit]
    near = [own for own, (kind, size) in SCALES.items() if kind == SCALES[unit][0]]
    return [own for own in near if SCALES[own][1] in (SCALES[unit][1] / 10, SCALES[unit][1], SCALES[unit][1] * 10)]


def _number(interval: Interval, factor: float) -> str | None:
    """A number in the interval, each end of it so many times as big."""
    end = interval.low if interval.low is not None else interval.high
    assert end is not None
    whole, _, rest = f"{end * factor:.6f}".rstrip("0").partition(".")
    same = rf"{_digits(whole)}{rf'[.]{rest}0*' if rest else '(?:[.]0*)?'}"
    if interval.low == interval.high:
        return same
    if interval.low is not None:
        ways = [*_more_digits(whole), rf"{_digits(whole)}[.](?:{'|'.join(_more_behind(rest))})"]
        return "|".join(ways if interval.low_open else [*ways, same])
    ways = [*_fewer_digits(whole), *(rf"{_digits(whole)}[.](?:{own})" for own in _less_behind(rest))]
    ways += [_digits(whole)] if rest else []
    return "|".join(ways if interval.high_open else [*ways, same]) or None


def _digits(whole: str) -> str:
    """The digits, with commas between them or without."""
    return ",?".join(whole)


def _more_digits(whole: str) -> list[str]:
    """Bigger whole numbers: with more digits, or with a higher one behind the same ones."""
    ways = [rf"[1-9](?:,?[0-9]){{{len(whole)},}}(?:[.][0-9]+)?"]
    for i, digit in enumerate(whole):
        if digit < "9":
            rest = len(whole) - i - 1
            ways.append(
                rf"{''.join(d + ',?' for d in whole[:i])}[{int(digit) + 1}-9](?:,?[0-9]){{{rest}}}(?:[.][0-9]+)?"
            )
    return ways


def _fewer_digits(whole: str) -> list[str]:
    """Smaller whole numbers."""
    ways = [rf"[0-9](?:,?[0-9]){{0,{len(whole) - 2}}}(?:[.][0-9]+)?"] if len(whole) > 1 else []
    for i, digit in enumerate(whole):
        least = "1" if i == 0 and len(whole) > 1 else "0"
        if digit > least:
            rest = len(whole) - i - 1
            ways.append(
                rf"{''.join(d + ',?' for d in whole[:i])}[{least}-{int(digit) - 1}](?:,?[0-9]){{{rest}}}(?:[.][0-9]+)?"
            )
    return ways


def _more_behind(rest: str) -> list[str]:
    """What is more behind the stop."""
    higher = [rf"{rest[:i]}[{int(digit) + 1}-9][0-9]*" for i, digit in enumerate(rest) if digit < "9"]
    return [*higher, rf"{rest}0*[1-9][0-9]*"]


def _less_behind(rest: str) -> list[str]:
    """What is less behind the stop."""
    lower = [rf"{rest[:i]}[0-{int(digit) - 1}][0-9]*" for i, digit in enumerate(rest) if digit > "0"]
    return [*lower, *(rf"{rest[:i]}0*" for i in range(1, len(rest)))]
