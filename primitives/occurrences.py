"""One occurrence of several: the first or last one; and letters that two texts begin or end with."""

from __future__ import annotations

from typing import Literal

import numpy as np

from ..corpora.kinds import KINDS
from ..grammar.nodes import Node, node
from .base import Mask, Observation, Sought
from .entities import Tagged
from .patterns import Form, Kind, Words
from .phrases import say
from .regions import Stretch
from .run import Run
from .spans import Positions, Spans


@node
class Occurrence(Sought):
    """The first or last occurrence of a pattern in a text."""

    what: Sought
    side: Literal["first", "last"]

    single = True
    example = 'it mentions "fee" before the first comma'
    phrases = (
        say("the first occurrence of {what:pattern}", side="first"),
        say("the last occurrence of {what:pattern}", side="last"),
    )

    @property
    def words(self) -> int | None:
        """Those of the pattern."""
        return self.what.words

    def fault(self) -> str | None:
        """Only of words, signs and entities one is the first; a word is a part of the text."""
        if isinstance(self.what, Kind):
            fits = not KINDS[self.what.name].by_character and self.what.name != "word"
        else:
            fits = isinstance(self.what, (Words, Form, Tagged))
        return None if fits else "only of words, signs and entities the first or last is meant"

    def spans(self, run: Run, column: str | None) -> Spans:
        """One per row that has any."""
        found = run.spans((self.what,), column)
        found = found.keep(np.lexsort((found.end, found.start, found.row)))
        new = np.diff(found.row, prepend=-1) != 0 if self.side == "first" else np.diff(found.row, append=-1) != 0
        return found.keep(new)


@node
class SameLetter(Observation):
    """The first (or last) letters of two runs of tokens are the same; case is ignored."""

    side: Literal["first", "last"]
    left: Stretch
    right: Stretch

    example = "their first letters are the same"
    phrases = (
        say("{left:stretch} starts with the same letter as {right:stretch}", side="first"),
        say("{left:stretch} ends with the same letter as {right:stretch}", side="last"),
        say("{left:stretch} begins with the same letter as {right:stretch}", side="first"),
        say("the first letter of {left:stretch} is the same as the first letter of {right:stretch}", side="first"),
        say("the last letter of {left:stretch} is the same as the last letter of {right:stretch}", side="last"),
    )

    def fault(self) -> str | None:
        """The letters of two texts cannot be compared, and none with themselves."""
        if self.left == self.right:
            return "nothing is compared with itself"
        return None if self.left.column == self.right.column else "letters are compared within one text"

    def below(self, other: Node) -> bool:
        """Either way round."""
        turned = isinstance(other, SameLetter) and other.side == self.side
        return self == other or (turned and (self.left, self.right) == (other.right, other.left))  # type: ignore[attr-defined]

    def holds(self, run: Run) -> Mask:
        """Where both have a letter, and it is the same."""
        left, right = (self._letters(run, own) for own in (self.left, self.right))
        return np.asarray((left == right) & (left >= 0) & run.known(self), dtype=bool)

    def _letters(self, run: Run, of: Stretch) -> Positions:
        """The number of the letter of each row; -1 if there is none."""
        index, rows = run.index(of.column), np.arange(len(run), dtype=np.int64)
        found = r"(\p{L})" if self.side == "first" else r"(\p{L})[^\p{L}]*$"
        letters = index.vocabulary.forms.str.extract(found).str.to_lowercase().fill_null("")
        distinct, keys = np.unique(letters.to_numpy().astype(str), return_inverse=True)
        keys = np.where(distinct[keys] == "", -1, keys) if len(keys) else keys
        own = keys[index.tokens]
        at = np.flatnonzero(own >= 0)
        start, stop = of.bounds(run, rows)
        place = np.searchsorted(at, start) if self.side == "first" else np.searchsorted(at, stop) - 1
        there = (place >= 0) & (place < len(at))
        token = at[np.clip(place, 0, max(len(at) - 1, 0))] if len(at) else np.zeros(len(rows), dtype=np.int64)
        there &= (start <= token) & (token < stop)
        return np.where(there, own[token] if len(at) else -1, -1)
