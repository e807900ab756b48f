"""Where labeling functions come from: who said them, what they read, and how much of that others share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from ..grammar.diagnostics import Place
from ..primitives.base import Source, sources
from .analysis import traits
from .lf import LF

MUCH = 0.5
"""Functions with this share of what a function looks for are told with it."""

_NAMED = 3  # of other functions, the rest are counted


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a function comes from.

    Attributes:
        name: the function.
        author: who said it; None if that is not known.
        place: where it was said.
        reads: the columns, arguments and annotations without which it cannot tell, such as "field amount".
        observes: how many different things it looks for.
        shares: for each other function with which it has some of them in common, the share of its own, 0 to 1; the
            largest share first.
        same_author: the other functions of the same author.
        family: the other functions that were made of the same explanation.
    """

    name: str
    author: str | None
    place: Place | None
    reads: tuple[str, ...]
    observes: int
    shares: dict[str, float]
    same_author: tuple[str, ...]
    family: tuple[str, ...]

    @property
    def words(self) -> str:
        """Who said it, with which others it was said, and who looks for the same, in short; empty if none is known.

        >>> Provenance("LF1", "ana", None, ("text",), 2, {"LF2": 1.0, "LF3": 0.5, "LF4": 0.2}, (), ("LF3",)).words
        'said by ana; of one explanation with LF3; what it looks for is also in others: 100% in LF2, 50% in LF3'
        """
        said = [f"said by {self.author}"] if self.author else []
        if self.family:
            said.append(f"of one explanation with {_listed(self.family)}")
        alike = [f"{share:.0%} in {name}" for name, share in self.shares.items() if share >= MUCH]
        if alike:
            said.append(f"what it looks for is also in others: {_listed(alike)}")
        return "; ".join(said)

    def to_json(self) -> dict[str, Any]:
        """As JSON-ready data, but for the place."""
        return {key: value for key, value in asdict(self).items() if key not in ("place", "name")}


def provenance_of(lfs: Sequence[LF]) -> tuple[Provenance, ...]:
    """Where each function comes from, in their order."""
    looks = [traits(lf.condition) for lf in lfs]
    holders: dict[object, list[int]] = {}
    for i, own in enumerate(looks):
        for trait in own:
            holders.setdefault(trait, []).append(i)
    return tuple(
        Provenance(
            lf.name,
            _author(lf),
            lf.explanation.place() if lf.explanation is not None else None,
            tuple(sorted({_named(source) for source in sources(lf.condition)})),
            len(looks[i]),
            _shares(i, looks[i], holders, lfs),
            tuple(other.name for other in lfs if other is not lf and _author(lf) and _author(other) == _author(lf)),
            tuple(
                other.name
                for other in lfs
                if other is not lf and lf.explanation and other.explanation is lf.explanation
            ),
        )
        for i, lf in enumerate(lfs)
    )


def _listed(names: Sequence[str]) -> str:
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more


def _author(lf: LF) -> str | None:
    return lf.explanation.author if lf.explanation is not None else None


def _named(source: Source) -> str:
    return source.kind if source.name is None else f"{source.kind} {source.name}"


def _shares(i: int, own: frozenset[object], holders: dict[object, list[int]], lfs: Sequence[LF]) -> dict[str, float]:
    """What share of the things that a function looks for others look for too."""
    common: dict[int, int] = {}
    for trait in own:
        for j in holders[trait]:
            common[j] = common.get(j, 0) + 1
    common.pop(i, None)
    ranked = sorted(common.items(), key=lambda item: (-item[1], item[0]))
    return {lfs[j].name: round(many / len(own), 3) for j, many in ranked}
