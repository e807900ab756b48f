"""What a caller hands over, checked at the door: of the wrong kind, it is refused in words and not by a traceback."""

from __future__ import annotations

import reprlib
from os import PathLike
from typing import Any

from .diagnostics import SaysoError, problem

PATH = (str, PathLike)


def expect(good: bool, name: str, found: Any, expected: str, *, fix: str | None = None) -> None:
    """Refuse what is handed over as ``name`` unless it is ``good``.

    Raises:
        SaysoError: SAY507, with what was found and what is ``expected``.
    """
    if not good:
        raise SaysoError(problem("SAY507", option=name, found=described(found), expected=expected, fix=fix))


def expect_path(path: Any, name: str = "path") -> None:
    """Refuse what is no path (SAY507)."""
    expect(isinstance(path, PATH), name, path, "a path, as a text or a pathlib.Path,")


def described(value: Any) -> str:
    """A value in a few words.

    >>> described(None), described("foo"), described([1])
    ('None', "'foo'", 'a list, [1]')
    """
    if value is None or isinstance(value, (str, bool, int, float, bytes)):
        return reprlib.repr(value)
    if isinstance(value, type):
        return f"the class {value.__name__} itself"
    if isinstance(value, (list, tuple, dict, set)):
        return f"a {type(value).__name__}, {reprlib.repr(value)}"
    return f"a {type(value).__name__}"
