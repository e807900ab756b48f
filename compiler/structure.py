"""The dependency structure of a program: which labeling functions share what, by their meaning alone.

Coral's idea (P. Varma et al., *Inferring generative model structure with static analysis*, NIPS 2017), on a tree where
it is exact: functions that look at the same things are not independent given the label, and one that implies another
repeats it wherever it votes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from ..grammar.nodes import Condition
from .analysis import Relation, traits
from .lf import LF
from .relations import Relations

Kind = Literal["same", "implied", "alternative", "exclusive", "shared", "learned"]
"""How two functions depend on each other. "implied": one holds wherever the other does; "alternative": they are
readings of one explanation; "shared": they look at the same things; "learned": their votes show it (see
:func:`sayso.learn_structure`)."""

REPEATING: frozenset[Kind] = frozenset({"same", "implied", "alternative", "learned"})
"""The kinds of dependency in which one function says again what the other does."""

COMMON = 0.25
"""Functions that have at least this share of what they look at in common are taken to be dependent."""


@dataclass(frozen=True, slots=True)
class Dependency:
    """Two functions, ``first`` before ``second``, and how they depend on each other.

    ``weight`` is the share of what they look at that they have in common, 0 to 1.
    """

    first: int
    second: int
    kind: Kind
    weight: float


@dataclass(frozen=True)
class Structure:
    """A sparse graph of dependencies between the functions of a program. Iterating gives the pairs that repeat.

    Attributes:
        names: the names of the functions.
        dependencies: the edges, in the order of their ends.
    """

    names: tuple[str, ...]
    dependencies: tuple[Dependency, ...]

    @property
    def pairs(self) -> list[tuple[int, int]]:
        """The pairs of which one repeats the other: the same, implied, or two readings of one explanation.

        Functions that merely share words may well be independent given the label, and are left to the votes to judge.
        """
        return [(edge.first, edge.second) for edge in self.dependencies if edge.kind in REPEATING]

    def __iter__(self) -> Iterator[tuple[int, int]]:
        """The pairs that repeat each other."""
        return iter(self.pairs)

    def __len__(self) -> int:
        """The number of pairs that repeat each other."""
        return len(self.pairs)

    def cliques(self, largest: int = 6) -> list[tuple[int, ...]]:
        """Groups of functions that cover all dependent pairs but the weakest ones, each of at most ``largest``.

        Each group of functions that hang together is joined up, the heaviest pair first, as long as it stays small;
        functions that depend on no other stand alone.
        """
        group = {i: frozenset({i}) for i in range(len(self.names))}
        for edge in sorted(self.dependencies, key=lambda edge: (-edge.weight, edge.first, edge.second)):
            joined = group[edge.first] | group[edge.second]
            if edge.kind != "exclusive" and len(joined) <= largest:
                group.update(dict.fromkeys(joined, joined))
        return sorted(tuple(sorted(members)) for members in set(group.values()))


def structure_of(lfs: Sequence[LF]) -> Structure:
    """The dependencies between functions."""
    conditions = [lf.condition for lf in lfs]
    relations, common = Relations(conditions), _in_common(conditions)
    sources = [id(lf.explanation) if lf.explanation is not None else -i for i, lf in enumerate(lfs, start=1)]
    alike = np.equal.outer(sources, sources)
    linked = relations.implies | relations.implies.T | relations.excludes | alike | (common >= COMMON)
    edges = [
        Dependency(int(i), int(j), _kind(relations.between(i, j), bool(alike[i, j])), float(common[i, j]))
        for i, j in np.argwhere(np.triu(linked, 1))
    ]
    return Structure(tuple(lf.name for lf in lfs), tuple(edges))


def _kind(relation: Relation, alike: bool) -> Kind:
    """The kind of a dependency."""
    if relation == "unknown":
        return "alternative" if alike else "shared"
    return _KINDS[relation]


_KINDS: dict[Relation, Kind] = {"equal": "same", "implies": "implied", "implied": "implied", "excludes": "exclusive"}


def _in_common(conditions: Sequence[Condition]) -> npt.NDArray[np.float64]:
    """The share of what two conditions look at that both look at (Jaccard's index of their traits), ``(m, m)``."""
    own = [traits(condition) for condition in conditions]
    place = {trait: i for i, trait in enumerate(dict.fromkeys(trait for each in own for trait in each))}
    looks = np.zeros((len(own), len(place)))
    for i, each in enumerate(own):
        looks[i, [place[trait] for trait in each]] = 1.0
    both = looks @ looks.T
    sizes = looks.sum(axis=1)
    return np.asarray(both / np.maximum(sizes[:, None] + sizes[None, :] - both, 1.0))
