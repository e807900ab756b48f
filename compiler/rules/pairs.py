"""What the rules of ``pairs.lark`` mean: what is said of one argument and the other, and of the order of things."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ...grammar.nodes import And, Compare, Condition, Interval, Not, Or
from ...primitives.arithmetic import Difference
from ...primitives.base import Place, Sought
from ...primitives.entities import Entity
from ...primitives.patterns import Kind
from ...primitives.regions import ANYWHERE, Beside, Between, Edge, Here, Portion, Stretch, Whole
from ...primitives.relations import Argument, Around, Chain, Common, Gap, Inside, Same
from ...primitives.surroundings import Away, Bracketed
from ...primitives.text import Choice, Mentions
from ..argument_names import FIRST, OTHER, SECOND
from ..assemble import Pending, choose, finish, one_sentence, settled_list
from ..settling import settle
from ..standins import Again, BetweenThem, Both, InBetween, Places, RefusedError, Said, Selection, checked
from .alone import Pair, only_there
from .clauses import said_of_what
from .relations import (
    amid,
    contains_text,
    encloses,
    encloses_not,
    ends_with_text,
    follows_by,
    pair,
    pair_itself,
    said_of_pair,
    starts_with_text,
)
from .single import of_others
from .two import part_alike, so_far_apart, stretch_of

SOME = Interval(1, None)
BOTH = (FIRST, SECOND)


# -- a part of each --------------------------------------------------------------------------------------


def their_part(part: Place) -> Any:
    return part, (Argument(FIRST), Argument(SECOND))


def their_text() -> Any:
    return Here(), (Argument(FIRST), Argument(SECOND))


def part_of_pair(*items: Any) -> Any:
    return tuple(sorted(items, key=lambda item: isinstance(item, tuple)))


def parts_alike(parts: tuple[Place, Pair]) -> Condition:
    part, pair = parts
    return Said(None, part_alike(pair, part))


def parts_unlike(parts: tuple[Place, Pair]) -> Condition:
    return Not(parts_alike(parts))


def part_like(stretch: Place, root: Place) -> Condition:
    if not isinstance(stretch, Portion):
        raise RefusedError("it is not clear which part is meant")
    same_part = settle(_unrooted(stretch), root)
    return Said(None, Same(stretch, stretch_of(same_part)))


def part_unlike(stretch: Place, root: Place) -> Condition:
    return Not(part_like(stretch, root))


def share_part(root: Place, part: Place, other: Place) -> Condition:
    return Said(None, Same(*(stretch_of(settle(part, own)) for own in (root, other))))


def share_no_part(root: Place, part: Place, other: Place) -> Condition:
    return Not(share_part(root, part, other))


def said_of_both_of_pair(predicate: tuple[Any, ...]) -> Condition:
    if predicate[0] not in ("same", "share"):  # only people and their like have names in common
        raise RefusedError("it is not clear who both are")
    return said_of_pair((Argument(FIRST), Argument(SECOND)), predicate)


def stretches_alike(left: Place, right: Place) -> Condition:
    if isinstance(left, Around) and isinstance(right, Around):
        return Said(None, one_sentence(Argument(left.name), Argument(right.name)))
    return Said(None, Same(stretch_of(left), stretch_of(right)))


def stretches_unlike(left: Place, right: Place) -> Condition:
    return Not(stretches_alike(left, right))


def same_last_word(root: Place, other: Place) -> Condition:
    return share_part(root, Portion("last", 1, "word", Here()), other)


def same_first_word(root: Place, other: Place) -> Condition:
    return share_part(root, Portion("first", 1, "word", Here()), other)


# -- words in common -------------------------------------------------------------------------------------


def pair_words(amount: Interval) -> Any:
    return "share", True, amount


def pair_some_word() -> Any:
    return "share", True, SOME


def pair_no_word(*_: Any) -> Any:
    return "share", False, SOME


def some_common_word(left: Place, right: Place) -> Condition:
    return Said(None, Compare(Common(stretch_of(left), stretch_of(right)), SOME))


def no_common_word(left: Place, right: Place) -> Condition:
    return Not(some_common_word(left, right))


# -- one of the two --------------------------------------------------------------------------------------


def pair_unnamed() -> tuple[str, ...]:
    return BOTH


def one_is(names: tuple[str, ...], predicate: Condition) -> Condition:
    return Or(tuple(Said(Inside(name), predicate) for name in names))


def just_one_is(names: tuple[str, ...], predicate: Condition) -> Condition:
    one, other = (Said(Inside(name), predicate) for name in names)
    return Or((And((one, Not(other))), And((Not(one), other))))


def both_of_them_are(predicate: Condition) -> Condition:
    return And(tuple(Said(Inside(name), predicate) for name in BOTH))


def neither_of_them_is(predicate: Condition) -> Condition:
    return And(tuple(Said(Inside(name), Not(predicate)) for name in BOTH))


def one_person_is(kind: Any, predicate: Condition) -> Condition:
    return one_is(_people(kind), predicate)


def no_person_is(kind: Any, predicate: Condition) -> Condition:
    _people(kind)
    return neither_of_them_is(predicate)


def any_of_pair(names: tuple[str, ...]) -> Any:
    return tuple(map(Argument, names))


def either_unnamed() -> Any:
    return Argument(FIRST), Argument(SECOND)


def both_unnamed() -> Both:
    return Both((Argument(FIRST), Argument(SECOND)))


def one_equals(names: tuple[str, ...], what: Selection) -> Condition:
    return Or(tuple(only_there(what, Inside(name)) for name in names))


def besides_the_pair(*items: Any) -> Condition:
    """The people that are spoken of are others than the arguments."""
    (clause,) = (item for item in items if isinstance(item, Condition))
    others: Condition = of_others(clause)
    if others == clause and not any(isinstance(node, Entity) for node in clause.walk()):
        raise RefusedError("only people, places and other entities can be told from the arguments")
    return others


def nobody_besides(*items: Any) -> Condition:
    nobody = Selection(((Choice((Entity("person", other=True),), 1), False),))
    return said_of_what(nobody, items[-1])


def told_briefly(root: Place, predicate: Any) -> Condition:
    if isinstance(predicate, Pending):
        raise RefusedError("it is not clear what is told of it")
    return Said(root, predicate)


def told_briefly_not(root: Place, predicate: Any) -> Condition:
    return Not(told_briefly(root, predicate))


def has_in_name(root: Place, what: Selection) -> Condition:
    return Said(root, finish(Mentions, {"what": what, "where": Here()}))


def has_not_in_name(root: Place, what: Selection) -> Condition:
    return Not(has_in_name(root, what))


def letter_is(root: Place, side: str, items: Any) -> Condition:
    listed = settled_list(items)
    if any(item.scale != "letter" for item in listed):
        raise RefusedError("a letter is no word")
    return Said(root, Mentions(Choice(listed), Edge("start" if side == "after" else "end", Here())))


def letter_is_not(root: Place, side: str, items: Any) -> Condition:
    return Not(letter_is(root, side, items))


def text_equals(root: Place, what: Selection) -> Condition:
    """The text of an argument is that and nothing else; what goes on is about the argument too."""
    if any(isinstance(item, Chain) for choice, _ in what.parts for item in choice.items):
        raise RefusedError("it is not clear whether what follows belongs to it")
    told = only_there(what, root)
    return replace(told, subject=root, body=_here(told.body, root)) if isinstance(told, Said) else told


def text_equals_not(root: Place, what: Selection) -> Condition:
    return Not(text_equals(root, what))


def one_and_other(names: tuple[str, ...], first: Condition, second: Condition) -> Condition:
    one, other = map(Inside, names)
    return Or(tuple(And((Said(a, first), Said(b, second))) for a, b in ((one, other), (other, one))))


def only_one_is(name: str, predicate: Condition, other: str | None = None) -> Condition:
    rest = OTHER + name if other is None else other
    return And((Said(Inside(name), predicate), Said(Inside(rest), Not(predicate))))


def only_one_stands(name: str, predicate: Any, other: str | None = None) -> Condition:
    rest = OTHER + name if other is None else other
    one, others = (said_of_what(_single(own), predicate) for own in (name, rest))
    return And((one, Not(others)))


def either_of_pair(names: tuple[str, ...]) -> Selection:
    return Selection(((choose(tuple(map(Argument, names)), 1), True),))


def neither_of_pair(names: tuple[str, ...]) -> Selection:
    return Selection(((choose(tuple(map(Argument, names)), 1), False),))


# -- order and distance ----------------------------------------------------------------------------------


def comes_first() -> str:
    return "before"


def comes_last() -> str:
    return "after"


def order(name: str, side: Any, *second: Any) -> Condition:
    """One of the two comes first or last; the other one may be said to come last or first."""
    if any(isinstance(own, Place) and not isinstance(own, Whole) for own in second):
        raise RefusedError("it is not clear in which text they stand")
    second = tuple(own for own in second if not isinstance(own, (tuple, Place)))
    if second and (second[0] == name or second[1] == side):
        raise RefusedError("it is not clear which of the two comes first")
    there = Beside(side, ANYWHERE, (Argument(OTHER + name),), Here())
    return Said(None, Mentions(Choice((Argument(name),)), there))


def comes(ordered: Condition) -> Condition:
    return ordered


def pair_comes(*items: Any) -> Condition:
    ordered: Condition = items[-1]
    return ordered


def earlier_than(*items: Any, side: str = "before") -> Place:
    *text, other = items
    if any(not isinstance(place, Whole) for place in text):
        raise RefusedError("it is not clear in which text it stands")
    place: Place = finish(Beside, {"side": side, "distance": ANYWHERE, "what": other, "of": Here()})
    return place


def later_than(*items: Any) -> Place:
    return earlier_than(*items, side="after")


def among_first(side: str, number: float) -> Place:
    first: Any = "first" if side == "after" else "last"
    place: Place = finish(Portion, {"side": first, "count": number, "unit": "word", "of": Here()})
    return place


def outside_pair(pair: Pair) -> Place:
    away: Place = checked(Away(amid_pair(pair)))
    return away


def anywhere_but(place: Place) -> Place:
    away: Place = checked(Away(place))
    return away


def nearby(other: Any, words: Any) -> Place:
    """What is near is told by the words in between."""
    distance = words if isinstance(words, Interval) else Interval(None, words)
    if distance.high is None:
        raise RefusedError("what is near is no further away than so much")
    place: Place = finish(Beside, {"side": "either", "distance": distance, "what": other, "of": Here()})
    return place


def nearby_between(other: Any, words: Interval, *_: Any) -> Place:
    """So many words lie in between, which is one less than the distance."""
    low, high = (None if end is None else end + 1 for end in (words.low, words.high))
    return nearby(other, Interval(low, high, words.low_open, words.high_open))


def on_each_side(other: Any) -> Any:
    """Each of two occurrences, one on the one side and one on the other."""
    return Places(tuple(follows_by(other, ANYWHERE, side) for side in ("before", "after")), "all")


def on_its_sides(what: Selection) -> Condition:
    return Said(None, finish(Mentions, {"what": what, "where": on_each_side((Again(),))}))


def has_on_each_side(name: str, what: Selection) -> Condition:
    return Said(None, finish(Mentions, {"what": what, "where": on_each_side((Argument(name),))}))


def has_between(what: Selection, *_: Any) -> Any:
    return encloses(what)


def only_has_between(what: Selection, *_: Any) -> Any:
    return "only", True, what


def has_not_between(what: Selection, *_: Any) -> Any:
    return encloses_not(what)


def pair_apart(*items: Any) -> Condition:
    """Two things, the arguments if none are named, and how many words are between them, in either order."""
    words = next(item for item in items if isinstance(item, Interval))
    named = next((item for item in items if isinstance(item, tuple)), None)
    if named is None:
        named = Argument(FIRST), Argument(SECOND)
    elif all(isinstance(name, str) for name in named):
        named = pair_itself(named)
    return Said(None, so_far_apart(named, words))


def arguments_apart(words: Interval, left: str, right: str) -> Condition:
    return pair_apart((Argument(left), Argument(right)), words)


def ends_with_name(root: Place, other: Place) -> Condition:
    _named(root)
    return ends_with_text(root, _named(other))


def starts_with_name(root: Place, other: Place) -> Condition:
    _named(root)
    return starts_with_text(root, _named(other))


def name_within(name: str, root: Place) -> Condition:
    return contains_text(root, name)


def word_within(what: Selection, root: Place) -> Condition:
    return Said(root, finish(Mentions, {"what": what, "where": Here()}))


def stands_quoted(what: Selection) -> Condition:
    return stands_amid(Kind("quotation_mark"), what)


def stands_amid(kind: Sought, what: Selection) -> Condition:
    place = Bracketed(Here()) if kind == Kind("parenthesis") else amid(kind)
    return Said(None, finish(Mentions, {"what": what, "where": place}))


def amid_pair(pair: Pair) -> Place:
    left, right = pair
    return Between((left,), (right,), Here())


def from_to_pattern(left: Any, right: Any) -> Place:
    return amid_pair(pair(left, right))


def in_between() -> Place:
    return InBetween((Argument(FIRST),), (Argument(SECOND),), Here())


def between_them() -> Place:
    return BetweenThem((Argument(FIRST),), (Argument(SECOND),), Here())


def closer_than(one: Any, anchor: Any, other: Any) -> Condition:
    near, to, far = settled_list((one, anchor, other))
    less = Difference(checked(Gap(near, to)), checked(Gap(far, to)))
    return Said(None, Compare(checked(less), Interval(None, 0, high_open=True)))


def closer_than_like(one: Any, anchor: Any, other: Any) -> Condition:
    """Two things of one sort are compared, if that to which they are close is of another."""
    near, to, far = (item.single for item in settled_list((one, anchor, other)))
    if near != far or near == to:
        raise RefusedError("it is not clear what is compared")
    return closer_than(one, anchor, other)


def _here(item: Any, root: Place) -> Any:
    """The condition told of the place that it is about."""
    return Here() if item == root else item.map(lambda child: _here(child, root))


def _named(root: Place) -> str:
    """The name of an argument."""
    if not isinstance(root, Inside):
        raise RefusedError("only an argument has a text that is looked for")
    return root.name


def _people(kind: Any) -> tuple[str, ...]:
    """The two arguments, if they are called by their kind."""
    if kind != Entity("person"):
        raise RefusedError("only the arguments are meant by their kind")
    return BOTH


def _single(name: str) -> Selection:
    return Selection(((choose((Argument(name),), 1), True),))


def _unrooted(part: Stretch) -> Stretch:
    """The part without what it is a part of."""
    if not isinstance(part, Portion):
        return Here()
    return Portion(part.side, part.count, part.unit, _unrooted(part.of))


COSTS = {
    "anywhere_but": -3,
    "nearby_between": -3,
    **dict.fromkeys(("has_in_name", "has_not_in_name"), -2),
    **dict.fromkeys(("same_last_word", "same_first_word", "closer_than_like"), -2),
    **dict.fromkeys(
        ("ends_with_name", "starts_with_name", "name_within", "word_within", "has_between", "has_not_between"), -1
    ),
    **dict.fromkeys(("both_of_them_are", "neither_of_them_is", "one_person_is", "no_person_is", "comes"), 1),
    "either_of_pair": 1,
    **dict.fromkeys(("told_briefly", "told_briefly_not"), 4),
    **dict.fromkeys(("text_equals", "text_equals_not", "one_equals"), 2),
}
"""What a rule adds to the cost of a reading."""
