"""The sections of a text: what stands under a heading such as "IMPRESSION:"."""

from __future__ import annotations

import numpy as np

from ..corpora.headings import MOST, called, heading_words
from ..grammar.nodes import node
from .base import Sought
from .patterns import Sentence
from .phrases import say
from .regions import Stretch
from .run import Run
from .spans import Positions, Spans, union


@node
class Section(Stretch):
    """What stands between the first heading of a name and the next heading; nothing where there is no such heading.

    A heading is one to four words at the start of the text, of a line or of a sentence, and a colon. One in capitals
    is followed by the next one in capitals.
    """

    name: str
    of: Stretch

    category = "part"
    example = 'it mentions "fracture" in the section "impression"'
    phrases = (
        say("the section {name}"),
        say("the {name} (section|paragraph)"),
        say("the section (called|named|titled|headed|labelled|labeled|marked) {name}"),
        say("the (section|part|text) (under|behind|after|below) the heading {name}"),
    )
    order = {"of": 1}

    def fault(self) -> str | None:
        """A heading has some words."""
        return heading_fault(self.name)

    def bounds(self, run: Run, rows: Positions) -> tuple[Positions, Positions]:
        """From behind the colon up to the next heading, as far as that is in ``of``."""
        index = run.index(self.column)
        start, stop = self.of.bounds(run, rows)
        which = called(index, self.name)
        begin = index.row_start[1:].astype(np.int64)
        end = begin.copy()
        begin[index.headings.row[which]] = index.headings.colon[which] + 1
        end[index.headings.row[which]] = index.headings.stop[which]
        start = np.minimum(np.maximum(start, begin[rows]), stop)
        return start, np.maximum(np.minimum(stop, end[rows]), start)

    @property
    def cuts(self) -> bool:
        """The heading may be a part of its first sentence."""
        return True

    def found(self, run: Run, what: tuple[Sought, ...]) -> Spans:
        """All occurrences in the section; of a sentence that the heading is a part of, what stands in the section."""
        others = tuple(item for item in what if item != Sentence())
        inside = Stretch.found(self, run, others)
        if len(others) == len(what):
            return inside
        sentences = run.spans((Sentence(),), self.column)
        start, stop = self.bounds(run, sentences.row)
        start, stop = np.maximum(start, sentences.start), np.minimum(stop, sentences.end)
        return union([inside, Spans(start, stop, sentences.row).keep(start < stop)])


@node
class Heading(Sought):
    """The heading of a section, with its colon; the first one of its name."""

    name: str

    example = 'it has a section "impression"'
    phrases = (
        say("a section {name}"),
        say("a {name} (section|heading)"),
        say("a section (called|named|titled|headed|labelled|labeled|marked) {name}"),
        say("(a heading|the heading) {name}"),
    )

    def fault(self) -> str | None:
        """A heading has some words."""
        return heading_fault(self.name)

    def spans(self, run: Run, column: str | None) -> Spans:
        """At most one in each row."""
        index = run.index(column)
        which = called(index, self.name)
        headings = index.headings
        return Spans(headings.start[which], headings.colon[which] + 1, headings.row[which])


def heading_fault(name: str) -> str | None:
    """Why no heading is called so; None if one may be."""
    words = heading_words(name)
    if not words or not any(word[0].isalpha() for word in words):
        return "there is no word in the quotes"
    return None if len(words) < 2 * MOST else f"a heading has at most {MOST} words"
