"""Generators for the laws over fields: rows with readable, unreadable and missing values, and conditions on them."""

from __future__ import annotations

from hypothesis import strategies as st
from sayso.grammar.nodes import Compare, Interval
from sayso.primitives.arithmetic import Difference, Ratio, Remainder, Scaled, Statistic, Total
from sayso.primitives.dates import DAY, Calendar, Date, Elapsed, Moment
from sayso.primitives.tables import Alike, Field, Holds, Is, Present

FIELDS = (
    *(
        ("amount", "number"),
        ("customer_age", "number"),
        ("rate", "percent"),
        ("country", "text"),
        ("home-city", "text"),
    ),
    *(
        ("vip", "truth"),
        ("order_date", "date"),
        ("shipped", "date"),
        ("created", "moment"),
        ("opens", "clock"),
        ("closes", "clock"),
    ),
)
"""The fields of the rows and their kinds."""

MISSING = [None, "", " ", "?", "NA", "null"]
NUMBERS = ["0", "1", "2", "3", "-3", "1,234.50", "$5,000", "0.1", "0.3", "1e3", "abc", "5 USD", "€ 3.50"]
TEXTS = ["\ufeff", "US", "us", " UK ", "New York", "Straße", "a, b", "42", '"x"', "no"]
DATES = ["2024-02-29", "2024-03-31", "2024-03-01", "1 March 2024", "2023-12-31", "2024-06-30", "soon", "2024-02-30"]
CLOCKS = ["05:40", "5:40 pm", "23:59:30", "00:00", "12 am", "24:01"]
MOMENTS = [*DATES, "2024-03-01 00:00", "2024-03-01 10:30", "2024-03-31T23:59:59Z", "2024-06-29 04:00"]


def value(*given):
    """A value, or none."""
    return st.one_of(st.sampled_from(list(given)), st.sampled_from(list(given)), st.sampled_from(MISSING))


fields = st.fixed_dictionaries(
    {
        **dict.fromkeys(("amount", "customer_age"), value(*NUMBERS)),
        "rate": value("12%", "3.5 %", "0%"),
        **dict.fromkeys(("country", "home-city"), value(*TEXTS)),
        "vip": value("yes", "No", "true", "f", "maybe"),
        **dict.fromkeys(("order_date", "shipped"), value(*DATES)),
        "created": value(*MOMENTS),
        **dict.fromkeys(("opens", "closes"), value(*CLOCKS)),
    }
)
"""The fields of one row."""

numbers = st.sampled_from([-3, 0, 0.1, 0.3, 1, 2, 3, 12, 1000, 1234.5, 5000])
singles = st.one_of(
    st.builds(Field, st.sampled_from(["amount", "customer_age", "rate"])),
    st.builds(Statistic, st.sampled_from(["average", "median", "highest", "lowest"]), st.just("amount"), numbers),
    st.builds(Statistic, st.just("percentile"), st.just("rate"), numbers, st.sampled_from([0, 90, 99.5])),
    st.builds(Calendar, st.sampled_from(["weekday", "day", "month", "quarter", "year"]), st.just("order_date")),
    st.builds(Calendar, st.sampled_from(["hour", "clock time"]), st.sampled_from(["created", "opens"])),
)
scaled = st.builds(Scaled, st.sampled_from([2, 0.5, 3, 1.5]), singles)
totals = st.lists(st.one_of(singles, scaled), min_size=2, max_size=3, unique=True).map(tuple).map(Total)
parts = st.one_of(singles, singles, scaled, totals)
instants = st.one_of(
    st.builds(Moment, st.sampled_from(["order_date", "shipped", "created"])),
    st.builds(Date, st.sampled_from(["2024-03-31", "2024-03-01 10:30:00"])),
)
units = st.sampled_from(["second", "minute", "hour", "day", "week", "month", "year"])
clocks = st.permutations([Moment("opens"), Moment("closes")])
elapsed = st.one_of(
    st.builds(Elapsed, instants, instants, units).filter(lambda node: node.fault() is None),
    clocks.flatmap(
        lambda two: st.builds(Elapsed, st.just(two[0]), st.just(two[1]), st.sampled_from(["minute", "hour"]))
    ),
)
quantities = st.one_of(
    parts.filter(lambda node: not isinstance(node, Statistic)),  # it is the same on all rows
    st.builds(Ratio, parts, parts),
    st.builds(Difference, parts, parts).filter(lambda node: node.fault() is None),
    st.builds(Remainder, singles, st.sampled_from([1, 2, 3, 100])),
    elapsed,
)


@st.composite
def ranges(draw, ends):
    """Intervals of all shapes."""
    low, high = draw(st.one_of(st.none(), ends)), draw(st.one_of(st.none(), ends))
    return Interval(low, high, low is not None and draw(st.booleans()), high is not None and draw(st.booleans()))


days = st.sampled_from([19782, 19783, 19812, 19903]).map(lambda day: day * DAY)
seconds = st.one_of(days, days.map(lambda day: day + 37_800))
values = st.lists(st.sampled_from(["US", "uk", "New York", "STRASSE", '"x"']), min_size=1, max_size=3).map(tuple)
columns = st.sampled_from(["country", "home-city"])

leaves = st.one_of(
    st.builds(Compare, quantities, ranges(numbers)),
    st.builds(Compare, st.builds(Field, st.just("amount")), ranges(numbers)),
    st.builds(Compare, st.builds(Moment, st.sampled_from(["order_date", "created"])), ranges(seconds)),
    st.builds(Is, columns, values, st.booleans()),
    st.builds(Is, columns, values),
    st.builds(Present, st.sampled_from([name for name, _ in FIELDS])),
    st.just(Holds("vip")),
    st.just(Alike("country", "home-city")),
)
"""Conditions on fields."""
