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
from .clauses import Clauses
from .lists import Lists
from .order import row_of
from .relations import Relations
from .spelling import Spelling, Style

Unit = Literal["word", "sentence"]


class Texts(Lists):
    """One method per rule, under the rule's name."""

    # -- numbers -------------------------------------------------------------------------------------------

    def four(self) -> int:
        return 4

    def five(self) -> int:
        return 5

    def six(self) -> int:
        return 6

    def seven(self) -> int:
        return 7

    def eight(self) -> int:
        return 8

    def nine(self) -> int:
        return 9

    def ten(self) -> int:
        return 10

    def one_more(self, n: float) -> float:
        return n + 1

    # -- parts ---------------------------------------------------------------------------------------------

    def same_text(self, place: Place) -> Place:
        return place

    def word_unit(self) -> Unit:
        return "word"

    def sentence_unit(self) -> Unit:
        return "sentence"

    def both_ends(self, one: str, other: str, unit: Unit, of: Place | None = None) -> tuple[Place, Place]:
        if one == other:
            raise RefusedError("it is the same part twice")
        first, last = (Portion(side, 1, unit, Here()) for side in ("first", "last"))
        if of is None:
            return first, last
        return settle(first, of), settle(last, of)

    def ends_of(self, of: Place, one: str, other: str, unit: Unit) -> tuple[Place, Place]:
        return self.both_ends(one, other, unit, of)

    def all_parts(self, parts: tuple[Place, ...]) -> Places:
        return Places(parts, "all")

    def any_part(self, parts: tuple[Place, ...]) -> Places:
        return Places(parts, "any")

    def no_part(self, parts: tuple[Place, ...]) -> Places:
        return Places(parts, "none")

    def parts_are(self, parts: tuple[Any, ...], what: Selection) -> Condition:
        return And(tuple(Clauses().stands_at(part, what) for part in parts))

    def any_part_is(self, parts: tuple[Any, ...], what: Selection) -> Condition:
        return Or(tuple(Clauses().stands_at(part, what) for part in parts))

    def no_part_is(self, parts: tuple[Any, ...], what: Selection) -> Condition:
        return Not(self.any_part_is(parts, what))

    # -- edges ---------------------------------------------------------------------------------------------

    def nothing_after(self, items: Patterns) -> Condition:
        return Said(None, self.ends_with((self.some(items),)))

    def nothing_before(self, items: Patterns) -> Condition:
        return Said(None, self.starts_with((self.some(items),)))

    def edge_here(self, side: str) -> Place:
        return Edge("start" if side == "after" else "end", Here())

    def edge_of(self, side: str, of: Place) -> Place:
        edge: Place = settle(self.edge_here(side), of)
        return edge

    def edge_belonging(self, of: Place, side: str) -> Place:
        return self.edge_of(side, of)

    def edge_letter(self, edge: Place, items: Patterns) -> Condition:
        listed = settled_list(self.listed(items))
        if any(item.scale != "letter" and getattr(item, "name", None) not in SIGNS for item in listed):
            raise RefusedError("a letter is no word")
        return Said(None, Mentions(Choice(listed), edge))

    def letter_edge(self, items: Patterns, edge: Place) -> Condition:
        return self.edge_letter(edge, items)

    def edge_quoted(self, edge: Place, text: str) -> Condition:
        if len(text) != 1:
            raise RefusedError("one letter or sign is meant")
        return Said(None, Mentions(Choice((Characters(text),)), edge))

    def quoted_edge(self, text: str, edge: Place) -> Condition:
        return self.edge_quoted(edge, text)

    def edge_choice(self, what: Selection) -> Selection:
        return what

    def edge_row(self, count: float, kinds: Patterns) -> Selection:
        listed = settled_list(self.listed(kinds))
        return Selection(((choose(listed if count == 1 else (row_of(listed, count),), 1), True),))

    def edge_things(self, *things: Selection) -> tuple[Selection, ...]:
        return things

    def starts_with(self, things: tuple[Selection, ...], side: str = "start") -> Condition:
        made = [finish(Mentions, {"what": what, "where": Edge(side, Here())}) for what in things]  # type: ignore[arg-type]
        return made[0] if len(made) == 1 else Or(tuple(made))

    def ends_with(self, things: tuple[Selection, ...]) -> Condition:
        return self.starts_with(things, "end")

    def part_is(self, what: Selection, part: Any) -> Condition:
        """It has that as its first word."""
        said = Clauses().stands_as(what, part)
        if not isinstance(said, Said):
            raise RefusedError("it is not clear what that part is")
        return said.body

    def part_is_so(self, part: Any, what: Selection) -> Condition:
        return self.part_is(what, part)

    def starts_it(self, subject: Place, what: Selection) -> Condition:
        return Said(subject, self.starts_with((what,)))

    def ends_it(self, subject: Place, what: Selection) -> Condition:
        return Said(subject, self.ends_with((what,)))

    def starts_not_with(self, things: tuple[Selection, ...]) -> Condition:
        return Not(self.starts_with(things))

    def ends_not_with(self, things: tuple[Selection, ...]) -> Condition:
        return Not(self.ends_with(things))

    # -- all that it says ----------------------------------------------------------------------------------

    def reads(self, items: Patterns) -> Condition:
        return self.just_reads(self.some(items))

    def reads_not(self, items: Patterns) -> Condition:
        return Not(self.reads(items))

    def just_reads(self, what: Selection) -> Condition:
        said = Relations().only_there(what, Here())
        assert isinstance(said, Said)
        return said.body

    def says_only(self, what: Selection, *_: Any) -> Condition:
        return Said(_[0] if _ else None, self.just_reads(what))

    def only_says(self, *items: Any) -> Condition:
        return self.says_only(items[-1], *items[:-1])

    def says_only_these(self, items: Patterns) -> Condition:
        return self.says_only(self.some(items))

    # -- what is left out ------------------------------------------------------------------------------------

    def bare_choice(self, what: Selection, place: Any = None) -> Condition:
        if place is None and all(isinstance(item, Argument) for choice, _ in what.parts for item in choice.items):
            raise RefusedError("it is not said what is told of the arguments")
        quoted = all(isinstance(item, Quoted) for choice, _ in what.parts for item in choice.items)
        return Said(None, finish(Mentions, {"what": what, "where": place or (AsBefore() if quoted else Here())}))

    bare_written = bare_choice

    def both_in_column(self, one: Patterns, column: Place, other: Patterns) -> Condition:
        """The place that is named for the first holds for the other too."""
        there = tuple(finish(Mentions, {"what": self.some(what), "where": column}) for what in (one, other))
        return Said(None, And(there))

    def spelled_there(self, item: Any, style: Style, place: Any = None) -> Condition:
        return self.bare_choice(self.some(Spelling().spelled(item, style)), place)

    def there_spelled(self, item: Any, place: Any, style: Style) -> Condition:
        return self.spelled_there(item, style, place)

    def and_lacks(self, clause: Condition, items: Any, place: Place | None = None) -> Condition:
        if place is None:
            return And((clause, Clauses().lacks(items)))
        return And((clause, finish(Mentions, {"what": self.nothing(items), "where": place})))

    def not_written(self, what: Selection, place: Any = None) -> Condition:
        return Not(self.bare_choice(what, place))

    def said_briefly(self, subject: Any, predicate: Any) -> Condition:
        if isinstance(predicate, Pending):
            raise RefusedError("it is not clear what is told of it")
        return Clauses().said_of_text(subject, predicate)

    def not_said_briefly(self, subject: Any, predicate: Any) -> Condition:
        if isinstance(predicate, Pending):
            raise RefusedError("it is not clear what is told of it")
        return Clauses().said_of_text(subject, Not(predicate))

    def nothing_says(self, *told: Any) -> Condition:
        """What nothing says, in a text that may be named before it, at a place that may be told behind it."""
        at = next(i for i, own in enumerate(told) if isinstance(own, Selection))
        subject = told[0] if at else None
        where = told[at + 1] if at + 1 < len(told) else Here()
        return Not(Said(subject, finish(Mentions, {"what": told[at], "where": where})))

    def mentions_again(self) -> Condition:
        return Mentions(Choice((Again(),)), Here())

    def has_one_such(self) -> Condition:
        """Of what was spoken of, another one: no argument."""
        return Mentions(Choice((ThatPhrase(),)), Here())

    def has_none_such(self) -> Condition:
        return Not(self.has_one_such())

    def mentions_none(self) -> Condition:
        return Not(self.mentions_again())

    def is_blank(self) -> Condition:
        return Blank(Here())

    def not_blank(self) -> Condition:
        return Not(self.is_blank())

    def empty_text(self, subject: Place) -> Condition:
        return Said(subject, self.is_blank())

    # -- questions -----------------------------------------------------------------------------------------

    def is_question(self) -> Condition:
        return Mentions(QUESTION, Edge("end", Here()))

    def is_no_question(self) -> Condition:
        return Not(self.is_question())

    def asks(self, place: Place | None = None) -> Condition:
        return Mentions(Choice((SentenceWith(QUESTION, "end"),)), place or Here())

    def asks_not(self) -> Condition:
        return Not(self.asks())

    def question_asked(self, place: Place | None = None) -> Condition:
        return Said(None, self.asks(place))

    def asks_so_many(self, amount: Interval) -> Condition:
        return Compare(Count((SentenceWith(QUESTION, "end"),), Here()), amount)

    def asks_or_more(self, number: float) -> Condition:
        return self.asks_so_many(Interval(number, None))


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
