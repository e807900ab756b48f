"""Columns of truths make sentences of their names: the card is present, the sender is unknown."""

from __future__ import annotations

import pytest
import sayso

COLUMNS = {
    "body": ["pay now", "hello"],
    "card_present": [True, False],
    "known_sender": [False, True],
    "is_email_verified": [True, False],
    "two_factor_enabled": [True, False],
}
CORPUS = sayso.Corpus.from_rows(COLUMNS, text="body", cache=False)
TASK = sayso.Task("t", ("no", "yes"))


def said_back(said: str) -> str | None:
    lfs = sayso.compile([sayso.Explanation(said, "yes")], CORPUS, task=TASK).lfs
    return lfs[0].when if lfs else None


@pytest.mark.parametrize(
    ("said", "echo"),
    [
        ("the card is present", "the card_present is true"),
        ("the card wasn't present", "the card_present is not true"),
        ("card not present", "the card_present is not true"),
        ("the card was clearly not present", "the card_present is not true"),
        ("the card really isn't present", "the card_present is not true"),
        ("the card is definitely present", "the card_present is true"),
        ("the card was not at all present", None),
        ("without a card", "the card_present is not true"),
        ("no card present", "the card_present is not true"),
        ("the sender is known", "the known_sender is true"),
        ("the sender isnt known", "the known_sender is not true"),
        ("we don't know the sender", "the known_sender is not true"),
        ("nobody knows the sender", "the known_sender is not true"),
        ("we know the sender", "the known_sender is true"),
        ("it comes from a sender that is known", "the known_sender is true"),
        ("it comes from a sender who isn't known", "the known_sender is not true"),
        ("the sender was not known", "the known_sender is not true"),
        ("it comes from an unknown sender", "the known_sender is not true"),
        ("sender unknown", "the known_sender is not true"),
        ("the email has not been verified", "the is_email_verified is not true"),
        ("unverified email", "the is_email_verified is not true"),
        ("two factor is enabled", "the two_factor_enabled is true"),
        ("two factor isn't enabled", "the two_factor_enabled is not true"),
        ('the sender mentions "pay"', 'it mentions "pay"'),
        ("the card_present is missing", "the card_present is not present"),
        ("the card_present is present", "the card_present is present"),
    ],
)
def test_what_is_so_is_told_by_the_words_of_the_name(said, echo):
    assert said_back(said) == echo


@pytest.mark.parametrize("said", ["the sender is present"])
def test_the_words_of_two_names_make_no_sentence(said):
    assert said_back(said) is None
