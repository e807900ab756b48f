"""The closed lists of phrases: none stands twice, for the second would silently be the one that counts."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

from sayso.grammar import wording


def test_no_phrase_stands_twice():
    tree = ast.parse(Path(wording.__file__).read_text(encoding="utf-8"))
    phrases = next(own.value for own in tree.body if isinstance(own, ast.Assign) and own.targets[0].id == "SAME")
    parts = [ast.Dict([key], [value]) for key, value in zip(phrases.keys, phrases.values, strict=True)]
    made = [eval(ast.unparse(part), vars(wording)) for part in parts]  # our own file
    assert {phrase: n for phrase, n in Counter(phrase for part in made for phrase in part).items() if n > 1} == {}
    assert sum(map(len, made)) == len(wording.SAME)
