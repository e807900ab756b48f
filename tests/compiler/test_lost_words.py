"""Words that once made no difference where they should have, and echoes that were read as something else."""

from __future__ import annotations

import pytest
from sayso.compiler.english import english
from sayso.compiler.passes import canonical
from sayso.compiler.reader import read
from sayso.compiler.scope import Scope
from sayso.corpora.schema import Schema

SCOPE = Scope(schema=Schema(("text",), ("drug", "gene")))


def echo(text: str) -> str | None:
    """What is said back; None if it is refused."""
    meanings = read(text, SCOPE).meanings
    return english(canonical(meanings[0][1])) if meanings else None


@pytest.mark.parametrize(
    ("said", "back"),
    [
        ('"against" is the first word after the drug', 'it mentions "against" right after drug'),
        ('"against" is the last word before the drug', 'it mentions "against" right before drug'),
        ('the last word before the gene is "mutant"', 'it mentions "mutant" right before gene'),
        ('the next word after the gene is "mutant"', 'it mentions "mutant" right after gene'),
        (
            'the drug and the gene are separated by a single word "of"',
            'it has exactly 1 word between drug and gene and it mentions "of" between drug and gene',
        ),
        ('"dose" is repeated', 'it mentions "dose" at least twice'),
        ('the word "dose" repeats', 'it mentions "dose" at least twice'),
        ('"dose" and "pill" are repeated', 'it mentions "dose" at least twice and it mentions "pill" at least twice'),
        ('"dose" or "pill" is repeated', 'it mentions "dose" at least twice or it mentions "pill" at least twice'),
        ('"dose" and "pill" are not repeated', 'it mentions "dose" at most once and it mentions "pill" at most once'),
        (
            'neither "dose" nor "pill" is repeated',
            'it mentions "dose" at most once and it mentions "pill" at most once',
        ),
        ('"dose" does not repeat', 'it mentions "dose" at most once'),
        ('"dose" is repeated at least thrice', 'it mentions "dose" at least 3 times'),
        ('whatever the text says, it contains "dose"', 'it mentions "dose"'),
    ],
)
def test_read(said, back):
    assert echo(said) == back


@pytest.mark.parametrize(
    "said",
    [
        "a letter is repeated",
        'two of "dose", "pill", "oral" are repeated',
        '"against" is the last word after the drug',
        '"against" is the first word before the drug',
        'the first word before the gene is "mutant"',
        'the last word after the gene is "mutant"',
        'it mentions single form of "dose"',
        'the single word "dose" is between the drug and the gene',
        'it mentions single regular expression "d.se"',
        'it mentions "pill", single "dose"',
        'whatever it mentions "dose" before the drug',
        'the drug is longer than one word and directly before it it is "a"',
        'between them both do not have "dose", "pill"',
        'the drug mentions "dose" right before the drug and at the start',
    ],
)
def test_refused(said):
    assert echo(said) is None


@pytest.mark.parametrize("said", ["it has at least two links or the word in capitals", '2 commas, a link or "dose"'])
def test_so_much_of_something_or_anything_else_is_told_of(said):
    assert echo(said) is not None
