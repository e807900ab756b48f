"""Explanations that can be read in more than one way, where the ways differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

import numpy as np

from ...grammar.diagnostics import Diagnostic, problem
from ...primitives.run import Run
from ..ambiguity import surviving
from ..evaluate import holds
from ..lf import LF

SHOWN = 3
"""How many other readings a note shows."""

NEAR = 4
"""Readings whose cost is higher than that of the one taken by more than this are not worth a note."""


def lint_unexpected(lfs: Sequence[LF]) -> Iterator[Diagnostic]:
    """SAY210 the data spoke against what the words suggest."""
    for lf in lfs:
        first = next((r for r in lf.alternatives if r.removed is not None and r.cost < lf.cost), None)
        if first is not None and first.removed is not None:
            why = (f"first: {first.english}", f"but {first.removed.message}", f"taken: {lf.when}")
            yield problem("SAY210", place=lf.place, notes=why, name=lf.name)


def lint_readings(lfs: Sequence[LF], run: Run) -> Iterator[Diagnostic]:
    """SAY209 another reading votes differently."""
    for lf in lfs:
        notes = tuple(islice(_differing(lf, run), SHOWN))
        if notes:
            label = lf.task.labels[lf.label]
            yield problem("SAY209", place=lf.place, notes=notes, name=lf.name, label=label)


def _differing(lf: LF, run: Run) -> Iterator[str]:
    """The other readings that survived and vote differently, each with a row that shows it."""
    alternatives = [reading for reading in surviving(lf.alternatives) if reading.cost <= lf.cost + NEAR]
    mask = holds(lf.condition, run) if alternatives else None
    for reading in alternatives:
        rows = np.flatnonzero(holds(reading.condition, run) != mask)
        if len(rows):
            row = int(rows[0])
            where = "only this one" if holds(reading.condition, run)[row] else "only the one taken"
            values = run.corpus.row(row)
            text = str(values[run.corpus.text[0]] if run.corpus.text else values)
            shown = text if len(text) <= 60 else text[:59] + "…"
            yield f"or: {reading.english} (they differ on {len(rows)} rows; in row {row}, {where} holds: {shown})"
