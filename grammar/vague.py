"""Vague quantities, and what they are taken for until a dev set tells: each is read with a visible note."""

from __future__ import annotations

LOOSELY = {
    **dict.fromkeys(("a round number", "a round amount", "a round sum", "a round figure", "round numbers"),
                    "a multiple of 100"),
}  # fmt: skip
"""What is vague, and what it is taken for."""

VAGUE: dict[str, tuple[int | None, int | None]] = {
    "a lot": (5, None), "over and over": (3, None), "over and over again": (3, None), "again and again": (3, None),
    "a couple of": (2, None), "a couple": (2, None), "multiple": (2, None), "a few": (3, None),
    "several": (3, None), "a handful of": (3, None), "various": (3, None), "many": (5, None), "numerous": (5, None),
    "quite a few": (5, None), "a lot of": (5, None), "lots of": (5, None), "plenty of": (5, None),
    "a bunch of": (5, None), "tons of": (5, None), "loads of": (5, None), "a large number of": (5, None),
    "a great number of": (5, None), "a good number of": (5, None), "alot of": (5, None), "lot of": (5, None),
    "a lotta": (5, None), "lotsa": (5, None),
    "a ton of": (5, None), "too many": (5, None), "so many": (5, None), "a great deal of": (5, None),
    "few": (None, 2), "very few": (None, 2), "only a few": (None, 3), "just a few": (None, 3),
    "only a handful of": (None, 3), "just a handful of": (None, 3), "a mere handful of": (None, 3),
    "only a couple of": (None, 2), "just a couple of": (None, 2), "a small number of": (None, 3),
    "only a small number of": (None, 3), "not many": (None, 4), "not that many": (None, 4), "not too many": (None, 4),
    "not so many": (None, 4), "not a lot of": (None, 4), "not lots of": (None, 4),
    "only few": (None, 2), "hardly any": (None, 1), "barely any": (None, 1), "scarcely any": (None, 1),
}  # fmt: skip
"""How many a vague quantity is taken for: from, to."""

VAGUE_LENGTH: dict[str, tuple[int | None, int | None]] = {
    "very short": (None, 4), "extremely short": (None, 4), "really short": (None, 4), "super short": (None, 4),
    "so short": (None, 4), "too short": (None, 4), "tiny": (None, 4), "short": (None, 9), "quite short": (None, 9),
    "rather short": (None, 9), "brief": (None, 9), "concise": (None, 9), "long": (30, None),
    "quite long": (30, None), "rather long": (30, None), "lengthy": (30, None), "wordy": (30, None),
    "very long": (50, None), "extremely long": (50, None), "really long": (50, None), "super long": (50, None),
    "so long": (50, None), "too long": (50, None),
}  # fmt: skip
"""How many words a text is taken to have that is called short or long: from, to."""

ABOUT = ("about", "around", "roughly", "approximately", "approx", "approx.", "circa", "some where around", "~")
"""Words that make the number behind them vague."""

NEARLY = 0.2
"""How far from the number a quantity that is "about" it may be, as a share of it; at least by one."""
