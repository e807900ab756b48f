"""The grammar, compiled, and what parsing a list of terminals with it gives: a forest, or where it stopped.

Earley's algorithm, with one terminal of lookahead: only those rules are predicted that can begin with the next
terminal, and whose words occur in the rest of the explanation: all that the rule cannot do without, and for each of its
parts one of those of which it needs one. That makes the time depend on the explanation and not on how much can be said
(docs/decisions/0003-rules-by-sentence.md). No rule of the grammar is empty, so whatever is complete has begun in an
earlier column.
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
from .lexemes import Lexeme
from .runs import inner_items
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
        some: sets of terminals, of each of which it needs one.
        then: the rule when what comes next has been seen.
    """

    rule: Rule
    expected: str
    terminal: bool
    needs: frozenset[str]
    some: tuple[frozenset[str], ...]
    then: Dotted | None

    def possible(self, left: Set[str]) -> bool:
        """Whether its words may be among these terminals."""
        return self.needs <= left and not any(one_of.isdisjoint(left) for one_of in self.some)


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
    nouns: frozenset[str]
    """The terminals of words that only call the text something: "comment", "message"."""


@kept
def language() -> Language:
    """The grammar, compiled once per process."""
    lark = Lark(grammar().text, parser="earley", lexer=_NoLexer, ambiguity="forest", start=STARTS)
    terminals = {t.pattern.value: t.name for t in lark.terminals if t.name not in VALUES}
    rules = tuple(lark.rules)
    first, needs, some = _firsts(rules), _needs(rules), _some(rules)
    beginning: dict[tuple[str, str], list[Dotted]] = {}
    for rule in rules:
        dotted = _dotted(rule, needs, some)
        heads = {dotted.expected} if dotted.terminal else first[dotted.expected]
        for terminal in heads:
            beginning.setdefault((str(rule.origin.name), terminal), []).append(dotted)
    nouns = {str(symbol.name) for rule in rules if rule.origin.name == "_plain_noun" for symbol in rule.expansion}
    return Language(rules, terminals, first, {key: tuple(found) for key, found in beginning.items()}, frozenset(nouns))


def _dotted(rule: Rule, needs: Mapping[str, frozenset[str]], some: Mapping[str, frozenset[str]]) -> Dotted:
    """The rule of which nothing has been seen."""
    own = frozenset().union(*(_needed(symbol, needs) for symbol in rule.expansion))
    parts = dict.fromkeys(some[str(symbol.name)] for symbol in rule.expansion if not symbol.is_term)
    one_of = tuple(sorted((part for part in parts if own.isdisjoint(part)), key=len))
    dotted = Dotted(rule, "", False, own, one_of, None)
    for symbol in reversed(rule.expansion):
        dotted = Dotted(rule, str(symbol.name), symbol.is_term, own, one_of, dotted)
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


COMMON = frozenset({"QUOTED_TEXT", "COMMA", "AND", "OR", "IT", "IS", "IN", "OF", "NUMERAL"})
"""The terminals of which most explanations have one; little is learned from needing one of them."""


def _some(rules: Iterable[Rule]) -> dict[str, frozenset[str]]:
    """For each nonterminal terminals of which whatever it stands for has at least one: as few and rare ones as found.

    Each rule of it is represented by one of its parts, and the parts by their own terminals. That holds by induction on
    the height of a derivation, whichever part represents a rule.
    """
    some: dict[str, set[str]] = {str(rule.origin.name): set() for rule in rules}
    parts: dict[Rule, Any] = {}

    def own(symbol: Any) -> set[str]:
        return {str(symbol.name)} if symbol.is_term else some[str(symbol.name)]

    def rarity(symbol: Any) -> int:
        return len(own(symbol)) + 100 * len(own(symbol) & COMMON)

    def grow() -> bool:
        changed = False
        for rule, part in parts.items():
            into = some[str(rule.origin.name)]
            if not own(part) <= into:
                into |= own(part)
                changed = True
        return changed

    for rule in rules:
        parts[rule] = next((part for part in rule.expansion if part == rule.origin), rule.expansion[0])
    open_ = [rule for rule, part in parts.items() if part != rule.origin and len(rule.expansion) > 1]
    for _ in range(ROUNDS):
        some.update((name, set()) for name in some)
        while grow():
            pass
        parts.update((rule, min(rule.expansion, key=rarity)) for rule in open_)
    some.update((name, set()) for name in some)
    while grow():
        pass
    return {name: frozenset(found) for name, found in some.items()}


ROUNDS = 2
"""How often the parts that represent the rules are chosen anew."""


def _needed(symbol: Any, needs: Mapping[str, frozenset[str]]) -> frozenset[str]:
    return frozenset((str(symbol.name),)) if symbol.is_term else needs[str(symbol.name)]


def parse(lexemes: list[Lexeme], start: str = "start", without: Set[str] = frozenset()) -> Node | None:
    """The forest of all parses that use none of the rules ``without``, or None if there is none."""
    chart = chart_of(lexemes, start, without)
    return chart.columns[-1].made.get((start, 0)) if chart.whole else None


def chart_of(lexemes: list[Lexeme], start: str = "start", without: Set[str] = frozenset()) -> Chart:
    """The chart of only those rules whose words occur."""
    left: list[frozenset[str]] = [frozenset()]
    for lexeme in reversed(lexemes):
        more = _terminals(lexeme)
        left.append(left[-1] if more <= left[-1] else left[-1] | more)
    left.reverse()
    return Chart(lexemes, start, left, without, inner_items([lexeme.terminal for lexeme in lexemes], _item_starts()))


@kept
def _item_starts() -> frozenset[str]:
    """The terminals with which an item of a list begins: a quotation, what says how it is matched, or "no"."""
    first = language().first
    return frozenset({*first["quoted_pattern"], "NO"} - first["verb_text"])


def where_it_stopped(lexemes: list[Lexeme], start: str = "start") -> Stopped:
    """Parse with all rules, whether or not their words occur, to learn where none goes on, and what could have come."""
    chart = Chart(lexemes, start)
    last = chart.columns[-1]
    return Stopped(len(chart.columns) - 1, last.expected())


def _terminals(lexeme: Lexeme) -> frozenset[str]:
    """The terminal, and what it may also be: a column may be called by a word of the grammar."""
    return frozenset((lexeme.terminal,) if lexeme.also is None else (lexeme.terminal, lexeme.also))


@dataclass(slots=True)
class Column:
    """What is known between two terminals.

    Attributes:
        waiting: the items that expect each nonterminal.
        scanned: the items that expect a terminal.
        made: what ends here, by its name, or by its item if it is not complete, and where it began.
    """

    waiting: dict[str, list[Item]] = field(default_factory=dict)
    scanned: list[Item] = field(default_factory=list)
    made: dict[tuple[str | Dotted, int], Node] = field(default_factory=dict)

    def expected(self) -> frozenset[str]:
        """The terminals that could come here."""
        first = language().first
        found = {dotted.expected for dotted, _, _ in self.scanned}
        return frozenset(found.union(*(first[name] for name in self.waiting)))

    def __len__(self) -> int:
        """How many items there are."""
        return len(self.made) + len(self.scanned) + sum(map(len, self.waiting.values()))


class Chart:
    """The columns of a parse, as far as any rule goes on.

    Args:
        lexemes: the terminals.
        start: what is to be read.
        left: the terminals from each place on; None if any may come.
        without: the rules that take no part.
        inner: where no clause begins.
    """

    __slots__ = ("columns", "complete", "found", "inner", "left", "lexemes", "without")

    def __init__(
        self,
        lexemes: list[Lexeme],
        start: str,
        left: list[frozenset[str]] | None = None,
        without: Set[str] = frozenset(),
        inner: Set[int] = frozenset(),
    ) -> None:
        self.lexemes, self.left, self.without, self.inner = lexemes, left, without, inner
        self.columns = [Column()]
        self.complete: list[tuple[str, int, Node]] = []
        self.found: dict[tuple[str, str, str | None, int], list[Dotted]] = {}
        self._wait_for(start)
        for lexeme in lexemes:
            self._scan(lexeme)
            if not self.columns[-1].made:
                self.columns.pop()
                break

    @property
    def whole(self) -> bool:
        """Whether it goes on to the end."""
        return len(self.columns) > len(self.lexemes)

    def _scan(self, lexeme: Lexeme) -> None:
        """Add the column behind the terminal."""
        before = self.columns[-1]
        self.columns.append(Column())
        for dotted, start, node in before.scanned:
            if dotted.expected == lexeme.terminal:
                self._advance(dotted, start, node, Leaf(dotted.expected, lexeme.value))
            elif dotted.expected == lexeme.also:
                self._advance(dotted, start, node, Leaf(dotted.expected, None, as_a_word=True))
        while self.complete:
            name, start, made = self.complete.pop()
            for dotted, begun, seen in self.columns[start].waiting.get(name, ()):
                self._advance(dotted, begun, seen, made)

    def _wait_for(self, name: str) -> None:
        """Predict the rules of a nonterminal in the last column, if it is not waited for yet."""
        waiting, at = self.columns[-1].waiting, len(self.columns) - 1
        if name in waiting:
            return
        waiting[name] = []
        if at < len(self.lexemes) and not (name == "clause" and at in self.inner):
            for dotted in self._predicted(name, at):
                self._wait(dotted, at, None)

    def _predicted(self, name: str, at: int) -> list[Dotted]:
        """The rules of a nonterminal that can begin here."""
        lexeme, left = self.lexemes[at], None if self.left is None else self.left[at]
        key = (name, lexeme.terminal, lexeme.also, id(left))
        known = self.found.get(key)
        if known is None:
            beginning = language().beginning
            found = dict.fromkeys(beginning.get((name, lexeme.terminal), ()))
            if lexeme.also is not None:
                found.update(dict.fromkeys(beginning.get((name, lexeme.also), ())))
            known = self.found[key] = [
                dotted
                for dotted in found
                if dotted.rule.alias not in self.without and (left is None or dotted.possible(left))
            ]
        return known

    def _wait(self, dotted: Dotted, start: int, node: Node | None) -> None:
        if dotted.terminal:
            self.columns[-1].scanned.append((dotted, start, node))
        else:
            self._wait_for(dotted.expected)
            self.columns[-1].waiting[dotted.expected].append((dotted, start, node))

    def _advance(self, dotted: Dotted, start: int, node: Node | None, child: Node | Leaf) -> None:
        """An item of an earlier column has seen what it expected."""
        then = dotted.then
        assert then is not None
        made = self.columns[-1].made
        name = "" if then.expected else str(then.rule.origin.name)
        key = (name or then, start)
        part = made.get(key)
        if part is None:
            part = made[key] = Node(name)
            if name:
                self.complete.append((name, start, part))
            else:
                self._wait(then, start, part)
        part.ways.append((then.rule, node, child))
