"""Of which column something is told that names none: an amount beside its average, how old a row is, when it came."""

from __future__ import annotations

import pytest
import sayso

ORDERS = sayso.Corpus.from_rows(
    [
        {"remark": "a", "price": 5.0, "average_price": 4.0, "weight": 2.0, "stock": 3, "shop_opened": "2020-01-02"},
        {"remark": "", "price": 9.0, "average_price": 2.0, "weight": 1.0, "stock": 9, "shop_opened": "2024-05-02"},
    ],
    text="remark",
    now="2024-06-30",
    cache=False,
)
TASK = sayso.Task("t", ("no", "yes"))


@pytest.mark.parametrize(
    ("said", "echo"),
    [
        ("over twice the average price", "the price is more than 2 times the average_price"),
        ("less than half the average price", "the price is less than 0.5 times the average_price"),
        ("it's three times the average price", "the price is equal to 3 times the average_price"),
        (
            "the weight is above 1 and it's at least double the average price",
            "the price is at least 2 times the average_price and the weight is more than 1",
        ),
        ("at least double the average price was paid", "the price is at least 2 times the average_price"),
        ("at least double the fee", None),
        ("the stock is anything from 2 to 5", "the stock is between 2 and 5"),
        ("the stock is something under 5", "the stock is less than 5"),
        ("the stock is any number between 2 and 5", "the stock is between 2 and 5"),
        ("the stock is anything but 5", "the stock is less than 5 or the stock is more than 5"),
        ("the account's been open for over 2 years", "the shop_opened is before 2022-06-30"),
        ("it has existed for less than 2 months", "the shop_opened is on or after 2024-05-01"),
        ("it has not been open for 2 years", "the shop_opened is on or after 2022-07-01 and before 2024-07-01"),
        ("they've had the account for over 2 years", "the shop_opened is before 2022-06-30"),
        ("it came in on a Sunday", "the shop_opened is on a Sunday"),
        ("someone opened it yesterday", "the shop_opened is on or after 2024-06-29 and before 2024-06-30"),
        ("it was opened by a customer in January", "the shop_opened is in January"),
        ("no remark was given", "the remark is not present"),
        ("no note was left (it's empty)", "the remark is not present"),
    ],
)
def test_the_only_column_that_can_be_meant_is(said, echo):
    lfs = sayso.compile([sayso.Explanation(said, "yes")], ORDERS, task=TASK).lfs
    assert (lfs[0].when if lfs else None) == echo
