"""The families of ``benchmarks/paraphrases/``: whole, and each told plainly by a sentence that is read."""

from __future__ import annotations

import random
import sys
from string import Formatter

import pytest
import sayso
from data import ROOT

sys.path.insert(0, str(ROOT / "benchmarks"))
bench = pytest.importorskip("bench_paraphrases")

FAMILIES = [family for path in sorted(bench.FOLDER.glob("*.txt")) for family in bench.load(path)]
TASK = sayso.Task("label", ("ham", "spam"))


@pytest.fixture(scope="module")
def settings():
    return bench.corpora()


def test_there_are_families_of_every_setting(settings):
    assert {family.setting for family in FAMILIES} == set(settings)


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_every_gap_of_a_family_has_ways_to_fill_it(family):
    gaps = {name for frame in family.frames for _, name, _, _ in Formatter().parse(frame) if name}
    assert gaps == set(family.gaps)
    assert len(family.sentences(50)) >= 5


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_the_plain_sentence_of_a_family_is_read_and_others_mean_the_same(family, settings):
    corpus = settings[family.setting]
    base = bench.read(family.base, corpus, TASK)
    assert base is not None
    sentences = random.Random(0).sample(family.sentences(100), 20)
    outcomes = [bench.Outcome(said, ways, base, bench.read(said, corpus, TASK)) for said, ways in sentences]
    assert sum(outcome.kind == "right" for outcome in outcomes) >= 5
