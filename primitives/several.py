"""Sets of patterns, made to be compared with many others."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from itertools import chain

from .base import Sought, traits_of
from .patterns import Character


class Several:
    """Some patterns, and by what they look at those that may be akin to another."""

    def __init__(self, items: tuple[Sought, ...]) -> None:
        self.every = frozenset(items)

    def akin(self, own: Sought) -> Iterable[Sought]:
        """Those that look at something that a pattern does, and those that are in all."""
        if len(self.every) == 1:
            return self.every
        holders = self._holders
        return chain(*(holders.get(trait, ()) for trait in (*traits_of(own, True), None)))

    @cached_property
    def _holders(self) -> dict[object, list[Sought]]:
        """The patterns by what they look at; under None, those that are in anything."""
        found: dict[object, list[Sought]] = {}
        for item in self.every:
            for trait in (None,) if isinstance(item, Character) else traits_of(item, True):
                found.setdefault(trait, []).append(item)
        return found
