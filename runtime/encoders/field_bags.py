"""Fields as bags of features: what their values are, and how far along their range numbers and dates are.

A number is described piece by piece (Y. Gorishniy et al., *On embeddings for numerical features*, NeurIPS 2022,
section 3.2): each bin of its range is 0 below it, 1 above it, and in proportion within it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import polars as pl
from scipy.sparse import csr_matrix, hstack

from ...corpora.corpus import Corpus
from .ngrams import Floats

BINS = 12
"""Numbers are cut at so many quantiles of the rows, and at as many of the distinct values."""

LEAST, MOST = 2, 512
"""A value is learned if at least two rows have it; of a field's, so many at most."""

DAY, HOUR = 86_400, 3_600

Values = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class FieldVocabulary:
    """What was learned of a field.

    Attributes:
        name: of the field.
        kind: what its values are; see :class:`sayso.corpora.schema.Schema`.
        edges: of the bins of a number, date or moment, rising; empty for other kinds.
        values: of a text or a truth value, as they are written.
    """

    name: str
    kind: str
    edges: tuple[float, ...] = ()
    values: tuple[str, ...] = ()

    @classmethod
    def of(cls, corpus: Corpus, name: str) -> FieldVocabulary:
        """Learn the bins or the values of a field."""
        kind = corpus.schema.kinds[name]
        if kind in ("text", "truth"):
            counted = corpus.strings(name).drop_nulls().value_counts(name="n").filter(pl.col("n") >= LEAST)
            common = counted.sort(["n", name], descending=[True, False]).head(MOST)
            return cls(name, kind, values=tuple(common[name].to_list()))
        known = _numbers(corpus, name, kind)
        known = known[np.isfinite(known)]
        if not len(known):
            return cls(name, kind)
        share = np.linspace(0, 1, BINS + 1)
        edges = np.unique([np.quantile(known, share), np.quantile(np.unique(known), share)])
        return cls(name, kind, edges=tuple(edges.tolist()))

    @property
    def size(self) -> int:
        """The number of features."""
        times = {"date": 7, "moment": 7 + 24, "clock": 24}.get(self.kind, 0)
        return len(self.values) + max(len(self.edges) - 1, 0) + times + 1

    def describe(self, corpus: Corpus) -> csr_matrix:
        """The features of each row, (n, f): bins, times of day and week, and, last, that the value is missing."""
        if self.kind in ("text", "truth"):
            texts = corpus.strings(self.name)
            return _stacked([_among(texts, self.values), texts.is_null().to_numpy()[:, None]])
        numbers = _numbers(corpus, self.name, self.kind)
        missing = np.isnan(numbers)[:, None]
        plain = np.where(missing, 0.0, numbers[:, None])
        columns = [_along(plain, self.edges) * ~missing]
        if self.kind in ("date", "moment"):
            columns.append((plain // DAY % 7 == np.arange(7)) & ~missing)
        if self.kind in ("moment", "clock"):
            columns.append((plain % DAY // HOUR == np.arange(24)) & ~missing)
        return _stacked([*columns, missing])

    def to_json(self) -> dict[str, Any]:
        """Everything, JSON-ready."""
        return {"name": self.name, "kind": self.kind, "edges": list(self.edges), "values": list(self.values)}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> FieldVocabulary:
        """The inverse of :meth:`to_json`."""
        return cls(data["name"], data["kind"], tuple(data["edges"]), tuple(data["values"]))


def bags(fields: Sequence[FieldVocabulary], corpus: Corpus) -> csr_matrix:
    """The features of all fields side by side, (n, f); of f fields each weighs 1 / sqrt(f)."""
    if not fields:
        return csr_matrix((len(corpus), 0), dtype=np.float32)
    weight = np.float32(1 / np.sqrt(len(fields)))
    return csr_matrix(hstack([own.describe(corpus) for own in fields], format="csr") * weight, dtype=np.float32)


def _numbers(corpus: Corpus, name: str, kind: str) -> Values:
    return corpus.moments(name) if kind in ("date", "moment", "clock") else corpus.numbers(name)


def _along(values: Values, edges: Sequence[float]) -> Floats:
    """How much of each bin lies below each of the values (n, 1), as (n, bins)."""
    if len(edges) < 2:
        return np.zeros((len(values), 0), dtype=np.float32)
    low, high = np.array(edges[:-1]), np.array(edges[1:])
    shares: Floats = np.clip((values - low) / (high - low), 0, 1).astype(np.float32)
    return shares


def _among(values: pl.Series, known: Sequence[str]) -> csr_matrix:
    """A one for the value that a row has, (n, known); nothing for one that is not known."""
    number = values.replace_strict(list(known), list(range(len(known))), default=None, return_dtype=pl.Int64)
    rows = np.flatnonzero(number.is_not_null().to_numpy())
    columns = number.drop_nulls().to_numpy()
    return csr_matrix((np.ones(len(rows), dtype=np.float32), (rows, columns)), shape=(len(values), len(known)))


def _stacked(parts: Sequence[Any]) -> csr_matrix:
    return csr_matrix(hstack([csr_matrix(part, dtype=np.float32) for part in parts], format="csr"))
