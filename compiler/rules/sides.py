"""What the rules of ``sides.lark`` mean: where the arguments stand, told in passing."""

from __future__ import annotations

from typing import Any

from ...grammar.nodes import And, Compare, Condition, Interval, Not
from ...primitives.base import Place
from ...primitives.entities import Entity
from ...primitives.patterns import Kind
from ...primitives.regions import NEXT, Beside, Between, Edge, Here, Portion
from ...primitives.relations import Argument, Common, Inside, TextOf
from ...primitives.surroundings import Away, Bracketed
from ...primitives.text import Choice, Count, Mentions
from ..assemble import Places, RefusedError, Said, Selection, checked, finish, settle
from ..ground import FIRST, SECOND
from .alone import WORD, Pair
from .pairs import Pairs

TWO = (Argument(FIRST), Argument(SECOND))


class Sides:
    """One method per rule, under the rule's name."""

    # -- order -----------------------------------------------------------------------------------------------

    def comes_briefly(self, one: str, side: str, other: str, behind: str) -> Condition:
        if one == other or side == behind:
            raise RefusedError("it is not clear which of the two comes first")
        return Pairs().comes(one, side)

    def comes_then(self, one: str, other: str) -> Condition:
        return self.comes_briefly(one, "before", other, "after")

    def follows_within(self, name: str, words: float) -> Condition:
        (other,) = (own for own in Pairs().comes(name, "after").walk() if isinstance(own, Beside))
        there = Beside("after", Interval(None, words), other.what, Here())
        return Said(None, Mentions(Choice((Argument(name),)), there))

    def opens(self, what: Selection, text: Place) -> Condition:
        return Said(None, finish(Mentions, {"what": what, "where": settle(Edge("start", Here()), text)}))

    def closes(self, what: Selection, text: Place) -> Condition:
        return Said(None, finish(Mentions, {"what": what, "where": settle(Edge("end", Here()), text)}))

    def comes_again(self, name: str) -> Condition:
        return Said(None, Compare(Count((TextOf(name),), Here()), Interval(2, None)))

    # -- distance --------------------------------------------------------------------------------------------

    def parted_from(self, one: str, other: str, what: Selection) -> Condition:
        return Pairs().divides(what, one, other)

    def parted_far(self, one: str, other: str, words: Interval) -> Condition:
        return Pairs().arguments_apart(words, one, other)

    def within_briefly(self, pair: Pair, words: float) -> Condition:
        return Pairs().near_briefly(pair, Interval(None, words))

    def gap_exceeds(self, *items: Any) -> Condition:
        """The gap between two things, or the arguments."""
        words = next(item for item in items if not isinstance(item, tuple))
        pair = next((item for item in items if isinstance(item, tuple)), TWO)
        return Pairs().pair_apart(pair, Interval(words, None, low_open=True))

    def gap_exceeds_not(self, *items: Any) -> Condition:
        return Not(self.gap_exceeds(*items))

    def no_further(self, words: float, other: Any) -> Place:
        return self._away(Interval(None, words), other)

    def further(self, words: float, other: Any) -> Place:
        return self._away(Interval(words, None, low_open=True), other)

    def _away(self, distance: Interval, other: Any) -> Place:
        place: Place = finish(Beside, {"side": "either", "distance": distance, "what": other, "of": Here()})
        return place

    # -- places ----------------------------------------------------------------------------------------------

    def between_both(self) -> Place:
        return Between((TWO[0],), (TWO[1],), Here())

    def between_two(self, *items: Any) -> Place:
        *number, kind = items
        if number not in ([], [2]):
            raise RefusedError("it stands between two things")
        if kind in (Kind("parenthesis"), Kind("quotation_mark")):
            return Bracketed(Here()) if kind == Kind("parenthesis") else self.in_quotes()
        place: Place = finish(Between, {"left": (kind,), "right": (kind,), "of": Here()})
        return place

    def in_quotes(self) -> Place:
        return Pairs().amid(Kind("quotation_mark"))

    def right_on_each_side(self, other: Any) -> Any:
        return Places(tuple(Pairs().follows_by(other, NEXT, side) for side in ("before", "after")), "all")

    def stands_not_in(self, what: Selection, place: Any) -> Condition:
        return Not(self._stands(what, place))

    def stands_in_neither(self, what: Selection, *places: Any) -> Condition:
        return And(tuple(self.stands_not_in(what, place) for place in places))

    def stands_only(self, what: Selection, place: Any) -> Condition:
        """There, and nowhere else."""
        if isinstance(place, Places):
            raise RefusedError("it is not clear where else it is to be looked for")
        return And((self._stands(what, place), Not(self._stands(what, checked(Away(place))))))

    def _stands(self, what: Selection, place: Any) -> Condition:
        return Said(None, finish(Mentions, {"what": what, "where": place}))

    # -- sentences -------------------------------------------------------------------------------------------

    def two_together(self) -> Condition:
        return Pairs().said_of_pair(TWO, Pairs().in_one_sentence())

    def two_separate(self) -> Condition:
        return Pairs().said_of_pair(TWO, Pairs().in_two_sentences())

    # -- the words of the arguments --------------------------------------------------------------------------

    def so_worded(self, number: float, root: Place) -> Condition:
        return Said(root, finish(Count, {"what": WORD, "where": Here(), "amount": Interval(number, number)}))

    def of_so_many(self, root: Place, amount: Interval, kinds: Any) -> Condition:
        return Said(root, finish(Count, {"what": kinds, "where": Here(), "amount": amount}))

    def holds_part(self, root: Place, part: Place) -> Condition:
        """A word of the one argument is among the words of the other."""
        if not (isinstance(root, Inside) and isinstance(part, Portion) and (part.count, part.unit) == (1, "word")):
            raise RefusedError("only the first or last word of an argument is looked for in the other")
        if not isinstance(part.of, Inside) or part.of == root:
            raise RefusedError("only the first or last word of an argument is looked for in the other")
        return Said(None, Compare(Common(part, root), Interval(1, None)))

    def part_within(self, part: Place, root: Place) -> Condition:
        return self.holds_part(root, part)

    def part_is_part(self, one: Place, other: Place) -> Condition:
        if not all(isinstance(own, Portion) and isinstance(own.of, Inside) for own in (one, other)):
            raise RefusedError("only parts of the arguments are compared")
        return Pairs().stretches_alike(one, other)

    # -- others ----------------------------------------------------------------------------------------------

    def besides_one(self, clause: Condition, name: str) -> Condition:
        """Other people, places, ... than the arguments are spoken of already."""
        entities = [own for own in clause.walk() if isinstance(own, Entity)]
        if not entities or not all(own.other for own in entities):
            raise RefusedError("only people, places and other entities can be told from both arguments")
        return clause


COSTS = {
    **dict.fromkeys(("stands_not_in", "stands_in_neither", "so_worded", "two_separate", "besides_one"), 2),
    **dict.fromkeys(("holds_part", "part_within", "part_is_part"), -1),
    "stands_only": 1,
}
"""What a rule adds to the cost of a reading."""
