"""Where in a text, told by what else is there: in one sentence with a pattern, in parentheses, not at a place."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ..grammar.nodes import Node, node
from .base import Mask, Place, Sought
from .patterns import Words
from .phrases import say
from .regions import Stretch
from .run import Run
from .spans import Positions, Spans

OPENING, CLOSING = (Words("("), Words("[")), (Words(")"), Words("]"))


@node
class Along(Place):
    """In a sentence in which one of the patterns occurs, too; what reaches into two sentences is in both."""

    what: tuple[Sought, ...]
    of: Stretch

    example = '"kiss" and "bride" occur in the same sentence'
    phrases = (
        say("sharing a sentence with {what}"),
        say("in a sentence with {what}"),
        say("in the same sentence (as|with) {what}"),
        say("in one sentence (as|with) {what}"),
        say("in a sentence (containing|that contains|that mentions|mentioning) {what}"),
    )
    order = {"what": 1, "of": 1}

    def admits(self, run: Run, spans: Spans) -> Mask:
        """Which occurrences share a sentence with one of the patterns."""
        anchors = run.spans(self.what, self.column)
        anchors = anchors.keep(self.of.admits(run, anchors))
        sentence = run.index(self.column).sentence
        if not len(sentence):
            return np.zeros(len(spans), dtype=bool)
        steps = np.zeros(int(sentence[-1]) + 2, dtype=np.int64)
        first, last = _sentences(sentence, anchors)
        np.add.at(steps, first, 1)
        np.add.at(steps, last + 1, -1)
        before = np.concatenate([[0], np.cumsum(np.cumsum(steps) > 0)])
        first, last = _sentences(sentence, spans)
        return (before[last + 1] > before[first]) & self.of.admits(run, spans)


def _sentences(sentence: npt.NDArray[np.integer], spans: Spans) -> tuple[Positions, Positions]:
    """The numbers of the sentences in which each of the spans begins and ends."""
    top = len(sentence) - 1
    return tuple(sentence[np.clip(at, 0, top)].astype(np.int64) for at in (spans.start, spans.end - 1))  # type: ignore[return-value]


@node
class Bracketed(Place):
    """In parentheses or square brackets: behind one that opens and before one that closes, both without a partner
    in between."""

    of: Stretch

    example = "person2 is in parentheses"
    phrases = (
        say("in parentheses"),
        say("in (brackets|parens|square brackets|round brackets)"),
        say("(inside|within|between) (parentheses|brackets|parens|square brackets|round brackets)"),
    )
    order = {"of": 1}

    @property
    def keeps_parts(self) -> bool:
        """What stands in parentheses has all its parts there."""
        return True

    def admits(self, run: Run, spans: Spans) -> Mask:
        """Which occurrences have only tokens that are in parentheses; a blank is where the token behind it is."""
        index = run.index(self.column)
        signs = np.zeros(len(index.tokens) + 1, dtype=np.int64)
        signs[run.spans(OPENING, self.column).start] = 1
        signs[run.spans(CLOSING, self.column).start] = -1
        rows = index.token_row.astype(np.int64)
        inside = _open(signs[:-1], rows) & _open(-signs[:-1][::-1], rows[::-1])[::-1]
        before = np.concatenate([[0], np.cumsum(inside)])
        end = np.maximum(spans.end, np.minimum(spans.start + 1, index.row_start[spans.row + 1]))
        wholly = (spans.start < end) & (before[end] - before[spans.start] == end - spans.start)
        return np.asarray(wholly & self.of.admits(run, spans), dtype=bool)


def _open(signs: Positions, rows: Positions) -> Mask:
    """Whether before each token of its row more has been opened (1) than closed (-1), what was not open left aside."""
    if not len(signs):
        return np.zeros(0, dtype=bool)
    level = np.cumsum(signs) - signs
    start = np.flatnonzero(np.diff(rows, prepend=rows[0] - 1))
    level -= np.repeat(level[start], np.diff(np.append(start, len(rows))))
    apart = 2 * (len(signs) + 1) * np.abs(rows - rows[0])  # so that no row sees those before it
    lowest = np.minimum(np.minimum.accumulate(level - apart) + apart, 0)
    return np.asarray(level > lowest, dtype=bool)


@node
class Away(Place):
    """Anywhere in the text but at a place."""

    place: Place

    example = 'it mentions "fracture" not right after "no"'
    phrases = (
        say("other than {place:locative}"),
        say("elsewhere than {place:locative}"),
    )
    order = {"place": -1}

    @property
    def root(self) -> Place:
        """What the place is a part of."""
        return self.place.root

    def fault(self) -> str | None:
        """Only a single place is kept away from, not a whole text."""
        simple = self.place.root != self.place and getattr(self.place, "of", None) is not None
        return None if simple else "it is not clear where else it is to be looked for"

    def below(self, other: Node) -> bool:
        """By ``order``; also what the place is a part of."""
        return Place.below(self, other) or self.root.below(other)

    def admits(self, run: Run, spans: Spans) -> Mask:
        """Which occurrences are not there."""
        return self.root.admits(run, spans) & ~self.place.admits(run, spans)
