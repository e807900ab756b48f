"""What the rules of ``again.lark`` mean: what is told once more of what was just spoken of."""

from __future__ import annotations

from typing import Any

import polars as pl

from ...corpora.kinds import KINDS
from ...grammar.nodes import And, Compare, Condition, Interval, Not, Or, Quantity
from ...primitives.arithmetic import Difference, Total
from ...primitives.base import Place, Sought
from ...primitives.dates import Calendar
from ...primitives.patterns import Kind, Regex, Words
from ...primitives.regions import Here, Whole
from ...primitives.tables import Alike, Present
from ...primitives.text import Count, Mentions
from ..assemble import finish, settled_list
from ..references import UNNAMED
from ..standins import OfTexts, Patterns, RefusedError, Said, SameQuantity, Selection, checked
from .clauses import stands_in
from .lists import listed, nothing, some
from .tables import multiple

# -- the same texts ----------------------------------------------------------------------------------------


def no_text_of_them(predicate: Condition) -> Condition:
    return OfTexts("none", predicate)


def both_texts_of_them(predicate: Condition) -> Condition:
    return OfTexts("all", predicate)


def some_text_of_them(predicate: Condition) -> Condition:
    return OfTexts("any", predicate)


def some_of_which(clause: Condition, predicate: Condition) -> Condition:
    return And((clause, some_text_of_them(predicate)))


def none_of_which(clause: Condition, predicate: Condition) -> Condition:
    return And((clause, no_text_of_them(predicate)))


def all_of_which(clause: Condition, predicate: Condition) -> Condition:
    return And((clause, both_texts_of_them(predicate)))


def so_many_together(amount: Interval, kinds: Patterns, *texts: Place) -> Condition:
    """So many in several texts, counted as if they were one."""
    if len(set(texts)) != len(texts) or not all(isinstance(text, Whole) and text.name for text in texts):
        raise RefusedError("it is not clear which texts are counted together")
    counts: list[Quantity] = []
    for text in texts:
        told = finish(Count, {"what": kinds, "where": text, "amount": amount})
        if not isinstance(told, Compare):
            raise RefusedError("it is not clear what is counted")
        counts.append(told.quantity)
    return Compare(checked(Total(tuple(counts))), amount)


def together_so_many(*items: Any) -> Condition:
    *texts, amount, kinds = items
    return so_many_together(amount, kinds, *texts)


# -- another place -----------------------------------------------------------------------------------------


def here_none_there(what: Selection, here: Any, there: Any) -> Condition:
    if not all(wanted for _, wanted in what.parts):
        raise RefusedError("it is denied of both")
    return And((stands_in(what, here), Not(stands_in(what, there))))


def so_many_here_none_there(amount: Interval, kinds: Patterns, here: Any, there: Any) -> Condition:
    if amount.low is None or amount.low <= 0:
        raise RefusedError("it is denied of both")
    counted = Said(None, finish(Count, {"what": kinds, "where": here, "amount": amount}))
    none = Said(None, finish(Count, {"what": kinds, "where": there, "amount": Interval(0, 0)}))
    return And((counted, none))


def in_no_place(what: Selection, *places: Any) -> Condition:
    """It is not anywhere (not here, and not there)."""
    if not all(wanted for _, wanted in what.parts):
        raise RefusedError("it is denied twice")
    return And(tuple(Not(stands_in(what, place)) for place in places))


# -- the same value ----------------------------------------------------------------------------------------


def like_it(column: str, *_: Any) -> Condition:
    """It is the same as the column of which a value was told before."""
    return Alike(column, UNNAMED)


def unlike_it(column: str, *_: Any) -> Condition:
    return Not(like_it(column))


def missing_or_said(text: Place, predicate: Condition) -> Condition:
    """The subject is missing or says something: no other text is meant."""
    name = getattr(text, "name", None)
    if not isinstance(text, Whole) or not name:
        raise RefusedError("it is not clear which text is meant")
    return Or((Not(Present(name)), Said(text, predicate)))


def multiple_again(number: float) -> Condition:
    return multiple(SameQuantity(), number)


# -- what things look like ---------------------------------------------------------------------------------


def shown_any(*items: Any) -> Selection:
    """A kind or a noun that is none of ours, and in brackets what of it is meant."""
    *kind, shown = items
    found = settled_list(listed(shown))
    kinds = [own for own in kind if isinstance(own, Kind)]
    if kinds and len(found) == 1:  # how the kind looks: it is meant itself
        raise RefusedError("what is shown is the kind")
    if not all(_of_kind(own, item) for own in kinds for item in found):
        raise RefusedError("what is shown is nothing of that kind")
    return some(shown)


def shown_none(*items: Any) -> Selection:
    shown_any(*items)
    return nothing(items[-1])


def glossed_kinds(*items: Any) -> Patterns:
    shown: Patterns = items[-1]
    return shown


def told_kind(text: Place, kinds: Patterns, told: Condition) -> Condition:
    """An order number, meaning a sign and a number behind it."""
    return And((Said(text, finish(Mentions, {"what": some(kinds), "where": Here()})), told))


def beginnings(*numbers: float) -> tuple[str, ...]:
    if any(number != int(number) or number < 0 for number in numbers):
        raise RefusedError("a number begins with digits")
    return tuple(f"{number:.0f}" for number in numbers)


def digits_begun(digits: Interval, begun: tuple[str, ...]) -> Sought:
    if digits.low is None or digits.low != digits.high:
        raise RefusedError("it is not clear how many digits the number has")
    rest = [int(digits.low) - len(begin) for begin in begun]
    if min(rest) < 0:
        raise RefusedError("the number has fewer digits")
    ways = "|".join(f"{begin}[0-9]{{{more}}}" for begin, more in zip(begun, rest, strict=True))
    return checked(Regex(rf"\b(?:{ways})\b"))  # type: ignore[no-any-return]


def digits_so_begun(begun: tuple[str, ...]) -> Sought:
    return checked(Regex(rf"\b(?:{'|'.join(begun)})[0-9]*\b"))  # type: ignore[no-any-return]


# -- in brackets, and before a colon -----------------------------------------------------------------------


def both_missing_told(one: Condition, other: Condition) -> Condition:
    """No mail and no note (both missing)."""
    for condition in (one, other):
        if not isinstance(condition, Not) or not isinstance(condition.item, Present):
            raise RefusedError("it is not clear what is missing")
    return And((one, other))


def same_span_told(unit: str, condition: Condition) -> Condition:
    """On the same day: it is told behind that of which dates."""
    spans = [
        own.quantity.left.part
        for own in condition.walk()
        if isinstance(own, Compare)
        and isinstance(own.quantity, Difference)
        and isinstance(own.quantity.left, Calendar)
        and isinstance(own.quantity.right, Calendar)
    ]
    if unit not in spans:
        raise RefusedError("it is not told what is at the same time")
    return condition


def _of_kind(kind: Kind, item: Any) -> bool:
    """Whether quoted text is of a kind."""
    return isinstance(item, Words) and bool(KINDS[kind.name].weigh(pl.Series([item.text]))[0])


COSTS = {
    "both_texts_of_them": 1,
    "some_text_of_them": 1,
    "here_none_there": 1,
    "multiple_again": 1,
    "missing_or_said": -3,
    "shown_any": -2,
    "shown_none": -2,
    "glossed_kinds": -1,
    "both_missing_told": -1,
}
"""What a rule adds to the cost of a reading."""
