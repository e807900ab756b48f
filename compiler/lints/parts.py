"""Parts of a labeling function that add nothing, by proof, and conditions that hold nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...grammar.diagnostics import Diagnostic, problem
from ..analysis import impossible
from ..english import english
from ..lf import LF
from ..simplify import simplify


def lint_parts(lfs: Sequence[LF]) -> Iterator[Diagnostic]:
    """SAY211 a part adds nothing; SAY212 it can hold on no row."""
    for lf in lfs:
        if impossible(lf.condition):
            yield problem("SAY212", place=lf.place, name=lf.name)
            continue
        shorter = simplify(lf.condition)
        if shorter != lf.condition:
            yield problem("SAY211", place=lf.place, name=lf.name, shorter=english(shorter))
