"""What the rules of ``records.lark`` mean: the row as a subject, columns without "is", what is said in passing."""

from __future__ import annotations

from typing import Any

from ...grammar.nodes import And, Condition, Interval, Not, Quantity
from ...primitives.base import Place
from ...primitives.regions import Whole
from ...primitives.tables import Field, Present
from ..assemble import Pending, Places, RefusedError, Said
from .clauses import Clauses
from .tables import NOUGHT, Ranges, Tables


class Records:
    """One method per rule, under the rule's name."""

    # -- columns ---------------------------------------------------------------------------------------------

    def none_given(self, column: str, given: Pending) -> Condition:
        return Not(Present(column))

    def some_given(self, column: str, given: Pending) -> Condition:
        return Present(column)

    def both_missing(self, *columns: str) -> Condition:
        return And(tuple(Not(Present(column)) for column in columns))

    def neither_missing(self, *columns: str) -> Condition:
        return And(tuple(map(Present, columns)))

    def both_ranged(self, one: Quantity, ranges: Ranges, other: Quantity) -> Condition:
        return And(tuple(Tables().ranged(each, ranges) for each in (one, other)))

    def neither_ranged(self, one: Quantity, ranges: Ranges, other: Quantity) -> Condition:
        return And(tuple(Tables().ranged_not(each, ranges) for each in (one, other)))

    def nought_sign(self) -> Interval:
        return NOUGHT

    def signed(self, sign: Interval, column: str) -> Condition:
        return Tables().ranged(Field(column), Ranges((sign,)))

    def same_column(self, column: str) -> str:
        return column

    # -- in passing ------------------------------------------------------------------------------------------

    def about_column(self, condition: Condition, column: str) -> Condition:
        """What stands in brackets behind a clause names the column that it is about."""
        about = {getattr(node, "column", None) for node in condition.walk()}
        about |= {node.name for node in condition.walk() if isinstance(node, Whole)}
        if column not in about:
            raise RefusedError("the column in brackets is not the one that is spoken of")
        return condition

    def explained(self, *items: Any) -> Condition:
        """What is vague, or not ours, means what is said behind it."""
        condition: Condition = items[-1]
        return condition

    def explained_text(self, *items: Any) -> Condition:
        *before, condition = items
        subject: Any = next((item for item in before if isinstance(item, (Place, Places))), None)
        if subject is None or not isinstance(condition, Said) or condition.subject is not None:
            return self.explained(condition)
        said: Condition = Clauses().said_of_text(subject, condition.body)
        return said

    def regardless(self, condition: Condition, *regarded: Any) -> Condition:
        return condition

    regardless_first = explained


COSTS = {"restated": 1, "about_column": 1, "some_given": 1, "none_given": -1}
"""What a rule adds to the cost of a reading."""
