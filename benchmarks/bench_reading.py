"""How long it takes to read explanations, to check a file of a hundred, and to start.

    python benchmarks/bench_reading.py [--out benchmarks/results/reading.json]

Half of the explanations are filled templates, half are generated functions said in English (needs hypothesis and
``tests/strategies.py``). Every one is read once, after a hundred others have been, so nothing but the grammar is warm.
"Wall" is what a person waits, "CPU" what this process worked; on a busy machine they differ.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import time
import warnings
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import sayso
from sayso.compiler.english import english
from sayso.compiler.passes import canonical
from sayso.compiler.reader import read
from sayso.compiler.scope import Scope
from sayso.corpora.schema import Schema

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from strategies_tables import FIELDS  # noqa: E402

COMMON = "free win cash subscribe channel video love song please lyrics winner claim prize follow money check"
WORDS = COMMON.split()
TEMPLATES = """
it mentions "{a}"
the comment mentions any of "{a}", "{b}", "{c}"
it contains all of "{a}", "{b}" and "{c}"
it mentions at least two of "{a}", "{b}", "{c}", "{d}"
none of "{a}", "{b}", "{c}" occurs in it
it mentions any form of "{a}"
"{a}" comes right after "{b}"
"{a}" occurs within {n} words of "{b}"
it mentions "{a}" somewhere before "{b}"
"{a}" is in the first {n} words
it starts with "{a}" and ends with "{b}"
"{a}" appears in the last sentence
it has at least {n} exclamation marks
it is shorter than {n} words
it has between {n} and {m} words
more than {n}% of the letters are capitals
it contains a link and is longer than {n} words, unless it mentions "{a}"
it mentions neither "{a}" nor "{b}"
either it mentions "{a}" or it has an emoji, but not both
it mentions "{a}" or "{b}" and it does not mention "{c}" and it is longer than {n} words
it does not mention "{a}". it has a number. it has fewer than {n} sentences
it mentions the regular expression "{a}[0-9]+" and the characters "{b}" occur in it
not (it mentions "{a}" and it has more than {n} links)
the number of capital letters in the first sentence is at least {n}
it mentions "{a}" at least {n} times in the last {m} words, but it does not mention "{b}"
""".strip().splitlines()

FAULTY = (
    'it mentions "{a}" sarcastically',
    'it mentions "{a}',
    "it has at least many {a}",
    'it mentions of "{a}" and than {n}',
)
"""Every tenth explanation of the file with errors: an unknown word, an open quote, two bad sentences."""


def from_templates(count: int, seed: int = 0) -> list[str]:
    """``count`` different filled templates."""
    random = np.random.default_rng(seed)
    found: dict[str, None] = {}
    while len(found) < count:
        found[_filled(TEMPLATES[len(found) % len(TEMPLATES)], random)] = None
    return list(found)


def _filled(template: str, random: np.random.Generator) -> str:
    a, b, c, d = random.permutation(WORDS)[:4]
    n = int(random.integers(2, 12))
    return template.format(a=a, b=b, c=c, d=d, n=n, m=n + 5)


def from_laws(count: int) -> list[str]:
    """``count`` different functions generated as for the laws' tests, said in English; none without hypothesis."""
    try:
        import hypothesis
    except ImportError as error:
        print(f"skipped generated functions: {error}")
        return []
    sys.path.insert(0, str(ROOT / "tests"))
    import strategies

    found: dict[str, None] = {}

    @hypothesis.settings(
        max_examples=4 * count, database=None, derandomize=True, suppress_health_check=list(hypothesis.HealthCheck)
    )
    @hypothesis.given(strategies.conditions)
    def collect(condition: Any) -> None:
        found[english(canonical(condition))] = None

    collect()
    return list(found)[:count]


def timed(work: Callable[[], Any]) -> tuple[float, float, Any]:
    """Milliseconds of wall and of CPU, and the result."""
    wall, cpu = time.perf_counter(), time.process_time()
    result = work()
    return (time.perf_counter() - wall) * 1e3, (time.process_time() - cpu) * 1e3, result


def spread(times: list[tuple[float, float]]) -> dict[str, Any]:
    """Median, 99th percentile and maximum of wall and CPU milliseconds."""
    array = np.array(times)
    return {
        clock: {
            "median_ms": float(np.median(array[:, i])),
            "p99_ms": float(np.percentile(array[:, i], 99)),
            "max_ms": float(array[:, i].max()),
        }
        for i, clock in enumerate(("wall", "cpu"))
    }


SCOPE = Scope(schema=Schema(("text",), ("person1", "person2"), "ner", fields=FIELDS))
"""The columns that generated functions name."""


def reading(texts: list[str]) -> dict[str, Any]:
    """The times to read each of ``texts``, which may name the columns of the laws' rows."""
    times = []
    for text in texts:
        wall, cpu, result = timed(lambda t=text: read(t, SCOPE))  # type: ignore[misc]
        assert result.meanings, text
        times.append((wall, cpu))
    slowest = int(np.argmax([cpu for _, cpu in times]))
    return {"explanations": len(texts), **spread(times), "slowest": texts[slowest][:300]}


def long_ones() -> dict[str, str]:
    """What must not blow up."""
    listed = ", ".join(f'"word{i}"' for i in range(49))
    conjuncts = " and ".join(f'it mentions "word{i}"' for i in range(10))
    mixed = " and ".join(
        f"it has at least {i + 2} words" if i % 2 else f'"word{i}" does not occur in the first {i + 1} words'
        for i in range(10)
    )
    return {
        "a list of 50 quoted words": f'it mentions any of {listed} or "word49"',
        "ten conjuncts": conjuncts,
        "ten different conjuncts": mixed,
        "ten disjuncts": conjuncts.replace(" and ", " or "),
    }


def checking(errors: bool) -> dict[str, Any]:
    """The time to check a file of 100 explanations (every tenth faulty, if ``errors``), after start-up."""
    random = np.random.default_rng(7)
    lines = from_templates(100, seed=5)
    if errors:
        lines[::10] = [_filled(FAULTY[i % len(FAULTY)], random) for i in range(10)]
    source = "task spam: ham, spam\n" + "\n".join(f"spam if {line}" for line in lines)
    wall, cpu, program = timed(lambda: sayso.compile(source))
    refused = program.read - len(program)
    assert refused == (10 if errors else 0), program.report()
    return {"wall_ms": wall, "cpu_ms": cpu, "refused": refused}


def starting(arguments: list[str], repeats: int = 5) -> float:
    """Seconds of a fresh process; the fastest of several. The interpreter's own start is in it."""
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        subprocess.run(arguments, check=True, capture_output=True)
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=200, help="explanations of each sort")
    parser.add_argument("--out", type=Path, default=ROOT / "benchmarks" / "results" / "reading.json")
    given = parser.parse_args()
    warnings.simplefilter("ignore")
    report: dict[str, Any] = {
        "date": str(date.today()),
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "load": os.getloadavg()[0],
    }
    report["loading the grammar"] = dict(
        zip(("wall_ms", "cpu_ms"), timed(lambda: read("it is short"))[:2], strict=True)
    )
    reading(from_templates(100, seed=99))
    report["templates"] = reading(from_templates(given.count))
    generated = from_laws(given.count)
    report["generated"] = reading(generated) if generated else "skipped"
    report["long"] = {
        name: min(timed(lambda t=text: read(t))[:2] for _ in range(3)) for name, text in long_ones().items()
    }  # type: ignore[misc]
    sayso.compile("task spam: ham, spam\nspam if it mentions the the")  # whatever errors need has been loaded
    report["check 100"] = checking(errors=False)
    report["check 100, ten faulty"] = checking(errors=True)
    report["start_s"] = {
        "python": starting([sys.executable, "-c", "pass"]),
        "import sayso": starting([sys.executable, "-c", "import sayso"]),
    }
    command = Path(sys.executable).with_name("sayso")
    if command.exists():
        report["start_s"]["sayso --help"] = starting([str(command), "--help"])
    print(json.dumps(report, indent=1))
    given.out.parent.mkdir(parents=True, exist_ok=True)
    given.out.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
