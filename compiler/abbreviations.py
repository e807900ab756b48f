"""What stands short in a column's name and is written out in explanations: "departure delay" for ``dep_delay``."""

from __future__ import annotations

from collections.abc import Iterable

from ..corpora.tokenizer import is_english

SHORTEST = 3
"""So many letters a word in a column's name must have to be short for another."""


def abbreviation(word: str, names: Iterable[str]) -> str | None:
    """The one word among those of columns' names that is short for ``word``: its beginning, or some of its consonants.

    >>> abbreviation("departure", ["dep", "arr", "delay"]), abbreviation("payment", ["pmt", "date"])
    ('dep', 'pmt')
    >>> abbreviation("terminal", ["term"]), abbreviation("department", ["dep", "dpt"])
    (None, None)
    """
    if not word.isalpha():
        return None
    found = {name for name in names if _short(name) and _for(name, word)}
    return found.pop() if len(found) == 1 else None


def _short(name: str) -> bool:
    """Whether it is no word by itself."""
    return len(name) >= SHORTEST and name.isalpha() and not is_english(name)


def _for(name: str, word: str) -> bool:
    if word.startswith(name):
        return len(word) > len(name) + 1
    letters = iter(word)
    return name[0] == word[0] and not set(name) & set("aeiou") and all(letter in letters for letter in name)
