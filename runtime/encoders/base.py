"""What an encoder is: it prepares the rows of a corpus, and brings the trunk that turns them into vectors."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar, Literal, Protocol

import numpy as np
import numpy.typing as npt
from torch import Tensor, nn

from ...corpora.corpus import Corpus

Rows = npt.NDArray[np.int64]
Batch = tuple[Tensor, ...]


class Inputs(Protocol):
    """The rows of one corpus, prepared for a trunk."""

    def __len__(self) -> int:
        """The number of rows."""
        ...

    def batch(self, rows: Rows) -> Batch:
        """The tensors of these rows, as the trunk's ``forward`` takes them."""
        ...


class Trunk(nn.Module):
    """The part of the network that all heads share: a batch of b rows becomes a matrix (b, width).

    A row of which nothing is known (missing, empty, all words unknown) becomes zeros.
    """

    width: int

    def output(self, batch: Batch) -> Tensor:
        """The vectors of a batch, shape (b, width)."""
        result: Tensor = self(*batch)
        return result


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a trunk is best trained on so many rows; the end model's own settings override it.

    ``trunk_rate`` is the trunk's learning rate where it differs from the head's; ``predict_batch`` is the number of
    rows that are predicted at once.
    """

    descent: Literal["sparse", "dense"]
    learning_rate: float
    weight_decay: float
    epochs: int
    patience: int
    batch_size: int
    predict_batch: int
    trunk_rate: float | None = None


class Encoder(ABC):
    """Learns from a corpus what it needs (a vocabulary, say), and prepares any corpus with the same columns.

    ``reads_fields`` says whether it can make something of columns that are no text, ``by_word`` whether it
    learns word by word what to make of them, instead of bringing along what it knows of texts.
    """

    kind: ClassVar[str]
    reads_fields: ClassVar[bool] = False
    by_word: ClassVar[bool] = False

    @abstractmethod
    def recipe(self, rows: int) -> Recipe:
        """How to train on ``rows`` rows."""

    @abstractmethod
    def fit(
        self, corpus: Corpus, text: Sequence[str], rows: Rows, *, fields: Sequence[str] = (), progress: bool
    ) -> Inputs:
        """Learn from the columns ``text`` and ``fields`` of ``corpus``; gives its rows ``rows``, in this order."""

    @abstractmethod
    def inputs(self, corpus: Corpus, *, progress: bool) -> Inputs:
        """The rows of ``corpus``, ready for batches."""

    @abstractmethod
    def trunk(self) -> Trunk:
        """A new trunk; its weights are drawn from torch's random numbers."""

    @abstractmethod
    def save(self, folder: Path) -> dict[str, Any]:
        """Write what was learned into ``folder``, without pickle; gives the configuration, JSON-ready."""

    @classmethod
    @abstractmethod
    def load(cls, folder: Path, config: dict[str, Any], *, device: str) -> Encoder:
        """Read what :meth:`save` wrote."""
