"""What the rules of ``parts.lark`` mean: texts by name, as what the rest is told of, and two of them together,
and the sections within them."""

from __future__ import annotations

from typing import Any

from ...grammar.frames import ROWS
from ...grammar.nodes import And, Condition, Interval, Not
from ...primitives.base import Place, Sought
from ...primitives.patterns import Kind, Sentence
from ...primitives.regions import Here, Stretch, Whole
from ...primitives.sections import Heading, Section
from ...primitives.text import Choice, Count, Mentions
from ..assemble import finish, settled_list
from ..standins import About, Places, RefusedError, Said, Selection, checked
from .clauses import said_of_text, stands_in, the_column, vaguely_long
from .lists import listed

WHOLE = frozenset(ROWS) - {"title", "headline", "text", "description", "abstract", "question", "answer"}
"""Columns that are called like the row: "articles where the title ..." tells of the title."""


def text_of_row(name: Any, owner: Any = None) -> Any:
    return the_column(name)


def text_of_owner(*names: Any) -> Any:
    return the_column(names[-1])


def told_of(subject: Any, condition: Condition) -> Condition:
    if isinstance(subject, Places):
        raise RefusedError("it is told of one text")
    if subject.name not in WHOLE and _texts_named(condition) - {subject}:
        raise RefusedError("it is told of another text")
    return About(subject, condition)


def about_text(condition: Condition, subject: Any) -> Condition:
    """A text in brackets is the one that the clause is about."""
    if isinstance(subject, Places) or _texts_named(condition) - {subject}:
        raise RefusedError("the text in brackets is not the one that is spoken of")
    return About(subject, condition)


def _texts_named(condition: Condition) -> set[Whole]:
    return {own for own in condition.walk() if type(own) is Whole and own.name is not None}


def text_only(subject: Any, condition: Condition) -> Condition:
    return about_text(condition, subject)


def of_length(amount: Interval, kinds: Any) -> Condition:
    if not all(isinstance(kind, (Kind, Sentence)) for kind in settled_list(listed(kinds))):
        raise RefusedError("how long a text is told in words, sentences or the like")
    counted: Condition = finish(Count, {"what": kinds, "where": Here(), "amount": amount})
    return counted


def of_vague_length(length: Interval, subject: Any) -> Condition:
    return said_of_text(subject, vaguely_long(length))


def there_but_not_there(what: Selection, there: Any, elsewhere: Any) -> Condition:
    if not all(wanted for _, wanted in what.parts):
        raise RefusedError("it is denied of both")
    return And((stands_in(what, there), Not(stands_in(what, elsewhere))))


def names(what: Selection, place: Place | None = None) -> Condition:
    named: Condition = finish(Mentions, {"what": what, "where": place or Here()})
    return named


# -- sections --------------------------------------------------------------------------------------------


def section_named(name: str) -> Place:
    return section_of(name, Whole())


def section_of(name: str, text: Any) -> Place:
    if not isinstance(text, Stretch):
        raise RefusedError("a section is a part of one text")
    section: Place = checked(Section(name, text))
    return section


def in_section(name: str) -> Place:
    return section_named(name)


def heading_named(name: str) -> Sought:
    heading: Sought = checked(Heading(name))
    return heading


def has_section(name: str) -> Condition:
    return Said(None, Mentions(Choice((heading_named(name),)), Here()))


# -- several texts ---------------------------------------------------------------------------------------


def any_text(*texts: Any) -> Places:
    return Places(_different(texts), "any")


def every_text(*texts: Any) -> Places:
    return Places(_different(texts), "all", unclear=True)


def both_texts_there(*texts: Any) -> Places:
    return Places(_different(texts), "all")


def neither_text_there(*texts: Any) -> Places:
    return Places(_different(texts), "none")


def _different(texts: tuple[Any, ...]) -> tuple[Any, ...]:
    """The texts, which must be columns, each named once."""
    named = (isinstance(text, Section) or (isinstance(text, Whole) and text.name is not None) for text in texts)
    if not all(named) or len(set(texts)) != len(texts):
        raise RefusedError("different text columns are named")
    return texts


COSTS = {"text_of_row": 1, "text_of_owner": 1, "names": 1, "there_but_not_there": 2, "heading_named": 1}
"""What a rule adds to the cost of a reading."""
