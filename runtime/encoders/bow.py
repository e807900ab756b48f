"""The default encoder: a bag of words, word pairs, word pieces and fields. Nothing to download, fast on one core.

A word's vector is its own embedding plus that of its pieces (3 to 5 characters, as in fastText: P. Bojanowski et
al., *Enriching word vectors with subword information*, TACL 2017, section 3.2), so that ``subscribeee`` is not
unknown. A row is the sum of its words and of its word pairs, each weighted by ``(1 + ln count) * idf`` and scaled to
length one. Pieces belong to distinct words, not to rows: their cost follows the vocabulary.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from safetensors.numpy import load_file, save
from scipy.sparse import csr_matrix, hstack
from torch import Tensor, nn
from torch.nn import functional

from ...corpora.corpus import Corpus
from ...corpora.index import TextIndex
from . import ngrams
from .base import Batch, Encoder, Recipe, Rows, Trunk
from .field_bags import FieldVocabulary, bags

WIDTH = 32
"""Numbers per text column that describe a row."""

LEAST, MOST = 2, 1 << 15
"""A word, pair or piece is learned if at least two rows have it; of each sort, so many at most."""

INPUT_DROPOUT, OUTPUT_DROPOUT = 0.5, 0.2
"""Half of a row's words are hidden at each step, so that more is learned than what the labeling functions look for."""

PLENTY = 20_000
"""With so many rows the held-out loss hardly wavers, and a few rounds without gain are enough to stop."""

INITIAL = 0.1
"""Standard deviation of the first embeddings."""


@dataclass(frozen=True, slots=True, eq=False)
class ColumnVocabulary:
    """What was learned of one text column: w words, p pieces and q pairs, with their inverse row frequencies.

    Attributes:
        words: the folded keys of the words.
        pieces: hashes (p,), uint64, rising.
        pairs: codes (q,), int64, rising; see :func:`ngrams.pair_codes`.
        word_idf, piece_idf, pair_idf: float32 (w,), (p,), (q,).
        unknown_idf: the weight of a word that is not among ``words``.
    """

    words: tuple[str, ...]
    pieces: npt.NDArray[np.uint64]
    pairs: npt.NDArray[np.int64]
    word_idf: ngrams.Floats
    piece_idf: ngrams.Floats
    pair_idf: ngrams.Floats
    unknown_idf: float

    @classmethod
    def of(cls, index: TextIndex) -> ColumnVocabulary:
        """Learn the vocabulary of a text column."""
        keys, rows = index.vocabulary.folded, max(index.rows, 1)
        row_start = np.asarray(index.row_start)
        key_df = ngrams.document_frequency(
            ngrams.count(keys.ids[index.tokens].astype(np.int64), row_start, len(keys.strings))
        )
        words = ngrams.frequent(key_df, least=LEAST, most=MOST)
        word_of_key = np.full(len(keys.strings), -1, dtype=np.int64)
        word_of_key[words] = np.arange(len(words))

        hashes, owner = ngrams.pieces(keys.strings)
        distinct, number = np.unique(hashes, return_inverse=True)
        # Rows per piece, a row counted once for each of its words that has the piece: an upper bound, and good enough.
        piece_df = np.bincount(number, weights=key_df[owner], minlength=len(distinct)).astype(np.int64)
        pieces = ngrams.frequent(piece_df, least=LEAST, most=MOST)

        codes = ngrams.pair_codes(word_of_key[keys.ids[index.tokens]], row_start, len(words))
        pairs, place = np.unique(codes[codes >= 0], return_inverse=True)
        pair_of_token = np.full(len(codes), -1, dtype=np.int64)
        pair_of_token[codes >= 0] = place
        pair_df = ngrams.document_frequency(ngrams.count(pair_of_token, row_start, len(pairs)))
        chosen = ngrams.frequent(pair_df, least=LEAST, most=MOST)
        return cls(
            tuple(keys.strings[i] for i in words.tolist()),
            distinct[pieces],
            pairs[chosen],
            ngrams.inverse_frequency(key_df[words], rows),
            ngrams.inverse_frequency(piece_df[pieces], rows),
            ngrams.inverse_frequency(pair_df[chosen], rows),
            float(ngrams.inverse_frequency(np.ones(1, dtype=np.int64), rows)[0]),
        )

    @property
    def size(self) -> int:
        """The number of embeddings: words, then pieces, then pairs."""
        return len(self.words) + len(self.pieces) + len(self.pairs)

    def describe(self, index: TextIndex) -> ColumnInputs:
        """The rows of a text column in terms of this vocabulary."""
        keys, row_start = index.vocabulary.folded, np.asarray(index.row_start)
        numbers = {word: i for i, word in enumerate(self.words)}
        word_of_key = np.fromiter((numbers.get(key, -1) for key in keys.strings), np.int64, count=len(keys.strings))
        key_idf = np.full(len(keys.strings), self.unknown_idf, dtype=np.float32)
        key_idf[word_of_key >= 0] = self.word_idf[word_of_key[word_of_key >= 0]]
        rows = ngrams.count(keys.ids[index.tokens].astype(np.int64), row_start, len(keys.strings))

        hashes, owner = ngrams.pieces(keys.strings)
        key_start = np.searchsorted(owner, np.arange(len(keys.strings) + 1))
        pieces = ngrams.count(ngrams.look_up(hashes, self.pieces), key_start, len(self.pieces))
        own = ngrams.count(word_of_key, np.arange(len(keys.strings) + 1), len(self.words))
        key_features = csr_matrix(hstack([own, ngrams.weigh(pieces, self.piece_idf)], format="csr"))

        codes = ngrams.pair_codes(word_of_key[keys.ids[index.tokens]], row_start, len(self.words))
        pairs = ngrams.count(ngrams.look_up(codes, self.pairs), row_start, len(self.pairs))
        return ColumnInputs(ngrams.weigh(rows, key_idf), key_features, ngrams.weigh(pairs, self.pair_idf))


@dataclass(frozen=True, slots=True, eq=False)
class ColumnInputs:
    """One column of n rows with m distinct words, as sparse weights.

    Attributes:
        rows: words of each row, (n, m).
        words: embeddings of each word: itself and its pieces, (m, w + p).
        pairs: pairs of each row, (n, q).
    """

    rows: csr_matrix
    words: csr_matrix
    pairs: csr_matrix

    @classmethod
    def of_pairs(cls, pairs: csr_matrix) -> ColumnInputs:
        """A column of features that are no words."""
        n = pairs.shape[0]
        return cls(csr_matrix((n, 1), dtype=np.float32), csr_matrix((1, 0), dtype=np.float32), pairs)

    def take(self, rows: Rows) -> ColumnInputs:
        """Some of the rows."""
        return ColumnInputs(self.rows[rows], self.words, self.pairs[rows])

    def batch(self, rows: Rows) -> Batch:
        """Three bags: embeddings of the batch's distinct words, these words in its rows, pairs of its rows."""
        words, pairs = self.rows[rows], self.pairs[rows]
        distinct, place = np.unique(words.indices, return_inverse=True)
        return (
            *_bag(self.words[distinct]),
            *_bag(csr_matrix((words.data, place, words.indptr), shape=(len(rows), max(len(distinct), 1)))),
            *_bag(pairs, first=self.words.shape[1]),
        )


@dataclass(frozen=True, slots=True, eq=False)
class BowInputs:
    """A corpus as bags, one set per text column."""

    columns: tuple[ColumnInputs, ...]

    def __len__(self) -> int:
        """The number of rows."""
        return int(self.columns[0].rows.shape[0])

    def batch(self, rows: Rows) -> Batch:
        """Nine tensors per column: indices, offsets and weights of its three bags."""
        return tuple(part for column in self.columns for part in column.batch(rows))


class BowTrunk(Trunk):
    """Embeds the bags of each column, side by side, through a rectifier."""

    def __init__(self, sizes: Sequence[int]) -> None:
        """Draw embeddings for columns of so many features."""
        super().__init__()
        self.width = WIDTH * len(sizes)
        self.embeddings = nn.ParameterList(torch.randn(max(size, 1), WIDTH) * INITIAL for size in sizes)

    def forward(self, *batch: Tensor) -> Tensor:
        """Vectors of the rows, shape (b, width); zeros where a row has no known feature."""
        columns = []
        for i, embedding in enumerate(self.embeddings):
            of_words, of_rows, of_pairs = (batch[start : start + 3] for start in range(9 * i, 9 * i + 9, 3))
            words = _embed(embedding, *of_words, sparse=True)
            pairs = _embed(embedding, *self._hide(*of_pairs), sparse=True)
            columns.append(_embed(words, *self._hide(*of_rows)) + pairs)
        return functional.dropout(torch.relu(torch.cat(columns, dim=1)), OUTPUT_DROPOUT, self.training)

    def _hide(self, indices: Tensor, offsets: Tensor, weights: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        return indices, offsets, functional.dropout(weights, INPUT_DROPOUT, self.training)


class BowEncoder(Encoder):
    """The bag of words, pairs and pieces of each text column, and a bag of all fields."""

    kind = "bow"
    reads_fields = True
    by_word = True

    def __init__(self) -> None:
        """Know nothing yet."""
        self.columns: dict[str, ColumnVocabulary] = {}
        self.fields: tuple[FieldVocabulary, ...] = ()

    def recipe(self, rows: int) -> Recipe:
        """About 500 steps per pass; the decay is a prior of fixed weight, so it fades as rows are added."""
        return Recipe(
            descent="sparse",
            learning_rate=2.0,
            weight_decay=1.0 / rows,
            epochs=60,
            patience=8 if rows < PLENTY else 3,
            batch_size=min(max(rows // 500, 64), 1024),
            predict_batch=8192,
        )

    def fit(
        self, corpus: Corpus, text: Sequence[str], rows: Rows, *, fields: Sequence[str] = (), progress: bool
    ) -> BowInputs:
        """Learn the vocabulary of each column, from all rows, whether they are trained on or not."""
        self.columns = {name: ColumnVocabulary.of(corpus.column(name)) for name in text}
        self.fields = tuple(FieldVocabulary.of(corpus, name) for name in fields)
        return BowInputs(tuple(column.take(rows) for column in self.inputs(corpus, progress=progress).columns))

    def inputs(self, corpus: Corpus, *, progress: bool) -> BowInputs:
        """The bags of every row."""
        columns = [own.describe(corpus.column(name)) for name, own in self.columns.items()]
        if self.fields:
            columns.append(ColumnInputs.of_pairs(bags(self.fields, corpus)))
        return BowInputs(tuple(columns))

    def trunk(self) -> BowTrunk:
        """A new trunk with an embedding per word, piece and pair, and per feature of a field."""
        sizes = [own.size for own in self.columns.values()]
        return BowTrunk([*sizes, sum(own.size for own in self.fields)] if self.fields else sizes)

    def save(self, folder: Path) -> dict[str, Any]:
        """Write ``vocabulary.json`` (words) and ``vocabulary.safetensors`` (codes and frequencies)."""
        words = [
            {"column": name, "words": own.words, "unknown_idf": own.unknown_idf} for name, own in self.columns.items()
        ]
        (folder / "vocabulary.json").write_text(json.dumps(words), encoding="utf-8")
        arrays = {f"{i}.{part}": getattr(own, part) for i, own in enumerate(self.columns.values()) for part in _ARRAYS}
        (folder / "vocabulary.safetensors").write_bytes(save(arrays))
        return {"fields": [own.to_json() for own in self.fields]}

    @classmethod
    def load(cls, folder: Path, config: dict[str, Any], *, device: str) -> BowEncoder:
        """Read what :meth:`save` wrote."""
        encoder = cls()
        arrays = load_file(folder / "vocabulary.safetensors")
        for i, entry in enumerate(json.loads((folder / "vocabulary.json").read_text(encoding="utf-8"))):
            parts = {part: arrays[f"{i}.{part}"] for part in _ARRAYS}
            words = tuple(entry["words"])
            encoder.columns[entry["column"]] = ColumnVocabulary(words=words, unknown_idf=entry["unknown_idf"], **parts)
        encoder.fields = tuple(map(FieldVocabulary.from_json, config.get("fields", ())))
        return encoder


_ARRAYS = ("pieces", "pairs", "word_idf", "piece_idf", "pair_idf")


def _bag(matrix: csr_matrix, *, first: int = 0) -> tuple[Tensor, Tensor, Tensor]:
    """Indices (counted from ``first``), offsets and weights of a sparse matrix, as torch takes them."""
    return (
        torch.from_numpy((matrix.indices + first).astype(np.int32)),
        torch.from_numpy(matrix.indptr.astype(np.int32)),
        torch.from_numpy(matrix.data),
    )


def _embed(weight: Tensor, indices: Tensor, offsets: Tensor, weights: Tensor, *, sparse: bool = False) -> Tensor:
    """The weighted sum of each bag's embeddings, shape (bags, width); a sparse gradient has only the bags' rows."""
    if len(weight) == 0:
        return weight.new_zeros(len(offsets) - 1, weight.shape[1])
    return functional.embedding_bag(
        indices, weight, offsets, mode="sum", per_sample_weights=weights, include_last_offset=True, sparse=sparse
    )
