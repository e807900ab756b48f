"""What every label model has to satisfy, as a public suite: run it on your own.

A label model is an estimator in scikit-learn's sense over votes: ``fit(L)``, ``predict_proba(L)``, ``predict(L)``, with
the parameter ``labels``. :func:`check_label_model` raises on the first law that a model breaks; :data:`CHECKS` holds
the laws one by one, for a parametrised test.
"""

from __future__ import annotations

import tempfile
import warnings
from collections.abc import Callable
from inspect import signature
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from sklearn.base import clone

from ..corpora.label_matrix import LabelMatrix
from ..grammar.diagnostics import SaysoError
from ..grammar.given import expect
from .vote_codes import Floats

_CLOSE = 1e-6


def check_label_model(model: Any) -> None:
    """Check the unfitted label model ``model`` against every law in :data:`CHECKS`; it is cloned, never changed.

    Settings that name columns (a structure) are to be left out, as votes are made up here.

    Raises:
        SaysoError: SAY507 if it is no estimator.
        AssertionError: naming the law that is broken and where.

    >>> import sayso
    >>> sayso.check_label_model(sayso.MajorityVote())
    """
    usable = all(hasattr(model, name) for name in ("fit", "predict_proba", "predict", "get_params"))
    fitting = "a label model that is not fitted, such as sayso.MajorityVote(),"
    expect(usable and not isinstance(model, type), "model", model, fitting)
    for check in CHECKS:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                check(model)
            except AssertionError as error:
                raise AssertionError(f"{type(model).__name__} breaks {check.__name__}: {error}") from error


def planted_votes(*, rows: int, lfs: int, labels: int, seed: int, coverage: float = 0.5) -> npt.NDArray[np.int8]:
    """Votes int8 ``(rows, lfs)`` of independent labeling functions that are right with probability .6 to .9."""
    random = np.random.default_rng(seed)
    truth = random.integers(0, labels, rows)
    right = random.random((rows, lfs)) < random.uniform(0.6, 0.9, lfs)
    wrong = (truth[:, None] + random.integers(1, labels, (rows, lfs))) % labels
    silent = random.random((rows, lfs)) >= coverage
    return np.where(silent, -1, np.where(right, truth[:, None], wrong)).astype(np.int8)


def settings_are_kept(model: Any) -> None:
    """``__init__`` stores its parameters untouched, ``clone`` copies them, ``fit`` changes none of them."""
    before = model.get_params(deep=False)
    fresh = type(model)(**before)
    for name, value in before.items():
        assert getattr(fresh, name) is value, f"parameter {name} is not stored as given"
    copy = clone(model).set_params(labels=2)
    kept = dict(copy.get_params(deep=False))
    assert copy.fit(planted_votes(rows=50, lfs=4, labels=2, seed=0)) is copy, "fit does not return the model"
    after = copy.get_params(deep=False)
    assert all(after[name] is value for name, value in kept.items()), "fit changes a parameter"


def probabilities_are_probabilities(model: Any) -> None:
    """Shape ``(n, k)``, finite, none negative, rows sum to one; for 2 to 6 labels, many and few votes, few rows."""
    for labels in (2, 3, 6):
        for rows, lfs, coverage in ((1, 1, 1.0), (2, 5, 0.5), (200, 8, 0.1), (200, 3, 1.0)):
            votes = planted_votes(rows=rows, lfs=lfs, labels=labels, seed=labels, coverage=coverage)
            _probabilities(_fitted(model, votes, labels), votes, labels)


def order_of_rows_is_immaterial(model: Any) -> None:
    """Rows in another order get the same probabilities."""
    votes = planted_votes(rows=300, lfs=6, labels=3, seed=1)
    order = np.random.default_rng(1).permutation(len(votes))
    one, other = (_fitted(model, each, 3).predict_proba(votes) for each in (votes, votes[order]))
    _same(one, other, "fitting on permuted rows")


def order_of_lfs_is_immaterial(model: Any) -> None:
    """Labeling functions in another order give the same probabilities."""
    votes = planted_votes(rows=300, lfs=6, labels=3, seed=2)
    order = np.random.default_rng(2).permutation(6)
    one = _fitted(model, votes, 3).predict_proba(votes)
    other = _fitted(model, votes[:, order], 3).predict_proba(votes[:, order])
    _same(one, other, "fitting on permuted labeling functions")


def order_of_labels_is_immaterial(model: Any) -> None:
    """Labels in another order get the same probabilities."""
    votes = planted_votes(rows=300, lfs=6, labels=2, seed=3)
    swapped = np.where(votes < 0, votes, 1 - votes)
    one = _fitted(model, votes, 2).predict_proba(votes)
    _same(one, _fitted(model, swapped, 2).predict_proba(swapped)[:, ::-1], "fitting on swapped labels")


def equal_rows_are_equal(model: Any) -> None:
    """Rows with the same votes get the same probabilities, whatever rows stand around them."""
    votes = planted_votes(rows=120, lfs=5, labels=2, seed=4)
    fitted = _fitted(model, votes, 2)
    twice = fitted.predict_proba(np.concatenate([votes, votes]))
    _same(twice[:120], twice[120:], "a repeated row")
    _same(twice[:1], fitted.predict_proba(votes[:1]), "a row on its own")


def silent_rows_are_harmless(model: Any) -> None:
    """Rows on which nobody votes get finite probabilities, and so do votes that are all abstentions."""
    votes = planted_votes(rows=100, lfs=4, labels=2, seed=5)
    votes[:30] = -1
    _probabilities(_fitted(model, votes, 2), votes, 2)
    nothing = np.full((20, 4), -1, np.int8)
    rows = _probabilities(_fitted(model, nothing, 2), nothing, 2)
    _same(rows, np.broadcast_to(rows[:1], rows.shape), "rows without votes")


def one_lf_is_believed(model: Any) -> None:
    """With one labeling function, the most probable label is its vote, or as probable as any."""
    votes = planted_votes(rows=60, lfs=1, labels=3, seed=6)
    rows = _probabilities(_fitted(model, votes, 3), votes, 3)
    _follows(rows, votes[:, 0])


def unanimity_is_believed(model: Any) -> None:
    """Where all labeling functions agree on every row, the most probable label is theirs."""
    truth = np.random.default_rng(7).integers(0, 2, 80).astype(np.int8)
    for votes in (np.repeat(truth[:, None], 5, axis=1), np.ones((40, 5), np.int8), np.zeros((40, 3), np.int8)):
        rows = _probabilities(_fitted(model, votes, 2), votes, 2)
        _follows(rows, votes[:, 0])


def fitting_twice_is_fitting_once(model: Any) -> None:
    """The same votes give exactly the same model, also after another fit."""
    votes = planted_votes(rows=200, lfs=5, labels=2, seed=8)
    fitted = _fitted(model, votes, 2)
    first = fitted.predict_proba(votes)
    fitted.fit(planted_votes(rows=50, lfs=3, labels=2, seed=9))
    assert np.array_equal(first, fitted.fit(votes).predict_proba(votes)), "a second fit gives other probabilities"


def names_of_labels_are_kept(model: Any) -> None:
    """Names of labels and labeling functions are learned; votes over others are refused."""
    votes = planted_votes(rows=50, lfs=3, labels=2, seed=10)
    matrix = LabelMatrix(votes, ("a", "b", "c"), ("ham", "spam"))
    fitted = clone(model).set_params(labels=["ham", "spam"]).fit(matrix)
    assert tuple(fitted.labels_) == ("ham", "spam"), f"labels_ is {fitted.labels_}"
    assert tuple(fitted.lf_names_) == ("a", "b", "c"), f"lf_names_ is {fitted.lf_names_}"
    _same(fitted.predict_proba(matrix), fitted.predict_proba(votes), "a label matrix and the array of its votes")
    for wrong in (votes[:, :2], LabelMatrix(votes, ("a", "c", "b"), ("ham", "spam"))):
        try:
            fitted.predict_proba(wrong)
        except SaysoError:
            continue
        raise AssertionError("votes of other labeling functions are not refused")


def predictions_follow_probabilities(model: Any) -> None:
    """``predict`` gives a most probable label of each row, as an integer."""
    votes = planted_votes(rows=200, lfs=5, labels=4, seed=11)
    fitted = _fitted(model, votes, 4)
    labels, rows = np.asarray(fitted.predict(votes)), fitted.predict_proba(votes)
    assert labels.dtype.kind == "i", f"predict gives {labels.dtype}"
    _follows(rows, labels)


def saved_is_loaded(model: Any) -> None:
    """A model that can be saved gives exactly the same probabilities once loaded."""
    if not hasattr(model, "save"):
        return
    votes = planted_votes(rows=200, lfs=5, labels=3, seed=12)
    fitted = _fitted(model, votes, 3)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.npz"
        fitted.save(path)
        loaded = type(model).load(path)
    assert np.array_equal(fitted.predict_proba(votes), loaded.predict_proba(votes)), "the loaded model differs"


def duplicates_add_nothing(model: Any) -> None:
    """A labeling function that stands twice, and is known to, moves nothing; for models that take a ``structure``."""
    if "structure" not in model.get_params(deep=False):
        return
    votes = planted_votes(rows=300, lfs=5, labels=2, seed=13)
    twice = np.concatenate([votes, votes[:, :1], votes[:, :1]], axis=1)
    told = clone(model).set_params(labels=2, structure=[(0, 5), (0, 6), (5, 6)]).fit(twice)
    _same(_fitted(model, votes, 2).predict_proba(votes), told.predict_proba(twice), "a labeling function said again")


def weights_are_repeated_rows(model: Any) -> None:
    """A row of weight three is the row three times; for models whose ``fit`` takes ``sample_weight``."""
    if "sample_weight" not in signature(model.fit).parameters:
        return
    votes = planted_votes(rows=120, lfs=5, labels=3, seed=14)
    weights = np.random.default_rng(14).integers(1, 4, len(votes))
    weighted = clone(model).set_params(labels=3).fit(votes, sample_weight=weights)
    repeated = _fitted(model, np.repeat(votes, weights, axis=0), 3)
    _same(weighted.predict_proba(votes), repeated.predict_proba(votes), "a weighted row")


def changes_are_learned(model: Any) -> None:
    """``partial_fit`` on an unfitted model is ``fit``; it takes labeling functions that are new, changed or gone."""
    if not hasattr(model, "partial_fit"):
        return
    votes = planted_votes(rows=400, lfs=6, labels=2, seed=15)
    names = tuple("abcdef")
    first = LabelMatrix(votes[:, :5], names[:5], ("0", "1"))
    fitted = clone(model).set_params(labels=2)
    assert fitted.partial_fit(first) is fitted, "partial_fit does not return the model"
    anew = _fitted(model, votes[:, :5], 2).predict_proba(votes[:, :5])
    _same(fitted.predict_proba(first), anew, "partial_fit before fit")
    changed = votes.copy()
    changed[::2, 1] = -1
    for what, now, called in (
        ("added", votes, names),
        ("changed", changed, names),
        ("dropped", votes[:, [0, 1, 2, 4, 5]], ("a", "b", "c", "e", "f")),
    ):
        matrix = LabelMatrix(now, called, ("0", "1"))
        fitted.partial_fit(matrix)
        assert tuple(fitted.lf_names_) == called, f"a labeling function was {what}, and lf_names_ is {fitted.lf_names_}"
        rows = _probabilities(fitted, np.asarray(matrix.votes), 2)
        anew = _fitted(model, now, 2).predict_proba(now)
        other = float((rows.argmax(axis=1) != anew.argmax(axis=1)).mean())
        assert other <= 0.1, f"a labeling function was {what}, and {other:.0%} of the labels are not those of a new fit"


CHECKS: tuple[Callable[[Any], None], ...] = (
    settings_are_kept,
    probabilities_are_probabilities,
    order_of_rows_is_immaterial,
    order_of_lfs_is_immaterial,
    order_of_labels_is_immaterial,
    equal_rows_are_equal,
    silent_rows_are_harmless,
    one_lf_is_believed,
    unanimity_is_believed,
    fitting_twice_is_fitting_once,
    names_of_labels_are_kept,
    predictions_follow_probabilities,
    saved_is_loaded,
    duplicates_add_nothing,
    weights_are_repeated_rows,
    changes_are_learned,
)


def _fitted(model: Any, votes: npt.NDArray[np.int8], labels: int) -> Any:
    return clone(model).set_params(labels=labels).fit(votes)


def _probabilities(fitted: Any, votes: npt.NDArray[np.int8], labels: int) -> Floats:
    rows = np.asarray(fitted.predict_proba(votes))
    assert rows.shape == (len(votes), labels), f"probabilities of shape {rows.shape} for {votes.shape} votes"
    assert np.all(np.isfinite(rows)), "a probability is NaN or infinite"
    assert rows.min() >= 0.0, "a probability is negative"
    assert np.allclose(rows.sum(axis=1), 1.0, atol=_CLOSE), "the probabilities of a row do not sum to one"
    return rows


def _same(one: Floats, other: Floats, what: str) -> None:
    worst = float(np.abs(one - other).max())
    assert worst <= _CLOSE, f"{what} moves a probability by {worst:.2g}"


def _follows(rows: Floats, labels: npt.NDArray[Any]) -> None:
    cast = labels >= 0
    own = rows[cast, labels[cast]]
    assert np.all(own >= rows[cast].max(axis=1) - _CLOSE), "the most probable label is another"
