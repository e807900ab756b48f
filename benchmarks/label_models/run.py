"""Label models side by side: on real votes, on planted ones, and on programs with planted redundancy.

    python -m pip install . -r benchmarks/requirements.txt
    python benchmarks/label_models/run.py [real] [planted] [halves] [chain] [graphs] [timing] [--quick]

Without names, all parts are run; a part's figures replace those of the last run in ``results/label_models.json``, the
others stay. Every model sees the votes alone, and is fitted on the rows it labels. Measures are taken on the rows that
at least one labeling function (LF) covers, and are means over the seeds; of models that do not depend on the seed, only
the breaking of ties does. ``--quick``: one seed, without the slow peers, results not written.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import time
import warnings
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from importlib import metadata
from pathlib import Path
from typing import Any

import goals
import matrices
import numpy as np
import sayso
import synthetic
from chain import chain
from matrices import ROOT, Matrix
from measures import score
from peers import Model, installed

DRAWN = 10_000
"""Rows drawn from every real matrix, as often as chance has it, to be timed."""

SLOW = ("MACE", "metal", "500")
RESULTS = ROOT / "benchmarks" / "results" / "label_models.json"


def measured(models: Iterable[Model], matrix: Matrix, seeds: Iterable[int]) -> dict[str, dict[str, Any]]:
    """The measures of every model on one matrix, a list over the seeds."""
    found: dict[str, dict[str, Any]] = {}
    for model in models:
        entry: dict[str, Any] = {}
        probabilities = None
        for seed in seeds:
            started = time.process_time()
            try:
                if probabilities is None or model.random:
                    probabilities = model.fit(matrix, seed)
                values = score(probabilities, matrix, seed)
            except Exception as error:
                entry = {"failed": f"{type(error).__name__}: {error}"[:150]}
                break
            for key, value in {**values, "cpu": time.process_time() - started}.items():
                entry.setdefault(key, []).append(value)
        found[model.name] = entry
    return found


def means(entry: dict[str, Any]) -> dict[str, Any]:
    return {key: float(np.mean(value)) if isinstance(value, list) else value for key, value in entry.items()}


def gathered(runs: Iterable[dict[str, dict[str, Any]]]) -> dict[str, dict[str, Any]]:
    """The means of several runs together; a model that failed in one of them has failed."""
    out: dict[str, dict[str, Any]] = {}
    for run in runs:
        for name, entry in run.items():
            own = out.setdefault(name, {})
            for key, value in entry.items():
                own.setdefault(key, []).extend(value if isinstance(value, list) else [value])
    for name, entry in out.items():
        out[name] = {"failed": entry["failed"][0]} if "failed" in entry else means(entry)
    return out


def on_real(models: list[Model], seeds: range) -> goals.Results:
    found = {}
    for matrix in matrices.real():
        found[matrix.name] = gathered([measured(models, matrix, seeds)])
        show(f"{matrix.name} ({len(matrix.votes)} x {matrix.votes.shape[1]}, {matrix.k} labels)", found[matrix.name])
    return found


def on_halves(models: list[Model], seeds: range) -> goals.Results:
    """Matrices of random halves of the LFs of the real ones, others with every seed."""
    real = [matrix for matrix in matrices.real() if matrix.votes.shape[1] >= 8]
    found: goals.Results = {}
    for seed in seeds:
        for matrix in matrices.halves(real, seed):
            found[matrix.name] = gathered([measured(models, matrix, [seed])])
    for measure in ("main", "accuracy", "log_loss"):
        ranked = sorted(goals.mean_ranks(found, measure).items(), key=lambda item: item[1])
        print(f"\nmean rank of {measure} on {len(found)} halves: " + ", ".join(f"{n} {r:.2f}" for n, r in ranked))
    return found


def on_planted(models: list[Model], seeds: range) -> dict[str, goals.Results]:
    groups = {
        "independent": synthetic.INDEPENDENT,
        "clustered": synthetic.CLUSTERED,
        "duplicated": synthetic.DUPLICATED,
    }
    return {group: _planted(group, settings, models, seeds) for group, settings in groups.items()}


def _planted(group: str, settings: dict[str, synthetic.Setting], models: list[Model], seeds: range) -> goals.Results:
    found: goals.Results = {}
    for name, setting in settings.items():
        runs = []
        for seed in seeds:
            world = synthetic.world(name, setting, seed)
            run = {
                "oracle": score(world.oracle, world.matrix, seed),
                "naive oracle": score(world.naive, world.matrix, seed),
            }
            run |= measured(models, world.matrix, [seed])
            if group == "duplicated":
                _, first = np.unique(world.matrix.votes, axis=1, return_index=True)
                alone = replace(world.matrix, votes=world.matrix.votes[:, np.sort(first)], structure=None)
                own = [
                    replace(model, name="sayso, without the duplicates") for model in models if model.name == goals.OWN
                ]
                run |= measured(own, alone, [seed])
            runs.append(run)
        found[name] = gathered(runs)
        show(f"planted: {name}", found[name])
    return found


def on_graphs(seeds: range) -> dict[str, float]:
    """Finding dependence where the label confounds it: average precision over all pairs."""
    found: dict[str, list[float]] = {"marginal correlation": [], "learned from the votes": []}
    for seed in seeds:
        planted = synthetic.confounded(seed)
        votes = planted.matrix.votes
        score = synthetic.marginal_correlation(votes)
        found["marginal correlation"].append(synthetic.average_precision(score, planted.edges))
        learned = np.zeros_like(score)
        for edge in sayso.learn_structure(votes, labels=2).dependencies:
            learned[edge.first, edge.second] = edge.weight
        found["learned from the votes"].append(synthetic.average_precision(learned, planted.edges))
    result = {name: float(np.mean(values)) for name, values in found.items()}
    print("\nconfounded graphs, average precision: " + ", ".join(f"{n} {v:.2f}" for n, v in result.items()))
    return result


def on_time(models: list[Model], timed: Iterable[Matrix], repeats: int = 3) -> dict[str, Any]:
    """Seconds to fit and predict, the best of some turns; of the clock, and of the processor."""
    models = [model for model in models if model.name in ("sayso", "majority vote", "snorkel")]
    report: dict[str, Any] = {}
    for matrix in timed:
        taken: dict[str, list[tuple[float, float]]] = {model.name: [] for model in models}
        for _ in range(repeats):
            for model in models:
                wall, cpu = time.perf_counter(), time.process_time()
                model.fit(matrix, 0)
                taken[model.name].append((time.perf_counter() - wall, time.process_time() - cpu))
        entry: dict[str, Any] = {"load": os.getloadavg()[0], "threads": os.environ.get("OMP_NUM_THREADS", "default")}
        for name, each in taken.items():
            entry[name] = dict(zip(("wall", "cpu"), map(min, zip(*each, strict=True)), strict=True))
        size = " x ".join(map(str, matrix.votes.shape))
        report[f"{size}, {matrix.name}"] = entry
        shown = ", ".join(f"{name} {entry[name]['wall']:.2f} / {entry[name]['cpu']:.2f}" for name in taken)
        print(f"{size}, {matrix.name}, seconds of the clock / of CPU: {shown}", flush=True)
    return report


def timed_matrices(sizes: Iterable[tuple[int, int]]) -> Iterator[Matrix]:
    """Planted votes of these sizes; the real ones as they are; and 10,000 rows drawn from each of these."""
    for rows, lfs in sizes:
        yield synthetic.world("planted", synthetic.Setting(lfs=lfs, rows=rows), 0).matrix
    for matrix in matrices.real():
        yield matrix
        if len(matrix.votes) != DRAWN:
            rows = np.random.default_rng(0).integers(0, len(matrix.votes), DRAWN)
            yield replace(matrix, name=f"{matrix.name}, drawn", votes=matrix.votes[rows], gold=matrix.gold[rows])


def show(title: str, entries: dict[str, dict[str, Any]]) -> None:
    """Accuracy, F1, log-loss and calibration error of one matrix."""
    print(f"\n{title}\n  {'':32} {'accuracy':>9} {'F1':>7} {'log-loss':>9} {'ECE':>7}")
    for name, entry in entries.items():
        if "failed" in entry:
            print(f"  {name:32} failed: {entry['failed'][:90]}")
            continue
        numbers = f"{entry['accuracy']:9.4f} {entry['f1']:7.4f} {entry['log_loss']:9.4f} {entry['ece']:7.4f}"
        print(f"  {name:32} {numbers}", flush=True)


def judge(report: dict[str, Any]) -> list[str]:
    """The goals that the figures at hand can judge."""
    out: list[str] = []
    wanted = {goals.OWN, "majority vote"}
    if "real" in report and all(wanted <= set(each) for each in report["real"].values()):
        out += goals.on_real(report["real"])
    if "halves" in report and all(wanted <= set(each) for each in report["halves"].values()):
        out += [f"{line} (halves)" for line in goals.on_real(report["halves"])]
    if "planted" in report and all(wanted <= set(e) for group in report["planted"].values() for e in group.values()):
        out += goals.on_planted(*(report["planted"][name] for name in ("independent", "clustered", "duplicated")))
    if "timing" in report:
        out += goals.on_time(report["timing"])
    return out


def versions() -> dict[str, Any]:
    found: dict[str, Any] = {"python": platform.python_version(), "cpus": os.cpu_count()}
    for package in ("numpy", "snorkel", "snorkel-metal", "flyingsquid", "crowd-kit", "torch"):
        try:
            found[package] = metadata.version(package)
        except metadata.PackageNotFoundError:
            found[package] = None
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", help="real, planted, halves, chain, graphs, timing; all without names")
    parser.add_argument("--models", nargs="*", help="only models whose name has one of these in it; keeps the others")
    parser.add_argument("--skip", nargs="*", default=[], help="no model whose name has one of these in it")
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--quick", action="store_true", help="one seed, no slow peers, nothing written")
    parser.add_argument("--out", type=Path, default=RESULTS)
    given = parser.parse_args()
    warnings.simplefilter("ignore")
    models = installed(given.models)
    left_out = (*given.skip, *(SLOW if given.quick else ()))
    models = [model for model in models if not any(slow in model.name for slow in left_out)]
    seeds = range(1 if given.quick else given.seeds)
    sizes = [(10_000, 20), (10_000, 50)] + ([] if given.quick else [(100_000, 20), (1_000_000, 20), (1_000_000, 50)])
    jobs: dict[str, Callable[[], Any]] = {
        "real": lambda: on_real(models, seeds),
        "planted": lambda: on_planted(models, seeds),
        "halves": lambda: on_halves(models, seeds),
        "chain": lambda: chain(models, seeds),
        "graphs": lambda: on_graphs(seeds),
        "timing": lambda: on_time(models, timed_matrices(sizes)),
    }
    if unknown := set(given.parts) - set(jobs):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    report: dict[str, Any] = {}
    if given.out.exists() and not given.quick:
        report = {key: value for key, value in json.loads(given.out.read_text()).items() if key in jobs}
    for name, job in jobs.items():
        if not given.parts or name in given.parts:
            report[name] = merged(report.get(name, {}), job()) if given.models else job()
            if not given.quick:  # after every part: a long run may be cut short
                report["goals"], report["versions"] = judge(report), versions()
                given.out.write_text(json.dumps(_rounded(report), indent=1) + "\n")
    print("\n" + "\n".join(judge(report)))


def merged(before: dict[str, Any], now: dict[str, Any]) -> dict[str, Any]:
    """Figures with those of some models or matrices put in the place of older ones."""
    out = dict(before)
    for key, value in now.items():
        both = isinstance(value, dict) and isinstance(before.get(key), dict) and "accuracy" not in value
        out[key] = merged(before[key], value) if both else value
    return out


def _rounded(value: Any) -> Any:
    """Figures to five digits, so that the file stays small."""
    if isinstance(value, dict):
        return {key: _rounded(each) for key, each in value.items()}
    return round(value, 5) if isinstance(value, float) else value


if __name__ == "__main__":
    main()
