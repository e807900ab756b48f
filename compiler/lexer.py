"""From the words of an explanation to the terminals of the grammar.

Quoted text is taken out first, so nothing inside quotes is ever touched. The rest is cut by the tokenizer, and each
token becomes one terminal: a number, the name of a lexicon or column, a word of the grammar (also in another
inflection), or a filler, which is left out. Phrases of the closed lists are taken as a whole. A misspelled word of ours
is mended, a bare word that is meant as quoted is taken so, both with a remark. A word that is none of these is unknown
and reported (the rules are in :mod:`.word_rules`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..corpora.text import folded_key
from ..corpora.tokenizer import tokenize
from .lexemes import Lexed, Lexeme, Vocabulary
from .lookahead import Lookahead
from .notation import compared
from .quotations import pieces
from .supposed import Word
from .word_rules import WordRules

MAX_WORDS = 2_000
"""Longer explanations are refused."""


def lex(text: str, vocabulary: Vocabulary, supposed: Sequence[tuple[int, int]] = ()) -> Lexed:
    """Cut ``text`` into terminals; what lies from one character to another of ``supposed`` is taken as quoted."""
    out = Lexed()
    words = WordRules(text, vocabulary, out)
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
