"""What every model of votes can do once it is fitted: label rows, say why, and be saved.

A fitted model is a table of evidence: for each labeling function (LF) and outcome, a log-score per label, and a prior
log-score per label. Scores add up over a row; their softmax is the row's probabilities.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt
import polars as pl
from sklearn.base import BaseEstimator

from ..corpora.label_matrix import LabelMatrix
from ..grammar.diagnostics import Diagnostic, SaysoError, problem
from ..grammar.given import expect, expect_path
from ..grammar.task import ABSTAIN
from .accounts import account_of_lf, account_of_model
from .vote_codes import Floats, VoteCodes, softmax
from .vote_rows import VoteRows
from .vote_store import read, write
from .vote_summary import summary

Model = TypeVar("Model", bound="VoteModel")

_ROWS = 1 << 17  # rows scored at a time


class VoteModel(BaseEstimator):  # type: ignore[misc]
    """Base of all models of votes: what they learn from, and all they do with what they have learned.

    A model has a ``labels`` setting and says in ``_learn`` how it learns.

    Learned: ``labels_``, ``lf_names_``, ``evidence_`` ``(m, k + 1, k)`` (outcome 0 abstains, ``1 + v`` votes ``v``),
    ``prior_`` ``(k,)``. Models that weigh dependence or doubt themselves also have ``discounts_``, ``trust_``,
    ``dependent_pairs_`` and ``diagnostics_``; what stands here is for those that do not.
    """

    labels: Sequence[str] | int | None
    labels_: tuple[str, ...]
    lf_names_: tuple[str, ...]
    evidence_: Floats
    prior_: Floats
    discounts_: Floats | float = 1.0
    trust_: float = 1.0
    dependent_pairs_: tuple[tuple[int, int], ...] = ()
    diagnostics_: tuple[Diagnostic, ...] = ()

    def fit(
        self: Model,
        L: LabelMatrix | npt.ArrayLike,
        gold: npt.ArrayLike | None = None,
        *,
        dev: tuple[LabelMatrix | npt.ArrayLike, npt.ArrayLike] | None = None,
        sample_weight: npt.ArrayLike | None = None,
    ) -> Model:
        """Learn from the votes ``L``.

        ``gold`` ``(n,)`` has the labels of rows whose label is known, ``-1`` elsewhere (scikit-learn's convention for
        semi-supervised learning); ``dev`` is a further, labeled set of rows, votes and gold. What becomes of known
        labels is each model's own affair. ``sample_weight`` ``(n,)`` says how many rows each row of ``L`` stands for
        (see :func:`.count_votes`).

        Raises:
            SaysoError: SAY301 to SAY306 for votes or gold that are none, SAY341 for settings or weights that are none,
                SAY342 if the dev set's votes come from other labeling functions.
        """
        self._learn(VoteRows.of(L, self.labels, gold, dev, sample_weight), None)
        return self

    def partial_fit(
        self: Model,
        L: LabelMatrix | npt.ArrayLike,
        gold: npt.ArrayLike | None = None,
        *,
        dev: tuple[LabelMatrix | npt.ArrayLike, npt.ArrayLike] | None = None,
        sample_weight: npt.ArrayLike | None = None,
    ) -> Model:
        """Learn again, after labeling functions (LFs) were added, changed or dropped; the rest is as for ``fit``.

        ``L`` has the votes of all LFs there are now. LFs are known again by their names, and models that take many
        steps start from what is known of them. Without an earlier fit, or with nothing to start from, this is ``fit``.
        """
        before = copy(self) if hasattr(self, "evidence_") else None
        self._learn(VoteRows.of(L, self.labels, gold, dev, sample_weight), before)
        return self

    def _learn(self: Model, rows: VoteRows, before: Model | None) -> None:
        """Learn from ``rows``; ``before`` is this model as it was after an earlier fit, to start from, if it is to."""
        raise NotImplementedError

    def predict_proba(self, L: LabelMatrix | npt.ArrayLike) -> Floats:
        """Probabilities ``(n, k)`` of the labels. Finite, rows sum to one; a row without votes gets no vote's evidence.

        Raises:
            SaysoError: SAY340 if the model is not fitted, SAY342 if the votes come from other LFs, SAY301 to SAY305.
        """
        matrix = self._matrix(L)
        result, alone = np.empty((len(matrix), len(self.labels_))), self._alone()
        for start in range(0, len(matrix), _ROWS):
            votes = matrix.votes[start : start + _ROWS]
            codes = VoteCodes.of(votes, len(self.labels_))
            result[start : start + _ROWS] = codes.posterior(alone, self.prior_, self._together(votes)).T
        return result

    def predict(self, L: LabelMatrix | npt.ArrayLike, *, abstain: bool = False) -> npt.NDArray[np.int64]:
        """The most probable label of each row, int64 ``(n,)``; of equally probable ones the first.

        With ``abstain``, rows without any vote and rows whose best labels tie get ``-1``.
        """
        matrix = self._matrix(L)
        probabilities = self.predict_proba(matrix)
        labels = probabilities.argmax(axis=1)
        if abstain:
            best = probabilities >= probabilities.max(axis=1, keepdims=True) - 1e-9
            silent = (matrix.votes == ABSTAIN).all(axis=1)
            labels = np.where(silent | (best.sum(axis=1) > 1), ABSTAIN, labels)
        return np.asarray(labels, dtype=np.int64)

    def explain(self, votes: Sequence[int] | npt.ArrayLike) -> dict[str, Any]:
        """Why a row with these ``votes`` ``(m,)`` gets its label; JSON-ready.

        Keys: ``label``; ``probabilities`` by label; ``against``, the runner-up; ``prior`` and ``silence`` (all
        abstentions together), evidence for the label over the runner-up in nats; ``votes``, one item per LF that
        voted, strongest first, with ``lf``, ``vote``, ``evidence`` (the same, positive speaks for the label) and
        ``words``; ``words``, the whole in a sentence or two. The evidences add up to the log-odds.
        """
        given = np.asarray(votes)
        expect(given.ndim == 1, "votes", votes, "the votes of one row, a list of whole numbers,")
        matrix = self._matrix(given[None, :])
        row = matrix.votes[0].astype(np.intp)
        scores = self._by_lf(matrix.votes[0])
        probabilities = softmax((scores.sum(axis=0) + self.prior_)[:, None])[:, 0]
        best, second = (int(label) for label in np.argsort(-probabilities, kind="stable")[:2])
        evidence = scores[:, best] - scores[:, second]
        voted = sorted(np.flatnonzero(row != ABSTAIN), key=lambda j: -abs(evidence[j]))
        items = [
            {
                "lf": self.lf_names_[j],
                "vote": self.labels_[row[j]],
                "evidence": float(evidence[j]),
                "words": self._in_words(int(j), int(row[j]), float(evidence[j]), best, second),
            }
            for j in voted
        ]
        label, other = self.labels_[best], self.labels_[second]
        share = f"{label} ({probabilities[best]:.0%}) rather than {other} ({probabilities[second]:.0%})"
        reasons = "; ".join(str(item["words"]) for item in items) or "no labeling function votes on this row"
        return {
            "label": label,
            "against": other,
            "probabilities": {name: float(p) for name, p in zip(self.labels_, probabilities, strict=True)},
            "prior": float(self.prior_[best] - self.prior_[second]),
            "silence": float(evidence[row == ABSTAIN].sum()),
            "votes": items,
            "words": f"{share}: {reasons}.",
        }

    def explain_lf(self, lf: str, L: LabelMatrix | npt.ArrayLike) -> dict[str, Any]:
        """What the model holds of the labeling function named ``lf``, seen on the votes ``L``, in numbers and in words.

        JSON-ready; the keys are told in :func:`.account_of_lf`.

        Raises:
            SaysoError: SAY512 if there is no such function; as ``predict_proba``.
        """
        return account_of_lf(self, self._matrix(L), lf)

    def explain_model(self, L: LabelMatrix | npt.ArrayLike) -> dict[str, Any]:
        """What the model made of the votes ``L``, and what it warns of, in numbers and in words.

        JSON-ready; the keys are told in :func:`.account_of_model`.
        """
        return account_of_model(self, self._matrix(L))

    def summary(self, L: LabelMatrix | npt.ArrayLike) -> pl.DataFrame:
        """What the model holds of each labeling function (LF), seen on the votes ``L``, one line per LF.

        Columns: ``lf``; ``polarity``; ``votes``; ``propensity``, the share of rows it votes on; ``accuracy``, the
        estimated share of its votes that are right (its precision), with a 95 % interval ``low`` to ``high``;
        ``evidence``, log-odds (nats) that a vote lends its label against the average other one, on average over its
        votes; ``independence``, what its vote is worth beside those of LFs that repeat it, 0 to 1.

        The interval is the posterior Beta interval at the number of votes that the missing labels leave (Orchard and
        Woodbury 1972: the share of information that is not missing, here the mean certainty of the labels), cut by
        ``trust_`` and ``independence``. It is approximate, and honest only as far as the model is.
        """
        matrix = self._matrix(L)
        independence = np.broadcast_to(self.discounts_, (len(matrix.lf_names),))
        frame = summary(matrix, self.predict_proba(matrix), self.evidence_, independence * self.trust_)
        return frame.with_columns(independence=pl.Series(independence))

    def kept_evidence(self, lf_names: Sequence[str]) -> Floats:
        """The evidence ``(m, k + 1, k)`` of LFs that were fitted before, by their names; none of new ones."""
        self._require_fitted()
        place = {name: j for j, name in enumerate(self.lf_names_)}
        found = np.zeros((len(lf_names), *self.evidence_.shape[1:]))
        for i, name in enumerate(lf_names):
            if name in place:
                found[i] = self.evidence_[place[name]]
        return found

    def save(self, path: str | Path) -> None:
        """Write the fitted model to ``path`` (one ``.npz`` file, no pickle), all of it or nothing.

        Raises:
            SaysoError: SAY340 if the model is not fitted, SAY424 if it cannot be written there.
        """
        expect_path(path)
        self._require_fitted()
        learned = {name: value for name, value in vars(self).items() if name.endswith("_")}
        write(Path(path), type(self).__name__, self.get_params(deep=False), learned)

    @classmethod
    def load(cls: type[Model], path: str | Path) -> Model:
        """The model saved at ``path``.

        Raises:
            SaysoError: SAY343 if there is none, it is damaged, or it is of another kind or version.
        """
        expect_path(path)
        settings, learned = read(Path(path), cls.__name__)
        model = cls(**settings)
        if "diagnostics_" in learned:
            learned["diagnostics_"] = tuple(_remembered(item) for item in learned["diagnostics_"])
        for name, value in learned.items():
            setattr(model, name, value)
        return model

    def _require_fitted(self) -> None:
        if not hasattr(self, "evidence_"):
            raise SaysoError(problem("SAY340", model=type(self).__name__))

    def _alone(self) -> Floats:
        """The evidence that counts vote by vote, ``(m, k + 1, k)``."""
        return self.evidence_

    def _together(self, votes: npt.NDArray[np.int8]) -> Floats | None:
        """Further log-scores ``(k, n)`` of rows, by votes that count together."""
        return None

    def _by_lf(self, row: npt.NDArray[np.int8]) -> Floats:
        """The log-scores of one row shared out among the LFs, ``(m, k)``."""
        return self._alone()[np.arange(len(self.lf_names_)), row.astype(np.intp) + 1]

    def _matrix(self, L: LabelMatrix | npt.ArrayLike) -> LabelMatrix:
        """``L`` checked against what the model was fitted on."""
        self._require_fitted()
        matrix = LabelMatrix.of(L, labels=self.labels_)
        found, expected = matrix.lf_names, self.lf_names_
        if len(found) != len(expected):
            counts = (f"{len(names)} labeling functions" for names in (found, expected))
            raise SaysoError(problem("SAY342", found=next(counts), expected=next(counts)))
        if isinstance(L, LabelMatrix) and found != expected:
            j = next(j for j in range(len(found)) if found[j] != expected[j])
            raise SaysoError(problem("SAY342", found=f"{found[j]} in column {j}", expected=expected[j]))
        return matrix

    def _in_words(self, lf: int, vote: int, evidence: float, best: int, second: int) -> str:
        odds = f"{np.exp(min(abs(evidence), 50.0)):.2g} times as likely"
        said = f"{self.lf_names_[lf]} says {self.labels_[vote]}"
        if abs(evidence) < 0.01:
            return f"{said}, which tells nothing between {self.labels_[best]} and {self.labels_[second]}"
        more, less = (best, second) if evidence > 0 else (second, best)
        return f"{said}, which makes {self.labels_[more]} {odds} against {self.labels_[less]}"


def _remembered(item: dict[str, Any]) -> Diagnostic:
    """A diagnostic about votes, which has no place, from its JSON."""
    notes = tuple(item["notes"])
    return Diagnostic(item["code"], item["severity"], item["message"], notes=notes, fix=item["fix"])
