"""Sets of patterns, made to be compared with many others: what is in one and not in another, and what may be akin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain

from .base import Sought, traits_of
from .patterns import Character

MARKS = 1024


class Several:
    """Some patterns. Each leaves a mark (a bit, by its hash), so that numbers tell most differences of two sets."""

    def __init__(self, items: tuple[Sought, ...]) -> None:
        self.every = frozenset(items)
        self._marked: dict[int, list[Sought]] = {}
        for item in items:
            self._marked.setdefault(1 << hash(item) % MARKS, []).append(item)
        self._marks = sum(self._marked)

    def without(self, other: Several) -> Iterator[Sought]:
        """Those that are not in the other set; the first of them at once."""
        left = told = self._marks & ~other._marks
        while left:
            yield from self._marked[left & -left]
            left &= left - 1
        yield from (item for item in self.every - other.every if not told >> hash(item) % MARKS & 1)

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
