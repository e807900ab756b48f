"""From phrases to nodes: a primitive is made of what its slots were filled with, and clauses get their subjects."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any, Literal, TypeGuard

from ..grammar.nodes import And, Compare, Condition, Interval, Not, Or, Quantity, node, slot_types
from ..primitives.base import Observation, Place, Primitive, Sought
from ..primitives.dates import Calendar, Moment
from ..primitives.patterns import Kind, Words
from ..primitives.regions import ANYWHERE, Beside, Between, Here, Joint, Stretch, Whole
from ..primitives.relations import Argument, Around, Inside, TextOf
from ..primitives.sections import Heading, Section
from ..primitives.tables import Field, Present
from ..primitives.text import Choice, Count, Mentions
from .argument_names import OTHER
from .numerals import Worth
from .templates import INTERVALS, Template, category
from .units import may_be_worth


class RefusedError(Exception):
    """This way of reading the words means nothing; ``args[0]`` says why, ``advice`` what to do, if that is special."""

    def __init__(self, why: str, advice: str | None = None) -> None:
        self.advice = advice
        super().__init__(why)


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
    bare: bool = False
    """Whether the subject was left out, and not only because the clause has another one; the place, if there is one,
    was then said first."""


@node
class About(Condition):
    """A condition all of which is told of a text. Only in readings, never in a function."""

    subject: Place
    body: Condition


@dataclass(frozen=True, slots=True)
class Both:
    """Patterns each of which is meant, where usually one of several is enough ("after X and Y")."""

    items: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Places:
    """Regions of which no single one is meant: all of them, any of them, or none."""

    items: tuple[Any, ...]
    meant: str
    unclear: bool = False
    """Whether it cannot be told of which of them something is denied ("not in the title and the body")."""

    def joined(self, conditions: list[Condition]) -> Condition:
        """What holds there, of what holds in each."""
        if self.meant == "all":
            return And(tuple(conditions))
        return Or(tuple(conditions)) if self.meant == "any" else And(tuple(Not(each) for each in conditions))


@node
class It(Whole):
    """The text, or the argument that the clause before was about. Only in readings, never in a function."""


@node
class ItsName(Whole):
    """The text of the argument that was spoken of before ("in its name"). Only in readings, never in a function."""


@node
class Again(Sought):
    """What was spoken of before ("after it"). Only in readings, never in a function."""


@node
class Former(Sought):
    """What the clause before was about, if it told where one thing stands. Only in readings, never in a function."""


@node
class Quoted(Words):
    """Quoted text of which it is not said how it is matched. Only in readings, never in a function."""


@node
class SameQuantity(Quantity):
    """What was measured in the clause before ("and it is below 5"). Only in readings, never in a function."""


@node
class Them(Sought):
    """The things of the list that was spoken of before ("one of them"). Only in readings, never in a function."""


@node
class There(Place):
    """Where the thing before was looked for ("and not there"). Only in readings, never in a function."""


@node
class Counted(Place):
    """Where words were counted of which one is spoken of ("one of them"). Only in readings, never in a function.

    ``nth`` is which one of them, from the end if below 0; ``sole`` if there is to be no other.
    """

    nth: int = 0
    sole: bool = False


@node
class ThatSentence(Whole):
    """The sentence of the argument that was spoken of before. Only in readings, never in a function."""


@node
class ThatSection(Whole):
    """The section that was spoken of before. Only in readings, never in a function."""


@node
class InBetween(Between):
    """Between the two things that the clause before set in order, else the arguments. Only in readings."""


Patterns = tuple[Any, ...]


def resolve(condition: Condition) -> Condition:
    """Give every clause its subject: its own, or that of the clause before it, or the text.

    Behind a clause about an argument or a part, only a clause that leaves its subject out is about that too; what is
    said behind "in the first sentence" is said of it.
    """
    current: list[Place] = [Whole()]
    placed = [True]
    named: list[Sought | None] = [None]
    things: list[Sought | None] = [None]
    listed: list[tuple[Sought, ...]] = [()]
    there: list[Place | None] = [None]
    texts: list[set[Place]] = [set()]
    headed: list[Section | None] = [None]
    sections: list[Section | None] = [None]
    measured: list[Quantity | None] = [None]
    standing: list[Place | None] = [None]
    former: list[Sought | None] = [None]
    ordered: list[tuple[Sought, Sought] | None] = [None]
    counted: list[Compare | None] = [None]

    def visit(item: Any) -> Any:
        if isinstance(item, About):
            current[0] = settle(visit(item.subject), Whole())
            return visit(item.body)
        if isinstance(item, Said):
            if isinstance(item.subject, It):
                current[0] = headed[0] or _topic(current[0])
            elif isinstance(item.subject, ItsName):
                current[0] = visit(item.subject)
            elif isinstance(item.subject, ThatSentence):
                current[0] = _sentence_of(named[0])
            elif isinstance(item.subject, ThatSection):
                current[0] = _that_section(sections[0])
            elif item.subject is not None:
                current[0] = settle(visit(item.subject), Whole())
            if item.subject is not None:
                placed[0] = item.bare
            about = current[0] if item.subject is not None or item.bare or _of_text(current[0]) else Whole()
            if item.subject is None and not item.bare and not placed[0]:
                about = _topic(about)
            if item.subject is None and item.bare and standing[0] is not None and not _beside_argument(item.body):
                about = standing[0]  # "x is before y and has two words": x has them
            if about == Whole() and there[0] is not None and any(isinstance(node, Again) for node in item.body.walk()):
                about = there[0].root if isinstance(there[0].root, Whole) else about  # "it" stands in that text
            argument = named[0]
            if _is_about_argument(item.body) and things[0] is not None:  # "x is before it": not one before the other
                named[0] = things[0]
            said = visit(settle(item.body, about))
            named[0] = argument
            former[0] = _subject(said)
            standing[0] = _standing(said, standing[0] if item.bare else None)
            if item.subject is not None and isinstance(current[0], Whole):  # "the text begins with x and has two words"
                standing[0] = None
            things[0] = _thing(said) or things[0]
            named[0] = _spoken_of(said) or named[0]
            ordered[0] = _ordered(said) or ordered[0]
            listed[0] = next((own.items for own in _lists(said)), listed[0])
            there[0] = next((_there(own) for own in said.walk() if isinstance(own, (Mentions, Count))), there[0])
            counted[0] = next(filter(_counts_words, said.walk()), counted[0])
            headed[0] = section_there(said) if item.subject is None else None
            sections[0] = headed[0] or next((own for own in said.walk() if isinstance(own, Section)), sections[0])
            texts[0] = {own for own in said.walk() if isinstance(own, Section)}
            texts[0] = texts[0] or {own for own in said.walk() if isinstance(own, Whole)}
            return said
        if isinstance(item, SameQuantity):
            if measured[0] is None:
                raise RefusedError("it is not clear what is compared with the number")
            return measured[0]
        if isinstance(item, Compare) and item.quantity == SameQuantity() and not _may_be(measured[0], item.interval):
            return item  # its unit may tell what is compared
        if isinstance(item, Compare):
            compared = item.map(visit)
            measured[0] = _measured(compared.quantity)
            return compared
        if isinstance(item, Observation):
            measured[0] = Field(item.column) if isinstance(item, Present) else None
        if isinstance(item, Choice) and item.items == (Them(),):
            if not listed[0]:
                raise RefusedError("it is not clear what the pronoun stands for")
            return of_them(listed[0], item)
        if isinstance(item, InBetween) and ordered[0] is not None:
            left, right = ordered[0]
            return Between((left,), (right,), visit(item.of))
        if isinstance(item, ThatSentence):
            return _sentence_of(named[0])
        if isinstance(item, ThatSection):
            return _that_section(sections[0])
        if isinstance(item, There):
            if there[0] is None:
                raise RefusedError("it is not clear where that is")
            return there[0]
        if isinstance(item, Counted):
            return _of_the_counted(item, counted[0], there[0])
        if isinstance(item, ItsName):
            return Inside(named[0].name) if isinstance(named[0], Argument) else _topic(current[0])
        if isinstance(item, It):
            topic = _topic(current[0])
            return texts[0].copy().pop() if topic == Whole() and len(texts[0]) == 1 else topic
        if isinstance(item, Former):
            if former[0] is None:
                raise RefusedError("it is not clear what the pronoun stands for")
            return former[0]
        if isinstance(item, Between) and isinstance(named[0], Again):
            item = _between_it(item)
        if isinstance(item, Again):
            if named[0] is None or isinstance(named[0], Again):
                raise RefusedError("it is not clear what the pronoun stands for")
            return named[0]
        return item.map(visit)

    resolved: Condition = visit(condition)
    return resolved


def _between_it(place: Between) -> Between:
    """Between an argument and "it": that is the other argument, where it is not clear otherwise what it is."""
    ends = (place.left, place.right)
    for one, other in (ends, ends[::-1]):
        if one == (Again(),) and len(other) == 1 and isinstance(other[0], Argument):
            rest = (Argument(OTHER + other[0].name),)
            return replace(place, left=rest if one is place.left else other, right=other if one is place.left else rest)
    return place


def of_them(listed: tuple[Sought, ...], wanted: Choice) -> Choice:
    """So many of a list; 0 is all of it."""
    if wanted.least > len(listed):
        raise RefusedError(f"there are only {len(listed)} of them")
    return Choice(listed, wanted.least or len(listed))


def _may_be(quantity: Quantity | None, interval: Interval) -> bool:
    """Whether what was measured may be so much again: no count is so much money or so many minutes."""
    if isinstance(quantity, (Moment, Calendar)):
        return False
    units = {end.unit for end in (interval.low, interval.high) if isinstance(end, Worth)} - {"percent"}
    if quantity is None or not units or not isinstance(quantity, Field):
        return quantity is not None
    return all(may_be_worth(quantity.column, unit) for unit in units)


def _measured(quantity: Quantity) -> Quantity | None:
    """What a clause says a number of: its column, not that with which it is compared."""
    own = getattr(quantity, "left", quantity)
    return own if getattr(own, "column", None) else None


def _topic(place: Place) -> Place:
    """What "it" stands for behind a clause: an argument, its sentence, a section, a column, or the text."""
    within = place
    while not isinstance(within, Section) and within is not within.root:
        within = getattr(within, "of", within.root)
    if isinstance(within, Section):
        return within
    return place.root if isinstance(place.root, (Inside, Around, Whole)) else Whole()


def _spoken_of(condition: Condition) -> Sought | None:
    """What a pronoun in the next clause stands for: the only argument, or without one the only thing sought."""
    nodes = list(condition.walk())
    arguments = {node.name for node in nodes if isinstance(node, (Argument, Inside))}
    if len(arguments) == 1:
        return Argument(arguments.pop())
    sought = {item for node in nodes if isinstance(node, Choice) for item in node.items}
    sought |= {item for node in nodes if isinstance(node, Count) for item in node.what}
    sought -= {item for item in sought if isinstance(item, Argument)}
    return sought.pop() if len(sought) == 1 else Again()


def _subject(said: Condition) -> Sought | None:
    """The one thing of which it is told where it stands, or else the argument whose text is spoken of."""
    found = {own.what.items for own in said.walk() if isinstance(own, Mentions) and isinstance(own.where.root, Whole)}
    if found:
        items = found.pop()
        return items[0] if len(items) == 1 and not found else None
    names = {own.name for own in said.walk() if isinstance(own, Inside)}
    return Argument(names.pop()) if len(names) == 1 else None


def _standing(said: Condition, before: Place | None) -> Place | None:
    """The text of the one argument of which it is told where it stands."""
    if not _is_about_argument(said):
        return before
    names = {
        item.name for own in said.walk() if isinstance(own, Choice) for item in own.items if isinstance(item, Argument)
    }
    return Inside(names.pop()) if len(names) == 1 else None


def _beside_argument(condition: Condition) -> bool:
    """Whether something is told to stand before, after or between arguments."""
    return any(isinstance(own, Argument) for own in condition.walk())


def _is_about_argument(condition: Any) -> bool:
    """Whether it tells where an argument stands."""
    sought = [item for node in condition.walk() if isinstance(node, Choice) for item in node.items]
    return bool(sought) and all(isinstance(item, Argument) for item in sought)


def _thing(condition: Condition) -> Sought | None:
    """The only thing in a clause that is no argument."""
    found = {node for node in condition.walk() if isinstance(node, Sought) and not isinstance(node, (Argument, Again))}
    return found.pop() if len(found) == 1 else None


def _ordered(condition: Condition) -> tuple[Sought, Sought] | None:
    """The two things of which one is told to stand beside the other; of an argument only beside an argument."""
    for own in condition.walk():
        if isinstance(own, Mentions) and len(own.what.items) == 1 and isinstance(own.where, Beside):
            one, others = own.what.items[0], own.where.what
            if len(others) == 1 and isinstance(one, Argument) == isinstance(others[0], Argument):
                return one, others[0]
    return None


def _there(spoken_of: Mentions | Count) -> Place:
    """What "there" stands for: between two things, or else the text or its part in which something was looked for."""
    place = spoken_of.where
    while not isinstance(place, (Stretch, Between)):
        place = getattr(place, "of", place.root)
    return place


def _counts_words(condition: Any) -> TypeGuard[Compare]:
    """Whether it tells how many words there are."""
    return (
        isinstance(condition, Compare)
        and isinstance(condition.quantity, Count)
        and condition.quantity.what == (Kind("word"),)
    )


def _of_the_counted(which: Counted, counts: Compare | None, there: Place | None) -> Place:
    """The place of the words that were counted, or of those between two things; or of one of them."""
    place = counts.quantity.where if counts is not None and isinstance(counts.quantity, Count) else there
    if place is None or (counts is None and not isinstance(place, Between)):
        raise RefusedError("it is not clear which words are meant")
    if which.sole and (counts is None or counts.interval.over_integers().high != 1):
        raise RefusedError("it is not clear which word this is")
    if not which.nth:
        return place
    if not isinstance(place, Between):
        raise RefusedError("it is not clear which word this is")
    side: Literal["after", "before"] = "after" if which.nth > 0 else "before"
    distance = Interval(abs(which.nth), abs(which.nth))
    nth: Place = checked(Joint((place, Beside(side, distance, (*place.left, *place.right), place.of))))
    return nth


def _lists(condition: Condition) -> list[Choice]:
    """The lists of several things that are sought."""
    return [node for node in condition.walk() if isinstance(node, Choice) and len(node.items) > 1]


def section_there(said: Condition) -> Section | None:
    """The section of which it is said that it is there."""
    alone = said.what.items if isinstance(said, Mentions) and len(said.what.items) == 1 else ()
    if not isinstance(said, Mentions) or not alone or not isinstance(alone[0], Heading):
        return None
    place = Whole() if said.where == Here() else said.where
    return Section(alone[0].name, place) if isinstance(place, Whole) else None


def _that_section(spoken_of: Section | None) -> Place:
    if spoken_of is None:
        raise RefusedError("it is not clear which section is meant")
    return spoken_of


def _sentence_of(spoken_of: Sought | None) -> Place:
    """The sentence of an argument; all of the text if none was spoken of."""
    if isinstance(spoken_of, Again):
        raise RefusedError("it is not clear which sentence is meant")
    return Around(spoken_of.name) if isinstance(spoken_of, Argument) else Whole()


def _of_text(place: Place) -> bool:
    return isinstance(place.root, (Whole, Here))


def settle(item: Any, place: Place) -> Any:
    """``item`` with ``place`` for the region that is meant by :class:`Here`."""
    if isinstance(item, Here):
        return place
    if isinstance(place, Places):
        return _in_each(item, place)
    if isinstance(item, Said) and item.subject is not None:
        return Said(settle(place, item.subject), item.body, item.bare)
    settled = item.map(lambda child: settle(child, place))
    for name, hint in slot_types(type(settled)).items():
        if hint is Stretch and not isinstance(getattr(settled, name, None), Stretch):
            raise RefusedError("a part of a neighbourhood is no part of the text")
    return checked(settled) if settled is not item and isinstance(settled, Primitive) else settled


def _in_each(item: Any, places: Places) -> Any:
    """A condition in all or any of the places, or denied in any; a part of each of them."""
    if places.meant == "any" and isinstance(item, Not):
        return Not(_in_each(item.item, places))
    if places.meant == "any" and isinstance(item, Said) and item.subject is None and isinstance(item.body, Not):
        return Said(None, _in_each(item.body, places), item.bare)
    settled = [settle(item, place) for place in places.items]
    if isinstance(item, Condition):
        return places.joined(settled)
    return Places(tuple(settled), places.meant)


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
    interval = next((values.pop(name) for name in INTERVALS if name in values), None)
    selection = next(((n, v) for n, v in values.items() if isinstance(v, Selection)), None)
    if selection is not None:
        name, parts = selection[0], selection[1].parts
        if issubclass(cls, Sought) and (len(parts) != 1 or not parts[0][1]):
            raise RefusedError("what is looked for is not told by what it lacks")
        made = [checked(cls(**{**values, name: choice})) for choice, _ in parts]
        return conjunction([one if wanted else Not(one) for one, (_, wanted) in zip(made, parts, strict=True)])
    made_one = checked(cls(**values))
    return Compare(made_one, interval) if isinstance(made_one, Quantity) and interval is not None else made_one


def _in_any(cls: type[Primitive], values: dict[str, Any], name: str, part: tuple[Choice, bool]) -> Any:
    """What is or is not found in any of several places."""
    found = finish(cls, {**values, name: Selection(((part[0], True),))})
    return found if part[1] else Not(found)


def _each(cls: type[Primitive], values: dict[str, Any], name: str) -> Any:
    """What holds of each of the patterns in a slot: a condition of them all, or a place beside them all."""
    if issubclass(cls, Between):
        raise RefusedError("it stands between two things")
    items = settled_list(values[name].items)
    made = [finish(cls, {**values, name: (item,)}) for item in items]
    if issubclass(cls, Beside) and values["side"] != "either" and values["distance"] != ANYWHERE:  # after the later one
        made = [finish(cls, {**values, name: (item,), "distance": ANYWHERE}) for item in items]
        made.append(finish(cls, {**values, name: items}))
    return checked(Joint(tuple(made))) if issubclass(cls, Place) else conjunction(made)


def checked(item: Any) -> Any:
    """The node, if it means something."""
    fault = item.fault()
    if fault is not None:
        raise RefusedError(fault, item.advice)
    return item


def conjunction(items: list[Condition]) -> Condition:
    """All of the conditions; the condition itself if there is only one."""
    return items[0] if len(items) == 1 else And(tuple(items))


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
