"""What is said once and meant of two things, or said without need: each rewrite takes the lexemes and their text.

"followed by 'a' but not by 'b'" is "followed by 'a' but not followed by 'b'", "either right before or right after it"
needs no "either", "the same word as the note" no "word".
"""

from __future__ import annotations

from dataclasses import replace

from .language import language
from .lexemes import Lexeme
from .templates import COLUMNS

JOINED = {"by": ("follow", "precede", "surround", "enclose"), "to": ("next", "close")}
"""What something is by, or to, another."""

TOUCHING = ("right", "directly", "immediately")
"""What may stand before it, and before "before" and "after"."""


def again_by(lexemes: list[Lexeme], _: str) -> list[Lexeme]:
    """The lexemes with the verb again: "followed by 'a' but not by 'b'", "preceded by 'a' and by 'b'".

    Behind "not", "and by" is left as it is: whether both are meant, or either, is not clear.
    """
    words = language().terminals
    joined = {(words[verb], words[joint]) for joint, verbs in JOINED.items() for verb in verbs}
    touching = {words[each] for each in TOUCHING}
    pauses, negations = {words[","], words["and"], words["but"]}, {words[each] for each in ("not", "never", "no")}
    told: list[Lexeme] = []
    verb: list[Lexeme] = []
    denied = False
    for i, lexeme in enumerate(lexemes):
        before = [each.terminal for each in told[-2:]]
        if verb and (verb[-1].terminal, lexeme.terminal) in joined:
            but_not = before[-1] == words["not"] and before[0] in pauses
            if but_not or (before[-1] in (words["and"], words["or"]) and not denied):
                told += [replace(each, start=lexeme.start, end=lexeme.end) for each in verb]
        if i + 1 < len(lexemes) and (lexeme.terminal, lexemes[i + 1].terminal) in joined:
            verb = [*([told[-1]] if before and before[-1] in touching else []), lexeme]
            denied = any(each.terminal in negations for each in told[-3:])
        told.append(lexeme)
    return told


def either_before_or_after(lexemes: list[Lexeme], _: str) -> list[Lexeme]:
    """The lexemes without "either" in "either right before or right after", which "or" tells already."""
    words = language().terminals
    beside, touching = {words["before"], words["after"]}, {words[each] for each in TOUCHING}
    terminals = [lexeme.terminal for lexeme in lexemes]
    told: list[Lexeme] = []
    for i, lexeme in enumerate(lexemes):
        first = i + 1 + (terminals[i + 1 : i + 2] != [] and terminals[i + 1] in touching)
        if lexeme.terminal == words["either"] and first < len(lexemes) and terminals[first] in beside:
            ahead = next((j for j in range(first + 1, len(lexemes)) if terminals[j] == words["or"]), len(lexemes))
            second = ahead + 1 + (ahead + 1 < len(lexemes) and terminals[ahead + 1] in touching)
            number = terminals[first + 1 : ahead] in ([], ["NUMERAL"])
            if number and second < len(lexemes) and terminals[second] in beside - {terminals[first]}:
                continue
        told.append(lexeme)
    return told


ALIKE = ("word", "name", "text", "value", "one")
"""What two things are the same of."""


def the_same(lexemes: list[Lexeme], _: str) -> list[Lexeme]:
    """The lexemes without the noun in "is the same word as" another column or argument."""
    words = language().terminals
    nouns, named = {words[each] for each in ALIKE}, COLUMNS | {"ARGUMENT_NAME", "ROW_NAME"}
    terminals = [lexeme.terminal for lexeme in lexemes]
    told: list[Lexeme] = []
    for i, lexeme in enumerate(lexemes):
        alike = terminals[max(i - 1, 0) : i] == [words["same"]] and terminals[i + 1 : i + 2] == [words["as"]]
        whole = terminals[max(i - 2, 0) : i - 1] in ([words["is"]], [words["not"]])
        if alike and whole and lexeme.terminal in nouns and set(terminals[i + 2 : i + 3]) <= named:
            continue
        told.append(lexeme)
    return told
