"""A labeling function: a condition, the label it votes for, and where it came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from ..corpora.columns import USUAL, no_column
from ..corpora.corpus import Corpus
from ..corpora.schema import NO_COLUMNS, Schema
from ..grammar.diagnostics import Place, SaysoError, problem
from ..grammar.given import expect
from ..grammar.nodes import Condition, Node
from ..grammar.task import ABSTAIN, Task
from ..primitives.base import sources
from ..primitives.run import Run
from .ambiguity import Reading
from .english import english
from .evaluate import holds
from .explanation import Explanation


@dataclass(frozen=True)
class LF:
    """A labeling function.

    Attributes:
        name: "LF1", "LF2", ... in the order of the explanations.
        label: the vote, an index into ``task.labels``.
        task: what is decided.
        condition: when it votes, in canonical form.
        schema: the columns of the corpus it was compiled against.
        explanation: what it was compiled from; None if it came from elsewhere.
        alternatives: the other readings of the explanation, the preferred first; those that the data spoke against
            carry the reason.
        cost: that of its own reading.
    """

    name: str
    label: int
    task: Task
    condition: Condition
    schema: Schema = NO_COLUMNS
    explanation: Explanation | None = None
    alternatives: tuple[Reading, ...] = field(default=(), compare=False)
    cost: int = field(default=0, compare=False)

    @property
    def place(self) -> Place | None:
        """Where it was said, if it was."""
        return self.explanation.place() if self.explanation else None

    @property
    def when(self) -> str:
        """The condition in English."""
        return english(self.condition)

    @property
    def english(self) -> str:
        """The whole function in English: the label and the condition, as a line of a .say file."""
        return f"{self.task.labels[self.label]} if {self.when}"

    def __call__(self, row: Mapping[str, Any] | str) -> int:
        """The vote on one row, a mapping or the text itself: ``label`` if the condition holds, else -1.

        Raises:
            SaysoError: SAY507 if it is neither, SAY011 if it lacks a column that the function reads.
        """
        good = isinstance(row, str) or (hasattr(row, "keys") and hasattr(row, "__getitem__"))
        expect(good, "row", row, "a mapping of columns, or the text itself,", fix='give for example {"text": "..."}')
        if not isinstance(row, str):
            self._check_columns(row)
        corpus = one_row(row, self.schema)
        return self.label if bool(holds(self.condition, Run(corpus))[0]) else ABSTAIN

    def _check_columns(self, row: Mapping[str, Any]) -> None:
        """Refuse a row without a column that the function reads; a value of None is merely missing."""
        for source in sorted(sources(self.condition), key=str):
            name = source.name
            if source.kind == "text" and name is None and self.schema.texts:
                name = self.schema.texts[0]
            if name is not None and name not in row:
                found = no_column(name, map(str, row.keys()), None)
                raise SaysoError(replace(found, fix=f"give the row {name!r}; None, where it is not known"))

    def __repr__(self) -> str:
        """Name and English."""
        return f"<{self.name}: {self.english}>"

    def to_json(self) -> dict[str, Any]:
        """The function as JSON-ready data; see :meth:`from_json`."""
        source = self.explanation
        return {
            "name": self.name,
            "label": self.task.labels[self.label],
            "condition": self.condition.to_json(),
            "english": self.english,
            "source": source.text if source else None,
            "author": source.author if source else None,
        }

    @classmethod
    def from_json(cls, data: Any, task: Task, schema: Schema = NO_COLUMNS) -> LF:
        """The inverse of :meth:`to_json`.

        Raises:
            SaysoError: SAY111 if the data describes no labeling function of ``task``.
        """
        label = task.index(str(data.get("label"))) if isinstance(data, dict) else None
        condition = Node.from_json(data.get("condition")) if isinstance(data, dict) else None
        if label is None or not isinstance(condition, Condition):
            raise SaysoError(problem("SAY111", found=str(data)[:80], expected=f"a function of the task {task.name}"))
        source = data.get("source")
        explanation = Explanation(source, task.labels[label], author=data.get("author")) if source else None
        return cls(str(data.get("name")), label, task, condition, schema, explanation)


def one_row(row: Mapping[str, Any] | str, schema: Schema) -> Corpus:
    """A corpus of one row."""
    if isinstance(row, str):
        name = schema.texts[0] if schema.texts else USUAL[0]
        return Corpus.of_row({name: row}, replace(schema, texts=(name,)))
    return Corpus.of_row(row, schema if schema.texts or schema.fields else replace(schema, texts=_text_names(row)))


def _text_names(row: Mapping[str, Any]) -> tuple[str, ...]:
    """The text columns of a row of which nothing is known: those with a usual name, or else all text."""
    usual = tuple(name for name in row if str(name).lower() in USUAL)
    return usual or tuple(name for name, value in row.items() if isinstance(value, str)) or (USUAL[0],)
