"""Columns to index, and what makes two indices the same."""

from __future__ import annotations

import numpy as np
import polars as pl
from hypothesis import strategies as st
from sayso.corpora.index import ARRAYS
from sayso.corpora.text import clean
from strategies import text_lists

columns = text_lists.map(lambda texts: pl.Series("text", [text and clean(text) for text in texts], dtype=pl.String))
long_columns = st.lists(columns, min_size=5, max_size=8).map(lambda parts: pl.concat(parts * 3))
"""Columns of so many rows that they are built by whole columns and not row by row."""


def same(one, other):
    """Whether two indices are equal in every array and form."""
    arrays = all(np.array_equal(getattr(one, name), getattr(other, name)) for name in ARRAYS)
    return arrays and one.vocabulary.forms.to_list() == other.vocabulary.forms.to_list()
