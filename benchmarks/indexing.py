"""How long tokenising and indexing take, next to spaCy's own tokenisation on one core, and in how much memory.

Each measurement is a process of its own, so that its peak of resident memory is its own; the memory of helper
processes is added to it. Run it with ``python benchmarks/indexing.py``; it writes ``results/indexing.json``.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

import polars as pl
from comments import comments
from report import RESULTS, machine, write

ROWS = (100_000, 1_000_000)
GOAL_RATIO, GOAL_MEMORY_GB, GOAL_REOPEN_S = 1.5, 2.0, 1.0


def spacy_tokens(path: Path, folder: Path) -> dict[str, float]:
    """spaCy's blank English pipeline over all texts."""
    import spacy

    texts = pl.read_parquet(path)["text"].to_list()
    pipeline = spacy.blank("en")
    start, cpu = time.perf_counter(), cpu_seconds()
    tokens = sum(len(doc) for doc in pipeline.pipe(texts))
    return {"seconds": time.perf_counter() - start, "cpu_seconds": cpu_seconds() - cpu, "tokens": tokens}


def index(path: Path, folder: Path) -> dict[str, float]:
    """Sayso: read the file, clean, tokenise, index, and write the index to the cache; spaCy is imported on the way."""
    import sayso

    start, cpu = time.perf_counter(), cpu_seconds()
    corpus = sayso.Corpus.read(path, text="text", cache=folder)
    column = corpus.column("text")
    seconds, used = time.perf_counter() - start, cpu_seconds() - cpu
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    return {
        "seconds": seconds,
        "cpu_seconds": used,
        "tokens": len(column.tokens),
        "forms": len(column.vocabulary),
        "disk_mb": size / 1e6,
    }


def reopen(path: Path, folder: Path) -> dict[str, float]:
    """Sayso: open the index from the cache; the reading of the file is measured by itself."""
    import sayso

    start = time.perf_counter()
    corpus = sayso.Corpus.read(path, text="text", cache=folder)
    read = time.perf_counter()
    column = corpus.column("text")
    opened = time.perf_counter()
    hits = len(column.postings(column.vocabulary.folded.forms("subscribe")))
    return {
        "read_seconds": read - start,
        "seconds": opened - read,
        "first_search_seconds": time.perf_counter() - opened,
        "hits": hits,
    }


def cpu_seconds() -> float:
    """The processor time of this process and of those that it has started and that have ended."""
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


JOBS: dict[str, Callable[[Path, Path], dict[str, float]]] = {"spacy": spacy_tokens, "index": index, "reopen": reopen}


def resident(process: int) -> int:
    """The resident memory of a process and its children, in bytes; 0 once it has gone."""
    total = 0
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            if process in (parent, int(entry.name)):
                total += int((entry / "statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
        except (OSError, ValueError, IndexError):
            continue
    return total


def measured(job: str, path: Path, folder: Path) -> dict[str, float]:
    """Run a job in a process of its own; its figures, and its peak of resident memory."""
    command = [sys.executable, __file__, job, str(path), str(folder)]
    peak = 0
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        done = threading.Event()

        def watch() -> None:
            nonlocal peak
            while not done.wait(0.05):
                peak = max(peak, resident(process.pid))

        watcher = threading.Thread(target=watch)
        watcher.start()
        answer, _ = process.communicate()
        done.set()
        watcher.join()
    return {**json.loads(answer), "peak_gb": peak / 1e9}


def main() -> None:
    """Measure, print and write."""
    results = []
    for rows in ROWS:
        with tempfile.TemporaryDirectory() as name:
            path, folder = Path(name) / "comments.parquet", Path(name) / "cache"
            comments(rows).to_frame().write_parquet(path)
            figures = {job: measured(job, path, folder) for job in JOBS}
        ratio, cpu_ratio = (figures["index"][unit] / figures["spacy"][unit] for unit in ("seconds", "cpu_seconds"))
        results.append({"rows": rows, "ratio_to_spacy": ratio, "cpu_ratio_to_spacy": cpu_ratio, **figures})
        print(
            f"{rows:>9,} rows: spaCy {figures['spacy']['seconds']:.1f} s, Sayso {figures['index']['seconds']:.1f} s "
            f"(ratio {ratio:.2f}, of processor time {cpu_ratio:.2f}, goal {GOAL_RATIO}); "
            f"peak {figures['index']['peak_gb']:.2f} GB (goal {GOAL_MEMORY_GB}); "
            f"reopened in {figures['reopen']['seconds']:.2f} s (goal {GOAL_REOPEN_S})"
        )
    goals = {"ratio_to_spacy": GOAL_RATIO, "peak_gb": GOAL_MEMORY_GB, "reopen_seconds": GOAL_REOPEN_S}
    write(machine() | {"goals": goals, "results": results}, RESULTS / "indexing.json")


if __name__ == "__main__":
    if len(sys.argv) == 4:
        print(json.dumps(JOBS[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))))
    else:
        main()
