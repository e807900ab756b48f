"""What whole files of explanations are understood to say; a change of reading shows here."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import sayso

ROOT = Path(__file__).resolve().parent.parent.parent
FILES = [
    *sorted((ROOT / "benchmarks" / "explanations").glob("*.say")),
    *sorted((ROOT / "corpora" / "samples").glob("*.say")),
]


NUMBERS = ("age", "education-num", "capital-gain", "capital-loss", "hours-per-week")
NAMES = ("workclass", "education", "marital-status", "occupation", "relationship")
CENSUS = sayso.Corpus.from_rows({**{name: [1, 2] for name in NUMBERS}, **{name: ["a", "b"] for name in NAMES}})
"""The columns of which one of the files speaks."""


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_echo_is_the_golden_one(path):
    program = sayso.compile(path, CENSUS if path.stem == "census" else None)
    assert not program.errors
    echo = "".join(f"{lf.english}\n" for lf in program.lfs)
    golden = ROOT / "tests" / "golden" / f"echo_{path.stem}.txt"
    if os.environ.get("SAYSO_UPDATE_GOLDEN"):
        golden.write_text(echo, encoding="utf-8")
    assert golden.read_text(encoding="utf-8") == echo


def test_a_comma_within_a_list_does_not_join_clauses():
    said = 'it mentions "a" and none of "b", "c", "d" occurs in it and it has no links'
    lf = sayso.compile(f"task t: no, yes\nyes if {said}").lfs[0]
    assert lf.when == 'it mentions "a" and it does not mention any of "b", "c", "d", a link'


def test_a_named_list_keeps_its_own_way_of_matching():
    text = (
        'task t: no, yes\nlet fast = any form of "run"\nlet slow = "walk"\nyes if it mentions any of slow, fast, "sit"'
    )
    assert sayso.compile(text).lfs[0].when == 'it mentions any of "sit", "walk", a form of "run"'
