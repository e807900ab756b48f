"""The goals for the label model, each judged on the measured figures and said in a line: PASS or MISS."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from measures import ranks
from peers import MODELS

OWN = "sayso"
INDEPENDENT = [model.name for model in MODELS if model.independent]
Results = dict[str, dict[str, dict[str, Any]]]
"""Matrix -> model -> measure -> mean over the seeds."""


def told(ok: bool, goal: str, found: str) -> str:
    return f"{'PASS' if ok else 'MISS'}  {goal}: {found}"


def mean_ranks(results: Results, measure: str = "main") -> dict[str, float]:
    """The mean rank over the matrices of every model that has figures for all; of Sayso's, only the whole one ranks."""
    rivals = [name for name in next(iter(results.values())) if not name.startswith(f"{OWN}, ")]
    names = [name for name in rivals if all(measure in each.get(name, {}) for each in results.values())]
    rows = [
        ranks([each[name][measure] for name in names], highest_first=measure not in ("log_loss", "ece"))
        for each in results.values()
    ]
    return dict(zip(names, np.mean(rows, axis=0).tolist(), strict=True))


def on_real(results: Results) -> Iterator[str]:
    """Best mean rank; never far below majority vote; log-loss well below Snorkel's."""
    for measure in ("main", "accuracy", "log_loss"):
        found = mean_ranks(results, measure)
        best = min(found, key=lambda name: found[name])
        shown = ", ".join(f"{name} {rank:.2f}" for name, rank in sorted(found.items(), key=lambda item: item[1])[:4])
        yield told(found[OWN] <= found[best], f"best mean rank of {measure} on {len(results)} real matrices", shown)
    below = {
        f"{name} ({measure})": each[OWN][measure] - each["majority vote"][measure]
        for name, each in results.items()
        for measure in ("accuracy", "main")
    }
    worst = min(below, key=lambda name: below[name])
    yield told(below[worst] >= -0.005, "never more than .005 below majority vote", f"{below[worst]:+.4f} on {worst}")
    for peer in ("snorkel", "snorkel, 500 epochs"):
        both = [
            (each[OWN]["log_loss"], each[peer]["log_loss"])
            for each in results.values()
            if "log_loss" in each.get(peer, {})
        ]
        if both:
            own, other = np.array(both).T
            gain = 1.0 - own.mean() / other.mean()
            yield told(
                gain >= 0.2,
                f"log-loss at least 20 % below that of {peer}",
                f"{gain:.0%} of the mean, {np.mean(1.0 - own / other):.0%} on average; below on {(own < other).sum()}",
            )


def gap_closed(entries: dict[str, dict[str, Any]], own: str = OWN, measure: str = "accuracy") -> float:
    """The share of the gap between the best model with independent LFs and the oracle; NaN if there is none."""
    best = max(entries[name][measure] for name in INDEPENDENT if measure in entries.get(name, {}))
    gap = entries["oracle"][measure] - best
    return (entries[own][measure] - best) / gap if gap > 0.002 else float("nan")


def on_planted(independent: Results, clustered: Results, duplicated: Results) -> Iterator[str]:
    """Near the oracle where LFs are independent; most of the gap closed where they are not; duplicates cost nothing."""
    lost = {name: each["oracle"]["accuracy"] - each[OWN]["accuracy"] for name, each in independent.items()}
    worst = max(lost, key=lambda name: lost[name])
    yield told(lost[worst] <= 0.01, "within .01 of the oracle on independent votes", f"{lost[worst]:.4f} on {worst}")
    closed = {name: gap_closed(each) for name, each in clustered.items()}
    closed = {name: share for name, share in closed.items() if np.isfinite(share)}
    if closed:
        worst = min(closed, key=lambda name: closed[name])
        mean = float(np.mean(list(closed.values())))
        least = f"least {closed[worst]:.0%} on {worst}; {sum(c >= 0.7 for c in closed.values())} of {len(closed)}"
        yield told(
            mean >= 0.7, "70 % of the gap to the oracle closed, given the structure", f"{mean:.0%} on average, {least}"
        )
    for name, each in duplicated.items():
        cost = each["sayso, without the duplicates"]["accuracy"] - each[OWN]["accuracy"]
        yield told(cost <= 0.0005, f"exact duplicates cost nothing ({name})", f"{cost:+.4f}")


def on_time(timing: dict[str, Any]) -> Iterator[str]:
    """1,000,000 x 50 in five seconds; as fast as Snorkel up to 100,000 rows, three times as fast on 1,000,000."""
    for size, each in timing.items():
        rows = int(size.split()[0])
        if rows >= 1_000_000:
            yield told(each["sayso"]["cpu"] < 5.0, f"{size} in under 5 s", f"{each['sayso']['cpu']:.1f} s of CPU")
        if "snorkel" in each:
            wanted, ratio = (3.0 if rows >= 1_000_000 else 1.0), each["snorkel"]["cpu"] / each["sayso"]["cpu"]
            yield told(ratio >= wanted, f"{wanted:.0f} times as fast as snorkel at {size}", f"{ratio:.1f} times")
