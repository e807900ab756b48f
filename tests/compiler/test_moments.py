"""Of which column it is told when something was, and from where a time is counted."""

from __future__ import annotations

import pytest
import sayso

TASK = sayso.Task("t", ("no", "yes"))
TICKETS = sayso.Corpus.from_rows(
    [
        {"body": "a", "opened_at": "2024-06-01", "closed_at": "2024-06-02", "member_since": "2015-01-01", "replies": 0},
        {"body": "b", "opened_at": "2024-06-03", "closed_at": None, "member_since": "2020-01-01", "replies": 3},
    ],
    text="body",
    now="2024-06-30",
    cache=False,
)
PAYMENTS = sayso.Corpus.from_rows(
    [{"note": "a", "hour": 3, "paid_at": "2024-06-01"}, {"note": "b", "hour": 12, "paid_at": None}],
    text="note",
    now="2024-06-30",
    cache=False,
)


def said_back(said: str, corpus: sayso.Corpus) -> str | None:
    lfs = sayso.compile([sayso.Explanation(said, "yes")], corpus, task=TASK).lfs
    return lfs[0].when if lfs else None


PASSED = "the number of days from the opened_at to the closed_at is"


@pytest.mark.parametrize(
    ("said", "echo"),
    [
        ("closed within a day", f"{PASSED} between 0 and 1"),
        ("closed in 2 days or less", f"{PASSED} between 0 and 2"),
        ("closed in under 2 days", f"{PASSED} at least 0 and is less than 2"),
        ("closed after more than 3 days", f"{PASSED} more than 3"),
        ("it took us over 7 days to close", f"{PASSED} more than 7"),
        ("it took over 7 days between opening and closing", f"{PASSED} more than 7"),
        ("closed within the last day", "the closed_at is on or after 2024-06-29 and before 2024-07-01"),
        ("opened within a day", "the opened_at is on or after 2024-06-29 and before 2024-07-01"),
        ("opened in under 3 days", None),
        ("closed_at is not older than 30 days", "the closed_at is on or after 2024-05-31 and before 2024-07-01"),
        ("opened_at is no older than 30 days", "the opened_at is on or after 2024-05-31 and before 2024-07-01"),
        ("they are a member for more than five years", "the member_since is before 2019-06-30"),
        ("the date is missing", None),
        ("no replies so far", "the replies is exactly 0"),
        ("nobody has replied yet", "the replies is exactly 0"),
        ("nobody has replied for 3 days", None),
        ("no reply in over a week", "the replies is exactly 0 and the opened_at is before 2024-06-23"),
        ("replied more than twice", "the replies is more than 2"),
        ("members since before 2018", "the member_since is before 2018-01-01"),
        ("opened on a Monday morning", None),
        ("closed_at not set", "the closed_at is not present"),
    ],
)  # fmt: skip
def test_from_where_a_time_is_counted(said, echo):
    assert said_back(said, TICKETS) == echo


@pytest.mark.parametrize(
    ("said", "echo"),
    [
        ("the date is missing", "the paid_at is not present"),
        ("the date is before 2024-06-02", "the paid_at is before 2024-06-02"),
        ("a date is missing", "it does not mention a calendar date"),
        ("between midnight and 5 am", "the hour is between 0 and 5"),
        ("it happened after 10 pm", "the hour is more than 22"),
        ("at 3 am or 4 am", "the hour is exactly 3 or the hour is exactly 4"),
        ("it was in the middle of the night", "the hour is less than 6 or the hour is at least 22"),
        ("no note at all", "the note is not present"),
        ("the hour is anywhere between 1 and 4", "the hour is between 1 and 4"),
        ("the hour is before 5", "the hour is less than 5"),
        ("the hour is not after 20", "the hour is at most 20"),
        ("the hour is missing (it's empty)", "the hour is not present"),
    ],
)
def test_the_only_column_that_may_tell(said, echo):
    assert said_back(said, PAYMENTS) == echo


PEOPLE = sayso.Corpus.from_rows(
    [
        {"job": "clerk", "native_country": "Peru", "hours_per_week": 40, "capital_loss": 0, "n_attempts": 1},
        {"job": "nurse", "native_country": "Chad", "hours_per_week": 20, "capital_loss": 9, "n_attempts": 4},
    ],
    text="job",
    cache=False,
)


@pytest.mark.parametrize(
    ("said", "echo"),
    [
        ("born in Peru", 'the native_country is "Peru"'),
        ("was not born in Peru", 'the native_country is not "Peru"'),
        ("works over 30 hours", "the hours_per_week is more than 30"),
        ("works between 30 and 50 hours", "the hours_per_week is between 30 and 50"),
        ("no capital losses", "the capital_loss is exactly 0"),
        ("it was the fourth attempt or later", "the n_attempts is at least 4"),
        ("native country anything but Peru", 'the native_country is not "Peru"'),
        ("has more than 5", None),
    ],
)
def test_a_verb_tells_the_column(said, echo):
    assert said_back(said, PEOPLE) == echo


AGES = sayso.Corpus.from_rows(
    [{"note": "a", "age": 30, "account_opened": "2021-03-05"}, {"note": "b", "age": 60, "account_opened": None}],
    text="note",
    now="2024-06-30",
    cache=False,
)


@pytest.mark.parametrize(
    ("said", "echo"),
    [
        ("the account is over 5 years old", "the account_opened is before 2019-06-30"),
        ("account is at most 2 years old", "the account_opened is on or after 2022-06-30"),
        ("the customer is over 50 years old", "the age is more than 50"),
        ("older than 50", "the age is more than 50"),
    ],
)
def test_a_thing_is_as_old_as_the_time_since_it_began(said, echo):
    assert said_back(said, AGES) == echo
