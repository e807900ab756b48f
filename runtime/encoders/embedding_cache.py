"""Embeddings that have been worked out before, kept on disk by the hash of their text."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from safetensors import SafetensorError
from safetensors.numpy import load_file, save

from ...corpora.writing import write_file
from ...grammar.diagnostics import SaysoError
from .ngrams import Floats

FEWEST = 256
"""So few embeddings are sooner worked out again than looked for among thousands of small files."""

DIGEST = 16


class EmbeddingCache:
    """A folder of embeddings, all of one model. A file that cannot be read or written is done without."""

    def __init__(self, folder: Path, width: int) -> None:
        """Use ``folder`` for embeddings of ``width`` numbers."""
        self.folder, self.width = folder, width

    def find(self, texts: Sequence[str]) -> tuple[Floats, list[int]]:
        """Embeddings (texts, width), and the places of the texts that have none yet (their rows are zero)."""
        vectors = np.zeros((len(texts), self.width), dtype=np.float32)
        wanted = {digest: place for place, digest in enumerate(map(_digest, texts))}
        for file in sorted(self.folder.glob("*.safetensors")):
            try:
                block = load_file(file)
                keys, stored = block["keys"], block["vectors"]
            except (OSError, SafetensorError, KeyError):
                continue
            if stored.shape != (len(keys), self.width) or not np.isfinite(stored).all():
                continue
            for row, key in enumerate(keys):
                place = wanted.pop(key.tobytes(), None)
                if place is not None:
                    vectors[place] = stored[row]
        return vectors, sorted(wanted.values())

    def add(self, texts: Sequence[str], vectors: Floats) -> None:
        """Keep the embeddings of these texts, in a new file; fewer than ``FEWEST`` are not kept."""
        if len(texts) < FEWEST:
            return
        digests = b"".join(map(_digest, texts))
        keys = np.frombuffer(digests, dtype=np.uint8).reshape(-1, DIGEST)
        name = f"{hashlib.blake2b(digests, digest_size=DIGEST).hexdigest()}.safetensors"
        try:
            write_file(self.folder / name, save({"keys": keys, "vectors": vectors}))
        except SaysoError:
            return


def _digest(text: str) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=DIGEST).digest()
