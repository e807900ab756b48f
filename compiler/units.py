"""Units of measurement: what they are called, which unit a column is in by its name, and how times are converted."""

from __future__ import annotations

import re

from ..corpora.text import folded_key

UNITS: dict[str, tuple[str, ...]] = {
    "second": ("second", "seconds", "sec", "secs", "s"), "minute": ("minute", "minutes", "min", "mins"),
    "hour": ("hour", "hours", "hr", "hrs", "h"), "day": ("day", "days"), "week": ("week", "weeks", "wk", "wks"),
    "month": ("month", "months"), "year": ("year", "years", "yr", "yrs"),
    "millisecond": ("ms", "millisecond", "milliseconds"), "metre": ("m", "metre", "metres", "meter", "meters"),
    "kilometre": ("km", "kms", "kilometre", "kilometres", "kilometer", "kilometers"),
    "centimetre": ("cm", "centimetre", "centimetres", "centimeter", "centimeters"),
    "millimetre": ("mm", "millimetre", "millimetres", "millimeter", "millimeters"),
    "square metre": ("sqm", "m2", "m²", "square metres", "square meters", "square metre", "square meter"),
    "square foot": ("sqft", "square feet", "square foot"),
    "mile": ("mi", "mile", "miles"), "foot": ("ft", "foot", "feet"), "inch": ("inch", "inches"),
    "kilogram": ("kg", "kgs", "kilo", "kilos", "kilogram", "kilograms"), "gram": ("g", "gram", "grams"),
    "pound of weight": ("lb", "lbs"), "tonne": ("tonne", "tonnes", "ton", "tons"),
    "litre": ("l", "litre", "litres", "liter", "liters"), "degree": ("c", "f", "celsius", "fahrenheit", "degrees", "°"),
    "km/h": ("kmh", "kph"), "mph": ("mph",), "kWh": ("kwh",), "watt": ("w", "watt", "watts"), "volt": ("volts", "volt"),
    "byte": ("byte", "bytes"), "kilobyte": ("kb",), "megabyte": ("mb",), "gigabyte": ("gb",), "bpm": ("bpm",),
    "mmHg": ("mmhg",), "rpm": ("rpm",), "psi": ("psi",), "bar": ("bar", "bars"), "hectopascal": ("hpa",),
}  # fmt: skip
"""What each unit is called, also in the names of columns."""

_LENGTHS = ("metre", "kilometre", "centimetre", "millimetre", "mile", "foot", "inch")
_WEIGHTS = ("kilogram", "gram", "pound of weight", "tonne")
_BYTES = ("byte", "kilobyte", "megabyte", "gigabyte")
_TIMES = ("second", "minute", "hour", "day", "week", "month", "year", "millisecond")

DIMENSIONS: dict[str, tuple[str, ...]] = {
    "pressure": ("bar", "psi", "hectopascal", "mmHg"), "temperature": ("degree",), "temp": ("degree",),
    "angle": ("degree",), "speed": ("km/h", "mph", "rpm"), "velocity": ("km/h", "mph"), "rpm": ("rpm",),
    "power": ("watt",), "energy": ("kWh",), "consumption": ("kWh", "litre"),
    "voltage": ("volt",), "volume": ("litre",),
    "area": ("square metre", "square foot"), "size": ("square metre", "square foot"),
    "pulse": ("bpm",), "heart": ("bpm",),
    **dict.fromkeys(("distance", "length", "height", "width", "depth", "altitude", "elevation", "mileage"), _LENGTHS),
    **dict.fromkeys(("weight", "mass", "load", "payload"), _WEIGHTS),
    **dict.fromkeys(("memory", "storage", "filesize", "traffic"), _BYTES),
    **dict.fromkeys(("duration", "runtime", "uptime", "downtime", "delay"), _TIMES),
}  # fmt: skip
"""The units in which a column may be that tells by a word of its name what it measures, but not in which unit."""


def may_be_in(column: str, unit: str) -> bool:
    """Whether a column tells no unit, and measures what the unit is for.

    >>> may_be_in("rated_pressure", "bar"), may_be_in("pressure_psi", "bar"), may_be_in("amount", "bar")
    (True, False, False)
    """
    words = re.findall(r"[^\W_]+", folded_key(column))
    return unit_of(column) is None and any(unit in DIMENSIONS.get(word, ()) for word in words)


MONEY = frozenset(
    ["amount", "price", "cost", "costs", "fee", "fees", "fare", "salary", "income", "balance", "debt", "total", "tip",
     "charge", "payment", "rent", "wage", "wages", "budget", "revenue", "spend", "spent", "loan", "premium", "bill",
     "pay", "worth"]
)  # fmt: skip
"""The words in the names of columns of money."""

PAYING = frozenset(["amount", "price", "cost", "costs", "total", "payment", "spend", "spent", "paid", "fare", "bill"])
"""Those of what is paid, and not of what is owned, owed or added."""


def may_be_worth(column: str, unit: str) -> bool:
    """Whether a column may be so much of a unit, or of money, by its name.

    >>> may_be_worth("items", "$"), may_be_worth("monthly_fee", "$"), may_be_worth("items", "minute")
    (False, True, False)
    """
    words = set(re.findall(r"[^\W_]+", folded_key(column)))
    if unit in "$€£¥₹":
        return bool(words & MONEY)
    own = unit_of(column)
    return factor(unit, own) is not None or may_be_in(column, unit) or bool(words & {unit, f"{unit}s", "age", "old"})


def no_money(column: str) -> bool:
    """Whether a column is known to measure something else than money.

    >>> no_money("customer_age"), no_money("distance_km"), no_money("cost_per_km"), no_money("points")
    (True, True, False, False)
    """
    words = set(re.findall(r"[^\W_]+", folded_key(column)))
    return not words & MONEY and (unit_of(column) is not None or not words.isdisjoint((*DIMENSIONS, "age")))


SECONDS = {"second": 1.0, "minute": 60.0, "hour": 3_600.0, "day": 86_400.0, "week": 604_800.0}
"""How long the units of time are that are always as long."""

MONTHS = {"month": 1.0, "year": 12.0}
"""How many months there are in the units of the calendar."""

UNIT_WORDS = {name: unit for unit, names in UNITS.items() for name in names}
"""The unit for each word that is one."""


def unit_of(column: str) -> str | None:
    """The unit that stands last in the name of a column.

    >>> unit_of("delay_minutes"), unit_of("distance (km)"), unit_of("amount")
    ('minute', 'kilometre', None)
    """
    words = re.findall(r"[^\W_]+|°", folded_key(column))
    return UNIT_WORDS.get(words[-1]) if len(words) > 1 and words[-2] != "per" else None


def factor(unit: str, own: str | None) -> float | None:
    """How many of its own unit one of another is; None if that cannot be told."""
    if unit == own:
        return 1.0
    if unit in MONTHS and own in MONTHS:
        return MONTHS[unit] / MONTHS[own]
    return SECONDS[unit] / SECONDS[own] if unit in SECONDS and own in SECONDS else None


def of_one_kind(unit: str, other: str) -> bool:
    """Whether one thing may be told in both: in hours and months, but not in kilometres and minutes.

    Of what is no unit here, such as a sign of money, nothing is known.
    """
    times = SECONDS.keys() | MONTHS.keys()
    known = unit in UNITS and other in UNITS
    return not known or (unit in times and other in times) or factor(unit, other) is not None
