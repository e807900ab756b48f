"""Writing that leaves nothing half-written: a file or a folder is either the old one or the new one.

What is written lies beside its destination until it is complete, and then takes its name. If anything goes wrong on the
way (disk full, an error, Ctrl-C), it is removed and the destination stays as it was.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

from ..grammar.diagnostics import SaysoError, problem


def write_file(path: str | Path, content: str | bytes) -> None:
    """Write ``content`` (text as UTF-8) to ``path``, which is replaced if it exists; missing folders are made.

    A file that is replaced keeps its permissions.

    Raises:
        SaysoError: SAY424 if it cannot be written.
    """
    target = Path(path).resolve()
    work = _beside(target)
    with _explained(target), _removed(work):
        target.parent.mkdir(parents=True, exist_ok=True)
        with work.open("xb") as file:
            file.write(content.encode("utf-8") if isinstance(content, str) else content)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            work.chmod(stat.S_IMODE(target.stat().st_mode))
        work.replace(target)


@contextlib.contextmanager
def new_folder(path: str | Path) -> Iterator[Path]:
    """An empty folder that becomes ``path`` at the end of the block, in place of a folder that may be there.

    The caller has made sure that what stands at ``path`` may be replaced.

    Raises:
        SaysoError: SAY424 if the folder or something in it cannot be written.
    """
    target = Path(path).resolve()
    work, old = _beside(target), _beside(target)
    with _explained(target), _removed(work), _removed(old):
        work.mkdir(parents=True)
        yield work
        for file in sorted(work.rglob("*")):
            _flush(file)
        if target.exists():
            target.rename(old)
        try:
            work.rename(target)
        except BaseException:
            if old.exists():
                old.rename(target)
            raise
        _flush(target.parent)


def _beside(target: Path) -> Path:
    """An unused hidden name in the same folder."""
    return target.with_name(f".{target.name}.{secrets.token_hex(6)}")


def _flush(path: Path) -> None:
    """Make sure that ``path`` is on the disk, where the system knows how (Windows does not, for folders)."""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY if os.name != "nt" else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextlib.contextmanager
def _removed(path: Path) -> Iterator[None]:
    """Whatever happens in the block, ``path`` is gone after it."""
    try:
        yield
    finally:
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)


@contextlib.contextmanager
def _explained(target: Path) -> Iterator[None]:
    """Turn the operating system's refusals into a message that names the file and the reason."""
    try:
        yield
    except OSError as error:
        raise SaysoError(problem("SAY424", path=target, reason=error.strerror or str(error))) from error
    except SaysoError as error:  # a part of the folder says so; people know only the folder
        if error.diagnostic.code != "SAY424":
            raise
        raise SaysoError(problem("SAY424", path=target, reason=error.diagnostic.values["reason"])) from error
