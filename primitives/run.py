"""One evaluation of a program over a corpus: the columns it reads, and what it has already worked out."""

from __future__ import annotations

from collections.abc import Callable, Set
from typing import TypeVar

import numpy as np

from ..corpora.corpus import Corpus
from ..corpora.index import TextIndex
from ..grammar.nodes import Node
from .base import Edges, Mask, Sought, Source, sources
from .spans import Positions, Spans, union

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

    def is_first(self, column: str | None) -> bool:
        """Whether it is the first text column, to which spans and entities belong."""
        return column is None or column in self.corpus.text[:1]

    def argument(self, name: str) -> tuple[Positions, Positions]:
        """The first token of an argument and behind its last, shape (n,) each; equal where it has none."""
        return self.corpus.argument_tokens(name)

    def present(self, column: str | None) -> Mask:
        """Where the column's text is not missing, shape (n,)."""
        return self.index(column).present

    def filled(self, column: str) -> Mask:
        """Where a column has a value of its kind that is more than blank, shape (n,)."""
        kind = self.corpus.schema.kinds.get(column)
        if kind in ("number", "percent"):
            return ~np.isnan(self.corpus.numbers(column))
        if kind == "truth":
            return ~np.isnan(self.corpus.truths(column))
        if kind in ("date", "moment", "clock"):
            return ~np.isnan(self.corpus.moments(column))
        filled = self.corpus.strings(column).str.strip_chars() != ""
        return np.asarray(filled.fill_null(False).to_numpy(), dtype=bool)

    def has(self, source: Source) -> Mask:
        """Where a source is not missing, shape (n,)."""
        if source.kind == "text":
            return self.present(source.name)
        if source.kind == "field":
            return self.filled(source.name or "")
        if source.kind == "entities":
            return self.corpus.entities.present
        if source.kind == "span":
            return self.corpus.argument(source.name or "").present
        named = [self.corpus.argument(name).present for name in self.corpus.arguments]
        return np.asarray(np.logical_and.reduce([np.ones(len(self), dtype=bool), *named]), dtype=bool)

    def known(self, node: Node) -> Mask:
        """Where nothing is missing that a node reads, shape (n,)."""
        masks = [self.has(source) for source in sorted(sources(node), key=str)]
        return np.asarray(np.logical_and.reduce([np.ones(len(self), dtype=bool), *masks]), dtype=bool)

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

    def spans(self, patterns: tuple[Sought, ...], column: str | None, *, edge: Edges | None = None) -> Spans:
        """All occurrences of any of the patterns in a text column, or those that can stand at an edge."""
        if not patterns:
            nothing = np.zeros(0, dtype=np.int64)
            return Spans(nothing, nothing, nothing)
        if edge is not None:
            return union([p.at_edge(self, column, edge) for p in patterns])
        return union([self.once(p, lambda p=p: p.spans(self, column), column) for p in patterns])  # type: ignore[misc]
