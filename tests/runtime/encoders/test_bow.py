"""The bag-of-words encoder."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from sayso.runtime.encoders import bow
from sayso.runtime.encoders.bow import BowEncoder, ColumnVocabulary
from small_comments import comments, corpus_of


def test_words_pieces_and_pairs_of_at_least_two_rows_are_learned() -> None:
    index = corpus_of(["Red cars", "RED cars !", "blue bikes", None]).column("text")
    own = ColumnVocabulary.of(index)
    assert own.words == ("cars", "red")
    assert len(own.pairs) == 1
    assert own.size == 3 + len(own.pieces)


def test_the_commonest_are_kept_if_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bow, "MOST", 5)
    own = ColumnVocabulary.of(comments(200)[0].column("text"))
    assert (len(own.words), len(own.pieces), len(own.pairs)) == (5, 5, 5)


def test_a_batch_gives_the_same_vectors_as_a_sparse_product() -> None:
    corpus = comments(50)[0]
    encoder = BowEncoder()
    inputs = encoder.fit(corpus, ["text"], np.arange(50), progress=False)
    trunk = encoder.trunk().eval()
    column, weight = inputs.columns[0], trunk.embeddings[0].detach().numpy()
    split = column.words.shape[1]
    expected = column.rows @ (column.words @ weight[:split]) + column.pairs @ weight[split:]
    rows = np.array([7, 3, 3, 49])
    found = trunk.output(inputs.batch(rows)).detach().numpy()
    np.testing.assert_allclose(found, np.maximum(expected[rows], 0), atol=1e-5)


def test_rows_without_known_features_are_zeros() -> None:
    encoder = BowEncoder()
    encoder.fit(comments(50)[0], ["text"], np.arange(50), progress=False)
    inputs = encoder.inputs(corpus_of(["", "Ωμέγα 漢字", None, "the"]), progress=False)
    vectors = encoder.trunk().eval().output(inputs.batch(np.arange(4)))
    assert (vectors[:3] == 0).all()
    assert (vectors[3] != 0).any()


def test_texts_with_nothing_in_common_can_be_encoded() -> None:
    encoder = BowEncoder()
    inputs = encoder.fit(corpus_of(["uno", "zwei"]), ["text"], np.arange(2), progress=False)
    assert torch.isfinite(encoder.trunk().output(inputs.batch(np.arange(2)))).all()
