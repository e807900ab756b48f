"""Is what the analysis claims true, how much of what is true does it claim, and how fast is it?

    python benchmarks/bench_analysis.py [--parts law3 real speed] [--pairs 100000] [--seed 0]

law3    Families of related conditions are generated, and rows are bred that try to contradict what is claimed of any
        pair of them (see ``tests/adversary.py``). A contradiction is printed, with its row, and counted.
        Completeness: of the relations that no row contradicts, with enough rows to try them, the share that is proved.
real    The same share for explanations that people wrote, on real rows (``$SAYSO_DATA``; skipped without).
speed   500 functions, all pairs, typical, generated and nested; one of them changed; the memory that it takes.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import time
import tracemalloc
import warnings
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import sayso
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from sayso.compiler.analysis import impossible
from sayso.compiler.english import english
from sayso.compiler.evaluate import votes
from sayso.compiler.passes import canonical
from sayso.compiler.relations import Relations
from sayso.compiler.simplify import simplify
from sayso.grammar.nodes import And, Condition, Not, Or
from sayso.primitives.patterns import Regex
from sayso.primitives.regions import Whole
from sayso.primitives.text import Choice, Mentions

ROOT = Path(__file__).resolve().parents[1]
DATA = Path(os.environ.get("SAYSO_DATA", ROOT.parent / "shared" / "data"))
sys.path.insert(0, str(ROOT / "tests"))
FAMILY = 12
FAMILIES = 10
ENOUGH = 20
"""So many rows on which a condition holds, and on which the other does not, make a relation worth counting."""


# -- law 3 ---------------------------------------------------------------------------------------------------------


def families(how_many: int, number: int) -> list[list[Condition]]:
    """Generated conditions, each family bred from one by small changes."""
    import strategies

    @st.composite
    def family(draw: Any) -> list[Condition]:
        members = [draw(strategies.conditions)]
        for _ in range(FAMILY - 1):
            members.append(draw(strategies.changed(draw(st.sampled_from(members)))))
        return members

    found: list[list[Condition]] = []

    @seed(number)
    @settings(
        max_examples=how_many,
        phases=[Phase.generate],
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(family())
    def collect(own: list[Condition]) -> None:
        found.append(list(dict.fromkeys(map(canonical, own))))

    collect()
    return found


def law3(wanted: int, number: int) -> dict[str, Any]:
    """Try to contradict the analysis; see the head of this file."""
    from adversary import breed

    start, batch = time.time(), 0
    counts: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    samples: dict[str, list[str]] = {}
    while counts["pairs"] < wanted:
        rng = Random(number * 100_003 + batch)
        own = families(FAMILIES, number * 100_003 + batch)
        batch += 1
        conditions = [condition for members in own for condition in members]
        first = np.cumsum([0, *map(len, own)])
        pairs = [(i, j) for begin, end in pairwise(first) for i in range(begin, end) for j in range(begin, i)]
        rows, masks = breed(conditions, pairs, rng, rounds=3, each=2)
        relations = Relations(conditions)
        _check(conditions, pairs, relations, rows, masks, counts)
        _complete(conditions, pairs, masks, relations, counts, missed, samples)
        if batch % 10 == 0:
            print(f"{time.time() - start:6.0f} s  {dict(counts)}", flush=True)
    report: dict[str, Any] = {**counts, "seconds": round(time.time() - start)}
    report["violations"] = counts["violations"]
    report["proved share"] = round(counts["proved"] / max(counts["true"], 1), 3)
    for kind, times in missed.most_common(40):
        print(f"{times:6}  {kind}")
        print("".join(f"            {said[:170]}\n" for said in samples[kind][:3]), end="")
    return report


def _check(
    conditions: list[Condition],
    pairs: list[tuple[int, int]],
    relations: Relations,
    rows: list[Any],
    masks: Any,
    counts: Counter[str],
) -> None:
    """Count what is claimed and what of it is contradicted; tell the contradictions."""
    counts["rows"] += len(rows)
    counts["pairs"] += len(pairs)
    counts["all pairs"] += len(conditions) * (len(conditions) - 1) // 2
    within = np.zeros((len(conditions), len(conditions)), dtype=bool)
    within[tuple(np.transpose(pairs))] = True
    within |= within.T
    counts["claimed"] += int(((relations.implies | relations.excludes) & within).sum())
    held = masks.astype(np.float32)
    alone, both = held.T @ (1 - held), held.T @ held
    for claim, broken in (("implies", relations.implies & (alone > 0)), ("excludes", relations.excludes & (both > 0))):
        np.fill_diagonal(broken, False)
        for i, j in np.argwhere(broken):
            bad = masks[:, i] & (masks[:, j] if claim == "excludes" else ~masks[:, j])
            _tell(counts, conditions[i], f"{claim} {english(conditions[j])}", rows[int(np.flatnonzero(bad)[0])])
    for i, condition in enumerate(conditions):
        if impossible(condition):
            counts["impossible"] += 1
            if masks[:, i].any():
                _tell(counts, condition, "is impossible", rows[int(np.flatnonzero(masks[:, i])[0])])
    short = [simplify(condition) for condition in conditions]
    changed = [i for i, condition in enumerate(conditions) if short[i] != condition]
    counts["simplified"] += len(changed)
    if changed:
        from adversary import masks as evaluate

        again = evaluate([short[i] for i in changed], rows)
        for k, i in enumerate(changed):
            differ = np.flatnonzero(again[:, k] != masks[:, i])
            if len(differ):
                _tell(counts, conditions[i], f"is the same as {english(short[i])}", rows[int(differ[0])])


def _tell(counts: Counter[str], condition: Condition, claim: str, row: Any) -> None:
    counts["violations"] += 1
    print(f"VIOLATION: {english(condition)}\n   {claim}\n   {row!r}", flush=True)


# -- completeness --------------------------------------------------------------------------------------------------


def _complete(
    conditions: list[Condition],
    pairs: list[tuple[int, int]],
    masks: Any,
    relations: Relations,
    counts: Counter[str],
    missed: Counter[str],
    samples: dict[str, list[str]],
) -> None:
    """Count the relations that no row contradicts, and those of them that are proved."""
    held = masks.astype(np.float32)
    size, rows = held.sum(axis=0), len(masks)
    alone, both = held.T @ (1 - held), held.T @ held
    for i, j in (*pairs, *((j, i) for i, j in pairs)):
        if size[i] < ENOUGH:
            continue
        for claim, true, proved in (
            ("implies", alone[i, j] == 0 and size[j] <= rows - ENOUGH, relations.implies[i, j]),
            ("excludes", i > j and both[i, j] == 0 and size[j] >= ENOUGH, relations.excludes[i, j]),
        ):
            if not true:
                continue
            counts["true"] += 1
            counts["proved"] += bool(proved)
            counts[f"true: {claim}"] += 1
            counts[f"proved: {claim}"] += bool(proved)
            if not proved:
                kind = f"{_kind(conditions[i])} {claim} {_kind(conditions[j])}"
                missed[kind] += 1
                samples.setdefault(kind, []).append(f"{english(conditions[i])}   {claim}   {english(conditions[j])}")
                samples[kind].sort(key=len)
                del samples[kind][12:]


def _kind(condition: Condition) -> str:
    """What a condition is made of, in short."""
    if isinstance(condition, (And, Or)):
        inner = sorted({_kind(item) for item in condition.items})
        return f"{type(condition).__name__}({', '.join(inner)})" if len(inner) < 3 else f"{type(condition).__name__}(…)"
    if isinstance(condition, Not):
        return f"not {_kind(condition.item)}"
    where = getattr(condition, "where", None)
    quantity = getattr(condition, "quantity", None)
    if quantity is not None:
        return f"#{type(quantity).__name__}"
    return type(condition).__name__ + (f"@{type(where).__name__}" if where is not None else "")


# -- real rows -----------------------------------------------------------------------------------------------------


def real() -> dict[str, Any]:
    """The share of the relations between real explanations, as far as rows do not contradict them, that is proved."""
    report: dict[str, Any] = {}
    for name, (corpus, program) in _real_programs().items():
        conditions = [lf.condition for lf in program.lfs]
        masks = votes(conditions, [1] * len(conditions), corpus) == 1
        counts: Counter[str] = Counter()
        missed: Counter[str] = Counter()
        samples: dict[str, list[str]] = {}
        pairs = [(i, j) for i in range(len(conditions)) for j in range(i)]
        relations = Relations(conditions)
        held = masks.astype(np.float32)
        np.fill_diagonal(relations.implies, False)
        broken = int((relations.implies & (held.T @ (1 - held) > 0)).sum())
        broken += int((relations.excludes & (held.T @ held > 0)).sum())
        _complete(conditions, pairs, masks, relations, counts, missed, samples)
        report[name] = {
            "functions": len(conditions),
            "rows": len(corpus),
            "claimed": int(relations.implies.sum() + relations.excludes.sum() // 2),
            "violations": broken,
            **{key: counts[key] for key in ("true: implies", "proved: implies", "true: excludes", "proved: excludes")},
        }
        print(f"{name}: {report[name]}")
        for kind, _ in missed.most_common(12):
            if "implies" in kind:
                print("".join(f"      {said[:170]}\n" for said in samples[kind][:2]), end="")
    return report


def _real_programs() -> dict[str, tuple[Any, Any]]:
    """Real rows with the explanations that were written for such rows."""
    found: dict[str, tuple[Any, Any]] = {}
    folder = ROOT / "benchmarks" / "explanations"
    for name, file, text in (
        ("youtube", DATA / "youtube" / "train.csv", "text"),
        ("sms", DATA / "sms" / "train.csv", "text"),
        ("census", DATA / "census" / "train.csv", None),
    ):
        if file.exists():
            corpus = sayso.Corpus.read(file, **({"text": text} if text else {}))
            found[name] = corpus, sayso.compile(folder / f"{name}.say", corpus)
    if (DATA / "spouse" / "dev.jsonl").exists():
        from bench_relations import lines, semeval, spouse

        for name, rows in (("spouse", spouse), ("semeval", semeval)):
            own, spans, labels = rows()
            plain = [{key: row[key] for key in ("text", *spans)} for row in own]
            corpus = sayso.Corpus.from_rows(plain, text="text", spans=spans)
            given_ = lines(DATA / "explanations" / f"{name}.jsonl")
            explanations = [sayso.Explanation(line["explanation"], line["label"]) for line in given_]
            found[name] = corpus, sayso.compile(explanations, corpus, task=sayso.Task(name, tuple(labels)))
    return found


# -- speed ---------------------------------------------------------------------------------------------------------


def speed(number: int) -> dict[str, Any]:
    """Seconds of CPU for all pairs of 500 functions, again with one changed, and the memory that it takes."""
    import strategies  # noqa: F401  (the path to it must be there)

    flat = [canonical(own) for own in _typical(500, Random(number))]
    mixed = [condition for members in families(120, number) for condition in members][:500]
    report = {}
    matched = [*map(_matched, _expressions(500, Random(number)))]
    nested = [_matched(f"x{{{i % 20 + 1}}}y{{{i // 20 + 1}}}") for i in range(500)]
    sets = (("typical", flat), ("generated", mixed), ("expressions", matched), ("nested expressions", nested))
    for name, conditions in (*sets, *_nested(500)):
        start = time.process_time()
        relations = Relations(conditions)
        first = time.process_time() - start
        changed = [*conditions[:250], canonical(And((conditions[250], conditions[0]))), *conditions[251:]]
        start = time.process_time()
        again = Relations(changed, relations)
        second = time.process_time() - start
        tracemalloc.start()
        kept = Relations(conditions)
        size, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        del again, kept
        report[name] = {
            "functions": len(conditions),
            "seconds": round(first, 3),
            "one changed": round(second, 3),
            "kept MB": round(size / 1e6, 2),
            "peak MB": round(peak / 1e6, 1),
            "proved": int(relations.implies.sum() - len(conditions) + relations.excludes.sum() // 2),
        }
        print(f"{name}: {report[name]}")
    return report


def _nested(count: int) -> Iterator[tuple[str, list[Condition]]]:
    """Sets in which every condition is related to every other, or has words in common with most."""
    from sayso.compiler.reader import read

    listed = [", ".join(f'"word{j}"' for j in range(i)) for i in range(1, count + 1)]
    words = [f'"word{i % 40}", "word{i * 7 % 40}", "word{i * 11 % 40}"' for i in range(count)]
    for name, said in (
        ("nested thresholds", [f"it has at least {i} links" for i in range(1, count + 1)]),
        ("nested places", [f'it mentions "free" in the first {i} words' for i in range(1, count + 1)]),
        ("nested conjunctions", [f'it mentions "free" and has at least {i} links' for i in range(1, count + 1)]),
        ("overlapping lists", [f"it mentions any of {own}" for own in words]),
    ):
        yield name, [canonical(read(own).meanings[0][1]) for own in said]
    first = read(f"it mentions any of {listed[-1]}").meanings[0][1]
    yield (
        "nested lists",
        [replace(first, what=replace(first.what, items=first.what.items[:i])) for i in range(1, count + 1)],
    )


def _matched(expression: str) -> Condition:
    return canonical(Mentions(Choice((Regex(expression),)), Whole()))


def _expressions(count: int, rng: Random) -> list[str]:
    """Regular expressions of the kinds that people write; some of them lead to others."""
    words = ["free", "win", "cash", "prize", "offer", "click", "account", "payment", "urgent", "now", "call", "reply"]
    found: dict[str, None] = {}
    while len(found) < count:
        one, two, three = rng.sample(words, 3)
        low, high = sorted(rng.sample(range(1, 9), 2))
        found[
            rng.choice(
                [
                    rf"(?i)\b{one}\b",
                    f"(?i){one}|{two}|{three}",
                    rf"(?i)\b(?:{one}|{two})\s+{three}",
                    f"(?i){one}.{{0,{high}}}{two}",
                    rf"{one}\w*\s{two}",
                    rf"\b\d{{{low},{high}}}\b",
                    rf"\$\d{{{low}}}(?:\.\d\d)?",
                    rf"\d{{{low},{high}}}[-/.]\d{{{low}}}",
                    f"[A-Z]{{{low},}}",
                    rf"^{one} (?:\w+ ){{0,{low}}}{two}",
                    f"{one}[!?.]{{{low},{high}}}$",
                    rf"https?://\S*{one}\S*",
                    f"[a-{'cdefghijkl'[high]}]{{{low}}}{one}",
                ]
            )
        ] = None
    return list(found)


def _typical(count: int, rng: Random) -> list[Condition]:
    """Conditions as people type them, many of them related: words, phrases, places, thresholds, and their mixtures."""
    from sayso.compiler.reader import read

    words = [f"word{i}" for i in range(60)]
    found = []
    for _ in range(count):
        one, two, three = rng.sample(words, 3)
        number = rng.randrange(1, 9)
        said = rng.choice(
            [
                f'it mentions "{one}"',
                f'it mentions "{one} {two}"',
                f'it mentions any of "{one}", "{two}", "{three}"',
                f'it mentions "{one}" in the first {number} words',
                f'it mentions "{one}" within {number} words after "{two}"',
                f"it has at least {number} words and it has at most {number + 5} words",
                f'it mentions "{one}" or it has at least {number} links',
                f'it mentions "{one}" at least {number} times and it does not mention "{two}"',
                f'(it mentions "{one}" or it mentions "{two}") and it has at least {number} words',
            ]
        )
        found.append(read(said).meanings[0][1])
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--parts", nargs="+", default=["law3", "real", "speed"], choices=["law3", "real", "speed"])
    parser.add_argument("--pairs", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--out", type=Path, default=ROOT / "benchmarks" / "results" / "analysis.json")
    given_ = parser.parse_args()
    warnings.simplefilter("ignore")
    report = json.loads(given_.out.read_text(encoding="utf-8")) if given_.out.exists() else {}
    report |= {"date": str(date.today()), "python": platform.python_version(), "seed": given_.seed}
    for part in given_.parts:
        work = {"law3": lambda: law3(given_.pairs, given_.seed), "real": real, "speed": lambda: speed(given_.seed)}
        report[part] = work[part]()
        given_.out.parent.mkdir(parents=True, exist_ok=True)
        given_.out.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(report, indent=1))


if __name__ == "__main__":
    main()
