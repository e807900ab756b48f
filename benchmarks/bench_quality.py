"""From explanations to a trained model, on real comments, messages and rows of a census.

    python benchmarks/bench_quality.py [--seeds 5] [--sets youtube sms census]

The explanations in ``benchmarks/explanations/`` were written from training rows alone. Everything is fitted on the
training split without its gold labels; they are only used to say how good the labels were that the end model learned
from. Accuracy and the F1 of the last label are means over seeds, which break ties and start training. The data are read
from ``$SAYSO_DATA`` (default ``../shared/data``).
"""

from __future__ import annotations

import time
import warnings
from typing import Any

import numpy as np
import sayso
from report import DATA, ROOT, machine, options, write

ANCHORS = {
    "youtube": "Snorkel's tutorial: .86 label model, .94 end model; WRENCH's best: .949 (all accuracy, test split)",
    "sms": "WRENCH's best: F1 .924 (test split)",
    "census": "no published figure for these rows",
}
"""What others report; their test splits are not at hand, so they stand beside and not in the table."""

HELD_OUT = 4_000
"""Of the census, whose file is one: so many rows, drawn once, to measure on."""


def corpora(name: str) -> tuple[sayso.Corpus, sayso.Corpus]:
    """The rows to learn from and those to measure on, with gold labels."""
    if name == "census":
        rows = sayso.Corpus.read(DATA / "census" / "train.csv", text=[], gold="classification")
        order = np.random.default_rng(0).permutation(len(rows))
        return rows.take(order[HELD_OUT:]), rows.take(order[:HELD_OUT])
    train, valid = (DATA / name / f"{part}.csv" for part in ("train", "valid"))
    return tuple(sayso.Corpus.read(part, text="text", gold="label") for part in (train, valid))  # type: ignore[return-value]


def measure(probabilities: np.ndarray, gold: np.ndarray, seed: int) -> dict[str, float]:
    """Accuracy and F1 of the last label; ties are broken at random."""
    best = probabilities >= probabilities.max(axis=1, keepdims=True) - 1e-9
    found = np.where(best, np.random.default_rng(seed).random(best.shape), -1.0).argmax(axis=1)
    hits = int(((found == 1) & (gold == 1)).sum())
    return {
        "accuracy": float((found == gold).mean()),
        "f1": 2 * hits / max(int((found == 1).sum() + (gold == 1).sum()), 1),
    }


def reference(corpus: sayso.Corpus) -> Any:
    """The reference's inputs: scikit-learn's TF-IDF of words and word pairs; of a table, scaled and one-hot columns."""
    from sklearn.compose import make_column_transformer
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.preprocessing import OneHotEncoder, StandardScaler

    if corpus.text:
        return TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True), corpus.strings("text").to_list()
    numbers = [name for name, kind in corpus.schema.fields if kind == "number"]
    others = [name for name in corpus.fields.columns if name not in numbers]
    columns = (StandardScaler(), numbers), (OneHotEncoder(handle_unknown="ignore"), others)
    return make_column_transformer(*columns), corpus.fields


def logistic(train: sayso.Corpus, probs: np.ndarray, rows: np.ndarray, test: sayso.Corpus, seed: int) -> np.ndarray:
    """The reference: a logistic regression on soft labels."""
    from sklearn.linear_model import LogisticRegression

    inputs, given = reference(train.take(rows))
    X = inputs.fit_transform(given)
    twice = np.tile(np.arange(len(rows)), 2)
    model = LogisticRegression(C=10, max_iter=1000, random_state=seed)
    model.fit(X[twice], np.repeat([0, 1], len(rows)), sample_weight=probs[rows].T.ravel())
    return model.predict_proba(inputs.transform(reference(test)[1]))


def run(name: str, seeds: int) -> dict[str, Any]:
    """All measures of one data set: method -> split -> measure -> one value per seed."""
    train, valid = corpora(name)
    program = sayso.compile(ROOT / "benchmarks" / "explanations" / f"{name}.say", train)
    assert len(program) == program.read <= 20, program.report()
    L, unseen = program.apply(train), program.apply(valid)
    labels = list(program.task.labels)
    gold = {"train": train.gold_votes(labels), "valid": valid.gold_votes(labels)}
    covered, every = (L.votes >= 0).any(axis=1), np.arange(len(train))
    scores: dict[str, dict[str, list[dict[str, float]]]] = {}
    seconds: dict[str, list[float]] = {}

    def note(method: str, seed: int, **found: np.ndarray) -> None:
        for split, probabilities in found.items():
            own = scores.setdefault(method, {}).setdefault(split, [])
            own.append(measure(probabilities, gold[split], seed))

    majority = sayso.MajorityVote(labels=labels).fit(L)
    for seed in range(seeds):
        label_model = sayso.LabelModel(labels=labels, structure=program.structure(), random_state=seed).fit(L)
        probs = label_model.predict_proba(L)
        note("majority vote", seed, train=majority.predict_proba(L), valid=majority.predict_proba(unseen))
        note("label model", seed, train=probs, valid=label_model.predict_proba(unseen))
        for encoder in ("bow", "minilm") if train.text else ("bow",):
            start = time.perf_counter()
            model = sayso.EndModel(program.task, encoder=encoder, random_state=seed)
            model.fit(train, probs, sample_weight=covered)
            seconds.setdefault(encoder, []).append(time.perf_counter() - start)
            note(f"end model, {encoder}", seed, valid=model.predict_proba(valid))
        note("logistic regression", seed, valid=logistic(train, probs, np.flatnonzero(covered), valid, seed))
        note("the same on all gold labels", seed, valid=logistic(train, np.eye(2)[gold["train"]], every, valid, seed))
    return {
        "explanations": program.read,
        "rows": {"train": len(train), "valid": len(valid)},
        "coverage": float(covered.mean()),
        "trust": label_model.trust_,
        "class_balance": label_model.class_balance_.tolist(),
        "warnings": [d.code for d in label_model.diagnostics_],
        "scores": {
            method: {split: summary(values) for split, values in splits.items()} for method, splits in scores.items()
        },
        "fit_seconds": {encoder: float(np.median(values)) for encoder, values in seconds.items()},
    }


def summary(values: list[dict[str, float]]) -> dict[str, dict[str, float]]:
    """Mean and standard deviation of each measure."""
    return {
        key: {"mean": float(np.mean([v[key] for v in values])), "sd": float(np.std([v[key] for v in values]))}
        for key in values[0]
    }


def show(name: str, result: dict[str, Any]) -> None:
    """The scores as a table."""
    print(f"\n{name}: {result['explanations']} explanations cover {result['coverage']:.1%} of the training rows")
    print(f"  {'':30} {'accuracy':>14} {'F1':>16}")
    for method, splits in result["scores"].items():
        for split, own in splits.items():
            cells = [f"{own[key]['mean']:.3f} ± {own[key]['sd']:.3f}" for key in ("accuracy", "f1")]
            print(f"  {f'{method} ({split})':36} {cells[0]}    {cells[1]}")
    print(f"  elsewhere: {ANCHORS[name]}")


def main() -> None:
    parser = options(__doc__, "quality")
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--sets", nargs="+", default=list(ANCHORS), choices=list(ANCHORS))
    given = parser.parse_args()
    warnings.simplefilter("ignore")
    report: dict[str, Any] = machine()
    for name in given.sets:
        if not (DATA / name / "train.csv").exists():
            print(f"skipped {name}: no {DATA / name / 'train.csv'} (set SAYSO_DATA)")
            continue
        report[name] = run(name, given.seeds)
        show(name, report[name])
    if any(name in report for name in given.sets):
        write(report, given.out)


if __name__ == "__main__":
    main()
