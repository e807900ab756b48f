"""What the rules of ``relations.lark`` mean: arguments, their texts, and what is said of two of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ...grammar.nodes import And, Condition, Interval, Not, Or
from ...primitives.base import Place, Sought
from ...primitives.entities import Entity
from ...primitives.regions import ANYWHERE, NEXT, Beside, Between, Edge, Here, Joint
from ...primitives.relations import Argument, Chain, Inside, Same, Series, TextOf
from ...primitives.text import Choice, Count, Mentions, Share
from ..argument_names import FIRST, OTHER, SECOND
from ..assemble import choose, conjunction, finish, no_sentence, settled_list
from ..settling import settle
from ..standins import Both, Former, Patterns, RefusedError, Said, Selection
from .alone import WORD, Pair, only_between, word_there
from .two import OF_TWO, enclosing, one_near_other, so_far_apart, stretch_of


def part_belonging(root: Place, part: Place) -> Place:
    belonging: Place = settle(part, root)
    return belonging


def each_of_pair(names: tuple[str, ...]) -> Selection:
    return Selection(((choose(tuple(map(Argument, names)), len(names)), True),))


def between_pair(names: tuple[str, ...]) -> Place:
    left, right = pair_itself(names)
    return Between((left,), (right,), Here())


def between_named(names: tuple[str, ...], left: Any, right: Any) -> Place:
    one, other = pair_named(names, left, right)
    return Between((one,), (other,), Here())


def other_than(kind: Sought, *_: Any) -> Sought:
    if not isinstance(kind, Entity):
        raise RefusedError("only people, places and other entities can be told from the arguments")
    return Entity(kind.name, other=True)


def kinds_other(kind: Sought, *_: Any) -> Patterns:
    return (other_than(kind),)


def chain(*items: Any) -> Patterns:
    return (chained(*items),)


def chained(*items: Any) -> Sought:
    parts = settled_list(items)
    no_sentence(parts)
    return Chain(parts)


def kind_glossed(kind: Sought, tag: Sought) -> Sought:
    """A kind of entity and the tag for it in brackets, or another name of the kind."""
    if kind == tag and not isinstance(kind, Entity):
        return kind
    if not (isinstance(kind, Entity) and isinstance(tag, Entity)) or tag.other:
        raise RefusedError("it is not clear which kind is meant")
    return replace(tag, other=kind.other)


def kind_then(kind: Sought, other: Any) -> Sought:
    """What a kind is followed by comes right behind it ("a number followed by 'mg'")."""
    return chained(kind, other)


def kinds_then(kind: Sought, other: Any) -> Patterns:
    others = settled_list(other if isinstance(other, tuple) else (other,))
    return tuple(chained(kind, each) for each in others)


def kind_then_some(kind: Sought, others: Patterns) -> Selection:
    return Selection(((choose(kinds_then(kind, others), 1), True),))


def in_series(*items: Any) -> Sought:
    return Series(settled_list(items))


def both_of(items: Patterns) -> Both:
    return Both(items)


def together(items: Patterns) -> Both:
    return Both(items)


def both_listed(*items: Any) -> Both:
    return Both(items)


def both_of_pair(names: tuple[str, ...]) -> Both:
    return Both(tuple(map(Argument, names)))


def follows_that(distance: Interval = ANYWHERE) -> Any:
    return follows_by((Former(),), distance)


def follows_that_within(words: float) -> Any:
    return follows_that(Interval(None, words))


def precedes_that() -> Any:
    return follows_by((Former(),), ANYWHERE, "before")


def next_to_that() -> Any:
    return follows_that(NEXT)


def follows_by(other: Patterns, distance: Interval, side: str = "after") -> Any:
    return finish(Beside, {"side": side, "distance": distance, "what": other, "of": Here()})


def precedes_by(other: Patterns, distance: Interval) -> Any:
    return follows_by(other, distance, "before")


def on_both_sides(what: Selection, other: Patterns) -> Condition:
    sides = [follows_by(other, ANYWHERE, side) for side in ("after", "before")]
    return And(tuple(Said(None, finish(Mentions, {"what": what, "where": place})) for place in sides))


# -- pairs -----------------------------------------------------------------------------------------------


def pair(left: Any, right: Any) -> Pair:
    one, other = settled_list((left, right))
    return one, other


def pair_both(left: Any, right: Any) -> Pair:
    return pair(left, right)


def pair_itself(names: tuple[str, ...]) -> Pair:
    if len(names) != 2:
        raise RefusedError(f"there are {len(names)} arguments, say which two are meant")
    return Argument(names[0]), Argument(names[1])


def pair_named(names: tuple[str, ...], left: Any, right: Any) -> Pair:
    """The two, and who they are."""
    named = pair(left, right)
    if set(named) != set(pair_itself(names)):
        raise RefusedError("these are not the two that are meant")
    return named


def said_of_pair(pair: Pair, predicate: tuple[Any, ...]) -> Condition:
    meaning, wanted, *rest = predicate
    made = OF_TWO[meaning](pair, *rest)
    told = made if wanted else Not(made)
    if meaning == "enclose" and isinstance(told, Not) and not all(one.single for one in pair):
        told = And((Mentions(Choice(pair, 2), Here()), told))
    return Said(None, told)


def any_said_of_pair(pair: Pair, *predicates: tuple[Any, ...]) -> Condition:
    if not all(wanted for _, wanted, *_ in predicates[:-1]):
        raise RefusedError("it is not clear whether what follows is denied too")
    return Or(tuple(said_of_pair(pair, each) for each in predicates))


def all_said_of_pair(pair: Pair, *predicates: tuple[Any, ...]) -> Condition:
    denied = not all(wanted for _, wanted, *_ in predicates[:-1])
    if denied and any(meaning in ("together", "near", "apart") for meaning, *_ in predicates[1:]):
        raise RefusedError("it is not clear whether what follows is denied too")
    return And(tuple(said_of_pair(pair, each) for each in predicates))


def encloses(what: Selection) -> Any:
    return "enclose", True, what


def encloses_not(what: Selection) -> Any:
    return "enclose", False, what


def apart(words: Interval, *_: Any) -> Any:
    return "apart", True, words


def apart_not(words: Interval, *_: Any) -> Any:
    return "apart", False, words


def near(distance: Interval) -> Any:
    return "near", True, distance


def within(words: float) -> Any:
    return near(Interval(None, words))


def near_not(distance: Interval) -> Any:
    return "near", False, distance


def in_one_sentence(number: float = 2) -> Any:
    if number != 2:
        raise RefusedError("two things stand in one sentence or in two")
    return "together", True


def in_two_sentences(number: float = 2) -> Any:
    return "together", not in_one_sentence(number)[1]


def pair_alike(part: Place | None = None) -> Any:
    return "same", True, part


def pair_unlike(part: Place | None = None) -> Any:
    return "same", False, part


def next_word() -> Interval:
    return NEXT


def links(what: Selection, pair: Pair) -> Condition:
    return Said(None, enclosing(pair, what))


def only_links(what: Selection) -> Any:
    return "only", True, what


def links_not(what: Selection, pair: Pair) -> Condition:
    return Said(None, Not(enclosing(pair, what)))


# -- what is said of the text of one argument or the other -----------------------------------------------


def said_of_either(left: Place, right: Place, predicate: Condition) -> Condition:
    return Or((Said(left, predicate), Said(right, predicate)))


def said_of_both(left: Place, right: Place, predicate: Condition) -> Condition:
    return And((Said(left, predicate), Said(right, predicate)))


def said_of_neither(left: Place, right: Place, predicate: Condition) -> Condition:
    return And((Said(left, Not(predicate)), Said(right, Not(predicate))))


def said_of_pair_text(names: tuple[str, ...], predicate: Condition) -> Condition:
    return And(tuple(Said(Inside(name), predicate) for name in names))


def said_of_no_pair_text(names: tuple[str, ...], predicate: Condition) -> Condition:
    return And(tuple(Said(Inside(name), Not(predicate)) for name in names))


def contains_text(root: Place, name: str) -> Condition:
    return Mentions(Choice((TextOf(name),)), root)


def starts_with_text(root: Place, name: str) -> Condition:
    return Mentions(Choice((TextOf(name),)), Edge("start", stretch_of(root)))


def ends_with_text(root: Place, name: str) -> Condition:
    return Mentions(Choice((TextOf(name),)), Edge("end", stretch_of(root)))


def contains_no_text(root: Place, name: str) -> Condition:
    return Not(contains_text(root, name))


def starts_not_with_text(root: Place, name: str) -> Condition:
    return Not(starts_with_text(root, name))


def ends_not_with_text(root: Place, name: str) -> Condition:
    return Not(ends_with_text(root, name))


def differs(left: Place, right: Place) -> Condition:
    return Said(None, Not(Same(stretch_of(left), stretch_of(right))))


# -- this and nothing else -------------------------------------------------------------------------------


def begins_between(what: Selection) -> Any:
    return what, "after"


def ends_between(what: Selection) -> Any:
    return what, "before"


def holds_between(what: Selection) -> Any:
    return what, "within"


def lacks_between(what: Selection) -> Any:
    return what, "without"


def fills_between(what: Selection) -> Any:
    return what, "alone"


def long_between(amount: Interval, kinds: Patterns) -> Any:
    return (kinds, amount), "counted"


def empty_between() -> Any:
    return (WORD, Interval(0, 0)), "counted"


def all_between(kinds: Patterns) -> Any:
    return kinds, "all"


def edges_between(*edges: Any) -> tuple[Any, ...]:
    return edges


def said_of_between(pair: Pair, edges: tuple[Any, ...]) -> Condition:
    return conjunction([_part_between(what, part, pair) for what, part in edges])


def _part_between(what: Any, part: str, pair: Pair) -> Condition:
    if part == "all":
        values = {"part": what, "whole": WORD, "where": Between((pair[0],), (pair[1],), Here())}
        return Said(None, finish(Share, {**values, "share": Interval(1, 1)}))
    if part == "counted":
        place = Between((pair[0],), (pair[1],), Here())
        kinds, amount = what
        return Said(None, finish(Count, {"what": kinds, "where": place, "amount": amount}))
    if part == "alone":
        return only_between(what, pair)
    if part in ("before", "after"):
        return starts_between(what, part, pair)
    held = links(what, pair)
    return held if part == "within" else Not(held)


def side_between(side: str, pair: Pair, what: Selection) -> Condition:
    return starts_between(what, side, pair)


def starts_between(what: Selection, side: str, pair: Pair) -> Condition:
    """Between two things, next to the first or to the last of them."""
    left, right = pair
    nearest = finish(Beside, {"side": side, "distance": NEXT, "what": pair, "of": Here()})
    place = Joint((Between((left,), (right,), Here()), nearest))
    return Said(None, finish(Mentions, {"what": what, "where": place}))


def divides(what: Selection, left: str, right: str) -> Condition:
    return links(what, (Argument(left), Argument(right)))


def adjacent(left: str, right: str) -> Condition:
    return Said(None, one_near_other((Argument(left), Argument(right)), NEXT))


def side_by_side() -> Any:
    return "near", True, NEXT


def not_side_by_side() -> Any:
    return "near", False, NEXT


def follows_then(what: Selection, other: Any, name: str) -> Condition:
    """One thing, anywhere behind it a second one, and anywhere behind that an argument."""
    if len(what.parts) != 1 or what.parts[0][0].least != 1 or not what.parts[0][1]:
        raise RefusedError("an order is told of single things")
    behind = finish(Beside, {"side": "after", "distance": ANYWHERE, "what": what.parts[0][0].items, "of": Here()})
    ahead = finish(Beside, {"side": "before", "distance": ANYWHERE, "what": (Argument(name),), "of": Here()})
    return Said(None, Mentions(choose((other,), 1), Joint((behind, ahead))))


def follows_them_within(words: float, other: Patterns) -> Any:
    return follows_by(other, Interval(None, words))


def between_other(name: str, _: str) -> Place:
    """Between an argument and "the second one", which is the other one."""
    return Between((Argument(name),), (Argument(OTHER + name),), Here())


def beside_other(name: str, side: Any, _: str, distance: Interval = ANYWHERE) -> Condition:
    there = Beside(side, distance, (Argument(OTHER + name),), Here())
    return Said(None, Mentions(Choice((Argument(name),)), there))


def right_beside_other(name: str, side: Any, other: str) -> Condition:
    return beside_other(name, side, other, NEXT)


def both_words_are(one: Place, other: Place, what: Selection) -> Condition:
    """The word at one place, and the one at another."""
    return And((word_there(one, what), word_there(other, what)))


def words_beside_are(side: Any, one: Any, other: Any, what: Selection) -> Condition:
    first, second = (Beside(side, NEXT, (anchor,), Here()) for anchor in settled_list((one, other)))
    return both_words_are(first, second, what)


def amid(kind: Sought | Patterns) -> Place:
    """Right behind one of a kind, or of any of several, and right before another."""
    around = [Beside(side, NEXT, kind if isinstance(kind, tuple) else (kind,), Here()) for side in ("after", "before")]
    return Joint(tuple(around))


def found_there(what: Selection, place: Any = None) -> Condition:
    return Said(None, finish(Mentions, {"what": what, "where": place or Here()}))


def at_the_edge(what: Selection, side: str, text: Place | None = None) -> Condition:
    place = settle(Edge("start" if side == "after" else "end", Here()), text or Here())
    return Said(None, finish(Mentions, {"what": what, "where": place}))


def apart_briefly(*items: Any) -> Condition:
    words = next(item for item in items if isinstance(item, Interval))
    named = next((item for item in items if isinstance(item, tuple)), (FIRST, SECOND))
    pair = pair_itself(named) if isinstance(named[0], str) else named
    return Said(None, so_far_apart(pair, words))


COSTS: dict[str, int] = {
    "part_belonging": 1,
    "pair_both": 3,
    "all_between": -2,
    **dict.fromkeys(("kind_then", "kind_then_some"), -6),
    "follows_then": -1,
    "together": 3,
    "found_there": 1,
    "contains_text": -3,
    **dict.fromkeys(("starts_with_text", "ends_with_text"), -1),
    **dict.fromkeys(("contains_no_text", "starts_not_with_text", "ends_not_with_text"), -1),
}
"""What a rule adds to the cost of a reading."""
