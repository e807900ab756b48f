"""The frames around a condition: what stands before a label and behind it, and where the condition is.

The fragments and their notation are declared in :mod:`..grammar.frames`. A frame is matched against words that are
spelled out and folded, each followed by one space; ``<1>`` is a label, ``"`` quoted text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ..grammar.frames import SAID

_TOKEN = re.compile(r"\{\w+\}|\\.|[()|?*+]|~\w*|<\w+>|\w+|=>|->|<-|<=|\S")
_REST = r"(?P<rest>(?:[^ ]+ )+)$"

_PART_OF_NEXT = (
    "in", "of", "with", "from", "on", "at", "to", "by", "than", "as", "into", "for", "the", "a", "an", "any", "this",
    "that", "its", "whose", "both",
)  # fmt: skip

_APART = r"(?:^|(?<= ))(?:(?=[^\w\s\"<])|" + "".join(rf"(?<!\b{word} )" for word in _PART_OF_NEXT) + ")"
"""Where a phrase can begin that the words before it are no part of."""


@cache
def fragment(phrase: str) -> str:
    """A phrase of the declarations as a regular expression."""
    return "".join(map(_part, _TOKEN.findall(phrase)))


def _part(token: str) -> str:
    if token in "()|?*+":
        return "(?:" if token == "(" else token
    if token.startswith("{"):
        return f"(?:{fragment(SAID[token[1:-1]])})"
    if token.startswith("~"):
        return rf"(?:(?!(?:not|never|no) )[^ ]+{token[1:]} )"
    if token == "<other>":
        return r"(?:<\d+> )"
    return f"(?:{re.escape(token.removeprefix(chr(92)))} )"


def _whole(phrase: str) -> re.Pattern[str]:
    """All the words before a label; what is said of the label stands behind ``^``."""
    before, _, head = phrase.partition("^")
    return re.compile(f"(?:{fragment(before)})(?P<head>{fragment(head)})$")


def _begin(phrase: str) -> re.Pattern[str]:
    """The first words of a text; the condition begins behind ``^``, or at the words that must follow there."""
    before, _, ahead = phrase.partition("^")
    return re.compile(f"(?:{fragment(before)})(?={fragment(ahead)})")


def _end(phrase: str) -> re.Pattern[str]:
    """The last words before a label that comes behind its condition."""
    return re.compile(f"{_APART}(?P<head>{fragment(phrase)})$")


def _behind(phrase: str) -> re.Pattern[str]:
    """The words behind a label up to the rest, which begins at the words behind ``^`` if there are any."""
    before, _, ahead = phrase.partition("^")
    return re.compile(f"(?:{fragment(before)}){f'(?={fragment(ahead)})' if ahead else ''}{_REST}")


@dataclass(frozen=True, slots=True)
class First:
    """A frame with the label before the condition.

    Attributes:
        before: all words before the label.
        behind: the words between the label and the condition, and the condition.
        sure: whether it is one also where the label is a word like "no" or "other".
    """

    before: re.Pattern[str]
    behind: re.Pattern[str]
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Last:
    """A frame with the label behind the condition, or within it.

    Attributes:
        begin: how the text begins, up to the condition.
        end: the words between the condition and the label.
        sure: whether it is one also where the label is a word like "no" or "other".
    """

    begin: re.Pattern[str]
    end: re.Pattern[str]
    sure: bool = True


_STANCE = _whole("({pad})* ^ ({doubt})? ({verdict}|{calling}|{filed}|{named_so}) (\\(|[|\\*|\\#)?")
_CALLING = _whole("({pad})* ^ {calling}")
_BARE = _whole("({pad})* ^ ({hedge})*")
_NOUN = _whole("({pad})* ^ {noun} ({hedge})* {be} {judgement}")
_REASON = _whole("({pad})* ({reason}|{makes}) ^ ({verdict}|{calling})? ({hedge})*")
_SKIP = "({row})? (\\)|])? (\\# ~)? ({section})? {denial}? {fits}? (,? {aside})*"

FIRST: tuple[First, ...] = (
    First(_REASON, _behind(f"{_SKIP} (is|are|was|:|,|-|=|\\?)* (that|because of?|:|in|the fact that)*")),
    First(_STANCE, _behind(f"{_SKIP} ({{sign}})* {{why}} ({{pad}})*")),
    First(_STANCE, _behind(f"{_SKIP} ({{sign}})* \\(? ({{hedge}})* {{link}} ({{pad}})*")),
    First(_NOUN, _behind(f"{_SKIP} ,? \\(? ({{hedge}})* {{link}} ({{pad}})*")),
    First(_STANCE, _behind(f"{_SKIP} ({{sign}})* ^ {{kept}}")),
    First(_CALLING, _behind(f"{_SKIP} ({{sign}})* ({{hedge}})* (for|to|on)? ^ {{each}}")),
    First(_BARE, _behind("(is|are|means|mean|=|covers|includes|:) (what|whatever) ({ask})* {call} ^ {object}")),
    First(_BARE, _behind("(is|are|means|mean|covers|includes) that? ^ ({object}|{clause})")),
    First(
        _BARE, _behind("{would} be (chosen|picked|used|assigned|given|selected|applied) (for|to|on)? ^ ({object}|{if})")
    ),
    First(
        _STANCE, _behind("({often})* (applies|holds|is (used|given|assigned|meant|right)) (to|for)? ^ ({object}|{if})")
    ),
    First(_BARE, _behind("^ {row} {does}"), sure=False),
    First(_BARE, _behind("{row} ({often})* ^ {does}"), sure=False),
    First(_BARE, _behind("({often})+ ^ {does}"), sure=False),
    First(_STANCE, _behind(f"{_SKIP} ^ {{clause}}"), sure=False),
    First(_STANCE, _behind(f"{_SKIP} ({{sign}})+ ({{pad}})*")),
)
"""The surest first."""

_JUDGED = "({pad})* ({doubt}? {verdict_on_it}|{calling_it})"

_PAUSED = "(,|.|;|-|–|—|\\)|!|…)*"

_TURNED = f"({{turn}})* {_JUDGED}|({{turn}})+ ({{pad}})* {{calling}}"

LAST: tuple[Last, ...] = (
    Last(_begin("({pad})* should"), _end(_TURNED)),
    Last(_begin("({pad})* ({ask})* {call} ^ {each}"), _end("({as})* {named_so}")),
    Last(_begin("({heading})* ^ {if}"), _end(_TURNED)),
    Last(_begin("({heading})* ^ {if}"), _end("({turn})+ {be}? {judgement}")),
    Last(_begin("({heading})*"), _end("(and|which)? {be} ({hedge})* {so} ({hedge})*")),
    Last(_begin("({heading})*"), _end(f"{_PAUSED} and? {{so}} ,? ({_JUDGED}|{{named_so}})")),
    Last(_begin("({heading})*"), _end(",? (which|and|this|that|it)? ({hedge})* {means} ({subject} {be})? {named_so}")),
    Last(_begin("({heading})*"), _end("{arrow} ({pad})* ({verdict})? {named_so}")),
    Last(_begin("({heading})* ^ ({if} ~* ,)? {each}"), _end("({hedge})* {be} {judgement}")),
    Last(_begin("({heading})* ^ {quotes}"), _end("({hedge})* {be} {judgement}")),
    Last(_begin("({heading})*"), _end(f"({{pause}})+ ({_JUDGED}|({{pad}})* {{named_so}})")),
    Last(_begin("({heading})* ^ {plain}"), _end("= {named_so}")),
    Last(_begin("({heading})* ^ {plain}"), _end(f"({{stop}})+ ({_JUDGED}|({{pad}})* {{named_so}})")),
    Last(_begin("({heading})*"), _end(": {named_so}"), sure=False),
    Last(_begin("({heading})*"), _end(f", {_JUDGED}")),
    Last(_begin("({heading})*"), _end("({often})* (tends|tend) to be ({hedge})*")),
    Last(_begin("({heading})*"), _end("({often})* (deserves|deserve|needs|need|earns|earn) (the|a|an)")),
)
"""The surest first."""

_TURNS = "({turn}|{stop}|{arrow}|=)+ (and? {so} ,?)?"
_DONE = "({pad}|{heading})* ^ ({ask})*"
_TO_IT = "({called})? ({sign})* ({hedge})*"

LIKELY_FIRST: tuple[First, ...] = tuple(
    First(_whole(_DONE), _behind(f"{_TO_IT} {phrase}"), sure=False)
    for phrase in ["{why} ({pad})*", "{link} ({pad})*", "^ {kept}", "^ ({each}|{object})", "({sign})+ ({pad})*"]
)
"""Frames of a label before its condition that is what is done with the row: "decline it when ..."."""

LIKELY_LAST: tuple[Last, ...] = tuple(
    Last(_begin("({heading})*"), _end(phrase))
    for phrase in [
        f"{_TURNS} ({_JUDGED}|({{pad}})* {{calling}}|({{pad}})* ({{ask}})+|({{pad}})* to be|({{pad}})* {{named_so}})",
        f"and? {{so}} ,? ({_JUDGED}|({{pad}})* {{calling}}|({{pad}})* ({{ask}})+|{{named_so}})",
        f"(and|which) {_JUDGED}",
        "({ask})* {call} {called} ({hedge})* ({as})* ({hedge})*",
        ",? (which|and|this|that|it)? ({hedge})* {means} ({subject} {be})? {named_so}",
        "({hedge})* ({would} ({hedge})*)? {be} {judgement}",
        "({hedge})* {would} be {filed} ({hedge})*",
    ]
)
"""Frames of a label behind its condition, whatever the condition is."""

THANKS = re.compile(f"{_APART}{fragment('{thanks}')}$")
"""What may stand behind a condition that comes last, and is no part of it."""

BARE = re.compile(f"(?:^|(?<= )){fragment('({bare})').replace('[^ ]+', '[a-z]+')}$")
"""A condition that ends in words without quotes which the text has, or where such a word is to come."""

CLOSED = re.compile(fragment("({row})? ({closing})*") + "$")
"""What may stand behind a label that comes last."""

LIKELY_CLOSED = re.compile(fragment("({called}|it is|they are|{sort})? ({closing})*") + "$")
"""What may stand there too; like the likely frames it is only taken if what is left is read as a condition."""

BESIDES = _behind("({row}|label|tag|class|category)? (,|;|.|-|–|—|\\()* ^ {besides}")
"""What may stand there too: an exception to the condition, or more of it."""

BRACKETED = _behind("({row})? ^ \\(")
"""Brackets behind the label, in which more of the condition may stand."""

LISTED = re.compile(".*(?:following|these|below) ")
"""A condition with a list that comes behind the label."""

LIST = _behind("({row})? ^ :")
"""Where such a list begins."""

_ELSE = f"(?:.* )?(?:{fragment('{else}')})(?:[^ ]+ ){{0,5}}"
_AND = f".*(?:{fragment('and|but|or|,|;|.')})(?:(?!not )[^ ]+ ){{0,3}}"

TWO = re.compile(
    rf"<(?P<one>\d+)> {_ELSE}<(?P<other>\d+)> |"
    rf"<(?P<first>\d+)> {_AND}<(?P<second>\d+)> {fragment('({link}|unless)')}"
)
"""Two labels, each with a condition of its own."""
