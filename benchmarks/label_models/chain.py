"""The whole chain: programs with planted redundancy, and what knowing it is worth to the label model.

Some explanations of a program are said again a few times, as people do who have the same idea: words dropped from the
list, thresholds moved, a condition more that hardly matters. The label model then gets the votes with the structure
that static analysis finds (:meth:`Program.structure`), and without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import sayso
from matrices import ROWS, Matrix, explanations, remembered, voted
from measures import score
from peers import Model

PROGRAMS = ("sms", "youtube", "trec", "spouse")
IDEAS = 3
"""Explanations of a program that are said again."""

TIMES = 5
"""Times that each of them is said again."""

_LIST = re.compile(r'"[^"]*"(?:, "[^"]*"){2,}')
_NUMBER = re.compile(r"(?<=at least )\d+|(?<=at most )\d+|(?<=first )\d+")


def restated(when: str, random: np.random.Generator) -> str:
    """The condition ``when``, in Sayso's English, as somebody else with the same idea might put it."""

    def fewer(found: re.Match[str]) -> str:
        items = re.findall(r'"[^"]*"', found[0])
        kept = max(2, round(len(items) * random.uniform(0.6, 0.95)))
        return ", ".join(items[i] for i in sorted(random.choice(len(items), kept, replace=False)))

    def moved(found: re.Match[str]) -> str:
        return str(max(2, int(found[0]) + int(random.integers(-2, 3))))

    said = _NUMBER.sub(moved, _LIST.sub(fewer, when))
    if random.random() < 0.4:
        said = f"{said} and it has at least {random.integers(2, 4)} words"
    return said


def program_with_redundancy(name: str, seed: int) -> tuple[Matrix, list[str]]:
    """The votes of the explanations for ``name``, some of them said again; and the ideas that were."""
    rows = ROWS[name]()
    source, task = explanations(name)
    program = sayso.compile(source, rows.corpus, task=task)
    coverage = (program.apply(rows.corpus).votes >= 0).mean(axis=0)
    able = [lf for lf, share in zip(program.lfs, coverage, strict=True) if share > 0.01]
    random = np.random.default_rng([seed, len(able)])
    ideas = [able[i] for i in random.choice(len(able), min(IDEAS, len(able)), replace=False)]
    labels = program.task.labels
    given = [sayso.Explanation(lf.when, labels[lf.label]) for lf in program.lfs]  # in English, lists spelled out
    for lf in ideas:
        given += [sayso.Explanation(restated(lf.when, random), labels[lf.label]) for _ in range(TIMES)]
    again = sayso.compile(given, rows.corpus, task=program.task)
    return voted(f"{name}, redundant {seed}", rows, again), [lf.name for lf in ideas]


def gained(one: list[dict[str, float]], other: list[dict[str, float]], key: str) -> tuple[float, float]:
    """By how much the first is above the second on average over the seeds, and the standard error of that."""
    gains = np.array([a[key] - b[key] for a, b in zip(one, other, strict=True)])
    return float(gains.mean()), float(gains.std(ddof=1) / np.sqrt(len(gains))) if len(gains) > 1 else float("nan")


def chain(models: list[Model], seeds: Iterable[int]) -> dict[str, Any]:
    """For each program, the measures of each model, means over the seeds."""
    out: dict[str, Any] = {}
    for name in PROGRAMS:
        found: dict[str, list[dict[str, float]]] = {}
        shape: list[tuple[int, int]] = []
        for seed in seeds:
            try:
                matrix, _ = remembered(
                    ("chain", name, str(seed), Path(__file__).read_text(), str(explanations(name))),
                    lambda name=name, seed=seed: program_with_redundancy(name, seed),
                )
            except OSError as error:
                print(f"skipped {name}: {error} (set SAYSO_DATA)")
                break
            shape.append((matrix.votes.shape[1], len(matrix.pairs)))
            for model in models:
                try:
                    values = score(model.fit(matrix, seed), matrix, seed)
                except Exception as error:
                    print(f"{model.name} failed on {matrix.name}: {type(error).__name__}: {str(error)[:90]}")
                else:
                    found.setdefault(model.name, []).append(values)
        found = {model: own for model, own in found.items() if len(own) == len(shape)}
        if not found:
            continue
        out[name] = {
            model: {key: float(np.mean([each[key] for each in own])) for key in own[0]} for model, own in found.items()
        }
        lfs, pairs = np.mean(shape, axis=0)
        out[name]["size"] = {"lfs": float(lfs), "pairs": float(pairs)}
        print(f"\nprogram with planted redundancy: {name}, {lfs:.0f} LFs, {pairs:.0f} pairs of the analysis")
        for model in found:
            values = out[name][model]
            print(
                f"  {model:32} {values['accuracy']:.4f} {values['f1']:.4f} {values['log_loss']:.4f} {values['ece']:.4f}"
            )
        if {"sayso", "sayso, votes alone"} <= set(found):
            gains = {
                key: gained(found["sayso"], found["sayso, votes alone"], key) for key in ("accuracy", "f1", "log_loss")
            }
            out[name]["gain of the structure"] = {key: gain for key, (gain, _) in gains.items()}
            out[name]["standard error"] = {key: error for key, (_, error) in gains.items()}
            shown = (f"{key} {gain:+.4f} ± {error:.4f}" for key, (gain, error) in gains.items())
            print("  gain of the structure: " + ", ".join(shown))
    return out
