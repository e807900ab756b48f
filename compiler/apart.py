"""How few words lie between two things, one of which is sought: where it does not occur, none lie there.

"There are at most two words between 'terrible' and X" tells that they are near each other, and so that both occur.
What is said of the text ("it has at most two words between ...") tells only what it has there.
"""

from __future__ import annotations

from ..grammar.nodes import Compare, Condition, Interval, Not
from ..primitives.base import Place
from ..primitives.patterns import Kind
from ..primitives.regions import Beside, Between, Whole
from ..primitives.relations import Argument
from ..primitives.text import Choice, Count, Mentions

WORD = Kind("word")


def told_apart(told: Condition) -> Condition:
    """What is told of how few words there are between two things, as what stands so near."""
    if isinstance(told, Compare) and isinstance(told.quantity, Count) and told.quantity.what == (WORD,):
        amount = told.interval.over_integers()
        few = amount.low in (None, 0) and amount.high is not None and amount.high >= 0
        return _near(told.quantity.where, amount.high or 0, told) if few else told
    if isinstance(told, Not) and isinstance(told.item, Mentions) and no_words(told):
        return _near(told.item.where, 0, told)
    return told


def no_words(told: Condition) -> bool:
    """Whether it is told that there are no words somewhere."""
    return isinstance(told, Not) and isinstance(told.item, Mentions) and told.item.what == Choice((WORD,), 1)


def _near(place: Place, most: float, told: Condition) -> Condition:
    """Two things, one of them no argument, with so many words between them at most."""
    if not isinstance(place, Between) or place.of != Whole():
        return told
    one, other = place.left, place.right
    if any(isinstance(item, Argument) for item in one):
        one, other = other, one
    if any(isinstance(item, Argument) for item in one) or not set(one).isdisjoint(other):
        return told
    return Mentions(Choice(one, 1), Beside("either", Interval(1, most + 1), other, place.of))
