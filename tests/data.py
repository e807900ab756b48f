"""Real data for tests, where it is: the folder that SAYSO_DATA names."""

import os
from pathlib import Path

import polars as pl
import pytest

ROOT = Path(__file__).resolve().parent.parent


def real_file(name: str) -> Path:
    """A file of the data folder; the test is skipped if it is not there."""
    path = Path(os.environ.get("SAYSO_DATA", ROOT.parent / "shared" / "data")) / name
    if not path.is_file():
        pytest.skip(f"no {path}: set SAYSO_DATA to the folder of the real data")
    return path


def real_texts(name: str, rows: int) -> list[str]:
    """The first texts of a real CSV file."""
    return pl.read_csv(real_file(name))["text"].drop_nulls().head(rows).to_list()
