"""Occurrences of patterns in a text column, as arrays of token positions."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Positions = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Spans:
    """Occurrences sorted by start. Positions count tokens over the whole column, ends are exclusive.

    ``weight`` is None (each occurrence counts once) or what each counts, as a token of three letters counts
    three when letters are counted. ``mark`` is None for whole tokens; matches that begin or end within one are told
    apart by it, as several may touch the same tokens.
    """

    start: Positions
    end: Positions
    row: Positions
    weight: Positions | None = None
    mark: Positions | None = None

    def __len__(self) -> int:
        """The number of occurrences."""
        return len(self.start)

    def keep(self, which: npt.NDArray[np.bool_] | npt.NDArray[np.intp]) -> Spans:
        """The occurrences where ``which`` is True, or those that it numbers."""
        weight, mark = (None if own is None else own[which] for own in (self.weight, self.mark))
        return Spans(self.start[which], self.end[which], self.row[which], weight, mark)

    def characters(self) -> tuple[Positions, Positions]:
        """For each that has a mark, its first character in the row's text and behind its last; -1 for the others."""
        mark = np.zeros(len(self), dtype=np.int64) if self.mark is None else self.mark
        return np.where(mark > 0, (mark - 1) >> 31, -1), np.where(mark > 0, (mark - 1) & ((1 << 31) - 1), -1)

    def per_row(self, rows: int) -> npt.NDArray[np.float64]:
        """The weight of the occurrences in each of ``rows`` rows."""
        return np.bincount(self.row, weights=self.weight, minlength=rows).astype(np.float64)

    def hit(self, rows: int) -> npt.NDArray[np.bool_]:
        """Which of ``rows`` rows have an occurrence."""
        mask = np.zeros(rows, dtype=bool)
        mask[self.row] = True
        return mask


def union(parts: list[Spans]) -> Spans:
    """All occurrences of all ``parts``, sorted by start; the same place counts once (unless it is weighted)."""
    if len(parts) == 1:
        return parts[0]
    start, end, row = (np.concatenate([getattr(part, name) for part in parts]) for name in ("start", "end", "row"))
    weight, mark = _joined(parts, "weight", 1), _joined(parts, "mark", 0)
    order = np.lexsort((end, start) if mark is None else (mark, end, start))
    merged = Spans(start, end, row, weight, mark).keep(order)
    if weight is not None or len(merged) < 2:
        return merged
    places = [own for own in (merged.start, merged.end, merged.mark) if own is not None]
    again = np.logical_and.reduce([own[1:] == own[:-1] for own in places])
    return merged.keep(np.concatenate([[True], ~again])) if again.any() else merged


def _joined(parts: list[Spans], name: str, default: int) -> Positions | None:
    """The weights or marks of all parts, ``default`` where a part has none; None if none has any."""
    own = [getattr(part, name) for part in parts]
    if all(values is None for values in own):
        return None
    filled = [
        np.full(len(part), default) if values is None else values for part, values in zip(parts, own, strict=True)
    ]
    return np.concatenate(filled).astype(np.int64)
