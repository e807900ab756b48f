"""Everything that can be said, by domain: the phrases of every primitive with an example and what Sayso says back.

All of it comes from the declarations: a module of primitives is a domain, ``example`` is a condition that uses the
primitive. The closed-class language, which belongs to no primitive, is shown by :data:`CONSTRUCTIONS`.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Any

from ..corpora.kinds import KINDS
from ..corpora.schema import Schema
from ..corpora.tokenizer import lemma
from ..grammar.words import FILLER
from ..primitives.base import Primitive
from ..primitives.phrases import Item, Phrase, Slot, Word
from ..primitives.registry import primitives
from .english import english
from .passes import canonical
from .reader import read
from .scope import Scope
from .templates import INTERVALS

NAMES = {"where": "TEXT", "of": "TEXT", "text": '"…"', "name": "ARGUMENT"}
NAMES |= dict.fromkeys(("what", "left", "right", "to", "than"), "WHAT")
"""What the slots of a phrase are called; others by their own name in capitals, amounts AMOUNT."""

EXAMPLES_OF = Schema(
    texts=("text",),
    spans=("person1", "person2"),
    entities="entities",
    now="2024-06-30",
    fields=(
        *(("customer_age", "number"), ("customer_vip", "truth"), ("country", "text"), ("home_country", "text")),
        *(("amount", "number"), ("balance", "number"), ("order_date", "date"), ("ship_date", "date")),
    ),
)
"""The columns that the examples speak of."""

CONSTRUCTIONS = {
    "Joining conditions": (
        'it mentions "a" and it has a link',
        'it mentions "a" or has a link',
        'it mentions "a" but no links',
        'it mentions "a" unless it has a link',
        "either it has a link or it has an emoji, but not both",
        'neither "a" nor "b" occurs in it',
        'it mentions "a". It has a link. It is shorter than 9 words',
        'it mentions "a" and (it has a link or it has an emoji)',
    ),
    "Lists": (
        'it mentions "a", "b" or "c"',
        'it mentions all of "a", "b" and "c"',
        'it mentions at least two of "a", "b", "c"',
        'it mentions none of "a", "b"',
        'it mentions exactly one of "a", "b"',
        'it mentions "a" but not "b"',
    ),
    "Amounts": (
        "it has at least 3 links",
        "it has no more than five links",
        "it has between 5 and 10 words",
        "it has exactly one link",
        "it has over 20 words",
        'it mentions "a" twice',
        "a third of the words are numbers",
        "30% of the letters are capitals",
    ),
}
"""Examples of what belongs to no primitive."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be said.

    Attributes:
        domain: where it belongs.
        name: the primitive; empty for a construction.
        about: what it means.
        phrases: the ways to say it.
        example: a condition that says it.
        echo: what Sayso says back.
    """

    domain: str
    name: str
    about: str
    phrases: tuple[str, ...]
    example: str
    echo: str

    def to_json(self) -> dict[str, Any]:
        """The entry as JSON-ready data."""
        return {name: getattr(self, name) for name in ("domain", "name", "about", "phrases", "example", "echo")}


def entries() -> Iterator[Entry]:
    """Everything that can be said, domain by domain."""
    for cls in primitives().values():
        if cls.example:
            phrases = _kinds() if cls.__name__ == "Kind" else tuple(map(spelled, (*cls.phrases, *cls.names)))
            yield Entry(_domain(cls), cls.__name__, _about(cls), phrases, cls.example, echo(cls.example))
    for domain, examples in CONSTRUCTIONS.items():
        for example in examples:
            yield Entry(domain, "", "", (), example, echo(example))


def search(words: list[str]) -> tuple[list[Entry], bool]:
    """The entries in which all the words occur, each with the phrases that they are about, and whether there are any.

    If there are none, those in which the most of the words occur, spelled as they are or nearly so.
    """
    wanted = [key for word in words for key in _keys(word)] or [word.lower() for word in words]
    ranked = [(sum(key in _text(entry) for key in wanted), entry) for entry in entries()]
    found = [_narrowed(entry, wanted) for score, entry in ranked if score == len(wanted)]
    if found:
        return found, True
    known = {key for entry in entries() for key in _text(entry)}
    near = [get_close_matches(key, known, n=1, cutoff=0.7) or [key] for key in wanted]
    likely = [own[0] for own in near]
    ranked = [(sum(key in _text(entry) for key in likely), entry) for entry in entries()]
    best = max(score for score, _ in ranked)
    return [_narrowed(entry, likely) for score, entry in ranked if score == best > 0], False


def spelled(phrase: Phrase) -> str:
    """A phrase as people read it: slots in capitals, choices with a slash, what may be left out in brackets."""
    return " ".join(filter(None, map(_item, phrase.items)))


def echo(condition: str) -> str:
    """What Sayso says back."""
    meanings = read(condition, Scope(schema=EXAMPLES_OF)).meanings
    return english(canonical(meanings[0][1]))


def _item(item: Item) -> str:
    if isinstance(item, Word):
        return item.text
    if isinstance(item, Slot):
        return "AMOUNT" if item.name in INTERVALS else NAMES.get(item.name, item.name.upper())
    sequences = [" ".join(map(_item, sequence)) for sequence in item.sequences if sequence]
    text = " / ".join(sequences)
    return f"[{text}]" if () in item.sequences else text if len(sequences) == 1 else f"({text})"


def _domain(cls: type[Primitive]) -> str:
    """What the docstring of its module says it is about."""
    title = (sys.modules[cls.__module__].__doc__ or cls.__module__).strip().split("\n")[0]
    return re.split(r"[:.](?:\s|$)", title)[0]


def _about(cls: type[Primitive]) -> str:
    about = (cls.__doc__ or "").strip().split("\n\n")[0]
    return " ".join(about.split()).replace("``", "`")


def _kinds() -> tuple[str, ...]:
    return tuple(" / ".join(dict.fromkeys((kind.singular, kind.plural, *kind.aliases))) for kind in KINDS.values())


def _keys(text: str) -> set[str]:
    """The words of a text, as they are compared."""
    return {lemma(word) for word in re.findall(r"\w+", text.lower())} - FILLER


def _text(entry: Entry) -> set[str]:
    return _keys(" ".join((entry.domain, entry.name, entry.about, *entry.phrases, entry.example, entry.echo)))


def _narrowed(entry: Entry, wanted: list[str]) -> Entry:
    """The entry with those phrases only in which one of the words occurs; with all if none has one."""
    about = tuple(phrase for phrase in entry.phrases if _keys(phrase) & set(wanted))
    return replace(entry, phrases=about or entry.phrases)
