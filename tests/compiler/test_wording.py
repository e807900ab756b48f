"""The closed lists of phrases: none stands twice, for the second would silently be the one that counts."""

from __future__ import annotations

import ast
from collections import Counter
from importlib import import_module
from pathlib import Path

from sayso.grammar import wording

HOMES = [import_module(f"sayso.grammar.wording.{path.stem}") for path in Path(wording.__file__).parent.glob("[!_]*.py")]


def phrases(home):
    """The phrases of a file, as often as its list has them; the list is named for the file."""
    name = home.__name__.rpartition(".")[2].upper()
    tree = ast.parse(Path(home.__file__).read_text(encoding="utf-8"))
    listed = next(own.value for own in tree.body if isinstance(own, ast.Assign) and own.targets[0].id == name)
    parts = [ast.Dict([key], [value]) for key, value in zip(listed.keys, listed.values, strict=True)]
    return [phrase for part in parts for phrase in eval(ast.unparse(part), vars(home))]  # our own file


def test_no_phrase_stands_twice():
    found = [phrase for home in HOMES for phrase in phrases(home)]
    assert {phrase: n for phrase, n in Counter(found).items() if n > 1} == {}
    assert len(found) == len(wording.SAME)
