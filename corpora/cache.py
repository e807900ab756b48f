"""The cache of token indices on disk, keyed by content.

An index is a folder of plain arrays, beside a small ``index.json`` that tells the size and a checksum of every file.
It is built in a folder of another name and renamed once it is whole, so nobody ever sees half an index. What is found
damaged is built anew.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
import time
import zlib
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

import polars as pl

from ..grammar.diagnostics import problem, warn
from .build import build, index_of
from .index import ARRAYS, TextIndex
from .kinds import KINDS
from .progress import Progress, progress_bar
from .store import Folder, mapped
from .tokenizer import tokenizer_version
from .vocabulary import KEYS, Keys, Vocabulary

FORMAT = "1"
"""Changed whenever the files, the kinds or the keys change their meaning."""

UNUSED_DAYS = 60
"""Indices that were not opened for so long make room when a new one is built."""

_HEAD = "index.json"
_WORK = "building-"
_EDGE = 1 << 16


def cache_folder() -> Path:
    """Where what can be made again is kept: ``$SAYSO_CACHE``, or the user's cache folder."""
    import platformdirs

    return Path(os.environ.get("SAYSO_CACHE") or platformdirs.user_cache_dir("sayso", appauthor=False))


def fingerprint(texts: pl.Series) -> str:
    """A hash of a column of text; missing and empty texts differ. It is the same under one release of polars.

    >>> fingerprint(pl.Series(["a", None])) == fingerprint(pl.Series(["a", ""]))
    False
    """
    digest = blake2b(f"{pl.__version__} {len(texts)}".encode(), digest_size=16)
    digest.update(texts.hash(seed=0).to_numpy().tobytes())
    digest.update(texts.str.len_bytes().cast(pl.Int64).fill_null(-1).to_numpy().tobytes())
    return digest.hexdigest()


def cached_index(texts: pl.Series, *, folder: Path | None = None, progress: bool = False) -> TextIndex:
    """Open the index of cleaned ``texts`` from the cache; build it there first if it is not there or not whole.

    A cache that cannot be written is done without: the index is then in memory.

    Args:
        texts: the cleaned texts.
        folder: the cache; by default ``indices`` in :func:`cache_folder`.
        progress: show a progress bar while tokenising.

    Warns:
        SAY046 if a damaged index had to be built again, SAY047 if the cache cannot be written.
    """
    cache = cache_folder() / "indices" if folder is None else folder
    key = blake2b(f"{FORMAT}\n{tokenizer_version()}\n{fingerprint(texts)}".encode(), digest_size=16).hexdigest()
    place = cache / key
    found = _open(texts, place)
    if found is not None:
        return found
    with progress_bar("tokenising", len(texts), wanted=progress) as report:
        try:
            return _build(texts, place, report)
        except OSError as fault:
            warn(problem("SAY047", folder=cache, reason=fault.strerror or str(fault) or type(fault).__name__))
            return index_of(texts, helpers=None)


def open_index(texts: pl.Series, folder: Path) -> TextIndex:
    """Open what :func:`save_index` wrote of ``texts``, memory-mapped.

    Raises:
        OSError, ValueError, KeyError, polars.exceptions.PolarsError: a file is missing or damaged.
    """
    head = json.loads((folder / _HEAD).read_text(encoding="utf-8"))
    for name, told in dict(head["files"]).items():
        if told != _told(folder / name):
            raise ValueError(f"{name} is damaged")
    if head["rows"] != len(texts):
        raise ValueError("the index is of other texts")
    vocabulary = Vocabulary(_read_strings(folder / "forms"))
    for name in KEYS:
        order, ids = (mapped(folder / f"{name}_{part}", ARRAYS["tokens"]) for part in ("order", "ids"))
        starts = mapped(folder / f"{name}_starts", ARRAYS["row_start"])
        setattr(vocabulary, name, Keys(_read_strings(folder / f"{name}_names"), ids, order, starts))
    counts = {kind: mapped(folder / f"count_{name}", ARRAYS["row_start"]) for name, kind in KINDS.items()}
    arrays = {name: mapped(folder / name, dtype) for name, dtype in ARRAYS.items()}
    return TextIndex(texts, vocabulary, **arrays, _counts=counts)


def save_index(texts: pl.Series, folder: Path, *, progress: Progress | None = None) -> None:
    """Build the index of cleaned ``texts`` into the empty ``folder``.

    Raises:
        OSError: it cannot be written.
    """
    store = Folder(folder)
    try:
        index = build(texts, store, helpers=None, progress=progress)
    finally:
        store.close()
    _write_strings(index.vocabulary.forms, folder / "forms")
    for name in KEYS:
        keys: Keys = getattr(index.vocabulary, name)
        _write_strings(keys.names, folder / f"{name}_names")
        for part in ("ids", "order", "starts"):
            getattr(keys, part).tofile(folder / f"{name}_{part}")
    for name, kind in KINDS.items():
        index.counts(kind).tofile(folder / f"count_{name}")
    files = {path.name: _told(path) for path in sorted(folder.iterdir())}
    head = {"rows": len(texts), "format": FORMAT, "tokenizer": tokenizer_version(), "files": files}
    (folder / _HEAD).write_text(json.dumps(head), encoding="utf-8")


def _open(texts: pl.Series, place: Path) -> TextIndex | None:
    """The index at ``place``; None if there is none, or none that is whole."""
    if not place.is_dir():
        return None
    try:
        index = open_index(texts, place)
        os.utime(place)  # it was used
    except (OSError, ValueError, KeyError, TypeError, pl.exceptions.PolarsError) as fault:
        warn(problem("SAY046", folder=place, reason=str(fault).partition("\n")[0] or type(fault).__name__))
        shutil.rmtree(place, ignore_errors=True)
        return None
    return index


def _build(texts: pl.Series, place: Path, report: Progress) -> TextIndex:
    place.parent.mkdir(parents=True, exist_ok=True)
    _make_room(place.parent)
    work = Path(tempfile.mkdtemp(dir=place.parent, prefix=_WORK))
    try:
        save_index(texts, work, progress=report)
        if not place.is_dir():  # another process may have been faster
            os.replace(work, place)
        return open_index(texts, place)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _make_room(cache: Path) -> None:
    """Remove indices that nobody opened for long, and what builds that were killed left behind."""
    for place in cache.iterdir():
        with suppress(OSError):  # another process may have been faster
            days = (time.time() - place.stat().st_mtime) / 86_400
            if days > (1 if place.name.startswith(_WORK) else UNUSED_DAYS) and _is_ours(place):
                shutil.rmtree(place)


def _is_ours(place: Path) -> bool:
    return place.is_dir() and (place.name.startswith(_WORK) or (place / _HEAD).is_file())


def _told(path: Path) -> list[int]:
    """A file's size, and a checksum of its first and last bytes; one of all would take as long as reading it."""
    size = path.stat().st_size
    with path.open("rb") as file:
        head = file.read(_EDGE)
        file.seek(max(0, size - _EDGE))
        return [size, zlib.crc32(file.read(_EDGE), zlib.crc32(head))]


def _write_strings(strings: pl.Series, path: Path) -> None:
    strings.alias("key").to_frame().write_ipc(path, compression="uncompressed")


def _read_strings(path: Path) -> pl.Series:
    return pl.read_ipc(path)["key"]
