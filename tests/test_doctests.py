"""The examples in the docstrings give what they say."""

from __future__ import annotations

import doctest
import importlib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LAYERS = ("grammar", "corpora", "primitives", "compiler", "runtime")
MODULES = sorted(
    ".".join(["sayso", *path.relative_to(ROOT).with_suffix("").parts])
    for path in [ROOT / "__init__.py", *(path for layer in LAYERS for path in (ROOT / layer).rglob("*.py"))]
    if ">>> " in path.read_text(encoding="utf-8")
)


@pytest.mark.parametrize("name", MODULES)
def test_examples(name):
    module = importlib.import_module(name.removesuffix(".__init__"))
    result = doctest.testmod(module, optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    assert result.attempted
    assert not result.failed, "the differences are printed above"
