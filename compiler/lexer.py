"""From the words of an explanation to the terminals of the grammar.

Quoted text is taken out first, so nothing inside quotes is ever touched. The rest is cut by the tokenizer, and each
token becomes one terminal: a number, the name of a lexicon or column, a word of the grammar (also in another
inflection), or a filler, which is left out. Phrases of the closed lists are taken as a whole. A misspelled word of ours
is mended, a bare word that is meant as quoted is taken so, both with a remark. A word that is none of these is unknown
and reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import polars as pl

from ..corpora.kinds import KINDS
from ..corpora.text import folded_key
from ..corpora.tokenizer import Token, tokenize
from ..grammar.hasty import SHORTHAND
from ..grammar.words import FILLER, HEADINGS
from .abbreviations import abbreviation
from .brackets import described, exemplified, glossed, shaped, unregarded
from .cues import (
    JOINED_ON,
    NAMING,
    NEAR,
    PARTING,
)
from .enumerations import BULLETS, bare_items
from .happenings import WHENEVER
from .lexemes import Lexed, Lexeme, Remark, Unknown, Vocabulary
from .lookahead import Lookahead, Places
from .naming import Column
from .notation import attributed, compared, named_within
from .numerals import numeral
from .quotations import pieces
from .row_nouns import row_name, row_noun, section_name
from .supposed import Word
from .templates import COLUMNS, NAMES, canonical
from .wording import VALUED, Wording, vague, wording_at

MAX_WORDS = 2_000
"""Longer explanations are refused."""

THINGS = (["QUOTED_TEXT"], ["ARGUMENT_NAME"], ["LEXICON_NAME"])
"""Between two of these, "then" tells in which order they come."""


def lex(text: str, vocabulary: Vocabulary, supposed: Sequence[tuple[int, int]] = ()) -> Lexed:
    """Cut ``text`` into terminals; what lies from one character to another of ``supposed`` is taken as quoted."""
    out = Lexed()
    words = _Words(text, vocabulary, out)
    for start, end, quoted in pieces(text, out):
        if quoted is not None:
            if text[start] == "/":
                words.expression(start)
            if not words.naming(start, end):
                out.lexemes.append(Lexeme("QUOTED_TEXT", quoted, start, end))
        else:
            for first, last in (span for span in supposed if start <= span[0] < end):
                words.add(start, first)
                words.suppose(first, last)
                start = last
            words.add(start, end)
    out.lexemes = compared(list(_separated(out.lexemes, vocabulary.terminals)), vocabulary.terminals)
    return out


def written(text: str, vocabulary: Vocabulary) -> list[Word]:
    """The words of ``text``, as they were meant where they are misspelt; every quotation is one."""
    own, found = Lookahead(text, vocabulary, Lexed()), list[Word]()
    for start, end, quoted in pieces(text, Lexed()):
        if quoted is not None:
            found.append(Word('"', start, end, "ours"))
            continue
        tokens = [
            (folded_key(t.form), start + t.start, start + t.start + len(t.form)) for t in tokenize(text[start:end])
        ]
        forms = [form for form, _, _ in tokens]
        for i, (form, first, last) in enumerate(tokens):
            kind = own.kind(forms, i)
            meant = vocabulary.corrected(form) if kind == "strange" else None
            found.append(Word(meant or form, first, last, "ours" if meant else kind))
    return found


def _separated(lexemes: list[Lexeme], terminals: Mapping[str, str]) -> Iterator[Lexeme]:
    """With the commas that are left out in a list of quoted texts ("a" "b" or "c")."""
    joints = {terminals[","], terminals["or"], terminals["and"]}
    for i, lexeme in enumerate(lexemes):
        if i and lexeme.terminal == lexemes[i - 1].terminal == "QUOTED_TEXT":
            behind = [later.terminal for later in lexemes[i + 1 :]]
            run = behind[
                : next((n for n, name in enumerate(behind) if name not in {*joints, "QUOTED_TEXT"}), len(behind))
            ]
            if len(joints & set(run)) and run[-1:] == ["QUOTED_TEXT"]:
                yield Lexeme(terminals[","], None, lexemes[i - 1].end, lexeme.start)
        yield lexeme


COMPARED = re.compile(r"[<>=≤≥≠]|\$\.$")
"""Signs of comparison need no space around them, nor does the stop behind the name of an argument ("$T$.")."""


def _parted(token: Token, start: int) -> Iterator[tuple[int, int]]:
    """Where a token lies, or where its parts do between signs of comparison, or before a stop."""
    at = start + token.start
    if len(token.form) == 1 or not COMPARED.search(token.form):
        yield at, at + len(token.form)
        return
    for part in re.finditer(r"[<>=≤≥≠!]|\.$|(?:[^<>=≤≥≠!.]|\.(?!$))+", token.form):
        yield at + part.start(), at + part.end()


class _Words(Lookahead):
    """Adds the terminals of unquoted pieces."""

    def suppose(self, start: int, end: int) -> None:
        """What lies there is taken as if it were quoted."""
        own = self.text[start:end]
        self.out.lexemes.append(Lexeme("QUOTED_TEXT", own, start, end))
        self.out.remarks.append(Remark("SAY132", start, end, own, f'"{own}"'))

    def naming(self, start: int, end: int) -> bool:
        """Whether a quotation names arguments, which stand there with the words around them."""
        held = named_within(self.text, start + 1, end - 1, self.own.names)
        if len(held) == 1:
            self.out.lexemes.append(Lexeme("ARGUMENT_NAME", held[0][0], start, end))  # "SUBJ"
        elif held:
            self.out.lexemes.append(Lexeme("NAMING_QUOTE", tuple(held), start, end))
        return bool(held)

    def expression(self, start: int) -> None:
        """That what follows is a regular expression, unless it was just called one."""
        called = {self.own.terminals[canonical(word)] for word in ("regex", "regexp", "expression", "pattern")}
        if not self.out.lexemes or self.out.lexemes[-1].terminal not in called:
            self.out.lexemes.append(Lexeme(self.own.terminals[canonical("regex")], None, start, start))

    def add(self, start: int, end: int) -> None:
        """The terminals of the piece from ``start`` to ``end``."""
        out, self.end = self.out, end
        spans = [span for token in tokenize(self.text[start:end]) for span in _parted(token, start)]
        pairs = list(attributed(self.text, spans, self.own.names))
        spans, words = [span for span, _ in pairs], [word for _, word in pairs]
        for i, word in enumerate(words):
            words[i] = self._spelled(word, words, i, spans[i])
        i = 0
        while i < len(words):
            first = spans[i][0]
            shown = exemplified(self.text, first)
            if shown > first:
                out.remarks.append(Remark("SAY140", first, shown, self.text[first:shown], "an example"))
                out.fillers.append((first, shown))
                i += sum(first <= start < shown for start, _ in spans)
                continue
            idle = unregarded(self.text, first)
            if idle > first:
                out.remarks.append(Remark("SAY142", first, idle, self.text[first:idle].strip("(), "), ""))
                out.fillers.append((first, idle))
                i += sum(first <= start < idle for start, _ in spans)
                continue
            shape = shaped(self.text, first)
            if shape is not None:
                stop, pattern = shape
                expression = f"the regular expression {pattern}"
                out.lexemes.append(Lexeme("TOLD_SHAPE", pattern, first, stop))
                out.remarks.append(Remark("SAY140", first, stop, self.text[first:stop], expression))
                i += sum(first <= start < stop for start, _ in spans)
                continue
            if words[i] == "'s" and words[i - 1 : i] != ["possessive"] and self.text[first - 1 : first].isspace():
                self._bare(words[i], *spans[i])
                i += 1
                continue
            taken, terminal, value = self._terminal(words, i, spans)
            wording = wording_at(words, i) if terminal != "LEXICON_NAME" else None
            if wording is not None and wording.taken >= taken and self._fits(wording, i, words):
                i += wording.taken
                self._worded(wording, first, spans[i - 1][1])
                continue
            if self._listed(words, i, spans, end):
                return
            numbered = self._numbered(words, i, spans)
            if numbered:
                i += numbered
                self._separate(first, spans[i - 1][1])
                continue
            if self._sized(words, i):
                also = self.own.terminals.get(canonical(words[i]))
                out.lexemes.append(Lexeme("VAGUE_SIZE", None, *spans[i], also))
                out.remarks.append(Remark("SAY140", *spans[i], self.text[slice(*spans[i])], "what is said behind it"))
                i += 1
                continue
            told = described(words, i, lambda own, j: self._terminal(own, j, spans), COLUMNS)
            if told is not None:
                i += told[0]
                out.lexemes.append(Lexeme(told[1], told[2], first, spans[i - 1][1]))
                continue
            stop = spans[i + taken - 1][1]
            if valued := self._written_value(words, i, spans):
                taken, stop = valued, spans[i + valued - 1][1]
                self._bare(self.text[first:stop], first, stop)
            elif self._the_date(words, i):
                out.lexemes.append(Lexeme("DATE_COLUMN", Column(WHENEVER, "date"), first, stop))
            elif words[i] == "then" and self._between_things(words, i, end):
                out.lexemes.append(Lexeme("AND_THEN", None, first, stop))
            elif words[i] == "/" and self._between_values(words, i):
                out.lexemes.append(Lexeme(self.own.terminals["or"], None, first, stop))
            elif words[i] in BULLETS and self._at_item(i, words, end):
                self._bullet(first, stop)
            elif words[i] == "like" and i + 1 < len(words) and numeral(self.text, spans[i + 1][0]) is not None:
                out.fillers.append((first, stop))
            elif self._says(words, i, end):
                out.lexemes.append(Lexeme(self.own.terminals["mention"], None, first, stop))
                out.fillers += spans[i + 1 :]
                return
            elif self._unnumbered(words, i):
                out.faults.append(Unknown(self.text[first:stop], first, stop))
            elif self._money_sign(words, i) or self._sign_in_brackets(words, i) or self._a_sign(words, i, spans[i][1]):
                out.lexemes.append(Lexeme("QUOTED_TEXT", self.text[first:stop], first, stop))
            elif self._idle(words[i]):
                out.fillers.append((first, stop))
            elif words[i] == "?" and stop == len(self.text.rstrip()) and out.lexemes:  # what is asked ends here
                out.lexemes.append(Lexeme(self.own.terminals["."], None, first, stop))
            elif words[i] == "-" and self._dash(words, i, first, stop):
                sign = "," if words[i + 1 : i + 2] and words[i + 1] in JOINED_ON else ":"
                out.lexemes.append(Lexeme(self.own.terminals[sign], None, first, stop))
            elif words[i] == "or" and self._denied_too(words, i):
                out.lexemes.append(Lexeme(self.own.terminals["nor"], None, first, stop))
            elif self._letter(words, i):
                self._bare(words[i], first, stop)
            elif terminal is not None and not (self._of_the_row(words, i) or self._of_the_quote(words, i, end)):
                also = self.own.terminals.get(canonical(words[i])) if taken == 1 and terminal in NAMES else None
                if terminal == "COLUMN_NAME" and value is not None and self._is_column(words, i, also):
                    also = None
                if terminal == "ARGUMENT_NAME" and also and self._names(words, i + 1):  # "the term 'x'"
                    terminal, value, also = also, None, None
                if terminal == "ARGUMENT_NAME" and words[i - 1 : i] == ["the"]:  # "the drug" is the argument, no kind
                    also = None
                if terminal == "ARGUMENT_NAME" and also and self.own.tagged and words[i - 1 : i] in (["a"], ["an"]):
                    terminal, value, also = also, None, None
                if terminal in ("AGED_PERSON", "AGED_THING") and taken == 1 and also is None:
                    also = "ROW_NOUN"
                if (
                    terminal in COLUMNS - {"TRUTH_COLUMN", "TRUTH_PART"}
                    and taken == 1
                    and also is None
                    and self._of_rows(words[i], value)
                ):
                    also = "ROW_NOUN"
                if terminal == "FIELD_VALUE" and taken == 1 and also is None and row_noun(words[i]):
                    also = "ROW_NOUN"
                out.lexemes.append(Lexeme(terminal, value, first, stop, also))
            elif words[i - 1 : i] == ["capital"] and len(words[i]) == 1 and words[i].isalpha():
                out.lexemes.append(Lexeme("QUOTED_TEXT", self.text[first:stop], first, stop))
            elif words[i] in FILLER or self._of_the_row(words, i) or self._of_the_quote(words, i, end):
                out.fillers.append((first, stop))
            elif not words[i].isalpha() and KINDS["emoji"].weigh(pl.Series([self.text[first:stop]]))[0]:
                out.lexemes.append(Lexeme("QUOTED_TEXT", self.text[first:stop], first, stop))
            elif not self.own.names.parted and (named := section_name(words, i, self._terminal)):
                taken, stop = named, spans[i + named - 1][1]
                out.lexemes.append(Lexeme("SECTION_NAME", " ".join(words[i : i + taken]), first, stop))
            elif not self.own.names.parted and words[i] in HEADINGS:
                out.lexemes.append(Lexeme("SECTION_NAME", words[i], first, stop))
            elif self._kind_of_words(words, i):
                out.remarks.append(Remark("SAY140", first, stop, self.text[first:stop], "words"))
                out.fillers.append((first, stop))
            elif self._address(words[i]):
                self._bare(words[i], first, stop)
            elif self._named(words, i):
                joined = self.unquoted.strange(words, i - 1) and self._named(words, i - 1)
                self._bare(words[i], first, stop, joined=joined)
            elif self.unquoted.said(words, i) or self._value(words, i, self.text[first:stop]):
                self._bare(words[i], first, stop, joined=self.unquoted.strange(words, i - 1))
            elif row_noun(words[i]):
                self._row(first, stop)
            elif (glossed_words := self._gloss(words, i)) > 0:
                taken = glossed_words
                stop = spans[i + taken - 1][1]
                out.lexemes.append(Lexeme("GLOSS", None, first, stop))
                out.remarks.append(Remark("SAY140", first, stop, self.text[first:stop], "what is said behind it"))
            elif self._row_name(words, i):
                out.lexemes.append(Lexeme("ROW_NAME", words[i], first, stop))
                out.remarks.append(Remark("SAY140", first, stop, self.text[first:stop], "the row"))
            else:
                taken = 1
                out.faults.append(Unknown(self.text[first:stop], first, stop))
            i += taken

    def _between_things(self, words: list[str], i: int, end: int) -> bool:
        """Whether "then" stands between things that come one after the other, and does not end an "if"."""
        before = [lexeme.terminal for lexeme in self.out.lexemes]
        if before[-1:] not in THINGS or not {self.own.terminals[word] for word in ("if", "when")}.isdisjoint(before):
            return False
        quoted = i + 1 == len(words) and end < len(self.text)
        return quoted or (i + 1 < len(words) and [self._terminal(words, i + 1)[1]] in THINGS)

    def _separate(self, start: int, end: int) -> None:
        """The sign or number before a part of the explanation: a stop if there is none."""
        self.out.fillers.append((start, end))
        if not self._begun(",", "and", "or"):
            self.out.lexemes.append(Lexeme(self.own.terminals[";"], None, start, end))

    def _row(self, start: int, end: int) -> None:
        """Add a noun for the row: one with the noun before it ("the job ad")."""
        lexemes = self.out.lexemes
        if lexemes and lexemes[-1].terminal == "ROW_NOUN" and self.text[lexemes[-1].end : start].isspace():
            start = lexemes.pop().start
        lexemes.append(Lexeme("ROW_NOUN", None, start, end))

    def _row_name(self, words: list[str], i: int) -> bool:
        """Whether a word that is nothing else is what the row is called: the subject of a clause, and the only such."""
        others = {lexeme.value for lexeme in self.out.lexemes if lexeme.terminal == "ROW_NAME"} - {words[i]}
        if others or not row_name(words, i) or COLUMNS.isdisjoint(self.own.names.terminals):
            return False
        return self._clause_begins(() if words[i - 1] in FILLER else (words[i - 1],))

    def _clause_begins(self, besides: Sequence[str] = ()) -> bool:
        """Whether a clause begins here, or behind one of the words ``besides`` with which it begins."""
        terminals = [lexeme.terminal for lexeme in self.out.lexemes]
        if terminals and terminals[-1] in {self.own.terminals.get(canonical(word)) for word in besides}:
            terminals.pop()
        behind = {self.own.terminals[word] for word in (*PARTING, "and", "or", "but", ",", "that", "unless", "except")}
        return not terminals or terminals[-1] in behind

    def _gloss(self, words: list[str], i: int) -> int:
        """How many unknown words at the start of a clause, or behind "is", stand before what they mean."""
        if (shown := self._shown(words, i)) > 0:
            return shown
        told = self.out.lexemes[-1:] and self.out.lexemes[-1].terminal == self.own.terminals["is"]
        return glossed(words, i, self._terminal) if told or self._clause_begins() else 0

    def _listed(self, words: list[str], i: int, spans: Places, end: int) -> bool:
        """Take a list of words without quotes that ends the text ("any of these words: free, win")."""
        behind = words[max(0, i - NEAR) : i]
        told = any(word in NAMING for word in behind) or self._kind_of_words(words, i - 1)
        if words[i] != ":" or end < len(self.text) or not told:
            return False
        items = bare_items(words, i + 1)
        if not any(self._terminal([word], 0)[1] is None for start, stop in items for word in words[start:stop]):
            return False
        self.out.lexemes.append(Lexeme(self.own.terminals[":"], None, *spans[i]))
        for number, (start, stop) in enumerate(items):
            if number:
                sign = next((word for word in words[items[number - 1][1] : start] if word in ("and", "or")), ",")
                self.out.lexemes.append(Lexeme(self.own.terminals[sign], None, *spans[start - 1]))
            self._bare(" ".join(words[start:stop]), spans[start][0], spans[stop - 1][1])
        return True

    def _spelled(self, word: str, words: list[str], i: int, span: tuple[int, int]) -> str:
        """The word, mended if it is a misspelled one of ours; a name in capitals is none."""
        written = self.text[span[0] : span[1]]
        if written != word and (i or not written.istitle()) and not self.text.isupper():
            return word
        if self._in_example(word) or words[i + 1 : i + 2] == ["section"] or word in self.own.names.words:
            return word
        if word in SHORTHAND:
            return SHORTHAND[word]
        if wording_at(words, i) is not None or word in FILLER or self._terminal([word], 0)[1] is not None:
            return word
        if numeral(self.text, span[0]) is not None:
            return word
        short = abbreviation(word, self.own.names.column_words)
        if short is not None:
            self.out.remarks.append(Remark("SAY140", *span, written, short))
            return short
        meant = self.own.corrected(word)
        if meant is None:
            return word
        self.out.remarks.append(Remark("SAY130", *span, written, meant))
        return meant

    def _worded(self, wording: Wording, start: int, end: int) -> None:
        """Add what a phrase stands for."""
        if wording.interval is not None:
            self.out.lexemes.append(Lexeme(VALUED[wording.kind], wording.interval, start, end))
            taken = vague(wording.interval, " words" if wording.kind == "length" else "")
            self.out.remarks.append(Remark("SAY131", start, end, self.text[start:end], taken))
        elif wording.kind == "loosely":
            self.out.remarks.append(Remark("SAY131", start, end, self.text[start:end], " ".join(wording.words)))
        elif wording.kind == "padding":
            last = [lexeme.terminal for lexeme in self.out.lexemes[-2:]]
            if self.text[end - 1] == "," and last[-1:] == ["COMMA"] and last[0] in ("AND", "OR", "BUT"):
                comma = self.out.lexemes.pop()
                start = comma.start
            self.out.fillers.append((start, end))
        for word in wording.words:
            terminal = self.own.terminals.get(canonical(word))
            value: object = None
            if terminal is None and word not in FILLER:
                _, terminal, value = self._terminal([word], 0)
            named = self.own.names.get((word,))
            if named is not None and named[0] == "COLUMN_NAME" and self.text[end:].startswith(" address"):
                named = None
            if named is not None and named[0] in ("DATE_COLUMN", "COLUMN_NAME", "TEXT_COLUMN"):  # of ``closed_at``
                self.out.lexemes.append(Lexeme(*named, start, end, None if named[0] == "COLUMN_NAME" else terminal))
            elif terminal is not None:
                self.out.lexemes.append(Lexeme(terminal, value, start, end))

    def _bullet(self, start: int, end: int) -> None:
        """A sign before an item: the comma behind the item before it, and nothing before the first one."""
        last = self.out.lexemes[-1].terminal if self.out.lexemes else ""
        if last != "QUOTED_TEXT":
            self.out.fillers.append((start, end))
            return
        word = "or" if self.text[start] == "/" else ","
        self.out.lexemes.append(Lexeme(self.own.terminals[word], None, start, end))

    def _bare(self, word: str, start: int, end: int, *, joined: bool = False) -> None:
        """Take a bare word as if it were quoted, together with the one before it if the example has them so."""
        lexemes, bare = self.out.lexemes, self.out.bare
        beside = bare and lexemes and lexemes[-1].end == bare[-1].end and self.text[bare[-1].end : start].isspace()
        if beside and (joined or f" {folded_key(str(lexemes[-1].value))} {word} " in self.example):
            start = bare[-1].start
            lexemes.pop()
            bare.pop()
            self.out.remarks.pop()
        found = self.text[start:end]
        bare.append(Unknown(found, start, end))
        lexemes.append(Lexeme("QUOTED_TEXT", found, start, end))
        self.out.remarks.append(Remark("SAY132", start, end, found, f'"{found}"'))
