"""Which columns of a table are texts, annotations, gold labels or fields."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from difflib import get_close_matches
from typing import TYPE_CHECKING

import polars as pl

from ..grammar.diagnostics import Diagnostic, Place, SaysoError, problem, warn
from ..grammar.given import expect
from .entities import load_pipeline, pipeline_name
from .fields import LOOKED_AT, kinds_of

if TYPE_CHECKING:
    from spacy.language import Language

USUAL = ("text", "content", "comment", "message", "body", "sentence")
"""The names by which a text column is found if none is named."""

PROSE = 4
"""A column with more words than this on average holds texts, in a table where no column is named as the text."""

SHOWN = 20
"""A message lists so many columns at most."""


@dataclass(frozen=True, slots=True)
class Roles:
    """The columns by what they are; ``pipeline`` finds entities where there is no column of them."""

    texts: tuple[str, ...]
    spans: tuple[str, ...]
    entities: str | None
    pipeline: str | None
    gold: str | None

    @property
    def taken(self) -> list[str]:
        """The columns that are no fields, each once."""
        single = [name for name in (self.entities, self.gold) if name is not None]
        return list(dict.fromkeys([*self.texts, *self.spans, *single]))


def assign(
    frame: pl.DataFrame,
    *,
    text: str | Sequence[str] | None,
    spans: str | Sequence[str],
    entities: str | Language | None,
    gold: str | None,
    place: Place | None,
) -> Roles:
    """The roles that the arguments of :meth:`.Corpus.read` give to the columns of a table.

    Raises:
        SaysoError: SAY010 if there are no rows, SAY011 if a column is not there, SAY012 if the text must be named,
            SAY014 if the gold labels are a text.
    """
    if frame.height == 0:
        raise SaysoError(problem("SAY010", place=place, columns=listed(frame.columns)))
    arguments = (spans,) if isinstance(spans, str) else tuple(dict.fromkeys(spans))
    noted, pipeline = _entity_source(entities, frame.columns, place)
    others = [*arguments, *(name for name in (noted, gold) if name is not None)]
    roles = Roles(tuple(_text_columns(frame, text, others, place)), arguments, noted, pipeline, gold)
    for name in roles.taken:
        if name not in frame.columns:
            raise SaysoError(no_column(name, frame.columns, place))
    if gold in roles.texts:
        raise SaysoError(problem("SAY014", place=place, column=gold))
    if arguments and not roles.texts:
        raise SaysoError(problem("SAY012", place=place, columns=listed(frame.columns)))
    return roles


def as_text(series: pl.Series, place: Place | None) -> pl.Series:
    """A column as text: numbers, dates and booleans are written out, with a note."""
    kind = series.dtype
    if kind.is_nested() or kind in (pl.Binary, pl.Object):
        raise SaysoError(problem("SAY044", place=place, column=series.name, found=f"values of type {kind}"))
    if kind not in (pl.String, pl.Null, pl.Categorical, pl.Enum):
        warn(problem("SAY045", place=place, column=series.name, found=f"values of type {kind}"))
    texts: pl.Series = (series.fill_nan(None) if kind.is_float() else series).cast(pl.String)
    return texts


def _text_columns(
    frame: pl.DataFrame, text: str | Sequence[str] | None, taken: Sequence[str], place: Place | None
) -> list[str]:
    """The text columns asked for, or the one that can only be meant."""
    if text is not None:
        names = [text] if isinstance(text, str) else list(text)
        return list(dict.fromkeys(names))
    strings = [name for name, kind in frame.schema.items() if kind == pl.String and name not in taken]
    usual = [name for name in strings if name.lower() in USUAL]
    if len(usual) == 1 or len(strings) == 1:
        return usual[:1] or strings
    prose = usual or [name for name in strings if _is_prose(frame[name])]
    if len(prose) > 1:
        raise SaysoError(problem("SAY012", place=place, columns=listed(frame.columns)))
    return prose


def _is_prose(values: pl.Series) -> bool:
    """Whether the values are sentences and no names, codes or numbers: more than four words on average."""
    words = values.drop_nulls().head(LOOKED_AT).str.count_matches(r"\S+").mean()
    return isinstance(words, float) and words > PROSE


def _entity_source(
    entities: str | Language | None, columns: Sequence[str], place: Place | None
) -> tuple[str | None, str | None]:
    """The column, or the name of the pipeline, that entities come from."""
    if entities is None or (isinstance(entities, str) and entities in columns):
        return entities, None
    if isinstance(entities, str):
        load_pipeline(entities, place=place)
        return None, entities
    expect(hasattr(entities, "meta"), "entities", entities, "a column, the name of a spaCy pipeline, or a loaded one")
    return None, pipeline_name(entities)


def no_column(name: str, columns: Iterable[str], place: Place | None) -> Diagnostic:
    """What is said of a column that is not there."""
    own = {column.lower(): column for column in columns}
    near = get_close_matches(str(name).lower(), own, n=1, cutoff=0.5)
    hint = f"did you mean {own[near[0]]!r}?" if near else "name one of them"
    return problem("SAY011", place=place, column=name, columns=listed(own.values()), fix=hint)


def check_now(now: str, frame: pl.DataFrame, place: Place | None) -> None:
    """Make sure that relative times can refer to ``now``: it is a date, or a column of dates.

    Raises:
        SaysoError: SAY057.
    """
    kinds = kinds_of(frame.select(now)) if now in frame.columns else {}
    if kinds.get(now) in ("date", "moment"):
        return
    try:
        datetime.fromisoformat(now)
    except ValueError:
        found = repr(now) if now not in frame.columns else f"the column {now!r}, which holds no dates"
        raise SaysoError(problem("SAY057", place=place, found=found, columns=listed(frame.columns))) from None


def listed(names: Iterable[str]) -> str:
    """Names for a message, the first ones if they are many."""
    own = list(names)
    more = f", ... ({len(own) - SHOWN:,} more)" if len(own) > SHOWN else ""
    return (", ".join(own[:SHOWN]) + more) or "none"
