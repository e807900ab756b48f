"""The report: one self-contained HTML page that shows how labeling functions and rows fit together.

Here the numbers and the geometry of the figures are worked out; ``templates/report.html.j2`` draws them. The page loads
nothing from anywhere, follows light and dark mode, and everything that people or rows wrote is escaped.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from ..corpora.label_matrix import LabelMatrix
from ..grammar.diagnostics import Diagnostic
from .label_model import LabelModel
from .measures import Measures, measure, reliability, shared_labels
from .pipeline import Labeling, shortened, table_of
from .report_structure import dependence

TEMPLATES = Path(__file__).parent / "templates"

BINS = 20
"""Bars of the histogram of probabilities."""

MOST_FUNCTIONS = 60
"""With more labeling functions, the matrix shows those with the most votes."""

MOST_ROWS = 12
"""Rows shown of those with the most conflict."""

MOST_TEXT = 400
"""Characters of a row's text that are shown."""

HUES = 8
"""Colours of labels in the style sheet; further labels share them."""

Floats = npt.NDArray[np.float64]
Gold = npt.NDArray[np.int64]


def render(labeling: Labeling, *, title: str, source: str) -> str:
    """The page as HTML.

    Args:
        labeling: the votes and what the label model makes of them; measured against the corpus's gold labels, if any.
        title: what the data is called.
        source: what the explanations are called.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(
        share=_share, count=_count, visible=visible, shortened=lambda said: shortened(visible(said))
    )
    return environment.get_template("report.html.j2").render(contents(labeling, title=title, source=source))


def contents(labeling: Labeling, *, title: str, source: str) -> dict[str, Any]:
    """Everything that the page shows, as plain values."""
    matrix, corpus = labeling.matrix, labeling.corpus
    gold = None if corpus.gold is None else corpus.gold_votes(matrix.labels)
    known = gold if gold is not None and (gold >= 0).any() else None
    rows = table_of(labeling, known)
    hues = {name: i % HUES for i, name in enumerate(matrix.labels)}
    labels = [{"name": name, "hue": hue} for name, hue in hues.items()]
    widest = max((row["coverage"] for row in rows), default=0.0) or 1.0
    account = labeling.model.explain_model(matrix)
    for row, own, origin in zip(rows, account["lfs"], labeling.program.provenance(), strict=True):
        row["hue"] = hues[row["label"]]
        row["bar"] = row["coverage"] / widest
        row["held"] = own["words"]
        row["reads"], row["origin"] = ", ".join(origin.reads), origin.words
    return {
        "title": title,
        "source": source,
        "task": labeling.program.task.name,
        "labels": labels,
        "rows": len(matrix),
        "understood": len(labeling.program.lfs),
        "read": labeling.program.read,
        "coverage": matrix.coverage,
        "overlap": matrix.overlap,
        "conflict": matrix.conflict,
        "model": "label model" if isinstance(labeling.model, LabelModel) else "majority vote",
        "account": account["words"],
        "gold": known is not None,
        "functions": rows,
        "estimated": isinstance(labeling.model, LabelModel),
        "pairs": _pairs(matrix, rows),
        "graph": dependence(
            labeling.program.structure(), matrix, [row["hue"] for row in rows], [row["when"] for row in rows]
        ),
        "votes": _votes_per_row(matrix),
        "probabilities": _probabilities(labeling, known),
        "measures": [] if known is None else _measures(labeling, known),
        "calibration": [] if known is None else _calibration(labeling, known),
        "findings": [_finding(item) for item in (*labeling.program.diagnostics, *_model_findings(labeling))],
        "conflicts": _conflicts(labeling, known, hues),
    }


def visible(text: Any) -> str:
    """Text with its control and direction characters shown as a sign, so that it cannot rearrange the page.

    >>> visible("a\\x1bb")
    'a\\ufffdb'
    """
    kept = "\n\t\u200d\u200c"
    return "".join(c if c.isprintable() or c in kept else "\N{REPLACEMENT CHARACTER}" for c in str(text))


def _share(value: float | None) -> str:
    return "–" if value is None else f"{100 * value:.1f} %"


def _count(value: int) -> str:
    return f"{value:,}"


def _pairs(matrix: LabelMatrix, rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """For every pair of functions: the share of the rarer one's votes that meet the other's, and how many agree."""
    chosen = np.sort(np.argsort([-row["votes"] for row in rows], kind="stable")[:MOST_FUNCTIONS])
    overlaps = matrix.overlaps()[np.ix_(chosen, chosen)]
    agreements = matrix.agreements()[np.ix_(chosen, chosen)]
    own = np.diag(overlaps)
    cells = []
    for i in range(len(chosen)):
        for j in range(i):
            both, same = int(overlaps[i, j]), int(agreements[i, j])
            if both:
                met = both / max(1, min(int(own[i]), int(own[j])))
                cells.append(
                    {"x": j, "y": i, "both": both, "same": same, "agree": same / both, "size": float(np.sqrt(met))}
                )
    names = [{"name": rows[k]["lf"], "hue": rows[k]["hue"]} for k in chosen.tolist()]
    return {"names": names, "cells": cells, "left_out": len(rows) - len(chosen)}


def _votes_per_row(matrix: LabelMatrix) -> list[dict[str, Any]]:
    """How many rows have 0, 1, 2, ... votes; the long tail in one bar."""
    counts = np.bincount((matrix.votes >= 0).sum(axis=1))
    if len(counts) > 13:
        counts = np.append(counts[:12], counts[12:].sum())
    top = max(int(counts.max()), 1)
    many = len(counts) == 13
    return [
        {"label": f"{i}+" if many and i == 12 else str(i), "rows": int(n), "height": int(n) / top}
        for i, n in enumerate(counts)
    ]


def _probabilities(labeling: Labeling, gold: Gold | None) -> dict[str, Any]:
    """The histogram of the probability of the second of two labels, or of the most probable of several.

    Of each bar, the part that gold labels say is labeled wrong is told apart.
    """
    covered = labeling.covered
    probs = labeling.probs[covered]
    two = probs.shape[1] == 2
    value = probs[:, 1] if two else probs.max(axis=1)
    low = 0.0 if two else 1.0 / probs.shape[1]
    where = np.clip(((value - low) / (1.0 - low) * BINS).astype(np.intp), 0, BINS - 1)
    total = np.bincount(where, minlength=BINS)
    wrong: Floats = np.zeros(BINS)
    if gold is not None:
        truth = gold[covered]
        right = shared_labels(probs)[np.arange(len(truth)), np.maximum(truth, 0)]
        wrong = np.bincount(where, np.where(truth >= 0, 1.0 - right, 0.0), BINS).astype(np.float64)
    top = max(int(total.max()), 1)
    edges = low + (1.0 - low) * np.arange(BINS + 1) / BINS
    bars = [
        {
            "low": edges[i],
            "high": edges[i + 1],
            "rows": int(total[i]),
            "height": total[i] / top,
            "wrong": wrong[i] / top,
        }
        for i in range(BINS)
    ]
    name = f"probability of {labeling.matrix.labels[1]}" if two else "probability of the most probable label"
    return {"name": name, "bars": bars, "low": low}


def _models(labeling: Labeling) -> list[tuple[str, Floats]]:
    """The probabilities of the models of votes by name."""
    majority = ("majority vote", labeling.majority.predict_proba(labeling.matrix))
    return [majority, ("label model", labeling.probs)] if isinstance(labeling.model, LabelModel) else [majority]


def _measures(labeling: Labeling, gold: Gold) -> list[dict[str, Any]]:
    """The measures of the models of votes on the rows with a vote, and on all."""
    labels = labeling.matrix.labels
    out = []
    for said, mask in (("rows with a vote", labeling.covered), ("all rows", np.ones(len(gold), bool))):
        for name, probs in _models(labeling):
            found: Measures | None = measure(probs[mask], gold[mask], labels)
            if found is not None:
                out.append({"on": said, "model": name, "found": found})
    return out


def _calibration(labeling: Labeling, gold: Gold) -> list[dict[str, Any]]:
    """Confidence against accuracy for the models of votes, on the rows with a vote."""
    covered = labeling.covered
    out = []
    for i, (name, probs) in enumerate(_models(labeling)):
        bins = reliability(probs[covered], gold[covered], labeling.matrix.labels)
        most = max((part.rows for part in bins), default=1)
        points = [
            {
                "x": part.confidence,
                "y": part.accuracy,
                "rows": part.rows,
                "size": 3 + 7 * float(np.sqrt(part.rows / most)),
            }
            for part in bins
        ]
        out.append({"name": name, "hue": i, "points": points})
    return out


def _model_findings(labeling: Labeling) -> tuple[Diagnostic, ...]:
    return labeling.model.diagnostics_ if isinstance(labeling.model, LabelModel) else ()


def _finding(item: Diagnostic) -> dict[str, Any]:
    """A diagnostic with its caret as a line of text."""
    place, caret = item.place, None
    if place is not None and place.text is not None and place.column is not None:
        shown = str(item).split("\n")[1:3]
        caret = "\n".join(line[4:] for line in shown)
    return {
        "code": item.code,
        "severity": item.severity,
        "message": item.message,
        "place": None if place is None else str(place),
        "caret": caret,
        "notes": item.notes,
        "fix": item.fix,
    }


def _conflicts(labeling: Labeling, gold: Gold | None, hues: dict[str, int]) -> list[dict[str, Any]]:
    """The rows with the most votes against the winning label, the least certain first."""
    matrix, labels = labeling.matrix, labeling.matrix.labels
    counts = matrix.vote_counts()
    against = counts.sum(axis=1) - counts.max(axis=1)
    disputed = np.flatnonzero(against)
    order = disputed[np.lexsort((labeling.probs[disputed].max(axis=1), -against[disputed]))][:MOST_ROWS]
    lfs = labeling.program.lfs
    out = []
    for row in order.tolist():
        texts = [labeling.corpus.strings(name)[row] for name in labeling.corpus.text]
        text = " · ".join(value for value in texts if value)
        votes = [
            {"lf": lfs[j].name, "label": labels[vote], "hue": hues[labels[vote]], "english": lfs[j].english}
            for j, vote in enumerate(matrix.votes[row].tolist())
            if vote >= 0
        ]
        best = int(labeling.probs[row].argmax())
        truth = None if gold is None or gold[row] < 0 else labels[int(gold[row])]
        out.append(
            {
                "row": row,
                "text": text[:MOST_TEXT] + ("…" if len(text) > MOST_TEXT else ""),
                "votes": votes,
                "label": labels[best],
                "hue": hues[labels[best]],
                "probability": float(labeling.probs[row, best]),
                "gold": truth,
                "gold_hue": None if truth is None else hues[truth],
            }
        )
    return out
