"""What is wrong with what a person types or names in a conversation, before it is read as a statement or a command."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from ..compiler.sources import TABLES
from ..grammar.diagnostics import Diagnostic, SaysoError, problem

ALSO = {"exit": "quit", "?": "help"}
"""Other names of commands."""

STATEMENTS = frozenset({"let", "task"})
"""The commands that a statement of a .say file begins with too."""


def command_meant(line: str, commands: Collection[str]) -> str | None:
    """The command that a line without a slash seems to mean, as it is to be typed.

    >>> command_meant(":save out.say", {"save"}), command_meant("help", {"help"}), command_meant("save it", {"let"})
    ('/save out.say', '/help', None)
    """
    words = line.lstrip(":\\").split()
    name = ALSO.get(words[0].lower(), words[0].lower()) if words else ""
    if name not in commands:
        return None
    bare = len(words) <= 2 and name not in STATEMENTS
    return " ".join([f"/{name}", *words[1:]]) if bare or line[0] in ":\\" else None


def undecodable(line: str) -> Diagnostic | None:
    """SAY006 if the line holds bytes that are no UTF-8, which Python keeps as lone surrogates."""
    at = next((i for i, c in enumerate(line) if "\ud800" <= c <= "\udfff"), None)
    if at is None:
        return None
    before = len(line[:at].encode("utf-8"))
    byte = f"0x{ord(line[at]) & 0xFF:02x}"
    return problem("SAY006", encoding="utf-8", byte=byte, at=before, fix="give the line in UTF-8")


def check_source(path: Path) -> None:
    """Refuse a table of explanations, which a conversation cannot be saved to.

    Raises:
        SaysoError: SAY507.
    """
    if path.suffix.lower() in TABLES:
        fix = "sayso check reads tables too; to go on from one here, write its explanations into a .say file"
        raise SaysoError(problem("SAY507", option="--explanations", found=path, expected="a .say file", fix=fix))


def check_target(path: Path, *, source: Path | None, data: str | None) -> None:
    """Refuse a file that explanations must not be saved to: a folder, the data, anything but a .say file.

    Args:
        path: the file.
        source: the file that the explanations are from, whatever its ending is.
        data: the data file.

    Raises:
        SaysoError: SAY503, SAY504 or SAY506.
    """
    name = "/save FILE.say"
    if path.is_dir():
        reason = "it is a folder, and a file is to be written"
        raise SaysoError(problem("SAY503", path=path, reason=reason, fix=f"name a file inside it: {name}"))
    if data is not None and path.exists() and Path(data).exists() and path.samefile(data):
        raise SaysoError(problem("SAY504", path=path, fix=f"choose another name: {name}"))
    ending = path.suffix.lower()
    if ending != ".say" and (path != source or ending in TABLES):
        fix = f"use the ending .say: /save {path.with_suffix('.say')}"
        raise SaysoError(problem("SAY506", path=path, ending=ending or "without an ending", endings=".say", fix=fix))
