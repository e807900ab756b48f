"""What the rules of ``clauses.lark`` mean: how conditions are joined, subjects and predicates, places."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise
from typing import Any, Literal

from ...grammar.nodes import And, Compare, Condition, Interval, Not, Or
from ...primitives.base import Place
from ...primitives.patterns import Kind
from ...primitives.regions import ANYWHERE, NEXT, Beside, Between, Edge, Here, Nth, Portion, Stretch, Whole
from ...primitives.relations import Argument
from ...primitives.sections import Section
from ...primitives.tables import Is
from ...primitives.text import Count, Mentions
from ..argument_names import FIRST
from ..assemble import Pending, conjunction, finish, unfixed
from ..references import UNNAMED
from ..settling import settle, told_in
from ..standins import Again, Former, It, ItsName, Patterns, Places, RefusedError, Said, Selection, ThatPhrase, Which
from ..templates import category
from .alone import only_there
from .lists import just_one, nothing
from .placing import absent, beside_the_words, joint, one_thing, tells_of_words
from .single import words_of

Side = Literal["before", "after", "either"]


def start(condition: Condition) -> Condition:
    return condition


def sentences(*conditions: Condition) -> Condition:
    return conjunction(list(conditions))


def sentences_unless(*conditions: Condition) -> Condition:
    """An exception in a sentence of its own is one to all that was said before."""
    *told, exception = conditions
    return unless(conjunction(told), exception)


def unless(condition: Condition, exception: Condition) -> Condition:
    return And((condition, Not(beside_the_words(exception) if tells_of_words(condition) else exception)))


def unless_first(exception: Condition, condition: Condition) -> Condition:
    return And((Not(exception), condition))


def any_clause(*conditions: Condition) -> Condition:
    """Not "they are not adjacent or in the same sentence": what follows is denied, too."""
    for one, other in pairwise(conditions):
        if isinstance(one, Said) and isinstance(one.body, Not) and Argument(FIRST) in other.walk():
            raise RefusedError("it is not clear whether what follows is denied too")
    return Or(conditions)


any_clause_inside = any_clause_parted = any_clause


def any_clause_listed(*conditions: Condition) -> Condition:
    """Not "the priority is high, the plan is free or basic": both are of the plan."""
    before, last = conditions[-2:]
    if isinstance(before, Is) and isinstance(last, Is) and last.column == UNNAMED != before.column:
        raise RefusedError("the last value may belong to the column before it")
    return any_clause(*conditions)


def one_clause(*conditions: Condition) -> Condition:
    return And((Or(conditions), Not(And(conditions))))


def every_clause(*conditions: Condition) -> Condition:
    return And(conditions)


def said_of_text(subject: Place | Places, predicate: Condition) -> Condition:
    if isinstance(subject, Places):
        return subject.joined([Said(place, predicate) for place in subject.items])
    return Said(subject, predicate)


def said_of_same(predicate: Condition) -> Condition:
    return Said(None, predicate, bare=True)


def said_of_which(predicate: Condition) -> Condition:
    return Said(Which(), predicate, bare=True)


def said_of_itself(clause: Condition) -> Condition:
    return Said(None, clause)


def said_of_what(what: Selection, predicate: Any) -> Condition:
    pending, wanted, *elsewhere = predicate
    if not wanted:
        _clearly_denied((pending,))
    if isinstance(pending, (Place, Places)):
        if wanted:
            return stands_in(what, pending)
        return Said(None, Not(finish(Mentions, {"what": absent(what), "where": pending})))
    if elsewhere:
        there = Pending(pending.template, (*(kv for kv in pending.values if kv[0] != "where"), ("where", elsewhere[0])))
        return And((said_of_what(what, (pending, True)), said_of_what(what, (there, False))))
    cls = pending.template.primitive
    value: Any = what
    if not wanted:
        _clearly_denied(value for _, value in pending.values)
    if any(name == "times" for name, _ in pending.values) and Kind("word") in what.parts[0][0].items:
        raise RefusedError("it is not clear which word occurs so often")
    if category(cls, "what") == "patterns":
        if len(what.parts) != 1 or not what.parts[0][1] or what.parts[0][0].least != 1:
            raise RefusedError("this is counted for one list at a time")
        value = what.parts[0][0].items
    slots = {**dict(pending.values), **unfixed(pending.template)}
    for place in slots.values():
        one_thing(what, place)
    if wanted and any(isinstance(place, Places) and place.meant == "none" for place in slots.values()):
        value = absent(value)
    if wanted:
        return Said(None, finish(cls, {**slots, "what": value}))
    return Said(None, Not(finish(cls, {**slots, "what": absent(value)})))


def located(place: Place, condition: Condition) -> Condition:
    condition = _of_subject(condition)  # "in the first three words, X is among them"
    if isinstance(place, Stretch) and isinstance(condition, Said) and condition.subject is None:
        return Said(place, condition.body, bare=True)  # and what follows is about the place too
    moved: Condition = told_in(condition, place)
    return moved


def grouped(condition: Condition) -> Condition:
    return condition


def neither(*items: Any) -> Condition:
    subject = items[0] if isinstance(items[0], (Place, Places)) else None
    denied = And(tuple(Not(predicate) for predicate in items[subject is not None :]))
    return Said(None, denied) if subject is None else said_of_text(subject, denied)


def stands_at(part: Portion | Nth, what: Selection) -> Condition:
    if not isinstance(part, (Portion, Nth)):
        raise RefusedError("a section is told by what it mentions")
    words = 0 if part.unit == "sentence" else 1 if isinstance(part, Nth) else part.count
    if words == 1 or (words and all(words_of(item) == words for choice, _ in what.parts for item in choice.items)):
        return Said(part, finish(Mentions, {"what": what, "where": Here()}))
    return only_there(what, part)


def stands_not_at(part: Portion | Nth, what: Selection) -> Condition:
    return Not(stands_at(part, what))


def stands_as(what: Selection, part: Portion | Nth) -> Condition:
    at = stands_at(part, what)
    return Said(None, settle(at.body, part)) if isinstance(at, Said) and at.subject == part else at


def stands_not_as(what: Selection, part: Portion | Nth) -> Condition:
    return stands_not_at(part, what)


def stands_in(what: Selection, place: Any) -> Condition:
    one_thing(what, place)
    if isinstance(place, Places) and place.meant == "none":
        what = absent(what)
    if place == Here():  # "anywhere" is in no text that was spoken of before
        place = Whole()
    return Said(None, finish(Mentions, {"what": what, "where": place}))


def just_one_so(one: Any, other: Any, predicate: Any) -> Condition:
    return said_of_what(just_one(one, other), predicate)


def just_one_there(one: Any, other: Any, place: Any) -> Condition:
    return stands_in(just_one(one, other), place)


def lacks(items: Any) -> Condition:
    return Said(None, finish(Mentions, {"what": nothing(items), "where": Here()}))


def follows(other: Patterns, side: Side = "after", distance: Interval = ANYWHERE) -> Any:
    return finish(Beside, {"side": side, "distance": distance, "what": other, "of": Here()})


def precedes(other: Patterns) -> Any:
    return follows(other, "before")


def follows_right(other: Patterns) -> Any:
    return follows(other, "after", NEXT)


def precedes_right(other: Patterns) -> Any:
    return follows(other, "before", NEXT)


def affirmed(predicate: Any, place: Place | None = None) -> Any:
    if isinstance(predicate, Condition) and isinstance(place, Place):
        place = _of_subject(place)
    if isinstance(predicate, Pending):
        return predicate, True
    beside = isinstance(predicate, Beside) and Former() not in predicate.what
    if beside and isinstance(place, (Beside, Between)):  # "'x' follows X before Y"
        return joint(predicate, place), True
    if isinstance(predicate, (Place, Places)):
        return predicate if place is None else told_in(predicate, place), True
    return predicate if place is None else told_in(predicate, place)


affirmed_there = affirmed

affirmed_apart = affirmed


def denied(predicate: Any, place: Place | None = None) -> Any:
    if isinstance(predicate, (Pending, Place, Places)):
        return affirmed(predicate, place)[0], False
    _clearly_denied((place,))
    return Not(affirmed(predicate, place))


def affirmed_elsewhere(predicate: Any, place: Place) -> Any:
    if isinstance(predicate, Pending):
        return predicate, True, place
    raise RefusedError("it is not clear what is not there")


def vaguely_long(length: Interval) -> Condition:
    return Compare(Count((Kind("word"),), Here()), length)


def not_vaguely_long(length: Interval) -> Condition:
    return Not(vaguely_long(length))


def so_long(words: float) -> Condition:
    return vaguely_long(Interval(words, None))


def so_short(words: float) -> Condition:
    return vaguely_long(Interval(None, words))


def the_text() -> Place:
    return Whole()


def it_again() -> Place:
    return It()


def its_name() -> Place:
    return ItsName()


def the_same() -> Patterns:
    return (Again(),)


def that_phrase() -> Patterns:
    return (ThatPhrase(),)


def the_column(name: Any) -> Any:
    if isinstance(name, tuple):
        meant, *columns = name
        return Places(tuple(map(Whole, columns)), meant)
    return Whole(name)


def part_of(part: Place, of: Place) -> Place:
    settled: Place = settle(part, of)
    return settled


def composed(*places: Place) -> Place:
    result: Place = places[-1]
    if any(_open_list(place) for place in places[:-1]) and any(isinstance(place, Beside) for place in places[1:]):
        raise RefusedError("it is not clear where the list ends")
    for place in reversed(places[:-1]):
        if isinstance(place, Whole) and isinstance(result.root, Whole) and place != result.root:
            raise RefusedError("nothing stands in two texts at once")
        result = _within(place, result) if isinstance(result, Stretch) else joint(place, result)
    return result


def both_places(one: Any, other: Any) -> Any:
    """A place in both; or each of them, where nothing stands in both: "in the findings and in the impression"."""
    if all(isinstance(place, (Section, Nth, Portion)) for place in (one, other)) and _never_meet(one, other):
        return Places((one, other), "all")
    if all(isinstance(place, Beside) for place in (one, other)) and _touch_apart(one, other):
        return Places((one, other), "all")
    return joint(one, other)


both_places_apart = both_places


def at_start_of(place: Place) -> Place:
    edge: Place = settle(Edge("start", Here()), place)
    return edge


def at_end_of(place: Place) -> Place:
    edge: Place = settle(Edge("end", Here()), place)
    return edge


def either_place(*places: Any) -> Any:
    return Places(places, "any")


def anywhere(place: Place | None = None) -> Place:
    return place if place is not None else Here()


def _never_meet(one: Any, other: Any) -> bool:
    """Whether two parts of one text have nothing in common: two sections, or parts at either end or by their number."""
    if isinstance(one, Section) or isinstance(other, Section):
        return isinstance(one, Section) and isinstance(other, Section) and one != other
    return bool(one.of == other.of and one.unit == other.unit and one.side != other.side) or (
        isinstance(one, Nth) and isinstance(other, Nth) and one.of == other.of and one.number != other.number
    )


def _touch_apart(one: Beside, other: Beside) -> bool:
    """Whether two places are right beside two things on one side: "right before X and right before Y"."""
    touching = one.distance == other.distance == NEXT and one.side == other.side != "either"
    return touching and one.what != other.what and all(item.single for item in (*one.what, *other.what))


def _open_list(place: Any) -> bool:
    """Whether it is told by a list, to which what stands behind it may belong: "x before a or b before c"."""
    return isinstance(place, Beside) and len(place.what) > 1


def _of_subject(place: Any) -> Any:
    """The place told of the subject: "the first sentence has a link in it"."""
    if isinstance(place, Said):
        return replace(place, body=_of_subject(place.body))
    return Here() if isinstance(place, It) else place.map(_of_subject)


def _within(place: Place, other: Stretch) -> Place:
    """The one place within the other, as it is said, or the other way round if the first is not told of any text."""
    inner: Place = settle(place, other)
    turned: Place = settle(other, place) if inner == place else inner
    if turned != other or place in (other, Here()) or not isinstance(place.root, Whole):
        return turned
    if other == place.root:
        return place
    if place == other.root or place == Whole():
        return other
    raise RefusedError("nothing stands in two texts at once")


def _clearly_denied(places: Iterable[Any]) -> None:
    """Refuses to deny what is told of several texts, of which each or all may be meant."""
    if any(isinstance(place, Places) and place.unclear for place in places):
        raise RefusedError("it is not clear whether it is in none of them or not in both")


COSTS = {
    "affirmed_apart": 2,
    "both_places_apart": 1,
    "affirmed_there": 1,
    "stands_in": 2,
    "either_place": 2,
    "any_clause_inside": 4,
    "lacks": 2,
    "_comma_alone": 3,
    "_paused_and": 1,
}
"""What a rule adds to the cost of a reading."""
