"""How sure to be of votes that depend on each other, chosen without any label.

The labeling functions (LFs) are split in two halves at random, again and again, LFs that repeat each other on the same
side. Each half has an opinion of every row. If the two halves are independent given the label, the odds that two
opinions are of one row, against two rows drawn at random, are ``sum_y p(y) q(y) / share(y)``. The temperature that
makes the true pairings most likely is that of opinions as sure as they deserve: halves that are too sure and
contradict each other are punished, and so are timid ones that agree. Only rows on which both halves vote count, so
that it does not matter what makes LFs vote at all.

The criterion is the log-likelihood ratio of co-training's agreement (A. Blum and T. Mitchell, *Combining labeled and
unlabeled data with co-training*, COLT 1998), with the shuffled rows as contrast (M. Gutmann and A. Hyvärinen,
*Noise-contrastive estimation*, AISTATS 2010); calibration by one temperature: C. Guo et al., *On calibration of modern
neural networks*, ICML 2017, section 4.2.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from .vote_codes import Floats, softmax

GRID = np.array([0.06, 0.09, 0.12, 0.18, 0.25, 0.35, 0.5, 0.7, 1.0, 1.4, 2.0])
"""The temperatures tried: what log-odds are multiplied by."""

TOGETHER = 0.5
"""LFs with at least this excess of agreement stay on one side.

Half of what they vote, that is. Much less would set aside whoever agrees, and leave those who contradict each other.
"""

SPREAD = 0.35
"""Standard deviation of the normal prior, centred on 1, of the temperature's logarithm."""

MISFIT_ROWS = 100.0
"""Rows that the evidence for a temperature counts as at most.

Halves are never quite independent, and a likelihood that is a little wrong on many rows outweighs every prior (J. W.
Miller and D. B. Dunson, *Robust Bayesian inference via coarsening*, JASA 114, 2019).
"""

_SPLITS = 8
_ROWS = 10.0  # fewer rows on which both halves vote than these tell nothing


def temperature(
    score: Callable[[npt.NDArray[np.bool_]], Floats],
    voted: npt.NDArray[np.bool_],
    weights: Floats,
    groups: npt.NDArray[np.intp],
    random_state: int | None,
) -> float:
    """The factor for the log-scores that ``score`` gives, its posterior mean in logarithms; 1 if nothing can be told.

    ``score(side)`` gives the log-scores ``(k, p)`` of rows by the LFs in ``side`` ``(m,)`` alone; ``voted`` ``(p, m)``:
    who votes; ``weights`` ``(p,)`` of the rows; ``groups`` ``(m,)``: LFs of one group are never split.
    """
    random = np.random.default_rng(random_state)
    names = np.unique(groups)
    gain, used = np.zeros(len(GRID)), 0
    for _ in range(_SPLITS):
        first = np.isin(groups, names[random.permutation(len(names)) < len(names) // 2])
        both = np.flatnonzero(voted[:, first].any(axis=1) & voted[:, ~first].any(axis=1))
        if weights[both].sum() >= _ROWS:
            one, other = (np.take(score(side), both, axis=1) for side in (first, ~first))
            gain += _gain(one, other, weights[both])
            used += 1
    logs = np.log(GRID)
    likely = gain / max(used, 1) - 0.5 * (logs / SPREAD) ** 2 if used else np.where(logs == 0.0, 0.0, -np.inf)
    share = np.exp(likely - likely.max())
    return float(np.exp(share @ logs / share.sum()))


def groups_of(excess: Floats, linked: npt.NDArray[np.bool_], rank: npt.NDArray[np.intp]) -> npt.NDArray[np.intp]:
    """Groups ``(m,)`` of LFs to keep together: those ``linked``, and by ``excess`` of agreement until a third of all.

    ``rank`` ``(m,)`` is an order of the LFs that does not depend on how they are given; groups are named in it.
    """
    m = len(excess)
    places = np.argsort(rank, kind="stable")
    sorted_excess = np.where(linked, np.inf, excess)[np.ix_(places, places)]
    group = np.arange(m)
    largest = max(2, -(-m // 3))
    first, second = np.triu_indices(m, 1)
    values = sorted_excess[first, second]
    for pair in np.argsort(-values, kind="stable"):
        one, other = group[first[pair]], group[second[pair]]
        if values[pair] < TOGETHER:
            break
        small = (group == one).sum() + (group == other).sum() <= largest
        if one != other and (small or np.isinf(values[pair])):
            group[group == max(one, other)] = min(one, other)
    result = np.empty(m, np.intp)
    result[places] = group
    return result


def _gain(one: Floats, other: Floats, weights: Floats) -> Floats:
    """Log-likelihood ratio of the true pairing for every temperature."""
    share = weights / weights.sum()
    rows = min(float(weights.sum()), MISFIT_ROWS)
    gains = np.empty(len(GRID))
    for place, factor in enumerate(GRID):
        p, q = softmax(one * factor), softmax(other * factor)
        mean_p, mean_q = p @ share, q @ share
        prior = (mean_p + mean_q) / 2.0
        pairing = ((p * q) / prior[:, None]).sum(axis=0)
        chance = float((mean_p * mean_q / prior).sum())
        gains[place] = rows * (share @ np.log(np.maximum(pairing, 1e-300)) - np.log(chance))
    return gains
