"""A row as the reference interpreter sees it: its tokens, sentences, headings and arguments."""

from __future__ import annotations

import polars as pl
from sayso.corpora.kinds import CLITICS
from sayso.corpora.text import clean, folded_key
from sayso.corpora.tokenizer import sentence_ends, tokenize
from sayso.primitives.entities import Entity, Nearest, Tag
from sayso.primitives.relations import Argument, Around, Inside, TextOf

ARGUMENTS = ("person1", "person2")


class Row:
    """A row's text: its tokens, which of them are words, and the sentence each belongs to; and its annotations."""

    def __init__(self, given) -> None:
        self.given = given
        self.text = clean(given["text"])
        self.tokens = tokenize(self.text)
        forms = pl.Series([t.form for t in self.tokens], dtype=pl.String)
        flags = forms.str.contains(r"[\p{L}\p{N}]") & ~forms.str.contains(CLITICS)
        self.is_word = flags.to_list()
        self.sentence = self._sentences()

    def argument(self, name):
        """The tokens that an argument's span touches; None if it is missing."""
        span = characters(self.given, self.given.get(name))
        if span is None:
            return None
        start, end = span
        touched = [i for i, t in enumerate(self.tokens) if t.start < end and start < t.start + len(t.form)]
        return (touched[0], touched[-1] + 1) if touched and start < end else ()

    def _sentences(self) -> list[int]:
        ends, numbers, current, seen = set(sentence_ends()), [], 0, False
        for i, token in enumerate(self.tokens):
            punctuation = pl.Series([token.form]).str.contains(r"^\p{P}+$")[0]
            plain = not punctuation and token.form not in ends
            if plain and seen and i > 0:
                current += 1
            if plain:
                seen = False
            elif token.form in ends:
                seen = True
            numbers.append(current)
        return numbers

    def words(self, start: int, end: int) -> int:
        """How many of the tokens from ``start`` up to ``end`` are words."""
        return sum(self.is_word[start:end])


def characters(given, span):
    """A span of the raw text as one of the cleaned text; None if it is missing or lies outside."""
    if span is None or given["text"] is None or not 0 <= span[0] <= span[1] <= len(given["text"]):
        return None
    return tuple(len(clean(given["text"][:at])) for at in span)


def missing(node, row) -> bool:
    """Whether anything is missing that a node speaks of."""
    parts = list(node.walk())
    named = {part.name for part in parts if isinstance(part, (Argument, TextOf, Inside, Around, Nearest))}
    if any(isinstance(part, Entity) and part.other for part in parts):
        named |= set(ARGUMENTS)
    noted = any(isinstance(part, (Entity, Tag)) for part in parts)
    return (noted and row.given.get("ner") is None) or any(row.argument(name) is None for name in named)


def headings(row: Row) -> list[tuple[int, int]]:
    """The first token of each heading and its colon: one to four words from where a text, sentence or line begins,
    or behind a stop.
    """
    found = []
    for colon, token in enumerate(row.tokens):
        if folded_key(token.form) != ":":
            continue
        for start in range(colon - 1, max(colon - 8, -1), -1):
            form = row.tokens[start].form
            if not (any(c.isalpha() for c in form) or form in ("/", "&", "-", "–")) or row.words(start, colon) > 4:
                break
            if _begins(start, row):
                found += [(start, colon)] if any(c.isalpha() for c in form) else []
                break
    return found


def _begins(i, row: Row) -> bool:
    if i == 0 or row.sentence[i] != row.sentence[i - 1]:
        return True
    before = row.tokens[i - 1]
    if before.form[-1] in ".!?":
        return True
    gap = row.text[before.start + len(before.form) : row.tokens[i].start]
    return "\n" in gap or "\r" in gap


def called(name, row: Row) -> tuple[int, int] | None:
    wanted = [folded_key(t.form) for t in tokenize(clean(name).rstrip(": "))]
    for start, colon in headings(row):
        if [folded_key(t.form) for t in row.tokens[start:colon]] == wanted:
            return start, colon
    return None


def rest(side, row: Row, span) -> bool:
    """Whether a match of characters leaves a letter or digit of its outermost token over, towards the edge."""
    start, end, _, place = span
    if place[0] != "c" or start >= end:
        return False
    token = row.tokens[start if side == "start" else end - 1]
    rest = token.form[: max(place[1] - token.start, 0)] if side == "start" else token.form[place[2] - token.start :]
    return bool(pl.Series([rest]).str.contains(r"[\p{L}\p{N}]")[0])


def sentences_of(span, row: Row) -> set[int]:
    numbers = [row.sentence[min(max(i, 0), len(row.tokens) - 1)] for i in (span[0], span[1] - 1)]
    return set(range(numbers[0], numbers[1] + 1))


def lies(number, interval) -> bool:
    """Whether a number lies in an interval."""
    above = interval.low is None or number > interval.low or (number == interval.low and not interval.low_open)
    under = interval.high is None or number < interval.high or (number == interval.high and not interval.high_open)
    return above and under
