"""Argument spans and entities: the forms they come in, what is wrong with them, and that a row carries its own."""

from __future__ import annotations

import json

import numpy as np
import polars as pl
import pytest
import spacy
from sayso.corpora.corpus import Corpus
from sayso.grammar.diagnostics import SaysoError, SaysoWarning

TEXTS = ["Ann met Tom", "Tom left", "nobody came"]
FORMS = {
    "tuples": [(0, 3), (0, 3), None],
    "lists": [[0, 3], [0, 3], None],
    "a frame of lists": pl.Series([[0, 3], [0, 3], None]),
    "structs": [{"start": 0, "end": 3}, {"start": 0, "end": 3}, None],
    "JSON": ["[0, 3]", "[0, 3]", ""],
    "colons": ["0:3", "0:3", None],
    "dashes": ["0-3", " 0 - 3 ", None],
}


@pytest.mark.parametrize("values", FORMS.values(), ids=FORMS)
def test_the_forms_of_a_span(values):
    corpus = Corpus.from_rows(pl.DataFrame({"text": TEXTS, "who": values}, strict=False), text="text", spans=["who"])
    assert [corpus.row(i)["who"] for i in range(3)] == [(0, 3), (0, 3), None]


def test_an_array_column_of_spans():
    corpus = Corpus.from_rows(pl.DataFrame({"text": TEXTS, "who": np.array([[0, 3], [0, 3], [0, 0]])}), spans=["who"])
    assert [corpus.row(i)["who"] for i in range(3)] == [(0, 3), (0, 3), (0, 0)]


def test_offsets_count_the_characters_that_cleaning_drops():
    corpus = Corpus.from_rows([{"text": "a\u200b\u200bb Tom\ufeff c", "who": (5, 8)}], text="text", spans=["who"])
    start, end = corpus.row(0)["who"]
    assert corpus.row(0)["text"][start:end] == "Tom"


@pytest.mark.parametrize("bad", [(0, 99), (3, 1), (-1, 2), (1,), (1, 2, 3), "x", 7, ("a", "b"), {"start": 1}, 1.5])
def test_a_bad_span_is_missing_with_one_warning(bad):
    rows = [{"text": "Ann met Tom", "who": "[0, 3]"}, {"text": "Ann", "who": json.dumps(bad)}]
    with pytest.warns(SaysoWarning, match="SAY051.*'who'.*row 1") as caught:
        corpus = Corpus.from_rows(rows, text="text", spans=["who"])
    assert len(caught) == 1
    assert [corpus.row(i)["who"] for i in range(2)] == [(0, 3), None]


def test_a_column_without_any_span_is_refused():
    with pytest.raises(SaysoError, match="SAY050"):
        Corpus.from_rows([{"text": "Ann", "who": 5}], text="text", spans=["who"])
    with pytest.raises(SaysoError, match="SAY011"):
        Corpus.from_rows([{"text": "Ann"}], text="text", spans=["who"])


ENTITY_FORMS = {
    "tuples": [[(0, 3, "PERSON")], [], None],
    "JSON": ['[[0, 3, "PERSON"]]', "[]", None],
    "structs": [[{"start": 0, "end": 3, "label": "PERSON"}], [], None],
}


@pytest.mark.parametrize("values", ENTITY_FORMS.values(), ids=ENTITY_FORMS)
def test_the_forms_of_entities(values):
    rows = [{"text": text, "ner": value} for text, value in zip(TEXTS, values, strict=True)]
    corpus = Corpus.from_rows(rows, text="text", entities="ner")
    assert [corpus.row(i)["ner"] for i in range(3)] == [[(0, 3, "PERSON")], [], None]
    again = Corpus.of_rows([corpus.row(i) for i in range(3)], corpus.schema)
    assert [again.row(i)["ner"] for i in range(3)] == [[(0, 3, "PERSON")], [], None]
    assert [corpus.take([2, 0]).row(i)["ner"] for i in range(2)] == [None, [(0, 3, "PERSON")]]


def test_bad_entities_are_left_out_with_one_warning():
    rows = [{"text": "Ann met Tom", "ner": '[[0, 3, "PERSON"], [8, 99, "PERSON"]]'}, {"text": "Ann", "ner": "rubbish"}]
    with pytest.warns(SaysoWarning, match="SAY053.*2 of the entities"):
        corpus = Corpus.from_rows(rows, text="text", entities="ner")
    assert corpus.row(0)["ner"] == [(0, 3, "PERSON")]
    with pytest.raises(SaysoError, match="SAY052"):
        Corpus.from_rows(rows[1:], text="text", entities="ner")


@pytest.fixture
def pipeline():
    nlp = spacy.blank("en")
    nlp.meta["name"] = "names"
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "PERSON", "pattern": "Tom"}])
    return nlp


def test_a_pipeline_finds_entities_also_for_a_row_by_itself(pipeline):
    corpus = Corpus.from_rows([{"text": text} for text in TEXTS], text="text", entities=pipeline, progress=True)
    assert corpus.schema.pipeline == "en_names"
    assert corpus.entities.row.tolist() == [0, 1]
    alone = Corpus.of_row({"text": "Tom left"}, corpus.schema)
    assert alone.entities.listed(0) == corpus.entities.listed(1) == [(0, 3, "PERSON")]


def test_what_is_neither_a_column_nor_a_pipeline_is_refused():
    with pytest.raises(SaysoError, match="SAY054"):
        Corpus.from_rows([{"text": "Ann"}], text="text", entities="no_such_pipeline")
    with pytest.raises(SaysoError, match="SAY055"):
        _ = Corpus.from_rows([{"text": "Ann"}], text="text").entities


def test_annotations_belong_to_the_fingerprint():
    rows = [{"text": "Ann met Tom", "who": (0, 3)}, {"text": "Ann met Tom", "who": (8, 11)}]
    one, other = (Corpus.from_rows([row], text="text", spans=["who"]) for row in rows)
    assert one.fingerprint != other.fingerprint
