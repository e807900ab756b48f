"""All primitives, in the order in which the documentation lists them."""

from __future__ import annotations

from ..grammar.nodes import Node
from . import patterns, regions, relations, text
from .base import Primitive

MODULES = (patterns, regions, text, relations)
"""The modules that declare primitives."""


def primitives() -> dict[str, type[Primitive]]:
    """All declared primitives by name."""
    homes = [module.__name__ for module in MODULES]
    own = [cls for cls in Node.registry.values() if issubclass(cls, Primitive) and cls.__module__ in homes]
    return {cls.__name__: cls for cls in sorted(own, key=lambda cls: homes.index(cls.__module__))}
