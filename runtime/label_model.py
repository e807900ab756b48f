"""The label model: from votes, and nothing else if need be, to probabilistic labels.

How it works is told where it is done: the model and its estimation in :mod:`.label_em`, the vote that anchors it in
:mod:`.anchor`, cliques of dependent labeling functions in :mod:`.cliques`, other dependence in :mod:`.dependence`, what
votes cannot tell in :mod:`.identification`.

Sources: A. P. Dawid and A. M. Skene, *Maximum likelihood estimation of observer error-rates using the EM algorithm*,
Applied Statistics 28, 1979; A. Ratner et al., *Data programming*, NIPS 2016, and *Training complex models with
multi-task weak supervision*, AAAI 2019; J. W. Miller and D. B. Dunson, *Robust Bayesian inference via coarsening*,
JASA 114, 2019 (why a misfitting likelihood is trusted less than its rows suggest); C. Varin, N. Reid and D. Firth, *An
overview of composite likelihood methods*, Statistica Sinica 21, 2011 (discounts); G. Schwarz, *Estimating the dimension
of a model*, Annals of Statistics 6, 1978 (when labels are taken to be equally frequent).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Literal, get_args

import numpy as np
import numpy.typing as npt

from ..corpora.label_matrix import LabelMatrix
from ..grammar.diagnostics import Diagnostic, problem, warn
from .anchor import agreement_anchor
from .baselines import BASELINES, baseline
from .cliques import FittedClique
from .identification import contradicted, degenerate, examine
from .label_em import LAST_DISCOUNT, Data, Estimate, Settings, fit, trust_of
from .settings import check_steps, is_count, is_number, require
from .vote_codes import Floats
from .vote_model import VoteModel
from .vote_problem import Problem, pairs_of
from .vote_rows import VoteRows, given_balance

Kind = Literal["auto", "structured", "independent", "agreement", "majority", "weighted", "dawid_skene"]
"""Which model: see :class:`LabelModel`."""

_FULL_STEPS = 5
"""EM steps over all patterns after a fit on a sample of them."""

_NO_TRUST = 0.001
"""Trust below which a fit is given up once the discounts have settled."""

_GOLD_ROWS = 20.0
"""Known labels that halve what the model's misfit takes from its trust (and quarter it, at three times as many)."""

_MISFIT_ROWS = 100.0
"""Rows without a known label that weigh in beside known ones when the model is half trusted (Miller and Dunson)."""

_UNLIKELY = 2.0
"""Log-odds, before the votes, that labels are equally frequent (for each label but one)."""


class LabelModel(VoteModel):
    """Probabilistic labels from votes, with or without known labels.

    Args:
        labels: their names, or their number; None takes them from the votes.
        kind: ``"structured"``, the fitted model, LFs that depend on each other modelled jointly or discounted;
            ``"independent"``, the fitted model of independent LFs (Dawid and Skene, abstention an outcome);
            ``"agreement"``, a vote in which each LF weighs what its agreement with the others says;
            ``"majority"``, ``"weighted"`` and ``"dawid_skene"``, the :class:`.MajorityVote`, :class:`.WeightedVote`
            and :class:`.DawidSkene` of these votes; or ``"auto"``: structured and agreement, mixed by how well the
            structured model fits, which is told from the votes alone; ``chosen_`` and ``why_`` say what came of it.
        structure: dependencies of LFs, such as ``program.structure()``; or pairs ``(i, j)`` of LFs (columns, or names)
            known to depend on each other, or an object with such ``pairs``. They are modelled jointly. Other pairs are
            examined as well, and discounted where the correlation is clear. Exact duplicates count once in any case.
            Kinds ``"independent"``, ``"majority"``, ``"weighted"`` and ``"dawid_skene"`` are models of independent LFs
            by definition: they check the structure and take no notice of it.
        class_balance: shares of the labels; ``"uniform"``; ``"estimate"``, estimated from the votes; or None:
            estimated where the votes clearly speak against equal shares, and trusted like the other evidence.
        trust: ``"auto"``, or how much of the fitted model, 0 to 1, kind ``"auto"`` mixes in.
        max_iter, tol: EM stops after so many steps, or once no probability moves by more.
        random_state: seed of the sample of patterns that long fits start on, and of the halves that agreement is
            tested on.

    Known labels are taken as they are, and the more there are, the more the fitted model is trusted. ``fit`` warns
    (:class:`~sayso.grammar.diagnostics.SaysoWarning`; also in ``diagnostics_``, with mere notes) by name where the
    votes cannot tell what is asked of them, and where majority vote had to stand in.

    Learned, besides what every :class:`.VoteModel` has: ``chosen_``, one of the kinds but "auto"; ``why_``;
    ``class_balance_`` ``(k,)``; ``rates_`` ``(m, k + 1, k)``, probability of each outcome (0 abstains) given the label;
    ``discounts_`` ``(m,)``, what a vote is worth beside the others; ``cliques_``, LFs modelled jointly; ``copy_of_``
    ``(m,)``, the first LF with the same votes; ``trust_``;
    ``temperature_``, how sure the vote by agreement is taken to be; ``unexplained_``, share of the dependence of the
    votes that the model leaves unexplained; ``dependent_pairs_``; ``diagnostics_``; ``n_iter_``; ``converged_``. The
    last three kinds learn what their classes do instead.

    >>> votes = [[1, 1, -1], [1, -1, 1], [0, 0, -1], [-1, 0, 0], [1, 1, 0], [0, 0, 1]] * 20
    >>> LabelModel(labels=["ham", "spam"]).fit(votes).predict(votes[:6]).tolist()
    [1, 1, 0, 0, 1, 0]
    """

    chosen_: str
    why_: str
    class_balance_: Floats
    rates_: Floats
    discounts_: Floats
    copy_of_: npt.NDArray[np.intp] | tuple[()] = ()
    cliques_: tuple[tuple[int, ...], ...] = ()
    clique_sizes_: npt.NDArray[np.int64] | tuple[()] = ()
    clique_keys_: npt.NDArray[np.int64]
    clique_scores_: Floats
    clique_votes_: Floats
    trust_: float
    temperature_: float
    unexplained_: float
    dependent_pairs_: tuple[tuple[int, int], ...]
    n_iter_: int
    converged_: bool
    diagnostics_: tuple[Diagnostic, ...] = ()

    def __init__(
        self,
        labels: Sequence[str] | int | None = None,
        *,
        kind: Kind = "auto",
        structure: Any = None,
        class_balance: npt.ArrayLike | Literal["uniform", "estimate"] | None = None,
        trust: float | Literal["auto"] = "auto",
        max_iter: int = 300,
        tol: float = 1e-5,
        random_state: int | None = 0,
    ) -> None:
        """Store the settings; ``fit`` checks them."""
        self.labels = labels
        self.kind = kind
        self.structure = structure
        self.class_balance = class_balance
        self.trust = trust
        self.max_iter = max_iter
        self.tol = tol
        self.random_state = random_state

    def _learn(self, rows: VoteRows, before: LabelModel | None) -> None:
        matrix, known = rows.matrix, rows.known
        k = len(matrix.labels)
        self._check()
        pairs = pairs_of(self.structure, matrix)
        if self.kind in BASELINES:
            self._learn_baseline(rows, before)
            return
        pairs = [] if self.kind == "independent" else pairs
        balance, _ = self._balance(k)
        data = Problem.of(matrix, known, rows.weights, pairs, self.random_state, balance)
        if before is not None and before.labels_ == matrix.labels:
            data = data.guessed(before.kept_evidence(data.names(matrix)), before.prior_)
        found, identified = examine(data.pairs, data.lf_of, labels=matrix.labels, lf_names=matrix.lf_names)
        if known is not None:
            found = [diagnostic for diagnostic in found if diagnostic.code not in {"SAY324", "SAY325"}]
            found += contradicted(matrix.votes, known, k=k, lf_names=matrix.lf_names)
        estimate, more = self._estimate(data, self._settings(data, k), identified)
        self._keep(matrix, data, estimate)
        found += more
        if not estimate.converged and data.whole is None:
            found.append(problem("SAY330", iterations=estimate.iterations, tol=self.tol))
        self.diagnostics_ = tuple(found)
        for diagnostic in found:
            if diagnostic.severity == "warning":
                warn(diagnostic)

    def _learn_baseline(self, rows: VoteRows, before: LabelModel | None) -> None:
        """Learn what one of the simple models learns, and nothing else."""
        balance, _ = self._balance(len(rows.matrix.labels))
        model = baseline(self.kind, rows.matrix.labels, class_balance=balance, max_iter=self.max_iter, tol=self.tol)
        if before is not None and before.chosen_ == self.kind:
            _take(model, before)
        model.partial_fit(rows.matrix, rows.known, sample_weight=rows.weights)
        _take(self, model)
        self.class_balance_ = np.exp(self.prior_)
        self.chosen_, self.why_ = self.kind, "it was asked for"

    def _check(self) -> None:
        """Raise SAY341 for settings that are none."""
        named = isinstance(self.kind, str) and self.kind in get_args(Kind)
        require(named, "kind", self.kind, "one of " + ", ".join(get_args(Kind)))
        told = isinstance(self.trust, str) and self.trust == "auto"
        require(told or is_number(self.trust, 0.0, 1.0), "trust", self.trust, "'auto', or a number from 0 to 1")
        check_steps(self.max_iter, self.tol)
        seeded = self.random_state is None or is_count(self.random_state, 0)
        require(seeded, "random_state", self.random_state, "a whole number from 0 upwards, or None")

    def _balance(self, k: int) -> tuple[Floats | None, bool]:
        """The given class balance or None, and whether trust tempers it."""
        if self.class_balance is None or (isinstance(self.class_balance, str) and self.class_balance == "estimate"):
            return None, self.class_balance is None
        if isinstance(self.class_balance, str) and self.class_balance == "uniform":
            return np.full(k, 1.0 / k), False
        return given_balance(self.class_balance, k), False

    def _settings(self, data: Problem, k: int) -> Settings:
        """How to fit, the structured model in full."""
        balance, tempered = self._balance(k)
        apart = ~(data.named | data.within)
        anchor = agreement_anchor(data.sample, data.agreement, k, data.repeats, apart, self.random_state)
        self.temperature_ = anchor.temperature
        return Settings(
            k=k,
            balance=balance,
            tempered=tempered,
            named=data.named,
            within=data.within,
            anchor=anchor.evidence,
            anchor_prior=anchor.prior if balance is None else np.log(balance),
            trust=1.0,
            max_iter=self.max_iter,
            tol=self.tol,
            discounts=np.ones(len(data.first)) if self.kind == "independent" else None,
        )

    def _estimate(self, data: Problem, settings: Settings, identified: bool) -> tuple[Estimate, list[Diagnostic]]:
        """The fit, and what there is to say about it; learns what was chosen and why."""
        found: list[Diagnostic] = []
        supervised = data.sample.gold is not None
        open_end = self.kind == "auto" and isinstance(self.trust, str) and not supervised
        settings, pilot = _pilot(data, settings, open_end)
        unexplained = data.pairs.unexplained(pilot.rates, pilot.shares, pilot.dependent)
        if supervised:
            trust = trust_of(unexplained / (1.0 + data.gold_rows / _GOLD_ROWS) ** 2)
        else:
            trust = trust_of(unexplained) if identified else 0.0
        if self.kind != "auto":
            trust = 1.0 if self.kind in {"independent", "structured"} else 0.0
        elif not isinstance(self.trust, str):
            trust = float(self.trust)
        elif identified and trust < 0.95:
            found.append(problem("SAY326", share=f"{unexplained:.0%}", trust=f"{trust:.0%}"))
        estimate = _fit(data, replace(settings, trust=trust), unexplained, pilot)
        anchor = data.sample.posterior(settings.anchor, settings.anchor_prior)
        posterior = data.sample.posterior(estimate.evidence, estimate.prior)
        voted = np.any(data.sample.votes >= 0, axis=1)
        reason = degenerate(posterior, anchor, data.sample.counts, voted)
        if reason is not None and trust > 0.0 and not supervised:
            found.append(problem("SAY327", reason=reason))
            trust = 0.0
            estimate = _fit(data, replace(settings, trust=trust), unexplained, pilot)
        self.trust_, self.unexplained_ = trust, unexplained
        self.chosen_, self.why_ = _chosen(self.kind, trust, unexplained, identified, estimate, reason)
        return estimate, found

    def _keep(self, matrix: LabelMatrix, data: Problem, estimate: Estimate) -> None:
        """Store the estimate, back from distinct LFs to all: copies of an LF share the evidence of one."""
        copies = np.bincount(data.lf_of)[data.lf_of].astype(np.float64)
        self.copy_of_ = data.first[data.lf_of]
        self.labels_ = matrix.labels
        self.lf_names_ = matrix.lf_names
        self.rates_ = estimate.rates[data.lf_of]
        self.discounts_ = estimate.discounts[data.lf_of] / copies
        self.evidence_ = estimate.evidence.alone[data.lf_of] / copies[:, None, None]
        self.prior_ = estimate.prior
        self.class_balance_ = estimate.shares
        same = data.lf_of[:, None] == data.lf_of[None, :]
        dependent = estimate.dependent[np.ix_(data.lf_of, data.lf_of)] | same
        i, j = np.nonzero(np.triu(dependent, 1))
        self.dependent_pairs_ = tuple(zip(i.tolist(), j.tolist(), strict=True))
        self._keep_cliques(data, estimate)
        self.n_iter_ = estimate.iterations
        self.converged_ = estimate.converged

    def _keep_cliques(self, data: Problem, estimate: Estimate) -> None:
        """Store the cliques: tables of their patterns, and votes one by one for patterns that were never seen."""
        cliques, k = data.sample.cliques, len(self.labels_)
        alone = [
            worth[:, None, None] * estimate.evidence.alone[list(clique.lfs)]
            for clique, worth in zip(cliques, estimate.worths, strict=True)
        ]
        self.cliques_ = tuple(tuple(int(data.first[j]) for j in clique.lfs) for clique in cliques)
        self.clique_sizes_ = np.array([len(clique.keys) for clique in cliques], dtype=np.int64)
        self.clique_keys_ = np.concatenate([np.empty(0, np.int64), *(clique.keys for clique in cliques)])
        self.clique_scores_ = np.concatenate([np.empty((0, k)), *estimate.evidence.cliques])
        self.clique_votes_ = np.concatenate([np.empty((0, k + 1, k)), *alone])

    def _fitted_cliques(self) -> Iterator[tuple[tuple[int, ...], FittedClique]]:
        """The cliques: their columns, and what scores votes in them."""
        pattern = member = 0
        for lfs, size in zip(self.cliques_, self.clique_sizes_, strict=True):
            patterns, members = slice(pattern, pattern + size), slice(member, member + len(lfs))
            keys, scores = self.clique_keys_[patterns], self.clique_scores_[patterns]
            yield lfs, FittedClique(keys, scores, self.clique_votes_[members])
            pattern, member = patterns.stop, members.stop

    def _alone(self) -> Floats:
        alone = np.array(self.evidence_)
        alone[self._columns([j for lfs in self.cliques_ for j in lfs])] = 0.0
        return alone

    def _columns(self, lfs: Sequence[int]) -> npt.NDArray[np.intp]:
        """The LFs ``lfs`` and all copies of them."""
        return np.flatnonzero(np.isin(self.copy_of_, lfs))

    def _together(self, votes: npt.NDArray[np.int8]) -> Floats | None:
        total: Floats | None = None
        for lfs, clique in self._fitted_cliques():
            scores = clique.score(votes[:, list(lfs)])
            total = scores if total is None else total + scores
        return None if total is None else total.T

    def _by_lf(self, row: npt.NDArray[np.int8]) -> Floats:
        """A clique's evidence is shared evenly among its members that vote, or all of them if none does."""
        scores = super()._by_lf(row)
        for lfs, clique in self._fitted_cliques():
            members = self._columns(lfs)
            speakers = members[row[members] >= 0]
            speakers = speakers if len(speakers) else members
            scores[speakers] += clique.score(row[None, list(lfs)])[0] / len(speakers)
        return scores


def _pilot(data: Problem, settings: Settings, open_end: bool) -> tuple[Settings, Estimate]:
    """The model fitted in full; and the settings, with equal class shares if the votes do not clearly deny them.

    Equal shares are compared with estimated ones by their likelihood, less Schwarz's penalty; free shares that nothing
    holds wander off with weak votes. ``open_end``: as :func:`_tried`.
    """
    sample = data.sample
    if settings.balance is not None or sample.gold is not None or not settings.tempered:
        return settings, _tried(data, settings, open_end)
    k = settings.k
    equal = replace(settings, balance=np.full(k, 1.0 / k))
    level = _tried(data, equal, open_end)
    free = _tried(data, replace(settings, discounts=level.discounts), open_end)
    gain = sample.log_likelihood(free) - sample.log_likelihood(level)
    if gain > (k - 1) * (0.5 * np.log(max(sample.unlabeled.sum(), 2.0)) + _UNLIKELY):
        return settings, _tried(data, settings, open_end) if settings.discounts is None else free
    return equal, level


def _tried(data: Problem, settings: Settings, open_end: bool) -> Estimate:
    """The fit to the sample; with ``open_end``, no further than it takes to see that it is not going to be trusted."""
    few = replace(settings, max_iter=min(LAST_DISCOUNT, settings.max_iter))
    start = fit(data.sample, data.pairs, few)
    left = settings.max_iter - few.max_iter
    if start.converged or left == 0:
        return start
    if open_end and trust_of(data.pairs.unexplained(start.rates, start.shares, start.dependent)) < _NO_TRUST:
        return start
    estimate = fit(data.sample, data.pairs, replace(settings, max_iter=left, discounts=start.discounts), start=start)
    return replace(estimate, iterations=start.iterations + estimate.iterations)


def _fit(data: Problem, settings: Settings, unexplained: float, pilot: Estimate) -> Estimate:
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


def _chosen(
    kind: str, trust: float, unexplained: float, identified: bool, estimate: Estimate, reason: str | None
) -> tuple[str, str]:
    """Which kind of model it came to, and why."""
    if kind != "auto":
        return kind, "it was asked for"
    if not identified:
        return "majority", "the votes cannot tell how right their labeling functions are"
    if reason is not None:
        return "agreement", f"the fitted model contradicts the votes: {reason}"
    mixed = f"the fitted model leaves {unexplained:.0%} of the dependence of the votes unexplained"
    if trust < 0.5:
        return "agreement", f"{mixed}, and counts {trust:.0%}"
    fitted = "structured" if estimate.dependent.any() else "independent"
    return fitted, f"{mixed}, and counts {trust:.0%}"


def _temper(data: Data, effective: float) -> Data:
    """``data`` with its unlabeled rows weighing at most ``effective`` rows together, if there are known ones."""
    total = float(data.unlabeled.sum())
    if data.gold is None or total <= effective:
        return data
    return replace(data, unlabeled=data.unlabeled * (effective / total))


def _take(model: VoteModel, other: VoteModel) -> None:
    """Forget what ``model`` has learned, and learn what ``other`` has."""
    for name in [name for name in vars(model) if name.endswith("_")]:
        delattr(model, name)
    for name in [name for name in vars(other) if name.endswith("_")]:
        setattr(model, name, getattr(other, name))
