"""Mutated explanations: none may crash the reader, take over a second, or be read without one of its content words.

Run: ``python benchmarks/fuzz_reading.py [--count 100000] [--seed 0] [--processes 2]``. It prints what it found as JSON
and ends with exit code 1 if that is anything. ``tests/compiler/test_fuzz.py`` runs a small sample.

Explanations are taken from the .say files, the tests' readings, the judged suite (with its columns) and what Sayso says
back of them, with several columns, with argument spans, with and without entities. One to three times, a word,
character, number, quote or bracket is dropped, doubled, swapped, put in or replaced, or another one is glued on.
What is still read must pass these checks:

- what Sayso says back of it is read with the same meaning;
- every letter and digit belongs to a terminal, a filler, or padding;
- other words in a pair of quotes, another number: another meaning, or none;
- without any other word but the :data:`EMPTY` ones: another meaning, or none.

Meanings are compared before canonical form, which may rightly drop what another part of the condition implies.

A word may say again what the rest says ("is *repeated* at least twice"). It does if there is a stretch of the
explanation without which it makes a difference, and what is said then follows from what the whole explanation says:
nothing of it is lost. Where no such stretch is found, a word that says otherwise (:data:`OPPOSED`) is put in its place,
which must make a difference.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import traceback
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from time import process_time
from typing import Any

from sayso.compiler.analysis import implies
from sayso.compiler.cues import OWNERS
from sayso.compiler.diagnose import diagnose, known_words
from sayso.compiler.english import english
from sayso.compiler.explanation import Explanation
from sayso.compiler.labels import stated
from sayso.compiler.language import language
from sayso.compiler.lexemes import Lexeme
from sayso.compiler.naming import Column
from sayso.compiler.passes import canonical
from sayso.compiler.quotations import QUOTES
from sayso.compiler.reader import Result, read
from sayso.compiler.scope import NOWHERE, Scope
from sayso.compiler.sources import load
from sayso.compiler.spelling import corrected
from sayso.compiler.templates import COLUMNS
from sayso.compiler.templates import canonical as canonical_word
from sayso.corpora.tokenizer import lemma
from sayso.grammar.hasty import SHORTHAND
from sayso.grammar.words import ROW_NOUNS
from sayso.primitives.base import Source, sources
from sayso.primitives.verbs import MENTIONS, OCCURS, SEEN, WHOLLY, WRITES, WRITTEN

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

LIMIT = 1.0
"""The most seconds of processor time a reading may take."""

EMPTY = frozenset({
    "it", "its", "there", "that", "which", "these", "those", "this", "the", "a", "an", "one", "any", "all",
    "both", "either", "each", "every", "whole", "own", "own's", "itself", "is", "are", "was", "were", "be",
    "been", "being", "do", "does", "did", "has", "have", "had", "having", "can", "could", "of", "in", "on",
    "at", "to", "with", "and", "or", "but", "for", "from", "than", "as", "by's", "yet", "also", "even", "just",
    "only", "exactly", "precisely", "strictly", "quite", "mention", "mentions", "mentioned", "contain", "contains",
    "contained", "containing", "comes", "come", "occurs", "occur", "appears", "appear", "stands", "stand",
    "standing", "found", "finds", "find", "hold", "holds", "named", "written", "writes", "says", "say", "said",
    "saying", "use", "used", "uses", "includes", "include", "included", "show", "shows", "see", "seen",
    "notice", "notices", "notes", "noted", "displayed", "typed", "lies", "located", "placed", "exists", "exist",
    "word", "words", "phrase", "phrases", "term", "terms", "keyword", "keywords", "text", "texts", "string",
    "strings", "letters", "letter", "characters", "character", "mark", "marks", "sign", "signs", "address",
    "somewhere", "anywhere", "long", "length", "consists", "made", "about", "comment", "comments", "message",
    "messages", "review", "reviews", "article", "articles", "email", "emails", "post", "posts", "document",
    "documents", "abstract", "report", "report's", "ticket", "tickets", "sentence's", "row", "record", "item",
    "content", "person", "persons", "people", "somebody", "anyone", "payment", "customer", "account",
    "companies", "sentences", "argument", "arguments", "entity", "name", "names", "if", "when", "whenever",
    "since", "because", "where", "whose", "while", "i", "we", "you", "one's", "he", "she", "his", "her", "user",
    "users", "inside", "range", "part", "individual", "pair",
    "left", "order", "sentence", "section", "sections", "remarks", "working", "example", "they", "want", "entirely",
    "calendar", "such", "like", "following", "sort", "kind", "regular", "expression",
    "who", "patient", "tells", "tell", "told", "some", "someone", "clause", "memo", "therein", "got", "gets", "get",
    "ago", "away", "talks", "speaks", "reads", "goes", "gives", "features", "carries", "bears", "puts", "makes",
    "mail", "place", "items", "out", "plus", "coming", "sits", "make", "wants", "equals", "asks", "states", "matches",
    "lie", "what", "entry", "spelled", "something", "anything", "everything", "everybody", "them", "their", "question",
    "client", "present", "given", "run", "follows", "types", "writing", "threatens", "side", "old", "dollars", "emoji",
    "hashtag", "symbol", "column", "individuals", "guest", "flight", "posting", "purchase", "s", "transaction",
    "candidate", "offer", "age", "past", "line", "up", "km", "falls", "fall", "fell", "theres", "point", "points",
    "put", "insert", "paid", "take", "taken", "go", "thing", "caps", "cell", "statement", "product", "price", "token",
    "tokens", "writer", "reviewer", "ones", "case", "news", "minute", "minutes", "posted", "create", "bar",
    "later", "another", "times", "sole",
    # nouns for a row, and for who wrote it
    "relation", "instance", "instances", "application", "applicant", "sender", "speaker", "poster", "everyone",
    "anybody", "value", "field", "whichever",
    # verbs for standing in a text, and for what a text does
    "state", "type", "note", "display", "indicate", "add", "quote", "comprises", "flank", "surround", "stays", "demand",
    "works", "equal",
    # what says again what is said: "nothing else inbetween", "the same airport", "come together"
    "else", "inbetween", "apart", "together", "airport", "must", "may", "however", "organisation", "buck", "counted",
    "complete", "entire", "full", "intervenes", "sandwich", "enclose", "lasted", "list", "hand", "headline", "passage",
    "flag", "should",
})  # fmt: skip
"""Words that may make no difference: they name what is there anyway, or join what would be joined without them."""

SAYING = (MENTIONS, OCCURS, SEEN, WRITES, WRITTEN, WHOLLY)
VERBS = frozenset(lemma(word) for verbs in SAYING for word in re.findall(r"\w+", verbs))
"""The verbs for being in a text and being written in a way, and that all of it is."""

IDLE = EMPTY | VERBS | {lemma(word) for word in EMPTY}
"""The words that may make no difference, with all their forms."""

ROWS = OWNERS | ROW_NOUNS
"""What a row is called, and who wrote it; these are columns in some tables."""

NAMING = ("_client", "_things_noun", "_amounts")
"""The rules of the grammar whose words name who wrote it, what quoted things are, or that something is so much."""

JOINING = frozenset({"under", "over", "by", "through", "behind", "via"})
"""Words that only join what follows, where that is something that is true or not: "behind a VPN"."""

LONGEST = 6
"""So many words at most are left out to find whether another word says again what they say."""

NAMED = frozenset({"number", "numbers", "date", "dates", "amount", "domain"})
"""Nouns that only say what a quotation behind them is."""

OPPOSED = {
    **dict.fromkeys(("right", "immediately", "directly", "just", "straight"), "two words"),
    **{
        "within": "outside",
        "same": "different",
        "amount": "number",
        "two": "four",
        "three": "four",
        "first": "last",
        "next": "second",
        "last": "first",
        "after": "before",
        "before": "after",
        "among": "after",
        "different": "same",
        "other": "same",
        "longer": "shorter",
        "atleast": "atmost",
        "ending": "beginning",
        "heading": "link",
        "verb": "link",
        "verbs": "links",
        "number": "percentage",
        "by": "without",
    },
}
"""What is put in a word's place where it may say again what is said already ("the word right before X")."""

UNITS = frozenset({"seconds", "minutes", "hours", "days", "weeks", "months", "years", "year", "month", "day", "hour"})
"""Units of time; a number in one is told from a number in another."""

UNITED = frozenset(
    {"UNIT_NAME", "MONEY_AMOUNT", "GIVEN_DATE", "CLOCK_TIME", "WEEKDAY_NAME", "MONTH_NAME", "FIELD_VALUE"}
)
"""Terminals beside which the name of their column may be left out."""

LARGEST = 10**15
"""Floats tell larger whole numbers no longer apart."""

STRANGE = list("\"'“”‘’«»()[]{}#%$@\\/|~^*_<>=+-–—…:;,.!?\u200b\u00a0\u0301\U0001f600ß١\x00\t\n")
"""Characters that are put in."""

WORDS = [
    "blorp", "zebra", "the", "and", "or", "not", "twice", "five", "1,000", "$5,000", "3.5", "70%", "²", "-1", "wife's",
]  # fmt: skip
"""Words that are put in."""


EXPLAINED = 0.1
"""The share of the explanations whose refusal is looked into, which takes longer than the refusal."""


@dataclass(frozen=True)
class Fault:
    """What went wrong with an explanation."""

    kind: str
    text: str
    detail: str


@cache
def seeds() -> list[tuple[str, Scope]]:
    """Explanations that are read, each with what it may name."""
    import suite

    found: list[tuple[str, Scope]] = []
    for path in [*(ROOT / "benchmarks" / "explanations").glob("*.say"), *(ROOT / "corpora" / "samples").glob("*.say")]:
        file = load(path)
        lexicons = {d.name.lower(): read(d.text, start="definition").meanings[0][1] for d in file.definitions}
        found += [(explanation.text, Scope(lexicons)) for explanation in file.explanations]
    for name in ("readings.txt", "minimal_pairs.txt"):
        for line in (ROOT / "tests" / "compiler" / name).read_text(encoding="utf-8").splitlines():
            if line.strip() and not line.startswith(("#", "=>")):
                found += [(text, NOWHERE) for text in line.split(" | ")[:2]]
    for own in (*suite.load_all(), *suite.load_all(ROOT / "benchmarks" / "tried")):
        labels, schema = tuple(own.head["labels"]), own.corpus.schema
        scopes = [Scope(schema=schema), Scope(schema=schema, corpus=own.corpus)]
        if schema.spans:
            scopes.append(Scope(schema=replace(schema, entities=None if schema.entities else "entities")))
        for i, block in enumerate(own.blocks):
            label = stated(block.say, labels)
            found.append((block.say if label is None else label.condition(block.say).strip(), scopes[i % len(scopes)]))
    said = []
    for text, scope in found:
        meanings = read(text, scope, locate=False).meanings
        if meanings:
            said.append((english(canonical(meanings[0][1])), scope))
    return found + said


def mutated(text: str, chance: random.Random) -> str:
    """The explanation with one to three faults, or another one behind it."""
    for _ in range(chance.randint(1, 3)):
        text = chance.choice(MUTATIONS)(text, chance)
    return text


def _dropped(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    del words[chance.randrange(len(words))]
    return " ".join(words)


def _doubled(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    at = chance.randrange(len(words))
    return " ".join([*words[:at], words[at], *words[at:]])


def _swapped(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    at, other = chance.randrange(len(words)), chance.randrange(len(words))
    words[at], words[other] = words[other], words[at]
    return " ".join(words)


def _neighbours_swapped(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    at = chance.randrange(len(words))
    words[at : at + 2] = reversed(words[at : at + 2])
    return " ".join(words)


def _put_in(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    words.insert(chance.randrange(len(words) + 1), chance.choice(chance.choice((WORDS, _vocabulary(), _vocabulary()))))
    return " ".join(words)


def _replaced(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    words[chance.randrange(len(words))] = chance.choice(_vocabulary())
    return " ".join(words)


def _character_dropped(text: str, chance: random.Random) -> str:
    place = chance.randrange(len(text) + 1)
    return text[:place] + text[place + 1 :]


def _character_put_in(text: str, chance: random.Random) -> str:
    place = chance.randrange(len(text) + 1)
    return text[:place] + chance.choice(STRANGE) + text[place:]


def _character_doubled(text: str, chance: random.Random) -> str:
    place = chance.randrange(len(text) + 1)
    return text[:place] + text[max(0, place - 1) : place] + text[place:]


def _other_number(text: str, chance: random.Random) -> str:
    return re.sub(r"\d+", lambda _: str(chance.choice([0, 1, 7, 10**9, 10**14])), text, count=1)


def _other_quotes(text: str, chance: random.Random) -> str:
    left, right = chance.choice(["\u201c\u201d", "\u2018\u2019", "''", "\xab\xbb", "``", "\u201e\u201c", "\"'", "  "])
    return re.sub(r'"([^"]*)"', lambda found: left + found[1] + right, text, count=chance.randint(0, 2))


def _glued(text: str, chance: random.Random) -> str:
    """With another explanation of any scope behind it, however they are joined."""
    return text + chance.choice(GLUE) + chance.choice(seeds())[0]


MUTATIONS = [
    _dropped, _doubled, _swapped, _neighbours_swapped, _put_in, _put_in, _replaced, _character_dropped,
    _character_put_in, _character_doubled, _other_number, _other_quotes, _glued,
]  # fmt: skip

GLUE = [" ", ", ", ". ", "; ", " - ", " and ", " or ", ", but ", " unless ", "\n", ": ", " (", "... ", "!", "? ", " / "]
"""What joins two explanations."""


@cache
def _vocabulary() -> list[str]:
    return known_words()


def faults(text: str, scope: Scope, *, explain: bool = True, tally: Counter[str] | None = None) -> Iterator[Fault]:
    """What is wrong with the way the explanation is read; with ``explain``, also with what is said if it is not.

    What is read is counted in ``tally``.
    """
    begin = process_time()
    try:
        result = read(text, scope, locate=explain)
        if not result.meanings and explain:
            diagnose(Explanation(text, "x"), result, scope)
    except Exception:
        yield Fault("exception", text, traceback.format_exc()[-600:])
        return
    took = process_time() - begin
    if took > LIMIT:
        yield Fault("slow", text, f"{took:.2f} s")
    if result.meanings:
        if tally is not None:
            tally["read"] += 1
        if not _lacks(scope, result.meanings[0][1]):
            yield from _echo(text, scope, result.meanings[0][1])
        yield from _ignored(text, scope, result)


def _lacks(scope: Scope, meaning: Any) -> bool:
    """Whether it needs entities that the corpus lacks, and so is refused when it is compiled (SAY055)."""
    return bool(scope.schema.spans) and not scope.schema.tagged and Source("entities") in sources(canonical(meaning))


def _echo(text: str, scope: Scope, meaning: Any) -> Iterator[Fault]:
    """Whether what is said back is read with another meaning."""
    try:
        own = canonical(meaning)
        back = english(own)
        again = read(back, scope, locate=False).meanings
    except Exception:
        yield Fault("exception", text, traceback.format_exc()[-600:])
        return
    if not again or canonical(again[0][1]) != own:
        yield Fault("echo", text, f"said back as {back}, read as {said(again[0][1]) if again else None}")


def _ignored(text: str, scope: Scope, result: Result) -> Iterator[Fault]:
    """The content words without which the explanation would mean the same."""
    meaning = result.meanings[0][1]
    spans = [(x.start, x.end) for x in result.lexed.lexemes] + result.lexed.fillers
    spans += [(remark.start, remark.end) for remark in result.lexed.remarks]
    rest = list(text)
    for start, end in spans:
        rest[start:end] = " " * (end - start)
    left = re.findall(r"[^\W_]+", "".join(rest))
    if left:
        yield Fault("dropped", text, f"{left} in none of the terminals; read as {said(meaning)}")
    told = [(remark.start, remark.end) for remark in result.lexed.remarks]
    naming = {"ROW_NOUN", "ROW_NAME"} | language().nouns
    naming |= {terminal for rule, terminal in language().beginning if rule in NAMING}
    if any(lexeme.terminal in UNITED for lexeme in result.lexemes):  # "5 km" tells that it is of the distance
        naming |= COLUMNS
    for lexeme in result.lexemes:
        if lexeme.terminal in COLUMNS and lexeme.value is None:  # the only text needs no name
            continue
        if lexeme.terminal in naming or any(start <= lexeme.start < end for start, end in told):
            continue
        own = text[lexeme.start : lexeme.end]
        behind = next((each.terminal for each in result.lexed.lexemes if each.start >= lexeme.end), "")
        if own.lower() in JOINING and behind in ("TRUTH_COLUMN", "TRUTH_PART", "UNTRUE"):
            continue
        if lexeme.terminal == "QUOTED_TEXT":
            changed = [f"{own[0]}zqxj{own[-1]}" if own[0] in QUOTES else '"zqxj"']
        elif lexeme.terminal == "NUMERAL" and own.isdecimal() and int(own) < LARGEST:
            changed = [str(int(own) + 1)]
        elif not NAMED.isdisjoint(_forms(own.lower())) and behind == "QUOTED_TEXT":
            continue
        elif (
            own.isalpha()
            and (IDLE if lexeme.terminal in COLUMNS else IDLE | ROWS).isdisjoint(_forms(own.lower()))
            and own.lower() not in text[: lexeme.start].lower() + text[lexeme.end :].lower()
        ):
            changed = ["", *_instead(lexeme, own.lower(), scope)]
        else:
            continue
        said_otherwise = [text[: lexeme.start] + new + text[lexeme.end :] for new in changed]
        try:
            others = [read(other, scope, locate=False) for other in said_otherwise]
        except Exception:
            yield Fault("exception", " / ".join(said_otherwise), traceback.format_exc()[-600:])
            continue
        idle = all(other.meanings and other.meanings[0][1] == meaning for other in others)
        if idle and not (own.isalpha() and _said_again(text, scope, result, lexeme)):
            yield Fault("ignored", text, f"{own!r} makes no difference; read as {said(meaning)}")


def _said_again(text: str, scope: Scope, result: Result, word: Lexeme) -> bool:
    """Whether without a stretch of the explanation the word says something, which the whole explanation implies."""
    whole = canonical(result.meanings[0][1])
    spans = sorted({(lexeme.start, lexeme.end) for lexeme in result.lexed.lexemes if lexeme.end > lexeme.start})
    for i in range(len(spans)):
        for last in range(i, min(i + LONGEST, len(spans))):
            start, end = _with_brackets(text, spans[i][0], spans[last][1])
            if start < word.end and word.start < end:
                break
            rest = read(text[:start] + text[end:], scope, locate=False)
            if not rest.meanings or not implies(whole, canonical(rest.meanings[0][1])):
                continue
            cut = sorted([(start, end), (word.start, word.end)])
            silent = read(text[: cut[0][0]] + text[cut[0][1] : cut[1][0]] + text[cut[1][1] :], scope, locate=False)
            if not silent.meanings or silent.meanings[0][1] != rest.meanings[0][1]:
                return True
    return False


def _with_brackets(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch, and the brackets around it if there is nothing else in them."""
    before, behind = text[:start].rstrip(), text[end:].lstrip()
    if not (before.endswith("(") and behind.startswith(")")):
        return start, end
    return len(before) - 1, len(text) - len(behind) + 1


def _instead(lexeme: Lexeme, word: str, scope: Scope) -> list[str]:
    """What makes the difference where a word only says again what is said already."""
    if lexeme.terminal == "ARGUMENT_NAME":
        return [name for name in scope.schema.spans if name != lexeme.value]
    if lexeme.terminal in COLUMNS and isinstance(lexeme.value, Column):
        own = lexeme.value
        return [f"the {name}" for name, kind in scope.schema.fields if kind == own.kind and name != own.name]
    if word in UNITS:
        return ["weeks" if word != "weeks" else "hours"]
    return [OPPOSED[word]] if word in OPPOSED else []


def _forms(word: str) -> set[str | None]:
    """A word as it is written, as it was meant, and its plain form."""
    meant = SHORTHAND.get(word) or corrected(word) or word
    return {word, meant, canonical_word(word), lemma(word), lemma(meant)}


def said(meaning: Any) -> str:
    """The meaning in English, where it can be said."""
    try:
        return english(canonical(meaning))
    except Exception:
        return repr(meaning)


def sample(count: int, seed: int) -> tuple[Counter[str], list[Fault]]:
    """How many of ``count`` mutated explanations were read, and their faults."""
    chance = random.Random(seed)
    tally: Counter[str] = Counter()
    found: list[Fault] = []
    for _ in range(count):
        text, scope = chance.choice(seeds())
        text = mutated(text, chance)
        own = list(faults(text, scope, explain=chance.random() < EXPLAINED, tally=tally))
        tally["tried"] += 1
        tally.update(fault.kind for fault in own)
        found += own
    return tally, found


def main() -> int:
    from rich.progress import track

    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--processes", type=int, default=2)
    given = parser.parse_args()
    size = 250
    parts = -(-given.count // size)
    total: Counter[str] = Counter()
    found: list[Fault] = []
    with ProcessPoolExecutor(given.processes) as pool:
        jobs = pool.map(sample, [size] * parts, range(given.seed * 1_000_003, given.seed * 1_000_003 + parts))
        for tally, own in track(jobs, total=parts, description="explanations", disable=not sys.stderr.isatty()):
            total += tally
            found += own
    shown = [vars(fault) for fault in sorted(found, key=lambda fault: (fault.kind, len(fault.text)))[:200]]
    sys.stdout.write(json.dumps({"counts": total, "faults": shown}, indent=1, ensure_ascii=False) + "\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
