"""What the end model says of input that it cannot use."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import sayso
from sayso.runtime.end_model import EndModel
from small_comments import TASK, comments, corpus_of

CORPUS, PROBS, _ = comments(40)
TABLE = sayso.Corpus.from_rows({"n": [1, 2], "lists": [[1], [2]]}, text=[])


def broken(row: int, values: list[float]) -> Any:
    probs = PROBS.copy()
    probs[row] = values
    return probs


def fit(probs: Any = PROBS, corpus: Any = CORPUS, weight: Any = None, task: Any = TASK, **settings: Any) -> None:
    EndModel(task, **settings).fit(corpus, probs, weight)


CASES: list[tuple[str, str, Callable[[], None]]] = [
    ("SAY401", "39 x 2", lambda: fit(PROBS[:39])),
    ("SAY401", "40 x 3", lambda: fit(np.full((40, 3), 1 / 3))),
    ("SAY401", "expected 40 x 3", lambda: fit(task=["a", "b", "c"])),
    ("SAY401", "40 numbers", lambda: fit(np.zeros(40))),
    ("SAY401", "a single number", lambda: fit(0.5)),
    ("SAY401", "no table", lambda: fit([["a", "b"]] * 40)),
    ("SAY402", "row 7 ", lambda: fit(broken(7, [np.nan, 1.0]))),
    ("SAY402", "row 8 ", lambda: fit(broken(8, [0.5, 0.6]))),
    ("SAY402", "row 9 ", lambda: fit(broken(9, [-0.5, 1.5]))),
    ("SAY402", "inf", lambda: fit(broken(9, [np.inf, 0]))),
    ("SAY403", "39 numbers", lambda: fit(weight=np.ones(39))),
    ("SAY403", "-1.0 in row 0", lambda: fit(weight=-np.ones(40))),
    ("SAY403", "nan", lambda: fit(weight=np.full(40, np.nan))),
    ("SAY404", "label spam", lambda: fit(np.tile([0.0, 1.0], (40, 1)))),
    ("SAY405", "sample_weight is 0", lambda: fit(weight=np.zeros(40))),
    ("SAY405", "empty or missing", lambda: fit(PROBS[:3], corpus_of(["", None, "a"]), [1, 1, 0])),
    ("SAY414", "found: n", lambda: fit(PROBS[:2], sayso.Corpus.from_rows({"n": [[1], [2]]}), [1, 1])),
    ("SAY411", "reads texts only", lambda: fit(PROBS[:2], TABLE, [1, 1], encoder="minilm")),
    ("SAY011", "no column 'm'", lambda: fit(PROBS[:2], TABLE, [1, 1], fields=["m"])),
    ("SAY411", "fields is 'lists'", lambda: fit(PROBS[:2], TABLE, [1, 1], fields=["lists"])),
    ("SAY405", "the corpus is empty", lambda: fit(PROBS[:0], CORPUS.take([]))),
    ("SAY406", "did you mean 'minilm'", lambda: fit(encoder="minilmm")),
    ("SAY406", "use one of 'bow', 'minilm'", lambda: fit(encoder="elephant")),
    ("SAY411", "encoder is 3", lambda: fit(encoder=3)),
    ("SAY411", "epochs is 0", lambda: fit(epochs=0)),
    ("SAY411", "learning_rate is nan", lambda: fit(learning_rate=float("nan"))),
    ("SAY411", "weight_decay is -1", lambda: fit(weight_decay=-1)),
    ("SAY411", "validation_fraction is 1", lambda: fit(validation_fraction=1)),
    ("SAY411", "random_state is -1", lambda: fit(random_state=-1)),
    ("SAY411", "device is 'toaster'", lambda: fit(device="toaster")),
    ("SAY411", "task is 'spam'", lambda: fit(task="spam")),
    ("SAY411", "fine_tune is True", lambda: fit(fine_tune=True)),
    ("SAY411", "the first argument is list", lambda: fit(corpus=["a", "b"])),
    ("SAY110", "ham", lambda: fit(task=["ham", "ham"])),
    ("SAY410", "not fitted", lambda: EndModel(TASK).predict(CORPUS) and None),
    ("SAY410", "not fitted", lambda: EndModel(TASK).save("nowhere")),
]


@pytest.mark.parametrize(("code", "words", "act"), CASES, ids=[f"{code}-{words}" for code, words, _ in CASES])
def test_it_says_what_is_wrong(code: str, words: str, act: Callable[[], None]) -> None:
    with pytest.raises(sayso.SaysoError) as caught:
        act()
    assert caught.value.diagnostic.code == code
    assert words in str(caught.value)


def test_a_corpus_without_the_text_column_is_refused() -> None:
    model = EndModel(TASK, epochs=1).fit(CORPUS, PROBS)
    other = sayso.Corpus.from_rows([{"body": "free"}], text="body")
    with pytest.raises(sayso.SaysoError, match="'text'; the corpus has the text columns body"):
        model.predict(other)


def test_a_training_that_does_not_converge_is_named() -> None:
    corpus, probs, _ = comments(200)
    with pytest.raises(sayso.SaysoError, match="SAY412"):
        EndModel(TASK, learning_rate=1e30, weight_decay=1e10).fit(corpus, probs)


def test_probabilities_of_single_precision_pass() -> None:
    EndModel(TASK, epochs=1).fit(CORPUS, (PROBS * 1.0004).astype(np.float32))


def test_rows_of_weight_zero_may_hold_anything() -> None:
    EndModel(TASK, epochs=1).fit(CORPUS, broken(3, [np.nan, 7.0]), np.arange(40) != 3)
