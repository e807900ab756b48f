"""What each closed-class rule of the grammar means: one method per rule, under the rule's name.

The words of a rule stand in ``grammar/*.lark``, here is only what they mean, a module per grammar file. A rule's
children come as arguments. ``COSTS`` tells what a rule adds to the cost of a reading: the cheaper one is preferred.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from . import (
    again,
    amounts,
    attributes,
    brief,
    clauses,
    columns,
    compound,
    counting,
    dates,
    ellipsis,
    lists,
    measures,
    neighbours,
    notation,
    order,
    pairs,
    parts,
    records,
    reference,
    relations,
    rows,
    sentences,
    sides,
    spelling,
    succession,
    tables,
    texts,
    units,
    variety,
)

OWN = (
    *(lists.Lists(), clauses.Clauses(), amounts.Amounts(), variety.Variety(), pairs.Pairs()),
    *(reference.Reference(), neighbours.Neighbours()),
    *(
        tables.Tables(),
        columns.Columns(),
        dates.Dates(),
        ellipsis.Ellipsis(),
        rows.Rows(),
        records.Records(),
        attributes.Attributes(),
        texts.Texts(),
        parts.Parts(),
        brief.Brief(),
        again.Again(),
    ),
    *(sides.Sides(), order.Order(), units.Units(), counting.Counting(), spelling.Spelling(), succession.Succession()),
    *(compound.Compound(), sentences.Sentences(), measures.Measures(), notation.Notation()),
)
"""The classes whose methods are the rules; no name has two meanings."""

RULES: dict[str, Callable[..., Any]] = {
    name: getattr(own, name) for own in OWN for name in dir(own) if not name.startswith("_")
}
"""What each rule makes of its children."""

COSTS: dict[str, int] = {
    name: cost
    for module in (
        lists,
        clauses,
        amounts,
        variety,
        relations,
        pairs,
        reference,
        neighbours,
        sides,
        tables,
        columns,
        dates,
        ellipsis,
        rows,
        records,
        attributes,
        texts,
        parts,
        brief,
        again,
        order,
        units,
        counting,
        spelling,
        succession,
        compound,
        sentences,
        measures,
        notation,
    )
    for name, cost in module.COSTS.items()
}
"""What each rule adds to the cost; nothing if it is not listed."""
