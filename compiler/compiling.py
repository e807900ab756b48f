"""From a source of explanations to a program: every statement is read, every fault is collected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from ..corpora.corpus import Corpus
from ..corpora.schema import NO_COLUMNS, Schema
from ..grammar.diagnostics import Diagnostic, SaysoError, problem
from ..grammar.nodes import Condition
from ..grammar.task import Task
from ..grammar.words import FILLER
from ..primitives.run import Run
from .diagnose import diagnose, too_long
from .earley import language
from .english import english
from .evaluate import holds
from .explanation import Explanation
from .lf import LF, one_row
from .lints import lint
from .passes import canonical
from .program import Program
from .reader import read
from .sayfile import Definition
from .scope import Scope
from .sources import load


def compile(
    source: str | Path | Iterable[Explanation], corpus: Corpus | None = None, *, task: Task | None = None
) -> Program:
    """Compile explanations into labeling functions.

    Args:
        source: a .say file's path or text, a CSV or JSONL file with the columns "explanation" and "label", or
            explanations.
        corpus: data to check against: its text columns' names are understood, readings that contradict their example
            are dropped, and functions that never or always vote are reported.
        task: the task; needed if the source names none and its labels do not tell.

    Raises:
        SaysoError: the source cannot be read or holds no explanation. What is wrong with single explanations is
            collected in ``program.diagnostics``.
    """
    file = load(source, task)
    diagnostics = list(file.diagnostics)
    unread = sum(1 for d in diagnostics if d.code in ("SAY114", "SAY115", "SAY116"))
    if file.task is None:
        raise SaysoError(*(diagnostics or [problem("SAY114")]))
    if not file.explanations and not unread:
        raise SaysoError(*diagnostics, problem("SAY121", where=f" in {file.path}" if file.path else ""))
    work = Compilation(file.task, corpus, diagnostics)
    for definition in file.definitions:
        work.define(definition)
    lfs = [lf for lf in map(work.compile, file.explanations) if lf is not None]
    lfs = [replace(lf, name=f"LF{i}") for i, lf in enumerate(lfs, start=1)]
    diagnostics += lint(lfs, corpus)
    diagnostics.sort(key=lambda d: (d.place.line or 0) if d.place else 0)
    return Program(file.task, tuple(lfs), tuple(diagnostics), len(file.explanations) + unread, work.schema)


@dataclass
class Compilation:
    """The work on one source: what has been defined so far, and what there is to say of it."""

    task: Task
    corpus: Corpus | None
    diagnostics: list[Diagnostic]
    lexicons: dict[str, Any] = field(default_factory=dict)

    @property
    def schema(self) -> Schema:
        """The columns that may be named."""
        return self.corpus.schema if self.corpus is not None else NO_COLUMNS

    def define(self, definition: Definition) -> None:
        """Read the list of a ``let``."""
        key, statement = definition.name.lower(), definition.statement
        start = statement.text.index(definition.name)
        place = statement.place(start, start + len(definition.name))
        if key in self.lexicons:
            self.diagnostics.append(problem("SAY117", place=place, name=definition.name))
            return
        if key in language().terminals or key in FILLER:
            self.diagnostics.append(problem("SAY118", place=place, name=definition.name))
            return
        as_explanation = Explanation(definition.text, "", statement=statement, offset=definition.start)
        refused = too_long(as_explanation)
        if refused is not None:
            self.diagnostics.append(refused)
            return
        scope = Scope(self.lexicons)
        result = read(definition.text, scope, start="definition")
        self.lexicons[key] = result.meanings[0][1] if result.meanings else ()
        if result.meanings:
            return
        if key in {word.strip(",.;:").lower() for word in definition.text.split()}:
            self.diagnostics.append(problem("SAY119", place=place, name=definition.name))
        else:
            self.diagnostics += diagnose(as_explanation, result, scope)

    def compile(self, explanation: Explanation) -> LF | None:
        """The labeling function of one explanation, still without a name; None if it is not understood."""
        label = self.task.index(explanation.label)
        if label is None:
            labels = ", ".join(self.task.labels)
            place = explanation.place()
            found = problem("SAY115", place=place, label=explanation.label, task=self.task.name, labels=labels)
            self.diagnostics.append(found)
            return None
        refused = too_long(explanation)
        if refused is not None:
            self.diagnostics.append(refused)
            return None
        scope = Scope(self.lexicons, self.schema)
        result = read(explanation.text, scope)
        if not result.meanings:
            self.diagnostics += diagnose(explanation, result, scope)
            return None
        readings = list(dict.fromkeys(canonical(condition) for _, condition in result.meanings))
        chosen = self.holding_on_example(readings, explanation)
        alternatives = tuple(english(reading) for reading in readings if reading != chosen)
        return LF("", label, self.task, chosen, self.schema, explanation, alternatives)

    def holding_on_example(self, readings: list[Condition], explanation: Explanation) -> Condition:
        """The best reading that holds on the row the explanation was given for; the best one if none does."""
        example = explanation.example
        if example is None or (self.corpus is None and not isinstance(example, Mapping)):
            return readings[0]
        if isinstance(example, Mapping):
            row = one_row(example, self.schema)
        else:
            assert self.corpus is not None
            if not 0 <= example < len(self.corpus):
                place, rows = explanation.place(), len(self.corpus)
                self.diagnostics.append(problem("SAY208", place=place, row=example, rows=rows))
                return readings[0]
            row = self.corpus.take([example])
        for reading in readings:
            if bool(holds(reading, Run(row))[0]):
                return reading
        text = row.strings(row.text[0])[0]
        notes = (f"the row reads: {str(text)[:200]}",)
        self.diagnostics.append(problem("SAY206", place=explanation.place(), notes=notes))
        return readings[0]
