"""What is added to a clause with "with" and "without", and what is told of a sentence that was spoken of."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ...grammar.nodes import And, Condition, Interval, Not
from ...primitives.base import Place
from ...primitives.regions import ANYWHERE, OPPOSITE, Beside, Here, Joint
from ...primitives.relations import Argument
from ...primitives.surroundings import Away
from ...primitives.text import Count, Mentions
from ..argument_names import FIRST, SECOND
from ..assemble import finish, one_sentence, settled_list
from ..settling import settle
from ..standins import (
    Again,
    InBetween,
    Patterns,
    RefusedError,
    Said,
    Selection,
    ThatPhrase,
    ThatSection,
    ThatSentence,
    There,
    checked,
)
from .alone import WORD, only_there
from .clauses import affirmed, precedes, stands_in
from .placing import beyond, joint
from .relations import said_of_pair

# -- with and without ------------------------------------------------------------------------------------


def qualified(clause: Condition, addition: Condition) -> Condition:
    amid = any(isinstance(own, InBetween) for own in addition.walk())
    if amid and any(
        isinstance(own, Mentions) and isinstance(own.where, Beside) and not _of_arguments(own) for own in clause.walk()
    ):
        raise RefusedError("it is not clear between what it is")
    return _narrowed(clause, addition) or And((clause, addition))


def with_so_many(amount: Interval, kinds: Patterns, place: Place) -> Condition:
    return Said(None, finish(Count, {"what": kinds, "where": place, "amount": amount}))


def with_none(kinds: Patterns, place: Place) -> Condition:
    return Not(with_so_many(Interval(1, None), kinds, place))


def with_nothing(place: Place) -> Condition:
    return with_none(WORD, place)


def of_the_pair(predicate: tuple[Any, ...]) -> Condition:
    return said_of_pair((Argument(FIRST), Argument(SECOND)), predicate)


def with_standing(what: Selection, place: Place) -> Condition:
    return stands_in(what, place)


def with_later(what: Selection) -> Condition:
    behind = finish(Beside, {"side": "after", "distance": ANYWHERE, "what": (ThatPhrase(),), "of": Here()})
    return stands_in(what, behind)


def with_alone(what: Selection, place: Place) -> Condition:
    return only_there(what, place)


def affirmed_away(predicate: Any, place: Place) -> Any:
    return affirmed(predicate, checked(Away(place)))


def there_without_beside(what: Selection, there: Place, near: Any, place: Place) -> Condition:
    """Somewhere without something beside it."""
    return stands_in(what, joint(there, checked(Away(beyond(near, place)))))


def there_with_beside(what: Selection, there: Place, near: Any, place: Place) -> Condition:
    return stands_in(what, joint(there, beyond(near, place)))


def word_of_text(what: Selection, text: Place) -> Condition:
    return stands_in(what, text)


def before_there(what: Selection, there: Place, others: Any) -> Condition:
    """One thing somewhere before another, in a text."""
    return stands_in(what, settle(precedes(others), there))


def affirmed_without(predicate: Any, others: Patterns, place: Place) -> Any:
    """Without something beside it: not beside that."""
    return affirmed_away(predicate, beyond(others, place))


# -- sentences -------------------------------------------------------------------------------------------


def that_sentence() -> Place:
    return ThatSentence()


def mentions_together(items: Patterns) -> Condition:
    """The first one in a sentence with each of the others."""
    return one_sentence(*settled_list(items))


def one_sentence_has(items: Patterns) -> Condition:
    return Said(None, mentions_together(items))


def no_sentence_has(items: Patterns) -> Condition:
    return Not(one_sentence_has(items))


def that_section() -> Place:
    return ThatSection()


def there_again() -> Place:
    return There()


def _narrowed(clause: Condition, addition: Condition) -> Condition | None:
    """A thing that is told to stand somewhere, and to have another one beside it; None if it is told otherwise."""
    if not isinstance(clause, Said) or not isinstance(addition, Said):
        return None
    thing, other = clause.body, addition.body
    if not isinstance(thing, Mentions) or not isinstance(other, Mentions) or not isinstance(other.where, Beside):
        return None
    plain = thing.what.least == other.what.least == 1 and not any(isinstance(i, Argument) for i in thing.what.items)
    if not plain or other.where.what != (Again(),):
        return None
    beside = replace(other.where, side=OPPOSITE[other.where.side], what=other.what.items)
    place = beside if thing.where == Here() else Joint((thing.where, beside))
    return replace(clause, body=Mentions(thing.what, place))


def _of_arguments(mentions: Mentions) -> bool:
    """Whether one argument is told to stand beside another."""
    what = mentions.where.what if isinstance(mentions.where, Beside) else ()
    return all(isinstance(item, Argument) for item in (*mentions.what.items, *what))


COSTS = {
    "of_the_pair": 3,
    **dict.fromkeys(("qualified", "with_standing", "affirmed_away"), 1),
    **dict.fromkeys(("there_again", "that_sentence"), -1),
}
"""What a rule adds to the cost of a reading."""
