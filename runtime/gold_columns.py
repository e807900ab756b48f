"""Columns that have to do with the labels themselves and are read as any other: what is said of them."""

from __future__ import annotations

import polars as pl

from ..compiler.program import Program
from ..corpora.corpus import Corpus
from ..grammar.diagnostics import Place, problem, warn

MOST = 4
"""A label is written in so many ways at most ("spam", "Spam", "SPAM")."""


def warn_of_labels(program: Program, corpus: Corpus | None) -> None:
    """Warn of columns that hold the labels (SAY515), if no gold labels are named, or bear a label's name (SAY516)."""
    if corpus is None:
        return
    place = Place(corpus.source) if corpus.source else None
    labels = program.task.labels
    for name in labels_among(corpus, labels) if corpus.gold is None else []:
        warn(problem("SAY515", place=place, column=name))
    folded = {label.casefold() for label in labels}
    for name in [name for name in (*corpus.text, *corpus.fields.columns) if name.strip().casefold() in folded]:
        warn(problem("SAY516", place=place, column=name))


def labels_among(corpus: Corpus, labels: tuple[str, ...]) -> list[str]:
    """The columns of text whose values are labels, two of them at least, and nothing else.

    >>> rows = Corpus.from_rows({"text": ["a", "b", "c"], "kind": ["Ham", "spam", None], "by": ["ham", "ham", "x"]})
    >>> labels_among(rows, ("ham", "spam"))
    ['kind']
    """
    known = {" ".join(label.split()).casefold() for label in labels}
    out = []
    for name in corpus.fields.columns:
        values = corpus.fields[name]
        if values.dtype != pl.String:
            continue
        distinct = values.drop_nulls().unique()
        if len(distinct) > MOST * len(labels):
            continue
        found = {" ".join(value.split()).casefold() for value in distinct.to_list()} - {""}
        if len(found) > 1 and found <= known:
            out.append(name)
    return out
