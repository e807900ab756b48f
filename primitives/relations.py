"""What can be said of the arguments of a relation: where they stand, what they consist of, how they compare."""

from __future__ import annotations

import numpy as np

from ..grammar.nodes import Node, node
from .base import Mask, Measurement, Numbers, Observation, Place, Sought, Source
from .phrases import say
from .regions import ANYWHERE, Beside, Stretch, Whole
from .run import Run
from .spans import Positions, Spans, union


@node
class Argument(Sought):
    """An argument of the relation, in its place in the first text; it has none where its span is empty."""

    name: str

    single = True
    example = '"his wife" stands between person1 and person2'
    phrases = (
        say("{name:argument}"),
        say("(word|term|phrase|string|token|argument|entity|mention|span|name) {name:argument}"),
        say("(name|mention) of {name:argument}"),
        say("{name:argument} is (name|mention)"),
    )

    def reads(self) -> frozenset[Source]:
        """Its span."""
        return frozenset([Source("span", self.name)])

    def spans(self, run: Run, column: str | None) -> Spans:
        """Its tokens."""
        start, end = run.argument(self.name)
        row = np.flatnonzero(start < end) if run.is_first(column) else np.zeros(0, dtype=np.int64)
        return Spans(start[row], end[row], row)


@node
class TextOf(Sought):
    """The words of an argument, wherever they stand in the text; case is ignored."""

    name: str

    example = "person2 ends with person1"
    phrases = (
        say("the text of {name:argument}"),
        say("the same (words|text) as {name:argument}"),
    )

    def reads(self) -> frozenset[Source]:
        """The argument's span, and the text."""
        return frozenset([Source("span", self.name), Source("text")])

    def spans(self, run: Run, column: str | None) -> Spans:
        """Where tokens like the argument's stand one after the other."""
        nothing = np.zeros(0, dtype=np.int64)
        if not run.is_first(column):
            return Spans(nothing, nothing, nothing)
        index = run.index(column)
        first, last = run.argument(self.name)
        filled = np.flatnonzero(first < last)
        if not len(filled):
            return Spans(nothing, nothing, nothing)
        keys, row_of, total = index.vocabulary.folded.ids, index.token_row, len(index.tokens)
        wanted = np.full(len(run), -1, dtype=np.int64)
        wanted[filled] = keys[index.tokens[first[filled]]]
        start = np.flatnonzero(keys[index.tokens] == wanted[row_of])
        row = row_of[start].astype(np.int64)
        for offset in range(1, int((last - first).max())):
            longer = offset < (last - first)[row]
            own, other = np.minimum(first[row] + offset, total - 1), np.minimum(start + offset, total - 1)
            same = (
                (row_of[other] == row)
                & (start + offset < total)
                & (keys[index.tokens[own]] == keys[index.tokens[other]])
            )
            start, row = start[~longer | same], row[~longer | same]
        return Spans(start, start + (last - first)[row], row)


@node
class Chain(Sought):
    """Several things one right after the other, with no word in between."""

    parts: tuple[Sought, ...]

    @property
    def words(self) -> int | None:
        """Those of its parts."""
        each = [part.words for part in self.parts]
        return None if None in each else sum(own for own in each if own is not None)

    def fault(self) -> str | None:
        """One thing is no chain."""
        return None if len(self.parts) > 1 else "one thing follows nothing"

    def spans(self, run: Run, column: str | None) -> Spans:
        """From the start of the first to the end of the last; each is joined by the nearest of the next."""
        found = run.spans(self.parts[:1], column)
        words = run.index(column).words_before
        for part in self.parts[1:]:
            after = run.spans((part,), column)
            after = after.keep(np.lexsort((after.end, after.start, after.row)))
            first = np.searchsorted(after.row, found.row, "left")
            first = np.maximum(first, np.searchsorted(after.start, found.end, "left"))
            inside = np.flatnonzero(first < np.searchsorted(after.row, found.row, "right"))
            partner = first[inside]
            touching = words[after.start[partner]] == words[found.end[inside]]
            inside, partner = inside[touching], partner[touching]
            found = Spans(found.start[inside], after.end[partner], found.row[inside])
        return union([found, found.keep(np.zeros(len(found), dtype=bool))])


@node
class Series(Sought):
    """Several things one after the other, with anything or nothing in between."""

    parts: tuple[Sought, ...]

    def fault(self) -> str | None:
        """One thing is no series."""
        return None if len(self.parts) > 1 else "one thing follows nothing"

    def spans(self, run: Run, column: str | None) -> Spans:
        """From the start of the first to the end of the last; each is joined by the next one behind it."""
        found = run.spans(self.parts[:1], column)
        for part in self.parts[1:]:
            after = run.spans((part,), column)
            after = after.keep(np.lexsort((after.end, after.start, after.row)))
            first = np.searchsorted(after.row, found.row, "left")
            first = np.maximum(first, np.searchsorted(after.start, found.end, "left"))
            inside = np.flatnonzero(first < np.searchsorted(after.row, found.row, "right"))
            found = Spans(found.start[inside], after.end[first[inside]], found.row[inside])
        return union([found, found.keep(np.zeros(len(found), dtype=bool))])


@node
class Inside(Stretch):
    """The text of an argument: the run of its tokens."""

    name: str

    category = "root"
    example = 'the last word of person1 is "Inc."'
    phrases = (
        say("{name:argument}"),
        say("(text|name|word|string) of {name:argument}"),
    )

    def reads(self) -> frozenset[Source]:
        """The argument's span, and the text."""
        return frozenset([Source("span", self.name), Source("text")])

    def below(self, other: Node) -> bool:
        """An argument lies in its sentence and in the text."""
        return Stretch.below(self, other) or other == Around(self.name) or other == Whole()

    def bounds(self, run: Run, rows: Positions) -> tuple[Positions, Positions]:
        """The argument's tokens."""
        start, end = run.argument(self.name)
        return start[rows], end[rows]


@node
class Around(Stretch):
    """The sentence in which an argument stands; from the first of them to the last if it stands in several."""

    name: str

    category = "root"
    example = "they are in the same sentence"
    phrases = (
        say("the sentence of {name:argument}"),
        say("the sentence (that contains|containing|with|around|that has|that mentions|having) {name:argument}"),
        say("the same sentence as {name:argument}"),
        say("the sentence {name:argument} is in"),
        say("the [same] sentence (in which|where) {name:argument} (is|appears|occurs|stands|is mentioned)"),
        say("{name:argument} is sentence"),
    )

    def reads(self) -> frozenset[Source]:
        """The argument's span, and the text."""
        return frozenset([Source("span", self.name), Source("text")])

    def below(self, other: Node) -> bool:
        """A sentence lies in the text."""
        return Stretch.below(self, other) or other == Whole()

    def bounds(self, run: Run, rows: Positions) -> tuple[Positions, Positions]:
        """From the first token of its first token's sentence to behind the last of its last one's."""
        index = run.index(None)
        start, end = (own[rows] for own in run.argument(self.name))
        if not len(index.tokens):
            return start, end
        top = len(index.tokens) - 1
        first = index.sentence[np.minimum(start, top)]
        last = index.sentence[np.clip(end - 1, 0, top)]
        left = np.searchsorted(index.sentence, first, "left")
        right = np.searchsorted(index.sentence, last, "right")
        empty = start == end
        return np.where(empty, start, left), np.where(empty, end, right)


@node
class Nearer(Place):
    """Closer to an occurrence of one pattern than to any of another, by the words in between."""

    to: tuple[Sought, ...]
    than: tuple[Sought, ...]
    of: Stretch

    example = '"husband" is closer to X than to Y'
    phrases = (
        say("closer to {to} than to {than}"),
        say("closer to {to} than {than}"),
        say("nearer [to] {to} than [to] {than}"),
    )

    order = {"to": 1, "than": -1}

    def below(self, other: Node) -> bool:
        """By ``order``; what is closer to something stands before or after it."""
        if Place.below(self, other):
            return True
        if not isinstance(other, Beside) or (other.side, other.distance) != ("either", ANYWHERE):
            return False
        return set(self.to) <= set(other.what) and self.of.below(other.of)

    def admits(self, run: Run, spans: Spans) -> Mask:
        """Which occurrences have fewer words up to the one than up to the other; none where there is neither."""
        near, far = (self._words(run, spans, what) for what in (self.to, self.than))
        return self.of.admits(run, spans) & (near < far)

    def _words(self, run: Run, spans: Spans, what: tuple[Sought, ...]) -> Positions:
        """The number of words between each occurrence and the nearest of the patterns; many if there is none."""
        anchors = run.spans(what, self.column)
        anchors = anchors.keep(self.of.admits(run, anchors))
        words = run.index(self.column).words_before
        distance = np.full(len(spans), np.iinfo(np.int64).max)
        by_end = anchors.keep(np.lexsort((anchors.end, anchors.row)))
        by_start = anchors.keep(np.lexsort((anchors.start, anchors.row)))
        for ordered, edges, side in ((by_end, by_end.end, "before"), (by_start, by_start.start, "after")):
            first = np.searchsorted(ordered.row, spans.row, "left")
            last = np.searchsorted(ordered.row, spans.row, "right")
            if side == "before":
                last = np.minimum(last, np.searchsorted(edges, spans.start, "right"))
                nearest = last - 1
            else:
                first = np.maximum(first, np.searchsorted(edges, spans.end, "left"))
                nearest = first
            found = np.flatnonzero(first < last)
            one, other = (words[at[found]].astype(np.int64) for at in (spans.start, spans.end))
            edge = words[edges[nearest[found]]].astype(np.int64)
            gap = one - edge if side == "before" else edge - other
            distance[found] = np.minimum(distance[found], gap)
        return distance


@node
class Same(Observation):
    """Two runs of tokens have the same words, at least one; case is ignored, punctuation is skipped."""

    left: Stretch
    right: Stretch

    example = "they have the same last word"
    phrases = (
        say("{left:stretch} is the same as {right:stretch}"),
        say("{left:stretch} (is identical to|is equal to|equals) {right:stretch}"),
    )

    def fault(self) -> str | None:
        """The words of two texts cannot be compared, and none with themselves."""
        if self.left == self.right:
            return "nothing is compared with itself"
        return None if self.left.column == self.right.column else "words are compared within one text"

    def below(self, other: Node) -> bool:
        """Either way round."""
        return self == other or (isinstance(other, Same) and (self.left, self.right) == (other.right, other.left))

    def holds(self, run: Run) -> Mask:
        """Where there are as many words on both sides and each is like its partner."""
        rows = np.arange(len(run), dtype=np.int64)
        (keys, first, count), (others, begin, number) = (_words(run, own, rows) for own in (self.left, self.right))
        same = (count == number) & (count > 0) & run.known(self)
        own = np.flatnonzero(same)
        row = np.repeat(own, count[own])
        offset = np.arange(len(row)) - np.repeat(np.cumsum(count[own]) - count[own], count[own])
        differ = keys[first[row] + offset] != others[begin[row] + offset]
        same[row[differ]] = False
        return np.asarray(same, dtype=bool)


@node
class Common(Measurement):
    """How many different words two runs of tokens have in common; case is ignored, punctuation is skipped."""

    left: Stretch
    right: Stretch

    integral = True
    floor = 0
    example = "person1 and person2 have no word in common"
    phrases = (
        say("{left:stretch} shares {amount} of its words with {right:stretch}"),
        say("{left:stretch} shares {amount} [common] words with {right:stretch}"),
        say("{left:stretch} has {amount} words in common with {right:stretch}"),
        say("{left:stretch} has {amount} common words with {right:stretch}"),
    )

    def fault(self) -> str | None:
        """The words of two texts cannot be compared."""
        return None if self.left.column == self.right.column else "words are compared within one text"

    def measure(self, run: Run) -> Numbers:
        """Count the words of the one that the other has too."""
        rows = np.arange(len(run), dtype=np.int64)
        pairs = []
        for own in (self.left, self.right):
            keys, first, count = _words(run, own, rows)
            row = np.repeat(rows, count)
            place = np.repeat(first - (np.cumsum(count) - count), count) + np.arange(len(row))
            width = int(keys.max()) + 1 if len(keys) else 1
            pairs.append(np.unique(row * width + keys[place]))
        shared = np.intersect1d(pairs[0], pairs[1], assume_unique=True) // width
        return np.where(run.known(self), np.bincount(shared, minlength=len(run)), np.nan)


@node
class Gap(Measurement):
    """The number of words between an occurrence of one pattern and one of another, where they are nearest to each
    other; missing where one of them does not occur, or only in the other."""

    left: Sought
    right: Sought

    integral = True
    floor = 0
    example = 'person1 is closer to "wife" than person2 is'
    phrases = (
        say("the distance between {left:pattern} and {right:pattern} is {amount} words"),
        say("the distance between {left:pattern} and {right:pattern} is {amount}"),
        say("the distance from {left:pattern} to {right:pattern} is {amount} [words]"),
    )
    names = (
        say("the distance between {left:pattern} and {right:pattern}"),
        say("the distance from {left:pattern} to {right:pattern}"),
    )

    def reads(self) -> frozenset[Source]:
        """The text."""
        return frozenset([Source("text")])

    def fault(self) -> str | None:
        """Nothing is at a distance from itself."""
        return None if self.left != self.right else "it is told how far it is from something else"

    def measure(self, run: Run) -> Numbers:
        """The fewest words from the end of the one to the start of the other."""
        left, right = run.spans((self.left,), None), run.spans((self.right,), None)
        words = run.index(None).words_before.astype(np.int64)
        nearest = np.full(len(run), np.inf)
        for one, other in ((left, right), (right, left)):
            behind = other.keep(np.lexsort((other.start, other.row)))
            first = np.searchsorted(behind.row, one.row, "left")
            first = np.maximum(first, np.searchsorted(behind.start, one.end, "left"))
            own = np.flatnonzero(first < np.searchsorted(behind.row, one.row, "right"))
            np.minimum.at(nearest, one.row[own], words[behind.start[first[own]]] - words[one.end[own]])
        return np.where(run.known(self) & np.isfinite(nearest), nearest, np.nan)


def _words(run: Run, of: Stretch, rows: Positions) -> tuple[Positions, Positions, Positions]:
    """The keys of all words of a column; per row, the number of the first one in the stretch, and how many it has."""
    index = run.index(of.column)
    start, stop = of.bounds(run, rows)
    first, last = (index.words_before[at].astype(np.int64) for at in (start, stop))
    return index.word_keys.astype(np.int64), first, last - first
