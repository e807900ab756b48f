"""What a corpus offers to be spoken of: texts, argument spans, entities, fields, and a date of reference."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

FieldKind = Literal["number", "percent", "text", "date", "moment", "clock", "truth"]
"""What the values of a field are, whatever their type in the file. A percent is a number written with the sign; a date
has no time of day, a moment has one, and a clock is a time of day without a date."""


@dataclass(frozen=True, slots=True)
class Schema:
    """The columns of a corpus by what they are.

    Attributes:
        texts: the text columns; the first one is "the text".
        spans: the columns of argument spans, in the order of the arguments; they are places in the first text.
        entities: the column of entities; None without one.
        pipeline: the name of the spaCy pipeline that finds entities where there is no column of them.
        now: the date, or the column of dates, that relative times refer to; None if none was given.
        fields: every other column and the kind of its values.
        day_first: the fields in which 3/4/2024 is the third of April.
        addresses: the fields of addresses, which are written as one word: e-mail, links, domains, paths.
    """

    texts: tuple[str, ...] = ()
    spans: tuple[str, ...] = ()
    entities: str | None = None
    pipeline: str | None = None
    now: str | None = None
    fields: tuple[tuple[str, FieldKind], ...] = ()
    day_first: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()

    @property
    def kinds(self) -> Mapping[str, FieldKind]:
        """The kind of each field, by its name."""
        return dict(self.fields)

    @property
    def named_texts(self) -> bool:
        """Whether each text is called by its name; else "the text" is the first one, where annotations are."""
        return len(self.texts) > 1 and not (self.spans or self.tagged)

    @property
    def tagged(self) -> bool:
        """Whether there are entities."""
        return self.entities is not None or self.pipeline is not None

    def only(self, names: Collection[str]) -> Schema:
        """The schema without the fields that are not among ``names``."""
        kept = tuple((name, kind) for name, kind in self.fields if name in names or name == self.now)
        swapped, addresses = (
            tuple(name for name in group if name in dict(kept)) for group in (self.day_first, self.addresses)
        )
        return replace(self, fields=kept, day_first=swapped, addresses=addresses)

    def to_json(self) -> dict[str, Any]:
        """The schema as JSON-ready data."""
        return {
            "texts": list(self.texts),
            "spans": list(self.spans),
            "entities": self.entities,
            "pipeline": self.pipeline,
            "now": self.now,
            "fields": dict(self.fields),
            "day_first": list(self.day_first),
            "addresses": list(self.addresses),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Schema:
        """The inverse of :meth:`to_json`.

        Raises:
            KeyError, TypeError: the data is no schema.
        """
        return cls(
            tuple(data["texts"]),
            tuple(data["spans"]),
            data["entities"],
            data["pipeline"],
            data["now"],
            tuple(data["fields"].items()),
            tuple(data["day_first"]),
            tuple(data.get("addresses", ())),  # files of 0.1 may not have it
        )


NO_COLUMNS = Schema()
"""The schema of no corpus."""
