"""Small corpora with probabilistic labels, for tests of the end model."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import sayso
import torch

# These models are so small that a second thread only waits for the first, and long if the machine is busy.
torch.set_num_threads(1)

TASK = sayso.Task("spam", ("ham", "spam"))

WORDS = {
    0: ("song", "love", "beautiful", "voice", "remember", "summer", "dance", "guitar"),
    1: ("subscribe", "channel", "cash", "free", "click", "giveaway", "visit", "winner"),
}
BOTH = ("the", "a", "this", "you", "my", "is", "so", "really", "and", "it")


def comments(rows: int, seed: int = 0) -> tuple[sayso.Corpus, npt.NDArray[np.float64], npt.NDArray[np.int64]]:
    """A corpus that words tell apart, noisy probabilistic labels (n, 2), and the truth (n,)."""
    rng = np.random.default_rng(seed)
    truth = rng.integers(0, 2, rows)
    texts = [" ".join(rng.permutation([*rng.choice(BOTH, 4), *rng.choice(WORDS[int(y)], 2)])) for y in truth]
    spam = np.clip(np.where(truth == 1, 0.85, 0.15) + rng.normal(0, 0.1, rows), 0.02, 0.98)
    flipped = rng.random(rows) < 0.1
    spam[flipped] = 1 - spam[flipped]
    return corpus_of(texts), np.stack([1 - spam, spam], axis=1), truth


def corpus_of(texts: list[Any]) -> sayso.Corpus:
    """A corpus with one text column, ``text``."""
    return sayso.Corpus.from_rows([{"text": text} for text in texts], text="text")
