"""The vote that holds the fit: each labeling function weighs what its agreement with the others says.

Where agreement says nothing, this is majority vote. Labeling functions (LFs) of a clique that repeat each other speak
once, and all evidence is as sure as :mod:`.temperature` finds it deserves.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from .agreement import Agreement, Bools
from .label_em import Data, Evidence, vote_weight
from .temperature import groups_of, temperature
from .vote_codes import Floats, VoteCodes

ALIKE = 0.3
"""The share of majority vote in the anchor, an average of opinions: how much functions differ is never quite known."""

_ROWS = 4000  # distinct rows that the temperature is told from; more only cost


@dataclass(frozen=True, slots=True)
class Anchor:
    """``evidence`` and ``prior`` ``(k,)`` of the vote; ``weights`` ``(m, k)``, what ``temperature`` multiplied."""

    evidence: Evidence
    prior: Floats
    weights: Floats
    temperature: float


def agreement_anchor(
    data: Data, found: Agreement, k: int, repeats: Floats, apart: Bools, random_state: int | None
) -> Anchor:
    """The vote weighted by agreement, at the temperature that the votes ask for.

    ``repeats`` ``(m, m)``: how far votes of two LFs of a clique are one; ``apart`` ``(m, m)``: pairs that may be taken
    for independent.
    """
    counts = data.counts
    weights = found.weights(data.codes.tally(counts[None, :])[:, 1:, 0] / counts.sum())
    evidence = _evidence(data, weights, k, repeats)
    few, prior = _few(data, random_state), np.log(found.shares)[:, None]
    rank = np.argsort(np.lexsort((found.mood.round(9), found.competence.round(9), (few.votes >= 0).sum(axis=0))))
    groups = groups_of(found.excess, ~apart, rank)

    def score(side: npt.NDArray[np.bool_]) -> Floats:
        own = Evidence(evidence.alone * side[:, None, None])
        scores = few.codes.score(few.single(own))
        for clique, table, place in zip(few.cliques, evidence.cliques, few.places, strict=True):
            if side[clique.lfs[0]]:
                scores += table.T[:, place]
        return scores + prior

    factor = temperature(score, few.votes >= 0, few.counts, groups, random_state)
    pooled = (1.0 - ALIKE) * factor * weights + ALIKE * vote_weight(k)
    return Anchor(_evidence(data, pooled, k, repeats), (1.0 - ALIKE) * factor * prior[:, 0], weights, factor)


def _evidence(data: Data, weights: Floats, k: int, repeats: Floats) -> Evidence:
    alone = np.zeros((len(weights), k + 1, k))
    alone[:, np.arange(1, k + 1), np.arange(k)] = weights
    cliques = []
    for clique in data.cliques:
        own = list(clique.lfs)
        cliques.append(clique.anchor(weights[own], repeats[np.ix_(own, own)]))
    return Evidence(alone, tuple(cliques))


def _few(data: Data, random_state: int | None) -> Data:
    """At most :data:`_ROWS` of the rows, drawn as often as they occur."""
    counts = data.counts
    if len(counts) <= _ROWS:
        return data
    drawn = np.random.default_rng(random_state).choice(len(counts), _ROWS, p=counts / counts.sum())
    rows, times = np.unique(drawn, return_counts=True)
    votes = np.ascontiguousarray(data.votes[rows])
    codes = VoteCodes.of(votes, data.codes.labels)
    few = replace(data, votes=votes, codes=codes, unlabeled=times.astype(np.float64), gold=None)
    return few.with_cliques(data.cliques)
