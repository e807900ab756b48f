"""All primitives, in the order of the documentation: those that come with Sayso, then registered ones."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from types import ModuleType
from typing import TypeVar

from ..grammar.nodes import Node
from . import (
    arithmetic,
    dates,
    entities,
    figures,
    makeup,
    occurrences,
    patterns,
    regions,
    relations,
    sections,
    sentences,
    shapes,
    surroundings,
    tables,
    text,
)
from .base import Primitive

CORE = (patterns, shapes, figures, regions, sections, text, sentences, makeup)
"""The modules that declare what can be observed of any text."""

MODULES = (*CORE, surroundings, relations, entities, occurrences, tables, arithmetic, dates)
"""The modules that declare primitives."""


Made = TypeVar("Made", bound=Callable[..., object])

_registered: dict[str, type[Primitive]] = {}
_forget: list[Callable[[], None]] = []


def primitives(modules: tuple[ModuleType, ...] = MODULES) -> dict[str, type[Primitive]]:
    """The declared primitives by name; registered ones only among all."""
    homes = [module.__name__ for module in modules]
    own = [cls for cls in Node.registry.values() if issubclass(cls, Primitive) and cls.__module__ in homes]
    listed = {cls.__name__: cls for cls in sorted(own, key=lambda cls: homes.index(cls.__module__))}
    return {**listed, **_registered} if modules is MODULES else listed


def register(cls: type[Primitive]) -> None:
    """Make a primitive part of the language; see :func:`sayso.primitive`."""
    _registered[cls.__name__] = cls
    for forget in _forget:
        forget()


def unregister(name: str) -> None:
    """Take a registered primitive out of the language again; nothing happens to others."""
    if _registered.pop(name, None) is not None:
        Node.registry.pop(name, None)
        for forget in _forget:
            forget()


def registered() -> dict[str, type[Primitive]]:
    """The primitives that do not come with Sayso."""
    return dict(_registered)


def kept(work: Made) -> Made:
    """``functools.cache`` for what depends on the language: forgotten when a primitive is registered."""
    cached = cache(work)
    _forget.append(cached.cache_clear)
    return cached  # type: ignore[return-value]
