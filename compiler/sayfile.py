"""The .say file: one task, lexicons, and explanations, each a statement that begins in the first column."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from difflib import get_close_matches

from ..grammar.diagnostics import Diagnostic, SaysoError, problem
from ..grammar.task import Task
from .chatter import bared
from .diagnose import too_long
from .explanation import Explanation
from .label_words import Meant
from .labels import placements, stated
from .statement import Statement, statements

BECAUSE = ("because", "since", "as", "if", "when", "whenever", "where")
"""The words between a label and its condition."""

BECAUSE_ANY = "|".join(BECAUSE)


@dataclass(frozen=True, slots=True)
class Definition:
    """``let NAME = LIST``; ``start`` is where the list begins in the statement."""

    name: str
    text: str
    start: int
    statement: Statement


_NO_ROW = r"\s*(#(?!\s*(?:\d+(?:[\s:,)]|$)|of\b|signs?\b))\S*)"
"""Behind a label, a # that is no number of a row."""


@dataclass(slots=True)
class SayFile:
    """What a .say file holds, before any English is read; ``refused``: there is a line of a task that is none."""

    task: Task | None = None
    path: str | None = None
    definitions: list[Definition] = field(default_factory=list)
    explanations: list[Explanation] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    refused: bool = False


def read_say(text: str, *, path: str | None = None, task: Task | None = None) -> SayFile:
    """Take a .say file apart. Faults are collected, the rest is read all the same.

    Args:
        text: the file's content.
        path: what messages call it.
        task: the task, if the file does not name one.
    """
    out = SayFile(task, path)
    for statement in statements(text, path):
        if re.match(r"task\b", statement.text) and ":" in statement.text:
            _task(statement, out)
        elif re.match(r"task\s", statement.text) and out.task is None:
            out.refused = True
            out.diagnostics.append(problem("SAY123", place=statement.place()))
        elif re.match(r"let\b", statement.text):
            _let(statement, out)
        else:
            _explanation(statement, out)
    return out


def _task(statement: Statement, out: SayFile) -> None:
    head, _, tail = statement.text.partition(":")
    name = head[4:].strip() or "label"
    labels = tuple(_unquoted(" ".join(label.split())) for label in tail.split(","))
    if out.task is not None:
        out.diagnostics.append(problem("SAY112", place=statement.place(), task=out.task.name))
        return
    try:
        out.task = Task(name, labels)
    except SaysoError as fault:
        out.refused = True
        out.diagnostics.append(replace(fault.diagnostic, place=statement.place()))


def _unquoted(label: str) -> str:
    """A label without the quotation marks around it.

    >>> _unquoted('"not spam"'), _unquoted("it's")
    ('not spam', "it's")
    """
    match = re.fullmatch(r"""(?:"([^"]*)"|'([^']*)'|“([^”]*)”)""", label)
    return label if match is None else " ".join((match[1] or match[2] or match[3] or "").split())


def _let(statement: Statement, out: SayFile) -> None:
    match = re.match(r"let\s+([^\W\d][\w-]*)\s*=\s*", statement.text)
    if match is None or match.end() == len(statement.text):
        out.diagnostics.append(problem("SAY113", place=statement.place()))
        return
    out.definitions.append(Definition(match[1], statement.text[match.end() :], match.end(), statement))


def _explanation(statement: Statement, out: SayFile) -> None:
    text = statement.text
    if out.task is None and out.refused:
        return
    if out.task is None:
        out.diagnostics.append(problem("SAY114", place=statement.place()))
        return
    labels = out.task.labels
    refused = too_long(Explanation(text, labels[0], statement=statement))
    if refused is not None:
        out.diagnostics.append(refused)
        return
    row = next(filter(None, (re.match(re.escape(own) + _NO_ROW, text, re.IGNORECASE) for own in labels)), None)
    if row is not None:
        out.diagnostics.append(problem("SAY124", place=statement.place(*row.span(1)), found=row[1]))
        return
    found = stated(text, labels)
    if found is None:
        likely = next(placements(text, labels), None)
        if likely is not None:
            out.explanations.append(Explanation(text, likely.label, statement=statement, unsure=True))
            return
        left = next(bared(text, labels, Meant()), None)
        first = next((own for own in sorted(labels, key=len, reverse=True) if _begins(text, own)), None)
        if first is None and left is not None and left.label is not None:
            out.explanations.append(Explanation(text, labels[left.label], statement=statement, unsure=True))
            return
        out.diagnostics.append(_no_label(statement, out.task) if first is None else _no_because(statement, first))
        return
    label = found.meant(labels)
    start = found.spans[0][0]
    if found.other is not None:
        out.diagnostics.append(problem("SAY137", place=statement.place(), label=found.label, other=found.other))
        return
    if label is None:
        place = statement.place(0, start or len(text))
        out.diagnostics.append(problem("SAY135", place=place, label=found.label, others=", ".join(labels)))
        return
    for (begin, end), meant in found.mended:
        place = statement.place(begin, end)
        out.diagnostics.append(problem("SAY130", place=place, found=text[begin:end], taken=meant))
    condition = found.condition(text)[start:]
    out.explanations.append(Explanation(condition, label, found.example, statement=statement, offset=start))


def _no_because(statement: Statement, label: str) -> Diagnostic:
    """No "because" behind the label: is there a word like it?"""
    words = statement.text[len(label) :].split()
    near = get_close_matches(words[0].lower(), BECAUSE, n=1) if words else []
    fix = f"did you mean {near[0]!r}?" if near and words[0].lower() not in BECAUSE else None
    return problem("SAY116", place=statement.place(len(label)), fix=fix, label=label)


def _begins(text: str, label: str) -> bool:
    end = text[len(label) : len(label) + 1]
    return text[: len(label)].casefold() == label.casefold() and (not end or end.isspace() or end in "#:")


def _no_label(statement: Statement, task: Task) -> Diagnostic:
    """The words before "because" are no label: which one may be meant?"""
    head = re.split(rf"\s(?:{BECAUSE_ANY})\b", statement.text, maxsplit=1, flags=re.IGNORECASE)[0]
    found = head if head != statement.text else statement.text.split()[0]
    near = get_close_matches(found.casefold(), [label.casefold() for label in task.labels], n=1)
    fix = f"did you mean {near[0]!r}?" if near else None
    place = statement.place(0, len(found))
    return problem("SAY115", place=place, fix=fix, label=found, task=task.name, labels=", ".join(task.labels))
