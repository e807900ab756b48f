"""The end model: what it learns, and that it behaves as an estimator should."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import sayso
import torch
from sayso.runtime import end_model, training
from sayso.runtime.end_model import EndModel
from sklearn.base import clone
from small_comments import TASK, comments, corpus_of


@pytest.fixture(scope="module")
def fitted() -> EndModel:
    corpus, probs, _ = comments(400)
    return EndModel(TASK).fit(corpus, probs)


def test_it_finds_the_truth_behind_noisy_labels(fitted: EndModel) -> None:
    corpus, _, truth = comments(300, seed=1)
    assert (fitted.predict(corpus) == truth).mean() > 0.98
    assert fitted.score(corpus, truth) > 0.98


def test_probabilities_are_probabilities(fitted: EndModel) -> None:
    probs = fitted.predict_proba(comments(50, seed=2)[0])
    assert probs.shape == (50, 2)
    np.testing.assert_allclose(probs.sum(axis=1), 1)
    assert probs.min() > 0


def test_the_same_seed_gives_the_same_model(fitted: EndModel) -> None:
    corpus, probs, _ = comments(400)
    other = comments(60, seed=3)[0]
    again = EndModel(TASK).fit(corpus, probs)
    different = EndModel(TASK, random_state=1).fit(corpus, probs)
    assert np.array_equal(fitted.predict_proba(other), again.predict_proba(other))
    assert not np.array_equal(fitted.predict_proba(other), different.predict_proba(other))


def test_the_random_numbers_and_threads_of_others_are_left_alone() -> None:
    corpus, probs, _ = comments(60)
    torch.manual_seed(5)
    expected, threads = torch.rand(3), torch.get_num_threads()
    torch.manual_seed(5)
    EndModel(TASK, epochs=1).fit(corpus, probs)
    assert torch.equal(torch.rand(3), expected)
    assert torch.get_num_threads() == threads


def test_settings_are_stored_untouched_and_cloned() -> None:
    labels = ["ham", "spam"]
    model = EndModel(labels, epochs=3, learning_rate=-1.0)  # checked by fit, not here
    assert model.task is labels
    assert model.get_params()["learning_rate"] == -1.0
    copy = clone(model)
    assert copy.get_params() == model.get_params()
    assert not hasattr(copy, "task_")


def test_fit_returns_itself_and_sets_learned_attributes() -> None:
    corpus, probs, _ = comments(120)
    model = EndModel(["ham", "spam"], epochs=2)
    assert model.fit(corpus, probs) is model
    assert model.classes_.tolist() == [0, 1]
    assert model.task_.labels == ("ham", "spam")
    assert model.text_ == ("text",)
    assert model.n_parameters_ > 0
    assert len(model.history_.losses) <= 2


def test_rows_of_weight_zero_are_not_trained_on() -> None:
    corpus, probs, truth = comments(300)
    weight = np.ones(300)
    weight[150:] = 0
    probs[150:] = probs[150:, ::-1]  # lies, all of them
    model = EndModel(TASK).fit(corpus, probs, sample_weight=weight)
    assert (model.predict(corpus) == truth).mean() > 0.95


def test_a_row_of_which_nothing_is_known_gets_the_prior(fitted: EndModel) -> None:
    prior = comments(400)[1].mean(axis=0)
    unknown = corpus_of(["", None, "   ", "Ωμέγα", "the"])
    probs = fitted.predict_proba(unknown)
    np.testing.assert_allclose(probs[:4], np.tile(prior, (4, 1)), atol=0.01)
    assert not np.allclose(probs[4], prior, atol=1e-6)


def test_strange_texts_are_predicted(fitted: EndModel) -> None:
    strange = corpus_of(["🎉🎉 free 💰", "subscribe " * 20_000, "x" * 50_000, "\u202efree\u0000", "e\u0301" * 9])
    probs = fitted.predict_proba(strange)
    assert np.isfinite(probs).all()
    assert probs[1, 1] > 0.55


def test_case_and_spelling_variants_are_recognised(fitted: EndModel) -> None:
    variants = corpus_of(["SUBSCRIBE", "subscribeee", "subscriber"])
    assert (fitted.predict_proba(variants)[:, 1] > 0.53).all()


@pytest.mark.parametrize("size", [1, 7, 1000])
def test_predictions_do_not_depend_on_the_batch(fitted: EndModel, size: int) -> None:
    corpus = comments(90, seed=4)[0]
    inputs = fitted._encoder.inputs(corpus, progress=False)
    scores = training.predict(fitted._network, inputs, np.arange(90), size)
    expected = training.predict(fitted._network, inputs, np.arange(90), 90)
    np.testing.assert_allclose(scores.numpy(), expected.numpy(), atol=1e-5)


def test_rows_are_predicted_independently(fitted: EndModel) -> None:
    corpus = comments(30, seed=4)[0]
    alone = np.concatenate([fitted.predict_proba(corpus.take([i])) for i in range(30)])
    np.testing.assert_allclose(alone, fitted.predict_proba(corpus), atol=1e-5)


def test_several_text_columns_are_told_apart() -> None:
    rng = np.random.default_rng(0)
    truth = rng.integers(0, 2, 300)
    words = np.array(["yes", "no"])
    rows = [{"first": words[y], "second": words[1 - y]} for y in truth]  # only the column tells
    corpus = sayso.Corpus.from_rows(rows, text=["first", "second"])
    model = EndModel(TASK).fit(corpus, np.eye(2)[truth])
    assert model.text_ == ("first", "second")
    assert model.score(corpus, truth) == 1.0
    half = sayso.Corpus.from_rows(
        [{"first": "yes", "second": None}, {"first": None, "second": "yes"}], text=["first", "second"]
    )
    assert model.predict(half).tolist() == [0, 1]


def test_it_learns_from_the_columns_of_a_table(tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    amount, kind = rng.normal(100, 50, 400), rng.choice(["card", "cash", "cheque"], 400)
    truth = ((amount > 100) ^ (kind == "cash")).astype(int)
    corpus = sayso.Corpus.from_rows({"amount": amount, "kind": kind}, text=[])
    model = EndModel(TASK).fit(corpus, np.eye(2)[truth])
    assert model.fields_ == ("amount", "kind")
    assert model.score(corpus, truth) > 0.8  # neither column alone tells more than two thirds
    model.save(tmp_path / "model")
    again = EndModel.load(tmp_path / "model")
    np.testing.assert_array_equal(again.predict_proba(corpus), model.predict_proba(corpus))
    with pytest.raises(sayso.SaysoError, match="SAY011"):
        model.predict(sayso.Corpus.from_rows({"amount": amount}, text=[]))


def test_beside_a_text_it_reads_the_columns_that_it_is_told_to() -> None:
    rng = np.random.default_rng(0)
    amount = rng.normal(100, 50, 400)
    corpus = sayso.Corpus.from_rows({"text": ["the same old words"] * 400, "amount": amount}, text="text")
    truth = (amount > 100).astype(int)
    assert EndModel(TASK, fields=["amount"]).fit(corpus, np.eye(2)[truth]).score(corpus, truth) > 0.9
    assert EndModel(TASK).fit(corpus, np.eye(2)[truth]).score(corpus, truth) < 0.7


def test_it_sees_which_words_are_the_arguments() -> None:
    rng = np.random.default_rng(0)
    rows, truth = [], rng.integers(0, 2, 200)
    for turned in truth:
        a, b = rng.choice(["Ann", "Bob", "Cleo", "Dan", "Eve"], 2, replace=False)
        text = f"{a} taught {b} to sail"
        spans = [(0, len(a)), (len(a) + 8, len(a) + 8 + len(b))]
        rows.append({"text": text, "x": spans[turned], "y": spans[1 - turned]})
    corpus = sayso.Corpus.from_rows(rows, text="text", spans=["x", "y"])
    assert EndModel(TASK).fit(corpus, np.eye(2)[truth]).score(corpus, truth) > 0.95


def test_many_labels() -> None:
    rng = np.random.default_rng(0)
    truth = rng.integers(0, 20, 600)
    corpus = corpus_of([f"word{y} and something" for y in truth])
    model = EndModel([f"label{i}" for i in range(20)]).fit(corpus, np.eye(20)[truth])
    assert model.score(corpus, truth) > 0.99


def test_few_rows_are_enough_to_fit() -> None:
    corpus = corpus_of(["win cash now", "see you at home"] * 3)
    model = EndModel(TASK).fit(corpus, np.eye(2)[[1, 0] * 3])
    assert model.history_.best is None
    assert model.predict(corpus).tolist() == [1, 0] * 3


def test_score_takes_the_gold_labels_of_the_corpus(fitted: EndModel) -> None:
    rows = [{"text": "subscribe free", "y": "spam"}, {"text": "love song", "y": "spam"}, {"text": "song", "y": None}]
    corpus = sayso.Corpus.from_rows(rows, text="text", gold="y")
    assert fitted.score(corpus) == 0.5
    assert np.isnan(fitted.score(corpus, [-1, -1, -1]))


def test_interrupted_training_leaves_the_model_as_it_was(fitted: EndModel, monkeypatch: pytest.MonkeyPatch) -> None:
    other = comments(60, seed=3)[0]
    before = fitted.predict_proba(other)

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(end_model, "train", interrupted)
    with pytest.raises(KeyboardInterrupt):
        fitted.fit(other, comments(60, seed=3)[1])
    assert np.array_equal(fitted.predict_proba(other), before)


def test_saved_and_loaded_it_predicts_the_same(fitted: EndModel, tmp_path: Path) -> None:
    corpus = comments(80, seed=5)[0]
    fitted.save(tmp_path / "model")
    loaded = EndModel.load(tmp_path / "model")
    assert np.array_equal(loaded.predict_proba(corpus), fitted.predict_proba(corpus))
    assert loaded.get_params() == fitted.get_params()
    assert loaded.history_ == fitted.history_
    assert loaded.task_ == fitted.task_


def test_saved_settings_may_be_numbers_of_numpy(tmp_path: Path) -> None:
    corpus, probs, _ = comments(40)
    EndModel(TASK, epochs=np.int64(2)).fit(corpus, probs).save(tmp_path / "model")
    assert EndModel.load(tmp_path / "model").epochs == 2
