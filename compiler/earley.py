"""The grammar, compiled, and what parsing a list of terminals with it gives: a forest, or where it stopped.

Earley's algorithm, with one terminal of lookahead: only those rules are predicted that can begin with the next
terminal, and whose words all occur in the rest of the explanation. That makes the time depend on the explanation and
not on how much can be said (docs/decisions/0003-rules-by-sentence.md). No rule of the grammar is empty, so whatever is
complete has begun in an earlier column.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from typing import Any

from lark import Lark, Token
from lark.common import LexerConf
from lark.grammar import Rule
from lark.lexer import Lexer as LarkLexer

from ..primitives.registry import kept
from .forest import Leaf, Node
from .lexer import Lexeme
from .templates import VALUES, grammar

STARTS = ["start", "definition"]
"""What can be read: a condition, or the list of a lexicon."""


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


@dataclass(frozen=True, slots=True, eq=False)
class Dotted:
    """A rule of which a part has been seen.

    Attributes:
        rule: the rule.
        expected: what comes next; empty if the rule is complete.
        terminal: whether that is a terminal.
        needs: the terminals without which the rule has no words.
        then: the rule when what comes next has been seen.
    """

    rule: Rule
    expected: str
    terminal: bool
    needs: frozenset[str]
    then: Dotted | None


Item = tuple[Dotted, int, Node | None]
"""A dotted rule, where it began, and what it has seen."""


@dataclass(frozen=True)
class Language:
    """The compiled grammar: its rules, the terminal for each of its words, and what each nonterminal begins with."""

    rules: tuple[Rule, ...]
    terminals: Mapping[str, str]
    first: Mapping[str, Set[str]]
    beginning: Mapping[tuple[str, str], tuple[Dotted, ...]]
    """The rules of a nonterminal that can begin with a terminal."""


@kept
def language() -> Language:
    """The grammar, compiled once per process."""
    lark = Lark(grammar().text, parser="earley", lexer=_NoLexer, ambiguity="forest", start=STARTS)
    terminals = {t.pattern.value: t.name for t in lark.terminals if t.name not in VALUES}
    rules = tuple(lark.rules)
    first, needs = _firsts(rules), _needs(rules)
    beginning: dict[tuple[str, str], list[Dotted]] = {}
    for rule in rules:
        dotted = _dotted(rule, needs)
        heads = {dotted.expected} if dotted.terminal else first[dotted.expected]
        for terminal in heads:
            beginning.setdefault((str(rule.origin.name), terminal), []).append(dotted)
    return Language(rules, terminals, first, {key: tuple(found) for key, found in beginning.items()})


def _dotted(rule: Rule, needs: Mapping[str, frozenset[str]]) -> Dotted:
    """The rule of which nothing has been seen."""
    own = frozenset().union(*(_needed(symbol, needs) for symbol in rule.expansion))
    dotted = Dotted(rule, "", False, own, None)
    for symbol in reversed(rule.expansion):
        dotted = Dotted(rule, str(symbol.name), symbol.is_term, own, dotted)
    return dotted


def _firsts(rules: Iterable[Rule]) -> dict[str, set[str]]:
    """The terminals with which each nonterminal can begin."""
    first: dict[str, set[str]] = {str(rule.origin.name): set() for rule in rules}
    changed = True
    while changed:
        changed = False
        for rule in rules:
            own, head = first[str(rule.origin.name)], rule.expansion[0]
            new = {str(head.name)} if head.is_term else first[str(head.name)]
            if not new <= own:
                own |= new
                changed = True
    return first


def _needs(rules: Iterable[Rule]) -> dict[str, frozenset[str]]:
    """The terminals that occur in whatever each nonterminal stands for."""
    needs: dict[str, frozenset[str]] = {}
    changed = True
    while changed:
        changed = False
        found: dict[str, frozenset[str]] = {}
        for rule in rules:
            if all(symbol.is_term or symbol.name in needs for symbol in rule.expansion):
                own = frozenset().union(*(_needed(symbol, needs) for symbol in rule.expansion))
                name = str(rule.origin.name)
                found[name] = found[name] & own if name in found else own
        changed = found != needs
        needs = found
    return needs


def _needed(symbol: Any, needs: Mapping[str, frozenset[str]]) -> frozenset[str]:
    return frozenset((str(symbol.name),)) if symbol.is_term else needs[str(symbol.name)]


def parse(lexemes: list[Lexeme], start: str = "start", without: Set[str] = frozenset()) -> Node | None:
    """The forest of all parses that use none of the rules ``without``, or None if there is none."""
    left: list[frozenset[str]] = [frozenset()]
    for lexeme in reversed(lexemes):
        left.append(left[-1] | _terminals(lexeme))
    left.reverse()
    column = _Column(0, left[0], without)
    column.wait_for(start, lexemes)
    for at, lexeme in enumerate(lexemes):
        column = column.after(lexeme, lexemes, left[at + 1])
        if not column.made:
            return None
    return column.made.get((start, 0))


def where_it_stopped(lexemes: list[Lexeme], start: str = "start") -> Stopped:
    """Parse with all rules, whether or not their words occur, to learn where none goes on, and what could have come."""
    column = _Column(0)
    column.wait_for(start, lexemes)
    for at, lexeme in enumerate(lexemes):
        following = column.after(lexeme, lexemes)
        if not following.made:
            return Stopped(at, column.expected())
        column = following
    return Stopped(len(lexemes), column.expected())


def _terminals(lexeme: Lexeme) -> frozenset[str]:
    """The terminal, and what it may also be: a column may be called by a word of the grammar."""
    return frozenset((lexeme.terminal,) if lexeme.also is None else (lexeme.terminal, lexeme.also))


@dataclass(slots=True)
class _Column:
    """What is known between two terminals.

    Attributes:
        at: how many terminals have been seen.
        left: the terminals of the rest; None if any may come.
        without: the rules that take no part.
        before: the columns before this one, and this one.
        waiting: the items that expect each nonterminal.
        scanned: the items that expect a terminal.
        made: what ends here, by its name, or by its item if it is not complete, and where it began.
    """

    at: int
    left: frozenset[str] | None = None
    without: Set[str] = frozenset()
    before: list[_Column] = field(default_factory=list)
    waiting: dict[str, list[Item]] = field(default_factory=dict)
    scanned: list[Item] = field(default_factory=list)
    made: dict[tuple[str | Dotted, int], Node] = field(default_factory=dict)
    complete: list[tuple[str, int, Node]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.before.append(self)

    def after(self, lexeme: Lexeme, lexemes: list[Lexeme], left: frozenset[str] | None = None) -> _Column:
        """The column behind the terminal; it has made nothing if no rule goes on so."""
        following = _Column(self.at + 1, left, self.without, self.before)
        for dotted, start, node in self.scanned:
            if dotted.expected == lexeme.terminal:
                following._advance(dotted, start, node, Leaf(dotted.expected, lexeme.value), lexemes)
            elif dotted.expected == lexeme.also:
                following._advance(dotted, start, node, Leaf(dotted.expected, None, as_a_word=True), lexemes)
        while following.complete:
            name, start, node = following.complete.pop()
            for dotted, begun, seen in self.before[start].waiting.get(name, ()):
                following._advance(dotted, begun, seen, node, lexemes)
        return following

    def wait_for(self, name: str, lexemes: list[Lexeme]) -> None:
        """Predict the rules of a nonterminal, if it is not waited for yet."""
        if name in self.waiting:
            return
        self.waiting[name] = []
        if self.at == len(lexemes):
            return
        for dotted in self._beginning(name, lexemes[self.at]):
            if (self.left is None or dotted.needs <= self.left) and dotted.rule.alias not in self.without:
                self._wait(dotted, self.at, None, lexemes)

    def expected(self) -> frozenset[str]:
        """The terminals that could come here."""
        first = language().first
        found = {dotted.expected for dotted, _, _ in self.scanned}
        return frozenset(found.union(*(first[name] for name in self.waiting)))

    def _beginning(self, name: str, lexeme: Lexeme) -> Iterable[Dotted]:
        beginning = language().beginning
        found = beginning.get((name, lexeme.terminal), ())
        if lexeme.also is None:
            return found
        return dict.fromkeys((*found, *beginning.get((name, lexeme.also), ())))

    def _wait(self, dotted: Dotted, start: int, node: Node | None, lexemes: list[Lexeme]) -> None:
        if dotted.terminal:
            self.scanned.append((dotted, start, node))
        else:
            self.wait_for(dotted.expected, lexemes)
            self.waiting[dotted.expected].append((dotted, start, node))

    def _advance(
        self, dotted: Dotted, start: int, node: Node | None, child: Node | Leaf, lexemes: list[Lexeme]
    ) -> None:
        """An item of an earlier column has seen what it expected."""
        then = dotted.then
        assert then is not None
        name = "" if then.expected else str(then.rule.origin.name)
        key = (name or then, start)
        made = self.made.get(key)
        if made is None:
            made = self.made[key] = Node(name)
            if name:
                self.complete.append((name, start, made))
            else:
                self._wait(then, start, made, lexemes)
        made.ways.append((then.rule, node, child))
