"""Cleaning and keys."""

import unicodedata

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sayso.corpora.text import INVISIBLE, clean, clean_series, exact_key, folded_key

hostile = st.text(st.one_of(st.characters(), st.sampled_from("\ufeff\u200b\u00ad\u202e\x00\x1f\t\n’“`´ﬁİςＡ"))).map(
    clean
)
EVERY = [chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000]


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("fr\u200bee", "free"),
        ("\ufeffhi", "hi"),
        ("so\u00adft", "soft"),
        ("\u202eevil\u202c", "evil"),
        ("\u2066a\u2069\u200e\u200f\u2060", "a"),
        ("a\x00b\x1bc\x7f", "abc"),
        ("a\tb\nc\x0bd\x0ce\rf", "a\tb\nc\x0bd\x0ce\rf"),
        ("👨\u200d👩\u200d👧 \u200c", "👨\u200d👩\u200d👧 \u200c"),
        ("a\ud800b", "a\ufffdb"),
    ],
)
def test_clean(text, cleaned):
    assert clean(text) == cleaned


def test_a_column_is_cleaned_as_its_texts_are():
    column = pl.Series([None, "", *EVERY])
    assert clean_series(column).to_list() == [None, "", *map(clean, EVERY)]


def test_what_is_invisible_is_what_is_dropped():
    dropped = pl.Series(EVERY).str.contains(INVISIBLE).to_list()
    assert dropped == [clean(character) == "" for character in EVERY]


@given(st.text(st.characters()))
def test_cleaning_twice_is_cleaning_once(text):
    assert clean(clean(text)) == clean(text)


def test_keys_of_every_character_are_their_own_keys():
    assigned = [c for c in EVERY if unicodedata.category(c) not in ("Cn", "Co") and not c.isascii()]
    for key in (exact_key, folded_key):
        keys = {key(c) for c in assigned}
        assert [own for own in keys if key(own) != own] == []


@given(hostile)
def test_keys_are_their_own_keys(text):
    assert exact_key(exact_key(text)) == exact_key(text)
    assert folded_key(folded_key(text)) == folded_key(text)
    assert folded_key(exact_key(text)) == folded_key(text)


@given(hostile)
def test_compatible_texts_share_a_key(text):
    plain = text.translate(dict.fromkeys(map(ord, "´`")))
    assert exact_key(unicodedata.normalize("NFKD", plain)) == exact_key(plain)


@pytest.mark.parametrize(
    ("one", "other"),
    [("don’t", "DON'T"), ("“hi”", '"HI"'), ("ﬁt", "FIT"), ("Ａ", "a"), ("É", "e\u0301"), ("don´t", "don`t")],
)
def test_folded_keys_ignore(one, other):
    assert folded_key(one) == folded_key(other)


def test_exact_keys_keep_case():
    assert exact_key("Win") != exact_key("win")
