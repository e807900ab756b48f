"""Numbers in a text by their value: "a number over 100", "a price of at least $50", "a size of more than 3 cm"."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import polars as pl

from ..corpora.fields import numbers
from ..corpora.index import TextIndex
from ..corpora.kinds import KINDS, within
from ..grammar.nodes import Interval, node
from .base import Mask, Numbers, Scale, Sought, inside
from .patterns import Kind, matches, stand
from .phrases import Phrase, say
from .run import Run
from .shapes import FIGURES, Written
from .spans import Spans, union

NUMBER = KINDS["number"]

SHORT = {"k": 1e3, "m": 1e6, "bn": 1e9}
"""What a letter behind a number stands for."""

TOKENS = 6
"""In how many tokens of a price or a size its numbers are: "4 x 3 x 2 cm"."""

UNITS = {
    "mm": r"mm|millimet(?:er|re)s?", "cm": r"cm|centimet(?:er|re)s?", "km": r"km|kilomet(?:er|re)s?",
    "mg": r"mg|milligrams?", "g": r"g|grams?", "kg": r"kg|kilos?|kilograms?", "ml": r"ml|millilit(?:er|re)s?",
    "mph": r"mph|miles per hour", "gb": r"gb|gigabytes?", "mb": r"mb|megabytes?", "kb": r"kb|kilobytes?",
    "ft": r"ft|feet|foot", "lbs": r"lbs?|pounds?", "kwh": r"kwh",
}  # fmt: skip
"""How units are written."""

SCALES = {"mm": ("length", 1), "cm": ("length", 10), "mg": ("weight", 1), "g": ("weight", 1e3), "kg": ("weight", 1e6)}
"""Units of which one may be told by another: a size above 3 cm may stand there as 35 mm."""


def _phrases(unit: str, one: str, many: str, others: str) -> tuple[Phrase, ...]:
    """How a number of some sort is told by its value."""
    return (
        say(f"({one} that is|{many} that are) {{size:worth}}", unit=unit),
        say(f"({others}) [that is] {{size:worth}}", unit=unit),
        say(f"({others}) (of|worth|equal to) {{size:worth}}", unit=unit),
        say(f"({others}) (with|having) the value [of] {{size:worth}}", unit=unit),
    )


@node
class Valued(Sought):
    """A number in figures with a value in an interval: any number, that of a price or a percentage, or one with a unit.

    ``unit`` is "price", "percentage", one of :data:`UNITS`, or empty.
    """

    size: Interval
    unit: str

    category = "kind"
    example = "it mentions a number over 100"
    phrases = (
        *_phrases("", NUMBER.singular, NUMBER.plural, "number|numbers|figure|figures"),
        *_phrases("price", "a price", "prices", "price|prices|amount|amounts|sum|sums|cost|costs"),
        *_phrases("percentage", "a percent figure", "percent figures", "percentage|percentages|percent figure"),
        say("(a number|numbers) of {size:amount} {unit}"),
    )
    order = {"size": 1}

    @property
    def scale(self) -> Scale:
        """A number is a word; with what belongs to it, it is neither so many words nor so many letters."""
        return "figure" if self.unit else "word"

    @property
    def words(self) -> int | None:
        """A number is one token."""
        return None if self.unit else 1

    def fault(self) -> str | None:
        """No number has such a value, or every number; or there is no such unit."""
        if self.unit and self.unit not in UNITS and self.unit not in FIGURES:
            return "this is no unit of what a text tells"
        if self.size.empty:
            return "no number has such a value"
        return "every number has such a value" if self.size == Interval() else None

    def traits(self, *, wide: bool = False) -> frozenset[object]:
        """Itself, and what it is whatever its value."""
        if not wide:
            return frozenset({self})
        return frozenset({self, *map(Kind, () if self.unit else ("number", *within("number")))} | self._any())

    def contains(self, other: Sought) -> bool:
        """Numbers of a narrower interval are numbers of a wider one, and numbers."""
        return self.below(other) or any(own.contains(other) for own in self._any())

    def _any(self) -> frozenset[Sought]:
        """The same of whatever value."""
        return frozenset({Written(self.unit)} if self.unit in FIGURES else () if self.unit else {Kind("number")})

    def spans(self, run: Run, column: str | None) -> Spans:
        """The numbers of such a value, with what makes them a price, a percentage or a size."""
        index = run.index(column)
        value = _values(index)
        if not self.unit:
            start = stand(index, np.flatnonzero(inside(value, self.size)))
            return Spans(start, start + 1, index.token_row[start].astype(np.int64))
        found = ((matches(index, pattern), size) for pattern, size in written(self.size, self.unit))
        return union([spans.keep(_any_of(inside(value, size), index, spans)) for spans, size in found])


def written(size: Interval, unit: str) -> Iterator[tuple[str, Interval]]:
    """How such numbers are written with their unit or with one of ten times the size, and their interval then.

    >>> [size.low for _, size in written(Interval(3), "cm")]
    [30.0, 3.0]
    """
    if unit in FIGURES:
        yield FIGURES[unit].pattern, size
        return
    kind, own = SCALES.get(unit, (unit, 1))
    for other, (other_kind, scale) in SCALES.items() if unit in SCALES else [(unit, (unit, 1))]:
        times = own / scale
        if kind == other_kind and 0.1 <= times <= 10:
            low, high = (None if end is None else end * times for end in (size.low, size.high))
            many = r"\b\d[\d,]*(?:\.\d+)?(?:\s*[x×]\s*\d+(?:\.\d+)?)*"
            yield rf"(?i){many}[\s-]*(?:{UNITS[other]})\b", Interval(low, high, size.low_open, size.high_open)


def _values(index: TextIndex) -> Numbers:
    """The value of each form of the vocabulary, shape (v,); NaN where it is no number in figures ("10k" is one)."""
    forms = index.vocabulary.forms
    short = forms.str.extract(r"^[+\-]?[\d.,]*\d((?i:k|m|bn))$")
    value = numbers(forms.str.slice(0, forms.str.len_chars() - short.str.len_chars().fill_null(0)))
    value *= short.str.to_lowercase().replace_strict(SHORT, default=1, return_dtype=pl.Float64).to_numpy()
    value[np.asarray(index.vocabulary.weights(NUMBER)) == 0] = np.nan
    return value


def _any_of(fits: Mask, index: TextIndex, found: Spans) -> Mask:
    """Whether any of the first tokens of each of the occurrences fits, shape (len(found),)."""
    right = np.zeros(len(found), dtype=bool)
    for step in range(TOKENS):
        there = found.start + step < found.end
        right[there] |= fits[index.tokens[found.start[there] + step]]
    return right
