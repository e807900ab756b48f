"""The reference interpreter for fields: plain Python, one value at a time, straight from the definitions."""

from __future__ import annotations

import calendar
import math
import re
from datetime import datetime, timezone

from sayso.corpora.text import clean, exact_key, folded_key
from sayso.primitives.arithmetic import Difference, Ratio, Remainder, Scaled, Statistic, Total
from sayso.primitives.dates import Calendar, Date, Elapsed, Moment
from sayso.primitives.tables import Alike, Field, Holds, Is, Present
from strategies_tables import FIELDS

KINDS = dict(FIELDS)
OBSERVATIONS = (Is, Alike, Holds, Present)
QUANTITIES = (Field, Statistic, Scaled, Total, Ratio, Difference, Remainder, Calendar, Elapsed, Moment, Date)
DAY = 86_400


def text(row, name):
    """The text of a field; None if it is missing."""
    written = clean(row.get(name) or "").strip()
    return None if written.lower() in ("", "?", "na", "null") else written


def number(row, name):
    """The number in a field."""
    written = re.sub(r"[$€,%]|USD", "", text(row, name) or "").strip()
    return float(written) if re.fullmatch(r"-?\d+(\.\d+)?(e\d+)?", written) else None


def when(row, name):
    """The moment in a field, in seconds."""
    written = (text(row, name) or "").removesuffix("Z")
    for form in ("%Y-%m-%d", "%d %B %Y", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M:%S"):
        try:
            return datetime.strptime(written, form).replace(tzinfo=timezone.utc).timestamp()
        except ValueError:
            continue
    for form in ("%H:%M", "%I:%M %p", "%H:%M:%S", "%I %p"):
        try:
            return (
                datetime.strptime(f"1970-01-01 {written}", f"%Y-%m-%d {form}").replace(tzinfo=timezone.utc).timestamp()
            )
        except ValueError:
            continue
    return None


def yes(row, name):
    """What a field of truth values says."""
    return {"yes": True, "true": True, "no": False, "f": False}.get((text(row, name) or "").lower())


def about_fields(condition):
    """Whether anything in a condition is about fields."""
    return any(isinstance(node, (*OBSERVATIONS, *QUANTITIES)) for node in condition.walk())


def observed(condition, row):
    """Whether an observation holds; None where it cannot be told."""
    if isinstance(condition, Present):
        read = {
            "number": number,
            "percent": number,
            "truth": yes,
            "date": when,
            "moment": when,
            "clock": when,
            "text": text,
        }
        return read[KINDS[condition.column]](row, condition.column) is not None
    if isinstance(condition, Holds):
        return yes(row, condition.column)
    own = text(row, condition.column)
    if isinstance(condition, Alike):
        other = text(row, condition.other)
        return None if own is None or other is None else folded_key(own) == folded_key(other)
    key = exact_key if condition.exact else folded_key
    return None if own is None else key(own) in [key(value.strip()) for value in condition.values]


def quantity(node, row, measure):
    """A quantity; None where it is missing. ``measure`` does it for those that are not of fields."""
    if isinstance(node, Field):
        return number(row, node.column)
    if isinstance(node, Statistic):
        return node.value
    if isinstance(node, Moment):
        return when(row, node.column)
    if isinstance(node, Date):
        return datetime.fromisoformat(node.iso).replace(tzinfo=timezone.utc).timestamp()
    if isinstance(node, Calendar):
        seconds = when(row, node.column)
        return None if seconds is None else _part(node.part, datetime.fromtimestamp(seconds, tz=timezone.utc))
    if isinstance(node, Elapsed):
        return _elapsed(node, row)
    if not isinstance(node, QUANTITIES):
        return measure(node)
    inner = [quantity(child, row, measure) for child in node.children()]
    if None in inner:
        return None
    if isinstance(node, Scaled):
        return node.factor * inner[0]
    if isinstance(node, Total):
        return math.fsum(inner) if len(inner) < 3 else inner[0] + inner[1] + inner[2]
    if isinstance(node, Ratio):
        return inner[0] / inner[1] if inner[1] else None
    if isinstance(node, Difference):
        near = abs(inner[0] - inner[1]) <= 1e-9 * max(abs(inner[0]), abs(inner[1]))
        return 0 if near else inner[0] - inner[1]
    rest = inner[0] % node.by
    slack = 1e-9 * max(abs(inner[0]), node.by)
    return 0 if rest <= slack or node.by - rest <= slack else rest


def _part(part, stamp):
    hours = stamp.hour + stamp.minute / 60 + stamp.second / 3600
    return {
        "hour": stamp.hour,
        "clock time": hours,
        "weekday": stamp.isoweekday(),
        "day": stamp.day,
        "month": stamp.month,
        "quarter": (stamp.month + 2) // 3,
        "year": stamp.year,
    }[part]


def _elapsed(node, row):
    ends = [quantity(end, row, None) for end in (node.start, node.end)]
    if None in ends:
        return None
    dateless = [
        len(end.iso) == 10 if isinstance(end, Date) else KINDS[end.column] == "date" for end in (node.start, node.end)
    ]
    if any(dateless):
        ends = [end // DAY * DAY for end in ends]
    start, end = ends
    seconds = {"second": 1, "minute": 60, "hour": 3600, "day": DAY, "week": 7 * DAY}
    if node.unit in seconds:
        return (end - start) / seconds[node.unit]
    count = 1200
    while _back(end, count) < start:
        count -= 1
    near, far = _back(end, count), _back(end, count + 1)
    return (count + (near - start) / (near - far)) / (12 if node.unit == "year" else 1)


def _back(seconds, months):
    stamp = datetime.fromtimestamp(seconds, tz=timezone.utc)
    year, month = divmod(stamp.year * 12 + stamp.month - 1 - months, 12)
    day = min(stamp.day, calendar.monthrange(year, month + 1)[1])
    return stamp.replace(year=year, month=month + 1, day=day).timestamp()
