"""What the rules of ``sides.lark`` mean: where the arguments stand, told in passing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ...grammar.nodes import And, Compare, Condition, Interval, Not, Or
from ...primitives.base import Place, Sought
from ...primitives.entities import Entity
from ...primitives.occurrences import Occurrence
from ...primitives.patterns import Kind
from ...primitives.regions import ANYWHERE, NEXT, Beside, Between, Edge, Here, Joint, Portion
from ...primitives.relations import Argument, Chain, TextOf
from ...primitives.surroundings import Away, Bracketed
from ...primitives.text import Choice, Count, Mentions, Share
from ..assemble import conjunction, finish, settled_list
from ..settling import settle
from ..standins import Again, BothThings, Places, RefusedError, Said, Selection, checked
from ..turns import SIGNS
from .alone import WORD, only_there
from .clauses import said_of_what
from .lists import nothing, some
from .pairs import arguments_apart, order, pair_apart
from .placing import absent, joint, one_thing, where_told
from .relations import amid, both_of_pair, divides, follows_by, pair, pair_alike, pair_unlike, said_of_pair
from .single import of_others
from .two import TWO, one_near_other

# -- order -----------------------------------------------------------------------------------------------


def comes_then(one: str, other: str) -> Condition:
    return order(one, "before", other, "after")


def comes_there(name: str, side: Any, place: Place) -> Condition:
    """First or last of the arguments, and where."""
    return And((order(name, side), _stands(_choice(Argument(name)), place)))


def first_and_last(name: str, part: Place, other: str, side: str) -> Condition:
    """The first word of the text, and the last; without the text, of the two."""
    if not isinstance(part, Portion) or (part.count, part.unit) != (1, "word") or part.of == Here():
        raise RefusedError("it is not said of which text they are the first and the last word")
    end = Portion("first" if side == "after" else "last", 1, "word", part.of)
    return And(tuple(_stands(_choice(Argument(own)), place) for own, place in ((name, part), (other, end))))


def follows_within(name: str, words: float) -> Condition:
    (other,) = (own for own in order(name, "after").walk() if isinstance(own, Beside))
    there = Beside("after", Interval(None, words), other.what, Here())
    return Said(None, Mentions(Choice((Argument(name),)), there))


def opens(what: Selection, text: Place) -> Condition:
    return Said(None, finish(Mentions, {"what": what, "where": settle(Edge("start", Here()), text)}))


def closes(what: Selection, text: Place) -> Condition:
    return Said(None, finish(Mentions, {"what": what, "where": settle(Edge("end", Here()), text)}))


def comes_again(name: str) -> Condition:
    return Said(None, Compare(Count((TextOf(name),), Here()), Interval(2, None)))


# -- distance --------------------------------------------------------------------------------------------


def parted_from(one: str, other: str, what: Selection) -> Condition:
    return divides(what, one, other)


def parted_far(one: str, other: str, words: Interval) -> Condition:
    return arguments_apart(words, one, other)


def gap_exceeds(*items: Any) -> Condition:
    """The gap between two things, or the arguments."""
    words = next(item for item in items if not isinstance(item, tuple))
    pair = next((item for item in items if isinstance(item, tuple)), TWO)
    return pair_apart(pair, Interval(words, None, low_open=True))


def gap_exceeds_not(*items: Any) -> Condition:
    return Not(gap_exceeds(*items))


def no_further(words: float, other: Any) -> Place:
    return _away(Interval(None, words), other)


def further(words: float, other: Any) -> Place:
    return _away(Interval(words, None, low_open=True), other)


def _away(distance: Interval, other: Any) -> Place:
    place: Place = finish(Beside, {"side": "either", "distance": distance, "what": other, "of": Here()})
    return place


# -- places ----------------------------------------------------------------------------------------------


def between_both() -> Place:
    return Between((TWO[0],), (TWO[1],), Here())


def between_two(*items: Any) -> Place:
    *number, kind = items
    if number not in ([], [2]):
        raise RefusedError("it stands between two things")
    if kind in (Kind("parenthesis"), Kind("quotation_mark")):
        return Bracketed(Here()) if kind == Kind("parenthesis") else in_quotes()
    place: Place = finish(Between, {"left": (kind,), "right": (kind,), "of": Here()})
    return place


def in_quotes() -> Place:
    return amid(Kind("quotation_mark"))


def right_on_either_side(other: Any) -> Place:
    return _away(NEXT, other)


def within_around(words: float, other: Any) -> Place:
    return no_further(words, other)


def so_far_around(words: Interval, other: Any) -> Place:
    return _away(words, other)


def links_sides(what: Selection, *ends: tuple[Any, str]) -> Condition:
    return _stands(what, between_sides(*ends))


def right_on_each_side(other: Any) -> Any:
    return Places(tuple(follows_by(other, NEXT, side) for side in ("before", "after")), "all")


def stands_not_in(what: Selection, place: Any) -> Condition:
    return Not(_stands(absent(what), place))


def stands_in_neither(what: Selection, *places: Any) -> Condition:
    return And(tuple(stands_not_in(what, place) for place in places))


def stands_only(what: Selection, place: Any) -> Condition:
    """There, and nowhere else."""
    if isinstance(place, Places) and place.meant == "all":
        place = joint(*place.items)
    if isinstance(place, Places):
        raise RefusedError("it is not clear where else it is to be looked for")
    parts = place.parts if isinstance(place, Joint) else (place,)
    return And((_stands(what, place), *(Not(_stands(what, checked(Away(part)))) for part in parts)))


def _stands(what: Selection, place: Any) -> Condition:
    return Said(None, finish(Mentions, {"what": what, "where": place}))


def juxtaposed(one: str, middle: Any, other: str) -> Condition:
    """What is written as it stands in the text: X "and his wife" Y."""
    return _stands(_choice(Chain(settled_list((Argument(one), middle, Argument(other))))), Here())


def beside_that(side: Any) -> Place:
    return Beside(side, ANYWHERE, (Again(),), Here())


def sided(one: Any, side: str) -> tuple[Any, str]:
    return one, side


def between_sides(*ends: tuple[Any, str]) -> Place:
    """Between two things of which one is on the left and one on the right."""
    if {side for _, side in ends} != {"before", "after"}:
        raise RefusedError("one of the two is on the left, and the other on the right")
    around = [("after" if side == "before" else "before", settled_list((one,))) for one, side in ends]
    return Joint(
        tuple(finish(Beside, {"side": side, "distance": ANYWHERE, "what": one, "of": Here()}) for side, one in around)
    )


def stands_with(what: Selection, predicate: Any, other: Selection) -> Condition:
    """Each of the two is said to stand there."""
    return And(tuple(said_of_what(each, predicate) for each in (what, other)))


def two_alike() -> Condition:
    return said_of_pair(TWO, pair_alike())


def two_unlike() -> Condition:
    return said_of_pair(TWO, pair_unlike())


def anywhere_beside(what: Selection, side: Any) -> Any:
    return what, side, ANYWHERE


def right_beside(what: Selection, side: Any) -> Any:
    return what, side, NEXT


def has_on_sides(what: Selection, *items: Any) -> Condition:
    """What stands on the left of a thing, and on the right."""
    beside = ((item, Beside(side, distance, (_single(what),), Here())) for item, side, distance in items)
    return And(tuple(_stands(item, place) for item, place in beside))


def within_behind_any(words: float, one: Any, other: Any) -> Place:
    return _beside("after", Interval(None, words), one, other)


def within_ahead_any(words: float, one: Any, other: Any) -> Place:
    return _beside("before", Interval(None, words), one, other)


def right_behind_any(one: Any, other: Any) -> Place:
    return _beside("after", NEXT, one, other)


def right_ahead_any(one: Any, other: Any) -> Place:
    return _beside("before", NEXT, one, other)


def within_behind_or_ahead(words: float, one: Any, other: Any) -> Any:
    distance = Interval(None, words)
    return Places((_beside("after", distance, one), _beside("before", distance, other)), "any")


def within_ahead_or_behind(words: float, one: Any, other: Any) -> Any:
    return within_behind_or_ahead(words, other, one)


def _beside(side: str, distance: Interval, *others: Any) -> Place:
    place: Place = finish(Beside, {"side": side, "distance": distance, "what": others, "of": Here()})
    return place


def followed_within(what: Selection, words: float, others: Any) -> Condition:
    return _stands(what, _beside("before", Interval(None, words), *settled_list(others)))


def preceded_within(what: Selection, words: float, others: Any) -> Condition:
    return _stands(what, _beside("after", Interval(None, words), *settled_list(others)))


def both_stand(predicate: Any) -> Condition:
    pending, wanted, *elsewhere = predicate
    if where_told(pending) is not None and not elsewhere:
        both = Selection(((Choice((BothThings(),), 0 if wanted else 1), True),))
        return said_of_what(both, predicate)
    return And(tuple(said_of_what(_choice(own), predicate) for own in TWO))


def they_stand(predicate: Any) -> Condition:
    return both_stand((predicate, True))


def neither_stands(*pair_and_predicate: Any) -> Condition:
    predicate = pair_and_predicate[-1]
    if len(pair_and_predicate) == 1 and predicate[1]:
        return both_stand((predicate[0], False, *predicate[2:]))
    return And(tuple(Not(said_of_what(_choice(own), predicate)) for own in TWO))


def patterns_apart(words: Interval, one: Any, other: Any) -> Condition:
    return pair_apart(pair(one, other), words)


def some_there(place: Any, items: Any) -> Condition:
    return _stands(some(items), place)


def before_both(names: tuple[str, ...]) -> Place:
    return _each("before", names)


def after_both(names: tuple[str, ...]) -> Place:
    return _each("after", names)


def _each(side: Any, names: tuple[str, ...]) -> Place:
    place: Place = finish(Beside, {"side": side, "distance": ANYWHERE, "what": both_of_pair(names), "of": Here()})
    return place


def after_touching(one: Any, other: Any) -> Place:
    return _beside("after", ANYWHERE, Chain(settled_list((other, one))))


def before_touching(one: Any, other: Any) -> Place:
    return _beside("before", ANYWHERE, Chain(settled_list((one, other))))


def stands_nowhere(what: Selection, text: Place | None = None) -> Condition:
    return Not(_stands(what, text or Here()))


def nowhere_is(text: Place, what: Selection) -> Condition:
    return stands_nowhere(what, text)


def here_not_there(what: Selection, here: Any, there: Any) -> Condition:
    one_thing(what, there)
    return And((_stands(what, here), Not(_stands(what, there))))


def one_beside_other(*_: Any) -> Condition:
    return Said(None, one_near_other(TWO, NEXT))


def not_but(unwanted: Any, wanted: Any) -> Selection:
    return Selection((*some(wanted).parts, *nothing(unwanted).parts))


# -- so many ---------------------------------------------------------------------------------------------


def counted_there(amount: Interval, kinds: Any, place: Any) -> Condition:
    return Said(None, finish(Count, {"what": kinds, "where": place, "amount": amount}))


def has_and_has(one: Place, amount: Interval, kinds: Any, other: Place, many: Interval) -> Condition:
    counts = ((one, amount), (other, many))
    return And(tuple(Said(own, finish(Count, {"what": kinds, "where": Here(), "amount": n})) for own, n in counts))


def counted_here_and_there(*items: Any) -> Condition:
    """So many before the one, and so many after the other."""
    return And((counted_there(*items[:3]), counted_there(*items[3:])))


def quoted_times(amount: Interval, item: Any, place: Any = None) -> Condition:
    return counted_there(amount, (item,), place or Here())


def mentions_so_often(amount: Interval, item: Any) -> Condition:
    counted: Condition = finish(Count, {"what": (item,), "where": Here(), "amount": amount})
    return counted


def repeated_there(what: Selection, place: Any) -> Condition:
    """All, any or none of several things, each by itself."""
    choice, wanted = what.parts[0]
    if len(what.parts) != 1 or any(item.category == "kind" for item in choice.items):
        raise RefusedError("it is not clear what is repeated")
    found = [counted_there(Interval(2, None), (item,), place) for item in choice.items]
    if len(found) > 1 and choice.least == 1:
        return Or(tuple(found)) if wanted else conjunction([Not(one) for one in found])
    if choice.least != len(found):
        raise RefusedError("it is not clear what is repeated")
    return conjunction(found if wanted else [Not(one) for one in found])


def is_repeated(what: Selection) -> Condition:
    return repeated_there(what, Here())


def is_not_repeated(what: Selection) -> Condition:
    """Of several things, none is."""
    choice, wanted = what.parts[0]
    if not wanted:
        raise RefusedError("it is not clear what is not repeated")
    return repeated_there(Selection(((replace(choice, least=1), False),)), Here())


def so_many_follow(amount: Interval, kinds: Any, others: Any) -> Condition:
    return counted_there(amount, kinds, _beside("after", ANYWHERE, *settled_list(others)))


def so_many_precede(amount: Interval, kinds: Any, others: Any) -> Condition:
    return counted_there(amount, kinds, _beside("before", ANYWHERE, *settled_list(others)))


def followed_by_so_many(what: Selection, amount: Interval, kinds: Any) -> Condition:
    return so_many_follow(amount, kinds, (_single(what),))


def preceded_by_so_many(what: Selection, amount: Interval, kinds: Any) -> Condition:
    return so_many_precede(amount, kinds, (_single(what),))


def has_before_it(name: str, amount: Interval, kinds: Any) -> Condition:
    return so_many_precede(amount, kinds, (Argument(name),))


def has_after_it(name: str, amount: Interval, kinds: Any) -> Condition:
    return so_many_follow(amount, kinds, (Argument(name),))


def all_such(place: Any, kinds: Any) -> Condition:
    """There are words, and all of them are such."""
    values = {"part": kinds, "whole": WORD, "where": place, "share": Interval(1, 1)}
    return Said(None, finish(Share, values))


def only_such(kinds: Any, place: Any) -> Condition:
    listed = settled_list(kinds)
    if listed == WORD:
        raise RefusedError("all of them are words")
    if any(isinstance(kind, Kind) and kind.name in SIGNS for kind in listed):
        return only_there(Selection(((Choice(listed), True),)), place)
    return all_such(place, kinds)


def none_there(place: Any, kinds: Any) -> Condition:
    return Not(_stands(Selection(((Choice(settled_list(kinds)), True),)), place))


# -- what stands before or after something ---------------------------------------------------------------


def holds_aside(what: Selection) -> Any:
    return lambda place: _stands(what, place)


def lacks_aside(what: Selection) -> Any:
    return lambda place: Not(_stands(what, place))


def empty_aside() -> Any:
    return lambda place: Not(_stands(Selection(((Choice(WORD), True),)), place))


def counted_aside(amount: Interval, kinds: Any) -> Any:
    return lambda place: counted_there(amount, kinds, place)


def said_of_before(other: Any, said: Any) -> Condition:
    condition: Condition = said(_beside("before", ANYWHERE, other))
    return condition


def said_of_after(other: Any, said: Any) -> Condition:
    condition: Condition = said(_beside("after", ANYWHERE, other))
    return condition


# -- one of several --------------------------------------------------------------------------------------


def first_of(item: Any) -> Sought:
    return _one_of(item, "first")


def last_of(item: Any) -> Sought:
    return _one_of(item, "last")


def _one_of(item: Any, side: str) -> Sought:
    made: Sought = finish(Occurrence, {"what": item, "side": side})
    return made


# -- others ----------------------------------------------------------------------------------------------


def besides_one(clause: Condition, name: str) -> Condition:
    """Other people, places, ... than the arguments are spoken of already."""
    if not any(isinstance(own, Entity) for own in clause.walk()):
        raise RefusedError("only people, places and other entities can be told from both arguments")
    others: Condition = of_others(clause)
    return others


def _single(what: Selection) -> Sought:
    """The only thing that is meant."""
    if len(what.parts) != 1 or not what.parts[0][1] or len(what.parts[0][0].items) != 1:
        raise RefusedError("only a single thing can be meant here")
    return what.parts[0][0].items[0]


def _choice(item: Sought) -> Selection:
    return Selection(((Choice((item,)), True),))


COSTS = {
    **dict.fromkeys(("within_behind_any", "within_ahead_any", "right_behind_any", "right_ahead_any"), -3),
    **dict.fromkeys(("within_behind_or_ahead", "within_ahead_or_behind", "after_touching", "before_touching"), -3),
    **dict.fromkeys(("quoted_times", "mentions_so_often", "both_stand", "neither_stands", "stands_not_in"), 2),
    **dict.fromkeys(("stands_in_neither", "besides_one", "here_not_there", "not_but", "has_and_has"), 2),
    "counted_here_and_there": -1,
    "stands_only": 1,
    **dict.fromkeys(("first_of", "last_of"), 3),
}
"""What a rule adds to the cost of a reading."""
