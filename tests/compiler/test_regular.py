"""Regular expressions compared by automata: what is claimed holds of all texts (law 3); what is simple is found."""

from __future__ import annotations

from itertools import product

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sayso.primitives.expressions import automaton
from sayso.primitives.machines import END
from sayso.primitives.patterns import regex_fault
from sayso.primitives.regular import finder, leads_to

ATOMS = ["a", "b", "k", "S", "1", "-", " ", ".", r"\d", r"\w", r"\s", r"\W", r"\D", "[ab]", "[^a]", "[a-k]", r"[\dk-]"]
PLACES = ["^", "$", r"\b", r"\B", r"\A", r"\z"]
TIMES = ["", "", "", "", "?", "*", "+", "+?", "{2}", "{1,2}", "{2,}"]
SIGNS = "abkKsSB12 -.\n_é\u212a\u017f\u0663\u00a0"
"""Of all kinds that the engine tells apart, the Kelvin sign and the long s among them."""

expressions = st.recursive(
    st.tuples(st.sampled_from(ATOMS), st.sampled_from(TIMES)).map("".join) | st.sampled_from(PLACES),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3).map("".join)
        | st.tuples(st.lists(inner, min_size=1, max_size=3).map("|".join), st.sampled_from(TIMES)).map(
            lambda own: f"({own[0]}){own[1]}"
        )
    ),
    max_leaves=6,
)


@st.composite
def changed(draw, expression):
    """The expression with a little more or less of it."""
    at = draw(st.integers(0, len(expression)))
    more = draw(st.sampled_from([*ATOMS, *PLACES, *TIMES, "|b"]))
    return draw(
        st.sampled_from(
            [
                f"{expression[:at]}{more}{expression[at:]}",
                expression[:at] + expression[at + 1 :],
                f"(?i){expression}",
                f"{expression}|{more}",
                f"(?:{expression}){more}",
            ]
        )
    )


def found(expression, texts):
    """In which texts there is a match that is not empty, by the engine."""
    column = pl.Series(texts)
    shorter = column.str.replace_all(expression, "").str.len_bytes() < column.str.len_bytes()
    return (column.str.contains(expression) & shorter).to_list()


@given(st.data())
def test_law_3_no_text_contradicts_what_automata_claim(data):
    one = data.draw(expressions)
    other = data.draw(changed(one))
    if regex_fault(one) or regex_fault(other):
        return
    texts = data.draw(st.lists(st.text(SIGNS, max_size=8), min_size=30, max_size=60))
    for first, second in ((one, other), (other, one)):
        if leads_to(first, second):
            pairs = zip(texts, found(first, texts), found(second, texts), strict=True)
            assert [text for text, here, there in pairs if here and not there] == []


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (r"\d{4}", r"\d{3}", True),
        (r"\d{3}", r"\d{4}", False),
        (r"\bx", r"\wx|^x|\Wx", True),
        ("ab$", r"b\z", True),
        ("a.*b", "a[^b]*b", True),
        ("a.*b", "a[^c]*b", False),
        (r"a[^\n]*b", "a.*b", True),
        (r"\x{41}\x42", "(?i)ab", True),
        ("[kK]", "(?i)k", True),
        ("(?i)[^k]", "[^k]", True),
        ("[^k]", "(?i)[^k]", False),
        ("(?:ab){2,3}c", "bab", True),
        (r"foo\b", "foo", True),
        ("foo", r"foo\b", False),
        ("x*", "x", False),
        ("(?s).", r"\w|\W", False),
        ("[a&&b]", "a", False),
        (r"\p{L}", r"\w", False),
    ],
)
def test_what_is_told_and_what_stays_open(one, other, expected):
    assert leads_to(one, other) is expected


def test_it_gives_up_within_its_budgets():
    assert not leads_to("a.{30}b", "a.{30}[bc]")
    assert finder("a.{30}b") is None
    assert automaton("a.{30}b") is not None
    assert automaton("(a{50}){50}") is None
    assert automaton("(") is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ab$|ab.|ab\n", "ab"),
        ("a+", "a"),
        ("(?i)[a-c]", "[ABCabc]"),
        (r"a\b|a\B", "a"),
        ("x{0,3}y", "y"),
        (r"\bx|\Bx", "(?:x|xx)"),
        ("a$b", r"\z[0-9]"),
        ("[kK]|\\D", "(?i)k|\\D"),
    ],
)
def test_what_means_the_same_has_the_same_machine(one, other):
    assert finder(one) == finder(other) is not None


@given(expressions)
def test_a_machine_finds_what_the_engine_does(expression):
    machine = None if regex_fault(expression) else finder(expression)
    if machine is None:
        return
    texts = [bytes(text) for text in product(map(ord, "ab1 -K"), repeat=3)]
    assert [machine.finds(text + bytes([END])) for text in texts] == found(expression, [t.decode() for t in texts])
    plain = [text[:-1].decode() for text in machine.samples if max(text[:-1]) < 128]
    assert not plain or all(found(expression, plain))
