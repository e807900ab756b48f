"""Argument spans as an encoder sees them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sayso import Corpus, SaysoError
from sayso.runtime.encoders.marking import marked

ROWS = [
    {"text": "Ann Lee met Bob.", "a": (0, 7), "b": (12, 15), "note": "x"},
    {"text": "Ann Lee met Bob.", "a": (12, 15), "b": (0, 7), "note": "y"},
    {"text": "Ann née Lee 漢", "a": (0, 11), "b": (8, 11), "note": None},
    {"text": "nobody", "a": None, "b": (0, 6), "note": "z"},
    {"text": None, "a": None, "b": None, "note": "z"},
]


def test_marks_stand_for_arguments_and_what_is_between_and_in_them_are_texts_of_their_own() -> None:
    seen = marked(Corpus.from_rows(ROWS, text="text", spans=["a", "b"]), ["a", "b"], by_word=True)
    assert seen.text == ("text", "text between a and b", "a in text", "b in text")
    assert seen.strings("text").to_list() == [
        " argument1  met  argument2 .",
        " argument2  met  argument1 .",
        " argument1  argument2  漢",
        " argument2 ",
        None,
    ]
    assert seen.strings("text between a and b").to_list() == [
        " argument1  met  argument2 ",
        " argument2  met  argument1 ",
        " argument1  argument2 ",
        "",
        None,
    ]
    assert seen.strings("a in text").to_list() == ["Ann Lee", "Bob", "Ann née Lee", "", None]
    assert seen.strings("b in text").to_list() == ["Bob", "Ann Lee", "Lee", "nobody", None]


def test_for_a_transformer_what_is_between_is_plain_and_in_the_text_of_its_order() -> None:
    seen = marked(Corpus.from_rows(ROWS, text="text", spans=["a", "b"]), ["a", "b"], by_word=False)
    assert seen.text == ("text", "text from a to b", "text from b to a")
    assert seen.strings("text from a to b").to_list() == [" met ", "", "", "", None]
    assert seen.strings("text from b to a").to_list() == ["", " met ", "", "", None]


def test_other_texts_and_fields_stay() -> None:
    seen = marked(Corpus.from_rows(ROWS, text=["text", "note"], spans=["a"]), ["a"], by_word=False)
    assert seen.text == ("text", "note")
    assert seen.strings("note").to_list() == [row["note"] for row in ROWS]


def test_a_corpus_without_the_spans_is_refused() -> None:
    with pytest.raises(SaysoError, match="SAY056"):
        marked(Corpus.from_rows(ROWS, text="text", spans=["a"]), ["a", "b"], by_word=True)


@given(
    st.text("ab é漢", max_size=12)
    .map("x{}".format)
    .flatmap(lambda text: st.tuples(st.just(text), *[st.tuples(*[st.integers(0, len(text))] * 2).map(sorted)] * 3))
)
def test_what_is_in_no_argument_stays_and_each_argument_has_its_mark(row: tuple[str, Any, Any, Any]) -> None:
    text, *spans = row
    names = ["a", "b", "c"]
    given_row = {"text": text, **dict(zip(names, spans, strict=True))}
    found = marked(Corpus.from_rows([given_row], text="text", spans=names), names, by_word=False).strings("text")[0]
    for i, (start, end) in enumerate(spans):
        assert found.count(f" argument{i + 1} ") == (end > start)
        found = found.replace(f" argument{i + 1} ", "")
    inside = {at for start, end in spans for at in range(start, end)}
    assert found == "".join(character for at, character in enumerate(text) if at not in inside)
