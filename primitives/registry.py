"""All primitives, in the order in which the documentation lists them."""

from __future__ import annotations

from types import ModuleType

from ..grammar.nodes import Node
from . import arithmetic, dates, entities, patterns, regions, relations, tables, text
from .base import Primitive

CORE = (patterns, regions, text)
"""The modules that declare what can be observed of any text."""

MODULES = (*CORE, relations, entities, tables, arithmetic, dates)
"""The modules that declare primitives."""


def primitives(modules: tuple[ModuleType, ...] = MODULES) -> dict[str, type[Primitive]]:
    """The declared primitives by name."""
    homes = [module.__name__ for module in modules]
    own = [cls for cls in Node.registry.values() if issubclass(cls, Primitive) and cls.__module__ in homes]
    return {cls.__name__: cls for cls in sorted(own, key=lambda cls: homes.index(cls.__module__))}
