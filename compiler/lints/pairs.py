"""Labeling functions that repeat or contradict an earlier one, by proof."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ...grammar.diagnostics import Diagnostic, problem
from ...grammar.nodes import Condition, Interval
from ..analysis import impossible
from ..lf import LF
from ..relations import Relations


def lint_pairs(lfs: Sequence[LF], since: int) -> Iterator[Diagnostic]:
    """SAY203 the same; SAY204 subsumed; SAY205, SAY216 contradictory; SAY215 the same with another number."""
    relations = Relations([lf.condition for lf in lfs])
    for j, lf in enumerate(lfs[since:], start=since):
        found = [(relations.between(j, i), other) for i, other in enumerate(lfs[:j])]
        related = [(how, other) for how, other in found if how in ("equal", "implies", "implied")]
        related = [(how, other) for how, other in related if not impossible(other.condition)]  # of which SAY212 tells
        if related and not impossible(lf.condition):  # the closest one is told
            how, other = min(
                related, key=lambda own: (own[0] != "equal", own[0] == "equal" and own[1].label != lf.label)
            )
            narrow, wide = (other, lf) if how == "implied" else (lf, other)
            code = _code(narrow, wide, equal=how == "equal")
            yield problem(code, place=narrow.place, name=narrow.name, other=wide.name)


def _code(narrow: LF, wide: LF, *, equal: bool) -> str:
    """What is the matter with a function that implies, or equals, another one."""
    same = narrow.label == wide.label
    if equal:
        return "SAY203" if same else "SAY205"
    if not same:
        return "SAY216"
    return "SAY215" if without_numbers(narrow.condition) == without_numbers(wide.condition) else "SAY204"


def without_numbers(condition: Condition) -> Any:
    """The condition with every number taken out: equal for two that differ in their numbers alone."""

    def strip(node: Any) -> Any:
        if isinstance(node, Interval):
            return Interval(None if node.low is None else 0, None if node.high is None else 0)
        plain = node.map(strip)
        counts = {
            name: 0 for name, value in plain.slots() if isinstance(value, (int, float)) and not isinstance(value, bool)
        }
        return replace(plain, **counts)

    return strip(condition)
