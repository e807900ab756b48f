"""The simple models of votes by the names that :class:`.LabelModel` has for them."""

from __future__ import annotations

from collections.abc import Sequence

from .dawid_skene import DawidSkene
from .majority import MajorityVote
from .vote_codes import Floats
from .vote_model import VoteModel
from .weighted import WeightedVote

BASELINES = ("majority", "weighted", "dawid_skene")
"""Kinds of label model that are another class's."""


def baseline(kind: str, labels: Sequence[str], *, class_balance: Floats | None, max_iter: int, tol: float) -> VoteModel:
    """The unfitted model of this kind; what a model has no use for is left out."""
    if kind == "majority":
        return MajorityVote(labels=labels, class_balance=class_balance)
    if kind == "weighted":
        return WeightedVote(labels=labels, class_balance=class_balance)
    return DawidSkene(labels=labels, class_balance=class_balance, max_iter=max_iter, tol=tol)
