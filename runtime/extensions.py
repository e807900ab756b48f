"""Modules of the user's own that declare primitives, imported because the user named them."""

from __future__ import annotations

import importlib.util
import sys
from importlib import import_module
from pathlib import Path

from ..grammar.diagnostics import SaysoError, problem


def load(name: str) -> None:
    """Import a module by its name, or a file by its path. That runs it.

    Raises:
        SaysoError: SAY150 or SAY151 if a primitive in it is not well declared, SAY152 if it cannot be imported.
    """
    try:
        if not name.endswith(".py"):
            import_module(name)
            return
        path = Path(name)
        spec = importlib.util.spec_from_file_location(path.stem, path)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules[path.stem] = module
        spec.loader.exec_module(module)
    except SaysoError:
        raise
    except Exception as fault:  # whatever the user's module does wrong is told as its fault
        reason = f"{type(fault).__name__}: {' '.join(str(fault).split())[:200]}"
        raise SaysoError(problem("SAY152", path=name, reason=reason)) from fault
