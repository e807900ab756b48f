"""From explanations of relations to a trained model: who is married to whom, and how two nouns relate.

    python benchmarks/bench_relations.py [--seeds 5] [--sets spouse semeval] [--encoders bow minilm] [--lfs]
        [--out benchmarks/results/relations.json]

The explanations are those that people wrote for these tasks (Babble Labble's for spouses, NExT's for SemEval), read
from ``$SAYSO_DATA`` (default ``../shared/data``), together with the rows. No gold label is used for fitting: the label
model sees votes alone, and the end model is trained on its labels for four fifths of the sentences and predicts the
other fifth, five times over; no sentence is on both sides. The people of a sentence are those of all its candidates.

F1 is that of the spouses, and the mean over the relations that have explanations (rows of other relations count
against whatever they are labeled). A row without a vote counts as no spouse, or as none of the relations. The label
is the most probable one; "as many" labels as many rows with the rare label as the label model does, those that are
most probable. The references look at gold, and tell where F1 is lost: the label model with the best threshold there
is; a logistic regression of the gold labels on the same votes; the end model taught with the gold labels of the rows
that have votes, of as many rows drawn at random, and of all rows (all cross-fitted as above). ``--lfs`` lists
coverage and precision of every explanation.
"""

from __future__ import annotations

import json
import re
import warnings
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import sayso
from report import DATA, machine, options, write
from sklearn.linear_model import LogisticRegression

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
    rows = list(lines(DATA / "spouse" / "dev.jsonl"))
    people: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for row in rows:
        people[row["text"]] |= {tuple(row["person1"]), tuple(row["person2"])}
    for row in rows:
        row["people"] = [(start, end, "PERSON") for start, end in sorted(people[row["text"]])]
    return rows, ["person1", "person2"], ["other", "spouse"]


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


def best_f1(scores: np.ndarray, gold: np.ndarray) -> float:
    """The F1 of label 1 at the threshold that is best for these very rows."""
    right = gold[np.argsort(-scores)] == 1
    return float((2 * right.cumsum() / (np.arange(1, len(right) + 1) + right.sum())).max())


def folds_of(rows: list[dict[str, Any]], seed: int) -> list[tuple[np.ndarray, np.ndarray]]:
    """Rows to train on and to predict, five times; rows of one text stay together."""
    texts = {text: i for i, text in enumerate(dict.fromkeys(row["text"] for row in rows))}
    part = (np.random.default_rng(seed).permutation(len(texts)) % FOLDS)[[texts[row["text"]] for row in rows]]
    return [(np.flatnonzero(part != fold), np.flatnonzero(part == fold)) for fold in range(FOLDS)]


def cross_fitted(
    corpus: sayso.Corpus, probs: np.ndarray, weights: np.ndarray, folds: list[Any], **settings: Any
) -> np.ndarray:
    """What end models say of the rows that they have not seen; rows of weight 0 teach nothing."""
    found = np.zeros_like(probs)
    for train, test in folds:
        model = sayso.EndModel([str(i) for i in range(probs.shape[1])], **settings)
        model.fit(corpus.take(train), probs[train], sample_weight=weights[train])
        found[test] = model.predict_proba(corpus.take(test))
    return found


def references(
    corpus: sayso.Corpus, votes: np.ndarray, gold: np.ndarray, folds: list[Any], k: int, rare: bool
) -> dict[str, np.ndarray]:
    """What models that see gold say of the rows, cross-fitted; the label k stands for any that nobody explained."""
    known = np.where(gold < 0, k, gold)
    seen, covered = np.eye(known.max() + 1)[known], (votes >= 0).any(axis=1)
    features = np.concatenate([votes == label for label in range(k)], axis=1).astype(float)
    on_votes = np.zeros_like(seen)
    for train, test in folds:
        model = LogisticRegression(max_iter=1000).fit(features[train], known[train])
        on_votes[np.ix_(test, model.classes_)] = model.predict_proba(features[test])
    found = {"logistic regression on the votes": on_votes, "end model, all rows": np.ones(len(gold))}
    if not rare:
        found["end model, rows with votes"] = covered.astype(float)
        found["end model, as many rows, drawn"] = np.random.default_rng(0).permutation(covered).astype(float)
    return {
        name: own if own.ndim == 2 else cross_fitted(corpus, seen, own, folds, encoder="bow", random_state=0)
        for name, own in found.items()
    }


def functions(program: sayso.Program, votes: np.ndarray, gold: np.ndarray) -> list[dict[str, Any]]:
    """Of each labeling function, the rows on which it votes and the share of them where it is right."""
    found = []
    for function, own in zip(program.lfs, votes.T, strict=True):
        rows = own >= 0
        right = float((own == gold)[rows].mean()) if rows.any() else None
        found.append({"function": function.english, "rows": int(rows.sum()), "precision": right})
    return found


def run(name: str, seeds: int, encoders: list[str]) -> dict[str, Any]:
    """The scores of one task."""
    rows, spans, labels = {"spouse": spouse, "semeval": semeval}[name]()
    rare = name == "spouse"
    corpus = sayso.Corpus.from_rows(
        [{key: value for key, value in row.items() if key != "label"} for row in rows],
        text="text",
        spans=spans,
        entities="people" if rare else None,
    )
    given = list(lines(DATA / "explanations" / f"{name}.jsonl"))
    program = sayso.compile(
        [sayso.Explanation(line["explanation"], line["label"]) for line in given],
        corpus,
        task=sayso.Task(name, tuple(labels)),
    )
    gold = np.array([labels.index(row["label"]) if row["label"] in labels else -1 for row in rows])
    scored = [1] if rare else list(range(len(labels)))
    L = program.apply(corpus)
    covered = (L.votes >= 0).any(axis=1)
    silent = 0 if rare else -1
    scores: dict[str, list[float]] = defaultdict(list)
    for seed in range(seeds):
        models = {
            "majority vote": sayso.MajorityVote(labels=labels).fit(L),
            "label model": sayso.LabelModel(labels=labels, structure=program.structure(), random_state=seed).fit(L),
        }
        for method, model in models.items():
            scores[method].append(f1(np.where(covered, model.predict(L), silent), gold, scored))
        probs = models["label model"].predict_proba(L)
        folds = folds_of(rows, seed)
        for encoder in encoders:
            said = cross_fitted(corpus, probs, covered.astype(float), folds, encoder=encoder, random_state=seed)
            scores[f"end model, {encoder}"].append(f1(said.argmax(axis=1), gold, scored))
            if rare:
                least = np.sort(said[:, 1])[::-1][(probs.argmax(axis=1) == 1).sum() - 1]
                scores[f"end model, {encoder}, as many"].append(f1((said[:, 1] >= least).astype(int), gold, scored))
    seen = references(corpus, L.votes, gold, folds_of(rows, 0), len(labels), rare)
    with_gold = {method: f1(said.argmax(axis=1), gold, scored) for method, said in seen.items()}
    if rare:
        with_gold = {method: best_f1(said[:, 1], gold) for method, said in ({"label model": probs} | seen).items()}
    return {
        "explanations": program.read,
        "understood": len(program),
        "rows": len(rows),
        "coverage": float(covered.mean()),
        "f1": {method: {"mean": float(np.mean(v)), "sd": float(np.std(v))} for method, v in scores.items()},
        "references": with_gold,
        "functions": functions(program, L.votes, gold),
    }


def main() -> None:
    parser = options(__doc__, "relations")
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--sets", nargs="+", default=list(ANCHORS), choices=list(ANCHORS))
    parser.add_argument("--encoders", nargs="+", default=["bow", "minilm"])
    parser.add_argument("--lfs", action="store_true", help="list coverage and precision of every explanation")
    given = parser.parse_args()
    warnings.simplefilter("ignore")
    report: dict[str, Any] = machine() | {"seeds": given.seeds}
    for name in given.sets:
        if not (DATA / "explanations" / f"{name}.jsonl").exists():
            print(f"skipped {name}: no {DATA / 'explanations'} (set SAYSO_DATA)")
            continue
        own = report[name] = run(name, given.seeds, given.encoders)
        print(f"\n{name}: {own['understood']} of {own['explanations']} explanations cover {own['coverage']:.1%}")
        for method, score in own["f1"].items():
            print(f"  {method:30} F1 {score['mean']:.3f} ± {score['sd']:.3f}")
        print("  with gold" + (", at the best threshold:" if name == "spouse" else ":"))
        for method, value in own["references"].items():
            print(f"    {method:34} F1 {value:.3f}")
        print(f"  {ANCHORS[name]}")
        for function in own["functions"] if given.lfs else ():
            precision = "     " if function["precision"] is None else f"{function['precision']:.3f}"
            print(f"  {function['rows']:5} {precision} {function['function']}")
    if any(name in report for name in given.sets):
        write(report, given.out)


if __name__ == "__main__":
    main()
