"""From phrases to nodes: a primitive is made of what its slots were filled with."""

from __future__ import annotations

from dataclasses import dataclass, fields
from itertools import chain
from typing import Any

from ..grammar.nodes import And, Compare, Condition, Interval, Not, Quantity, slot_types
from ..primitives.arithmetic import Difference, Scaled
from ..primitives.base import Place, Primitive, Sought
from ..primitives.regions import ANYWHERE, NEXT, Beside, Between, Here, Joint
from ..primitives.relations import Argument, Around, Chain, Inside, TextOf
from ..primitives.sentences import QUESTION, SentenceWith
from ..primitives.surroundings import Along
from ..primitives.text import Choice, Count, Mentions
from .settling import settle
from .standins import Bare, Both, InOneSentence, Patterns, Places, Quoted, RefusedError, Selection, checked
from .templates import INTERVALS, Template, category
from .turns import is_sign

WITHIN = "a sentence does not stand beside what may stand in it"
"""Why what is told of a sentence and something else is refused."""


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
    if template.subject not in (None, "where"):
        return Pending(template, tuple(sorted(values.items(), key=lambda kv: kv[0])))
    return finish(cls, {**values, **fixed})


@dataclass(frozen=True, slots=True)
class Pending:
    """A predicate that waits for what it is said of ("occurs in the first sentence")."""

    template: Template
    values: tuple[tuple[str, Any], ...]


def finish(cls: type[Primitive], values: dict[str, Any]) -> Any:
    """The primitive with these slots: compared if it is a quantity, once per part if several things are sought."""
    hints = slot_types(cls)
    places = next(((n, v) for n, v in values.items() if isinstance(v, Places)), None)
    if places is not None:
        if issubclass(cls, Place):
            raise RefusedError("a place lies in one text")
        name, several = places
        listed = next(((n, v) for n, v in values.items() if isinstance(v, Selection)), None)
        if listed is not None and several.meant == "any" and not all(wanted for _, wanted in listed[1].parts):
            return conjunction([_in_any(cls, values, listed[0], part) for part in listed[1].parts])
        return several.joined([finish(cls, {**values, name: place}) for place in several.items])
    both = next((name for name, value in values.items() if isinstance(value, Both)), None)
    if both is not None:
        return _each(cls, values, both)
    for name, value in values.items():
        if isinstance(value, tuple) and any(isinstance(v, tuple) for v in value):
            value = values[name] = tuple(chain.from_iterable(v if isinstance(v, tuple) else (v,) for v in value))
        if isinstance(value, tuple) and all(isinstance(v, (Bare, Sought)) for v in value):
            values[name] = settled_list(value)
        elif isinstance(value, Bare):
            values[name] = settled_list((value,))[0]
        elif "int" in str(hints.get(name)) and isinstance(value, float):
            raise RefusedError(f"{value} is no whole number")
        if hints.get(name) is Sought and isinstance(values[name], tuple):
            raise RefusedError("only a single thing can be meant here")
    if cls is Count and len(what := values["what"]) == 1 and isinstance(what[0], Argument):
        values["what"] = (TextOf(what[0].name),)
    if issubclass(cls, (Beside, Between)):
        no_sentence(*(value for name, value in values.items() if name in ("what", "left", "right")))
    interval = next((values.pop(name) for name in INTERVALS if name in values), None)
    selection = next(((n, v) for n, v in values.items() if isinstance(v, Selection)), None)
    if selection is not None:
        name, parts = selection[0], selection[1].parts
        if cls is Mentions:
            stands_elsewhere({item for choice, _ in parts for item in choice.items}, values["where"])
        if issubclass(cls, Sought) and (len(parts) != 1 or not parts[0][1]):
            raise RefusedError("what is looked for is not told by what it lacks")
        made = [checked(cls(**{**values, name: choice})) for choice, _ in parts]
        return conjunction([one if wanted else Not(one) for one, (_, wanted) in zip(made, parts, strict=True)])
    made_one = checked(cls(**values))
    return Compare(made_one, interval) if isinstance(made_one, Quantity) and interval is not None else made_one


def stands_elsewhere(things: set[Sought], place: Any) -> None:
    """Refuses what would stand beside itself, or between itself and something else."""
    if isinstance(place, Joint):
        for part in place.parts:
            stands_elsewhere(things, part)
    arguments = {item for item in things if isinstance(item, Argument)}
    others = {item for item in things if not item.single}
    if isinstance(place, Between) and not (arguments | others).isdisjoint((*place.left, *place.right)):
        raise RefusedError("nothing stands between itself and something else")
    if isinstance(place, Beside) and len(place.what) == 1 and place.what[0] in arguments:
        raise RefusedError("nothing stands beside itself")
    touching = isinstance(place, Beside) and place.distance == NEXT and any(item.single for item in place.what)
    if touching and any(isinstance(item, SentenceWith) and item.what != QUESTION for item in things):
        raise RefusedError(WITHIN)


def no_sentence(*sides: tuple[Sought, ...]) -> None:
    """Refuses a sentence beside an argument, which stands in one."""
    told = [item for side in sides for item in side]
    sentences = [isinstance(item, SentenceWith) and item.what != QUESTION for item in told]
    if any(sentences) and any(item.single for item in told):
        raise RefusedError(WITHIN)


def outside_itself(place: Beside | Between) -> None:
    """Refuses what would stand beside an argument, and within it."""
    root = place.of.root
    if isinstance(root, Inside) and Argument(root.name) in place.children():
        raise RefusedError("nothing that is part of an argument stands beside it")


def _in_any(cls: type[Primitive], values: dict[str, Any], name: str, part: tuple[Choice, bool]) -> Any:
    """What is or is not found in any of several places."""
    found = finish(cls, {**values, name: Selection(((part[0], True),))})
    return found if part[1] else Not(found)


def _each(cls: type[Primitive], values: dict[str, Any], name: str) -> Any:
    """What holds of each of the patterns in a slot: a condition of them all, or a place beside them all."""
    if issubclass(cls, Between):
        raise RefusedError("it stands between two things")
    items = settled_list(values[name].items)
    if (
        issubclass(cls, Beside)
        and values["side"] != "either"
        and values["distance"] == NEXT
        and any(map(is_sign, items))
    ):
        return finish(cls, {**values, name: (checked(Chain(items)),)})  # "a comma and the word x" stand in that order
    made = [finish(cls, {**values, name: (item,)}) for item in items]
    if issubclass(cls, Beside) and values["side"] != "either" and values["distance"] != ANYWHERE:  # after the later one
        made = [finish(cls, {**values, name: (item,), "distance": ANYWHERE}) for item in items]
        made.append(finish(cls, {**values, name: items}))
    if any(isinstance(own, Quantity) for own in made):
        raise RefusedError("several things are counted together or one by one: say which")
    return checked(Joint(tuple(made))) if issubclass(cls, Place) else conjunction(made)


def conjunction(items: list[Condition]) -> Condition:
    """All of the conditions; the condition itself if there is only one."""
    return items[0] if len(items) == 1 else And(tuple(items))


def one_sentence(first: Sought, *others: Sought) -> Condition:
    """The first one in a sentence with each of the others; one of two in that of the other, if that is an argument."""
    if len(others) == 1 and isinstance(others[0], Argument):
        around = InOneSentence if isinstance(first, Argument) else Around
        return Mentions(Choice((first,)), around(others[0].name))
    if len(others) == 1 and isinstance(first, Argument):
        return one_sentence(others[0], first)
    places = [Along((other,), Here()) for other in others]
    return Mentions(Choice((first,)), places[0] if len(places) == 1 else Joint(tuple(places)))


def settled_list(items: Patterns) -> tuple[Sought, ...]:
    """Quoted items without a word of their own are matched like the item before them."""
    settled: list[Sought] = []
    if any(isinstance(own, Both) for own in (items, *(items if isinstance(items, tuple) else ()))):
        raise RefusedError("all of several cannot be meant here")
    for item in items:
        if isinstance(item, Bare):
            before = settled[-1] if settled else None
            text_slots = {f.name for f in fields(before)} if before is not None else set()  # type: ignore[arg-type]
            if before is not None and "text" in text_slots:
                slots = {**dict(before.slots()), "text": item.text}
                item = type(before)(**slots)
            else:
                item = Quoted(item.text)
        settled.append(checked(item))
    return tuple(settled)


def choose(items: Patterns, least: int) -> Choice:
    """At least ``least`` of the items."""
    return Choice(settled_list(items), least)


def count_of(items: Patterns) -> int:
    """How many different items there are."""
    return len(dict.fromkeys(settled_list(items)))


def unfixed(template: Template) -> dict[str, Any]:
    """The slots that a phrase fixes, but for the place."""
    return {name: value for name, value in template.phrase.fixed if name not in ("where", "of")}


def proportion(one: Quantity, times: Interval, other: Quantity) -> Condition:
    """That there is so many times as much of one as of the other; "twice as many" are two for each, and some at all."""
    parts: list[Condition] = []
    if times.low is not None:
        gap = checked(Difference(one, checked(Scaled(times.low, other))))
        parts.append(Compare(gap, Interval(0, None, times.low_open)))
        if isinstance(one, Count) and not times.low_open:
            parts.append(Compare(one, Interval(1, None)))
    if times.high is not None and times.high != times.low:
        gap = checked(Difference(one, checked(Scaled(times.high, other))))
        parts.append(Compare(gap, Interval(None, 0, high_open=times.high_open)))
    return conjunction(parts)
