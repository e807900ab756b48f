"""Fields as features."""

from __future__ import annotations

import json

import numpy as np
from sayso import Corpus
from sayso.runtime.encoders.field_bags import FieldVocabulary, bags

ROWS = [
    {"n": 1, "c": "red", "t": "yes", "d": "2024-01-01", "m": "2024-01-01 23:30"},
    {"n": 2, "c": "red", "t": "no", "d": "2024-01-06", "m": "2024-01-02 03:00"},
    {"n": 3, "c": "blue", "t": "yes", "d": "2024-01-09", "m": "2024-01-03 12:00"},
    {"n": None, "c": None, "t": None, "d": None, "m": None},
]
CORPUS = Corpus.from_rows(ROWS, text=[])


def features(name: str, corpus: Corpus = CORPUS) -> np.ndarray:
    own = FieldVocabulary.of(CORPUS, name)
    table = own.describe(corpus)
    assert table.shape == (len(corpus), own.size)
    return table.toarray()


def test_a_number_is_told_by_how_much_of_each_bin_lies_below_it() -> None:
    found = features("n")
    assert (np.diff(found[:3, :-1].sum(axis=1)) > 0).all()
    assert (found[0, :-1] == 0).all()
    assert (found[2, :-1] == 1).all()
    beyond = features("n", Corpus.from_rows([{"n": -5.0}, {"n": 99.0}], text=[]))
    assert (beyond == found[[0, 2]]).all()


def test_what_is_missing_has_a_feature_of_its_own_and_no_other() -> None:
    for name in ("n", "c", "t", "d", "m"):
        found = features(name)
        assert found[:, -1].tolist() == [0, 0, 0, 1]
        assert (found[3, :-1] == 0).all()


def test_values_that_stand_in_one_row_only_are_unknown() -> None:
    assert FieldVocabulary.of(CORPUS, "c").values == ("red",)
    assert features("c").tolist() == [[1, 0], [1, 0], [0, 0], [0, 1]]


def test_dates_know_the_day_of_the_week_and_moments_the_hour() -> None:
    days = features("d")[:3, -8:-1]
    assert (days.sum(axis=1) == 1).all()
    assert np.ptp(days.argmax(axis=1)) > 0
    assert features("m")[:3, -25:-1].argmax(axis=1).tolist() == [23, 3, 12]


def test_a_vocabulary_is_what_its_json_says() -> None:
    for name in CORPUS.schema.kinds:
        own = FieldVocabulary.of(CORPUS, name)
        again = FieldVocabulary.from_json(json.loads(json.dumps(own.to_json())))
        assert (again.describe(CORPUS) != own.describe(CORPUS)).nnz == 0


def test_fields_weigh_as_much_as_a_text_together() -> None:
    all_of_them = [FieldVocabulary.of(CORPUS, name) for name in CORPUS.schema.kinds]
    table = bags(all_of_them, CORPUS)
    assert table.dtype == np.float32
    assert table.shape == (4, sum(own.size for own in all_of_them))
    np.testing.assert_allclose(table[3].sum(), len(all_of_them) / np.sqrt(len(all_of_them)))
    assert bags([], CORPUS).shape == (4, 0)
