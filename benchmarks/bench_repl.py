"""How long ``sayso repl`` takes to answer, on 100,000 comments.

The token index is built before the clock starts, as it is in the repl.
The lines are the explanations of ``benchmarks/explanations`` with their lists, each read, shown and kept, so that later
ones are compared with all before; then the commands, and lines that are not understood.
"""

from __future__ import annotations

import gc
import json
from time import perf_counter

import numpy as np
import sayso
from report import ROOT, machine, options, write
from sayso.corpora import samples
from sayso.runtime.repl import Session

WRONG = [
    "spam because it mentons the word",
    "spam if it blorps",
    "spam because it mentions",
    "ham if it has more links",
]
COMMANDS = ["/list", "/readings LF1", "/edit LF2", "/drop LF3", "/undo", "/help"]


def main() -> None:
    parser = options(__doc__, "repl")
    parser.add_argument("--rows", type=int, default=100_000)
    given = parser.parse_args()
    rows: int = given.rows
    frame = samples.load("comments", repeat=-(-rows // 600)).head(rows)
    corpus = sayso.Corpus.from_rows(frame, text="text")
    session = Session(corpus, task=sayso.Task("spam", ("ham", "spam")), accept=True)
    text = "\n".join((ROOT / "benchmarks" / "explanations" / f"{name}.say").read_text() for name in ("youtube", "sms"))
    lines = [line for line in text.splitlines() if line.startswith(("let", "ham", "spam"))]
    session.reply("spam because it mentions the the")  # what messages need is loaded
    gc.freeze()  # as the repl does
    took: dict[str, list[float]] = {}
    for kind, own in (("explanation", lines), ("not understood", WRONG), ("command", COMMANDS)):
        for line in own:
            start = perf_counter()
            session.reply(line)
            took.setdefault(kind, []).append((perf_counter() - start) * 1e3)
    report = machine() | {
        "rows": rows,
        "functions": len(session.state.lfs),
        "milliseconds": {
            kind: {"replies": len(own), "median": round(float(np.median(own)), 1), "most": round(max(own), 1)}
            for kind, own in took.items()
        },
    }
    print(json.dumps(report["milliseconds"], indent=1))
    write(report, given.out)


if __name__ == "__main__":
    main()
