"""Programmers' notation, as the lexer meets it: attributes behind a dot, signs for "is", arguments named in quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from ..corpora.text import folded_key
from .lexemes import Lexeme
from .naming import Names, words_of
from .quotations import PLACEHOLDER
from .templates import COLUMNS, NUMERALS, canonical

Span = tuple[int, int]

TYPE = (
    "type",
    "ent_type",
    "entity_type",
    "ner_type",
    "ner",
    "ner_tag",
    "tag",
    "kind",
    "category",
    "entity_label",
    "label",
)
TEXT = ("text", "name", "string", "value", "surface", "words")
ATTRIBUTES = {
    **dict.fromkeys(TYPE, "type"),
    **dict.fromkeys(("lastname", "surname", "family_name", "familyname"), "surname"),
    **dict.fromkeys(("firstname", "forename", "given_name"), "forename"),
}
"""What an argument has behind a dot; one of the second is the argument itself."""

ROWS = ("row", "r", "rec", "record", "df", "data", "this", "self", "item", "doc", "x")
"""What programmers call a row."""

_DOTTED = re.compile(r"([^\W\d]\w*)\.([^\W\d]\w*)")
_CALLED = re.compile(r"(\w+)\((\w+)")


def attributed(text: str, spans: Sequence[Span], names: Names) -> Iterator[tuple[Span, str]]:
    """Each token with its word; "x.last_name" is "x's last name", "row.amount" the amount, "f(x" has a bracket."""
    for start, end in spans:
        own = text[start:end]
        dotted, called = _DOTTED.fullmatch(own), _CALLED.fullmatch(own)
        if dotted is not None and (parts := _parts(dotted, start, names)):
            yield from ((span, word or folded_key(text[slice(*span)])) for span, word in parts)
        elif called is not None and names.get((folded_key(called[2]),), ("",))[0] == "ARGUMENT_NAME":
            cuts = (start, start + called.end(1), start + called.start(2), end)
            yield from ((span, folded_key(text[slice(*span)])) for span in pairwise(cuts))
        else:
            yield (start, end), folded_key(own)


def _parts(dotted: re.Match[str], start: int, names: Names) -> list[tuple[Span, str | None]]:
    """The parts of a name with a dot, and the words for those that are not said as they are written."""
    owner, attribute = ((folded_key(dotted[n]), (start + dotted.start(n), start + dotted.end(n))) for n in (1, 2))
    terminal = names.get((owner[0],), ("",))[0]
    if terminal == "ARGUMENT_NAME":
        word = attribute[0]
        if word in TEXT:
            return [(owner[1], None)]
        dot: tuple[Span, str | None] = ((owner[1][1], owner[1][1] + 1), "'s")
        if word in ATTRIBUTES:
            return [(owner[1], None), dot, (attribute[1], ATTRIBUTES[word])]
        if word in ("last_name", "first_name"):
            cut = attribute[1][0] + word.index("_")
            return [(owner[1], None), dot, ((attribute[1][0], cut), None), ((cut + 1, attribute[1][1]), None)]
        return []
    known = names.get(tuple(attribute[0].split("_")), names.get((attribute[0],), ("",)))[0] in COLUMNS
    return [(attribute[1], None)] if known and owner[0] in ROWS else []


def named_within(text: str, start: int, end: int, names: Names) -> list[tuple[str | None, str]]:
    """A quotation that names arguments, in pieces: the name of an argument or None, and what stands there.

    "$T$" and "SUBJ was born in OBJ" do; a single capital is a word, unless another one stands there too, and so is
    what stands behind a backslash.
    """
    found: list[tuple[Span, str]] = []
    for match in PLACEHOLDER.finditer(text, start, end):
        if text[match.start() - 1] == "\\":
            continue
        terminal, name = names.get(words_of(match[0].strip("{}")), ("", None))
        if terminal == "ARGUMENT_NAME" and isinstance(name, str):
            found.append((match.span(), name))
    letters = sum(last - first == 1 for (first, last), _ in found)
    if letters == len(found) < 2 or len({name for _, name in found}) < len(found):
        return []
    pieces: list[tuple[str | None, str]] = []
    for (first, last), name in found:
        pieces += [(None, text[start:first].strip()), (name, text[first:last])]
        start = last
    return [piece for piece in (*pieces, (None, text[start:end].strip())) if piece[1]]


def compared(lexemes: Sequence[Lexeme], terminals: Mapping[str, str]) -> list[Lexeme]:
    """The lexemes with "==" as one sign, and with "is" for it behind an argument and before no number."""
    equal, unequal, be = terminals["="], terminals["!"], terminals["is"]
    made: list[Lexeme] = []
    for lexeme in lexemes:
        twice = bool(made) and made[-1].terminal == lexeme.terminal == equal and made[-1].end == lexeme.start
        if not twice:
            made.append(lexeme)
    first = 0
    out: list[Lexeme] = []
    joints = {terminals[word] for word in (",", ";", "and", "or", "but", "(", ".", ":")}
    for i, lexeme in enumerate(made):
        if lexeme.terminal in joints:
            first = len(out) + 1
        behind = made[i + 1].terminal if i + 1 < len(made) else ""
        own = out[first : first + 2]
        about = bool(own) and own[0].terminal == "ARGUMENT_NAME" and (len(own) == 1 or own[1].terminal in (be, unequal))
        if lexeme.terminal == equal and about and behind not in NUMERALS | {"ARGUMENT_NAME", equal}:
            denied = out[-1].terminal == unequal
            start = out.pop().start if denied else lexeme.start
            out.append(Lexeme(be, None, start, lexeme.end))
            if denied:
                out.append(Lexeme(terminals[canonical("not")], None, start, lexeme.end))
            continue
        out.append(lexeme)
    return out
