"""What is to be decided: a task and its labels."""

from __future__ import annotations

from dataclasses import dataclass

from .diagnostics import SaysoError, problem

ABSTAIN = -1
"""The vote of a labeling function that does not vote."""

MAX_LABELS = 127
"""Votes are stored as int8, so a task has at most this many labels."""


@dataclass(frozen=True, slots=True)
class Task:
    """A single-choice task: a name and two or more labels; label ``i`` is the vote ``i``.

    Raises:
        SaysoError: SAY110 if there are fewer than two labels, more than 127, two of the same name, or other than texts.

    >>> Task("spam", ("ham", "spam")).index("Spam")
    1
    """

    name: str
    labels: tuple[str, ...]

    def __post_init__(self) -> None:
        """Refuse what is no task."""
        told = self.labels if isinstance(self.labels, (tuple, list)) else (self.labels,)
        if not isinstance(self.name, str) or len(told) < 2 or not all(isinstance(label, str) for label in told):
            labels = ", ".join(map(str, told))
            raise SaysoError(problem("SAY110", task=self.name, labels=labels or "none"))
        folded = [label.casefold() for label in self.labels]
        if not 2 <= len(folded) <= MAX_LABELS or len(set(folded)) < len(folded) or not all(folded):
            first = next((i for i, label in enumerate(folded) if label and label in folded[:i]), None)
            same = None if first is None else (self.labels[folded.index(folded[first])], self.labels[first])
            notes = () if same is None else (f"{same[0]!r} and {same[1]!r} are the same: capitals do not matter",)
            raise SaysoError(problem("SAY110", notes=notes, task=self.name, labels=", ".join(self.labels) or "none"))

    def index(self, label: str) -> int | None:
        """The vote that stands for ``label`` (case does not matter), or None."""
        folded = " ".join(label.split()).casefold()
        for i, own in enumerate(self.labels):
            if own.casefold() == folded:
                return i
        return None
