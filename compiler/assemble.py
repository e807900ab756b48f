"""From the rules of the grammar to nodes: what each closed-class rule means, by the rule's name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Any, Literal, get_type_hints

from ..grammar.nodes import And, Compare, Condition, Interval, Not, Or, Quantity, node
from ..primitives.base import Place, Primitive, Sought
from ..primitives.patterns import Words
from ..primitives.regions import Beside, Here, Portion, Stretch, Whole
from ..primitives.text import Choice, Mentions
from .templates import INTERVALS, Template, category


class Refused(Exception):
    """This way of reading the words means nothing; ``args[0]`` says why."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What is looked for, as people list it: choices, each to be found (True) or not (False)."""

    parts: tuple[tuple[Choice, bool], ...]


@dataclass(frozen=True, slots=True)
class Bare:
    """Quoted text without a word for how it is to be matched; in a list it follows the item before it."""

    text: str


@node
class Said(Condition):
    """A condition and the subject it was said of; None: the same as before. Only in readings, never in a function."""

    subject: Place | None
    body: Condition


Patterns = tuple[Any, ...]
Side = Literal["before", "after", "either"]


def resolve(condition: Condition) -> Condition:
    """Give every clause its subject: its own, or that of the clause before it, or the text."""
    current: list[Place] = [Whole()]

    def visit(item: Any) -> Any:
        if isinstance(item, Said):
            if item.subject is not None:
                current[0] = settle(item.subject, Whole())
            return visit(settle(item.body, current[0]))
        return item.map(visit)

    resolved: Condition = visit(condition)
    return resolved


def settle(item: Any, place: Place) -> Any:
    """``item`` with ``place`` for the region that is meant by :class:`Here`."""
    if isinstance(item, Here):
        return place
    if isinstance(item, Said) and item.subject is not None:
        return Said(settle(place, item.subject), item.body)
    settled = item.map(lambda child: settle(child, place))
    for name, hint in get_type_hints(type(settled)).items():
        if hint is Stretch and not isinstance(getattr(settled, name, None), Stretch):
            raise Refused("a part of a neighbourhood is no part of the text")
    return settled


# -- generated rules -----------------------------------------------------------------------------------------


def fill(template: Template, children: tuple[tuple[str, Any], ...]) -> Any:
    """The node of a generated rule: the phrase's fixed slots, and the children in its named ones."""
    cls, phrase = template.primitive, template.phrase
    values: dict[str, Any] = {}
    rest = list(children)
    for slot in phrase.slots[1 if template.subject else 0 :]:
        wanted = slot.category or category(cls, slot.name)
        if rest and rest[0][0] == wanted:
            values[slot.name] = rest.pop(0)[1]
    fixed = dict(phrase.fixed)
    names = {f.name for f in fields(cls)}  # type: ignore[arg-type]
    for name in ("where", "of"):
        if name in names:
            own = values.pop(name, None)
            values[name] = fixed.pop(name, Here())
            if own is not None:
                values[name] = settle(values[name], own)
    if template.subject == "what":
        return Pending(template, tuple(sorted(values.items(), key=lambda kv: kv[0])))
    return finish(cls, {**values, **fixed})


@dataclass(frozen=True, slots=True)
class Pending:
    """A predicate that waits for what it is said of ("occurs in the first sentence")."""

    template: Template
    values: tuple[tuple[str, Any], ...]


def finish(cls: type[Primitive], values: dict[str, Any]) -> Any:
    """The primitive with these slots: compared if it is a quantity, once per part if several things are sought."""
    interval = next((values.pop(name) for name in INTERVALS if name in values), None)
    hints = get_type_hints(cls)
    for name, value in values.items():
        if isinstance(value, tuple) and all(isinstance(v, (Bare, Sought)) for v in value):
            values[name] = _settled_list(value)
        elif hints.get(name) is int or "int" in str(hints.get(name)):
            if value is not None and not isinstance(value, int):
                raise Refused(f"{value} is no whole number")
    selection = next(((n, v) for n, v in values.items() if isinstance(v, Selection)), None)
    if selection is not None:
        name, parts = selection[0], selection[1].parts
        made = [_checked(cls(**{**values, name: choice})) for choice, _ in parts]
        return _every([one if wanted else Not(one) for one, (_, wanted) in zip(made, parts, strict=True)])
    made_one = _checked(cls(**values))
    return Compare(made_one, interval) if isinstance(made_one, Quantity) and interval is not None else made_one


def _checked(item: Any) -> Any:
    """The node, if it means something."""
    fault = item.fault()
    if fault is not None:
        raise Refused(fault)
    return item


def _every(items: list[Condition]) -> Condition:
    return items[0] if len(items) == 1 else And(tuple(items))


def _settled_list(items: Patterns) -> tuple[Sought, ...]:
    """Quoted items without a word of their own are matched like the item before them."""
    settled: list[Sought] = []
    for item in items:
        if isinstance(item, Bare):
            before = settled[-1] if settled else None
            text_slots = {f.name for f in fields(before)} if before is not None else set()  # type: ignore[arg-type]
            if before is not None and "text" in text_slots:
                slots = {**dict(before.slots()), "text": item.text}
                item = type(before)(**slots)
            else:
                item = Words(item.text)
        settled.append(_checked(item))
    return tuple(settled)


def _choice(items: Patterns, least: int) -> Choice:
    return Choice(_settled_list(items), least)


def _count_of(items: Patterns) -> int:
    return len(dict.fromkeys(_settled_list(items)))


# -- closed-class rules --------------------------------------------------------------------------------------


class Rules:
    """One method per rule of the closed-class grammar, under the rule's name; children come as arguments."""

    # clauses
    def start(self, condition: Condition) -> Condition:
        return condition

    def sentences(self, *conditions: Condition) -> Condition:
        return _every(list(conditions))

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
                raise Refused("this is counted for one list at a time")
            value = what.parts[0][0].items
        made = finish(cls, {**dict(pending.values), **_unfixed(pending.template), "what": value})
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
            raise Refused("only a single word can be told what it is")
        return Said(part, finish(Mentions, {"what": what, "where": Here()}))

    def stands_not_at(self, part: Place, what: Selection) -> Condition:
        return Not(self.stands_at(part, what))

    def follows(self, what: Selection, other: Patterns, side: Side = "after", within: int | None = None) -> Condition:
        beside = Beside(side, within, _settled_list(other), Here())
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
        for item in items:
            flat += item if isinstance(item, tuple) else [item]
        return tuple(flat)

    def some(self, items: Any) -> Selection:
        return Selection(((_choice(self.listed(items), 1), True),))

    def every(self, items: Any) -> Selection:
        listed = self.listed(items)
        return Selection(((_choice(listed, _count_of(listed)), True),))

    def nothing(self, *items: Any) -> Selection:
        return Selection(((_choice(self.listed(*items), 1), False),))

    def so_many(self, amount: Interval, items: Any) -> Selection:
        listed = self.listed(items)
        whole = amount.over_integers()
        parts: list[tuple[Choice, bool]] = []
        if whole.low is not None and whole.low > 0:
            parts.append((_choice(listed, int(whole.low)), True))
        if whole.high is not None:
            if whole.high < 0:
                raise Refused("no number is meant")
            if whole.high < _count_of(listed) or not parts:
                parts.append((_choice(listed, int(whole.high) + 1), False))
        if not parts:
            raise Refused("any number of them would do")
        return Selection(tuple(parts))

    def and_also(self, first: Selection, second: Any) -> Selection:
        return Selection((*first.parts, *second.parts))

    def just_one(self, *items: Any) -> Selection:
        listed = self.listed(*items)
        return Selection(((_choice(listed, 1), True), (_choice(listed, 2), False)))

    def but_not(self, wanted: Selection, unwanted: Any) -> Selection:
        return Selection((*wanted.parts, (_choice(self.listed(unwanted), 1), False)))

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
            raise Refused(f"between {low} and {high} is nothing: the smaller number comes first")
        return Interval(low, high)

    def one_or_other(self, low: float, high: float) -> Interval:
        if high != low + 1:
            raise Refused("only neighbouring numbers are an interval")
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
            raise Refused(f"{n} is no share: it lies between 0 and 1")
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


def _unfixed(template: Template) -> dict[str, Any]:
    return {name: value for name, value in template.phrase.fixed if name not in ("where", "of")}


COSTS = {"any_clause_inside": 4, "but_not": 1, "nothing": 0, "so_many": 1, "one_or_other": 2}
"""What a rule adds to the cost of a reading; a cheaper reading is preferred."""

RULES: dict[str, Callable[..., Any]] = {
    name: getattr(Rules(), name) for name in dir(Rules) if not name.startswith("_")
}
