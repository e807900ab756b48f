"""The label matrix: what every labeling function said of every row, and how the functions stand to each other.

Votes are small integers, one row per data point and one column per labeling function (LF): ``-1`` abstains, ``0`` to
``k - 1`` name a label. Whatever votes come from (a program, a crowd, imported columns), this is the form in which the
label model, the report and the command line see them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import polars as pl

from ..grammar.diagnostics import SaysoError, problem
from ..grammar.task import ABSTAIN, MAX_LABELS
from .gold import encode_gold
from .vote_patterns import Patterns, collapse

Votes = npt.NDArray[np.int8]
Counts = npt.NDArray[np.int64]

CHUNK = 1 << 16
"""Rows per step of the chunked passes: the one-hot copy stays small, and float32 counts of it are exact (< 2**24)."""


@dataclass(frozen=True, slots=True, eq=False)
class LabelMatrix:
    """Votes of ``m`` labeling functions on ``n`` rows, with the names of functions and labels.

    ``votes`` is an int8 array ``(n, m)``, read-only; ``-1`` abstains. :meth:`of` is the forgiving way in.

    Raises:
        SaysoError: SAY301 if the votes are no table of whole numbers with at least one row and one column; SAY302 if a
            vote is neither ``-1`` nor one of the labels; SAY303 if names of LFs are missing, too many or repeated;
            SAY304 if the labels are not 2 to 127 different names.

    >>> L = LabelMatrix.of([[0, -1, 0], [1, 1, 0], [-1, -1, -1]], labels=["ham", "spam"])
    >>> L.votes.shape, L.lf_names, round(L.coverage, 3)
    ((3, 3), ('LF1', 'LF2', 'LF3'), 0.667)
    """

    votes: Votes
    lf_names: tuple[str, ...]
    labels: tuple[str, ...]

    def __post_init__(self) -> None:
        """Check everything once, so that nobody downstream has to."""
        labels, names = tuple(self.labels), tuple(self.lf_names)
        _check_labels(labels)
        votes = _whole_numbers(self.votes)
        if len(names) != votes.shape[1] or len(set(names)) < len(names):
            raise SaysoError(
                problem("SAY303", expected=votes.shape[1], found=len(names), repeated=_repeated(names) or "none")
            )
        _check_range(votes, names, labels)
        votes = np.ascontiguousarray(votes, dtype=np.int8).view()
        votes.setflags(write=False)
        object.__setattr__(self, "votes", votes)
        object.__setattr__(self, "lf_names", names)
        object.__setattr__(self, "labels", labels)

    @classmethod
    def of(
        cls,
        votes: LabelMatrix | pl.DataFrame | npt.ArrayLike,
        *,
        labels: Sequence[str] | int | None = None,
        lf_names: Sequence[str] | None = None,
    ) -> LabelMatrix:
        """The label matrix of anything that holds votes: a label matrix, a frame with a column per LF, an int array.

        ``labels`` are names or their number; without them, as many as the highest vote needs (at least two), named
        "0", "1", .... Without ``lf_names`` the functions are called by their column, or LF1, LF2, ....

        Raises:
            SaysoError: as the constructor; SAY305 if ``votes`` is a label matrix over other labels than ``labels``.
        """
        if isinstance(votes, LabelMatrix):
            wanted = votes.labels if labels is None else label_names(labels)
            counted = isinstance(labels, (int, np.integer)) and len(wanted) == len(votes.labels)
            if wanted != votes.labels and not counted:
                raise SaysoError(problem("SAY305", found=", ".join(votes.labels), expected=", ".join(wanted)))
            return votes if lf_names is None else cls(votes.votes, tuple(lf_names), votes.labels)
        if isinstance(votes, pl.DataFrame):
            lf_names = votes.columns if lf_names is None else lf_names
            votes = votes.to_numpy()
        array = _whole_numbers(votes)
        if labels is None:
            labels = max(2, int(array.max()) + 1)
        names = [f"LF{j + 1}" for j in range(array.shape[1])] if lf_names is None else lf_names
        return cls(array, tuple(names), label_names(labels))

    def __len__(self) -> int:
        """The number of rows."""
        return len(self.votes)

    def __repr__(self) -> str:
        """One line: the size and the labels."""
        n, m = self.votes.shape
        return f"LabelMatrix({n} rows, {m} labeling functions, labels: {', '.join(self.labels)})"

    @property
    def coverage(self) -> float:
        """The share of rows on which at least one labeling function votes."""
        return sum(int((part >= 0).any(axis=1).sum()) for part in self._parts()) / len(self)

    @property
    def overlap(self) -> float:
        """The share of rows on which at least two labeling functions vote."""
        return sum(int(((part >= 0).sum(axis=1) > 1).sum()) for part in self._parts()) / len(self)

    @property
    def conflict(self) -> float:
        """The share of rows on which two labeling functions vote for different labels."""
        return sum(int(((counts > 0).sum(axis=1) > 1).sum()) for _, counts in self._vote_counts()) / len(self)

    def vote_counts(self) -> Counts:
        """How many labeling functions vote for each label, int64 ``(n, k)``."""
        return np.concatenate([counts for _, counts in self._vote_counts()])

    def patterns(self) -> Patterns:
        """The distinct rows, how often each occurs, and which of them every row is."""
        return collapse(self.votes)

    def overlaps(self) -> Counts:
        """For every pair of LFs, the number of rows on which both vote, int64 ``(m, m)``; the diagonal counts votes."""
        return self._pairs(lambda part: [part >= 0])

    def agreements(self) -> Counts:
        """For every pair of LFs, the number of rows on which both vote for the same label, int64 ``(m, m)``."""
        return self._pairs(lambda part: [part == label for label in range(len(self.labels))])

    def conflicts(self) -> Counts:
        """For every pair of LFs, the number of rows on which they vote for different labels, int64 ``(m, m)``."""
        return self.overlaps() - self.agreements()

    def summary(self, gold: npt.ArrayLike | None = None) -> pl.DataFrame:
        """One line per labeling function.

        ``gold``: int ``(n,)`` with ``-1`` where unknown.

        Columns: ``lf``; ``polarity``, the names of the labels it votes for; ``votes``, on how many rows; ``coverage``,
        on which share of rows; ``overlap`` and ``conflict``, on which share of rows it votes together with, and
        against, at least one other. With gold also ``gold_votes``, its votes on rows whose label is known;
        ``correct``, how many of them are right; ``precision = correct / gold_votes``; ``recall``, the share of the
        known rows of its own labels that it labels right. A share of nothing is null.

        Raises:
            SaysoError: SAY306 if gold does not fit the rows or the labels.
        """
        n, m = self.votes.shape
        k = len(self.labels)
        known = None if gold is None else check_gold(gold, rows=n, labels=self.labels)
        by_label = np.zeros((m, k), np.int64)
        overlap, conflict, gold_votes, correct = (np.zeros(m, np.int64) for _ in range(4))
        start = 0
        for part, counts in self._vote_counts():
            voted = part >= 0
            total = counts.sum(axis=1)
            by_label += np.stack([(part == label).sum(axis=0) for label in range(k)], axis=1)
            overlap += (voted & (total > 1)[:, None]).sum(axis=0)
            own = np.take_along_axis(counts, np.maximum(part, 0).astype(np.intp), axis=1)
            conflict += (voted & (own < total[:, None])).sum(axis=0)
            if known is not None:
                truth = known[start : start + len(part), None]
                gold_votes += (voted & (truth >= 0)).sum(axis=0)
                correct += (voted & (part == truth)).sum(axis=0)
            start += len(part)
        votes = by_label.sum(axis=1)
        columns: dict[str, Any] = {
            "lf": list(self.lf_names),
            "polarity": [", ".join(self.labels[c] for c in np.flatnonzero(row)) for row in by_label],
            "votes": votes,
            "coverage": votes / n,
            "overlap": overlap / n,
            "conflict": conflict / n,
        }
        if known is not None:
            per_label = np.bincount(known[known >= 0], minlength=k)
            columns["gold_votes"] = gold_votes
            columns["correct"] = correct
            columns["precision"] = _share(correct, gold_votes)
            columns["recall"] = _share(correct, (by_label > 0) @ per_label)
        return pl.DataFrame(columns)

    def _parts(self) -> Iterator[Votes]:
        for start in range(0, len(self), CHUNK):
            yield self.votes[start : start + CHUNK]

    def _vote_counts(self) -> Iterator[tuple[Votes, Counts]]:
        for part in self._parts():
            yield part, np.stack([(part == label).sum(axis=1) for label in range(len(self.labels))], axis=1)

    def _pairs(self, events: Callable[[Votes], Iterable[npt.NDArray[np.bool_]]]) -> Counts:
        """Sum over the events of ``event.T @ event``: on how many rows an event happens to both of a pair."""
        m = self.votes.shape[1]
        total = np.zeros((m, m), np.int64)
        for part in self._parts():
            for event in events(part):
                if event.any():
                    one_hot = event.astype(np.float32)
                    total += (one_hot.T @ one_hot).astype(np.int64)
        return total


def label_names(labels: Sequence[str] | int) -> tuple[str, ...]:
    """Names of labels, from names or their number.

    Raises:
        SaysoError: SAY304 if they are not 2 to 127 different, non-empty names.

    >>> label_names(3)
    ('0', '1', '2')
    """
    if isinstance(labels, (int, np.integer)) and not isinstance(labels, bool):
        labels = [str(label) for label in range(min(int(labels), MAX_LABELS + 1))]
    names: tuple[Any, ...] = (labels,)  # a lone name or number: no labels, as the check will say
    if not isinstance(labels, str) and isinstance(labels, Iterable):
        names = tuple(labels)
    _check_labels(names)
    return names


def check_gold(gold: npt.ArrayLike, *, rows: int, labels: Sequence[str]) -> Counts:
    """``gold``, votes or names of labels (None where unknown), as int64 ``(rows,)``, ``-1`` where unknown.

    Raises:
        SaysoError: SAY016 for a name that is no label; SAY306 if it has another length or shape, is not made of whole
            numbers, or names no label.
    """
    known = np.asarray(gold)
    if known.shape != (rows,):
        raise SaysoError(problem("SAY306", found=f"an array of shape {known.shape}", rows=rows, k=len(labels) - 1))
    if known.dtype.kind in "UO" and all(value is None or isinstance(value, str) for value in known.tolist()):
        return encode_gold(pl.Series(known.tolist(), dtype=pl.String), labels)
    if not _is_whole(known):
        raise SaysoError(problem("SAY306", found=f"values of type {known.dtype}", rows=rows, k=len(labels) - 1))
    whole = known.astype(np.int64)
    wrong = np.flatnonzero((whole < ABSTAIN) | (whole >= len(labels)))
    if len(wrong):
        found = f"the value {whole[wrong[0]]} in row {wrong[0]} (rows are counted from 0)"
        raise SaysoError(problem("SAY306", found=found, rows=rows, k=len(labels) - 1))
    return whole


def _check_labels(labels: tuple[Any, ...]) -> None:
    """Raise SAY304 unless ``labels`` are 2 to 127 different, non-empty names."""
    good = all(isinstance(label, str) and label for label in labels)
    if not good or not 2 <= len(labels) <= MAX_LABELS or len(set(labels)) < len(labels):
        shown = ", ".join(map(str, labels[:10])) + (", ..." if len(labels) > 10 else "")
        raise SaysoError(problem("SAY304", found=shown or "none"))


def _is_whole(array: npt.NDArray[Any]) -> bool:
    """Whether every value is a whole number: an integer type, or floats without fraction, NaN or infinity."""
    if array.dtype.kind in "iu":
        return True
    return array.dtype.kind == "f" and bool(np.all(np.isfinite(array)) and np.all(array == np.trunc(array)))


def _whole_numbers(votes: Any) -> npt.NDArray[Any]:
    """``votes`` as a two-dimensional array of whole numbers with rows and columns, or SAY301."""
    try:
        array = np.asarray(votes)
    except ValueError:  # rows of different lengths
        raise SaysoError(problem("SAY301", found="rows of different lengths")) from None
    if np.ma.is_masked(votes):
        raise SaysoError(problem("SAY301", found="an array some of which is masked"))
    if array.ndim != 2 or 0 in array.shape:
        raise SaysoError(problem("SAY301", found=f"an array of shape {array.shape}"))
    if not _is_whole(array):
        kind = "NaN, infinity or fractions" if array.dtype.kind == "f" else f"values of type {array.dtype}"
        raise SaysoError(problem("SAY301", found=kind))
    return array


def _check_range(votes: npt.NDArray[Any], names: Sequence[str], labels: Sequence[str]) -> None:
    """Raise SAY302, naming the first vote that is neither ``-1`` nor a label."""
    if votes.min() >= ABSTAIN and votes.max() < len(labels):
        return
    row, lf = np.argwhere((votes < ABSTAIN) | (votes >= len(labels)))[0]
    raise SaysoError(
        problem("SAY302", lf=names[lf], row=row, vote=votes[row, lf], top=len(labels) - 1, labels=", ".join(labels))
    )


def _repeated(names: Sequence[str]) -> str:
    return ", ".join(sorted({name for name in names if names.count(name) > 1}))


def _share(part: Counts, whole: Counts) -> list[float | None]:
    """``part / whole``, None where there is nothing to share."""
    return [float(a) / float(b) if b else None for a, b in zip(part, whole, strict=True)]
