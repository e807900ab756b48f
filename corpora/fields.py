"""What the values of a field are: numbers, truth values, dates, moments, times of day, or text, by the values.

A value that is blank or one of :data:`MISSING` is missing, whatever the field's kind; case does not matter. A field of
text becomes one of another kind if nearly all of its other values (:data:`MOST`) can be read that way; those that
cannot are missing then. Times are taken as they are written: a time zone behind them is not applied.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import polars as pl

from .schema import FieldKind

Numbers = npt.NDArray[np.float64]

MISSING = frozenset(["", "?", "-", "--", "na", "n/a", "#n/a", "<na>", "nan", "null", "nil"])
"""Values that say that there is none."""

MOST = 0.95
"""The share of a field's values that must be readable as a kind for the field to be of that kind."""

LOOKED_AT = 20_000
"""The kind is worked out from up to this many different values."""

TRUE = frozenset(["true", "yes", "y", "t"])
FALSE = frozenset(["false", "no", "n", "f"])

CURRENCY = r"[$€£¥₹₩₽₺₴₪฿]|(?i:usd|eur|gbp|jpy|chf|inr|cad|aud)\b"
_SIGN = rf"^(?:{CURRENCY})?\s*([+-]?)\s*(?:{CURRENCY})?\s*"
_NUMBER = rf"{_SIGN}(\d[\d,]*(?:\.\d+)?|\.\d+)((?:[eE][+-]?\d+)?)\s*(?:%|{CURRENCY})?$"
_GROUPED = r"^\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?$|^\d*(?:\.\d+)?$"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?i)(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_CLOCK = r"(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d{1,9})?))?)?\s*(?:Z|UTC|[+-]\d{2}:?\d{2})?$"
_YEAR_FIRST = r"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})" + _CLOCK
_YEAR_LAST = r"^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})" + _CLOCK
_DAY_NAMED = r"^(\d{1,2})(?:st|nd|rd|th)?[- ]+" + _MONTH + r",?[- ]+(\d{4})" + _CLOCK
_MONTH_NAMED = "^" + _MONTH + r"[- ]+(\d{1,2})(?:st|nd|rd|th)?,?[- ]+(\d{4})" + _CLOCK


_TIME = r"^(\d{1,2})(?::(\d{2})(?::(\d{2}))?)?(?:\s*(?i:([ap])\.?m\.?))?$"
"""A time of day: hours, minutes, seconds, and which half of the day."""


_ADDRESS = r"^[^\s,;]*[\pL\pN_][@./:\\][\pL\pN_][^\s,;]*$"
"""One word with one of the signs of an address in it."""


def kind_of(values: pl.Series) -> FieldKind | None:
    """The kind of a field; None if its values are nothing that can be spoken of, as lists."""
    dtype = values.dtype
    if dtype == pl.Boolean:
        return "truth"
    if dtype.is_numeric():
        return "number"
    if dtype == pl.Date:
        return "date"
    if dtype == pl.Datetime:
        return "moment"
    if dtype == pl.Time:
        return "clock"
    if dtype.is_nested() or dtype in (pl.Binary, pl.Object, pl.Null, pl.Duration):
        return None
    return _kind_of_text(texts(values).drop_nulls().unique(maintain_order=True).head(LOOKED_AT))


def _kind_of_text(values: pl.Series) -> FieldKind:
    if not len(values):
        return "text"
    if values.str.to_lowercase().is_in([*TRUE, *FALSE]).all():
        return "truth"
    if _enough(~np.isnan(numbers(values))):
        return "percent" if _enough(values.str.ends_with("%").to_numpy()) else "number"
    seconds = moments(values, day_first=day_first(values))
    if _enough(~np.isnan(seconds)):
        return "date" if (seconds[~np.isnan(seconds)] % 86_400 == 0).all() else "moment"
    return "clock" if _enough(~np.isnan(clocks(values))) else "text"


def of_addresses(values: pl.Series) -> bool:
    """Whether a field of text has addresses: values of one word, with a sign between letters or digits.

    >>> of_addresses(pl.Series(["jo.k@mail.com", "ann@x.org"])), of_addresses(pl.Series(["www.shop.com", "a shop"]))
    (True, False)
    """
    found = texts(values).drop_nulls().head(LOOKED_AT)
    return len(found) > 0 and _enough(found.str.contains(_ADDRESS).to_numpy())


def _enough(fits: npt.NDArray[np.bool_]) -> bool:
    return bool(fits.mean() >= MOST)


def texts(values: pl.Series) -> pl.Series:
    """The values as text, trimmed; null where missing. Numbers and dates are written out."""
    written = values.cast(pl.String, strict=False).str.strip_chars()
    return (
        pl.select(pl.when(~written.str.to_lowercase().is_in(list(MISSING))).then(written))
        .to_series()
        .rename(values.name)
    )


def numbers(values: pl.Series) -> Numbers:
    """The values as numbers, shape (n,); NaN where missing.

    Thousands separators, a currency, and a percent sign are read over: "$1,234.50" is 1234.5, "12%" is 12.

    >>> numbers(pl.Series(["1,234.50", "$5,000", "12%", "€ 3.50", "-3", "1e6", "?"])).tolist()
    [1234.5, 5000.0, 12.0, 3.5, -3.0, 1000000.0, nan]
    """
    if values.dtype.is_numeric() or values.dtype == pl.Boolean:
        plain = values.cast(pl.Float64, strict=False).fill_null(float("nan")).to_numpy().astype(np.float64)
        return np.where(np.isfinite(plain), plain, np.nan)
    if values.dtype != pl.String:
        return np.full(len(values), np.nan)
    parts = texts(values).str.extract_groups(_NUMBER).struct
    digits = parts["2"]
    digits = digits.str.replace_all(",", "", literal=True).zip_with(
        digits.str.contains(_GROUPED), pl.Series([None], dtype=pl.String)
    )
    found = (parts["1"] + digits + parts["3"]).cast(pl.Float64, strict=False)
    plain = found.fill_null(float("nan")).to_numpy().astype(np.float64)
    return np.where(np.isfinite(plain), plain, np.nan)


def truths(values: pl.Series) -> Numbers:
    """The values as truth values: 1, 0, or NaN where missing, shape (n,)."""
    if values.dtype.is_numeric() or values.dtype == pl.Boolean:
        plain = numbers(values)
        return np.where((plain == 0) | (plain == 1), plain, np.nan)
    lower = texts(values).str.to_lowercase()
    true, false = (lower.is_in(list(words)).fill_null(False).to_numpy() for words in (TRUE, FALSE))
    return np.where(true, 1.0, np.where(false, 0.0, np.nan))


def moments(values: pl.Series, *, day_first: bool = False) -> Numbers:
    """The values as seconds since the start of 1970, shape (n,); NaN where missing. A date is its midnight.

    Args:
        values: dates, moments, or text in one of the usual ways of writing them.
        day_first: whether 3/4/2024 is the third of April.

    >>> moments(pl.Series(["1970-01-02", "2 Jan 1970 00:01", "Jan 2, 1970", "1/2/1970", "soon"])).tolist()
    [86400.0, 86460.0, 86400.0, 86400.0, nan]
    """
    if values.dtype == pl.String:
        stamps = _parsed(texts(values), day_first)
    elif values.dtype in (pl.Date, pl.Datetime):
        stamps = values.cast(pl.Datetime("us")) if values.dtype == pl.Date else values.dt.replace_time_zone(None)
    else:
        return np.full(len(values), np.nan)
    ticks = stamps.dt.epoch("us")
    return np.where(ticks.is_null(), np.nan, ticks.fill_null(0).to_numpy() / 1e6)


def clocks(values: pl.Series) -> Numbers:
    """The values as times of day, in seconds since midnight, shape (n,); NaN where missing.

    >>> clocks(pl.Series(["05:40", "5:40 pm", "23:59:30", "24:01", "12 am"])).tolist()
    [20400.0, 63600.0, 86370.0, nan, 0.0]
    """
    parts = texts(values).str.extract_groups(_TIME).struct
    half = parts["4"].str.to_lowercase().fill_null("").to_numpy()
    hours, minutes, seconds = (parts[str(i)].cast(pl.Float64, strict=False).to_numpy() for i in (1, 2, 3))
    minutes = np.where(np.isnan(minutes) & (half != ""), 0, minutes)  # 5 pm
    seconds = np.where(np.isnan(seconds), 0, seconds)
    fits = np.where(half == "", hours < 24, (hours >= 1) & (hours <= 12)) & (minutes < 60) & (seconds < 60)
    hours = np.where(half == "", hours, hours % 12 + 12 * (half == "p"))
    return np.where(fits, hours * 3_600 + minutes * 60 + seconds, np.nan)


def day_first(values: pl.Series) -> bool:
    """Whether dates such as 3/4/2024 are written with the day first: if one of the values can mean nothing else."""
    if values.dtype != pl.String:
        return False
    first = texts(values).str.extract(_YEAR_LAST, 1).cast(pl.Int64, strict=False)
    return bool((first > 12).any())


def _parsed(values: pl.Series, day_first: bool) -> pl.Series:
    """Text as moments, null where it is none."""
    forms = (
        (_YEAR_FIRST, "${1}-${2}-${3}"),
        (_YEAR_LAST, "${3}-${2}-${1}" if day_first else "${3}-${1}-${2}"),
        (_DAY_NAMED, "${3}-${2}-${1}"),
        (_MONTH_NAMED, "${3}-${1}-${2}"),
    )
    found = pl.Series([None] * len(values), dtype=pl.Datetime("us"))
    for pattern, order in forms:
        fits = values.str.contains(pattern).fill_null(False)
        if not fits.any():
            continue
        written = values.set(~fits, None).str.replace(pattern, order + "|${4}:${5}:${6}")
        written = written.str.to_lowercase().str.replace(r"\|::$", "|0:00:").str.replace(r":$", ":00")
        for i, name in enumerate(_MONTHS, start=1):
            written = written.str.replace(f"-{name}-", f"-{i}-", literal=True)
        stamps = written.str.to_datetime("%Y-%m-%d|%H:%M:%S%.f", strict=False, time_unit="us")
        found = found.zip_with(found.is_not_null(), stamps)
    return found


def kinds_of(frame: pl.DataFrame) -> Mapping[str, FieldKind]:
    """The kind of every column that can be spoken of."""
    found = {column.name: kind_of(column) for column in frame}
    return {name: kind for name, kind in found.items() if kind is not None}
