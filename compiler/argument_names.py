"""What the arguments of a relation are called: by their columns, by their places, and the two of them together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .naming import Reference, Words, words_of

ORDINALS = (("first", "1st", "one"), ("second", "2nd", "two"), ("third", "3rd", "three"), ("fourth", "4th", "four"))
PLACES = (("x", "subj", "subject"), ("y", "obj", "object"), ("z",))
"""What the arguments of a relation are called by their places, whatever their columns are called."""

GENERAL = ("argument", "arg", "entity", "ent", "e", "span", "mention", "candidate", "noun", "nominal")
SHORT = {
    "prot": "protein", "chem": "chemical", "comp": "company", "org": "organisation", "pers": "person", "per": "person",
    "loc": "location", "subj": "subject", "obj": "object",
}  # fmt: skip
"""What people call an argument whose column has a short name."""

SOLE = (
    "$t$",
    "x",
    "target",
    "aspect",
    "term",
    "aspect term",
    "target term",
    "target word",
    "candidate",
    "mention",
    "argument",
    "entity",
    "span",
)
"""What an argument is called, with its number, and without one if it is the only one."""

FIRST, SECOND, OTHER = "\0first", "\0second", "\0other than "
"""What stands in a reading for the name of an argument that is not named: one of two, or the other one."""

PAIR = (
    "they", "them", "'em", "the two", "the pair", "the couple", "both of them", "these two", "those two", "those",
    "the two of them", "the parties", "both parties", "the two parties",
)  # fmt: skip
"""What two arguments are called together, without a noun for them."""


class Unnamed(tuple[str, ...]):
    """The two arguments, called by no noun: "them" may be two other things."""

    __slots__ = ()


NOUNS = ("argument", "entity", "span", "mention", "name", "term", "noun", "nominal", "item", "concept", "participant")
LEADS = ("the", "the two", "both", "both the", "both of the", "these", "these two", "those two", "the pair of")
"""What arguments are called whatever they are, and the words before the plural that mean both of them."""

PLURALS = {"person": ("people", "persons"), "entity": ("entities",), "argument": ("arguments", "args")}


KINDS = (
    ("chemical", "drug", "medication", "medicine", "substance", "compound"),
    ("disease", "disorder", "illness", "sickness", "ailment"),
    ("company", "organisation", "organization"),
    ("place", "location"),
    ("gene", "protein"),
)  # fmt: skip
"""Nouns of which one is as good as the other for the only argument of that sort."""


def arguments(columns: tuple[str, ...], *, tagged: bool = False) -> Iterator[tuple[Words, Reference]]:
    """The columns of argument spans: by their names, by their numbers, and the two of them together.

    Args:
        columns: the arguments.
        tagged: whether the corpus has entities, which may be what a noun like "drug" means.
    """
    found: dict[Words, Reference] = {}
    for spellings in (_by_name, _by_place, *(() if tagged else (_by_kind,))):
        for i, name in enumerate(columns):
            for spelling in spellings(name, i, len(columns)):
                found.setdefault(words_of(spelling), ("ARGUMENT_NAME", name))
    if len(columns) == 2:
        bases = {base for base, number in map(_numbered, columns) if base and number} | {*NOUNS}
        bases |= {SHORT[base] for base in bases & SHORT.keys()}
        plurals = [plural for base in sorted(bases) for plural in PLURALS.get(base, (f"{base}s",))]
        named = [f"{lead} {plural}" for plural in plurals for lead in LEADS] + [*PLURALS["argument"]]
        for base in sorted(bases | {"arg"}):
            owns = (base, *PLURALS.get(base, (f"{base}s",)))
            named += [f"{own} {pair}" for own in owns for pair in ("1 and 2", "one and two")]
            named += [f"{lead}first and {the}second {base}" for lead in ("the ", "") for the in ("the ", "")]
            named += [
                f"{the}one {base} and {the}other{end}" for the in ("the ", "") for end in ("", f" {base}", " one")
            ]
        for spelling in PAIR:
            found.setdefault(words_of(spelling), ("ARGUMENT_PAIR", Unnamed(columns)))
        for spelling in named:
            found.setdefault(words_of(spelling), ("ARGUMENT_PAIR", columns))
    for words, reference in tuple(found.items()):
        if reference[0] == "ARGUMENT_NAME":
            found.setdefault((*words, "'s", "name"), reference)
    yield from ((words, reference) for words, reference in found.items() if words)


def names_argument(word: str) -> bool:
    """Whether a word is what people call one of two arguments, whatever their columns are called.

    >>> names_argument("X"), names_argument("person2"), names_argument("link")
    (True, True, False)
    """
    told = (("person1", "person2"), ("subj", "obj"))
    return any(words_of(word) == words for columns in told for words, _ in arguments(columns, tagged=True))


def _by_name(name: str, i: int, many: int) -> Iterator[str]:
    """A column's own name and what is only spelled differently: person1, person 1, the first person, $person1$."""
    plain = re.sub(r"(?<=[a-z])(?=[A-Z])|_", " ", name)
    yield from (
        name,
        f"argument {plain}",
        plain,
        plain.replace(" ", "-"),
        plain.replace(" ", ""),
        f"${name}$",
        f"{plain} name",
    )
    called, number = _numbered(name)
    for base in dict.fromkeys((called, SHORT.get(called, called))) if called and number else ():
        yield from (f"{base} {number}", f"{base}-{number}", f"{base}_{number}", f"{base} #{number}", f"{base}#{number}")
        yield f"{base}{number}"
        if 0 < int(number) <= len(ORDINALS):
            first, short, one = ORDINALS[int(number) - 1]
            yield from (f"{first} {base}", f"{short} {base}", f"{base} {one}")


def _by_kind(name: str, i: int, many: int) -> Iterator[str]:
    """The other nouns for an argument that is called by its sort."""
    for kind in KINDS:
        if name.lower() in kind:
            yield from (form for noun in kind for form in (noun, f"{noun} name"))


def _by_place(name: str, i: int, many: int) -> Iterator[str]:
    """X, argument 1, the first entity; or the target if there is only one."""
    if many == 1:
        yield from SOLE
        return
    if i < len(PLACES):
        yield from PLACES[i]
    for general in GENERAL:
        yield from (f"{general}{i + 1}", f"{general} {i + 1}", f"{general}. {i + 1}", f"{general}-{i + 1}")
        if i < len(ORDINALS):
            yield from (f"{word} {general}" for word in ORDINALS[i][:2])
            yield f"{general} {ORDINALS[i][2]}"


def _numbered(name: str) -> tuple[str, str]:
    """A name without the number behind it, and the number."""
    found = re.fullmatch(r"(.*?)[\s_#-]*(\d*)", name)
    assert found is not None
    return found[1].lower(), found[2]
