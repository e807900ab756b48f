"""What the rules of ``sides.lark`` mean: where the arguments stand, told in passing."""

from __future__ import annotations

from typing import Any

from ...grammar.nodes import And, Compare, Condition, Interval, Not
from ...primitives.arithmetic import Difference
from ...primitives.base import Place, Sought
from ...primitives.entities import Entity
from ...primitives.occurrences import Occurrence, SameLetter
from ...primitives.patterns import Characters, Kind
from ...primitives.regions import ANYWHERE, NEXT, Beside, Between, Edge, Here, Joint, Portion, Stretch
from ...primitives.relations import Argument, Around, Chain, Common, Inside, TextOf
from ...primitives.surroundings import Away, Bracketed
from ...primitives.text import Choice, Count, Mentions, Share
from ..argument_names import FIRST, SECOND
from ..assemble import finish, settled_list
from ..settling import settle
from ..standins import Again, BothThings, Places, RefusedError, Said, Selection, checked
from ..turns import SIGNS
from .alone import WORD, Pair
from .clauses import Clauses, absent, joint, one_thing, where_told
from .lists import Lists
from .pairs import Pairs, of_others
from .relations import near

TWO = (Argument(FIRST), Argument(SECOND))


class Sides:
    """One method per rule, under the rule's name."""

    # -- order -----------------------------------------------------------------------------------------------

    def comes_then(self, one: str, other: str) -> Condition:
        return Pairs().order(one, "before", other, "after")

    def comes_there(self, name: str, side: Any, place: Place) -> Condition:
        """First or last of the arguments, and where."""
        return And((Pairs().order(name, side), self._stands(_choice(Argument(name)), place)))

    def first_and_last(self, name: str, part: Place, other: str, side: str) -> Condition:
        """The first word of the text, and the last; without the text, of the two."""
        if not isinstance(part, Portion) or (part.count, part.unit) != (1, "word") or part.of == Here():
            raise RefusedError("it is not said of which text they are the first and the last word")
        end = Portion("first" if side == "after" else "last", 1, "word", part.of)
        return And(tuple(self._stands(_choice(Argument(own)), place) for own, place in ((name, part), (other, end))))

    def follows_within(self, name: str, words: float) -> Condition:
        (other,) = (own for own in Pairs().order(name, "after").walk() if isinstance(own, Beside))
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

    def right_on_either_side(self, other: Any) -> Place:
        return self._away(NEXT, other)

    def within_around(self, words: float, other: Any) -> Place:
        return self.no_further(words, other)

    def so_far_around(self, words: Interval, other: Any) -> Place:
        return self._away(words, other)

    def links_sides(self, what: Selection, *ends: tuple[Any, str]) -> Condition:
        return self._stands(what, self.between_sides(*ends))

    def right_on_each_side(self, other: Any) -> Any:
        return Places(tuple(Pairs().follows_by(other, NEXT, side) for side in ("before", "after")), "all")

    def stands_not_in(self, what: Selection, place: Any) -> Condition:
        return Not(self._stands(absent(what), place))

    def stands_in_neither(self, what: Selection, *places: Any) -> Condition:
        return And(tuple(self.stands_not_in(what, place) for place in places))

    def stands_only(self, what: Selection, place: Any) -> Condition:
        """There, and nowhere else."""
        if isinstance(place, Places) and place.meant == "all":
            place = joint(*place.items)
        if isinstance(place, Places):
            raise RefusedError("it is not clear where else it is to be looked for")
        parts = place.parts if isinstance(place, Joint) else (place,)
        return And((self._stands(what, place), *(Not(self._stands(what, checked(Away(part)))) for part in parts)))

    def _stands(self, what: Selection, place: Any) -> Condition:
        return Said(None, finish(Mentions, {"what": what, "where": place}))

    def juxtaposed(self, one: str, middle: Any, other: str) -> Condition:
        """What is written as it stands in the text: X "and his wife" Y."""
        return self._stands(_choice(Chain(settled_list((Argument(one), middle, Argument(other))))), Here())

    def beside_that(self, side: Any) -> Place:
        return Beside(side, ANYWHERE, (Again(),), Here())

    def sided(self, one: Any, side: str) -> tuple[Any, str]:
        return one, side

    def between_sides(self, *ends: tuple[Any, str]) -> Place:
        """Between two things of which one is on the left and one on the right."""
        if {side for _, side in ends} != {"before", "after"}:
            raise RefusedError("one of the two is on the left, and the other on the right")
        around = [("after" if side == "before" else "before", settled_list((one,))) for one, side in ends]
        return Joint(
            tuple(
                finish(Beside, {"side": side, "distance": ANYWHERE, "what": one, "of": Here()}) for side, one in around
            )
        )

    def stands_with(self, what: Selection, predicate: Any, other: Selection) -> Condition:
        """Each of the two is said to stand there."""
        return And(tuple(Clauses().said_of_what(each, predicate) for each in (what, other)))

    def two_alike(self) -> Condition:
        return Pairs().said_of_pair(TWO, Pairs().pair_alike())

    def two_unlike(self) -> Condition:
        return Pairs().said_of_pair(TWO, Pairs().pair_unlike())

    def anywhere_beside(self, what: Selection, side: Any) -> Any:
        return what, side, ANYWHERE

    def right_beside(self, what: Selection, side: Any) -> Any:
        return what, side, NEXT

    def has_on_sides(self, what: Selection, *items: Any) -> Condition:
        """What stands on the left of a thing, and on the right."""
        beside = ((item, Beside(side, distance, (_single(what),), Here())) for item, side, distance in items)
        return And(tuple(self._stands(item, place) for item, place in beside))

    def within_behind_any(self, words: float, one: Any, other: Any) -> Place:
        return self._beside("after", Interval(None, words), one, other)

    def within_ahead_any(self, words: float, one: Any, other: Any) -> Place:
        return self._beside("before", Interval(None, words), one, other)

    def right_behind_any(self, one: Any, other: Any) -> Place:
        return self._beside("after", NEXT, one, other)

    def right_ahead_any(self, one: Any, other: Any) -> Place:
        return self._beside("before", NEXT, one, other)

    def within_behind_or_ahead(self, words: float, one: Any, other: Any) -> Any:
        distance = Interval(None, words)
        return Places((self._beside("after", distance, one), self._beside("before", distance, other)), "any")

    def within_ahead_or_behind(self, words: float, one: Any, other: Any) -> Any:
        return self.within_behind_or_ahead(words, other, one)

    def _beside(self, side: str, distance: Interval, *others: Any) -> Place:
        place: Place = finish(Beside, {"side": side, "distance": distance, "what": others, "of": Here()})
        return place

    def followed_within(self, what: Selection, words: float, others: Any) -> Condition:
        return self._stands(what, self._beside("before", Interval(None, words), *settled_list(others)))

    def preceded_within(self, what: Selection, words: float, others: Any) -> Condition:
        return self._stands(what, self._beside("after", Interval(None, words), *settled_list(others)))

    def both_stand(self, predicate: Any) -> Condition:
        pending, wanted, *elsewhere = predicate
        if where_told(pending) is not None and not elsewhere:
            both = Selection(((Choice((BothThings(),), 0 if wanted else 1), True),))
            return Clauses().said_of_what(both, predicate)
        return And(tuple(Clauses().said_of_what(_choice(own), predicate) for own in TWO))

    def they_stand(self, predicate: Any) -> Condition:
        return self.both_stand((predicate, True))

    def neither_stands(self, *pair_and_predicate: Any) -> Condition:
        predicate = pair_and_predicate[-1]
        if len(pair_and_predicate) == 1 and predicate[1]:
            return self.both_stand((predicate[0], False, *predicate[2:]))
        return And(tuple(Not(Clauses().said_of_what(_choice(own), predicate)) for own in TWO))

    def patterns_apart(self, words: Interval, one: Any, other: Any) -> Condition:
        return Pairs().pair_apart(Pairs().pair(one, other), words)

    def some_there(self, place: Any, items: Any) -> Condition:
        return self._stands(Lists().some(items), place)

    def before_both(self, names: tuple[str, ...]) -> Place:
        return self._each("before", names)

    def after_both(self, names: tuple[str, ...]) -> Place:
        return self._each("after", names)

    def _each(self, side: Any, names: tuple[str, ...]) -> Place:
        place: Place = finish(
            Beside, {"side": side, "distance": ANYWHERE, "what": Pairs().both_of_pair(names), "of": Here()}
        )
        return place

    def after_touching(self, one: Any, other: Any) -> Place:
        return self._beside("after", ANYWHERE, Chain(settled_list((other, one))))

    def before_touching(self, one: Any, other: Any) -> Place:
        return self._beside("before", ANYWHERE, Chain(settled_list((one, other))))

    def stands_nowhere(self, what: Selection, text: Place | None = None) -> Condition:
        return Not(self._stands(what, text or Here()))

    def nowhere_is(self, text: Place, what: Selection) -> Condition:
        return self.stands_nowhere(what, text)

    def here_not_there(self, what: Selection, here: Any, there: Any) -> Condition:
        one_thing(what, there)
        return And((self._stands(what, here), Not(self._stands(what, there))))

    def one_beside_other(self, *_: Any) -> Condition:
        return Said(None, near(TWO, NEXT))

    def not_but(self, unwanted: Any, wanted: Any) -> Selection:
        return Selection((*Lists().some(wanted).parts, *Lists().nothing(unwanted).parts))

    # -- so many ---------------------------------------------------------------------------------------------

    def counted_there(self, amount: Interval, kinds: Any, place: Any) -> Condition:
        return Said(None, finish(Count, {"what": kinds, "where": place, "amount": amount}))

    def has_and_has(self, one: Place, amount: Interval, kinds: Any, other: Place, many: Interval) -> Condition:
        counts = ((one, amount), (other, many))
        return And(tuple(Said(own, finish(Count, {"what": kinds, "where": Here(), "amount": n})) for own, n in counts))

    def counted_here_and_there(self, *items: Any) -> Condition:
        """So many before the one, and so many after the other."""
        return And((self.counted_there(*items[:3]), self.counted_there(*items[3:])))

    def quoted_times(self, amount: Interval, item: Any, place: Any = None) -> Condition:
        return self.counted_there(amount, (item,), place or Here())

    def mentions_so_often(self, amount: Interval, item: Any) -> Condition:
        counted: Condition = finish(Count, {"what": (item,), "where": Here(), "amount": amount})
        return counted

    def repeated_there(self, what: Selection, place: Any) -> Condition:
        return self.counted_there(Interval(2, None), (_single(what),), place)

    def so_many_follow(self, amount: Interval, kinds: Any, others: Any) -> Condition:
        return self.counted_there(amount, kinds, self._beside("after", ANYWHERE, *settled_list(others)))

    def so_many_precede(self, amount: Interval, kinds: Any, others: Any) -> Condition:
        return self.counted_there(amount, kinds, self._beside("before", ANYWHERE, *settled_list(others)))

    def followed_by_so_many(self, what: Selection, amount: Interval, kinds: Any) -> Condition:
        return self.so_many_follow(amount, kinds, (_single(what),))

    def preceded_by_so_many(self, what: Selection, amount: Interval, kinds: Any) -> Condition:
        return self.so_many_precede(amount, kinds, (_single(what),))

    def has_before_it(self, name: str, amount: Interval, kinds: Any) -> Condition:
        return self.so_many_precede(amount, kinds, (Argument(name),))

    def has_after_it(self, name: str, amount: Interval, kinds: Any) -> Condition:
        return self.so_many_follow(amount, kinds, (Argument(name),))

    def all_such(self, place: Any, kinds: Any) -> Condition:
        """There are words, and all of them are such."""
        values = {"part": kinds, "whole": WORD, "where": place, "share": Interval(1, 1)}
        return Said(None, finish(Share, values))

    def only_such(self, kinds: Any, place: Any) -> Condition:
        listed = settled_list(kinds)
        if listed == WORD:
            raise RefusedError("all of them are words")
        if any(isinstance(kind, Kind) and kind.name in SIGNS for kind in listed):
            return Pairs().only_there(Selection(((Choice(listed), True),)), place)
        return self.all_such(place, kinds)

    def none_there(self, place: Any, kinds: Any) -> Condition:
        return Not(self._stands(Selection(((Choice(settled_list(kinds)), True),)), place))

    # -- what stands before or after something ---------------------------------------------------------------

    def holds_aside(self, what: Selection) -> Any:
        return lambda place: self._stands(what, place)

    def lacks_aside(self, what: Selection) -> Any:
        return lambda place: Not(self._stands(what, place))

    def empty_aside(self) -> Any:
        return lambda place: Not(self._stands(Selection(((Choice(WORD), True),)), place))

    def counted_aside(self, amount: Interval, kinds: Any) -> Any:
        return lambda place: self.counted_there(amount, kinds, place)

    def said_of_before(self, other: Any, said: Any) -> Condition:
        condition: Condition = said(self._beside("before", ANYWHERE, other))
        return condition

    def said_of_after(self, other: Any, said: Any) -> Condition:
        condition: Condition = said(self._beside("after", ANYWHERE, other))
        return condition

    # -- sentences -------------------------------------------------------------------------------------------

    def two_together(self) -> Condition:
        return Pairs().said_of_pair(TWO, Pairs().in_one_sentence())

    def comes_together(self, ordered: Condition) -> Condition:
        return And((ordered, self.two_together()))

    def behind_in_sentence(self, other: Any, side: str = "after") -> Place:
        """On one side of an argument and in its sentence: of what occurs only once, it is the same sentence."""
        items = settled_list(Lists().listed(other))
        if len(items) != 1 or not isinstance(items[0], Argument):
            raise RefusedError("it is not clear which sentence is meant")
        place: Place = finish(Beside, {"side": side, "distance": ANYWHERE, "what": items, "of": Around(items[0].name)})
        return place

    def ahead_in_sentence(self, other: Any) -> Place:
        return self.behind_in_sentence(other, "before")

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

    def text_equals_none(self, root: Place, items: Any) -> Condition:
        return Not(Pairs().text_equals(root, Lists().some(items)))

    def words_overlap(self) -> Condition:
        return self.words_shared(TWO)

    def words_shared(self, pair: Pair) -> Condition:
        return Said(None, Pairs()._share(pair, Interval(1, None)))

    def no_words_shared(self, pair: Pair) -> Condition:
        return Not(self.words_shared(pair))

    def letter_of_is(self, root: Place, side: str, text: str) -> Condition:
        if len(text) != 1:
            raise RefusedError("a letter is one character")
        where = Edge("start" if side == "after" else "end", Here())
        return Said(root, Mentions(Choice((Characters(text),)), where))

    def last_letter_is(self, side: str, root: Place, text: str) -> Condition:
        return self.letter_of_is(root, side, text)

    def letters_at_edge(self, side: str, *told: Any) -> Condition:
        """So many letters at the start or the end of a text; a number must be that of those that are told."""
        *number, root = (each for each in told if not isinstance(each, str))
        texts = [each for each in told if isinstance(each, str)]
        if any(len(text) != (number[0] if number else len(texts[0])) for text in texts) or len(texts[0]) < 2:
            raise RefusedError("the letters that are told are not as many")
        where = Edge("start" if side == "after" else "end", Here())
        return Said(root, Mentions(Choice(tuple(map(Characters, texts))), where))

    def letters_of_at_edge(self, root: Place, side: str, *told: Any) -> Condition:
        numbers, texts = ([own for own in told if isinstance(own, str) == told_so] for told_so in (False, True))
        return self.letters_at_edge(side, *numbers, root, *texts)

    def follow_there(self, place: Place, amount: Interval, kinds: Any) -> Condition:
        return self.counted_there(amount, kinds, place)

    def longer_in(self, one: Place, other: Place, kinds: Any) -> Condition:
        counts = [checked(Count(settled_list(kinds), own)) for own in (one, other)]
        return Said(None, Compare(checked(Difference(*counts)), Interval(0, None, low_open=True)))

    def shorter_in(self, one: Place, other: Place, kinds: Any) -> Condition:
        return self.longer_in(other, one, kinds)

    def none_may(self, items: Any, predicate: Any) -> Condition:
        return Clauses().said_of_what(Lists().nothing(items), (predicate, True))

    # -- letters ---------------------------------------------------------------------------------------------

    def letters_alike(self) -> Any:
        return "letters", True, "first"

    def letters_unlike(self) -> Any:
        return "letters", False, "first"

    def last_letters_alike(self) -> Any:
        return "letters", True, "last"

    def their_letters_alike(self) -> Condition:
        return Pairs().said_of_pair(TWO, self.letters_alike())

    def their_letters_unlike(self) -> Condition:
        return Not(self.their_letters_alike())

    def their_last_letters_alike(self) -> Condition:
        return Pairs().said_of_pair(TWO, self.last_letters_alike())

    def letters_of_alike(self, pair: Pair) -> Condition:
        return Pairs().said_of_pair(pair, self.letters_alike())

    def first_letters_alike(self, one: Place, other: Place) -> Condition:
        if not (isinstance(one, Stretch) and isinstance(other, Stretch)):
            raise RefusedError("it is not clear whose letters are compared")
        return Said(None, SameLetter("first", one, other))

    def letters_differ(self, one: Place, other: Place) -> Condition:
        return Not(self.first_letters_alike(one, other))

    def last_letters_differ(self, one: Place, other: Place) -> Condition:
        if not (isinstance(one, Stretch) and isinstance(other, Stretch)):
            raise RefusedError("it is not clear whose letters are compared")
        return Said(None, Not(SameLetter("last", one, other)))

    # -- one of several --------------------------------------------------------------------------------------

    def first_of(self, item: Any) -> Sought:
        return self._one_of(item, "first")

    def last_of(self, item: Any) -> Sought:
        return self._one_of(item, "last")

    def _one_of(self, item: Any, side: str) -> Sought:
        made: Sought = finish(Occurrence, {"what": item, "side": side})
        return made

    # -- others ----------------------------------------------------------------------------------------------

    def besides_one(self, clause: Condition, name: str) -> Condition:
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
    **dict.fromkeys(("within_behind_or_ahead", "within_ahead_or_behind"), -3),
    **dict.fromkeys(("quoted_times", "mentions_so_often", "both_stand", "neither_stands"), 2),
    **dict.fromkeys(("last_letter_is", "letter_of_is", "counted_here_and_there"), -1),
    **dict.fromkeys(("stands_not_in", "stands_in_neither", "so_worded", "two_separate", "besides_one"), 2),
    **dict.fromkeys(("holds_part", "part_within", "part_is_part"), -1),
    **dict.fromkeys(("after_touching", "before_touching"), -3),
    **dict.fromkeys(("here_not_there", "not_but", "has_and_has"), 2),
    "stands_only": 1,
    **dict.fromkeys(("first_of", "last_of"), 3),
}
"""What a rule adds to the cost of a reading."""
