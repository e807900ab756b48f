"""The models that are compared: Sayso's own, its baselines, and those of other packages; the missing say so.

Every model sees a matrix and a seed, and gives probabilities ``(n, k)``. None sees gold labels.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import sayso
from matrices import Matrix
from sayso.runtime.dawid_skene import DawidSkene
from sayso.runtime.label_model import LabelModel
from sayso.runtime.majority import MajorityVote

Fit = Callable[[Matrix, int], np.ndarray]


@dataclass(frozen=True)
class Model:
    """A way to make labels of votes.

    ``random``: the seed changes something; ``independent``: it takes LFs for independent; ``own``: it is Sayso's.
    """

    name: str
    fit: Fit
    random: bool = False
    independent: bool = True
    own: bool = False


# -- Sayso's own -----------------------------------------------------------------------------------------------------


def sayso_with_structure(matrix: Matrix, seed: int) -> np.ndarray:
    model = LabelModel(labels=matrix.labels, structure=matrix.structure, random_state=seed)
    return model.fit(matrix.votes).predict_proba(matrix.votes)


def sayso_votes_alone(matrix: Matrix, seed: int) -> np.ndarray:
    return LabelModel(labels=matrix.labels, random_state=seed).fit(matrix.votes).predict_proba(matrix.votes)


def sayso_kind(kind: Any) -> Fit:
    def fit(matrix: Matrix, seed: int) -> np.ndarray:
        return LabelModel(labels=matrix.labels, kind=kind).fit(matrix.votes).predict_proba(matrix.votes)

    return fit


def sayso_learned(matrix: Matrix, seed: int) -> np.ndarray:
    """The structure learned from the votes, in the place of the one that is known."""
    learned = sayso.learn_structure(matrix.votes, labels=matrix.labels)
    model = LabelModel(labels=matrix.labels, structure=learned, random_state=seed)
    return model.fit(matrix.votes).predict_proba(matrix.votes)


def dawid_skene(matrix: Matrix, seed: int) -> np.ndarray:
    return DawidSkene(labels=matrix.labels).fit(matrix.votes).predict_proba(matrix.votes)


def majority(matrix: Matrix, seed: int) -> np.ndarray:
    return MajorityVote(labels=matrix.labels).fit(matrix.votes).predict_proba(matrix.votes)


# -- those of others -------------------------------------------------------------------------------------------------


def snorkel(epochs: int) -> Fit:
    def fit(matrix: Matrix, seed: int) -> np.ndarray:
        from snorkel.labeling.model import LabelModel as Snorkel

        votes = matrix.votes.astype(int)
        model = Snorkel(cardinality=matrix.k, verbose=False)
        model.fit(votes, n_epochs=epochs, seed=seed, progress_bar=False)
        return np.asarray(model.predict_proba(votes))

    return fit


def metal(with_structure: bool) -> Fit:
    """Snorkel MeTaL; told the pairs, where there are any."""

    def fit(matrix: Matrix, seed: int) -> np.ndarray:
        from contextlib import redirect_stdout
        from io import StringIO

        import networkx

        if not hasattr(networkx.Graph, "node"):  # it still asks for this name
            networkx.Graph.node = networkx.Graph.nodes
        from metal.label_model import LabelModel as Metal
        from scipy.sparse import csr_matrix

        with redirect_stdout(StringIO()):
            model = Metal(k=matrix.k, seed=seed, verbose=False)
            deps = matrix.pairs if with_structure else []
            model.train_model(csr_matrix(matrix.votes.astype(int) + 1), deps=deps, n_epochs=500, log_train_every=0)
            return np.asarray(model.predict_proba(csr_matrix(matrix.votes.astype(int) + 1)))

    return fit


def flyingsquid(matrix: Matrix, seed: int) -> np.ndarray:
    """One against the rest, where there are more than two labels (as its authors do)."""
    if not hasattr(np, "product"):  # its pgmpy still asks for this name
        np.product = np.prod  # type: ignore[attr-defined]
    from flyingsquid.label_model import LabelModel as FlyingSquid

    np.random.seed(seed)
    found = np.zeros((len(matrix.votes), matrix.k))
    for label in range(1 if matrix.k == 2 else 0, matrix.k):
        signed = np.where(matrix.votes < 0, 0, np.where(matrix.votes == label, 1, -1))
        model = FlyingSquid(matrix.votes.shape[1])
        model.fit(signed)
        found[:, label] = np.asarray(model.predict_proba(signed))[:, 1]
    if matrix.k == 2:
        found[:, 0] = 1.0 - found[:, 1]
    return found / np.maximum(found.sum(axis=1, keepdims=True), 1e-12)


def crowdkit(make: Callable[[int], Any], *, in_step: bool = False) -> Fit:
    """A model of crowd-kit's, the votes row by row.

    Its MACE keeps some tables by the order in which workers and labels appear and some by their names, so that what it
    finds depends on the order of the rows. With ``in_step``, both orders are made the same, as the published model has
    it: the votes are given worker by worker, and labels named in the order in which they appear.
    """

    def fit(matrix: Matrix, seed: int) -> np.ndarray:
        import pandas as pd

        row, worker = np.nonzero(matrix.votes >= 0)
        if in_step:
            order = np.argsort(worker, kind="stable")
            row, worker = row[order], worker[order]
        votes = matrix.votes[row, worker].astype(int)
        names = np.array(list(dict.fromkeys(votes.tolist())) if in_step else range(matrix.k))
        place = np.zeros(matrix.k, dtype=int)
        place[names] = np.arange(len(names))
        model = make(seed)
        model.fit(pd.DataFrame({"task": row, "worker": worker, "label": place[votes]}))
        found = model.probas_
        probabilities = np.zeros((len(matrix.votes), matrix.k))
        probabilities[np.ix_(found.index, names)] = found.reindex(columns=range(len(names))).fillna(0.0).to_numpy()
        probabilities[probabilities.sum(axis=1) == 0.0] = 1.0 / matrix.k
        return probabilities

    return fit


def _dawid_skene(seed: int) -> Any:
    from crowdkit.aggregation import DawidSkene

    return DawidSkene(n_iter=100)


def _mace(seed: int) -> Any:
    from crowdkit.aggregation import MACE

    return MACE(random_state=seed, n_restarts=1)  # with a seed, all restarts begin alike


MODELS = (
    Model("sayso", sayso_with_structure, independent=False, own=True),
    Model("sayso, votes alone", sayso_votes_alone, independent=False, own=True),
    Model("sayso, structure learned", sayso_learned, independent=False, own=True),
    Model("independent", sayso_kind("independent"), own=True),
    Model("Dawid-Skene", dawid_skene, own=True),
    Model("majority vote", majority, own=True),
    Model("snorkel", snorkel(100), random=True),
    Model("snorkel, 500 epochs", snorkel(500), random=True),
    Model("metal", metal(False), random=True),
    Model("metal, told the pairs", metal(True), random=True, independent=False),
    Model("flyingsquid", flyingsquid),
    Model("crowd-kit Dawid-Skene", crowdkit(_dawid_skene)),
    Model("crowd-kit MACE", crowdkit(_mace), random=True),
    Model("crowd-kit MACE, in step", crowdkit(_mace, in_step=True), random=True),
)


def installed(names: list[str] | None = None) -> list[Model]:
    """The models whose packages are there; says which are not, and why."""
    random = np.random.default_rng(0)
    truth = random.integers(0, 2, 80)
    votes = np.where(random.random((80, 5)) < 0.8, truth[:, None], 1 - truth[:, None]).astype(np.int8)
    trial = Matrix("trial", votes, truth, ("a", "b"))
    found = []
    for model in MODELS:
        if names and not any(name in model.name for name in names):
            continue
        try:
            model.fit(trial, 0)
        except Exception as error:
            print(f"skipped {model.name}: {type(error).__name__}: {str(error)[:150]}")
            continue
        found.append(model)
    return found
