"""The label within an explanation: before its condition, behind it, or around it.

"This is clearly spam because ...", "if ..., then it's spam", "any comment with ... is spam". The words around each
label are compared with the frames of :mod:`.frames`. What a frame takes is off; everything else is the condition, and
is read to the last word. Quoted text is never looked into, unless it is the label itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from ..corpora.tokenizer import is_english
from ..grammar.frames import SAID
from .enumerations import opening
from .frames import (
    BARE,
    BESIDES,
    BRACKETED,
    CLOSED,
    FIRST,
    LAST,
    LIKELY_CLOSED,
    LIKELY_FIRST,
    LIKELY_LAST,
    LIST,
    LISTED,
    THANKS,
    TWO,
    First,
    Last,
)
from .label_words import WEAK, LabelWord, Span, label_forms, label_words, labelled, line_of
from .spelling import nearest

WINDOW = 48
"""In so many words around a label, what is said of it is looked for."""

TRIED = 8
"""So many places of labels are tried, from either end."""

CUTS = 4
"""So many other ways to cut a label off are tried."""

CLOSING = {")": "( ", "]": "[ "}
"""Brackets around a condition, and those that open them."""

_ASKED = re.compile("(?:^| )(?:could|can|would|will) you ")
_DENIED = re.compile(r"(?:^| )(?:not|never|no) ")

_TELLING = re.compile(r"^(?:=>|->|→|= >) |^(?:is|are) ")
"""How a frame begins behind which no word of the text stands."""

_FRAMING = re.compile(r"\b(?!(?:says?|shows?|gives|signals?|that) )[a-z]+ ")
"""Words of a frame before a quoted label, other than those behind which it may be what the text says."""

Mended = tuple[Span, str]
"""The characters of a misspelled word, and what it is read as."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A label found in an explanation.

    Attributes:
        label: the label.
        denied: whether it is denied.
        spans: the characters of the condition, in one or two pieces.
        example: the number of the row that is named beside the label.
        other: another label that the words state too.
        mended: misspelled words of the frame: their characters, and what they are read as.
    """

    label: str
    denied: bool
    spans: tuple[Span, ...]
    example: int | None = None
    other: str | None = None
    mended: tuple[Mended, ...] = ()

    def meant(self, labels: tuple[str, ...]) -> str | None:
        """The label that is meant: "not spam" is the other one of two; None if there are more than two."""
        if not self.denied:
            return self.label
        return next(label for label in labels if label != self.label) if len(labels) == 2 else None

    def condition(self, text: str) -> str:
        """The text up to the end of the condition, with blanks for what is no part of it."""
        kept, end = "", 0
        for start, stop in self.spans:
            start = opening(text, start, stop)
            kept += " " * (start - end) + text[start:stop]
            end = stop
        return kept


def stated(text: str, labels: tuple[str, ...]) -> Stated | None:
    """The label that an explanation names, None if it names none."""
    own = frozenset(form for words, _ in label_forms(labels) for form in words)
    words = list(labelled(list(label_words(text, own)), labels))
    if not any(word.label is not None for word in words):
        return None
    found, mended = _found(words, labels), list[Mended]()
    if found is None:
        words, mended = _mended(words)
        found = _found(words, labels) if mended else None
    two = TWO.search(line_of(words))
    if two is not None:
        one, other = (labels[int(index)] for index in two.groups() if index is not None)
        if one != other:
            return Stated(one, False, ((0, len(text)),), other=other)
    if found is None:
        return None
    inside = [range(*span) for span in found.spans]
    return replace(found, mended=tuple(each for each in mended if not any(each[0][0] in span for span in inside)))


def _found(words: list[LabelWord], labels: tuple[str, ...]) -> Stated | None:
    """What the first frame that fits makes of the words; another label within its condition is told."""
    for at in _places(words):
        framed = next(_framings(words, at), None)
        if framed is None or framed.empty:
            continue
        own = framed.states(labels)
        inner = _found([_unlabelled(word) for part in framed.parts for word in part], labels)
        if inner is None:
            return own
        if (inner.label, inner.denied) == (own.label, own.denied):
            return replace(own, spans=inner.spans, other=inner.other)
        if own.denied and not inner.denied and inner.label != own.label:  # not that one, but this one
            return inner
        return replace(own, other=inner.label)
    return None


def _unlabelled(word: LabelWord) -> LabelWord:
    """A word within a condition, where quoted text is no label."""
    return replace(word, form='"', label=None) if word.quoted else word


def placements(text: str, labels: tuple[str, ...]) -> Iterator[Stated]:
    """Where else the label may stand, what is most likely first: only if what is left is read as a condition.

    For texts of which :func:`stated` finds no label, or one that leaves no condition.
    """
    words = list(labelled(list(label_words(text)), labels))
    seen: set[tuple[int, bool, tuple[Span, ...]]] = set()
    for sure in (True, False):
        for at in _places(words):
            if words[at].form in WEAK and not _set_off(words, at):
                continue
            for framed in _framings(words, at, sure=sure):
                key = (framed.label, framed.denied, () if framed.empty else framed.spans)
                if not framed.empty and key not in seen and len(seen) < CUTS:
                    seen.add(key)
                    yield framed.states(labels)


def _set_off(words: list[LabelWord], at: int) -> bool:
    """Whether a label stands alone at the end, behind a sign."""
    signs = [word.form for word in (*words[at - 1 : at], *words[at + 1 :])]
    return at > 0 and not any(form[:1].isalnum() or form == '"' for form in signs)


@dataclass(frozen=True, slots=True)
class _Framed:
    """A label by its number, and the words of the condition in one or two parts."""

    label: int
    parts: tuple[tuple[LabelWord, ...], ...]
    denied: bool
    example: int | None = None

    @property
    def spans(self) -> tuple[Span, ...]:
        return tuple((part[0].start, part[-1].end) for part in self.parts)

    @property
    def empty(self) -> bool:
        """Whether there are no words in the condition."""
        return not any(word.form[:1].isalnum() or word.quoted for part in self.parts for word in part)

    def states(self, labels: tuple[str, ...]) -> Stated:
        return Stated(labels[self.label], self.denied, self.spans, self.example)


def _framings(words: list[LabelWord], at: int, *, sure: bool = True) -> Iterator[_Framed]:
    """What the frames make of the words around a label; the surest first."""
    if sure:
        yield from _first(words, at, FIRST)
        yield from _last(words, at, LAST)
    elif LIKELY_CLOSED.match(line_of(words[at + 1 :])):
        yield from (framed for framed in _last(words[: at + 1], at, LIKELY_LAST) if len(framed.parts[0]) > 1)
    else:
        yield from _first(words, at, LIKELY_FIRST)


def _places(words: list[LabelWord]) -> Iterable[int]:
    """The places of labels, up to :data:`TRIED` from either end."""
    places = [i for i, word in enumerate(words) if word.label is not None]
    return dict.fromkeys(places[:TRIED] + places[-TRIED:])


def _first(words: list[LabelWord], at: int, frames: Iterable[First]) -> Iterator[_Framed]:
    """The label stands before the condition."""
    index = words[at].label
    if at > WINDOW or index is None:
        return
    before, behind = line_of(words[:at]), line_of(words[at + 1 :])
    for frame in frames:
        if not frame.sure and (words[at].quoted or words[at].form in WEAK):
            continue
        head = frame.before.match(before)
        rest = frame.behind.match(behind) if head is not None else None
        if head is None or rest is None:
            continue
        if words[at].quoted and not head["head"] + rest[0][: rest.start("rest")]:
            continue
        number = re.search(r"# (\d+) ", rest[0][: rest.start("rest")])
        start = at + 1 + behind.count(" ", 0, rest.start("rest"))
        end = -1 if words[-1].form == "?" and _ASKED.search(before) else len(words)
        thanks = THANKS.search(behind, rest.start("rest"))
        if thanks is not None:
            end = at + 1 + behind.count(" ", 0, thanks.start())
        if words[:end][-1].form in CLOSING and CLOSING[words[:end][-1].form] in rest[0][: rest.start("rest")]:
            end = len(words[:end]) - 1
        if start >= len(words[:end]):
            continue
        yield _Framed(index, (tuple(words[start:end]),), _denied(head["head"]), int(number[1]) if number else None)


def _last(words: list[LabelWord], at: int, frames: Iterable[Last]) -> Iterator[_Framed]:
    """The label stands behind the condition, or within it."""
    index, behind = words[at].label, line_of(words[at + 1 :])
    opening, ending = line_of(words[: min(at, WINDOW)]), line_of(words[max(0, at - WINDOW) : at])
    closed = CLOSED.match(behind)
    besides = None if closed else BESIDES.match(behind) or (LISTED.match(opening) and LIST.match(behind))
    besides = besides or (None if closed else BRACKETED.match(behind))
    if index is None or not (closed or besides):
        return
    rest = words[at + 1 + behind.count(" ", 0, besides.start("rest")) :] if besides else []
    for frame in frames:
        if not frame.sure and words[at].form in WEAK:
            continue
        begun = frame.begin.match(opening)
        ended = frame.end.search(ending) if begun else None
        if begun is None or ended is None or (words[at].quoted and not _FRAMING.search(ended["head"])):
            continue
        start, end = opening.count(" ", 0, begun.end()), at - ended["head"].count(" ")
        if start < end:
            parts = [part for part in (tuple(words[start:end]), tuple(rest)) if part]
            if BARE.search(line_of(words[start:end])) and not _TELLING.search(ended["head"]):
                continue  # the label may be a word that the text says
            yield _Framed(index, tuple(parts), _denied(ended["head"]))


def _denied(head: str) -> bool:
    return len(_DENIED.findall(head)) % 2 == 1


def _mended(words: list[LabelWord]) -> tuple[list[LabelWord], list[Mended]]:
    """The words with the misspelled ones mended that a frame may have, and what was mended."""
    made, mended = list[LabelWord](), list[Mended]()
    for word in words:
        meant = None
        if word.label is None and not word.quoted and word.form.isalpha() and len(word.form) > 3:
            meant = None if word.form in _known() or is_english(word.form) else nearest(word.form, _known())
        made.append(word if meant is None else replace(word, form=meant))
        if meant is not None:
            mended.append(((word.start, word.end), meant))
    return made, mended


@lru_cache(maxsize=1)
def _known() -> dict[str, str]:
    """The words of the frames."""
    found = {word for phrase in SAID.values() for word in re.findall(r"[a-z]{4,}", phrase)}
    return {word: word for word in sorted(found)}
