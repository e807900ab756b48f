"""Arithmetic over quantities: sums, differences, multiples, ratios, remainders, and statistics of a column.

Two numbers that differ by no more than rounding (one part in a thousand million) are equal, so that 0.3 is at least
three times 0.1.
"""

from __future__ import annotations

from typing import Literal

import numpy as np

from ..grammar.nodes import Node, Quantity, node
from .base import Measurement, Numbers
from .phrases import say
from .run import Run

ROUNDING = 1e-9


@node
class Scaled(Measurement):
    """A multiple of a quantity."""

    factor: float
    of: Quantity

    example = "the amount is at least three times the balance"
    names = (
        say("{factor:number} times {of:operand}"),
        say("twice {of:operand}", factor=2),
        say("double [of] {of:operand}", factor=2),
        say("half [of] {of:operand}", factor=0.5),
        say("{factor:fraction} of {of:operand}"),
    )

    def fault(self) -> str | None:
        """Only a single quantity has multiples."""
        return None if single(self.of) else "only a single quantity can be multiplied"

    def measure(self, run: Run) -> Numbers:
        """Multiply."""
        return self.factor * measured(self.of, run)


@node
class Total(Measurement):
    """The sum of several quantities; missing where one of them is."""

    items: tuple[Quantity, ...]

    example = "the amount plus the balance exceeds 5,000"
    names = (say("the sum of {items:quantities}"), say("the total of {items:quantities}"))

    def fault(self) -> str | None:
        """Different single quantities are added."""
        if len(set(self.items)) != len(self.items) or len(self.items) < 2:
            return "a sum has different items"
        good = all(single(item) or isinstance(item, Scaled) for item in self.items)
        return None if good else "only single quantities can be added"

    def measure(self, run: Run) -> Numbers:
        """Add."""
        return np.asarray(np.sum([measured(item, run) for item in self.items], axis=0), dtype=np.float64)


@node
class Ratio(Measurement):
    """One quantity divided by another; missing where the other is 0."""

    dividend: Quantity
    divisor: Quantity

    example = "the ratio of the amount to the balance is below 0.5"
    names = (
        say("the ratio of {dividend:operand} to {divisor:operand}"),
        say("the ratio (between|of) {dividend:operand} and {divisor:operand}"),
        say("{dividend:operand} divided by {divisor:operand}"),
        say("{dividend:operand} / {divisor:operand}"),
    )

    def fault(self) -> str | None:
        """Ratios of ratios are said by nobody."""
        good = all(not isinstance(item, (Ratio, Difference)) for item in (self.dividend, self.divisor))
        return None if good else "only quantities and sums can be divided"

    def measure(self, run: Run) -> Numbers:
        """Divide."""
        over, under = measured(self.dividend, run), measured(self.divisor, run)
        with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
            return np.where(under != 0, over / under, np.nan)


@node
class Difference(Measurement):
    """One quantity less another; 0 where they differ by no more than rounding."""

    left: Quantity
    right: Quantity

    example = "there are more links than numbers"
    names = (
        say("{left:operand} minus {right:operand}"),
        say("{left:operand} less {right:operand}"),
        say("{left:operand} - {right:operand}"),
    )

    def fault(self) -> str | None:
        """Differences of differences are said by nobody, nor is anything more than itself."""
        if self.left == self.right:
            return "it is compared with itself"
        good = not isinstance(self.left, Difference) and not isinstance(self.right, Difference)
        return None if good else "only quantities and sums can be subtracted"

    def measure(self, run: Run) -> Numbers:
        """Subtract."""
        left, right = measured(self.left, run), measured(self.right, run)
        with np.errstate(invalid="ignore", over="ignore"):
            gap = left - right
            return np.where(np.abs(gap) <= ROUNDING * np.maximum(np.abs(left), np.abs(right)), 0.0, gap)


@node
class Remainder(Measurement):
    """What is left of a quantity after division by a whole number; never below 0."""

    of: Quantity
    by: float

    example = "the amount is a multiple of 100"
    floor = 0
    names = (say("the remainder of {of:operand} by {by:number}"),)

    def fault(self) -> str | None:
        """Nothing is divided by 0."""
        if not single(self.of):
            return "only a single quantity is a multiple"
        return None if self.by > 0 else f"{self.by} has no multiples"

    def measure(self, run: Run) -> Numbers:
        """Divide, and take the rest; 0 if it is no more than rounding."""
        value = measured(self.of, run)
        with np.errstate(invalid="ignore"):
            rest = np.mod(value, self.by)
            slack = ROUNDING * np.maximum(np.abs(value), self.by)
            return np.where((rest <= slack) | (self.by - rest <= slack), 0.0, rest)


@node
class Statistic(Measurement):
    """A figure of a whole column, worked out when the explanation is compiled and the same for every row since."""

    name: Literal["average", "median", "highest", "lowest", "percentile"]
    column: str
    value: float | None = None
    rank: float | None = None

    example = "the amount is more than twice the average amount of 1750"
    names = (
        *(
            say(template, name=name)
            for name, words in (
                ("average", "(average|mean|usual|typical)"),
                ("median", "median"),
                ("highest", "(highest|maximum|largest|greatest)"),
                ("lowest", "(lowest|minimum|smallest)"),
            )
            for template in (
                f"the {words} {{column:number_column}} of {{value:number}}",
                f"the {words} [(value of|of)] [the] {{column:number_column}}",
            )
        ),
        say("percentile {rank:number} of the {column:number_column} of {value:number}", name="percentile"),
        say("percentile {rank:number} of the {column:number_column}", name="percentile"),
        say("the {rank:ordinal} percentile of the {column:number_column}", name="percentile"),
    )

    def fault(self) -> str | None:
        """A percentile lies between 0 and 100."""
        if (self.name == "percentile") != (self.rank is not None):
            return "only a percentile has a number"
        return None if self.rank is None or 0 <= self.rank <= 100 else f"there is no percentile {self.rank}"

    def fixed(self, values: Numbers) -> Statistic:
        """The statistic with its value on a column, to six digits; the same without any numbers."""
        own = values[~np.isnan(values)]
        if not len(own):
            return self
        ranks = {"median": 50.0, "highest": 100.0, "lowest": 0.0, "percentile": self.rank or 0.0}
        found = own.mean() if self.name == "average" else np.percentile(own, ranks[self.name])
        return Statistic(self.name, self.column, float(f"{float(found):.6g}"), self.rank)

    def measure(self, run: Run) -> Numbers:
        """The same number for every row; missing if it was never worked out."""
        return np.full(len(run), np.nan if self.value is None else self.value)


def measured(quantity: Node, run: Run) -> Numbers:
    """The numbers of a quantity, worked out once if the program uses it more often."""
    assert isinstance(quantity, Measurement)
    return run.once(quantity, lambda: quantity.measure(run))


def single(quantity: Node) -> bool:
    """Whether it is no arithmetic of several."""
    return not isinstance(quantity, (Scaled, Total, Ratio, Difference, Remainder))
