"""Whose accuracy votes alone cannot tell, and why; and how the report draws dependencies."""

from __future__ import annotations

import re

import numpy as np
import sayso
from planted import planted
from sayso.compiler.structure import Dependency, Structure
from sayso.runtime.identifiability import remark, untold
from sayso.runtime.report_structure import dependence

NAMES = tuple(f"LF{i}" for i in range(1, 8))
VOTES = np.array(
    #  1   2   3   4   5   6   7     1, 2, 3 meet; 4 never votes; 5 meets none; 6 meets its double 1; 7 meets 2 and 5?
    [
        [0, 0, -1, -1, -1, 0, -1],
        [1, -1, 1, -1, -1, -1, -1],
        [-1, 0, 1, -1, -1, -1, 1],
        [-1, -1, -1, -1, 1, -1, -1],
        [0, -1, -1, -1, -1, 0, -1],
        [1, 1, -1, -1, -1, -1, -1],
    ],
    dtype=np.int8,
)


def matrix():
    return sayso.LabelMatrix(VOTES, NAMES, ("a", "b"))


def test_an_accuracy_shows_where_three_independent_functions_meet():
    doubled = Structure(NAMES, (Dependency(0, 5, "same", 1.0), Dependency(1, 5, "implied", 1.0)))
    found = dict(untold(matrix(), doubled))
    assert set(found) == {3, 4, 5}
    assert found[3] == "it never votes"
    assert found[4] == "it votes on no row on which another does"
    assert found[5] == "it meets only functions that repeat it"
    told = remark(matrix(), doubled)
    assert told.code == "SAY331"
    assert "2 of the 7" in told.message
    assert "LF5, LF6" in told.message


def test_two_functions_tell_nothing_of_each_other():
    two = sayso.LabelMatrix(VOTES[:, :2], NAMES[:2], ("a", "b"))
    assert [why for _, why in untold(two, Structure(NAMES[:2], ()))] == [
        "no two of the functions that it meets meet each other and are independent of it"
    ] * 2


def test_the_figure_has_every_function_once_and_none_over_another():
    own = planted(0, lfs=60, groups=(6, 5, 4, 3, 2), strength=0.6, rows=1_000)
    names = tuple(f"LF{i + 1}" for i in range(60))
    figure = dependence(Structure(names, ()), sayso.LabelMatrix(own.votes, names, ("a", "b")), [0] * 60, ["x"] * 60)
    places = np.array([(node["x"], node["y"]) for node in figure["nodes"]])
    gaps = np.hypot(*(places[:, None] - places[None, :]).transpose(2, 0, 1)) + 1e9 * np.eye(60)
    assert gaps.min() > 20
    assert (places >= 0).all()
    assert (places[:, 0] <= 1000).all()
    assert (places[:, 1] <= figure["height"]).all()
    assert sorted(lf["name"] for lf in figure["order"]) == sorted(names)
    assert {pair["kind"] for pair in figure["pairs"]} == {"learned"}
    assert figure == dependence(
        Structure(names, ()), sayso.LabelMatrix(own.votes, names, ("a", "b")), [0] * 60, ["x"] * 60
    )


def test_the_report_draws_it_without_scripts_and_escapes_what_people_wrote(tmp_path):
    from sayso.runtime.pipeline import label
    from sayso.runtime.report import render

    corpus = sayso.Corpus.from_rows({"text": ["win <b>", "win now <b>", "http://x.io", "hello"] * 60}, text="text")
    said = ['a if it mentions "win"', 'a if it mentions "win now"', 'a if it mentions "<b>"', "b if it has no link"]
    program = sayso.compile("\n".join(["task t: a, b", *said, ""]), corpus)
    page = render(label(program, corpus), title="t", source="s")
    assert "How functions depend on each other" in page
    assert 'class="implied"' in page
    assert "<script" not in page
    assert "mentions &#34;<b>" not in page
    assert len(re.findall(r"<circle cx", page)) >= 8
