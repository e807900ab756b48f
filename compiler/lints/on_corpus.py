"""What a corpus shows of labeling functions: that they never or always vote, and which of their parts never matter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ...corpora.text import folded_key
from ...grammar.diagnostics import Diagnostic, problem
from ...grammar.nodes import And, Compare, Condition, Interval, Node, Or
from ...primitives.base import Place
from ...primitives.patterns import Words
from ...primitives.run import Run
from ..english import english
from ..evaluate import holds
from ..lf import LF
from ..passes import canonical

MANY = 1_000
"""With fewer rows than this it says little that a part of a function changes no vote."""

LISTED = 5
"""Of words that never occur, so many are shown."""


def lint_on_corpus(lfs: Sequence[LF], run: Run) -> Iterator[Diagnostic]:
    """SAY201 never votes; SAY202 always votes; SAY213 words that never occur; SAY214, SAY218 what never matters."""
    rows, told = len(run), set[str]()
    for lf in lfs:
        mask = holds(lf.condition, run)
        missing = tuple(_missing(lf, run))
        if not mask.any():
            yield problem("SAY201", place=lf.place, notes=_some(missing), name=lf.name, rows=rows)
            continue
        if mask.all():
            yield problem("SAY202", place=lf.place, name=lf.name, rows=rows)
            continue
        news = tuple(note for note in missing if note not in told)  # a list that many use is told of once
        told.update(news)
        if news:
            yield problem("SAY213", place=lf.place, notes=_some(news), name=lf.name)
        idle = tuple(f"without any effect: {said}" for said in _idle(lf, run)) if rows >= MANY else ()
        if idle:
            yield problem("SAY214", place=lf.place, notes=idle, name=lf.name, rows=rows)
            continue
        loose = tuple(f"the same votes: {english(other)}" for other in _loose(lf, run)) if rows >= MANY else ()
        if loose:
            yield problem("SAY218", place=lf.place, notes=loose, name=lf.name, rows=rows)


def _some(notes: tuple[str, ...]) -> tuple[str, ...]:
    """The first of many notes, and how many more there are."""
    rest = len(notes) - LISTED
    return notes if rest < 2 else (*notes[:LISTED], f"and {rest} more of its words do not occur")


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


def _loose(lf: LF, run: Run) -> Iterator[Condition]:
    """The condition without one of its numbers, where it votes the same on every row of the corpus."""
    mask = holds(lf.condition, run)
    for other in map(canonical, without_a_number(lf.condition)):
        if other != lf.condition and bool((holds(other, run) == mask).all()):
            yield other


def without_a_number(node: Any) -> Iterator[Any]:
    """The node with one number taken out, in each way: an end of an interval, a distance, the size of a portion."""
    if isinstance(node, Compare) and node.interval.low is not None and node.interval.high is not None:
        yield replace(node, interval=replace(node.interval, high=None, high_open=False))
        yield replace(node, interval=replace(node.interval, low=None, low_open=False))
    order = getattr(type(node), "order", {})
    for name, value in node.slots():
        if isinstance(node, Place) and isinstance(value, int) and order.get(name) == 1 and hasattr(node, "of"):
            yield node.of
        elif isinstance(value, Interval) and order.get(name) == 1 and value != Interval():
            yield replace(node, **{name: Interval()})
        elif isinstance(value, Node) and not isinstance(value, Interval):
            yield from (replace(node, **{name: other}) for other in without_a_number(value))
        elif isinstance(value, tuple):
            for i, item in enumerate(value):
                others = without_a_number(item) if isinstance(item, Node) else ()
                yield from (replace(node, **{name: (*value[:i], other, *value[i + 1 :])}) for other in others)


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
