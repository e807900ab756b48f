"""Why an explanation was not understood: the place, what was expected there, and the nearest thing that would be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from ..corpora.tokenizer import function_words, lemma
from ..grammar.diagnostics import Diagnostic, problem
from ..grammar.untold import NO_CONDITION
from ..grammar.words import FORMS, SMALL
from ..primitives.registry import kept
from .argument_names import names_argument
from .english import english
from .explanation import Explanation
from .label_words import Meant
from .language import language
from .lexemes import Lexeme, Unclosed, Unknown
from .lexer import MAX_WORDS
from .naming import plain_words
from .numerals import numeral
from .passes import canonical
from .reader import Result, read_as_it_stands
from .scope import NOWHERE, Scope
from .spelling import surface
from .templates import NAMES
from .wording import wording_at

CATEGORIES = {
    "text_predicate": 'what is said of the text (such as "mentions", "has more than 3", "is longer than")',
    "subject": '"it" or "the comment"',
    "locative": 'a place (such as "in the first sentence", "right after")',
    "kind": "a kind of token (such as a link, a number, an exclamation mark)",
    "compared{number}": 'an amount (such as "at least 3", "between 5 and 10")',
    "quoted": "a quoted word or phrase",
}
"""The parts of the grammar that messages name, and what they call them."""

SHOWN = 8
"""So many words a message says could have come; of more, those of ``PLAIN``."""

PLAIN = (",", "and", "or", "but", "unless", "is", "not", "in", "of", "than", "at", "before", "after", "word", "time")
"""What most often goes on an explanation, the likelier first."""

_WORD = re.compile(r"[^\s,/|]+")

PUT_IN = ("is", "it", "of", "it mentions", "it is", "words", "and")
"""The words that a repair puts in where an explanation stops making sense."""

LEFT_OUT = frozenset(",.;:!") | {
    "is",
    "it",
    "of",
    "that",
    "there",
    "this",
    "in",
    "as",
    "to",
    "has",
    "does",
    "can",
    "than",
}
"""The words that a repair may leave out. Never one that denies, counts or names: the rest would mean something else."""

JOINTS = frozenset({"COMMA", "AND", "OR"})
"""The terminals between the items of a list."""

TRIED = 60
"""Repairs are tried in explanations of up to this many words."""


def diagnose(explanation: Explanation, result: Result, scope: Scope = NOWHERE) -> list[Diagnostic]:
    """The diagnostics of an explanation that has no meaning."""
    nothing = [f for f in result.lexed.faults if isinstance(f, Unknown) and f.word.lower() in NO_CONDITION]
    if nothing:
        return [_says_nothing(explanation, fault) for fault in nothing]
    if result.lexed.faults:
        return list(_lexical(explanation, result, scope))
    if not result.lexemes:
        return [problem("SAY106", place=explanation.place())]
    if result.stopped is None:
        why = "; ".join(result.refused) or "it has no meaning"
        return [problem("SAY105", place=explanation.place(), fix=result.advice, why=why)]
    mixed = _mixed(result)
    if mixed is not None:
        return [problem("SAY136", place=explanation.place(*mixed))]
    at = result.stopped.at
    expected = tuple(_expected(result.stopped.expected, scope))
    notes = ("expected here: " + "; ".join(expected),) if expected else ()
    fix = _repair(explanation, result, scope)
    if at >= len(result.lexemes):
        end = result.lexemes[-1].end
        return [problem("SAY103", place=explanation.place(end, end + 1), notes=notes, fix=fix)]
    lexeme = result.lexemes[at]
    place = explanation.place(lexeme.start, lexeme.end)
    return [problem("SAY102", place=place, notes=notes, fix=fix, found=explanation.text[lexeme.start : lexeme.end])]


def _says_nothing(explanation: Explanation, fault: Unknown) -> Diagnostic:
    """The message about such a word, with the nearest condition."""
    nearest_one = NO_CONDITION[fault.word.lower()]
    fix = f"the nearest thing that can be told: {nearest_one}" if nearest_one else None
    return problem("SAY133", place=explanation.place(fault.start, fault.end), fix=fix, word=fault.word)


def _mixed(result: Result) -> tuple[int, int] | None:
    """The characters of a list of items in which "and" and "or" are mixed, None if there is none."""
    run: list[Lexeme] = []
    for lexeme in [*result.lexemes, None]:
        if lexeme is not None and lexeme.terminal in ("QUOTED_TEXT", "LEXICON_NAME", "COMMA", "AND", "OR"):
            run.append(lexeme)
            continue
        if {"AND", "OR"} <= {item.terminal for item in run} and sum(i.terminal not in JOINTS for i in run) > 2:
            return run[0].start, run[-1].end
        run = []
    return None


def remarks(explanation: Explanation, result: Result) -> list[Diagnostic]:
    """What the reader took upon itself."""
    return [
        problem(remark.code, place=explanation.place(remark.start, remark.end), found=remark.found, taken=remark.taken)
        for remark in result.lexed.remarks
    ]


def too_long(explanation: Explanation) -> Diagnostic | None:
    """The refusal of an explanation that is longer than anybody means."""
    words = len(_WORD.findall(explanation.text))
    if words <= MAX_WORDS and len(explanation.text) <= 20 * MAX_WORDS:
        return None
    return problem("SAY107", place=explanation.place(0, 1), words=words, limit=MAX_WORDS)


def _lexical(explanation: Explanation, result: Result, scope: Scope) -> Iterator[Diagnostic]:
    for fault in result.lexed.faults:
        if isinstance(fault, Unclosed):
            yield problem("SAY104", place=explanation.place(fault.start, fault.start + 1))
        else:
            yield problem(
                "SAY101",
                place=explanation.place(fault.start, fault.end),
                fix=_unknown(fault, scope),
                word=fault.word,
            )


def _unknown(fault: Unknown, scope: Scope) -> str:
    """The word that may be meant, and how to look for the word itself."""
    near = nearest(fault.word.lower(), scope)
    guess = f"did you mean {' or '.join(repr(word) for word in near)}? " if near else ""
    argument = ARGUMENT if not scope.schema.spans and names_argument(fault.word) else ""
    return f'{guess}{argument}to look for the word itself, put it in quotes: "{fault.word}"'


ARGUMENT = (
    "if it is an argument, name the columns where (start, end) of each stand: --spans COLUMN,COLUMN "
    "(in Python: spans=[...]); "
)
"""What to do about the name of an argument where the rows have none."""


def nearest(word: str, scope: Scope = NOWHERE) -> list[str]:
    """Up to two known words that are spelled nearly like ``word``."""
    return get_close_matches(word, known_words(scope), n=2, cutoff=0.75)


def known_words(scope: Scope = NOWHERE) -> list[str]:
    """The words that can be typed: those of the language, and the names of lists and columns."""
    own = [" ".join(words) for words in scope.names]
    known = (*language().terminals, *SMALL, *own, *FORMS, *surface())
    return list(dict.fromkeys(word for word in known if len(word) > 1 and word.isalpha()))


def meant_by(scope: Scope) -> Meant:
    """The words that mean something: those of names, and those of the language in any form."""
    schema = scope.schema
    names = (*schema.texts, *(name for name, _ in schema.fields), *schema.spans, *scope.lexicons)
    return Meant(frozenset(word for name in names for word in plain_words(name)) - function_words(), _is_ours)


def _is_ours(word: str) -> bool:
    meant = wording_at([word], 0)
    said = meant is not None and meant.kind != "padding"
    return said or word in _ours() or lemma(word) in _ours() or numeral(word, 0) is not None


@kept
def _ours() -> frozenset[str]:
    return frozenset((*known_words(), *NO_CONDITION))


def _expected(terminals: frozenset[str], scope: Scope) -> Iterator[str]:
    """What could have come, in human words: whole categories where all of their first words are expected."""
    rest = set(terminals) - (NAMES - {terminal for terminal, _ in scope.names.values()})
    for category, name in CATEGORIES.items():
        first = language().first[category] - NAMES
        if first and first <= terminals:
            rest -= first
            yield name
    if "LEXICON_NAME" in rest:
        yield "one of your lists: " + ", ".join(scope.lexicons)
    for terminal, name in (("QUOTED_TEXT", CATEGORIES["quoted"]), ("NUMERAL", "a number")):
        if terminal in rest:
            yield name
    words = {terminal: word for word, terminal in language().terminals.items()}
    left = sorted(words[terminal] for terminal in rest if terminal in words)
    plain = left if len(left) <= SHOWN else [word for word in PLAIN if word in left][:SHOWN]
    if len(plain) > 2 or (plain == left != []):
        yield ", ".join(f'"{word}"' for word in plain) + (" …" if len(left) > len(plain) else "")


def _repair(explanation: Explanation, result: Result, scope: Scope) -> str | None:
    """The nearest thing that would have been understood: one word put in, or one left out that carries no meaning."""
    lexemes = result.lexemes
    assert result.stopped is not None
    if len(lexemes) > TRIED:
        return None
    text, at = explanation.text, result.stopped.at
    spot = lexemes[at].start if at < len(lexemes) else len(text)
    tries = [f"{text[:spot]} {word} {text[spot:]}" for word in PUT_IN]
    words = {terminal: word for word, terminal in language().terminals.items()}
    for i in (at, at - 1, at + 1):
        if 0 <= i < len(lexemes) and words.get(lexemes[i].terminal) in LEFT_OUT:
            tries.append(text[: lexemes[i].start] + text[lexemes[i].end :])
    for attempt in tries:
        repaired = read_as_it_stands(attempt, scope)
        if repaired.meanings:
            return f"did you mean: {english(canonical(repaired.meanings[0][1]))}"
    return None
