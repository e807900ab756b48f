"""What becomes of each word outside quotes: a terminal, a filler, or an unknown word.

``RULES`` are tried in their order at the first word, then at the word behind those that were taken, and so on. A rule
adds what it has to and says how many words it takes; the first that takes any decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

import polars as pl

from ..corpora.kinds import KINDS
from ..corpora.tokenizer import Token, tokenize
from ..grammar.hasty import SHORTHAND
from ..grammar.words import FILLER, HEADINGS
from .abbreviations import abbreviation
from .brackets import LONGEST, described, exemplified, glossed, pictured, shaped, unregarded
from .cues import JOINED_ON, NAMING, NEAR, OF_SPEECH, PARTING
from .enumerations import BULLETS, bare_items, words_listed
from .fitting import Phrase, fits
from .happenings import WHENEVER
from .lexemes import Unknown
from .lone_signs import address, lone_sign
from .named_words import kind_of_words, letter, named
from .naming import Column
from .notation import attributed
from .numerals import numeral
from .row_nouns import row_name, row_noun, section_name
from .shown_lists import shown_list
from .templates import COLUMNS, NAMES, canonical
from .terminals import Here, Terminals
from .unquoted import CHOOSING
from .wording import wording_at

THINGS = (["QUOTED_TEXT"], ["ARGUMENT_NAME"], ["LEXICON_NAME"])
"""Between two of these, "then" tells in which order they come."""

NO_ITEM = frozenset(["occurs", "occur", "appears", "appear", "is", "are", "comes", "come", "stands", "stand"])
"""Behind the last item of a list without quotes, these go on with the sentence."""

SEVERAL = frozenset("!?#@*%&$€£")
"""Signs of which people write the plural with an s right behind them."""

PLAIN_SIGNS = frozenset(",.;:!?()-/\"'")
"""Signs of which none is a picture."""

EMOJI_STYLE = "\ufe0f"
"""Behind a picture it tells that it is shown in colours."""

CHANGING = frozenset(["rise", "climb", "drop", "dip", "fall"])
BY_SO_MUCH = frozenset(["more", "less", "by"])
"""Verbs that tell what a number becomes, and the words behind them that tell by how much instead."""

COMPARED = re.compile(r"[<>=≤≥≠]|\$\.$")
"""Signs of comparison need no space around them, nor does the stop behind the name of an argument ("$T$.")."""


class WordRules(Terminals):
    """Adds the terminals of unquoted pieces."""

    def add(self, start: int, end: int) -> None:
        """The terminals of the piece from ``start`` to ``end``."""
        self.end = end
        parts = [span for token in tokenize(self.text[start:end]) for span in _parted(token, start)]
        pairs = list(attributed(self.text, parts, self.own.names))
        spans, words = [span for span, _ in pairs], [word for _, word in pairs]
        for i, word in enumerate(words):
            words[i] = self._spelled(word, words, i, spans[i])
        i = 0
        while i < len(words):
            at = Here(words, spans, end, i, *self.terminal(words, i, spans))
            i += next(taken for rule in RULES if (taken := rule(self, at)))

    def _spelled(self, word: str, words: list[str], i: int, span: tuple[int, int]) -> str:
        """The word, mended if it is a misspelled one of ours; a name in capitals is none."""
        written = self.text[span[0] : span[1]]
        if written != word and (i or not written.istitle()) and not self.text.isupper():
            return word
        if self.in_example(word) or words[i + 1 : i + 2] == ["section"] or word in self.own.names.words:
            return word
        if word in SHORTHAND:
            return SHORTHAND[word]
        if wording_at(words, i) is not None or word in FILLER or self.terminal([word], 0)[1] is not None:
            return word
        if numeral(self.text, span[0]) is not None:
            return word
        short = abbreviation(word, self.own.names.column_words)
        if short is not None:
            self._remark("SAY140", *span, short)
            return short
        meant = self.own.corrected(word)
        if meant is None:
            return word
        self._remark("SAY130", *span, meant)
        return meant

    # -- brackets ------------------------------------------------------------------------------------------------

    def _example(self, at: Here) -> int:
        """ "(as in 'my wife and I')" shows, and asks nothing."""
        shown = exemplified(self.text, at.start)
        if shown <= at.start:
            return 0
        self._remark("SAY140", at.start, shown, "an example")
        self.out.fillers.append((at.start, shown))
        return at.until(shown)

    def _aside(self, at: Here) -> int:
        """Talk in brackets."""
        idle = unregarded(self.text, at.start)
        if idle <= at.start:
            return 0
        self._remark("SAY142", at.start, idle, "", found=self.text[at.start : idle].strip("(), "))
        self.out.fillers.append((at.start, idle))
        return at.until(idle)

    def _shape(self, at: Here) -> int:
        """A shape that is described: "dd/mm/yyyy", "two digits and a colon"."""
        shape = shaped(self.text, at.start)
        if shape is None:
            return 0
        stop, pattern = shape
        self._add("TOLD_SHAPE", pattern, at.start, stop)
        self._remark("SAY140", at.start, stop, f"the regular expression {pattern}")
        return at.until(stop)

    # -- several words -------------------------------------------------------------------------------------------

    def _bare_ending(self, at: Here) -> int:
        """ "'s" with a space before it is looked for itself."""
        if at.word != "'s" or at.before == ["possessive"] or not self.text[at.start - 1 : at.start].isspace():
            return 0
        self._bare(at.word, *at.spans[at.i])
        return 1

    def _phrase(self, at: Here) -> int:
        """A phrase of the closed lists, if no longer name begins here."""
        wording = wording_at(at.words, at.i) if at.terminal != "LEXICON_NAME" else None
        if wording is None or wording.taken < at.taken or not fits(Phrase(self, at.words, at.i, wording)):
            return 0
        self._worded(wording, *at.over(wording.taken))
        return wording.taken

    def _last_list(self, at: Here) -> int:
        """A list of words without quotes that ends the text: "any of these words: free, win"."""
        words, i, spans = at.words, at.i, at.spans
        told = any(word in NAMING for word in words[max(0, i - NEAR) : i]) or kind_of_words(self, words, i - 1)
        told = told or (i > 1 and words[i - 1] == "of" and words[i - 2] in CHOOSING)
        if words[i] != ":" or at.end < len(self.text) or not told:
            return 0
        items = bare_items(words, i + 1)
        if items and not NO_ITEM.isdisjoint(words[items[-1][0] + 1 : items[-1][1]]):  # "...: free, win occurs"
            return 0
        if not any(self.terminal([word], 0)[1] is None for start, stop in items for word in words[start:stop]):
            return 0
        self._word(":", *spans[i])
        for number, (start, stop) in enumerate(items):
            if number:
                sign = next((word for word in words[items[number - 1][1] : start] if word in ("and", "or")), ",")
                self._word(sign, *spans[start - 1])
            self._bare(" ".join(words[start:stop]), spans[start][0], spans[stop - 1][1])
        return len(words) - i

    def _list_of_words(self, at: Here) -> int:
        """A list of single words behind what they are called: "one of the prepositions in, of or with comes ..."."""
        words, i, spans = at.words, at.i, at.spans
        called = words[max(0, i - 3) : i]
        told = called[:1] == ["of"] and called[1:2] in (["the"], ["these"], ["those"])
        if not told or called[2:] not in ([word] for word in OF_SPEECH):
            return 0
        items = words_listed(words, i)
        if not items or any(self.terminal(words, item)[1] in NAMES for item in items):
            return 0
        for item, behind in zip(items, [*items[1:], 0], strict=True):
            self._bare(words[item], *spans[item])
            if behind:
                self._word(
                    "," if behind - item == 2 and words[item + 1] == "," else words[behind - 1], *spans[item + 1]
                )
        return items[-1] + 1 - i

    def _shown_list(self, at: Here) -> int:
        """A kind of word, and single words that show it: "a greeting like hi, hey or hello"."""
        words, i, spans = at.words, at.i, at.spans
        items = shown_list(
            words, i, lambda j: self.terminal(words, j)[1] in NAMES | COLUMNS, lambda j: self.known(words, j)
        )
        if not items or (items[-1] + 2 >= len(words) and at.end < len(self.text)):
            return 0
        self._remark("SAY140", *spans[i], "words")
        self.out.fillers.append((spans[i][0], spans[items[0] - 1][1]))
        for before, item in zip([0, *items], items, strict=False):
            if before:
                self._word("or", *spans[item - 1])
            self._bare(words[item], *spans[item])
        bracketed = words[items[0] - 1] == "("
        return items[-1] + 1 + bracketed - i

    def _number_of_part(self, at: Here) -> int:
        """The number or sign before a part of the explanation: a stop if there is none."""
        numbered = self._numbered(at.words, at.i, at.spans)
        if not numbered:
            return 0
        self.out.fillers.append(at.over(numbered))
        if not self._begun(",", "and", "or"):
            self._word(";", *at.over(numbered))
        return numbered

    def _told_size(self, at: Here) -> int:
        """A vague size that is told exactly behind it: "a large amount, over 5000"."""
        if not self._sized(at.words, at.i):
            return 0
        self._add("VAGUE_SIZE", None, *at.spans[at.i], self.own.terminals.get(canonical(at.word)))
        self._remark("SAY140", *at.spans[at.i], "what is said behind it")
        return 1

    def _described(self, at: Here) -> int:
        """A column with what it means in brackets behind it."""
        told = described(at.words, at.i, lambda own, j: self.terminal(own, j, at.spans), COLUMNS)
        if told is None:
            return 0
        taken, terminal, value = told
        self._add(terminal, value, *at.over(taken))
        return taken

    def _picture(self, at: Here) -> int:
        """An emoji with what it shows before it: "a heart emoji ❤", "thumbs down (👎)", "a smiley :)"."""
        near = at.words[at.i + 1 : at.i + 2 + LONGEST]
        if not at.word.isalpha() or all(word[:1].isalnum() or word in PLAIN_SIGNS for word in near):
            return 0
        last = pictured(at.words, at.i, lambda j: self.terminal(at.words, j)[1] is None, self._pictures(at))
        if last is None:
            return 0
        behind = last + 1 + (at.words[last + 1 : last + 2] == [EMOJI_STYLE])
        opened, closed = at.words[last - 1] == "(", at.words[behind : behind + 1] == [")"]
        if opened > closed:  # "a heart (❤ or ♥)"
            return 0
        start, stop = at.spans[last]
        self._remark("SAY140", at.start, at.spans[last - 1 - opened][1], self.text[start:stop])
        self._add("QUOTED_TEXT", self.text[start:stop], start, stop)
        return behind + opened - at.i

    def _pictures(self, at: Here) -> Callable[[int], bool]:
        def picture(i: int) -> bool:
            own = self.text[slice(*at.spans[i])]
            return not own[:1].isalnum() and bool(KINDS["emoji"].weigh(pl.Series([own]))[0])

        return picture

    def _value_as_written(self, at: Here) -> int:
        """A value of a column, by how it is written: "11th"."""
        valued = self._written_value(at.words, at.i, at.spans)
        if valued:
            start, stop = at.over(valued)
            self._bare(self.text[start:stop], start, stop)
        return valued

    # -- signs and small words -----------------------------------------------------------------------------------

    def _date_of_row(self, at: Here) -> int:
        """ "the date" in a table that has dates."""
        if not self._the_date(at.words, at.i):
            return 0
        return self._take(at, "DATE_COLUMN", Column(WHENEVER, "date"))

    def _text_by_name(self, at: Here) -> int:
        """The only text by its name, which is also a word of ours: "the sentence is missing"."""
        return self._take(at, "COLUMN_NAME") if self.text_by_name(at.words, at.i) else 0

    def _and_then(self, at: Here) -> int:
        """ "then" between things that come one after the other, and not behind an "if"."""
        before = [lexeme.terminal for lexeme in self.out.lexemes]
        conditional = not {self.own.terminals[word] for word in ("if", "when")}.isdisjoint(before)
        if at.word != "then" or before[-1:] not in THINGS or conditional:
            return 0
        last = at.i + 1 == len(at.words)
        quoted = last and at.end < len(self.text)
        thing = quoted or (not last and [self.terminal(at.words, at.i + 1)[1]] in THINGS)
        return self._take(at, "AND_THEN") if thing else 0

    def _slash(self, at: Here) -> int:
        """A slash between two values of columns."""
        slash = at.word == "/" and self._between_values(at.words, at.i)
        return self._take(at, self.own.terminals["or"]) if slash else 0

    def _bullet(self, at: Here) -> int:
        """A sign before an item: the comma behind the item before it, and nothing before the first one."""
        if at.word not in BULLETS or not self.at_item(at.i, at.words, at.end):
            return 0
        if not self.out.lexemes or self.out.lexemes[-1].terminal != "QUOTED_TEXT":
            return self._leave(at)
        return self._take(at, self.own.terminals["or" if self.text[at.start] == "/" else ","])

    def _like(self, at: Here) -> int:
        """ "like" before a number."""
        i = at.i + 1
        like = at.word == "like" and i < len(at.words) and numeral(self.text, at.spans[i][0]) is not None
        return self._leave(at) if like else 0

    def _telling(self, at: Here) -> int:
        """A verb that tells what the text says, right before a quotation: "it screams 'free'"."""
        if not self._says(at.words, at.i, at.end):
            return 0
        self._take(at, self.own.terminals["mention"])
        self.out.fillers += at.spans[at.i + 1 :]
        return len(at.words) - at.i

    def _days_without_number(self, at: Here) -> int:
        """A unit of time in the plural that lacks its number."""
        return self._unknown(at, at.taken) if self._unnumbered(at.words, at.i) else 0

    def _changes(self, at: Here) -> int:
        """A verb that tells by how much something changes, which no row shows: "it rises more than 5"."""
        changes = canonical(at.word) in CHANGING and at.words[at.i + 1 : at.i + 2] and at.words[at.i + 1] in BY_SO_MUCH
        return self._unknown(at) if changes else 0

    def _sign(self, at: Here) -> int:
        """A sign that is looked for itself: "a $", "(!)"."""
        sign = lone_sign(self, at.words, at.i, at.spans[at.i][1])
        return self._take(at, "QUOTED_TEXT", self._written(at)) if sign else 0

    def _several_signs(self, at: Here) -> int:
        """A sign of which there are several: "two !s"."""
        apart = self.text[at.start - 1 : at.start].isspace() and at.words[at.i + 1 : at.i + 2] == ["s"]
        if at.word not in SEVERAL or not apart or at.spans[at.i + 1][0] != at.span[1]:
            return 0
        self._add("QUOTED_TEXT", self._written(at), at.start, at.spans[at.i + 1][1])
        return 2

    def _says_nothing(self, at: Here) -> int:
        """A comma that parts nothing, "itself" behind an argument."""
        return self._leave(at) if self._idle(at.word) else 0

    def _question(self, at: Here) -> int:
        """What is asked ends here."""
        last = at.word == "?" and at.span[1] == len(self.text.rstrip()) and self.out.lexemes
        return self._take(at, self.own.terminals["."]) if last else 0

    def _dash(self, at: Here) -> int:
        """A hyphen with spaces around it stands for a comma or a colon."""
        if at.word != "-" or not self._is_dash(at.words, at.i, *at.span):
            return 0
        joined = at.words[at.i + 1 : at.i + 2] and at.words[at.i + 1] in JOINED_ON
        return self._take(at, self.own.terminals["," if joined else ":"])

    def _nor(self, at: Here) -> int:
        """ "or" before what is denied too."""
        nor = at.word == "or" and self._denied_too(at.words, at.i)
        return self._take(at, self.own.terminals["nor"]) if nor else 0

    def _a_letter(self, at: Here) -> int:
        """A letter of which something is told: "ends in the letter s"."""
        return self._as_quoted(at) if letter(at.words, at.i) else 0

    # -- what has a terminal -------------------------------------------------------------------------------------

    def _ours(self, at: Here) -> int:
        """A name, a number, or a word of the grammar."""
        if at.terminal is None or self._of_the_row(at.words, at.i) or self._of_the_quote(at.words, at.i, at.end):
            return 0
        named, single = at.terminal in NAMES, at.taken == 1
        word = self.own.terminals.get(canonical(at.word)) if single and named else None
        if at.terminal == "ARGUMENT_NAME" and word and self._is_no_argument(at):
            return self._take(at, word)
        if at.terminal == "ARGUMENT_NAME" and at.before == ["the"]:  # "the drug" is the argument, and no kind
            word = None
        if at.terminal == "COLUMN_NAME" and at.value is not None and self._is_column(at.words, at.i, word):
            word = None
        if single and word is None and self._is_row_too(at):
            word = "ROW_NOUN"
        return self._take(at, at.terminal, at.value, word)

    def _is_no_argument(self, at: Here) -> bool:
        """Whether the name of an argument is a common word here: "the term 'x'", "a chemical"."""
        return self._names(at.words, at.i + 1) or (self.own.tagged and at.before in (["a"], ["an"]))

    def _is_row_too(self, at: Here) -> bool:
        """Whether a name may also be what a row is called."""
        if at.terminal in COLUMNS - {"TRUTH_COLUMN", "TRUTH_PART"} and self._of_rows(at.word, at.value):
            return True
        return at.terminal in ("AGED_PERSON", "AGED_THING") or (at.terminal == "FIELD_VALUE" and row_noun(at.word))

    def _capital(self, at: Here) -> int:
        """A letter behind "capital"."""
        letter = at.before == ["capital"] and len(at.word) == 1 and at.word.isalpha()
        return self._take(at, "QUOTED_TEXT", self._written(at)) if letter else 0

    def _filler(self, at: Here) -> int:
        """A filler, or a word that only says whose the column behind it is, or what the quotation names."""
        words, i = at.words, at.i
        idle = at.word in FILLER or self._of_the_row(words, i) or self._of_the_quote(words, i, at.end)
        return self._leave(at) if idle else 0

    # -- what has none -------------------------------------------------------------------------------------------

    def _emoji(self, at: Here) -> int:
        """An emoji is looked for itself."""
        emoji = not at.word.isalpha() and KINDS["emoji"].weigh(pl.Series([self._written(at)]))[0]
        return self._take(at, "QUOTED_TEXT", self._written(at)) if emoji else 0

    def _section(self, at: Here) -> int:
        """A section that the corpus does not part: "the findings section"."""
        if self.own.names.parted:
            return 0
        named = section_name(at.words, at.i, self.terminal)
        if named:
            self._add("SECTION_NAME", " ".join(at.words[at.i : at.i + named]), *at.over(named))
            return named
        return self._take(at, "SECTION_NAME", at.word) if at.word in HEADINGS else 0

    def _noun_of_list(self, at: Here) -> int:
        """What the words of a list are called: "any of these cities: ..."."""
        if not kind_of_words(self, at.words, at.i):
            return 0
        self._remark("SAY140", *at.span, "words")
        return self._leave(at)

    def _web_address(self, at: Here) -> int:
        """An address of the web, or its end."""
        return self._as_quoted(at) if address(at.word) else 0

    def _word_of_text(self, at: Here) -> int:
        """A word that is named as one of the text: it is in the example, or quoted elsewhere."""
        words, i = at.words, at.i
        if not named(self, words, i):
            return 0
        return self._as_quoted(at, joined=self.unquoted.strange(words, i - 1) and named(self, words, i - 1))

    def _word_as_told(self, at: Here) -> int:
        """A word of which others say that it is one of the text, or a value of a column."""
        words, i = at.words, at.i
        if not self.unquoted.said(words, i) and not self._value(words, i, self._written(at)):
            return 0
        return self._as_quoted(at, joined=self.unquoted.strange(words, i - 1))

    def _noun_of_row(self, at: Here) -> int:
        """A noun for the row: one with the noun before it ("the job ad")."""
        if not row_noun(at.word):
            return 0
        (start, stop), lexemes = at.span, self.out.lexemes
        if lexemes and lexemes[-1].terminal == "ROW_NOUN" and self.text[lexemes[-1].end : start].isspace():
            start = lexemes.pop().start
        self._add("ROW_NOUN", None, start, stop)
        return at.taken

    def _gloss(self, at: Here) -> int:
        """Unknown words at the start of a clause, or behind "is", before what they mean: "a heart (❤ or ♥)"."""
        own = at.words, at.i
        told = self.out.lexemes[-1:] and self.out.lexemes[-1].terminal == self.own.terminals["is"]
        taken = self._shown(*own) or (glossed(*own, self.terminal) if told or self._clause_begins() else 0)
        if taken <= 0:
            return 0
        self._add("GLOSS", None, *at.over(taken))
        self._remark("SAY140", *at.over(taken), "what is said behind it")
        return taken

    def _name_of_row(self, at: Here) -> int:
        """A word that is nothing else is what the row is called: the subject of a clause, and the only such."""
        others = {lexeme.value for lexeme in self.out.lexemes if lexeme.terminal == "ROW_NAME"} - {at.word}
        if others or not row_name(at.words, at.i) or COLUMNS.isdisjoint(self.own.names.terminals):
            return 0
        before = at.words[at.i - 1]
        if not self._clause_begins(() if before in FILLER else (before,)):
            return 0
        self._remark("SAY140", *at.span, "the row")
        return self._take(at, "ROW_NAME", at.word)

    def _clause_begins(self, besides: Sequence[str] = ()) -> bool:
        """Whether a clause begins here, or behind one of the words ``besides`` with which it begins."""
        terminals = [lexeme.terminal for lexeme in self.out.lexemes]
        if terminals and terminals[-1] in {self.own.terminals.get(canonical(word)) for word in besides}:
            terminals.pop()
        behind = {self.own.terminals[word] for word in (*PARTING, "and", "or", "but", ",", "that", "unless", "except")}
        return not terminals or terminals[-1] in behind

    def _unknown(self, at: Here, taken: int = 1) -> int:
        """None of these."""
        start, stop = at.over(taken)
        self.out.faults.append(Unknown(self.text[start:stop], start, stop))
        return taken


def _parted(token: Token, start: int) -> Iterator[tuple[int, int]]:
    """Where a token lies, or where its parts do between signs of comparison, or before a stop."""
    at = start + token.start
    if len(token.form) == 1 or not COMPARED.search(token.form):
        yield at, at + len(token.form)
        return
    for part in re.finditer(r"[<>=≤≥≠!]|\.$|(?:[^<>=≤≥≠!.]|\.(?!$))+", token.form):
        yield at + part.start(), at + part.end()


RULES: tuple[Callable[[WordRules, Here], int], ...] = (
    WordRules._example,
    WordRules._aside,
    WordRules._shape,
    WordRules._bare_ending,
    WordRules._shown_list,
    WordRules._phrase,
    WordRules._last_list,
    WordRules._list_of_words,
    WordRules._number_of_part,
    WordRules._told_size,
    WordRules._described,
    WordRules._picture,
    WordRules._value_as_written,
    WordRules._date_of_row,
    WordRules._text_by_name,
    WordRules._and_then,
    WordRules._slash,
    WordRules._bullet,
    WordRules._like,
    WordRules._telling,
    WordRules._days_without_number,
    WordRules._changes,
    WordRules._several_signs,
    WordRules._sign,
    WordRules._says_nothing,
    WordRules._question,
    WordRules._dash,
    WordRules._nor,
    WordRules._a_letter,
    WordRules._ours,
    WordRules._capital,
    WordRules._filler,
    WordRules._emoji,
    WordRules._section,
    WordRules._noun_of_list,
    WordRules._web_address,
    WordRules._word_of_text,
    WordRules._word_as_told,
    WordRules._noun_of_row,
    WordRules._gloss,
    WordRules._name_of_row,
    WordRules._unknown,
)
"""What a word may be, the first that fits."""
