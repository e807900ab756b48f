"""Argument spans for encoders: the text with marks around each argument, and what stands between the first two.

An encoder sees texts only. Marks around the arguments tell it which words it is about (L. Baldini Soares et al.,
*Matching the blanks*, ACL 2019, section 3.2, entity markers).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import polars as pl

from ...corpora.corpus import Corpus

OPEN, CLOSE = "argument{} ", " tnemugra{}"
"""What stands before and behind the argument of each number, as words of their own."""


def marked(corpus: Corpus, spans: Sequence[str]) -> Corpus:
    """The corpus with marks in its first text, and with a text more if there are two arguments: what is between them.

    A row that lacks an argument has no mark for it, and nothing between.

    Raises:
        SaysoError: SAY056 if the corpus has no such column of spans.
    """
    name, *others = corpus.text
    first = corpus.strings(name)
    texts = {name: _with_marks(corpus, first, spans)}
    if len(spans) > 1:
        texts[f"{name} between {spans[0]} and {spans[1]}"] = _between(corpus, first, spans)
    texts |= {other: corpus.strings(other) for other in others}
    return Corpus(texts, fields=corpus.fields, cache=False)


def _with_marks(corpus: Corpus, text: pl.Series, spans: Sequence[str]) -> pl.Series:
    """Cut the texts at every edge of an argument, and join the pieces with the marks."""
    own = [corpus.argument(span) for span in spans]
    there = [argument.end > argument.start for argument in own]
    length = text.str.len_chars().fill_null(0).to_numpy().astype(np.int64)
    edges = np.stack([np.where(t, at, length) for a, t in zip(own, there, strict=True) for at in (a.start, a.end)], 1)
    words = [mark.format(i + 1) for i in range(len(spans)) for mark in (OPEN, CLOSE)]
    marks = np.stack([np.where(t, word, "") for t, word in zip(np.repeat(there, 2, axis=0), words, strict=True)], 1)
    closing = np.arange(len(words)) % 2 == 0
    order = np.argsort(edges * 2 + closing, axis=1, kind="stable")
    edges = np.take_along_axis(edges, order, axis=1)
    marks = np.take_along_axis(marks, order, axis=1)
    parts, before = [], np.zeros_like(length)
    for edge, mark in zip(edges.T, marks.T, strict=True):
        parts += [_cut(text, before, edge), pl.Series(mark)]
        before = edge
    parts.append(_cut(text, before, length))
    return _joined(parts, text)


def _between(corpus: Corpus, text: pl.Series, spans: Sequence[str]) -> pl.Series:
    """A mark of the argument that comes first, and the text between the first two arguments."""
    a, b = (corpus.argument(span) for span in spans[:2])
    there = (a.end > a.start) & (b.end > b.start)
    turned = b.start < a.start
    start = np.where(turned, b.end, a.end)
    end = np.where(turned, a.start, b.start)
    first = np.where(there, np.where(turned, OPEN.format(2), OPEN.format(1)), "")
    return _joined([pl.Series(first), _cut(text, start, np.where(there, np.maximum(start, end), start))], text)


def _cut(text: pl.Series, start: np.ndarray, end: np.ndarray) -> pl.Series:
    return pl.select(pl.lit(text).str.slice(pl.lit(pl.Series(start)), pl.lit(pl.Series(end - start)))).to_series()


def _joined(parts: list[pl.Series], text: pl.Series) -> pl.Series:
    """The parts of each row as one text; null where the text is."""
    whole = pl.DataFrame([part.alias(str(i)) for i, part in enumerate(parts)]).select(pl.concat_str(pl.all()))
    return whole.to_series().alias(text.name)
