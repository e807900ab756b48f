"""Quoted text: where it begins and ends, and what stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .lexemes import Lexed, Unclosed

QUOTES = {'"': '"', "“": "”", "„": "“”", "«": "»", "'": "'", "‘": "’", "`": "`", "”": "”", "’": "’"}
"""Opening quotation marks and the marks that close them."""

PLACEHOLDER = re.compile(
    r"\$\w+\$|\{[^\W\d]\w*\}|\b(?:[XYZ]|SUBJ|OBJ|(?:PERSON|ARG|ARGUMENT|ENTITY|ENT|E|SPAN|TERM|NOUN|MENTION)_?\d)\b"
)
"""What in a quotation may stand for an argument; behind a backslash it is the text itself."""

_CALLED = re.compile(r"(?i)\b(?:regexp?|expression|pattern|match(?:es|ing)?)\s*:?\s*$")
_SLASHED = re.compile(r"/((?:[^/\\\n]|\\.)+)/(i?)(?=[\s.,;:!)]|$)")
_PLAIN = re.compile(r"(?=\S*[\\\[^{+*|])[^\s\"“'‘`/<>=]\S*?(?=[.,;:!?]?(?:\s|$))")
"""What is called a regular expression, and how one is written without quotes: between slashes, or as a single word."""

_PLURAL = re.compile(r"s\b")
"""Right behind a quotation, it tells of several: two "free"s."""

NEAR = 16
"""So many characters before it, it is called one."""


def expression(text: str, position: int) -> tuple[int, str] | None:
    """Where the regular expression ends that begins at ``position`` without quotes, and what it is.

    >>> expression("the regex /no+/i -> spam", 10)
    (16, '(?i)no+')
    """
    if position and not text[position - 1].isspace() and text[position - 1] != ":":
        return None
    before = _CALLED.search(text, max(0, position - NEAR), position)
    if before is None:
        return None
    slashed = _SLASHED.match(text, position)
    if slashed is not None:
        return slashed.end(), ("(?i)" if slashed[2] else "") + slashed[1].replace("\\/", "/")
    plain = None if before[0].lower().startswith("match") else _PLAIN.match(text, position)
    return (plain.end(), plain[0]) if plain is not None else None


def unquote(inner: str) -> str:
    r"""The text between quotes without the backslash before ``"``, ``\\`` or a placeholder; others stay as they are."""
    return re.sub(rf"\\([\"\\]|(?={PLACEHOLDER.pattern}))", r"\1", inner)


def quote(text: str) -> str:
    r"""``text`` in quotes, such that reading it gives ``text`` again, and takes nothing in it for an argument.

    >>> print(quote("a SUBJ"))
    "a \SUBJ"
    """
    named = [match.start() for match in PLACEHOLDER.finditer(text)]
    letters = [text[start] for start in named if text[start] in "XYZ"]
    held = set(named) if len(letters) < len(named) or len(set(letters)) > 1 else set[int]()
    ends = rf"\\(?=[\\\"]|$|{PLACEHOLDER.pattern})|\""
    doubled = {match.start() for match in re.finditer(ends, text)} | held
    return '"' + "".join(("\\" if i in doubled else "") + sign for i, sign in enumerate(text)) + '"'


def pieces(text: str, out: Lexed) -> Iterator[tuple[int, int, str | None]]:
    """The text as alternating unquoted pieces (None) and quoted ones (their content)."""
    position = begin = 0
    while position < len(text):
        written = expression(text, position)
        if written is not None:
            yield begin, position, None
            yield position, *written
            position = begin = written[0]
            continue
        mark = text[position]
        single = mark in "'‘’`"
        if mark not in QUOTES or (single and position and (text[position - 1].isalnum() or text[position - 1] == "$")):
            position += 1
            continue
        close = _closing(text, position, QUOTES[mark], single)
        if close is None:
            if not single:
                yield begin, position, None
                out.faults.append(Unclosed(position))
                return
            position += 1
            continue
        yield begin, position, None
        inner = text[position + 1 : close]
        yield position, close + 1, inner if single else unquote(inner)
        position = begin = close + 1 + bool(_PLURAL.match(text, close + 1))
    yield begin, len(text), None


def _closing(text: str, opening: int, marks: str, single: bool) -> int | None:
    """Where the quotation opened at ``opening`` closes. An apostrophe inside a word does not close it."""
    position = opening + 1
    while position < len(text):
        if text[position] == "\\" and not single and text[position + 1 : position + 2] in ('"', "\\"):
            position += 2
            continue
        if text[position] in marks and not (single and text[position + 1 : position + 2].isalnum()):
            return position
        position += 1
    return None
