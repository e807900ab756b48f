"""The main job as functions: explanations to labeling functions, to votes, to probabilistic labels, to a trained model.

The command line calls these; so may a program. Each step hands on plain values, and nothing here prints.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, cast

import numpy as np
import numpy.typing as npt

from ..compiler.program import Program
from ..corpora.corpus import Corpus
from ..corpora.label_matrix import LabelMatrix
from ..grammar.diagnostics import Diagnostic, Place, SaysoError, problem
from ..grammar.task import ABSTAIN
from .identifiability import remark
from .label_model import Kind, LabelModel
from .majority import MajorityVote
from .measures import TIE, Measures, measure

if TYPE_CHECKING:
    from .end_model import EndModel

Floats = npt.NDArray[np.float64]
Gold = npt.NDArray[np.int64]

METHODS: dict[str, str] = {
    "auto": "the fitted label model as far as it fits the votes, and a vote weighted by agreement for the rest",
    "structured": "the fitted label model, trusted in full",
    "independent": "the same, of functions that depend on no other",
    "agreement": "a vote weighted by agreement with the others",
    "weighted": "a vote weighted by right votes on the dev set",
    "dawid_skene": "Dawid and Skene's model, to which abstaining tells nothing",
    "majority": "majority vote",
}
"""The label models there are, by the names of :class:`.LabelModel`'s kinds, and what each is."""

FORMER_NAMES = {"em": "structured"}
"""Names that were used once and are still read."""

LISTED = 3
"""Lists of more than one word above this number are cut after so many."""


@dataclass(frozen=True, slots=True, eq=False)
class Labeling:
    """A corpus with the votes on it and the probabilistic labels that a label model makes of them.

    ``covered`` (n,) tells the rows with at least one vote; ``probs`` is (n, k).
    """

    program: Program
    corpus: Corpus
    matrix: LabelMatrix
    majority: MajorityVote
    model: LabelModel | MajorityVote
    probs: Floats
    notes: tuple[Diagnostic, ...] = ()

    @property
    def covered(self) -> npt.NDArray[np.bool_]:
        """The rows on which at least one labeling function votes, (n,)."""
        return np.asarray((self.matrix.votes >= 0).any(axis=1))

    @property
    def chosen(self) -> npt.NDArray[np.int64]:
        """The most probable label of each row, int64 (n,); -1 without a vote, or where the most probable ones tie."""
        best = self.probs >= self.probs.max(axis=1, keepdims=True) - TIE
        sure = self.covered & (best.sum(axis=1) == 1)
        return np.where(sure, self.probs.argmax(axis=1), ABSTAIN).astype(np.int64)


@dataclass(frozen=True, slots=True)
class Assessment:
    """Models measured on the same rows: what the rows are, and the measures of each model by its name."""

    rows: str
    measures: tuple[tuple[str, Measures], ...]


def label(
    program: Program,
    corpus: Corpus,
    *,
    method: str = "auto",
    dev: Corpus | None = None,
    seed: int = 0,
) -> Labeling:
    """Apply the program to the corpus and make probabilistic labels of the votes.

    Args:
        program: the labeling functions.
        corpus: the rows; their gold labels, if any, are not looked at.
        method: one of :data:`METHODS`.
        dev: a labeled corpus that the label model may learn from.
        seed: of the label model.

    Raises:
        SaysoError: SAY502 if there is no such method, SAY514 if it needs labeled rows and has none, SAY510 if no
            labeling function votes on any row.
    """
    method = FORMER_NAMES.get(method, method)
    check_method(method, dev=dev is not None)
    matrix = program.apply(corpus)
    if not (matrix.votes >= 0).any():
        notes = tuple(f"{lf.name}: {lf.english}" for lf in program.lfs[:5])
        place = Place(corpus.source) if corpus.source else None
        raise SaysoError(problem("SAY510", place=place, notes=notes, count=len(program.lfs), rows=len(corpus)))
    majority = MajorityVote(labels=matrix.labels).fit(matrix)
    if method == "majority":
        return Labeling(program, corpus, matrix, majority, majority, majority.predict_proba(matrix))
    structure = program.structure()
    model = LabelModel(
        labels=matrix.labels,
        structure=structure,
        kind=cast(Kind, method),
        random_state=seed,
    )
    known = None if dev is None else (program.apply(dev), dev.gold_votes(matrix.labels))
    model.fit(matrix, dev=known)
    remarks = tuple(finding for finding in model.diagnostics_ if finding.severity == "note")
    open_question = None if known is not None else remark(matrix, structure)
    remarks = remarks if open_question is None else (open_question, *remarks)
    return Labeling(program, corpus, matrix, majority, model, model.predict_proba(matrix), remarks)


def check_method(method: str, *, dev: bool) -> None:
    """Refuse a label model that there is not, or that has nothing to learn from; ``dev``: whether there is a dev set.

    Raises:
        SaysoError: SAY502, SAY514.
    """
    if method == "weighted" and not dev:
        raise SaysoError(problem("SAY514"))
    if method not in METHODS and method not in FORMER_NAMES:
        near = get_close_matches(method, list(METHODS), n=1)
        fix = f"did you mean {near[0]}?" if near else None
        raise SaysoError(problem("SAY502", name=method, names=", ".join(METHODS), fix=fix))


def train_end_model(
    labeling: Labeling, *, encoder: str = "bow", epochs: int | None = None, seed: int = 0, progress: bool = False
) -> EndModel:
    """Train the end model on the rows that have a vote.

    Beside texts it reads the columns that explanations speak of; without any text, all columns.

    Raises:
        SaysoError: SAY4xx; see :meth:`.EndModel.fit`.
    """
    from .end_model import EndModel

    spoken_of = labeling.program.fields if labeling.corpus.text and encoder == "bow" else None
    settings: dict[str, Any] = {"epochs": epochs, "random_state": seed, "progress": progress}
    model = EndModel(labeling.program.task, encoder=encoder, fields=spoken_of, **settings)
    return model.fit(labeling.corpus, labeling.probs, sample_weight=labeling.covered.astype(np.float64))


def assess(
    name: str,
    corpus: Corpus,
    labeling: Labeling,
    end_model: EndModel | None,
    *,
    matrix: LabelMatrix | None = None,
) -> list[Assessment]:
    """Measure majority vote, label model and end model against the gold labels of ``corpus``.

    Twice: on the rows with at least one vote, where all models have something to go by, and on all rows, where a row
    without votes gets from the first two no more than the class balance.

    Args:
        name: what the rows are called.
        corpus: with gold labels.
        labeling: what holds the two models of votes.
        end_model: measured too if given.
        matrix: the votes on ``corpus``, if they are known already.
    """
    labels = labeling.matrix.labels
    gold = corpus.gold_votes(labels)
    votes = labeling.program.apply(corpus) if matrix is None else matrix
    probs: list[tuple[str, Floats]] = [("majority vote", labeling.majority.predict_proba(votes))]
    if isinstance(labeling.model, LabelModel):
        probs.append(("label model", labeling.model.predict_proba(votes)))
    if end_model is not None:
        probs.append(("end model", end_model.predict_proba(corpus)))
    covered = (votes.votes >= 0).any(axis=1)
    known = gold >= 0
    out = []
    parts = [("with a vote", known & covered)]
    if (known & ~covered).any():
        parts.append(("with a vote or without", known))
    for said, mask in parts:
        found = [(who, measure(table[mask], gold[mask], labels)) for who, table in probs]
        own = tuple((who, value) for who, value in found if value is not None)
        if own:
            out.append(Assessment(f"the {int(mask.sum())} labeled rows of {name} {said}", own))
    return out


def table_of(labeling: Labeling, gold: Gold | None = None) -> list[dict[str, Any]]:
    """What is known of each labeling function, as one mapping per function.

    Keys: ``lf``, ``label``, ``english``, ``when``, ``votes``, ``coverage``, ``overlap``, ``conflict``; ``accuracy``,
    ``low``, ``high``, ``evidence``, ``independence`` (the label model's estimate; None from majority vote); with gold
    ``precision``, ``gold_votes`` and ``recall``.
    """
    rows = labeling.matrix.summary(gold).to_dicts()
    estimates: dict[str, dict[str, Any]] = {}
    if isinstance(labeling.model, LabelModel):
        estimates = {row["lf"]: row for row in labeling.model.summary(labeling.matrix).to_dicts()}
    out = []
    for lf, row in zip(labeling.program.lfs, rows, strict=True):
        own = estimates.get(lf.name, {})
        learned = {key: own.get(key) for key in ("accuracy", "low", "high", "evidence", "independence")}
        out.append({**row, "label": lf.task.labels[lf.label], "english": lf.english, "when": lf.when, **learned})
    return out


def shortened(said: str) -> str:
    """A condition in English with its long lists cut, for tables.

    >>> shortened('it mentions any of "a", "b", "c", "d", "e", "f"')
    'it mentions any of "a", "b", "c" … (3 more)'
    """

    def cut(match: re.Match[str]) -> str:
        items = re.findall(r'"[^"]*"', match[0])
        return f"{', '.join(items[:LISTED])} … ({len(items) - LISTED} more)"

    return re.sub(rf'"[^"]*"(?:, "[^"]*"){{{LISTED + 1},}}', cut, said)
