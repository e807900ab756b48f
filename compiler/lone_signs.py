"""Signs and addresses that are looked for themselves though no quotes are around them."""

from __future__ import annotations

import re

from .lookahead import Lookahead
from .numerals import SIGNS
from .templates import NAMES
from .unquoted import HAVING, JOINING

MARKS = frozenset("#$%&@*+€£!?")
STOPS = frozenset("()[]/,;:.-")
BESIDE_SIGN = frozenset(
    ["followed", "preceded", "before", "after", "right", "directly", "immediately", "just", "behind", "somewhere",
     "anywhere", "between", "in", "stands", "comes", "occurs", "appears", "follows", "precedes"]
)  # fmt: skip
"""Signs that may be looked for themselves, also those that stand apart from the word before; what is behind them."""

ENDING_SIGN = frozenset([".", ",", ";", ")", "or", "and", "but", "nor", "unless", "at", "twice", "in"])
"""What is behind them besides, where it is certain that a sign comes."""

ADDRESS = re.compile(
    r"(?:[\w-]+(?:\.[\w-]+)*)?\.(?:com|net|org|edu|gov|info|biz|io|ru|de|uk|fr|eu|cn|tv|xyz|online|site|shop)"
)
"""An address of the web, or the end of one, with no quotes around it."""


def lone_sign(around: Lookahead, words: list[str], i: int, end: int) -> bool:
    """Whether the word number ``i``, which ends at ``end``, is a sign that is looked for itself."""
    return _money(around, words, i) or _in_brackets(words, i) or _named(around.text, words, i, end)


def address(word: str) -> bool:
    """Whether a word can only be an address, or the end of one: "example.com", ".org"."""
    return ADDRESS.fullmatch(word) is not None


def _money(around: Lookahead, words: list[str], i: int) -> bool:
    """Whether it is a sign of money beside no amount, "$ or €"."""
    before, behind = words[max(0, i - 1) : i], words[i + 1 : i + 2]
    if words[i] not in SIGNS or any(map(str.isdigit, "".join(before + behind))):
        return False
    listed = not JOINING.isdisjoint(before + behind) or behind in ([], ["."], [";"], ["in"])
    terminal = around.terminal(words, i)[1]
    return terminal is None or (listed and terminal not in NAMES)


def _in_brackets(words: list[str], i: int) -> bool:
    """Whether it is shown in brackets behind its name: "an exclamation mark (!)"."""
    alone = words[i - 1 : i] == ["("] and words[i + 1 : i + 2] == [")"]
    return alone and len(words[i]) == 1 and not words[i].isalnum()


def _named(text: str, words: list[str], i: int, end: int) -> bool:
    """Whether it is spoken of: "a # followed by digits"; "#1" and "a $ sign" are something else."""
    if len(words[i]) != 1 or words[i] not in MARKS | STOPS or text[end : end + 1].isalnum():
        return False
    if words[i] in STOPS and not (i and text[end - 2 : end - 1].isspace()):
        return False
    before, behind = words[i - 1 : i], words[i + 1 : i + 2]
    if words[i] in MARKS and ENDING_SIGN.issuperset(behind):
        listed = before in (["or"], ["nor"], [","]) and len(words[i - 2]) == 1 and words[i - 2] in MARKS
        return listed or before in (["a"], ["an"], ["one"], ["any"], ["no"]) or not HAVING.isdisjoint(before)
    return before in (["a"], ["an"], ["the"], ["one"]) and not BESIDE_SIGN.isdisjoint(behind)
