"""Comments made up for benchmarks: Zipf-distributed words, typos, links, emoji. A seed gives the same ones again."""

from __future__ import annotations

import numpy as np
import polars as pl

ONSETS = [*"bcdfghjklmnprstvw", "ch", "pr", "sh", "st", "tr"]
NUCLEI = ["a", "e", "i", "o", "u", "ai", "ea", "ee", "ou", "oo"]
CODAS = ["", "", "", "n", "r", "s", "t", "l", "ck", "ng", "m"]
COMMON = """
the to and i you a of it is this my in for that on me please check out video subscribe song love so channel with have
just but not like your be are if was can what don't it's i'm free win cash now
""".split()  # noqa: SIM905
MARKS = ["", "", "", "", "", "", "", ",", ".", "!", "?", "!!!", "..."]
EMOJI = ["😂", "❤️", ":)", ":D", "👍", "😍😍", "<3", "🎉"]


def words(count: int, random: np.random.Generator) -> list[str]:
    """``count`` different pronounceable words, real common ones first."""
    found = dict.fromkeys(COMMON)
    while len(found) < count:
        syllables = int(random.integers(1, 4))
        parts = [ONSETS, NUCLEI, CODAS] * syllables
        found["".join(str(random.choice(part)) for part in parts)] = None
    return list(found)


def misspell(word: str, random: np.random.Generator) -> str:
    """``word`` with one letter doubled, dropped or stretched."""
    place, kind = int(random.integers(len(word))), int(random.integers(3))
    return word[:place] + word[place] * (2, 0, 5)[kind] + word[place + 1 :]


def comments(rows: int, *, length: int = 20, seed: int = 0) -> pl.Series:
    """``rows`` comments of ``length`` words on average.

    Of 100 words about two are misspelt, one is a link and one an emoji; ten begin with a capital, two are all capitals.
    """
    random = np.random.default_rng(seed)
    plain = words(40_000, random)
    typos = [misspell(plain[i], random) for i in random.zipf(1.3, 100_000) % len(plain)]
    table = np.array([*plain, *typos], dtype=object)
    weights = 1 / (np.arange(len(plain)) + 2.7)
    rising = np.cumsum(weights / weights.sum())
    parts = []
    for start in range(0, rows, 50_000):
        lengths = 1 + random.poisson(length - 1, min(50_000, rows - start))
        total = int(lengths.sum())
        picked = np.searchsorted(rising, random.random(total))
        picked = np.where(random.random(total) < 0.02, len(plain) + random.integers(len(typos), size=total), picked)
        shape = random.random(total)
        chunks = table[np.minimum(picked, len(table) - 1)]
        chunks[shape < 0.10] = [word.capitalize() for word in chunks[shape < 0.10]]
        chunks[shape > 0.98] = [word.upper() for word in chunks[shape > 0.98]]
        chunks = chunks + np.array(MARKS, dtype=object)[random.integers(len(MARKS), size=total)]
        extra = random.random(total)
        links = np.flatnonzero(extra < 0.01)
        chunks[links] = [
            f"https://{plain[i % 500]}.com/watch?v={i:x}" for i in random.integers(1 << 40, size=len(links))
        ]
        emoji = np.flatnonzero(extra > 0.99)
        chunks[emoji] = np.array(EMOJI, dtype=object)[random.integers(len(EMOJI), size=len(emoji))]
        ends = np.cumsum(lengths)
        listed = chunks.tolist()
        parts.append(pl.Series("text", [" ".join(listed[a:b]) for a, b in zip(ends - lengths, ends, strict=True)]))
    return pl.concat(parts)
