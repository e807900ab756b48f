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
from ..corpora.tokenizer import Token, lemma, tokenize
from ..grammar.words import FILLER, HEADINGS, SHORTHAND, TELLING, number_in_words
from .abbreviations import abbreviation
from .brackets import described, exemplified, glossed
from .cues import (
    ARITHMETIC,
    ASKING,
    BEFORE_PLACED,
    BEHIND_PLACE,
    CODE,
    COUNTED,
    DENIED_TOO,
    EDGES,
    JOINED_ON,
    LENGTH_AFTER,
    MEASURED,
    NAMED,
    NAMING,
    NEAR,
    OR_THEN,
    OWN,
    PARTING,
    PLACING,
    STANDING,
    SUMMING,
)
from .enumerations import BULLETS, bare_items, bulleted, numbering
from .lexemes import Lexed, Lexeme, Remark, Unknown, Vocabulary
from .numerals import numeral
from .quotations import QUOTES, pieces
from .row_nouns import keyed, row_name, row_noun, section_name
from .templates import COLUMNS, NAMES, NUMERALS, canonical
from .told_values import VALUES, several_numbers, value_expected, value_told
from .unquoted import Unquoted
from .wording import VALUED, Wording, vague, wording_at

MAX_WORDS = 2_000
"""Longer explanations are refused."""


def lex(text: str, vocabulary: Vocabulary) -> Lexed:
    """Cut ``text`` into terminals."""
    out = Lexed()
    words = _Words(text, vocabulary, out)
    for start, end, quoted in pieces(text, out):
        if quoted is not None:
            if text[start] == "/":
                words.expression(start)
            out.lexemes.append(Lexeme("QUOTED_TEXT", quoted, start, end))
        else:
            words.add(start, end)
    out.lexemes = list(_separated(out.lexemes, vocabulary.terminals))
    return out


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


SMALL_WORDS = frozenset(["a", "an", "the", "for", "with", "of", "about", "to", "on"])
"""What may stand between a verb of saying and a quotation."""

MULTIPLES = frozenset(["times", "time", "twice", "thrice", "is", "half"])
"""Words behind which "as" begins a comparison."""

Places = Sequence[tuple[int, int]]
"""Where each word starts and ends in the text."""


COMPARED = re.compile(r"[<>=≤≥≠]")
"""Signs of comparison; they need no space around them."""


def _parted(token: Token, start: int) -> Iterator[tuple[int, int]]:
    """Where a token lies, or where its parts do between signs of comparison."""
    at = start + token.start
    if len(token.form) == 1 or not COMPARED.search(token.form):
        yield at, at + len(token.form)
        return
    for part in re.finditer(r"[<>=≤≥≠!]|[^<>=≤≥≠!]+", token.form):
        yield at + part.start(), at + part.end()


class _Words:
    """Adds the terminals of unquoted pieces."""

    def __init__(self, text: str, vocabulary: Vocabulary, out: Lexed) -> None:
        self.text, self.own, self.out = text, vocabulary, out
        self.unquoted = Unquoted(self._known)
        self.parted = any(name[0] == "COLUMN_NAME" and name[1] is not None for name in vocabulary.names.values())
        self.longest = max(map(len, vocabulary.names), default=0)
        columns = (words for words, (terminal, _) in vocabulary.names.items() if terminal in COLUMNS)
        self.end = len(text)
        self.quoted = {folded_key(quoted) for _, _, quoted in pieces(text, Lexed()) if quoted is not None}
        self.short = {word for words in columns for word in words}
        self.example = f" {' '.join(folded_key(t.form) for t in tokenize(vocabulary.example))} "

    def expression(self, start: int) -> None:
        """That what follows is a regular expression, unless it was just called one."""
        called = {self.own.terminals[canonical(word)] for word in ("regex", "regexp", "expression", "pattern")}
        if not self.out.lexemes or self.out.lexemes[-1].terminal not in called:
            self.out.lexemes.append(Lexeme(self.own.terminals[canonical("regex")], None, start, start))

    def add(self, start: int, end: int) -> None:
        """The terminals of the piece from ``start`` to ``end``."""
        out, self.end = self.out, end
        spans = [span for token in tokenize(self.text[start:end]) for span in _parted(token, start)]
        words = [folded_key(self.text[first:last]) for first, last in spans]
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
            told = described(words, i, lambda own, j: self._terminal(own, j, spans), COLUMNS)
            if told is not None:
                i += told[0]
                out.lexemes.append(Lexeme(told[1], told[2], first, spans[i - 1][1]))
                continue
            stop = spans[i + taken - 1][1]
            if words[i] == "/" and self._between_values(words, i):
                out.lexemes.append(Lexeme(self.own.terminals["or"], None, first, stop))
            elif words[i] in BULLETS and self._at_item(i, words, end):
                self._bullet(first, stop)
            elif words[i] == "like" and i + 1 < len(words) and numeral(self.text, spans[i + 1][0]) is not None:
                out.fillers.append((first, stop))
            elif self._says(words, i, end):
                out.lexemes.append(Lexeme(self.own.terminals["mention"], None, first, stop))
                out.fillers += spans[i + 1 :]
                return
            elif words[i] == "," and self._needless():
                out.fillers.append((first, stop))
            elif words[i] == "?" and stop == len(self.text.rstrip()) and out.lexemes:  # what is asked ends here
                out.lexemes.append(Lexeme(self.own.terminals["."], None, first, stop))
            elif words[i] == "-" and self._dash(words, i, first, stop):
                sign = "," if words[i + 1 : i + 2] and words[i + 1] in JOINED_ON else ":"
                out.lexemes.append(Lexeme(self.own.terminals[sign], None, first, stop))
            elif words[i] == "or" and self._denied_too(words, i):
                out.lexemes.append(Lexeme(self.own.terminals["nor"], None, first, stop))
            elif terminal is not None and not (self._of_the_row(words, i) or self._of_the_quote(words, i, end)):
                also = self.own.terminals.get(canonical(words[i])) if taken == 1 and terminal in NAMES else None
                if terminal == "COLUMN_NAME" and value is not None and also in self.own.nouns:
                    also = None
                if terminal == "ARGUMENT_NAME" and words[i - 1 : i] == ["the"]:  # "the drug" is the argument, no kind
                    also = None
                if terminal in ("AGED_PERSON", "AGED_THING") and taken == 1 and also is None:
                    also = "ROW_NOUN"
                if (
                    terminal in COLUMNS - {"TRUTH_COLUMN"}
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
            elif KINDS["emoji"].weigh(pl.Series([self.text[first:stop]]))[0]:
                out.lexemes.append(Lexeme("QUOTED_TEXT", self.text[first:stop], first, stop))
            elif not self.parted and (named := section_name(words, i, self._terminal)):
                taken, stop = named, spans[i + named - 1][1]
                out.lexemes.append(Lexeme("SECTION_NAME", " ".join(words[i : i + taken]), first, stop))
            elif not self.parted and words[i] in HEADINGS:
                out.lexemes.append(Lexeme("SECTION_NAME", words[i], first, stop))
            elif self._named(words, i) or self._placed(words, i):
                self._bare(words[i], first, stop)
            elif self.unquoted.said(words, i, begun=self._clause_begins()):
                self._bare(words[i], first, stop, joined=self.unquoted.strange(words, i - 1))
            elif not self.text.isupper() and value_told(self.text[first:stop], out.lexemes, self.own.terminals):
                self._bare(words[i], first, stop)
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

    def _dash(self, words: list[str], i: int, start: int, end: int) -> bool:
        """Whether a hyphen is a dash: with spaces around it, and not between numbers or columns."""
        apart = self.text[start - 1 : start].isspace() and self.text[end : end + 1].isspace()
        before = self.out.lexemes[-1].terminal if self.out.lexemes else ","
        after = self._terminal(words, i + 1)[1] if i + 1 < len(words) else None
        return apart and not any(before in alike and after in alike for alike in (NUMERALS, COLUMNS))

    def _denied_too(self, words: list[str], i: int) -> bool:
        """Whether what stands behind "or" is denied too: "not ... or contain", "never ... or has"."""
        word = words[i + 1] if i + 1 < len(words) else ""
        ends = (*PARTING, "and", "but", "unless", "except", *(() if word in DENIED_TOO else (",",)))
        clause = list[str]()
        for lexeme in reversed(self.out.lexemes):
            if lexeme.terminal in {self.own.terminals[end] for end in ends}:
                break
            clause.append(lexeme.terminal)
        verb = word in DENIED_TOO or canonical(word) in DENIED_TOO or canonical(word) == "has"
        never = self.own.terminals["never"] in clause
        if i and canonical(words[i - 1]) in DENIED_TOO:  # "not start or end with" shares what is behind it
            return False
        return verb and (never or (self.own.terminals["not"] in clause and word in DENIED_TOO))

    def _needless(self) -> bool:
        """Whether a comma here parts nothing: behind a stop or "because", or around padding behind "and"."""
        last = self.out.lexemes[-1] if self.out.lexemes else None
        padded = bool(self.out.fillers) and last is not None and self.out.fillers[-1][0] >= last.end
        return self._begun(",") or (padded and last is not None and last.terminal in ("AND", "OR", "BUT"))

    def _begun(self, *signs: str) -> bool:
        """Whether a part begins here: at the start, or behind a stop, a connective or one of the signs."""
        last = self.out.lexemes[-1].terminal if self.out.lexemes else None
        return last is None or last in {self.own.terminals[word] for word in (*PARTING, *signs)}

    def _numbered(self, words: list[str], i: int, spans: Places) -> int:
        """How many words number a part of the explanation: "(1)", "b)", or "2." or a dash at the start of a line."""
        before = self.text[: spans[i][0]]
        at_line = "\n" in before and not before.rpartition("\n")[2].strip()
        at_line = at_line or bulleted(self.text, spans[i][0])
        free = at_line or self._begun(",", "and", "or")
        return numbering(
            words, i, at_line=at_line, begun=free, stopped=at_line or self._begun(), inside=self._bracketed()
        )

    def _bracketed(self) -> bool:
        """Whether a bracket is open here."""
        signs = [lexeme.terminal for lexeme in self.out.lexemes]
        return signs.count(self.own.terminals["("]) > signs.count(self.own.terminals[")"])

    def _separate(self, start: int, end: int) -> None:
        """The sign or number before a part of the explanation: a stop if there is none."""
        self.out.fillers.append((start, end))
        if not self._begun(",", "and", "or"):
            self.out.lexemes.append(Lexeme(self.own.terminals[";"], None, start, end))

    def _of_the_row(self, words: list[str], i: int) -> bool:
        """Whether a word only says that the column behind it is the row's own."""
        owned = words[i] in OWN or (row_noun(words[i]) and words[i + 1 : i + 2] == ["'s"])
        if words[i] == "'s" and i and row_noun(words[i - 1]):
            return self._before_column(words, i + 1)
        return owned and self._before_column(words, i + 1 + (words[i] not in OWN))

    def _before_column(self, words: list[str], i: int) -> bool:
        return i < len(words) and self._terminal(words, i)[1] in COLUMNS

    @staticmethod
    def _of_rows(word: str, column: object) -> bool:
        """Whether the name of a column is also what a row is called: "the machine" beside ``machine_id``."""
        name = str(getattr(column, "name", column))
        return keyed(word, name) or (row_noun(word) and folded_key(name) != word)

    def _row(self, start: int, end: int) -> None:
        """Add a noun for the row: one with the noun before it ("the job ad")."""
        lexemes = self.out.lexemes
        if lexemes and lexemes[-1].terminal == "ROW_NOUN" and self.text[lexemes[-1].end : start].isspace():
            start = lexemes.pop().start
        lexemes.append(Lexeme("ROW_NOUN", None, start, end))

    def _row_name(self, words: list[str], i: int) -> bool:
        """Whether a word that is nothing else is what the row is called: the subject of a clause, and the only such."""
        others = {lexeme.value for lexeme in self.out.lexemes if lexeme.terminal == "ROW_NAME"} - {words[i]}
        if others or not row_name(words, i) or not any(own[0] in COLUMNS for own in self.own.names.values()):
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
        told = self.out.lexemes[-1:] and self.out.lexemes[-1].terminal == self.own.terminals["is"]
        return glossed(words, i, self._terminal) if told or self._clause_begins() else 0

    def _of_the_quote(self, words: list[str], i: int, end: int) -> bool:
        """Whether a word only says what the quoted text behind it names ("the brand name")."""
        own = (
            words[i] in NAMED
            and self._terminal(words, i)[1] not in NAMES
            and all(word in NAMED or word in NAMING for word in words[i:])
        )
        return own and self._at_item(len(words) - 1, words, end)

    def _listed(self, words: list[str], i: int, spans: Places, end: int) -> bool:
        """Take a list of words without quotes that ends the text ("any of these words: free, win")."""
        behind = words[max(0, i - NEAR) : i]
        if words[i] != ":" or end < len(self.text) or not any(word in NAMING for word in behind):
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

    def _numeral(self, spans: Places, i: int) -> tuple[int, str, object] | None:
        """The number, date or time that begins with the word number ``i``, if it ends where a word ends."""
        found = numeral(self.text, spans[i][0])
        if found is None:
            return None
        end, terminal, value = found
        for j in range(i, len(spans)):
            stop = spans[j][1]
            if stop >= end:
                return (j - i + 1, terminal, value) if stop == end or self.text[end:stop] == "." else None
        return None

    def _terminal(self, words: list[str], i: int, spans: Places = ()) -> tuple[int, str | None, object]:
        """How many words are taken, the terminal (None if there is none), and its value."""
        named = min(self.longest, len(words) - i) if words[max(i - 1, 0) : i + 1] != ["clock", "time"] else 0
        for width in range(named, 0, -1):
            name = self.own.names.get(tuple(words[i : i + width]))
            if name is not None and not self._too_long(name[0], words, i, i + width, spans):
                return width, *name
        capitals = self.own.names.get((self.text[slice(*spans[i])],)) if spans and not self.text.isupper() else None
        if capitals is not None:
            return 1, *capitals
        written = self._numeral(spans, i) if spans else None
        if written is not None:
            return written
        word = words[i]
        if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?|\d+(\.\d+)?", word) and word.isascii():
            value = float(word.replace(",", ""))
            return 1, "NUMERAL", int(value) if value.is_integer() else value
        number = number_in_words(words[i : i + 12])
        if number is not None:
            return number[1], "NUMERAL", number[0]
        return 1, self.own.terminals.get(canonical(word)), None

    def _too_long(self, terminal: str, words: list[str], start: int, end: int, spans: Places) -> bool:
        """Whether a name that ends before the word number ``end`` has taken a word of what stands behind it."""
        if terminal == "ARGUMENT_PAIR":
            return self._of_others(words, start, end)
        if terminal == "PLACE_COLUMN" and words[end - 1] in ("at", "in", "from", "to"):
            at = next((j for j in range(end, len(words)) if words[j] not in FILLER), len(words))
            told = at < len(words) and words[at] not in BEHIND_PLACE and self._terminal(words, at)[1]
            timed = at < len(spans) and self._numeral(spans, at) is not None
            return timed or (bool(told) and told not in ("FIELD_VALUE", "OWN_VALUE"))
        return terminal == "DATE_COLUMN" and words[end - 1] in ("on", "at") and words[end : end + 2] in OR_THEN

    def _of_others(self, words: list[str], start: int, end: int) -> bool:
        """Whether words for two arguments stand before what they count or name: "the two words", "the names 'a'"."""
        if words[end : end + 1] in COUNTED:
            return True
        named = end == len(words) and self.text[self.end : self.end + 1] in {*QUOTES}
        return (
            (named or words[end : end + 1] in ([":"], ["of"]))
            and words[start] == "the"
            and not (words[end - 1] == "two" or words[max(start - 1, 0)] == "between")
        )

    def _spelled(self, word: str, words: list[str], i: int, span: tuple[int, int]) -> str:
        """The word, mended if it is a misspelled one of ours; a name in capitals is none."""
        written = self.text[span[0] : span[1]]
        if written != word and (i or not written.istitle()) and not self.text.isupper():
            return word
        if (
            self._in_example(word)
            or words[i + 1 : i + 2] == ["section"]
            or any(word in name for name in self.own.names)
        ):
            return word
        if word in SHORTHAND:
            return SHORTHAND[word]
        if wording_at(words, i) is not None or word in FILLER or self._terminal([word], 0)[1] is not None:
            return word
        if numeral(self.text, span[0]) is not None:
            return word
        short = abbreviation(word, self.short)
        if short is not None:
            self.out.remarks.append(Remark("SAY140", *span, written, short))
            return short
        meant = self.own.corrected(word)
        if meant is None:
            return word
        self.out.remarks.append(Remark("SAY130", *span, written, meant))
        return meant

    def _fits(self, wording: Wording, i: int, words: list[str]) -> bool:
        """Whether a vague length stands where it can be one, and not behind a number of words.

        Behind the name of a column of numbers, the words of arithmetic are themselves.
        """
        own = wording.taken == 1 and self._terminal(words, i)[1] in VALUES
        if own and value_expected(self.out.lexemes, self.own.terminals):
            return False
        if words[i] in ARITHMETIC and any(lexeme.terminal == "NUMBER_COLUMN" for lexeme in self.out.lexemes):
            return False
        if wording.kind == "padding" and words[i : i + wording.taken] in SUMMING and several_numbers(self.out.lexemes):
            return False
        if words[i : i + 2] in ASKING and self._column_asked(words, i + 2):
            return False
        if words[i] == "the" and self._terminal(words, i + 1)[0] >= wording.taken and wording.taken > 1:  # in a name
            return False
        if wording.kind != "padding" and words[i] == "as" and i and words[i - 1] in MULTIPLES:
            return False
        if words[i] == "yet" and (i + 1 == len(words) or words[i + 1] in (",", ".", ")", ";", "and", "or")):
            return False
        if words[i] == "many" and words[i - 1 : i] == ["as"]:
            return False
        if words[i] == "as" and words[i - 1 : i] == ["same"]:
            return False
        if words[i : i + 3] == ["as", "long", "as"] and i and words[i - 1] in MEASURED:
            return False
        if wording.kind != "length" or words[i] not in self.own.terminals:
            return True
        before = self.out.lexemes[-1].terminal if self.out.lexemes else None
        return before is None or before in {self.own.terminals.get(word) for word in LENGTH_AFTER}

    def _column_asked(self, words: list[str], i: int) -> bool:
        """Whether a column is asked for or used, and no word of a text."""
        behind = words[i : i + NEAR]
        ends = next((n for n, word in enumerate(behind) if word in (",", ".", ";", "and", "or", "but")), len(behind))
        told = {"NUMBER_COLUMN", "TRUTH_COLUMN", *(VALUES if words[i - 2] == "they" else ())}
        return any(self._terminal(words, j)[1] in told for j in range(i, i + ends))

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
            if terminal is not None:
                self.out.lexemes.append(Lexeme(terminal, value, start, end))

    def _at_item(self, i: int, words: list[str], end: int) -> bool:
        """Whether a quoted item of a list comes right behind the word number ``i``."""
        return i == len(words) - 1 and end < len(self.text) and self.text[end] in QUOTES

    def _says(self, words: list[str], i: int, end: int) -> bool:
        """Whether a verb tells what the text says: a quotation comes behind it, with nothing but small words before."""
        if not set(words[i + 1 :]) <= SMALL_WORDS or end >= len(self.text) or self.text[end] not in QUOTES:
            return False
        told = lemma(words[i]) in TELLING and self._terminal(words, i)[1] not in NAMES
        return told and words[i - 1 : i] not in (["the"], ["a"], ["an"], ["no"], ["any"])

    def _between_values(self, words: list[str], i: int) -> bool:
        """Whether a word stands between two values of columns."""
        before = self.out.lexemes[-1].terminal if self.out.lexemes else None
        return before == "FIELD_VALUE" and i + 1 < len(words) and self._terminal(words, i + 1)[1] == "FIELD_VALUE"

    def _bullet(self, start: int, end: int) -> None:
        """A sign before an item: the comma behind the item before it, and nothing before the first one."""
        last = self.out.lexemes[-1].terminal if self.out.lexemes else ""
        if last != "QUOTED_TEXT":
            self.out.fillers.append((start, end))
            return
        word = "or" if self.text[start] == "/" else ","
        self.out.lexemes.append(Lexeme(self.own.terminals[word], None, start, end))

    def _in_example(self, word: str) -> bool:
        return word.isalpha() and f" {word} " in self.example

    def _named(self, words: list[str], i: int) -> bool:
        """Whether a word that is not ours is named as one of the text."""
        if not words[i][0].isalnum():
            return False
        if self._in_example(words[i]) or words[i] in self.quoted or self._inflected(words, i):
            return True
        if i > 1 and words[i - 1] == "with" and words[i - 2] in EDGES and len(words[i]) <= CODE:
            return True
        behind_of = i > 2 and words[i - 3] == "of"
        return i > 1 and words[i - 2] in ("the", "term") and words[i - 1] in NAMING and not behind_of

    def _inflected(self, words: list[str], i: int) -> bool:
        """Whether a word is one of a list of forms of the same word ("treats, treated or treating")."""
        begin = end = i
        while begin > 1 and words[begin - 1] in (",", "or", "and", "/") and words[begin - 2].isalpha():
            begin -= 2
        while words[end + 1 : end + 2] and words[end + 1] in (",", "or", "and", "/") and words[end + 2 : end + 3]:
            end += 2
        forms = words[begin : end + 1 : 2]
        return len(forms) > 1 and words[i].isalpha() and len({lemma(form) for form in forms}) == 1

    def _placed(self, words: list[str], i: int) -> bool:
        """Whether it is told where a word that is not ours stands among arguments ("wife is between them")."""
        if not words[i].isalpha() or (i and words[i - 1] not in BEFORE_PLACED) or ":" in words[i:]:
            return False
        if not any(terminal == "ARGUMENT_NAME" for terminal, _ in self.own.names.values()):
            return False
        j = i + 1
        while words[j : j + 1] and words[j] in ("or", "and", ",") and not self._known(words, j + 1):
            j += 2
        k = j
        while words[k : k + 1] and words[k] in STANDING:
            k += 1
        return k > j and bool(words[k : k + 1]) and words[k] in PLACING

    def _known(self, words: list[str], i: int) -> bool:
        """Whether the word number ``i`` is one of ours, or no word."""
        ours = i >= len(words) or not words[i].isalpha() or words[i] in FILLER
        return ours or self._terminal(words, i)[1] is not None

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
