"""What is told of a place is told of the place that is meant by it."""

from __future__ import annotations

from typing import Any

from ..grammar.nodes import Condition, Not, slot_types
from ..primitives.base import Place, Primitive
from ..primitives.regions import Here, Stretch, Whole
from .standins import It, Places, RefusedError, Said, checked


def settle(item: Any, place: Place) -> Any:
    """``item`` with ``place`` for the region that is meant by :class:`Here`."""
    if isinstance(item, Here):
        return place
    if isinstance(place, Places):
        return _in_each(item, place)
    if isinstance(item, Said) and item.subject is not None:
        return Said(_both(place, item.subject), item.body, item.bare)
    settled = item.map(lambda child: settle(child, place))
    for name, hint in slot_types(type(settled)).items():
        if hint is Stretch and not isinstance(getattr(settled, name, None), Stretch):
            raise RefusedError("a part of a neighbourhood is no part of the text")
    return checked(settled) if settled is not item and isinstance(settled, Primitive) else settled


def told_in(item: Any, place: Any) -> Any:
    """``item`` told of the region ``place``, which it must tell something of."""
    told = settle(item, place)
    plain = isinstance(place, Here) or (isinstance(place, Whole) and place.name is None)
    if told == item and not plain:
        raise RefusedError("nothing is said of what is there")
    return told


def _both(place: Place, subject: Place) -> Place:
    """The place in what a clause is about; a text and another text are two."""
    if any(isinstance(own, Here) for own in place.walk()):
        within: Place = settle(place, subject)
        return within
    if isinstance(subject, It) or subject in (Whole(), place):
        return place
    if place == Whole() or isinstance(place, It):
        return subject
    raise RefusedError("this is said of two places at once")


def _in_each(item: Any, places: Places) -> Any:
    """A condition in all or any of the places, or denied in any; a part of each of them."""
    if places.meant == "any" and isinstance(item, Not):
        return Not(_in_each(item.item, places))
    if places.meant == "any" and isinstance(item, Said) and item.subject is None and isinstance(item.body, Not):
        return Said(None, _in_each(item.body, places), item.bare)
    settled = [settle(item, place) for place in places.items]
    if isinstance(item, Condition):
        return places.joined(settled)
    return Places(tuple(settled), places.meant)
