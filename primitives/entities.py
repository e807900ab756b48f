"""Entities: people, places, dates and other typed things that an annotation column or a spaCy pipeline has found."""

from __future__ import annotations

from typing import Literal, NamedTuple

import numpy as np

from ..grammar.nodes import node
from .base import Mask, Observation, Sought, Source
from .patterns import Kind
from .phrases import say
from .regions import Here, Stretch
from .relations import Inside
from .run import Run
from .spans import Positions, Spans


class Name(NamedTuple):
    """What people call a type of entity, and the tags that mean it."""

    singular: str
    plural: str
    aliases: tuple[str, ...]
    tags: frozenset[str]


ENTITIES: dict[str, Name] = {
    name: Name(singular, plural, aliases, frozenset(tags.split()))
    for name, singular, plural, aliases, tags in (
        ("person", "a person", "people", ("persons", "human", "humans", "individual", "individuals"), "PERSON PER"),
        ("place", "a place", "places", ("location", "locations"), "GPE LOC FAC LOCATION PLACE"),
        (
            "country",
            "a country or city",
            "countries or cities",
            ("country", "countries", "city", "cities", "gpe"),
            "GPE",
        ),
        (
            "organisation",
            "an organisation",
            "organisations",
            ("organization", "organizations", "company", "companies", "institution", "institutions", "org"),
            "ORG ORGANIZATION ORGANISATION",
        ),
        ("nationality", "a nationality", "nationalities", (), "NORP"),
        ("date", "a date", "dates", (), "DATE"),
        ("clock_time", "a time of day", "times of day", (), "TIME"),
        ("money", "an amount of money", "amounts of money", ("sum of money", "sums of money"), "MONEY"),
        ("percentage", "a percentage", "percentages", (), "PERCENT"),
        ("product", "a product", "products", (), "PRODUCT"),
        ("event", "an event", "events", (), "EVENT"),
        ("chemical", "a chemical", "chemicals", ("drug", "drugs", "medication", "medications"), "CHEMICAL DRUG CHEM"),
        ("disease", "a disease", "diseases", ("disorder", "disorders", "illness", "illnesses"), "DISEASE"),
        ("gene", "a gene", "genes", ("protein", "proteins"), "GENE PROTEIN GGP GENE_OR_GENE_PRODUCT"),
        ("named_thing", "a named entity", "named entities", ("entity", "entities"), ""),
    )
}
"""The everyday names of entities. Tags are compared without regard to case; no tag at all means any of them."""


class Tagged(Sought):
    """What all patterns over entities share."""

    __slots__ = ()

    def tags(self) -> frozenset[str]:
        """The tags that count, in capitals; none means any."""
        raise NotImplementedError

    def reads(self) -> frozenset[Source]:
        """The entities."""
        return frozenset([Source("entities")])

    def spans(self, run: Run, column: str | None) -> Spans:
        """The tokens of the entities with these tags."""
        return self.found(run, column)

    def found(self, run: Run, column: str | None) -> Spans:
        """The tokens of the entities with these tags, each place once."""
        nothing = np.zeros(0, dtype=np.int64)
        if not run.is_first(column):
            return Spans(nothing, nothing, nothing)
        own = run.corpus.entities
        start, end = run.corpus.entity_tokens
        wanted = np.array([not self.tags() or kind.upper() in self.tags() for kind in own.types], dtype=bool)
        kept = np.flatnonzero(wanted[own.kind] & (start < end)) if len(own.row) else nothing
        places = np.unique(np.stack([start[kept], end[kept], own.row[kept]]), axis=1)
        return Spans(places[0], places[1], places[2])


@node
class Entity(Tagged):
    """An entity of an everyday type; ``other`` if it must share no word with an argument."""

    name: str
    other: bool = False

    example = "there are at least two people between X and Y"
    category = "kind"
    phrases = (
        *(
            say("(" + "|".join((own.singular, own.plural, *own.aliases)) + ")", name=name, other=False)
            for name, own in ENTITIES.items()
        ),
        *(
            say("(" + "|".join((
                f"another {own.singular.removeprefix('a ').removeprefix('an ')}", f"other {own.plural}",
                *(f"{other} {each}" for each in own.aliases for other in ("another", "other")),
            )) + ")", name=name, other=True)
            for name, own in ENTITIES.items()
        ),
    )  # fmt: skip

    def tags(self) -> frozenset[str]:
        """The tags of the type."""
        return ENTITIES[self.name].tags

    def reads(self) -> frozenset[Source]:
        """The entities, and the arguments if it must be none of them."""
        return frozenset([Source("entities"), Source("spans")] if self.other else [Source("entities")])

    def fault(self) -> str | None:
        """The name must be known."""
        return None if self.name in ENTITIES else f"there is no entity called {self.name}"

    def spans(self, run: Run, column: str | None) -> Spans:
        """The tokens of the entities of this type."""
        found = self.found(run, column)
        if not self.other:
            return found
        free = np.ones(len(found), dtype=bool)
        for name in run.corpus.arguments:
            start, end = run.argument(name)
            free &= (found.end <= start[found.row]) | (end[found.row] <= found.start)
        return found.keep(free)


@node
class Tag(Tagged):
    """An entity with a tag that is given as it is written in the data."""

    text: str

    example = 'an entity of type "NORP" occurs in it'
    phrases = (
        say("an entity tagged {text}"),
        say("entity (of type|of kind|labelled|labeled|with the tag|with tag) {text}"),
    )

    def tags(self) -> frozenset[str]:
        """The tag."""
        return frozenset([self.text.strip().upper()])

    def fault(self) -> str | None:
        """A tag has a name."""
        return None if self.text.strip() else "there is no tag in the quotes"


@node
class IsA(Observation):
    """An argument is an entity of a type: one with its tag shares a word with it."""

    where: Stretch
    what: tuple[Sought, ...]

    example = "person1 is not a place"
    phrases = (say("{where} is {what:types}"),)
    order = {"what": 1}

    def fault(self) -> str | None:
        """Only an argument is told what it is, and only by types of entity."""
        if any(not isinstance(item, Entity) or item.other for item in self.what):
            return "only types such as a person or a place tell what an argument is"
        return None if isinstance(self.where, (Here, Inside)) else "only an argument is told what it is"

    def holds(self, run: Run) -> Mask:
        """Where an entity of the type and the argument share a token."""
        spans = run.spans(self.what, self.where.column)
        start, stop = self.where.bounds(run, spans.row)
        return spans.keep((spans.start < stop) & (start < spans.end)).hit(len(run)) & run.known(self)


WORDS = frozenset(["word", "number", "capitalised_word"])
"""The kinds of token that have a text of their own."""


@node
class Nearest(Stretch):
    """The text of the occurrence of a kind that is the nearest before or after an argument, if any."""

    side: Literal["before", "after"]
    what: Sought
    name: str

    category = "root"
    example = 'the person before person1 contains "Smith"'
    phrases = (
        say("the nearest {what:kind} before {name:argument}", side="before"),
        say("the nearest {what:kind} after {name:argument}", side="after"),
        say("[(next|closest|last)] {what:kind} [(right|immediately|directly)] (before|preceding) {name:argument}",
            side="before"),
        say("[(next|closest|first)] {what:kind} [(right|immediately|directly)] (after|following) {name:argument}",
            side="after"),
    )  # fmt: skip

    def reads(self) -> frozenset[Source]:
        """The argument's span, and the text."""
        return frozenset([Source("span", self.name), Source("text")])

    def fault(self) -> str | None:
        """A sign or a letter is no text."""
        worded = isinstance(self.what, Tagged) or (isinstance(self.what, Kind) and self.what.name in WORDS)
        return None if worded else "only words and entities stand before or after another"

    def bounds(self, run: Run, rows: Positions) -> tuple[Positions, Positions]:
        """The tokens of the last occurrence that ends before the argument, or of the first that starts after it."""
        spans, (start, end) = run.spans((self.what,), None), run.argument(self.name)
        if self.side == "before":
            ordered = spans.keep(np.lexsort((spans.start, spans.end, spans.row)))
            low, high = _range(ordered.row, rows)
            found = np.minimum(high, np.searchsorted(ordered.end, start[rows], "right")) - 1
        else:
            ordered = spans.keep(np.lexsort((spans.end, spans.start, spans.row)))
            low, high = _range(ordered.row, rows)
            found = np.maximum(low, np.searchsorted(ordered.start, end[rows], "left"))
        there = (low <= found) & (found < high) & (start[rows] < end[rows])
        edges = start[rows]
        if not len(ordered):
            return edges, edges
        place = np.clip(found, 0, len(ordered) - 1)
        return tuple(np.where(there, at[place], edges) for at in (ordered.start, ordered.end))  # type: ignore[return-value]


def _range(sorted_rows: Positions, rows: Positions) -> tuple[Positions, Positions]:
    """Where the occurrences of each row begin and end among all."""
    return np.searchsorted(sorted_rows, rows, "left"), np.searchsorted(sorted_rows, rows, "right")
