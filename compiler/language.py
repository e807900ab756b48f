"""The compiled grammar: its rules, and what is known of each of them before anything is read.

Lark turns the grammar's text into plain rules. That takes a second, so they are kept in the cache folder, under a hash
of the text.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Set
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

import lark
import lark.grammar

from ..corpora.cache import cache_folder
from ..corpora.writing import write_file
from ..grammar.diagnostics import SaysoError
from ..primitives.registry import kept
from .templates import VALUES, grammar

STARTS = ["start", "definition"]
"""What can be read: a condition, or the list of a lexicon."""

FORMAT = 1
"""Of the kept rules."""

MOST = 8
"""How many grammars are kept: those of other releases, and those with primitives of one's own."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to build a nonterminal. Names of terminals are in capitals, those of nonterminals are not.

    Attributes:
        name: the nonterminal.
        alias: the name under which its meaning is known, if that is another.
        parts: the terminals and nonterminals it is made of; at least one.
        order: its place among the nonterminal's rules.
        transparent: whether with one part it means what that part means.
    """

    name: str
    alias: str | None
    parts: tuple[str, ...]
    order: int
    transparent: bool


@dataclass(frozen=True, slots=True, eq=False)
class Dotted:
    """A rule of which a part has been seen.

    Attributes:
        rule: the rule.
        expected: what comes next; empty if the rule is complete.
        needs: the terminals without which the rule has no words, a bit for each.
        some: sets of terminals, of each of which it needs one.
        then: the rule when what comes next has been seen.
    """

    rule: Rule
    expected: str
    needs: int
    some: tuple[int, ...]
    then: Dotted | None
    terminal: bool


@dataclass(frozen=True)
class Language:
    """What the reader has to know of the grammar.

    Attributes:
        terminals: the terminal of each word.
        first: the terminals that each nonterminal can begin with.
        beginning: the rules of a nonterminal that can begin with a terminal.
        bits: the bit that stands for each terminal in a set of them.
        nouns: the terminals of words that only call the text something: "comment", "message".
    """

    terminals: Mapping[str, str]
    first: Mapping[str, Set[str]]
    beginning: Mapping[tuple[str, str], tuple[Dotted, ...]]
    bits: Mapping[str, int]
    nouns: frozenset[str]


@kept
def language() -> Language:
    """The grammar, compiled once per process."""
    text = grammar().text
    key = blake2b(f"{FORMAT} {lark.__version__} {text}".encode(), digest_size=16).hexdigest()
    terminals, rules = _compiled(text, cache_folder() / "grammars" / f"{key}.json")
    first, needs, some = _firsts(rules), _needs(rules), _some(rules)
    bits = {name: 1 << i for i, name in enumerate(sorted({p for rule in rules for p in rule.parts if is_terminal(p)}))}
    beginning: dict[tuple[str, str], list[Dotted]] = {}
    for rule in rules:
        dotted = _dotted(rule, needs, some, bits)
        for terminal in {dotted.expected} if dotted.terminal else first[dotted.expected]:
            beginning.setdefault((rule.name, terminal), []).append(dotted)
    nouns = frozenset(part for rule in rules if rule.name == "_plain_noun" for part in rule.parts)
    others = {part for rule in rules if rule.name != "_noun" for part in rule.parts}
    nouns |= {
        part for rule in rules if rule.name == "_noun" and is_terminal(rule.parts[0]) for part in rule.parts
    } - others
    return Language(terminals, first, {key: tuple(found) for key, found in beginning.items()}, bits, nouns)


Compiled = tuple[dict[str, str], list[Rule]]
"""The terminal of each word, and the rules."""


def _compiled(text: str, place: Path) -> Compiled:
    """The rules kept at ``place``; if there are none, what Lark makes of the grammar's text, which is kept there."""
    kept_rules = _kept(place)
    if kept_rules is not None:
        return kept_rules
    made = lark.Lark(text, parser=None, lexer="basic", start=STARTS)
    terminals = {str(t.pattern.value): str(t.name) for t in made.terminals if t.name not in VALUES}
    rules = [_rule(rule) for rule in made.rules]
    plain = [[rule.name, rule.alias, rule.parts, rule.order, rule.transparent] for rule in rules]
    with suppress(SaysoError, OSError):  # a cache that cannot be written is done without
        write_file(place, json.dumps({"terminals": terminals, "rules": plain}, separators=(",", ":")))
        for old in sorted(place.parent.glob("*.json"), key=lambda file: file.stat().st_mtime)[:-MOST]:
            old.unlink(missing_ok=True)
    return terminals, rules


def _rule(rule: lark.grammar.Rule) -> Rule:
    """A rule as Lark has it."""
    alias = str(rule.alias) if rule.alias else None
    parts = tuple(str(part.name) for part in rule.expansion)
    return Rule(str(rule.origin.name), alias, parts, rule.order, bool(rule.options.expand1))


def _kept(place: Path) -> Compiled | None:
    """The rules kept at ``place``, or None if nothing whole is there."""
    try:
        found = json.loads(place.read_bytes())
        rules = [Rule(name, alias, tuple(parts), *rest) for name, alias, parts, *rest in found["rules"]]
        return dict(found["terminals"]), rules
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _dotted(
    rule: Rule, needs: Mapping[str, frozenset[str]], some: Mapping[str, frozenset[str]], bits: Mapping[str, int]
) -> Dotted:
    """The rule of which nothing has been seen."""

    def mask(terminals: Set[str]) -> int:
        return sum(bits[terminal] for terminal in terminals)

    own = frozenset().union(*(_needed(part, needs) for part in rule.parts))
    parts = dict.fromkeys(some[part] for part in rule.parts if not is_terminal(part))
    one_of = tuple(mask(part) for part in sorted((part for part in parts if own.isdisjoint(part)), key=len))
    needed = mask(own)
    dotted = Dotted(rule, "", needed, one_of, None, False)
    for part in reversed(rule.parts):
        dotted = Dotted(rule, part, needed, one_of, dotted, is_terminal(part))
    return dotted


def is_terminal(name: str) -> bool:
    """Whether it is the name of a terminal."""
    return name.isupper()


def _firsts(rules: Iterable[Rule]) -> dict[str, set[str]]:
    """The terminals with which each nonterminal can begin."""
    first: dict[str, set[str]] = {rule.name: set() for rule in rules}
    changed = True
    while changed:
        changed = False
        for rule in rules:
            own, head = first[rule.name], rule.parts[0]
            new = {head} if is_terminal(head) else first[head]
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
            if all(is_terminal(part) or part in needs for part in rule.parts):
                own = frozenset().union(*(_needed(part, needs) for part in rule.parts))
                found[rule.name] = found[rule.name] & own if rule.name in found else own
        changed = found != needs
        needs = found
    return needs


def _needed(part: str, needs: Mapping[str, frozenset[str]]) -> frozenset[str]:
    return frozenset((part,)) if is_terminal(part) else needs[part]


COMMON = frozenset({"QUOTED_TEXT", "COMMA", "AND", "OR", "IT", "IS", "IN", "OF", "NUMERAL"})
"""The terminals of which most explanations have one; little is learned from needing one of them."""

ROUNDS = 2
"""How often the parts that represent the rules are chosen anew."""


def _some(rules: Iterable[Rule]) -> dict[str, frozenset[str]]:
    """For each nonterminal terminals of which whatever it stands for has at least one: as few and rare ones as found.

    Each rule of it is represented by one of its parts, and the parts by their own terminals. That holds by induction on
    the height of a derivation, whichever part represents a rule.
    """
    some: dict[str, set[str]] = {rule.name: set() for rule in rules}
    parts: dict[Rule, str] = {}

    def own(part: str) -> set[str]:
        return {part} if is_terminal(part) else some[part]

    def rarity(part: str) -> int:
        return len(own(part)) + 100 * len(own(part) & COMMON)

    def grow() -> bool:
        changed = False
        for rule, part in parts.items():
            into = some[rule.name]
            if not own(part) <= into:
                into |= own(part)
                changed = True
        return changed

    for rule in rules:
        parts[rule] = rule.name if rule.name in rule.parts else rule.parts[0]
    open_ = [rule for rule, part in parts.items() if part != rule.name and len(rule.parts) > 1]
    for _ in range(ROUNDS):
        some.update((name, set()) for name in some)
        while grow():
            pass
        parts.update((rule, min(rule.parts, key=rarity)) for rule in open_)
    some.update((name, set()) for name in some)
    while grow():
        pass
    return {name: frozenset(found) for name, found in some.items()}
