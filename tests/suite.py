"""The suite of judged explanations, ``corpora/explanations/*.txt``: how a file is read and an explanation is judged.

A file is a head of ``key: value`` lines (labels, texts, spans, entities, now) and blocks of such lines. Empty lines
separate them:

    say: any comment with "my channel" is spam
    label: spam             if the sentence does not name it
    hit: ...                a row that gets the label; as many as there are
    miss: ...               a row that gets no vote
    refuse: yes             instead of rows: it says no condition, and must not be read
    never: yes              instead of rows: it contradicts itself, and a warning must say so
    pair: channel-1         the blocks of a pair differ in a word, and in meaning
    means: ...              the meaning in canonical English

A row is the text, or a JSON object where there are several columns. In the first text ``[[person1|Ann Lee]]`` marks an
argument span and ``{{PERSON|Bob}}`` an entity; one may stand in the other.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from time import perf_counter
from typing import Any

import sayso

FOLDER = Path(__file__).resolve().parents[1] / "corpora" / "explanations"
HEAD = {"labels", "texts", "spans", "entities", "now"}
BLOCK = {"say", "label", "hit", "miss", "refuse", "never", "pair", "means"}
CONTRADICTION = "SAY212"
OWN_FAULT = "SAY141"
MARK = re.compile(r"\[\[(?P<span>\w+)\||\{\{(?P<entity>\w+)\||\]\]|\}\}")
QUOTED = re.compile(r'"[^"]*"|“[^”]*”|(?<!\w)[\'‘].*?[\'’](?!\w)')


@dataclass
class Block:
    """An explanation and how it is judged; ``line`` is where it stands."""

    line: int
    say: str = ""
    label: str | None = None
    refuse: bool = False
    never: bool = False
    pair: str | None = None
    means: str | None = None
    hits: list[dict[str, Any]] = field(default_factory=list)
    misses: list[dict[str, Any]] = field(default_factory=list)


@dataclass
class Outcome:
    """What became of an explanation: what is wrong (None if it is right), its reading, and the milliseconds it took."""

    block: Block
    fault: str | None
    reading: str
    milliseconds: float


@dataclass
class Suite:
    """A file of explanations."""

    path: Path
    head: dict[str, list[str]]
    blocks: list[Block]

    @cached_property
    def corpus(self) -> sayso.Corpus:
        """All rows of the file."""
        rows = [row for block in self.blocks for row in (*block.hits, *block.misses)]
        names = dict.fromkeys(name for row in rows for name in row)
        columns: dict[str, Any] = {"text": self.head["texts"]}
        if "spans" in self.head:
            columns["spans"] = self.head["spans"]
        columns |= {key: self.head[key][0] for key in ("entities", "now") if key in self.head}
        return sayso.Corpus.from_rows([{name: row.get(name) for name in names} for row in rows], cache=False, **columns)

    def judge(self, block: Block) -> Outcome:
        """Compile the explanation and let it vote on the rows of its block; what crashes is at fault."""
        self.corpus  # noqa: B018  (it is not the explanation's fault if there is none)
        try:
            return self._judge(block)
        except Exception as fault:
            return Outcome(block, f"crashed: {fault!r}", "", 0.0)

    def _judge(self, block: Block) -> Outcome:
        task = sayso.Task("label", tuple(self.head["labels"]))
        source = [sayso.Explanation(block.say, block.label)] if block.label else block.say + "\n"
        corpus, start = self.corpus, perf_counter()
        program = sayso.compile(source, corpus, task=task)
        took = (perf_counter() - start) * 1e3
        if not program.lfs:
            said = "; ".join(str(d) for d in program.errors)
            if any(d.code == OWN_FAULT for d in program.errors):
                return Outcome(block, "crashed", said, took)
            return Outcome(block, None if block.refuse else "not read", said, took)
        lf = program.lfs[0]
        if block.refuse:
            return Outcome(block, "not refused", lf.english, took)
        if block.never:
            told = any(finding.code == CONTRADICTION for finding in program.diagnostics)
            return Outcome(block, None if told else "not warned of", lf.english, took)
        wanted = task.index(block.label or self.named(block))
        wrong = [f"hit {row} got {vote}" for row in block.hits if (vote := lf(row)) != wanted]
        wrong += [f"miss {row} got {vote}" for row in block.misses if (vote := lf(row)) != -1]
        return Outcome(block, "; ".join(wrong) or None, lf.english, took)

    def named(self, block: Block) -> str:
        """The label that the sentence names outside of quotes."""
        words = QUOTED.sub('""', block.say).casefold()
        found = [label for label in self.head["labels"] if re.search(rf"\b{re.escape(label.casefold())}\b", words)]
        if len(found) != 1:
            raise ValueError(f"{self.path.name}:{block.line}: names the labels {found}; add a line label: ...")
        return found[0]


def load(path: Path) -> Suite:
    """The explanations of a file.

    Raises:
        ValueError: a line is none of a suite.
    """
    suite = Suite(path, {}, [])
    block = None
    lines = path.read_text(encoding="utf-8").splitlines()
    if any("{{" in line for line in lines):
        suite.head["entities"] = ["entities"]
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            block = None
        elif not line.startswith("#"):
            key, colon, value = line.partition(":")
            value = value.strip()
            if not colon or key not in HEAD | BLOCK or (key in BLOCK and block is None and key != "say"):
                raise ValueError(f"{path.name}:{number}: {line}")
            if key in HEAD:
                suite.head[key] = [part.strip() for part in value.split(",") if part.strip()]
            elif key == "say":
                suite.blocks.append(block := Block(number, value))
            elif key in ("hit", "miss"):
                assert block is not None
                (block.hits if key == "hit" else block.misses).append(_row(value, suite.head))
            else:
                setattr(block, key, value == "yes" if key in ("refuse", "never") else value)
    return suite


def load_all(folder: Path = FOLDER) -> list[Suite]:
    """All files of a folder, by name."""
    return [load(path) for path in sorted(folder.glob("*.txt"))]


def _row(value: str, head: dict[str, list[str]]) -> dict[str, Any]:
    text = next(iter(head["texts"]), "")
    is_object = value.startswith("{") and not value.startswith("{{")
    row = json.loads(value) if is_object else {text: value}
    if "spans" in head or "entities" in head:
        row[text], spans, entities = unmarked(row.get(text) or "")
        row |= {name: spans.get(name) for name in head.get("spans", ())}
        row |= dict.fromkeys(head.get("entities", ()), entities)
    return row


def unmarked(marked: str) -> tuple[str, dict[str, tuple[int, int]], list[list[Any]]]:
    """The text without its marks, the places of the argument spans, and the entities as [start, end, type].

    >>> unmarked("[[a|{{PERSON|Ann}} Lee]] ran")
    ('Ann Lee ran', {'a': (0, 7)}, [[0, 3, 'PERSON']])
    """
    text, end, spans, entities, open_marks = "", 0, {}, [], []
    for mark in MARK.finditer(marked):
        text += marked[end : mark.start()]
        end = mark.end()
        if mark["span"] or mark["entity"]:
            open_marks.append((mark, len(text)))
            continue
        opened, start = open_marks.pop()
        if opened["span"]:
            spans[opened["span"]] = (start, len(text))
        else:
            entities.append([start, len(text), opened["entity"]])
    return text + marked[end:], spans, sorted(entities)
