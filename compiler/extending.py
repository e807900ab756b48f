"""Primitives from outside: declared by a class like those that come with Sayso, and used like them.

What a declaration imports is public here::

    from sayso.compiler.extending import Measurement, Numbers, Place, Run, primitive, say

The classes are those of :mod:`sayso.primitives.base`, which explains phrases and order; docs/engineers.md has a recipe.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import MISSING, fields
from typing import Any, TypeVar

from lark.exceptions import LarkError

from ..grammar.diagnostics import SaysoError, problem
from ..grammar.nodes import Node, node, slot_types
from ..primitives.base import Mask, Measurement, Numbers, Observation, Place, Primitive, Sought
from ..primitives.patterns import Character, Kind, Sentence, Words
from ..primitives.phrases import Phrase, say
from ..primitives.regions import Here, Whole
from ..primitives.registry import register, registered, unregister
from ..primitives.run import Run
from ..primitives.spans import Spans, union
from ..primitives.text import Choice, total_of
from .english import english
from .language import language
from .passes import canonical
from .reader import read
from .templates import INTERVALS

__all__ = [
    "Character",
    "Choice",
    "Here",
    "Kind",
    "Mask",
    "Measurement",
    "Numbers",
    "Observation",
    "Place",
    "Run",
    "Sentence",
    "Sought",
    "Spans",
    "Whole",
    "Words",
    "primitive",
    "say",
    "total_of",
    "union",
]

SORTS: dict[type[Primitive], tuple[str, ...]] = {
    Observation: ("holds", "known"),
    Measurement: ("measure",),
    Sought: ("spans",),
    Place: ("column", "admits"),
}
"""What a primitive may be, and what each has to define."""

Declared = TypeVar("Declared", bound=Primitive)


def primitive(cls: type[Declared]) -> type[Declared]:
    """Declare a primitive: a class with a docstring, slots, ``phrases``, an ``example``, and its evaluation.

    From then on it is read, said back, analysed, saved and loaded like any other. Declaring a class of the same module
    again, as in a notebook, replaces it.

    Raises:
        SaysoError: SAY150 if the class is no usable declaration, SAY151 if its name is taken.
    """
    name = cls.__name__
    known = Node.registry.get(name)
    own = registered().get(name)
    if known is not None and (own is None or own.__module__ != cls.__module__):
        raise SaysoError(problem("SAY151", name=name, home=known.__module__))
    why = next(_faults_of_class(cls), None)
    if why is not None:
        raise SaysoError(problem("SAY150", name=name, why=why))
    declared = node(cls)
    why = next(_faults_of_slots(declared), None)
    if why is None:
        register(declared)
        why = _fault_of_language(declared)
    if why is not None:
        unregister(name)
        Node.registry.pop(name, None)
        if own is not None:
            Node.registry[name] = own
            register(own)
        raise SaysoError(problem("SAY150", name=name, why=why))
    return declared


def _faults_of_class(cls: Any) -> Iterator[str]:
    """What the class itself lacks."""
    sort = next((sort for sort in SORTS if isinstance(cls, type) and issubclass(cls, sort)), None)
    if sort is None:
        yield f"it is none of {', '.join(sort.__name__ for sort in SORTS)}"
        return
    if not (cls.__doc__ or "").strip():
        yield "it has no docstring, which the phrasebook shows"
    phrases = cls.phrases
    if not isinstance(phrases, tuple) or not phrases or not all(isinstance(own, Phrase) for own in phrases):
        yield 'phrases is no tuple of say("...")'
    if not cls.example:
        yield "it has no example, a condition that uses it"
    missing = [method for method in SORTS[sort] if getattr(cls, method) is getattr(sort, method)]
    if missing:
        yield f"it does not define {', '.join(missing)}"


def _faults_of_slots(cls: type[Primitive]) -> Iterator[str]:
    """What is wrong with slots, phrases and order."""
    slots = {slot.name: slot for slot in fields(cls)}  # type: ignore[arg-type]
    try:
        slot_types(cls)
    except NameError as fault:
        yield f"the type of a slot is not known: {fault}"
        return
    unknown = sorted(set(cls.order) - set(slots))
    if unknown:
        yield f"order names {', '.join(unknown)}, which is no slot"
    amounts = INTERVALS if issubclass(cls, Measurement) else frozenset()
    for phrase in cls.phrases:
        said = {slot.name for slot in phrase.slots}
        given = {name for name, _ in phrase.fixed}
        unknown = sorted((said | given) - set(slots) - amounts)
        if unknown:
            yield f"a phrase names {', '.join(unknown)}, which is no slot"
        if amounts and len((said | given) & amounts) != 1:
            yield f"a phrase of a measurement compares it once, with one of {', '.join(sorted(amounts))}"
        needed = {
            name
            for name, slot in slots.items()
            if slot.default is MISSING and slot.default_factory is MISSING and name not in ("where", "of")
        }
        lacking = sorted(needed - said - given)
        if lacking:
            yield f"a phrase leaves {', '.join(lacking)} open, which has no default"


def _fault_of_language(cls: type[Primitive]) -> str | None:
    """Why the language with this primitive is none, or does not read its example as using it."""
    try:
        language()
    except LarkError as fault:
        return f"its phrases do not fit the grammar: {str(fault).splitlines()[0]}"
    result = read(cls.example)
    meanings = [canonical(condition) for _, condition in result.meanings]
    if not meanings:
        return f"its example is not understood: {cls.example}"
    if not any(isinstance(part, cls) for part in meanings[0].walk()):
        return f"its example does not use it, it is read as: {english(meanings[0])}"
    said = english(meanings[0])
    again = [canonical(condition) for _, condition in read(said).meanings]
    if not again or again[0] != meanings[0]:
        return f"what Sayso says back of its example is read in another way: {said}"
    return None
