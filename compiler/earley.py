"""The parse forest of a list of terminals, by Lark's Earley parser.

For each explanation only those rules take part whose words occur in it. That makes the time depend on the explanation
and not on how much can be said (docs/decisions/0003-rules-by-sentence.md).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from typing import Any

from lark import Lark, Token
from lark.common import LexerConf, ParserConf
from lark.exceptions import UnexpectedEOF, UnexpectedToken
from lark.grammar import Rule
from lark.lexer import Lexer as LarkLexer
from lark.parsers.earley import Parser
from lark.parsers.earley_forest import SymbolNode

from ..primitives.registry import kept
from .lexer import Lexeme
from .templates import VALUES, grammar

STARTS = ["start", "definition"]
"""What can be read: a condition, or the list of a lexicon."""

WINDOW = 120
"""How many terminals are parsed again with the whole grammar to learn what could have come."""


@dataclass(frozen=True, slots=True)
class Stopped:
    """Where a parse could not go on: the index of the lexeme (their number at the end), and what could have come."""

    at: int
    expected: frozenset[str]


class _NoLexer(LarkLexer):
    """Lark wants a lexer class; ours has already run."""

    def __init__(self, conf: LexerConf) -> None:
        pass

    def lex(self, lexer_state: Any, parser_state: Any) -> Iterator[Token]:
        raise NotImplementedError


class _Terminal(Token):
    """A terminal that may also be another one, as a column may be called by a word of the grammar."""

    also: str | None = None


class _Tokens:
    """Hands Lark the terminals that our lexer found."""

    def __init__(self, lexemes: list[Lexeme]) -> None:
        self.lexemes = lexemes
        self.at = -1

    def lex(self, expects: Any = None) -> Iterator[Token]:
        for at, lexeme in enumerate(self.lexemes):
            self.at = at
            token = _Terminal(lexeme.terminal, lexeme.value)
            token.also = lexeme.also
            yield token
        self.at = len(self.lexemes)


@dataclass(frozen=True)
class Language:
    """The compiled grammar: its rules, and the terminal for each of its words."""

    rules: tuple[Rule, ...]
    terminals: Mapping[str, str]

    def parser(
        self, present: frozenset[str] | None = None, start: str = "start", without: Set[str] = frozenset()
    ) -> Parser | None:
        """An Earley parser for the rules whose terminals are all ``present``, None if they make no sentence.

        Without ``present`` all rules take part.
        """
        rules = [rule for rule in self.rules if rule.alias not in without]
        if present is not None:
            rules = _applicable(rules, present)
        if not any(rule.origin.name == start for rule in rules):
            return None
        nothing: dict[Any, Any] = dict.fromkeys(rules)
        conf = ParserConf(rules, nothing, [start])
        no_lexer: Any = None
        return Parser(LexerConf([], no_lexer), conf, _matches, resolve_ambiguity=False, tree_class=None)


@kept
def language() -> Language:
    """The grammar, compiled once per process."""
    lark = Lark(grammar().text, parser="earley", lexer=_NoLexer, ambiguity="forest", start=STARTS)
    terminals = {t.pattern.value: t.name for t in lark.terminals if t.name not in VALUES}
    return Language(tuple(lark.rules), terminals)


@kept
def whole_parser(start: str) -> Parser:
    """The parser with all rules; it is slower, and asked only what could have come."""
    parser = language().parser(None, start)
    assert parser is not None
    return parser


def parse(lexemes: list[Lexeme], start: str = "start", without: Set[str] = frozenset()) -> SymbolNode | None:
    """The forest of all parses that use none of the rules ``without``, or None if there is none."""
    present = frozenset(name for lexeme in lexemes for name in (lexeme.terminal, lexeme.also) if name is not None)
    parser = language().parser(present, start, without)
    if parser is None:
        return None
    run: Any = parser.parse
    try:
        forest: SymbolNode = run(_Tokens(lexemes), start)
    except (UnexpectedToken, UnexpectedEOF):
        return None
    return forest


def where_it_stopped(lexemes: list[Lexeme], start: str = "start") -> Stopped:
    """Parse again with all rules to learn where no rule goes on, and what could have come there."""
    window = lexemes[:WINDOW]
    tokens = _Tokens(window)
    run: Any = whole_parser(start).parse
    try:
        run(tokens, start)
    except UnexpectedToken as stop:
        return Stopped(tokens.at, frozenset(str(name) for name in stop.expected))
    except UnexpectedEOF as stop:
        return Stopped(len(window), frozenset(str(name) for name in stop.expected))
    return Stopped(len(window), frozenset())


def _applicable(rules: list[Rule], present: frozenset[str]) -> list[Rule]:
    """The rules that can take part if only the terminals ``present`` occur."""
    kept = [rule for rule in rules if all(not s.is_term or s.name in present for s in rule.expansion)]
    while True:
        productive = {rule.origin for rule in kept}
        fewer = [rule for rule in kept if all(s.is_term or s in productive for s in rule.expansion)]
        if len(fewer) == len(kept):
            return kept
        kept = fewer


def _matches(terminal: Any, token: _Terminal) -> bool:
    return terminal.name in (token.type, token.also)
