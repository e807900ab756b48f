"""Vague amounts are filled from a dev set where it speaks clearly, and keep their default where it does not."""

from __future__ import annotations

import pytest
import sayso
from sayso.grammar.task import Task

TASK = Task("task", ("no", "yes"))


def rows(lengths: list[int], labels: list[str]) -> sayso.Corpus:
    texts = [" ".join(["word"] * length) for length in lengths]
    return sayso.Corpus.from_rows({"text": texts, "replies": lengths, "label": labels}, text="text", gold="label")


LENGTHS = list(range(1, 41)) * 3
UP_TO_20 = rows(LENGTHS, ["yes" if length <= 20 else "no" for length in LENGTHS])
UP_TO_9 = rows(LENGTHS, ["yes" if length <= 9 else "no" for length in LENGTHS])
EITHER = rows(LENGTHS, ["yes" if i % 2 else "no" for i in range(len(LENGTHS))])


def compiled(said: str, dev: sayso.Corpus | None, corpus: sayso.Corpus = UP_TO_20) -> tuple[str, list[str]]:
    program = sayso.compile([sayso.Explanation(said, "yes")], corpus, task=TASK, dev=dev)
    return program.lfs[0].when, [d.code for d in program.diagnostics if d.code in ("SAY131", "SAY138")]


@pytest.mark.parametrize(
    ("said", "dev", "meant", "code"),
    [
        ("it is short", None, "it has at most 9 words", "SAY131"),
        ("it is short", UP_TO_20, "it has at most 20 words", "SAY138"),
        ("it is short", UP_TO_9, "it has at most 9 words", "SAY131"),
        ("it is short", EITHER, "it has at most 9 words", "SAY131"),
        ("it is short", UP_TO_20.take(range(12)), "it has at most 9 words", "SAY131"),
        ("it has only a few words", UP_TO_20, "it has at most 20 words", "SAY138"),
        ("it is not long", UP_TO_20, "it has at most 19 words", "SAY138"),
        ("few replies", UP_TO_20, "the replies is at most 20", "SAY138"),
        ("it is about ten words long", UP_TO_20, "it has between 8 and 12 words", "SAY131"),
    ],
)
def test_a_vague_amount_is_what_the_dev_set_clearly_speaks_for(said, dev, meant, code):
    assert compiled(said, dev) == (meant, [code])


def test_the_note_says_what_was_taken_and_why():
    program = sayso.compile([sayso.Explanation("it is short", "yes")], UP_TO_20, task=TASK, dev=UP_TO_20)
    note = next(d for d in program.diagnostics if d.code == "SAY138")
    assert "at most 20 words (right for 60 of 60 labeled rows) and not as at most 9 words" in note.message
    assert note.place.column == 7
