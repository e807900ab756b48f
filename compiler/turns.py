"""What is told as one thing behind the other, with a place for all of it: "a comma and then x right after y"."""

from __future__ import annotations

from dataclasses import replace

from ..primitives.base import Sought
from ..primitives.patterns import Kind
from ..primitives.regions import NEXT, Beside, Here, Whole
from ..primitives.relations import Chain, Series
from ..primitives.text import Choice, Mentions
from .standins import InTurn, RefusedError, Together

SIGNS = frozenset(
    [
        *("punctuation_mark", "exclamation_mark", "question_mark", "comma", "parenthesis", "currency_sign", "colon"),
        *("semicolon", "period", "quotation_mark", "dash", "hyphen", "slash", "asterisk", "ampersand", "percent_sign"),
        *("at_sign", "dollar_sign", "hash_sign"),
    ]
)
"""The kinds of token that are no words."""


def is_sign(item: Sought) -> bool:
    """Whether it is a punctuation mark."""
    return isinstance(item, Kind) and item.name in SIGNS


def in_the_order_told(told: Mentions) -> Mentions:
    """What is told as one thing behind the other: right behind it, if they touch something."""
    where, items = told.where, told.what.items
    touching = isinstance(where, Beside) and where.distance == NEXT and where.side != "either"
    if isinstance(told.what, Together):
        chained = Choice((Chain(items),)) if touching and len(items) == told.what.least else None
        return replace(told, what=chained or Choice(items, told.what.least))
    if not any(isinstance(one, InTurn) for one in items):
        return told
    if isinstance(where, (Here, Whole)):
        raise RefusedError("it is not clear whether that comes right behind it")
    return replace(told, what=Choice(tuple(_row(one, touching) if isinstance(one, InTurn) else one for one in items)))


def _row(told: InTurn, touching: bool) -> Sought:
    """The one right behind the other; or anywhere behind it, if nothing is said to touch and there is no sign."""
    return (Chain if touching or any(map(is_sign, told.parts)) else Series)(told.parts)
