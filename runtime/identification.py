"""What votes can and cannot tell about labeling functions, said by name before anything is fitted."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy.stats import binom

from ..grammar.diagnostics import Diagnostic, problem
from .dependence import PairCounts
from .vote_codes import Floats

_NAMED = 5  # so many LFs are listed by name
_SURELY = 0.01


def examine(
    pairs: PairCounts, lf_of: npt.NDArray[np.intp], *, labels: Sequence[str], lf_names: Sequence[str]
) -> tuple[list[Diagnostic], bool]:
    """Findings about votes without gold, and whether they can tell the accuracies of their LFs at all.

    They can if at least three labeling functions (LFs) overlap pairwise: a latent class model of fewer has more
    parameters than the votes have degrees of freedom (Dawid and Skene 1979; Ratner et al. 2019, section 3).
    ``pairs`` counts distinct LFs; ``lf_of`` ``(m,)`` says which of them each LF is, and ``lf_names`` are of all.
    """
    k, m = len(labels), pairs.lfs
    voted = np.zeros((m, k), dtype=bool)
    voted[pairs.lf, pairs.label] = True
    if not voted.any():
        return [problem("SAY321", rows=round(pairs.rows))], False
    found: list[Diagnostic] = []
    votes_at_all: npt.NDArray[np.bool_] = np.any(voted, axis=1)
    silent = np.flatnonzero(~votes_at_all[lf_of])
    if len(silent):
        found.append(
            problem("SAY320", count=len(silent), total=len(lf_of), lfs=listed([lf_names[int(j)] for j in silent]))
        )
    used = [bool(column.any()) for column in voted.T]
    if sum(used) == 1:
        others = [label for label, seen in zip(labels, used, strict=True) if not seen]
        return [*found, problem("SAY322", label=labels[used.index(True)], others=listed(others))], False
    if not all(used):
        unused = [label for label, seen in zip(labels, used, strict=True) if not seen]
        found.append(problem("SAY329", labels=listed(unused)))
    overlap = np.zeros((m, m), dtype=bool)
    np.logical_or.at(overlap, (pairs.lf[:, None], pairs.lf[None, :]), pairs.together > 0.0)
    np.fill_diagonal(overlap, False)
    if not overlap.any():
        return [*found, problem("SAY324")], False
    edges = overlap.astype(np.int64)
    if not (edges @ edges * edges).any():
        return [*found, problem("SAY325")], False
    if (voted.sum(axis=1) <= 1).all():
        found.append(problem("SAY323"))
    return found, True


def contradicted(
    votes: npt.NDArray[np.int8], gold: npt.NDArray[np.int64], *, k: int, lf_names: Sequence[str]
) -> list[Diagnostic]:
    """LFs that gold labels (``(n,)``, -1 unknown) show to be wrong more often than chance, one finding each."""
    known = gold >= 0
    cast = votes[known] >= 0
    right = (votes[known] == gold[known, None]).sum(axis=0)
    total = cast.sum(axis=0)
    surely = (total > 0) & (binom.cdf(right, total, 1.0 / k) < _SURELY)
    return [
        problem("SAY328", lf=lf_names[int(j)], correct=int(right[j]), votes=int(total[j]))
        for j in np.flatnonzero(surely)
    ]


def degenerate(posterior: Floats, majority: Floats, weights: Floats, voted: npt.NDArray[np.bool_]) -> str | None:
    """Why a fit is no reading of the votes, or None; both ``(k, p)``, over patterns that weigh ``weights`` ``(p,)``.

    The latent classes of a mixture can swap their names or merge. Both show against majority vote on the rows where
    that has an opinion (``voted``): the two agree hardly better than by chance, or a label that majority vote gives
    to many rows is given to almost none.
    """
    k = len(posterior)
    own, other = posterior.argmax(axis=0), majority.argmax(axis=0)
    clear = voted & (majority.max(axis=0) > np.sort(majority, axis=0)[-2] + 1e-9)
    rows = weights * clear
    if rows.sum() == 0.0:
        return None
    agreement = float((rows * (own == other)).sum() / rows.sum())
    if agreement < 1.0 / k + 0.1:
        return f"they agree on {agreement:.0%} of the rows"
    shares, expected = (np.bincount(labels, rows, minlength=k) / rows.sum() for labels in (own, other))
    if np.any((expected > 0.05) & (shares < expected / 10.0)):
        return "one label takes the rows of another"
    return None


def listed(names: Sequence[str]) -> str:
    """The first few names, and how many more there are."""
    return ", ".join(list(names)[:_NAMED]) + (f" and {len(names) - _NAMED} more" if len(names) > _NAMED else "")
