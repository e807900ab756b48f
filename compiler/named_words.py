"""Words that are none of ours, and are named as words of the text: by the example, or by what stands around them.

Each rule knows one such naming: "ends in .com", "the word free", "treats, treated or treating".
"""

from __future__ import annotations

from collections.abc import Callable

from ..corpora.tokenizer import lemma
from .cues import EDGES, NAMING
from .lookahead import Lookahead

CODE = 3
"""So many characters a code has at most with which something begins or ends."""

LINKING = frozenset(["http", "https", "www", "ftp"])
LINKED = frozenset(["link", "links", "url", "urls", "address", "addresses", "hyperlink", "hyperlinks"])
FAR = 7
"""What links begin with, and what they are called, with "starts with" in between so many words before."""

MEASURES = frozenset(["mm", "cm", "km", "kg", "mg", "ml", "kb", "mb", "gb", "mph", "kwh", "ft", "lbs"])
"""Units as they are written behind a number."""

SIZED = frozenset(["size", "length", "measurement", "diameter", "number", "figure"])
"""What is told in a unit: "a measurement in mm"."""


def named(around: Lookahead, words: list[str], i: int) -> bool:
    """Whether the word number ``i``, which is none of ours, is named as one of the text."""
    return words[i][0].isalnum() and any(rule(around, words, i) for rule in NAMED_BY)


def letter(words: list[str], i: int) -> bool:
    """Whether a word is a letter of which something is told: "ends in the letter s", "starts with a t"."""
    if len(words[i]) != 1 or not words[i].isalpha():
        return False
    article = words[i - 1 : i] in (["a"], ["an"]) and words[i] not in ("a", "x", "y")
    edge = i > 2 and words[i - 2] in ("with", "in") and words[i - 3] in EDGES
    return (article and edge) or words[i - 1 : i] == ["letter"]


def kind_of_words(around: Lookahead, words: list[str], i: int) -> bool:
    """Whether a word that is not ours says what the words of a list are: "any of these cities: ..."."""
    listed = i > 0 and words[i - 1] in ("these", "those", "following") and words[i + 1 : i + 2] == [":"]
    return listed and words[i].isalpha() and around.unquoted.strange(words, i)


def _quoted_elsewhere(around: Lookahead, words: list[str], i: int) -> bool:
    """The example has it, or it is quoted elsewhere."""
    return around.in_example(words[i]) or words[i] in around.quoted


def _inflected(_: Lookahead, words: list[str], i: int) -> bool:
    """It is one of a list of forms of the same word: "treats, treated or treating"."""
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


def _code_at_edge(_: Lookahead, words: list[str], i: int) -> bool:
    """Something begins or ends with it, and it is short: "starts with re"."""
    return i > 1 and words[i - 1] == "with" and words[i - 2] in EDGES and len(words[i]) <= CODE


def _begins_link(_: Lookahead, words: list[str], i: int) -> bool:
    """A link begins or ends with it: "links that start with https"."""
    edge = words[i] in LINKING and not EDGES.isdisjoint(words[max(0, i - FAR) : i])
    return edge and not LINKED.isdisjoint(words[:i])


def _goes_on(around: Lookahead, words: list[str], i: int) -> bool:
    """It stands behind one that is named so."""
    return around.unquoted.strange(words, i) and around.unquoted.strange(words, i - 1) and named(around, words, i - 1)


def _next_of_list(around: Lookahead, words: list[str], i: int) -> bool:
    """It stands behind "or" and a quotation before that: a list goes on."""
    before = [lexeme.terminal for lexeme in around.out.lexemes[-2:-1]]
    joined = i == 1 and words[0] in ("or", "nor") and around.unquoted.strange(words, 1)
    return joined and before == ["QUOTED_TEXT"]


def _unit(around: Lookahead, words: list[str], i: int) -> bool:
    """It is a unit as written, and no number of a column is told in it: "a number followed by mm", "mm or cm"."""
    if words[i] not in MEASURES or i < 2 or around.known(words, i):
        return False
    terminals = [lexeme.terminal for lexeme in around.out.lexemes]
    told = terminals[-1:] == ["NUMERAL"] or (words[i - 1] == "in" and lemma(words[i - 2]) in SIZED)
    if told and "NUMBER_COLUMN" not in terminals:
        return True
    listed = words[i - 1] in ("or", ",") and words[i - 2] in MEASURES
    return listed or words[i - 2 : i] in (["followed", "by"], ["and", "then"], ["right", "before"])


def _called_word(_: Lookahead, words: list[str], i: int) -> bool:
    """It is called a word: "the word free", and not "number of the word free"."""
    called = i > 1 and words[i - 2] in ("the", "term") and words[i - 1] in NAMING
    return called and not (i > 2 and words[i - 3] == "of")


NAMED_BY: tuple[Callable[[Lookahead, list[str], int], bool], ...] = (
    _quoted_elsewhere,
    _inflected,
    _code_at_edge,
    _begins_link,
    _goes_on,
    _next_of_list,
    _unit,
    _called_word,
)
"""The ways in which a word is named as one of the text."""
