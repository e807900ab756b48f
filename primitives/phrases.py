"""The small language in which phrases are written, and their parsed form.

``{where} mentions {what}`` has two slots; ``{what:kinds}`` narrows a slot to a category of the grammar; ``(a|b c|d)``
is a choice, of which Sayso says the first; ``[x]`` may be left out, and Sayso leaves it out. Articles and other
filler words are for saying only: the grammar never asks for them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Word:
    """A literal word."""

    text: str


@dataclass(frozen=True, slots=True)
class Slot:
    """A slot, to be filled by a reading of the grammar's ``category``; None is the slot's usual one."""

    name: str
    category: str | None = None


@dataclass(frozen=True, slots=True)
class Options:
    """One of several sequences; an empty one stands for what may be left out."""

    sequences: tuple[tuple[Item, ...], ...]


Item = Word | Slot | Options


@dataclass(frozen=True, slots=True)
class Phrase:
    """A parsed phrase and the slots that it fixes without naming them."""

    items: tuple[Item, ...]
    fixed: tuple[tuple[str, Any], ...] = ()

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The slots it names, in order."""
        return tuple(_slots(self.items))


def say(template: str, **fixed: Any) -> Phrase:
    """Parse a phrase; ``fixed`` gives the values of slots that this phrase implies.

    Raises:
        ValueError: the template is not well-formed (a mistake in a declaration, not in user input).

    >>> say("{where} (mentions|says) {what}").slots
    (Slot(name='where', category=None), Slot(name='what', category=None))
    """
    pieces = re.findall(r"\{[a-z_]+(?::[a-z_]+)?\}|[()\[\]|]|[^\s()\[\]|{}]+", template)
    items, rest = _sequence(pieces)
    if rest:
        raise ValueError(f"unbalanced {rest[0]!r} in the phrase {template!r}")
    return Phrase(items, tuple(sorted(fixed.items())))


def _sequence(pieces: list[str]) -> tuple[tuple[Item, ...], list[str]]:
    items: list[Item] = []
    while pieces and pieces[0] not in ")]|":
        piece, pieces = pieces[0], pieces[1:]
        if piece in "([":
            close = ")" if piece == "(" else "]"
            sequences: list[tuple[Item, ...]] = [()] if piece == "[" else []
            while True:
                sequence, pieces = _sequence(pieces)
                sequences.append(sequence)
                if not pieces or pieces[0] not in (close, "|"):
                    raise ValueError(f"missing {close!r} in a phrase")
                bar, pieces = pieces[0] == "|", pieces[1:]
                if not bar:
                    break
            items.append(Options(tuple(sequences)))
        elif piece.startswith("{"):
            name, _, category = piece[1:-1].partition(":")
            items.append(Slot(name, category or None))
        else:
            items.append(Word(piece))
    return tuple(items), pieces


def _slots(items: tuple[Item, ...]) -> list[Slot]:
    found: list[Slot] = []
    for item in items:
        if isinstance(item, Slot):
            found.append(item)
        elif isinstance(item, Options):
            found += [slot for sequence in item.sequences for slot in _slots(sequence)]
    return found
