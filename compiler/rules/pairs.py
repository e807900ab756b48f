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
from .alone import Pair
from .clauses import Clauses
from .relations import Relations, _name, _stretch

SOME = Interval(1, None)
BOTH = (FIRST, SECOND)


class Pairs(Relations):
    """One method per rule, under the rule's name."""

    # -- a part of each --------------------------------------------------------------------------------------

    def their_part(self, part: Place) -> Any:
        return part, (Argument(FIRST), Argument(SECOND))

    def their_text(self) -> Any:
        return Here(), (Argument(FIRST), Argument(SECOND))

    def part_of_pair(self, *items: Any) -> Any:
        return tuple(sorted(items, key=lambda item: isinstance(item, tuple)))

    def parts_alike(self, parts: tuple[Place, Pair]) -> Condition:
        part, pair = parts
        return Said(None, self._same(pair, part))

    def parts_unlike(self, parts: tuple[Place, Pair]) -> Condition:
        return Not(self.parts_alike(parts))

    def part_like(self, stretch: Place, root: Place) -> Condition:
        if not isinstance(stretch, Portion):
            raise RefusedError("it is not clear which part is meant")
        same_part = settle(_unrooted(stretch), root)
        return Said(None, Same(stretch, _stretch(same_part)))

    def part_unlike(self, stretch: Place, root: Place) -> Condition:
        return Not(self.part_like(stretch, root))

    def share_part(self, root: Place, part: Place, other: Place) -> Condition:
        return Said(None, Same(*(_stretch(settle(part, own)) for own in (root, other))))

    def share_no_part(self, root: Place, part: Place, other: Place) -> Condition:
        return Not(self.share_part(root, part, other))

    def said_of_both_of_pair(self, predicate: tuple[Any, ...]) -> Condition:
        if predicate[0] not in ("same", "share"):  # only people and their like have names in common
            raise RefusedError("it is not clear who both are")
        return self.said_of_pair((Argument(FIRST), Argument(SECOND)), predicate)

    def stretches_alike(self, left: Place, right: Place) -> Condition:
        if isinstance(left, Around) and isinstance(right, Around):
            return Said(None, one_sentence(Argument(left.name), Argument(right.name)))
        return Said(None, Same(_stretch(left), _stretch(right)))

    def stretches_unlike(self, left: Place, right: Place) -> Condition:
        return Not(self.stretches_alike(left, right))

    def same_last_word(self, root: Place, other: Place) -> Condition:
        return self.share_part(root, Portion("last", 1, "word", Here()), other)

    def same_first_word(self, root: Place, other: Place) -> Condition:
        return self.share_part(root, Portion("first", 1, "word", Here()), other)

    # -- words in common -------------------------------------------------------------------------------------

    def pair_words(self, amount: Interval) -> Any:
        return "share", True, amount

    def pair_some_word(self) -> Any:
        return "share", True, SOME

    def pair_no_word(self, *_: Any) -> Any:
        return "share", False, SOME

    def some_common_word(self, left: Place, right: Place) -> Condition:
        return Said(None, Compare(Common(_stretch(left), _stretch(right)), SOME))

    def no_common_word(self, left: Place, right: Place) -> Condition:
        return Not(self.some_common_word(left, right))

    def _share(self, pair: Pair, amount: Interval) -> Condition:
        left, right = (Inside(_name(one)) for one in pair)
        return Compare(Common(left, right), amount)

    # -- one of the two --------------------------------------------------------------------------------------

    def pair_names(self, names: tuple[str, ...]) -> tuple[str, ...]:
        return names

    def pair_unnamed(self) -> tuple[str, ...]:
        return BOTH

    def one_is(self, names: tuple[str, ...], predicate: Condition) -> Condition:
        return Or(tuple(Said(Inside(name), predicate) for name in names))

    def just_one_is(self, names: tuple[str, ...], predicate: Condition) -> Condition:
        one, other = (Said(Inside(name), predicate) for name in names)
        return Or((And((one, Not(other))), And((Not(one), other))))

    def both_of_them_are(self, predicate: Condition) -> Condition:
        return And(tuple(Said(Inside(name), predicate) for name in BOTH))

    def neither_of_them_is(self, predicate: Condition) -> Condition:
        return And(tuple(Said(Inside(name), Not(predicate)) for name in BOTH))

    def one_person_is(self, kind: Any, predicate: Condition) -> Condition:
        return self.one_is(_people(kind), predicate)

    def no_person_is(self, kind: Any, predicate: Condition) -> Condition:
        _people(kind)
        return self.neither_of_them_is(predicate)

    def any_of_pair(self, names: tuple[str, ...]) -> Any:
        return tuple(map(Argument, names))

    def either_unnamed(self) -> Any:
        return Argument(FIRST), Argument(SECOND)

    def both_unnamed(self) -> Both:
        return Both((Argument(FIRST), Argument(SECOND)))

    def one_equals(self, names: tuple[str, ...], what: Selection) -> Condition:
        return Or(tuple(self.only_there(what, Inside(name)) for name in names))

    def besides_the_pair(self, *items: Any) -> Condition:
        """The people that are spoken of are others than the arguments."""
        (clause,) = (item for item in items if isinstance(item, Condition))
        others: Condition = of_others(clause)
        if others == clause and not any(isinstance(node, Entity) for node in clause.walk()):
            raise RefusedError("only people, places and other entities can be told from the arguments")
        return others

    def nobody_besides(self, *items: Any) -> Condition:
        nobody = Selection(((Choice((Entity("person", other=True),), 1), False),))
        return Clauses().said_of_what(nobody, items[-1])

    def told_briefly(self, root: Place, predicate: Any) -> Condition:
        if isinstance(predicate, Pending):
            raise RefusedError("it is not clear what is told of it")
        return Said(root, predicate)

    def told_briefly_not(self, root: Place, predicate: Any) -> Condition:
        return Not(self.told_briefly(root, predicate))

    def has_in_name(self, root: Place, what: Selection) -> Condition:
        return Said(root, finish(Mentions, {"what": what, "where": Here()}))

    def has_not_in_name(self, root: Place, what: Selection) -> Condition:
        return Not(self.has_in_name(root, what))

    def letter_is(self, root: Place, side: str, items: Any) -> Condition:
        listed = settled_list(items)
        if any(item.scale != "letter" for item in listed):
            raise RefusedError("a letter is no word")
        return Said(root, Mentions(Choice(listed), Edge("start" if side == "after" else "end", Here())))

    def letter_is_not(self, root: Place, side: str, items: Any) -> Condition:
        return Not(self.letter_is(root, side, items))

    def text_equals(self, root: Place, what: Selection) -> Condition:
        """The text of an argument is that and nothing else; what goes on is about the argument too."""
        if any(isinstance(item, Chain) for choice, _ in what.parts for item in choice.items):
            raise RefusedError("it is not clear whether what follows belongs to it")
        told = self.only_there(what, root)
        return replace(told, subject=root, body=_here(told.body, root)) if isinstance(told, Said) else told

    def text_equals_not(self, root: Place, what: Selection) -> Condition:
        return Not(self.text_equals(root, what))

    def one_and_other(self, names: tuple[str, ...], first: Condition, second: Condition) -> Condition:
        one, other = map(Inside, names)
        return Or(tuple(And((Said(a, first), Said(b, second))) for a, b in ((one, other), (other, one))))

    def only_one_is(self, name: str, predicate: Condition, other: str | None = None) -> Condition:
        rest = OTHER + name if other is None else other
        return And((Said(Inside(name), predicate), Said(Inside(rest), Not(predicate))))

    def only_one_stands(self, name: str, predicate: Any, other: str | None = None) -> Condition:
        rest = OTHER + name if other is None else other
        one, others = (Clauses().said_of_what(_single(own), predicate) for own in (name, rest))
        return And((one, Not(others)))

    def either_of_pair(self, names: tuple[str, ...]) -> Selection:
        return Selection(((choose(tuple(map(Argument, names)), 1), True),))

    def neither_of_pair(self, names: tuple[str, ...]) -> Selection:
        return Selection(((choose(tuple(map(Argument, names)), 1), False),))

    # -- order and distance ----------------------------------------------------------------------------------

    def comes_first(self) -> str:
        return "before"

    def comes_last(self) -> str:
        return "after"

    def order(self, name: str, side: Any, *second: Any) -> Condition:
        """One of the two comes first or last; the other one may be said to come last or first."""
        if any(isinstance(own, Place) and not isinstance(own, Whole) for own in second):
            raise RefusedError("it is not clear in which text they stand")
        second = tuple(own for own in second if not isinstance(own, (tuple, Place)))
        if second and (second[0] == name or second[1] == side):
            raise RefusedError("it is not clear which of the two comes first")
        there = Beside(side, ANYWHERE, (Argument(OTHER + name),), Here())
        return Said(None, Mentions(Choice((Argument(name),)), there))

    def comes(self, ordered: Condition) -> Condition:
        return ordered

    def pair_comes(self, *items: Any) -> Condition:
        ordered: Condition = items[-1]
        return ordered

    def earlier_than(self, *items: Any, side: str = "before") -> Place:
        *text, other = items
        if any(not isinstance(place, Whole) for place in text):
            raise RefusedError("it is not clear in which text it stands")
        place: Place = finish(Beside, {"side": side, "distance": ANYWHERE, "what": other, "of": Here()})
        return place

    def later_than(self, *items: Any) -> Place:
        return self.earlier_than(*items, side="after")

    def among_first(self, side: str, number: float) -> Place:
        first: Any = "first" if side == "after" else "last"
        place: Place = finish(Portion, {"side": first, "count": number, "unit": "word", "of": Here()})
        return place

    def outside_pair(self, pair: Pair) -> Place:
        away: Place = checked(Away(self.amid_pair(pair)))
        return away

    def anywhere_but(self, place: Place) -> Place:
        away: Place = checked(Away(place))
        return away

    def nearby(self, other: Any, words: Any) -> Place:
        """What is near is told by the words in between."""
        distance = words if isinstance(words, Interval) else Interval(None, words)
        if distance.high is None:
            raise RefusedError("what is near is no further away than so much")
        place: Place = finish(Beside, {"side": "either", "distance": distance, "what": other, "of": Here()})
        return place

    def nearby_between(self, other: Any, words: Interval, *_: Any) -> Place:
        """So many words lie in between, which is one less than the distance."""
        low, high = (None if end is None else end + 1 for end in (words.low, words.high))
        return self.nearby(other, Interval(low, high, words.low_open, words.high_open))

    def on_each_side(self, other: Any) -> Any:
        """Each of two occurrences, one on the one side and one on the other."""
        return Places(tuple(self.follows_by(other, ANYWHERE, side) for side in ("before", "after")), "all")

    def on_its_sides(self, what: Selection) -> Condition:
        return Said(None, finish(Mentions, {"what": what, "where": self.on_each_side((Again(),))}))

    def has_on_each_side(self, name: str, what: Selection) -> Condition:
        return Said(None, finish(Mentions, {"what": what, "where": self.on_each_side((Argument(name),))}))

    def has_between(self, what: Selection, *_: Any) -> Any:
        return self.encloses(what)

    def only_has_between(self, what: Selection, *_: Any) -> Any:
        return "only", True, what

    def has_not_between(self, what: Selection, *_: Any) -> Any:
        return self.encloses_not(what)

    def pair_apart(self, *items: Any) -> Condition:
        """Two things, the arguments if none are named, and how many words are between them, in either order."""
        words = next(item for item in items if isinstance(item, Interval))
        named = next((item for item in items if isinstance(item, tuple)), None)
        if named is None:
            named = Argument(FIRST), Argument(SECOND)
        elif all(isinstance(name, str) for name in named):
            named = self.pair_itself(named)
        return Said(None, self._apart(named, words))

    def arguments_apart(self, words: Interval, left: str, right: str) -> Condition:
        return self.pair_apart((Argument(left), Argument(right)), words)

    def ends_with_name(self, root: Place, other: Place) -> Condition:
        _named(root)
        return self.ends_with_text(root, _named(other))

    def starts_with_name(self, root: Place, other: Place) -> Condition:
        _named(root)
        return self.starts_with_text(root, _named(other))

    def name_within(self, name: str, root: Place) -> Condition:
        return self.contains_text(root, name)

    def word_within(self, what: Selection, root: Place) -> Condition:
        return Said(root, finish(Mentions, {"what": what, "where": Here()}))

    def stands_quoted(self, what: Selection) -> Condition:
        return self.stands_amid(Kind("quotation_mark"), what)

    def stands_amid(self, kind: Sought, what: Selection) -> Condition:
        place = Bracketed(Here()) if kind == Kind("parenthesis") else self.amid(kind)
        return Said(None, finish(Mentions, {"what": what, "where": place}))

    def amid_pair(self, pair: Pair) -> Place:
        left, right = pair
        return Between((left,), (right,), Here())

    def from_to_pattern(self, left: Any, right: Any) -> Place:
        return self.amid_pair(self.pair(left, right))

    def in_between(self) -> Place:
        return InBetween((Argument(FIRST),), (Argument(SECOND),), Here())

    def between_them(self) -> Place:
        return BetweenThem((Argument(FIRST),), (Argument(SECOND),), Here())

    def closer_than(self, one: Any, anchor: Any, other: Any) -> Condition:
        near, to, far = settled_list((one, anchor, other))
        less = Difference(checked(Gap(near, to)), checked(Gap(far, to)))
        return Said(None, Compare(checked(less), Interval(None, 0, high_open=True)))

    def closer_than_like(self, one: Any, anchor: Any, other: Any) -> Condition:
        """Two things of one sort are compared, if that to which they are close is of another."""
        near, to, far = (item.single for item in settled_list((one, anchor, other)))
        if near != far or near == to:
            raise RefusedError("it is not clear what is compared")
        return self.closer_than(one, anchor, other)


def _here(item: Any, root: Place) -> Any:
    """The condition told of the place that it is about."""
    return Here() if item == root else item.map(lambda child: _here(child, root))


def _named(root: Place) -> str:
    """The name of an argument."""
    if not isinstance(root, Inside):
        raise RefusedError("only an argument has a text that is looked for")
    return root.name


def of_others(item: Any) -> Any:
    """The condition with other people, places, ... than the arguments."""
    if isinstance(item, Entity):
        return replace(item, other=True)
    return item.map(of_others)


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
