"""Mending: what adds nothing goes, everything else stays as it was typed, and no vote changes."""

from __future__ import annotations

import numpy as np
import pytest
import sayso
import strategies
from hypothesis import assume, given
from hypothesis import strategies as st
from sayso.compiler.english import english
from sayso.compiler.evaluate import votes
from sayso.compiler.fixes import mend
from sayso.compiler.passes import canonical
from sayso.corpora.corpus import Corpus

HEAD = "task t: a, b\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('a if it mentions "win" and mentions "win cash"', 'a if it mentions "win cash"'),
        ('a if it has a link, has at least 2 links and mentions "x"', 'a if it has at least 2 links and mentions "x"'),
        ('a if it mentions "x", or it mentions "y" and does not mention "y"', 'a if it mentions "x"'),
        ("a #3 because it has a link or has 2 links   # it", "a #3 because it has a link   # it"),
        ("if it has a link and it has at least 2 links, it is a", "if it has at least 2 links, it is a"),
        (
            "a if it has a link\n# why\na if it has an emoji\na if it contains a url",
            "a if it has a link\n# why\na if it has an emoji",
        ),
        ("a if it has a link\nb if it contains a url", "a if it has a link\nb if it contains a url"),
        ("a if it has a link\na if it has a link and a dog", "a if it has a link\na if it has a link and a dog"),
        (
            "a because it has\n  an emoji, or has\n  # comment\n\n  a link, or has at least two links\n\n",
            "a because it has\n  an emoji, or has\n  # comment\n\n  a link\n\n",
        ),
        (
            'let l = "win", "x"\na if it mentions any of l or "win"',
            'let l = "win", "x"\na if it mentions any of l or "win"',
        ),
        (
            "a if it has a link and it has at least 2 links\na if it has at least two urls",
            "a if it has at least 2 links",
        ),
    ],
)
def test_what_adds_nothing_is_taken_out(before, after):
    assert mend(HEAD + before + "\n").text == HEAD + after + "\n"
    assert mend(HEAD + after + "\n").fixes == ()


def test_line_ends_are_kept():
    text = 'task t: a, b\r\na if it mentions "x" and\r\n mentions "x y"\r\n\r\nb if it has a link'
    assert mend(text).text == 'task t: a, b\r\na if it mentions "x y"\r\n\r\nb if it has a link'


def test_the_difference_is_a_unified_diff():
    mended = mend(HEAD + "a if it has a link and it has at least 2 links\n")
    assert mended.diff("f.say").splitlines()[:2] == ["--- f.say", "+++ f.say"]
    assert "-a if it has a link and it has at least 2 links" in mended.diff("f.say")
    assert [(fix.code, fix.line) for fix in mended.fixes] == [("SAY211", 2)]


@given(st.lists(strategies.neighbours(), min_size=1, max_size=3), st.data(), strategies.rows)
def test_no_vote_changes(pairs, data, rows):
    corpus = Corpus.of_rows(rows, strategies.SCHEMA)
    said = []
    for pair in pairs:
        one, two = (english(canonical(own)) for own in pair)
        said += data.draw(st.sampled_from([[one, two], [f"{one} or {two}"], [one, f"{two} and {one}", one]]))
    text = HEAD + "".join(f"{data.draw(st.sampled_from('ab'))} if {own}\n# kept\n" for own in said)
    try:
        before = sayso.compile(text, corpus)
    except sayso.SaysoError:
        assume(False)
    mended = mend(text, corpus)
    after = sayso.compile(mended.text, corpus)
    assert mended.text.count("# kept") == text.count("# kept")
    removed = {fix.line for fix in mended.fixes if fix.after is None}
    kept = [lf for lf in before.lfs if lf.place.line not in removed]
    assert len(kept) == len(after.lfs)
    old, new = (votes([lf.condition for lf in lfs], [lf.label for lf in lfs], corpus) for lfs in (kept, after.lfs))
    assert np.array_equal(old, new)
    whole = votes([lf.condition for lf in before.lfs], [lf.label for lf in before.lfs], corpus)
    assert {tuple(column) for column in whole.T.tolist()} == {tuple(column) for column in new.T.tolist()}
