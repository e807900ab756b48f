"""Votes made ready for fitting: distinct labeling functions and rows, cliques, and a sample where that will do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from ..corpora.label_matrix import LabelMatrix
from ..corpora.vote_patterns import Patterns, collapse
from ..grammar.diagnostics import SaysoError, problem
from .agreement import Agreement, agreement, tempered
from .cliques import Clique, joined
from .dependence import Bools, PairCounts
from .label_em import Data
from .vote_codes import Floats, VoteCodes

SAMPLE = 40_000
"""With more distinct patterns than this, the first, long part of the fit sees a sample of as many rows."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Votes of distinct LFs (``lf_of`` says which each column is, ``first`` where each occurs) on distinct rows.

    ``named`` ``(m, m)``: pairs the structure names; ``within``: those of them that are modelled jointly; ``repeats``:
    how far votes of two LFs are one. ``whole`` is None if ``sample`` already is everything.
    """

    lf_of: npt.NDArray[np.intp]
    first: npt.NDArray[np.intp]
    named: Bools
    within: Bools
    repeats: Floats
    pairs: PairCounts
    agreement: Agreement
    sample: Data
    whole: Data | None
    gold_rows: int

    @classmethod
    def of(
        cls,
        matrix: LabelMatrix,
        gold: npt.NDArray[np.int64] | None,
        weights: Floats,
        structure: Sequence[tuple[int, int]],
        random_state: int | None,
        balance: Floats | None = None,
    ) -> Problem:
        """Collapse the columns, then the rows, of ``matrix``; sample the patterns if they are many.

        ``weights`` ``(n,)``: how many rows each row of the matrix stands for; ``balance`` ``(k,)``: shares of the
        labels, if they are known.
        """
        k = len(matrix.labels)
        patterns = collapse(matrix.votes)
        first, lf_of = _distinct_columns(patterns.patterns)
        if len(first) < len(lf_of):
            patterns = replace(patterns, patterns=np.ascontiguousarray(patterns.patterns[:, first]))
        unlabeled, known = np.bincount(patterns.inverse, weights, minlength=len(patterns)).astype(np.float64), None
        if gold is not None:
            labeled = gold >= 0
            cell = gold[labeled] * len(patterns) + patterns.inverse[labeled]
            counts = np.bincount(cell, weights[labeled], minlength=k * len(patterns))
            known = counts.reshape(k, -1).astype(np.float64)
            unlabeled = np.maximum(unlabeled - known.sum(axis=0), 0.0)
        whole = Data(patterns.patterns, VoteCodes.of(patterns.patterns, k), unlabeled, known)
        sample = _sample(patterns, known, unlabeled, k, random_state)
        pairs = PairCounts.of((sample or whole).votes, (sample or whole).counts, k)
        named = np.zeros((len(first), len(first)), dtype=bool)
        for i, j in structure:
            named[lf_of[i], lf_of[j]] = named[lf_of[j], lf_of[i]] = lf_of[i] != lf_of[j]
        shares = tempered(_leading(sample or whole)) if balance is None else balance
        found = agreement(pairs, shares, ~named)
        cliques = _cliques(whole, named, found.excess, k)
        within = np.zeros_like(named)
        for clique in cliques:
            within[np.ix_(clique.lfs, clique.lfs)] = True
        np.fill_diagonal(within, False)
        if cliques:
            found = agreement(pairs, shares, ~(named | within))
            whole = whole.with_cliques(cliques)
            sample = None if sample is None else sample.with_cliques(cliques)
        rows = 0 if known is None else int(known.sum())
        # of LFs that never abstain, any excess at all is far beyond 1: whether they vote does not vary
        repeats = np.where(named, np.clip(found.excess, found.repeats, 1.0), found.repeats)
        one, other = (whole, None) if sample is None else (sample, whole)
        return cls(lf_of, first, named, within, repeats, pairs, found, one, other, rows)

    def guessed(self, evidence: Floats, prior: Floats) -> Problem:
        """With a start for every fit: the labels by the ``evidence`` of distinct LFs, one vote by one."""
        sample = self.sample.guessed(evidence, prior)
        return replace(self, sample=sample, whole=None if self.whole is None else self.whole.guessed(evidence, prior))

    def names(self, matrix: LabelMatrix) -> list[str]:
        """Names of the distinct LFs."""
        return [matrix.lf_names[j] for j in self.first]


def pairs_of(structure: Any, matrix: LabelMatrix) -> list[tuple[int, int]]:
    """The pairs of columns that ``structure`` names: None, pairs of columns or names, or an object with ``pairs``.

    Raises:
        SaysoError: SAY341 if it is none of these.
    """
    if structure is None:
        return []
    place = {name: j for j, name in enumerate(matrix.lf_names)}
    pairs: list[tuple[int, int]] = []
    given = getattr(structure, "pairs", structure)
    for pair in given if isinstance(given, Iterable) else [given]:
        ends = list(pair) if isinstance(pair, Iterable) else [pair]
        columns = [place.get(end, -1) if isinstance(end, str) else end for end in ends]
        whole = all(isinstance(column, (int, np.integer)) for column in columns)
        if len(columns) != 2 or not whole or not all(0 <= column < len(place) for column in columns):
            expected = f"pairs of labeling functions, by name or as 0 to {len(place) - 1}"
            raise SaysoError(problem("SAY341", name="structure", found=repr(pair), expected=expected))
        pairs.append((int(columns[0]), int(columns[1])))
    return pairs


def _cliques(data: Data, linked: Bools, strength: Floats, k: int) -> list[Clique]:
    first, second = np.nonzero(np.triu(linked, 1))
    pairs = list(zip(first.tolist(), second.tolist(), strict=True))
    groups = joined(pairs, strength, data.votes, k)
    return [Clique.of(members, data.votes, k) for members in groups]


def _leading(data: Data) -> Floats:
    """Rows that majority vote gives each label, ``(k,)``; ties are shared, and rows without a vote left out."""
    votes = np.stack([(data.votes == label).sum(axis=1) for label in range(data.codes.labels)])
    most = votes.max(axis=0)
    first = (votes == most) & (most > 0)
    return np.asarray((first / np.maximum(first.sum(axis=0), 1)) @ data.counts, dtype=np.float64)


def _distinct_columns(patterns: npt.NDArray[np.int8]) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """The first column of each kind, in order, and for every column which of these it equals."""
    columns = [column.tobytes() for column in np.ascontiguousarray(patterns.T)]
    rank: dict[bytes, int] = {}
    lf_of = np.array([rank.setdefault(column, len(rank)) for column in columns], dtype=np.intp)
    return np.unique(lf_of, return_index=True)[1].astype(np.intp), lf_of


def _sample(
    patterns: Patterns, gold: Floats | None, unlabeled: Floats, k: int, random_state: int | None
) -> Data | None:
    """All rows with known labels and a random sample of the others; None if the patterns are few enough as they are.

    Rows are drawn by way of their patterns, whose order does not depend on that of the rows: one in every so many, the
    first at random.
    """
    if len(patterns) <= SAMPLE:
        return None
    mark = np.cumsum(unlabeled) * (SAMPLE / unlabeled.sum()) + np.random.default_rng(random_state).random()
    drawn = np.diff(np.floor(mark), prepend=0.0)
    labeled = np.zeros(len(patterns), dtype=bool) if gold is None else np.any(gold > 0, axis=0)
    chosen = np.flatnonzero(labeled | (drawn > 0))
    votes = np.ascontiguousarray(patterns.patterns[chosen])
    known = None if gold is None else np.ascontiguousarray(gold[:, chosen])
    return Data(votes, VoteCodes.of(votes, k), drawn[chosen], known)
