"""The readings of an explanation: which are preferred, and which the data at hand speak against.

Readings of equal meaning are one. They are ranked by cost: what each rule of the grammar adds stands in the ``COSTS``
of :mod:`.rules`, and docs/design.md says what is preferred. Then each of :data:`FILTERS` removes those that it has a
reason against. The reason is kept as a diagnostic, and no filter removes the last reading: where all of them fail, the
filter says nothing about which one was meant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from ..corpora.corpus import Corpus
from ..grammar.diagnostics import Diagnostic, problem
from ..grammar.nodes import Condition
from ..primitives.base import Mask
from ..primitives.run import Run
from .english import english
from .evaluate import holds, shared_nodes
from .passes import canonical

ENOUGH = 100
"""On fewer rows, nothing follows from a reading that votes nowhere, everywhere, or where another function does."""

IMPROBABLE = 0.05
"""A reading goes if one that only guesses would be as often wrong on the dev set with less than this probability."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to understand an explanation.

    Attributes:
        condition: what it means, in canonical form.
        cost: what its rules add up to; the reading with the lowest cost is preferred.
        removed: what speaks against it; None if nothing does.
    """

    condition: Condition
    cost: int = 0
    removed: Diagnostic | None = None

    @property
    def english(self) -> str:
        """The condition in English."""
        return english(self.condition)

    def to_json(self) -> dict[str, Any]:
        """The reading as JSON-ready data."""
        why = None if self.removed is None else {"code": self.removed.code, "message": self.removed.message}
        return {
            "english": self.english,
            "condition": self.condition.to_json(),
            "cost": self.cost,
            "removed": why,
        }


@dataclass(frozen=True)
class Evidence:
    """What is known of the data that an explanation is about.

    Attributes:
        label: the label that the explanation votes for, an index.
        example: the row that it was given for, as a corpus of one row.
        dev: labeled rows.
        gold: their labels, int (n,), -1 where unknown.
        corpus: rows without labels.
        taken: the conditions of the other functions that vote for the same label, by their names.
        readings: the conditions of all readings of the explanation.
        run: an evaluation over the corpus that may know some of the votes already.
    """

    label: int
    example: Corpus | None = None
    dev: Corpus | None = None
    gold: npt.NDArray[np.integer[Any]] | None = None
    corpus: Corpus | None = None
    taken: Mapping[str, Condition] = field(default_factory=dict)
    readings: tuple[Condition, ...] = ()
    run: Run | None = None

    def on_example(self, reading: Reading) -> bool | None:
        """Whether the reading holds on the row that it was given for; None if there is no such row."""
        return None if self.example is None else bool(holds(reading.condition, Run(self.example))[0])

    def on_dev(self, reading: Reading) -> Mask | None:
        """Where the reading holds in the dev set."""
        return None if self._dev_run is None else holds(reading.condition, self._dev_run)

    def on_corpus(self, reading: Reading) -> Mask | None:
        """Where the reading holds in the corpus, if that has rows enough to tell."""
        return None if self._run is None else holds(reading.condition, self._run)

    @cached_property
    def votes(self) -> Mapping[str, Mask]:
        """Where the other functions vote in the corpus."""
        run = self._run
        return {} if run is None else {name: holds(condition, run) for name, condition in self.taken.items()}

    @cached_property
    def _dev_run(self) -> Run | None:
        return None if self.dev is None else Run(self.dev)

    @cached_property
    def _run(self) -> Run | None:
        if self.corpus is None or len(self.corpus) < ENOUGH:
            return None
        return self.run or Run(self.corpus, shared_nodes(self.readings) | frozenset(self.readings))


Filter = Callable[[Reading, Evidence], Diagnostic | None]
"""What speaks against a reading; None if nothing does."""


def grouped(meanings: Iterable[tuple[int, Condition]]) -> list[Reading]:
    """The readings of an explanation, one for each meaning, the preferred one first."""
    cheapest: dict[Condition, int] = {}
    for cost, condition in meanings:
        own = canonical(condition)
        cheapest[own] = min(cost, cheapest.get(own, cost))
    return sorted((Reading(condition, cost) for condition, cost in cheapest.items()), key=lambda r: r.cost)


def sift(readings: list[Reading], evidence: Evidence) -> list[Reading]:
    """The readings in the same order, marked as removed where the data speak against them; at least one survives."""
    evidence = replace(evidence, readings=tuple(reading.condition for reading in readings))
    for test in FILTERS:
        if sum(reading.removed is None for reading in readings) < 2:
            break
        tried = [r if r.removed else replace(r, removed=test(r, evidence)) for r in readings]
        if any(reading.removed is None for reading in tried):
            readings = tried
    return readings


def surviving(readings: Iterable[Reading]) -> Iterator[Reading]:
    """Those that nothing speaks against, the preferred one first."""
    return (reading for reading in readings if reading.removed is None)


# -- filters -------------------------------------------------------------------------------------------------


def contradicts_example(reading: Reading, evidence: Evidence) -> Diagnostic | None:
    """It does not hold on the row that the explanation was given for."""
    return problem("SAY220") if evidence.on_example(reading) is False else None


def contradicts_dev(reading: Reading, evidence: Evidence) -> Diagnostic | None:
    """On the dev set it is wrong more often than guessing would be.

    Of the rows with a known label on which it votes, as many or fewer would have its label with a probability below
    :data:`IMPROBABLE` if these rows were drawn at random (a one-sided binomial test against the label's share).
    """
    where = evidence.on_dev(reading)
    if where is None or evidence.gold is None:
        return None
    known = evidence.gold >= 0
    votes = int((where & known).sum())
    right = int((where & (evidence.gold == evidence.label)).sum())
    share = float((evidence.gold[known] == evidence.label).mean()) if known.any() else 0.0
    if votes == 0 or at_most(right, votes, share) >= IMPROBABLE:
        return None
    return problem("SAY221", right=right, votes=votes, share=f"{share:.0%}")


def never_votes(reading: Reading, evidence: Evidence) -> Diagnostic | None:
    """It holds nowhere on the corpus."""
    where = evidence.on_corpus(reading)
    return problem("SAY222", rows=len(where)) if where is not None and not where.any() else None


def always_votes(reading: Reading, evidence: Evidence) -> Diagnostic | None:
    """It holds on every row of the corpus."""
    where = evidence.on_corpus(reading)
    return problem("SAY223", rows=len(where)) if where is not None and where.all() else None


def repeats(reading: Reading, evidence: Evidence) -> Diagnostic | None:
    """It votes like another function that says something else. One that says the same is a matter for the lints."""
    where = evidence.on_corpus(reading) if evidence.taken else None
    if where is None or reading.condition in evidence.taken.values():
        return None
    other = next((name for name, votes in evidence.votes.items() if np.array_equal(votes, where)), None)
    return None if other is None else problem("SAY224", other=other)


FILTERS: tuple[Filter, ...] = (contradicts_example, contradicts_dev, never_votes, always_votes, repeats)
"""What removes readings, in this order."""


def at_most(right: int, votes: int, share: float) -> float:
    """The probability that at most ``right`` of ``votes`` rows have a label whose share is ``share``.

    >>> round(at_most(1, 3, 0.5), 3)
    0.5
    """
    from scipy.stats import binom

    return float(binom.cdf(right, votes, share))
