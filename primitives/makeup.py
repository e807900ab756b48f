"""What a text is made up of: only such things, and how many different ones."""

from __future__ import annotations

import numpy as np

from ..corpora.index import TextIndex
from ..corpora.kinds import KINDS
from ..grammar.nodes import Node, node
from .base import Mask, Measurement, Numbers, Observation, Place, Sought
from .patterns import Kind, stand
from .phrases import say
from .regions import Stretch
from .run import Run
from .shapes import Affixed, Sized

PUNCTUATION = frozenset(
    [
        *("punctuation_mark", "exclamation_mark", "question_mark", "comma", "colon", "semicolon", "period"),
        *("quotation_mark", "parenthesis"),
    ]
)
"""The kinds of token that are punctuation."""


@node
class ConsistsOf(Observation):
    """All tokens of a text are of these kinds, and it has some; letters and digits fill whole tokens together.

    Punctuation is left out of account unless one of the kinds is punctuation itself.
    """

    what: tuple[Sought, ...]
    where: Stretch

    example = "it consists only of emoji"
    phrases = (
        say("{where} consists only of {what:makings}"),
        say("{where} consists (entirely|solely|exclusively|purely) of {what:makings}"),
        say("{where} consists of (only|nothing but|nothing except) {what:makings}"),
        say("{where} consists of {what:makings} (only|alone|exclusively|and nothing else)"),
        say("{where} is (made|made up|composed|comprised) (only|entirely|solely|exclusively) of {what:makings}"),
        say("{where} is (made|made up|composed|comprised) of (only|nothing but) {what:makings}"),
        say("{where} is (made|made up|composed|comprised) of {what:makings} (only|and nothing else)"),
        say("{where} (contains|has|includes|mentions) (only|just|solely|exclusively) {what:makings}"),
        say("{where} (contains|has|includes|mentions) nothing (but|except|other than|else than) {what:makings}"),
        say("{where} (contains|has|includes|mentions) {what:makings} (only|and nothing else|exclusively)"),
        say("{where} (only|solely|exclusively) (contains|has|consists of|includes) {what:makings}"),
        say("{where} is (only|just|nothing but|nothing except|entirely|nothing more than) {what:makings}"),
        say("there is (only|nothing but|nothing except|just) {what:makings} [{where}]"),
        say("there is nothing {where} (but|except|other than) {what:makings}"),
        say("(nothing but|only|just) {what:makings}"),
        say("{what:makings} (only|and nothing else|and nothing more|and that is it|and that is all)"),
        say("(only|just) {what:makings}[,] [and] nothing (else|more)"),
        say("{where} is all {what:makings}"),
    )

    def below(self, other: Node) -> bool:
        """More kinds make up more texts, unless punctuation is taken into account only with them."""
        if not isinstance(other, ConsistsOf) or other.where != self.where:
            return False
        return set(self.what) <= set(other.what) and (self._tells_punctuation() or not other._tells_punctuation())

    def fault(self) -> str | None:
        """Only kinds of token make up a text."""
        return None if all(isinstance(item, Kind) for item in self.what) else "only kinds of token make up a text"

    def holds(self, run: Run) -> Mask:
        """Where some token is of the kinds, and no other token is there."""
        index = run.index(self.where.column)
        fits = self._fitting(index)
        others = ~fits
        if not self._tells_punctuation():
            others &= index.vocabulary.weights(KINDS["punctuation_mark"]) == 0
        place = stand(index, np.flatnonzero(fits))
        row = index.token_row[place].astype(np.int64)
        start, stop = self.where.bounds(run, row)
        rows, at = np.unique(row[(start <= place) & (place < stop)], return_index=True)
        inside = np.flatnonzero((start <= place) & (place < stop))[at]
        start, lengths = start[inside].astype(np.int64), (stop - start)[inside].astype(np.int64)
        offsets = np.cumsum(lengths) - lengths
        tokens = np.repeat(start - offsets, lengths) + np.arange(lengths.sum())
        mask = np.zeros(len(run), dtype=bool)
        mask[rows] = True
        mask[np.repeat(rows, lengths)[others[index.tokens[tokens]]]] = False
        return mask & run.known(self)

    def _tells_punctuation(self) -> bool:
        """Whether punctuation is taken into account."""
        return any(isinstance(item, Kind) and item.name in PUNCTUATION for item in self.what)

    def _fitting(self, index: TextIndex) -> Mask:
        """Which forms of the vocabulary are wholly of the kinds."""
        vocabulary = index.vocabulary
        kinds = [KINDS[item.name] for item in self.what if isinstance(item, Kind)]
        fits = np.zeros(len(vocabulary), dtype=bool)
        for kind in kinds:
            if not kind.by_character:
                fits |= vocabulary.weights(kind) > 0
        signs = [f"(?:{kind.pattern})" for kind in kinds if kind.by_character]
        if signs:
            fits |= vocabulary.forms.str.contains(f"^(?:{'|'.join(signs)})+$").to_numpy()
        return fits


@node
class Distinct(Measurement):
    """How many different words (or links, emoji, ...) the region has; case does not tell them apart."""

    what: tuple[Sought, ...]
    where: Place

    integral = True
    floor = 0
    example = "it has fewer than 3 different words"
    names = (say("the number of (different|distinct|unique) {what:kinds} [{where}]"),)
    phrases = (
        say("{where} has {amount} different {what:kinds}"),
        say("{where} has {amount} (distinct|unique) {what:kinds}"),
        say("{where} (contains|includes|uses|mentions) {amount} (different|distinct|unique) {what:kinds}"),
        say("{where} (consists of|is made of|is made up of) {amount} (different|distinct|unique) {what:kinds}"),
        say("there is {amount} (different|distinct|unique) {what:kinds} [{where}]"),
        say("{amount} (different|distinct|unique) {what:kinds} [(occurs|appears|is used|is there)] [{where}]"),
    )
    order = {"what": 1, "where": 1}

    def fault(self) -> str | None:
        """Single tokens are told apart."""
        single = all(
            isinstance(item, (Affixed, Sized)) or (isinstance(item, Kind) and not KINDS[item.name].by_character)
            for item in self.what
        )
        return None if single else "only words and other single tokens are told apart"

    def measure(self, run: Run) -> Numbers:
        """The number of different keys of the tokens found, per row."""
        index = run.index(self.where.column)
        found = self.where.found(run, self.what)
        keys = index.vocabulary.folded.ids[index.tokens[found.start]]
        pairs = np.unique(found.row << 32 | keys.astype(np.int64))
        total = np.bincount(pairs >> 32, minlength=len(run)).astype(np.float64)
        return np.where(run.known(self), total, np.nan)
