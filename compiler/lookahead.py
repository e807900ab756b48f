"""What the words around a word of an explanation tell of it: what the lexer asks before it adds a terminal."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from ..corpora.text import folded_key
from ..corpora.tokenizer import is_english, lemma, tokenize
from ..grammar.words import ADVERBS, FILLER, SIZES, TELLING, number_in_words
from .cues import (
    AT_MOST,
    BEFORE_AMOUNT,
    BEHIND_AMOUNT,
    BEHIND_PLACE,
    COMPARING,
    COUNTED,
    DENIED_TOO,
    HAD,
    NAMED,
    NAMING,
    OR_THEN,
    OWN,
    OWNERS,
    PARTING,
    SMALL_WORDS,
    TIME_UNITS,
    TOLD,
)
from .enumerations import bulleted, numbering
from .lexemes import Lexed, Vocabulary
from .numerals import numeral
from .quotations import QUOTES, pieces
from .row_nouns import keyed, row_noun
from .spelling import nearest
from .templates import COLUMNS, NAMES, NUMERALS, canonical
from .told_values import NUMBERED, ORDINAL, VALUES, value_told, values_begun
from .unquoted import Unquoted

ORDERS = frozenset(["first", "last", "next"])
"""What tells which of several things is meant, also where a column is called so."""

STATISTICS = frozenset(["average", "mean", "median", "highest", "lowest"])
"""What a figure of a whole column is called; the column follows, and then "of" and the figure."""

COMPARED_WITH = frozenset(["than", "times", "least", "most", "to", "exactly", "half", "twice", "of", "above", "below"])
"""What stands before a figure with which something is compared."""

Places = Sequence[tuple[int, int]]
"""Where each word starts and ends in the text."""


class Lookahead:
    """The unquoted words of an explanation, and the terminals before them."""

    def __init__(self, text: str, vocabulary: Vocabulary, out: Lexed) -> None:
        self.text, self.own, self.out = text, vocabulary, out
        self.unquoted = Unquoted(self.known, self._ends_argument)
        self.end = len(text)
        self.quoted = {folded_key(quoted) for _, _, quoted in pieces(text, Lexed()) if quoted is not None}
        self.example = f" {' '.join(folded_key(t.form) for t in tokenize(vocabulary.example))} "

    def _is_dash(self, words: list[str], i: int, start: int, end: int) -> bool:
        """Whether a hyphen is a dash: with spaces around it, and not between numbers or columns."""
        apart = self.text[start - 1 : start].isspace() and self.text[end : end + 1].isspace()
        before = self.out.lexemes[-1].terminal if self.out.lexemes else ","
        after = self.terminal(words, i + 1)[1] if i + 1 < len(words) else None
        return apart and not any(before in alike and after in alike for alike in (NUMERALS, COLUMNS))

    def _denied_too(self, words: list[str], i: int) -> bool:
        """Whether what stands behind "or" is denied too: "not ... or contain", "never ... or has"."""
        word = words[i + 1] if i + 1 < len(words) else ""
        verb = word in DENIED_TOO or canonical(word) in DENIED_TOO or canonical(word) == "has"
        if not verb or (i and canonical(words[i - 1]) in DENIED_TOO):  # "not start or end with" shares what is behind
            return False
        parting = (*PARTING, "and", "but", "unless", "except", *(() if word in DENIED_TOO else (",",)))
        ends = {self.own.terminals[end] for end in parting}
        clause = list[str]()
        for lexeme in reversed(self.out.lexemes):
            if lexeme.terminal in ends:
                break
            clause.append(lexeme.terminal)
        return self.own.terminals["never"] in clause or (self.own.terminals["not"] in clause and word in DENIED_TOO)

    def _idle(self, word: str) -> bool:
        """Whether a word says nothing here: a comma that parts nothing, "itself" behind an argument."""
        last = self.out.lexemes[-1].terminal if self.out.lexemes else None
        return self._needless() if word == "," else word == "itself" and last == "ARGUMENT_NAME"

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
        if words[i + 1 : i + 2] == [")"] and spans[i][1] < spans[i + 1][0]:  # "a ) right after it"
            return 0
        at_line = "\n" in before and not before.rpartition("\n")[2].strip()
        at_line = at_line or bulleted(self.text, spans[i][0])
        free = at_line or self._begun(",", "and", "or") or self._next_number(words, i)
        return numbering(
            words,
            i,
            at_line=at_line,
            begun=free,
            stopped=at_line or self._begun(),
            inside=")" in words[i + 1 : i + 3] and self._bracketed(),
        )

    def _next_number(self, words: list[str], i: int) -> bool:
        """Whether a number in brackets goes on with those that stood before parts: "(1) ... (2)"."""
        own = words[i + 1 : i + 3]
        if words[i] != "(" or own[1:] != [")"] or not own[0].isdecimal():
            return False
        return any(self.text[start:end] == f"({int(own[0]) - 1})" for start, end in self.out.fillers)

    def _bracketed(self) -> bool:
        """Whether a bracket is open here."""
        signs = [lexeme.terminal for lexeme in self.out.lexemes]
        return signs.count(self.own.terminals["("]) > signs.count(self.own.terminals[")"])

    def _of_the_row(self, words: list[str], i: int) -> bool:
        """Whether a word only says that the column behind it is the row's own."""
        owned = words[i + 1 : i + 2] == ["'s"] and _owner(words[i]) and self.terminal(words, i)[0] == 1
        owned = owned or words[i] in OWN
        if words[i] == "'s" and i and _owner(words[i - 1]):
            return self._before_column(words, i + 1)
        return owned and self._before_column(words, i + 1 + (words[i] not in OWN))

    def _unnumbered(self, words: list[str], i: int) -> bool:
        """Whether a unit of time in the plural lacks its number: "under 60 and days" is no "under 60 and a day"."""
        lacks = words[i] in TIME_UNITS and self.terminal(words, i)[1] not in COLUMNS
        return lacks and words[i - 1] in BEFORE_AMOUNT and BEHIND_AMOUNT.issuperset(words[i + 1 : i + 2]) and i > 0

    def _shown(self, words: list[str], i: int) -> int:
        """How many unknown words from ``i`` on are a noun that brackets behind it show: "a heart (❤ or ♥)"."""
        j = i
        while j < len(words) and j - i < 2 and self.unquoted.strange(words, j) and words[j].isalpha():
            j += 1
        if j == i or words[j : j + 1] != ["("]:
            return 0
        quoted = j + 1 == len(words) and self.text[self.end : self.end + 1] in {*QUOTES}
        sign = j + 1 < len(words) and not words[j + 1].isascii() and not words[j + 1].isalpha()
        return j - i if quoted or sign else 0

    def _before_column(self, words: list[str], i: int) -> bool:
        return i < len(words) and self.terminal(words, i)[1] in COLUMNS | {"UNTRUE"}

    def _the_date(self, words: list[str], i: int) -> bool:
        """Whether "the date" is that of the row, in a table that has dates: something is told of it."""
        if words[i] != "date" or words[i - 1 : i] == ["a"] or not self._begun(",", "and", "or", "but"):
            return False
        if folded_key(getattr(self.own.names.get(("date",), (None, None))[1], "name", "")) == "date":
            return False
        return words[i + 1 : i + 2] != [] and words[i + 1] in TOLD and "DATE_COLUMN" in self.own.names.terminals

    def text_by_name(self, words: list[str], i: int) -> bool:
        """Whether "the sentence" is the only text, which is called so: it is there, or it is not."""
        named = (words[i],) not in self.own.names and self.own.names.get((words[i], "column")) == ("COLUMN_NAME", None)
        told = [word for word in words[i + 1 : i + 4] if word not in ("not", "n't")]
        return named and words[i - 1 : i] == ["the"] and told[:1] in (["is"], ["was"]) and not HAD.isdisjoint(told[1:2])

    @staticmethod
    def _of_rows(word: str, column: object) -> bool:
        """Whether the name of a column is also what a row is called: "the machine" beside ``machine_id``."""
        name = str(getattr(column, "name", column))
        return keyed(word, name) or (row_noun(word) and folded_key(name) != word)

    def _of_the_quote(self, words: list[str], i: int, end: int) -> bool:
        """Whether a word only says what the quoted text behind it names ("the brand name")."""
        own = (
            words[i] in NAMED
            and self.terminal(words, i)[1] not in NAMES
            and all(word in NAMED or word in NAMING for word in words[i:])
        )
        return own and self.at_item(len(words) - 1, words, end)

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

    def terminal(self, words: list[str], i: int, spans: Places = ()) -> tuple[int, str | None, object]:
        """How many words are taken, the terminal (None if there is none), and its value."""
        named = min(self.own.names.longest, len(words) - i) if words[max(i - 1, 0) : i + 1] != ["clock", "time"] else 0
        for width in range(named, 0, -1):
            own = words[i : i + width]
            name = self.own.names.get(tuple(own)) or self._without_adverbs(own)
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

    def _without_adverbs(self, words: list[str]) -> tuple[str, object] | None:
        """What is named by words with adverbs among them, but for these: "card was clearly not present"."""
        if len(words) < 3 or ADVERBS.isdisjoint(words) or words[0] in ADVERBS or words[-1] in ADVERBS:
            return None
        return self.own.names.get(tuple(word for word in words if word not in ADVERBS))

    def _too_long(self, terminal: str, words: list[str], start: int, end: int, spans: Places) -> bool:
        """Whether a name that ends before the word number ``end`` has taken a word of what stands behind it."""
        if terminal == "ARGUMENT_PAIR":
            return self._of_others(words, start, end)
        if words[start] in STATISTICS and words[end : end + 1] == ["of"]:  # "the average amount of 1750"
            figure = words[end + 1 : end + 2] and words[end + 1][:1].isdigit() and words[end + 2 : end + 3] != ["or"]
            compared = words[start - 1 : start] == ["the"] and (start == 1 or words[start - 2] in COMPARED_WITH)
            return bool(figure) and compared and self.own.names.get(tuple(words[start + 1 : end])) is not None
        if terminal in VALUES and ORDINAL.fullmatch(words[start]) and end == start + 1:
            return not values_begun(self.out.lexemes, self.own.terminals)
        if terminal == "PLACE_COLUMN" and words[end - 1] in ("at", "in", "from", "to"):
            at = next((j for j in range(end, len(words)) if words[j] not in FILLER), len(words))
            told = at < len(words) and words[at] not in BEHIND_PLACE and self.terminal(words, at)[1]
            timed = at < len(spans) and self._numeral(spans, at) is not None
            return timed or (bool(told) and told not in ("FIELD_VALUE", "OWN_VALUE"))
        return (
            terminal == "DATE_COLUMN"
            and words[end - 1] in ("on", "at")
            and (words[end : end + 2] in OR_THEN or words[end : end + 1] in AT_MOST)
        )

    def _of_others(self, words: list[str], start: int, end: int) -> bool:
        """Whether words for two arguments stand before what they count or name: "the two words", "the names 'a'"."""
        if words[end : end + 1] in COUNTED:
            return True
        return (
            (self._before_quote(words, end) or words[end : end + 1] in ([":"], ["of"]))
            and words[start] == "the"
            and not (words[end - 1] == "two" or words[max(start - 1, 0)] == "between")
        )

    def _before_quote(self, words: list[str], end: int) -> bool:
        """Whether a quotation stands behind the word before the one with this number."""
        return end == len(words) and self.text[self.end : self.end + 1] in {*QUOTES}

    def _names(self, words: list[str], end: int) -> bool:
        """Whether what stands behind a noun is called so: a quotation, or an argument."""
        argument = end < len(words) and self.terminal(words, end)[1] == "ARGUMENT_NAME"
        return argument or self._before_quote(words, end)

    def _is_column(self, words: list[str], i: int, also: str | None) -> bool:
        """Whether the name of a text column is no other word of ours: "the email ends with", not "email address".

        Nor "the word 'free'", "the first sentence".
        """
        if words[i] in ORDERS or (words[i] in NAMING and self._before_quote(words, i + 1)):
            return False
        begun = words[i - 1 : i] == ["the"] or self._begun(",", "and", "or")
        return also in self.own.nouns or (begun and words[i + 1 : i + 2] not in (["address"], ["addresses"], ["sign"]))

    def _sized(self, words: list[str], i: int) -> bool:
        """Whether a word tells vaguely what is told exactly behind it: "large amount, over 5000", "new (5 days)"."""
        if words[i] not in SIZES or self.terminal(words, i)[1] in NAMES:
            return False
        j = i + 1
        while j < len(words) and (taken := self._measured(words, j)):
            j += taken
        j += words[j : j + 1] in ([","], ["("], [":"])
        return j > i + 1 and j < len(words) and (words[j] in COMPARING or self.terminal(words, j)[1] in NUMERALS)

    def _measured(self, words: list[str], i: int) -> int:
        """How many words from ``i`` on name a row or a column of numbers."""
        taken, terminal, _ = self.terminal(words, i)
        if terminal in ("NUMBER_COLUMN", "AGED_THING"):
            return taken
        return int(words[i] in ("money", "sum") or _owner(words[i]) or _owner(lemma(words[i])))

    def _value(self, words: list[str], i: int, written: str) -> bool:
        """Whether a word that is not ours is told as a value of a column: by its capital, or by others beside it."""
        before, terminals = self.out.lexemes, self.own.terminals
        if not self.text.isupper() and value_told(written, before, terminals):
            return True
        return values_begun(before, terminals) and self.unquoted.chosen(words, i, self._known_value)

    def _written_value(self, words: list[str], i: int, spans: Places) -> int:
        """How many words are a value by how they are written, where the column may have it: "11th", "Self-emp-inc"."""
        if self.terminal(words, i)[1] in VALUES:
            return 0
        if ORDINAL.fullmatch(words[i]):
            numbers = not NUMBERED.isdisjoint(words[i + 1 : i + 2])
            return int(not numbers and values_begun(self.out.lexemes, self.own.terminals))
        j = i
        while words[j + 1 : j + 2] == ["-"] and j + 2 < len(words) and spans[j + 2][0] - spans[j][1] == 1:
            j += 2
        written = self.text[spans[i][0] : spans[j][1]]
        return j - i + 1 if j > i and value_told(written, self.out.lexemes, self.own.terminals) else 0

    def _known_value(self, words: list[str], i: int) -> bool:
        return self.terminal(words, i)[1] in VALUES

    def at_item(self, i: int, words: list[str], end: int) -> bool:
        """Whether a quoted item of a list comes right behind the word number ``i``."""
        return i == len(words) - 1 and end < len(self.text) and self.text[end] in QUOTES

    def _says(self, words: list[str], i: int, end: int) -> bool:
        """Whether a verb tells what the text says: a quotation comes behind it, with nothing but small words before."""
        if not set(words[i + 1 :]) <= SMALL_WORDS or end >= len(self.text) or self.text[end] not in QUOTES:
            return False
        told = lemma(words[i]) in TELLING and self.terminal(words, i)[1] not in NAMES
        return told and words[i - 1 : i] not in (["the"], ["a"], ["an"], ["no"], ["any"])

    def _between_values(self, words: list[str], i: int) -> bool:
        """Whether a word stands between two values of columns."""
        before = self.out.lexemes[-1].terminal if self.out.lexemes else None
        return before == "FIELD_VALUE" and i + 1 < len(words) and self.terminal(words, i + 1)[1] == "FIELD_VALUE"

    def in_example(self, word: str) -> bool:
        """Whether the row that the explanation was given for has the word."""
        return word.isalpha() and f" {word} " in self.example

    def _ends_argument(self, words: list[str], i: int) -> bool:
        """Whether an argument's name ends with the word number ``i``."""
        named = self.own.names.arguments
        return i >= 0 and any(tuple(words[max(0, i + 1 - len(name)) : i + 1]) == name for name in named)

    def kind(self, words: list[str], i: int) -> Literal["ours", "name", "value", "strange"]:
        """Whether the word number ``i`` is ours, in the name of a column or an argument, a value, or none of these."""
        terminal = self.terminal(words, i)[1]
        if terminal in VALUES:
            return "value"
        return (
            "name"
            if terminal in COLUMNS | {"ARGUMENT_NAME", "ARGUMENT_PAIR"} or self._misspelt_list(words[i])
            else "ours"
            if self.known(words, i)
            else "strange"
        )

    def known(self, words: list[str], i: int) -> bool:
        """Whether the word number ``i`` is one of ours, or no word."""
        ours = i >= len(words) or not words[i].isalpha() or words[i] in FILLER
        return ours or self.terminal(words, i)[1] is not None or self._misspelt_list(words[i])

    def _misspelt_list(self, word: str) -> bool:
        """Whether a word is no English, and nearly the name of a list: it is not looked for then."""
        lists = self.own.names.lists
        return bool(lists) and not is_english(word) and nearest(word, lists) is not None


def _owner(word: str) -> bool:
    return word in OWNERS or row_noun(word)
