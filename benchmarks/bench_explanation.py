"""One new explanation over a million indexed comments: the time from text to votes.

    python benchmarks/bench_explanation.py [--rows 1000000] [--out benchmarks/results/explanation.json]

Each of the explanations is read, compiled and applied once, and was never seen before by this process; one other
explanation has loaded the grammar and touched the index. The index is kept in the folder ``sayso-benchmark`` of the
system's temporary folder, so that it is built only once. Wall is what a person waits, CPU what this process worked.
"""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np
import sayso
from comments import comments
from report import machine, options, write

NEW = r"""
it mentions "subscribe"
it mentions "check out"
it mentions "please check out my channel"
it mentions any of "free", "win", "cash"
it mentions any of "song", "love", "video", "channel", "please", "my", "the", "you"
it mentions all of "check" and "video"
it mentions at least two of "please", "check", "video", "love", "song"
it mentions none of "free", "win", "cash", "subscribe"
it mentions any form of "subscribe"
it mentions any form of "win" or any form of "love"
it mentions exactly "FREE"
it mentions "the"
it does not mention "the"
it has at least 3 exclamation marks
it has two or more question marks
it is shorter than 12 words
it is longer than 150 characters
it has between 15 and 20 words
it has at most 2 sentences
it has more than 8 capital letters
more than 20% of the letters are capitals
at least half of the words are capitalised words
it contains a link
it contains an emoji
it contains no numbers
it has an all-caps word
it has a repeated word
it has a word with repeated characters
it starts with "the"
it starts with any of "check", "please", "subscribe"
it ends with a question mark
it ends with "cash"
"please" is in the first five words
"love" occurs in the last 3 words
"you" occurs in the first sentence
"song" is in the last sentence
"free" occurs within 3 words of "win"
"my" comes right after "check"
"you" comes somewhere before "love"
"video" stands between "check" and "please"
it mentions the characters "ing"
it mentions the regular expression "(?i)https?://[a-z]+\.com/watch"
it mentions the regular expression "[A-Z]{3,}!"
"the" occurs at least three times
it mentions "song" or "love" and does not mention "subscribe", unless it is longer than 25 words
it mentions "my" and it has a link or it mentions "cash"
either it mentions "check" or it has an emoji, but not both
it has more than 10 words and it mentions neither "the" nor "and"
it is shorter than 8 words and contains no link and does not mention "subscribe"
the number of emoji is at least 2 and "please" is in the first 10 words
""".strip().splitlines()


def measure(rows: int) -> dict[str, Any]:
    """The times of all explanations in milliseconds, and where they go."""
    os.environ["SAYSO_CACHE"] = str(Path(tempfile.gettempdir()) / "sayso-benchmark")
    texts = comments(rows, length=18)
    corpus = sayso.Corpus.from_rows(texts.to_frame("text"), text="text", progress=True)
    start = time.perf_counter()
    corpus.column("text")
    opened = time.perf_counter() - start
    sayso.compile('task spam: ham, spam\nspam if it mentions "now"').apply(corpus)
    each = []
    for text in NEW:
        start, work = time.perf_counter(), time.process_time()
        program = sayso.compile(f"task spam: ham, spam\nspam if {text}")
        compiled = time.perf_counter()
        matrix = program.apply(corpus)
        done, work = time.perf_counter(), time.process_time() - work
        assert len(program) == 1, program.report()
        times = {"compile_ms": (compiled - start) * 1e3, "apply_ms": (done - compiled) * 1e3, "cpu_ms": work * 1e3}
        each.append({"explanation": text, "votes": int((matrix.votes >= 0).sum()), **times})
    total = np.array([entry["compile_ms"] + entry["apply_ms"] for entry in each])
    return {
        "rows": rows,
        "explanations": len(NEW),
        "opening_the_index_s": opened,
        "median_ms": float(np.median(total)),
        "p90_ms": float(np.percentile(total, 90)),
        "max_ms": float(total.max()),
        "cpu_median_ms": float(np.median([entry["cpu_ms"] for entry in each])),
        "cpu_p90_ms": float(np.percentile([entry["cpu_ms"] for entry in each], 90)),
        "cpu_max_ms": float(max(entry["cpu_ms"] for entry in each)),
        "compile_median_ms": float(np.median([entry["compile_ms"] for entry in each])),
        "apply_median_ms": float(np.median([entry["apply_ms"] for entry in each])),
        "slowest": sorted(each, key=lambda entry: -entry["compile_ms"] - entry["apply_ms"])[:10],
    }


def main() -> None:
    parser = options(__doc__, "explanation")
    parser.add_argument("--rows", type=int, default=1_000_000)
    given = parser.parse_args()
    report = machine()
    report |= measure(given.rows)
    for entry in report["slowest"]:  # type: ignore[attr-defined]
        print(f"{entry['compile_ms']:8.1f} + {entry['apply_ms']:8.1f} ms  {entry['explanation']}")
    print({key: round(value, 2) for key, value in report.items() if isinstance(value, float)})
    write(report, given.out)


if __name__ == "__main__":
    main()
