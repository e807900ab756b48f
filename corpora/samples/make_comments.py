"""Makes ``comments.csv``: 600 comments on the site of Spokeberry, an invented bicycle-repair web shop.

Every text is our own: written by hand, or put together here from our own sentences and word lists and then roughened
the way people write. The same seed gives the same file on every Python and platform. Write it anew with

    python -m sayso.corpora.samples.make_comments
"""

from __future__ import annotations

import csv
import io
import os
import random
import re
from collections.abc import Callable, Sequence
from itertools import chain, pairwise, repeat
from pathlib import Path

from . import comment_lines, comment_templates
from .comment_words import EMOJI_HAM, EMOJI_SPAM, STRETCH, WORDS

COLUMNS = ("id", "text", "label", "split")
SEED = 20260
SIZE = {"ham": 330, "spam": 270}
"""Comments of each label, those written by hand included."""

TRICKY = {"ham": 30, "spam": 30}
"""How many of them use the words of the other label."""

DEV = 0.2
"""The share of the comments that is set aside as dev set."""

Row = tuple[str, str, str, str]


class Dice:
    """Choices that are the same everywhere: of ``random.Random`` only ``random()`` is promised never to change."""

    def __init__(self, seed: int) -> None:
        self._next = random.Random(seed).random

    def pick(self, options: Sequence[str]) -> str:
        """One of the options."""
        return options[self.below(len(options))]

    def below(self, n: int) -> int:
        """A whole number from 0 up to, not including, ``n``."""
        return int(self._next() * n)

    def chance(self, share: float) -> bool:
        """True in this share of the calls."""
        return self._next() < share

    def shuffled(self, items: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
        """The items in another order."""
        return [item for _, item in sorted((self._next(), item) for item in items)]


def rows() -> list[Row]:
    """All comments in the order of the file: id, text, label, split."""
    dice = Dice(SEED)
    labeled = [(text, "ham") for text in _texts("ham", dice)] + [(text, "spam") for text in _texts("spam", dice)]
    mixed = dice.shuffled(labeled)
    aside = set(dice.shuffled(labeled)[: round(DEV * len(labeled))])
    return [
        (f"c{i:03}", text, label, "dev" if (text, label) in aside else "train")
        for i, (text, label) in enumerate(mixed, start=1)
    ]


def as_csv() -> str:
    """The content of the file."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(rows())
    return out.getvalue()


def expand(template: str, dice: Dice) -> str:
    """Fill a template: innermost choices first, then slots, until none is left.

    >>> expand("no [choice] here", Dice(1))
    'no choice here'
    """
    while True:
        match = re.search(r"\[([^\[\]]*)\]|\{([a-z_]+)\}", template)
        if match is None:
            return template
        text = dice.pick(match[1].split("|")) if match[2] is None else dice.pick(WORDS[match[2]])
        template = template[: match.start()] + text + template[match.end() :]


def _texts(label: str, dice: Dice) -> list[str]:
    """The comments of a label: by hand, tricky, plain."""
    hand, plain, tricky = (
        (comment_lines.HAM, comment_templates.HAM, comment_templates.TRICKY_HAM)
        if label == "ham"
        else (comment_lines.SPAM, comment_templates.SPAM, comment_templates.TRICKY_SPAM)
    )
    texts = list(hand)
    for templates, goal in ((tricky, len(hand) + TRICKY[label]), (plain, SIZE[label])):
        for template in chain.from_iterable(repeat(templates)):
            if len(texts) == goal:
                break
            text = roughen(expand(template, dice), label, dice)
            if all(alike(text, other) < 0.5 for other in texts):
                texts.append(text)
    return texts


def alike(one: str, other: str) -> float:
    """The share of word pairs that two texts have in common, from 0 to 1.

    >>> alike("the chain is off", "the chain is on")
    0.5
    """
    a, b = _pairs(one), _pairs(other)
    return len(a & b) / len(a | b)


def _pairs(text: str) -> set[tuple[str, str]]:
    """The pairs of neighbouring words; a single word has nobody beside it."""
    words = text.lower().split()
    return set(pairwise(words)) or {(text.lower(), "")}


def roughen(text: str, label: str, dice: Dice) -> str:
    """Write it as people do: some small, some shouted, with slips, stretched words, repeated words and signs."""
    spam = label == "spam"
    kinds: tuple[tuple[float, Callable[[str, Dice], str]], ...] = (
        (0.22, _slip),
        (0.08, _slip),
        (0.16, _stretch),
        (0.05, _again),
        (0.25, _no_apostrophe),
        (0.25, _no_stop),
        (0.16 if spam else 0.09, _louder),
        (0.30, _small),
        (0.12 if spam else 0.04, _shout),
        (0.03, _wide),
    )
    if dice.chance(0.35):
        text = text[:1].upper() + text[1:]
    for share, change in kinds:
        if dice.chance(share):
            text = change(text, dice)
    if dice.chance(0.24 if spam else 0.13):
        sign = dice.pick(EMOJI_SPAM if spam else EMOJI_HAM)
        text = f"{text} {sign * (1, 1, 2, 3)[dice.below(4)]}"
    return text.strip()


def _edit(text: str, dice: Dice, change: Callable[[str], str], among: Sequence[str] | None = None) -> str:
    """Change one word of four or more letters that is no part of a link, an address or a name."""
    words = list(re.finditer(r"(?<!\S)[A-Za-z]{4,}(?=[\s,.!?]|$)(?![.]\w)", text))
    if among is not None:
        words = [word for word in words if word[0].lower() in among]
    if not words:
        return text
    word = words[dice.below(len(words))]
    return text[: word.start()] + change(word[0]) + text[word.end() :]


def _slip(text: str, dice: Dice) -> str:
    """A slip of the finger: two letters swapped, one left out, or one doubled."""

    def change(word: str) -> str:
        at = 1 + dice.below(len(word) - 2)
        one, two = word[at], word[at + 1]
        return word[:at] + dice.pick([two + one, two, one + one + two]) + word[at + 2 :]

    return _edit(text, dice, change)


def _stretch(text: str, dice: Dice) -> str:
    """A word drawn out: please becomes pleaaase."""

    def change(word: str) -> str:
        vowel = [m.start() for m in re.finditer("[aeiou]", word.rstrip("e"))][-1:] or [1]
        return word[: vowel[0]] + word[vowel[0]] * (3 + dice.below(3)) + word[vowel[0] + 1 :]

    return _edit(text, dice, change, STRETCH)


def _again(text: str, dice: Dice) -> str:
    """A word said twice."""
    return _edit(text, dice, lambda word: f"{word} {word}")


def _no_apostrophe(text: str, dice: Dice) -> str:
    """Don't becomes dont."""
    return re.sub(r"(?<=[a-z])['’](?=[a-z])", "", text)


def _no_stop(text: str, dice: Dice) -> str:
    """Without the last mark."""
    return text.rstrip(".!?")


def _louder(text: str, dice: Dice) -> str:
    """More marks at the end."""
    return text.rstrip(".") + dice.pick(["!", "!!", "!!!", "!!!!", "?!", "!!!!!!!"])


def _small(text: str, dice: Dice) -> str:
    """All in small letters."""
    return text if "http" in text else text.lower()


def _shout(text: str, dice: Dice) -> str:
    """All in capitals, but for links and addresses."""
    return " ".join(word if "example" in word else word.upper() for word in text.split(" "))


def _wide(text: str, dice: Dice) -> str:
    """A slip of the thumb: two spaces, or none behind a comma."""
    return dice.pick([text.replace(" ", "  ", 2), text.replace(", ", ",")])


def main() -> None:
    """Write ``comments.csv`` beside this file."""
    path = Path(__file__).with_name("comments.csv")
    fresh = path.with_suffix(".csv.new")
    with fresh.open("w", encoding="utf-8", newline="") as file:
        file.write(as_csv())
        file.flush()
        os.fsync(file.fileno())
    os.replace(fresh, path)


if __name__ == "__main__":
    main()
