"""Settings of models of votes, which are checked when they are used."""

from __future__ import annotations

import reprlib
from typing import Any

import numpy as np

from ..grammar.diagnostics import SaysoError, problem


def require(good: bool, name: str, found: Any, expected: str) -> None:
    """Raise SAY341 unless the setting is ``good``."""
    if not good:
        shown = f"an array of shape {found.shape}" if isinstance(found, np.ndarray) else reprlib.repr(found)
        raise SaysoError(problem("SAY341", name=name, found=shown, expected=expected))


def is_number(value: Any, low: float = -np.inf, high: float = np.inf) -> bool:
    """Whether it is a number from ``low`` to ``high``; NaN is none."""
    single = isinstance(value, (int, float, np.integer, np.floating)) and not isinstance(value, bool)
    return single and bool(low <= value <= high)


def is_count(value: Any, least: int) -> bool:
    """Whether it is a whole number, ``least`` or more."""
    return isinstance(value, (int, np.integer)) and is_number(value, least)


def check_steps(max_iter: Any, tol: Any) -> None:
    """Raise SAY341 for steps of EM that are none."""
    require(is_count(max_iter, 1), "max_iter", max_iter, "a whole number of steps, at least 1")
    require(is_number(tol, 0.0), "tol", tol, "a number, at least 0")
