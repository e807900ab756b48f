"""Which labeling functions' accuracies votes alone cannot tell, and why: said before anything is fitted."""

from __future__ import annotations

import numpy as np

from ..compiler.structure import Structure
from ..corpora.label_matrix import LabelMatrix


def untold(matrix: LabelMatrix, structure: Structure) -> list[tuple[int, str]]:
    """The labeling functions (LFs) whose accuracy cannot be estimated without gold labels, each with the reason.

    An accuracy shows in how an LF agrees with two others that agree with each other, all three independent given the
    label: three agreements for three accuracies. Fewer agreements fit any accuracy (A. Ratner et al., *Training complex
    models with multi-task weak supervision*, AAAI 2019, section 3). LFs that repeat each other, by way of others too,
    count as one.
    """
    overlap = matrix.overlaps() > 0
    votes = np.diag(overlap)
    meets = overlap & ~np.eye(len(overlap), dtype=bool)
    group = _groups(structure)
    free = meets & np.not_equal.outer(group, group)
    steps = free.astype(np.int64)
    told = ((steps @ steps) * steps).any(axis=1)
    reasons = []
    for lf in np.flatnonzero(~told).tolist():
        if not votes[lf]:
            why = "it never votes"
        elif not meets[lf].any():
            why = "it votes on no row on which another does"
        elif not free[lf].any():
            why = "it meets only functions that repeat it"
        else:
            why = "no two of the functions that it meets meet each other and are independent of it"
        reasons.append((lf, why))
    return reasons


def _groups(structure: Structure) -> np.ndarray:
    """For each LF the number of its group: LFs that repeat each other, directly or by way of others."""
    group = np.arange(len(structure.names))
    for i, j in structure.pairs:
        group[group == group[j]] = group[i]
    return group
