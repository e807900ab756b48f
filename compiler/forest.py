"""The values of a packed parse forest: what each way of reading the words means, best first.

The forest shares the parts that several parses have in common, so each part is worked out once, and equal meanings
are merged where they arise. Only the best few of each part are kept, which keeps the work linear in the forest.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lark.grammar import Rule
from lark.parsers.earley_forest import PackedNode, SymbolNode, TokenNode

KEPT = 12
"""How many different meanings of one part are kept."""

AS_A_WORD = 1
"""What it costs to take the name of a column as a word of the grammar."""

Child = tuple[str, Any]
"""The name of a nonterminal or terminal, and its value."""

Build = Callable[[Rule, tuple[Child, ...]], list[tuple[int, Any]]]
"""What a rule makes of its children: values and what each adds to the cost."""

Ranked = list[tuple[int, Any]]


def meanings(root: SymbolNode, build: Build) -> Ranked:
    """The different values of the forest with their costs, cheapest first."""
    done: dict[int, Ranked] = {}
    stack: list[tuple[SymbolNode, bool]] = [(root, False)]
    open_: set[int] = set()
    while stack:
        node, ready = stack.pop()
        if id(node) in done:
            continue
        if not ready:
            if id(node) in open_:
                continue
            open_.add(id(node))
            stack.append((node, True))
            for packed in node.children:
                stack += [(side, False) for side in (packed.left, packed.right) if isinstance(side, SymbolNode)]
            continue
        done[id(node)] = _best(_node(node, done, build))
    return done[id(root)]


def _node(node: SymbolNode, done: dict[int, Ranked], build: Build) -> Ranked:
    """All values of one node: sequences of children if it is intermediate, else what its rules build."""
    found: Ranked = []
    for packed in node.children:
        for cost, children in _sequences(packed, done):
            if node.is_intermediate:
                found.append((cost, children))
            else:
                found += [(cost + extra, value) for extra, value in build(packed.rule, children)]
    return found


def _sequences(packed: PackedNode, done: dict[int, Ranked]) -> Ranked:
    """The sequences of children of one packed node."""
    sequences: Ranked = [(0, ())]
    for side in (packed.left, packed.right):
        if side is None:
            continue
        options = _token(packed, side) if isinstance(side, TokenNode) else _side(side, done)
        sequences = [(c + d, head + tail) for c, head in sequences for d, tail in options]
        if len(sequences) > KEPT:
            sequences = _best(sequences)
    return sequences


def _token(packed: PackedNode, side: TokenNode) -> Ranked:
    """A terminal, as what the rule asked for; that a name is no name but a word of the grammar costs something."""
    asked = packed.rule.expansion[packed.s[1] - 1 if isinstance(packed.s, tuple) else -1].name
    return [(0, ((asked, side.token.value),))] if asked == side.token.type else [(AS_A_WORD, ((asked, None),))]


def _side(side: SymbolNode, done: dict[int, Ranked]) -> Ranked:
    values = done.get(id(side), [])  # a node still open is part of a cycle, and adds nothing
    if side.is_intermediate:
        return values
    name = str(side.s.name)
    return [(cost, ((name, value),)) for cost, value in values]


def _best(ranked: Ranked) -> Ranked:
    """The cheapest of equal values, in the order of cost; at most :data:`KEPT`."""
    best: dict[Any, int] = {}
    for cost, value in ranked:
        if value not in best or cost < best[value]:
            best[value] = cost
    return sorted(((cost, value) for value, cost in best.items()), key=lambda pair: pair[0])[:KEPT]
