"""The label model: from votes, and nothing else if need be, to probabilistic labels.

How it works is told where it is done: the model and its estimation in :mod:`.label_em`, the dependence of labeling
functions in :mod:`.dependence`, what votes cannot tell in :mod:`.identification`.

Sources: A. P. Dawid and A. M. Skene, *Maximum likelihood estimation of observer error-rates using the EM algorithm*,
Applied Statistics 28, 1979; A. Ratner et al., *Data programming*, NIPS 2016, and *Training complex models with
multi-task weak supervision*, AAAI 2019; J. W. Miller and D. B. Dunson, *Robust Bayesian inference via coarsening*,
JASA 114, 2019 (why a misfitting likelihood is trusted less than its rows suggest); C. Varin, N. Reid and D. Firth, *An
overview of composite likelihood methods*, Statistica Sinica 21, 2011 (discounts).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np
import numpy.typing as npt
import polars as pl
from scipy.stats import beta

from ..corpora.label_matrix import LabelMatrix, check_gold
from ..corpora.vote_patterns import Patterns, collapse
from ..grammar.diagnostics import Diagnostic, SaysoError, problem, warn
from .dependence import PairCounts
from .identification import contradicted, degenerate, examine
from .label_em import Data, Estimate, Settings, anchor_evidence, fit, trust_of
from .vote_codes import Floats, VoteCodes
from .vote_model import VoteModel, given_balance, matrix_of

_SAMPLE = 40_000
"""With more distinct patterns than this, the first, long part of the fit sees a sample of as many rows."""

_FULL_STEPS = 5
"""EM steps over all patterns after a fit on a sample of them."""

_GOLD_ROWS = 20.0
"""Known labels that halve what the model's misfit takes from its trust (and quarter it, at three times as many)."""

_MISFIT_ROWS = 100.0
"""Rows without a known label that weigh in beside known ones when the model is half trusted (Miller and Dunson)."""


class LabelModel(VoteModel):
    """Probabilistic labels from votes, with or without known labels.

    Args:
        labels: their names, or their number; None takes them from the votes.
        structure: pairs ``(i, j)`` of LFs (columns, or names) known to depend on each other, or an object with such
            ``pairs``: whatever residual correlation such a pair shows is discounted, however slight. Other pairs are
            examined as well, and discounted where the correlation is clear. Exact duplicates count once in any case.
        class_balance: shares of the labels; ``"uniform"``; ``"estimate"``, estimated from the votes; or None, the
            same, but a model that fits badly also trusts the estimate less, as it does its other evidence.
        trust: ``"auto"``, or a number from 0 (the labels of majority vote) to 1 (those of the fitted model).
        max_iter, tol: EM stops after so many steps, or once no probability moves by more.
        random_state: seed of the sample of patterns that long fits start on.

    Learned, besides what every :class:`.VoteModel` has: ``class_balance_`` ``(k,)``; ``rates_`` ``(m, k + 1, k)``,
    probability of each outcome (0 abstains) given the label; ``discounts_`` ``(m,)``, what a vote is worth beside the
    others; ``trust_``; ``unexplained_``, share of the dependence of the votes that the model leaves unexplained;
    ``dependent_pairs_``; ``diagnostics_``; ``n_iter_``; ``converged_``.

    >>> votes = [[1, 1, -1], [1, -1, 1], [0, 0, -1], [-1, 0, 0], [1, 1, 0], [0, 0, 1]] * 20
    >>> LabelModel(labels=["ham", "spam"]).fit(votes).predict(votes[:6]).tolist()
    [1, 1, 0, 0, 1, 0]
    """

    class_balance_: Floats
    rates_: Floats
    discounts_: Floats
    trust_: float
    unexplained_: float
    dependent_pairs_: tuple[tuple[int, int], ...]
    n_iter_: int
    converged_: bool
    diagnostics_: tuple[Diagnostic, ...] = ()

    def __init__(
        self,
        labels: Sequence[str] | int | None = None,
        *,
        structure: Any = None,
        class_balance: npt.ArrayLike | Literal["uniform", "estimate"] | None = None,
        trust: float | Literal["auto"] = "auto",
        max_iter: int = 300,
        tol: float = 1e-5,
        random_state: int | None = 0,
    ) -> None:
        """Store the settings; ``fit`` checks them."""
        self.labels = labels
        self.structure = structure
        self.class_balance = class_balance
        self.trust = trust
        self.max_iter = max_iter
        self.tol = tol
        self.random_state = random_state

    def fit(
        self,
        L: LabelMatrix | npt.ArrayLike,
        gold: npt.ArrayLike | None = None,
        *,
        dev: tuple[LabelMatrix | npt.ArrayLike, npt.ArrayLike] | None = None,
    ) -> LabelModel:
        """Learn from the votes ``L``.

        ``gold`` ``(n,)`` has the labels of rows whose label is known, ``-1`` elsewhere (scikit-learn's convention for
        semi-supervised learning); ``dev`` is a further, labeled set of rows, votes and gold. Known labels are taken
        as they are, and the more there are, the more the model is trusted.

        Warns (:class:`~sayso.grammar.diagnostics.SaysoWarning`; also in ``diagnostics_``, with mere notes) by name
        where the votes cannot tell what is asked of them, and where majority vote had to stand in.

        Raises:
            SaysoError: SAY301 to SAY306 for votes or gold that are none, SAY341 for settings that are none.
        """
        matrix = matrix_of(L, self.labels)
        known = None if gold is None else check_gold(gold, rows=len(matrix), labels=matrix.labels)
        if dev is not None:
            matrix, known = _append(matrix, known, dev)
        if known is not None and not (known >= 0).any():
            known = None
        k = len(matrix.labels)
        self._check()
        problem_ = _Problem.of(matrix, known, _pairs_of(self.structure, matrix), self.random_state)
        found, identified = examine(problem_.pairs, labels=matrix.labels, lf_names=problem_.names(matrix))
        if known is not None:
            found = [diagnostic for diagnostic in found if diagnostic.code not in {"SAY324", "SAY325"}]
            found += contradicted(matrix.votes, known, k=k, lf_names=matrix.lf_names)
        balance, tempered = self._balance(k)
        settings = Settings(
            k=k,
            balance=balance,
            tempered=tempered,
            named=problem_.named,
            trust=1.0,
            max_iter=self.max_iter,
            tol=self.tol,
        )
        estimate, trust, unexplained, more = self._estimate(problem_, settings, identified)
        self._learn(matrix, problem_, estimate)
        self.trust_, self.unexplained_ = trust, unexplained
        found += more
        if not estimate.converged and problem_.whole is None:
            found.append(problem("SAY330", iterations=estimate.iterations, tol=self.tol))
        self.diagnostics_ = tuple(found)
        for diagnostic in found:
            if diagnostic.severity == "warning":
                warn(diagnostic)
        return self

    def summary(self, L: LabelMatrix | npt.ArrayLike) -> pl.DataFrame:
        """What the model holds of each LF, seen on the votes ``L``, one line per LF.

        Columns: ``lf``; ``polarity``; ``votes``; ``propensity``, the share of rows it votes on; ``accuracy``, the
        estimated share of its votes that are right (its precision), with a 95 % interval ``low`` to ``high``;
        ``evidence``, log-odds (nats) that a vote lends its label against the average other one, on average over its
        votes; ``independence``, what its vote is worth beside those of LFs that repeat it, 0 to 1.

        The interval is the posterior Beta interval at the number of votes that the missing labels leave (Orchard and
        Woodbury 1972: the share of information that is not missing, here the mean certainty of the labels), cut by
        ``trust_`` and ``independence``. It is approximate, and honest only as far as the model is.
        """
        matrix = self._matrix(L)
        posterior = self.predict_proba(matrix)
        k = len(matrix.labels)
        voted = matrix.votes >= 0
        total = voted.sum(axis=0)
        certainty = 1.0 + (posterior * np.log(np.maximum(posterior, 1e-12))).sum(axis=1) / np.log(k)
        right = np.zeros(len(total))
        evidence = np.zeros(len(total))
        for label in range(k):
            cast = matrix.votes == label
            right += posterior[:, label] @ cast
            scores = self.evidence_[:, 1 + label]
            others = (scores.sum(axis=1) - scores[:, label]) / (k - 1)
            evidence += (scores[:, label] - others) * cast.sum(axis=0)
        with np.errstate(invalid="ignore", divide="ignore"):
            accuracy = right / total
            evidence = evidence / total
        informative = (certainty @ voted) * self.discounts_ * self.trust_
        share = np.nan_to_num(accuracy, nan=0.5)
        low, high = beta.ppf([[0.025], [0.975]], 1.0 + informative * share, 1.0 + informative * (1.0 - share))
        frame = matrix.summary().select("lf", "polarity", "votes", propensity="coverage")
        return frame.with_columns(
            accuracy=pl.Series(accuracy).fill_nan(None),
            low=pl.Series(np.minimum(low, share)),
            high=pl.Series(np.maximum(high, share)),
            evidence=pl.Series(evidence).fill_nan(None),
            independence=pl.Series(self.discounts_),
        )

    def _check(self) -> None:
        """Raise SAY341 for settings that are none."""
        if self.trust != "auto" and not (_is_number(self.trust) and 0.0 <= float(self.trust) <= 1.0):
            raise _setting("trust", self.trust, "'auto', or a number from 0 to 1")
        if not (_is_number(self.max_iter) and self.max_iter >= 1):
            raise _setting("max_iter", self.max_iter, "a number of steps, at least 1")
        if not (_is_number(self.tol) and self.tol >= 0.0):
            raise _setting("tol", self.tol, "a number, at least 0")

    def _balance(self, k: int) -> tuple[Floats | None, bool]:
        """The given class balance or None, and whether trust tempers it."""
        if self.class_balance is None or (isinstance(self.class_balance, str) and self.class_balance == "estimate"):
            return None, self.class_balance is None
        if isinstance(self.class_balance, str) and self.class_balance == "uniform":
            return np.full(k, 1.0 / k), False
        return given_balance(self.class_balance, k), False

    def _estimate(
        self, data: _Problem, settings: Settings, identified: bool
    ) -> tuple[Estimate, float, float, list[Diagnostic]]:
        """The fit, the trust put in it, the share it leaves unexplained, and what there is to say about it."""
        found: list[Diagnostic] = []
        supervised = data.sample.gold is not None
        pilot = fit(data.sample, data.pairs, settings)
        unexplained = data.pairs.unexplained(pilot.rates, pilot.shares, pilot.dependent)
        if supervised:
            trust = trust_of(unexplained / (1.0 + data.gold_rows / _GOLD_ROWS) ** 2)
        else:
            trust = trust_of(unexplained) if identified else 0.0
        if self.trust != "auto":
            trust = float(self.trust)
        elif identified and trust < 0.95:
            found.append(problem("SAY326", share=f"{unexplained:.0%}", trust=f"{trust:.0%}"))
        estimate = self._fit(data, replace(settings, trust=trust), unexplained, pilot)
        anchor = data.sample.codes.posterior(anchor_evidence(data.sample, settings.k), np.zeros(settings.k))
        posterior = data.sample.codes.posterior(estimate.evidence, estimate.prior)
        voted = np.any(data.sample.votes >= 0, axis=1)
        reason = degenerate(posterior, anchor, data.sample.counts, voted)
        if reason is not None and trust > 0.0 and not supervised:
            found.append(problem("SAY327", reason=reason))
            trust = 0.0
            estimate = self._fit(data, replace(settings, trust=trust), unexplained, pilot)
        return estimate, trust, unexplained, found

    def _fit(self, data: _Problem, settings: Settings, unexplained: float, pilot: Estimate) -> Estimate:
        """Fit with the given trust: on the sample, then on everything; known labels outweigh rows that fit badly."""
        effective = _MISFIT_ROWS * trust_of(unexplained) / max(1.0 - trust_of(unexplained), 1e-9)
        sample = data.sample
        if sample.gold is None and settings.trust == 1.0:
            estimate = pilot
        else:
            estimate = fit(_temper(sample, effective), data.pairs, settings)
        if data.whole is None:
            return estimate
        rest = replace(settings, max_iter=min(_FULL_STEPS, settings.max_iter), discounts=estimate.discounts)
        return fit(_temper(data.whole, effective), data.pairs, rest, start=estimate)

    def _learn(self, matrix: LabelMatrix, data: _Problem, estimate: Estimate) -> None:
        """Store the estimate, back from distinct LFs to all: copies of an LF share the evidence of one."""
        copies = np.bincount(data.lf_of)[data.lf_of].astype(np.float64)
        self.labels_ = matrix.labels
        self.lf_names_ = matrix.lf_names
        self.rates_ = estimate.rates[data.lf_of]
        self.discounts_ = estimate.discounts[data.lf_of] / copies
        self.evidence_ = estimate.evidence[data.lf_of] / copies[:, None, None]
        self.prior_ = estimate.prior
        self.class_balance_ = estimate.shares
        same = data.lf_of[:, None] == data.lf_of[None, :]
        dependent = estimate.dependent[np.ix_(data.lf_of, data.lf_of)] | same
        i, j = np.nonzero(np.triu(dependent, 1))
        self.dependent_pairs_ = tuple(zip(i.tolist(), j.tolist(), strict=True))
        self.n_iter_ = estimate.iterations
        self.converged_ = estimate.converged


@dataclass(frozen=True, slots=True)
class _Problem:
    """Votes made ready for fitting: distinct LFs (``lf_of`` says which each column is), distinct patterns, pairs.

    ``whole`` is None if ``sample`` already is everything.
    """

    lf_of: npt.NDArray[np.intp]
    first: npt.NDArray[np.intp]
    named: npt.NDArray[np.bool_]
    pairs: PairCounts
    sample: Data
    whole: Data | None
    gold_rows: int

    @classmethod
    def of(
        cls,
        matrix: LabelMatrix,
        gold: npt.NDArray[np.int64] | None,
        structure: list[tuple[int, int]],
        random_state: int | None,
    ) -> _Problem:
        """Collapse the columns, then the rows, of ``matrix``; sample the patterns if they are many."""
        k = len(matrix.labels)
        patterns = collapse(matrix.votes)
        first, lf_of = _distinct_columns(patterns.patterns)
        if len(first) < len(lf_of):
            patterns = replace(patterns, patterns=np.ascontiguousarray(patterns.patterns[:, first]))
        named = np.zeros((len(first), len(first)), dtype=bool)
        for i, j in structure:
            named[lf_of[i], lf_of[j]] = named[lf_of[j], lf_of[i]] = lf_of[i] != lf_of[j]
        unlabeled, known = patterns.counts.astype(np.float64), None
        if gold is not None:
            labeled = gold >= 0
            cell = gold[labeled] * len(patterns) + patterns.inverse[labeled]
            known = np.bincount(cell, minlength=k * len(patterns)).reshape(k, -1).astype(np.float64)
            unlabeled -= known.sum(axis=0)
        sample = _sample(patterns, known, unlabeled, k, random_state)
        whole = None
        if sample is None:
            sample = Data(patterns.patterns, VoteCodes.of(patterns.patterns, k), unlabeled, known)
        else:
            whole = Data(patterns.patterns, VoteCodes.of(patterns.patterns, k), unlabeled, known)
        pairs = PairCounts.of(sample.votes, sample.counts, k)
        return cls(lf_of, first, named, pairs, sample, whole, 0 if known is None else int(known.sum()))

    def names(self, matrix: LabelMatrix) -> list[str]:
        """Names of the distinct LFs."""
        return [matrix.lf_names[j] for j in self.first]


def _distinct_columns(patterns: npt.NDArray[np.int8]) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """The first column of each kind, in order, and for every column which of these it equals."""
    columns = [column.tobytes() for column in np.ascontiguousarray(patterns.T)]
    rank: dict[bytes, int] = {}
    lf_of = np.array([rank.setdefault(column, len(rank)) for column in columns], dtype=np.intp)
    return np.unique(lf_of, return_index=True)[1].astype(np.intp), lf_of


def _sample(
    patterns: Patterns, gold: Floats | None, unlabeled: Floats, k: int, random_state: int | None
) -> Data | None:
    """All rows with known labels and a random sample of the others; None if the patterns are few enough as they are.

    Rows are drawn by way of their patterns, whose order does not depend on that of the rows.
    """
    if len(patterns) <= _SAMPLE:
        return None
    last = np.cumsum(unlabeled.astype(np.int64))
    total = int(last[-1])
    rows = np.random.default_rng(random_state).permutation(total)[:_SAMPLE]
    drawn = np.bincount(np.searchsorted(last, rows, side="right"), minlength=len(patterns))
    labeled = np.zeros(len(patterns), dtype=bool) if gold is None else np.any(gold > 0, axis=0)
    chosen = np.flatnonzero(labeled | (drawn > 0))
    votes = np.ascontiguousarray(patterns.patterns[chosen])
    known = None if gold is None else np.ascontiguousarray(gold[:, chosen])
    return Data(votes, VoteCodes.of(votes, k), drawn[chosen].astype(np.float64), known)


def _temper(data: Data, effective: float) -> Data:
    """``data`` with its unlabeled rows weighing at most ``effective`` rows together, if there are known ones."""
    total = float(data.unlabeled.sum())
    if data.gold is None or total <= effective:
        return data
    return replace(data, unlabeled=data.unlabeled * (effective / total))


def _append(
    matrix: LabelMatrix,
    known: npt.NDArray[np.int64] | None,
    dev: tuple[LabelMatrix | npt.ArrayLike, npt.ArrayLike],
) -> tuple[LabelMatrix, npt.NDArray[np.int64]]:
    """``matrix`` and its gold with the rows of a dev set added."""
    other = LabelMatrix.of(dev[0], labels=matrix.labels)
    if other.votes.shape[1] != matrix.votes.shape[1]:
        counts = [f"{each.votes.shape[1]} labeling functions" for each in (other, matrix)]
        raise SaysoError(problem("SAY342", found=counts[0], expected=counts[1]))
    gold = check_gold(dev[1], rows=len(other), labels=matrix.labels)
    before = np.full(len(matrix), -1, np.int64) if known is None else known
    votes = np.concatenate([matrix.votes, other.votes])
    return LabelMatrix(votes, matrix.lf_names, matrix.labels), np.concatenate([before, gold])


def _pairs_of(structure: Any, matrix: LabelMatrix) -> list[tuple[int, int]]:
    """The pairs of columns that ``structure`` names, or SAY341."""
    if structure is None:
        return []
    place = {name: j for j, name in enumerate(matrix.lf_names)}
    pairs: list[tuple[int, int]] = []
    given = getattr(structure, "pairs", structure)
    for pair in given if isinstance(given, Iterable) else [given]:
        ends = list(pair) if isinstance(pair, Iterable) else [pair]
        columns = [place.get(end, -1) if isinstance(end, str) else end for end in ends]
        whole = all(isinstance(column, (int, np.integer)) for column in columns)
        if len(columns) != 2 or not whole or not all(0 <= column < len(place) for column in columns):
            raise _setting("structure", repr(pair), f"pairs of labeling functions, by name or as 0 to {len(place) - 1}")
        pairs.append((int(columns[0]), int(columns[1])))
    return pairs


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float, np.integer, np.floating)) and not isinstance(value, bool)


def _setting(name: str, found: Any, expected: str) -> SaysoError:
    return SaysoError(problem("SAY341", name=name, found=found, expected=expected))
