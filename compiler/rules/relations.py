"""What the rules of ``relations.lark`` mean: arguments, their texts, and what is said of two of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ...corpora.kinds import KINDS
from ...corpora.text import clean
from ...corpora.tokenizer import tokenize
from ...grammar.nodes import And, Compare, Condition, Interval, Not, Or
from ...primitives.base import Place, Sought
from ...primitives.entities import Entity
from ...primitives.patterns import Characters, Form, Kind, Words
from ...primitives.regions import ANYWHERE, NEXT, Beside, Between, Edge, Here, Joint, Stretch
from ...primitives.relations import Argument, Around, Chain, Inside, Same, Series, TextOf
from ...primitives.shapes import Written
from ...primitives.surroundings import Along
from ...primitives.text import Choice, Count, Mentions
from ..assemble import (
    Both,
    Patterns,
    RefusedError,
    Said,
    Selection,
    checked,
    choose,
    conjunction,
    finish,
    settle,
    settled_list,
)

Pair = tuple[Sought, Sought]

WORD = (Kind("word"),)

SIGNS = frozenset(
    [
        *("punctuation_mark", "exclamation_mark", "question_mark", "comma", "parenthesis", "currency_sign", "colon"),
        *("semicolon", "period", "quotation_mark", "dash", "hyphen", "slash", "asterisk", "ampersand", "percent_sign"),
        *("at_sign", "dollar_sign", "hash_sign"),
    ]
)
"""The kinds of token that are no words."""


class Relations:
    """One method per rule, under the rule's name."""

    def the_root(self, root: Place) -> Place:
        return root

    def part_belonging(self, root: Place, part: Place) -> Place:
        belonging: Place = settle(part, root)
        return belonging

    def each_of_pair(self, names: tuple[str, ...]) -> Selection:
        return Selection(((choose(tuple(map(Argument, names)), len(names)), True),))

    def between_pair(self, names: tuple[str, ...]) -> Place:
        left, right = self.pair_itself(names)
        return Between((left,), (right,), Here())

    def other_than(self, kind: Sought, *_: Any) -> Sought:
        if not isinstance(kind, Entity):
            raise RefusedError("only people, places and other entities can be told from the arguments")
        return Entity(kind.name, other=True)

    def kinds_other(self, kind: Sought, *_: Any) -> Patterns:
        return (self.other_than(kind),)

    def chain(self, *items: Any) -> Patterns:
        return (self.chained(*items),)

    def chained(self, *items: Any) -> Sought:
        return Chain(settled_list(items))

    def in_series(self, *items: Any) -> Sought:
        return Series(settled_list(items))

    def both_of(self, items: Patterns) -> Both:
        return Both(items)

    def together(self, items: Patterns) -> Both:
        return Both(items)

    def both_listed(self, *items: Any) -> Both:
        return Both(items)

    def both_of_pair(self, names: tuple[str, ...]) -> Both:
        return Both(tuple(map(Argument, names)))

    def follows_by(self, other: Patterns, distance: Interval, side: str = "after") -> Any:
        return finish(Beside, {"side": side, "distance": distance, "what": other, "of": Here()})

    def precedes_by(self, other: Patterns, distance: Interval) -> Any:
        return self.follows_by(other, distance, "before")

    def on_both_sides(self, what: Selection, other: Patterns) -> Condition:
        sides = [self.follows_by(other, ANYWHERE, side) for side in ("after", "before")]
        return And(tuple(Said(None, finish(Mentions, {"what": what, "where": place})) for place in sides))

    # -- pairs -----------------------------------------------------------------------------------------------

    def pair(self, left: Any, right: Any) -> Pair:
        one, other = settled_list((left, right))
        return one, other

    def pair_itself(self, names: tuple[str, ...]) -> Pair:
        if len(names) != 2:
            raise RefusedError(f"there are {len(names)} arguments, say which two are meant")
        return Argument(names[0]), Argument(names[1])

    def said_of_pair(self, pair: Pair, predicate: tuple[Any, ...]) -> Condition:
        meaning, wanted, *rest = predicate
        made = getattr(self, f"_{meaning}")(pair, *rest)
        return Said(None, made if wanted else Not(made))

    def encloses(self, what: Selection) -> Any:
        return "enclose", True, what

    def encloses_not(self, what: Selection) -> Any:
        return "enclose", False, what

    def apart(self, words: Interval) -> Any:
        return "apart", True, words

    def apart_not(self, words: Interval) -> Any:
        return "apart", False, words

    def near(self, distance: Interval) -> Any:
        return "near", True, distance

    def near_not(self, distance: Interval) -> Any:
        return "near", False, distance

    def in_one_sentence(self) -> Any:
        return "together", True

    def in_two_sentences(self) -> Any:
        return "together", False

    def pair_alike(self, part: Place | None = None) -> Any:
        return "same", True, part

    def pair_unlike(self, part: Place | None = None) -> Any:
        return "same", False, part

    def apart_by(self, words: Interval) -> Interval:
        return words

    def within_words(self, number: float) -> Interval:
        return Interval(None, number)

    def next_word(self) -> Interval:
        return NEXT

    def links(self, what: Selection, pair: Pair) -> Condition:
        return Said(None, self._enclose(pair, what))

    def only_links(self, what: Selection) -> Any:
        return "only", True, what

    def links_not(self, what: Selection, pair: Pair) -> Condition:
        return Said(None, Not(self._enclose(pair, what)))

    def _enclose(self, pair: Pair, what: Selection) -> Condition:
        left, right = pair
        made: Condition = finish(Mentions, {"what": what, "where": Between((left,), (right,), Here())})
        return made

    def _only(self, pair: Pair, what: Selection) -> Condition:
        return self.only_between(what, pair)

    def _apart(self, pair: Pair, words: Interval) -> Condition:
        left, right = pair
        return Compare(Count(WORD, Between((left,), (right,), Here())), words)

    def _near(self, pair: Pair, distance: Interval) -> Condition:
        left, right = pair
        return Mentions(Choice((left,)), Beside("either", distance, (right,), Here()))

    def _together(self, pair: Pair) -> Condition:
        left, right = pair
        beside = Around(right.name) if isinstance(left, Argument) and isinstance(right, Argument) else None
        return Mentions(Choice((left,)), beside or Along((right,), Here()))

    def _same(self, pair: Pair, part: Place | None) -> Condition:
        left, right = (Inside(_name(one)) for one in pair)
        if part is None:
            return Same(left, right)
        return Same(*(_stretch(settle(part, own)) for own in (left, right)))

    # -- what is said of the text of one argument or the other -----------------------------------------------

    def said_of_either(self, left: Place, right: Place, predicate: Condition) -> Condition:
        return Or((Said(left, predicate), Said(right, predicate)))

    def said_of_both(self, left: Place, right: Place, predicate: Condition) -> Condition:
        return And((Said(left, predicate), Said(right, predicate)))

    def said_of_neither(self, left: Place, right: Place, predicate: Condition) -> Condition:
        return And((Said(left, Not(predicate)), Said(right, Not(predicate))))

    def said_of_pair_text(self, names: tuple[str, ...], predicate: Condition) -> Condition:
        return And(tuple(Said(Inside(name), predicate) for name in names))

    def said_of_no_pair_text(self, names: tuple[str, ...], predicate: Condition) -> Condition:
        return And(tuple(Said(Inside(name), Not(predicate)) for name in names))

    def contains_text(self, root: Place, name: str) -> Condition:
        return Mentions(Choice((TextOf(name),)), root)

    def starts_with_text(self, root: Place, name: str) -> Condition:
        return Mentions(Choice((TextOf(name),)), Edge("start", _stretch(root)))

    def ends_with_text(self, root: Place, name: str) -> Condition:
        return Mentions(Choice((TextOf(name),)), Edge("end", _stretch(root)))

    def contains_no_text(self, root: Place, name: str) -> Condition:
        return Not(self.contains_text(root, name))

    def starts_not_with_text(self, root: Place, name: str) -> Condition:
        return Not(self.starts_with_text(root, name))

    def ends_not_with_text(self, root: Place, name: str) -> Condition:
        return Not(self.ends_with_text(root, name))

    def differs(self, left: Place, right: Place) -> Condition:
        return Said(None, Not(Same(_stretch(left), _stretch(right))))

    # -- this and nothing else -------------------------------------------------------------------------------

    def only_there(self, one: Any, other: Any) -> Condition:
        """The phrase stands there, and as many words as it has; either may be said first."""
        what, place = (one, other) if isinstance(one, Selection) else (other, one)
        if len(what.parts) != 1 or not what.parts[0][1]:
            raise RefusedError("only one list can stand alone")
        choice = what.parts[0][0]
        if choice.least != 1 and len(choice.items) > 1:
            raise RefusedError("only one of a list can stand alone")
        if isinstance(place, Between) and any(isinstance(item, Argument) for item in choice.items):
            return Said(None, Or(tuple(Mentions(choice, wedge) for wedge in _wedges(place))))
        alone = [
            And((Mentions(Choice((item,)), place), Compare(Count(WORD, place), Interval(words, words))))
            for item in choice.items
            for words in [words_of(item)]
        ]
        return Said(None, alone[0] if len(alone) == 1 else Or(tuple(alone)))

    def word_there(self, place: Place, what: Selection) -> Condition:
        """The next word before or after something, or all there is between two things."""
        if isinstance(place, Beside) and place.side != "either" and place.distance in (ANYWHERE, NEXT):
            return Said(None, finish(Mentions, {"what": what, "where": replace(place, distance=NEXT)}))
        if isinstance(place, Between):
            return self.only_there(what, place)
        raise RefusedError("it is not clear which word this is")

    def is_word_there(self, what: Selection, place: Place) -> Condition:
        return self.word_there(place, what)

    def word_not_there(self, place: Place, what: Selection) -> Condition:
        return Not(self.word_there(place, what))

    def equals_words(self, root: Place, what: Selection) -> Condition:
        return self.only_there(what, root)

    def first_side(self) -> str:
        return "after"

    def last_side(self) -> str:
        return "before"

    def begins_between(self, what: Selection) -> Any:
        return what, "after"

    def ends_between(self, what: Selection) -> Any:
        return what, "before"

    def holds_between(self, what: Selection) -> Any:
        return what, "within"

    def lacks_between(self, what: Selection) -> Any:
        return what, "without"

    def fills_between(self, what: Selection) -> Any:
        return what, "alone"

    def edges_between(self, *edges: Any) -> tuple[Any, ...]:
        return edges

    def said_of_between(self, pair: Pair, edges: tuple[Any, ...]) -> Condition:
        return conjunction([self._part_between(what, part, pair) for what, part in edges])

    def _part_between(self, what: Selection, part: str, pair: Pair) -> Condition:
        if part == "alone":
            return self.only_between(what, pair)
        if part in ("before", "after"):
            return self.starts_between(what, part, pair)
        held = self.links(what, pair)
        return held if part == "within" else Not(held)

    def side_between(self, side: str, pair: Pair, what: Selection) -> Condition:
        return self.starts_between(what, side, pair)

    def starts_between(self, what: Selection, side: str, pair: Pair) -> Condition:
        """Between two things, next to the first or to the last of them."""
        left, right = pair
        nearest = finish(Beside, {"side": side, "distance": NEXT, "what": pair, "of": Here()})
        place = Joint((Between((left,), (right,), Here()), nearest))
        return Said(None, finish(Mentions, {"what": what, "where": place}))

    def divides(self, what: Selection, left: str, right: str) -> Condition:
        return self.links(what, (Argument(left), Argument(right)))

    def alone_links(self, what: Selection, pair: Pair) -> Condition:
        return self.only_between(what, pair)

    def alone_divides(self, what: Selection, left: str, right: str) -> Condition:
        return self.only_between(what, (Argument(left), Argument(right)))

    def empty_there(self, place: Place) -> Condition:
        return Said(None, Not(finish(Mentions, {"what": Choice(WORD), "where": place})))

    def adjacent(self, left: str, right: str) -> Condition:
        return Said(None, self._near((Argument(left), Argument(right)), NEXT))

    def side_by_side(self) -> Any:
        return "near", True, NEXT

    def not_side_by_side(self) -> Any:
        return "near", False, NEXT

    def follows_then(self, what: Selection, other: Any, name: str) -> Condition:
        """One thing, anywhere behind it a second one, and anywhere behind that an argument."""
        if len(what.parts) != 1 or what.parts[0][0].least != 1 or not what.parts[0][1]:
            raise RefusedError("an order is told of single things")
        behind = finish(Beside, {"side": "after", "distance": ANYWHERE, "what": what.parts[0][0].items, "of": Here()})
        ahead = finish(Beside, {"side": "before", "distance": ANYWHERE, "what": (Argument(name),), "of": Here()})
        return Said(None, Mentions(choose((other,), 1), Joint((behind, ahead))))

    def amid(self, kind: Sought) -> Place:
        """Right behind one of a kind and right before another."""
        around = [Beside(side, NEXT, (kind,), Here()) for side in ("after", "before")]
        return Joint(tuple(around))

    def only_between(self, what: Selection, pair: Pair) -> Condition:
        left, right = pair
        return self.only_there(what, Between((left,), (right,), Here()))

    def found_there(self, what: Selection, place: Any) -> Condition:
        return Said(None, finish(Mentions, {"what": what, "where": place}))

    def alone_linking(self, pair: Pair, what: Selection) -> Condition:
        return self.only_between(what, pair)

    def one_word_there(self, place: Place) -> Condition:
        return Said(None, Compare(checked(Count(WORD, place)), Interval(1, 1)))

    def counted_among(self, words: Interval, place: Place, what: Selection) -> Condition:
        """So many words are there, and this is one of them."""
        there = finish(Mentions, {"what": what, "where": place})
        return Said(None, And((finish(Count, {"what": WORD, "where": place, "amount": words}), there)))


def _wedges(place: Between) -> list[Place]:
    """Right behind the one and right before the other, either way round."""
    sides = ((place.left, place.right), (place.right, place.left))
    return [
        Joint((Beside("after", NEXT, one, place.of), Beside("before", NEXT, other, place.of))) for one, other in sides
    ]


def _name(one: Sought) -> str:
    """The name of an argument."""
    if not isinstance(one, Argument):
        raise RefusedError("only the arguments can be compared like this")
    return one.name


def _stretch(place: Place) -> Stretch:
    if not isinstance(place, Stretch):
        raise RefusedError("only runs of words can be compared")
    return place


def words_of(item: Sought) -> int:
    """How many words an occurrence has."""
    if isinstance(item, (Words, Form)):
        forms = [token.form for token in tokenize(clean(item.text))]
        return sum(map(_is_word, forms))
    if isinstance(item, Kind) and not KINDS[item.name].by_character:
        return 0 if item.name in SIGNS else 1
    if isinstance(item, Written) and item.name in SIGNS:
        return 0
    if isinstance(item, Characters) and not any(map(str.isalnum, item.text)):
        return 0
    raise RefusedError("it is not known how many words it has")


def _is_word(form: str) -> bool:
    import polars as pl

    return bool(KINDS["word"].weigh(pl.Series([form]))[0])


COSTS: dict[str, int] = {
    "part_belonging": 1,
    "follows_then": -1,
    "together": 3,
    "found_there": 1,
    **dict.fromkeys(("contains_text", "starts_with_text", "ends_with_text"), -1),
    **dict.fromkeys(("contains_no_text", "starts_not_with_text", "ends_not_with_text"), -1),
}
"""What a rule adds to the cost of a reading."""
