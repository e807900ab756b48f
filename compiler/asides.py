"""Clauses that can be no condition: what comes of one, and what people or things are to each other.

"... stands between them, so they just work together": where an explanation is not understood with such a clause, it is
left aside, with a note. It may quote, count, name, place, compare and deny nothing that a row could show, and of its
words only those may be of the language that tell nothing by themselves, and none may be one of the others misspelled.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..corpora.tokenizer import lemma
from ..grammar.asides import (
    ARTICLES,
    BE,
    BLAND,
    CHECKED,
    GUESSING,
    ONE_AND_THE_SAME,
    PERFECT,
    SEEMING,
    SHOWN,
    STILL,
    THAT,
    THEREFORE,
    THOSE,
    UNSURE,
)
from ..grammar.chatter import LIGHT, MAY, PLACED, SO_MUCH, TALK
from ..grammar.hasty import SOUNDS
from ..grammar.untold import NO_CONDITION
from .label_words import LabelWord, Meant
from .spelling import corrected

_PERFECT = re.compile(rf"\b({'|'.join(PERFECT)}) ")
_ALIKE = re.compile(ONE_AND_THE_SAME)
Words = Sequence[LabelWord]


def comes_of_it(words: Words, meant: Meant, *, first: bool) -> int | None:
    """Where a consequence begins among the words between two stops; None if none does.

    Args:
        words: those between the stops.
        meant: the words that mean something.
        first: whether nothing is told before them.
    """
    for at in range(first, len(words) - 1):
        begun = next((len(each) for each in THEREFORE if _begins(words[at:], each)), 0)
        if begun and at + begun < len(words) and words[at + begun].form not in SO_MUCH:
            return at if _idle(words[at + begun :], meant) else None
    return None


def aside(words: Words, meant: Meant, *, first: bool) -> bool:
    """Whether the words between two stops tell what people are or do, what a thing is, or that nobody knows."""
    while words[1:] and words[0].form in SOUNDS | {"nah", "well", "oh"}:
        words = words[1:]
    forms = tuple(word.form for word in words)
    if not first and (forms in UNSURE or guessed(words, meant)):
        return True
    rest = _behind(forms, THOSE)
    if rest:
        told = _less(rest, STILL)
        being = told[:1] and told[0] in BE | MAY
        told = _less(told, STILL | BE | MAY | {"not"}) if being else told
        merely = any(form in ("just", "only", "merely") for form in rest[: len(rest) - len(told) + 1])
        stated = not told or told[0] in PLACED or (being and told[-1].endswith("ed"))
        return (merely or not (first or stated)) and _idle(words[len(forms) - len(rest) :], meant)
    rest = _behind(forms, THAT)
    if len(rest) < 2 or rest[0] not in BE:
        return False
    told = _less(rest[1:], STILL)
    known = told and (told[0] in ARTICLES or len(told) < len(rest) - 1 or (forms[0] == "that" and _noun(told)))
    return bool(known) and not first and "not" not in told and _idle(words[len(forms) - len(told) :], meant)


def heads(words: Words, meant: Meant) -> bool:
    """Whether the words before a colon only sum up what stands behind it."""
    forms = [word.form for word in words]
    denied = any(form == "not" and forms[i + 1 : i + 2] not in (["a"], ["an"]) for i, form in enumerate(forms))
    own = _without([word for word in words if word.form not in SEEMING], _ALIKE)
    if len(own) < len(words) - 3 and not denied:
        return all(_bland(word, meant) for word in own)
    return bool(own) and not denied and _idle(own, meant)


def gloss(words: Words, meant: Meant) -> bool:
    """Whether the words in brackets only give what stands before them another name: "(the surname)"."""
    return len(words) > 1 and words[0].form in ("a", "an", "the") and _idle(words[1:], meant)


def stands_for(words: Words, meant: Meant) -> bool:
    """Whether the words behind an arrow or "=" only tell what a condition stands for: "= complains a lot"."""
    return _idle(words, meant)


def guessed(words: Words, meant: Meant) -> bool:
    """Whether the words between two stops guess what a thing is, of which nothing is asked: "must be some link"."""
    forms = tuple(word.form for word in words)
    rest = _behind(_behind(forms, THAT) or forms, GUESSING)
    if len(rest) < 2 or rest[0] not in ("some", "a", "an"):
        return False
    noun = words[len(forms) - len(rest) + 1 :]
    some = rest[0] == "some" and len(noun) == 1 and meant.free(noun[0]) and noun[0].form.isalpha()
    return (some and noun[0].form not in CHECKED) or _idle(noun, meant)


def _idle(words: Words, meant: Meant) -> bool:
    """Whether none of the words may belong to a condition, and one of them tells something."""
    words = _without(words, _PERFECT)
    return all(_bland(word, meant) for word in words) and any(
        word.form not in LIGHT and (word.form not in TALK or word.form in BLAND) and word.form != "not"
        for word in words
    )


def _without(words: Words, phrase: re.Pattern[str]) -> list[LabelWord]:
    """The words but for those of a phrase."""
    line, at, left = " ".join(word.form for word in words) + " ", 0, []
    taken = [found.span() for found in phrase.finditer(line)]
    for word in words:
        if not any(start <= at < end for start, end in taken):
            left.append(word)
        at += len(word.form) + 1
    return left


def _bland(word: LabelWord, meant: Meant) -> bool:
    """Whether it is no word of a condition, nor one of those misspelled."""
    form = word.form
    if not meant.free(word) or not form.replace("'", "").isalpha() or form in CHECKED or form in SHOWN:
        return False
    if (
        form in LIGHT
        or form in TALK
        or form in ARTICLES
        or form in BLAND
        or lemma(form) in BLAND
        or form in NO_CONDITION
    ):
        return True
    return form in STILL or form in ("not", "but", "nothing") or (not meant.language(form) and corrected(form) is None)


def _begins(words: Words, phrase: tuple[str, ...]) -> bool:
    """Whether the words begin with a phrase."""
    return all(w.form == p and not w.quoted for w, p in zip(words, phrase, strict=False)) and len(words) > len(phrase)


def _noun(told: Sequence[str]) -> bool:
    """Whether words tell of a thing, as far as that can be seen: several, and no place and no deed."""
    return len(told) > 1 and told[0] not in PLACED and not told[-1].endswith("ed")


def _behind(forms: tuple[str, ...], phrases: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    """What stands behind the longest of the phrases with which the words begin."""
    begun = [forms[len(each) :] for each in phrases if forms[: len(each)] == each]
    return min(begun, key=len, default=())


def _less(forms: tuple[str, ...], words: frozenset[str]) -> tuple[str, ...]:
    """The words without those at their beginning."""
    at = next((i for i, form in enumerate(forms) if form not in words), len(forms))
    return forms[at:]
