"""Mentions in the same place become one, and so do values of the same column."""

from __future__ import annotations

from dataclasses import replace

from ...grammar.nodes import And, Condition, Not, Or
from ...primitives.base import Place, Sought, Source, sources
from ...primitives.regions import Beside
from ...primitives.tables import Is
from ...primitives.text import Choice, Mentions

Key = tuple[Place, frozenset[Source]]


def merge_mentions(condition: Condition) -> Condition:
    """``mentions a or mentions b -> mentions any of a, b``; ``mentions a and mentions b -> mentions all of a, b``.

    Only where both look at the same things: what is missing for one is then missing for both. Likewise
    ``no a and no b -> none of a, b``, and ``not all of A or not all of B -> not all of A and B``; and
    ``before a or after a -> beside a``.
    """
    if not isinstance(condition, (And, Or)):
        return condition
    merged = condition.map(merge_mentions)
    assert isinstance(merged, (And, Or))
    any_of = isinstance(merged, Or)
    items = _merge(_merge(list(merged.items), negated=False, any_of=any_of), negated=True, any_of=not any_of)
    items = _merge_sides(items, negated=not any_of)
    items = _merge_values(items, negated=not any_of)
    return items[0] if len(items) == 1 else type(merged)(tuple(items))


def _merge(items: list[Condition], *, negated: bool, any_of: bool) -> list[Condition]:
    """Merge the (negated) mentions of any, or of all, in the same place; each stands where its first one stood."""
    found: dict[Key, list[Sought]] = {}
    for item in items:
        mention = _mention(item, negated=negated, any_of=any_of)
        if mention is not None:
            found.setdefault((mention.where, sources(mention)), []).extend(mention.what.items)
    merged: list[Condition] = []
    for item in items:
        mention = _mention(item, negated=negated, any_of=any_of)
        if mention is None:
            merged.append(item)
        elif (mention.where, sources(mention)) in found:
            patterns = tuple(dict.fromkeys(found.pop((mention.where, sources(mention)))))
            whole = Mentions(Choice(patterns, 1 if any_of else len(patterns)), mention.where)
            merged.append(Not(whole) if negated else whole)
    return merged


def _merge_sides(items: list[Condition], *, negated: bool) -> list[Condition]:
    """``before a or after a -> beside a``, and ``not before a and not after a -> not beside a``."""
    told = {_mention(item, negated=negated, any_of=True): item for item in items}
    merged = list(items)
    for one, item in told.items():
        if one is None or not isinstance(one.where, Beside) or one.where.side != "before":
            continue
        other = told.get(Mentions(one.what, replace(one.where, side="after")))
        if other is not None:
            beside = Mentions(one.what, replace(one.where, side="either"))
            merged[merged.index(item)] = Not(beside) if negated else beside
            merged.remove(other)
    return merged


def _merge_values(items: list[Condition], *, negated: bool) -> list[Condition]:
    """``it is a or it is b -> it is any of a, b``, and ``not a and not b -> not any of a, b``."""
    found: dict[tuple[str, bool], tuple[str, ...]] = {}
    for item in items:
        own = item.item if negated and isinstance(item, Not) else item
        if isinstance(own, Is) and isinstance(item, Not) == negated:
            key = own.column, own.exact
            found[key] = tuple(dict.fromkeys((*found.get(key, ()), *own.values)))
    merged: list[Condition] = []
    for item in items:
        own = item.item if negated and isinstance(item, Not) else item
        if not isinstance(own, Is) or isinstance(item, Not) != negated:
            merged.append(item)
        elif (own.column, own.exact) in found:
            whole = Is(own.column, found.pop((own.column, own.exact)), own.exact)
            merged.append(Not(whole) if negated else whole)
    return merged


def _mention(item: Condition, *, negated: bool, any_of: bool) -> Mentions | None:
    """The mention in ``item``, if it is one of any (or of all) and as negated as asked."""
    inner = item.item if negated and isinstance(item, Not) else item
    if not isinstance(inner, Mentions) or isinstance(item, Not) != negated:
        return None
    return inner if inner.what.least == (1 if any_of else len(inner.what.items)) else None
