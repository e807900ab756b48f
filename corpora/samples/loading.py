"""Getting at the samples by name."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

import polars as pl

from ...grammar.diagnostics import SaysoError, problem
from .unicode import characters

FOLDER = Path(__file__).parent

SAMPLES = {
    "comments": "600 comments on the site of an invented bicycle-repair shop, ham or spam",
    "unicode": "the names of all Unicode characters with their general categories",
}
"""What there is, each with its subject."""


def names() -> tuple[str, ...]:
    """The names of the samples.

    >>> names()
    ('comments', 'unicode')
    """
    return tuple(SAMPLES)


def load(name: str, *, repeat: int = 1) -> pl.DataFrame:
    """A sample as a frame with the column ``text`` and its gold label.

    Args:
        name: ``"comments"`` has the columns id, text, label (ham or spam) and split (train or dev); ``"unicode"`` those
            of :func:`~sayso.corpora.samples.unicode.characters`.
        repeat: how often the rows are repeated, to measure speed; the column ``row`` of ``"unicode"`` goes on counting.

    Raises:
        SaysoError: SAY020 if there is no such sample, SAY022 if ``repeat`` is less than 1.
    """
    _known(name, names())
    if name == "unicode":
        return characters(repeat=repeat)
    if repeat < 1:
        raise SaysoError(problem("SAY022", found=repeat))
    frame = pl.read_csv(path(name), schema_overrides={"text": pl.String})
    return pl.concat([frame] * repeat)


def path(name: str) -> Path:
    """The file of a sample: ``"comments"`` or ``"comments.csv"``; with ``".say"``, that of its explanations.

    Raises:
        SaysoError: SAY020 if there is no such sample, SAY021 if it is made when it is loaded and has no file.
    """
    files = sorted(file.name for file in FOLDER.iterdir() if file.suffix in (".csv", ".say"))
    _known(name, (*names(), *files))
    file = name if name in files else f"{name}.csv"
    if file not in files:
        raise SaysoError(problem("SAY021", name=name))
    return FOLDER / file


def explanations(name: str) -> Path:
    """The .say file that explains a sample.

    Raises:
        SaysoError: SAY020 if there is no such sample.
    """
    _known(name, names())
    return path(f"{name}.say")


def _known(name: str, known: tuple[str, ...]) -> None:
    """Refuse a name that is not known, with the nearest one that is."""
    if name not in known:
        near = get_close_matches(name.casefold(), known, n=1)
        fix = f"did you mean {near[0]!r}?" if near else None
        raise SaysoError(problem("SAY020", name=name, names=", ".join(known), fix=fix))
