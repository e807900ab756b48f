"""What the lexer makes of a text: terminals, fillers, faults and remarks; and what it has to know of the words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from .naming import Names


@dataclass(frozen=True, slots=True)
class Lexeme:
    """One terminal: its name in the grammar, its value if it has one, and where it stands in the text."""

    terminal: str
    value: object
    start: int
    end: int
    also: str | None = None


@dataclass(frozen=True, slots=True)
class Unknown:
    """A word that is neither in the grammar nor a filler."""

    word: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Unclosed:
    """A quotation mark without its partner."""

    start: int


@dataclass(frozen=True, slots=True)
class Remark:
    """What the reader took upon itself, and has to tell: the code of the message, its place, found and taken."""

    code: str
    start: int
    end: int
    found: str
    taken: str


@dataclass(slots=True)
class Lexed:
    """What the lexer made of a text: terminals, fillers left out, faults, and what is to be told."""

    lexemes: list[Lexeme] = field(default_factory=list)
    fillers: list[tuple[int, int]] = field(default_factory=list)
    faults: list[Unknown | Unclosed] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    bare: list[Unknown] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the words of a text may be.

    Attributes:
        terminals: the terminal for each word of the grammar.
        names: the terminal and value of each name, by its words.
        nouns: terminals of words that are nothing but names for the text; where it is a column's name, it is that one.
        corrected: what a misspelled word was meant to be; None if that cannot be told.
        example: the row that the explanation was given for; its words may be named without quotes.
        tagged: whether there are entities: then "a disease" is any one, and only "the disease" is the argument.
    """

    terminals: Mapping[str, str]
    names: Names
    nouns: frozenset[str] = frozenset()
    corrected: Callable[[str], str | None] = lambda word: None
    example: str = ""
    tagged: bool = False
