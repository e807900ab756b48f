"""A sample of ``benchmarks/fuzz_reading.py``: mutated explanations crash nothing and lose no word."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest
from sayso.compiler.scope import NOWHERE

PATH = Path(__file__).resolve().parents[2] / "benchmarks" / "fuzz_reading.py"


@pytest.fixture(scope="module")
def fuzz():
    spec = importlib.util.spec_from_file_location("fuzz_reading", PATH)
    module = importlib.util.module_from_spec(spec)
    sys.modules["fuzz_reading"] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("seed", range(4))
def test_mutated_explanations_crash_nothing_and_lose_no_word(fuzz, seed):
    tally, found = fuzz.sample(40, seed)
    assert [fault for fault in found if fault.kind != "slow"] == []
    assert tally["tried"] == 40


@pytest.mark.parametrize(
    "text", ["", " ", "\x00", "(" * 500, '"' * 501, "not " * 300, "²", "it has ² links", "\U0001f600" * 99]
)
def test_hardly_any_sense(fuzz, text):
    assert list(fuzz.faults(text, NOWHERE)) == []
