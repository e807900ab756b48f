"""The corpus: which columns are text, fields and gold, and what may be wrong with them."""

import numpy as np
import polars as pl
import pytest
import sayso
from data import real_file
from hypothesis import given
from hypothesis import strategies as st
from indices import same
from sayso.corpora.corpus import Corpus
from sayso.corpora.gold import encode_gold
from sayso.corpora.index import TextIndex
from sayso.corpora.schema import Schema
from sayso.grammar.diagnostics import SaysoError, SaysoWarning
from strategies import rows

ROWS = [
    {"text": "fr\u200bee cash", "stars": 5, "label": "spam"},
    {"text": None, "stars": None, "label": None},
    {"text": "", "stars": 1, "label": " Ham "},
]


@pytest.fixture
def corpus():
    return Corpus.from_rows(ROWS, gold="label")


def test_columns(corpus):
    assert corpus.text == ("text",)
    assert corpus.strings("text").to_list() == ["free cash", None, ""]
    assert corpus.fields.to_dict(as_series=False) == {"stars": [5, None, 1]}
    assert corpus.gold.to_list() == ["spam", None, " Ham "]
    assert len(corpus) == 3
    assert repr(corpus) == "Corpus(3 rows, text: text, fields: stars, gold: label)"
    assert corpus.row(0) == {"text": "free cash", "stars": 5}


def test_missing_is_not_empty(corpus):
    index = corpus.column("text")
    assert index.present.tolist() == [True, False, True]
    assert np.diff(index.row_start).tolist() == [2, 0, 0]
    assert corpus.column("text") is index


def test_read(tmp_path):
    (path := tmp_path / "data.csv").write_text("CONTENT,CLASS\ncheck,1\nnice,0\n")
    corpus = sayso.Corpus.read(path, text="CONTENT", gold="CLASS")
    assert corpus.gold_votes(["ham", "spam"]).tolist() == [1, 0]
    assert corpus.source == str(path)


def test_several_texts():
    corpus = Corpus.from_rows([{"title": "a", "body": None, "n": 1}], text=["title", "body"])
    assert corpus.text == ("title", "body")
    assert corpus.column("body").present.tolist() == [False]
    assert corpus.fields.columns == ["n"]


@pytest.mark.parametrize(
    ("columns", "found"),
    [
        ({"only": ["x"], "n": [1]}, "only"),
        ({"id": ["x"], "Message": ["y"]}, "Message"),
        ({"CONTENT": ["x"], "author": ["y"]}, "CONTENT"),
        ({"a": ["x"], "gold": ["y"]}, "a"),
    ],
)
def test_the_text_column_is_found(columns, found):
    assert Corpus.from_rows(columns, gold="gold" if "gold" in columns else None).text == (found,)


def test_take(corpus):
    taken = corpus.take([2, 0, 0])
    assert taken.strings("text").to_list() == ["", "free cash", "free cash"]
    assert taken.fields["stars"].to_list() == [1, 5, 5]
    assert taken.gold_votes(["ham", "spam"]).tolist() == [0, 1, 1]
    assert len(corpus.take(np.zeros(0, dtype=np.int64))) == 0
    assert len(corpus.take([])) == 0
    for row in (len(corpus), -1):
        with pytest.raises(SaysoError, match=f"SAY511.*no row {row}; the rows are 0 to {len(corpus) - 1}"):
            corpus.take([0, row])


@given(rows)
def test_a_row_alone_is_as_in_the_column(texts):
    index = TextIndex.of(Corpus.of_row({"text": "x"}, Schema(("text",))).strings("text"))
    assert len(index) == 1
    column = Corpus.from_rows({"text": [*texts, "x"]}).column("text")
    for i, text in enumerate(texts):
        alone = Corpus.of_row({"text": text, "other": 1}, Schema(("text",))).column("text")
        assert same(alone, TextIndex.of(column.strings[i : i + 1]))


@pytest.mark.parametrize(("row", "text"), [({}, None), ({"text": float("nan")}, None), ({"text": 5}, "5")])
def test_a_row_that_lacks_its_text(row, text):
    assert Corpus.of_row(row, Schema(("text",))).strings("text").to_list() == [text]


def test_large_columns_are_cached(tmp_path, monkeypatch):
    monkeypatch.setenv("SAYSO_CACHE", str(tmp_path / "default"))
    monkeypatch.setattr("sayso.corpora.corpus.CACHED", 3)
    texts = {"text": ["a", "b", "c"]}
    Corpus.from_rows(texts, cache=False).column("text")
    Corpus.from_rows({"text": ["a"]}).column("text")
    assert not (tmp_path / "default").exists()
    Corpus.from_rows(texts).column("text")
    assert len(list((tmp_path / "default" / "indices").iterdir())) == 1
    Corpus.from_rows({"text": ["a"]}, cache=tmp_path / "own").column("text")
    assert len(list((tmp_path / "own").iterdir())) == 1


def test_fingerprint(corpus):
    again = Corpus.from_rows([dict(row) for row in ROWS], gold="label")
    assert again.fingerprint == corpus.fingerprint
    others = [
        corpus.take([0, 1]),
        corpus.take([0, 2, 1]),
        Corpus.from_rows(ROWS, text="text"),
        Corpus.from_rows([{**row, "stars": 2} for row in ROWS], gold="label"),
        Corpus.from_rows([{**row, "stars": [1]} for row in ROWS], gold="label"),
        Corpus.from_rows([{"title" if k == "text" else k: v for k, v in row.items()} for row in ROWS], text="title"),
    ]
    assert len({corpus.fingerprint, *(other.fingerprint for other in others)}) == len(others) + 1


NAMES = {"text": ["x"], "label": ["ham"]}


@pytest.mark.parametrize(
    ("columns", "options", "code", "words"),
    [
        ({}, {}, "SAY010", "the columns are: none"),
        ({"text": []}, {}, "SAY010", "text"),
        (NAMES, {"text": "txt"}, "SAY011", "did you mean 'text'"),
        (NAMES, {"text": "TEXT"}, "SAY011", "did you mean 'text'"),
        (NAMES, {"gold": "labels"}, "SAY011", "did you mean 'label'"),
        (NAMES, {"text": ["text", "zzz"]}, "SAY011", "name one of them"),
        ({"a": ["one two three four five"], "b": ["one two three four five"]}, {}, "SAY012", "a, b"),
        ({f"c{i}": ["one two three four five"] for i in range(10_000)}, {}, "SAY012", "9,980 more"),
        ({"text": [None, "", "  "]}, {}, "SAY013", "every one of the 3 texts in text"),
        (NAMES, {"text": "text", "gold": "text"}, "SAY014", "text"),
        ({"text": [[1, 2]]}, {"text": "text"}, "SAY044", "List"),
        ({"text": [b"x"]}, {"text": "text"}, "SAY044", "Binary"),
    ],
)
def test_bad_columns(columns, options, code, words):
    with pytest.raises(SaysoError) as caught:
        Corpus.from_rows(columns, **options)
    assert caught.value.diagnostic.code == code
    assert words in str(caught.value)
    assert len(str(caught.value)) < 500


def test_a_message_names_the_file(tmp_path):
    (path := tmp_path / "data.csv").write_text("a,b\nx,y\n")
    with pytest.raises(SaysoError, match=r"data.csv: SAY011"):
        Corpus.read(path, text="c")
    with pytest.raises(SaysoError, match=r"data.csv: SAY015"):
        Corpus.read(path, text="a").gold_votes(["ham", "spam"])
    with pytest.raises(SaysoError, match=r"data.csv: SAY016.*'y' in row 0"):
        Corpus.read(path, text="a", gold="b").gold_votes(["ham", "spam"])
    (path := tmp_path / "none.csv").write_text("a,b\n")
    with pytest.raises(SaysoError, match=r"none.csv: SAY010.*a, b"):
        Corpus.read(path)


def test_no_such_text_column(corpus):
    with pytest.raises(SaysoError, match="SAY011"):
        corpus.column("star")


def test_numbers_as_text():
    with pytest.warns(SaysoWarning, match="SAY045.*'n'.*Float64"):
        corpus = Corpus.from_rows({"n": [1.5, None, float("nan")]}, text="n")
    assert corpus.strings("n").to_list() == ["1.5", None, None]


def test_categories_are_text(recwarn):
    frame = pl.DataFrame({"text": ["a", "b"]}).cast(pl.Categorical)
    assert Corpus.from_rows(frame, text="text").strings("text").to_list() == ["a", "b"]
    assert not recwarn


@pytest.mark.parametrize(
    ("gold", "votes"),
    [
        (["ham", " Spam", "SPAM  ", None, ""], [0, 1, 1, -1, -1]),
        ([0, 1, None, -1], [0, 1, -1, -1]),
        ([0.0, 1.0, float("nan")], [0, 1, -1]),
        (["0", "1", " "], [0, 1, -1]),
        ([True, False, None], [1, 0, -1]),
        ([None, None], [-1, -1]),
        ([float("nan")], [-1]),
        ([], []),
    ],
)
def test_gold(gold, votes):
    assert encode_gold(pl.Series(gold), ["ham", "spam"]).tolist() == votes


def test_labels_that_are_numbers_are_names():
    assert encode_gold(pl.Series([1, 2, 1]), ["1", "2"]).tolist() == [0, 1, 0]
    assert encode_gold(pl.Series(["not  so good", "good"]), ["Good", "Not so good"]).tolist() == [1, 0]


@pytest.mark.parametrize(
    ("gold", "row"),
    [(["ham", "x"], 1), ([0, 1, 2], 2), ([0.5, 0], 0), ([float("inf"), 0.0], 0), (["ham", "1"], 1), ([-2], 0)],
)
def test_bad_gold(gold, row):
    with pytest.raises(SaysoError, match=f"SAY016.*in row {row} .*ham, spam"):
        encode_gold(pl.Series(gold, strict=False), ["ham", "spam"])


@given(st.lists(st.sampled_from([None, 0, 1, 2])))
def test_gold_by_name_and_by_number(votes):
    labels = ["ham", "spam", "other"]
    names = pl.Series([None if vote is None else labels[vote] for vote in votes], dtype=pl.String)
    numbers = pl.Series(votes, dtype=pl.Int64)
    assert encode_gold(names, labels).tolist() == encode_gold(numbers, labels).tolist()


@pytest.mark.parametrize(
    ("name", "options", "length"),
    [
        ("youtube/train.csv", {"gold": "label"}, 1586),
        ("sms/train.csv", {"gold": "label"}, 4502),
        ("spouse/dev.jsonl", {}, 2703),
        ("airline/train.csv", {"gold": "sentiment"}, 10_000),
        ("semeval/train.jsonl", {}, 8000),
    ],
)
def test_real_files(name, options, length):
    assert len(Corpus.read(real_file(name), **options)) == length


def test_a_table_needs_no_text():
    corpus = Corpus.from_rows({"country": ["US", "UK"], "sex": ["f", "m"], "age": [30, 40]})
    assert (len(corpus), corpus.text) == (2, ())
    assert corpus.schema.kinds == {"country": "text", "sex": "text", "age": "number"}
    assert len(Corpus.from_rows({"text": ["x"]}, text=[])) == 1


def test_fields_are_typed_and_a_row_is_typed_like_its_column():
    columns = {
        "text": ["x", "y", "z"],
        "amount": ["$5,000", "1,234.50", "?"],
        "day": ["13/02/2024", "3/4/2024", None],
        "member": ["Yes", "no", ""],
        "rate": ["12%", "3.5 %", "n/a"],
        "country": ["US", "NA", "UK "],
    }
    corpus = Corpus.from_rows(columns)
    assert corpus.schema.kinds == {
        "amount": "number", "day": "date", "member": "truth", "rate": "percent", "country": "text"
    }  # fmt: skip
    assert corpus.numbers("amount").tolist()[:2] == [5000, 1234.5]
    assert corpus.truths("member").tolist()[:2] == [1, 0]
    assert np.isnan([corpus.numbers("amount")[2], corpus.truths("member")[2], corpus.moments("day")[2]]).all()
    assert corpus.strings("country").to_list() == ["US", None, "UK"]
    one = Corpus.of_row(corpus.row(1), corpus.schema)
    assert one.moments("day")[0] == corpus.moments("day")[1] == 19_816 * 86_400
