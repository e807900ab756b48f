"""Options that cannot be meant together: refused before any work is done, never left without effect."""

from __future__ import annotations

from pathlib import Path

from ..grammar.diagnostics import SaysoError, problem
from .cli_fix import Mending
from .cli_options import Reading


def refuse_idle(option: str, given: bool, why: str) -> None:
    """Refuse an option that is given and has no effect.

    Raises:
        SaysoError: SAY508.
    """
    if given:
        raise SaysoError(problem("SAY508", option=option, why=why))


def check_check(reading: Reading, mending: Mending, *, data: Path | None, dev: Path | None, as_json: bool) -> None:
    """Refuse options of ``check`` that have no effect.

    Raises:
        SaysoError: SAY508.
    """
    refuse_idle("--fix", mending.fix and mending.diff, "beside --diff, which leaves the file as it is")
    refuse_idle("--json", as_json and mending.diff, "beside --diff, which prints the difference of two files")
    if data is None:
        rows = "without rows to try the explanations on: name a data file behind the explanations"
        for option, value in (("--spans", reading.spans), ("--entities", reading.entities), ("--now", reading.now)):
            refuse_idle(option, bool(value), rows)
        for option, given in (("--text", reading.text), ("--gold", reading.gold)):
            refuse_idle(option, bool(given) and dev is None, rows)


def check_explain(row: int | None, lf: str | None, method: str | None, *, trained: bool) -> None:
    """Refuse options of ``explain`` that have no effect, or cannot have one.

    Raises:
        SaysoError: SAY508, SAY514 or as :func:`.check_method`.
    """
    refuse_idle("--lf", row is not None and lf is not None, "beside --row, which tells of all that vote on the row")
    refuse_idle(
        "--label-model", trained and method is not None, "on a trained model, which has a label model of its own"
    )
    if method == "weighted":
        fix = "choose another label model, or explain a model: sayso train ... --label-model weighted --dev FILE"
        raise SaysoError(problem("SAY514", fix=fix))
    if method is not None:
        from .pipeline import check_method

        check_method(method, dev=False)


def check_outside(out: Path | None, folder: Path) -> None:
    """Refuse to write into the folder of a model, which holds the model and nothing else.

    Raises:
        SaysoError: SAY503.
    """
    if out is not None and out.resolve().is_relative_to(folder.resolve()):
        raise SaysoError(problem("SAY503", path=out, reason=f"{folder} holds a model and nothing else"))
