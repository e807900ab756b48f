"""How a primitive is declared: a node with phrases, an evaluation, and an order on its slots.

``phrases`` are the ways people say it. Slots stand in braces, ``(a|b)`` is a choice, ``[x]`` may be left out. The
grammar is generated from them, and the first phrase is how Sayso says the primitive back, so that reading and saying
cannot drift apart. A phrase that begins with ``{where}`` has the text as its subject ("it mentions ..."), one that
begins with ``{what}`` has the thing looked for ("... occurs in it").

The phrases of a quantity carry one slot for the interval that it is compared with, in one of these forms:

=============  =============================================================
``{amount}``   at least 3, no more than 5, between 5 and 10, exactly two, 4
``{over}``     3, in "longer than 3"
``{under}``    3, in "shorter than 3"
``{times}``    at least twice, more than three times, once
``{share}``    more than half, at least 30%, a third
=============  =============================================================

``order`` tells for each slot how a change of it changes what holds: +1 if a larger value (more patterns, a wider
region, a higher number) can only make more rows hold, -1 if fewer. From it the analysis derives implication without
knowing the primitive.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Any, ClassVar, Literal, NamedTuple

import numpy as np
import numpy.typing as npt

from ..grammar.nodes import Compare, Condition, Interval, Node, Pattern, Quantity, Region
from .phrases import Phrase

if TYPE_CHECKING:
    from .run import Run
    from .spans import Spans

Mask = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.float64]


Scale = Literal["letter", "word", "sentence", "figure"]
"""What a pattern is counted by; only what is counted alike has shares of each other."""


Edges = Literal["start", "end", "both"]
"""One end of a text, or the other, or both."""


class Source(NamedTuple):
    """Something that a row may lack: a text column, an argument's span, its entities, a field."""

    kind: Literal["text", "span", "spans", "entities", "field"]
    name: str | None = None


class Ordered(Node):
    """A node whose slots have an order."""

    __slots__ = ()
    order: ClassVar[dict[str, int]] = {}

    def below(self, other: Node) -> bool:
        """Whether ``other`` holds wherever this does (counts or admits at least as much), as far as ``order`` tells."""
        if self is other:
            return True
        if type(self) is not type(other):
            return False
        for name in self.slot_names:
            x, y = getattr(self, name), getattr(other, name)
            if x is y or x == y:
                continue
            sign = self.order.get(name)
            if sign is None or not (_at_most(x, y) if sign == 1 else _at_most(y, x)):
                return False
        return True


class Primitive(Ordered):
    """What all primitives share: phrases and a condition that uses one, the category of the grammar that they fill, the
    order of their slots."""

    __slots__ = ()
    phrases: ClassVar[tuple[Phrase, ...]] = ()
    names: ClassVar[tuple[Phrase, ...]] = ()
    example: ClassVar[str] = ""
    category: ClassVar[str] = ""
    advice: ClassVar[str | None] = None
    """What to do about a fault, where there is more to say than to say it in another way."""

    def reads(self) -> frozenset[Source]:
        """What it reads itself, apart from what its slots read; where any of it is missing, nothing can be told."""
        return frozenset()

    def fault(self) -> str | None:
        """Why these slots mean nothing, in words; None if they do mean something."""
        return None

    def traits(self, *, wide: bool = False) -> frozenset[object]:
        """What it looks at, as keys: the things that it looks for; if there are none, what it reads.

        Primitives without a common key have nothing to do with each other, but for what things of one kind always
        are as well; that is among the keys if they are ``wide``.
        """
        sought = [traits_of(node, wide) for node in self.walk() if isinstance(node, Sought) and node is not self]
        return frozenset().union(*sought) if sought else sources(self) or frozenset({self})

    def cases(self) -> Iterable[frozenset[object]]:
        """Some cases in which it is so, each told by the keys of what is there; none, if none can be told."""
        return (traits_of(self, True),)

    def needs(self) -> Iterable[frozenset[object]]:
        """Sets of keys; wherever it is so, one of each is there: what has a case without does not lead to it."""
        return (traits_of(self, True),)


class Observation(Primitive, Condition):
    """A primitive condition."""

    __slots__ = ()
    category = "clause"

    def holds(self, run: Run) -> Mask:
        """Where it holds, shape (n,); False where the row's value is missing."""
        raise NotImplementedError

    def known(self, run: Run) -> Mask:
        """Where it can be told whether it holds, shape (n,): where nothing is missing that it reads."""
        return run.known(self)

    def apart(self, other: Observation) -> bool:
        """Whether it can be told without data that no row is both."""
        return False

    @property
    def never(self) -> bool:
        """Whether it can be told without data that it holds on no row."""
        return False

    def assured(self) -> frozenset[Source] | None:
        """What must be there for it to hold, if nothing else must; None if that is not enough."""
        return None

    def expanded(self) -> Condition:
        """The same as an "and" or "or" of simpler observations, if it is one."""
        return self

    def compared(self) -> Compare | None:
        """The same as a comparison, if it can be said so."""
        return None


class Measurement(Primitive, Quantity):
    """A primitive quantity; ``names`` are the noun phrases that stand for it ("the number of links")."""

    __slots__ = ()
    category = "clause"
    total: ClassVar[bool] = False
    """Whether it can be measured wherever nothing is missing that it reads."""

    def measure(self, run: Run) -> Numbers:
        """The quantity per row, shape (n,); NaN where it is missing."""
        raise NotImplementedError


class Sought(Primitive, Pattern):
    """A primitive pattern."""

    __slots__ = ()
    category = "quoted_pattern"
    single: ClassVar[bool] = False
    """Whether a row has at most one occurrence of it."""

    @property
    def scale(self) -> Scale:
        """What it is counted by."""
        return "word"

    @property
    def words(self) -> int | None:
        """How many words an occurrence has at most; None if that is not known."""
        return None

    @property
    def lone(self) -> bool:
        """Whether every occurrence is one word, and all of it."""
        return False

    def traits(self, *, wide: bool = False) -> frozenset[object]:
        """The things that it is made of, or itself."""
        parts = [node.traits(wide=wide) for node in self.walk() if isinstance(node, Sought) and node is not self]
        return frozenset().union(*parts) if parts else frozenset({self})

    def spans(self, run: Run, column: str | None) -> Spans:
        """All its occurrences in a text column, in the order of their starts."""
        raise NotImplementedError

    def at_edge(self, run: Run, column: str | None, side: Edges) -> Spans:
        """Its occurrences as far as they can stand at the start, the end or both of a text or sentence."""
        return self.spans(run, column)

    def contains(self, other: Sought) -> bool:
        """Whether every occurrence of this has one of ``other`` within it, and different ones different ones."""
        return self == other

    def leads(self, other: Sought) -> bool:
        """Whether every text that has an occurrence of this has one of ``other``, wherever that is."""
        return self.contains(other)

    def rows(self, run: Run, column: str | None) -> Mask:
        """Which rows have an occurrence, shape (n,); overridden where that can be told without the places."""
        return run.spans((self,), column).hit(len(run))


class Place(Primitive, Region):
    """A primitive region."""

    __slots__ = ()
    category = "locative"

    @property
    def root(self) -> Place:
        """What it is a part of in the end: a whole text, or the text of an argument."""
        of: Place | None = getattr(self, "of", None)
        return self if of is None else of.root

    @property
    def column(self) -> str | None:
        """The text column it is a part of; None is the corpus's first one."""
        return None if self.root is self else self.root.column

    @property
    def edge(self) -> Edges | None:
        """The edge at which occurrences have to stand, if it is one."""
        return None

    def admits(self, run: Run, spans: Spans) -> Mask:
        """Which of the occurrences lie in the region, shape (len(spans),)."""
        raise NotImplementedError

    def found(self, run: Run, what: tuple[Sought, ...]) -> Spans:
        """All occurrences of any of the patterns in the region."""
        spans = run.spans(what, self.column, edge=self.edge)
        return spans.keep(self.admits(run, spans))

    @property
    def keeps_parts(self) -> bool:
        """Whether it also admits every part of an occurrence that it admits."""
        return False

    @property
    def cuts(self) -> bool:
        """Whether a sentence is in it by what of the sentence stands there, and need not be there as a whole."""
        return False

    def covered(self, other: Place, words: int | None) -> bool:
        """Whether ``other`` admits all occurrences of at most so many words (None: of any length) that this does."""
        return self.below(other)

    def touching(self, other: Place) -> bool:
        """Whether ``other`` admits all single words that this does."""
        return False

    def below(self, other: Node) -> bool:
        """Whether ``other`` admits all that this does: by ``order``, or as the text that this is a part of."""
        whole = getattr(self, "of", None)
        return Ordered.below(self, other) or (isinstance(whole, Place) and whole.below(other))


def inside(numbers: Numbers, interval: Interval) -> Mask:
    """Where a number lies in the interval; False where it is missing (NaN)."""
    mask = ~np.isnan(numbers)
    if interval.low is not None:
        mask &= (numbers > interval.low) if interval.low_open else (numbers >= interval.low)
    if interval.high is not None:
        mask &= (numbers < interval.high) if interval.high_open else (numbers <= interval.high)
    return mask


def _at_most(x: Any, y: Any) -> bool:
    """Whether the slot value ``y`` is ``x`` or larger; None is unbounded."""
    if isinstance(x, tuple):
        return len(x) <= len(y) and set(x) <= set(y)
    if isinstance(x, Interval):
        return x.inside(y)
    if isinstance(x, Ordered):
        return x.below(y)
    return y is None or (x is not None and bool(x <= y))


@lru_cache(maxsize=1 << 16)
def traits_of(own: Primitive, wide: bool) -> frozenset[object]:
    """What it looks at; see :meth:`.Primitive.traits`."""
    return own.traits(wide=wide)


@lru_cache(maxsize=1 << 16)
def sources(node: Node) -> frozenset[Source]:
    """All that a node and the nodes in its slots read."""
    own: frozenset[Source] = node.reads() if isinstance(node, Primitive) else frozenset()
    return own.union(*map(sources, node.children()))
