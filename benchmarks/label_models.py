"""Label models side by side: quality on real and planted votes, time on a million rows.

    python -m pip install . -r benchmarks/requirements.txt
    python benchmarks/label_models.py [--rows 1000000] [--seeds 5] [--out benchmarks/results/label_models.json]

Accuracy (ties broken at random) and log-loss (probabilities cut at 1e-6) are taken on the rows that at least one
labeling function covers; every model sees the votes alone, and is fitted on the rows it labels. Planted votes come
with the Bayes oracle, which knows all parameters. Peers that are not installed are skipped and say so. Real votes
(the ten labeling functions of WRENCH on YouTube comments) are read from ``$SAYSO_DATA`` (default ``../shared/data``).
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import time
import warnings
from collections.abc import Callable
from importlib import metadata
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
from sayso.runtime.label_model import LabelModel
from sayso.runtime.majority import MajorityVote

ROOT = Path(__file__).resolve().parents[1]
DATA = Path(os.environ.get("SAYSO_DATA", ROOT.parent / "shared" / "data"))

Fit = Callable[[np.ndarray, int, int], np.ndarray]
"""Votes, number of labels, seed -> probabilities (n, k)."""


# -- the models ---------------------------------------------------------------------------------------------------


def sayso_label_model(votes: np.ndarray, k: int, seed: int) -> np.ndarray:
    return LabelModel(labels=k, random_state=seed).fit(votes).predict_proba(votes)


def sayso_majority_vote(votes: np.ndarray, k: int, seed: int) -> np.ndarray:
    return MajorityVote(labels=k).fit(votes).predict_proba(votes)


def snorkel_label_model(votes: np.ndarray, k: int, seed: int) -> np.ndarray:
    from snorkel.labeling.model import LabelModel as Snorkel

    model = Snorkel(cardinality=k, verbose=False)
    model.fit(votes.astype(int), n_epochs=100, seed=seed, progress_bar=False)
    return model.predict_proba(votes.astype(int))


def flyingsquid(votes: np.ndarray, k: int, seed: int) -> np.ndarray:
    if not hasattr(np, "product"):  # its pgmpy still asks for this name
        np.product = np.prod  # type: ignore[attr-defined]
    from flyingsquid.label_model import LabelModel as FlyingSquid

    if k != 2:
        raise NotImplementedError("two labels only")
    np.random.seed(seed)
    signed = np.where(votes < 0, 0, 2 * votes.astype(int) - 1)
    model = FlyingSquid(votes.shape[1])
    model.fit(signed)
    return np.asarray(model.predict_proba(signed))


def _crowdkit(votes: np.ndarray, k: int, model: Any) -> np.ndarray:
    import pandas as pd

    row, worker = np.nonzero(votes >= 0)
    table = pd.DataFrame({"task": row, "worker": worker, "label": votes[row, worker].astype(int)})
    model.fit(table)
    probabilities = np.full((len(votes), k), 1.0 / k)
    found = model.probas_
    probabilities[found.index] = found.reindex(columns=range(k)).fillna(0.0).to_numpy()
    return probabilities


def dawid_skene(votes: np.ndarray, k: int, seed: int) -> np.ndarray:
    from crowdkit.aggregation import DawidSkene

    return _crowdkit(votes, k, DawidSkene(n_iter=100))


def mace(votes: np.ndarray, k: int, seed: int) -> np.ndarray:
    from crowdkit.aggregation import MACE

    return _crowdkit(votes, k, MACE(random_state=seed))


MODELS: dict[str, Fit] = {
    "sayso.LabelModel": sayso_label_model,
    "sayso.MajorityVote": sayso_majority_vote,
    "snorkel.LabelModel": snorkel_label_model,
    "flyingsquid": flyingsquid,
    "crowd-kit DawidSkene": dawid_skene,
    "crowd-kit MACE": mace,
}


# -- the votes ----------------------------------------------------------------------------------------------------


def real_votes() -> dict[str, tuple[np.ndarray, np.ndarray, int]]:
    """Votes, gold and number of labels of the real matrices that are at hand."""
    found = {}
    for split in ("train", "valid"):
        file = DATA / "youtube" / f"{split}_votes.csv"
        if not file.exists():
            print(f"skipped youtube {split}: no {file} (set SAYSO_DATA)")
            continue
        frame = pl.read_csv(file)
        found[f"youtube {split}"] = (frame.drop("gold").to_numpy().astype(np.int8), frame["gold"].to_numpy(), 2)
    return found


def planted(
    seed: int,
    *,
    rows: int,
    lfs: int,
    k: int = 2,
    coverage: float = 0.3,
    one_sided: bool = False,
    shares: tuple[float, ...] | None = None,
    copies: int = 0,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Votes, truth and the oracle's probabilities.

    Labeling functions (LFs) are independent given the label, right with probability .55 to .95; the last ``copies``
    repeat the first one on nine rows of ten, and vote like it, independently, on the tenth.
    """
    random = np.random.default_rng(seed)
    prior = np.full(k, 1.0 / k) if shares is None else np.asarray(shares)
    truth = random.choice(k, rows, p=prior)
    rates = np.zeros((lfs, k + 1, k))  # outcome (0 abstains) given the label
    for j in range(lfs):
        right, cast = random.uniform(0.55, 0.95), coverage * random.uniform(0.5, 1.5)
        if one_sided:
            rates[j, 1 + j % k] = cast * (1.0 - right) / right / (k - 1)
            rates[j, 1 + j % k, j % k] = cast
        else:
            rates[j, 1:] = cast * (1.0 - right) / (k - 1)
            rates[j, 1 + np.arange(k), np.arange(k)] = cast * right
        rates[j, 0] = 1.0 - rates[j, 1:].sum(axis=0)
    group = [0, *range(lfs - copies, lfs)] if copies else []
    rates[group[1:]] = rates[0]
    outcomes = np.stack(
        [(random.random((rows, 1)) > rates[j].cumsum(axis=0).T[truth]).sum(axis=1) for j in range(lfs)], 1
    )
    leader = outcomes[:, 0].copy()
    for j in group[1:]:
        repeats = random.random(rows) < 0.9
        outcomes[repeats, j] = leader[repeats]
    log = np.tile(np.log(prior), (rows, 1))
    for j in set(range(lfs)) - set(group):
        log += np.log(rates[j][outcomes[:, j]] + 1e-12)
    if group:
        # the leader's outcome is what was copied; a copy is right with .9 + .1 * its own rate
        log += np.log(rates[0][outcomes[:, 0]] + 1e-12)
        for j in group[1:]:
            same = outcomes[:, j] == outcomes[:, 0]
            log += np.log(0.9 * same[:, None] + 0.1 * rates[j][outcomes[:, j]] + 1e-12)
    oracle = np.exp(log - log.max(axis=1, keepdims=True))
    return (outcomes - 1).astype(np.int8), truth, oracle / oracle.sum(axis=1, keepdims=True)


PLANTED: dict[str, dict[str, Any]] = {
    "independent": {"lfs": 10},
    "independent, 4 labels": {"lfs": 20, "k": 4},
    "one-sided": {"lfs": 10, "one_sided": True},
    "one-sided, 80:20": {"lfs": 10, "one_sided": True, "shares": (0.8, 0.2)},
    "copied three times": {"lfs": 12, "copies": 3},
    "one-sided, copied three times": {"lfs": 12, "one_sided": True, "copies": 3},
}


# -- the measures -------------------------------------------------------------------------------------------------


def score(probabilities: np.ndarray, votes: np.ndarray, gold: np.ndarray, seed: int) -> tuple[float, float]:
    """Accuracy and log-loss on covered rows."""
    covered = (votes >= 0).any(axis=1)
    p, gold = probabilities[covered], gold[covered]
    best = p >= p.max(axis=1, keepdims=True) - 1e-9
    drawn = np.where(best, np.random.default_rng(seed).random(p.shape), -1.0).argmax(axis=1)
    right = np.clip(p[np.arange(len(gold)), gold], 1e-6, 1.0)
    return float((drawn == gold).mean()), float(-np.log(right).mean())


def quality(models: dict[str, Fit], seeds: int, rows: int) -> dict[str, dict[str, dict[str, Any]]]:
    """For every matrix and model, the measures of each seed and their means."""
    results: dict[str, dict[str, dict[str, Any]]] = {}

    def measure(matrix: str, name: str, fit: Fit, votes: np.ndarray, gold: np.ndarray, k: int, seed: int) -> None:
        try:
            measured = score(fit(votes, k, seed), votes, gold, seed)
        except Exception as error:
            results.setdefault(matrix, {})[name] = {"skipped": f"{type(error).__name__}: {error}"[:200]}
            return
        entry = results.setdefault(matrix, {}).setdefault(name, {"accuracy": [], "log_loss": []})
        entry["accuracy"].append(measured[0])
        entry["log_loss"].append(measured[1])

    for seed in range(seeds):
        for matrix, (votes, gold, k) in real_votes().items():
            for name, fit in models.items():
                measure(matrix, name, fit, votes, gold, k, seed)
        for matrix, setting in PLANTED.items():
            votes, truth, oracle = planted(seed, rows=rows, **setting)
            measure(matrix, "oracle", lambda *_, p=oracle: p, votes, truth, oracle.shape[1], seed)
            for name, fit in models.items():
                measure(matrix, name, fit, votes, truth, oracle.shape[1], seed)
    for entries in results.values():
        for entry in entries.values():
            if "skipped" not in entry:
                entry |= {f"mean_{key}": float(np.mean(entry[key])) for key in ("accuracy", "log_loss")}
    return results


def timing(models: dict[str, Fit], rows: int) -> dict[str, Any]:
    """Seconds to fit and predict ``rows`` x 50 planted votes, best of three in turn, and how many times Snorkel's.

    Seconds of the clock mean little on a busy machine; those of the processor and the load are given beside them.
    """
    votes, truth, _ = planted(0, rows=rows, lfs=50)
    names = [name for name in ("sayso.LabelModel", "sayso.MajorityVote", "snorkel.LabelModel") if name in models]
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in names}
    accuracy = {}
    for _ in range(3):
        for name in names:
            wall, cpu = time.perf_counter(), time.process_time()
            probabilities = models[name](votes, 2, 0)
            taken[name].append((time.perf_counter() - wall, time.process_time() - cpu))
            accuracy[name] = score(probabilities, votes, truth, 0)[0]
    threads = os.environ.get("OMP_NUM_THREADS", "default")
    report: dict[str, Any] = {"rows": rows, "lfs": 50, "load": os.getloadavg()[0], "threads": threads}
    for name in names:
        wall, cpu = (min(column) for column in zip(*taken[name], strict=True))
        report[name] = {"seconds": wall, "cpu_seconds": cpu, "accuracy": accuracy[name]}
    if "snorkel.LabelModel" in report:
        own, other = report["sayso.LabelModel"], report["snorkel.LabelModel"]
        report["times faster"] = {key: other[key] / own[key] for key in ("seconds", "cpu_seconds")}
    return report


def installed() -> dict[str, Fit]:
    """The models whose packages are there; says which are not, and why."""
    found = {}
    votes = planted(0, rows=60, lfs=4, coverage=0.8)[0]
    for name, fit in MODELS.items():
        try:
            fit(votes, 2, 0)
        except Exception as error:
            print(f"skipped {name}: {type(error).__name__}: {error}")
            continue
        found[name] = fit
    return found


def show(results: dict[str, dict[str, dict[str, Any]]]) -> None:
    """Accuracy / log-loss, one line per matrix and model."""
    for matrix, entries in results.items():
        print(f"\n{matrix}")
        for name, entry in entries.items():
            told = entry.get("skipped") or f"{entry['mean_accuracy']:.3f} / {entry['mean_log_loss']:.3f}"
            print(f"  {name:24} {told}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--rows", type=int, default=1_000_000, help="rows of the timing matrix; 0 keeps the last timing"
    )
    parser.add_argument("--planted-rows", type=int, default=5000)
    parser.add_argument("--seeds", type=int, default=5, help="0 keeps the last measures of quality")
    parser.add_argument("--out", type=Path, default=ROOT / "benchmarks" / "results" / "label_models.json")
    given = parser.parse_args()
    warnings.simplefilter("ignore")
    models = installed()
    report: dict[str, Any] = json.loads(given.out.read_text()) if given.out.exists() else {}
    if given.seeds:
        report["quality"] = quality(models, given.seeds, given.planted_rows)
        show(report["quality"])
    if given.rows:
        report["timing"] = timing(models, given.rows)
        print("\n" + json.dumps(report["timing"], indent=1))
    packages = ("sayso", "numpy", "snorkel", "flyingsquid", "crowd-kit", "torch")
    report["versions"] = {"python": platform.python_version(), "cpus": os.cpu_count()}
    for package in packages:
        try:
            report["versions"][package] = metadata.version(package)
        except metadata.PackageNotFoundError:
            report["versions"][package] = None
    given.out.parent.mkdir(parents=True, exist_ok=True)
    given.out.write_text(json.dumps(report, indent=1) + "\n")
    print(f"\nwritten: {given.out}")


if __name__ == "__main__":
    main()
