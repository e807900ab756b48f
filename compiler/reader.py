"""Reading a condition: words in, meanings out, best first.

The lexer finds the terminals, :mod:`.earley` their parse forest, :mod:`.forest` its meanings; what each rule means
stands in :mod:`.assemble` (rules generated from phrases) and :mod:`.rules` (the closed-class ones).
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain, pairwise
from types import MappingProxyType
from typing import Any

from ..corpora.text import folded_key
from ..grammar.nodes import Interval
from .assemble import fill, settled_list
from .earley import Stopped, parse, where_it_stopped
from .forest import Child, meanings
from .ground import ground
from .language import Rule, language
from .lexemes import Lexed, Lexeme, Vocabulary
from .lexer import lex, written
from .literal import literal
from .quotations import pieces
from .resolve import resolve
from .rewrites import as_meant, unbracketed
from .rules import COSTS, RULES
from .runs import JOINTS
from .scope import NOWHERE, Scope
from .several_texts import spread
from .spelling import corrected
from .standins import Bare, RefusedError
from .supposed import supposed
from .templates import VALUES, canonical, grammar
from .unclear import unclear

DEEPEST = 40
"""How deep the parts of an explanation may be nested."""


EXCEPTIONS = ("unless", "except")
"""The words behind which a condition is nested in another."""

MIXED = 12
"""With more "and" and "or" than this, "and" binds tighter, and that is the only reading."""


@dataclass(slots=True)
class Result:
    """What reading gave: meanings with their costs, cheapest first, or why there are none."""

    lexed: Lexed
    lexemes: list[Lexeme] = field(default_factory=list)
    meanings: list[tuple[int, Any]] = field(default_factory=list)
    stopped: Stopped | None = None
    refused: tuple[str, ...] = ()
    advice: str | None = None


def read(
    text: str,
    scope: Scope = NOWHERE,
    *,
    start: str = "start",
    locate: bool = True,
    example: str = "",
    amounts: Mapping[int, Interval] = MappingProxyType({}),
) -> Result:
    """All meanings of a condition in English; with ``start="definition"``, of a list of patterns.

    Args:
        text: the words.
        scope: the lexicons and columns that it may name.
        start: what is read.
        locate: find out where a text without meaning stops making sense, which is slow.
        example: the text of the row that the explanation was given for.
        amounts: what vague amounts are taken for instead of their defaults, by their place in the text.
    """
    with undisturbed():
        reader = _Reader(text, scope, start, example, amounts)
        result = reader.attempt()
        if not result.meanings and start == "start":
            quoted = {folded_key(own) for _, _, own in pieces(text, Lexed()) if own is not None}
            found = supposed(written(text, reader.vocabulary), lambda start, end: scope.has(text[start:end]), quoted)
            again = chain(map(reader.attempt, found), reader.without_brackets(result))
            result = next((other for other in again if other.meanings), result)
        if locate:
            locate_stop(result, start)
    lexed = result.lexed
    if lexed.bare and not lexed.faults and not result.meanings:
        lexed.faults += lexed.bare
        lexed.remarks = [remark for remark in lexed.remarks if remark.code != "SAY132"]
    return result


def read_as_it_stands(text: str, scope: Scope = NOWHERE) -> Result:
    """As :func:`read`, but no words without quotes are supposed to be words of the text."""
    with undisturbed():
        return _Reader(text, scope).attempt()


@dataclass(frozen=True)
class _Reader:
    """A text to be read; the attributes are as in :func:`read`."""

    text: str
    scope: Scope
    start: str = "start"
    example: str = ""
    amounts: Mapping[int, Interval] = field(default_factory=dict)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """What its words may be."""
        own, tagged = language(), self.scope.schema.tagged
        return Vocabulary(own.terminals, self.scope.names, own.nouns, corrected, self.example, tagged)

    def attempt(self, quoted: Sequence[tuple[int, int]] = ()) -> Result:
        """What comes of it if these stretches are taken as if they stood in quotes."""
        lexed = lex(self.text, self.vocabulary, quoted)
        lexed.lexemes = [
            replace(each, value=self.amounts[each.start]) if each.start in self.amounts else each
            for each in lexed.lexemes
        ]
        return self._meaning(lexed)

    def without_brackets(self, result: Result) -> Iterator[Result]:
        """What comes of it if what stands in brackets at the end goes on with the rest, or is one more condition."""
        for lexemes in unbracketed(result.lexed.lexemes):
            yield self._meaning(replace(result.lexed, lexemes=lexemes))

    def _meaning(self, lexed: Lexed) -> Result:
        """The meanings of what the lexer found."""
        result = Result(lexed, as_meant(lexed.lexemes, self.text))
        if lexed.faults:
            return result
        if (refusal := unclear(lexed, self.text)) is not None:
            result.refused, result.advice = refusal[:1], refusal[1]
            return result
        if nesting(result.lexemes) > DEEPEST:
            result.refused = (f"it is nested more than {DEEPEST} deep; split it into several explanations",)
            return result
        forest = parse(result.lexemes, self.start, unused(result.lexemes))
        if forest is None:
            return result
        reasons: list[RefusedError] = []
        found = meanings(forest, lambda rule, children: _build(rule, children, reasons))
        for cost, condition in found:
            try:
                result.meanings.append((cost, _settled(condition, self.scope, self.start)))
            except RefusedError as reason:
                reasons.append(reason)
        result.refused = tuple(dict.fromkeys(map(str, reasons)))
        result.advice = next((reason.advice for reason in reasons if reason.advice), None)
        return result


@contextmanager
def undisturbed() -> Iterator[None]:
    """Without garbage collection: a parse makes many small objects, and none of them is garbage before its end."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def locate_stop(result: Result, start: str = "start") -> None:
    """Find out where a text without meaning stops making sense, if its words and its meaning are not at fault."""
    if not (result.meanings or result.lexed.faults or result.refused):
        with undisturbed():
            result.stopped = where_it_stopped(result.lexemes, start)


def _settled(meaning: Any, scope: Scope, start: str) -> Any:
    """The condition or the list of patterns, with nothing in it that only readings have."""
    if start == "start":
        return ground(
            spread(literal(resolve(meaning, sole=len(scope.schema.spans) == 1), scope.schema), scope.schema), scope
        )
    return tuple(literal(item, scope.schema) for item in settled_list(meaning))


def unused(lexemes: list[Lexeme]) -> frozenset[str]:
    """The rules that take no part: for one it is too long, and no bare thing follows a list with "and" and "or"."""
    connectives = sum(lexeme.terminal in ("AND", "OR") for lexeme in lexemes)
    plain = [lexeme.terminal for lexeme in lexemes if lexeme.terminal != "COMMA"]
    joints = {joint for item, joint in pairwise(plain) if item == "QUOTED_TEXT"}
    mixed = {"AND", "OR"} <= joints
    return frozenset(({"any_clause_inside"} if connectives > MIXED else set()) | ({"bare_choice"} if mixed else set()))


def nesting(lexemes: list[Lexeme]) -> int:
    """How deep the meaning may be nested: by parentheses, by exceptions, or by parts of parts within one clause."""
    words = language().terminals
    parts, exceptions = ({words[canonical(word)] for word in group} for group in (("first", "last"), EXCEPTIONS))
    deepest = depth = within = 0
    for lexeme in lexemes:
        depth += (lexeme.terminal == words["("]) - (lexeme.terminal == words[")"])
        within = 0 if lexeme.terminal in JOINTS else within + (lexeme.terminal in parts)
        deepest = max(deepest, depth, within)
    return max(deepest, sum(lexeme.terminal in exceptions for lexeme in lexemes))


def _build(rule: Rule, children: tuple[Child, ...], reasons: list[RefusedError]) -> list[tuple[int, Any]]:
    """The value of a rule's children: nothing if they mean nothing together, and why goes to ``reasons``."""
    name = rule.alias or rule.name
    values: list[Child] = []
    for child, value in children:
        if child.startswith("_") and child not in VALUES:
            if isinstance(value, _Inline):
                values += value.children
        elif child in VALUES or not child.isupper():
            values.append((child, value))
    if rule.name.startswith("_"):
        return [(COSTS.get(rule.name, 0), _Inline(tuple(values)))]
    template = grammar().templates.get(name)
    try:
        if template is not None:
            made = fill(template, tuple(values))
            return [(0, Bare(made.text) if name == "words_0" else made)]
        if rule.alias is None and (rule.transparent or name not in RULES):
            return [(0, values[0][1])] if len(values) == 1 else []
        return [(COSTS.get(name, 0), RULES[name](*(value for _, value in values)))]
    except RefusedError as reason:
        reasons.append(reason)
        return []


@dataclass(frozen=True, slots=True)
class _Inline:
    """The children of a rule that is only a shorthand within others."""

    children: tuple[Child, ...]
