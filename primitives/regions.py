"""Where in a text: all of it, its first or last words or sentences, its edges, and the neighbourhood of a pattern.

Distances are counted in words; punctuation is skipped, so that "please!" still ends with "please".
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Literal

import numpy as np
import numpy.typing as npt
import polars as pl

from ..corpora.index import TextIndex
from ..grammar.nodes import Interval, Node, node
from .base import Edges, Mask, Place, Sought, Source
from .phrases import say
from .run import Run
from .spans import Positions, Spans


class Stretch(Place):
    """A region that is one run of tokens per row."""

    __slots__ = ()

    def bounds(self, run: Run, rows: Positions) -> tuple[Positions, Positions]:
        """The token positions, start and exclusive end, in each of ``rows``."""
        raise NotImplementedError

    @property
    def keeps_parts(self) -> bool:
        """What lies in a run of tokens has all its parts there."""
        return True

    def admits(self, run: Run, spans: Spans) -> Mask:
        """Which occurrences lie wholly in the region; none, not even a blank, where the region has no tokens."""
        start, stop = self.bounds(run, spans.row)
        return (start < stop) & (start <= spans.start) & (spans.end <= stop)


@node
class Whole(Stretch):
    """The whole of a text column; None is the corpus's only one."""

    name: str | None = None

    @property
    def column(self) -> str | None:
        """The text column."""
        return self.name

    @property
    def cuts(self) -> bool:
        """No sentence goes on behind it."""
        return True

    def reads(self) -> frozenset[Source]:
        """The text."""
        return frozenset([Source("text", self.name)])

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


@node
class Portion(Stretch):
    """The first or last ``count`` words or sentences of a text or of a part of it."""

    side: Literal["first", "last"]
    count: int
    unit: Literal["word", "sentence"]
    of: Stretch

    category = "part"
    example = 'it mentions "free" in the first ten words'
    phrases = (
        say("the (first|opening) word", side="first", unit="word", count=1),
        say("the (last|final) word", side="last", unit="word", count=1),
        say("(surname|last name|family name)", side="last", unit="word", count=1),
        say("(forename|first name|given name)", side="first", unit="word", count=1),
        say("the (first|opening) sentence", side="first", unit="sentence", count=1),
        say("the (last|final|closing) sentence", side="last", unit="sentence", count=1),
        say("the (first|opening) {count} words", side="first", unit="word"),
        say("the {count} (first|opening) words", side="first", unit="word"),
        say("the {count} words at the (start|beginning)", side="first", unit="word"),
        say("the (last|final|closing) {count} words", side="last", unit="word"),
        say("the {count} words at the end", side="last", unit="word"),
        say("the (first|opening) {count} sentences", side="first", unit="sentence"),
        say("the (last|final|closing) {count} sentences", side="last", unit="sentence"),
    )
    order = {"count": 1}

    def touching(self, other: Place) -> bool:
        """The last word is at the end."""
        side = "start" if self.side == "first" else "end"
        return (self.unit, self.count) == ("word", 1) and other == Edge(side, self.of)  # type: ignore[arg-type]

    def fault(self) -> str | None:
        """There is no first 0 words."""
        return None if self.count > 0 else f"the {self.side} {self.count} {self.unit}s are no part of a text"

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
class Nth(Stretch):
    """The word or sentence with a number, counted from the start or the end; nothing where there are not as many."""

    side: Literal["first", "last"]
    number: int
    unit: Literal["word", "sentence"]
    of: Stretch

    category = "part"
    example = 'the second word is "hate"'
    phrases = (
        say("the {number:ordinal} word", side="first", unit="word"),
        say("the {number:ordinal} sentence", side="first", unit="sentence"),
        say("the {number:ordinal} word from the end", side="last", unit="word"),
        say("the {number:ordinal} sentence from the end", side="last", unit="sentence"),
        say("the {number:ordinal} [to] (last|final) word", side="last", unit="word"),
        say("the {number:ordinal} [to] (last|final) sentence", side="last", unit="sentence"),
        say("the (penultimate|next to last|last but one) word", side="last", unit="word", number=2),
        say("the (penultimate|next to last|last but one) sentence", side="last", unit="sentence", number=2),
        say("the last word but one", side="last", unit="word", number=2),
        say("the last sentence but one", side="last", unit="sentence", number=2),
        say("word number {number:number}", side="first", unit="word"),
        say("sentence number {number:number}", side="first", unit="sentence"),
    )

    def fault(self) -> str | None:
        """Counting begins at 1."""
        return None if self.number > 0 else f"there is no {self.unit} number {self.number}"

    def bounds(self, run: Run, rows: Positions) -> tuple[Positions, Positions]:
        """What the first so many have more than the first so many less one."""
        index = run.index(self.column)
        start, stop = self.of.bounds(run, rows)
        if not len(index.tokens):
            return start, stop
        if self.unit == "word":
            before = index.words_before
            first, last = (before[end].astype(np.int64) for end in (start, stop))
            enough = last - first >= self.number
            if self.side == "first":
                begin = _find(before, first + self.number - 1, "right") - 1
                end = np.minimum(_find(before, first + self.number, "right") - 1, stop)
                begin = np.maximum(begin, start)
            else:
                begin = np.maximum(_find(before, last - self.number, "left"), start)
                end = np.minimum(_find(before, last - self.number + 1, "left"), stop)
        else:
            number, top = index.sentence, len(index.sentence) - 1
            first = number[np.minimum(start, top)].astype(np.int64)
            last = number[np.clip(stop - 1, 0, top)].astype(np.int64)
            enough = (start < stop) & (last - first + 1 >= self.number)
            wanted = first + self.number - 1 if self.side == "first" else last - self.number + 1
            begin = np.maximum(_find(number, wanted, "left"), start)
            end = np.minimum(_find(number, wanted + 1, "left"), stop)
        return np.where(enough, begin, stop), np.where(enough, end, stop)


@node
class Edge(Place):
    """The very start or end: no word of the text comes before (after) the occurrence."""

    side: Literal["start", "end"]
    of: Stretch

    example = "it ends with a question mark"
    phrases = (
        say("at the [very] (start|beginning|front)", side="start"),
        say("at the [very] end", side="end"),
        say("in the [very] beginning", side="start"),
    )

    @property
    def edge(self) -> Edges:
        """The side."""
        return self.side

    def covered(self, other: Place, words: int | None) -> bool:
        """What begins at the start and has three words is within the first three."""
        side = "first" if self.side == "start" else "last"
        if words is None or not isinstance(other, Portion) or (other.side, other.unit) != (side, "word"):
            return self.below(other)
        return self.below(other) or (words <= other.count and _whole(self.of, side) == _whole(other.of, side))

    def admits(self, run: Run, spans: Spans) -> Mask:
        """Which occurrences have no word between them and the edge, nor a part of one."""
        before = run.index(self.column).words_before
        start, stop = self.of.bounds(run, spans.row)
        inside = self.of.admits(run, spans)
        at, edge = (spans.start, start) if self.side == "start" else (spans.end, stop)
        touching = before[at] == before[edge]
        return np.asarray(inside & touching & ~cut(run.index(self.column), spans, self.side), dtype=bool)


ANYWHERE = Interval()
NEXT = Interval(None, 1)

Side = Literal["before", "after", "either"]

OPPOSITE: dict[Side, Side] = {"before": "after", "after": "before", "either": "either"}
"""Where the one is, seen from the other."""


@node
class Beside(Place):
    """Before or after an occurrence of any of the patterns, at a distance in words: 1 is the next word.

    ``side="either"`` looks both ways.
    """

    side: Side
    distance: Interval
    what: tuple[Sought, ...]
    of: Stretch

    example = '"my channel" comes right after "check out"'
    phrases = (
        say("(right|immediately|directly) (after|behind|following) {what}", side="after", distance=NEXT),
        say("(right|immediately|directly) (before|preceding|ahead of) {what}", side="before", distance=NEXT),
        say("(right|directly|immediately) (next to|beside|adjacent to) {what}", side="either", distance=NEXT),
        say("[somewhere|anywhere|sometime] (after|behind|following) {what}", side="after", distance=ANYWHERE),
        say("[somewhere|anywhere|sometime] (before|preceding|ahead of) {what}", side="before", distance=ANYWHERE),
        say("[somewhere|anywhere] before or after {what}", side="either", distance=ANYWHERE),
        say(
            "(within|in) {distance:within} words (after|behind|following|to the right of|right of) {what}", side="after"
        ),
        say("(within|in) {distance:within} words (before|preceding|to the left of|left of) {what}", side="before"),
        say("within {distance:within} words (of|from|around|away from) {what}", side="either"),
        say("{distance} words (after|behind|following|to the right of|right of) {what}", side="after"),
        say("{distance} words (before|preceding|ahead of|to the left of|left of) {what}", side="before"),
        say("{distance} words (from|away from) {what}", side="either"),
        say("next to {what}", side="either", distance=NEXT),
        say("(after|following) {what} within {distance:within} words", side="after"),
        say("(before|preceding) {what} within {distance:within} words", side="before"),
        say("(after|following) {what} by {distance} words", side="after"),
        say("(before|preceding) {what} by {distance} words", side="before"),
        say("(right|immediately|directly) followed by {what}", side="before", distance=NEXT),
        say("(right|immediately|directly) preceded by {what}", side="after", distance=NEXT),
        say("followed (right|immediately|directly) by {what}", side="before", distance=NEXT),
        say("preceded (right|immediately|directly) by {what}", side="after", distance=NEXT),
        say("followed [later] by {what} [later]", side="before", distance=ANYWHERE),
        say("preceded by {what}", side="after", distance=ANYWHERE),
        say("followed by {what} within {distance:within} words", side="before"),
        say("preceded by {what} within {distance:within} words", side="after"),
        say("followed within {distance:within} words by {what}", side="before"),
        say("preceded within {distance:within} words by {what}", side="after"),
        say("[somewhere|anywhere] (to|on) the right [hand] [side] of {what}", side="after", distance=ANYWHERE),
        say("[somewhere|anywhere] (to|on) the left [hand] [side] of {what}", side="before", distance=ANYWHERE),
        say("right of {what}", side="after", distance=ANYWHERE),
        say("left of {what}", side="before", distance=ANYWHERE),
        say("(immediately|directly|right) to the right of {what}", side="after", distance=NEXT),
        say("(immediately|directly|right) to the left of {what}", side="before", distance=NEXT),
        say("(immediately|directly) right of {what}", side="after", distance=NEXT),
        say("(immediately|directly) left of {what}", side="before", distance=NEXT),
    )
    order = {"distance": 1, "what": 1, "of": 1}

    def fault(self) -> str | None:
        """Nothing is within 0 words."""
        words = self.distance.over_integers()
        return "nothing is at such a distance" if words.intersect(Interval(1, None)).empty else None

    @property
    def keeps_parts(self) -> bool:
        """The parts of an occurrence may be further away, which matters if there is a limit."""
        return self.distance == ANYWHERE

    def below(self, other: Node) -> bool:
        """By ``order``; either side is more than one of them."""
        return Place.below(self, other) or (
            self.side != "either" and isinstance(other, Beside) and replace(self, side="either").below(other)
        )

    def admits(self, run: Run, spans: Spans) -> Mask:
        """Which occurrences have one of the patterns near enough on the right side."""
        anchors = run.spans(self.what, self.column)
        anchors = anchors.keep(self.of.admits(run, anchors))
        near = np.zeros(len(spans), dtype=bool)
        if self.side != "before":
            near |= behind(run, self.column, spans, anchors, self.distance)
        if self.side != "after":
            near |= ahead(run, self.column, spans, anchors, self.distance)
        return near & self.of.admits(run, spans)


@node
class Between(Place):
    """Between an occurrence of one of ``left`` and one of ``right``, whichever comes first."""

    left: tuple[Sought, ...]
    right: tuple[Sought, ...]
    of: Stretch

    example = 'it mentions "not" between "is" and "good"'
    phrases = (
        say("[somewhere|anywhere] [in] between {left} and {right}"),
        say("(sandwiched|enclosed|flanked|surrounded) (by|between) {left} and {right}"),
    )
    order = {"left": 1, "right": 1, "of": 1}

    @property
    def keeps_parts(self) -> bool:
        """What lies between two others has all its parts there."""
        return True

    def below(self, other: Node) -> bool:
        """By ``order``; what lies between two others lies before or after each of them."""
        if Place.below(self, other):
            return True
        if not isinstance(other, Beside) or other.distance != ANYWHERE or not self.of.below(other.of):
            return False
        left, right = (set(side) <= set(other.what) for side in (self.left, self.right))
        return left or right if other.side == "either" else left and right

    def admits(self, run: Run, spans: Spans) -> Mask:
        """Which occurrences have one of each on either side."""
        left, right = run.spans(self.left, self.column), run.spans(self.right, self.column)
        left, right = left.keep(self.of.admits(run, left)), right.keep(self.of.admits(run, right))
        column = self.column
        between = behind(run, column, spans, left) & ahead(run, column, spans, right)
        between |= behind(run, column, spans, right) & ahead(run, column, spans, left)
        return between & self.of.admits(run, spans)


@node
class Joint(Place):
    """In several regions at once."""

    parts: tuple[Place, ...]

    order = {"parts": -1}

    @property
    def root(self) -> Place:
        """What the parts are parts of."""
        return self.parts[0].root

    def fault(self) -> str | None:
        """Nothing stands both before and after the one place of an argument, nor right beside two of them."""
        if len({part.column for part in self.parts}) > 1:
            return "nothing stands in two texts at once"
        if len({part.root for part in self.parts}) > 1:
            return "it is not clear of what this is a part"
        sides = {(part.what, part.side) for part in self.parts if isinstance(part, Beside) and len(part.what) == 1}
        both = any((what, "after") in sides for what, side in sides if side == "before" and what[0].single)
        next_to = [(part.side, part.what) for part in self.parts if isinstance(part, Beside) and part.distance == NEXT]
        alone = Counter(side for side, what in set(next_to) if len(what) == 1 and what[0].single)
        if any(times > 1 for times in alone.values()):
            return "nothing stands right beside two different things on the same side"
        return "nothing stands before and after the same thing" if both else None

    @property
    def edge(self) -> Edges | None:
        """The edges of its parts."""
        edges = {part.edge for part in self.parts} - {None}
        return "both" if len(edges) > 1 else next(iter(edges), None)

    @property
    def keeps_parts(self) -> bool:
        """As far as all its parts do."""
        return all(part.keeps_parts for part in self.parts)

    def below(self, other: Node) -> bool:
        """By ``order``; also what one of its parts is below of."""
        return Place.below(self, other) or any(part.below(other) for part in self.parts)

    def covered(self, other: Place, words: int | None) -> bool:
        """As far as one of its parts is."""
        return self.below(other) or any(part.covered(other, words) for part in self.parts)

    def admits(self, run: Run, spans: Spans) -> Mask:
        """Which occurrences lie in all of them."""
        return np.asarray(np.logical_and.reduce([part.admits(run, spans) for part in self.parts]), dtype=bool)


def _whole(of: Place, side: str) -> Place:
    """What begins (or ends) where ``of`` does: that of which it is the first (or last) portion."""
    return _whole(of.of, side) if isinstance(of, Portion) and of.side == side else of


def cut(index: TextIndex, spans: Spans, side: Literal["start", "end"]) -> Mask:
    """Which occurrences leave a letter or digit of their first or last token over."""
    first, last = spans.characters()
    left = np.zeros(len(spans), dtype=bool)
    partial = np.flatnonzero((first >= 0) & (spans.start < spans.end))
    if not len(partial):
        return left
    token = spans.start[partial] if side == "start" else spans.end[partial] - 1
    begin = index.token_start[token].astype(np.int64)
    forms = index.vocabulary.forms.gather(index.tokens[token])
    at = pl.Series((first if side == "start" else last)[partial] - begin)
    rest = forms.str.slice(0, at.clip(0)) if side == "start" else forms.str.slice(at)
    left[partial] = rest.str.contains(r"[\p{L}\p{N}]").to_numpy()
    return left


def behind(run: Run, column: str | None, spans: Spans, anchors: Spans, distance: Interval = ANYWHERE) -> Mask:
    """Which spans start behind an anchor's end in the same row, at a distance of so many words."""
    order = np.lexsort((anchors.end, anchors.row))
    ends, rows = anchors.end[order], anchors.row[order]
    first, last = np.searchsorted(rows, spans.row, "left"), np.searchsorted(rows, spans.row, "right")
    last = np.minimum(last, np.searchsorted(ends, spans.start, "right"))
    words = run.index(column).words_before
    before, at = words[ends].astype(np.int64), words[spans.start].astype(np.int64)
    low, high = distance.over_integers().low, distance.over_integers().high
    if high is not None:
        first = np.maximum(first, np.searchsorted(before, at - (high - 1), "left"))
    if low is not None:
        last = np.minimum(last, np.searchsorted(before, at - (low - 1), "right"))
    return np.asarray(first < last, dtype=bool)


def ahead(run: Run, column: str | None, spans: Spans, anchors: Spans, distance: Interval = ANYWHERE) -> Mask:
    """Which spans end before an anchor's start in the same row, at a distance of so many words."""
    order = np.lexsort((anchors.start, anchors.row))
    starts, rows = anchors.start[order], anchors.row[order]
    first, last = np.searchsorted(rows, spans.row, "left"), np.searchsorted(rows, spans.row, "right")
    first = np.maximum(first, np.searchsorted(starts, spans.end, "left"))
    words = run.index(column).words_before
    before, at = words[starts].astype(np.int64), words[spans.end].astype(np.int64)
    low, high = distance.over_integers().low, distance.over_integers().high
    if high is not None:
        last = np.minimum(last, np.searchsorted(before, at + (high - 1), "right"))
    if low is not None:
        first = np.maximum(first, np.searchsorted(before, at + (low - 1), "left"))
    return np.asarray(first < last, dtype=bool)


def _find(array: npt.NDArray[np.integer], values: Positions, side: Literal["left", "right"]) -> Positions:
    """``np.searchsorted`` with values brought to the array's own type, so that the array is never copied."""
    limits = np.iinfo(array.dtype)
    return np.searchsorted(array, np.clip(values, limits.min, limits.max).astype(array.dtype), side=side)
