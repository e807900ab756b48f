"""What a corpus shows of labeling functions: that they never or always vote, and which of their parts never matter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...corpora.text import folded_key
from ...grammar.diagnostics import Diagnostic, problem
from ...grammar.nodes import And, Or
from ...primitives.patterns import Words
from ...primitives.run import Run
from ..english import english
from ..evaluate import holds
from ..lf import LF

MANY = 1_000
"""With fewer rows than this it says little that a part of a function changes no vote."""


def lint_on_corpus(lfs: Sequence[LF], run: Run) -> Iterator[Diagnostic]:
    """SAY201 never votes; SAY202 always votes; SAY213 words that never occur; SAY214 parts that never matter."""
    rows, told = len(run), set[str]()
    for lf in lfs:
        mask = holds(lf.condition, run)
        missing = tuple(_missing(lf, run))
        if not mask.any():
            yield problem("SAY201", place=lf.place, notes=missing, name=lf.name, rows=rows)
            continue
        if mask.all():
            yield problem("SAY202", place=lf.place, name=lf.name, rows=rows)
            continue
        news = tuple(note for note in missing if note not in told)  # a list that many use is told of once
        told.update(news)
        if news:
            yield problem("SAY213", place=lf.place, notes=news, name=lf.name)
        idle = tuple(f"without any effect: {said}" for said in _idle(lf, run)) if rows >= MANY else ()
        if idle:
            yield problem("SAY214", place=lf.place, notes=idle, name=lf.name, rows=rows)


def _idle(lf: LF, run: Run) -> Iterator[str]:
    """The parts of an "and" or "or" without which the function votes the same on every row of the corpus."""
    condition = lf.condition
    if not isinstance(condition, (And, Or)):
        return
    mask = holds(condition, run)
    for item in condition.items:
        rest = tuple(other for other in condition.items if other is not item)
        if bool((holds(type(condition)(rest), run) == mask).all()):
            yield english(item)


def _missing(lf: LF, run: Run) -> Iterator[str]:
    """For each quoted word that the corpus lacks: that it does, and how many longer words contain it."""
    columns = run.corpus.text
    for node in lf.condition.walk() if columns else ():
        if isinstance(node, Words) and not any(len(run.spans((node,), column)) for column in columns):
            forms = run.index(None).vocabulary.folded.strings
            key = folded_key(node.text)
            others = [form for form in forms if key in form][:1000]
            hint = f"; it is part of {len(others)} others, such as {', '.join(others[:3])}" if others else ""
            yield f'"{node.text}" is no word of this corpus{hint}'
