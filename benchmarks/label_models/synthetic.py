"""Planted votes: labeling functions (LFs) with known parameters and dependences, and the best that can be said of them.

Every world comes with the Bayes oracle, which knows all parameters and the dependences (exact within clusters), and
with the naive oracle, which knows all parameters but takes the LFs for independent: what lies between the two is what
ignoring dependence costs, and what lies below the naive oracle is mis-estimation.

Within a cluster, given the label, one of three things happens:

* ``copy``: every member repeats the outcome (abstention too) of a hidden leader with probability ``sqrt(correlation)``,
  and else has an outcome of its own; two members then correlate by ``correlation`` within each label;
* ``error``: members abstain on their own, but when they vote, repeat a hidden leader's vote likewise: shared mistakes;
* ``nested``: each member votes as the one before does, or abstains: a chain of LFs that imply each other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations

import numpy as np
from matrices import Matrix


@dataclass(frozen=True)
class Setting:
    """What is planted. ``sides``: LFs vote all labels ("two"), one each ("one"), or half of them each ("mixed")."""

    lfs: int = 20
    k: int = 2
    rows: int = 5000
    coverage: float = 0.3
    sides: str = "two"
    clusters: tuple[int, ...] = ()
    correlation: float = 0.9
    kind: str = "copy"
    duplicates: int = 0
    shares: tuple[float, ...] | None = None
    right: tuple[float, float] = (0.55, 0.95)


@dataclass(frozen=True, eq=False)
class World:
    """Planted votes: the matrix (its structure names the true pairs), and the probabilities of both oracles."""

    matrix: Matrix
    oracle: np.ndarray
    naive: np.ndarray
    setting: Setting = field(repr=False)


def rates_of(setting: Setting, random: np.random.Generator) -> np.ndarray:
    """The probability of each outcome (0 abstains) given the label, ``(m, k + 1, k)``."""
    m, k = setting.lfs, setting.k
    rates = np.zeros((m, k + 1, k))
    sides = random.permutation(np.arange(m) % k)
    for j in range(m):
        right, cast = random.uniform(*setting.right), min(setting.coverage * random.uniform(0.5, 1.5), 0.98)
        if setting.sides == "one" or (setting.sides == "mixed" and j % 2):
            own = sides[j]
            rates[j, 1 + own] = min(cast * (1.0 - right) / right / (k - 1), 0.95)
            rates[j, 1 + own, own] = cast
        else:
            rates[j, 1:] = cast * (1.0 - right) / (k - 1)
            rates[j, 1 + np.arange(k), np.arange(k)] = cast * right
        rates[j, 0] = 1.0 - rates[j, 1:].sum(axis=0)
    return rates


def drawn(rates: np.ndarray, truth: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """An outcome for every row, ``(n,)``; ``rates`` ``(k + 1, k)``."""
    return (random.random((len(truth), 1)) > rates.cumsum(axis=0).T[truth][:, :-1]).sum(axis=1)


def normal(log: np.ndarray) -> np.ndarray:
    p = np.exp(log - log.max(axis=1, keepdims=True))
    return p / p.sum(axis=1, keepdims=True)


class _Cluster:
    """Members ``(c,)`` that depend on each other: their outcomes, their joint likelihood, and their own rates."""

    def __init__(self, setting: Setting, members: list[int], rates: np.ndarray) -> None:
        self.kind, self.members = setting.kind, members
        self.share = np.sqrt(setting.correlation)
        self.lead = rates[members[0]]
        self.own = rates[members]  # (c, k + 1, k)
        if self.kind == "copy":
            self.own[:] = self.lead  # members alike, so that the correlation is the one that was asked for
        elif self.kind == "nested":
            self.keep = np.linspace(0.9, 0.6, len(members))

    def draw(self, truth: np.ndarray, random: np.random.Generator) -> np.ndarray:
        """Outcomes ``(n, c)``."""
        n, out = len(truth), []
        if self.kind == "nested":
            out.append(drawn(self.lead, truth, random))
            for keep in self.keep[1:]:
                out.append(np.where(random.random(n) < keep, out[-1], 0))
        else:
            lead = drawn(self.lead if self.kind == "copy" else self.voting(self.lead), truth, random)
            for own in self.own:
                repeats = random.random(n) < self.share
                other = drawn(own if self.kind == "copy" else self.voting(own), truth, random)
                outcome = np.where(repeats, lead, other)
                if self.kind == "error":
                    outcome = np.where(random.random(n) < own[0][truth], 0, outcome)
                out.append(outcome)
        return np.stack(out, axis=1)

    def log_likelihood(self, outcomes: np.ndarray) -> np.ndarray:
        """Of all outcomes ``(n, c)`` together, ``(n, k)``."""
        if self.kind == "nested":  # whether a member repeats the one before does not depend on the label
            return np.log(self.lead[outcomes[:, 0]] + 1e-300)
        total = 0.0
        lead = self.lead if self.kind == "copy" else self.voting(self.lead)
        for z in range(len(lead)):
            part = np.broadcast_to(lead[z], (len(outcomes), lead.shape[1]))
            for own, outcome in zip(self.own, outcomes.T, strict=True):
                same = (outcome == z)[:, None]
                if self.kind == "copy":
                    part = part * (self.share * same + (1.0 - self.share) * own[outcome])
                else:
                    cast = (1.0 - own[0]) * (self.share * same + (1.0 - self.share) * self.voting(own)[outcome])
                    part = part * np.where((outcome == 0)[:, None], own[0], cast)
            total = total + part
        return np.log(total + 1e-300)

    def marginal(self) -> np.ndarray:
        """The rates of each member on its own, ``(c, k + 1, k)``."""
        if self.kind == "copy":
            return self.own
        out = []
        for i, own in enumerate(self.own):
            if self.kind == "nested":
                rates = self.lead * np.prod(self.keep[1 : i + 1])
            else:
                mixed = self.share * self.voting(self.lead) + (1.0 - self.share) * self.voting(own)
                rates = mixed * (1.0 - own[0])
            rates[0] = 1.0 - rates[1:].sum(axis=0)
            out.append(rates)
        return np.stack(out)

    @staticmethod
    def voting(rates: np.ndarray) -> np.ndarray:
        """The rates given that a vote is cast."""
        votes = rates.copy()
        votes[0] = 0.0
        return votes / votes.sum(axis=0)


def world(name: str, setting: Setting, seed: int) -> World:
    """Draw parameters, then rows."""
    random = np.random.default_rng([seed, setting.lfs, setting.k, int(100 * setting.coverage)])
    k, m, n = setting.k, setting.lfs, setting.rows
    shares = np.full(k, 1.0 / k) if setting.shares is None else np.asarray(setting.shares)
    truth = random.choice(k, n, p=shares)
    rates = rates_of(setting, random)
    naive = oracle = np.tile(np.log(shares), (n, 1))
    outcomes = np.zeros((n, m), int)
    pairs: list[tuple[int, int]] = []
    start = 0
    for size in setting.clusters:
        members = list(range(start, start + size))
        cluster = _Cluster(setting, members, rates)
        outcomes[:, members] = cluster.draw(truth, random)
        oracle = oracle + cluster.log_likelihood(outcomes[:, members])
        for own, j in zip(cluster.marginal(), members, strict=True):
            naive = naive + np.log(own[outcomes[:, j]] + 1e-300)
        pairs += combinations(members, 2)
        start += size
    for j in range(start, m):
        outcomes[:, j] = drawn(rates[j], truth, random)
        log = np.log(rates[j][outcomes[:, j]] + 1e-300)
        oracle, naive = oracle + log, naive + log
    if setting.duplicates:  # of the LFs behind the clusters, the first few, several times each
        copied = start + np.arange(setting.duplicates) % max(1, min(3, m - start))
        for i, j in enumerate(copied):
            naive = naive + np.log(rates[j][outcomes[:, j]] + 1e-300)
            pairs += [(int(j), m + i), *((m + h, m + i) for h in range(i) if copied[h] == j)]
        outcomes = np.concatenate([outcomes, outcomes[:, copied]], axis=1)
    order = random.permutation(outcomes.shape[1])
    place = np.argsort(order)
    known = sorted(tuple(sorted((int(place[i]), int(place[j])))) for i, j in pairs)
    labels = tuple(f"label{label}" for label in range(k))
    votes = (outcomes[:, order] - 1).astype(np.int8)
    return World(Matrix(name, votes, truth, labels, None, known or None), normal(oracle), normal(naive), setting)


INDEPENDENT = {
    "20, 70 % abstain": Setting(),
    "20, 90 % abstain": Setting(coverage=0.1),
    "100, 90 % abstain": Setting(lfs=100, coverage=0.1),
    "20, 4 labels": Setting(k=4),
    "50, 4 labels, 90 % abstain": Setting(lfs=50, k=4, coverage=0.1),
    "20 one-sided": Setting(sides="one", coverage=0.3),
    "40 one-sided, 90 % abstain": Setting(lfs=40, sides="one", coverage=0.1),
    "20 one-sided, 80:20": Setting(sides="one", coverage=0.3, shares=(0.8, 0.2)),
    "24 one-sided, 4 labels": Setting(lfs=24, k=4, sides="one", coverage=0.3),
    "20 mixed": Setting(sides="mixed"),
    "20 weak": Setting(right=(0.5, 0.75)),
}
"""LFs that are independent given the label."""

CLUSTERED = {
    "20 in 4,4,3,3": Setting(clusters=(4, 4, 3, 3)),
    "20 in 6,5,4,3,2": Setting(clusters=(6, 5, 4, 3, 2)),
    "20 in 4,4,3,3 at .5": Setting(clusters=(4, 4, 3, 3), correlation=0.5),
    "20 in 4,4,3,3, 50 % abstain": Setting(clusters=(4, 4, 3, 3), coverage=0.5),
    "40 in 6,6,6,6, 90 % abstain": Setting(lfs=40, clusters=(6, 6, 6, 6), coverage=0.1),
    "100 in 10 x 6, 90 % abstain": Setting(lfs=100, clusters=(6,) * 10, coverage=0.1),
    "20 in 4,4,3,3, 4 labels": Setting(clusters=(4, 4, 3, 3), k=4),
    "60 in 8 x 5, 4 labels, 80 % abstain": Setting(lfs=60, clusters=(5,) * 8, k=4, coverage=0.2),
    "20 one-sided in 4,4,3,3": Setting(clusters=(4, 4, 3, 3), sides="one"),
    "40 one-sided in 6 x 5, 90 % abstain": Setting(lfs=40, clusters=(5,) * 6, sides="one", coverage=0.1),
    "20 in 4,4,3,3, shared mistakes": Setting(clusters=(4, 4, 3, 3), kind="error"),
    "20 in 6,5,4,3,2, shared mistakes, 50 % abstain": Setting(clusters=(6, 5, 4, 3, 2), kind="error", coverage=0.5),
    "20 nested in 5,5,4": Setting(clusters=(5, 5, 4), kind="nested"),
    "30 one-sided nested in 6 x 4": Setting(lfs=30, clusters=(4,) * 6, sides="one", kind="nested", coverage=0.2),
}
"""LFs in clusters; the truth about who is in which is given to the models that take it."""

DUPLICATED = {
    "20 and 12 duplicates": Setting(duplicates=12),
    "20 one-sided and 12 duplicates": Setting(sides="one", duplicates=12),
    "20 of 4 labels and 12 duplicates": Setting(k=4, duplicates=12),
}
"""Exact duplicates of three LFs."""


def worlds(group: dict[str, Setting], seed: int) -> Iterator[World]:
    for name, setting in group.items():
        yield world(name, setting, seed)


@dataclass(frozen=True, eq=False)
class Confounded:
    """Votes whose marginal correlation misleads about dependence: the matrix, and the pairs that truly depend."""

    matrix: Matrix
    edges: list[tuple[int, int]]


def confounded(seed: int, *, rows: int = 5000, strong: int = 6, weak: int = 12) -> Confounded:
    """Strong LFs that are independent given the label, and weak ones in pairs that are not.

    The strong ones (right nine times in ten) agree because both are right: their marginal correlation is high, their
    dependence nil. Of the weak pairs, a third repeat each other now and then; a third vote for different labels and yet
    fire together (two phrases of the same long rows), so that the label hides their dependence; a third avoid each
    other, as alternatives do.
    """
    random = np.random.default_rng(seed)
    truth = random.integers(0, 2, rows)
    columns = []
    for _ in range(strong):
        outcome = np.where(random.random(rows) < random.uniform(0.88, 0.95), truth, 1 - truth)
        columns.append(np.where(random.random(rows) < 0.8, outcome, -1))
    edges = []
    for pair in range(weak // 2):
        right = random.uniform(0.55, 0.65)
        if pair % 3 == 0:
            shared = np.where(random.random(rows) < right, truth, 1 - truth)
            both = []
            for _ in range(2):
                own = np.where(random.random(rows) < right, truth, 1 - truth)
                both.append(np.where(random.random(rows) < 0.6, shared, own))
            both = [np.where(random.random(rows) < 0.5, one, -1) for one in both]
        elif pair % 3 == 1:
            occasion = random.random(rows) < 0.3
            both = []
            for label in (0, 1):
                chance = np.where(truth == label, right, 1.0 - right) * np.where(occasion, 0.9, 0.1)
                both.append(np.where(random.random(rows) < chance, label, -1))
        else:
            turn = random.random(rows) < 0.5
            both = []
            for own in (turn, ~turn):
                outcome = np.where(random.random(rows) < right, truth, 1 - truth)
                both.append(np.where(random.random(rows) < np.where(own, 0.6, 0.1), outcome, -1))
        edges.append((len(columns), len(columns) + 1))
        columns += both
    votes = np.stack(columns, axis=1).astype(np.int8)
    return Confounded(Matrix(f"confounded {seed}", votes, truth, ("label0", "label1")), edges)


def marginal_correlation(votes: np.ndarray) -> np.ndarray:
    """The plain correlation of signed votes (abstention 0) of two-label matrices, ``(m, m)``: what misleads."""
    signed = np.where(votes < 0, 0.0, 2.0 * votes - 1.0)
    return np.abs(np.corrcoef(signed.T))


def average_precision(score: np.ndarray, edges: list[tuple[int, int]]) -> float:
    """How well ``score`` ``(m, m)`` puts true edges before others, 0 to 1 (area under precision and recall)."""
    i, j = np.triu_indices(len(score), 1)
    true = np.array([(a, b) in set(edges) for a, b in zip(i.tolist(), j.tolist(), strict=True)])
    ranked = true[np.argsort(-score[i, j], kind="stable")]
    precision = ranked.cumsum() / np.arange(1, len(ranked) + 1)
    return float(precision[ranked].mean())
