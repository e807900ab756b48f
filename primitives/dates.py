"""Dates and times: when something was, on which day and at what hour, and how long from one moment to another.

Moments are seconds since the start of 1970, as they are written; time zones are not applied. A date has no time of
day: where it is compared with a moment, both count by the day. A week has seven days; months and years are those of
the calendar, counted back from the later moment: a month before 31 March is the last day of February.
"""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Literal

import numpy as np

from ..grammar.nodes import Quantity, node
from .arithmetic import measured
from .base import Measurement, Numbers, Source
from .phrases import say
from .run import Run

DAY = 86_400
SECONDS = {"second": 1, "minute": 60, "hour": 3_600, "day": DAY, "week": 7 * DAY}
MONTHS = {"month": 1, "year": 12}

Unit = Literal["second", "minute", "hour", "day", "week", "month", "year"]
Part = Literal["hour", "clock time", "weekday", "day", "month", "quarter", "year"]


@node
class Moment(Measurement):
    """When something was, by a field."""

    column: str

    total = True

    def reads(self) -> frozenset[Source]:
        """The field."""
        return frozenset([Source("field", self.column)])

    def measure(self, run: Run) -> Numbers:
        """Seconds since the start of 1970."""
        return run.corpus.moments(self.column)

    def dateless(self, run: Run) -> bool:
        """Whether it has no time of day."""
        return run.corpus.schema.kinds.get(self.column) == "date"


@node
class Date(Measurement):
    """A given date ("2024-06-30") or moment ("2024-06-30 12:00")."""

    iso: str

    def fault(self) -> str | None:
        """It must be one."""
        return None if seconds_of(self.iso) is not None else f"{self.iso} is no date"

    def measure(self, run: Run) -> Numbers:
        """The same moment for every row."""
        seconds = seconds_of(self.iso)
        return np.full(len(run), np.nan if seconds is None else seconds)

    def dateless(self, run: Run) -> bool:
        """Whether it has no time of day."""
        return len(self.iso) == len("2024-06-30")


@node
class Now(Measurement):
    """The date of reference, as long as it is not known; no finished function has it."""


@node
class Calendar(Measurement):
    """A part of a moment: its hour (0 to 23), weekday (Monday is 1), day of the month, month, quarter or year.

    The clock time is the hour with its fraction, half past two in the afternoon is 14.5.
    """

    part: Part
    column: str

    total = True
    example = "the order date is on a weekend"
    names = (
        say("the hour of the {column:date_column}", part="hour"),
        say("the clock time of the {column:date_column}", part="clock time"),
        say("the weekday of the {column:date_column}", part="weekday"),
        say("the day of the month of the {column:date_column}", part="day"),
        say("the month of the {column:date_column}", part="month"),
        say("the quarter of the {column:date_column}", part="quarter"),
        say("the year of the {column:date_column}", part="year"),
    )

    def reads(self) -> frozenset[Source]:
        """The field."""
        return frozenset([Source("field", self.column)])

    def measure(self, run: Run) -> Numbers:
        """The part of each moment."""
        seconds = run.corpus.moments(self.column)
        gone = np.isnan(seconds)
        whole = np.where(gone, 0, seconds)
        days = np.floor(whole / DAY)
        if self.part in ("hour", "clock time"):
            hours = (whole - days * DAY) / 3_600
            found = np.floor(hours) if self.part == "hour" else hours
        elif self.part == "weekday":
            found = np.mod(days + 3, 7) + 1
        else:
            months, day = calendar(days)
            parts = {"day": day, "month": months % 12 + 1, "quarter": months % 12 // 3 + 1, "year": months // 12 + 1970}
            found = parts[self.part].astype(np.float64)
        return np.where(gone, np.nan, found)


@node
class Elapsed(Measurement):
    """How long from one moment to another, in a unit of time, with fractions; negative if the other is earlier."""

    start: Quantity
    end: Quantity
    unit: Unit

    example = "the ship date is more than 5 days after the order date"
    names = tuple(
        say(f"the number of {unit}s (from|between) {{start:instant}} (to|and) {{end:instant}}", unit=unit)
        for unit in (*SECONDS, *MONTHS)
    )

    def fault(self) -> str | None:
        """Time passes between moments."""
        good = all(isinstance(item, (Moment, Date, Now)) for item in (self.start, self.end))
        return None if good and self.start != self.end else "time passes between two different moments"

    def measure(self, run: Run) -> Numbers:
        """Seconds, days or months between them."""
        assert isinstance(self.start, (Moment, Date))
        assert isinstance(self.end, (Moment, Date))
        start, end = measured(self.start, run), measured(self.end, run)
        if self.start.dateless(run) or self.end.dateless(run):
            start, end = np.floor(start / DAY) * DAY, np.floor(end / DAY) * DAY
        if self.unit in SECONDS:
            return (end - start) / SECONDS[self.unit]
        return months_between(start, end) / MONTHS[self.unit]


def seconds_of(iso: str) -> float | None:
    """The seconds since the start of 1970 of a date or moment; None if it is none."""
    try:
        stamp = datetime.fromisoformat(iso)
    except ValueError:
        return None
    return stamp.replace(tzinfo=timezone.utc).timestamp()


def iso_of(seconds: float) -> str:
    """The moment as it is written, without its time if it is midnight."""
    stamp = datetime.fromtimestamp(seconds, tz=timezone.utc).replace(tzinfo=None)
    return stamp.date().isoformat() if seconds % DAY == 0 else stamp.isoformat(sep=" ")


def calendar(days: Numbers) -> tuple[Numbers, Numbers]:
    """The months since the start of 1970, and the day of the month, of days since then."""
    dates = days.astype("int64").astype("datetime64[D]")
    months = dates.astype("datetime64[M]")
    return months.astype("int64"), (dates - months.astype("datetime64[D]")).astype("int64") + 1


def shifted(seconds: Numbers, months: Numbers) -> Numbers:
    """The moments so many calendar months later; a day that the month lacks becomes its last."""
    days = np.floor(seconds / DAY)
    own, day = calendar(days)
    first = (own + months).astype("datetime64[M]")
    length = ((first + 1).astype("datetime64[D]") - first.astype("datetime64[D]")).astype("int64")
    target = first.astype("datetime64[D]").astype("int64") + np.minimum(day, length) - 1
    return np.asarray(target * DAY + (seconds - days * DAY), dtype=np.float64)


def months_between(start: Numbers, end: Numbers) -> Numbers:
    """Calendar months from ``start`` to ``end``: whole ones back from the end, and a fraction of the one before."""
    gone = np.isnan(start) | np.isnan(end)
    a, b = np.where(gone, 0, start), np.where(gone, 0, end)
    count = (calendar(np.floor(b / DAY))[0] - calendar(np.floor(a / DAY))[0]).astype("int64")
    count = count + 1
    for _ in range(2):
        count = np.where(shifted(b, -count) < a, count - 1, count)
    near, far = shifted(b, -count), shifted(b, -(count + 1))
    return np.where(gone, np.nan, count + (near - a) / (near - far))
