"""The terminals of an explanation as they grow, and the ways in which words add to them."""

from __future__ import annotations

from dataclasses import dataclass

from ..corpora.text import folded_key
from ..grammar.words import FILLER
from .lexemes import Lexeme, Remark, Unknown
from .lookahead import Lookahead, Places
from .notation import named_within
from .templates import canonical
from .wording import VALUED, Wording, vague


@dataclass(frozen=True, slots=True)
class Here:
    """A word among the others of a piece without quotes.

    Attributes:
        words: all words of the piece, mended where they were misspelt.
        spans: where each of them starts and ends in the text.
        end: where the piece ends.
        i: the number of the word.
        taken: how many words, from this one on, are a name or a number; otherwise 1.
        terminal: the terminal of these, if they have one.
        value: its value.
    """

    words: list[str]
    spans: Places
    end: int
    i: int
    taken: int
    terminal: str | None
    value: object

    @property
    def word(self) -> str:
        """The word itself."""
        return self.words[self.i]

    @property
    def before(self) -> list[str]:
        """The word before this one, if there is one."""
        return self.words[self.i - 1 : self.i]

    @property
    def start(self) -> int:
        """Where it starts."""
        return self.spans[self.i][0]

    @property
    def span(self) -> tuple[int, int]:
        """Where the words that are taken start and end."""
        return self.over(self.taken)

    def over(self, taken: int) -> tuple[int, int]:
        """Where so many words start and end."""
        return self.start, self.spans[self.i + taken - 1][1]

    def until(self, place: int) -> int:
        """How many words begin here or behind, and before a place of the text."""
        return sum(self.start <= start < place for start, _ in self.spans)


class Terminals(Lookahead):
    """Adds terminals, and what is to be told of them."""

    def suppose(self, start: int, end: int) -> None:
        """What lies there is taken as if it were quoted."""
        own = self.text[start:end]
        self._add("QUOTED_TEXT", own, start, end)
        self._remark("SAY132", start, end, f'"{own}"')

    def naming(self, start: int, end: int) -> bool:
        """Whether a quotation names arguments, which stand there with the words around them."""
        held = named_within(self.text, start + 1, end - 1, self.own.names)
        if len(held) == 1:
            self._add("ARGUMENT_NAME", held[0][0], start, end)  # "SUBJ"
        elif held:
            self._add("NAMING_QUOTE", tuple(held), start, end)
        return bool(held)

    def expression(self, start: int) -> None:
        """That what follows is a regular expression, unless it was just called one."""
        called = {self.own.terminals[canonical(word)] for word in ("regex", "regexp", "expression", "pattern")}
        if not self.out.lexemes or self.out.lexemes[-1].terminal not in called:
            self._word(canonical("regex"), start, start)

    def _add(self, terminal: str, value: object, start: int, end: int, also: str | None = None) -> None:
        self.out.lexemes.append(Lexeme(terminal, value, start, end, also))

    def _word(self, word: str, start: int, end: int) -> None:
        """Add a word of the grammar."""
        self._add(self.own.terminals[word], None, start, end)

    def _remark(self, code: str, start: int, end: int, taken: str, found: str | None = None) -> None:
        """Tell how what lies there was taken."""
        self.out.remarks.append(Remark(code, start, end, self.text[start:end] if found is None else found, taken))

    def _worded(self, wording: Wording, start: int, end: int) -> None:
        """Add what a phrase stands for."""
        if wording.interval is not None:
            self._add(VALUED[wording.kind], wording.interval, start, end)
            taken = vague(wording.interval, " words" if wording.kind == "length" else "")
            self._remark("SAY131", start, end, taken)
        elif wording.kind == "loosely":
            self._remark("SAY131", start, end, " ".join(wording.words))
        elif wording.kind == "padding":
            last = [lexeme.terminal for lexeme in self.out.lexemes[-2:]]
            if self.text[end - 1] == "," and last[-1:] == ["COMMA"] and last[0] in ("AND", "OR", "BUT"):
                comma = self.out.lexemes.pop()
                start = comma.start
            self.out.fillers.append((start, end))
        tails = ((k, self.own.names.get(wording.words[k:])) for k in range(len(wording.words) - 1))
        pair = next(((k, name) for k, name in tails if name is not None and name[0] == "ARGUMENT_PAIR"), None)
        for word in wording.words[: None if pair is None else pair[0]]:
            terminal = self.own.terminals.get(canonical(word))
            value: object = None
            if terminal is None and word not in FILLER:
                _, terminal, value = self.terminal([word], 0)
            named = self.own.names.get((word,))
            if named is not None and named[0] == "COLUMN_NAME" and self.text[end:].startswith(" address"):
                named = None
            if named is not None and named[0] in ("DATE_COLUMN", "COLUMN_NAME", "TEXT_COLUMN"):  # of ``closed_at``
                self._add(*named, start, end, None if named[0] == "COLUMN_NAME" else terminal)
            elif terminal is not None:
                self._add(terminal, value, start, end)
        if pair is not None:  # of "the arguments"
            self._add(*pair[1], start, end)

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
        self._add("QUOTED_TEXT", found, start, end)
        self._remark("SAY132", start, end, f'"{found}"')

    def _written(self, at: Here) -> str:
        return self.text[slice(*at.span)]

    def _take(self, at: Here, terminal: str, value: object = None, also: str | None = None) -> int:
        self._add(terminal, value, *at.span, also)
        return at.taken

    def _leave(self, at: Here) -> int:
        self.out.fillers.append(at.span)
        return at.taken

    def _as_quoted(self, at: Here, *, joined: bool = False) -> int:
        self._bare(at.word, *at.span, joined=joined)
        return at.taken
