"""Tokens are spaCy's, chunk by chunk."""

import re
import time
from functools import cache

import polars as pl
import pytest
from data import real_texts
from hypothesis import given
from hypothesis import strategies as st
from sayso.corpora.text import clean
from sayso.corpora.tokenizer import LONGEST, RUN, WHITESPACE, cut, exceptions, lemma, sentence_ends, tokenize
from strategies import texts

plain = texts().map(clean)


@cache
def spacy_pipeline():
    import spacy

    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    pipeline.tokenizer.rules = exceptions(pipeline.tokenizer.rules)
    return pipeline


def by_chunk(text):
    """The tokens of spaCy's own tokenizer, given one chunk after the other."""
    tokenizer = spacy_pipeline().tokenizer
    chunks = re.finditer(r"\S+", text)
    return [(token.text, chunk.start() + token.idx) for chunk in chunks for token in tokenizer(chunk.group())]


def of_whole(text):
    """The tokens of spaCy's own tokenizer, given the whole text."""
    return [(token.text, token.idx) for token in spacy_pipeline().tokenizer(text) if not token.is_space]


@given(plain)
def test_tokens_are_those_of_each_chunk(text):
    assert tokenize(text) == by_chunk(text)


@given(st.text(st.sampled_from("()<>:;=-_'.^|/\\8oODxXV3a \n"), max_size=20))
def test_faces_too(text):
    assert tokenize(text) == by_chunk(text)


@given(plain)
def test_forms_stand_where_they_say(text):
    assert all(text[token.start : token.start + len(token.form)] == token.form for token in tokenize(text))


@given(plain)
def test_tokens_leave_out_white_space_only(text):
    assert "".join(token.form for token in tokenize(text)) == "".join(text.split())


@pytest.mark.parametrize("name", ["youtube/train.csv", "sms/train.csv", "airline/train.csv"])
def test_real_texts_have_spacy_s_own_tokens(name):
    for text in map(clean, real_texts(name, 400)):
        assert tokenize(text) == of_whole(text)


@pytest.mark.parametrize("text", ["don't", "can't", "we'll", "5pm", "mr.", "st.", "dont", "wed", "id"])
def test_tokens_do_not_depend_on_case(text):
    cased = (text, text.upper(), text.capitalize())
    assert len({tuple(token.start for token in tokenize(one)) for one in cased}) == 1


def test_an_abbreviation_that_may_be_a_word_is_one_in_its_own_case_only():
    assert [token.form for token in tokenize("Co. in a mass. of co-ops")] == [
        "Co.",
        "in",
        "a",
        "mass",
        ".",
        *["of", "co", "-", "ops"],
    ]


def test_a_special_case_is_not_shadowed_across_a_space():
    assert [form for form, _ in of_whole("a: (=b")] == ["a", ":", "(", "=", "b"]
    assert [token.form for token in tokenize("a: (=b")] == ["a", ":", "(=", "b"]


@pytest.mark.parametrize("text", ["!" * (RUN + 1), "a" * (LONGEST + 1), "x " + "😂" * 250 + " y" * 30, "(!)" * LONGEST])
def test_long_chunks_are_broken(text):
    tokens = tokenize(text)
    assert "".join(token.form for token in tokens) == "".join(text.split())
    assert all(text[token.start :].startswith(token.form) for token in tokens)


def test_a_link_is_not_broken():
    link = "http://x.com/" + "a?b=" * 500
    assert [token.form for token in tokenize(link)] == [link]


def test_a_row_of_signs_takes_no_square_time():
    cut("warm")
    start = time.perf_counter()
    assert len(cut("!?" * 5_000)) == 10_000
    assert time.perf_counter() - start < 5


def test_white_space_is_that_of_python():
    every = pl.Series([chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000])
    assert every.str.contains(WHITESPACE).to_list() == [character.isspace() for character in every]


@pytest.mark.parametrize(
    ("key", "expected"), [("subscribed", "subscribe"), ("marries", "marry"), ("xyzzy", "xyzzy"), ("", "")]
)
def test_lemma(key, expected):
    assert lemma(key) == expected


def test_sentence_ends_are_spacy_s():
    assert {"!", ".", "?", "。"} <= set(sentence_ends())
