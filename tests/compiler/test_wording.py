"""The closed lists of phrases: none stands twice, for only one of the two would count, silently."""

from __future__ import annotations

import ast
from collections import Counter
from importlib import import_module
from pathlib import Path

from sayso.compiler.language import language
from sayso.compiler.templates import canonical
from sayso.compiler.wording import _phrases
from sayso.corpora.text import folded_key
from sayso.corpora.tokenizer import tokenize
from sayso.grammar import foreign, hasty, padding, vague, wording
from sayso.grammar.words import FILLER

HOMES = [import_module(f"sayso.grammar.wording.{path.stem}") for path in Path(wording.__file__).parent.glob("[!_]*.py")]
LISTS = {
    **{home: home.__name__.rpartition(".")[2].upper() for home in HOMES},
    **{foreign: "FOREIGN", hasty: "HASTY", padding: "PADDING", vague: "VAGUE"},
}
"""Each file and its list."""


def phrases(home, name):
    """The phrases of a file, as often as its list has them, and as the tokenizer cuts them."""
    tree = ast.parse(Path(home.__file__).read_text(encoding="utf-8"))
    listed = next(
        own.value for own in tree.body if ast.unparse(getattr(own, "targets", [getattr(own, "target", own)])[0]) == name
    )
    if isinstance(listed, ast.Tuple):
        return getattr(home, name)
    parts = [ast.Dict([key], [value]) for key, value in zip(listed.keys, listed.values, strict=True)]
    return [phrase for part in parts for phrase in eval(ast.unparse(part), vars(home))]  # our own file


def test_no_phrase_stands_twice():
    found = [phrase for home, name in LISTS.items() for phrase in phrases(home, name)]
    cut = Counter(tuple(folded_key(token.form) for token in tokenize(phrase)) for phrase in found)
    assert {phrase: n for phrase, n in cut.items() if n > 1} == {}
    assert set(wording.SAME) <= set(found)


OF_THE_CORPUS = {"nominals", "participants", "resolved", "solved"}
"""What columns and arguments may be called."""

WHO = {"i", "we", "you", "u"}
"""Who reads or writes a text makes no difference."""


def test_every_phrase_stands_for_words_of_the_grammar():
    told = {
        word
        for by_length in _phrases().values()
        for found in by_length.values()
        for entries in found.values()
        for _, words, _ in entries
        for word in words
    }
    known = language().terminals
    unknown = {word for word in told if canonical(word) not in known and not word.isdecimal()}
    assert unknown <= {*FILLER, *WHO, *OF_THE_CORPUS}
