"""Tables of results: every type that a data file can hold is written in every format."""

import json
from datetime import date, time, timedelta
from decimal import Decimal

import polars as pl
import pytest
from sayso.runtime.tables import ENDINGS, write_table

TYPES = {
    "bytes": [b"\xff", None],
    "lists of bytes": [[b"x"], None],
    "records with bytes": [{"a": b"x"}, None],
    "spans of time": [timedelta(days=1), None],
    "lists of spans": [[timedelta(days=1)], None],
    "times": [time(1), None],
    "dates": [date(2024, 1, 2), None],
    "exact numbers": [Decimal("1.5"), None],
    "arrays": pl.Series([[1, 2], [3, 4]], dtype=pl.Array(pl.Int64, 2)),
    "categories": pl.Series(["a", None], dtype=pl.Categorical),
    "nothing": [None, None],
}


@pytest.mark.parametrize("name", TYPES)
@pytest.mark.parametrize("ending", ENDINGS)
def test_every_type_is_written(tmp_path, name, ending):
    path = tmp_path / f"out{ending}"
    write_table(pl.DataFrame({"i": [0, 1], "x": TYPES[name]}), path)
    reader = {".parquet": pl.read_parquet, ".jsonl": pl.read_ndjson}.get(ending, pl.read_csv)
    options = {"separator": "\t"} if ending == ".tsv" else {}
    assert reader(path, **options)["i"].to_list() == [0, 1]


def test_bytes_are_base64_and_spans_of_time_iso_8601(tmp_path):
    frame = pl.DataFrame({name: TYPES[name] for name in ("bytes", "records with bytes", "spans of time")})
    write_table(frame, tmp_path / "out.jsonl")
    first = json.loads((tmp_path / "out.jsonl").read_text().splitlines()[0])
    assert first == {"bytes": "/w==", "records with bytes": {"a": "eA=="}, "spans of time": "P1D"}
    write_table(frame, tmp_path / "out.csv")
    assert pl.read_csv(tmp_path / "out.csv").row(0) == ("/w==", '{"a": "eA=="}', "P1D")
