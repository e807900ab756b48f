"""What stands in a reading for something that is only known at its end: "it", "there", a clause without a subject."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ..grammar.nodes import And, Condition, Not, Or, Quantity, node
from ..primitives.base import Place, Sought
from ..primitives.patterns import Words
from ..primitives.regions import Between, Whole
from ..primitives.relations import Around
from ..primitives.text import Choice


class RefusedError(Exception):
    """This way of reading the words means nothing; ``args[0]`` says why, ``advice`` what to do, if that is special."""

    def __init__(self, why: str, advice: str | None = None) -> None:
        self.advice = advice
        super().__init__(why)


OF_WHICH = "it is not clear in which of several texts or parts that is"


@dataclass(frozen=True, slots=True)
class Selection:
    """What is looked for, as people list it: choices, each to be found (True) or not (False)."""

    parts: tuple[tuple[Choice, bool], ...]


@dataclass(frozen=True, slots=True)
class Bare:
    """Quoted text without a word for how it is to be matched; in a list it follows the item before it."""

    text: str


@node
class Said(Condition):
    """A condition and the subject it was said of; None: the same as before. Only in readings, never in a function."""

    subject: Place | None
    body: Condition
    bare: bool = False
    """Whether the subject was left out, and not only because the clause has another one; the place, if there is one,
    was then said first."""


@node
class About(Condition):
    """A condition all of which is told of a text. Only in readings, never in a function."""

    subject: Place
    body: Condition


@node
class OfTexts(Condition):
    """A condition told of all, any or none of the texts that were spoken of before. Only in readings."""

    meant: str
    body: Condition


@node
class Blank(Condition):
    """There is nothing in a text, or in a part of it. Only in readings, never in a function."""

    where: Place


@dataclass(frozen=True, slots=True)
class Both:
    """Patterns each of which is meant, where usually one of several is enough ("after X and Y")."""

    items: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Places:
    """Regions of which no single one is meant: all of them, any of them, or none."""

    items: tuple[Any, ...]
    meant: str
    unclear: bool = False
    """Whether it cannot be told of which of them something is denied ("not in the title and the body")."""

    @property
    def root(self) -> Whole:
        """What only a single region has."""
        raise RefusedError(OF_WHICH)

    def map(self, f: Callable[[Any], Any]) -> Places:
        """Only a condition is told of each of them."""
        raise RefusedError(OF_WHICH)

    def joined(self, conditions: list[Condition]) -> Condition:
        """What holds there, of what holds in each."""
        if self.meant == "all":
            return And(tuple(conditions))
        return Or(tuple(conditions)) if self.meant == "any" else And(tuple(Not(each) for each in conditions))


@node
class It(Whole):
    """The text, or the argument that the clause before was about. Only in readings, never in a function."""


@node
class ItsName(Whole):
    """The text of the argument that was spoken of before ("in its name"). Only in readings, never in a function."""


@node
class Again(Sought):
    """What was spoken of before ("after it"). Only in readings, never in a function."""


@node
class ThatPhrase(Sought):
    """The words, no argument, that were spoken of before ("before that phrase"). Only in readings."""


@node
class PartOf(Sought):
    """A phrase of which the words that were spoken of before are a part ("but it is not 'x y'"). Only in readings."""

    whole: Words


@node
class Former(Sought):
    """What the clause before was about, if it told where one thing stands. Only in readings, never in a function."""


@node
class Quoted(Words):
    """Quoted text of which it is not said how it is matched. Only in readings, never in a function."""


@node
class SameQuantity(Quantity):
    """What was measured in the clause before ("and it is below 5"). Only in readings, never in a function."""


@node
class OfUsual(Quantity):
    """What is compared with a column of averages, and not named: the column itself. Only in readings.

    ``measured`` is what was measured in the clause before, if anything was.
    """

    column: str
    measured: tuple[Quantity, ...] = ()


@node
class InOneSentence(Around):
    """The sentence of one of two arguments that share it: it makes no difference of which. Only in readings."""


@node
class InTurn(Sought):
    """Several things one behind the other: touching, if they touch something ("a and then b right after c")."""

    parts: tuple[Sought, ...]


@node
class Together(Choice):
    """All of a list with a punctuation mark in it: if they touch something, they do so in the order told."""


@node
class Them(Sought):
    """The things of the list that was spoken of before ("one of them"). Only in readings, never in a function."""


@node
class BothThings(Sought):
    """The two things that the clause before set in order, else the arguments ("both"). Only in readings."""


@node
class There(Place):
    """Where the thing before was looked for ("and not there"). Only in readings, never in a function."""


@node
class AsBefore(Place):
    """Where the thing of the clause before stands, for one alone behind it. Only in readings, never in a function."""


@node
class Counted(Place):
    """Where words were counted of which one is spoken of ("one of them"). Only in readings, never in a function.

    ``nth`` is which one of them, from the end if below 0; ``sole`` if there is to be no other.
    """

    nth: int = 0
    sole: bool = False


@node
class Which(Whole):
    """What a relative clause tells of: an argument beside which something stood, or the text. Only in readings."""


@node
class ThatSentence(Whole):
    """The sentence of the argument that was spoken of before. Only in readings, never in a function."""


@node
class ThatSection(Whole):
    """The section that was spoken of before. Only in readings, never in a function."""


@node
class InBetween(Between):
    """Between the two things that the clause before set in order, else the arguments. Only in readings."""


@node
class BetweenThem(InBetween):
    """Between the two things that the clause before set in order, or looked for. Only in readings."""


Patterns = tuple[Any, ...]


def checked(item: Any) -> Any:
    """The node, if it means something."""
    if isinstance(item, tuple):
        raise RefusedError("only a single thing can be meant here")
    fault = item.fault()
    if fault is not None:
        raise RefusedError(fault, item.advice)
    return item
