"""Numbers, amounts of money, dates and times of day as they are written in explanations."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from typing import Any

from ..grammar.words import SCALES, TENS

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTH_NAMES = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september", "october"),
    *("november", "december"),
)

SIGNS = "$€£¥₹"
"""Signs of money."""

_DIGITS = r"(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"
_SCALE = rf"(k\b|(?:\s+|-)(?:{'|'.join(SCALES)}|billion)\b|(?:bn|mn)\b)?"
_NUMBER = re.compile(
    rf"(?<![\w.,-])(-?(?!(?<=-)\s))([{SIGNS}]?)\s?{_DIGITS}(e[+-]?\d+)?{_SCALE}(?![\w])(?!-\d|,\d|\.\d|/\d|:\d)",
    re.IGNORECASE,
)
_TIMES = re.compile(
    r"(\d+(?:\.\d+)?)(?:x(?!\w)|\s+x(?=\s+(?:the|its|his|her|their|as|more|average|mean|usual)\b))(?!\s*\d)", re.I
)
_CODE = re.compile(r"\s?(?:usd|eur|gbp|chf|jpy|inr|cad|aud)\b", re.IGNORECASE)
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)\b", re.IGNORECASE)
_MONTH = "(" + "|".join(f"{name}|{name[:3]}" for name in MONTH_NAMES) + r"|sept)\b\.?"
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:(?:T|,? +(?:at )?)(\d{1,2}):(\d{2})(?::(\d{2}))?)?(?![\w/-])")
_ISO_MONTH = re.compile(r"(\d{4})-(\d{2})(?![\w/-])")
_SLASHED = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?![\w/-])")
_DAY_MONTH = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH},? (\d{{4}})\b", re.IGNORECASE)
_MONTH_DAY = re.compile(rf"{_MONTH} (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})\b", re.IGNORECASE)
_MONTH_YEAR = re.compile(rf"{_MONTH},?(?: of)? (\d{{4}})\b", re.IGNORECASE)
_QUARTER = re.compile(r"q([1-4]),?(?: of)? (\d{4})\b", re.IGNORECASE)
_DECADE = re.compile(r"(\d{3}0)'?s\b")
_TENS_NAMES = {f"{ten[:-1]}ies": number for ten, number in TENS.items()}
_TENS = re.compile(rf"(?:([1-9]00?)'?s|({'|'.join(_TENS_NAMES)}))\b", re.IGNORECASE)
_WEEKDAY = re.compile("(" + "|".join(WEEKDAYS) + r")s?\b", re.IGNORECASE)
_MONTH_ALONE = re.compile(rf"((?i:{'|'.join(name for name in MONTH_NAMES if name != 'may')})|May)\b")
_CLOCK = re.compile(
    r"(\d{1,2})(?::(\d{2}))?(?::\d{2})? ?([ap])\.?m\b(?:\.(?!\.))?|(\d{1,2}):(\d{2})(?::00)?(?![\w:])", re.IGNORECASE
)
_OCLOCK = re.compile(r"(\d{1,2}) ?o['’]?clock\b", re.IGNORECASE)
_CLOCK_WORD = re.compile(r"(midnight|noon|midday)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Period:
    """A day, a month, a quarter, or a moment (then both are the same), in seconds since the start of 1970."""

    start: float
    end: float


class Worth(float):
    """A number as it was written with a unit: a sign of money, or a word such as "hours"."""

    unit: str

    def __new__(cls, value: float, unit: str) -> Worth:
        """The number and its unit."""
        made = super().__new__(cls, value)
        made.unit = unit
        return made


Numeral = tuple[int, str, Any]
"""Where it ends, the terminal it becomes, and its value."""


def numeral(text: str, at: int) -> Numeral | None:
    """The number, date or time that begins at a place of ``text``; None if there is none.

    >>> numeral("over $5k today", 5)
    (8, 'MONEY_AMOUNT', 5000.0)
    >>> numeral("at 10:30 pm", 3)
    (11, 'CLOCK_TIME', 22.5)
    """
    return _date(text, at) or _time(text, at) or _number(text, at)


def _number(text: str, at: int) -> Numeral | None:
    found = _TENS.match(text, at)
    if found:
        return found.end(), "DECADE_NUMBER", float(found[1] or _TENS_NAMES[found[2].lower()])
    found = _ORDINAL.match(text, at)
    if found:
        return found.end(), "ORDINAL_NUMBER", int(found[1])
    found = _TIMES.match(text, at)
    if found:
        return found.end(), "TIMES_NUMBER", float(found[1])
    found = _NUMBER.match(text, at)
    if not found:
        return None
    sign, money, digits, exponent, scale = found.groups()
    code = _CODE.match(text, found.end())
    end = code.end() if code else found.end()
    value = float(digits.replace(",", "") + (exponent or ""))
    if scale:
        word = scale.strip(" -\t\n").lower()
        value *= {"k": 1e3, "mn": 1e6, "bn": 1e9, "billion": 1e9}.get(word) or SCALES[word]
    value = -value if sign else value
    if money or code:
        return end, "MONEY_AMOUNT", Worth(value, money or "$")
    return found.end(), "NUMERAL", int(value) if value.is_integer() and not exponent else value


def _date(text: str, at: int) -> Numeral | None:
    found = _ISO.match(text, at)
    if found:
        y, m, d, hour, minute, second = found.groups()
        if hour is None:
            return _period(found.end(), y, m, d)
        return _period(found.end(), y, m, d, (hour, minute, second or "0"))
    found = _SLASHED.match(text, at)
    if found and (int(found[1]) > 12) != (int(found[2]) > 12):
        day, month = (found[1], found[2]) if int(found[1]) > 12 else (found[2], found[1])
        return _period(found.end(), found[3], month, day)
    found = _DAY_MONTH.match(text, at)
    if found:
        return _period(found.end(), found[3], _month(found[2]), found[1])
    found = _MONTH_DAY.match(text, at)
    if found:
        return _period(found.end(), found[3], _month(found[1]), found[2])
    found = _ISO_MONTH.match(text, at)
    if found:
        return _months(found.end(), int(found[1]), int(found[2]), 1)
    found = _MONTH_YEAR.match(text, at)
    if found:
        return _months(found.end(), int(found[2]), int(_month(found[1])), 1)
    found = _QUARTER.match(text, at)
    if found:
        return _months(found.end(), int(found[2]), 3 * int(found[1]) - 2, 3)
    found = _DECADE.match(text, at)
    if found:
        return _months(found.end(), int(found[1]), 1, 120)
    found = _WEEKDAY.match(text, at)
    if found:
        return found.end(), "WEEKDAY_NAME", WEEKDAYS.index(found[1].lower()) + 1
    found = _MONTH_ALONE.match(text, at)
    if found:
        return found.end(), "MONTH_NAME", MONTH_NAMES.index(found[1].lower()) + 1
    return None


def _time(text: str, at: int) -> Numeral | None:
    found = _CLOCK_WORD.match(text, at)
    if found:
        return found.end(), "CLOCK_TIME", 0.0 if found[1].lower() == "midnight" else 12.0
    found = _OCLOCK.match(text, at)
    if found and int(found[1]) <= 24:
        return found.end(), "CLOCK_TIME", float(found[1])
    found = _CLOCK.match(text, at)
    if not found:
        return None
    hour, minute, half, plain, past = found.groups()
    if half is None:
        hours, minutes = int(plain), int(past)
        return (found.end(), "CLOCK_TIME", hours + minutes / 60) if hours <= 24 and minutes < 60 else None
    hours, minutes = int(hour), int(minute or 0)
    if not 1 <= hours <= 12 or minutes >= 60:
        return None
    return found.end(), "CLOCK_TIME", hours % 12 + (12 if half in "pP" else 0) + minutes / 60


def _month(name: str) -> str:
    return str(next(i for i, month in enumerate(MONTH_NAMES, start=1) if month.startswith(name[:3].lower())))


def _period(end: int, year: str, month: str, day: str, clock: tuple[str, str, str] | None = None) -> Numeral | None:
    try:
        hour, minute, second = map(int, clock or (0, 0, 0))
        stamp = datetime(int(year), int(month), int(day), hour, minute, second, tzinfo=timezone.utc)
        return end, "GIVEN_DATE", Period(stamp.timestamp(), (stamp + timedelta(days=clock is None)).timestamp())
    except (ValueError, OverflowError):
        return None


def _months(end: int, year: int, month: int, count: int) -> Numeral | None:
    found = span_of_months(year, month, count)
    return None if found is None else (end, "GIVEN_DATE", found)


def span_of_months(year: int, month: int, count: int) -> Period | None:
    """So many months from the start of one; None if they are no dates."""
    ends = []
    for months in (year * 12 + month - 1, year * 12 + month - 1 + count):
        if not 1 <= months // 12 <= 9999 or not 1 <= month <= 12:
            return None
        stamp = datetime.combine(date(months // 12, months % 12 + 1, 1), datetime.min.time(), tzinfo=timezone.utc)
        ends.append(stamp.timestamp())
    return Period(*ends)
