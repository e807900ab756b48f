"""Real explanations, compared with what their writers meant (``judged/``). Needs the data folder."""

from __future__ import annotations

from functools import cache

import pytest
import sayso
from judging import SPANS, Judged, explanations, judgements, rows_for
from sayso.compiler.passes import canonical
from sayso.compiler.reader import read
from sayso.compiler.scope import Scope
from sayso.corpora.schema import Schema
from sayso.primitives.base import sources

TASK = sayso.Task("t", ("no", "yes"))


@cache
def readings(name):
    """Line, explanation, row and best reading of each explanation; None where it is not read."""
    schema = Schema(("text",), SPANS[name], "ner")
    found = []
    for line, (said, row) in enumerate(explanations(name), start=1):
        meanings = read(said, Scope(schema=schema), locate=False, example=row["text"] if row else "").meanings
        lf = sayso.LF(f"LF{line}", 1, TASK, canonical(meanings[0][1]), schema) if meanings else None
        found.append((line, said, row, lf))
    return found


def agrees(lf, judged: Judged, schema_spans) -> bool:
    """Whether the reading is one of the judged meanings: the same node, or the same votes."""
    return any(meant and same(lf, canonical(meant), schema_spans) for meant in judged.meanings)


def of_entities(lf) -> bool:
    """Whether it reads the entities, which the rows lack."""
    return any(source.kind == "entities" for source in sources(lf.condition))


def same(lf, meant, spans) -> bool:
    if lf.condition == meant:
        return True
    rows = rows_for(meant, spans)
    other = sayso.LF("meant", 1, TASK, meant, lf.schema)
    corpus = sayso.Corpus.from_rows(rows, text="text", spans=list(spans), entities="ner", cache=False)
    ours, theirs = sayso.Program(TASK, (lf, other)).apply(corpus).votes.T.tolist()
    assert len(set(theirs)) == 2, "the rows do not put the meaning to the test"
    return ours == theirs


@pytest.mark.parametrize("name", list(SPANS))
def test_real_explanations_mean_what_their_writers_meant(name):
    judged = judgements(name)
    stated = [own for own in readings(name) if None not in judged[own[0]].meanings]
    wrong = [line for line, _, _, lf in stated if lf is None or not agrees(lf, judged[line], SPANS[name])]
    assert len(wrong) <= 0.05 * len(stated), wrong


@pytest.mark.parametrize("name", list(SPANS))
def test_what_states_no_condition_is_not_read(name):
    judged = judgements(name)
    read_all_the_same = [line for line, _, _, lf in readings(name) if lf and judged[line].meanings == (None,)]
    assert not read_all_the_same


@pytest.mark.parametrize("name", list(SPANS))
def test_each_holds_on_the_row_it_was_given_for(name):
    judged = judgements(name)
    held = {line: lf(row) == 1 for line, _, row, lf in readings(name) if lf and row and not of_entities(lf)}
    assert {line for line, holds in held.items() if holds != judged[line].row} == set()
