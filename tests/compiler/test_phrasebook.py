"""The phrasebook: every primitive has its place, and is found by the words people would look for."""

from __future__ import annotations

import json

import pytest
from sayso.compiler.phrasebook import EXAMPLES_OF, entries, search
from sayso.compiler.reader import read
from sayso.compiler.scope import Scope
from sayso.primitives.registry import primitives
from sayso.runtime.cli import app
from typer.testing import CliRunner


def test_every_primitive_that_can_be_said_is_in_it_and_its_example_uses_it():
    scope = Scope(schema=EXAMPLES_OF)
    named = {entry.name: entry for entry in entries() if entry.name}
    assert set(named) == {name for name, cls in primitives().items() if cls.phrases or cls.names}
    for name, entry in named.items():
        condition = read(entry.example, scope).meanings[0][1]
        assert name in {type(node).__name__ for node in condition.walk()}, entry.example


def test_the_echo_is_read_as_the_example():
    from sayso.compiler.passes import canonical

    scope = Scope(schema=EXAMPLES_OF)
    for entry in entries():
        first, again = (canonical(read(text, scope).meanings[0][1]) for text in (entry.example, entry.echo))
        assert first == again


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("link", "Kind"),
        ("twice", "Count"),
        ("regular expression", "Regex"),
        ("come right after", "Beside"),
        ("emojis", "Kind"),
    ],
)
def test_words_find_what_is_said_with_them(words, name):
    found, exact = search(words.split())
    assert exact
    assert name in [entry.name for entry in found]


def test_the_nearest_is_found_for_other_words():
    found, exact = search(["regluar", "expresion"])
    assert not exact
    assert [entry.name for entry in found] == ["Regex"]
    assert search(["xyzzyq"]) == ([], False)


@pytest.mark.parametrize("words", [[], ["link"], ["regluar"], ["xyzzyq"]])
def test_the_command_prints_and_says_it_in_json(words):
    assert CliRunner().invoke(app, ["phrases", *words], catch_exceptions=False).exit_code == 0
    result = CliRunner().invoke(app, ["phrases", *words, "--json"], catch_exceptions=False)
    assert isinstance(json.loads(result.stdout), list)
