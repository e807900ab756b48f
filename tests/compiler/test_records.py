"""What people say of the rows of a table: the row as a subject, brackets, columns by the stems of their names."""

from __future__ import annotations

from pathlib import Path

import pytest
import sayso

COLUMNS = {
    "title": ["Clerk", "Free phone", "Senior clerk"],
    "description": ["Office work", "wire transfer", "call me on whatsapp"],
    "salary": [50_000.0, None, 90_000.0],
    "min_salary": [40_000.0, 60_000.0, 80_000.0],
    "pressure": [8.0, 9.5, 3.0],
    "applicants": [10, 600, 3],
    "years_experience": [0, 5, 2],
    "age": [17, 30, 80],
    "company": ["Acme", None, "Bolt"],
    "ward": ["emergency", "maternity", "emergency"],
    "error_code": ["E07", "E11", "E23"],
    "shipping_country": ["Ghana", "Togo", "Austria"],
    "remote": [True, False, True],
    "smoker": [True, False, False],
    "posted_at": ["2024-06-10", "2024-05-01", "2023-02-03"],
    "closes_at": ["2024-07-20", "2024-05-10", "2023-03-01"],
    "last_service": ["2024-06-10", "2024-05-01", "2023-02-03"],
    "built": ["2010-06-10", "2020-05-01", "2001-02-03"],
    "year_built": [1932, 1995, 2010],
    "order_hour": [4, 12, 22],
    "dep_time": ["05:40", "12:00", "22:30"],
    "arr_time": ["06:40", "11:00", "23:30"],
    "pickup_at": ["2024-06-10 05:40", "2024-05-01 12:00", "2023-02-03 22:30"],
    "pickup_zone": ["downtown", "airport", "suburbs"],
    "ordered_at": ["2024-06-10 04:00", "2024-05-01 12:00", "2023-02-03 22:00"],
}
CORPUS = sayso.Corpus.from_rows(COLUMNS, text=["title", "description"], now="2024-06-30")
TASK = sayso.Task("t", ("no", "yes"))
LINES = (Path(__file__).parent / "records_readings.txt").read_text(encoding="utf-8").splitlines()
READINGS = [line for line in LINES if line.strip() and not line.startswith("#")]


def compiled(said: str) -> sayso.Program:
    return sayso.compile([sayso.Explanation(said, "yes")], CORPUS, task=TASK)


@pytest.mark.parametrize(("said", "echo"), list(zip(READINGS[::2], READINGS[1::2], strict=True)))
def test_the_best_reading_is_the_one_meant(said, echo):
    program = compiled(said)
    assert not program.errors
    assert program.lfs[0].when == echo.strip().removeprefix("=> ")


@pytest.mark.parametrize(
    "said",
    [
        "the salry is missing",
        "the ward is crowded or dirty",
        "the ward is oncology",
        "a large salary",
        "high salary or big office",
        "the ward is emergency, crowded and dirty",
        "the ward is oncology or the salary is high",
        "the machine isn't hot (salary above 75)",
        "posted in the last week (closes_at)",
        "the company of the wife is missing",
        "it departs in 2024",
        "the departure is on a Monday",
        "the departure was more than 3 days ago",
        "the departure is before the closing date",
        "the salary is after 2010",
        "the salary (age) is above 5",
        "at least 2 applicants and a salary",
        "posted in 2021, year",
        "the company is missing or it's below 5",
        "on a weekend",
        "the salary is between 5 and 10 above 3 below the applicants",
    ],
)
def test_what_would_swallow_a_word_is_refused(said):
    assert compiled(said).errors


@pytest.mark.parametrize("said", ["the position is remote", "overpaid (salary above 75)"])
def test_what_is_taken_for_the_row_or_explained_is_told(said):
    assert "SAY140" in [finding.code for finding in compiled(said).diagnostics]


PAYMENTS = sayso.Corpus.from_rows(
    [
        {
            "amount": 640.0,
            "country": "Peru",
            "average_amount": 5.0,
            "timestamp": "2024-06-11 13:05",
            "account_age_days": 220,
            "previous_orders": 3,
        }
    ],
    cache=False,
)


@pytest.mark.parametrize(
    ("said", "echo"),
    [
        ("the time is between 2 and 4 am", "the clock time of the timestamp is between 2 and 4"),
        ("its between midnight and 5am", "the clock time of the timestamp is between 0 and 5"),
        ("a payment made on a Saturday", "the timestamp is on a Saturday"),
        ("it was made on a Saturday or Sunday", "the timestamp is on a Saturday or the timestamp is on a Sunday"),
        ("a payment of more than 700 made on a Saturday",
         "the timestamp is on a Saturday and the amount is more than 700"),
        ("a payment of more than 700 from an account less than a week old",
         "the account_age_days is less than 7 and the amount is more than 700"),
        ("the account has less than 10 days", "the account_age_days is less than 10"),
        ("the customer has made at least a hundred previous orders", "the previous_orders is at least 100"),
        ("we don't know the country", "the country is not present"),
        ("nobody knows the country", "the country is not present"),
        ("the amount is more than 5x the average amount", "the amount is more than 5 times the average_amount"),
        ("amount is 2.5 x the average amount or more", "the amount is at least 2.5 times the average_amount"),
        ("the customer's previous orders are below 5", "the previous_orders is less than 5"),
        ("known country", "the country is present"),
        ('the country name is "Chile"', 'the country is "Chile"'),
    ],
)  # fmt: skip
def test_what_is_said_of_payments_and_when_they_were_made(said, echo):
    program = sayso.compile([sayso.Explanation(said, "no")], PAYMENTS, task=sayso.Task("t", ("no", "yes")))
    assert [lf.when for lf in program.lfs] == [echo]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("it is cheaper than the budget", "the budget is more than the price"),
        ("taller than the ceiling", "the height is more than the ceiling"),
        (
            "both times are before 1 May 2024",
            "the dropoff_time is before 2024-05-01 and the pickup_time is before 2024-05-01",
        ),
        (
            "it has more than 2 passengers and 10 minutes",
            "the duration_minutes is more than 10 and the passengers is more than 2",
        ),
    ],
)
def test_a_comparative_a_group_and_a_unit_tell_their_columns(said, meant):
    row = {"price": 5.0, "budget": 6.0, "height": 3.0, "ceiling": 7.0, "duration_minutes": 4.0, "passengers": 2}
    times = {"pickup_time": "2024-06-10 05:40", "dropoff_time": "2024-06-10 06:40"}
    corpus = sayso.Corpus.from_rows([{"note": "x", **row, **times}], text="note", cache=False)
    program = sayso.compile([sayso.Explanation(said, "yes")], corpus, task=TASK)
    assert [lf.when for lf in program.lfs] == [meant]


RIDES = [{"note": "x", "distance_km": 5.0, "duration": 12}, {"note": "y", "distance_km": 9.5, "duration": 40}]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("more than 8 km and more than 30 minutes", "the duration is more than 30 and the distance_km is more than 8"),
        ("over 8 km or 30 minutes", "the duration is more than 30 or the distance_km is more than 8"),
        (
            "the trip is longer than 8 km and 30 minutes",
            "the duration is more than 30 and the distance_km is more than 8",
        ),
        ("the distance is over 8 km or 30 minutes", "the duration is more than 30 or the distance_km is more than 8"),
        ("it takes longer than 30 minutes and 8 km", "the duration is more than 30 and the distance_km is more than 8"),
        ("the duration is over 30 minutes and under 50 minutes", "the duration is more than 30 and is less than 50"),
        ("the duration is over 30 minutes and under 2 hours", None),
        ("over 20 minutes and over 2 hours", None),
    ],
)
def test_numbers_in_two_units_are_not_of_a_column_that_tells_none(said, meant):
    corpus = sayso.Corpus.from_rows(RIDES, text="note", cache=False)
    program = sayso.compile([sayso.Explanation(said, "yes")], corpus, task=TASK)
    assert [lf.when for lf in program.lfs] == ([meant] if meant else [])
    assert meant or program.errors
