"""What has the same stem: the closing date is the one in ``closes_at``, and what was serviced had a service."""

from __future__ import annotations

from collections.abc import Iterator

from ..corpora.tokenizer import lemma

ENDINGS = ("ation", "ion", "ment", "ure", "al", "ing", "ed", "es", "s", "y", "e")
"""What is put behind the stem of a verb."""

LEAST = 3
"""So many letters a stem has."""


def stem(word: str) -> str:
    """What a verb, its forms and the nouns made of it begin with.

    >>> {stem(word) for word in ("closes", "closing", "closed", "closure")}
    {'clos'}
    >>> stem("registration") == stem("registered"), stem("post") == stem("poster")
    (True, False)
    """
    own = lemma(word)
    cut = next((own[: -len(end)] for end in ENDINGS if own.endswith(end) and len(own) - len(end) >= LEAST), own)
    if len(cut) > LEAST and cut[-1] == cut[-2]:
        cut = cut[:-1]
    return cut[:-2] + "r" if cut.endswith("er") else cut


def participles(word: str) -> Iterator[str]:
    """The forms of a verb in which something is done, or was: "serviced" of "service"."""
    own = lemma(word)
    bare = own.removesuffix("e") or own
    if own.endswith(("al", "ure", "ment", "ation", "ion")):
        yield from (f"{stem(word)}{end}" for end in ("s", "es", "ed", "ing"))
    yield from (
        f"{bare}ed",
        f"{bare}es" if own.endswith(("e", "s", "sh", "ch", "x")) else f"{own}s",
        f"{bare}{bare[-1]}ed",
    )


def nominals(word: str) -> Iterator[str]:
    """The forms of a verb that stand before "date": "closing date", "installation date"."""
    own = lemma(word)
    bare = own.removesuffix("e") or own
    yield own
    yield from participles(word)
    for end in ("ing", "ation", "ion", "ment", "ure", "al", "y", "ration"):
        yield bare + end
    yield bare + bare[-1] + "ing"
    yield bare.removesuffix("er") + "ration"
    if own.endswith("y"):
        yield own[:-1] + "ication"
    if own.endswith("it"):
        yield own[:-1] + "ssion"
