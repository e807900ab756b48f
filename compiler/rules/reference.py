"""What the rules of ``reference.lark`` mean: restatements, pronouns, and what is added with "with" and "without"."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ...grammar.nodes import And, Compare, Condition, Interval, Not, Or
from ...primitives.base import Place, Sought
from ...primitives.patterns import Words
from ...primitives.regions import ANYWHERE, NEXT, OPPOSITE, Beside, Between, Here, Joint, Side
from ...primitives.relations import Argument, Chain, Inside, Series
from ...primitives.surroundings import Away
from ...primitives.text import Choice, Count, Mentions
from ..antecedents import section_there
from ..assemble import Pending, finish, settled_list
from ..resolve import of_them
from ..settling import settle
from ..standins import (
    About,
    Again,
    Counted,
    Former,
    PartOf,
    Patterns,
    RefusedError,
    Said,
    Selection,
    ThatPhrase,
    Them,
    There,
    checked,
)
from .clauses import composed, said_of_text, said_of_what, stands_in
from .lists import listed, nothing, some_of_all
from .placing import beside_the_words, beyond, joint, tells_of_words, where_told
from .relations import follows_by

# -- once more -------------------------------------------------------------------------------------------


def restated(first: Condition, again: Condition) -> Condition:
    """What says the same twice means what holds in both, for one and the same argument if either is meant."""
    section = section_there(first.body if isinstance(first, Said) else first)
    if section is not None:  # "Findings: ..."
        return About(section, again)
    if _denied(first) and isinstance(again, Said) and again.subject is None and isinstance(again.body, Mentions):
        raise RefusedError("it is not clear whether what is said behind it is denied too")
    either = _either(first)
    if not either or not any(isinstance(node, Again) for node in again.walk()):
        return And((first, again))
    return Or(tuple(And((_put(first, own), _put(again, own))) for own in either))


def about_these(items: Any, clause: Condition) -> Condition:
    """A list, and then what is said of any, all or none of "them"."""
    found = settled_list(listed(items))

    def named(item: Any) -> Any:
        if isinstance(item, Choice) and item.items == (Them(),):
            return of_them(found, item)
        return item.map(named)

    if not any(isinstance(node, Them) for node in clause.walk()):
        raise RefusedError("it is not said what is meant of the list")
    said: Condition = named(clause)
    return said


def restated_there(what: Selection, predicate: Any, place: Place) -> Condition:
    _, wanted, *_ = predicate
    if not wanted:
        raise RefusedError("it is not clear what is not there")
    return And((said_of_what(what, predicate), stands_in(what, place)))


def so_is(one: Place, predicate: Condition, other: Place) -> Condition:
    return And((said_of_text(one, predicate), said_of_text(other, predicate)))


so_is_too = so_is


def so_but_is(one: Place, predicate: Condition, other: Place) -> Condition:
    """What is denied of the one is said of the other."""
    own = predicate.item if isinstance(predicate, Not) else predicate
    return And((said_of_text(one, predicate), said_of_text(other, own)))


def so_but_stands(one: Selection, predicate: Any, other: Selection) -> Condition:
    """What is denied of the one is said of the other."""
    things = [item for choice, _ in other.parts for item in choice.items]
    if len({isinstance(item, Argument) for item in things}) > 1:
        raise RefusedError("an argument and words are not told of together")
    pending, _, *rest = predicate
    return And((said_of_what(one, predicate), said_of_what(other, (pending, True, *rest))))


def none_but_stands(items: Any, predicate: Any, other: Selection) -> Condition:
    return And((said_of_what(nothing(items), predicate), said_of_what(other, predicate)))


def there_not_but_is(one: Selection, place: Place, other: Selection) -> Condition:
    return And((Not(stands_in(one, place)), stands_in(other, place)))


def is_and_stands(root: Place, predicate: Condition, where: Any) -> Condition:
    """What is told of an argument, and where it stands."""
    if not isinstance(root, Inside):
        raise RefusedError("it is not clear what stands there")
    argument = Selection(((Choice((Argument(root.name),)), True),))
    return And((said_of_text(root, predicate), said_of_what(argument, where)))


def so_stands(one: Selection, predicate: Any, other: Selection) -> Condition:
    return And((said_of_what(one, predicate), said_of_what(other, predicate)))


def nor_stands(one: Selection, predicate: Any, other: Selection) -> Condition:
    if predicate[1]:
        raise RefusedError("nothing is denied before")
    return so_stands(one, predicate, other)


def it_stands(predicate: Any) -> Condition:
    return said_of_what(Selection(((Choice((Former(),)), True),)), predicate)


def that_stands(predicate: Any) -> Condition:
    return said_of_what(Selection(((Choice((ThatPhrase(),)), True),)), predicate)


def and_later_there(clause: Condition, what: Selection, place: Place) -> Condition:
    """Something somewhere, behind the words that were spoken of."""
    behind = finish(Beside, {"side": "after", "distance": ANYWHERE, "what": (ThatPhrase(),), "of": Here()})
    return And((clause, stands_in(what, behind if place == Here() else joint(place, behind))))


def and_later_so(clause: Condition, what: Selection, predicate: Any) -> Condition:
    pending, wanted, *elsewhere = predicate
    where = where_told(pending)
    if not wanted or elsewhere or where is None:
        raise RefusedError("it is not clear what is not there")
    return and_later_there(clause, what, where)


def so_far_behind(distance: Interval, what: Selection) -> Condition:
    """Something so many words behind what the clause before was about."""
    behind = finish(Beside, {"side": "after", "distance": distance, "what": (Former(),), "of": Here()})
    return stands_in(what, behind)


def part_of_one(*wholes: str) -> Condition:
    what = Choice(tuple(PartOf(Words(whole)) for whole in wholes))
    return Said(None, finish(Mentions, {"what": what, "where": There()}))


def part_of_none(*wholes: str) -> Condition:
    return Not(part_of_one(*wholes))


def not_part_of(clause: Condition, *wholes: str) -> Condition:
    return And((clause, part_of_none(*wholes)))


def stands_so(what: Selection, *predicates: Any) -> Condition:
    return And(tuple(said_of_what(what, predicate) for predicate in predicates))


def stands_and_stands(what: Selection, place: Place, predicate: Any) -> Condition:
    """One and the same occurrence is at both places."""
    pending, wanted, *elsewhere = predicate
    where = where_told(pending)
    if not wanted or elsewhere or where is None:
        raise RefusedError("it is not clear what is not there")
    if isinstance(place, Beside) and isinstance(where, (Beside, Between)):  # "'a' before 'b' or 'c' is after X"
        return stands_in(what, joint(place, where))
    return stands_in(what, place if isinstance(where, Here) else composed(place, where))


def stands_away(what: Selection, predicate: Any, place: Place) -> Condition:
    return stands_and_stands(what, checked(Away(place)), predicate)


def stands_without(what: Selection, predicate: Any, others: Patterns, place: Place) -> Condition:
    return stands_away(what, predicate, beyond(others, _beside_it(place, what)))


def stands_not(what: Selection, predicate: Any, other: Selection) -> Condition:
    pending, wanted, *_ = predicate
    if not wanted:
        raise RefusedError("it is denied of both")
    return And((said_of_what(what, predicate), said_of_what(other, (pending, False))))


def but_none_there(clause: Condition, what: Selection, place: Place | None = None) -> Condition:
    return And((clause, Said(None, Not(finish(Mentions, {"what": what, "where": place or There()})))))


def but_none_beside(clause: Condition, items: Any, place: Place) -> Condition:
    """Without something beside the words that were told of."""
    if not isinstance(place, Beside) or place.what != (Again(),) or not tells_of_words(clause):
        raise RefusedError("it is not clear beside what it is not")
    return but_none_there(clause, some_of_all(items), beside_the_words(place))


def and_none_there(clause: Condition, what: Selection) -> Condition:
    """Not the other thing there; behind what something stands beside, it may be another of that."""
    if any(isinstance(own, Beside) for own in clause.walk()):
        raise RefusedError("it is not clear what is denied")
    return but_none_there(clause, what)


def stands_apart(what: Selection, place: Place) -> Condition:
    return stands_in(what, place)


def stands_turned(place: Place, what: Selection) -> Condition:
    if place == There():
        raise RefusedError('"there is" points at no place')
    return stands_in(what, place)


def stands_turned_briefly(place: Place, what: Selection) -> Condition:
    return stands_in(what, place)


def stands_turned_there(place: Place, what: Selection, there: Place) -> Condition:
    if isinstance(place, Beside) and isinstance(there, Beside) and there.what == (Again(),):
        if (place.side, place.distance) != (there.side, ANYWHERE):
            raise RefusedError("it is not clear how far away it is")
        return stands_turned(replace(place, distance=there.distance), what)  # "within the next four words"
    return stands_turned(place if place == There() else composed(place, there), what)


def has_as_many(one: Place, amount: Interval, kinds: Patterns, other: Place, many: Interval) -> Condition:
    counted = settled_list(kinds)
    parts = [Said(own, Compare(Count(counted, Here()), number)) for own, number in ((one, amount), (other, many))]
    return And(tuple(parts))


def is_but_not(predicate: Condition, denied: Condition) -> Condition:
    if isinstance(predicate, Pending) or isinstance(denied, Pending):
        raise RefusedError("it is not clear what is not there")
    return And((predicate, Not(denied)))


# -- what stands beside what -----------------------------------------------------------------------------


def followed_by(other: Any) -> tuple[str, Interval, Sought]:
    return "before", ANYWHERE, settled_list((other,))[0]


def followed_right_by(other: Any) -> tuple[str, Interval, Sought]:
    return "before", NEXT, settled_list((other,))[0]


def preceded_by(other: Any) -> tuple[str, Interval, Sought]:
    return "after", ANYWHERE, settled_list((other,))[0]


def preceded_right_by(other: Any) -> tuple[str, Interval, Sought]:
    return "after", NEXT, settled_list((other,))[0]


def follows_likewise(one: Selection, first: Any, other: Selection, second: Any) -> Condition:
    """What is told of how two things stand beside others, once for both."""
    side, distance, neighbour = first
    places = [Beside(side, distance, (each,), Here()) for each in settled_list((neighbour, second))]
    return And(tuple(stands_in(what, place) for what, place in zip((one, other), places, strict=True)))


def follows_which(what: Selection, first: Any, second: Any) -> Condition:
    """The second thing lies beside both others."""
    if len(what.parts) != 1 or not what.parts[0][1] or what.parts[0][0].least != 1:
        raise RefusedError("an order is told of single things")
    (side, distance, middle), (other_side, other_distance, last) = first, second
    near = Beside(OPPOSITE[side], distance, what.parts[0][0].items, Here())
    beyond = Beside(other_side, other_distance, (last,), Here())
    return Said(None, Mentions(Choice((middle,)), checked(Joint((near, beyond)))))


def stands_not_beside(what: Selection, place: Place, there: Any = None) -> Condition:
    """It is there, and not beside that."""
    away = checked(Away(place))
    return stands_in(what, away if there is None else settle(away, there))


def there_not_beside(what: Selection, there: Any, place: Place) -> Condition:
    return stands_not_beside(what, place, there)


def before_these(others: Patterns) -> Place:
    place: Place = follows_by(others, ANYWHERE, "before")
    return place


def right_before_these(others: Patterns) -> Place:
    place: Place = follows_by(others, NEXT, "before")
    return place


def after_these(others: Patterns) -> Place:
    place: Place = follows_by(others, ANYWHERE)
    return place


def right_after_these(others: Patterns) -> Place:
    place: Place = follows_by(others, NEXT)
    return place


def follows_on(what: Selection, *steps: tuple[str, Interval, Sought]) -> Condition:
    """One thing behind the other, each right behind the one before it or anywhere."""
    if len(what.parts) != 1 or not what.parts[0][1] or len(what.parts[0][0].items) != 1:
        raise RefusedError("an order is told of single things")
    runs: list[list[Sought]] = [[what.parts[0][0].items[0]]]
    for _, distance, item in steps:
        if distance == NEXT:
            runs[-1].append(item)
        else:
            runs.append([item])
    chains = [run[0] if len(run) == 1 else Chain(tuple(run)) for run in runs]
    found = chains[0] if len(chains) == 1 else Series(tuple(chains))
    return Said(None, Mentions(Choice((found,)), Here()))


def parted_by(what: Selection, anchor: Any, words: Interval, *order: Any) -> Condition:
    """So many words lie in between; ``order`` is an argument, and whether it comes first."""
    low, high = (None if end is None else end + 1 for end in (words.low, words.high))
    anchored = settled_list((anchor,))
    side = OPPOSITE[_order(order, anchored)] if order else "either"
    place = {"side": side, "distance": Interval(low, high, words.low_open, words.high_open), "of": Here()}
    there = finish(Beside, {**place, "what": anchored})
    return Said(None, finish(Mentions, {"what": what, "where": there}))


def _order(order: tuple[Any, ...], anchored: tuple[Sought, ...]) -> Side:
    """Whether the thing from which another is parted comes before or after that."""
    name: str
    side: Side
    name, side = order
    if anchored != (Argument(name),):
        raise RefusedError("it is not clear what comes first")
    return side


def counted_have(what: Selection, nth: int = 0, *, sole: bool = False) -> Condition:
    return Said(None, finish(Mentions, {"what": what, "where": Counted(nth, sole)}))


counted_has = counted_have


def counted_lack(what: Selection) -> Condition:
    return Not(counted_have(what))


counted_has_not = counted_lack


def counted_is(what: Selection) -> Condition:
    return counted_have(what, sole=True)


def counted_is_not(what: Selection) -> Condition:
    return Not(counted_is(what))


def nth_counted_is(number: float, what: Selection) -> Condition:
    return counted_have(what, int(number))


def nth_counted_is_not(number: float, what: Selection) -> Condition:
    return Not(nth_counted_is(number, what))


def last_one() -> int:
    return -1


# -- them ------------------------------------------------------------------------------------------------


def some_of_them() -> Selection:
    return Selection(((Choice((Them(),), 1), True),))


def so_many_of_them(amount: Interval) -> Selection:
    whole = amount.over_integers()
    if whole.high is not None or whole.low is None or whole.low < 1:
        raise RefusedError("at least so many of them may be meant")
    return Selection(((Choice((Them(),), int(whole.low)), True),))


def every_one_of_them() -> Selection:
    return Selection(((Choice((Them(),), 0), True),))


def none_of_them() -> Selection:
    return Selection(((Choice((Them(),), 1), False),))


def _denied(first: Condition) -> bool:
    """Whether it is said that something is not there."""
    return isinstance(first.body if isinstance(first, Said) else first, Not)


def _either(condition: Condition) -> tuple[Argument, ...]:
    """The arguments of any of which something is told; none if it is told of other things."""
    found = [node.items for node in condition.walk() if isinstance(node, Choice)]
    if len(found) != 1 or len(found[0]) < 2:
        return ()
    arguments = tuple(item for item in found[0] if isinstance(item, Argument))
    return arguments if len(arguments) == len(found[0]) else ()


def _put(item: Any, argument: Argument) -> Any:
    """The condition for one of the arguments."""
    if isinstance(item, Again):
        return argument
    if isinstance(item, Choice) and len(item.items) > 1 and all(isinstance(own, Argument) for own in item.items):
        return Choice((argument,))
    return item.map(lambda child: _put(child, argument))


def _beside_it(place: Any, what: Selection) -> Any:
    """The place beside what is told of, also where that is named once more: "'a' without 'b' before 'a'"."""
    again = isinstance(place, Beside) and len(what.parts) == 1 and place.what == what.parts[0][0].items
    return replace(place, what=(Again(),)) if again else place


COSTS = {
    **dict.fromkeys(("about_these", "stands_so", "stands_not_beside", "but_none_beside", "stands_turned_there"), -1),
    **dict.fromkeys(("it_stands", "restated", "restated_there", "so_is", "so_stands", "stands_not"), 1),
    "stands_and_stands": 1,
    "so_is_too": 6,
    "stands_apart": 3,
    **dict.fromkeys(("part_of_none", "part_of_one", "not_part_of"), -3),
    **dict.fromkeys(("but_none_there", "and_none_there", "stands_turned"), 2),
    "stands_turned_briefly": 5,
}
"""What a rule adds to the cost of a reading."""
