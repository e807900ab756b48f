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
from ..argument_names import FIRST, SECOND
from ..assemble import Pending, finish, one_sentence, settled_list
from ..resolve import of_them
from ..settling import settle
from ..standins import (
    About,
    Again,
    Counted,
    Former,
    InBetween,
    PartOf,
    Patterns,
    RefusedError,
    Said,
    Selection,
    ThatPhrase,
    ThatSection,
    ThatSentence,
    Them,
    There,
    checked,
)
from .alone import WORD
from .clauses import Clauses, beside_the_words, joint, tells_of_words, where_told
from .pairs import Pairs


class Reference(Clauses, Pairs):
    """One method per rule, under the rule's name."""

    # -- once more -------------------------------------------------------------------------------------------

    def restated(self, first: Condition, again: Condition) -> Condition:
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

    def about_these(self, items: Any, clause: Condition) -> Condition:
        """A list, and then what is said of any, all or none of "them"."""
        listed = settled_list(self.listed(items))

        def named(item: Any) -> Any:
            if isinstance(item, Choice) and item.items == (Them(),):
                return of_them(listed, item)
            return item.map(named)

        if not any(isinstance(node, Them) for node in clause.walk()):
            raise RefusedError("it is not said what is meant of the list")
        said: Condition = named(clause)
        return said

    def restated_there(self, what: Selection, predicate: Any, place: Place) -> Condition:
        _, wanted, *_ = predicate
        if not wanted:
            raise RefusedError("it is not clear what is not there")
        return And((self.said_of_what(what, predicate), self.stands_in(what, place)))

    def so_is(self, one: Place, predicate: Condition, other: Place) -> Condition:
        return And((self.said_of_text(one, predicate), self.said_of_text(other, predicate)))

    so_is_too = so_is

    def so_but_is(self, one: Place, predicate: Condition, other: Place) -> Condition:
        """What is denied of the one is said of the other."""
        own = predicate.item if isinstance(predicate, Not) else predicate
        return And((self.said_of_text(one, predicate), self.said_of_text(other, own)))

    def so_but_stands(self, one: Selection, predicate: Any, other: Selection) -> Condition:
        """What is denied of the one is said of the other."""
        things = [item for choice, _ in other.parts for item in choice.items]
        if len({isinstance(item, Argument) for item in things}) > 1:
            raise RefusedError("an argument and words are not told of together")
        pending, _, *rest = predicate
        return And((self.said_of_what(one, predicate), self.said_of_what(other, (pending, True, *rest))))

    def none_but_stands(self, items: Any, predicate: Any, other: Selection) -> Condition:
        return And((self.said_of_what(self.nothing(items), predicate), self.said_of_what(other, predicate)))

    def there_not_but_is(self, one: Selection, place: Place, other: Selection) -> Condition:
        return And((Not(self.stands_in(one, place)), self.stands_in(other, place)))

    def is_and_stands(self, root: Place, predicate: Condition, where: Any) -> Condition:
        """What is told of an argument, and where it stands."""
        if not isinstance(root, Inside):
            raise RefusedError("it is not clear what stands there")
        argument = Selection(((Choice((Argument(root.name),)), True),))
        return And((self.said_of_text(root, predicate), self.said_of_what(argument, where)))

    def so_stands(self, one: Selection, predicate: Any, other: Selection) -> Condition:
        return And((self.said_of_what(one, predicate), self.said_of_what(other, predicate)))

    def nor_stands(self, one: Selection, predicate: Any, other: Selection) -> Condition:
        if predicate[1]:
            raise RefusedError("nothing is denied before")
        return self.so_stands(one, predicate, other)

    def it_stands(self, predicate: Any) -> Condition:
        return self.said_of_what(Selection(((Choice((Former(),)), True),)), predicate)

    def that_stands(self, predicate: Any) -> Condition:
        return self.said_of_what(Selection(((Choice((ThatPhrase(),)), True),)), predicate)

    def and_later_there(self, clause: Condition, what: Selection, place: Place) -> Condition:
        """Something somewhere, behind the words that were spoken of."""
        behind = finish(Beside, {"side": "after", "distance": ANYWHERE, "what": (ThatPhrase(),), "of": Here()})
        return And((clause, self.stands_in(what, behind if place == Here() else joint(place, behind))))

    def and_later_so(self, clause: Condition, what: Selection, predicate: Any) -> Condition:
        pending, wanted, *elsewhere = predicate
        where = where_told(pending)
        if not wanted or elsewhere or where is None:
            raise RefusedError("it is not clear what is not there")
        return self.and_later_there(clause, what, where)

    def so_far_behind(self, distance: Interval, what: Selection) -> Condition:
        """Something so many words behind what the clause before was about."""
        behind = finish(Beside, {"side": "after", "distance": distance, "what": (Former(),), "of": Here()})
        return self.stands_in(what, behind)

    def part_of_one(self, *wholes: str) -> Condition:
        what = Choice(tuple(PartOf(Words(whole)) for whole in wholes))
        return Said(None, finish(Mentions, {"what": what, "where": There()}))

    def part_of_none(self, *wholes: str) -> Condition:
        return Not(self.part_of_one(*wholes))

    def not_part_of(self, clause: Condition, *wholes: str) -> Condition:
        return And((clause, self.part_of_none(*wholes)))

    def stands_so(self, what: Selection, *predicates: Any) -> Condition:
        return And(tuple(self.said_of_what(what, predicate) for predicate in predicates))

    def stands_and_stands(self, what: Selection, place: Place, predicate: Any) -> Condition:
        """One and the same occurrence is at both places."""
        pending, wanted, *elsewhere = predicate
        where = where_told(pending)
        if not wanted or elsewhere or where is None:
            raise RefusedError("it is not clear what is not there")
        if isinstance(place, Beside) and isinstance(where, (Beside, Between)):  # "'a' before 'b' or 'c' is after X"
            return self.stands_in(what, joint(place, where))
        return self.stands_in(what, place if isinstance(where, Here) else self.composed(place, where))

    def stands_away(self, what: Selection, predicate: Any, place: Place) -> Condition:
        return self.stands_and_stands(what, checked(Away(place)), predicate)

    def stands_without(self, what: Selection, predicate: Any, others: Patterns, place: Place) -> Condition:
        return self.stands_away(what, predicate, _beyond(others, _beside_it(place, what)))

    def stands_not(self, what: Selection, predicate: Any, other: Selection) -> Condition:
        pending, wanted, *_ = predicate
        if not wanted:
            raise RefusedError("it is denied of both")
        return And((self.said_of_what(what, predicate), self.said_of_what(other, (pending, False))))

    def but_none_there(self, clause: Condition, what: Selection, place: Place | None = None) -> Condition:
        return And((clause, Said(None, Not(finish(Mentions, {"what": what, "where": place or There()})))))

    def but_none_beside(self, clause: Condition, items: Any, place: Place) -> Condition:
        """Without something beside the words that were told of."""
        if not isinstance(place, Beside) or place.what != (Again(),) or not tells_of_words(clause):
            raise RefusedError("it is not clear beside what it is not")
        return self.but_none_there(clause, self.some_of_all(items), beside_the_words(place))

    def and_none_there(self, clause: Condition, what: Selection) -> Condition:
        """Not the other thing there; behind what something stands beside, it may be another of that."""
        if any(isinstance(own, Beside) for own in clause.walk()):
            raise RefusedError("it is not clear what is denied")
        return self.but_none_there(clause, what)

    def stands_apart(self, what: Selection, place: Place) -> Condition:
        return self.stands_in(what, place)

    def stands_turned(self, place: Place, what: Selection) -> Condition:
        if place == There():
            raise RefusedError('"there is" points at no place')
        return self.stands_in(what, place)

    def stands_turned_briefly(self, place: Place, what: Selection) -> Condition:
        return self.stands_in(what, place)

    def stands_turned_there(self, place: Place, what: Selection, there: Place) -> Condition:
        if isinstance(place, Beside) and isinstance(there, Beside) and there.what == (Again(),):
            if (place.side, place.distance) != (there.side, ANYWHERE):
                raise RefusedError("it is not clear how far away it is")
            return self.stands_turned(replace(place, distance=there.distance), what)  # "within the next four words"
        return self.stands_turned(place if place == There() else self.composed(place, there), what)

    def has_as_many(self, one: Place, amount: Interval, kinds: Patterns, other: Place, many: Interval) -> Condition:
        counted = settled_list(kinds)
        parts = [Said(own, Compare(Count(counted, Here()), number)) for own, number in ((one, amount), (other, many))]
        return And(tuple(parts))

    def is_but_not(self, predicate: Condition, denied: Condition) -> Condition:
        if isinstance(predicate, Pending) or isinstance(denied, Pending):
            raise RefusedError("it is not clear what is not there")
        return And((predicate, Not(denied)))

    # -- what stands beside what -----------------------------------------------------------------------------

    def followed_by(self, other: Any) -> tuple[str, Interval, Sought]:
        return "before", ANYWHERE, settled_list((other,))[0]

    def followed_right_by(self, other: Any) -> tuple[str, Interval, Sought]:
        return "before", NEXT, settled_list((other,))[0]

    def preceded_by(self, other: Any) -> tuple[str, Interval, Sought]:
        return "after", ANYWHERE, settled_list((other,))[0]

    def preceded_right_by(self, other: Any) -> tuple[str, Interval, Sought]:
        return "after", NEXT, settled_list((other,))[0]

    def follows_likewise(self, one: Selection, first: Any, other: Selection, second: Any) -> Condition:
        """What is told of how two things stand beside others, once for both."""
        side, distance, neighbour = first
        places = [Beside(side, distance, (each,), Here()) for each in settled_list((neighbour, second))]
        return And(tuple(self.stands_in(what, place) for what, place in zip((one, other), places, strict=True)))

    def follows_which(self, what: Selection, first: Any, second: Any) -> Condition:
        """The second thing lies beside both others."""
        if len(what.parts) != 1 or not what.parts[0][1] or what.parts[0][0].least != 1:
            raise RefusedError("an order is told of single things")
        (side, distance, middle), (other_side, other_distance, last) = first, second
        near = Beside(OPPOSITE[side], distance, what.parts[0][0].items, Here())
        beyond = Beside(other_side, other_distance, (last,), Here())
        return Said(None, Mentions(Choice((middle,)), checked(Joint((near, beyond)))))

    def stands_not_beside(self, what: Selection, place: Place, there: Any = None) -> Condition:
        """It is there, and not beside that."""
        away = checked(Away(place))
        return self.stands_in(what, away if there is None else settle(away, there))

    def there_not_beside(self, what: Selection, there: Any, place: Place) -> Condition:
        return self.stands_not_beside(what, place, there)

    def before_these(self, others: Patterns) -> Place:
        place: Place = self.follows_by(others, ANYWHERE, "before")
        return place

    def right_before_these(self, others: Patterns) -> Place:
        place: Place = self.follows_by(others, NEXT, "before")
        return place

    def after_these(self, others: Patterns) -> Place:
        place: Place = self.follows_by(others, ANYWHERE)
        return place

    def right_after_these(self, others: Patterns) -> Place:
        place: Place = self.follows_by(others, NEXT)
        return place

    def follows_on(self, what: Selection, *steps: tuple[str, Interval, Sought]) -> Condition:
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

    def parted_by(self, what: Selection, anchor: Any, words: Interval, *order: Any) -> Condition:
        """So many words lie in between; ``order`` is an argument, and whether it comes first."""
        low, high = (None if end is None else end + 1 for end in (words.low, words.high))
        anchored = settled_list((anchor,))
        side = OPPOSITE[self._order(order, anchored)] if order else "either"
        place = {"side": side, "distance": Interval(low, high, words.low_open, words.high_open), "of": Here()}
        there = finish(Beside, {**place, "what": anchored})
        return Said(None, finish(Mentions, {"what": what, "where": there}))

    def _order(self, order: tuple[Any, ...], anchored: tuple[Sought, ...]) -> Side:
        """Whether the thing from which another is parted comes before or after that."""
        name: str
        side: Side
        name, side = order
        if anchored != (Argument(name),):
            raise RefusedError("it is not clear what comes first")
        return side

    def counted_have(self, what: Selection, nth: int = 0, *, sole: bool = False) -> Condition:
        return Said(None, finish(Mentions, {"what": what, "where": Counted(nth, sole)}))

    counted_has = counted_have

    def counted_lack(self, what: Selection) -> Condition:
        return Not(self.counted_have(what))

    counted_has_not = counted_lack

    def counted_is(self, what: Selection) -> Condition:
        return self.counted_have(what, sole=True)

    def counted_is_not(self, what: Selection) -> Condition:
        return Not(self.counted_is(what))

    def nth_counted_is(self, number: float, what: Selection) -> Condition:
        return self.counted_have(what, int(number))

    def nth_counted_is_not(self, number: float, what: Selection) -> Condition:
        return Not(self.nth_counted_is(number, what))

    def first_one(self) -> int:
        return 1

    def last_one(self) -> int:
        return -1

    def second_one(self) -> int:
        return 2

    def third_one(self) -> int:
        return 3

    # -- with and without ------------------------------------------------------------------------------------

    def qualified(self, clause: Condition, addition: Condition) -> Condition:
        amid = any(isinstance(own, InBetween) for own in addition.walk())
        if amid and any(
            isinstance(own, Mentions) and isinstance(own.where, Beside) and not _of_arguments(own)
            for own in clause.walk()
        ):
            raise RefusedError("it is not clear between what it is")
        return _narrowed(clause, addition) or And((clause, addition))

    def with_order(self, ordered: Condition) -> Condition:
        return ordered

    def with_so_many(self, amount: Interval, kinds: Patterns, place: Place) -> Condition:
        return Said(None, finish(Count, {"what": kinds, "where": place, "amount": amount}))

    def with_none(self, kinds: Patterns, place: Place) -> Condition:
        return Not(self.with_so_many(Interval(1, None), kinds, place))

    def with_nothing(self, place: Place) -> Condition:
        return self.with_none(WORD, place)

    def of_the_pair(self, predicate: tuple[Any, ...]) -> Condition:
        return self.said_of_pair((Argument(FIRST), Argument(SECOND)), predicate)

    def with_standing(self, what: Selection, place: Place) -> Condition:
        return self.stands_in(what, place)

    def with_later(self, what: Selection) -> Condition:
        behind = finish(Beside, {"side": "after", "distance": ANYWHERE, "what": (ThatPhrase(),), "of": Here()})
        return self.stands_in(what, behind)

    def with_alone(self, what: Selection, place: Place) -> Condition:
        return self.only_there(what, place)

    def affirmed_away(self, predicate: Any, place: Place) -> Any:
        return self.affirmed(predicate, checked(Away(place)))

    def there_without_beside(self, what: Selection, there: Place, near: Any, place: Place) -> Condition:
        """Somewhere without something beside it."""
        return self.stands_in(what, joint(there, checked(Away(_beyond(near, place)))))

    def there_with_beside(self, what: Selection, there: Place, near: Any, place: Place) -> Condition:
        return self.stands_in(what, joint(there, _beyond(near, place)))

    def word_of_text(self, what: Selection, text: Place) -> Condition:
        return self.stands_in(what, text)

    def before_there(self, what: Selection, there: Place, others: Any) -> Condition:
        """One thing somewhere before another, in a text."""
        return self.stands_in(what, settle(self.precedes(others), there))

    def affirmed_without(self, predicate: Any, others: Patterns, place: Place) -> Any:
        """Without something beside it: not beside that."""
        return self.affirmed_away(predicate, _beyond(others, place))

    # -- sentences -------------------------------------------------------------------------------------------

    def that_sentence(self) -> Place:
        return ThatSentence()

    def mentions_together(self, items: Patterns) -> Condition:
        """The first one in a sentence with each of the others."""
        return one_sentence(*settled_list(items))

    def one_sentence_has(self, items: Patterns) -> Condition:
        return Said(None, self.mentions_together(items))

    def no_sentence_has(self, items: Patterns) -> Condition:
        return Not(self.one_sentence_has(items))

    def that_section(self) -> Place:
        return ThatSection()

    def there_again(self) -> Place:
        return There()

    # -- them ------------------------------------------------------------------------------------------------

    def some_of_them(self) -> Selection:
        return Selection(((Choice((Them(),), 1), True),))

    def so_many_of_them(self, amount: Interval) -> Selection:
        whole = amount.over_integers()
        if whole.high is not None or whole.low is None or whole.low < 1:
            raise RefusedError("at least so many of them may be meant")
        return Selection(((Choice((Them(),), int(whole.low)), True),))

    def every_one_of_them(self) -> Selection:
        return Selection(((Choice((Them(),), 0), True),))

    def none_of_them(self) -> Selection:
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


def _narrowed(clause: Condition, addition: Condition) -> Condition | None:
    """A thing that is told to stand somewhere, and to have another one beside it; None if it is told otherwise."""
    if not isinstance(clause, Said) or not isinstance(addition, Said):
        return None
    thing, other = clause.body, addition.body
    if not isinstance(thing, Mentions) or not isinstance(other, Mentions) or not isinstance(other.where, Beside):
        return None
    plain = thing.what.least == other.what.least == 1 and not any(isinstance(i, Argument) for i in thing.what.items)
    if not plain or other.where.what != (Again(),):
        return None
    beside = replace(other.where, side=OPPOSITE[other.where.side], what=other.what.items)
    place = beside if thing.where == Here() else Joint((thing.where, beside))
    return replace(clause, body=Mentions(thing.what, place))


def _put(item: Any, argument: Argument) -> Any:
    """The condition for one of the arguments."""
    if isinstance(item, Again):
        return argument
    if isinstance(item, Choice) and len(item.items) > 1 and all(isinstance(own, Argument) for own in item.items):
        return Choice((argument,))
    return item.map(lambda child: _put(child, argument))


def _of_arguments(mentions: Mentions) -> bool:
    """Whether one argument is told to stand beside another."""
    what = mentions.where.what if isinstance(mentions.where, Beside) else ()
    return all(isinstance(item, Argument) for item in (*mentions.what.items, *what))


def _beside_it(place: Any, what: Selection) -> Any:
    """The place beside what is told of, also where that is named once more: "'a' without 'b' before 'a'"."""
    again = isinstance(place, Beside) and len(what.parts) == 1 and place.what == what.parts[0][0].items
    return replace(place, what=(Again(),)) if again else place


def _beyond(others: Patterns, place: Place) -> Place:
    """Where a thing stands that has the others at a place told by "it"."""
    if not isinstance(place, Beside) or place.what != (Again(),):
        raise RefusedError("it is not clear where something is not")
    beside = {"side": OPPOSITE[place.side], "distance": place.distance, "what": others, "of": Here()}
    found: Place = finish(Beside, beside)
    return found


COSTS = {
    "about_these": -1, "it_stands": 1, "restated": 1, "restated_there": 1, "so_is": 1, "so_is_too": 6,
    "so_stands": 1, "stands_so": -1, "stands_not": 1,
    "stands_not_beside": -1, "stands_apart": 3, "part_of_none": -3, "part_of_one": -3, "not_part_of": -3,
    "but_none_there": 2, "but_none_beside": -1, "and_none_there": 2, "stands_and_stands": 1,
    "stands_turned": 2, "stands_turned_there": -1, "stands_turned_briefly": 5,
    "of_the_pair": 3, "qualified": 1, "there_again": -1, "that_sentence": -1, "with_standing": 1, "affirmed_away": 1,
}  # fmt: skip
"""What a rule adds to the cost of a reading."""
