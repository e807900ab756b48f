"""Quoted text: where it begins and ends, and what stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .lexemes import Lexed, Unclosed

QUOTES = {'"': '"', "“": "”", "„": "“”", "«": "»", "'": "'", "‘": "’", "`": "`", "”": "”", "’": "’"}
"""Opening quotation marks and the marks that close them."""


def unquote(inner: str) -> str:
    r"""The text between quotes with ``\"`` and ``\\`` resolved; every other backslash stays as it is."""
    return re.sub(r"\\([\"\\])", r"\1", inner)


def quote(text: str) -> str:
    r"""``text`` in quotes, such that reading it gives ``text`` again."""
    return '"' + re.sub(r"\\(?=[\\\"]|$)|\"", lambda m: "\\" + m.group(), text) + '"'


def pieces(text: str, out: Lexed) -> Iterator[tuple[int, int, str | None]]:
    """The text as alternating unquoted pieces (None) and quoted ones (their content)."""
    position = begin = 0
    while position < len(text):
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
        position = begin = close + 1
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
