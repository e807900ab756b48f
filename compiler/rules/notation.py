"""What the rules of ``notation.lark`` mean: conditions as programmers write them."""

from __future__ import annotations

from typing import Any

from ...grammar.nodes import Condition, Not
from ...primitives.base import Place
from ...primitives.entities import ENTITIES, Entity, IsA
from ...primitives.regions import Here
from ...primitives.relations import Argument
from ...primitives.text import Choice
from ..assemble import finish
from ..standins import Bare, Quoted, RefusedError, Said, Selection
from .likeness import part_is_part
from .pairs import text_equals
from .relations import chained


def is_of_type(root: Place, kinds: Any) -> Condition:
    """An argument is an entity of a type."""
    return Said(root, finish(IsA, {"where": Here(), "what": kinds}))


def is_not_of_type(root: Place, kinds: Any) -> Condition:
    return Not(is_of_type(root, kinds))


def is_of_type_quoted(root: Place, tag: str) -> Condition:
    """The type by its tag; that which has fewest other tags."""
    found = [name for name, own in ENTITIES.items() if tag.strip().upper() in own.tags]
    if not found:
        raise RefusedError(f"there is no type {tag}")
    name = min(found, key=lambda own: len(ENTITIES[own].tags))
    return is_of_type(root, (Entity(name),))


def is_not_of_type_quoted(root: Place, tag: str) -> Condition:
    return Not(is_of_type_quoted(root, tag))


def is_in_set(root: Place, values: tuple[str, ...]) -> Condition:
    """The text of an argument is one of a set."""
    return text_equals(root, Selection(((Choice(tuple(map(Quoted, values))), True),)))


def is_not_in_set(root: Place, values: tuple[str, ...]) -> Condition:
    return Not(is_in_set(root, values))


def quoted_with_names(pieces: tuple[tuple[str | None, str], ...]) -> Any:
    """Arguments and the words around them, one right behind the other."""
    parts = tuple(Bare(text) if name is None else Argument(name) for name, text in pieces)
    return chained(*parts)


def part_is_not_part(one: Place, other: Place) -> Condition:
    return Not(part_is_part(one, other))


COSTS = {"part_is_not_part": -1, **dict.fromkeys(("is_of_type", "is_not_of_type"), -1)}
"""What a rule adds to the cost of a reading."""
