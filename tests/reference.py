"""A reference interpreter that is obviously right: one row at a time, token by token, straight from the definitions.

It shares with the product only the tokenizer, the keys, the kinds' weights and the regular-expression engine; how
patterns, regions, counts, shares and logic combine is written out here a second time, slowly and plainly.
"""

from __future__ import annotations

import polars as pl
import reference_tables
from reference_patterns import entities, occurrences, weight
from reference_regions import bounds, found, occurs, total
from reference_rows import Row, lies, missing
from sayso.corpora.kinds import KINDS
from sayso.corpora.text import folded_key
from sayso.grammar.nodes import And, Compare, Not, Or
from sayso.primitives.entities import IsA
from sayso.primitives.makeup import PUNCTUATION, ConsistsOf, Distinct
from sayso.primitives.occurrences import SameLetter
from sayso.primitives.patterns import Character
from sayso.primitives.regions import Whole
from sayso.primitives.relations import Common, Gap, Same
from sayso.primitives.text import Count, Mentions, Share


def truth(condition, given) -> bool | None:
    """Whether it holds on a row, a mapping: True, False, or None where it cannot be told."""
    if isinstance(condition, And):
        parts = [truth(item, given) for item in condition.items]
        return False if False in parts else None if None in parts else True
    if isinstance(condition, Or):
        parts = [truth(item, given) for item in condition.items]
        return True if True in parts else None if None in parts else False
    if isinstance(condition, Not):
        inner = truth(condition.item, given)
        return None if inner is None else not inner
    if isinstance(condition, reference_tables.OBSERVATIONS):
        return reference_tables.observed(condition, given)
    if isinstance(condition, Compare) and isinstance(condition.quantity, reference_tables.QUANTITIES):
        number = reference_tables.quantity(condition.quantity, given, lambda inner: _counted(inner, given))
        return None if number is None else lies(number, condition.interval)
    if given["text"] is None:
        return None
    row = Row(given)
    if missing(condition, row):
        return None
    if isinstance(condition, Same):
        left, right = (
            [folded_key(row.tokens[i].form) for i in range(*bounds(side, row)) if row.is_word[i]]
            for side in (condition.left, condition.right)
        )
        return left == right and bool(left)
    if isinstance(condition, SameLetter):
        left, right = (
            [c for i in range(*bounds(side, row)) for c in pl.Series([row.tokens[i].form]).str.extract_all(r"\p{L}")[0]]
            for side in (condition.left, condition.right)
        )
        at = 0 if condition.side == "first" else -1
        return bool(left and right) and len(set(pl.Series([left[at], right[at]]).str.to_lowercase())) == 1
    if isinstance(condition, IsA):
        own = row.argument(condition.where.name) or (0, 0)
        return any(o[0] < own[1] and own[0] < o[1] for item in condition.what for o in entities(item, row))
    if isinstance(condition, ConsistsOf):
        return _consists(condition, row)
    if isinstance(condition, Mentions):
        return sum(occurs(p, condition.where, row) for p in condition.what.items) >= condition.what.least
    assert isinstance(condition, Compare)
    number = measure(condition.quantity, row)
    if number is None:
        return None
    return lies(number, condition.interval)


def _consists(condition, row: Row) -> bool:
    """Whether all tokens but punctuation are of the kinds, and one is; punctuation counts if it is one of the kinds."""
    kinds = [KINDS[item.name] for item in condition.what]
    signs = any(kind.name in PUNCTUATION for kind in kinds)
    small = "|".join(f"(?:{kind.pattern})" for kind in kinds if kind.by_character)

    def fits(form: str) -> bool:
        whole = any(not kind.by_character and weight(kind.name, form) for kind in kinds)
        return whole or bool(small and pl.Series([form]).str.contains(f"^(?:{small})+$")[0])

    forms = [row.tokens[i].form for i in range(*bounds(condition.where, row))]
    kept = [form for form in forms if fits(form) or signs or not weight("punctuation_mark", form)]
    return bool(kept) and any(map(fits, kept)) and all(map(fits, kept))


def _counted(quantity, given) -> float | None:
    """A quantity of the text within one of fields."""
    if given["text"] is None:
        return None
    row = Row(given)
    return None if missing(quantity, row) else measure(quantity, row)


def measure(quantity, row: Row) -> float | None:
    """A quantity of one text; None where it is missing."""
    if isinstance(quantity, Count):
        if Character() in quantity.what and isinstance(quantity.where, Whole):
            others = [total((p,), quantity.where, row) for p in quantity.what if p != Character()]
            return len(row.text) + sum(others)
        return total(quantity.what, quantity.where, row)
    if isinstance(quantity, Common):
        left, right = (
            {folded_key(row.tokens[i].form) for i in range(*bounds(side, row)) if row.is_word[i]}
            for side in (quantity.left, quantity.right)
        )
        return len(left & right)
    if isinstance(quantity, Gap):
        pairs = [(a, b) for a in occurrences(quantity.left, row) for b in occurrences(quantity.right, row)]
        ordered = [(a, b) if a[1] <= b[0] else (b, a) for a, b in pairs if a[1] <= b[0] or b[1] <= a[0]]
        return min((row.words(a[1], b[0]) for a, b in ordered), default=None)
    if isinstance(quantity, Distinct):
        places = [o for p in quantity.what for o in found(p, quantity.where, row)]
        return len({folded_key(row.tokens[o[0]].form) for o in places})
    assert isinstance(quantity, Share)
    whole = total(quantity.whole, quantity.where, row)
    return total(quantity.part, quantity.where, row) / whole if whole else None
