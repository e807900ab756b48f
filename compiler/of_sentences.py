"""What is told of the sentences that were counted: "more than three sentences, and one of them mentions x"."""

from __future__ import annotations

from ..grammar.nodes import Compare, Condition, Interval, Not
from ..primitives.base import Place
from ..primitives.patterns import Sentence
from ..primitives.regions import Edge, Here
from ..primitives.sentences import SentenceWith
from ..primitives.text import Choice, Count, Mentions, Share
from .standins import It, OfTexts, RefusedError


def sentences_counted(told: Condition | None) -> Place | None:
    """Where sentences were counted of which one may be spoken of then."""
    if not isinstance(told, Compare) or not isinstance(told.quantity, Count):
        return None
    return told.quantity.where if told.quantity.what == (Sentence(),) else None


def of_sentences(told: OfTexts, place: Place) -> Condition:
    """What holds if it is told of any, all or none of the sentences there."""
    body = told.body
    if not isinstance(body, Mentions):
        raise RefusedError("it is not clear what is told of these sentences")
    where = body.where
    if isinstance(where, Edge) and where.of == Here():
        sentence = SentenceWith(body.what, where.side)
    elif where in (Here(), It()):
        sentence = SentenceWith(body.what)
    else:
        raise RefusedError("it is not clear what is told of these sentences")
    if told.meant == "all":
        return Compare(Share((sentence,), (Sentence(),), place), Interval(1, 1))
    found = Mentions(Choice((sentence,)), place)
    return found if told.meant == "any" else Not(found)
