"""Mending a .say file: what a proof shows to be idle is taken out, and the rest stays as it was typed.

Two things are mended, which change no vote on any row: a function that says the same as another one for the same label
is removed (SAY203), and parts that add nothing are left out (SAY211, SAY217). Comments, layout and line ends stay.
Whatever is mended is compiled again, and kept only if each function is the one it was, or what the proof says.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from textwrap import dedent

from ..corpora.corpus import Corpus
from ..grammar.diagnostics import SaysoError
from ..grammar.nodes import Condition
from .analysis import relation
from .compiling import Compilation, compile
from .english import english
from .explanation import Explanation
from .lf import LF
from .program import Program
from .simplify import simplify
from .sources import load

ROUNDS = 5
"""What is mended may lay open more to be mended; so often at most."""

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")
_JOINT = re.compile(r'"(?:\\.|[^"\\])*"|(\s*[,;]?\s*\b(?:and|or|but|nor)\b\s*|\s*[,;]\s+)', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Fix:
    """One thing that was mended: the lint's code, the line, and the condition before and after (None: removed)."""

    code: str
    line: int
    before: str
    after: str | None


@dataclass(frozen=True, slots=True)
class Mended:
    """A mended text beside the one that it was, and what was mended."""

    before: str
    text: str
    fixes: tuple[Fix, ...]

    def diff(self, path: str) -> str:
        """The difference as a unified diff; empty if there is none."""
        old, new = ([line.rstrip("\r\n") + "\n" for line in _LINE.findall(own)] for own in (self.before, self.text))
        return "".join(difflib.unified_diff(old, new, path, path))


def mend(text: str, corpus: Corpus | None = None, *, dev: Corpus | None = None) -> Mended:
    """The text of a .say file without what adds nothing. The votes of what remains are the same on all rows.

    Args:
        text: the content of the file.
        corpus, dev: what it is compiled against; see :func:`.compile`.

    Raises:
        SaysoError: as :func:`.compile`.
    """
    before, fixes = text, list[Fix]()
    if dedent(text) != text:
        return Mended(before, text, ())
    program = compile(text, corpus, dev=dev)
    for _ in range(ROUNDS):
        done = len(fixes)
        # from below, so that the lines above stay where they are
        for fix in sorted(_fixes(program, text, corpus), key=lambda fix: -fix.line):
            mended = _applied(text, program, fix)
            again = _compiled(mended, corpus, dev)
            if again is not None and _alike(program, again, fix):
                text, program = mended, again
                fixes.append(fix)
        if len(fixes) == done:
            break
    return Mended(before, text, tuple(sorted(fixes, key=lambda fix: fix.line)))


def _fixes(program: Program, text: str, corpus: Corpus | None) -> Iterator[Fix]:
    """What can be mended in a program."""
    lfs = {lf.name: lf for lf in program.lfs}
    sources = [id(lf.explanation) for lf in program.lfs]
    seen = set[int]()
    for finding in program.diagnostics:
        lf = lfs.get(finding.values.get("name", ""))
        if lf is None or lf.explanation is None or lf.explanation.statement is None:
            continue
        line = lf.explanation.statement.line
        if line in seen or sources.count(id(lf.explanation)) > 1:
            continue
        if finding.code == "SAY203":
            seen.add(line)
            yield Fix(finding.code, line, lf.explanation.text.strip(), None)
        elif finding.code in ("SAY211", "SAY217"):
            seen.add(line)
            yield Fix(finding.code, line, lf.explanation.text.strip(), _shorter(lf, text, corpus))


def _shorter(lf: LF, text: str, corpus: Corpus | None) -> str:
    """The condition of a function without its idle parts, in the words of its author if that can be."""
    assert lf.explanation is not None
    wanted = simplify(lf.condition)
    work = Compilation(lf.task, corpus, [])
    for definition in load(text).definitions:
        work.define(definition)
    own = lf.explanation.text.strip()
    for shorter in _parts_left_out(own):
        if _reading(work, replace(lf.explanation, text=shorter, statement=None, offset=0)) == wanted:
            return shorter
    return english(wanted)


def _reading(work: Compilation, explanation: Explanation) -> Condition | None:
    """The preferred meaning of an explanation."""
    understood = work.understand(explanation)
    return understood.readings[0].condition if understood is not None and understood.readings else None


def _parts_left_out(text: str) -> Iterator[str]:
    """The text without some of what stands between "and", "or" and commas, the shortest omission first."""
    joints = [found.span(1) for found in _JOINT.finditer(text) if found[1]][:12]
    found = dict[str, int]()
    subject = text.split()[0]
    for i, (start, end) in enumerate(joints):
        found.setdefault(text[end:] if text.startswith(subject, end) else f"{subject} {text[end:]}", end)
        found.setdefault(text[end:], end + len(text))
        found.setdefault(text[:start], len(text) - start)
        for other_start, other_end in joints[i + 1 :]:
            found.setdefault(text[:start] + text[other_start:], other_start - start)
            found.setdefault(text[:end] + text[other_end:], other_end - end)
    yield from sorted(found, key=lambda shorter: found[shorter])


def _applied(text: str, program: Program, fix: Fix) -> str:
    """The text with one thing mended."""
    lines = _LINE.findall(text)
    lf = _lf_at(program, fix.line)
    assert lf.explanation is not None
    assert lf.explanation.statement is not None
    statement = lf.explanation.statement
    count = statement.text.count("\n") + 1
    rows = [i for i in range(fix.line - 1, len(lines)) if lines[i].strip() and not lines[i].lstrip().startswith("#")]
    rows = rows[:count]
    if fix.after is None:
        return "".join(line for i, line in enumerate(lines) if i not in rows)
    own = lf.explanation.text
    first = lf.explanation.offset + len(own) - len(own.lstrip())
    last = lf.explanation.offset + len(own.rstrip())
    (top, left), (bottom, right) = (_place(statement.text, at) for at in (first, last))
    begin, end, after = lines[rows[top]][:left], lines[rows[bottom]][right:], fix.after.split("\n")
    for i, row in enumerate(after):
        own_end = re.sub(r"[^\r\n]*", "", lines[rows[top + i]])
        lines[rows[top + i]] = (begin if i == 0 else "") + row + (end if i == len(after) - 1 else own_end)
    return "".join(line for i, line in enumerate(lines) if i not in rows[top + len(after) : bottom + 1])


def _place(text: str, at: int) -> tuple[int, int]:
    """Row and column of a character, both from 0."""
    before = text[:at]
    return before.count("\n"), at - (before.rfind("\n") + 1)


def _lf_at(program: Program, line: int) -> LF:
    return next(
        lf
        for lf in program.lfs
        if lf.explanation is not None and lf.explanation.statement is not None and lf.explanation.statement.line == line
    )


def _compiled(text: str, corpus: Corpus | None, dev: Corpus | None) -> Program | None:
    try:
        return compile(text, corpus, dev=dev)
    except SaysoError:
        return None


def _alike(before: Program, after: Program, fix: Fix) -> bool:
    """Whether the functions are the same as before, but for the one that was mended."""
    old = [(lf.label, lf.condition) for lf in before.lfs]
    new = [(lf.label, lf.condition) for lf in after.lfs]
    i = before.lfs.index(_lf_at(before, fix.line))
    label, condition = old.pop(i)
    if fix.after is not None:
        old.insert(i, (label, simplify(condition)))
    elif not any(label == other and relation(condition, own) == "equal" for other, own in old):
        return False
    return old == new and len(after.errors) == len(before.errors)
