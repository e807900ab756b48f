"""Which rows of a labeled file a model has seen before: what measures on them are worth."""

from __future__ import annotations

import polars as pl

from ..corpora.corpus import Corpus
from ..grammar.diagnostics import Place, problem, warn

SHARE = 0.5
"""If more of the rows were seen than this, a warning says so; a few texts are often the same by chance."""


def count_seen(rows: Corpus, others: Corpus | None) -> int:
    """How many of ``rows`` are among ``others``: the same in all texts, or without texts in all columns of both.

    >>> count_seen(Corpus.from_rows({"text": ["a", "b", "b"]}), Corpus.from_rows({"text": ["b", "c"]}))
    2
    """
    if others is None:
        return 0
    names = list(rows.text)
    if not names:
        names = [name for name in rows.fields.columns if name in others.fields.columns]
    if not names or any(name not in (*others.text, *others.fields.columns) for name in names):
        return 0
    mine, known = (pl.DataFrame({name: own.strings(name) for name in names}) for own in (rows, others))
    return mine.fill_null("").join(known.fill_null("").unique(), on=names, how="semi").height


def standing(rows: Corpus, trained: Corpus, known: Corpus | None) -> str:
    """What the models have seen of the labeled ``rows``, in words: "seen by no model" is said if it is so.

    Args:
        rows: what is measured on.
        trained: the rows that the models were trained on, without their labels.
        known: the dev set, whose labels the label model knows.
    """
    parts = []
    for others, said in ((trained, "trained on"), (known, "known to the label model")):
        count = count_seen(rows, others)
        if count:
            parts.append(f"{amount(count, rows)} {said}")
    return ", ".join(parts) or "seen by no model"


def amount(count: int, rows: Corpus) -> str:
    """So many of the rows, in words."""
    return "all" if count == len(rows) else "1 row" if count == 1 else f"{count:,} rows"


def warn_of_seen(rows: Corpus, trained: Corpus, known: Corpus | None) -> None:
    """Warn if most of the rows of a test set are among those of the data or of the dev set (SAY513)."""
    for others in (trained, known):
        count = count_seen(rows, others)
        if others is not None and count > SHARE * len(rows):
            place = Place(rows.source) if rows.source else None
            other = others.source or "the data"
            warn(problem("SAY513", place=place, count=count, rows=len(rows), other=other))
