"""Every format gives the same table, and whatever is wrong with a file is said in one clear message."""

import json
from contextlib import suppress
from pathlib import Path

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sayso.corpora.csv_reader import read_csv
from sayso.corpora.frames import frame_of
from sayso.corpora.json_reader import read_jsonl
from sayso.corpora.readers import read_frame
from sayso.grammar.diagnostics import SaysoError

ROWS = [
    {"text": 'Check, this "out"\nnow!', "stars": 5, "label": "spam"},
    {"text": "née 😂; ok\tyes", "stars": None, "label": "ham"},
    {"text": None, "stars": 1, "label": None},
]
FRAME = pl.DataFrame(ROWS)


def written(path, frame=FRAME):
    """The frame as a file of the format that the ending of its name tells."""
    ending = path.suffix
    if ending == ".csv":
        frame.write_csv(path)
    elif ending == ".tsv":
        frame.write_csv(path, separator="\t")
    elif ending in (".jsonl", ".ndjson"):
        frame.write_ndjson(path)
    elif ending == ".json":
        path.write_text(json.dumps(frame.to_dicts()))
    elif ending in (".parquet", ".pq"):
        frame.write_parquet(path)
    elif ending == ".arrows":
        frame.write_ipc_stream(path)
    else:
        frame.write_ipc(path)
    return path


ENDINGS = [".csv", ".tsv", ".jsonl", ".ndjson", ".json", ".parquet", ".pq", ".arrow", ".ipc", ".feather", ".arrows"]


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_format(tmp_path, ending):
    assert read_frame(written(tmp_path / f"data{ending}")).equals(FRAME)


@pytest.mark.parametrize("ending", [".csv", ".json", ".parquet", ".arrow"])
def test_a_file_of_another_name_is_recognised(tmp_path, ending):
    path = written(tmp_path / f"data{ending}").rename(tmp_path / "data.of_mine")
    assert read_frame(path).equals(FRAME)


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_separators_of_csv(tmp_path, separator):
    path = tmp_path / "data.csv"
    FRAME.write_csv(path, separator=separator)
    assert read_frame(path).equals(FRAME)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("ending", [".csv", ".json", ".jsonl"])
def test_byte_order_marks(tmp_path, ending, encoding):
    path = written(tmp_path / f"data{ending}")
    path.write_bytes(path.read_bytes().decode().encode(encoding))
    assert read_frame(path).equals(FRAME)


def test_encodings(tmp_path):
    path = tmp_path / "data.csv"
    path.write_bytes("text,label\nnée,ham\n".encode("cp1252"))
    assert read_frame(path, encoding="cp1252")["text"].to_list() == ["née"]
    path.write_bytes("text,label\nnée,ham\n".encode("utf-16-le"))
    assert read_frame(path, encoding="utf-16-le")["text"].to_list() == ["née"]


@pytest.mark.parametrize(
    ("content", "rows"),
    [
        ('a,b\n,1\n"",2\n', [(None, 1), ("", 2)]),
        ('a,b\r\n"x\r\ny",1\r\n', [("x\r\ny", 1)]),
        ("a,b\rx,1\ry,2\r", [("x", 1), ("y", 2)]),
        ('a,b\n5" screen,1\n', [('5" screen', 1)]),
        ('a,b\n"5""",1\n"abc" def,2\n', [('5"', 1), ("abc def", 2)]),
        ("a,b\nx,1\n\n\ny,2\n\n", [("x", 1), ("y", 2)]),
        ("\n\na,b\nx,1\n", [("x", 1)]),
        ("a,b\nx,1", [("x", 1)]),
        ('a,b\n"x\n",1\ny,2\n', [("x\n", 1), ("y", 2)]),
        ('b,a\n1,"\n"\n', [(1, "\n")]),
        ("a\nx\n\ny\n", [("x",), (None,), ("y",)]),
        (f"a,b\n{'x' * 200_000},1\n\nz,2\n", [("x" * 200_000, 1), ("z", 2)]),
    ],
)
def test_csv(content, rows):
    assert read_csv(content.encode(), "data.csv", as_text=lambda names: ["a"]).rows() == rows


def test_csv_keeps_text_as_it_is_written(tmp_path):
    path = tmp_path / "data.csv"
    path.write_text("Text,n,code\n007,1,007\n1.50,2,1\n")
    frame = read_frame(path, text=["text", "code"])
    assert frame.rows() == [("007", 1, "007"), ("1.50", 2, "1")]


cells = st.one_of(
    st.none(), st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\x1e"), max_size=8)
)
tables = st.integers(2, 4).flatmap(
    lambda width: st.lists(st.lists(cells, min_size=width, max_size=width), min_size=1, max_size=8)
)


@given(tables, st.sampled_from(",;\t|"))
def test_csv_round_trip(table, separator):
    names = [f"column {i}" for i in range(len(table[0]))]
    frame = pl.DataFrame(table, schema=dict.fromkeys(names, pl.String), orient="row")
    content = frame.write_csv(separator=separator).encode()
    assert read_csv(content, "data.csv", separator=separator).equals(frame)


@given(tables, st.integers(1, 64))
def test_csv_is_checked_step_by_step(table, step):
    from sayso.corpora import csv_reader

    frame = pl.DataFrame(table, schema=[f"c{i}" for i in range(len(table[0]))], orient="row").cast(pl.String)
    content = frame.write_csv().encode()
    with pytest.MonkeyPatch.context() as patch:
        whole = csv_reader._is_regular(content, ",", frame.width)
        patch.setattr(csv_reader, "_STEP", step)
        assert csv_reader._is_regular(content, ",", frame.width) == whole


@given(st.binary(max_size=60), st.sampled_from(ENDINGS))
def test_any_bytes_are_a_table_or_an_error_of_ours(tmp_path_factory, content, ending):
    path = tmp_path_factory.mktemp("data") / f"data{ending}"
    path.write_bytes(content)
    with suppress(SaysoError):
        assert isinstance(read_frame(path), pl.DataFrame)


@given(st.text(st.sampled_from('ab,"\n\r;{}[]:1 é'), max_size=40), st.sampled_from([".csv", ".jsonl", ".json", ""]))
def test_any_text_is_a_table_or_an_error_of_ours(tmp_path_factory, content, ending):
    path = tmp_path_factory.mktemp("data") / f"data{ending}"
    path.write_bytes(content.encode())
    with suppress(SaysoError):
        assert isinstance(read_frame(path), pl.DataFrame)


@pytest.mark.parametrize(
    ("content", "rows"),
    [
        ('{"a": 1}\n\n{"b": 2.5}\n', [{"a": 1, "b": None}, {"a": None, "b": 2.5}]),
        ('{"a": 1}\r\n{"a": "x"}', [{"a": "1"}, {"a": "x"}]),
        ('{"a": NaN, "b": "x"}\n{"a": 2.0}', [{"a": None, "b": "x"}, {"a": 2.0, "b": None}]),
        ('{"a": "\\ud83d\\ude02 \\ud800"}', [{"a": "😂 \ufffd"}]),
        ('{"a": "x\u2028y\u0085z"}', [{"a": "x\u2028y\u0085z"}]),
        ('{"a": [1, 2]}', [{"a": [1, 2]}]),
    ],
)
def test_jsonl(content, rows):
    assert read_jsonl(content.encode(), "data.jsonl").fill_nan(None).to_dicts() == rows


@pytest.mark.parametrize(
    ("data", "rows"),
    [
        (
            {
                "0": {"label": 1, "weak_labels": [-1, 0], "data": {"text": "hi"}},
                "1": {"label": 0, "data": {"text": "x"}},
            },
            [
                {"id": "0", "text": "hi", "label": 1, "weak_labels": [-1, 0]},
                {"id": "1", "text": "x", "label": 0, "weak_labels": None},
            ],
        ),
        ({"a": {"text": "x"}}, [{"id": "a", "text": "x"}]),
        ({"text": ["x", "y"], "n": [1, 2]}, [{"text": "x", "n": 1}, {"text": "y", "n": 2}]),
        ([{"text": "x"}, {"n": 1}], [{"text": "x", "n": None}, {"text": None, "n": 1}]),
    ],
)
def test_json(tmp_path, data, rows):
    (path := tmp_path / "data.json").write_text(json.dumps(data, indent=1))
    assert read_frame(path).to_dicts() == rows


def test_lines_of_json_in_a_json_file(tmp_path):
    (path := tmp_path / "data.json").write_text('{"a": 1}\n{"a": 2}\n')
    assert read_frame(path)["a"].to_list() == [1, 2]


class Arrow:
    """What any Arrow library gives: an object with a stream of Arrow."""

    def __arrow_c_stream__(self, requested_schema=None):
        return FRAME.__arrow_c_stream__(requested_schema)


class Pandas:
    """What a pandas frame is without Arrow."""

    columns = ("text", "n")

    def to_dict(self):
        raise AssertionError("too slow")

    def __getitem__(self, name):
        return {"text": np.array(["x", None, "y"], dtype=object), "n": np.array([1.0, np.nan, 2.0])}[name]


@pytest.mark.parametrize(
    "rows",
    [ROWS, iter(ROWS), FRAME, FRAME.lazy(), Arrow(), FRAME.to_dict(as_series=False)],
    ids=lambda rows: type(rows).__name__,
)
def test_rows_in_memory(rows):
    assert frame_of(rows).equals(FRAME)


def test_rows_of_pandas():
    assert frame_of(Pandas()).fill_nan(None).rows() == [("x", 1.0), (None, None), ("y", 2.0)]


def test_rows_of_a_database():
    import sqlite3

    base = sqlite3.connect(":memory:")
    base.row_factory = sqlite3.Row
    rows = base.execute("select 'x' as text, 1 as n union all select 'y', 2").fetchall()
    assert frame_of(rows).rows() == [("x", 1), ("y", 2)]
    base.close()


@pytest.mark.parametrize(
    ("values", "column"),
    [
        ([1, "x", None], ["1", "x", None]),
        ([1, 2.5], [1.0, 2.5]),
        ([True, 2], [1, 2]),
        (["x", float("nan")], ["x", None]),
        ([10**40, 1], ["1" + "0" * 40, "1"]),
        (["a\ud800"], ["a\ufffd"]),
        ([[1], "x"], ["[1]", "x"]),
        ([None, None], [None, None]),
        ([{"a": 1}, {"a": 2}], [{"a": 1}, {"a": 2}]),
        ([..., 1], ["Ellipsis", "1"]),
    ],
)
def test_mixed_values(values, column):
    assert frame_of([{"v": value} for value in values])["v"].to_list() == column


BAD = {
    "SAY004 empty": (".csv", b""),
    "SAY004 blank": (".jsonl", b"\n \n"),
    "SAY004 only a mark": (".csv", b"\xef\xbb\xbf"),
    "SAY005 NUL": (".csv", b"a,b\n\x00\x01\x02,1\n" + bytes(9)),
    "SAY008 slip": (".csv", b"a,b\nx\x00y,1\n"),
    "SAY005 workbook": (".csv", b"PK\x03\x04abc"),
    "SAY005 compressed": (".jsonl", b"\x1f\x8babc"),
    "SAY006 latin": (".csv", "text\nok\nnée\n".encode("latin-1")),
    "SAY006 cut": (".csv", "text\nné".encode()[:-1]),
    "SAY006 odd utf-16": (".csv", "text\nx".encode("utf-16") + b"\x01"),
    "SAY035 too many": (".csv", b"a,b\n1,2\n1,2,3\n"),
    "SAY035 too few": (".tsv", b"a\tb\n1\t2\n1\n"),
    "SAY035 behind quotes": (".csv", b'a,b\n"1\n\n",2\n"x",2,3\n'),
    "SAY036 quote": (".csv", b'a,b\n1,2\n"1,2\n3,4\n'),
    "SAY036 doubled": (".csv", b'a,b\n1,2\n"1""\n'),
    "SAY037 twice": (".csv", b"a,b,a\n1,2,3\n"),
    "SAY039 line": (".jsonl", b'{"a": 1}\n{"a": \n'),
    "SAY039 two": (".jsonl", b'{"a": 1} {"a": 2}\n'),
    "SAY039 json": (".json", b'[{"a": 1},\n{"a" 2}]'),
    "SAY039 deep": (".json", b"[" * 100_000),
    "SAY039 deep line": (".jsonl", b'{"a":' + b"[" * 100_000),
    "SAY040 list": (".jsonl", b'{"a": 1}\n[1]\n'),
    "SAY040 number": (".json", b"5"),
    "SAY040 numbers": (".json", b"[1, 2]"),
    "SAY040 object": (".json", b'{"a": 1}'),
    "SAY041 parquet": (".parquet", b"PAR1 no"),
    "SAY041 arrow": (".arrow", b"ARROW1 no"),
    "SAY041 text": (".parquet", b"a,b\n1,2\n"),
    "SAY043 lengths": (".json", b'{"a": [1], "b": []}'),
}
LINES = {
    "SAY006 latin": 3,
    "SAY006 cut": 2,
    "SAY035 too many": 3,
    "SAY035 too few": 3,
    "SAY035 behind quotes": 5,
    "SAY036 quote": 3,
    "SAY036 doubled": 3,
    "SAY037 twice": 1,
    "SAY039 line": 2,
    "SAY039 two": 1,
    "SAY039 json": 2,
    "SAY040 list": 2,
}


@pytest.mark.parametrize("name", BAD)
def test_bad_files(tmp_path, name):
    ending, content = BAD[name]
    (path := tmp_path / f"data{ending}").write_bytes(content)
    with pytest.raises(SaysoError) as caught:
        read_frame(path)
    found = caught.value.diagnostic
    assert found.code == name[:6]
    assert len(str(found)) < 600
    assert found.fix
    if name in LINES:
        assert found.place.line == LINES[name]
        assert str(found).startswith(f"{path}:{LINES[name]}")


def test_no_such_file(tmp_path):
    (tmp_path / "comments.csv").touch()
    with pytest.raises(SaysoError, match=r"SAY001.*coments.csv[^$]*has comments.csv"):
        read_frame(tmp_path / "coments.csv")
    with pytest.raises(SaysoError, match=r"SAY001[^$]*does not exist either"):
        read_frame(tmp_path / "no" / "coments.csv")


def test_a_folder(tmp_path):
    with pytest.raises(SaysoError, match="SAY002"):
        read_frame(tmp_path)


def test_a_file_that_may_not_be_read(tmp_path, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    (path := tmp_path / "data.csv").write_text("a\n1\n")
    monkeypatch.setattr("pathlib.Path.read_bytes", refuse)
    with pytest.raises(SaysoError, match=r"SAY003.*Permission denied"):
        read_frame(path)


def test_a_name_that_cannot_be(tmp_path):
    with pytest.raises(SaysoError, match="SAY003"):
        read_frame(tmp_path / "a\x00b.csv")


def test_a_device():
    with pytest.raises(SaysoError, match=r"SAY003.*device"):
        read_frame(Path("/dev/zero"))


@pytest.mark.parametrize("encoding", ["utf-99", "", "hex", "base64"])
def test_no_such_encoding(tmp_path, encoding):
    (path := tmp_path / "data.csv").write_text("a\n1\n")
    with pytest.raises(SaysoError, match="SAY007"):
        read_frame(path, encoding=encoding)


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ("text", "SAY042"),
        (b"text", "SAY042"),
        (5, "SAY042"),
        (None, "SAY042"),
        ([["a", 1]], "SAY042"),
        ([{"a": 1}, None], "SAY042"),
        ({"text": "one row"}, "SAY042"),
        ({"text": ["a"], "n": []}, "SAY043"),
    ],
)
def test_no_rows_at_all(rows, code):
    with pytest.raises(SaysoError, match=code):
        frame_of(rows)
