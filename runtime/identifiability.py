"""Which labeling functions' accuracies votes alone cannot tell, and why: said before anything is fitted."""

from __future__ import annotations

import numpy as np

from ..compiler.structure import Structure
from ..corpora.label_matrix import LabelMatrix
from ..grammar.diagnostics import Diagnostic, problem
from .identification import listed

SILENT = "it never votes"


def untold(matrix: LabelMatrix, structure: Structure) -> list[tuple[int, str]]:
    """The labeling functions (LFs) whose accuracy cannot be estimated without gold labels, each with the reason.

    An accuracy shows in how an LF agrees with two others that agree with each other, all three independent given the
    label: three agreements for three accuracies. Fewer agreements fit any accuracy (A. Ratner et al., *Training complex
    models with multi-task weak supervision*, AAAI 2019, section 3). LFs that repeat each other are not independent.
    """
    overlap = matrix.overlaps() > 0
    votes = np.diag(overlap)
    meets = overlap & ~np.eye(len(overlap), dtype=bool)
    free = meets.copy()
    for i, j in structure.pairs:
        free[i, j] = free[j, i] = False
    steps = free.astype(np.int64)
    told = ((steps @ steps) * steps).any(axis=1)
    reasons = []
    for lf in np.flatnonzero(~told).tolist():
        if not votes[lf]:
            why = SILENT
        elif not meets[lf].any():
            why = "it votes on no row on which another does"
        elif not free[lf].any():
            why = "it meets only functions that repeat it"
        else:
            why = "no two of the functions that it meets meet each other and are independent of it"
        reasons.append((lf, why))
    return reasons


def remark(matrix: LabelMatrix, structure: Structure) -> Diagnostic | None:
    """SAY331: the LFs that vote and whose accuracy cannot be told, with the reasons; None if there are none."""
    found = [(matrix.lf_names[lf], why) for lf, why in untold(matrix, structure) if why != SILENT]
    if not found:
        return None
    reasons = dict.fromkeys(why for _, why in found)
    notes = tuple(f"{listed([name for name, own in found if own == why])}: {why}" for why in reasons)
    lfs = listed([name for name, _ in found])
    return problem("SAY331", notes=notes, count=len(found), total=len(matrix.lf_names), lfs=lfs)
