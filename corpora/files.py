"""Opening a text file that a person named: what can be wrong with it, said once for all readers."""

from __future__ import annotations

import codecs
from difflib import get_close_matches
from pathlib import Path

from ..grammar.diagnostics import Place, SaysoError, problem

MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
"""Byte order marks and the encodings that they announce."""


def read_bytes(path: Path) -> bytes:
    """The content of a file.

    Raises:
        SaysoError: SAY001 if it does not exist, SAY002 if it is a folder, SAY003 if it cannot be opened, SAY004 if it
            is empty.
    """
    try:
        content = path.read_bytes()
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


def read_text(path: Path, *, encoding: str = "utf-8") -> str:
    """The text of a file; a byte order mark overrides ``encoding``.

    Raises:
        SaysoError: as :func:`read_bytes`; SAY005 if it is no text, SAY006 if it is in another encoding, SAY007 if there
            is no such encoding.
    """
    content = read_bytes(path)
    for mark, announced in MARKS.items():
        if content.startswith(mark):
            encoding = announced
    try:
        text = content.decode(encoding)
    except LookupError:
        raise SaysoError(problem("SAY007", encoding=encoding)) from None
    except UnicodeDecodeError as fault:
        if b"\x00" in content[:4096]:
            raise SaysoError(problem("SAY005", path=path)) from None
        line = content.count(b"\n", 0, fault.start) + 1
        byte = f"0x{content[fault.start]:02x}"
        raise SaysoError(problem("SAY006", place=Place(str(path), line), encoding=encoding, byte=byte, at=fault.start)) from None
    if "\x00" in text[:4096]:
        raise SaysoError(problem("SAY005", path=path))
    return text


def _listing(path: Path) -> str:
    """The names in the folder that are most like the one that is not there."""
    try:
        names = sorted(p.name for p in path.parent.iterdir())
    except OSError:
        return "does not exist either"
    near = get_close_matches(path.name, names, n=3, cutoff=0.4) or names[:5]
    return f"has {', '.join(near)}" if near else "is empty"
