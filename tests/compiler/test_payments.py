"""What people say of payments: small ones, at home and abroad, with the card there, by an account that is new."""

from __future__ import annotations

import pytest
import sayso

CORPUS = sayso.Corpus.from_rows(
    {
        "memo": ["laptop", "rent", "gift card"],
        "amount": [5200.0, 12.5, 80.0],
        "fee": [1.5, 0.0, 2.0],
        "balance": [900.0, 100.0, 4000.0],
        "country": ["DE", "BR", "FR"],
        "home_country": ["DE", "DE", "FR"],
        "age_of_account_days": [12, 800, 40],
        "card_present": [True, False, True],
        "n_attempts": [1, 4, 2],
        "merchant_category": ["grocery", "crypto", "travel"],
        "paid_at": ["2025-03-12 14:35", "2025-03-08 03:10", "2025-01-02 09:00"],
        "hour": [14, 3, 9],
    },
    text="memo",
    now="2025-03-31",
)
TASK = sayso.Task("t", ("ok", "fraud"))


def compiled(said: str) -> sayso.Program:
    return sayso.compile([sayso.Explanation(said, "fraud")], CORPUS, task=TASK)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("the card was there", "the card_present is true"),
        ("the card wasn't there", "the card_present is not true"),
        ("the card was missing", "the card_present is not true"),
        ("the card present flag is missing", "the card_present is not present"),
        ("the payment was in the home country", "the country is the same as the home_country"),
        ("it was paid outside of their home country", None),
        ("it happened outside of their home country", "the country is not the same as the home_country"),
        ("the country isn't the home country", "the country is not the same as the home_country"),
        ("in a different country than the home country", "the country is not the same as the home_country"),
        ("there was only one attempt", "the n_attempts is exactly 1"),
        ("at least 3 attempts were made", "the n_attempts is at least 3"),
        ("the account was opened less than 20 days ago", "the age_of_account_days is less than 20"),
        ("the account has existed for over 2 years", "the age_of_account_days is more than 730"),
        ("new account (under 30 days)", "the age_of_account_days is less than 30"),
        ("the account is old, more than 2 years", "the age_of_account_days is more than 730"),
        ("small purchase, between 5 and 20", "the amount is between 5 and 20"),
        ("it does not cost more than 5", "the amount is at most 5"),
        ("the account is not older than 20 days", "the age_of_account_days is at most 20"),
        ("the time was not after 10 pm", "the clock time of the paid_at is at most 22"),
        ("they spent more than 80% of the balance in one go", "the amount is more than 0.8 times the balance"),
        ("the payment was made in the last 7 days", "the paid_at is on or after 2025-03-24 and before 2025-04-01"),
        ("the merchant category is gambling or crypto", 'the merchant_category is any of "crypto", "gambling"'),
        (
            "the merchant category is crypto or travel and the amount is over 70",
            'the merchant_category is any of "crypto", "travel" and the amount is more than 70',
        ),
        (
            "they spent over 70 at a crypto or travel shop",
            'the merchant_category is any of "crypto", "travel" and the amount is more than 70',
        ),
        ("paid in March 2025, year", None),
        ("the payment was in the merchant category", None),
        ("small purchase", None),
    ],
)
def test_what_is_said_of_payments(said: str, meant: str | None) -> None:
    program = compiled(said)
    assert [lf.when for lf in program.lfs] == ([] if meant is None else [meant])
    assert not any(d.code == "SAY141" for d in program.diagnostics)


def test_a_figure_of_a_column_goes_before_a_column_that_is_called_so() -> None:
    rows = [{"amount": 20.0, "average_amount": 4.0}, {"amount": 60.0, "average_amount": 50.0}]
    corpus = sayso.Corpus.from_rows(rows, cache=False)
    for said in (
        "the amount is more than twice the mean amount",
        "the amount is more than 2 times the average amount of 40",
    ):
        program = sayso.compile([sayso.Explanation(said, "fraud")], corpus, task=TASK)
        assert program.lfs[0].when == "the amount is more than 2 times the average amount of 40"
    for said in ("the amount is more than 5 times the average amount", "the average amount of 50 or more"):
        program = sayso.compile([sayso.Explanation(said, "fraud")], corpus, task=TASK)
        assert "average_amount" in program.lfs[0].when
