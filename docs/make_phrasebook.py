"""Write the generated parts of the documentation: the phrasebook, the README's table, the guide's diagnostics."""

from __future__ import annotations

import re
import sys
from itertools import groupby
from pathlib import Path

import sayso
from sayso.compiler.phrasebook import entries
from sayso.corpora.kinds import KINDS

ROOT = Path(__file__).resolve().parent.parent

MISTAKES = """task spam: ham, spam
spam because it mentons "subscribe"
spam because it has more than links
spam because it blorps "x"
"""


def table() -> str:
    """The README's table: an example and its echo, per primitive."""
    lines = ["| you type | Sayso says back |", "|---|---|"]
    lines += [f"| {entry.example} | {entry.echo} |" for entry in entries() if entry.name]
    return "\n".join(lines)


def phrasebook() -> str:
    """The phrasebook: every phrase of every primitive, and every kind of token."""
    out = [
        "# Phrasebook",
        "",
        "Generated from the declarations by `make docs`. TEXT is *it*, *the comment* or a part of it, WHAT is what is",
        "looked for, AMOUNT is a comparison such as *at least 3*. Words in parentheses are alternatives, words in",
        "brackets may be left out. Articles never matter. `sayso phrases WORDS` searches this page.",
    ]
    for domain, found in groupby(entries(), key=lambda entry: entry.domain):
        out += ["", f"## {domain}"]
        for entry in found:
            out += ["", f"### {entry.name}", ""] if entry.name else [""]
            out += [entry.about, ""] if entry.about else []
            out += [f"*{entry.example}* is said back as *{entry.echo}*"]
            out += ["", *(f"- {phrase}" for phrase in entry.phrases)] if entry.phrases else []
    out += ["", "## Kinds of token", "", "| one | many | also called |", "|---|---|---|"]
    out += [f"| {k.singular} | {k.plural} | {', '.join(k.aliases)} |" for k in KINDS.values()]
    return "\n".join(out) + "\n"


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
