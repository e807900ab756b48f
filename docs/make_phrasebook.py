"""Write the generated parts of the documentation: the phrasebook, the README's table, the guide's diagnostics."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import sayso
from sayso.compiler.templates import INTERVALS
from sayso.corpora.kinds import KINDS
from sayso.primitives.base import Primitive
from sayso.primitives.phrases import Item, Phrase, Slot, Word
from sayso.primitives.registry import primitives

ROOT = Path(__file__).resolve().parent.parent

EXAMPLES = {
    "Words": 'it mentions "check out"',
    "Form": 'it mentions any form of "subscribe"',
    "Characters": 'it contains the characters "http"',
    "Regex": 'it contains the regular expression "\\d{4}"',
    "Kind": "it has more than 3 exclamation marks",
    "Character": "it is longer than 100 characters",
    "Sentence": "it has two or more sentences",
    "Repetition": "it contains a repeated word",
    "Portion": 'it mentions "free" in the first ten words',
    "Edge": "it ends with a question mark",
    "Beside": '"my channel" comes right after "check out"',
    "Between": 'it mentions "not" between "is" and "good"',
    "Mentions": 'at least two of "free", "win", "cash" occur in it',
    "Count": 'it mentions "free" at least twice',
    "Share": "more than half of the letters are capitals",
    "Argument": '"his wife" stands between person1 and person2',
    "Inside": 'the last word of person1 is "Inc."',
    "Around": "they are in the same sentence",
    "Nearer": '"husband" is closer to X than to Y',
    "Same": "they have the same last word",
}
"""One example of each primitive; a test compares the list with the declarations."""

CORPUS = sayso.Corpus.from_rows(
    [{"text": "Ann and Tom", "person1": (0, 3), "person2": (8, 11), "entities": [(0, 3, "PERSON"), (8, 11, "PERSON")]}],
    text="text",
    spans=["person1", "person2"],
    entities="entities",
)
"""What the examples speak of."""

MISTAKES = """task spam: ham, spam
spam because it mentons "subscribe"
spam because it has more than links
spam because it blorps "x"
"""


def echo(condition: str) -> str:
    """What Sayso says back."""
    return sayso.compile(f"task t: a, b\na if {condition}", CORPUS).lfs[0].when


def spelled(phrase: Phrase) -> str:
    """A phrase as people read it: slots in capitals, choices with a slash, what may be left out in brackets."""
    return " ".join(filter(None, map(_item, phrase.items)))


def _item(item: Item) -> str:
    if isinstance(item, Word):
        return item.text
    if isinstance(item, Slot):
        names = {
            "where": "TEXT",
            "what": "WHAT",
            "text": '"…"',
            "of": "TEXT",
            "left": "WHAT",
            "right": "WHAT",
            "to": "WHAT",
            "than": "WHAT",
        }
        names["name"] = "ARGUMENT"
        return names.get(item.name, "AMOUNT" if item.name in INTERVALS else item.name.upper())
    sequences = [" ".join(map(_item, sequence)) for sequence in item.sequences if sequence]
    text = " / ".join(sequences)
    return f"[{text}]" if () in item.sequences else text if len(sequences) == 1 else f"({text})"


def table() -> str:
    """The README's table: an example and its echo, per primitive."""
    lines = ["| you type | Sayso says back |", "|---|---|"]
    for example in EXAMPLES.values():
        lines.append(f"| {example} | {echo(example)} |")
    return "\n".join(lines)


def phrasebook() -> str:
    """The phrasebook: every phrase of every primitive, and every kind of token."""
    out = [
        "# Phrasebook",
        "",
        "Generated from the declarations by `make docs`. TEXT is *it*, *the comment* or a part of it, WHAT is what is",
        "looked for, AMOUNT is a comparison such as *at least 3*. Words in parentheses are alternatives, words in",
        "brackets may be left out. Articles never matter.",
    ]
    for name, cls in primitives().items():
        if not cls.phrases or name == "Kind":
            continue
        out += [
            "",
            f"## {name}",
            "",
            _about(cls),
            "",
            f"*{EXAMPLES[name]}* is said back as *{echo(EXAMPLES[name])}*",
            "",
        ]
        out += [f"- {spelled(phrase)}" for phrase in cls.phrases]
    out += ["", "## Kinds of token", "", "| one | many | also called |", "|---|---|---|"]
    out += [f"| {k.singular} | {k.plural} | {', '.join(k.aliases)} |" for k in KINDS.values()]
    return "\n".join(out) + "\n"


def _about(cls: type[Primitive]) -> str:
    return (cls.__doc__ or "").strip().split("\n\n")[0].replace("\n    ", " ").replace("``", "`")


def diagnostics() -> str:
    """The guide's examples of messages."""
    program = sayso.compile(MISTAKES)
    return "```text\n" + "\n\n".join(str(d) for d in program.diagnostics) + "\n```"


def between(text: str, name: str, content: str) -> str:
    """``text`` with ``content`` between the two marks ``name``."""
    begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    return re.sub(f"{begin}.*?{end}", lambda _: f"{begin}\n{content}\n{end}", text, flags=re.DOTALL)


def documents() -> dict[Path, str]:
    """Every generated document and what it should contain."""
    readme, guide = ROOT / "README.md", ROOT / "docs" / "guide.md"
    return {
        ROOT / "docs" / "phrasebook.md": phrasebook(),
        readme: between(readme.read_text(encoding="utf-8"), "phrases", table()),
        guide: between(guide.read_text(encoding="utf-8"), "diagnostics", diagnostics()),
    }


if __name__ == "__main__":
    for path, content in documents().items():
        path.write_text(content, encoding="utf-8")
        sys.stdout.write(f"wrote {path.relative_to(ROOT)}\n")
