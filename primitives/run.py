"""One evaluation of a program over a corpus: the columns it reads, and what it has already worked out."""

from __future__ import annotations

from collections.abc import Callable, Set
from typing import TypeVar

import numpy as np

from ..corpora.corpus import Corpus
from ..corpora.index import TextIndex
from ..grammar.nodes import Node
from .base import Mask, Sought
from .spans import Spans, union

T = TypeVar("T")


class Run:
    """Evaluates nodes over a corpus. The nodes in ``shared`` are kept after their first evaluation."""

    def __init__(self, corpus: Corpus, shared: Set[Node] = frozenset()) -> None:
        self.corpus = corpus
        self.shared = shared
        self._kept: dict[tuple[Node, object], object] = {}

    def __len__(self) -> int:
        """The number of rows."""
        return len(self.corpus)

    def index(self, column: str | None) -> TextIndex:
        """The token index of a text column; None is the first one."""
        return self.corpus.column(self.corpus.text[0] if column is None else column)

    def present(self, column: str | None) -> Mask:
        """Where the column's text is not missing, shape (n,)."""
        return self.index(column).present

    def once(self, node: Node, work: Callable[[], T], about: object = None) -> T:
        """``work()``, remembered if the program uses ``node`` more than once."""
        if node not in self.shared:
            return work()
        key = (node, about)
        if key not in self._kept:
            self._kept[key] = work()
        return self._kept[key]  # type: ignore[return-value]

    def rows(self, patterns: tuple[Sought, ...], column: str | None) -> list[Mask]:
        """For each of the patterns, the rows in which it occurs, shape (n,)."""
        return [self.once(p, lambda p=p: p.rows(self, column), ("rows", column)) for p in patterns]  # type: ignore[misc]

    def spans(self, patterns: tuple[Sought, ...], column: str | None) -> Spans:
        """All occurrences of any of the patterns in a text column."""
        if not patterns:
            nothing = np.zeros(0, dtype=np.int64)
            return Spans(nothing, nothing, nothing)
        return union([self.once(p, lambda p=p: p.spans(self, column), column) for p in patterns])  # type: ignore[misc]
