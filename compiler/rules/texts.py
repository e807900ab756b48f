"""What the rules of ``texts.lark`` mean for parts: by number, the edges, all that it says, questions."""

from __future__ import annotations

from typing import Any, Literal

from ...grammar.nodes import And, Compare, Condition, Interval, Not, Or
from ...primitives.base import Place
from ...primitives.patterns import Characters
from ...primitives.regions import Edge, Here, Portion
from ...primitives.relations import Argument
from ...primitives.sentences import QUESTION, SentenceWith
from ...primitives.text import Choice, Count, Mentions
from ..assemble import Pending, choose, finish, settled_list
from ..settling import settle
from ..standins import Again, AsBefore, Blank, Patterns, Places, Quoted, RefusedError, Said, Selection, ThatPhrase
from ..turns import SIGNS
from .alone import only_there
from .clauses import lacks, said_of_text, stands_as, stands_at
from .lists import listed, nothing, some
from .single import row_of
from .spelling import Style, spelled

Unit = Literal["word", "sentence"]


# -- numbers -------------------------------------------------------------------------------------------


def four() -> int:
    return 4


def five() -> int:
    return 5


def six() -> int:
    return 6


def seven() -> int:
    return 7


def eight() -> int:
    return 8


def nine() -> int:
    return 9


def ten() -> int:
    return 10


def one_more(n: float) -> float:
    return n + 1


# -- parts ---------------------------------------------------------------------------------------------


def word_unit() -> Unit:
    return "word"


def sentence_unit() -> Unit:
    return "sentence"


def both_ends(one: str, other: str, unit: Unit, of: Place | None = None) -> tuple[Place, Place]:
    if one == other:
        raise RefusedError("it is the same part twice")
    first, last = (Portion(side, 1, unit, Here()) for side in ("first", "last"))
    if of is None:
        return first, last
    return settle(first, of), settle(last, of)


def ends_of(of: Place, one: str, other: str, unit: Unit) -> tuple[Place, Place]:
    return both_ends(one, other, unit, of)


def all_parts(parts: tuple[Place, ...]) -> Places:
    return Places(parts, "all")


def any_part(parts: tuple[Place, ...]) -> Places:
    return Places(parts, "any")


def no_part(parts: tuple[Place, ...]) -> Places:
    return Places(parts, "none")


def parts_are(parts: tuple[Any, ...], what: Selection) -> Condition:
    return And(tuple(stands_at(part, what) for part in parts))


def any_part_is(parts: tuple[Any, ...], what: Selection) -> Condition:
    return Or(tuple(stands_at(part, what) for part in parts))


def no_part_is(parts: tuple[Any, ...], what: Selection) -> Condition:
    return Not(any_part_is(parts, what))


# -- edges ---------------------------------------------------------------------------------------------


def nothing_after(items: Patterns) -> Condition:
    return Said(None, ends_with((some(items),)))


def nothing_before(items: Patterns) -> Condition:
    return Said(None, starts_with((some(items),)))


def edge_here(side: str) -> Place:
    return Edge("start" if side == "after" else "end", Here())


def edge_of(side: str, of: Place) -> Place:
    edge: Place = settle(edge_here(side), of)
    return edge


def edge_belonging(of: Place, side: str) -> Place:
    return edge_of(side, of)


def edge_letter(edge: Place, items: Patterns) -> Condition:
    found = settled_list(listed(items))
    if any(item.scale != "letter" and getattr(item, "name", None) not in SIGNS for item in found):
        raise RefusedError("a letter is no word")
    return Said(None, Mentions(Choice(found), edge))


def letter_edge(items: Patterns, edge: Place) -> Condition:
    return edge_letter(edge, items)


def edge_quoted(edge: Place, text: str) -> Condition:
    if len(text) != 1:
        raise RefusedError("one letter or sign is meant")
    return Said(None, Mentions(Choice((Characters(text),)), edge))


def quoted_edge(text: str, edge: Place) -> Condition:
    return edge_quoted(edge, text)


def edge_row(count: float, kinds: Patterns) -> Selection:
    found = settled_list(listed(kinds))
    return Selection(((choose(found if count == 1 else (row_of(found, count),), 1), True),))


def edge_things(*things: Selection) -> tuple[Selection, ...]:
    return things


def starts_with(things: tuple[Selection, ...], side: str = "start") -> Condition:
    made = [finish(Mentions, {"what": what, "where": Edge(side, Here())}) for what in things]  # type: ignore[arg-type]
    return made[0] if len(made) == 1 else Or(tuple(made))


def ends_with(things: tuple[Selection, ...]) -> Condition:
    return starts_with(things, "end")


def part_is(what: Selection, part: Any) -> Condition:
    """It has that as its first word."""
    said = stands_as(what, part)
    if not isinstance(said, Said):
        raise RefusedError("it is not clear what that part is")
    return said.body


def part_is_so(part: Any, what: Selection) -> Condition:
    return part_is(what, part)


def starts_it(subject: Place, what: Selection) -> Condition:
    return Said(subject, starts_with((what,)))


def ends_it(subject: Place, what: Selection) -> Condition:
    return Said(subject, ends_with((what,)))


def starts_not_with(things: tuple[Selection, ...]) -> Condition:
    return Not(starts_with(things))


def ends_not_with(things: tuple[Selection, ...]) -> Condition:
    return Not(ends_with(things))


# -- all that it says ----------------------------------------------------------------------------------


def reads(items: Patterns) -> Condition:
    return just_reads(some(items))


def reads_not(items: Patterns) -> Condition:
    return Not(reads(items))


def just_reads(what: Selection) -> Condition:
    said = only_there(what, Here())
    assert isinstance(said, Said)
    return said.body


def says_only(what: Selection, *_: Any) -> Condition:
    return Said(_[0] if _ else None, just_reads(what))


def only_says(*items: Any) -> Condition:
    return says_only(items[-1], *items[:-1])


def says_only_these(items: Patterns) -> Condition:
    return says_only(some(items))


# -- what is left out ------------------------------------------------------------------------------------


def bare_choice(what: Selection, place: Any = None) -> Condition:
    if place is None and all(isinstance(item, Argument) for choice, _ in what.parts for item in choice.items):
        raise RefusedError("it is not said what is told of the arguments")
    quoted = all(isinstance(item, Quoted) for choice, _ in what.parts for item in choice.items)
    return Said(None, finish(Mentions, {"what": what, "where": place or (AsBefore() if quoted else Here())}))


bare_written = bare_choice


def both_in_column(one: Patterns, column: Place, other: Patterns) -> Condition:
    """The place that is named for the first holds for the other too."""
    there = tuple(finish(Mentions, {"what": some(what), "where": column}) for what in (one, other))
    return Said(None, And(there))


def spelled_there(item: Any, style: Style, place: Any = None) -> Condition:
    return bare_choice(some(spelled(item, style)), place)


def there_spelled(item: Any, place: Any, style: Style) -> Condition:
    return spelled_there(item, style, place)


def and_lacks(clause: Condition, items: Any, place: Place | None = None) -> Condition:
    if place is None:
        return And((clause, lacks(items)))
    return And((clause, finish(Mentions, {"what": nothing(items), "where": place})))


def not_written(what: Selection, place: Any = None) -> Condition:
    return Not(bare_choice(what, place))


def said_briefly(subject: Any, predicate: Any) -> Condition:
    if isinstance(predicate, Pending):
        raise RefusedError("it is not clear what is told of it")
    return said_of_text(subject, predicate)


def not_said_briefly(subject: Any, predicate: Any) -> Condition:
    if isinstance(predicate, Pending):
        raise RefusedError("it is not clear what is told of it")
    return said_of_text(subject, Not(predicate))


def nothing_says(*told: Any) -> Condition:
    """What nothing says, in a text that may be named before it, at a place that may be told behind it."""
    at = next(i for i, own in enumerate(told) if isinstance(own, Selection))
    subject = told[0] if at else None
    where = told[at + 1] if at + 1 < len(told) else Here()
    return Not(Said(subject, finish(Mentions, {"what": told[at], "where": where})))


def mentions_again() -> Condition:
    return Mentions(Choice((Again(),)), Here())


def has_one_such() -> Condition:
    """Of what was spoken of, another one: no argument."""
    return Mentions(Choice((ThatPhrase(),)), Here())


def has_none_such() -> Condition:
    return Not(has_one_such())


def mentions_none() -> Condition:
    return Not(mentions_again())


def is_blank() -> Condition:
    return Blank(Here())


def not_blank() -> Condition:
    return Not(is_blank())


def empty_text(subject: Place) -> Condition:
    return Said(subject, is_blank())


# -- questions -----------------------------------------------------------------------------------------


def is_question() -> Condition:
    return Mentions(QUESTION, Edge("end", Here()))


def is_no_question() -> Condition:
    return Not(is_question())


def asks(place: Place | None = None) -> Condition:
    return Mentions(Choice((SentenceWith(QUESTION, "end"),)), place or Here())


def asks_not() -> Condition:
    return Not(asks())


def question_asked(place: Place | None = None) -> Condition:
    return Said(None, asks(place))


def asks_so_many(amount: Interval) -> Condition:
    return Compare(Count((SentenceWith(QUESTION, "end"),), Here()), amount)


def asks_or_more(number: float) -> Condition:
    return asks_so_many(Interval(number, None))


COSTS = {
    "bare_choice": 5,
    "said_briefly": 2,
    "not_said_briefly": 2,
    "reads": 2,
    "reads_not": 2,
    "says_only": 1,
    "just_reads": 1,
    "edge_row": 1,
}
"""What a rule adds to the cost of a reading."""
