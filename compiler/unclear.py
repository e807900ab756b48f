"""What is told in a way that Sayso has no condition for, though its parts would make one: refused, with what to say."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from .language import language
from .lexemes import Lexed, Lexeme
from .templates import canonical

Refusal = tuple[str, str]
"""Why it is refused, and what to do."""


def unclear(lexed: Lexed, text: str) -> Refusal | None:
    """Why a text is not read, though it could be; None if it can be read."""
    return _all_but_some(lexed.lexemes) or _words_in_any_order(lexed, text)


def _all_but_some(lexemes: Sequence[Lexeme]) -> Refusal | None:
    """ "All words but one are capitals" is no "all words, but one is capitals"."""
    words = language().terminals
    some, exceptions = {words["one"], "NUMERAL", "VAGUE_AMOUNT"}, {words["but"], words["except"]}
    terminals = [lexeme.terminal for lexeme in lexemes]
    for i, terminal in enumerate(terminals[:-4]):
        behind = terminals[i + 1 : i + 5]
        told = next((behind[n + 1] for n in (1, 2) if behind[n] in exceptions and words[","] not in behind[:n]), None)
        if terminal in (words[canonical("all")], words[canonical("every")]) and told in some:
            return (
                "all but so many are not told apart",
                'say how many there are: "at most 1 word is ...", "at least 3 ..."',
            )
    return None


def _words_in_any_order(lexed: Lexed, text: str) -> Refusal | None:
    """A phrase of several words "in any order" is no phrase."""
    words = language().terminals
    for start, end in lexed.fillers:
        if "any order" not in text[start:end].lower():
            continue
        before = [lexeme for lexeme in lexed.lexemes if lexeme.end <= start]
        listed = [*takewhile(lambda own: own.terminal in ("QUOTED_TEXT", words["or"], words[","]), reversed(before))]
        if any(own.terminal == "QUOTED_TEXT" and len(str(own.value).split()) > 1 for own in listed):
            joined = len(before) > len(listed) and before[len(before) - len(listed) - 1].terminal == words["and"]
            if not joined:
                return (
                    "words of a phrase stand in its order",
                    'put each word in its own quotes: all of "slow", "delivery"',
                )
    return None
