"""What can be looked for in a text: quoted words, characters, regular expressions, and kinds of token."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import polars as pl

from ..corpora.index import TextIndex
from ..corpora.kinds import KINDS, within
from ..corpora.text import clean, exact_key, folded_key
from ..corpora.tokenizer import lemma, tokenize
from ..grammar.nodes import node
from .base import Edges, Mask, Scale, Sought, traits_of
from .phrases import say
from .regular import cases, leads_to, needs
from .run import Run
from .spans import Positions, Spans, union

Ids = npt.NDArray[np.integer]

OPEN, CLOSE = "\x01", "\x02"
"""Put around matches to find their places; texts are cleaned of control characters, so they occur nowhere else."""


@lru_cache(maxsize=10_000)
def tokens_of(text: str) -> tuple[str, ...]:
    """The forms of the tokens of a quoted text."""
    return tuple(token.form for token in tokenize(clean(text)))


@node
class Words(Sought):
    """A quoted word or phrase as whole words on token boundaries; case is ignored unless ``exact``.

    A side that is a sign ("-induced", ".ru", "www.", "+") has no such boundary: it may touch anything.
    """

    text: str
    exact: bool = False

    example = 'it mentions "check out"'
    phrases = (
        say("{text}"),
        say("(word|words|phrase|phrases|term|terms|string|expression|hashtag|token|text) {text}"),
        say("(keyword|keywords|verb form|name|names|brand|brand name|number|price|amount|score|date|emoji) {text}"),
        say("(symbol|symbols|sign|signs|abbreviation|acronym|domain|company name|product name|place name) {text}"),
        say("exactly {text}", exact=True),
        say("exactly the (word|words|phrase|term|string) {text}", exact=True),
        say("exact (word|words|phrase|term|string) {text}", exact=True),
    )

    def fault(self) -> str | None:
        """Blank quotes are no pattern."""
        return None if tokens_of(self.text) else "there is no word in the quotes"

    def contains(self, other: Sought) -> bool:
        """A phrase contains its parts, the forms of these, and characters."""
        if isinstance(other, (Words, Form)):
            return self == other or _part_of(self, other)
        return isinstance(other, Character)

    @property
    def words(self) -> int | None:
        """Its tokens; what touches other signs may have more."""
        return None if signed(self.text) else len(tokens_of(self.text))

    @property
    def lone(self) -> bool:
        """If it is a single token of letters and digits."""
        return self.words == 1 and self.text.isalnum()

    def traits(self, *, wide: bool = False) -> frozenset[object]:
        """The lemmas of its words."""
        return frozenset(map(lemma, _keys(self.text)))

    def spans(self, run: Run, column: str | None) -> Spans:
        """Where the phrase's tokens stand one after the other in a row."""
        index = run.index(column)
        vocabulary = index.vocabulary
        forms = tokens_of(self.text)
        if signed(self.text):
            return _whole_numbers(index, self.text, matches(index, edged(self.text, exact=self.exact)))
        if self.exact:
            return _sequence(index, [vocabulary.exact.forms(exact_key(form)) for form in forms])
        return _sequence(index, [vocabulary.folded.forms(folded_key(form)) for form in forms])


@node
class Form(Sought):
    """Any inflected form of a quoted word; in a phrase, any form of each of its words."""

    text: str

    example = 'it mentions any form of "subscribe"'
    phrases = (
        say("any form of {text}"),
        say("(form|forms) of {text}"),
        say("any (form|inflection|variant) of the (word|verb|noun|lemma) {text}"),
        say("lemma {text}"),
    )

    def fault(self) -> str | None:
        """Blank quotes are no pattern."""
        return None if tokens_of(self.text) else "there is no word in the quotes"

    def contains(self, other: Sought) -> bool:
        """Forms of a phrase contain the forms of its parts, and characters."""
        if isinstance(other, Form):
            return self == other or _part_of(self, other)
        return isinstance(other, Character)

    @property
    def words(self) -> int:
        """Its tokens."""
        return len(tokens_of(self.text))

    def traits(self, *, wide: bool = False) -> frozenset[object]:
        """The lemmas of its words."""
        return frozenset(map(lemma, _keys(self.text)))

    def spans(self, run: Run, column: str | None) -> Spans:
        """Where tokens with the same lemmas stand one after the other in a row."""
        index = run.index(column)
        keys = [folded_key(form) for form in tokens_of(self.text)]
        ids = [
            np.union1d(index.vocabulary.lemmas.forms(lemma(key)), index.vocabulary.folded.forms(key)) for key in keys
        ]
        return _sequence(index, ids)


class Matched(Sought):
    """What is told by its characters, wherever they stand."""

    __slots__ = ()

    @property
    def expression(self) -> str:
        """What the engine looks for."""
        raise NotImplementedError

    def leads(self, other: Sought) -> bool:
        """As the automata tell."""
        return isinstance(other, Matched) and leads_to(self.expression, other.expression)

    def traits(self, *, wide: bool = False) -> frozenset[object]:
        """Itself; what is told by characters may have to do with all that is."""
        return frozenset({self, Matched} if wide else {self})

    def cases(self) -> Iterable[frozenset[object]]:
        """The characters of some texts with it."""
        return [own | traits_of(self, True) for own in cases(self.expression)]

    def needs(self) -> Iterable[frozenset[object]]:
        """The characters without which no text has it."""
        return (traits_of(self, True), *needs(self.expression))

    def spans(self, run: Run, column: str | None) -> Spans:
        """The non-overlapping places of it, from the left."""
        return matches(run.index(column), self.expression)


@node
class Characters(Matched):
    """A quoted sequence of characters, anywhere, also inside words; case is ignored unless ``exact``."""

    text: str
    exact: bool = False

    example = 'it contains the characters "http"'
    phrases = (
        say("the (characters|character|letters|substring|sequence) {text}"),
        say("the (character|letter) (sequence|sequences) {text}"),
        say("the sequence of (characters|letters) {text}"),
        say("exactly the (characters|character|letters|substring|sequence) {text}", exact=True),
    )

    def fault(self) -> str | None:
        """Empty quotes are no pattern."""
        return None if clean(self.text) else "there is no character in the quotes"

    @property
    def expression(self) -> str:
        """One for exactly these characters."""
        return _literal(self)

    def leads(self, other: Sought) -> bool:
        """Other characters, if they are among these; expressions, as the automata tell."""
        if isinstance(other, Characters):
            whole, part = clean(self.text), clean(other.text)
            if not other.exact and whole.isascii() and part.isascii():
                whole, part = whole.lower(), part.lower()
            return (self.exact or not other.exact) and part in whole
        return Matched.leads(self, other)

    def at_edge(self, run: Run, column: str | None, side: Edges) -> Spans:
        """At the end of a row it is the last place, also if it overlaps another."""
        everywhere = self.spans(run, column)
        if side == "start":
            return everywhere
        return union([everywhere, matches(run.index(column), self.expression, last=True)])

    def rows(self, run: Run, column: str | None) -> Mask:
        """Which texts have the characters."""
        return _contains(run.index(column), self.expression)


@node
class Regex(Matched):
    """A regular expression, matched in linear time; empty matches do not count."""

    text: str

    example = 'it contains the regular expression "\\d{4}"'
    phrases = (
        say("the regular expression {text}"),
        say("(regex|regexp|pattern)[:] {text}"),
        say("something matching [the (regular expression|regex|pattern)] {text}"),
    )
    advice = 'mend the expression: look-around and back-references are not known; to look for its characters as they \
stand, say: the characters "..."'

    def fault(self) -> str | None:
        """What the engine says of the expression."""
        return regex_fault(self.text) if self.text else "the regular expression is empty"

    @property
    def expression(self) -> str:
        """Itself."""
        return self.text

    def rows(self, run: Run, column: str | None) -> Mask:
        """Which texts have a match that is not empty: they become shorter without their matches."""
        index = run.index(column)
        mask = _contains(index, self.text)
        rows = np.flatnonzero(mask)
        found = index.strings.gather(rows)
        shorter = found.str.replace_all(self.text, "").str.len_bytes() < found.str.len_bytes()
        mask[rows] = shorter.to_numpy()
        return mask


@node
class Kind(Sought):
    """A kind of token: a link, a number, an emoji, ...; the names stand in ``sayso.corpora.kinds``."""

    name: str

    category = "kind"

    example = "it has more than 3 exclamation marks"
    phrases = tuple(
        say("(" + "|".join((kind.singular, kind.plural, *kind.aliases)) + ")", name=kind.name)
        for kind in KINDS.values()
    )

    @property
    def scale(self) -> Scale:
        """Letters and digits count one by one."""
        return "letter" if KINDS[self.name].by_character else "word"

    @property
    def words(self) -> int:
        """It is one token."""
        return 1

    def traits(self, *, wide: bool = False) -> frozenset[object]:
        """The kind, and those that it always is too."""
        return frozenset({self, *map(Kind, within(self.name))} if wide else {self})

    def contains(self, other: Sought) -> bool:
        """Capital letters are letters, and all of them are characters."""
        return (
            self == other
            or isinstance(other, Character)
            or (isinstance(other, Kind) and other.name in within(self.name))
        )

    def spans(self, run: Run, column: str | None) -> Spans:
        """The tokens of this kind, each with its weight."""
        index = run.index(column)
        kind = KINDS[self.name]
        weights = np.asarray(index.vocabulary.weights(kind), dtype=np.int64)
        start = stand(index, np.flatnonzero(weights))
        weight = weights[index.tokens[start]] if kind.by_character else None
        return Spans(start, start + 1, index.token_row[start].astype(np.int64), weight)

    def at_edge(self, run: Run, column: str | None, side: Edges) -> Spans:
        """Of letters and digits only those with which a token begins or ends."""
        kind = KINDS[self.name]
        if not kind.by_character:
            return self.spans(run, column)
        index = run.index(column)
        forms, fits = index.vocabulary.forms, np.ones(len(index.vocabulary), dtype=bool)
        if side != "end":
            fits &= forms.str.contains(rf"^[^\p{{L}}\p{{N}}]*(?:{kind.pattern})").to_numpy()
        if side != "start":
            fits &= forms.str.contains(rf"(?:{kind.pattern})[^\p{{L}}\p{{N}}]*$").to_numpy()
        start = stand(index, np.flatnonzero(fits))
        return Spans(start, start + 1, index.token_row[start].astype(np.int64), np.ones(len(start), dtype=np.int64))

    def rows(self, run: Run, column: str | None) -> Mask:
        """Which texts have any of it; the count is kept with the index."""
        return run.index(column).counts(KINDS[self.name]) > 0


@node
class Character(Sought):
    """A character. Over a whole text all of them count, in a part of it those that are no space."""

    category = "kind"
    example = "it is longer than 100 characters"
    phrases = (say("(a character|characters)"),)

    @property
    def scale(self) -> Scale:
        """Characters count one by one."""
        return "letter"

    def needs(self) -> Iterable[frozenset[object]]:
        """Nothing: whatever there is has some."""
        return ()

    def spans(self, run: Run, column: str | None) -> Spans:
        """The tokens, each with its length."""
        index = run.index(column)
        start = np.arange(len(index.tokens), dtype=np.int64)
        weight = np.asarray(index.vocabulary.lengths, dtype=np.int64)[index.tokens]
        return Spans(start, start + 1, index.token_row.astype(np.int64), weight)

    def rows(self, run: Run, column: str | None) -> Mask:
        """Which texts have any character, be it a space."""
        return np.asarray(run.index(column).lengths > 0)


@node
class Sentence(Sought):
    """A sentence, each counted once."""

    category = "kind"
    example = "it has two or more sentences"
    phrases = (say("(a sentence|sentences)"),)

    @property
    def scale(self) -> Scale:
        """Sentences are a share of sentences."""
        return "sentence"

    def spans(self, run: Run, column: str | None) -> Spans:
        """From each sentence's first token to behind its last."""
        index = run.index(column)
        total = len(index.tokens)
        starts = np.flatnonzero(np.diff(index.sentence, prepend=-1 if total == 0 else int(index.sentence[0]) - 1))
        ends = np.append(starts[1:], total) if total else starts
        return Spans(starts, ends, index.token_row[starts].astype(np.int64))


@node
class Repetition(Sought):
    """A word that stands right behind itself ("very very")."""

    category = "kind"
    example = "it contains a repeated word"
    phrases = (
        say("(a repeated word|repeated words)"),
        say("(word|words) (that is|that are|) repeated"),
    )

    def spans(self, run: Run, column: str | None) -> Spans:
        """The second word of each such pair, and the third of three."""
        index = run.index(column)
        found = [np.zeros(0, dtype=np.int64)]
        for _, _, begin, end in index.blocks():
            words = begin + np.flatnonzero(np.diff(index.words_before[begin : end + 1]))
            keys = index.vocabulary.folded.ids[index.tokens[words]]
            same = np.flatnonzero(keys[1:] == keys[:-1])
            first, second = words[same], words[same + 1]
            found.append(second[index.token_row[first] == index.token_row[second]])
        start = np.concatenate(found)
        return Spans(start, start + 1, index.token_row[start].astype(np.int64))


@lru_cache(maxsize=1 << 14)
def _keys(text: str) -> tuple[str, ...]:
    """The words of quoted text as they are compared when case does not matter."""
    return tuple(map(folded_key, tokens_of(text)))


@lru_cache(maxsize=1 << 14)
def _written(own: Words | Form, level: str) -> str:
    """The words of a pattern as they are compared on a level ("exact", "folded", "lemma"), in one text."""
    words: Iterable[str] = map(exact_key, tokens_of(own.text)) if level == "exact" else _keys(own.text)
    return " ".join(("", *(map(lemma, words) if level == "lemma" else words), ""))


def _part_of(whole: Words | Form, part: Words | Form) -> bool:
    """Whether the words of ``part`` are some of those of ``whole``, in a row, and match whatever ``whole`` matches."""
    if any(isinstance(own, Words) and signed(own.text) for own in (whole, part)):
        return False
    level = "lemma"
    if isinstance(part, Words):
        if part.exact and not (isinstance(whole, Words) and whole.exact):
            return False
        level = "exact" if part.exact else "folded"
    return _written(part, level) in _written(whole, level)


@lru_cache(maxsize=1 << 14)
def _literal(what: Characters) -> str:
    return literal(clean(what.text), exact=what.exact)


def literal(text: str, *, exact: bool) -> str:
    """A regular expression for exactly these characters."""
    escaped = "".join(f"\\x{{{ord(c):x}}}" if not c.isalnum() else c for c in text)
    return escaped if exact else f"(?i){escaped}"


@lru_cache(maxsize=1 << 14)
def signed(text: str) -> bool:
    """Whether quoted text begins or ends with a sign, so that it need not be whole words there.

    >>> signed("-induced"), signed("don't"), signed(":)")
    (True, False, True)
    """
    inner = clean(text).strip()
    return bool(inner) and not (inner[0].isalnum() and inner[-1].isalnum())


def begins_address(text: str) -> bool:
    """Whether quoted text is how an address of the web begins, which is no word by itself.

    >>> begins_address("http"), begins_address("wwwhat")
    (True, False)
    """
    return text.lower() in ("http", "https", "www")


def affixed(text: str) -> bool:
    """Whether quoted text is the beginning or the ending of a word, with a hyphen for the rest of it.

    >>> affixed("-itis"), affixed("anti-"), affixed("the-end")
    (True, True, False)
    """
    return text.count("-") == 1 and text.strip("-").isalpha()


def edged(text: str, *, exact: bool) -> str:
    """A regular expression for quoted text that begins or ends with a sign; its other side ends where a word does."""
    inner = clean(text).strip()
    parts = ["".join(_ALIKE.get(c) or literal(c, exact=True) for c in part) for part in inner.split()]
    front, back = (r"\b" if c.isalnum() else "" for c in (inner[0], inner[-1]))
    return ("" if exact else "(?i)") + front + r"\s+".join(parts) + back


_ALIKE = {c: f"[{group}]" for group in ("'’‘`´", '"“”„') for c in group}
"""Quotation marks and apostrophes of all shapes are the same."""


def regex_fault(pattern: str) -> str | None:
    """What is wrong with a regular expression, in the engine's words; None if nothing is."""
    try:
        pl.Series([""]).str.contains(pattern)
    except pl.exceptions.PolarsError as fault:
        lines = [line.strip() for line in str(fault).splitlines() if line.strip().startswith("error:")]
        return lines[-1].removeprefix("error: ") if lines else str(fault).splitlines()[0]
    return None


def stand(index: TextIndex, ids: Ids) -> Positions:
    """The sorted positions at which one of the forms ``ids`` stands."""
    return np.asarray(index.postings(ids), dtype=np.int64)


def _sequence(index: TextIndex, parts: Sequence[Ids]) -> Spans:
    """Where tokens from each of ``parts`` stand one after the other in one row; starts at the rarest part."""
    if not parts or any(len(ids) == 0 for ids in parts):
        nothing = np.zeros(0, dtype=np.int64)
        return Spans(nothing, nothing, nothing)
    stands = [stand(index, ids) for ids in parts] if len(parts) <= 3 else None
    rarest = min(range(len(parts)), key=lambda i: len(stands[i])) if stands else 0
    start = (stands[rarest] if stands else stand(index, parts[0])) - rarest
    total = len(index.tokens)
    start = start[(start >= 0) & (start + len(parts) <= total)]
    for offset, ids in enumerate(parts):
        if offset != rarest and len(start):
            start = start[np.isin(index.tokens[start + offset], ids)]
    row = index.token_row[start].astype(np.int64)
    if len(parts) > 1 and len(start):
        same = row == index.token_row[start + len(parts) - 1]
        start, row = start[same], row[same]
    return Spans(start, start + len(parts), row)


def _contains(index: TextIndex, pattern: str) -> Mask:
    """Which texts a regular expression matches, if only with nothing, shape (n,)."""
    return np.array(index.strings.str.contains(pattern).fill_null(False).to_numpy())


def _whole_numbers(index: TextIndex, text: str, found: Spans) -> Spans:
    """Those matches of a text that do not cut a number: "$5" is not in "$5.99", nor "5%" in "2.5%"."""
    inner = clean(text).strip()
    first, last = found.characters()
    whole = np.ones(len(found), dtype=bool)
    if inner[0].isdigit():
        whole &= first == index.token_start[found.start]
    if inner[-1].isdigit():
        token = found.end - 1
        whole &= last == index.token_start[token] + index.vocabulary.lengths[index.tokens[token]]
    return found.keep(whole)


def matches(index: TextIndex, pattern: str, *, last: bool = False) -> Spans:
    """The non-empty matches of a regular expression, as the tokens they touch; only the ``last`` of each row if asked.

    A pattern of which the last match is asked has no groups.
    """
    rows = np.flatnonzero(_contains(index, pattern))
    texts = index.strings.gather(rows)
    if last:
        marked = texts.str.replace(f"^((?s:.*))({pattern})", f"${{1}}{OPEN}${{2}}{CLOSE}")
    else:
        marked = texts.str.replace_all(pattern, f"{OPEN}${{0}}{CLOSE}")
    lengths = marked.str.len_chars().to_numpy().astype(np.int64)
    points = np.frombuffer("".join(marked.to_list()).encode("utf-32-le"), dtype=np.uint32)
    opens, closes = np.flatnonzero(points == ord(OPEN)), np.flatnonzero(points == ord(CLOSE))
    filled = closes > opens + 1
    text_start = np.concatenate([[0], np.cumsum(lengths)])
    which = np.searchsorted(text_start, opens, side="right") - 1
    marks_before = 2 * (np.arange(len(opens)) - np.searchsorted(opens, text_start[which]))
    first = opens - text_start[which] - marks_before  # characters before the match in its row's own text
    behind = first + (closes - opens - 1)
    row = rows[which].astype(np.int64)
    row, first, behind = row[filled], first[filled], behind[filled]
    start, end = index.touched(row, first, behind)
    return Spans(start, end, row, mark=((first << 31) | behind) + 1)
