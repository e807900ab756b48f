"""From the words of an explanation to the terminals of the grammar.

Quoted text is taken out first, so nothing inside quotes is ever touched. The rest is cut by the tokenizer, and each
token becomes one terminal: a number, the name of a lexicon or column, a word of the grammar (also in another
inflection), or a filler, which is left out. A word that is none of these is unknown and reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..corpora.text import folded_key
from ..corpora.tokenizer import tokenize
from ..grammar.words import FILLER, number_in_words
from .templates import canonical

Names = Mapping[tuple[str, ...], tuple[str, Any]]
"""The terminal and the value for which a name stands, by the name's words."""

MAX_WORDS = 2_000
"""Longer explanations are refused."""

QUOTES = {'"': '"', "“": "”", "„": "“”", "«": "»", "'": "'", "‘": "’", "`": "`", "”": "”", "’": "’"}
"""Opening quotation marks and the marks that close them."""


@dataclass(frozen=True, slots=True)
class Lexeme:
    """One terminal: its name in the grammar, its value if it has one, and where it stands in the text."""

    terminal: str
    value: object
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Unknown:
    """A word that is neither in the grammar nor a filler."""

    word: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Unclosed:
    """A quotation mark without its partner."""

    start: int


@dataclass(slots=True)
class Lexed:
    """What the lexer made of a text: terminals, fillers left out, and faults."""

    lexemes: list[Lexeme] = field(default_factory=list)
    fillers: list[tuple[int, int]] = field(default_factory=list)
    faults: list[Unknown | Unclosed] = field(default_factory=list)


def lex(text: str, terminals: Mapping[str, str], names: Names) -> Lexed:
    """Cut ``text`` into terminals.

    Args:
        text: the explanation.
        terminals: the terminal for each word of the grammar.
        names: the terminal and value of each name, by its words.
    """
    out = Lexed()
    for start, end, quoted in _quotes(text, out):
        if quoted is not None:
            out.lexemes.append(Lexeme("QUOTED_TEXT", quoted, start, end))
        else:
            _words(text, start, end, terminals, names, out)
    return out


def unquote(inner: str) -> str:
    r"""The text between quotes with ``\"`` and ``\\`` resolved; every other backslash stays as it is."""
    return re.sub(r"\\([\"\\])", r"\1", inner)


def quote(text: str) -> str:
    r"""``text`` in quotes, such that reading it gives ``text`` again."""
    return '"' + re.sub(r"\\(?=[\\\"]|$)|\"", lambda m: "\\" + m.group(), text) + '"'


def _quotes(text: str, out: Lexed) -> Iterator[tuple[int, int, str | None]]:
    """The text as alternating unquoted pieces (None) and quoted ones (their content)."""
    position = begin = 0
    while position < len(text):
        mark = text[position]
        single = mark in "'‘’`"
        if mark not in QUOTES or (single and position and text[position - 1].isalnum()):
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


def _words(text: str, start: int, end: int, terminals: Mapping[str, str], names: Names, out: Lexed) -> None:
    """Add the terminals of an unquoted piece."""
    longest = max(map(len, names), default=0)
    tokens = tokenize(text[start:end])
    words = [folded_key(token.form) for token in tokens]
    i = 0
    while i < len(tokens):
        first = start + tokens[i].start
        taken, terminal, value = _terminal(words, i, terminals, names, longest)
        stop = start + tokens[i + taken - 1].start + len(tokens[i + taken - 1].form)
        if terminal is not None:
            out.lexemes.append(Lexeme(terminal, value, first, stop))
        elif words[i] in FILLER:
            out.fillers.append((first, stop))
        else:
            out.faults.append(Unknown(text[first:stop], first, stop))
        i += taken


def _terminal(
    words: list[str], i: int, terminals: Mapping[str, str], names: Names, longest: int
) -> tuple[int, str | None, object]:
    """How many words are taken, the terminal (None if there is none), and its value."""
    for width in range(min(longest, len(words) - i), 0, -1):
        name = names.get(tuple(words[i : i + width]))
        if name is not None:
            return width, *name
    word = words[i]
    if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?|\d+(\.\d+)?", word) and word.isascii():
        value = float(word.replace(",", ""))
        return 1, "NUMERAL", int(value) if value.is_integer() else value
    number = number_in_words(words[i : i + 12])
    if number is not None:
        return number[1], "NUMERAL", number[0]
    return 1, terminals.get(canonical(word)), None
