"""What is looked for, one by one: what may stand in an order, in a row, or in a chain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice, product
from typing import Any

from ...corpora.kinds import KINDS
from ...corpora.text import clean
from ...corpora.tokenizer import tokenize
from ...primitives.base import Sought
from ...primitives.entities import Entity
from ...primitives.patterns import Characters, Form, Kind, Words
from ...primitives.relations import Chain, Series
from ...primitives.shapes import InARow, Written
from ..assemble import settled_list
from ..standins import InTurn, Patterns, RefusedError, Selection, checked
from ..turns import SIGNS


def words_of(item: Sought) -> int:
    """How many words an occurrence has."""
    if isinstance(item, (Words, Form)):
        forms = [token.form for token in tokenize(clean(item.text))]
        return sum(map(_is_word, forms))
    if isinstance(item, Kind) and not KINDS[item.name].by_character:
        return 0 if item.name in SIGNS else 1
    if isinstance(item, Written) and item.name in SIGNS:
        return 0
    if isinstance(item, Characters) and not any(map(str.isalnum, item.text)):
        return 0
    if isinstance(item, Chain):
        return sum(map(words_of, item.parts))
    raise RefusedError("it is not known how many words it has")


def _is_word(form: str) -> bool:
    import polars as pl

    return bool(KINDS["word"].weigh(pl.Series([form]))[0])


def singles(what: Selection) -> tuple[Sought, ...]:
    """The things of which any will do."""
    one_of = len(what.parts) == 1 and what.parts[0][0].least == 1 and what.parts[0][1]
    if not one_of or any(isinstance(item, InTurn) for item in what.parts[0][0].items):
        raise RefusedError("an order is told of single things")
    return what.parts[0][0].items


def row_of(items: Patterns, count: float) -> Sought:
    """So many of the things in a row."""
    if count != int(count):
        raise RefusedError(f"{count} is no whole number")
    row: Sought = checked(InARow(int(count), settled_list(items)))
    return row


WAYS = 16
"""In so many ways the steps of an order may be taken where several are told for a step."""


def series_of(steps: Sequence[Any]) -> list[Series]:
    """Every way to take one of the things told for each step."""
    each = [step if isinstance(step, tuple) else (step,) for step in steps]
    settled = iter(settled_list(tuple(item for step in each for item in step)))
    ways = list(product(*(tuple(islice(settled, len(step))) for step in each)))
    if len(ways) > WAYS:
        raise RefusedError(f"there are more than {WAYS} ways to take one of each")
    return [Series(way) for way in ways]


def of_others(item: Any) -> Any:
    """The condition with other people, places, ... than the arguments."""
    if isinstance(item, Entity):
        return replace(item, other=True)
    return item.map(of_others)
