"""How many ways of saying one and the same thing are read as the same thing.

    python benchmarks/bench_paraphrases.py [--failures] [--each 200] [--folder FOLDER] [NAME ...]

A file of ``benchmarks/paraphrases/`` holds families. A family is a condition, said plainly (``base``), sentences of the
same meaning with gaps (``frame``), ways to fill every gap (any other key), and whole sentences that fit no frame:

    family: word between the arguments
    setting: relation
    base: the word "wife" appears between X and Y
    frame: {place} {thing} {verb}
    thing: "wife" | the word "wife"
    verb: appears | can be seen
    place: between X and Y | in the middle of X and Y
    whole: X and Y are linked by the word "wife"

Every sentence must be read, and must mean what the base means: the analysis must call the two equal. All ways to fill
a single gap are tried, the others filled at random, until a family has ``--each`` sentences. ``--failures`` lists the
ways and frames that never went right, and sentences that went wrong without one of these.
"""

from __future__ import annotations

import random
import warnings
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from string import Formatter
from typing import Any

import sayso
from report import ROOT, machine, options, write
from sayso.compiler.analysis import relation

FOLDER = ROOT / "benchmarks" / "paraphrases"
SPLIT = " | "


@dataclass
class Family:
    """Ways of saying one thing; ``gaps`` maps a gap's name to the ways to fill it."""

    name: str
    setting: str = ""
    base: str = ""
    frames: list[str] = field(default_factory=list)
    wholes: list[str] = field(default_factory=list)
    gaps: dict[str, list[str]] = field(default_factory=dict)

    def sentences(self, most: int, seed: int = 0) -> list[tuple[str, tuple[str, ...]]]:
        """Sentences, each with the frame and the fillings that made it; no sentence twice."""
        rng = random.Random(seed)
        made = {whole: (whole,) for whole in self.wholes}

        def fill(frame: str, **fixed: str) -> None:
            names = [name for _, name, _, _ in Formatter().parse(frame) if name]
            filled = {name: fixed.get(name) or rng.choice(self.gaps[name]) for name in names}
            made.setdefault(frame.format(**filled), (frame, *filled.values()))

        for frame in self.frames:
            for _, name, _, _ in Formatter().parse(frame):
                for way in self.gaps[name] if name else ():
                    fill(frame, **{name: way})
        tries = 0
        while self.frames and len(made) < most and tries < 4 * most:
            fill(rng.choice(self.frames))
            tries += 1
        return list(made.items())


def load(path: Path) -> list[Family]:
    """The families of a file."""
    families: list[Family] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        key, colon, value = (part.strip() for part in line.partition(":"))
        if not colon:
            raise ValueError(f"{path.name}:{number}: {line}")
        if key == "family":
            families.append(Family(value))
        elif key in ("setting", "base"):
            setattr(families[-1], key, value)
        elif key in ("frame", "whole"):
            getattr(families[-1], key + "s").append(value)
        else:
            families[-1].gaps[key] = value.split(SPLIT)
    return families


def corpora() -> dict[str, sayso.Corpus]:
    """A small corpus for every setting."""
    table = {
        "amount": 12.5,
        "balance": 100.0,
        "country": "UK",
        "home_country": "US",
        "hour": 3,
        "age_of_account_days": 10,
        "card_present": True,
        "n_attempts": 2,
        "merchant_category": "grocery",
        "memo": "for the rent",
        "posted_at": date(2024, 6, 10),
    }
    others = {
        "country": ["US", "FR", "DE"],
        "home_country": ["UK", "FR", "DE"],
        "merchant_category": ["jewelry", "travel", "fuel"],
    }
    rows = [table | {name: values[i] for name, values in others.items()} for i in range(3)]
    relation = {"sentence": "Ann Lee and her Bob Ray married.", "X": [0, 7], "Y": [16, 23], "entities": []}
    return {
        "relation": sayso.Corpus.from_rows(
            [relation], text="sentence", spans=["X", "Y"], entities="entities", cache=False
        ),
        "text": sayso.Corpus.from_rows([{"comment": "A song."}], text="comment", cache=False),
        "mail": sayso.Corpus.from_rows([{"subject": "Hi", "body": "See it."}], text=["subject", "body"], cache=False),
        "table": sayso.Corpus.from_rows([table, *rows], text="memo", now="2024-06-30", cache=False),
    }


KINDS = ("right", "not read", "other")


@dataclass(frozen=True)
class Outcome:
    """What became of a sentence: the frame and fillings that made it, and what it and the base are read as."""

    sentence: str
    ways: tuple[str, ...]
    base: sayso.LF | None
    lf: sayso.LF | None

    @cached_property
    def kind(self) -> str:
        """``right`` if it means the same as the base, else ``other`` if it means anything."""
        if self.lf is None or self.base is None:
            return "not read"
        same = self.lf.when == self.base.when or relation(self.lf.condition, self.base.condition) == "equal"
        return "right" if same else "other"


def blamed(outcomes: list[Outcome]) -> Iterator[str]:
    """The ways that never went right, how often each was tried, and what else went wrong."""
    tried = Counter(way for outcome in outcomes for way in outcome.ways)
    right = Counter(way for outcome in outcomes if outcome.kind == "right" for way in outcome.ways)
    never = {way: n for way, n in tried.most_common() if n > 1 and not right[way]}
    yield from (f"never, of {n:3}: {way}" for way, n in never.items())
    for outcome in outcomes:
        if outcome.kind == "other" or (outcome.kind == "not read" and not set(outcome.ways) & set(never)):
            yield f"{outcome.sentence}  =>  {outcome.lf.when if outcome.lf else 'not read'}"


def read(sentence: str, corpus: sayso.Corpus, task: sayso.Task) -> sayso.LF | None:
    """The top reading of a sentence."""
    program = sayso.compile([sayso.Explanation(sentence, "spam")], corpus, task=task)
    return program.lfs[0] if program.lfs else None


def main() -> None:
    """Run all families, or those of the files named."""
    parser = options(__doc__, "paraphrases")
    parser.add_argument(
        "names", nargs="*", help="files without .txt, or parts of a family's name; all if none is named"
    )
    parser.add_argument("--failures", action="store_true", help="list what went wrong")
    parser.add_argument("--each", type=int, default=200, help="sentences of a family")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="where the families are")
    given = parser.parse_args()
    warnings.simplefilter("ignore")
    task, settings = sayso.Task("label", ("ham", "spam")), corpora()
    report: dict[str, Any] = {}
    total: Counter[str] = Counter()
    for path in sorted(given.folder.glob("*.txt")):
        for family in load(path):
            if given.names and not any(name == path.stem or name in family.name for name in given.names):
                continue
            corpus = settings[family.setting]
            base = read(family.base, corpus, task)
            outcomes = [
                Outcome(text, ways, base, read(text, corpus, task)) for text, ways in family.sentences(given.each)
            ]
            counts = Counter(outcome.kind for outcome in outcomes)
            total += counts
            report[family.name] = dict(counts)
            print(f"{family.name:60}", *(f"{kind} {counts[kind]:4}" for kind in KINDS))
            if given.failures:
                print(f"    base: {base.when if base else f'NOT READ: {family.base}'}", *blamed(outcomes), sep="\n    ")
    print(dict(total))
    if not given.names and not given.failures:
        write(machine() | report | {"total": dict(total)}, given.out)


if __name__ == "__main__":
    main()
