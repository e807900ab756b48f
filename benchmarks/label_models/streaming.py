"""Ten million rows that never stand in memory together: counted, fitted on, and labeled, part by part.

Run on its own, so that its peak of memory is its own::

    python benchmarks/label_models/streaming.py [--rows 10000000] [--lfs 50]

Prints, as JSON, seconds, the peak of memory, and the accuracy beside that of the same model fitted on the first hundred
thousand rows.
"""

from __future__ import annotations

import argparse
import json
import resource
import time
import warnings
from collections.abc import Iterator
from typing import Any

import numpy as np
import sayso
from synthetic import Setting, drawn, rates_of

PART = 200_000


def parts(rows: int, lfs: int, seed: int) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Votes and truth, drawn part by part; the same every time."""
    setting = Setting(lfs=lfs, rows=rows)
    rates = rates_of(setting, np.random.default_rng(seed))
    for start in range(0, rows, PART):
        random = np.random.default_rng([seed, start])
        truth = random.integers(0, 2, min(PART, rows - start))
        votes = np.empty((len(truth), lfs), np.int8)
        for j in range(lfs):
            votes[:, j] = drawn(rates[j], truth, random) - 1
        yield votes, truth


def streaming(rows: int, lfs: int) -> dict[str, Any]:
    """Seconds (the drawing of votes not counted) and megabytes."""
    made = 0.0

    def votes() -> Iterator[np.ndarray]:
        nonlocal made
        started = time.perf_counter()
        for part, _ in parts(rows, lfs, 0):
            made += time.perf_counter() - started
            yield part
            started = time.perf_counter()

    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    started = time.perf_counter()
    counted = sayso.count_votes(votes(), labels=2)
    counting = time.perf_counter() - started - made
    started = time.perf_counter()
    model = sayso.LabelModel(labels=2).fit(counted.matrix, sample_weight=counted.weights)
    fitting = time.perf_counter() - started
    first = next(parts(rows, lfs, 0))[0][:100_000]
    small = sayso.LabelModel(labels=2).fit(first)
    labeling, right, right_small = 0.0, 0, 0
    for part, truth in parts(rows, lfs, 0):
        started = time.perf_counter()
        found = model.predict_proba(part)
        labeling += time.perf_counter() - started
        right += int((found.argmax(axis=1) == truth).sum())
        right_small += int((small.predict(part) == truth).sum())
    return {
        "rows": rows,
        "lfs": lfs,
        "distinct rows kept": len(counted.weights),
        "exact": counted.exact,
        "seconds": {"counting": counting, "fitting": fitting, "labeling": labeling},
        "megabytes": {"before": before, "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024},
        "accuracy": right / rows,
        "accuracy of a fit on 100,000": right_small / rows,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=10_000_000)
    parser.add_argument("--lfs", type=int, default=50)
    given = parser.parse_args()
    warnings.simplefilter("ignore")
    print(json.dumps(streaming(given.rows, given.lfs), indent=1))


if __name__ == "__main__":
    main()
