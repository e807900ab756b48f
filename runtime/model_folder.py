"""The self-contained folder of a trained model: everything that made it, and everything that predicting needs.

::

    model/
      manifest.json       format, checksums of all files, how the model was made
      task.json           name and labels
      explanations.say    what people wrote
      program.json        what was compiled from it
      label_model.npz     how far each labeling function is trusted
      end_model/          the classifier

No file is pickled, and none is read before its checksum is found to be right.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from ..corpora.corpus import Corpus
from ..grammar.diagnostics import SaysoError, problem
from ..grammar.task import Task
from .end_model import EndModel
from .label_model import LabelModel
from .majority import MajorityVote
from .sealed_folder import Seal

SEAL = Seal("model", version=1)

TASK, EXPLANATIONS, PROGRAM = "task.json", "explanations.say", "program.json"


class Part(Protocol):
    """A fitted model that can be written to a path of its own, as a file or a folder."""

    def save(self, path: str | Path) -> None:
        """Write the model."""
        ...


LABEL_MODELS: dict[str, Callable[[Path], Part]] = {kind.__name__: kind.load for kind in (LabelModel, MajorityVote)}
LABEL_MODEL, END_MODEL = "label_model.npz", "end_model"


@dataclass(frozen=True, slots=True)
class TrainedModel:
    """A task, what was compiled for it, and the models that were trained.

    Attributes:
        task: what is decided.
        program: the labeling functions, as ``Program.to_json`` gives them.
        explanations: the text of the explanations.
        label_model: the label model, None if there is none.
        end_model: the end model, which does the predicting.
        settings: how the model was made, JSON-ready; shown to people, and not used.
    """

    task: Task
    program: Mapping[str, Any]
    explanations: str
    label_model: Any
    end_model: EndModel
    settings: Mapping[str, Any] = field(default_factory=dict)

    def predict_proba(self, corpus: Corpus) -> npt.NDArray[np.float64]:
        """Probabilities of the labels, shape (n, k)."""
        return self.end_model.predict_proba(corpus)

    def predict(self, corpus: Corpus) -> npt.NDArray[np.int64]:
        """The most probable label of each row as a vote, shape (n,)."""
        return self.end_model.predict(corpus)

    def save(self, path: str | Path) -> None:
        """Write the folder ``path``. What is there is replaced only once everything has been written.

        Raises:
            SaysoError: SAY423 if ``path`` holds anything but a model folder (see :func:`check_replaceable`), SAY424 if
                it cannot be written, SAY410 or SAY340 if a model is not fitted.
        """
        kind = None if self.label_model is None else type(self.label_model).__name__
        facts = {"sayso": _version(), "settings": dict(self.settings), "label_model": kind}
        with SEAL.writing(path, facts) as folder:
            _write_json(folder / TASK, {"name": self.task.name, "labels": list(self.task.labels)})
            _write_json(folder / PROGRAM, dict(self.program))
            (folder / EXPLANATIONS).write_bytes(self.explanations.encode("utf-8"))
            if self.label_model is not None:
                self.label_model.save(folder / LABEL_MODEL)
            self.end_model.save(folder / END_MODEL)

    @classmethod
    def load(cls, path: str | Path, *, device: str = "cpu") -> TrainedModel:
        """Read the folder ``path``.

        Raises:
            SaysoError: SAY420 if it is no model folder, SAY421 if it is of another version, SAY422 if a file is missing
                or damaged.
        """
        facts = SEAL.read(path)
        folder = Path(path)
        task = json.loads((folder / TASK).read_text(encoding="utf-8"))
        return cls(
            task=Task(task["name"], tuple(task["labels"])),
            program=json.loads((folder / PROGRAM).read_text(encoding="utf-8")),
            explanations=(folder / EXPLANATIONS).read_bytes().decode("utf-8"),
            label_model=_label_model(folder, facts["label_model"]),
            end_model=EndModel.load(folder / END_MODEL, device=device),
            settings=facts["settings"],
        )


def check_replaceable(path: str | Path) -> None:
    """Make sure, before hours are spent on training, that a model may be written to ``path``.

    It may if nothing is there, an empty folder, or a model folder in which nobody has put anything else.

    Raises:
        SaysoError: SAY423 if it may not.
    """
    SEAL.check_replaceable(path)


def _label_model(folder: Path, kind: str | None) -> Any:
    if kind is None:
        return None
    if kind not in LABEL_MODELS:
        finding = f"is a {kind}, which this version of Sayso does not know"
        raise SaysoError(problem("SAY422", path=folder, kind=SEAL.kind, file=LABEL_MODEL, finding=finding))
    return LABEL_MODELS[kind](folder / LABEL_MODEL)


def _write_json(path: Path, data: dict[str, Any]) -> None:
    path.write_text(json.dumps(data, indent=1, ensure_ascii=False), encoding="utf-8")


def _version() -> str:
    from .. import __version__

    return __version__
