"""The words by which the columns of a corpus are called, kind of column by kind of column."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from ..corpora.schema import FieldKind, Schema
from ..corpora.tokenizer import lemma
from ..grammar.words import FILLER
from .argument_names import arguments
from .cues import NAMED
from .happenings import ORIGINS, agents, compared, done, measuring, places
from .naming import COLUMNS, TIMES, Column, Reference, Words, plain_words, words_of
from .truths import STATED, truths
from .units import DIMENSIONS, UNIT_WORDS, UNITS, unit_of


def references(schema: Schema, own: frozenset[str]) -> Iterator[tuple[Words, Reference]]:
    """Every name of every column. ``own`` are the words of the grammar."""
    yield from ((words, ("AND_THEN", None)) for words in AND_THEN)
    yield from ((words, ("AND_LATER", None)) for words in AND_LATER)
    yield from arguments(schema.spans, tagged=schema.tagged)
    texts = list(_texts(schema, own))
    yield from texts
    taken = {words for words, _ in texts}
    named = [(name, kind) for name, kind in schema.fields if plain_words(name)]  # the others cannot be called anything
    called = [(name, kind, words_of(name)) for name, kind in named]
    ages = [
        name for name, kind, words in called if kind == "number" and words_of(name.replace("_", " "))[-1:] == ("age",)
    ]
    exact = {words for _, _, words in called}
    for name, kind, own_words in called:
        for words in dict.fromkeys([own_words, *variants(name), *_by_kind(name, kind)]):
            if words and words not in taken and (words == own_words or words not in exact):
                taken.add(words)
                yield words, (COLUMNS[kind], Column(name, kind))

    if len(ages) == 1 and ("aged",) not in taken:
        yield ("aged",), (COLUMNS["number"], Column(ages[0], "number"))
    for words, reference in (
        *truths(called),
        *_groups(called),
        *_aged(called),
        *_units(called, own),
        *_parts(called, own),
        *done(called, own),
        *places(called),
        *agents(called, own),
        *measuring(called, own),
        *compared(called),
    ):
        if words not in taken:
            taken.add(words)
            yield words, reference


AND_THEN = (("and", "then"), ("and", "then", "by"), (",", "then"), (",", "and", "then"), (",", "then", "by"))
AND_LATER = tuple(
    (*joint, *comma, *later, *behind, "by")
    for joint in (("and",), ("and", "then"), (",", "and"), (",", "and", "then"), (",",), (",", "then"))
    for comma in ((), (",",))
    for later in (
        ("after", "that"),
        ("afterwards",),
        ("after", "it"),
        ("later",),
        ("later", "on"),
        ("some", "time", "later"),
    )
    for behind in ((), (",",))
)
"""What stands between things that follow each other, right behind or anywhere."""


SHORT = {
    "avg": "average", "num": "number", "no": "number", "amt": "amount", "qty": "quantity", "max": "maximum",
    "min": "minimum", "pct": "percent", "addr": "address", "acct": "account", "txn": "transaction",
    "dob": "date of birth", "yrs": "years", "hrs": "hours", "cnt": "count", "desc": "description",
    "msg": "message", "tel": "telephone", "dep": "departure", "arr": "arrival",
}  # fmt: skip
"""What people write out that stands short in the names of columns."""

LONG = {
    "temperature": "temp",
    "email": "e-mail",
    **{long: short for short, long in SHORT.items() if short not in ("no", "num")},
}
"""What people shorten that stands in full in the names of columns."""

IDLE = ("is", "has", "was", "the", "num", "number", "no", "n", "nb", "nr")
"""First words of names that people leave out."""


MEASURING = ("number", "count", "level", "rate", "date", "time", "amount", "total", "type", "kind", "name", "year")
"""First words of names of which the others tell more: ``date_order`` is the date of the order."""


def variants(name: str) -> Iterator[Words]:
    """The readable ways to call a column: its words, the possessive ("the customer's age"), and "age of the customer".

    >>> [" ".join(words) for words in variants("customer_age")]
    ['customer age', "customer 's age", 'age of customer', 'age of the customer', 'customer ages', 'customerage']
    """
    split = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ", name)
    plain = words_of(re.sub(r"[_\-./]+", " ", split))
    written = words_of(" ".join(SHORT.get(word, word) for word in plain))
    shortened = words_of(" ".join(LONG.get(word, word) for word in plain))
    idle = [words[1:] for words in (plain, written) if len(words) > 1 and words[0] in IDLE]
    for words in dict.fromkeys((plain, written, shortened, *idle)):
        yield words
        if len(words) > 1 and not set(words) & {"of", "per", "'s", "is", "has", "in"}:
            yield (*words[:-1], "'s", words[-1])
            yield (words[-1], "of", *words[:-1])
            yield (words[-1], "of", "the", *words[:-1])
            if words[0].endswith("s") or words[0] in MEASURING:
                yield (words[0], "of", *words[1:])
                yield (words[0], "of", "the", *words[1:])
        if len(words) > 1 and len(words[0]) > 4 and words[0].endswith("s") and not words[0].endswith("ss"):
            yield (words[0].removesuffix("s"), *words[1:])
        if len(words[-1]) > 4 and words[-1].endswith("s") and not words[-1].endswith("ss"):
            yield (*words[:-1], words[-1].removesuffix("ies") + "y" if words[-1].endswith("ies") else words[-1][:-1])
        if words[-1].endswith("ss"):
            yield (*words[:-1], f"{words[-1]}es")
        if words[-1].isalpha() and len(words[-1]) > 2 and not words[-1].endswith("s"):
            yield (*words[:-1], words[-1][:-1] + "ies" if words[-1].endswith("y") else f"{words[-1]}s")
        if len(words) > 1:
            yield ("".join(words),)
        if "per" in words[1:-1]:  # "hours a week"
            at = words.index("per")
            yield from ((*words[:at], a, *words[at + 1 :]) for a in ("a", "an", "each", "every"))


def _by_kind(name: str, kind: FieldKind) -> Iterator[Words]:
    """What a text ("the merchant's name") or a truth ("owns_home": they own a home) is called besides."""
    plain = words_of(re.sub(r"[_\-./]+", " ", name))
    if kind == "text" and plain and plain[-1] != "name":
        yield from ((*plain, "'s", "name"), (*plain, "name"), ("name", "of", *plain), ("name", "of", "the", *plain))
    if kind == "text" and plain and plain[-1] in CODED:
        yield (*plain, "code")
    if kind == "number" and plain and plain[-1] in OF_SPAN:
        yield from ((*plain, "of", *the, OF_SPAN[plain[-1]]) for the in ((), ("the",)))
    if kind == "number" and not counts(name):
        yield from (((*plain, noun)) for noun in ("level", "figure", "reading"))
    if kind == "number" and counts(name) and plain[-1].endswith("s") and plain[-1] not in UNIT_WORDS:
        plain = plain[1:] if len(plain) > 1 and plain[0] in COUNTING else plain
        one = (*plain[:-1], plain[-1].removesuffix("s"))
        yield from ((*one, "count"), (*one, "number"), ("count", "of", *plain), ("amount", "of", *plain))
    if kind in TIMES and plain and plain[-1] not in ("date", "time"):
        yield from (((*plain, noun)) for noun in ("date", "time"))
    if kind in TIMES:
        told = plain[:-1] if len(plain) > 2 and plain[-1] in ("on", "at", "date", "time") else plain
        yield told
        yield from ((*told, noun) for noun in ("date", "time") if told[-1] != noun)
        if told[-1] == "since" and len(told) == 2:
            yield plural(told[0]), "since"
        if told[-1] == "since" and len(told) > 1:  # "a customer for over five years"
            yield from (
                ((*being, *a, *told[:-1], "for"))
                for being in ((), ("been",), ("has", "been"), ("have", "been"), ("is",), ("are",), ("was",))
                for a in ((), ("a",), ("an",))
            )
        if told[0] == "last" and len(told) > 1:
            yield from ((*latest, *told[1:]) for latest in (("latest",), ("most", "recent"), ("recent",)))
    if kind == "truth" and len(plain) > 1 and plain[0] not in IDLE and plain[0].endswith("s"):
        verb = lemma(plain[0])
        for form in (verb, f"{verb}ing", f"{verb.removesuffix('e')}ing"):
            yield from ((form, *plain[1:]), (form, "a", *plain[1:]))
        yield (plain[0], "a", *plain[1:])


CODED = frozenset(["country", "currency", "language", "state", "region", "airport"])
"""What has a code, by which columns name it."""

OF_SPAN = {"minute": "hour", "hour": "day", "week": "year", "month": "year", "quarter": "year"}
"""Of what a part of time is counted: the hour of the day."""

COUNTING = frozenset(["number", "num", "count", "cnt", "n"])
"""The words in the name of a column that say that it counts something."""


def counts(name: str) -> bool:
    """Whether a column counts something, by its name: there can be none of it.

    >>> counts("replies"), counts("num_failed_login"), counts("amount"), counts("status")
    (True, True, False, False)
    """
    words = plain_words(name)
    if len(words) > 1 and words[0] in UNIT_WORDS and words[0].endswith("s") and len(words[0]) > 2:
        return True
    return bool(COUNTING & {*words}) or (words[-1].endswith("s") and not words[-1].endswith(("ss", "us", "is")))


GROUPED = {
    "all": ("all {many}", "all the {many}", "both {many}", "two {many}", "every {one}", "each {one}"),
    "any": ("any {one}", "any of the {many}", "either {one}", "one of the {many}", "at least one {one}",
            "either of the {many}"),
    "none": ("no {one}", "none of the {many}", "neither {one}", "neither of the {many}"),
}  # fmt: skip
"""What several columns are called together: all of them, any of them, or none."""


def _before(noun: str, name: str) -> Words:
    """The words of a column's name before one of them, written out."""
    words = [SHORT.get(word, word) for word in plain_words(name)]
    return tuple(words[: words.index(noun)]) if noun in words else ()


def _groups(called: list[tuple[str, FieldKind, Words]]) -> Iterator[tuple[Words, Reference]]:
    """All columns together, all dates, and those whose names have the same last word ("either country")."""
    groups: dict[str, list[Column]] = {}
    names = {" ".join(plain_words(name)) for name, _, _ in called}
    for name, kind, _ in called:
        words = plain_words(name)
        last = words[-2] if kind == "number" and len(words) > 2 and unit_of(name) is not None else words[-1]
        own = {"column", "field", last, *(("date",) if kind in ("date", "moment") else ())}
        for noun in own:
            groups.setdefault(noun, []).append(Column(name, kind))
    for noun, columns in groups.items():
        if len(columns) < 2:
            continue
        many = plural(noun)
        for meant, patterns in GROUPED.items():
            if len(columns) == 2 and meant == "all":
                ends = [_before(noun, column.name) for column in columns]
                for one, other in (ends, ends[::-1]) if all(ends) else ():
                    yield from (
                        ((*one, "and", *other, word), ("COLUMN_GROUP", (meant, tuple(columns))))
                        for word in (noun, many)
                    )
                if noun not in (*names, "date", "field", "column"):
                    yield words_of(many), ("COLUMN_GROUP", (meant, tuple(columns)))
            for pattern in patterns:
                alone = noun not in names or "{many}" in pattern
                if alone and (len(columns) == 2 or not pattern.startswith(("both", "two", "either", "neither"))):
                    yield words_of(pattern.format(one=noun, many=many)), ("COLUMN_GROUP", (meant, tuple(columns)))


def _units(called: list[tuple[str, FieldKind, Words]], own: Container[str]) -> Iterator[tuple[Words, Reference]]:
    """What the units are called in which columns are by their names."""
    numbers = [name for name, kind, _ in called if kind == "number"]
    units = {unit_of(name) for name in numbers} | {
        unit
        for name in numbers
        if unit_of(name) is None
        for word in plain_words(name)
        for unit in DIMENSIONS.get(word, ())
    }
    for unit in sorted(filter(None, units)):
        for word in UNITS[unit]:
            if word not in own and len(word) > 1:
                yield words_of(word), ("UNIT_NAME", unit)


def _written(name: str) -> Iterator[Words]:
    """The words of a column's name, as they stand and written out."""
    plain = plain_words(name)
    yield from dict.fromkeys((plain, tuple(SHORT.get(word, word) for word in plain)))


def _parts(called: list[tuple[str, FieldKind, Words]], own: Container[str]) -> Iterator[tuple[Words, Reference]]:
    """A name without its unit ("delay_minutes"), and the first or last word of only one column's name."""
    single: dict[str, set[Column]] = {}
    for name, kind, words in ((n, kind, form) for n, kind, _ in called for form in _written(n)):
        column = Column(name, kind)
        if kind == "number" and len(words) > 1 and unit_of(name) is not None and words[-2] not in ("per", "in"):
            yield words[:-1], (COLUMNS[kind], column)
            yield (*words[:-1], "in", words[-1]), (COLUMNS[kind], column)
        if len(words) > 1 and words[-1:] in {plain_words(each) for each, _, _ in called}:
            yield (*words[:-1], "one"), (COLUMNS[kind], column)
        for word in {words[0], words[-1]} if len(words) > 1 else ():
            single.setdefault(word, set()).add(column)
    for word, columns in single.items():
        if len(columns) == 1 and word.isalpha() and len(word) > 2 and word not in UNIT_WORDS and word not in FILLER:
            column = next(iter(columns))
            if word == "age" or word not in own or word in NAMED:
                stated = column.kind == "truth" and plain_words(column.name)[-1] in STATED
                yield (word,), ("TRUTH_PART" if stated else COLUMNS[column.kind], column)


ORIGIN_OF, TARGET = "\0from", "\0to"
"""What stands in a reading for the column that tells from where, or to where."""

UNNAMED = "\0unnamed"
"""What stands in a reading for the only column that has a value."""

TEXT = "\0text"
"""What stands in a reading for the text column that needs no name."""

TWIN = "\0twin"
"""What stands in a reading for the column that is named like another, but for its first word."""

PAID = "\0paid"
"""What stands in a reading for the column of money that is not named."""

AVERAGES = frozenset(["average", "avg", "mean", "usual", "typical", "normal", "median"])
"""The words in the names of columns of averages that do not tell of what."""

AGE = "\0age"
"""What stands in a reading for the column of a person's age that is not named."""

PERSONS = (
    "customer", "client", "user", "person", "patient", "employee", "applicant", "passenger", "driver", "borrower",
    "member", "student", "he", "she", "buyer", "subscriber", "policyholder", "caller", "guest", "candidate", "worker",
)  # fmt: skip
"""Who has an age in years."""

THINGS = ("account", "order", "ticket", "policy", "subscription", "listing", "case", "profile", "page", "machine")
"""What is as old as the time since it began."""

BEGINNING = frozenset().union(*ORIGINS) - {"born", "birth", "dob"}
OF_TIME = frozenset(["on", "at", "date", "time", "day"])
"""The words in the name of a column that tell when something began, and those that do not tell what."""

OF_AGE = frozenset(["age", "in", "of", "day", "days", "year", "years", "month", "months", "week", "weeks", "hours"])
"""The words of the name of a column of ages that do not tell whose age it is."""


def _aged(called: list[tuple[str, FieldKind, Words]]) -> Iterator[tuple[Words, Reference]]:
    """Whoever has a column of ages: "the customer is over 30", "the account is less than 30 days old"."""
    ages = [(name, plain_words(name)) for name, kind, _ in called if kind == "number" and "age" in plain_words(name)]
    for name, words in ages:
        owner = tuple(word for word in words if word not in OF_AGE)
        for own in (owner,) if owner else ((person,) for person in PERSONS) if len(ages) == 1 else ():
            yield own, ("AGED_PERSON" if own[-1] in PERSONS else "AGED_THING", Column(name, "number"))
    dates = [(name, kind, plain_words(name)) for name, kind, _ in called if kind in TIMES]
    begun = [(name, kind, words) for name, kind, words in dates if not BEGINNING.isdisjoint(words)]
    for name, kind, words in begun:
        owner = tuple(word for word in words if word not in BEGINNING | OF_TIME)
        for own in (owner,) if owner else ((thing,) for thing in THINGS) if len(begun) == 1 else ():
            if own[-1] not in PERSONS:
                yield own, ("AGED_THING", Column(name, kind))


SECTION = ("section", "part", "field", "column", "text")
"""What may be said behind the name of a text column."""

ALSO_CALLED = {"title": ("headline",), "headline": ("title",), "subject": ("subject line",)}
"""What people call text columns by other names, unless another column has that name."""

SEVERAL_TEXTS = {
    "all": ("both {many}", "both of the {many}", "both the {many}", "all {many}", "all of the {many}", "all the {many}",
            "all {n} {many}", "the {n} {many}", "both of the {n} {many}"),
    "any": ("either of the {many}", "either of the {n} {many}", "any of the {many}", "any of the {n} {many}",
            "one of the {many}", "one of the {n} {many}", "at least one of the {many}",
            "at least one of the {n} {many}", "either {one}"),
    "none": ("neither {one}", "neither of the {many}", "neither of the {n} {many}", "none of the {many}",
             "none of the {n} {many}"),
}  # fmt: skip
"""What several text columns are called together: all of them, any of them, or none; ``n`` is their number."""

EACH_SECTION = {"all": ("every {one}", "each {one}"), "any": ("any {one}",), "none": ("no {one}",)}
"""As above, for what is not also a name of the whole row."""

NUMBERS = ("two", "three", "four", "five")


def _together(many: int, *, only: bool) -> Iterator[tuple[str, str]]:
    """What so many text columns are called together, and which are meant; whether they are the ``only`` columns."""
    number = NUMBERS[many - 2] if many - 2 < len(NUMBERS) else str(many)
    nouns = [("section", True), ("text", False), ("text column", True), ("text field", True)]
    for noun, plain in [*nouns, *([("column", True), ("field", True)] if only else [])]:
        for how, patterns in SEVERAL_TEXTS.items():
            for pattern in (*patterns, *(EACH_SECTION[how] if plain else ())):
                yield pattern.format(one=noun, many=f"{noun}s", n=number), how


def _texts(schema: Schema, own: frozenset[str]) -> Iterator[tuple[Words, Reference]]:
    """The text columns. An only one, or one that has arguments in it, is the text itself, and needs no name."""
    columns = schema.texts
    meant = [name if i > 0 or schema.named_texts else None for i, name in enumerate(columns)]
    taken = {words_of(name) for name in (*columns, *(name for name, _ in schema.fields))}
    for name, value in zip(columns, meant, strict=True):
        for words in _called(name, taken):
            if value is not None or len(words) > 1 or words[0] not in own:
                yield words, ("COLUMN_NAME", value)
                if len(columns) > 1 or (schema.fields and words[-1] not in SECTION):
                    yield from (((*words, noun), ("COLUMN_NAME", value)) for noun in SECTION)
            else:  # "the sentence column": the word alone is ours
                yield from (((*words, noun), ("COLUMN_NAME", value)) for noun in ("column", "field"))
    if len(columns) > 1:
        for spelling, how in _together(len(columns), only=not schema.fields):
            yield words_of(spelling), ("COLUMN_NAME", (how, *meant))


def plural(noun: str) -> str:
    """The plural of a noun; the noun itself where it has an s already.

    >>> plural("story"), plural("article"), plural("news"), plural("essay")
    ('stories', 'articles', 'news', 'essays')
    """
    if noun.endswith("s") or not noun.isalpha():
        return noun
    return f"{noun[:-1]}ies" if noun.endswith("y") and noun[-2:-1] not in "aeiou" else f"{noun}s"


def _called(name: str, taken: Container[Words]) -> Iterator[Words]:
    """A text column's name, its plural ("articles with ..."), and what people call it besides."""
    plain = words_of(name.replace("_", " "))
    yield from {words_of(name), plain} - {()}
    others = [words_of(other) for other in ALSO_CALLED.get(" ".join(plain), ())]
    plurals = [(*words[:-1], plural(words[-1])) for words in (plain, *others) if words and words[-1] != "text"]
    yield from (words for words in (*others, *plurals) if words not in taken)
