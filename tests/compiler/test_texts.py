"""What is observed of a text, in the words of strangers: what is said back, and the texts on which it holds or not."""

from __future__ import annotations

from pathlib import Path

import pytest
import sayso
from sayso.compiler.passes import canonical
from sayso.compiler.reader import read
from sayso.grammar.task import Task

TASK = Task("t", ("no", "yes"))


def blocks():
    files = [Path(__file__).parent / name for name in ("texts_readings.txt", "sentences_readings.txt")]
    for block in "\n\n".join(file.read_text(encoding="utf-8") for file in files).split("\n\n"):
        said, echo, *rows = [line for line in block.splitlines() if line and not line.startswith("#")]
        yield pytest.param(said, echo.removeprefix("  => "), rows, id=said)


@pytest.mark.parametrize(("said", "echo", "rows"), list(blocks()))
def test_the_reading_its_echo_and_its_votes(said, echo, rows):
    lf = sayso.compile([sayso.Explanation(said, "yes")], task=TASK).lfs[0]
    assert lf.when == echo
    assert canonical(read(echo).meanings[0][1]) == lf.condition
    votes = [(row, lf({"text": row[4:]})) for row in rows]
    assert votes == [(row, 1 if row.startswith("  + ") else -1) for row in rows]
