"""How well are dependencies between labeling functions found in their votes alone, and what does the label model gain?

    python benchmarks/bench_structure.py [--seeds 5] [--out benchmarks/results/structure.json]

Votes with planted dependencies (``tests/planted.py``). In most settings the dependent functions are weak and the others
are accurate, so that those that are independent given the label correlate more than those that are not. Three ways to
find pairs are compared:

marginal    correlation of the votes; the threshold is the best one for the F1 of this very draw, chosen with the answer
inverse     robust PCA of the inverse covariance as published (Varma et al., ICML 2019); the best threshold as well
learned     ``sayso.learn_structure``, which gets no answer

Then the label model is fitted without structure, with the learned and with the true one: its accuracy and log-loss on
the rows with a vote, beside majority vote.
"""

from __future__ import annotations

import argparse
import json
import platform
import sys
import time
import warnings
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import sayso

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

WEAK = {"others": (0.6, 0.75), "within": (0.55, 0.6)}
SETTINGS: dict[str, dict[str, Any]] = {
    "easy: no confounding, half abstain": {"coverage": (0.3, 0.7), "others": (0.55, 0.65), "strength": 0.7},
    "confounded, strong dependence": {"strength": 0.7},
    "confounded, weak dependence": {"strength": 0.3},
    "confounded, very weak dependence": {"strength": 0.15},
    "confounded, with abstentions": {"strength": 0.3, "coverage": (0.4, 0.9)},
    "confounded, 500 rows": {"strength": 0.6, "rows": 500},
    "one-sided": {"strength": 0.3, "one_sided": True, "coverage": (0.2, 0.8)},
    "one-sided, 4 labels, 40 functions": {
        "strength": 0.4,
        "one_sided": True,
        "labels": 4,
        "lfs": 40,
        "coverage": (0.3, 0.9),
    },
    "4 labels": {"strength": 0.4, "labels": 4},
    "chains": {"strength": 0.4, "chain": True, "coverage": (0.5, 0.9)},
    "100 functions": {"strength": 0.4, "lfs": 100, "groups": (2, 3, 4, 5, 6, 6, 6)},
    "10 of 16 in two groups": {"strength": 0.6, "lfs": 16, "groups": (4, 6)},
    "weak functions, groups of six and four": {"strength": 0.8, "lfs": 20, "groups": (6, 4), **WEAK},
    "few functions, half of them in one group": {"strength": 0.8, "lfs": 12, "groups": (6,), **WEAK},
    "few functions, two groups, abstentions": {
        "strength": 0.7,
        "lfs": 12,
        "groups": (4, 4),
        "coverage": (0.5, 0.9),
        **WEAK,
    },
    "5 of 10 in one group": {"strength": 0.7, "lfs": 10, "groups": (5,)},
    "10 of 15 in two groups": {"strength": 0.6, "lfs": 15, "groups": (5, 5)},
    "10 of 16 in two groups, one label of five rows": {
        "strength": 0.6,
        "lfs": 16,
        "groups": (4, 6),
        "balance": (0.8, 0.2),
    },
    "12 functions, all in three groups": {"strength": 0.6, "lfs": 12, "groups": (4, 4, 4), "within": (0.6, 0.8)},
    "14 of 24 in three groups, one-sided, 3 labels": {
        "strength": 0.6,
        "lfs": 24,
        "groups": (5, 5, 4),
        "labels": 3,
        "one_sided": True,
        "coverage": (0.4, 0.9),
    },
    "independent": {"groups": ()},
}


def correlations(votes: np.ndarray, labels: int) -> tuple[np.ndarray, np.ndarray]:
    """The correlations of the votes for each label, and the function of each."""
    events = [
        (j, votes[:, j] == label)
        for j in range(votes.shape[1])
        for label in range(labels)
        if (votes[:, j] == label).any()
    ]
    table = np.stack([own for _, own in events], axis=1).astype(float)
    table -= table.mean(axis=0)
    table /= np.maximum(table.std(axis=0), 1e-9)
    return table.T @ table / len(table), np.array([j for j, _ in events])


def by_pair(values: np.ndarray, lf: np.ndarray, lfs: int) -> np.ndarray:
    """The largest absolute value between the votes of two functions."""
    out = np.zeros((lfs, lfs))
    np.maximum.at(out, (lf[:, None], lf[None, :]), np.abs(values))
    np.fill_diagonal(out, 0.0)
    return out


def marginal(votes: np.ndarray, labels: int) -> np.ndarray:
    """Strength of each pair: the correlation."""
    return by_pair(*correlations(votes, labels), votes.shape[1])


def inverse(votes: np.ndarray, labels: int) -> np.ndarray:
    """Strength of each pair: the sparse part of the inverse covariance."""
    from sayso.runtime.low_rank import principal_part

    correlation, lf = correlations(votes, labels)
    precision = np.linalg.inv(correlation + 0.01 * np.eye(len(correlation)))
    scale = np.sqrt(np.diag(precision))
    partial = -precision / np.outer(scale, scale)
    low = principal_part(partial, lf[:, None] == lf[None, :], 0.6 / np.sqrt(len(partial)))
    return by_pair(partial - low, lf, votes.shape[1])


def scores(found: np.ndarray, edges: np.ndarray) -> tuple[float, float]:
    """Precision and recall; where there is nothing to be found, precision is 1 if nothing is."""
    hits = (found & edges).sum()
    precision = hits / found.sum() if found.any() else float(not edges.any())
    return float(precision), float(hits / edges.sum()) if edges.any() else 1.0


def best(strength: np.ndarray, edges: np.ndarray) -> tuple[float, float]:
    """Precision and recall at the threshold with the highest F1."""
    levels = np.unique(strength[np.triu_indices(len(edges), 1)])
    pairs = [scores(strength >= level, edges) for level in levels[levels > 0]]
    return max(pairs, key=lambda own: 2 * own[0] * own[1] / max(sum(own), 1e-9))


def run(settings: dict[str, Any], seeds: int) -> dict[str, Any]:
    """Means over seeds."""
    from planted import planted

    rows: dict[str, list[Any]] = {}
    labels = settings.get("labels", 2)
    for seed in range(seeds):
        own = planted(seed, **settings)
        if own.edges.any():
            rows.setdefault("marginal", []).append(best(marginal(own.votes, labels), own.edges))
            rows.setdefault("inverse", []).append(best(inverse(own.votes, labels), own.edges))
        start = time.process_time()
        structure = sayso.learn_structure(own.votes, labels=labels)
        rows.setdefault("seconds", []).append(time.process_time() - start)
        found = np.zeros_like(own.edges)
        for i, j in structure.pairs:
            found[i, j] = found[j, i] = True
        rows.setdefault("learned", []).append(scores(found, own.edges))
        rows.setdefault("found", []).append(int(found.sum() / 2))
        true = [(int(i), int(j)) for i, j in np.argwhere(np.triu(own.edges))]
        covered = (own.votes >= 0).any(axis=1)
        vote = sayso.MajorityVote(labels=labels).fit(own.votes)
        _measure(rows, "majority vote", vote, own, covered)
        for name, given in (("none", None), ("learned", structure), ("true", true)):
            model = sayso.LabelModel(labels=labels, structure=given, random_state=seed).fit(own.votes)
            _measure(rows, name, model, own, covered)
    return {key: np.round(np.mean(values, axis=0), 3).tolist() for key, values in rows.items()}


def _measure(rows: dict[str, list[Any]], name: str, model: Any, own: Any, covered: np.ndarray) -> None:
    """Accuracy and log-loss on the rows with a vote."""
    probs, truth = model.predict_proba(own.votes)[covered], own.labels[covered]
    rows.setdefault(f"accuracy: {name}", []).append(float((probs.argmax(axis=1) == truth).mean()))
    rows.setdefault(f"log-loss: {name}", []).append(
        float(-np.log(np.maximum(probs[np.arange(len(truth)), truth], 1e-6)).mean())
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--out", type=Path, default=ROOT / "benchmarks" / "results" / "structure.json")
    given = parser.parse_args()
    warnings.simplefilter("ignore")
    report: dict[str, Any] = {"date": str(date.today()), "python": platform.python_version(), "seeds": given.seeds}
    print("precision/recall of pairs; accuracy/log-loss of the label model by the structure that it is given")
    for name, settings in SETTINGS.items():
        own = report[name] = run(settings, given.seeds)
        pairs = "  ".join(
            f"{key} {own[key][0]:.2f}/{own[key][1]:.2f}" for key in ("marginal", "inverse", "learned") if key in own
        )
        models = "  ".join(
            f"{key[10:]} {value:.3f}/{own['log-loss' + key[8:]]:.3f}" for key, value in own.items() if "accuracy" in key
        )
        print(f"{name:46} {pairs}  {own['seconds']:.1f} s | {models}", flush=True)
    given.out.parent.mkdir(parents=True, exist_ok=True)
    given.out.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
