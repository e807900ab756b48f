"""What is to be said of labeling functions that were understood: they never vote, say the same, contradict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

import numpy as np

from ..corpora.corpus import Corpus
from ..corpora.text import folded_key
from ..grammar.diagnostics import Diagnostic, Place, problem
from ..primitives.base import Mask
from ..primitives.patterns import Words
from ..primitives.run import Run
from .ambiguity import surviving
from .analysis import relation
from .evaluate import holds, shared_nodes
from .lf import LF

SHOWN = 3
"""How many other readings a note shows."""


def lint(lfs: Sequence[LF], corpus: Corpus | None, since: int = 0, run: Run | None = None) -> Iterator[Diagnostic]:
    """All lints of the functions from number ``since`` on; those that need data only with a corpus.

    ``run`` is an evaluation over the corpus that may know some of the votes already.
    """
    yield from _pairs(lfs, since)
    yield from _unexpected(lfs[since:])
    if corpus is not None:
        yield from _on(lfs[since:], corpus, run or Run(corpus, shared_nodes([lf.condition for lf in lfs])))


def _place(lf: LF) -> Place | None:
    return lf.explanation.place() if lf.explanation else None


def _pairs(lfs: Sequence[LF], since: int) -> Iterator[Diagnostic]:
    """Functions that equal, contradict or are subsumed by an earlier one, by proof."""
    for j, lf in enumerate(lfs[since:], start=since):
        for other in lfs[:j]:
            found = relation(lf.condition, other.condition)
            same = lf.label == other.label
            if found == "equal":
                yield problem("SAY203" if same else "SAY205", place=_place(lf), name=lf.name, other=other.name)
                break
            if found in ("implies", "implied") and same:
                narrow, wide = (lf, other) if found == "implies" else (other, lf)
                yield problem("SAY204", place=_place(narrow), name=narrow.name, other=wide.name)
                break


def _on(lfs: Sequence[LF], corpus: Corpus, run: Run) -> Iterator[Diagnostic]:
    """Functions that never or always vote on the corpus, and the phrases that it lacks."""
    for lf in lfs:
        mask = holds(lf.condition, run)
        if not mask.any():
            notes = tuple(_missing(lf, run))
            yield problem("SAY201", place=_place(lf), notes=notes, name=lf.name, rows=len(corpus))
        elif mask.all():
            yield problem("SAY202", place=_place(lf), name=lf.name, rows=len(corpus))
        notes = tuple(islice(_differing(lf, mask, run), SHOWN))
        if notes:
            label = lf.task.labels[lf.label]
            yield problem("SAY209", place=_place(lf), notes=notes, name=lf.name, label=label)


def _differing(lf: LF, mask: Mask, run: Run) -> Iterator[str]:
    """The other readings that survived and vote differently, each with a row that shows it."""
    texts = run.corpus.strings(run.corpus.text[0])
    for reading in surviving(lf.alternatives):
        rows = np.flatnonzero(holds(reading.condition, run) != mask)
        if len(rows):
            row = int(rows[0])
            where = "only this one" if not mask[row] else "only the one taken"
            text = str(texts[row])
            shown = text if len(text) <= 60 else text[:59] + "…"
            yield f"or: {reading.english} (they differ on {len(rows)} rows; in row {row}, {where} holds: {shown})"


def _unexpected(lfs: Sequence[LF]) -> Iterator[Diagnostic]:
    """Functions whose words suggest another reading, which the data spoke against."""
    for lf in lfs:
        first = next((r for r in lf.alternatives if r.removed is not None and r.cost < lf.cost), None)
        if first is not None and first.removed is not None:
            notes = (f"first: {first.english}", f"but {first.removed.message}", f"taken: {lf.when}")
            yield problem("SAY210", place=_place(lf), notes=notes, name=lf.name)


def _missing(lf: LF, run: Run) -> Iterator[str]:
    """For each quoted word that the corpus lacks: that it does, and how many longer words contain it."""
    for node in lf.condition.walk():
        if isinstance(node, Words):
            spans = run.spans((node,), None)
            if len(spans) == 0:
                forms = run.index(None).vocabulary.folded.strings
                key = folded_key(node.text)
                others = [form for form in forms if key in form][:1000]
                hint = f"; it is part of {len(others)} others, such as {', '.join(others[:3])}" if others else ""
                yield f'"{node.text}" is no word of this corpus{hint}'
