"""A program: the labeling functions compiled together, and what was found while compiling them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ..corpora.corpus import Corpus
from ..corpora.label_matrix import LabelMatrix
from ..grammar.diagnostics import Diagnostic, SaysoError, problem
from ..grammar.nodes import Condition
from ..grammar.task import Task
from ..grammar.words import FILLER
from ..primitives.base import Sought
from ..primitives.run import Run
from .analysis import relation
from .diagnose import diagnose, too_long
from .earley import language
from .english import english
from .evaluate import holds, votes
from .explanation import Explanation
from .lf import LF, one_row
from .lints import lint
from .passes import canonical
from .reader import read
from .sayfile import SayFile
from .sources import load

FORMAT = 1
"""The version of a program's JSON."""


@dataclass(frozen=True)
class Program:
    """Labeling functions compiled together.

    Attributes:
        task: what is decided.
        lfs: the functions, in the order of their explanations.
        diagnostics: errors, warnings and notes, in the order of the file.
        read: how many explanations there were.
        columns: the text columns of the corpus it was compiled against.
    """

    task: Task
    lfs: tuple[LF, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    read: int = 0
    columns: tuple[str, ...] = ()

    def __len__(self) -> int:
        """The number of labeling functions."""
        return len(self.lfs)

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The diagnostics that are errors."""
        return tuple(d for d in self.diagnostics if d.severity == "error")

    def apply(self, corpus: Corpus) -> LabelMatrix:
        """The votes of all functions on all rows.

        Raises:
            SaysoError: SAY120 if there are no functions, SAY011 if the corpus lacks a column that they read.
        """
        if not self.lfs:
            raise SaysoError(problem("SAY120"))
        matrix = votes([lf.condition for lf in self.lfs], [lf.label for lf in self.lfs], corpus)
        return LabelMatrix(matrix, tuple(lf.name for lf in self.lfs), self.task.labels)

    def structure(self) -> list[tuple[int, int]]:
        """The pairs of functions that are dependent by their meaning: one implies, equals or excludes the other."""
        pairs = []
        for i, one in enumerate(self.lfs):
            for j in range(i + 1, len(self.lfs)):
                if relation(one.condition, self.lfs[j].condition) in ("equal", "implies", "implied"):
                    pairs.append((i, j))
        return pairs

    def report(self) -> str:
        """What was understood, function by function, and all diagnostics, as text."""
        lines = [f"task {self.task.name}: {', '.join(self.task.labels)}", ""]
        lines += [f"{lf.name:>5}  {lf.english}" for lf in self.lfs]
        missing = self.read - len(self.lfs)
        lines += [
            "",
            f"{len(self.lfs)} of {self.read} explanations understood" + (f", {missing} not" if missing else ""),
        ]
        for diagnostic in self.diagnostics:
            lines += ["", str(diagnostic)]
        return "\n".join(lines)

    def to_json(self) -> dict[str, Any]:
        """The program as JSON-ready data (without diagnostics)."""
        return {
            "format": FORMAT,
            "task": {"name": self.task.name, "labels": list(self.task.labels)},
            "columns": list(self.columns),
            "lfs": [lf.to_json() for lf in self.lfs],
        }

    @classmethod
    def from_json(cls, data: Any) -> Program:
        """The inverse of :meth:`to_json`.

        Raises:
            SaysoError: SAY111 if the data is no program of this format.
        """
        if not isinstance(data, dict) or data.get("format") != FORMAT:
            found = data.get("format") if isinstance(data, dict) else type(data).__name__
            raise SaysoError(problem("SAY111", found=f"format {found}", expected=f"a program of format {FORMAT}"))
        try:
            task = Task(str(data["task"]["name"]), tuple(map(str, data["task"]["labels"])))
            columns = tuple(map(str, data["columns"]))
            lfs = tuple(LF.from_json(item, task, columns) for item in data["lfs"])
        except (KeyError, TypeError) as fault:
            raise SaysoError(problem("SAY111", found=f"no {fault}", expected="a whole program")) from None
        return cls(task, lfs, read=len(lfs), columns=columns)


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
    return _compile(file, corpus)


def _compile(file: SayFile, corpus: Corpus | None) -> Program:
    diagnostics = list(file.diagnostics)
    unread = sum(1 for d in diagnostics if d.code in ("SAY114", "SAY115", "SAY116"))
    if file.task is None:
        raise SaysoError(*(diagnostics or [problem("SAY114")]))
    if not file.explanations and not unread:
        raise SaysoError(*diagnostics, problem("SAY121"))
    columns = corpus.text if corpus is not None else ()
    words = _column_words(columns)
    names: dict[str, tuple[Sought, ...]] = {}
    for definition in file.definitions:
        _define(definition, names, diagnostics)
    lfs: list[LF] = []
    for explanation in file.explanations:
        lf = _compile_one(explanation, file.task, names, words, columns, corpus, diagnostics)
        if lf is not None:
            lfs.append(replace(lf, name=f"LF{len(lfs) + 1}"))
    diagnostics += lint(lfs, corpus)
    diagnostics.sort(key=lambda d: (d.place.line or 0) if d.place else 0)
    return Program(file.task, tuple(lfs), tuple(diagnostics), len(file.explanations) + unread, columns)


def _column_words(columns: tuple[str, ...]) -> dict[tuple[str, ...], str | None]:
    """The words by which each text column is called; the first is the text itself."""
    found: dict[tuple[str, ...], str | None] = {}
    for i, name in enumerate(columns):
        for words in {tuple(name.lower().split()), tuple(name.lower().replace("_", " ").split())}:
            if words and not (i == 0 and len(words) == 1 and words[0] in language().terminals):
                found[words] = None if i == 0 else name
    return found


def _define(definition: Any, names: dict[str, tuple[Sought, ...]], diagnostics: list[Diagnostic]) -> None:
    """Read the list of a ``let``."""
    key, statement = definition.name.lower(), definition.statement
    place = statement.place(
        statement.text.index(definition.name), statement.text.index(definition.name) + len(definition.name)
    )
    if key in names:
        diagnostics.append(problem("SAY117", place=place, name=definition.name))
        return
    if key in language().terminals or key in FILLER:
        diagnostics.append(problem("SAY118", place=place, name=definition.name))
        return
    as_explanation = Explanation(definition.text, "", statement=statement, offset=definition.start)
    own_words = [word.strip(",.;:").lower() for word in definition.text.split()]
    refused = too_long(as_explanation)
    if refused is not None:
        diagnostics.append(refused)
        return
    result = read(definition.text, names, {}, start="definition")
    if result.meanings:
        names[key] = result.meanings[0][1]
        return
    names.setdefault(key, ())
    if key in own_words:
        diagnostics.append(problem("SAY119", place=place, name=definition.name))
    else:
        diagnostics += diagnose(as_explanation, result, names, {})


def _compile_one(
    explanation: Explanation,
    task: Task,
    names: dict[str, tuple[Sought, ...]],
    words: dict[tuple[str, ...], str | None],
    columns: tuple[str, ...],
    corpus: Corpus | None,
    diagnostics: list[Diagnostic],
) -> LF | None:
    """The labeling function of one explanation, or None; what is to be said of it goes to ``diagnostics``."""
    label = task.index(explanation.label)
    if label is None:
        labels = ", ".join(task.labels)
        place = explanation.place()
        diagnostics.append(problem("SAY115", place=place, label=explanation.label, task=task.name, labels=labels))
        return None
    refused = too_long(explanation)
    if refused is not None:
        diagnostics.append(refused)
        return None
    result = read(explanation.text, names, words)
    if not result.meanings:
        diagnostics.extend(diagnose(explanation, result, names, words))
        return None
    readings = list(dict.fromkeys(canonical(condition) for _, condition in result.meanings))
    chosen = _holding_on_example(readings, explanation, columns, corpus, diagnostics)
    alternatives = tuple(english(reading) for reading in readings if reading != chosen)
    return LF("", label, task, chosen, columns, explanation, alternatives)


def _holding_on_example(
    readings: list[Condition],
    explanation: Explanation,
    columns: tuple[str, ...],
    corpus: Corpus | None,
    diagnostics: list[Diagnostic],
) -> Condition:
    """The best reading that holds on the row the explanation was given for; the best one if none does."""
    example = explanation.example
    if example is None or (corpus is None and not isinstance(example, Mapping)):
        return readings[0]
    if isinstance(example, Mapping):
        row = one_row(example, columns)
    else:
        assert corpus is not None
        if not 0 <= example < len(corpus):
            diagnostics.append(problem("SAY208", place=explanation.place(), row=example, rows=len(corpus)))
            return readings[0]
        row = corpus.take([example])
    for reading in readings:
        if bool(holds(reading, Run(row))[0]):
            return reading
    text = row.strings(row.text[0])[0]
    diagnostics.append(problem("SAY206", place=explanation.place(), notes=(f"the row reads: {str(text)[:200]}",)))
    return readings[0]
