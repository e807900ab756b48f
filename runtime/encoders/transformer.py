"""Encoders made of a transformer: frozen, its embeddings worked out once and kept, or fine-tuned with the head."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from safetensors.torch import load_file, save
from torch import Tensor, nn
from torch.nn import functional

from ...corpora.cache import cache_folder
from ...corpora.corpus import Corpus
from ..progress import LateBar
from .base import Batch, Encoder, Recipe, Rows, Trunk
from .embedding_cache import EmbeddingCache
from .ngrams import Floats
from .pretrained import Pretrained, mean_pooled, padded

BATCH = 64
"""Texts that are embedded together."""

BLOCK = 8192
"""Embeddings that are written to the cache together: what an interruption loses at most."""

DROPOUT = 0.2

WEIGHTS = "encoder.safetensors"

TINY = 1e-6
"""Standard deviations below this are taken for constants."""


@dataclass(frozen=True, slots=True, eq=False)
class VectorInputs:
    """Embeddings of n rows, (n, columns * width), zeros where there is no text."""

    vectors: Floats
    present: npt.NDArray[np.float32]

    def __len__(self) -> int:
        """The number of rows."""
        return len(self.vectors)

    def batch(self, rows: Rows) -> Batch:
        """Embeddings (b, columns * width), and 1 where there is a text (b, columns)."""
        return torch.from_numpy(self.vectors[rows]), torch.from_numpy(self.present[rows])


class FrozenTrunk(Trunk):
    """Embeddings as they are, scaled to mean zero and variance one over the rows trained on."""

    mean: Tensor
    deviation: Tensor

    def __init__(self, columns: int, width: int) -> None:
        """A trunk that leaves its input as it is, until a scale is set."""
        super().__init__()
        self.width, self.columns = columns * width, columns
        self.register_buffer("mean", torch.zeros(self.width))
        self.register_buffer("deviation", torch.ones(self.width))

    def forward(self, vectors: Tensor, present: Tensor) -> Tensor:
        """Scaled vectors, shape (b, columns * width); zeros for a column without text."""
        scaled = (vectors - self.mean) / self.deviation
        scaled = scaled * present.repeat_interleave(self.width // self.columns, dim=1)
        return functional.dropout(scaled, DROPOUT, self.training)


class FrozenEncoder(Encoder):
    """The mean of a transformer's last layer over each text's tokens; the transformer stays as it is.

    Each distinct text is embedded once; with ``cache``, once for all corpora and runs.
    """

    kind = "frozen"

    def __init__(self, pretrained: Pretrained, *, cache: bool, device: str) -> None:
        """Use this transformer on ``device``."""
        self.pretrained, self.device = pretrained, device
        self.text: tuple[str, ...] = ()
        self._scale = (np.zeros(0, dtype=np.float32), np.ones(0, dtype=np.float32))
        folder = cache_folder() / "embeddings" / pretrained.fingerprint() if cache else None
        self._cache = EmbeddingCache(folder, pretrained.width) if folder else None

    def recipe(self, rows: int) -> Recipe:
        """A linear model on a few hundred numbers: many cheap passes."""
        size = min(max(rows // 100, 32), 1024)
        return Recipe("dense", 1e-3, weight_decay=0.1, epochs=200, patience=10, batch_size=size, predict_batch=65536)

    def fit(
        self, corpus: Corpus, text: Sequence[str], rows: Rows, *, fields: Sequence[str] = (), progress: bool
    ) -> VectorInputs:
        """Embed ``rows``, and learn the scale of each number."""
        self.text = tuple(text)
        inputs = self._inputs(corpus, rows, progress)
        width = self.pretrained.width
        mean, deviation = np.zeros((2, len(self.text) * width), dtype=np.float32)
        for i in range(len(self.text)):
            own = slice(i * width, (i + 1) * width)
            filled = inputs.vectors[inputs.present[:, i] > 0, own]
            if len(filled):
                mean[own], deviation[own] = filled.mean(axis=0), filled.std(axis=0)
        self._scale = (mean, np.where(deviation > TINY, deviation, 1.0).astype(np.float32))
        return inputs

    def inputs(self, corpus: Corpus, *, progress: bool) -> VectorInputs:
        """The embeddings of every row."""
        return self._inputs(corpus, np.arange(len(corpus)), progress)

    def trunk(self) -> FrozenTrunk:
        """The scale; there is nothing to train but the head."""
        trunk = FrozenTrunk(len(self.text), self.pretrained.width)
        if len(self._scale[0]):
            trunk.mean.copy_(torch.from_numpy(self._scale[0]))
            trunk.deviation.copy_(torch.from_numpy(self._scale[1]))
        return trunk

    def save(self, folder: Path) -> dict[str, Any]:
        """Write the transformer, weights and all, so that the folder needs no other."""
        self.pretrained.keep(folder)
        weights = {name: value.cpu().contiguous() for name, value in self.pretrained.model.state_dict().items()}
        (folder / WEIGHTS).write_bytes(save(weights))
        return {"text": list(self.text)}

    @classmethod
    def load(cls, folder: Path, config: dict[str, Any], *, device: str) -> FrozenEncoder:
        """Read what :meth:`save` wrote."""
        pretrained = Pretrained.restore(folder)
        pretrained.model.load_state_dict(load_file(folder / WEIGHTS))
        encoder = cls(pretrained, cache=False, device=device)
        encoder.text = tuple(config["text"])
        return encoder

    def _inputs(self, corpus: Corpus, rows: Rows, progress: bool) -> VectorInputs:
        columns = [_texts(corpus, name, rows) for name in self.text]
        distinct = sorted({text for column in columns for text in column if text.strip()})
        vectors = np.zeros((len(distinct) + 1, self.pretrained.width), dtype=np.float32)
        vectors[:-1] = self._embed(distinct, progress)
        numbers = {text: i for i, text in enumerate(distinct)}
        places = np.array([[numbers.get(text, len(distinct)) for text in column] for column in columns]).reshape(
            len(columns), -1
        )
        return VectorInputs(
            np.concatenate([vectors[own] for own in places], axis=1),
            np.ascontiguousarray((places < len(distinct)).T.astype(np.float32)),
        )

    def _embed(self, texts: list[str], progress: bool) -> Floats:
        """Embeddings of distinct texts, (texts, width); those of like length together, so that little is padded."""
        vectors, missing = np.zeros((len(texts), self.pretrained.width), dtype=np.float32), list(range(len(texts)))
        if self._cache:
            vectors, missing = self._cache.find(texts)
        model = self.pretrained.model.to(self.device)
        with LateBar("embedding", total=len(missing), wanted=progress) as bar, torch.inference_mode():
            for begin in range(0, len(missing), BLOCK):
                block = missing[begin : begin + BLOCK]
                tokens = dict(zip(block, self.pretrained.tokens([texts[i] for i in block]), strict=True))
                by_length = sorted(block, key=lambda i: len(tokens[i]))
                for start in range(0, len(block), BATCH):
                    own = by_length[start : start + BATCH]
                    ids, mask = padded([tokens[i] for i in own])
                    vectors[own] = mean_pooled(model, ids.to(self.device), mask.to(self.device)).cpu().numpy()
                    bar.advance(len(own))
                if self._cache:
                    self._cache.add([texts[i] for i in block], vectors[block])
        return vectors


@dataclass(frozen=True, slots=True, eq=False)
class TokenInputs:
    """Token ids of n rows, per column."""

    columns: tuple[list[npt.NDArray[np.int32]], ...]

    def __len__(self) -> int:
        """The number of rows."""
        return len(self.columns[0])

    def batch(self, rows: Rows) -> Batch:
        """Ids and mask (b, t) of each column."""
        return tuple(part for column in self.columns for part in padded([column[i] for i in rows.tolist()]))


class TransformerTrunk(Trunk):
    """A transformer, applied to each column; the mean of its last layer over the tokens."""

    def __init__(self, model: nn.Module, columns: int, width: int) -> None:
        """Train ``model``, in place."""
        super().__init__()
        self.model, self.width = model, columns * width

    def forward(self, *batch: Tensor) -> Tensor:
        """Vectors of the rows, shape (b, columns * width); zeros for a column without text."""
        pooled = [mean_pooled(self.model, ids, mask) for ids, mask in zip(batch[::2], batch[1::2], strict=True)]
        return functional.dropout(torch.cat(pooled, dim=1), DROPOUT, self.training)


class FineTunedEncoder(Encoder):
    """A transformer whose weights are trained together with the head."""

    kind = "fine-tuned"

    def __init__(self, pretrained: Pretrained) -> None:
        """Start from this transformer; it is changed by training."""
        self.pretrained = pretrained
        self.text: tuple[str, ...] = ()

    def recipe(self, rows: int) -> Recipe:
        """Small steps for the transformer, larger ones for the head that starts from nothing."""
        return Recipe("dense", 1e-3, 0.01, epochs=8, patience=2, batch_size=32, predict_batch=64, trunk_rate=5e-5)

    def fit(
        self, corpus: Corpus, text: Sequence[str], rows: Rows, *, fields: Sequence[str] = (), progress: bool
    ) -> TokenInputs:
        """Nothing is learned beforehand."""
        self.text = tuple(text)
        return self._inputs(corpus, rows)

    def inputs(self, corpus: Corpus, *, progress: bool) -> TokenInputs:
        """The token ids of every row."""
        return self._inputs(corpus, np.arange(len(corpus)))

    def trunk(self) -> TransformerTrunk:
        """The transformer itself: it is trained in place."""
        return TransformerTrunk(self.pretrained.model, len(self.text), self.pretrained.width)

    def save(self, folder: Path) -> dict[str, Any]:
        """Write configuration and tokenizer; the weights are the trunk's."""
        self.pretrained.keep(folder)
        return {"text": list(self.text)}

    @classmethod
    def load(cls, folder: Path, config: dict[str, Any], *, device: str) -> FineTunedEncoder:
        """Read what :meth:`save` wrote."""
        encoder = cls(Pretrained.restore(folder))
        encoder.text = tuple(config["text"])
        return encoder

    def _inputs(self, corpus: Corpus, rows: Rows) -> TokenInputs:
        return TokenInputs(tuple(self.pretrained.tokens(_texts(corpus, name, rows)) for name in self.text))


def _texts(corpus: Corpus, name: str, rows: Rows) -> list[str]:
    """The texts of these rows; a missing one is empty."""
    result: list[str] = corpus.strings(name).gather(rows).fill_null("").to_list()
    return result
