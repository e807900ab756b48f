"""Primitives from outside: read, said, analysed, saved and loaded like those of Sayso, or refused clearly."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import sayso
from sayso.compiler.analysis import implies
from sayso.compiler.extending import Mask, Measurement, Observation, Place, Run, primitive, say
from sayso.compiler.passes import canonical
from sayso.compiler.phrasebook import search
from sayso.compiler.reader import read
from sayso.grammar.nodes import Node
from sayso.primitives.registry import primitives, registered, unregister
from sayso.runtime.cli import app
from sayso.runtime.extensions import load
from typer.testing import CliRunner

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "word_length.py"
SAY = "task t: easy, hard\nhard because the words have more than 6 letters on average\n"
TEXTS = ["a cat sat", "extraordinary circumstances", "", None, "3 7"]


@pytest.fixture
def _clean():
    yield
    for name in registered():
        unregister(name)


@pytest.fixture
def corpus():
    return sayso.Corpus.from_rows([{"text": text} for text in TEXTS], text="text")


pytestmark = pytest.mark.usefixtures("_clean")


def meaning(said):
    return canonical(read(said).meanings[0][1])


def test_the_example_is_a_primitive_like_any_other(corpus):
    assert not read(SAY.splitlines()[1][13:]).meanings
    load(str(EXAMPLE))
    program = sayso.compile(SAY, corpus)
    (lf,) = program.lfs
    assert lf.when == "it has more than 6 letters per word"
    assert program.apply(corpus).votes.ravel().tolist() == [-1, 1, -1, -1, -1]
    assert [lf({"text": text}) for text in TEXTS] == [-1, 1, -1, -1, -1]
    assert meaning(lf.when) == lf.condition
    assert implies(meaning("it has more than 7 letters per word"), lf.condition)
    assert "WordLength" in primitives()
    assert [entry.name for entry in search(["letters", "per", "word"])[0]] == ["WordLength"]


def test_it_is_saved_and_loaded_and_missed_where_it_is_not_declared(corpus):
    load(str(EXAMPLE))
    program = sayso.compile(SAY, corpus)
    data = json.loads(json.dumps(program.to_json()))
    assert sayso.Program.from_json(data).lfs == program.lfs
    unregister("WordLength")
    with pytest.raises(sayso.SaysoError, match="WordLength") as caught:
        sayso.Program.from_json(data)
    assert caught.value.diagnostic.code == "SAY153"
    assert not read("the words have more than 6 letters on average").meanings


def test_declaring_it_again_replaces_it():
    load(str(EXAMPLE))
    first = primitives()["WordLength"]
    load(str(EXAMPLE))
    assert primitives()["WordLength"] is not first
    assert type(meaning("it has 5 letters per word").quantity) is primitives()["WordLength"]


def declared(name="Loud", base=Observation, **parts):
    def holds(self, run: Run) -> Mask:
        return np.ones(len(run), dtype=bool)

    body = {
        "__module__": __name__,
        "__doc__": "Always.",
        "__annotations__": {"where": Place},
        "phrases": (say("{where} is loud"),),
        "example": "it is loud",
        "holds": holds,
        "known": holds,
        **parts,
    }
    return primitive(type(base)(name, (base,), {key: value for key, value in body.items() if value is not None}))


def test_a_minimal_one_is_enough(corpus):
    declared()
    assert meaning("it is not loud in the first sentence").item.__class__.__name__ == "Loud"
    program = sayso.compile('task t: a, b\na if it is loud and it does not mention "cat"', corpus)
    assert program.apply(corpus).votes.ravel().tolist() == [-1, 0, 0, -1, 0]


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({"base": Node}, "none of"),
        ({"__doc__": None}, "docstring"),
        ({"phrases": ()}, "phrases"),
        ({"phrases": ("it is loud",)}, "phrases"),
        ({"example": ""}, "example"),
        ({"example": "it blorps"}, "not understood"),
        ({"example": 'it mentions "x"'}, "does not use it"),
        ({"holds": None}, "does not define holds"),
        ({"order": {"size": 1}}, "order names size"),
        ({"phrases": (say("{where} is {size} loud"),)}, "names size"),
        ({"__annotations__": {"where": Place, "size": "Whatever"}}, "Whatever"),
        ({"__annotations__": {"where": Place, "size": int}}, "leaves size open"),
        ({"base": Measurement, "measure": lambda self, run: None}, "compares it once"),
    ],
)
def test_a_bad_declaration_is_refused_and_leaves_nothing_behind(parts, words):
    before = set(Node.registry)
    with pytest.raises(sayso.SaysoError, match=words) as caught:
        declared(**parts)
    assert caught.value.diagnostic.code == "SAY150"
    assert set(Node.registry) == before
    assert meaning('it mentions "x"')


def test_a_name_that_is_taken_is_refused():
    for name in ("Mentions", "And"):
        with pytest.raises(sayso.SaysoError, match="SAY151"):
            declared(name)


def test_the_command_line_imports_what_is_named(tmp_path):
    say, broken = tmp_path / "hard.say", tmp_path / "broken.py"
    say.write_text(SAY)
    broken.write_text("1 / 0")
    result = CliRunner().invoke(app, ["--with", str(EXAMPLE), "check", str(say)])
    assert result.exit_code == 0
    assert "letters per word" in result.stdout
    for path in (broken, tmp_path / "none.py", "no_such_module_at_all"):
        result = CliRunner().invoke(app, ["--with", str(path), "check", str(say)])
        assert result.exit_code == 2
        assert "SAY152" in result.stderr
