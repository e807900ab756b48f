"""What a model holds of a labeling function and of the votes, in numbers and in words."""

from __future__ import annotations

import json

import numpy as np
import pytest
from sayso.grammar.diagnostics import SaysoError
from sayso.runtime.checks import planted_votes
from sayso.runtime.dawid_skene import DawidSkene
from sayso.runtime.label_model import LabelModel
from sayso.runtime.majority import MajorityVote
from sayso.runtime.weighted import WeightedVote

pytestmark = pytest.mark.filterwarnings("ignore::sayso.grammar.diagnostics.SaysoWarning")


def some_votes() -> np.ndarray:
    """Six labeling functions, one that repeats the first most of the time, and one that never votes."""
    votes = planted_votes(rows=3000, lfs=6, labels=2, seed=0)
    echo = np.where(np.random.default_rng(0).random(3000) < 0.9, votes[:, 0], -1)
    return np.column_stack([votes, echo, np.full(3000, -1)]).astype(np.int8)


@pytest.mark.parametrize("model", [LabelModel(), MajorityVote(), DawidSkene(), WeightedVote()], ids=str)
def test_every_model_gives_account(model):
    votes = some_votes()
    model.set_params(labels=["ham", "spam"]).fit(votes)
    told = model.explain_model(votes)
    json.dumps(told)
    assert [each["lf"] for each in told["lfs"]] == [f"LF{j + 1}" for j in range(8)]
    assert "Before any vote: ham" in told["words"]
    for each in told["lfs"][:7]:
        assert each["low"] <= each["accuracy"] <= each["high"]
        assert each == model.explain_lf(each["lf"], votes)
        assert "times as likely" in each["words"]
    assert told["lfs"][7]["words"].startswith("LF8 never votes")


def test_repeating_functions_and_silent_ones_are_named():
    votes = some_votes()
    model = LabelModel(labels=2).fit(votes)
    told = model.explain_lf("LF7", votes)
    assert told["repeats"] == ["LF1"]
    assert "depend on those of LF1" in told["words"]
    assert [remark["code"] for remark in model.explain_lf("LF8", votes)["remarks"]] == ["SAY320"]
    assert "SAY320" in [item["code"] for item in model.explain_model(votes)["warnings"]]


def test_an_unknown_function_is_refused():
    votes = some_votes()
    with pytest.raises(SaysoError, match=r"SAY512.*LF9(.|\n)*did you mean"):
        MajorityVote(labels=2).fit(votes).explain_lf("LF9", votes)


def test_a_loaded_model_gives_the_same_account(tmp_path):
    votes = some_votes()
    model = LabelModel(labels=2).fit(votes)
    model.save(tmp_path / "m.npz")
    assert LabelModel.load(tmp_path / "m.npz").explain_model(votes) == model.explain_model(votes)
