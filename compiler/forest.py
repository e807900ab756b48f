"""The values of a packed parse forest: what each way of reading the words means, best first.

The forest shares the parts that several parses have in common, so each part is worked out once, and equal meanings
are merged where they arise. Only the best few of each part are kept, which keeps the work linear in the forest.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from .language import Rule

KEPT = 12
"""How many different meanings of one part are kept."""

AS_A_WORD = 1
"""What it costs to take the name of a column as a word of the grammar."""

Child = tuple[str, Any]
"""The name of a nonterminal or terminal, and its value."""

Build = Callable[[Rule, tuple[Child, ...]], list[tuple[int, Any]]]
"""What a rule makes of its children: values and what each adds to the cost."""

Ranked = list[tuple[int, Any]]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A terminal as a rule asked for it."""

    name: str
    value: Any
    as_a_word: bool = False


@dataclass(slots=True, eq=False)
class Node:
    """Words that are read in one or several ways.

    Attributes:
        name: the nonterminal that they stand for; empty if they are the first part of a rule.
        ways: the rule of each way, the part of it before its last child, if any, and its last child.
    """

    name: str
    ways: list[tuple[Rule, Node | None, Node | Leaf]] = field(default_factory=list)


def meanings(root: Node, build: Build) -> Ranked:
    """The different values of the forest with their costs, cheapest first."""
    done: dict[int, Ranked] = {}
    stack: list[tuple[Node, bool]] = [(root, False)]
    open_: set[int] = set()
    while stack:
        node, ready = stack.pop()
        if id(node) in done:
            continue
        if not ready:
            if id(node) in open_:
                continue
            open_.add(id(node))
            node.ways.sort(key=lambda way: way[0].order)
            stack.append((node, True))
            for _, head, last in node.ways:
                stack += [(side, False) for side in (head, last) if isinstance(side, Node)]
            continue
        done[id(node)] = _best(_node(node, done, build))
    return done[id(root)]


def _node(node: Node, done: dict[int, Ranked], build: Build) -> Ranked:
    """All values of one node: sequences of children if it is a part of a rule, else what its rules build."""
    found: Ranked = []
    for rule, head, last in node.ways:
        for cost, children in _sequences(head, last, done):
            if not node.name:
                found.append((cost, children))
            else:
                found += [(cost + extra, value) for extra, value in build(rule, children)]
    return found


def _sequences(head: Node | None, last: Node | Leaf, done: dict[int, Ranked]) -> Ranked:
    """The sequences of children of one way."""
    tails = _last(last, done)
    if head is None:
        return [(cost, (child,)) for cost, child in tails]
    heads = done.get(id(head), [])  # a node still open is part of a cycle, and adds nothing
    sequences = [(c + d, (*children, child)) for c, children in heads for d, child in tails]
    return sequences if len(sequences) <= KEPT else _best(sequences)


def _last(last: Node | Leaf, done: dict[int, Ranked]) -> Ranked:
    if isinstance(last, Leaf):
        return [(AS_A_WORD if last.as_a_word else 0, (last.name, last.value))]
    return [(cost, (last.name, value)) for cost, value in done.get(id(last), [])]


def _best(ranked: Ranked) -> Ranked:
    """The cheapest of equal values, in the order of cost; at most :data:`KEPT`."""
    if len(ranked) < 2:
        return ranked
    best: dict[Any, int] = {}
    for cost, value in ranked:
        if value not in best or cost < best[value]:
            best[value] = cost
    return sorted(((cost, value) for value, cost in best.items()), key=lambda pair: pair[0])[:KEPT]
