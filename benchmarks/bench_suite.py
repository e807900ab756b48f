"""How many of the judged explanations in ``corpora/explanations/`` are read right, and how long reading them takes.

    python benchmarks/bench_suite.py [--set suite|tried|unseen] [--failures] [NAME ...]

An explanation is right if its top reading votes its label on every row marked ``hit`` and abstains on every row marked
``miss``; or if it is to be refused, and is. The times are those of ``sayso.compile`` with the rows of the file at hand,
after the grammar is loaded. ``--failures`` lists only what went wrong. ``--set`` takes those of another folder.
"""

from __future__ import annotations

import sys
import warnings
from typing import Any

import numpy as np
from report import ROOT, machine, options, write
from sayso import SaysoError

sys.path.insert(0, str(ROOT / "tests"))

import suite

SETS = {
    "suite": suite.FOLDER,
    "tried": ROOT / "benchmarks" / "tried",
    "unseen": ROOT / "benchmarks" / "unseen",
}
"""All were written without a look at the language. Words were then added to it until the suite was read, and for many
of those tried; nothing was mended for the unseen, which tell how well it does with what is new to it.
"""


def figures(named: list[tuple[str, suite.Outcome]]) -> dict[str, Any]:
    """The counts and times of a table's row, from the outcomes and the files they are of."""
    outcomes = [outcome for _, outcome in named]
    read = [o for o in outcomes if not o.block.refuse]
    refused = [o for o in outcomes if o.block.refuse]
    pairs: dict[tuple[str, str], list[bool]] = {}
    for name, outcome in named:
        if outcome.block.pair:
            pairs.setdefault((name, outcome.block.pair), []).append(outcome.fault is None)
    times = [o.milliseconds for o in outcomes] or [0.0]
    return {
        "explanations": len(read),
        "right": sum(o.fault is None for o in read),
        "not read": sum(o.fault == "not read" for o in read),
        "to refuse": len(refused),
        "refused": sum(o.fault is None for o in refused),
        "pairs": len(pairs),
        "pairs right": sum(map(all, pairs.values())),
        "median_ms": round(float(np.median(times)), 1),
        "p99_ms": round(float(np.percentile(times, 99)), 1),
    }


def listed(name: str, outcome: suite.Outcome) -> str:
    """A failure for people."""
    block = outcome.block
    lines = [f"{name}.txt:{block.line}: {block.say}", f"    {outcome.reading}".replace("\n", "\n    ")]
    return "\n".join([*lines, f"    {outcome.fault}"])


def main() -> None:
    """Run all files, or those named."""
    parser = options(__doc__, "suite")
    parser.add_argument("names", nargs="*", help="files without .txt; all of them if none is named")
    parser.add_argument("--failures", action="store_true", help="list only the failing explanations")
    parser.add_argument("--set", choices=SETS, default="suite", help="which explanations")
    given = parser.parse_args()
    warnings.simplefilter("ignore")
    report: dict[str, Any] = {}
    everything: list[tuple[str, suite.Outcome]] = []
    for one in suite.load_all(SETS[given.set]):
        name = one.path.stem
        if given.names and name not in given.names:
            continue
        try:
            one.judge(one.blocks[0])  # the grammar and what errors need are loaded
        except SaysoError as fault:
            print(f"{name}.txt makes no corpus: {fault}", end="\n\n")
            continue
        named = [(name, one.judge(block)) for block in one.blocks]
        report[name] = figures(named)
        everything += named
        print(*(listed(name, outcome) for name, outcome in named if outcome.fault), sep="\n\n", end="\n\n")
    report["total"] = figures(everything)
    if not given.failures:
        columns = list(report["total"])
        print(f"{'':12}", *(f"{column:>12}" for column in columns))
        for name, row in report.items():
            print(f"{name:12}", *(f"{row[column]:>12}" for column in columns))
    if not given.names and not given.failures:
        write(machine() | report, given.out.with_stem(given.set))


if __name__ == "__main__":
    main()
