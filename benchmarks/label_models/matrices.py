"""Votes with gold labels: of explanation files and people's explanations on real rows, and those that came with data.

Everything is read from ``$SAYSO_DATA`` (default ``../shared/data``); what is not there is skipped and said so. The
votes of explanations are kept in ``$SAYSO_VOTES`` (default: a folder of the system's temporary one) for as long as
neither the explanations nor the compiler change. Gold labels are used for scores alone.
"""

from __future__ import annotations

import hashlib
import json
import os
import pickle
import re
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
import sayso

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("SAYSO_DATA", ROOT.parent / "shared" / "data"))
KEPT = Path(os.environ.get("SAYSO_VOTES", Path(tempfile.gettempdir()) / "sayso-votes"))
EXPLANATIONS = ROOT / "benchmarks" / "explanations"


@dataclass(frozen=True, eq=False)
class Matrix:
    """Votes int8 ``(n, m)``, -1 abstains, and gold ``(n,)`` over ``labels``.

    ``positive``: the label whose F1 is what counts; None where accuracy is. ``structure``: what static analysis (or the
    one who planted it) knows of the labeling functions (LFs), or None.
    """

    name: str
    votes: np.ndarray
    gold: np.ndarray
    labels: tuple[str, ...]
    positive: int | None = None
    structure: Any = None

    @property
    def k(self) -> int:
        return len(self.labels)

    @property
    def covered(self) -> np.ndarray:
        return (self.votes >= 0).any(axis=1)

    @property
    def pairs(self) -> list[tuple[int, int]]:
        """The pairs of LFs that are known to repeat each other."""
        return [] if self.structure is None else list(getattr(self.structure, "pairs", self.structure))

    def part(self, name: str, lfs: np.ndarray) -> Matrix:
        """Some of the LFs only."""
        place = {int(j): i for i, j in enumerate(lfs)}
        pairs = [(place[i], place[j]) for i, j in self.pairs if i in place and j in place]
        return replace(self, name=name, votes=np.ascontiguousarray(self.votes[:, lfs]), structure=pairs or None)


# -- the rows ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class Rows:
    """Rows to vote on: the corpus, the gold labels of its rows by name, and whose F1 counts."""

    corpus: sayso.Corpus
    gold: list[str]
    positive: str | None


def comments(folder: str, split: str) -> Rows:
    frame = pl.read_csv(DATA / folder / f"{split}.csv")
    return Rows(sayso.Corpus.from_rows(frame.select("text").to_dicts(), text="text"), frame["label"].to_list(), "spam")


def questions() -> Rows:
    frame = pl.read_csv(DATA / "trec" / "train.csv")
    return Rows(sayso.Corpus.from_rows(frame.select("text").to_dicts(), text="text"), frame["coarse"].to_list(), None)


def census() -> Rows:
    corpus = sayso.Corpus.read(DATA / "census" / "train.csv", gold="classification")
    gold = pl.read_csv(DATA / "census" / "train.csv")["classification"].str.strip_chars().to_list()
    return Rows(corpus, gold, ">50K")


def lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSONL file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def spouses() -> Rows:
    rows, spans = lines(DATA / "spouse" / "dev.jsonl"), ["person1", "person2"]
    corpus = sayso.Corpus.from_rows([{k: row[k] for k in ("text", *spans)} for row in rows], text="text", spans=spans)
    return Rows(corpus, [row["label"] for row in rows], "spouse")


def nominals() -> Rows:
    rows, gold = [], []
    for line in lines(DATA / "semeval" / "train.jsonl"):
        text, row = line["text"], {}
        for column, tag in (("SUBJ", "e1"), ("OBJ", "e2")):
            found = re.search(rf"<{tag}>(.*?)</{tag}>", text)
            assert found is not None
            start = len(re.sub(r"</?e[12]>", "", text[: found.start()]))
            row[column] = [start, start + len(found[1])]
        rows.append({"text": re.sub(r"</?e[12]>", "", text), **row})
        gold.append(line["label"])
    return Rows(sayso.Corpus.from_rows(rows, text="text", spans=["SUBJ", "OBJ"]), gold, None)


ROWS: dict[str, Callable[[], Rows]] = {
    "youtube": lambda: comments("youtube", "train"),
    "sms": lambda: comments("sms", "train"),
    "sms valid": lambda: comments("sms", "valid"),
    "trec": questions,
    "spouse": spouses,
    "census": census,
    "semeval": nominals,
}


def explanations(name: str) -> tuple[list[sayso.Explanation] | Path, sayso.Task | None]:
    """What a program is made of: a file of our own, or the explanations that people wrote for the task."""
    if name not in ("spouse", "semeval"):
        return EXPLANATIONS / f"{name.split()[0]}.say", None
    given = lines(DATA / "explanations" / f"{name}.jsonl")
    labels = ("other", "spouse") if name == "spouse" else tuple(sorted({line["label"] for line in given}))
    return [sayso.Explanation(line["explanation"], line["label"]) for line in given], sayso.Task(name, labels)


# -- the votes -----------------------------------------------------------------------------------------------------


def voted(name: str, rows: Rows, program: Any) -> Matrix:
    """The votes of a program; rows whose label the task does not have are left out."""
    labels = tuple(program.task.labels)
    gold = np.array([labels.index(label) if label in labels else -1 for label in rows.gold])
    known = gold >= 0
    votes = program.apply(rows.corpus).votes[known]
    positive = None if rows.positive is None else labels.index(rows.positive)
    return Matrix(name, votes, gold[known], labels, positive, program.structure())


def compiled(name: str) -> Matrix:
    """The votes of the explanations for ``name``."""
    rows = ROWS[name]()
    source, task = explanations(name)
    program = sayso.compile(source, rows.corpus, task=task)
    if program.understood < program.read:
        print(f"{name}: {program.read - program.understood} of {program.read} explanations are not understood")
    return voted(f"{name}, explanations", rows, program)


def remembered(key: Iterable[str], make: Callable[[], Any]) -> Any:
    """What ``make`` gives, from the folder :data:`KEPT` if it was made before from the same things."""
    digest = hashlib.sha256("\0".join(key).encode())
    for layer in ("grammar", "corpora", "primitives", "compiler"):
        for path in sorted((ROOT / layer).rglob("*.*")):
            if path.suffix in (".py", ".lark", ".txt"):
                digest.update(path.read_bytes())
    file = KEPT / f"{digest.hexdigest()[:24]}.pickle"
    if file.exists():
        return pickle.loads(file.read_bytes())
    made = make()
    KEPT.mkdir(parents=True, exist_ok=True)
    file.write_bytes(pickle.dumps(made))
    return made


def wrench() -> list[Matrix]:
    """The ten labeling functions of WRENCH on YouTube comments."""
    found = []
    for split in ("train", "valid"):
        frame = pl.read_csv(DATA / "youtube" / f"{split}_votes.csv")
        votes = frame.drop("gold").to_numpy().astype(np.int8)
        found.append(Matrix(f"youtube {split}, WRENCH", votes, frame["gold"].to_numpy(), ("ham", "spam")))
    return found


def real() -> list[Matrix]:
    """All real matrices that can be made from what is at hand."""
    found = []
    try:
        found += wrench()
    except OSError as error:
        print(f"skipped WRENCH's votes: {error} (set SAYSO_DATA)")
    for name in ROWS:
        try:
            source, _ = explanations(name)
            said = source.read_text() if isinstance(source, Path) else repr(source)
            found.append(remembered((name, said), lambda name=name: compiled(name)))
        except OSError as error:
            print(f"skipped {name}: {error} (set SAYSO_DATA)")
    return found


def halves(matrices: Iterable[Matrix], seed: int) -> list[Matrix]:
    """A random half of the labeling functions of every matrix: more matrices of the same kind."""
    found = []
    for each in matrices:
        m = each.votes.shape[1]
        chosen = np.sort(np.random.default_rng([seed, m]).choice(m, max(3, m // 2), replace=False))
        found.append(each.part(f"{each.name}, half {seed}", chosen))
    return found
