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
    three when letters are counted.
    """

    start: Positions
    end: Positions
    row: Positions
    weight: Positions | None = None

    def __len__(self) -> int:
        """The number of occurrences."""
        return len(self.start)

    def keep(self, mask: npt.NDArray[np.bool_]) -> Spans:
        """The occurrences where ``mask`` is True."""
        weight = None if self.weight is None else self.weight[mask]
        return Spans(self.start[mask], self.end[mask], self.row[mask], weight)

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
    start = np.concatenate([part.start for part in parts])
    end = np.concatenate([part.end for part in parts])
    row = np.concatenate([part.row for part in parts])
    weighted = any(part.weight is not None for part in parts)
    weight = (
        np.concatenate([np.ones(len(p), dtype=np.int64) if p.weight is None else p.weight for p in parts])
        if weighted
        else None
    )
    order = np.lexsort((end, start))
    merged = Spans(start[order], end[order], row[order], None if weight is None else weight[order])
    if weighted or len(merged) < 2:
        return merged
    again = (merged.start[1:] == merged.start[:-1]) & (merged.end[1:] == merged.end[:-1])
    return merged.keep(np.concatenate([[True], ~again])) if again.any() else merged
