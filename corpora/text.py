"""What a text is to Sayso: cleaned of the invisible, and with a normal form under which words are compared."""

from __future__ import annotations

import unicodedata

import polars as pl

_INVISIBLE = (
    (0x00, 0x08), (0x0E, 0x1F), (0x7F, 0x7F),  # control characters, but for tabs and line ends
    (0xAD, 0xAD),  # soft hyphen
    (0x200B, 0x200B), (0x2060, 0x2060), (0xFEFF, 0xFEFF),  # zero width space, word joiner, byte order mark
    (0x200E, 0x200F), (0x202A, 0x202E), (0x2066, 0x2069),  # writing direction
)  # fmt: skip
_MENDED = dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)
_CLEANED = {**_MENDED, **{code: None for first, last in _INVISIBLE for code in range(first, last + 1)}}

INVISIBLE = "[" + "".join(f"\\x{{{first:x}}}-\\x{{{last:x}}}" for first, last in _INVISIBLE) + "]"
"""The characters that :func:`clean` drops, as a regular expression. Joiners stay: emoji and scripts need them."""

_STRAIGHT = str.maketrans(dict.fromkeys("‘’‚‛`´", "'") | dict.fromkeys("“”„‟", '"'))


def mend(text: str) -> str:
    """``text`` with each lone surrogate, which no file and no column can hold, as U+FFFD."""
    return text if text.isascii() else text.translate(_MENDED)


def clean(text: str) -> str:
    r"""``text`` without invisible characters; lone surrogates become U+FFFD.

    >>> clean("fr\u200bee\ufeff")
    'free'
    """
    return text.translate(_CLEANED)


def clean_series(texts: pl.Series) -> pl.Series:
    """:func:`clean` of a whole column; missing texts stay missing. (A column cannot hold lone surrogates.)"""
    dirty = texts.str.contains(INVISIBLE).fill_null(False)
    return texts.str.replace_all(INVISIBLE, "") if dirty.any() else texts


def exact_key(form: str) -> str:
    """The normal form under which forms are compared when case matters: NFKC, straight quotes and apostrophes.

    >>> exact_key("ﬁt’s")
    "fit's"
    """
    if form.isascii():
        return form.translate(_STRAIGHT) if "`" in form else form
    return unicodedata.normalize("NFKC", form.translate(_STRAIGHT)).translate(_STRAIGHT)


def folded_key(form: str) -> str:
    """The normal form under which forms are compared when case does not matter.

    The period that a token ends with, which is an abbreviation or an initial then, makes no difference.

    >>> folded_key("DON’T") == folded_key("don't"), folded_key("Mr.") == folded_key("mr")
    (True, True)
    """
    key = exact_key(exact_key(form).lower())
    return key[:-1] if key[-1:] == "." and key[:-1].isalpha() else key
