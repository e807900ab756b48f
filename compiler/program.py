"""A program: the labeling functions compiled together, and what was found while compiling them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..corpora.corpus import MAKE_CORPUS, Corpus
from ..corpora.label_matrix import LabelMatrix
from ..corpora.schema import NO_COLUMNS, Schema
from ..grammar.diagnostics import Diagnostic, SaysoError, problem
from ..grammar.given import expect
from ..grammar.task import Task
from ..primitives.base import sources
from .evaluate import votes
from .lf import LF
from .provenance import Provenance, provenance_of
from .structure import Structure, structure_of

FORMAT = 2
"""The version of a program's JSON."""


@dataclass(frozen=True)
class Program:
    """Labeling functions compiled together.

    Attributes:
        task: what is decided.
        lfs: the functions, in the order of their explanations.
        diagnostics: errors, warnings and notes, in the order of the file.
        read: how many explanations there were.
        schema: the columns of the corpus it was compiled against.
    """

    task: Task
    lfs: tuple[LF, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    read: int = 0
    schema: Schema = NO_COLUMNS

    def __len__(self) -> int:
        """The number of labeling functions."""
        return len(self.lfs)

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The diagnostics that are errors."""
        return tuple(d for d in self.diagnostics if d.severity == "error")

    @property
    def understood(self) -> int:
        """How many of the explanations have a function; one may have several."""
        return len({id(lf.explanation or lf) for lf in self.lfs})

    @property
    def fields(self) -> tuple[str, ...]:
        """The columns besides texts that the functions read, in order of their names."""
        read = {source for lf in self.lfs for source in sources(lf.condition)}
        return tuple(sorted(source.name for source in read if source.kind == "field" and source.name is not None))

    def apply(self, corpus: Corpus) -> LabelMatrix:
        """The votes of all functions on all rows.

        Raises:
            SaysoError: SAY120 if there are no functions, SAY011 if the corpus lacks a column that they read,
                SAY507 if it is none.
        """
        expect(isinstance(corpus, Corpus), "corpus", corpus, "a Corpus", fix=MAKE_CORPUS)
        if not self.lfs:
            raise SaysoError(problem("SAY120"))
        matrix = votes([lf.condition for lf in self.lfs], [lf.label for lf in self.lfs], corpus)
        return LabelMatrix(matrix, tuple(lf.name for lf in self.lfs), self.task.labels)

    def structure(self) -> Structure:
        """How the functions depend on each other by their meaning."""
        return structure_of(self.lfs)

    def provenance(self) -> tuple[Provenance, ...]:
        """Who said each function, what it reads, and how much of that others share."""
        return provenance_of(self.lfs)

    def report(self) -> str:
        """What was understood, function by function, and all diagnostics, as text."""
        lines = [f"task {self.task.name}: {', '.join(self.task.labels)}", ""]
        lines += [f"{lf.name:>5}  {lf.english}" for lf in self.lfs]
        missing = self.read - self.understood
        lines += [
            "",
            f"{self.understood} of {self.read} explanations understood" + (f", {missing} not" if missing else ""),
        ]
        for diagnostic in self.diagnostics:
            lines += ["", str(diagnostic)]
        return "\n".join(lines)

    def to_json(self) -> dict[str, Any]:
        """The program as JSON-ready data (without diagnostics)."""
        return {
            "format": FORMAT,
            "task": {"name": self.task.name, "labels": list(self.task.labels)},
            "schema": self.schema.to_json(),
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
            schema = Schema.from_json(data["schema"])
            lfs = tuple(LF.from_json(item, task, schema) for item in data["lfs"])
        except (KeyError, TypeError, AttributeError) as fault:
            raise SaysoError(problem("SAY111", found=f"no {fault}", expected="a whole program")) from None
        return cls(task, lfs, read=len(lfs), schema=schema)
