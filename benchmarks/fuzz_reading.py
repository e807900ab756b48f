"""Mutated explanations: none may crash the reader, take over a second, or be read without one of its content words.

Run: ``python benchmarks/fuzz_reading.py [--count 100000] [--seed 0] [--processes 2]``. It prints what it found as JSON
and ends with exit code 1 if that is anything. ``tests/compiler/test_fuzz.py`` runs a small sample.

Explanations are taken from the .say files, the tests' readings, the judged suite (with its columns) and what Sayso says
back of them. One to three times, a word, character, number, quote or bracket is dropped, doubled, swapped or put in.
What is still read must pass these checks:

- what Sayso says back of it is read with the same meaning;
- every letter and digit belongs to a terminal, a filler, or padding;
- other words in a pair of quotes, another number: another meaning, or none;
- without an operator (:data:`OPERATORS`), for example "not" or "twice": another meaning, or none.

Meanings are compared before canonical form, which may rightly drop what another part of the condition implies.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import traceback
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from time import process_time
from typing import Any

from sayso.compiler.diagnose import diagnose, known_words
from sayso.compiler.english import english
from sayso.compiler.explanation import Explanation
from sayso.compiler.passes import canonical
from sayso.compiler.reader import Result, read
from sayso.compiler.scope import NOWHERE, Scope
from sayso.compiler.sources import load

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

LIMIT = 1.0
"""The most seconds of processor time a reading may take."""

OPERATORS = frozenset({
    "not", "never", "no", "none", "nothing", "neither", "nor", "without", "unless", "except", "lacks", "lack",
    "fewer", "less", "least", "most", "more", "twice", "thrice", "once", "half", "first", "last", "before", "after",
    "between", "within", "immediately", "directly", "right", "starts", "ends", "begins", "opens", "shorter",
    "longer", "different", "capital", "lower", "upper",
})  # fmt: skip
"""Words that always mean something, but where they are said again for the next part ("before X and before Y")."""

LARGEST = 10**15
"""Floats tell larger whole numbers no longer apart."""

STRANGE = list("\"'“”‘’«»()[]{}#%$@\\/|~^*_<>=+-–—…:;,.!?\u200b\u00a0\u0301\U0001f600ß١\x00\t\n")
"""Characters that are put in."""

WORDS = [
    "blorp", "zebra", "the", "and", "or", "not", "twice", "five", "1,000", "$5,000", "3.5", "70%", "²", "-1", "wife's",
]  # fmt: skip
"""Words that are put in."""


EXPLAINED = 0.1
"""The share of the explanations whose refusal is looked into, which takes longer than the refusal."""


@dataclass(frozen=True)
class Fault:
    """What went wrong with an explanation."""

    kind: str
    text: str
    detail: str


@cache
def seeds() -> list[tuple[str, Scope]]:
    """Explanations that are read, each with what it may name."""
    import suite

    found: list[tuple[str, Scope]] = []
    for path in [*(ROOT / "benchmarks" / "explanations").glob("*.say"), *(ROOT / "corpora" / "samples").glob("*.say")]:
        file = load(path)
        lexicons = {d.name.lower(): read(d.text, start="definition").meanings[0][1] for d in file.definitions}
        found += [(explanation.text, Scope(lexicons)) for explanation in file.explanations]
    for name in ("readings.txt", "minimal_pairs.txt"):
        for line in (ROOT / "tests" / "compiler" / name).read_text(encoding="utf-8").splitlines():
            if line.strip() and not line.startswith(("#", "=>")):
                found += [(text, NOWHERE) for text in line.split(" | ")[:2]]
    for own in suite.load_all():
        scope = Scope(schema=own.corpus.schema)
        found += [(block.say, scope) for block in own.blocks]
    said = []
    for text, scope in found:
        meanings = read(text, scope, locate=False).meanings
        if meanings:
            said.append((english(canonical(meanings[0][1])), scope))
    return found + said


def mutated(text: str, chance: random.Random) -> str:
    """The explanation with one to three faults."""
    for _ in range(chance.randint(1, 3)):
        words = text.split(" ")
        at = chance.randrange(len(words))
        place = chance.randrange(len(text) + 1)
        kind = chance.randrange(10)
        if kind == 0:
            del words[at]
        elif kind == 1:
            words.insert(at, words[at])
        elif kind == 2:
            other = chance.randrange(len(words))
            words[at], words[other] = words[other], words[at]
        elif kind == 3:
            words.insert(at, chance.choice(WORDS))
        elif kind == 4:
            words.insert(at, chance.choice(_vocabulary()))
        elif kind == 5:
            words[at] = chance.choice(_vocabulary())
        if kind <= 5:
            text = " ".join(words)
        elif kind == 6:
            text = text[:place] + text[place + 1 :]
        elif kind == 7:
            text = text[:place] + chance.choice(STRANGE) + text[place:]
        elif kind == 8:
            text = text[:place] + text[max(0, place - 1) : place] + text[place:]
        else:
            text = re.sub(r"\d+", lambda _: str(chance.choice([0, 1, 7, 10**9, 10**14])), text, count=1)
    return text


@cache
def _vocabulary() -> list[str]:
    return known_words()


def faults(text: str, scope: Scope, *, explain: bool = True) -> Iterator[Fault]:
    """What is wrong with the way the explanation is read; with ``explain``, also with what is said if it is not."""
    begin = process_time()
    try:
        result = read(text, scope, locate=explain)
        if not result.meanings and explain:
            diagnose(Explanation(text, "x"), result, scope)
    except Exception:
        yield Fault("exception", text, traceback.format_exc()[-600:])
        return
    took = process_time() - begin
    if took > LIMIT:
        yield Fault("slow", text, f"{took:.2f} s")
    if result.meanings:
        yield from _echo(text, scope, result.meanings[0][1])
        yield from _ignored(text, scope, result)


def _echo(text: str, scope: Scope, meaning: Any) -> Iterator[Fault]:
    """Whether what is said back is read with another meaning."""
    try:
        own = canonical(meaning)
        back = english(own)
        again = read(back, scope, locate=False).meanings
    except Exception:
        yield Fault("exception", text, traceback.format_exc()[-600:])
        return
    if not again or canonical(again[0][1]) != own:
        yield Fault("echo", text, f"said back as {back}, read as {said(again[0][1]) if again else None}")


def _ignored(text: str, scope: Scope, result: Result) -> Iterator[Fault]:
    """The content words without which the explanation would mean the same."""
    meaning = result.meanings[0][1]
    spans = [(x.start, x.end) for x in result.lexed.lexemes] + result.lexed.fillers
    spans += [(remark.start, remark.end) for remark in result.lexed.remarks]
    rest = list(text)
    for start, end in spans:
        rest[start:end] = " " * (end - start)
    left = re.findall(r"\w+", "".join(rest))
    if left:
        yield Fault("dropped", text, f"{left} in none of the terminals; read as {said(meaning)}")
    for lexeme in result.lexemes:
        own = text[lexeme.start : lexeme.end]
        if lexeme.terminal == "QUOTED_TEXT":
            changed = [f"{own[0]}zqxj{own[-1]}"]
        elif lexeme.terminal == "NUMERAL" and own.isdecimal() and int(own) < LARGEST:
            changed = [str(int(own) + 1)]
        elif own.lower() in OPERATORS and own.lower() not in text[: lexeme.start].lower():
            changed = [""]
        else:
            continue
        for new in changed:
            other = read(text[: lexeme.start] + new + text[lexeme.end :], scope, locate=False)
            if other.meanings and other.meanings[0][1] == meaning:
                yield Fault("ignored", text, f"{own!r} makes no difference; read as {said(meaning)}")


def said(meaning: Any) -> str:
    """The meaning in English, where it can be said."""
    try:
        return english(canonical(meaning))
    except Exception:
        return repr(meaning)


def sample(count: int, seed: int) -> tuple[Counter[str], list[Fault]]:
    """How many of ``count`` mutated explanations were read, and their faults."""
    chance = random.Random(seed)
    tally: Counter[str] = Counter()
    found: list[Fault] = []
    for _ in range(count):
        text, scope = chance.choice(seeds())
        text = mutated(text, chance)
        own = list(faults(text, scope, explain=chance.random() < EXPLAINED))
        tally["tried"] += 1
        tally.update(fault.kind for fault in own)
        found += own
    return tally, found


def main() -> int:
    from rich.progress import track

    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--processes", type=int, default=2)
    given = parser.parse_args()
    size = 250
    parts = -(-given.count // size)
    total: Counter[str] = Counter()
    found: list[Fault] = []
    with ProcessPoolExecutor(given.processes) as pool:
        jobs = pool.map(sample, [size] * parts, range(given.seed * 1_000_003, given.seed * 1_000_003 + parts))
        for tally, own in track(jobs, total=parts, description="explanations", disable=not sys.stderr.isatty()):
            total += tally
            found += own
    shown = [vars(fault) for fault in sorted(found, key=lambda fault: (fault.kind, len(fault.text)))[:200]]
    sys.stdout.write(json.dumps({"counts": total, "faults": shown}, indent=1, ensure_ascii=False) + "\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
