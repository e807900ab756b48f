"""What parsing a list of terminals with the grammar gives: a forest, or where it stopped.

Earley's algorithm, with one terminal of lookahead: only those rules are predicted that can begin with the next
terminal, and whose words occur in the rest of the explanation: all that the rule cannot do without, and for each of its
parts one of those of which it needs one. That makes the time depend on the explanation and not on how much can be said
(docs/decisions/0003-rules-by-sentence.md). No rule of the grammar is empty, so whatever is complete has begun in an
earlier column.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, field

from ..primitives.registry import kept
from .forest import Leaf, Node
from .language import Dotted, language
from .lexemes import Lexeme
from .runs import alternatives, inner_items, listed_items

LIST_ALONE = "bare_choice"
"""The rule of a clause that is nothing but a list."""

NOT_WITHIN = frozenset({"condition", "clause", "qualifier"})
"""What does not begin in the middle of a long list, or at the second of two alternatives."""


@dataclass(frozen=True, slots=True)
class Stopped:
    """Where a parse could not go on: the index of the lexeme (their number at the end), and what could have come."""

    at: int
    expected: frozenset[str]


Item = tuple[Dotted, int, Node | None]
"""A dotted rule, where it began, and what it has seen."""


def parse(lexemes: list[Lexeme], start: str = "start", without: Set[str] = frozenset()) -> Node | None:
    """The forest of all parses that use none of the rules ``without``, or None if there is none."""
    chart = chart_of(lexemes, start, without)
    return chart.columns[-1].made.get((start, 0)) if chart.whole else None


def chart_of(lexemes: list[Lexeme], start: str = "start", without: Set[str] = frozenset()) -> Chart:
    """The chart of only those rules whose words occur."""
    bits = language().bits
    left = [0]
    for lexeme in reversed(lexemes):
        left.append(left[-1] | bits.get(lexeme.terminal, 0) | bits.get(lexeme.also or "", 0))
    left.reverse()
    return Chart(lexemes, start, left, without, *_within_lists(lexemes))


def _within_lists(lexemes: list[Lexeme]) -> tuple[frozenset[int], frozenset[int]]:
    """Where nothing of :data:`NOT_WITHIN` begins, and where no clause of a list alone."""
    listed = ["QUOTED_TEXT" if lexeme.terminal == "LEXICON_NAME" else lexeme.terminal for lexeme in lexemes]
    first = _item_starts()
    inner = inner_items(listed, first) | alternatives(listed, language().first["what_predicate"])
    return inner, listed_items(listed, first)


@kept
def _item_starts() -> frozenset[str]:
    """The terminals with which an item of a list begins: a quotation, what says how it is matched, or "no"."""
    first = language().first
    return frozenset({*first["quoted_pattern"], "NO"} - first["verb_text"])


def where_it_stopped(lexemes: list[Lexeme], start: str = "start") -> Stopped:
    """Parse with all rules, whether or not their words occur, to learn where none goes on, and what could have come."""
    chart = Chart(lexemes, start, None, frozenset(), *_within_lists(lexemes))
    last = chart.columns[-1]
    return Stopped(len(chart.columns) - 1, last.expected())


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
        left: the terminals from each place on, a bit for each; None if any may come.
        without: the rules that take no part.
        inner: where nothing of :data:`NOT_WITHIN` begins.
        listed: where no clause of a list alone begins.
    """

    __slots__ = ("columns", "complete", "found", "inner", "left", "lexemes", "listed", "without")

    def __init__(
        self,
        lexemes: list[Lexeme],
        start: str,
        left: list[int] | None = None,
        without: Set[str] = frozenset(),
        inner: Set[int] = frozenset(),
        listed: Set[int] = frozenset(),
    ) -> None:
        self.lexemes, self.left, self.without, self.inner, self.listed = lexemes, left, without, inner, listed
        self.columns = [Column()]
        self.complete: list[tuple[str, int, Node]] = []
        self.found: dict[tuple[str, str, str | None, int | None], list[Dotted]] = {}
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
        if at < len(self.lexemes) and not (name in NOT_WITHIN and at in self.inner):
            for dotted in self._predicted(name, at):
                if at not in self.listed or dotted.rule.alias != LIST_ALONE:
                    self._wait(dotted, at, None)

    def _predicted(self, name: str, at: int) -> list[Dotted]:
        """The rules of a nonterminal that can begin here."""
        lexeme, left = self.lexemes[at], None if self.left is None else self.left[at]
        key = (name, lexeme.terminal, lexeme.also, left)
        known = self.found.get(key)
        if known is None:
            beginning = language().beginning
            known = list(beginning.get((name, lexeme.terminal), ()))
            if lexeme.also is not None:
                known = list(dict.fromkeys((*known, *beginning.get((name, lexeme.also), ()))))
            if left is not None:
                known = [dotted for dotted in known if left & dotted.needs == dotted.needs]
                known = [dotted for dotted in known if all(map(left.__and__, dotted.some))]
            if self.without:
                known = [dotted for dotted in known if dotted.rule.alias not in self.without]
            self.found[key] = known
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
        name = "" if then.expected else then.rule.name
        key = (name or then, start)
        part = made.get(key)
        if part is None:
            part = made[key] = Node(name)
            if name:
                self.complete.append((name, start, part))
            else:
                self._wait(then, start, part)
        part.ways.append((then.rule, node, child))
