"""A primitive of one's own: how long words are on average.

sayso --with examples/word_length.py check hard.say comments.csv
"""

from __future__ import annotations

import numpy as np
from sayso.compiler.extending import Kind, Measurement, Numbers, Place, Run, primitive, say, total_of


@primitive
class WordLength(Measurement):
    """The average number of letters per word."""

    where: Place

    phrases = (
        say("{where} has {amount} letters per word"),
        say("the words have {amount} letters on average [{where}]"),
    )
    example = "the words have more than 6 letters on average"

    def measure(self, run: Run) -> Numbers:
        """The average per row; NaN, which is neither long nor short, where there is no word."""
        letters, words = (total_of((Kind(name),), self.where, run) for name in ("letter", "word"))
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.where(words > 0, letters / words, np.nan)
