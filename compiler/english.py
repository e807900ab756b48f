"""Saying a function in English, from the first phrase of each primitive that fits; reading it gives it back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

from ..corpora.tokenizer import lemma
from ..grammar.nodes import And, Compare, Condition, Interval, Node, Not, Or, Quantity
from ..primitives.arithmetic import Difference, Remainder, Statistic, single
from ..primitives.base import Measurement, Place, Primitive, Sought
from ..primitives.dates import Calendar, Date, Moment, iso_of
from ..primitives.patterns import Words, affixed, begins_address, signed
from ..primitives.phrases import Item, Options, Phrase, Slot, Word
from ..primitives.regions import Between, Edge, Here, Joint, Nth, Portion, Whole
from ..primitives.relations import Argument, Around, Chain, Inside, Series
from ..primitives.sections import Section
from ..primitives.sentences import SentenceWith
from ..primitives.surroundings import Away
from ..primitives.text import Choice, Mentions
from .numerals import MONTH_NAMES, WEEKDAYS
from .quotations import quote
from .templates import INTERVALS


def english(condition: Condition) -> str:
    """The condition in English, such that reading it gives the condition back (law 2)."""
    return _said(condition, [])


def _said(condition: Condition, before: list[Node]) -> str:
    """The condition behind others; ``before`` collects what "it" might be taken for instead of the text."""
    if isinstance(condition, (And, Or)):
        word = " and " if isinstance(condition, And) else " or "
        parts = [_grouped(item, before) for item in condition.items]
        for i, (one, then) in enumerate(zip(condition.items, condition.items[1:], strict=False)):
            if _begins_with_argument(then) and _between_kinds(one):  # no list: "between a city and a city and X is ..."
                parts[i] = f"({parts[i]})"
        return word.join(parts)
    if isinstance(condition, Not) and not isinstance(condition.item, Primitive):
        return f"not ({_said(condition.item, before)})"
    said = _single(condition)
    if before and said.startswith("it "):
        said = "the whole text" + said[2:]
    before += (
        part
        for part in condition.walk()
        if isinstance(part, (Inside, Around)) or (isinstance(part, Whole) and part.name)
    )
    return said


def _begins_with_argument(condition: Condition) -> bool:
    """Whether it says of an argument where it stands."""
    return isinstance(condition, Mentions) and isinstance(condition.what.items[0], Argument)


def _between_kinds(condition: Condition) -> bool:
    """Whether it says what is between two things of which the last is no argument."""
    return any(isinstance(own, Between) and not isinstance(own.right[-1], Argument) for own in condition.walk())


def _grouped(item: Condition, before: list[Node]) -> str:
    return f"({_said(item, before)})" if isinstance(item, (And, Or)) else _said(item, before)


def _single(condition: Condition) -> str:
    """A condition that does not consist of others."""
    if isinstance(condition, Not):
        assert isinstance(condition.item, Primitive)
        return _clause(condition.item, None, negated=True)
    if isinstance(condition, Compare):
        return _comparison(condition.quantity, condition.interval)
    assert isinstance(condition, Primitive)
    return _clause(condition, None, negated=False)


def _comparison(quantity: Quantity, interval: Interval) -> str:
    """A quantity in an interval: by a phrase that says both, or by the quantity's name."""
    assert isinstance(quantity, Primitive)
    if type(quantity).phrases:
        return _clause(quantity, interval, negated=False)
    if isinstance(quantity, Moment):
        return f"the {quantity.column} is {when(interval)}"
    if isinstance(quantity, Calendar) and quantity.part in ("weekday", "month"):
        named = _calendar(quantity.part, interval)
        if named is not None:
            return f"the {quantity.column} is {named}"
    if isinstance(quantity, Remainder) and interval in (Interval(None, 0), Interval(0, None, True)):
        verb = "is" if interval.low is None else "is not"
        return f"{name(quantity.of)} {verb} a multiple of {number(quantity.by)}"
    if isinstance(quantity, Difference) and 0 in (interval.low, interval.high):
        return _contrast(quantity, interval)
    less = "fewer" if type(quantity).integral else "less"
    return f"{name(quantity)} is {amount(interval, less=less, join='and is')}"


def _calendar(part: str, interval: Interval) -> str | None:
    """A weekday, a month, or a weekend by its name; None for other intervals."""
    low = interval.low
    if interval == Interval(6, 7) and part == "weekday":
        return "on a weekend"
    names = WEEKDAYS if part == "weekday" else MONTH_NAMES
    if low is None or interval != Interval(low, low) or low not in range(1, len(names) + 1):
        return None
    return f"{'on a' if part == 'weekday' else 'in'} {names[int(low) - 1].title()}"


def _contrast(pair: Difference, interval: Interval) -> str:
    """One quantity compared with the other: a single one with what is worked out, or else the greater one first."""
    one, other, above = pair.left, pair.right, Interval(0, None, interval.low_open)
    if interval == Interval(0, 0):
        return f"{name(one)} is equal to {name(other)}"
    if interval not in (above, Interval(None, 0, high_open=interval.high_open)):
        return f"{name(pair)} is {amount(interval, less='less', join='and is')}"
    more, is_open = interval == above, interval.low_open or interval.high_open
    first, second = (single(each) and not isinstance(each, Statistic) for each in (one, other))
    if (first == second and not more) or (second and not first):
        one, other, more = other, one, not more
    than = ("more than" if more else "less than") if is_open else ("at least" if more else "at most")
    return f"{name(one)} is {than} {name(other)}"


def name(quantity: Node) -> str:
    """A quantity as a noun phrase."""
    assert isinstance(quantity, Measurement)
    if isinstance(quantity, Moment):
        return f"the {quantity.column}"
    if isinstance(quantity, Date):
        return quantity.iso
    phrase, values = _fitting(quantity, type(quantity).names)
    return _items(phrase.items, values, None)


def _clause(node: Primitive, interval: Interval | None, *, negated: bool) -> str:
    """A primitive as a clause, with the text as its subject if the phrase has one."""
    phrase, values = _fitting(node)
    where, values["place"] = values.get("where"), getattr(node, "where", None)
    items = phrase.items
    first = items[0]
    about_text = isinstance(first, Slot) and first.name == "where"
    if not about_text and not negated and not (isinstance(first, Slot) and first.name == "column"):
        return _items(items, values, interval)
    assert isinstance(first, Slot)
    assert isinstance(items[1], Word)
    verb = items[1].text
    if negated:
        verb = "is not" if verb == "is" else f"does not {lemma(verb)}"
    rest = _items(items[2:], values, interval)
    if first.name == "column":
        return f"the {values['column']} {verb} {rest}"
    if not about_text:
        return f"{_slot(first, values, interval)} {verb} {rest}"
    assert isinstance(where, Place)
    return " ".join(part for part in (_subject(where), verb, rest, locative(where, rooted=True)) if part)


def _fitting(node: Primitive, phrases: tuple[Phrase, ...] = ()) -> tuple[Phrase, dict[str, Any]]:
    """The first of its phrases that can say the node, and the values of its slots."""
    slots = dict(node.slots())
    for phrase in phrases or type(node).phrases:
        values = dict(slots)
        named = {slot.name for slot in phrase.slots} | {"where", "of"}
        fixed = dict(phrase.fixed)
        if INTERVALS & fixed.keys():  # it says one interval only
            continue
        if any(values[name] != value for name, value in fixed.items() if name not in ("where", "of")):
            continue
        if any(
            value != _default(node, name) for name, value in slots.items() if name not in named and name not in fixed
        ):
            continue
        if "where" in fixed:
            inner = _unwrap(fixed["where"], values["where"])
            if inner is None:
                continue
            values["where"] = inner
        if all(_fits(slot, values) for slot in phrase.slots if slot.name not in INTERVALS):
            return phrase, values
    raise AssertionError(f"no phrase of {type(node).__name__} says {node}")


def _default(node: Primitive, name: str) -> Any:
    return type(node).__dataclass_fields__[name].default  # type: ignore[attr-defined]


def _unwrap(pattern: Node, place: Any) -> Place | None:
    """What stands for :class:`Here` where ``place`` has the shape of ``pattern``; None if it has another."""
    if isinstance(pattern, Here):
        return place if isinstance(place, Place) else None
    if type(pattern) is not type(place):
        return None
    found: Place | None = None
    for name, value in pattern.slots():
        own = getattr(place, name)
        if isinstance(value, Node):
            found = _unwrap(value, own)
            if found is None:
                return None
        elif value != own:
            return None
    return found


def _fits(slot: Slot, values: dict[str, Any]) -> bool:
    """Whether a phrase can say the value of one of its slots."""
    value: Any = values.get(slot.name)
    if slot.category == "arguments":
        single = len(value.items) == 1 and value.least == 1 and value.items[0].single
        return single and values["where"] != Whole()
    if slot.category == "within":
        return value.low is None and value.high is not None and not value.high_open
    if slot.category in ("kinds", "quality", "makings", "types"):
        return all(getattr(item, "category", "") == "kind" for item in value)
    return slot.name in ("where", "of") or value is not None


def _items(items: tuple[Item, ...], values: dict[str, Any], interval: Interval | None) -> str:
    """The words of a phrase, with its slots filled; what may be left out is left out, but a place is said."""
    parts = []
    for item in items:
        if isinstance(item, Word):
            parts.append(item.text)
        elif isinstance(item, Slot):
            parts.append(_slot(item, values, interval))
        elif () not in item.sequences:
            parts.append(_items(item.sequences[0], values, interval))
        elif any(isinstance(part, Slot) for sequence in item.sequences for part in sequence):
            parts.append(_items(item.sequences[1], values, interval))
    return " ".join(part for part in parts if part)


def _slot(slot: Slot, values: dict[str, Any], interval: Interval | None) -> str:
    if slot.name in INTERVALS:
        assert interval is not None
        return AMOUNTS[slot.name](interval)
    value = values[slot.name]
    if slot.category is not None and slot.category.endswith("_column"):
        return str(value)
    if isinstance(value, Quantity):
        return name(value)
    if slot.category == "quantities":
        names = [name(item) for item in value]
        return f"{', '.join(names[:-1])} and {names[-1]}"
    if slot.category == "values":
        quoted = ", ".join(map(quote, value))
        return quoted if len(value) == 1 else f"any of {quoted}"
    if isinstance(value, Choice):
        return choice(value, values.get("place"))
    if isinstance(value, Place):
        if slot.category != "stretch":
            return locative(value)
        return "the whole text" if value == Whole() else _noun(value)
    if isinstance(value, Sought):
        single = _kind(value, plural=False) if slot.category == "kind" else pattern(value)
        return single.removeprefix("an ").removeprefix("a ") if slot.category == "kind" else single
    if isinstance(value, Interval):
        less = "less" if slot.category == "worth" else "fewer"
        return _high(value) if slot.category == "within" else amount(value, less=less)
    if slot.category == "argument":
        return str(value)
    if slot.category == "ordinal":
        return ordinal(value)
    if isinstance(value, tuple):
        if slot.category == "types":
            return " or ".join(pattern(item) for item in value)
        if slot.category in ("kinds", "quality", "makings"):
            return _kinds(value, plural=slot.name != "what" or interval is None or not _singular(interval))
        return patterns(value)
    return quote(value) if isinstance(value, str) else number(value)


def choice(value: Choice, where: Place | None = None) -> str:
    """What is looked for, and how many of them."""
    affixes = any(isinstance(item, Words) and affixed(item.text) for item in value.items)
    worded = isinstance(where, Edge) and (where.root != Whole() or affixes)
    if len(value.items) == 1 and value.least == 1:
        return _pattern(value.items[0], worded=worded)
    if value.least == 1:
        return patterns(value.items, worded=worded)
    head = "all of" if value.least == len(value.items) else f"at least {value.least} of"
    return f"{head} {_list(value.items, worded=worded)}"


def patterns(items: tuple[Sought, ...], *, worded: bool = False) -> str:
    """One pattern, or any of several; ``worded`` where quotes alone might be taken for characters."""
    return pattern(items[0], worded=worded) if len(items) == 1 else f"any of {_list(items, worded=worded)}"


def _list(items: tuple[Sought, ...], *, worded: bool = False) -> str:
    """Plain words come first: behind a pattern that names its way of matching, they would be taken to share it."""
    plain = [item for item in items if isinstance(item, Words) and not item.exact]
    ordered = [*plain, *(item for item in items if item not in plain)]
    said = (pattern(item, worded=worded) for item in ordered)
    return ", ".join(re.sub("^any ", "a ", item) for item in said)  # the list says already whether any will do


def _chained(parts: tuple[Sought, ...]) -> Iterator[str]:
    """Each part of a chain; plain words behind a pattern that names its way of matching are called words."""
    named = False
    for part in parts:
        plain = isinstance(part, Words) and not part.exact
        yield f"the word {pattern(part)}" if plain and named else pattern(part)
        named = not plain and hasattr(part, "text")


def _kinds(items: tuple[Sought, ...], *, plural: bool) -> str:
    """Kinds that are counted."""
    words = [_kind(item, plural=plural).removeprefix("an ").removeprefix("a ") for item in items]
    if len(items) > 1:
        pairs = zip(words, items, strict=True)
        words = [f"({said})" if isinstance(item, SentenceWith) else said for said, item in pairs]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"


def pattern(item: Sought, *, worded: bool = False) -> str:
    """One pattern, such that a list may go on behind it."""
    said = _pattern(item, worded=worded)
    return f"({said})" if isinstance(item, SentenceWith) else said


def _pattern(item: Sought, *, worded: bool = False) -> str:
    """One pattern, of which a list may be the last part."""
    plain = isinstance(item, Words) and not item.exact and len(item.text.split()) == 1
    told = isinstance(item, Words) and (not signed(item.text) or affixed(item.text))
    if isinstance(item, Words) and plain and told and (worded or begins_address(item.text)):
        return f"the word {quote(item.text)}"
    if isinstance(item, (Chain, Series)):
        then = " and then " if isinstance(item, Chain) else " and later "
        return f"({then.join(_chained(item.parts))})"
    if item.category == "kind":
        return _kind(item, plural=False)
    phrase, values = _fitting(item)
    return _items(phrase.items, values, None)


def _kind(item: Sought, *, plural: bool) -> str:
    """The name of a kind: the first word of its phrase is singular, the second plural."""
    phrase, values = _fitting(item)
    names, *rest = phrase.items
    assert isinstance(names, Options)
    return _items((*names.sequences[1 if plural else 0], *rest), values, None)


def _subject(where: Place) -> str:
    """What a place is a part of: a text, or the text of an argument."""
    root = where.root
    if isinstance(root, Whole):
        return "it" if root.column is None else f"the {root.column}"
    phrase, values = _fitting(root)
    return _items(phrase.items, values, None)


def locative(where: Place, *, rooted: bool = False) -> str:
    """Where it is: "" for all of the text; ``rooted`` if it is already said of which text or argument."""
    if where == where.root:
        return "" if rooted or where == Whole() else f"in {_subject(where)}"
    if isinstance(where, (Portion, Nth, Section)):
        return f"in {_portion(where)}" if rooted else f"in {_noun(where)}"
    if isinstance(where, Joint):
        return " and ".join(locative(part, rooted=rooted) for part in where.parts)
    phrase, values = _fitting(where)
    if isinstance(where, Away):
        return _items(phrase.items[:-1], values, None) + " " + locative(where.place, rooted=rooted)
    rest = locative(values["of"], rooted=rooted)
    return _items(phrase.items, values, None) + (f" {rest}" if rest else "")


def _noun(where: Place) -> str:
    """A text, or a part of one."""
    if not isinstance(where, (Portion, Nth, Section)):
        return _subject(where)
    return _portion(where) + ("" if where.root == Whole() else f" of {_subject(where)}")


def _portion(where: Portion | Nth | Section) -> str:
    phrase, values = _fitting(where)
    own = _items(phrase.items, values, None)
    return own if not isinstance(where.of, (Portion, Nth, Section)) else f"{own} of {_portion(where.of)}"


# -- amounts -------------------------------------------------------------------------------------------------


def number(value: float) -> str:
    """A number in digits, never in exponents."""
    return format(Decimal(repr(value)).normalize(), "f")


def ordinal(value: int) -> str:
    """A number as a place in an order.

    >>> ordinal(2), ordinal(11), ordinal(23)
    ('2nd', '11th', '23rd')
    """
    ending = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"


def amount(interval: Interval, say: Any = number, less: str = "fewer", join: str = "and") -> str:
    """An interval in words."""
    low, high = interval.low, interval.high
    if low is None and high is None:
        return "any number"
    if low is not None and high is not None:
        if low == high and not interval.low_open and not interval.high_open:
            return f"exactly {say(low)}"
        if not interval.low_open and not interval.high_open and low < high:
            return f"between {say(low)} and {say(high)}"
        lower, upper = Interval(low, None, interval.low_open), Interval(None, high, False, interval.high_open)
        return f"{amount(lower, say, less)} {join} {amount(upper, say, less)}"
    if low is not None:
        return f"{'more than' if interval.low_open else 'at least'} {say(low)}"
    return f"{less + ' than' if interval.high_open else 'at most'} {say(high)}"


def _singular(interval: Interval) -> bool:
    """Whether the number that an interval is said with is 1."""
    said = {n for n in (interval.low, interval.high) if n is not None}
    return said == {1}


OFTEN = {1: "once", 2: "twice"}


def when(interval: Interval) -> str:
    """An interval of moments. A date stands for its whole day, so a moment at midnight is said with its time."""
    if interval.empty:
        return "of an impossible date"
    parts = []
    if interval.low is not None:
        day = iso_of(interval.low)
        parts.append(f"after {_with_time(day)}" if interval.low_open else f"on or after {day}")
    if interval.high is not None:
        day = iso_of(interval.high)
        parts.append(f"before {day}" if interval.high_open else f"on or before {_with_time(day)}")
    return " and ".join(parts) or "of whatever date"


def _with_time(iso: str) -> str:
    return iso if " " in iso else f"{iso} 00:00"


def times(interval: Interval) -> str:
    """How often."""
    said = {n for n in (interval.low, interval.high) if n is not None}
    if len(said) == 1 and said <= OFTEN.keys():
        return amount(interval, OFTEN.__getitem__)
    return f"{amount(interval)} times"


FRACTIONS = {Fraction(1, 2): "half", Fraction(1, 3): "a third", Fraction(2, 3): "2 thirds"}


def share(interval: Interval) -> str:
    """What share."""
    if interval == Interval(1, 1):
        return "all"
    return amount(interval, _share, "less")


def _share(value: float) -> str:
    for fraction, name in FRACTIONS.items():
        if float(fraction) == value:
            return name
    percent = number(round(value * 100, 9))
    return f"{percent}%" if float(percent) / 100 == value else number(value)


def _low(interval: Interval) -> str:
    return number(interval.low if interval.low is not None else 0)


def _high(interval: Interval) -> str:
    return number(interval.high if interval.high is not None else 0)


AMOUNTS: dict[str, Callable[[Interval], str]] = {
    "amount": amount, "times": times, "share": share, "over": _low, "under": _high,
}  # fmt: skip
"""How each form of interval is said."""
