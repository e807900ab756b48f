"""Phrases of several words that the lexer takes as a whole: padding, other ways of saying our words, vague amounts."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from typing import Literal

from ..corpora.text import folded_key
from ..corpora.tokenizer import tokenize
from ..grammar.foreign import FOREIGN
from ..grammar.hasty import HASTY, HASTY_PADDING
from ..grammar.nodes import Interval
from ..grammar.padding import PADDING
from ..grammar.vague import ABOUT, LOOSELY, NEARLY, VAGUE, VAGUE_LENGTH
from ..grammar.wording import SAME
from ..grammar.words import number_in_words

Kind = Literal["padding", "same", "amount", "length", "about", "loosely"]

VALUED = {"amount": "VAGUE_AMOUNT", "length": "VAGUE_LENGTH", "about": "VAGUE_AMOUNT"}
"""The terminals of vague quantities."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A phrase found in a text: how many words it takes, and the words or the interval that it stands for."""

    taken: int
    kind: Kind
    words: tuple[str, ...] = ()
    interval: Interval | None = None


def wording_at(words: list[str], i: int) -> Wording | None:
    """The longest phrase of the closed lists that begins with the word number ``i``; None if none does."""
    for length, phrases in _phrases().get(words[i], {}).items():
        for kind, words_of, interval in phrases.get(tuple(words[i : i + length]), ()):
            if kind != "about":
                return Wording(length, kind, words_of, interval)
            about = _about(words, i + length)
            if about is not None:
                return Wording(length + about[0], kind, (), about[1])
    return None


def vague(interval: Interval, of: str = "") -> str:
    """A vague interval in words, for the note that tells it."""
    low, high = interval.low, interval.high
    if low is not None and high is not None:
        return f"between {low:g} and {high:g}{of}"
    return f"at least {low:g}{of}" if low is not None else f"at most {high:g}{of}"


def _about(words: list[str], i: int) -> tuple[int, Interval] | None:
    """How many words the number takes that begins at ``i``, and what is about as much; None for a share."""
    rest = words[i : i + 12]
    if rest and rest[0].isascii() and rest[0].replace(",", "").isdigit():
        taken, number = 1, float(rest[0].replace(",", ""))
    elif rest[:1] == ["one"]:
        taken, number = 1, 1.0
    elif (found := number_in_words(rest)) is not None:
        number, taken = found
    else:
        return None
    if rest[taken : taken + 1] in (["%"], ["percent"], ["per"]):
        return None
    off = max(1, math.floor(number * NEARLY))
    return taken, Interval(max(0, int(number - off)), int(number + off))


Entry = tuple[Kind, tuple[str, ...], Interval | None]
ByLength = dict[int, dict[tuple[str, ...], list[Entry]]]


@cache
def _phrases() -> dict[str, ByLength]:
    """What the phrases stand for, by their first word and by how many words they have, the longest first."""
    phrases: list[tuple[tuple[str, ...], Entry]] = []
    phrases += [(_cut(phrase), ("padding", (), None)) for phrase in (*PADDING, *HASTY_PADDING)]
    phrases += [(_cut(phrase), ("same", _cut(words), None)) for phrase, words in {**SAME, **HASTY, **FOREIGN}.items()]
    phrases += [(_cut(phrase), ("loosely", _cut(words), None)) for phrase, words in LOOSELY.items()]
    phrases += [(_cut(phrase), ("amount", (), Interval(*bounds))) for phrase, bounds in VAGUE.items()]
    phrases += [(_cut(phrase), ("length", (), Interval(*bounds))) for phrase, bounds in VAGUE_LENGTH.items()]
    phrases += [(_cut(phrase), ("about", (), None)) for phrase in ABOUT]
    found: dict[str, ByLength] = {}
    for phrase, entry in sorted(phrases, key=lambda each: -len(each[0])):
        found.setdefault(phrase[0], {}).setdefault(len(phrase), {}).setdefault(phrase, []).append(entry)
    return found


def _cut(phrase: str) -> tuple[str, ...]:
    """The words of a phrase as the tokenizer cuts explanations."""
    return tuple(folded_key(token.form) for token in tokenize(phrase))
