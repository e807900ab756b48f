"""What can be proved about two conditions without any data: that one implies, excludes or equals the other.

Sound and incomplete (law 3): what is claimed holds on every corpus; what is true may go unclaimed. The analysis knows
no primitive by name. It uses the order that each declares for its slots, intervals, the regions that lie in others,
and the structure of the logic. Conditions are in canonical form.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import combinations
from typing import Literal

from ..grammar.nodes import And, Compare, Condition, Interval, Not, Or
from ..primitives.base import Measurement, Observation, Ordered, Primitive, Source, sources
from .entailment import Needs, Theory, leaves_of
from .passes import canonical
from .passes.negation import nothing, push_negation

MOST_LEAVES = 16
"""Conditions with more leaves than this are not taken apart."""

Relation = Literal["equal", "implies", "implied", "excludes", "unknown"]


def relation(a: Condition, b: Condition, *, given: Condition | None = None) -> Relation:
    """How ``a`` relates to ``b``, as far as it can be proved; if ``given``, on the rows on which that holds."""
    x, y = (own if given is None else canonical(And((given, own))) for own in (a, b))
    forth, back = implies(x, b), implies(y, a)
    if forth and back:
        return "equal"
    if forth or back:
        return "implies" if forth else "implied"
    return "excludes" if excludes(x, b) else "unknown"


def implies(a: Condition, b: Condition) -> bool:
    """Whether ``b`` holds on every row of every corpus on which ``a`` holds."""
    return _implies(a, b) or (_mixed(a, b) and not _consistent(a, b, (a,), (b,)))


def excludes(a: Condition, b: Condition) -> bool:
    """Whether ``a`` and ``b`` hold together on no row of any corpus."""
    return _excludes(a, b) or (_mixed(a, b) and not _consistent(a, b, (a, b), ()))


def impossible(condition: Condition) -> bool:
    """Whether it holds on no row of any corpus."""
    return not _consistent(condition, condition, (condition,), ())


def constant(condition: Condition) -> bool:
    """Whether it holds on every row on which all is there that it reads."""
    if isinstance(condition, (And, Or)):
        enough = all if isinstance(condition, And) else any
        if enough(map(constant, condition.items)):
            return True
        pairs = combinations(condition.items, 2)
        return isinstance(condition, Or) and any(implies(push_negation(Not(a)), b) for a, b in pairs)
    return certain(condition, sources(condition))


def _consistent(a: Condition, b: Condition, true: Sequence[Condition], not_true: Sequence[Condition]) -> bool:
    """Whether a row may exist on which all of ``true`` hold and none of ``not_true``, made of the leaves of two."""
    known = _theory(*sorted((a, b), key=Condition.key))
    return known is None or known.consistent(list(map(taken_apart, true)), list(map(taken_apart, not_true)))


@lru_cache(maxsize=1 << 6)
def _theory(a: Condition, b: Condition) -> Theory | None:
    """What is known of the leaves of two conditions, which are asked about in turn; None if they are too many."""
    leaves = list(dict.fromkeys(leaf for own in (a, b) for leaf in leaves_of(taken_apart(own))))
    if len(leaves) > 2 * MOST_LEAVES:
        return None
    implied = [sum(1 << j for j, y in enumerate(leaves) if x is y or leads_to(x, y)) for x in leaves]
    for via in range(len(leaves)):
        implied = [own | implied[via] if own >> via & 1 else own for own in implied]
    excluded = [sum(1 << j for j, y in enumerate(leaves) if (never(x) if x is y else apart(x, y))) for x in leaves]
    return Theory(leaves, implied, excluded, list(map(needs, leaves)))


@lru_cache(maxsize=1 << 14)
def needs(leaf: Condition) -> Needs:
    """What must be there for a leaf to be known, and whether it holds where that is there."""
    needed = enough(leaf)
    if needed is None:
        return Needs(sources(leaf))
    return Needs(needed, certain=True, says_so=isinstance(leaf, Observation))


def taken_apart(condition: Condition, alone: Collection[Condition] = ()) -> Condition:
    """The condition with every mention of several things taken apart, but for those ``alone``; equal in meaning.

    The condition itself if it has too many leaves then.
    """

    def parts(own: Condition) -> Condition:
        if isinstance(own, (And, Or, Not)):
            return own.map(parts)
        return own if own in alone else expand(own)

    apart_ = parts(condition)
    return condition if len(leaves_of(apart_)) > MOST_LEAVES else apart_


@lru_cache(maxsize=1 << 14)
def expand(condition: Condition) -> Condition:
    """The condition with every mention of several things taken apart; equal in meaning."""
    if isinstance(condition, Observation):
        return condition.expanded()
    return condition.map(expand) if isinstance(condition, (And, Or, Not)) else condition


def _mixed(a: Condition, b: Condition) -> bool:
    """Whether taking the two apart one after the other may miss something: both are compound, or one is so twice."""
    compound = [own for own in (a, b) if isinstance(own, (And, Or))]
    twice = any(isinstance(item, (And, Or)) for own in compound for item in own.items)
    return (twice or len(compound) == 2) and not traits(a, wide=True).isdisjoint(traits(b, wide=True))


def _implies(a: Condition, b: Condition) -> bool:
    """Implication as far as the structure of the two tells."""
    if a == b:
        return True
    if isinstance(a, Or):
        return all(_implies(item, b) for item in a.items)
    if isinstance(b, And):
        return all(_implies(a, item) for item in b.items)
    if isinstance(b, Or) and any(_implies(a, item) for item in b.items):
        return True
    if isinstance(a, And):
        return any(_implies(item, b) for item in a.items)
    if isinstance(a, Not) and isinstance(b, Not):
        return sources(a) >= sources(b) and _implies(b.item, a.item)
    if isinstance(b, Not):
        return sources(a) >= sources(b) and _excludes(a, b.item)
    if isinstance(b, Or):
        return False
    return certain(b, sources(a)) if isinstance(a, Not) else leads_to(a, b)


def _excludes(a: Condition, b: Condition) -> bool:
    """Exclusion as far as the structure of the two tells."""
    for kind, enough in ((Or, all), (And, any)):
        if isinstance(a, kind):
            return enough(_excludes(item, b) for item in a.items)
        if isinstance(b, kind):
            return enough(_excludes(a, item) for item in b.items)
    for one, other in ((a, b), (b, a)):
        if isinstance(one, Not) and _implies(other, one.item):
            return True
    return not isinstance(a, Not) and not isinstance(b, Not) and apart(a, b)


@lru_cache(maxsize=1 << 16)
def apart(a: Condition, b: Condition) -> bool:
    """Exclusion between two conditions that are no And, Or or Not, remembered for a while."""
    return parted(a, b)


def parted(a: Condition, b: Condition) -> bool:
    """Exclusion between two conditions that are no And, Or or Not."""
    if isinstance(a, Observation) and isinstance(b, Observation):
        return a.apart(b) or b.apart(a)
    x, y = _compared(a), _compared(b)
    if x is None or y is None:
        return False
    if x.quantity == y.quantity:
        return x.interval.apart(y.interval)
    return any(
        low.interval.low is not None
        and Interval(low.interval.low, None, low.interval.low_open).apart(high.interval)
        and _below(low, high)
        for low, high in ((x, y), (y, x))
    )


def never(leaf: Condition) -> bool:
    """Whether a condition that is no And, Or or Not holds on no row."""
    if isinstance(leaf, Observation):
        return leaf.never
    return isinstance(leaf, Compare) and (leaf.interval.empty or leaf.interval == nothing(leaf.quantity))


@lru_cache(maxsize=1 << 16)
def leads_to(a: Condition, b: Condition) -> bool:
    """Implication between two conditions that are no And, Or or Not, remembered for a while."""
    return sources(a) >= sources(b) and (certain(b, sources(a)) or follows(a, b))


def follows(a: Condition, b: Condition) -> bool:
    """Whether ``b``, which reads nothing that ``a`` does not, holds where ``a`` does; neither is And, Or or Not."""
    if isinstance(a, Observation) and isinstance(b, Observation):
        return a.below(b)
    x, y = _compared(a), _compared(b)
    if x is None or y is None:
        return False
    if x.quantity == y.quantity:
        return measurable(x).inside(y.interval)
    if y.interval.high is None:
        return Interval(x.interval.low, None, x.interval.low_open).inside(y.interval) and _below(x, y)
    if y.interval.low is None:
        return Interval(None, x.interval.high, high_open=x.interval.high_open).inside(y.interval) and _below(y, x)
    return False


def certain(condition: Condition, present: frozenset[Source]) -> bool:
    """Whether a condition that is no And, Or or Not holds on every row on which all of ``present`` is there."""
    needed = enough(condition)
    return needed is not None and needed <= present


@lru_cache(maxsize=1 << 14)
def enough(condition: Condition) -> frozenset[Source] | None:
    """What has to be there for a condition that is no And, Or or Not to hold; None if that is not enough."""
    if isinstance(condition, Observation):
        return condition.assured()
    if not isinstance(condition, Compare) or not isinstance(condition.quantity, Measurement):
        return None
    everything = Compare(condition.quantity, Interval())
    surely = condition.quantity.total and measurable(everything).inside(condition.interval)
    return sources(condition) if surely else None


@lru_cache(maxsize=1 << 14)
def measurable(condition: Compare) -> Interval:
    """The numbers in its interval that its quantity can have."""
    floor = type(condition.quantity).floor
    return condition.interval if floor is None else condition.interval.intersect(Interval(floor, None))


@lru_cache(maxsize=1 << 14)
def _compared(condition: Condition) -> Compare | None:
    """The condition as a comparison, if it is one."""
    if isinstance(condition, Observation):
        return condition.compared()
    return condition if isinstance(condition, Compare) else None


def _below(x: Compare, y: Compare) -> bool:
    """Whether the quantity of ``y`` is never less than that of ``x``."""
    return isinstance(x.quantity, Ordered) and x.quantity.below(y.quantity)


@lru_cache(maxsize=1 << 14)
def traits(condition: Condition, *, wide: bool = False) -> frozenset[object]:
    """What the condition looks at, as keys; see :meth:`.Primitive.traits`."""
    seen = [leaf.quantity if isinstance(leaf, Compare) else leaf for leaf in leaves_of(condition)]
    return frozenset().union(*(node.traits(wide=wide) for node in seen if isinstance(node, Primitive)))
