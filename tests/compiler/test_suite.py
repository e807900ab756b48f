"""The judged explanations: nearly all are read as they were meant, and what says nothing is refused."""

from __future__ import annotations

import pytest
import suite

ENOUGH = 0.98
"""The share of top readings that must be right, over all files."""


@pytest.fixture(scope="module")
def outcomes():
    return [(one.path.stem, one.judge(block)) for one in suite.load_all() for block in one.blocks]


def test_the_suite_is_as_large_as_it_should_be():
    blocks = [block for one in suite.load_all() for block in one.blocks]
    pairs = {(one.path.stem, block.pair) for one in suite.load_all() for block in one.blocks if block.pair}
    assert len(blocks) >= 500
    assert len(pairs) >= 100
    assert sum(block.refuse for block in blocks) >= 50


def test_every_explanation_that_is_read_has_rows_on_both_sides():
    bare = [
        f"{one.path.name}:{block.line}"
        for one in suite.load_all()
        for block in one.blocks
        if not (block.refuse or block.never) and not (block.hits and block.misses)
    ]
    assert bare == []


def test_nearly_all_are_read_right(outcomes):
    wrong = [f"{name}:{o.block.line}: {o.block.say}: {o.fault}" for name, o in outcomes if o.fault]
    assert len(wrong) <= (1 - ENOUGH) * len(outcomes), "\n".join(wrong)


@pytest.mark.parametrize("fault", ["not refused", "not warned of"])
def test_what_says_no_condition_is_refused_and_what_contradicts_itself_is_warned_of(outcomes, fault):
    assert [f"{name}:{o.block.line}: {o.reading}" for name, o in outcomes if o.fault == fault] == []
