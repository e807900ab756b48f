"""What is to be said of labeling functions that were understood: they never vote, say the same, contradict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..corpora.corpus import Corpus
from ..corpora.text import folded_key
from ..grammar.diagnostics import Diagnostic, Place, problem
from ..primitives.patterns import Words
from ..primitives.run import Run
from .analysis import relation
from .evaluate import holds, shared_nodes
from .lf import LF


def lint(lfs: Sequence[LF], corpus: Corpus | None) -> Iterator[Diagnostic]:
    """All lints of a program; those that need data only with a corpus."""
    yield from _pairs(lfs)
    if corpus is not None:
        yield from _on(lfs, corpus)


def _place(lf: LF) -> Place | None:
    return lf.explanation.place() if lf.explanation else None


def _pairs(lfs: Sequence[LF]) -> Iterator[Diagnostic]:
    """Functions that equal, contradict or are subsumed by an earlier one, by proof."""
    for j, lf in enumerate(lfs):
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


def _on(lfs: Sequence[LF], corpus: Corpus) -> Iterator[Diagnostic]:
    """Functions that never or always vote on the corpus, and the phrases that it lacks."""
    run = Run(corpus, shared_nodes([lf.condition for lf in lfs]))
    for lf in lfs:
        mask = holds(lf.condition, run)
        if not mask.any():
            notes = tuple(_missing(lf, run))
            yield problem("SAY201", place=_place(lf), notes=notes, name=lf.name, rows=len(corpus))
        elif mask.all():
            yield problem("SAY202", place=_place(lf), name=lf.name, rows=len(corpus))


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
