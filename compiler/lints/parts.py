"""Parts of a labeling function that add nothing, by proof, and conditions that hold nowhere or everywhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...grammar.diagnostics import Diagnostic, problem
from ...grammar.nodes import Condition, Or
from ..analysis import constant, impossible
from ..english import english
from ..lf import LF
from ..simplify import simplify


def lint_parts(lfs: Sequence[LF]) -> Iterator[Diagnostic]:
    """SAY211 a part adds nothing; SAY212 it can hold on no row; SAY217 a branch cannot; SAY219 it always holds."""
    for lf in lfs:
        if impossible(lf.condition):
            yield problem("SAY212", place=lf.place, name=lf.name)
            continue
        if constant(lf.condition):
            yield problem("SAY219", place=lf.place, name=lf.name)
            continue
        shorter = simplify(lf.condition)
        if shorter != lf.condition:
            code = "SAY217" if _unreachable(lf.condition) else "SAY211"
            yield problem(code, place=lf.place, name=lf.name, shorter=english(shorter))


def _unreachable(condition: Condition) -> bool:
    """Whether a branch of an "or" in it can hold on no row."""
    branches = [item for node in condition.walk() if isinstance(node, Or) for item in node.items]
    return any(map(impossible, branches))
