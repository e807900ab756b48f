"""Reading a condition: words in, meanings out, best first.

The grammar is parsed by Earley's algorithm over the terminals of the lexer. For each explanation only those rules take
part whose words occur in it, which makes the time depend on the explanation and not on how much can be said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from lark import Lark, Token
from lark.common import LexerConf, ParserConf
from lark.exceptions import UnexpectedEOF, UnexpectedToken
from lark.grammar import Rule
from lark.lexer import Lexer as LarkLexer
from lark.parsers.earley import Parser

from .assemble import COSTS, RULES, Bare, Refused, fill, resolve
from .forest import Child, meanings
from .lexer import Lexed, Lexeme, lex
from .templates import grammar

VALUES = frozenset({"QUOTED_TEXT", "NUMERAL", "LEXICON_NAME", "COLUMN_NAME"})
"""The terminals that carry a value."""

STARTS = ["start", "definition"]
"""What can be read: a condition, or the list of a lexicon."""

CONNECTIVES = frozenset({"BECAUSE", "SINCE", "AS", "IF", "WHEN", "WHENEVER", "WHERE"})


@dataclass(frozen=True, slots=True)
class Stopped:
    """Where a parse could not go on: the index of the lexeme (their number at the end), and what could have come."""

    at: int
    expected: frozenset[str]


@dataclass(slots=True)
class Result:
    """What reading gave: meanings with their costs, cheapest first, or why there are none."""

    lexed: Lexed
    lexemes: list[Lexeme] = field(default_factory=list)
    meanings: list[tuple[int, Any]] = field(default_factory=list)
    stopped: Stopped | None = None
    refused: tuple[str, ...] = ()


class _NoLexer(LarkLexer):
    """Lark wants a lexer class; ours has already run."""

    def __init__(self, conf: LexerConf) -> None:
        pass

    def lex(self, lexer_state: Any, parser_state: Any) -> Iterator[Token]:
        raise NotImplementedError


class _Tokens:
    """Hands Lark the terminals that our lexer found."""

    def __init__(self, lexemes: list[Lexeme]) -> None:
        self.lexemes = lexemes
        self.at = -1

    def lex(self, expects: Any = None) -> Iterator[Token]:
        for self.at, lexeme in enumerate(self.lexemes):
            yield Token(lexeme.terminal, lexeme.value)
        self.at = len(self.lexemes)


@dataclass(frozen=True)
class Language:
    """The compiled grammar: its rules, and the terminal for each of its words."""

    rules: tuple[Rule, ...]
    terminals: Mapping[str, str]

    def parser(self, present: frozenset[str] | None = None, start: str = "start") -> Parser | None:
        """An Earley parser for the rules whose terminals are all ``present``, None if they make no sentence.

        Without ``present`` all rules take part.
        """
        rules = list(self.rules) if present is None else _applicable(self.rules, present)
        if not any(rule.origin.name == start for rule in rules):
            return None
        conf = ParserConf(rules, dict.fromkeys(rules), [start])
        return Parser(LexerConf([], None), conf, _matches, resolve_ambiguity=False, tree_class=None)


@cache
def language() -> Language:
    """The grammar, compiled once per process."""
    lark = Lark(grammar().text, parser="earley", lexer=_NoLexer, ambiguity="forest", start=STARTS)
    terminals = {t.pattern.value: t.name for t in lark.terminals if t.name not in VALUES}
    return Language(tuple(lark.rules), terminals)


@cache
def whole_parser(start: str) -> Parser:
    """The parser with all rules; it is slower, and asked only what could have come."""
    parser = language().parser(None, start)
    assert parser is not None
    return parser


def read(
    text: str, names: Mapping[str, object], columns: Mapping[tuple[str, ...], Any], *, start: str = "start"
) -> Result:
    """All meanings of a condition in English; with ``start="definition"``, of a list of patterns.

    Args:
        text: the words.
        names: the user's lexicons, lower-case name to patterns.
        columns: lower-case words of a text column's name to the column.
    """
    lexed = lex(text, language().terminals, names, columns)
    result = Result(lexed)
    lexemes = result.lexemes = _trimmed(lexed.lexemes)
    if lexed.faults:
        return result
    present = frozenset(lexeme.terminal for lexeme in lexemes)
    tokens = _Tokens(lexemes)
    parser = language().parser(present, start)
    if parser is None:
        result.stopped = _where_it_stopped(lexemes, len(lexemes), start)
        return result
    try:
        forest = parser.parse(tokens, start)
    except (UnexpectedToken, UnexpectedEOF):
        result.stopped = _where_it_stopped(lexemes, tokens.at, start)
        return result
    reasons: list[str] = []
    found = meanings(forest, lambda rule, children: _build(rule, children, reasons))
    for cost, condition in found:
        try:
            result.meanings.append((cost, resolve(condition) if start == "start" else condition))
        except Refused as reason:
            reasons.append(str(reason))
    result.refused = tuple(dict.fromkeys(reasons))
    return result


def _trimmed(lexemes: list[Lexeme]) -> list[Lexeme]:
    """Without the connective before and the stop behind the condition."""
    words = language().terminals
    stops = {words[sign] for sign in (".", ";", "!", ",") if sign in words}
    start, end = 0, len(lexemes)
    while start < end and (lexemes[start].terminal in CONNECTIVES or lexemes[start].terminal == words.get(":")):
        start += 1
    while end > start and lexemes[end - 1].terminal in stops:
        end -= 1
    return lexemes[start:end]


def _where_it_stopped(lexemes: list[Lexeme], at: int, start: str) -> Stopped:
    """Parse again with all rules to learn what could have come; a long text only as far as it was understood."""
    window = lexemes[: min(len(lexemes), at + 2, 120)]
    tokens = _Tokens(window)
    try:
        whole_parser(start).parse(tokens, start)
    except UnexpectedToken as stop:
        return Stopped(tokens.at, frozenset(str(name) for name in stop.expected))
    except UnexpectedEOF as stop:
        return Stopped(len(window), frozenset(str(name) for name in stop.expected))
    return Stopped(at, frozenset())


def _applicable(rules: tuple[Rule, ...], present: frozenset[str]) -> list[Rule]:
    """The rules that can take part if only the terminals ``present`` occur."""
    kept = [rule for rule in rules if all(not s.is_term or s.name in present for s in rule.expansion)]
    while True:
        productive = {rule.origin for rule in kept}
        fewer = [rule for rule in kept if all(s.is_term or s in productive for s in rule.expansion)]
        if len(fewer) == len(kept):
            return kept
        kept = fewer


def _matches(terminal: Any, token: Token) -> bool:
    return bool(terminal.name == token.type)


def _build(rule: Rule, children: tuple[Child, ...], reasons: list[str]) -> list[tuple[int, Any]]:
    """The value of a rule's children: nothing if they mean nothing together, and why goes to ``reasons``."""
    origin = str(rule.origin.name)
    name = str(rule.alias) if rule.alias else origin
    values: list[Child] = []
    for child, value in children:
        if child.startswith("_") and child not in VALUES:
            if isinstance(value, _Inline):
                values += value.children
        elif child in VALUES or not child.isupper():
            values.append((child, value))
    if origin.startswith("_"):
        return [(0, _Inline(tuple(values)))]
    template = grammar().templates.get(name)
    try:
        if template is not None:
            made = fill(template, tuple(values))
            return [(0, Bare(made.text) if name == "words_0" else made)]
        if rule.alias is None and (rule.options.expand1 or name not in RULES):
            return [(0, values[0][1])] if len(values) == 1 else []
        return [(COSTS.get(name, 0), RULES[name](*(value for _, value in values)))]
    except Refused as reason:
        reasons.append(str(reason))
        return []


@dataclass(frozen=True, slots=True)
class _Inline:
    """The children of a rule that is only a shorthand within others."""

    children: tuple[Child, ...]
