"""Search for a row that contradicts what the analysis claims: rows are bred from those that nearly do.

A claim "a implies b" is contradicted by a row on which a holds and b does not; "a excludes b" by one on which both
hold. Rows are made of the words, numbers and values that the two conditions name, and edited by one word, one sign,
one number at a time, so that thresholds and phrases are met exactly. All claims share the rows made for any of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

import numpy as np
import strategies
import strategies_tables as tables
from sayso.compiler.evaluate import votes
from sayso.corpora.corpus import Corpus
from sayso.grammar.nodes import Compare
from sayso.primitives.dates import DAY, iso_of
from sayso.primitives.entities import ENTITIES

GLUE = [" ", " ", " ", " ", " ", " ", ", ", ". ", "! ", "? ", "", "\n"]
FILLING = ["so", "the", "a", "it", "was", "Monday", "7", "!", ".", "http://y.org", "😂", "VERY", "é"]
SPANS = strategies.SCHEMA.spans
TAGS = [*strategies.TYPES, *(min(name.tags) for name in ENTITIES.values() if name.tags)]


@dataclass(frozen=True)
class Material:
    """What conditions name: quoted texts, numbers."""

    texts: tuple[str, ...]
    numbers: tuple[float, ...]

    @classmethod
    def of(cls, *conditions):
        """All strings and numbers in the slots of the conditions."""
        texts, numbers = [], [0.0, 1.0]
        for condition in conditions:
            for node in condition.walk():
                for name, value in node.slots():
                    values = value if isinstance(value, tuple) else (value,)
                    texts += [own for own in values if isinstance(own, str) and name in ("text", "values")]
                    numbers += [own for own in values if isinstance(own, (int, float)) and not isinstance(own, bool)]
                if isinstance(node, Compare):
                    ends = node.interval.low, node.interval.high
                    numbers += [end for end in ends if end is not None]
        words = [word for text in texts for word in text.split()]
        return cls(tuple(dict.fromkeys([*texts, *words])), tuple(dict.fromkeys(numbers)))


def made(rng: Random, of: Material):
    """A row out of the material."""
    count = rng.choice([0, 1, 1, 2, 3, 4, 6, 9])
    text = "".join(_word(rng, of) + rng.choice(GLUE) for _ in range(count))
    row = {name: _value(rng, kind, of) for name, kind in tables.FIELDS}
    row |= {"text": text if rng.random() > 0.03 else None, "ner": _entities(rng, text)}
    for name in SPANS:
        row[name] = _span(rng, text)
    if rng.random() < 0.1:
        row[SPANS[1]] = row[SPANS[0]]
    return row


def edited(row, rng: Random, of: Material):
    """The row with one thing changed."""
    row, kind = dict(row), rng.random()
    text = row["text"]
    if kind < 0.12 or text is None:
        name, sort = rng.choice(tables.FIELDS)
        row[name] = _value(rng, sort, of)
    elif kind < 0.22:
        row[rng.choice(SPANS)] = _span(rng, text)
    elif kind < 0.3:
        row["ner"] = _entities(rng, text)
    elif kind < 0.32:
        row["text"] = None
    else:
        _edit_text(row, rng, of)
    return row


def _edit_text(row, rng: Random, of: Material):
    """Words put in, taken out, moved, changed in their case, or a sign; spans and entities move along."""
    text = row["text"]
    bounds = [0, *(i + 1 for i, sign in enumerate(text) if not sign.isalnum()), len(text)]
    start = rng.choice(bounds)
    behind = [bound for bound in bounds if bound > start] or [len(text)]
    kind = rng.random()
    if kind < 0.45:
        end, times = start, rng.choice([1, 1, 1, 2, int(min(max(rng.choice(of.numbers), 1), 6))])
        new = "".join(_word(rng, of) + rng.choice(GLUE) for _ in range(times))
        new = rng.choice(["", " "]) + new
    elif kind < 0.75:
        end = behind[min(rng.choice([0, 0, 1]), len(behind) - 1)]
        new = ""
    elif kind < 0.9:
        end = behind[0]
        new = rng.choice([str.upper, str.lower, str.title, str.swapcase])(text[start:end])
    else:
        end = behind[0]
        new = rng.choice(GLUE)
    shift = len(new) - (end - start)

    def moved(span):
        if span is None:
            return None
        first, last = (at if at <= start else max(start, at + shift) for at in span[:2])
        return (first, max(first, last), *span[2:])

    row["text"] = text[:start] + new + text[end:]
    for name in SPANS:
        row[name] = moved(row[name])
    row["ner"] = None if row["ner"] is None else [moved(own) for own in row["ner"]]


def _word(rng: Random, of: Material):
    pool = of.texts if of.texts and rng.random() < 0.65 else FILLING if rng.random() < 0.6 else strategies.VOCABULARY
    return rng.choice(pool)


def _span(rng: Random, text):
    if text is None or rng.random() < 0.08:
        return None
    starts = [0, *(i + 1 for i, sign in enumerate(text) if sign == " ")]
    start = rng.choice(starts)
    ends = [i for i, sign in enumerate(text) if sign == " " and i > start] + [len(text)]
    return start, rng.choice(ends[:3])


def _entities(rng: Random, text):
    if text is None or rng.random() < 0.08:
        return None
    spans = [_span(rng, text) for _ in range(rng.choice([0, 1, 1, 2, 3]))]
    return [(*span, rng.choice(TAGS)) for span in spans if span is not None]


def _value(rng: Random, kind, of: Material):
    if rng.random() < 0.12:
        return rng.choice(tables.MISSING)
    number = rng.choice(of.numbers)
    if kind in ("date", "moment"):
        if rng.random() < 0.5:
            written = iso_of(number + rng.choice([-DAY, -1, 0, 1, DAY]))
            return written if kind == "moment" else written[:10]
        return rng.choice(tables.DATES if kind == "date" else tables.MOMENTS)
    if kind == "clock":
        return rng.choice(tables.CLOCKS)
    if kind == "truth":
        return rng.choice(["yes", "no"])
    if kind == "text":
        return rng.choice([*of.texts, *tables.TEXTS])
    near = number + rng.choice([-1, -0.5, 0, 0, 0.5, 1])
    return f"{near:g}%" if kind == "percent" else rng.choice([f"{near:.6f}", *tables.NUMBERS])


def masks(conditions, rows) -> np.ndarray:
    """Where each condition holds, ``(n, m)``."""
    return votes(conditions, [1] * len(conditions), Corpus.of_rows(rows, strategies.SCHEMA)) == 1


def breed(conditions, pairs, rng: Random, *, rounds: int = 3, each: int = 6):
    """Rows that try to contradict a relation between any of the ``pairs``, and where each condition holds on them.

    In every round the rows on which the first (or the second) of a pair holds are edited, ``each`` time another way;
    rows that break ranks, where one of the two changes and the other does not, are edited first.

    Returns:
        The rows, and ``(n, m)`` where the conditions hold.
    """
    material = [Material.of(conditions[i], conditions[j]) for i, j in pairs]
    rows = [made(rng, of) for of in material for _ in range(each)]
    found = masks(conditions, rows)
    fresh = np.arange(len(rows))
    for _ in range(rounds):
        young = []
        for (i, j), of in zip(pairs, material, strict=True):
            for one, other in ((i, j), (j, i)):
                hits = np.flatnonzero(found[:, one])
                if len(hits) == 0:
                    young.append(edited(rows[rng.choice(fresh)], rng, of))
                    continue
                near = hits[~found[hits, other]]
                parents = rng.choices(near if len(near) and rng.random() < 0.5 else hits, k=each // 2)
                young += [edited(rows[parent], rng, of) for parent in parents]
        fresh = len(rows) + np.arange(len(young))
        rows += young
        found = np.concatenate([found, masks(conditions, young)])
    return rows, found
