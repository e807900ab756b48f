"""Gold labels as they are written, and as votes."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import polars as pl

from ..grammar.diagnostics import Place, SaysoError, problem
from ..grammar.task import ABSTAIN


def encode_gold(gold: pl.Series, labels: Sequence[str], place: Place | None = None) -> npt.NDArray[np.int64]:
    """Gold labels as votes, int64 (n,), -1 where they are missing.

    Values are names of labels (case and spaces around words do not matter). If none of them is, they are the votes 0 to
    k - 1 themselves, true and false being 1 and 0, and -1 being missing.

    Raises:
        SaysoError: SAY016 for a value that is no label.

    >>> encode_gold(pl.Series(["Spam", None, "ham"]), ["ham", "spam"]).tolist()
    [1, -1, 0]
    """
    written = (gold.fill_nan(None) if gold.dtype.is_float() else gold).cast(pl.String, strict=False)
    if gold.dtype.is_float():
        written = written.str.strip_suffix(".0")
    distinct = [value for value in written.unique(maintain_order=True).to_list() if value is not None]
    votes = {_folded(label): vote for vote, label in enumerate(labels)}
    if not any(_folded(value) in votes for value in distinct):
        votes = {str(vote): vote for vote in range(ABSTAIN, len(labels))} | {"false": 0, "true": 1}
    votes[""] = ABSTAIN
    for value in distinct:
        if _folded(value) not in votes:
            row = int(written.eq_missing(value).arg_max() or 0)
            raise SaysoError(problem("SAY016", place=place, value=value, row=row, labels=", ".join(labels)))
    numbers = [votes[_folded(value)] for value in distinct]
    encoded = written.replace_strict(distinct, numbers, default=ABSTAIN, return_dtype=pl.Int64)
    return np.asarray(encoded.fill_null(ABSTAIN).to_numpy(), dtype=np.int64)


def _folded(value: str) -> str:
    return " ".join(value.split()).casefold()
