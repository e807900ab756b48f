"""What a fitted model holds of a labeling function, and of the votes as a whole, in numbers and in words.

What it holds of a row is told by :meth:`.VoteModel.explain`.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

import numpy as np

from ..corpora.label_matrix import LabelMatrix
from ..grammar.diagnostics import Diagnostic, SaysoError, problem
from ..grammar.given import expect
from .vote_codes import softmax

if TYPE_CHECKING:
    from .vote_model import VoteModel

_NAMED = 6  # so many functions are listed by name
_FULL = 0.95
"""A vote worth at least this share of an independent one counts in full."""


def account_of_lf(model: VoteModel, matrix: LabelMatrix, lf: str) -> dict[str, Any]:
    """What ``model`` holds of the labeling function ``lf``, seen on the votes of ``matrix``; JSON-ready.

    Keys: those of a line of :meth:`.VoteModel.summary`; ``odds``, how many times as likely a vote makes its label, on
    average; ``repeats``, names of the functions whose votes are found to depend on its; ``remarks``, codes and messages
    of what ``diagnostics_`` says about it by name; ``words``, the whole in a few sentences.

    Raises:
        SaysoError: SAY512 if there is no such function.
    """
    expect(isinstance(lf, str), "lf", lf, f"the name of a labeling function, such as {matrix.lf_names[0]!r},")
    if lf not in matrix.lf_names:
        near = get_close_matches(lf, matrix.lf_names, n=1)
        fix = f"did you mean {near[0]}?" if near else None
        raise SaysoError(problem("SAY512", name=lf, last=matrix.lf_names[-1], fix=fix))
    return _account(model, lf, model.summary(matrix).row(matrix.lf_names.index(lf), named=True))


def account_of_model(model: VoteModel, matrix: LabelMatrix) -> dict[str, Any]:
    """What ``model`` made of the votes of ``matrix``; JSON-ready.

    Keys: ``model``, which kind it came to; ``why``; ``trust``; ``balance``, the shares of the labels it takes for given
    before it sees a vote; ``dependent_pairs`` by name; ``warnings`` and ``notes``, each with ``code``, ``message`` and
    ``fix``; ``lfs``, an account of each labeling function (see :func:`account_of_lf`); ``words``.
    """
    names = model.lf_names_
    kind, why = getattr(model, "chosen_", type(model).__name__), getattr(model, "why_", "it was asked for")
    balance = dict(zip(model.labels_, map(float, softmax(model.prior_[:, None])[:, 0]), strict=True))
    found: dict[str, list[dict[str, Any]]] = {"warning": [], "note": [], "error": []}
    for item in model.diagnostics_:
        found[item.severity].append({"code": item.code, "message": item.message, "fix": item.fix})
    return {
        "model": kind,
        "why": why,
        "trust": model.trust_,
        "balance": balance,
        "dependent_pairs": [[names[i], names[j]] for i, j in model.dependent_pairs_],
        "warnings": found["warning"],
        "notes": found["note"],
        "lfs": [_account(model, row["lf"], row) for row in model.summary(matrix).to_dicts()],
        "words": _model_in_words(model, kind, why, balance),
    }


def _account(model: VoteModel, lf: str, row: dict[str, Any]) -> dict[str, Any]:
    names = model.lf_names_
    own = names.index(lf)
    repeats = [names[i + j - own] for i, j in model.dependent_pairs_ if own in (i, j)]
    remarks = [{"code": item.code, "message": item.message} for item in model.diagnostics_ if lf in _words_of(item)]
    odds = None if row["evidence"] is None else float(np.exp(np.clip(row["evidence"], -50.0, 50.0)))
    told = {**row, "odds": odds, "repeats": repeats, "remarks": remarks}
    return {**told, "words": _lf_in_words(told)}


def _lf_in_words(told: dict[str, Any]) -> str:
    lf = told["lf"]
    if not told["votes"]:
        return f"{lf} never votes, so nothing is known of it."
    out = [
        f"{lf} votes {told['polarity']} on {told['propensity']:.1%} of the rows; about {told['accuracy']:.0%} of its "
        f"votes are taken to be right ({told['low']:.0%} to {told['high']:.0%})."
    ]
    if told["odds"] is not None:
        out.append(f"A vote makes its label {_times(told['odds'])}, on average.")
    if told["repeats"]:
        worth = told["independence"]
        less = "" if worth >= _FULL else f", so its vote counts like {worth:.2g} of one that depends on no other"
        out.append(f"Its votes depend on those of {_list(told['repeats'])}{less}.")
    out += [f"{remark['code']}: {remark['message']}." for remark in told["remarks"]]
    return " ".join(out)


def _model_in_words(model: VoteModel, kind: str, why: str, balance: dict[str, float]) -> str:
    shares = ", ".join(f"{label} {share:.0%}" for label, share in list(balance.items())[:_NAMED])
    out = [f"The labels are those of the model {kind}: {why}."]
    out.append(f"Before any vote: {shares}{', ...' if len(balance) > _NAMED else ''}.")
    if model.dependent_pairs_:
        some = [f"{model.lf_names_[i]} and {model.lf_names_[j]}" for i, j in model.dependent_pairs_]
        out.append(f"Votes that depend on each other: {_list(some)}.")
    return " ".join(out)


def _times(odds: float) -> str:
    """How a vote changes the odds, in words.

    >>> _times(8.19), _times(0.5), _times(1e9)
    ('8.2 times as likely', '2 times less likely', 'over 1,000 times as likely')
    """
    times = max(odds, 1.0 / odds)
    return f"{'over 1,000' if times > 1000 else f'{times:.2g}'} times {'as' if odds >= 1.0 else 'less'} likely"


def _words_of(item: Diagnostic) -> set[str]:
    """The words of a message, signs around them off."""
    return {word.strip(".,;:()") for word in item.message.split()}


def _list(names: list[str]) -> str:
    return ", ".join(names[:_NAMED]) + (f" and {len(names) - _NAMED} more" if len(names) > _NAMED else "")
