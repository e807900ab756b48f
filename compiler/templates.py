"""The grammar of one domain: the closed-class .lark files and the rules generated from the primitives' phrases."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from ..corpora.tokenizer import lemma, tokenize
from ..grammar.nodes import slot_types
from ..grammar.words import FILLER, FORMS
from ..primitives.base import Primitive
from ..primitives.phrases import Item, Options, Phrase, Slot, Word, say
from ..primitives.registry import CORE, kept, primitives
from ..primitives.verbs import SHARED

COLUMNS = frozenset({"COLUMN_NAME", "TEXT_COLUMN", "NUMBER_COLUMN", "DATE_COLUMN", "TRUTH_COLUMN", "TRUTH_PART"})
"""The terminals that stand for columns."""

NAMES = COLUMNS | {
    "LEXICON_NAME",
    "ARGUMENT_NAME",
    "ARGUMENT_PAIR",
    "COLUMN_GROUP",
    "AGED_PERSON",
    "AGED_THING",
    "UNIT_NAME",
    "UNTRUE",
    "PLACE_COLUMN",
    "FIELD_VALUE",
    "OWN_VALUE",
    "COMPARATIVE",
    "MOMENT_NOUN",
    "SECTION_NAME",
}
"""The terminals that stand for what the user or the corpus has named."""

NUMERALS = frozenset(
    {
        "NUMERAL",
        "DECADE_NUMBER",
        "TIMES_NUMBER",
        "MONEY_AMOUNT",
        "ORDINAL_NUMBER",
        "GIVEN_DATE",
        "CLOCK_TIME",
        "WEEKDAY_NAME",
        "MONTH_NAME",
    }
)
"""The terminals of numbers, dates and times."""

VALUES = frozenset({"QUOTED_TEXT", "NAMING_QUOTE", "TOLD_SHAPE", "VAGUE_AMOUNT", "VAGUE_LENGTH"}) | NUMERALS | NAMES
"""The terminals that carry a value."""

FILES = (
    "clauses.lark",
    "lists.lark",
    "amounts.lark",
    "variety.lark",
    "relations.lark",
    "pairs.lark",
    "reference.lark",
    "neighbours.lark",
    "sides.lark",
    "succession.lark",
    "tables.lark",
    "dates.lark",
    "columns.lark",
    "ellipsis.lark",
    "rows.lark",
    "records.lark",
    "sizes.lark",
    "attributes.lark",
    "texts.lark",
    "parts.lark",
    "brief.lark",
    "compound.lark",
    "sentences.lark",
    "measures.lark",
    "notation.lark",
    "again.lark",
)
"""The closed-class grammar, in reading order."""

INTERVALS = frozenset({"amount", "over", "under", "times", "share"})
"""The slots of a quantity's phrases that name the interval it is compared with."""


SUBJECTS = {"where": "text", "what": "what", "column": ""}
"""The slots of which a clause is said, and what its verbs are called; those of columns by the column's category."""

WRITER = "writer"
"""The category of whoever wrote the text, whose verbs are its own."""


@dataclass(frozen=True, slots=True)
class Template:
    """A generated rule: the primitive and phrase it stands for, and how the phrase's first words are shared out."""

    rule: str
    primitive: type[Primitive]
    phrase: Phrase
    subject: str | None


@dataclass(frozen=True, slots=True)
class Grammar:
    """The text of a Lark grammar and the template behind each generated rule's name."""

    text: str
    templates: dict[str, Template]


@kept
def grammar() -> Grammar:
    """The whole grammar; built once."""
    texts = [
        *closed_texts(),
        *(f"{name}: {_expand(say(f'({verbs})').items, Primitive)}" for name, verbs in SHARED.items()),
    ]
    rules: dict[str, list[str]] = {"locative": ["somewhere"], "term": [], "kind": ["grouped_kind"]}
    templates: dict[str, Template] = {}
    for cls in primitives().values():
        snake = re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()
        for i, phrase in enumerate(cls.phrases):
            name = f"{snake}_{i}"
            template, nonterminal, expansion = _rule(name, cls, phrase)
            templates[name] = template
            if nonterminal == "kind":  # the same word may name two kinds, which Lark allows of rules, not of aliases
                texts.append(f"{name}: {expansion}")
                rules.setdefault(nonterminal, []).append(name)
            else:
                rules.setdefault(nonterminal, []).append(f"{expansion} -> {name}")
        for i, phrase in enumerate(cls.names):
            name = f"{snake}_name_{i}"
            templates[name] = Template(name, cls, phrase, None)
            rules["term"].append(f"{_expand(phrase.items, cls)} -> {name}")
    for nonterminal, alternatives in rules.items():
        texts.append(f"?{nonterminal}: " + "\n    | ".join(alternatives))
    return Grammar(f"%declare AND_THEN AND_LATER {' '.join(sorted(VALUES))}\n" + "\n".join(texts), templates)


def _rule(name: str, cls: type[Primitive], phrase: Phrase) -> tuple[Template, str, str]:
    """The template, the nonterminal it belongs to, and its expansion in Lark's notation."""
    items = list(phrase.items)
    first = items[0]
    if cls.category != "clause" or not isinstance(first, Slot) or first.name not in SUBJECTS:
        expansion = _expand(tuple(items), cls)
        nonterminal = "full_clause" if cls.category == "clause" else cls.category
        return Template(name, cls, phrase, None), nonterminal, expansion
    subject = first.name
    kind = WRITER if first.category == WRITER else SUBJECTS[subject] or str(first.category)
    rest = items[1:]
    verb = "verb"
    if isinstance(rest[0], Word) and rest[0].text == "is":
        verb, rest = "be", rest[1:]
    return Template(name, cls, phrase, subject), f"{verb}_{kind}", _expand(tuple(rest), cls)


def _expand(items: tuple[Item, ...], cls: type[Primitive]) -> str:
    """The items in Lark's notation."""
    parts = []
    for item in items:
        if isinstance(item, Word):
            parts += literals(item.text)
        elif isinstance(item, Slot):
            parts.append(item.category or category(cls, item.name))
        else:
            parts.append(_options(item, cls))
    return " ".join(parts)


def _options(item: Options, cls: type[Primitive]) -> str:
    sequences = [_expand(sequence, cls) for sequence in item.sequences]
    filled = list(dict.fromkeys(s for s in sequences if s))
    if not filled:
        return ""
    return f"({' | '.join(filled)})" + ("?" if len(filled) < len(set(sequences)) else "")


def literals(text: str) -> list[str]:
    """A word of a phrase as Lark's quoted strings, cut up as the tokenizer cuts explanations; none for a filler."""
    forms = [token.form.lower() for token in tokenize(text)]
    return [f'"{canonical(form)}"' for form in forms if form not in FILLER]


@cache
def canonical(word: str) -> str:
    """The form under which the grammar knows a word: itself if the closed-class grammar has it, else its lemma."""
    word = FORMS.get(word, word)
    return word if word in closed_words() else lemma(word)


@cache
def closed_words() -> frozenset[str]:
    """The words that the closed-class grammar names; they are taken as they are."""
    return frozenset(re.findall(r'"([^"]+)"', "".join(closed_texts())))


@cache
def reserved() -> frozenset[str]:
    """The words that the user can give no other meaning: those of texts, lists and logic, but not of single domains."""
    core = re.findall(r'"([^"]+)"', "".join(closed_texts()[: FILES.index("relations.lark")]))
    phrases = [phrase for cls in primitives(CORE).values() for phrase in cls.phrases]
    return frozenset([*core, *(word.strip('"') for phrase in phrases for word in _literal_words(phrase.items))])


def _literal_words(items: tuple[Item, ...]) -> Iterator[str]:
    """The words of a phrase as the grammar knows them."""
    for item in items:
        if isinstance(item, Word):
            yield from literals(item.text)
        elif isinstance(item, Options):
            for sequence in item.sequences:
                yield from _literal_words(sequence)


@cache
def closed_texts() -> tuple[str, ...]:
    """The closed-class grammar files."""
    package = resources.files(__package__.rpartition(".")[0] + ".grammar")
    return tuple((package / name).read_text(encoding="utf-8") for name in FILES)


def category(cls: type[Primitive], slot: str) -> str:
    """The category of the grammar that fills a slot, from the slot's declared type."""
    if slot in INTERVALS:
        return slot
    hint = str(slot_types(cls)[slot])
    for part, found in (
        ("Choice", "choice"),
        ("Interval", "amount"),
        ("tuple", "patterns"),
        ("str", "quoted"),
        ("int", "number"),
    ):
        if part in hint:
            return found
    return "locatives"
