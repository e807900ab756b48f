"""What real explanations were judged to mean: the notation of ``tests/compiler/judged/*.txt``, and rows to compare on.

A meaning is made of Sayso's own nodes, but not by Sayso's reader. Two conditions are compared by their votes on rows
that are put together from the words of the meaning.
"""

from __future__ import annotations

import json
import random
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data import real_file
from lark import Lark, Transformer
from sayso.grammar.nodes import And, Compare, Condition, Interval, Not, Or
from sayso.primitives.entities import Entity, IsA
from sayso.primitives.patterns import Character, Kind, Words
from sayso.primitives.regions import ANYWHERE, NEXT, Beside, Between, Joint, Portion, Whole
from sayso.primitives.relations import Argument, Inside, Same, TextOf
from sayso.primitives.text import Choice, Count, Edge, Mentions

FOLDER = Path(__file__).parent / "compiler" / "judged"
SPANS = {"spouse": ("person1", "person2"), "semeval": ("SUBJ", "OBJ"), "restaurant": ("T",)}
MARKS = {"SUBJ": r"SUBJ(-\w+)?", "OBJ": r"OBJ(-\w+)?", "T": r"\$T\$"}
CALLED = {"p1": "person1", "p2": "person2", "S": "SUBJ", "O": "OBJ", "T": "T"}
NAMED = {"PERSON": "person", "LOCATION": "place"}

NOTATION = Lark(
    r"""
    start: meaning ("|" meaning)* ROW?
    ROW: "!row"
    ?meaning: "none" -> none
        | either
    ?either: both ("or" both)*
    ?both: one ("and" one)*
    ?one: "not" one -> denied
        | "(" either ")"
        | "mentions" "(" TEXT ("," place)? ("," "gap" interval)? ")" -> mentions
        | kind "in"? place -> kind_there
        | "all_between" "(" name "," name ")" "=" TEXT -> all_between
        | "precedes" "(" name "," name ")" -> precedes
        | "gap" "(" name "," name ")" interval -> apart
        | "gap" "(" TEXT "," name ")" interval -> near_text
        | "words" "(" name ")" interval -> words
        | "type" "(" name ")" "=" TYPE -> is_a
        | "count" "(" counted ("," place)? ")" interval -> count
        | "last_word" "(" name ")" "=" "last_word" "(" name ")" -> same_last
        | LAST_CHARACTERS -> unsayable
        | "text" "(" name ")" "=" "text" "(" name ")" -> same_text
        | "text" "(" name ")" "=" "\"\"" -> blank
        | "text" "(" name ")" "ends" "with" "text" "(" name ")" -> ends_with
    place: SIDE "(" name ")" -> beside
        | SIDE "(" name "," INT ")" -> beside
        | "right_after" "(" "the" "later" "of" name "and" name ")" -> right_after_both
        | "between" "(" name "," name ")" -> between
        | "in" "(" name ")" -> inside
    SIDE: "before" | "after" | "last" | "next" | "near" | "right_before" | "right_after"
    interval: SIGN? INT
    SIGN: "<=" | ">=" | "<" | ">" | "="
    kind: KIND
    KIND: "number" | "parenthesis"
    counted: TYPE -> entity
        | "capitalized" "word" -> capitals
    name: NAME
    NAME: "p1" | "p2" | "S" | "O" | "T"
    TYPE: "PERSON" | "LOCATION"
    TEXT: /"[^"]+"/
    LAST_CHARACTERS: /last_characters.*/
    %import common.INT
    %ignore " "
    """,
    maybe_placeholders=False,
)
"""The notation; the files say in words what each of it means."""

SIDES = {
    "before": ("before", None), "after": ("after", None), "last": ("before", 0), "next": ("after", 0),
    "near": ("either", 0), "right_before": ("before", 1), "right_after": ("after", 1),
}  # fmt: skip
"""The side, and how far: None is any distance, 0 as far as the number says."""


class _Meaning(Transformer[Any, Any]):
    """The nodes that the notation stands for."""

    def start(self, items):
        row = not (items and items[-1] == "!row")
        return Judged(tuple(item for item in items if item != "!row"), row)

    def none(self, _):
        return None

    def unsayable(self, _):
        return False

    def either(self, items):
        return Or(tuple(items))

    def both(self, items):
        return And(tuple(items))

    def denied(self, items):
        return Not(items[0])

    def name(self, items):
        return CALLED[str(items[0])]

    def TEXT(self, text):  # noqa: N802
        return Words(text[1:-1])

    def kind(self, items):
        return Kind(str(items[0]))

    def entity(self, items):
        return Entity(NAMED[str(items[0])])

    def capitals(self, _):
        return Kind("capitalised_word")

    def interval(self, items):
        *sign, number = items
        number = int(number)
        return {
            "<=": Interval(None, number), "<": Interval(None, number - 1), ">=": Interval(number, None),
            ">": Interval(number + 1, None),
        }.get(str(sign[0]) if sign else "", Interval(number, number))  # fmt: skip

    def beside(self, items):
        side, name, *far = items
        way, limit = SIDES[str(side)]
        distance = ANYWHERE if limit is None else NEXT if limit else Interval(None, int(far[0]))
        return Beside(way, distance, (Argument(name),), Whole())

    def right_after_both(self, names):
        both = [Beside("after", ANYWHERE, (Argument(name),), Whole()) for name in names]
        return Joint((*both, Beside("after", NEXT, tuple(map(Argument, names)), Whole())))

    def between(self, names):
        return Between((Argument(names[0]),), (Argument(names[1]),), Whole())

    def inside(self, names):
        return Inside(names[0])

    def mentions(self, items):
        what, *rest = items
        place = next((item for item in rest if not isinstance(item, Interval)), Whole())
        gap = next((item for item in rest if isinstance(item, Interval)), None)
        if gap is not None:  # words in between: the next word has none
            low, high = (None if end is None else end + 1 for end in (gap.low, gap.high))
            place = Beside(place.side, Interval(low, high), place.what, place.of)
        return _in(what, place)

    def kind_there(self, items):
        return _in(*items)

    def all_between(self, items):
        left, right, what = items
        between = self.between((left, right))
        return And((_in(what, between), Compare(Count((Kind("word"),), between), _exactly(len(_plain(what.text))))))

    def precedes(self, names):
        return _in(Argument(names[0]), Beside("before", ANYWHERE, (Argument(names[1]),), Whole()))

    def apart(self, items):
        return Compare(Count((Kind("word"),), self.between(items[:2])), items[2])

    def near_text(self, items):
        what, name, words = items
        distance = Interval(None if words.low is None else words.low + 1, words.high + 1)
        return _in(what, Beside("either", distance, (Argument(name),), Whole()))

    def words(self, items):
        return Compare(Count((Kind("word"),), Inside(items[0])), items[1])

    def is_a(self, items):
        return IsA(Inside(items[0]), (Entity(NAMED[str(items[1])]),))

    def count(self, items):
        what, *place, interval = items
        return Compare(Count((what,), place[0] if place else Whole()), interval)

    def same_last(self, names):
        return Same(*(Portion("last", 1, "word", Inside(name)) for name in names))

    def same_text(self, names):
        return Same(*map(Inside, names))

    def blank(self, names):
        return Not(_in(Character(), Inside(names[0])))

    def ends_with(self, names):
        return _in(TextOf(names[1]), Edge("end", Inside(names[0])))


def _in(what, place) -> Condition:
    return Mentions(Choice((what,)), place)


def _exactly(number: int) -> Interval:
    return Interval(number, number)


def _plain(text: str) -> list[str]:
    return [word for word in text.split() if re.search(r"\w", word)]


@dataclass(frozen=True)
class Judged:
    """What an explanation may mean (None: no condition; False: one that Sayso has no words for), and whether it then
    holds on the row that it was given for."""

    meanings: tuple[Any, ...]
    row: bool


def judgements(name: str) -> dict[int, Judged]:
    """The judgement of each explanation of a file, by its line."""
    found = {}
    for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            number, meaning = line.split(":", 1)
            found[int(number)] = _Meaning().transform(NOTATION.parse(meaning.strip()))
    return found


def explanations(name: str) -> list[tuple[str, dict[str, Any] | None]]:
    """The real explanations of a file, each with the row that it was given for, if there is one."""
    found = []
    for line in real_file(f"explanations/{name}.jsonl").read_text(encoding="utf-8").splitlines():
        given = json.loads(line)
        row = {key: given.get(key) for key in ("text", *SPANS[name])} if "text" in given else None
        if row is not None and name != "spouse":
            spans = {key: re.search(MARKS[key], row["text"]) for key in SPANS[name]}
            row |= {key: span and span.span() for key, span in spans.items()}
        found.append((given["explanation"], row))
    return found


FILLING = ("x", "and", "said", "-", ",", "(", ")", "Tall Tree", "7", "his", "the")
PEOPLE = ("Bob Hill", "Ann Hill", "Ann", "Mr Joe Van Hill", "Ben Osteen", "Athletic", "Hill")


def rows_for(meaning: Condition, spans: tuple[str, ...], many: int = 300) -> list[dict[str, Any]]:
    """Rows of the words of a meaning, the arguments and others, in any order; the same ones at each call."""
    chance = random.Random(0)
    words = [node.text for node in meaning.walk() if isinstance(node, Words)]
    blank = ["", "", ""] if Character() in meaning.walk() else []
    return [_row(words, spans, blank, chance) for _ in range(many)]


def _row(words: list[str], spans: tuple[str, ...], blank: list[str], chance: random.Random) -> dict[str, Any]:
    pieces: list[tuple[str, str | None]] = [(chance.choice(FILLING), None) for _ in range(chance.randint(0, 5))]
    pieces += [(word, None) for word in words if chance.random() < 0.8]
    pieces += [("Tom", "PERSON")] * chance.choice((0, 0, 0, 1, 2, 4))
    chance.shuffle(pieces)
    for span in spans:
        name = chance.choice((*PEOPLE, *PEOPLE, *words, *blank))
        pieces.insert(chance.randint(0, len(pieces)), (name, span))
    text, row, entities = "", {}, []
    for written, tag in pieces:
        place = (len(text), len(text) + len(written))
        if tag in spans:
            row[tag] = place
            tag = chance.choice(("PERSON", "GPE"))
        if tag and written:
            entities.append((*place, tag))
        text += f"{written} " if written else ""
    return {"text": text, **row, "ner": entities}
