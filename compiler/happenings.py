"""What happens to rows and what they do, by the names of columns: when one was closed, where it goes, who smokes."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from ..corpora.schema import FieldKind
from ..corpora.tokenizer import is_english, lemma
from .naming import COLUMNS, TIMES, Column, Reference, Words, plain_words
from .stems import LEAST, nominals, participles, stem

Called = list[tuple[str, FieldKind, Words]]
"""The name of each column, the kind of its values, and its words."""

WHEN = frozenset(
    ["at", "on", "date", "time", "ts", "timestamp", "datetime", "day", "last", "first", "is", "when", "dt", "of"]
)
"""The words in the names of columns of dates that do not tell what happened then."""

MOMENTS = ("date", "day", "time", "timestamp")
"""What is said behind what happened, or before "of", of when it did."""

ALIKE = (
    ("ordered", "placed", "bought", "purchased", "made"),
    ("shipped", "sent", "dispatched"),
    ("posted", "published"),
    ("departed", "departs", "departing", "left", "leaves", "leaving", "takes off", "took off", "taking off"),
    ("arrived", "arrives", "arriving", "landed", "lands", "landing"),
    ("sale", "sold"),
    ("flight", "flown", "flies", "flew", "flying"),
)
"""Words that tell of the same moment in the life of a row."""

GOING = frozenset(["depart", "arrive", "leave", "land"])
"""The verbs of our own that may also tell when something happened."""

IN_FULL = {"dep": "departure", "arr": "arrival", "reg": "registration", "exp": "expiry"}
"""Nouns that stand short in the names of columns of dates."""

PARTICLES = ("up", "off", "out", "in", "on", "down")
"""What stands behind verbs that are written with it in the names of columns: ``pickup``, ``check_in``."""

DOUBLED = re.compile(r"(?:^|[^aeiou])[aeiou][bdgklmnprt]$")
"""The end of a verb whose last letter is doubled before -ed and -ing: "log"."""

PLACES_OF = frozenset(
    ["country", "city", "state", "region", "address", "zip", "place", "destination", "town", "province", "zone",
     "area", "district", "location", "county", "neighborhood", "neighbourhood"]
)  # fmt: skip
"""The last words of columns of places."""

ORIGIN = "\0origin"
"""What stands in a reading for the column that tells since when there is what the row is about."""

BEGUN = "\0begun"
"""What stands in a reading for that column where something ended, and for the end of the time up to now elsewhere."""

WHENEVER = "\0when"
"""What stands in a reading for the only column that may tell when something was."""

ORIGINS = (
    frozenset(["installed", "built", "made", "manufactured", "produced", "born", "birth", "dob", "founded"]),
    frozenset(["created", "opened", "registered", "commissioned", "established", "posted", "published", "issued"]),
)  # fmt: skip
"""The words in the names of such columns, the surest first."""

ENDED = frozenset(map(stem, (
    "closed", "resolved", "solved", "fixed", "answered", "replied", "responded", "approved", "rejected", "decided",
    "shipped", "sent", "dispatched", "delivered", "fulfilled", "finished", "completed", "cancelled", "ended",
    "returned", "refunded", "paid", "repaid", "settled", "processed", "handled", "terminated", "discharged", "sold",
)))  # fmt: skip
"""What happens to a row after its beginning: within so long is counted from there."""

BORN = (("born",), ("birthday",), ("date", "of", "birth"), ("birth", "date"))
"""How people speak of the date of birth."""


def done(called: Called, own: Container[str]) -> Iterator[tuple[Words, Reference]]:
    """What happened on a date, in other forms of the verb: "the closing date", "posted", "the date of installation"."""
    dates = [(Column(name, kind), plain_words(name)) for name, kind, _ in called if kind in TIMES]
    told = [(column, words, [IN_FULL.get(w, w) for w in words if w not in WHEN]) for column, words in dates]
    stems = [("last" in words, stem(keys[0])) for _, words, keys in told if len(keys) == 1]
    for column, words, keys in told:
        reference = (COLUMNS[column.kind], column)
        if {"birth", "dob", "birthday"} & {*words}:
            yield from ((form, reference) for form in BORN)
        last = "last" in words
        if len(keys) not in (1, 2) or not "".join(keys).isalpha():
            continue
        if len(keys) == 2 or (last and (False, stem(keys[0])) in stems):
            yield from (((*(("last",) if last else ()), *form), reference) for form in phrasal(tuple(keys)))
            continue
        if stems.count((last, stem(keys[0]))) > 1:
            continue
        yield from ((form, reference) for form in phrasal(tuple(keys)))
        for form in dict.fromkeys((keys[0], *nominals(keys[0]), *_alike(keys[0]))):
            for moment in MOMENTS:
                yield from (((form, moment), reference), ((moment, "of", form), reference))
                yield (moment, "of", "the", form), reference
        for form in (*participles(keys[0]), *_alike(keys[0])):
            if form not in own or lemma(form) in GOING:
                yield tuple(form.split()), reference
                if last:
                    yield ("last", form), reference
        yield from (((form,), ("MOMENT_NOUN", column)) for form in nominals(keys[0]))


def phrasal(words: Words) -> Iterator[Words]:
    """The forms of a verb that is written as one with its particle.

    >>> [" ".join(form) for form in phrasal(("pickup",))]
    ['pick up', 'picks up', 'picked up', 'picking up']
    >>> [" ".join(form) for form in phrasal(("logout",))]
    ['log out', 'logs out', 'logged out', 'logging out']
    """
    joined = "".join(words)
    for particle in PARTICLES:
        verb = joined.removesuffix(particle)
        if joined != verb and len(verb) >= LEAST and is_english(verb):
            root = verb + verb[-1] if DOUBLED.search(verb) else verb
            yield from ((form, particle) for form in (verb, f"{verb}s", f"{root}ed", f"{root}ing"))


def _alike(happened: str) -> Iterator[str]:
    """Other verbs for what happened: an order that was placed, bought or made."""
    own = stem(happened)
    yield from (verb for verbs in ALIKE if own in {stem(each) for each in verbs} for verb in verbs)


def places(called: Called) -> Iterator[tuple[Words, Reference]]:
    """Where something goes, by a column of places: "shipped to", "is billed to"."""
    moments = {stem(word) for name, kind, _ in called if kind in TIMES for word in plain_words(name)}
    for name, kind, _ in called:
        words = plain_words(name)
        if kind == "text" and len(words) == 2 and words[1] in PLACES_OF:
            for form in dict.fromkeys((words[0], *nominals(words[0]), *participles(stem(words[0])))):
                yield from (((form, where), ("PLACE_COLUMN", Column(name, kind))) for where in ("to", "from", "in"))
                if stem(words[0]) not in moments:
                    yield (form,), ("PLACE_COLUMN", Column(name, kind))
            if words[0] in ("native", "birth"):
                yield ("born", "in"), ("PLACE_COLUMN", Column(name, kind))
            for told in phrasal(words[:1]):
                yield from (
                    (((*told, *at)), ("PLACE_COLUMN", Column(name, kind))) for at in (("in",), ("at",), ("from",), ())
                )


MEASURED = {
    ("pays", "paying", "earns", "earning"): ("salary", "wage", "pay", "income", "earnings"),
    ("costs", "costing"): ("price", "cost", "fee", "fare"),
    ("sold for", "sells for", "selling for", "went for", "goes for"): ("price", "amount"),
    ("owes", "owing", "owed"): ("debt", "balance", "liabilities"),
    ("tried", "tries"): ("attempts", "tries", "trials"),
    ("makes", "making"): ("salary", "wage", "income", "earnings"),
    ("wants", "requests", "requesting", "requested", "borrows", "borrowing", "borrowed"): ("loan", "amount"),
    ("weighs", "weighing"): ("weight", "mass"),
    ("lasts", "lasted", "lasting", "takes", "took", "taking"): ("duration", "runtime", "length"),
}
"""Verbs that tell how much, and the words in the names of the columns that do."""


COMPARED = {
    ("cheaper", -1): ("price", "cost", "fare", "fee", "rent"),
    ("dearer", 1): ("price", "cost", "fare", "fee", "rent"),
    ("pricier", 1): ("price", "cost", "fare", "fee", "rent"),
    ("heavier", 1): ("weight", "mass"), ("lighter", -1): ("weight", "mass"),
    ("hotter", 1): ("temperature", "temp"), ("warmer", 1): ("temperature", "temp"),
    ("colder", -1): ("temperature", "temp"), ("cooler", -1): ("temperature", "temp"),
    ("faster", 1): ("speed", "velocity", "rpm"), ("slower", -1): ("speed", "velocity", "rpm"),
    ("taller", 1): ("height",), ("farther", 1): ("distance",), ("further", 1): ("distance",),
    ("bigger", 1): ("area", "size", "sqm"), ("larger", 1): ("area", "size", "sqm"),
    ("smaller", -1): ("area", "size", "sqm"),
}  # fmt: skip
"""Comparatives, whether they tell of more or less, and the words in the names of the columns of what."""


def compared(called: Called) -> Iterator[tuple[Words, Reference]]:
    """A comparative for the only column that it can be about: what is cheaper has a lower price."""
    for (comparative, sign), nouns in COMPARED.items():
        own = [name for name, kind, _ in called if kind == "number" and set(nouns) & {*plain_words(name)}]
        own = [name for name in own if name.lower() in nouns] or own
        if len(own) == 1:
            yield (comparative,), ("COMPARATIVE", (Column(own[0], "number"), sign))


def measuring(called: Called, own: Container[str]) -> Iterator[tuple[Words, Reference]]:
    """The verb for the only column of such a number: what a job pays is its salary."""
    for verbs, nouns in MEASURED.items():
        own = [name for name, kind, _ in called if kind == "number" and set(nouns) & {*plain_words(name)}]
        own = [name for name in own if name.lower() in nouns] or own
        if len(own) == 1:
            for verb in dict.fromkeys((*verbs, *map(lemma, verbs))):
                yield tuple(verb.split()), (COLUMNS["number"], Column(own[0], "number"))
    for name, kind, _ in called:
        noun = plain_words(name)[0]
        done = f"{noun.removesuffix('e')}ed"
        one = lemma(plain_words(name)[-1])
        counted = f"{one[:-1]}ied" if one.endswith("y") else f"{one.removesuffix('e')}ed"
        many = kind == "number" and one != plain_words(name)[-1] and lemma(counted) == one
        if many and is_english(counted) and counted not in own:  # replies are what is replied
            yield (counted,), (COLUMNS["number"], Column(name, "number"))
        if kind == "number" and len(noun) > LEAST and lemma(done) == noun:
            yield from (((done, *by), (COLUMNS["number"], Column(name, "number"))) for by in ((), ("by",), ("at",)))


def agents(called: Called, own: Container[str]) -> Iterator[tuple[Words, Reference]]:
    """What one does who is something: a smoker smokes."""
    for name, kind, _ in called:
        words = plain_words(name)
        agent = words[-1]
        if kind == "text" and agent.endswith(("er", "or")) and len(agent) > 4 and len(words) == 1:
            yield (agent[:-2] + "ed", "by"), ("PLACE_COLUMN", Column(name, kind))
        if kind == "truth" and agent.endswith("owner") and "".join(words) != "owner":
            words = words if agent == "owner" else (*words[:-1], agent.removesuffix("owner"), "owner")
            yield words[:-1], (COLUMNS[kind], Column(name, kind))
            for own_ in ("owns", "own", "owning"):
                yield from (
                    ((own_, *a, *words[:-1]), (COLUMNS[kind], Column(name, kind))) for a in ((), ("a",), ("the",))
                )
        if kind == "truth" and agent.endswith("er") and len(agent) > 4 and words[:-1] in ((), ("is",)):
            for form in (agent[:-2], agent[:-1], agent[:-1] + "s", agent[:-2] + "s", agent[:-2] + "ing"):
                if form not in own and is_english(form):
                    yield (form,), (COLUMNS[kind], Column(name, kind))
