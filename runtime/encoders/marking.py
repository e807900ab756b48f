"""Argument spans for encoders: the text with a mark in the place of each argument, and texts of parts of it.

An encoder sees texts only. A mark tells it which places it is about, without whom or what (L. Baldini Soares et al.,
*Matching the blanks*, ACL 2019, section 4). What stands between the first two arguments is told once more. An encoder
that learns word by word sees it with the marks, and the words of each argument, which tell of what sort it is. One that
brings along what it knows of texts sees it plain, in one of two texts: from the first argument to the second, or back.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import polars as pl

from ...corpora.corpus import Corpus

MARK = " argument{} "
"""What stands in the place of the argument of each number."""


def marked(corpus: Corpus, spans: Sequence[str], *, by_word: bool) -> Corpus:
    """The corpus with marks in its first text, and texts of what is between the first two arguments, and in each.

    A row that lacks an argument has no mark for it, nothing between, and nothing in it.

    Args:
        corpus: n rows.
        spans: the columns of the arguments.
        by_word: whether the encoder learns word by word.

    Raises:
        SaysoError: SAY056 if the corpus has no such column of spans.
    """
    name, *others = corpus.text
    first = corpus.strings(name)
    texts = {name: _with_marks(corpus, first, spans)}
    if len(spans) > 1:
        a, b = spans[:2]
        before, between, after = _between(corpus, first, spans)
        if by_word:
            texts[f"{name} between {a} and {b}"] = _joined([before, between, after], first)
        else:
            texts[f"{name} from {a} to {b}"] = _where(before == MARK.format(1), between)
            texts[f"{name} from {b} to {a}"] = _where(before == MARK.format(2), between)
    if by_word:
        texts |= {f"{span} in {name}": _own_words(corpus, first, span) for span in spans}
    texts |= {other: corpus.strings(other) for other in others}
    return Corpus(texts, fields=corpus.fields, cache=False)


def _with_marks(corpus: Corpus, text: pl.Series, spans: Sequence[str]) -> pl.Series:
    """Cut the texts at every edge of an argument; what is inside of one gives way to its mark."""
    own = [corpus.argument(span) for span in spans]
    length = text.str.len_chars().fill_null(0).to_numpy().astype(np.int64)
    start = np.stack([np.where(argument.end > argument.start, argument.start, length) for argument in own], 1)
    end = np.maximum(start, np.stack([argument.end for argument in own], 1))
    marks = np.where(start < length[:, None], np.array([MARK.format(i + 1) for i in range(len(spans))]), "")
    order = np.argsort(start, axis=1, kind="stable")
    start, end, marks = (np.take_along_axis(part, order, axis=1) for part in (start, end, marks))
    parts, before = [], np.zeros_like(length)
    for first, last, mark in zip(start.T, end.T, marks.T, strict=True):
        parts += [_cut(text, before, np.maximum(before, first)), pl.Series(mark)]
        before = np.maximum(before, last)
    parts.append(_cut(text, before, length))
    return _joined(parts, text)


def _between(corpus: Corpus, text: pl.Series, spans: Sequence[str]) -> tuple[pl.Series, pl.Series, pl.Series]:
    """What is between the first two arguments, between their marks, in order; empty if one is missing."""
    a, b = (corpus.argument(span) for span in spans[:2])
    there = (a.end > a.start) & (b.end > b.start)
    turned = b.start < a.start
    start = np.where(turned, b.end, a.end)
    end = np.where(there, np.maximum(start, np.where(turned, a.start, b.start)), start)
    before, after = (
        np.where(there, np.where(second, MARK.format(2), MARK.format(1)), "") for second in (turned, ~turned)
    )
    return pl.Series(before), _cut(text, start, end), pl.Series(after)


def _where(rows: pl.Series, texts: pl.Series) -> pl.Series:
    """The texts of these rows, empty elsewhere; null where they are."""
    return pl.select(pl.when(pl.lit(rows | texts.is_null())).then(pl.lit(texts)).otherwise(pl.lit(""))).to_series()


def _own_words(corpus: Corpus, text: pl.Series, span: str) -> pl.Series:
    """The text of an argument; empty where it is missing."""
    own = corpus.argument(span)
    return _joined([_cut(text, np.maximum(own.start, 0), np.maximum(own.end, 0))], text)


def _cut(text: pl.Series, start: np.ndarray, end: np.ndarray) -> pl.Series:
    return pl.select(pl.lit(text).str.slice(pl.lit(pl.Series(start)), pl.lit(pl.Series(end - start)))).to_series()


def _joined(parts: list[pl.Series], text: pl.Series) -> pl.Series:
    """The parts of each row as one text; null where the text is."""
    whole = pl.DataFrame([part.alias(str(i)) for i, part in enumerate(parts)]).select(pl.concat_str(pl.all()))
    return whole.to_series().alias(text.name)
