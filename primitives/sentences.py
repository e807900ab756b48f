"""Sentences by what is in them."""

from __future__ import annotations

from typing import Literal

import numpy as np

from ..grammar.nodes import node
from .base import Scale, Sought
from .patterns import Kind
from .phrases import say
from .regions import cut
from .run import Run
from .spans import Positions, Spans
from .text import Choice

QUESTION = Choice((Kind("question_mark"),))


@node
class SentenceWith(Sought):
    """A sentence in which enough of the patterns occur: anywhere, or each at its very start or end."""

    what: Choice
    side: Literal["anywhere", "start", "end"] = "anywhere"

    category = "kind"
    example = "every sentence ends with an exclamation mark"
    phrases = (
        say("(a sentence|sentences) containing {what}", side="anywhere"),
        say("(a sentence|sentences) starting with {what}", side="start"),
        say("(a sentence|sentences) ending with {what}", side="end"),
        say(
            "(sentence|sentences) (with|having|mentioning|that contains|that mentions|that has) {what}", side="anywhere"
        ),
        say(
            "(sentence|sentences) (beginning with|opening with|that starts with|that begins with) {what}", side="start"
        ),
        say("(sentence|sentences) (ending in|that ends with|that ends in) {what}", side="end"),
        say("(question|questions)", side="end", what=QUESTION),
    )

    @property
    def scale(self) -> Scale:
        """Sentences are a share of sentences."""
        return "sentence"

    def fault(self) -> str | None:
        """An argument and something else do not both stand at its start, or at its end."""
        both = self.side != "anywhere" and self.what.least > 1 and len({item.single for item in self.what.items}) > 1
        return "a sentence starts and ends with one thing" if both else None

    def spans(self, run: Run, column: str | None) -> Spans:
        """From the first token of each such sentence to behind its last."""
        index = run.index(column)
        numbers = index.sentence
        enough: list[Positions] = []
        for item in self.what.items:
            found = run.spans((item,), column, edge=None if self.side == "anywhere" else self.side)
            found = found.keep(found.start < found.end)
            within = numbers[found.start] == numbers[found.end - 1]
            if self.side != "anywhere":
                at = numbers[found.start]
                within &= ~cut(index, found, self.side)
                words = index.words_before
                if self.side == "start":
                    within &= words[np.searchsorted(numbers, at, "left")] == words[found.start]
                else:
                    within &= words[np.searchsorted(numbers, at, "right")] == words[found.end]
            enough.append(np.unique(numbers[found.start[within]]))
        sentences, often = np.unique(np.concatenate(enough), return_counts=True)
        sentences = sentences[often >= self.what.least]
        start = np.searchsorted(numbers, sentences, "left")
        end = np.searchsorted(numbers, sentences, "right")
        return Spans(start, end, index.token_row[start].astype(np.int64))
