"""Opening a text file that a person named: what can be wrong with it, said once for all readers."""

from __future__ import annotations

import codecs
import contextlib
from collections.abc import Iterator
from contextvars import ContextVar
from difflib import get_close_matches
from pathlib import Path

from ..grammar.diagnostics import Place, SaysoError, problem

MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
"""Byte order marks and the encodings that they announce; a longer mark stands before one that begins it."""

BINARY = {
    b"PK\x03\x04": "an archive or a workbook",
    b"\x1f\x8b": "a compressed file",
    b"BZh": "a compressed file",
    b"\xfd7zXZ": "a compressed file",
    b"%PDF": "a PDF document",
    b"\xd0\xcf\x11\xe0": "an Office document",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"SQLite format 3": "a database",
    b"PAR1": "a Parquet table",
    b"ARROW1": "an Arrow table",
}
"""How common files that are no text begin."""

_LOOKED_AT = 4096

FEW = 4
"""So many zero bytes are slips in a text; a file with more of them at its beginning is none."""

_STEP = 1 << 20


_PIPED: ContextVar[dict[Path, bytes] | None] = ContextVar("_PIPED", default=None)


@contextlib.contextmanager
def pipes_kept() -> Iterator[None]:
    """In the block, what was read from a pipe, which gives it once, is there for those who read it again."""
    token = _PIPED.set({})
    try:
        yield
    finally:
        _PIPED.reset(token)


def read_bytes(path: Path) -> bytes:
    """The content of a file.

    Raises:
        SaysoError: SAY001 if it does not exist, SAY002 if it is a folder, SAY003 if it cannot be opened, SAY004 if it
            is empty.
    """
    try:
        if path.exists() and not (path.is_file() or path.is_dir() or path.is_fifo()):
            raise SaysoError(problem("SAY003", path=path, reason="it is a device"))
        piped = _PIPED.get() if path.is_fifo() else None
        content = path.read_bytes() if piped is None or path not in piped else piped[path]
        if piped is not None:
            piped[path] = content
    except FileNotFoundError:
        raise SaysoError(problem("SAY001", path=path, folder=path.parent, listing=_listing(path))) from None
    except IsADirectoryError:
        raise SaysoError(problem("SAY002", path=path)) from None
    except (OSError, ValueError) as fault:
        reason = fault.strerror if isinstance(fault, OSError) else str(fault)
        raise SaysoError(problem("SAY003", path=path, reason=reason)) from None
    if not content:
        raise SaysoError(problem("SAY004", place=Place(str(path)), path=path))
    return content


def read_text(path: Path) -> str:
    """The text of a file in UTF-8, or in the encoding that a byte order mark announces.

    Raises:
        SaysoError: as :func:`read_bytes` and :func:`as_utf8`.
    """
    return as_utf8(read_bytes(path), path).decode("utf-8")


def as_utf8(content: bytes, path: Path, *, encoding: str | None = None) -> bytes:
    """The content of a text file as valid UTF-8 without a byte order mark, which overrides ``encoding``.

    Without an ``encoding`` it can only be UTF-8, such as explanations are.

    Raises:
        SaysoError: SAY004 if nothing but a mark is in it, SAY005 or SAY008 if it is no text, SAY006 if it is in another
            encoding, SAY007 if there is no such encoding.
    """
    fix = "save the file as UTF-8" if encoding is None else None
    named = "utf-8" if encoding is None else encoding
    encoding = next((own for mark, own in MARKS.items() if content.startswith(mark)), named)
    found = next((what for start, what in BINARY.items() if content.startswith(start)), None)
    zeros = 0 if encoding.lower().startswith(("utf-16", "utf-32")) else content[:_LOOKED_AT].count(0)
    if found is None and zeros > FEW:
        found = "binary"
    elif found is None and zeros:
        at = content.index(0)
        place = Place(str(path), content.count(b"\n", 0, at) + 1)
        raise SaysoError(problem("SAY008", place=place, at=at))
    if found is not None:
        raise SaysoError(problem("SAY005", path=path, found=found))
    try:
        if codecs.lookup(encoding).name == "utf-8":
            text = _checked(content)
        else:
            text = content.decode(encoding).encode("utf-8", "replace")
    except (LookupError, AssertionError):  # no text encoding, such as "hex", or no encoding at all
        raise SaysoError(problem("SAY007", encoding=encoding)) from None
    except UnicodeDecodeError as fault:
        place = Place(str(path), content.count(b"\n", 0, fault.start) + 1)
        byte = f"0x{content[fault.start]:02x}" if fault.start < len(content) else "at the end"
        raise SaysoError(
            problem("SAY006", place=place, fix=fix, encoding=encoding, byte=byte, at=fault.start)
        ) from None
    if not text.strip():
        raise SaysoError(problem("SAY004", place=Place(str(path)), path=path))
    return text


def _checked(content: bytes) -> bytes:
    """``content``, which is valid UTF-8; it is decoded step by step, since all of it may need much memory."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for start in range(0, len(content), _STEP):
            decoder.decode(content[start : start + _STEP], final=start + _STEP >= len(content))
    except UnicodeDecodeError:
        content.decode("utf-8")  # says where in all of it
        raise
    return content


def _listing(path: Path) -> str:
    """The names in the folder that are most like the one that is not there."""
    try:
        names = sorted(p.name for p in path.parent.iterdir())
    except OSError:
        return "does not exist either"
    near = get_close_matches(path.name, names, n=3, cutoff=0.4) or names[:5]
    return f"has {', '.join(near)}" if near else "is empty"
