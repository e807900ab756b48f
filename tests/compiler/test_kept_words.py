"""What mutated explanations have shown: no word is left out of a reading, and what is said back reads the same."""

from __future__ import annotations

import pytest
from sayso.compiler.english import english
from sayso.compiler.passes import canonical
from sayso.compiler.reader import read
from sayso.compiler.scope import NOWHERE, Scope
from sayso.corpora.schema import Schema

FIELDS = (("age", "number"), ("hours", "number"), ("account_age_days", "number"), ("created", "date"))
TABLE = Scope(schema=Schema(("text",), fields=FIELDS))
TEXTS = Scope(schema=Schema(("subject", "body"), fields=FIELDS))
DRUGS = Scope(schema=Schema(("text",), ("chemical", "disease")))
TAGGED = Scope(schema=Schema(("text",), ("chemical", "disease"), "entities"))
TARGET = Scope(schema=Schema(("text",), ("target",)))

PLACES = ("between", "in the first sentence,", "right after the link,")
RESTS = ("the age is 40", "the age is between 40 and 60", "the created is a Monday", "weekday of created is Monday")


def echo(text: str, scope: Scope) -> str:
    meaning = canonical(read(text, scope).meanings[0][1])
    assert canonical(read(english(meaning), scope).meanings[0][1]) == meaning
    return english(meaning)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("the age is at least the hours", "the age is at least the hours"),
        ("the hours is at least the age", "the hours is at least the age"),
        ("the age is at most the hours", "the hours is at least the age"),
        ("the age is no less than the hours", "the age is at least the hours"),
        ("the age is at most 20 and at least the hours", "the age is at most 20 and the age is at least the hours"),
        ("the text is present", "the text is present"),
        ("the text is not missing", "the text is present"),
        ("the review is missing", "the text is not present"),
    ],
)
def test_a_table(text, said):
    assert echo(text, TABLE) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('"cheap" is right in front of the target', 'it mentions "cheap" right before target'),
        ('"cheap" is in front of the target', 'it mentions "cheap" before target'),
        ('"cheap" is the word right in front of the target', 'it mentions "cheap" right before target'),
        ('"cheap" is the word in front of the target', 'it mentions "cheap" right before target'),
        ('"cheap" is two words in front of the target', 'it mentions "cheap" exactly 2 words before target'),
        (
            '"cheap" is before the target and "not" is between them',
            'it mentions "cheap" before target and it mentions "not" between "cheap" and target',
        ),
        (
            '"cheap" is before the target and at most one word is between them',
            'it mentions "cheap" within 2 words of target and it mentions "cheap" before target',
        ),
        (
            '"cheap" or "weak" is after the target and no "not" is between them',
            'it mentions any of "cheap", "weak" after target and it does not mention "not" between any of "cheap", '
            '"weak" and target',
        ),
    ],
)
def test_how_near_something_stands(text, said):
    assert echo(text, TARGET) == said


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        *((f"{place} {rest}", TABLE) for place in PLACES for rest in RESTS),
        ("in the body, the age is over 40", TEXTS),
        ('in the body, the subject mentions "x"', TEXTS),
        ("in the first sentence of the body the subject has a link", TEXTS),
        ('in the body it mentions "x" in the subject', TEXTS),
        ('in the first sentence of the body in the subject "x" occurs', TEXTS),
        ("the age is under 60 and days", TABLE),
        ("account age under 60 and days", TABLE),
        ("account age is days", TABLE),
        ("the hours is or 800 and 1200", TABLE),
        ("no review and an above 1000", TABLE),
        ("account age under 60, months", TABLE),
        ("text and comment are the same", TEXTS),
        ("text and comment are the same", NOWHERE),
        ("half of the dates are words", NOWHERE),
        ("the number of letters in Y is more than the number of letters n X", DRUGS),
        ('it mentions "x" between chemical and long', DRUGS),
        ("it has at most 10 words between chemical and anyone disease", TAGGED),
        ('it has at least 16 words between chemical and disease it does not mention "caused"', DRUGS),
        ("it mentions disease and it does not mention a word chemical between and disease", DRUGS),
        ("half of the prices are all-caps words", NOWHERE),
        ("the title is shorter than 2 and words", NOWHERE),
    ],
)  # fmt: skip
def test_a_word_that_would_be_left_out_is_refused(text, scope):
    assert not read(text, scope).meanings


@pytest.mark.parametrize(
    "text",
    [
        'in the body, it mentions "x"',
        'in the body "x" occurs and the age is over 40',
        "in the first sentence, it has a link",
    ],
)
def test_a_place_before_a_clause_that_tells_of_it_is_read(text):
    assert read(text, TEXTS).meanings


def test_a_place_in_its_own_text_is_that_place():
    said = echo('"x" is in the first five words of the body in the body', TEXTS)
    assert said == 'the body mentions "x" in the first 5 words'


def test_what_two_have_in_the_middle_is_not_what_they_share():
    assert echo("the two have the word in the middle", DRUGS) == "it mentions a word between chemical and disease"
