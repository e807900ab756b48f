"""Vague amounts filled from labeled rows: how long "long" is, how many "many" are, as far as a dev set can tell.

A vague amount has a stated default. Other thresholds are tried, the quantiles of what is measured over the corpus, and
the one with the best F-measure on the dev set is taken, its precision smoothed by one row of the label's share. The
default stays unless the rows that another threshold adds are of the label more often than rows drawn at random would be
(or those that it drops less often): a one-sided binomial test at 5 %, divided by the number of thresholds tried.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from ..corpora.corpus import Corpus
from ..grammar.nodes import Compare, Condition, Interval
from ..primitives.arithmetic import measured
from ..primitives.base import Mask, Measurement
from ..primitives.run import Run
from .ambiguity import IMPROBABLE, at_most
from .beside import MARK, Amounts, Read, has_mark, moved, one_ended
from .evaluate import holds
from .lexemes import Lexeme, Remark
from .passes import canonical
from .reader import Result
from .wording import vague

DECILES = tuple(range(10, 100, 10))
"""The quantiles that are tried, in percent."""


@dataclass(frozen=True, slots=True)
class Labeled:
    """Labeled rows, and what the explanation votes for.

    Attributes:
        rows: the dev set.
        gold: its labels, int (n,), -1 where unknown.
        label: the label that the explanation votes for.
    """

    rows: Corpus
    gold: npt.NDArray[np.integer[Any]]
    label: int

    def where(self, condition: Condition) -> Mask:
        """Where the condition holds among the rows with a known label."""
        return holds(condition, Run(self.rows)) & (self.gold >= 0)

    def right(self, where: Mask) -> int:
        """How many of these rows have the label."""
        return int((where & (self.gold == self.label)).sum())

    @property
    def share(self) -> float:
        """The share of the label."""
        known = self.gold >= 0
        return float((self.gold[known] == self.label).mean()) if known.any() else 0.0

    def score(self, where: Mask) -> float:
        """The F-measure of a vote on these rows, its precision smoothed."""
        right, total = self.right(where), self.right(self.gold >= 0)
        precision = (right + self.share) / (int(where.sum()) + 1)
        recall = right / max(total, 1)
        return 2 * precision * recall / max(precision + recall, 1e-12)

    def improbable(self, where: Mask, default: Mask) -> float:
        """How probable the labels of the rows told differently would be if these were drawn at random."""
        more, less = where & ~default, default & ~where
        if more.any() == less.any():
            return 1.0
        changed, share = (more, 1 - self.share) if more.any() else (less, self.share)
        votes, right = int(changed.sum()), self.right(changed)
        return at_most(votes - right if more.any() else right, votes, share)


def filled(read: Read, labeled: Labeled, corpus: Corpus) -> Result:
    """The explanation with its vague amounts as the dev set speaks for them, and a remark for each that changed."""
    amounts: Amounts = {}
    remarks: dict[int, Remark] = {}
    result = read(amounts)
    for lexeme, default in one_ended(result.lexemes):
        if result.meanings:
            found = _threshold(lexeme, default, amounts, read, labeled, corpus)
            if found is not None:
                amounts[lexeme.start], remarks[lexeme.start] = found
    if not remarks:
        return result
    result = read(amounts)
    result.lexed.remarks = [
        replace(remarks[remark.start], found=remark.found) if remark.start in remarks else remark
        for remark in result.lexed.remarks
    ]
    return result


def _threshold(
    lexeme: Lexeme, default: Interval, amounts: Amounts, read: Read, labeled: Labeled, corpus: Corpus
) -> tuple[Interval, Remark] | None:
    """The amount that the dev set speaks for instead of the default, if any."""

    def meant(threshold: float) -> Condition | None:
        meanings = read({**amounts, lexeme.start: moved(default, threshold)}).meanings
        return canonical(meanings[0][1]) if meanings else None

    tried: list[int] = [n for n in candidates(meant(MARK), corpus) if moved(default, n) != default]
    usual = meant(default.low if default.low is not None else default.high or 0)
    if not tried or usual is None:
        return None
    before = labeled.where(usual)
    found = [(labeled.where(condition), n) for n in tried if (condition := meant(n)) is not None]
    where, threshold = max(found, key=lambda pair: labeled.score(pair[0]))
    better = labeled.score(where) > labeled.score(before)
    if not better or labeled.improbable(where, before) >= IMPROBABLE / len(tried):
        return None
    amount, words = moved(default, threshold), " words" if lexeme.terminal == "VAGUE_LENGTH" else ""
    taken = f"{vague(amount, words)} (right for {labeled.right(where)} of {int(where.sum())} labeled rows) and not as "
    remark = Remark("SAY138", lexeme.start, lexeme.end, "", taken + vague(default, words))
    return amount, remark


def candidates(marked: Condition | None, corpus: Corpus) -> Iterator[int]:
    """The thresholds to try: the quantiles of the quantity with the mark, if there is only one."""
    if marked is None:
        return
    about = {node.quantity for node in marked.walk() if isinstance(node, Compare) and has_mark(node.interval)}
    if len(about) != 1 or not isinstance(quantity := about.pop(), Measurement):
        return
    values = measured(quantity, Run(corpus))
    values = values[~np.isnan(values)]
    if len(values):
        yield from dict.fromkeys(round(float(n)) for n in np.percentile(values, DECILES) if n >= 1)
