"""The typed intermediate form: immutable nodes with declared slots, equal when their slots are equal.

Four sorts of node build a labeling function::

    Pattern    what is looked for        "check out", a link
    Region     where it is looked for    in the first ten words of the comment
    Quantity   what is measured          the number of links in the comment
    Condition  what holds or does not    it mentions "check out"; the number of links is over 3

The logic (:class:`And`, :class:`Or`, :class:`Not`, :class:`Compare`) stands here, everything that observes a data
point stands in :mod:`sayso.primitives`. A node becomes JSON and comes back by its class name and slots alone.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache
from operator import is_
from typing import Any, ClassVar, TypeVar, get_args, get_origin, get_type_hints

from typing_extensions import dataclass_transform

from .diagnostics import SaysoError, problem

Self = TypeVar("Self", bound="Node")


class Node:
    """A node of the intermediate form. Subclasses are declared with :func:`node`."""

    __slots__ = ("_hash", "_key")
    _hash: int
    _key: str
    registry: ClassVar[dict[str, type[Node]]] = {}
    slot_names: ClassVar[tuple[str, ...]] = ()

    def slots(self) -> Iterator[tuple[str, Any]]:
        """The names and values of the slots, in their declared order."""
        for name in self.slot_names:
            yield name, getattr(self, name)

    def children(self) -> Iterator[Node]:
        """The nodes in the slots, from left to right."""
        for name in self.slot_names:
            value = getattr(self, name)
            if isinstance(value, Node):
                yield value
            elif isinstance(value, tuple):
                yield from (item for item in value if isinstance(item, Node))

    def walk(self) -> Iterator[Node]:
        """This node and all below it, parents first."""
        left = [self]
        while left:
            yield (own := left.pop())
            left += reversed([*own.children()])

    def map(self: Self, change: Callable[[Any], Any]) -> Self:
        """This node with ``change`` applied to each child node; the node itself if nothing changed."""
        new: dict[str, Any] = {}
        for name, value in self.slots():
            if isinstance(value, Node):
                new[name] = change(value)
            elif isinstance(value, tuple):
                items = tuple(change(item) if isinstance(item, Node) else item for item in value)
                new[name] = value if all(map(is_, items, value)) else items
            else:
                new[name] = value
        return self if all(getattr(self, name) is value for name, value in new.items()) else type(self)(**new)

    def to_json(self) -> dict[str, Any]:
        """The node as JSON-ready data: ``{"node": "Mentions", slot: value, ...}``."""
        return {"node": type(self).__name__, **{name: _dump(value) for name, value in self.slots()}}

    @staticmethod
    def from_json(data: Any) -> Node:
        """The node that ``data`` describes; the inverse of :meth:`to_json`.

        Raises:
            SaysoError: SAY111 if the data does not describe a well-typed node.
        """
        return _load(data)

    def key(self) -> str:
        """A text that is equal for equal nodes and orders them; stable across runs and releases."""
        if not hasattr(self, "_key"):
            object.__setattr__(self, "_key", json.dumps(self.to_json(), sort_keys=True, ensure_ascii=False))
        return self._key


@dataclass_transform(frozen_default=True)
def node(cls: type[Self]) -> type[Self]:
    """Declare a node class: a frozen, slotted dataclass, known by its name, that works out its hash once."""
    declared: Any = dataclass(frozen=True, slots=True)(cls)
    hash_of_slots = declared.__hash__

    def hash_once(self: Any) -> int:
        try:
            found: int = self._hash
        except AttributeError:
            found = hash_of_slots(self)
            object.__setattr__(self, "_hash", found)
        return found

    declared.__hash__ = hash_once
    declared.slot_names = tuple(slot.name for slot in fields(declared))
    Node.registry[declared.__name__] = declared
    found: type[Self] = declared
    return found


class Condition(Node):
    """Holds or does not hold for a row; unknown where the row's value is missing."""

    __slots__ = ()


class Quantity(Node):
    """A number per row; missing where it cannot be measured.

    ``integral`` if it is always a whole number; ``floor`` is 0 if it is never below 0, None if it may be.
    """

    __slots__ = ()
    integral: ClassVar[bool] = False
    floor: ClassVar[float | None] = None


class Region(Node):
    """A part of a text, in which occurrences are looked for."""

    __slots__ = ()


class Pattern(Node):
    """What is looked for in a text; it has occurrences, each with a start and an end."""

    __slots__ = ()


@node
class Interval(Node):
    """The numbers from ``low`` to ``high``; None is unbounded; an open end does not belong to it."""

    low: float | None = None
    high: float | None = None
    low_open: bool = False
    high_open: bool = False

    def over_integers(self) -> Interval:
        """The closed interval with the same whole numbers."""
        import math

        low, high = self.low, self.high
        if low is not None:
            low = math.floor(low) + 1 if self.low_open else math.ceil(low)
        if high is not None:
            high = math.ceil(high) - 1 if self.high_open else math.floor(high)
        return Interval(low, high)

    def intersect(self, other: Interval) -> Interval:
        """The numbers in both."""
        low, low_open = max(
            ((x, o) for x, o in ((self.low, self.low_open), (other.low, other.low_open)) if x is not None),
            default=(None, False),
        )
        high, not_open = min(
            ((x, not o) for x, o in ((self.high, self.high_open), (other.high, other.high_open)) if x is not None),
            default=(None, True),
        )
        return Interval(low, high, low_open, not not_open)

    def apart(self, other: Interval) -> bool:
        """Whether no number is in both."""
        return self.empty or other.empty or _behind(self, other) or _behind(other, self)

    @property
    def empty(self) -> bool:
        """Whether no number is in it."""
        if self.low is None or self.high is None:
            return False
        return self.low > self.high or (self.low == self.high and (self.low_open or self.high_open))

    def inside(self, other: Interval) -> bool:
        """Whether every number in this interval is in ``other``."""
        low = other.low is None or (
            self.low is not None
            and (self.low > other.low or (self.low == other.low and (self.low_open or not other.low_open)))
        )
        high = other.high is None or (
            self.high is not None
            and (self.high < other.high or (self.high == other.high and (self.high_open or not other.high_open)))
        )
        return (low and high) or self.empty


def _behind(one: Interval, other: Interval) -> bool:
    """Whether one interval begins only where the other has ended."""
    if one.low is None or other.high is None:
        return False
    return one.low > other.high or (one.low == other.high and (one.low_open or other.high_open))


@node
class And(Condition):
    """All of the items hold."""

    items: tuple[Condition, ...]


@node
class Or(Condition):
    """At least one of the items holds."""

    items: tuple[Condition, ...]


@node
class Not(Condition):
    """The item is known not to hold."""

    item: Condition


@node
class Compare(Condition):
    """The quantity lies in the interval."""

    quantity: Quantity
    interval: Interval


def slot_types(cls: Any) -> Mapping[str, Any]:
    """The declared types of a node class's slots, by name; worked out once per class."""
    return _slot_types(cls)


@cache
def _slot_types(cls: Any) -> Mapping[str, Any]:
    return get_type_hints(cls)


def _dump(value: Any) -> Any:
    if isinstance(value, Node):
        return value.to_json()
    if isinstance(value, tuple):
        return [_dump(item) for item in value]
    if isinstance(value, float) and value.is_integer():  # equal nodes have equal keys: 1.0 == 1
        return int(value)
    return value


def _load(data: Any) -> Node:
    """Build a node from JSON data, every slot checked against its declared type."""
    cls = Node.registry.get(data.get("node", "")) if isinstance(data, dict) else None
    if cls is None and isinstance(data, dict) and isinstance(data.get("node"), str):
        raise SaysoError(problem("SAY153", name=_shorten(data["node"])))
    if cls is None:
        raise SaysoError(problem("SAY111", found=_shorten(data), expected="a known node"))
    hints = slot_types(cls)
    names = [slot.name for slot in fields(cls)]  # type: ignore[arg-type]
    if set(data) != {"node", *names}:
        expected = f"{cls.__name__} with the slots {', '.join(names)}"
        raise SaysoError(problem("SAY111", found=_shorten(data), expected=expected))
    return cls(**{name: _slot(data[name], hints[name]) for name in names})


def _slot(value: Any, hint: Any) -> Any:
    """``value`` as a slot of type ``hint``."""
    options = get_args(hint) if get_origin(hint) is not tuple and get_args(hint) else (hint,)
    for option in options:
        if get_origin(option) is tuple and isinstance(value, list):
            return tuple(_slot(item, get_args(option)[0]) for item in value)
        if isinstance(option, type) and issubclass(option, Node):
            if isinstance(value, dict):
                loaded = _load(value)
                if isinstance(loaded, option):
                    return loaded
        elif (
            (value == option and isinstance(value, str))
            or (option is float and isinstance(value, (int, float)) and not isinstance(value, bool))
            or (isinstance(option, type) and type(value) is option)
        ):  # one of a Literal's values
            return value
    raise SaysoError(problem("SAY111", found=_shorten(value), expected=str(hint)))


def _shorten(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 80 else text[:79] + "…"
