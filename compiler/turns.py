"""What is told as one thing behind the other, with a place for all of it: "a comma and then x right after y"."""

from __future__ import annotations

from dataclasses import replace

from ..grammar.nodes import And, Condition, Or
from ..primitives.base import Place, Sought
from ..primitives.patterns import Kind
from ..primitives.regions import ANYWHERE, NEXT, Beside, Between, Here, Joint, Whole
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


def in_the_order_told(told: Mentions) -> Condition:
    """What is told as one thing behind the other: right behind it, if they touch something."""
    where, items = told.where, told.what.items
    touching = isinstance(where, Beside) and where.distance == NEXT and where.side != "either"
    if isinstance(told.what, Together):
        chained = Choice((Chain(items),)) if touching and len(items) == told.what.least else None
        return replace(told, what=chained or Choice(items, told.what.least))
    if not any(isinstance(one, InTurn) for one in items):
        return told
    near = _near(where)
    if near is not None and told.what.least == 1:
        found = [_within(one, near) if isinstance(one, InTurn) else _alone(one, near) for one in items]
        each = tuple(one for one in found if one is not None)
        if len(each) == len(items):
            return each[0] if len(each) == 1 else Or(each)
    if isinstance(where, (Here, Whole)):
        raise RefusedError("it is not clear whether that comes right behind it")
    return replace(told, what=Choice(tuple(_row(one, touching) if isinstance(one, InTurn) else one for one in items)))


def _near(where: Place) -> Beside | None:
    """The place that ends some words before or after something; also told together with the side alone."""
    parts = where.parts if isinstance(where, Joint) else (where,)
    near = [own for own in parts if isinstance(own, Beside) and own.distance.high not in (None, NEXT.high)]
    if len(near) != 1 or near[0].side == "either":
        return None
    return near[0] if all(replace(near[0], distance=ANYWHERE) == own for own in parts if own != near[0]) else None


def _alone(one: Sought, where: Beside) -> Condition:
    return Mentions(Choice((one,)), where)


def _within(told: InTurn, where: Beside) -> Condition | None:
    """The one further away so near at most, and the other between it and what both stand beside; None for others."""
    if len(told.parts) != 2 or any(map(is_sign, told.parts)):
        return None
    near, far = told.parts if where.side == "after" else reversed(told.parts)
    return And((Mentions(Choice((near,)), Between(where.what, (far,), where.of)), _alone(far, where)))


def _row(told: InTurn, touching: bool) -> Sought:
    """The one right behind the other; or anywhere behind it, if nothing is said to touch and there is no sign."""
    return (Chain if touching or any(map(is_sign, told.parts)) else Series)(told.parts)
