"""Where the arrays of an index grow: in memory, or as files in a folder that are memory-mapped afterwards."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO, Protocol

import numpy as np

from .index import ARRAYS, Array

_STEP = 1 << 20


class Store(Protocol):
    """Named arrays of the types in :data:`ARRAYS`, each appended to, or made at once."""

    def append(self, name: str, part: Array) -> None:
        """Add ``part`` to the end of an array."""

    def reserve(self, name: str, size: int) -> Array:
        """A new array of ``size``, to be filled in place."""

    def array(self, name: str) -> Array:
        """An array as it is now; it is not appended to afterwards."""


class Memory:
    """Keeps the arrays in memory."""

    def __init__(self) -> None:
        self._parts: dict[str, list[Array]] = {}

    def append(self, name: str, part: Array) -> None:
        """Add ``part`` to the end of an array."""
        self._parts.setdefault(name, []).append(part.astype(ARRAYS[name], copy=False))

    def reserve(self, name: str, size: int) -> Array:
        """A new array of ``size``, to be filled in place."""
        self._parts[name] = [np.zeros(size, dtype=ARRAYS[name])]
        return self._parts[name][0]

    def array(self, name: str) -> Array:
        """An array as it is now."""
        parts = self._parts.get(name, [])
        if len(parts) != 1:
            self._parts[name] = [np.concatenate([np.zeros(0, dtype=ARRAYS[name]), *parts])]
        return self._parts[name][0]


class Folder:
    """Keeps each array in a file of its own in ``folder``, so that only what is touched is in memory."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._files: dict[str, BinaryIO] = {}

    def append(self, name: str, part: Array) -> None:
        """Add ``part`` to the end of an array."""
        if name not in self._files:
            self._files[name] = (self.folder / name).open("wb")
        np.ascontiguousarray(part, dtype=ARRAYS[name]).tofile(self._files[name])

    def reserve(self, name: str, size: int) -> Array:
        """A new array of ``size``, to be filled in place."""
        path = self.folder / name
        with path.open("wb") as file:  # a full disk is told here; told by a mapped page, it would end the process
            for begin in range(0, size, _STEP):
                np.zeros(min(_STEP, size - begin), dtype=ARRAYS[name]).tofile(file)
        return np.asarray(np.memmap(path, ARRAYS[name], "r+")) if size else self.array(name)

    def array(self, name: str) -> Array:
        """An array as it is now."""
        if name in self._files:
            self._files.pop(name).close()
        return mapped(self.folder / name, ARRAYS[name])

    def close(self) -> None:
        """Close all files."""
        for file in self._files.values():
            file.close()


def mapped(path: Path, dtype: type[np.generic]) -> Array:
    """The array that a file holds, memory-mapped; it cannot be written to.

    Raises:
        OSError: there is no such file.
        ValueError: the file is no whole number of values.
    """
    if path.stat().st_size == 0:
        return np.zeros(0, dtype=dtype)
    return np.asarray(np.memmap(path, dtype, "r"))
