"""What each closed-class rule of the grammar means: one method per rule, under the rule's name.

The words of a rule stand in ``grammar/*.lark``; here is only what they mean. Children come as arguments.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from ..grammar.nodes import And, Condition, Interval, Not, Or
from ..primitives.base import Place
from ..primitives.patterns import Words
from ..primitives.regions import Beside, Here, Portion, Whole
from ..primitives.text import Choice, Mentions
from .assemble import (
    Bare,
    Patterns,
    Pending,
    RefusedError,
    Said,
    Selection,
    choose,
    conjunction,
    count_of,
    finish,
    settle,
    settled_list,
    unfixed,
)
from .templates import category

Side = Literal["before", "after", "either"]


class Rules:
    """One method per rule of the closed-class grammar, under the rule's name; children come as arguments."""

    # clauses
    def start(self, condition: Condition) -> Condition:
        return condition

    def sentences(self, *conditions: Condition) -> Condition:
        return conjunction(list(conditions))

    def unless(self, condition: Condition, exception: Condition) -> Condition:
        return And((condition, Not(exception)))

    def unless_first(self, exception: Condition, condition: Condition) -> Condition:
        return And((Not(exception), condition))

    def any_clause(self, *conditions: Condition) -> Condition:
        return Or(conditions)

    any_clause_listed = any_clause_inside = any_clause

    def one_clause(self, *conditions: Condition) -> Condition:
        return And((Or(conditions), Not(And(conditions))))

    def every_clause(self, *conditions: Condition) -> Condition:
        return And(conditions)

    def said_of_text(self, subject: Place, predicate: Condition) -> Condition:
        return Said(subject, predicate)

    def said_of_same(self, predicate: Condition) -> Condition:
        return Said(None, predicate)

    def said_of_what(self, what: Selection, predicate: Any) -> Condition:
        pending, wanted = predicate
        cls = pending.template.primitive
        value: Any = what
        if category(cls, "what") == "patterns":
            if len(what.parts) != 1 or not what.parts[0][1] or what.parts[0][0].least != 1:
                raise RefusedError("this is counted for one list at a time")
            value = what.parts[0][0].items
        made = finish(cls, {**dict(pending.values), **unfixed(pending.template), "what": value})
        return Said(None, made if wanted else Not(made))

    def located(self, place: Place, condition: Condition) -> Condition:
        moved: Condition = settle(condition, place)
        return moved

    def grouped(self, condition: Condition) -> Condition:
        return condition

    def denied_group(self, condition: Condition) -> Condition:
        return Not(condition)

    def neither(self, *items: Any) -> Condition:
        subject = items[0] if isinstance(items[0], Place) else None
        predicates = items[1:] if subject is not None else items
        return Said(subject, And(tuple(Not(p) for p in predicates)))

    def stands_at(self, part: Place, what: Selection) -> Condition:
        if not isinstance(part, Portion) or (part.unit, part.count) != ("word", 1):
            raise RefusedError("only a single word can be told what it is")
        return Said(part, finish(Mentions, {"what": what, "where": Here()}))

    def stands_not_at(self, part: Place, what: Selection) -> Condition:
        return Not(self.stands_at(part, what))

    def lacks(self, items: Any) -> Condition:
        return Said(None, finish(Mentions, {"what": self.nothing(items), "where": Here()}))

    def follows(self, what: Selection, other: Patterns, side: Side = "after", within: int | None = None) -> Condition:
        beside = Beside(side, within, settled_list(other), Here())
        return Said(None, finish(Mentions, {"what": what, "where": beside}))

    def precedes(self, what: Selection, other: Patterns) -> Condition:
        return self.follows(what, other, "before")

    def follows_right(self, what: Selection, other: Patterns) -> Condition:
        return self.follows(what, other, "after", 1)

    def precedes_right(self, what: Selection, other: Patterns) -> Condition:
        return self.follows(what, other, "before", 1)

    def affirmed(self, predicate: Any, place: Place | None = None) -> Any:
        if isinstance(predicate, Pending):
            return predicate, True
        return predicate if place is None else settle(predicate, place)

    def denied(self, predicate: Any, place: Place | None = None) -> Any:
        if isinstance(predicate, Pending):
            return predicate, False
        return Not(self.affirmed(predicate, place))

    # subjects and places
    def whole(self) -> Place:
        return Whole()

    the_text = whole

    def the_column(self, name: str | None) -> Place:
        return Whole(name)

    def part_here(self, part: Place) -> Place:
        return part

    def part_of(self, part: Place, of: Place) -> Place:
        settled: Place = settle(part, of)
        return settled

    def composed(self, *places: Place) -> Place:
        result: Place = places[-1]
        for place in reversed(places[:-1]):
            result = settle(place, result)
        return result

    def in_region(self, place: Place) -> Place:
        return place

    def anywhere(self, place: Place | None = None) -> Place:
        return place if place is not None else Here()

    # lists
    def quoted(self, text: str) -> str:
        return text

    def lexicon(self, items: Patterns) -> Patterns:
        return items

    def listed(self, *items: Any) -> Patterns:
        flat: list[Any] = []
        behind_list = False  # a named list keeps its way of matching to itself
        for item in items:
            if isinstance(item, tuple):
                flat += item
            else:
                flat.append(Words(item.text) if behind_list and isinstance(item, Bare) else item)
            behind_list = isinstance(item, tuple)
        return tuple(flat)

    def some(self, items: Any) -> Selection:
        return Selection(((choose(self.listed(items), 1), True),))

    def every(self, items: Any) -> Selection:
        listed = self.listed(items)
        return Selection(((choose(listed, count_of(listed)), True),))

    def nothing(self, *items: Any) -> Selection:
        return Selection(((choose(self.listed(*items), 1), False),))

    def so_many(self, amount: Interval, items: Any) -> Selection:
        listed = self.listed(items)
        whole = amount.over_integers()
        parts: list[tuple[Choice, bool]] = []
        if whole.low is not None and whole.low > 0:
            parts.append((choose(listed, int(whole.low)), True))
        if whole.high is not None:
            if whole.high < 0:
                raise RefusedError("no number is meant")
            if whole.high < count_of(listed) or not parts:
                parts.append((choose(listed, int(whole.high) + 1), False))
        if not parts:
            raise RefusedError("any number of them would do")
        return Selection(tuple(parts))

    def and_also(self, first: Selection, second: Any) -> Selection:
        return Selection((*first.parts, *second.parts))

    def just_one(self, *items: Any) -> Selection:
        listed = self.listed(*items)
        return Selection(((choose(listed, 1), True), (choose(listed, 2), False)))

    def but_not(self, wanted: Selection, unwanted: Any) -> Selection:
        return Selection((*wanted.parts, (choose(self.listed(unwanted), 1), False)))

    # amounts
    def at_least(self, n: float) -> Interval:
        return Interval(n, None)

    def at_most(self, n: float) -> Interval:
        return Interval(None, n)

    def more_than(self, n: float) -> Interval:
        return Interval(n, None, low_open=True)

    def less_than(self, n: float) -> Interval:
        return Interval(None, n, high_open=True)

    def exactly(self, n: float) -> Interval:
        return Interval(n, n)

    def between(self, low: float, high: float) -> Interval:
        if low > high:
            raise RefusedError(f"between {low} and {high} is nothing: the smaller number comes first")
        return Interval(low, high)

    def one_or_other(self, low: float, high: float) -> Interval:
        if high != low + 1:
            raise RefusedError("only neighbouring numbers are an interval")
        return Interval(low, high)

    def overlap(self, first: Interval, second: Interval) -> Interval:
        return first.intersect(second)

    def majority(self) -> Interval:
        return Interval(0.5, None, low_open=True)

    def totality(self) -> Interval:
        return Interval(1, 1)

    def nullity(self) -> Interval:
        return Interval(0, 0)

    def number(self, n: float) -> float:
        return n

    frequency = number

    def fraction(self, n: float) -> float:
        if not 0 <= n <= 1:
            raise RefusedError(f"{n} is no share: it lies between 0 and 1")
        return n

    def unity(self) -> int:
        return 1

    def two(self) -> int:
        return 2

    def three(self) -> int:
        return 3

    def half(self) -> float:
        return 0.5

    def hundredth(self, n: float) -> float:
        return self.fraction(n / 100)

    def thirds(self, n: float = 1) -> float:
        return self.fraction(n / 3)

    def quarters(self, n: float = 1) -> float:
        return self.fraction(n / 4)

    def fifths(self, n: float = 1) -> float:
        return self.fraction(n / 5)

    def tenths(self, n: float = 1) -> float:
        return self.fraction(n / 10)


COSTS = {
    "any_clause_inside": 4,
    "but_not": 1,
    "nothing": 0,
    "so_many": 1,
    "one_or_other": 2,
    "lacks": 2,
    "_comma_alone": 3,
}
"""What a rule adds to the cost of a reading; a cheaper reading is preferred."""

RULES: dict[str, Callable[..., Any]] = {name: getattr(Rules(), name) for name in dir(Rules) if not name.startswith("_")}
