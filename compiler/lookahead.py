"""What the words around a word of an explanation tell of it: what the lexer asks before it adds a terminal."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from ..corpora.text import folded_key
from ..corpora.tokenizer import is_english, lemma, tokenize
from ..grammar.words import ADVERBS, FILLER, SIZES, TELLING, number_in_words
from .cues import (
    ARITHMETIC,
    ASKING,
    AT_MOST,
    BEFORE_AMOUNT,
    BEFORE_ITS,
    BEHIND_AMOUNT,
    BEHIND_PLACE,
    CODE,
    COMPARING,
    COUNTED,
    DENIED_TOO,
    EDGES,
    ITS_BEHIND,
    ITS_SO,
    LENGTH_AFTER,
    MEASURED,
    MULTIPLES,
    NAMED,
    NAMING,
    NEAR,
    OR_THEN,
    OWN,
    OWNERS,
    PARTING,
    SMALL_WORDS,
    SUMMING,
    TIME_UNITS,
    TOLD,
)
from .enumerations import bulleted, numbering
from .lexemes import Lexed, Vocabulary
from .numerals import SIGNS, numeral
from .quotations import QUOTES, pieces
from .row_nouns import keyed, row_noun
from .spelling import nearest
from .templates import COLUMNS, NAMES, NUMERALS, canonical
from .told_values import NUMBERED, ORDINAL, VALUES, several_numbers, value_expected, value_told, values_begun
from .unquoted import HAVING, JOINING, Unquoted
from .wording import Wording, wording_at

MARKS = frozenset("#$%&@*+€£!?")
STOPS = frozenset("()[]/,;:.-")
BESIDE_SIGN = (
    ["followed"], ["preceded"], ["before"], ["after"], ["right"], ["directly"], ["immediately"], ["just"], ["behind"],
    ["somewhere"], ["anywhere"], ["between"], ["in"], ["stands"], ["comes"], ["occurs"], ["appears"], ["follows"],
    ["precedes"],
)  # fmt: skip
"""Signs that may be looked for themselves, also those that stand apart from the word before; what is behind them."""

ENDING_SIGN: tuple[list[str], ...] = (
    [],
    ["."],
    [","],
    [";"],
    [")"],
    ["or"],
    ["and"],
    ["but"],
    ["nor"],
    ["unless"],
    ["at"],
    ["twice"],
)
"""What is behind them besides, where it is certain that a sign comes."""

ADDRESS = re.compile(
    r"(?:[\w-]+(?:\.[\w-]+)*)?\.(?:com|net|org|edu|gov|info|biz|io|ru|de|uk|fr|eu|cn|tv|xyz|online|site|shop)"
)
"""An address of the web, or the end of one, with no quotes around it."""

MEASURES = frozenset(["mm", "cm", "km", "kg", "mg", "ml", "kb", "mb", "gb", "mph", "kwh", "ft", "lbs"])
"""Units as they are written behind a number."""

THREE = ("3", "three")
COMPARED_BY = frozenset(["least", "most", "than", "over", "under", "above", "below", "exactly", "to"])
"""A number of signs, which may be a sign of its own, and the words before it with which it is none."""

SIZED = frozenset(["size", "length", "measurement", "diameter", "number", "figure"])
"""What is told in a unit: "a measurement in mm"."""

STATISTICS = frozenset(["average", "mean", "median", "highest", "lowest"])
"""What a figure of a whole column is called; the column follows, and then "of" and the figure."""

COMPARED_WITH = frozenset(["than", "times", "least", "most", "to", "exactly", "half", "twice", "of", "above", "below"])
"""What stands before a figure with which something is compared."""

LINKING = frozenset(["http", "https", "www", "ftp"])
LINKED = frozenset(["link", "links", "url", "urls", "address", "addresses", "hyperlink", "hyperlinks"])
FAR = 7
"""What links begin with, and what they are called, with "starts with" in between so many words before."""

Places = Sequence[tuple[int, int]]
"""Where each word starts and ends in the text."""


class Lookahead:
    """The unquoted words of an explanation, and the terminals before them."""

    def __init__(self, text: str, vocabulary: Vocabulary, out: Lexed) -> None:
        self.text, self.own, self.out = text, vocabulary, out
        self.unquoted = Unquoted(self._known, self._ends_argument)
        self.end = len(text)
        self.quoted = {folded_key(quoted) for _, _, quoted in pieces(text, Lexed()) if quoted is not None}
        self.example = f" {' '.join(folded_key(t.form) for t in tokenize(vocabulary.example))} "

    def _is_dash(self, words: list[str], i: int, start: int, end: int) -> bool:
        """Whether a hyphen is a dash: with spaces around it, and not between numbers or columns."""
        apart = self.text[start - 1 : start].isspace() and self.text[end : end + 1].isspace()
        before = self.out.lexemes[-1].terminal if self.out.lexemes else ","
        after = self._terminal(words, i + 1)[1] if i + 1 < len(words) else None
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
        owned = words[i + 1 : i + 2] == ["'s"] and _owner(words[i]) and self._terminal(words, i)[0] == 1
        owned = owned or words[i] in OWN
        if words[i] == "'s" and i and _owner(words[i - 1]):
            return self._before_column(words, i + 1)
        return owned and self._before_column(words, i + 1 + (words[i] not in OWN))

    def _unnumbered(self, words: list[str], i: int) -> bool:
        """Whether a unit of time in the plural lacks its number: "under 60 and days" is no "under 60 and a day"."""
        lacks = words[i] in TIME_UNITS and self._terminal(words, i)[1] not in COLUMNS
        return lacks and words[i - 1] in BEFORE_AMOUNT and BEHIND_AMOUNT.issuperset(words[i + 1 : i + 2]) and i > 0

    def _money_sign(self, words: list[str], i: int) -> bool:
        """Whether a sign of money beside no amount is looked for, "$ or €"."""
        before, behind = words[max(0, i - 1) : i], words[i + 1 : i + 2]
        if words[i] not in SIGNS or any(map(str.isdigit, "".join(before + behind))):
            return False
        listed = not JOINING.isdisjoint(before + behind) or behind in ([], ["."], [";"], ["in"])
        terminal = self._terminal(words, i)[1]
        return terminal is None or (listed and terminal not in NAMES)

    def _a_sign(self, words: list[str], i: int, end: int) -> bool:
        """Whether a sign itself is looked for: "a # followed by digits"; "#1" and "a $ sign" are something else."""
        if len(words[i]) != 1 or words[i] not in MARKS | STOPS or self.text[end : end + 1].isalnum():
            return False
        if words[i] in STOPS and not (i and self.text[end - 2 : end - 1].isspace()):
            return False
        before, behind = words[i - 1 : i], words[i + 1 : i + 2]
        if words[i] in MARKS and (behind in ENDING_SIGN or behind == ["in"]):
            listed = before in (["or"], ["nor"], [","]) and len(words[i - 2]) == 1 and words[i - 2] in MARKS
            return listed or before in (["a"], ["an"], ["one"], ["any"], ["no"]) or not HAVING.isdisjoint(before)
        return before in (["a"], ["an"], ["the"], ["one"]) and behind in BESIDE_SIGN

    @staticmethod
    def _address(word: str) -> bool:
        """Whether a word can only be an address, or the end of one: "example.com", ".org"."""
        return ADDRESS.fullmatch(word) is not None

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

    @staticmethod
    def _sign_in_brackets(words: list[str], i: int) -> bool:
        """Whether a sign is shown in brackets behind its name: "an exclamation mark (!)"."""
        alone = words[i - 1 : i] == ["("] and words[i + 1 : i + 2] == [")"]
        return alone and len(words[i]) == 1 and not words[i].isalnum()

    def _before_column(self, words: list[str], i: int) -> bool:
        return i < len(words) and self._terminal(words, i)[1] in COLUMNS | {"UNTRUE"}

    def _the_date(self, words: list[str], i: int) -> bool:
        """Whether "the date" is that of the row, in a table that has dates: something is told of it."""
        if words[i] != "date" or words[i - 1 : i] == ["a"] or not self._begun(",", "and", "or", "but"):
            return False
        return words[i + 1 : i + 2] != [] and words[i + 1] in TOLD and "DATE_COLUMN" in self.own.names.terminals

    @staticmethod
    def _of_rows(word: str, column: object) -> bool:
        """Whether the name of a column is also what a row is called: "the machine" beside ``machine_id``."""
        name = str(getattr(column, "name", column))
        return keyed(word, name) or (row_noun(word) and folded_key(name) != word)

    def _of_the_quote(self, words: list[str], i: int, end: int) -> bool:
        """Whether a word only says what the quoted text behind it names ("the brand name")."""
        own = (
            words[i] in NAMED
            and self._terminal(words, i)[1] not in NAMES
            and all(word in NAMED or word in NAMING for word in words[i:])
        )
        return own and self._at_item(len(words) - 1, words, end)

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
            told = at < len(words) and words[at] not in BEHIND_PLACE and self._terminal(words, at)[1]
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
        argument = end < len(words) and self._terminal(words, end)[1] == "ARGUMENT_NAME"
        return argument or self._before_quote(words, end)

    def _fits(self, wording: Wording, i: int, words: list[str]) -> bool:
        """Whether a vague length stands where it can be one, and not behind a number of words.

        Behind the name of a column of numbers, the words of arithmetic are themselves.
        """
        if wording.kind == "same" and _padded_on(words, i, i + wording.taken):
            return False
        own = wording.taken == 1 and self._terminal(words, i)[1] in VALUES
        if own and value_expected(self.out.lexemes, self.own.terminals):
            return False
        dated = wording.taken > 1 and wording.kind == "same"
        if dated and any(self._terminal(words, j)[1] == "DATE_COLUMN" for j in range(i, i + wording.taken)):
            return False
        if words[i] == "its" and wording.taken == 1:
            quoted = i + 1 == len(words) and self.end < len(self.text) and not ITS_BEHIND.isdisjoint(words[i - 1 : i])
            return quoted or (not ITS_SO.isdisjoint(words[i + 1 : i + 2]) and BEFORE_ITS.isdisjoint(words[i - 1 : i]))
        if (
            words[i] in THREE
            and i
            and (words[i - 1] in COMPARED_BY or words[max(i - 3, 0) : i : 2] == ["between", "and"])
        ):
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
            return self._at_item(i, words, self.end)
        if words[i : i + wording.taken] in (["not", "even"], ["n't", "even"]) and self._numbered_soon(words, i + 2):
            return False
        if words[i : i + wording.taken] == ["lacking"] and BEHIND_AMOUNT.issuperset(words[i + 1 : i + 2]):
            return self._at_item(i, words, self.end)
        if words[i : i + wording.taken] == ["in", "all"]:
            return i + 2 == len(words) or words[i + 2] in (*BEHIND_AMOUNT, "+", "plus")
        if words[i] == "many" and words[i - 1 : i] == ["as"]:
            return False
        if words[i] == "as" and words[i - 1 : i] == ["same"]:
            return False
        if words[i] in ("do", "does") and words[i - 1 : i] in (["nor"], ["neither"], ["so"], ["than"], ["as"]):
            return False
        if words[i] == "min" and wording.taken == 1:  # "min 3", and no minutes or the name of a column
            return self._terminal(words, i)[1] is None and self._numbered_soon(words, i + 1)
        if words[i : i + 3] == ["as", "long", "as"] and i and words[i - 1] in MEASURED:
            return False
        if wording.kind != "length" or words[i] not in self.own.terminals:
            return True
        before = self.out.lexemes[-1].terminal if self.out.lexemes else None
        return before is None or before in {self.own.terminals.get(word) for word in LENGTH_AFTER}

    def _numbered_soon(self, words: list[str], i: int) -> bool:
        """Whether a number begins here, or behind one word: "not even ten", "not even have ten"."""
        return any(self._terminal(words, j)[1] == "NUMERAL" for j in range(i, min(i + 2, len(words))))

    def _column_asked(self, words: list[str], i: int) -> bool:
        """Whether a column is asked for or used, and no word of a text."""
        behind = words[i : i + NEAR]
        ends = next((n for n, word in enumerate(behind) if word in (",", ".", ";", "and", "or", "but")), len(behind))
        told = {"NUMBER_COLUMN", "TRUTH_COLUMN", *(VALUES if words[i - 2] == "they" else ())}
        return any(self._terminal(words, j)[1] in told for j in range(i, i + ends))

    def _is_column(self, words: list[str], i: int, also: str | None) -> bool:
        """Whether the name of a text column is no other word of ours: "the email ends with", not "email address"."""
        begun = words[i - 1 : i] == ["the"] or self._begun(",", "and", "or")
        return also in self.own.nouns or (begun and words[i + 1 : i + 2] not in (["address"], ["addresses"], ["sign"]))

    def _sized(self, words: list[str], i: int) -> bool:
        """Whether a word tells vaguely what is told exactly behind it: "large amount, over 5000", "new (5 days)"."""
        if words[i] not in SIZES or self._terminal(words, i)[1] in NAMES:
            return False
        j = i + 1
        while j < len(words) and (taken := self._measured(words, j)):
            j += taken
        j += words[j : j + 1] in ([","], ["("], [":"])
        return j > i + 1 and j < len(words) and (words[j] in COMPARING or self._terminal(words, j)[1] in NUMERALS)

    def _measured(self, words: list[str], i: int) -> int:
        """How many words from ``i`` on name a row or a column of numbers."""
        taken, terminal, _ = self._terminal(words, i)
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
        if self._terminal(words, i)[1] in VALUES:
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
        return self._terminal(words, i)[1] in VALUES

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
        if (
            words[i] in LINKING
            and not LINKED.isdisjoint(words[:i])
            and not EDGES.isdisjoint(words[max(0, i - FAR) : i])
        ):
            return True
        if self.unquoted.strange(words, i) and self.unquoted.strange(words, i - 1) and self._named(words, i - 1):
            return True
        if i == 1 and words[0] in ("or", "nor") and self.unquoted.strange(words, 1) and self._quoted_before():
            return True
        if words[i] in MEASURES and i > 1 and not self._known(words, i):  # "a number followed by mm", "mm or cm"
            counted = self.out.lexemes[-1:] and self.out.lexemes[-1].terminal == "NUMERAL"
            if (counted or (words[i - 1] == "in" and lemma(words[i - 2]) in SIZED)) and not self._measures_column():
                return True
            listed = words[i - 1] in ("or", ",") and words[i - 2] in MEASURES
            return listed or words[i - 2 : i] in (["followed", "by"], ["and", "then"], ["right", "before"])
        behind_of = i > 2 and words[i - 3] == "of"
        return i > 1 and words[i - 2] in ("the", "term") and words[i - 1] in NAMING and not behind_of

    def _measures_column(self) -> bool:
        """Whether a column of numbers is spoken of, which a number with a unit may be compared with."""
        return any(lexeme.terminal == "NUMBER_COLUMN" for lexeme in self.out.lexemes)

    def _letter(self, words: list[str], i: int) -> bool:
        """Whether a word is a letter of which something is told: "ends in the letter s", "starts with a t"."""
        if len(words[i]) != 1 or not words[i].isalpha():
            return False
        article = words[i - 1 : i] in (["a"], ["an"]) and words[i] not in ("a", "x", "y")
        edge = i > 2 and words[i - 2] in ("with", "in") and words[i - 3] in EDGES
        return (article and edge) or words[i - 1 : i] == ["letter"]

    def _kind_of_words(self, words: list[str], i: int) -> bool:
        """Whether a word that is not ours says what the words of a list are: "any of these cities: ..."."""
        listed = i > 0 and words[i - 1] in ("these", "those", "following") and words[i + 1 : i + 2] == [":"]
        return listed and words[i].isalpha() and self.unquoted.strange(words, i)

    def _quoted_before(self) -> bool:
        """Whether the word before the last terminal is quoted: a list goes on."""
        return [lexeme.terminal for lexeme in self.out.lexemes[-2:-1]] == ["QUOTED_TEXT"]

    def _inflected(self, words: list[str], i: int) -> bool:
        """Whether a word is one of a list of forms of the same word ("treats, treated or treating")."""
        if not words[i].isalpha():
            return False
        own, begin, end = lemma(words[i]), i, i
        while begin > 1 and words[begin - 1] in (",", "or", "and", "/") and words[begin - 2].isalpha():
            begin -= 2
            if lemma(words[begin]) != own:
                return False
        while words[end + 1 : end + 2] and words[end + 1] in (",", "or", "and", "/") and words[end + 2 : end + 3]:
            if words[end + 1] == "," and not words[end + 2].isalpha():  # "treats, treated, ..."
                break
            end += 2
            if lemma(words[end]) != own:
                return False
        return begin < end

    def _ends_argument(self, words: list[str], i: int) -> bool:
        """Whether an argument's name ends with the word number ``i``."""
        named = self.own.names.arguments
        return i >= 0 and any(tuple(words[max(0, i + 1 - len(name)) : i + 1]) == name for name in named)

    def kind(self, words: list[str], i: int) -> Literal["ours", "name", "value", "strange"]:
        """Whether the word number ``i`` is ours, in the name of a column or an argument, a value, or none of these."""
        terminal = self._terminal(words, i)[1]
        if terminal in VALUES:
            return "value"
        return (
            "name"
            if terminal in COLUMNS | {"ARGUMENT_NAME", "ARGUMENT_PAIR"} or self._misspelt_list(words[i])
            else "ours"
            if self._known(words, i)
            else "strange"
        )

    def _known(self, words: list[str], i: int) -> bool:
        """Whether the word number ``i`` is one of ours, or no word."""
        ours = i >= len(words) or not words[i].isalpha() or words[i] in FILLER
        return ours or self._terminal(words, i)[1] is not None or self._misspelt_list(words[i])

    def _misspelt_list(self, word: str) -> bool:
        """Whether a word is no English, and nearly the name of a list: it is not looked for then."""
        lists = self.own.names.lists
        return bool(lists) and not is_english(word) and nearest(word, lists) is not None


def _padded_on(words: list[str], start: int, end: int) -> bool:
    """Whether padding begins among these words and goes on behind them: "in the first word, including both"."""
    within = ((j, wording_at(words, j)) for j in range(start + 1, end))
    return any(own is not None and own.kind == "padding" and j + own.taken > end for j, own in within)


def _owner(word: str) -> bool:
    return word in OWNERS or row_noun(word)
