"""Misspelled words of ours: what a word was meant to be, where only one of our words is near.

Only what is no English word is corrected. Never to either of two words that are equally near: "les" may be "less" or
"lets". Every correction is told to the user.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..corpora.tokenizer import is_english, lemma
from ..grammar.untold import REAL_WORDS
from ..grammar.words import FILLER, FORMS, SCALES, SMALL
from ..primitives.phrases import Item, Options, Word
from ..primitives.registry import kept, primitives
from .language import language
from .templates import canonical

SHORT, LONG = 4, 8
"""Up to so many letters, only swapped, missing and doubled letters are mended; from so many on, two faults are."""

LETTERS = "abcdefghijklmnopqrstuvwxyz"


@kept
def corrected(word: str) -> str | None:
    """The word of ours that a word was meant to be; None if it is an English word, or none or several are near.

    >>> corrected("contians"), corrected("world"), corrected("banana")
    ('contains', None, None)
    """
    if len(word) < 3 or not word.isascii() or not word.isalpha() or word in REAL_WORDS or is_english(word):
        return None
    near = {w: own for w in _tries(word) if (own := _own(w)) is not None}
    near = {w: own for w, own in near.items() if w in _known()} or near
    return _only(word, near or _far(word, _known()))


def nearest(word: str, known: Mapping[str, str]) -> str | None:
    """The word of those given that ``word`` was meant to be; None if none is near, or two that mean different things.

    Args:
        word: a word that is none of them.
        known: the words, and what each means.
    """
    near = {w: known[w] for w in _tries(word) if w in known}
    return _only(word, near or _far(word, known))


def _tries(word: str) -> set[str]:
    """What a word may have been before one fault."""
    return {*_swaps(word), *_insertions(word)} if len(word) <= SHORT else set(_edits(word))


def _far(word: str, known: Mapping[str, str]) -> dict[str, str]:
    """The words that are two faults away from a long one."""
    return {w: own for w, own in known.items() if _within_two(word, w)} if len(word) >= LONG else {}


def _only(word: str, near: Mapping[str, str]) -> str | None:
    """The nearest word, if all that are near mean the same."""
    if len(set(near.values())) != 1:
        return None
    return min(near, key=lambda w: (abs(len(w) - len(word)), w))


@kept
def surface() -> tuple[str, ...]:
    """The words of the phrases as they are written there."""
    found: list[str] = []
    stack: list[Item] = [item for cls in primitives().values() for phrase in cls.phrases for item in phrase.items]
    while stack:
        item = stack.pop()
        if isinstance(item, Word):
            found.append(item.text.lower())
        elif isinstance(item, Options):
            stack += [part for sequence in item.sequences for part in sequence]
    return tuple(dict.fromkeys(word for word in found if word not in FILLER))


def _own(word: str) -> str | None:
    """The word of the grammar of which ``word`` is a form; None if it is none of ours."""
    known = _known().get(word)
    if known is not None:
        return known
    own = lemma(word)
    return own if own != word and own in language().terminals else None


@kept
def _known() -> dict[str, str]:
    """The words of the phrases and the closed lists, and the word of the grammar that each is."""
    terminals = language().terminals
    words = [word for word in (*terminals, *surface(), *FORMS) if len(word) > 1 and word.isalpha()]
    known = {word: canonical(word) for word in words if canonical(word) in terminals}
    return known | {word: word for word in (*SMALL, *SCALES, *FILLER) if len(word) > 2}


def _edits(word: str) -> Iterator[str]:
    """Every word that is one fault away."""
    for i in range(len(word) + 1):
        head, tail = word[:i], word[i:]
        if tail:
            yield head + tail[1:]
        for letter in LETTERS:
            yield head + letter + tail
            if tail:
                yield head + letter + tail[1:]
    yield from _swaps(word)


def _swaps(word: str) -> Iterator[str]:
    """Two neighbouring letters change places."""
    for i in range(len(word) - 1):
        yield word[:i] + word[i + 1] + word[i] + word[i + 2 :]


def _insertions(word: str) -> Iterator[str]:
    """A letter is put in, or one of two equal neighbours is left out."""
    for i in range(len(word) + 1):
        for letter in LETTERS:
            yield word[:i] + letter + word[i:]
        if 0 < i < len(word) and word[i - 1] == word[i]:
            yield word[:i] + word[i + 1 :]


def _within_two(word: str, other: str) -> bool:
    """Whether at most two letters are missing, too many, wrong, or swapped with their neighbour."""
    if abs(len(word) - len(other)) > 2 or word[0] != other[0]:
        return False
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, a in enumerate(word, start=1):
        row = [i]
        for j, b in enumerate(other, start=1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and word[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > 2:
            return False
        before, last = last, row
    return last[-1] <= 2
