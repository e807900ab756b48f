"""Twenty varied labeling functions on generated comments: Sayso beside the same functions written by hand.

    python -m pip install . -r benchmarks/requirements.txt        (for the peers; those that are missing are skipped)
    python benchmarks/bench_apply.py [--rows 100000] [--repeats 7] [--out benchmarks/results/apply.json]

Every method turns the same column of texts into the same votes; the hand-written ones say with regular expressions what
the explanations say in English, and the votes are compared. Sayso's token index is built before, as it is built once
per corpus; "cold" is the first use of an index opened from disk, "warm" the later ones. Slow methods see
a part of the rows.
"""

from __future__ import annotations

import json
import os
import re
import tempfile
import time
from collections.abc import Callable
from typing import Any

import numpy as np
import polars as pl
import sayso
from comments import comments
from report import machine, options, write

EXPLANATIONS = [
    ("spam", 'it mentions "subscribe"'),
    ("spam", 'it mentions "check out"'),
    ("spam", 'it mentions any of "free", "win", "cash", "subscribe", "channel", "please"'),
    ("spam", 'it mentions at least two of "please", "check", "video", "love", "song"'),
    ("spam", 'it mentions any form of "subscribe"'),
    ("spam", "it has at least 3 exclamation marks"),
    ("ham", "it is shorter than 12 words"),
    ("spam", "it has more than 8 capital letters"),
    ("spam", "more than 20% of the letters are capitals"),
    ("spam", "it contains a link"),
    ("ham", "it has an emoji and is longer than 10 words"),
    ("ham", 'it starts with any of "the", "and", "to"'),
    ("ham", "it ends with a question mark"),
    ("spam", '"please" is in the first five words'),
    ("spam", '"free" occurs within 3 words of "win"'),
    ("spam", '"my" comes right after "check"'),
    ("spam", r'it mentions the regular expression "(?i)https?://[a-z]+\.com/watch"'),
    ("ham", 'it mentions the characters "ing"'),
    ("ham", 'it mentions "song" or "love" and does not mention "subscribe", unless it is longer than 25 words'),
    ("spam", 'it has an all-caps word and it has between 15 and 20 words and it mentions neither "the" nor "and"'),
]

WORD = r"\w\S*"
CAPS = r"\b[A-Z][A-Z0-9]*[A-Z][A-Z0-9]*\b"
EMOJI = "[😂❤👍😍🎉]|:\\)|:D|<3"


def any_of(*words: str) -> str:
    """The regular expression for any of these words, case ignored."""
    return rf"(?i)\b(?:{'|'.join(words)})\b"


def columnar(has: Callable[[str], Any], count: Callable[[str], Any], number: Callable[[Any], Any]) -> list[Any]:
    """The functions on a whole column: ``has`` and ``count`` search a regular expression, ``number`` makes 0 and 1."""
    words = count(WORD)
    some = [number(has(any_of(word))) for word in ("please", "check", "video", "love", "song")]
    return [
        has(any_of("subscribe")),
        has(any_of("check out")),
        has(any_of("free", "win", "cash", "subscribe", "channel", "please")),
        sum(some[1:], some[0]) >= 2,
        has(r"(?i)\bsubscrib(?:e|es|ed|ing)\b"),
        count("!") >= 3,
        words < 12,
        count("[A-Z]") > 8,
        count("[A-Z]") > 0.2 * count("[A-Za-z]"),
        has(r"https?://|www\."),
        has(EMOJI) & (words > 10),
        has(r"(?i)^\W*(?:the|and|to)\b"),
        has(r"\?\W*$"),
        has(r"(?i)^(?:\W*\w\S*\s+){0,4}\W*please\b"),
        has(r"(?i)\bfree\W+(?:\w\S*\W+){0,2}win\b|\bwin\W+(?:\w\S*\W+){0,2}free\b"),
        has(r"(?i)\bcheck\W+my\b"),
        has(r"(?i)https?://[a-z]+\.com/watch"),
        has("(?i)ing"),
        has(any_of("song", "love")) & ~has(any_of("subscribe")) & ~(words > 25),
        has(CAPS) & (words >= 15) & (words <= 20) & ~has(any_of("the", "and")),
    ]


def row_by_row() -> list[Callable[[str], bool]]:
    """The functions on one text, as plain Python with compiled expressions."""

    def has(pattern: str) -> Callable[[str], bool]:
        search = re.compile(pattern).search
        return lambda text: search(text) is not None

    def count(pattern: str) -> Callable[[str], int]:
        find = re.compile(pattern).findall
        return lambda text: len(find(text))

    words, capitals, letters = count(WORD), count("[A-Z]"), count("[A-Za-z]")
    some = [has(any_of(word)) for word in ("please", "check", "video", "love", "song")]
    emoji, song, subscribe = has(EMOJI), has(any_of("song", "love")), has(any_of("subscribe"))
    caps, the = has(CAPS), has(any_of("the", "and"))
    return [
        subscribe,
        has(any_of("check out")),
        has(any_of("free", "win", "cash", "subscribe", "channel", "please")),
        lambda text: sum(one(text) for one in some) >= 2,
        has(r"(?i)\bsubscrib(?:e|es|ed|ing)\b"),
        lambda text: text.count("!") >= 3,
        lambda text: words(text) < 12,
        lambda text: capitals(text) > 8,
        lambda text: capitals(text) > 0.2 * letters(text),
        has(r"https?://|www\."),
        lambda text: emoji(text) and words(text) > 10,
        has(r"(?i)^\W*(?:the|and|to)\b"),
        has(r"\?\W*$"),
        has(r"(?i)^(?:\W*\w\S*\s+){0,4}\W*please\b"),
        has(r"(?i)\bfree\W+(?:\w\S*\W+){0,2}win\b|\bwin\W+(?:\w\S*\W+){0,2}free\b"),
        has(r"(?i)\bcheck\W+my\b"),
        has(r"(?i)https?://[a-z]+\.com/watch"),
        lambda text: "ing" in text.lower(),
        lambda text: song(text) and not subscribe(text) and not words(text) > 25,
        lambda text: caps(text) and 15 <= words(text) <= 20 and not the(text),
    ]


LABELS = [("ham", "spam").index(label) for label, _ in EXPLANATIONS]


# -- the methods: each prepares what may be prepared, and gives a function that makes the votes ------------------------


def in_polars(texts: pl.Series) -> Callable[[], np.ndarray]:
    frame = texts.to_frame("text").lazy()
    text = pl.col("text").str
    conditions = columnar(text.contains, text.count_matches, lambda mask: mask.cast(pl.Int8))
    votes = [
        pl.when(condition).then(pl.lit(label, pl.Int8)).otherwise(pl.lit(-1, pl.Int8)).alias(str(j))
        for j, (condition, label) in enumerate(zip(conditions, LABELS, strict=True))
    ]
    return lambda: frame.select(votes).collect().to_numpy()


def in_pandas(texts: pl.Series) -> Callable[[], np.ndarray]:
    import pandas as pd

    text = pd.Series(texts.to_list()).str

    def votes() -> np.ndarray:
        conditions = columnar(lambda p: text.contains(p), text.count, lambda mask: mask.astype("int8"))
        columns = [np.where(c, label, -1) for c, label in zip(conditions, LABELS, strict=True)]
        return np.stack(columns, axis=1).astype(np.int8)

    return votes


def in_python(texts: pl.Series) -> Callable[[], np.ndarray]:
    listed, functions = texts.to_list(), list(zip(row_by_row(), LABELS, strict=True))
    return lambda: np.array([[v if f(text) else -1 for f, v in functions] for text in listed], dtype=np.int8)


def _snorkel_functions(of: Callable[[Any], str]) -> list[Any]:
    from snorkel.labeling import LabelingFunction

    def wrapped(function: Callable[[str], bool], label: int) -> Callable[[Any], int]:
        return lambda row: label if function(of(row)) else -1

    return [
        LabelingFunction(f"lf{j}", wrapped(function, label))
        for j, (function, label) in enumerate(zip(row_by_row(), LABELS, strict=True))
    ]


def in_snorkel(texts: pl.Series) -> Callable[[], np.ndarray]:
    from snorkel.labeling import LFApplier

    listed, applier = texts.to_list(), LFApplier(_snorkel_functions(str))
    return lambda: applier.apply(listed, progress_bar=False)


def in_snorkel_pandas(texts: pl.Series) -> Callable[[], np.ndarray]:
    import pandas as pd
    from snorkel.labeling import PandasLFApplier

    frame = pd.DataFrame({"text": texts.to_list()})
    applier = PandasLFApplier(_snorkel_functions(lambda row: row.text))
    return lambda: applier.apply(frame, progress_bar=False)


PEERS: dict[str, tuple[Callable[[pl.Series], Callable[[], np.ndarray]], float]] = {
    "polars expressions": (in_polars, 1.0),
    "pandas .str": (in_pandas, 0.2),
    "Python functions in a loop": (in_python, 0.2),
    "Snorkel LFApplier": (in_snorkel, 0.1),
    "Snorkel PandasLFApplier": (in_snorkel_pandas, 0.02),
}
"""The methods, and the share of the rows on which each is timed."""


def timed(work: Callable[[], np.ndarray]) -> tuple[float, np.ndarray]:
    """Seconds, and the votes."""
    start = time.perf_counter()
    votes = work()
    return time.perf_counter() - start, votes


def measure(rows: int, repeats: int) -> dict[str, Any]:
    """Rows per second of every method; Sayso and polars take turns, and their ratio is the median over the turns."""
    texts = comments(rows, length=18)
    say = "task spam: ham, spam\n" + "\n".join(f"{label} if {text}" for label, text in EXPLANATIONS)
    program = sayso.compile(say)
    assert len(program) == len(EXPLANATIONS), program.report()
    cold = []
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SAYSO_CACHE"] = folder
        for _ in range(3):  # the first one builds the index, the others open it
            corpus = sayso.Corpus.from_rows(texts.to_frame("text"), text="text")
            corpus.column("text")
            seconds, expected = timed(lambda c=corpus: program.apply(c).votes)  # type: ignore[misc]
            cold.append(seconds)
    polars = in_polars(texts)
    polars()
    pairs = [(timed(lambda: program.apply(corpus).votes)[0], timed(polars)[0]) for _ in range(repeats)]
    results: dict[str, Any] = {
        "sayso, warm": {"rows_per_second": rows / float(np.median([own for own, _ in pairs]))},
        "sayso, cold": {"rows_per_second": rows / min(cold)},
    }
    for name, (method, share) in PEERS.items():
        part = texts[: int(rows * share)]
        try:
            work = method(part)
        except ImportError as error:
            results[name] = {"skipped": f"{error}"}
            continue
        seconds, votes = timed(work)
        if name == "polars expressions":
            seconds = float(np.median([theirs for _, theirs in pairs]))
        agreement = (votes == expected[: len(part)]).mean(axis=0)
        assert agreement.min() >= 0.99, {
            EXPLANATIONS[j][1]: float(agreement[j]) for j in np.flatnonzero(agreement < 0.99)
        }
        results[name] = {"rows_per_second": len(part) / seconds, "agreement": float(agreement.min())}
    ratios = sorted(theirs / own for own, theirs in pairs)
    ratio_cold = float(np.median([theirs for _, theirs in pairs])) / min(cold)
    return {
        "rows": rows,
        "labeling_functions": len(EXPLANATIONS),
        "times faster than polars": {"warm": ratios[len(ratios) // 2], "cold": ratio_cold},
        "methods": results,
    }


def main() -> None:
    parser = options(__doc__, "apply")
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--repeats", type=int, default=7)
    given = parser.parse_args()
    report = machine()
    report |= measure(given.rows, given.repeats)
    for name, own in report["methods"].items():  # type: ignore[attr-defined]
        told = f"skipped: {own['skipped']}" if "skipped" in own else f"{own['rows_per_second']:12,.0f} rows/s"
        print(f"{name:28} {told}")
    print("times faster than polars:", json.dumps(report["times faster than polars"]))
    write(report, given.out)


if __name__ == "__main__":
    main()
