"""Vague amounts that are told exactly beside: "short, it has fewer than ten words" is about fewer than ten words.

What a vague amount is about is found by reading it as a number that nobody means, the :data:`MARK`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import permutations
from typing import Any

from ..grammar.nodes import And, Compare, Condition, Interval
from .lexemes import Lexeme
from .passes import canonical
from .reader import Result
from .wording import VALUED

MARK = 7_919_317
"""A threshold that nobody means: by it the quantity is found that a vague amount is about."""

Amounts = dict[int, Interval]
"""What vague amounts are taken for, by their place in the text."""

Read = Callable[[Amounts], Result]
"""Reads the explanation with other vague amounts."""


def one_ended(lexemes: Iterable[Lexeme]) -> Iterator[tuple[Lexeme, Interval]]:
    """The vague amounts among lexemes that have one end."""
    for lexeme in lexemes:
        amount = lexeme.value
        vague = lexeme.terminal in VALUED.values() and isinstance(amount, Interval)
        if vague and (amount.low is None) != (amount.high is None):  # type: ignore[attr-defined]
            yield lexeme, amount  # type: ignore[misc]


def moved(interval: Interval, threshold: float) -> Interval:
    """The interval with another end."""
    return replace(interval, **{"high" if interval.low is None else "low": threshold})  # type: ignore[arg-type]


def has_mark(interval: Interval) -> bool:
    """Whether an interval ends at the mark, or where what lies beyond it does."""
    return any(end is not None and abs(end - MARK) <= 1 for end in (interval.low, interval.high))


def told_beside(result: Result, read: Read) -> Amounts:
    """The vague amounts of an explanation that are told exactly beside, as they are told there."""
    if not result.meanings:
        return {}
    usual = canonical(result.meanings[0][1])
    told = {lexeme.start: _told(lexeme, default, usual, read) for lexeme, default in one_ended(result.lexed.lexemes)}
    return {start: amount for start, amount in told.items() if amount is not None}


def as_told(result: Result, told: Amounts) -> Result:
    """The result with a remark of each amount that is told beside, and no longer that it is vague."""
    result.lexed.remarks = [
        replace(remark, code="SAY139", taken="what is told beside it") if remark.start in told else remark
        for remark in result.lexed.remarks
    ]
    return result


def _told(lexeme: Lexeme, default: Interval, usual: Condition, read: Read) -> Interval | None:
    """What is told beside a vague amount, or the default where it changes nothing; None if nothing is."""

    def meant(threshold: float) -> Condition | None:
        meanings = read({lexeme.start: moved(default, threshold)}).meanings
        return meanings[0][1] if meanings else None

    found = meant(MARK)
    if found is None or canonical(found) == usual:
        return None if found is None else default
    for own, beside in _pairs(found):
        end = beside.interval.high if beside.interval.low is None else beside.interval.low
        wanted = canonical(_instead(found, own, beside))
        for threshold in () if end is None else (end, end - 1, end + 1):
            told = meant(threshold)
            if told is not None and canonical(told) == wanted:
                return moved(default, threshold)
    return None


def _pairs(condition: Condition) -> Iterator[tuple[Condition, Compare]]:
    """What says something of the mark, and what says how much of the same it is beside it, from the same side."""
    for both in condition.walk():
        items = [*_conjuncts(both)] if isinstance(both, And) else []
        for (item, own), (_, other) in permutations(((item, canonical(item)) for item in items), 2):
            if not (isinstance(own, Compare) and isinstance(other, Compare) and has_mark(own.interval)):
                continue
            alike = own.quantity == other.quantity and (own.interval.low is None) == (other.interval.low is None)
            if alike and (other.interval.low is None) != (other.interval.high is None):
                yield item, other


def _conjuncts(condition: Condition) -> Iterator[Condition]:
    """What an "and" joins, also within others."""
    if not isinstance(condition, And):
        yield condition
        return
    for item in condition.items:
        yield from _conjuncts(item)


def _instead(node: Any, own: Condition, other: Condition) -> Any:
    """The node with another condition for one in it."""
    return other if node is own else node.map(lambda child: _instead(child, own, other))
