"""Why a row gets its label: which labeling functions vote, on which words, and with what weight."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from ..compiler.evaluate import holds
from ..compiler.lf import LF
from ..compiler.program import Program
from ..corpora.corpus import Corpus
from ..grammar.diagnostics import Place, SaysoError, problem
from ..grammar.nodes import And, Compare, Condition, Node, Not, Or, Region
from ..grammar.task import ABSTAIN
from ..primitives.base import Place as Area
from ..primitives.base import Sought
from ..primitives.run import Run
from .vote_model import VoteModel

EVERYWHERE = 0.5
"""A pattern that matches more than this share of the tokens (a word, a letter) points at nothing."""


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """Characters ``start`` up to ``end`` of a text column."""

    column: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reason:
    """A labeling function that votes on the row, where in the text it finds its reasons, and what its vote weighs.

    ``evidence`` is in nats, positive for the label that the row gets; ``words`` says the same.
    """

    lf: LF
    label: str
    spots: tuple[Spot, ...]
    evidence: float
    words: str


@dataclass(frozen=True, slots=True)
class RowStory:
    """Why one row gets its label.

    ``prior`` and ``silence`` (all abstentions together) are evidence in nats, as in :class:`Reason`.
    """

    row: int
    texts: dict[str, str | None]
    label: str
    against: str
    probabilities: dict[str, float]
    reasons: tuple[Reason, ...]
    prior: float
    silence: float
    abstaining: int

    @property
    def spots(self) -> tuple[Spot, ...]:
        """All places that some labeling function points at, overlapping ones merged."""
        out: list[Spot] = []
        for spot in sorted({spot for reason in self.reasons for spot in reason.spots}):
            last = out[-1] if out else None
            if last is not None and last.column == spot.column and spot.start <= last.end:
                out[-1] = Spot(last.column, last.start, max(last.end, spot.end))
            else:
                out.append(spot)
        return tuple(out)


def story(program: Program, model: VoteModel, corpus: Corpus, row: int) -> RowStory:
    """Why row ``row`` (counted from 0) gets its label from the label model.

    Raises:
        SaysoError: SAY511 if there is no such row.
    """
    if not 0 <= row < len(corpus):
        place = Place(corpus.source) if corpus.source else None
        raise SaysoError(problem("SAY511", place=place, row=row, last=len(corpus) - 1))
    one = corpus.take([row])
    votes: npt.NDArray[np.int8] = program.apply(one).votes[0]
    told: dict[str, Any] = model.explain(votes)
    own = {item["lf"]: item for item in told["votes"]}
    by_name = {lf.name: lf for lf in program.lfs}
    reasons = tuple(
        Reason(by_name[name], item["vote"], tuple(spots(by_name[name].condition, one)), item["evidence"], item["words"])
        for name, item in own.items()
    )
    return RowStory(
        row=row,
        texts={name: one.strings(name)[0] for name in one.text},
        label=told["label"],
        against=told["against"],
        probabilities=told["probabilities"],
        reasons=reasons,
        prior=told["prior"],
        silence=told["silence"],
        abstaining=int((votes == ABSTAIN).sum()),
    )


def spots(condition: Condition, row: Corpus) -> list[Spot]:
    """The places in a corpus of one row at which a condition that holds there finds what it looks for."""
    return sorted(set(_spots(condition, Run(row))))


def _spots(condition: Node, run: Run) -> Iterator[Spot]:
    if isinstance(condition, (And, Or)):
        for item in condition.items:
            if holds(item, run)[0]:
                yield from _spots(item, run)
    elif isinstance(condition, Compare):
        yield from _spots(condition.quantity, run)
    elif not isinstance(condition, Not):
        where = next((value for _, value in condition.slots() if isinstance(value, Region)), None)
        for pattern in _patterns(condition):
            yield from _found(pattern, where, run)


def _patterns(node: Node) -> Iterator[Sought]:
    """The patterns of an observation, those of its region left out."""
    for child in node.children():
        if isinstance(child, Sought):
            yield child
        elif not isinstance(child, Region):
            yield from _patterns(child)


def _found(pattern: Sought, where: Any, run: Run) -> Iterator[Spot]:
    """The occurrences of a pattern in the region ``where`` as places in the text."""
    name = getattr(where, "column", None)
    column = run.corpus.text[0] if name is None else name
    index = run.index(name)
    found = where.found(run, (pattern,)) if isinstance(where, Area) else pattern.spans(run, name)
    if len(found) > 3 and int((found.end - found.start).sum()) > EVERYWHERE * len(index.tokens):
        return
    for start, end in zip(found.start.tolist(), found.end.tolist(), strict=True):
        if end > start:
            form = str(index.vocabulary.forms[int(index.tokens[end - 1])])
            yield Spot(column, int(index.token_start[start]), int(index.token_start[end - 1]) + len(form))
