"""From explanations of relations to a trained model: who is married to whom, and how two nouns relate.

    python benchmarks/bench_relations.py [--seeds 5] [--sets spouse semeval] [--out benchmarks/results/relations.json]

The explanations are those that people wrote for these tasks (Babble Labble's for spouses, NExT's for SemEval), read
from ``$SAYSO_DATA`` (default ``../shared/data``), together with the rows. No gold label is used for fitting: the label
model sees votes alone, and the end model is trained on its labels for four fifths of the rows and predicts the other
fifth, five times over. Only the scores use gold. The end model reads the text with the two arguments marked, and the
words between.
"""

from __future__ import annotations

import json
import re
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import sayso
from report import DATA, machine, options, write

FOLDS = 5
ANCHORS = {
    "spouse": "Babble's notebooks: F1 .69 with 10 explanations and tuning on the scored rows; 1,000 gold labels: .63",
    "semeval": "",
}


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSONL file."""
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def spouse() -> tuple[list[dict[str, Any]], list[str], list[str]]:
    """The rows, the columns of their arguments, and the labels."""
    return list(lines(DATA / "spouse" / "dev.jsonl")), ["person1", "person2"], ["other", "spouse"]


def semeval() -> tuple[list[dict[str, Any]], list[str], list[str]]:
    """As :func:`spouse`; the label of a row whose relation nobody explained is missing from the labels."""
    rows = []
    for line in lines(DATA / "semeval" / "train.jsonl"):
        text, row = line["text"], {"label": line["label"]}
        for column, tag in (("SUBJ", "e1"), ("OBJ", "e2")):
            found = re.search(rf"<{tag}>(.*?)</{tag}>", text)
            assert found is not None
            row[column] = found[1]
        plain = re.sub(r"</?e[12]>", "", text)
        for column, tag in (("SUBJ", "e1"), ("OBJ", "e2")):
            before = re.sub(r"</?e[12]>", "", text[: text.index(f"<{tag}>")])
            row[column] = [len(before), len(before) + len(row[column])]
        rows.append({"text": plain, **row})
    explained = sorted({line["label"] for line in lines(DATA / "explanations" / "semeval.jsonl")})
    return rows, ["SUBJ", "OBJ"], explained


def f1(found: np.ndarray, gold: np.ndarray, labels: list[int]) -> float:
    """The mean over ``labels`` of the harmonic mean of precision and recall."""
    scores = []
    for label in labels:
        hits = ((found == label) & (gold == label)).sum()
        scores.append(2 * hits / max((found == label).sum() + (gold == label).sum(), 1))
    return float(np.mean(scores))


def run(name: str, seeds: int) -> dict[str, Any]:
    """The scores of one task."""
    rows, spans, labels = {"spouse": spouse, "semeval": semeval}[name]()
    corpus = sayso.Corpus.from_rows([{k: row[k] for k in ("text", *spans)} for row in rows], text="text", spans=spans)
    given = list(lines(DATA / "explanations" / f"{name}.jsonl"))
    program = sayso.compile(
        [sayso.Explanation(line["explanation"], line["label"]) for line in given],
        corpus,
        task=sayso.Task(name, tuple(labels)),
    )
    gold = np.array([labels.index(row["label"]) if row["label"] in labels else -1 for row in rows])
    scored = [labels.index("spouse")] if name == "spouse" else list(range(len(labels)))
    L = program.apply(corpus)
    covered = (L.votes >= 0).any(axis=1)
    silent = labels.index("other") if name == "spouse" else -1
    scores: dict[str, list[float]] = {}
    for seed in range(seeds):
        models = {
            "majority vote": sayso.MajorityVote(labels=labels).fit(L),
            "label model": sayso.LabelModel(labels=labels, structure=program.structure(), random_state=seed).fit(L),
        }
        for method, model in models.items():
            found = np.where(covered, model.predict(L), silent)
            scores.setdefault(method, []).append(f1(found, gold, scored))
        probs = models["label model"].predict_proba(L)
        folds = np.random.default_rng(seed).permutation(len(rows)) % FOLDS
        found = np.full(len(rows), -1)
        for fold in range(FOLDS):
            train, test = np.flatnonzero(folds != fold), np.flatnonzero(folds == fold)
            model = sayso.EndModel(program.task, encoder="bow", random_state=seed)
            model.fit(corpus.take(train), probs[train], sample_weight=covered[train])
            found[test] = model.predict_proba(corpus.take(test)).argmax(axis=1)
        scores.setdefault("end model, bow", []).append(f1(found, gold, scored))
    return {
        "explanations": program.read,
        "understood": len(program),
        "rows": len(rows),
        "coverage": float(covered.mean()),
        "f1": {method: {"mean": float(np.mean(v)), "sd": float(np.std(v))} for method, v in scores.items()},
    }


def main() -> None:
    parser = options(__doc__, "relations")
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--sets", nargs="+", default=list(ANCHORS), choices=list(ANCHORS))
    given = parser.parse_args()
    warnings.simplefilter("ignore")
    report: dict[str, Any] = machine() | {"seeds": given.seeds}
    for name in given.sets:
        if not (DATA / "explanations" / f"{name}.jsonl").exists():
            print(f"skipped {name}: no {DATA / 'explanations'} (set SAYSO_DATA)")
            continue
        own = report[name] = run(name, given.seeds)
        print(f"\n{name}: {own['understood']} of {own['explanations']} explanations cover {own['coverage']:.1%}")
        for method, score in own["f1"].items():
            print(f"  {method:20} F1 {score['mean']:.3f} ± {score['sd']:.3f}")
        print(f"  {ANCHORS[name]}")
    if any(name in report for name in given.sets):
        write(report, given.out)


if __name__ == "__main__":
    main()
