"""Votes: a set of labeling functions evaluated over a corpus as one plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from ..corpora.corpus import Corpus
from ..grammar.nodes import And, Compare, Condition, Node, Not, Or
from ..grammar.task import ABSTAIN
from ..primitives.base import Mask, Measurement, Observation, inside
from ..primitives.run import Run


def votes(conditions: Sequence[Condition], labels: Sequence[int], corpus: Corpus) -> npt.NDArray[np.int8]:
    """The votes, shape (n, m): ``labels[j]`` where condition j holds, else -1.

    What several conditions have in common is evaluated once. Conditions are in canonical form.
    """
    run = Run(corpus, shared_nodes(conditions))
    out = np.full((len(corpus), len(conditions)), ABSTAIN, dtype=np.int8, order="F")
    for j, (condition, label) in enumerate(zip(conditions, labels, strict=True)):
        out[holds(condition, run), j] = label
    return out


def shared_nodes(conditions: Sequence[Condition]) -> frozenset[Node]:
    """The nodes that occur more than once in the set."""
    uses = Counter(node for condition in conditions for node in condition.walk())
    return frozenset(node for node, times in uses.items() if times > 1)


def holds(condition: Condition, run: Run) -> Mask:
    """Where a canonical condition is known to hold, shape (n,)."""
    return run.once(condition, lambda: _holds(condition, run))


def _holds(condition: Condition, run: Run) -> Mask:
    if isinstance(condition, Observation):
        return condition.holds(run)
    if isinstance(condition, Compare):
        assert isinstance(condition.quantity, Measurement)
        quantity = condition.quantity
        return inside(run.once(quantity, lambda: quantity.measure(run)), condition.interval)
    if isinstance(condition, (And, Or)):
        masks = [holds(item, run) for item in condition.items]
        join = np.logical_and if isinstance(condition, And) else np.logical_or
        return np.asarray(join.reduce(masks), dtype=bool)
    assert isinstance(condition, Not)
    assert isinstance(condition.item, Observation)
    return condition.item.known(run) & ~holds(condition.item, run)
