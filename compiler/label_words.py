"""The words of an explanation as labels and what is said around them are looked for: spelled out and folded."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from ..corpora.text import folded_key
from ..grammar.chatter import LIGHT, TALK
from ..grammar.frames import SPELLINGS
from ..grammar.wording.amounts import COMPARATIVES
from .lexemes import Lexed
from .quotations import pieces

ENDINGS = ("s", "es", "d", "ed")
"""What may stand behind a label."""

WEAK = frozenset(
    [
        "no",
        "not",
        "none",
        "never",
        "all",
        "any",
        "some",
        "other",
        "same",
        "only",
        "both",
        "most",
        "each",
        "every",
        "one",
    ]
)
"""Labels that are named only where no word of a condition can stand."""

_WORD = re.compile(
    r"(?<=\s)[:;=]['-]?[()DPp](?=[\s.,]|$)|\b(?:e\.g|i\.e)\.|[^\W_]+(?:['’_][^\W_]+)*|=>|->|<-|<=|[^\w\s]|_"
)
_SMILE = re.compile(r"[:;=]['-]?[()dp]")
"""Behind a label it is a mood, and says no more than "!"."""

_CONTRACTED = {"s": "is", "re": "are", "m": "am", "d": "would", "ll": "will", "ve": "have"}
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class LabelWord:
    """A word as it is compared, and its place; a label's number instead if it is one."""

    form: str
    start: int
    end: int
    label: int | None = None
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Meant:
    """The words that mean something.

    Attributes:
        names: those in the names of columns, arguments and lists.
        language: whether a word is one of the language.
    """

    names: frozenset[str] = frozenset()
    language: Callable[[str], bool] = lambda word: False

    def talk(self, word: LabelWord) -> bool:
        """Whether it is a word of which a stretch may be left aside."""
        return word.form in TALK and self.free(word)

    def light(self, word: LabelWord) -> bool:
        """Whether it may stand among these."""
        return word.form in LIGHT and self.free(word)

    def free(self, word: LabelWord) -> bool:
        """Whether it is no label, no quotation and no name."""
        return word.label is None and not word.quoted and word.form not in self.names


def line_of(words: Iterable[LabelWord]) -> str:
    """The words as frames are compared with them."""
    return "".join(f"{word.form if word.label is None else f'<{word.label}>'} " for word in words)


def label_words(text: str, own: Container[str] = frozenset()) -> Iterator[LabelWord]:
    """The words of a text, spelled out but for its ``own`` ones, and folded; quoted text is one."""
    end, before = 0, ""
    for start, end, quoted in pieces(text, Lexed()):
        if quoted is not None:
            before = ""
            yield LabelWord(folded_key(quoted), start, end, quoted=True)
            continue
        for found in _WORD.finditer(text, start, end):
            form = folded_key(found[0])
            stem, _, tail = form.partition("'")
            if tail in _CONTRACTED:
                spelled = f"{SPELLINGS.get(stem, stem)} {_CONTRACTED[tail]}"
            elif form == "then" and before in COMPARATIVES:
                spelled = "than"
            elif tail == "t" and stem.endswith("n"):
                spelled = f"{ ({'ca': 'can', 'wo': 'will'}.get(stem[:-1], stem[:-1])) } not"
            else:
                spelled = form if form in own else SPELLINGS.get(form, form)
            before = spelled
            for part in spelled.split():
                yield LabelWord(part, found.start(), found.end())
    if end < len(text):  # a quotation that is never closed
        yield LabelWord('"', end, len(text), quoted=True)


def labelled(words: list[LabelWord], labels: tuple[str, ...]) -> Iterator[LabelWord]:
    """The words with one in the place of each label's, also of a quoted or plural one."""
    forms = label_forms(labels)
    i, behind = 0, False
    while i < len(words):
        word, named, behind = words[i], behind, False
        if word.quoted:
            index = next((n for own, n in forms if " ".join(own) == " ".join(word.form.split())), None)
            yield LabelWord(word.form if index is not None else '"', word.start, word.end, index, True)
            i += 1
            continue
        for own, index in forms:
            taken = words[i : i + len(own)]
            if tuple(each.form for each in taken) == own and not any(each.quoted for each in taken):
                yield LabelWord(" ".join(own), word.start, taken[-1].end, index)
                i, behind = i + len(own), True
                break
        else:
            yield replace(word, form="!") if named and _SMILE.fullmatch(word.form) else word
            i += 1


@lru_cache(maxsize=64)
def label_forms(labels: tuple[str, ...]) -> list[tuple[tuple[str, ...], int]]:
    """The words of each label, also in the plural or the past, and its number; the longest first."""
    forms = []
    for number, label in enumerate(labels):
        apart = label.replace("_", " ").strip()
        for own in {tuple(folded_key(word) for word in _WORD.findall(written)) for written in (label, apart)} - {()}:
            forms.append((own, number))
            forms += [((*own[:-1], own[-1] + ending), number) for ending in ENDINGS if own[-1].isalpha()]
    return sorted(forms, key=lambda each: -len(each[0]))
