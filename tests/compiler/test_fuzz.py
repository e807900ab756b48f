"""A sample of ``benchmarks/fuzz_reading.py``: mutated explanations crash nothing and lose no word."""

from __future__ import annotations

import importlib.util
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from sayso.compiler.reader import read
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
    "text",
    [
        '"free" is repeated at least thrice',
        "it has a website link",
        '"free" comes up, so it mentions "free", and there is a link',
        '"free" is mentioned by the shopper',
    ],
)
def test_a_word_may_say_again_what_the_rest_says(fuzz, text):
    assert [fault for fault in fuzz.faults(text, NOWHERE) if fault.kind != "slow"] == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ('it mentions "free" twice', "twice"),
        ('"free" is repeated at least twice, and it has no link', "no"),
        ('it mentions any form of "go"', "form"),
    ],
)
def test_a_reader_that_is_deaf_to_a_word_is_found_out(fuzz, monkeypatch, text, word):
    """As if every rule took the word and made nothing of it."""

    def deaf(said, scope, **given):
        result = read(said, scope, **given)
        without = read(said.replace(word, ""), scope, **given)
        return replace(result, meanings=without.meanings)

    monkeypatch.setattr(fuzz, "read", deaf)
    assert any(fault.kind == "ignored" and repr(word) in fault.detail for fault in fuzz.faults(text, NOWHERE))


@pytest.mark.parametrize(
    "text", ["", " ", "\x00", "(" * 500, '"' * 501, "not " * 300, "²", "it has ² links", "\U0001f600" * 99]
)
def test_hardly_any_sense(fuzz, text):
    assert [fault for fault in fuzz.faults(text, NOWHERE) if fault.kind != "slow"] == []
