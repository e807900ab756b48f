"""What the rules of ``succession.lark`` mean: what comes behind what."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ...grammar.nodes import And, Condition, Interval, Not
from ...primitives.base import Place, Sought
from ...primitives.regions import ANYWHERE, NEXT, Beside, Between, Here, Joint, Portion, Whole
from ...primitives.relations import Argument, Chain, Series
from ...primitives.text import Choice, Count, Mentions
from ..argument_names import Unnamed
from ..assemble import choose, finish, settled_list
from ..standins import Again, Former, InTurn, It, RefusedError, Said, Selection, ThatPhrase, checked
from .alone import WORD, Pair
from .relations import follows_by, found_there, said_of_pair
from .single import series_of, singles


def between_in_order(what: Selection, pair: Pair) -> Condition:
    """Behind the one and before the other."""
    if any(choice.least > 1 for choice, _ in what.parts):
        raise RefusedError("it is not clear which of them stand in this order")
    left, right = pair
    sides = (follows_by((left,), ANYWHERE), follows_by((right,), ANYWHERE, "before"))
    return Said(None, finish(Mentions, {"what": what, "where": Joint(sides)}))


def pair_in_order(pair: Pair, predicate: tuple[Any, ...]) -> Condition:
    """How far apart they are, or that they share a sentence; and the first one stands before the other."""
    meaning, wanted, *rest = predicate
    left, right = pair
    distance = ANYWHERE
    if meaning in ("apart", "near") and wanted and not (left.single and right.single):
        low, high = ((None if end is None else end + (meaning == "apart")) for end in (rest[0].low, rest[0].high))
        distance = replace(rest[0], low=low, high=high)
    ordered = Mentions(Choice((left,)), Beside("before", distance, (right,), Here()))
    if distance != ANYWHERE:
        return Said(None, ordered)
    if not (left.single and right.single):
        raise RefusedError("it is not clear which of them stand in this order")
    return And((said_of_pair(pair, predicate), Said(None, ordered)))


# -- what two things have between them ---------------------------------------------------------------------


def these_two() -> str:
    return ""


def those_meant(names: tuple[str, ...]) -> str:
    if not isinstance(names, Unnamed):
        raise RefusedError("the arguments are meant")
    return ""


def so_many_amid(words: Interval, kinds: Any, *_: str) -> Any:
    """So far apart, or with so many of a kind."""

    def told(ordered: Mentions) -> Mentions | Condition:
        beside = _beside(ordered)
        if settled_list(kinds) != WORD:
            return finish(Count, {"what": kinds, "where": _amid(ordered), "amount": words})  # type: ignore[no-any-return]
        if beside.distance == NEXT and words == Interval(0, 0):
            return ordered
        if beside.distance != ANYWHERE:
            raise RefusedError("it is told twice how far apart they are")
        low, high = (None if end is None else end + 1 for end in (words.low, words.high))
        apart = Interval(low, high, words.low_open, words.high_open)
        return Mentions(ordered.what, checked(replace(beside, distance=apart)))

    return told


def at_most_amid(words: float, kinds: Any, *_: str) -> Any:
    return so_many_amid(Interval(None, words), kinds)


def at_least_amid(words: float, kinds: Any, *_: str) -> Any:
    return so_many_amid(Interval(words, None), kinds)


def none_amid(*kinds: Any) -> Any:
    none = kinds[0] if kinds and kinds[0] else WORD
    return so_many_amid(Interval(0, 0), none)


def something_amid(what: Selection, *_: str) -> Any:
    return lambda ordered: finish(Mentions, {"what": what, "where": _amid(ordered)})


def only_amid(what: Selection, *_: str) -> Any:
    """The one, this, and the other, with no word between them but those of this."""

    def told(ordered: Mentions) -> Mentions:
        beside = _beside(ordered)
        if beside.distance != ANYWHERE or beside.side == "either":
            raise RefusedError("it is not clear in which order they stand")
        ends = (ordered.what.items, beside.what)
        first, last = ends if beside.side == "before" else ends[::-1]
        chains = [Chain((one, middle, other)) for one in first for middle in singles(what) for other in last]
        return Mentions(choose(tuple(chains), 1), beside.of)

    return told


def amid_these(clause: Condition, told: Any) -> Condition:
    """Two things in order, of which one at least is no argument, and what is between them."""
    ordered = clause.body if isinstance(clause, Said) and clause.subject is None else None
    if not isinstance(ordered, Mentions) or ordered.what.least != 1 or not isinstance(ordered.where, Beside):
        raise RefusedError("it is not clear between what it is")
    if all(isinstance(item, Argument) for item in (*ordered.what.items, *ordered.where.what)):
        raise RefusedError("the arguments are meant")
    more = told(ordered)
    if isinstance(more, Mentions) and more.where != _amid(ordered):
        return Said(None, more)
    return And((clause, Said(None, more)))


amid_these_rather = amid_these


def none_amid_these(clause: Condition, *kinds: Any) -> Condition:
    return amid_these(clause, none_amid(*kinds))


# -- one behind the other --------------------------------------------------------------------------------


def not_reversed(clause: Condition) -> Condition:
    """What stands before another does not stand behind it."""
    body = clause.body if isinstance(clause, Said) else clause
    ordered = isinstance(body, Mentions) and isinstance(body.where, Beside) and body.where.side != "either"
    if not ordered:
        raise RefusedError("it is not clear which way round that is")
    return clause


def in_order(*items: Any) -> Condition:
    """One step behind the other; each is a thing, or one of several."""
    if any(isinstance(item, Place) and item != Whole() for item in items):
        raise RefusedError("it is not clear in which text they stand")
    steps = [item for item in items if not isinstance(item, Place)]
    return _found(*series_of(steps[0] if len(steps) == 1 else steps))


def in_order_there_too(*items: Any) -> Condition:
    *steps, place = items
    return _found(*(InTurn(series.parts) for series in series_of(steps)), place=place)


def in_turn(*steps: Any) -> Selection:
    """One step behind the other, where it is told where they stand."""
    return Selection(((Choice(tuple(InTurn(series.parts) for series in series_of(steps))), True),))


def in_a_chain(*steps: Any) -> Condition:
    """One step right behind the other."""
    return _found(*(Chain(series.parts) for series in series_of(steps)))


def in_that_order(clause: Condition) -> Condition:
    """Several things come as they are listed; one between two has the first before it, the second behind it."""
    several = [own for own in clause.walk() if isinstance(own, Mentions) and len(own.what.items) > 1]
    if isinstance(clause, Said) and several == [clause.body] and several[0].what.least == len(several[0].what.items):
        return replace(clause, body=Mentions(Choice((Series(several[0].what.items),)), several[0].where))
    places = {own for own in clause.walk() if isinstance(own, Between)}
    denied = any(isinstance(own, Not) for own in clause.walk())
    ends = [end for place in places for end in (*place.left, *place.right)]
    if denied or len(ends) != 2:
        raise RefusedError("it is not clear what comes in this order")
    left, right = ends
    return And((clause, Said(None, Mentions(Choice((left,)), Beside("before", ANYWHERE, (right,), Here())))))


def run_there(place: Place, *items: Any) -> Condition:
    """Several things one right after the other."""
    return _found(Chain(settled_list(items)), place=place)


def goes_on_there(place: Place, *what: Any) -> Condition:
    return found_there(what[-1], place)


def next_after_that(clause: Condition, what: Selection) -> Condition:
    """What the clause tells of, with something else as the next word."""
    body = clause.body if isinstance(clause, Said) else clause
    if not isinstance(body, Mentions) or body.what.least != 1:
        raise RefusedError("it is not clear behind what that word stands")
    items, where = body.what.items, body.where
    if isinstance(where, Beside) and where.side == "before":  # "x is followed by y" is "y is after x"
        items, where = where.what, replace(where, side="after", what=items)
    if isinstance(where, Beside) and where.side != "after":
        raise RefusedError("it is not clear behind what that word stands")
    behind = tuple(singles(what))
    pairs = Choice(tuple(_touching(item, other) for item in items for other in behind))
    told = Mentions(pairs, _longer(where, behind))
    if isinstance(clause, Said):
        return replace(clause, body=told, subject=_longer(clause.subject, behind))
    return told


def clause_then(clause: Condition, other: Condition) -> Condition:
    """A clause that says where something stands needs no order."""
    same = isinstance(other, Said) and (other.subject is None or isinstance(other.subject, It))
    body = other.body if isinstance(other, Said) and same else other
    first = clause.body if isinstance(clause, Said) else clause
    behind = any(isinstance(own, (Again, Former, ThatPhrase)) for own in other.walk())
    if any(isinstance(own, Mentions) and own.where == Here() for own in ((body,) if behind else (first, body))):
        raise RefusedError("it is not clear behind what that stands")
    return And((clause, other))


def after_and_then(what: Selection, anchor: Any, later: Selection) -> Condition:
    """A thing right behind another, and a third one behind both."""
    first, *ones = settled_list((anchor, *singles(what)))
    return _found(*(Series((Chain((first, one)), item)) for one in ones for item in singles(later)))


def _longer(place: Any, behind: tuple[Any, ...]) -> Any:
    """The first words of a text, with those that stand right behind them, which are all equally many."""
    if not isinstance(place, Portion) or (place.side, place.unit) != ("first", "word"):
        return place
    words = {each.words for each in behind}
    if None in words or len(words) > 1:
        raise RefusedError("it is not clear how many words stand behind the first")
    return replace(place, count=place.count + words.pop())


def _beside(ordered: Mentions) -> Beside:
    assert isinstance(ordered.where, Beside)
    return ordered.where


def _amid(ordered: Mentions) -> Place:
    """Between the one thing and the other."""
    beside = _beside(ordered)
    return Between(ordered.what.items, beside.what, beside.of)


def _found(*items: Sought, place: Place | None = None) -> Condition:
    return Said(None, finish(Mentions, {"what": Choice(items), "where": place or Here()}))


def _touching(one: Sought, other: Sought) -> Sought:
    """The one with the other right behind it."""
    if isinstance(one, Series):
        *before, last = one.parts
        return Series((*before, _touching(last, other)))
    return Chain((*one.parts, other) if isinstance(one, Chain) else (one, other))


COSTS = {
    "in_a_chain": -3,
    **dict.fromkeys(("amid_these", "none_amid_these"), -3),
    "amid_these_rather": 8,
    "in_order": 1,
    "in_turn": 1,
    "after_and_then": -1,
    "in_that_order": 1,
    "clause_then": 4,
    "run_there": -3,
    "goes_on_there": -1,
    "next_after_that": -2,
}
"""What a rule adds to the cost of a reading."""
