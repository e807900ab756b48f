"""Votes with planted dependencies between labeling functions, also where plain correlation cannot show them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Planted:
    """Votes int8 ``(n, m)``, the true labels ``(n,)``, and which functions depend on each other ``(m, m)``."""

    votes: np.ndarray
    labels: np.ndarray
    edges: np.ndarray


def planted(
    seed,
    *,
    rows=5_000,
    lfs=30,
    labels=2,
    groups=(3, 4, 5),
    strength=0.5,
    chain=False,
    one_sided=False,
    coverage=(1.0, 1.0),
    within=(0.52, 0.65),
    others=(0.8, 0.95),
    balance=None,
) -> Planted:
    """Votes of ``lfs`` functions, some of them in ``groups``.

    The members of a group take the vote of a common source on ``strength`` of the rows (of their left neighbour, if it
    is a ``chain``). By default those in groups are weak (accuracies ``within``) and the ``others`` are strong: the
    strong ones agree because they are right, more than the dependent ones do. ``balance``: shares of the labels.
    """
    rng = np.random.default_rng(seed)
    truth = rng.integers(0, labels, rows) if balance is None else rng.choice(labels, rows, p=balance)
    order = rng.permutation(lfs)
    members = np.split(order, np.cumsum(groups))[: len(groups)]
    accuracy, share = rng.uniform(*others, lfs), rng.uniform(*coverage, lfs)
    side = rng.integers(0, labels, lfs)
    for own in members:
        accuracy[own] = rng.uniform(*within)
        share[own], side[own] = share[own[0]], side[own[0]]

    def cast(j):
        if one_sided:  # votes for one label only; twice as often as not where it is right
            odds = np.where(truth == side[j], accuracy[j], (1 - accuracy[j]) / (labels - 1))
            return np.where(rng.random(rows) < share[j] * odds, side[j], -1)
        right = rng.random(rows) < accuracy[j]
        vote = np.where(right, truth, (truth + rng.integers(1, labels, rows)) % labels)
        return np.where(rng.random(rows) < share[j], vote, -1)

    votes = np.stack([cast(j) for j in range(lfs)], axis=1)
    edges = np.zeros((lfs, lfs), dtype=bool)
    for own in members:
        source = cast(own[0])
        for left, j in zip([None, *own], own, strict=False):
            if chain and left is None:
                continue
            copied = rng.random(rows) < (strength if chain else np.sqrt(strength))
            votes[copied, j] = (votes[:, left] if chain else source)[copied]
            for i in [left] if chain else own:
                edges[i, j] = edges[j, i] = i != j
    return Planted(votes.astype(np.int8), truth, edges)
