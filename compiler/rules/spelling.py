"""What the rules of ``texts.lark`` mean for spelling: capitals, inflections, words and parts of words."""

from __future__ import annotations

import re
from typing import Any, Literal

import polars as pl

from ...corpora.kinds import KINDS
from ...grammar.nodes import Condition
from ...primitives.base import Sought
from ...primitives.patterns import Character, Characters, Form, Kind, Regex, Words
from ...primitives.regions import Here
from ...primitives.shapes import Affixed
from ...primitives.text import Mentions
from ..assemble import finish
from ..standins import Bare, Patterns, RefusedError, Said, checked
from .lists import listed, some

Style = tuple[str, str | None]

STYLE = "\ufe0f"
"""Behind a picture it tells that it is shown in colours."""

OF_LINKS = re.compile(r"(?i)(https?|ftp|www)\b\S*|[\w-]+(\.[\w-]+)*\.[a-z]{2,}(/\S*)?")
"""What links begin with, and the names of hosts."""


# -- spelling ------------------------------------------------------------------------------------------


def kind_shown(kind: Sought, sign: str) -> Sought:
    """A kind of sign, and how it looks in brackets behind it."""
    if not isinstance(kind, Kind) or not KINDS[kind.name].weigh(pl.Series([sign]))[0]:
        raise RefusedError(f"{sign} is nothing of that kind")
    return kind


def told_shape(pattern: str) -> Sought:
    return checked(Regex(pattern))  # type: ignore[no-any-return]


def sign_called(item: Any) -> Any:
    if not isinstance(item, (Bare, Words)) or item.text[:1].isalnum() or len(item.text.rstrip(STYLE)) != 1:
        raise RefusedError("this is no sign")
    return item


def signs_called(*items: Any) -> Patterns:
    """Several signs that are called so together: "a ! or ? sign"."""
    return listed(*map(sign_called, items))


def with_spaces(kind: Sought) -> Patterns:
    """Characters are all there are, and the spaces among them."""
    if not isinstance(kind, Character):
        raise RefusedError("spaces are no letters")
    return (kind,)


def link_begun(kind: Sought, *starts: str) -> Patterns:
    """Links by what they begin with; nothing else begins so."""
    return _links(kind, starts, "start")


def link_holding(kind: Sought, *parts: str) -> Patterns:
    return _links(kind, parts, "inside")


def _links(kind: Sought, parts: tuple[str, ...], side: Literal["start", "inside"]) -> Patterns:
    told = all(OF_LINKS.fullmatch(part) for part in parts)
    if kind != Kind("link") or not told:
        raise RefusedError("it is not clear what is told of a thing of that kind")
    return tuple(checked(Affixed(part, side)) for part in parts)


def in_upper() -> Style:
    return "upper", None


def in_lower() -> Style:
    return "lower", None


def with_capital(letter: str | None = None) -> Style:
    return "capital", letter


def as_written() -> Style:
    return "as written", None


def as_said() -> Style:
    return "as said", None


def in_any_case() -> Style:
    return "any case", None


def in_any_form() -> Style:
    return "any form", None


def as_characters(item: Any) -> Sought:
    if not isinstance(item, (Bare, Words, Characters)):
        raise RefusedError("only words and characters are parts of words")
    return checked(Characters(item.text))  # type: ignore[no-any-return]


def joined_characters(item: Any) -> Sought:
    if not isinstance(item, Characters):
        raise RefusedError("one thing is no row")
    return item


def as_word(item: Any) -> Sought:
    if not isinstance(item, (Bare, Words)):
        raise RefusedError("it is no word")
    return checked(Words(item.text))  # type: ignore[no-any-return]


def all_as_characters(*items: Any) -> Patterns:
    """Behind a list it is told of all that stands in it."""
    return listed(*(as_characters(_unspelled(item)) for item in items))


def shown_within_words(what: Any) -> Condition:
    items = all_as_characters(*(what if isinstance(what, tuple) else (what,)))
    return Said(None, finish(Mentions, {"what": some(items), "where": Here()}))


def all_spelled(*told: Any) -> Patterns:
    *items, style = told
    return listed(*(spelled(_unspelled(item), style) for item in items))


def spelled(item: Any, *styles: Style) -> Sought:
    """Quoted text with its capitals as they are told."""
    if not isinstance(item, (Bare, Words)):
        raise RefusedError("only words are spelled in one way or another")
    text, kinds = item.text, {style for style, _ in styles}
    if kinds == {"any form"}:
        return checked(Form(text))  # type: ignore[no-any-return]
    if kinds == {"any case"} or (kinds == {"as said"} and text.islower()):
        return checked(Words(text))  # type: ignore[no-any-return]
    if len(kinds - {"as written", "as said"}) > 1 or kinds & {"any form", "any case"}:
        raise RefusedError("it is spelled in one way only")
    for style, letter in styles:
        if letter is not None and not text.casefold().startswith(letter.casefold()):
            raise RefusedError(f"{text} does not begin with {letter}")
        text = {"upper": text.upper(), "lower": text.lower(), "capital": text[:1].upper() + text[1:]}.get(style, text)
    return checked(Words(text, exact=True))  # type: ignore[no-any-return]


def _unspelled(item: Any) -> Bare:
    """Quoted text of which it is not yet told how it is written."""
    if not isinstance(item, Bare):
        raise RefusedError("it is told of one of the list alone")
    return item


COSTS = {"spelled": -1, "all_spelled": -2, "all_as_characters": -1}
"""What a rule adds to the cost of a reading."""
