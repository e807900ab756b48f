"""What each closed-class rule of the grammar means: one function per rule, under the rule's name.

The words of a rule stand in ``grammar/*.lark``, here is only what they mean, a module per subject. A rule's
children come as arguments. ``COSTS`` tells what a rule adds to the cost of a reading: the cheaper one is preferred.
Whatever is public in a module of rules is a rule; what several of them need stands in a module of its own subject.
"""

from __future__ import annotations

from collections.abc import Callable
from inspect import isfunction
from types import ModuleType
from typing import Any

from . import (
    additions,
    again,
    alone,
    amounts,
    attributes,
    brief,
    clauses,
    columns,
    compound,
    counting,
    dates,
    durations,
    ellipsis,
    likeness,
    lists,
    measures,
    neighbours,
    notation,
    order,
    pairs,
    parts,
    proportions,
    records,
    reference,
    relations,
    rows,
    sentences,
    sides,
    spelling,
    succession,
    tables,
    texts,
    units,
    variety,
)

HOMES: tuple[ModuleType, ...] = (
    lists,
    clauses,
    amounts,
    variety,
    alone,
    relations,
    pairs,
    reference,
    additions,
    neighbours,
    tables,
    proportions,
    columns,
    dates,
    durations,
    ellipsis,
    rows,
    records,
    attributes,
    texts,
    parts,
    brief,
    again,
    sides,
    likeness,
    order,
    units,
    counting,
    spelling,
    succession,
    compound,
    sentences,
    measures,
    notation,
)
"""The modules whose functions are the rules; no name has two meanings."""


def rules_of(module: ModuleType) -> dict[str, Callable[..., Any]]:
    """The meanings that a module of rules declares, by the rules' names."""
    public = {name: own for name, own in vars(module).items() if isfunction(own) and not name.startswith("_")}
    return {name: own for name, own in public.items() if own.__module__ == module.__name__}


RULES: dict[str, Callable[..., Any]] = {name: own for module in HOMES for name, own in rules_of(module).items()}
"""What each rule makes of its children."""

COSTS: dict[str, int] = {name: cost for module in HOMES for name, cost in getattr(module, "COSTS", {}).items()}
"""What each rule adds to the cost; nothing if it is not listed."""
