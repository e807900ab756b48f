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
        ("the hour is before 5", "the hour is less than 5"),
        ("the hour is not after 20", "the hour is at most 20"),
        ("the hour is missing (it's empty)", "the hour is not present"),
    ],
)
def test_the_only_column_that_may_tell(said, echo):
    assert said_back(said, PAYMENTS) == echo
