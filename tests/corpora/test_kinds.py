"""The kinds of token: one line for each says what is one and what is none."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sayso.corpora.kinds import KINDS

FLAGS = {
    "word": ("free 5 U.S. é 日本 @bob a-b <3", "! ... n't N’T 's ’ll ' 😂 $"),
    "link": (
        "http://x.com https://a@b.c/d www.x.y youtube.com youtu.be/x a-b.co.uk x.org?q=1 HTTP://X",
        "loved.it e.g. a@b.org 3.14 mailto:a@b.com com .com x.comma",
    ),
    "email": ("a@b.org first.last+tag@x.co.uk mailto:a@b.com", "@bob a@b http://a@b.org/ a@b.1"),
    "number": ("5 1,000 3.14 .5 -2 12:30 1/2 3rd 10k 50% five Hundred", "a5 5a x one-off 5pm . - 1."),
    "emoji": ("😂 ❤ ☺ ✔ 🇩 :) ;-) :D :'( <3 </3 xD 8-) ^_^ (: =P", "🏽 ★ ( ) : 8) x3 XP xo http:// © ™"),
    "punctuation_mark": (". ... ! ?! ( — “ # @", "a :) $ + 😂 <3"),
    "exclamation_mark": ("! !!! ！", "? ?! a!"),
    "question_mark": ("? ??? ？", "! ?! a?"),
    "colon": (": ：", "; a: :)"),
    "semicolon": ("; ；", ": a;"),
    "period": (". 。", "... a."),
    "quotation_mark": ('" “ ”', "' a\""),
    "parenthesis": ("( ) （", "[ :) (a"),
    "comma": (", ，", ". ,,"),
    "capitalised_word": ("Win WIN A É3", "win iPhone 3D $A"),
    "all_caps_word": ("WIN OK ÉA A1B", "A Win 1A U.S. win"),
    "lowercase_word": ("win é a", "Win WIN wIN 5 $ !"),
    "possessive": ("'s ’s", "s ' n't 'll bob's"),
    "hashtag": ("# #win", "win a#"),
    "user_mention": ("@bob @a_1", "@ a@b bob @a.b"),
    "currency_sign": ("$ US$ € £", "S USD 5"),
    "stretched_word": ("soooo WIIIN жжж hmmm", "so !!! ... 1000 www.x.com http://aaa.com toot"),
}
COUNTS = {
    "letter": {"aB1é!日": 4, "123": 0},
    "capital_letter": {"aBÉß": 2},
    "lowercase_letter": {"aBÉß": 2},
    "digit": {"a1٣²": 2},
}


def test_every_kind_is_tested():
    assert set(FLAGS) | set(COUNTS) == set(KINDS)


@pytest.mark.parametrize("name", FLAGS)
def test_flags(name):
    yes, no = (pl.Series(forms.split()) for forms in FLAGS[name])
    weighed = KINDS[name].weigh
    assert [form for form, weight in zip(yes, weighed(yes), strict=True) if weight != 1] == []
    assert [form for form, weight in zip(no, weighed(no), strict=True) if weight != 0] == []


@pytest.mark.parametrize("name", COUNTS)
def test_counts(name):
    assert KINDS[name].weigh(pl.Series(list(COUNTS[name]))).tolist() == list(COUNTS[name].values())


@given(st.lists(st.text(min_size=1), min_size=1))
def test_weights_are_small_whole_numbers(forms):
    column = pl.Series([form.encode("utf-8", "replace").decode() for form in forms])
    for kind in KINDS.values():
        weights = kind.weigh(column)
        most = column.str.len_chars().to_numpy() if kind.by_character else 1
        assert ((weights >= 0) & (weights <= most)).all()
