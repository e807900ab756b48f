"""The large sample: every named Unicode character, its name as text and its general category as gold label.

It is made from Python's own :mod:`unicodedata`, so it ships with no file, costs no download, and is the same on
every machine with the same Python: 137,714 rows on Python 3.10, 143,668 on 3.13. Repeated, it reaches millions of rows
for measuring speed.

Three quarters of the names are made by rule and not by people: Hangul syllables' from their sounds (HANGUL SYLLABLE
GAG), ideographs' and some other scripts' from their numbers (CJK UNIFIED IDEOGRAPH-4E00; section 4.8 of the Unicode
standard). They are kept, marked in the column ``by_rule``; ``by_rule=False`` leaves them out. Characters without a name
(controls, surrogates, private use) are no rows.
"""

from __future__ import annotations

import sys
import unicodedata

import polars as pl

from ...grammar.diagnostics import SaysoError, problem

GROUPS = {
    "L": "letter",
    "M": "mark",
    "N": "number",
    "P": "punctuation",
    "S": "symbol",
    "Z": "separator",
    "C": "other",
}
"""The major classes: the first letter of a general category."""

BY_RULE = (
    r"^HANGUL SYLLABLE |^((CJK (UNIFIED|COMPATIBILITY)|TANGUT) IDEOGRAPH|(NUSHU|KHITAN SMALL SCRIPT) CHARACTER"
    r"|EGYPTIAN HIEROGLYPH)-[0-9A-F]{4,}$"
)
"""Tells the names that are made by rule."""


def characters(*, repeat: int = 1, by_rule: bool = True) -> pl.DataFrame:
    """All named characters in the order of their code points, ``repeat`` times over.

    Args:
        repeat: how often the whole list is repeated; row numbers go on counting.
        by_rule: whether names that are made by rule are kept.

    Returns:
        The columns ``row`` (0, 1, ..., all different), ``character``, ``text`` (the name), ``category`` (two letters),
        ``group`` (its first letter) and ``by_rule``.

    Raises:
        SaysoError: SAY022 if ``repeat`` is less than 1.
    """
    if repeat < 1:
        raise SaysoError(problem("SAY022", found=repeat))
    every = [chr(point) for point in range(sys.maxunicode + 1)]
    names = [unicodedata.name(character, None) for character in every]
    named = [character for character, name in zip(every, names, strict=True) if name is not None]
    frame = pl.DataFrame(
        {
            "character": named,
            "text": [name for name in names if name is not None],
            "category": [unicodedata.category(character) for character in named],
        }
    ).with_columns(
        pl.col("category").str.head(1).alias("group"),
        pl.col("text").str.contains(BY_RULE).alias("by_rule"),
    )
    if not by_rule:
        frame = frame.filter(~pl.col("by_rule"))
    return pl.concat([frame] * repeat).with_row_index("row")
