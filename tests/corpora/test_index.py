"""The index says of every row what its tokens say, however it was built."""

import subprocess
import sys
import unicodedata
from dataclasses import replace

import numpy as np
import polars as pl
import pytest
from data import real_texts
from hypothesis import given, settings
from hypothesis import strategies as st
from indices import columns, long_columns, same
from sayso.corpora.build import build
from sayso.corpora.index import TextIndex
from sayso.corpora.kinds import CLITICS, KINDS
from sayso.corpora.store import Folder, Memory
from sayso.corpora.text import clean, exact_key, folded_key
from sayso.corpora.tokenizer import lemma, sentence_ends, tokenize
from sayso.grammar.diagnostics import SaysoError


def tokens_of(index, row):
    """The tokens that the index has for a row."""
    span = slice(index.row_start[row], index.row_start[row + 1])
    forms = index.vocabulary.forms
    return [(forms[int(i)], int(s)) for i, s in zip(index.tokens[span], index.token_start[span], strict=True)]


def is_word(form):
    return any(unicodedata.category(c)[0] in "LN" for c in form) and not pl.Series([form]).str.contains(CLITICS)[0]


def is_punctuation(form):
    return all(unicodedata.category(c)[0] == "P" for c in form)


def sentence_numbers(forms):
    """Sentencizer.predict of spaCy, as it is written there."""
    starts, seen, numbers = {0}, False, []
    for i, form in enumerate(forms):
        ends = form in sentence_ends()
        if seen and not is_punctuation(form) and not ends:
            starts.add(i)
            seen = False
        elif ends:
            seen = True
    for i in range(len(forms)):
        numbers.append((numbers[-1] if numbers else -1) + (i in starts))
    return numbers


@given(st.one_of(columns, long_columns))
def test_rows_hold_their_own_tokens(column):
    index = TextIndex.of(column)
    for row, text in enumerate(column):
        assert tokens_of(index, row) == tokenize(text or "")
        assert index.present[row] == (text is not None)
        assert index.lengths[row] == len(text or "")
    assert index.strings is column
    assert len(index) == index.rows == len(column)


@given(st.one_of(columns, long_columns))
def test_arrays_fit_together(column):
    index = TextIndex.of(column)
    words, sentences, position = 0, 0, 0
    for row, text in enumerate(column):
        forms = [token.form for token in tokenize(text or "")]
        numbers = sentence_numbers(forms)
        for form, number in zip(forms, numbers, strict=True):
            assert index.token_row[position] == row
            assert index.words_before[position] == words
            assert index.sentence[position] == sentences + number
            words += is_word(form)
            position += 1
        sentences += numbers[-1] + 1 if numbers else 0
        assert index.sentences[row] == (numbers[-1] + 1 if numbers else 0)
    assert index.words_before[position] == words
    assert len(index.tokens) == len(index.token_row) == len(index.sentence) == position


@given(st.one_of(columns, long_columns), st.data())
def test_postings_are_the_places_of_the_forms(column, data):
    index = TextIndex.of(column)
    size = len(index.vocabulary)
    ids = data.draw(st.lists(st.integers(0, size - 1), unique=True)) if size else []
    expected = np.flatnonzero(np.isin(index.tokens, ids)).tolist()
    assert index.postings(np.array(ids, dtype=np.uint32)).tolist() == expected


def test_postings_of_very_many_forms(monkeypatch):
    index = TextIndex.of([f"a{i} b{i % 7} c" for i in range(100)])
    ids = np.arange(0, len(index.vocabulary), 2, dtype=np.uint32)
    merged = index.postings(ids).tolist()
    monkeypatch.setattr("sayso.corpora.index._SCAN", 3)
    monkeypatch.setattr("sayso.corpora.index.BLOCK", 7)
    assert index.postings(ids).tolist() == merged == np.flatnonzero(np.isin(index.tokens, ids)).tolist()


@given(columns)
def test_counts_are_those_of_a_plain_loop(column):
    index = TextIndex.of(column)
    forms = index.vocabulary.forms
    for kind in KINDS.values():
        weight = dict(zip(forms, kind.weigh(forms).tolist(), strict=True))
        plain = [sum(weight[token.form] for token in tokenize(text or "")) for text in column]
        assert index.counts(kind).tolist() == plain


def test_counts_block_by_block(monkeypatch):
    texts = ["Win WIN cash!", None, "", "é 5 a", "   ", "x"] * 5
    whole = {name: TextIndex.of(texts).counts(kind).tolist() for name, kind in KINDS.items()}
    monkeypatch.setattr("sayso.corpora.index.BLOCK", 4)
    assert {name: TextIndex.of(texts).counts(kind).tolist() for name, kind in KINDS.items()} == whole


def test_a_kind_of_one_s_own_is_counted_beside_ours():
    index = TextIndex.of(["abc", "b"])
    assert index.counts(KINDS["letter"]).tolist() == [3, 1]
    assert index.counts(replace(KINDS["letter"], pattern="b")).tolist() == [1, 1]


@settings(max_examples=settings.default.max_examples // 3)
@given(long_columns, st.integers(1, 40))
def test_blocks_and_the_place_of_the_arrays_change_nothing(tmp_path_factory, column, block):
    whole = TextIndex.of(column)
    assert same(build(column, Memory(), block=block), whole)
    assert same(build(column, Folder(tmp_path_factory.mktemp("index")), block=block), whole)


def test_helpers_change_nothing(monkeypatch):
    monkeypatch.setattr("sayso.corpora.worker.MANY", 1_000)
    monkeypatch.setattr("sayso.corpora.worker.BATCH", 500)
    column = pl.Series([f"word{i}, don't{i % 100}! http://x.com/{i}" for i in range(1_000)])
    told = []
    helped = build(column, Memory(), block=300, helpers=2, progress=told.append)
    assert same(helped, TextIndex.of(column))
    assert told == [300, 300, 300, 100]


def test_long_texts_make_small_blocks(monkeypatch):
    monkeypatch.setattr("sayso.corpora.build._LONG", 1_000)
    column = pl.Series(["x" * size for size in (10, 9_000, 400, 600, 1, 0, 1, 1, 1, 1_001, 1, 1, 1, 0, 0, 0, 1)])
    told = []
    index = build(column, Memory(), block=4, progress=told.append)
    assert told == [1, 1, 2, 4, 1, 1, 4, 3]
    monkeypatch.undo()
    assert same(index, TextIndex.of(column))


@pytest.mark.parametrize(
    "program", ["pass", "import sys; sys.stdout.buffer.write((5).to_bytes(8, 'little') + b'ready')"]
)
def test_helpers_that_end_are_done_without(monkeypatch, program):
    def start():
        pipe = subprocess.PIPE
        return subprocess.Popen([sys.executable, "-c", program], stdin=pipe, stdout=pipe)

    monkeypatch.setattr("sayso.corpora.worker.MANY", 0)
    monkeypatch.setattr("sayso.corpora.worker.BATCH", 50)
    monkeypatch.setattr("sayso.corpora.worker._start", start)
    column = pl.Series([f"word{i}, don't{i % 100}!" for i in range(3_000)])
    assert same(build(column, Memory(), block=100, helpers=2), TextIndex.of(column))


def test_a_system_without_processes(monkeypatch):
    def refuse():
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr("sayso.corpora.worker.MANY", 0)
    monkeypatch.setattr("sayso.corpora.worker._start", refuse)
    column = pl.Series([f"word{i}" for i in range(100)])
    assert same(build(column, Memory(), helpers=2), TextIndex.of(column))


def test_too_many_tokens_are_refused(monkeypatch):
    monkeypatch.setattr("sayso.corpora.build.MOST_TOKENS", 3)
    with pytest.raises(SaysoError, match="SAY048"):
        TextIndex.of(["a b", "c d"])


@pytest.mark.parametrize("texts", [[], [None], [""], ["  \n "], [None, None]])
def test_nothing_to_index(texts):
    index = TextIndex.of(texts)
    assert len(index) == len(texts)
    assert len(index.tokens) == 0
    assert index.postings(np.zeros(0, dtype=np.uint32)).tolist() == []
    for kind in KINDS.values():
        assert index.counts(kind).tolist() == [0] * len(texts)
    assert index.sentences.tolist() == [0] * len(texts)
    assert index.vocabulary.folded.forms("a").tolist() == []


@given(st.one_of(columns, long_columns))
def test_keys_find_the_forms_that_have_them(column):
    vocabulary = TextIndex.of(column).vocabulary
    forms = vocabulary.forms.to_list()
    own = {
        "exact": exact_key,
        "folded": folded_key,
        "lemmas": lambda form: lemma(folded_key(form)),
    }
    for name, key in own.items():
        keys = getattr(vocabulary, name)
        for i, form in enumerate(forms):
            assert keys.strings[keys.ids[i]] == key(form)
        assert keys.strings == sorted({key(form) for form in forms})
        for wanted in {*map(key, forms), "no such key"}:
            assert keys.forms(wanted).tolist() == [i for i, form in enumerate(forms) if key(form) == wanted]
        assert keys[np.arange(len(forms))].tolist() == keys.ids.tolist()
    assert vocabulary.lengths.tolist() == [len(form) for form in forms]


def test_forms_come_in_the_order_of_their_first_appearance():
    assert TextIndex.of(["b a", "a c b"]).vocabulary.forms.to_list() == ["b", "a", "c"]


def test_real_texts():
    texts = list(map(clean, real_texts("youtube/train.csv", 500)))
    index = TextIndex.of(texts)
    assert [tokens_of(index, row) for row in range(len(texts))] == [tokenize(text) for text in texts]
