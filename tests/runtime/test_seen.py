"""What is said of the rows that models are measured on."""

import warnings

import pytest
from sayso import Corpus, SaysoWarning
from sayso.runtime.seen import standing, warn_of_seen


def rows(*texts, **more):
    return Corpus.from_rows({"text": list(texts), **{name: list(values) for name, values in more.items()}}, text="text")


TRAINED = rows("one", "two", "three", None)


@pytest.mark.parametrize(
    ("texts", "known", "said"),
    [
        (["four", "five"], None, "seen by no model"),
        (["four", "one"], None, "1 row trained on"),
        (["one", "one", "two", "four"], None, "3 rows trained on"),
        (["one", None], None, "all trained on"),
        (["five", "four"], ["five"], "1 row known to the label model"),
        (["one", "five"], ["five", "one"], "1 row trained on, all known to the label model"),
    ],
)
def test_what_was_seen_by_what(texts, known, said):
    assert standing(rows(*texts), TRAINED, None if known is None else rows(*known)) == said


def test_other_columns_do_not_make_a_text_another():
    assert standing(rows("one", id=[9]), rows("one", id=[1]), None) == "all trained on"


def test_rows_without_text_are_compared_by_the_columns_of_both():
    one, other = Corpus.from_rows({"a": [1, 2], "b": ["x", "y"]}, text=[]), Corpus.from_rows({"a": [1, 3]}, text=[])
    assert standing(other, one, None) == "1 row trained on"


def test_only_where_most_rows_were_seen_a_warning_is_given():
    with pytest.warns(SaysoWarning, match="SAY513.*3 of the 3 rows"):
        warn_of_seen(rows("one", "two", "three"), TRAINED, None)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        warn_of_seen(rows("one", "four", "five"), TRAINED, None)
