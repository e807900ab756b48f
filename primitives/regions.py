"""Where in a text: all of it, its first or last words or sentences, its edges, and the neighbourhood of a pattern.

Distances are counted in words; punctuation is skipped, so that "please!" still ends with "please".
"""

from __future__ import annotations

from typing import Literal

import numpy as np
import numpy.typing as npt

from ..grammar.nodes import node
from .base import Mask, Place, Sought
from .phrases import say
from .run import Run
from .spans import Positions, Spans


class Stretch(Place):
    """A region that is one run of tokens per row."""

    __slots__ = ()

    def bounds(self, run: Run, rows: Positions) -> tuple[Positions, Positions]:
        """The token positions, start and exclusive end, in each of ``rows``."""
        raise NotImplementedError

    def admits(self, run: Run, spans: Spans) -> Mask:
        """Which occurrences lie wholly in the region."""
        start, stop = self.bounds(run, spans.row)
        return (start <= spans.start) & (spans.end <= stop)


@node
class Whole(Stretch):
    """The whole of a text column; None is the corpus's only one."""

    name: str | None = None

    @property
    def column(self) -> str | None:
        """The text column."""
        return self.name

    def bounds(self, run: Run, rows: Positions) -> tuple[Positions, Positions]:
        """From the row's first token to behind its last."""
        starts = run.index(self.name).row_start
        return starts[rows], starts[rows + 1]

    def admits(self, run: Run, spans: Spans) -> Mask:
        """All of them."""
        return np.ones(len(spans), dtype=bool)


@node
class Here(Stretch):
    """The region that the sentence is about, as long as it is not yet known which; no finished function has it."""

    @property
    def column(self) -> str | None:
        """None: it is not yet known."""
        return None


@node
class Portion(Stretch):
    """The first or last ``count`` words or sentences of a text or of a part of it."""

    side: Literal["first", "last"]
    count: int
    unit: Literal["word", "sentence"]
    of: Stretch

    category = "part"
    phrases = (
        say("the (first|opening) word", side="first", unit="word", count=1),
        say("the (last|final) word", side="last", unit="word", count=1),
        say("the (first|opening) sentence", side="first", unit="sentence", count=1),
        say("the (last|final|closing) sentence", side="last", unit="sentence", count=1),
        say("the (first|opening) {count} words", side="first", unit="word"),
        say("the (last|final|closing) {count} words", side="last", unit="word"),
        say("the (first|opening) {count} sentences", side="first", unit="sentence"),
        say("the (last|final|closing) {count} sentences", side="last", unit="sentence"),
    )
    order = {"count": 1}

    def fault(self) -> str | None:
        """There is no first 0 words."""
        return None if self.count > 0 else f"the {self.side} {self.count} {self.unit}s are no part of a text"

    @property
    def column(self) -> str | None:
        """The text column it is a part of."""
        return self.of.column

    def bounds(self, run: Run, rows: Positions) -> tuple[Positions, Positions]:
        """Cut the run of tokens where the count of words or sentences is reached."""
        index = run.index(self.column)
        start, stop = self.of.bounds(run, rows)
        if not len(index.tokens):
            return start, stop
        if self.unit == "word":
            before = index.words_before
            if self.side == "first":
                cut = _find(before, before[start].astype(np.int64) + self.count, "right") - 1
                return start, np.minimum(cut, stop)
            cut = _find(before, before[stop].astype(np.int64) - self.count, "left")
            return np.maximum(cut, start), stop
        number = index.sentence
        top = len(number) - 1
        if self.side == "first":
            first = number[np.minimum(start, top)].astype(np.int64)
            return start, np.minimum(_find(number, first + self.count, "left"), stop)
        last = number[np.clip(stop - 1, 0, top)].astype(np.int64)
        return np.maximum(_find(number, last - self.count + 1, "left"), start), stop


@node
class Edge(Place):
    """The very start or end: no word of the text comes before (after) the occurrence."""

    side: Literal["start", "end"]
    of: Stretch

    phrases = (
        say("at the [very] (start|beginning|front)", side="start"),
        say("at the [very] end", side="end"),
        say("in the [very] beginning", side="start"),
    )

    @property
    def column(self) -> str | None:
        """The text column it is a part of."""
        return self.of.column

    def admits(self, run: Run, spans: Spans) -> Mask:
        """Which occurrences have no word between them and the edge."""
        before = run.index(self.column).words_before
        start, stop = self.of.bounds(run, spans.row)
        inside = self.of.admits(run, spans)
        at, edge = (spans.start, start) if self.side == "start" else (spans.end, stop)
        touching = before[at] == before[edge]
        return np.asarray(inside & touching, dtype=bool)


@node
class Beside(Place):
    """Before or after an occurrence of any of the patterns, with fewer than ``within`` words between; None: any number.

    ``within=1`` is "right after", ``side="either"`` looks both ways.
    """

    side: Literal["before", "after", "either"]
    within: int | None
    what: tuple[Sought, ...]
    of: Stretch

    phrases = (
        say("(right|immediately|directly) (after|behind|following) {what}", side="after", within=1),
        say("(right|immediately|directly) (before|preceding) {what}", side="before", within=1),
        say("(right|directly) (next to|beside) {what}", side="either", within=1),
        say("next to {what}", side="either", within=1),
        say("within {within} words of {what}", side="either"),
        say("within {within} words after {what}", side="after"),
        say("within {within} words before {what}", side="before"),
        say("(at most|no more than|not more than|up to) {within} words (after|behind) {what}", side="after"),
        say("(at most|no more than|not more than|up to) {within} words before {what}", side="before"),
        say("(at most|no more than|not more than|up to) {within} words (from|away from) {what}", side="either"),
        say("in the {within} words (after|behind|following) {what}", side="after"),
        say("in the {within} words (before|preceding) {what}", side="before"),
        say("[somewhere|anywhere|sometime] (after|behind|following) {what}", side="after", within=None),
        say("[somewhere|anywhere|sometime] (before|preceding|ahead of) {what}", side="before", within=None),
        say("[somewhere|anywhere] before or after {what}", side="either", within=None),
        say("(right|immediately|directly) followed by {what}", side="before", within=1),
        say("(right|immediately|directly) preceded by {what}", side="after", within=1),
        say("followed by {what}", side="before", within=None),
        say("preceded by {what}", side="after", within=None),
    )
    order = {"within": 1, "what": 1, "of": 1}

    def fault(self) -> str | None:
        """Nothing is within 0 words."""
        return "nothing is within 0 words" if self.within is not None and self.within < 1 else None

    @property
    def column(self) -> str | None:
        """The text column it is a part of."""
        return self.of.column

    def admits(self, run: Run, spans: Spans) -> Mask:
        """Which occurrences have one of the patterns near enough on the right side."""
        anchors = run.spans(self.what, self.column)
        anchors = anchors.keep(self.of.admits(run, anchors))
        near = np.zeros(len(spans), dtype=bool)
        if self.side != "before":
            near |= behind(run, self.column, spans, anchors, self.within)
        if self.side != "after":
            near |= ahead(run, self.column, spans, anchors, self.within)
        return near & self.of.admits(run, spans)


@node
class Between(Place):
    """Between an occurrence of one of ``left`` and one of ``right``, whichever comes first."""

    left: tuple[Sought, ...]
    right: tuple[Sought, ...]
    of: Stretch

    phrases = (say("[somewhere|anywhere] between {left} and {right}"),)
    order = {"left": 1, "right": 1, "of": 1}

    @property
    def column(self) -> str | None:
        """The text column it is a part of."""
        return self.of.column

    def admits(self, run: Run, spans: Spans) -> Mask:
        """Which occurrences have one of each on either side."""
        left, right = run.spans(self.left, self.column), run.spans(self.right, self.column)
        left, right = left.keep(self.of.admits(run, left)), right.keep(self.of.admits(run, right))
        column = self.column
        between = behind(run, column, spans, left, None) & ahead(run, column, spans, right, None)
        between |= behind(run, column, spans, right, None) & ahead(run, column, spans, left, None)
        return between & self.of.admits(run, spans)


def behind(run: Run, column: str | None, spans: Spans, anchors: Spans, within: int | None) -> Mask:
    """Which spans start behind an anchor's end in the same row, with fewer than ``within`` words between."""
    if not len(anchors) or not len(spans):
        return np.zeros(len(spans), dtype=bool)
    order = np.lexsort((anchors.end, anchors.row))
    ends, rows = anchors.end[order], anchors.row[order]
    # In one row all positions are smaller than in the next, so the nearest end before a start is found by position.
    nearest = np.searchsorted(ends, spans.start, side="right") - 1
    found = nearest >= 0
    nearest = np.maximum(nearest, 0)
    found &= rows[nearest] == spans.row
    if within is not None:
        before = run.index(column).words_before
        gap = before[spans.start].astype(np.int64) - before[ends[nearest]].astype(np.int64)
        found &= gap < within
    return found


def ahead(run: Run, column: str | None, spans: Spans, anchors: Spans, within: int | None) -> Mask:
    """Which spans end before an anchor's start in the same row, with fewer than ``within`` words between."""
    if not len(anchors) or not len(spans):
        return np.zeros(len(spans), dtype=bool)
    nearest = np.searchsorted(anchors.start, spans.end, side="left")
    found = nearest < len(anchors)
    nearest = np.minimum(nearest, len(anchors) - 1)
    found &= anchors.row[nearest] == spans.row
    if within is not None:
        before = run.index(column).words_before
        gap = before[anchors.start[nearest]].astype(np.int64) - before[spans.end].astype(np.int64)
        found &= gap < within
    return found


def _find(array: npt.NDArray[np.integer], values: Positions, side: Literal["left", "right"]) -> Positions:
    """``np.searchsorted`` with values brought to the array's own type, so that the array is never copied."""
    limits = np.iinfo(array.dtype)
    return np.searchsorted(array, np.clip(values, limits.min, limits.max).astype(array.dtype), side=side)
