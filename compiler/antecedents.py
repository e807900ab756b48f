"""What a clause leaves to be spoken of: what "it", "there", "them" or "that sentence" may stand for behind it."""

from __future__ import annotations

from typing import Any, TypeGuard

from ..grammar.nodes import Compare, Condition, Interval, Quantity
from ..primitives.arithmetic import Remainder
from ..primitives.base import Place, Sought
from ..primitives.patterns import Kind, Sentence
from ..primitives.regions import Beside, Between, Edge, Here, Joint, Stretch, Whole
from ..primitives.relations import Argument, Around, Inside
from ..primitives.sections import Heading, Section
from ..primitives.text import Choice, Count, Mentions, Share
from .standins import Again, RefusedError


def topic_of(place: Place) -> Place:
    """What "it" stands for behind a clause: an argument, its sentence, a section, a column, or the text."""
    within = place
    while not isinstance(within, Section) and within is not within.root:
        within = getattr(within, "of", within.root)
    if isinstance(within, Section):
        return within
    return place.root if isinstance(place.root, (Inside, Around, Whole)) else Whole()


def it_beside(condition: Condition) -> Sought | None:
    """What a pronoun in the next clause stands for: the only argument, or without one the only thing sought."""
    nodes = list(condition.walk())
    arguments = {node.name for node in nodes if isinstance(node, (Argument, Inside))}
    if len(arguments) == 1:
        return Argument(arguments.pop())
    sought = {item for node in nodes if isinstance(node, Choice) for item in node.items}
    sought |= {item for node in nodes if isinstance(node, Count) for item in node.what}
    sought -= {item for item in sought if isinstance(item, Argument)}
    return sought.pop() if len(sought) == 1 else Again()


def former_of(said: Condition) -> Sought | None:
    """The one thing of which it is told where it stands or that it is there, or the argument whose text is told of."""
    found = {own.what.items for own in said.walk() if isinstance(own, Mentions) and isinstance(own.where.root, Whole)}
    found = found or set(filter(None, map(_counted_once, said.walk())))
    if found:
        items = found.pop()
        return items[0] if len(items) == 1 and not found else None
    names = {own.name for own in said.walk() if isinstance(own, Inside)}
    return Argument(names.pop()) if len(names) == 1 else None


def standing_in(said: Condition, before: Place | None) -> Place | None:
    """The text of the one argument of which it is told where it stands."""
    if not about_argument(said):
        return before
    names = {
        item.name for own in said.walk() if isinstance(own, Choice) for item in own.items if isinstance(item, Argument)
    }
    return Inside(names.pop()) if len(names) == 1 else None


def thing_of(condition: Condition) -> Sought | None:
    """The only thing in a clause that is no argument."""
    found = {node for node in condition.walk() if isinstance(node, Sought) and not isinstance(node, (Argument, Again))}
    return found.pop() if len(found) == 1 else None


def _counted_once(condition: Any) -> tuple[Sought, ...]:
    """What a text is told to have one of: exactly one, or at least."""
    if not isinstance(condition, Compare) or not isinstance(condition.quantity, Count):
        return ()
    whole, counted = condition.interval.over_integers(), condition.quantity
    return counted.what if whole.low == 1 and whole.high in (1, None) and isinstance(counted.where.root, Whole) else ()


def order_of(condition: Condition) -> tuple[Sought, Sought] | None:
    """The two things of which one is told to stand beside the other; of an argument only beside an argument."""
    ones, others = sides_of(condition) or ((), ())
    if len(ones) != 1 or len(others) != 1 or isinstance(ones[0], Argument) != isinstance(others[0], Argument):
        return None
    return ones[0], others[0]


def which_of(last: Condition | None) -> Place | None:
    """What a relative clause tells of behind one that tells where a thing stands: the argument beside which it does."""
    if not isinstance(last, Mentions) or not isinstance(last.where, (Beside, Between, Joint)):
        return None
    beside = last.where.what if isinstance(last.where, Beside) else ()
    if len(beside) != 1 or not isinstance(beside[0], Argument):
        raise RefusedError("it is not clear of what that is told")
    return Inside(beside[0].name)


def sides_of(condition: Condition) -> tuple[tuple[Sought, ...], tuple[Sought, ...]] | None:
    """What is told to stand beside something, and beside what."""
    stand = (own for own in condition.walk() if isinstance(own, Mentions) and own.what.least == 1)
    return next(((own.what.items, own.where.what) for own in stand if isinstance(own.where, Beside)), None)


def place_of(spoken_of: Mentions | Count) -> Place:
    """What "there" stands for: between two things, or else the text or its part in which something was looked for."""
    place = spoken_of.where
    while not isinstance(place, (Stretch, Between)):
        place = getattr(place, "of", place.root)
    return place


def lists_of(condition: Condition) -> list[Choice]:
    """The lists of several things that are sought."""
    return [node for node in condition.walk() if isinstance(node, Choice) and len(node.items) > 1]


def any_listed_of(condition: Condition) -> tuple[Sought, ...]:
    """The one list of which it is said that any is there, or beside which a thing is said to stand."""
    lists = lists_of(condition)
    if isinstance(condition, Mentions) and not lists and isinstance(condition.where, Beside):
        beside = condition.where.what
        return beside if len(beside) > 1 and not any(isinstance(item, Argument) for item in beside) else ()
    told = isinstance(condition, Mentions) and len(lists) == 1 and lists[0].least == 1
    return lists[0].items if told else ()


def section_there(said: Condition) -> Section | None:
    """The section of which it is said that it is there."""
    alone = said.what.items if isinstance(said, Mentions) and len(said.what.items) == 1 else ()
    if not isinstance(said, Mentions) or not alone or not isinstance(alone[0], Heading):
        return None
    place = Whole() if said.where == Here() else said.where
    return Section(alone[0].name, place) if isinstance(place, Whole) else None


def single_sentence(told: Any) -> Place | None:
    """The text of which it is told that it is one sentence."""
    if not isinstance(told, Compare) or told.interval.over_integers() != Interval(1, 1):
        return None
    return told.quantity.where if isinstance(told.quantity, Count) and told.quantity.what == (Sentence(),) else None


def measured_by(quantity: Quantity) -> Quantity | None:
    """What a clause says a number of: its column, not that with which it is compared."""
    own = getattr(quantity, "left", quantity.of if isinstance(quantity, Remainder) else quantity)
    return own if getattr(own, "column", None) else None


def counts_words(condition: Any) -> TypeGuard[Compare]:
    """Whether it tells how many words there are."""
    return (
        isinstance(condition, Compare)
        and isinstance(condition.quantity, Count)
        and condition.quantity.what == (Kind("word"),)
    )


def about_argument(condition: Any) -> bool:
    """Whether it tells where an argument stands."""
    sought = [item for node in condition.walk() if isinstance(node, Choice) for item in node.items]
    return bool(sought) and all(isinstance(item, Argument) for item in sought)


def about_writing(condition: Condition) -> bool:
    """Whether it tells how the whole of something is written, capitalised or in capitals, which is told of words."""
    observed = [own for own in condition.walk() if isinstance(own, (Mentions, Share))]
    return bool(observed) and all(
        own.whole == (Kind("letter"),)
        if isinstance(own, Share)
        else isinstance(own.where, Edge) and own.what.items == (Kind("capitalised_word"),)
        for own in observed
    )
