"""Counting in columns, against counting by hand."""

from __future__ import annotations

import math
from collections import Counter

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from sayso.runtime.encoders import ngrams

ROWS = st.lists(st.lists(st.integers(-1, 4), max_size=6), min_size=1, max_size=6)


def flat(rows: list[list[int]]) -> tuple[np.ndarray, np.ndarray]:
    ids = np.array([i for row in rows for i in row], dtype=np.int64)
    return ids, np.concatenate([[0], np.cumsum([len(row) for row in rows])]).astype(np.int64)


@settings(max_examples=100, deadline=None)
@given(ROWS)
def test_counts_and_weights(rows: list[list[int]]) -> None:
    counts = ngrams.count(*flat(rows), 5)
    idf = np.arange(1, 6, dtype=np.float32)
    weights = ngrams.weigh(counts, idf).toarray()
    for row, dense, weighted in zip(rows, counts.toarray(), weights, strict=True):
        expected = Counter(i for i in row if i >= 0)
        assert dense.tolist() == [expected[i] for i in range(5)]
        raw = np.array([(1 + math.log(expected[i])) * idf[i] if expected[i] else 0 for i in range(5)])
        np.testing.assert_allclose(weighted, raw / max(np.linalg.norm(raw), 1e-9), atol=1e-5)
    df = ngrams.document_frequency(counts)
    assert df.tolist() == [sum(i in row for row in rows) for i in range(5)]


@settings(max_examples=100, deadline=None)
@given(ROWS)
def test_pairs_stay_within_a_row_and_among_known_words(rows: list[list[int]]) -> None:
    codes = ngrams.pair_codes(*flat(rows), 5)
    expected = []
    for row in rows:
        for place, word in enumerate(row):
            known = place > 0 and word >= 0 and row[place - 1] >= 0
            expected.append(row[place - 1] * 5 + word if known else -1)
    assert codes.tolist() == expected


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text(alphabet="abö🎉 ", min_size=0, max_size=7), max_size=5))
def test_pieces_are_the_same_exactly_where_the_characters_are(words: list[str]) -> None:
    hashes, owner = ngrams.pieces(words)
    expected = []
    for i, word in enumerate(words):
        marked = f"\x02{word}\x03"
        for size in ngrams.PIECE_LENGTHS:
            expected += [(i, marked[at : at + size]) for at in range(len(marked) - size + 1)]
    assert owner.tolist() == [i for i, _ in expected]
    by_piece: dict[str, set[int]] = {}
    for value, (_, piece) in zip(hashes.tolist(), expected, strict=True):
        by_piece.setdefault(piece, set()).add(value)
    assert all(len(values) == 1 for values in by_piece.values())
    assert len(set(hashes.tolist())) == len(by_piece)


def test_pieces_are_the_same_on_every_machine() -> None:
    assert ngrams.pieces(["ab"])[0].tolist() == HASHES


def test_endless_words_have_an_end() -> None:
    assert len(ngrams.pieces(["x" * 10_000])[0]) == 3 * (ngrams.LONGEST + 2) - (2 + 3 + 4)


def test_look_up() -> None:
    assert ngrams.look_up(np.array([5, 1, 9, 3]), np.array([1, 5, 7])).tolist() == [1, 0, -1, -1]
    assert ngrams.look_up(np.array([5]), np.array([], dtype=np.int64)).tolist() == [-1]


def test_the_most_frequent_are_kept() -> None:
    df = np.array([1, 5, 2, 5, 3])
    assert ngrams.frequent(df, least=2, most=10).tolist() == [1, 2, 3, 4]
    assert ngrams.frequent(df, least=2, most=3).tolist() == [1, 3, 4]


HASHES = [6561036696129306431, 7219395901043677349, 12749770567560937320]
