"""What can be observed of a field: its number, its value, whether it is true, whether it is there."""

from __future__ import annotations

import numpy as np

from ..corpora.text import exact_key, folded_key
from ..grammar.nodes import Node, node
from .base import Mask, Measurement, Numbers, Observation, Source
from .phrases import say
from .run import Run


@node
class Field(Measurement):
    """The number in a field."""

    column: str

    total = True
    example = "the customer's age is between 30 and 40"
    names = (say("the {column:number_column}"),)

    def reads(self) -> frozenset[Source]:
        """The field."""
        return frozenset([Source("field", self.column)])

    def measure(self, run: Run) -> Numbers:
        """The numbers as they stand in the column."""
        return run.corpus.numbers(self.column)


@node
class Is(Observation):
    """The text of a column is one of the values; spaces around it do not count, nor does case unless ``exact``."""

    column: str
    values: tuple[str, ...]
    exact: bool = False

    example = 'the country is one of "US", "UK"'
    phrases = (
        say("{column:text_column} is {values:values}"),
        say("{column:text_column} (equals|reads) {values:values}"),
        say("{column:text_column} is (equal to|the same as) {values:values}"),
        say("{column:text_column} is exactly {values:values}", exact=True),
    )
    order = {"values": 1}

    def fault(self) -> str | None:
        """Blank quotes are no value."""
        return None if all(value.strip() for value in self.values) else "a blank is no value; say that it is missing"

    def holds(self, run: Run) -> Mask:
        """Where the text is one of them."""
        key = exact_key if self.exact else folded_key
        texts = run.corpus.strings(self.column)
        distinct = texts.unique()
        wanted = {key(value.strip()) for value in self.values}
        found = [text for text in distinct.to_list() if text is not None and key(text.strip()) in wanted]
        return np.asarray(texts.is_in(found).fill_null(False).to_numpy(), dtype=bool)

    def reads(self) -> frozenset[Source]:
        """The column."""
        return frozenset([Source("field", self.column)])

    def below(self, other: Node) -> bool:
        """By ``order``; values that are given with their case are also those without."""
        if Observation.below(self, other):
            return True
        if not isinstance(other, Is) or other.column != self.column or other.exact:
            return False
        return {folded_key(value.strip()) for value in self.values} <= {
            folded_key(value.strip()) for value in other.values
        }

    def apart(self, other: Observation) -> bool:
        """Whether no row is both: two different values."""
        if not isinstance(other, Is) or other.column != self.column:
            return False
        own, others = ({folded_key(value.strip()) for value in item.values} for item in (self, other))
        return not own & others


@node
class Alike(Observation):
    """Two columns hold the same text; spaces around it and case do not count."""

    column: str
    other: str

    example = "the country differs from the home country"
    phrases = (
        say("{column:text_column} is the same as the {other:text_column}"),
        say("{column:text_column} is (equal to|identical to) the {other:text_column}"),
        say("{column:text_column} (equals|matches|agrees with|coincides with|corresponds to) the {other:text_column}"),
        say("{column:text_column} is the {other:text_column}"),
    )

    def holds(self, run: Run) -> Mask:
        """Where there are two texts and they are the same."""
        left, right = (run.corpus.strings(name) for name in (self.column, self.other))
        ids: dict[str, int] = {}
        numbers = []
        for texts in (left, right):
            distinct = texts.unique().drop_nulls()
            keys = [ids.setdefault(folded_key(text.strip()), len(ids)) for text in distinct.to_list()]
            numbers.append(texts.replace_strict(distinct.to_list(), keys, default=None).cast(float).fill_null(np.nan))
        return np.asarray(numbers[0].to_numpy() == numbers[1].to_numpy(), dtype=bool) & run.known(self)

    def reads(self) -> frozenset[Source]:
        """Both columns."""
        return frozenset([Source("field", self.column), Source("field", self.other)])


@node
class Holds(Observation):
    """A field of truth values says yes."""

    column: str

    example = "the customer's vip is true"
    phrases = (
        say("{column:truth_column} is true"),
        say("{column:truth_column} is 1"),
    )

    def holds(self, run: Run) -> Mask:
        """Where it says yes."""
        return np.asarray(run.corpus.truths(self.column) == 1, dtype=bool)

    def reads(self) -> frozenset[Source]:
        """The field."""
        return frozenset([Source("field", self.column)])


@node
class Present(Observation):
    """The column has a value in the row; told of every row."""

    column: str

    example = "the country is missing"
    phrases = (
        say("{column:any_column} is present"),
        say(
            "{column:any_column} is (given|known|available|provided|filled|filled in|there|recorded|"
            "measured|entered|stated|specified|mentioned|listed|indicated|disclosed|supplied|shown|noted|set|assigned)"
        ),
    )

    def holds(self, run: Run) -> Mask:
        """Where there is a value that is more than blank."""
        return run.has(Source("field", self.column))

    def assured(self) -> frozenset[Source]:
        """Its field."""
        return frozenset([Source("field", self.column)])

    def traits(self, *, wide: bool = False) -> frozenset[object]:
        """Its field."""
        return self.assured()

    def known(self, run: Run) -> Mask:
        """Everywhere."""
        return np.ones(len(run), dtype=bool)
