"""The table that the readings about tables speak of."""

from __future__ import annotations

import sayso

COLUMNS = {
    "note": ["fine", "please help, thanks!", "call me"],
    "title": ["Hello", "A", "Offer: http://x.com"],
    "body": ["Hello there you", "B", "a longer text of several words"],
    "amount": ["$5,000", "1,234.50", "20"],
    "balance": [100.0, 300.0, 20.0],
    "customer_age": [30, 50, 17],
    "attempts": [1, 4, 2],
    "capital-gain": [0, 7500, 10],
    "discount": ["12%", "3.5%", "0%"],
    "country": ["US", "UK", "New Zealand"],
    "home_country": ["UK", "uk", "New Zealand"],
    "is_member": ["yes", "no", "yes"],
    "order_date": ["2024-03-01", "2024-06-01", "2024-06-29"],
    "ship_date": ["2024-03-04", "2024-07-04", "2024-06-30"],
    "created": ["2024-03-02 23:30", "2024-06-29 04:30", "2024-06-24 12:00"],
}
CORPUS = sayso.Corpus.from_rows(COLUMNS, text="note", now="2024-06-30")
