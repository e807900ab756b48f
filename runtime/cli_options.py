"""The options that commands share, and how a command comes by them: ``@command(app)`` adds them to its own."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass, replace
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..corpora.files import pipes_kept
from .cli_session import Session, without_torch

if TYPE_CHECKING:
    from ..corpora.schema import Schema

Job = Callable[..., None]

DataFile = Annotated[
    Path, typer.Argument(metavar="DATA", help="CSV, TSV, JSONL, JSON, Parquet or Arrow file.", show_default=False)
]
SayFile = Annotated[
    Path,
    typer.Option(
        "--explanations", "-e", metavar="FILE", help="A .say file, or a table of explanations.", show_default=False
    ),
]
ResultFile = Annotated[
    Path | None,
    typer.Option("--out", "-o", metavar="FILE", help="CSV, TSV, JSONL or Parquet.", show_default="print CSV"),
]
Dev = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Labeled rows, for readings and label model to learn from.", show_default=False),
]
METHODS = "auto, structured, independent, agreement, weighted (with --dev), dawid_skene, majority."
Method = Annotated[str, typer.Option("--label-model", metavar="NAME", help=METHODS)]
Fresh = Annotated[
    str | None,
    typer.Option(
        "--label-model",
        metavar="NAME",
        help="With FILE.say only: auto, structured, independent, agreement, dawid_skene, majority.",
        show_default="auto",
    ),
]
Seed = Annotated[int, typer.Option(metavar="N", help="The same seed gives the same result.")]
AllReadings = Annotated[
    bool, typer.Option("--all-readings", help="Make a function of every reading that the data do not speak against.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print everything as JSON.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print errors and what was asked for, nothing else.")]
Debug = Annotated[bool, typer.Option("--debug", help="Show where in the code an error occurred.", hidden=True)]

PANEL = "How the data are read"


def _about_data(metavar: str, told: str, *names: str, default: bool | str = False) -> Any:
    """An option of how data are read: what it takes, what is said of it, and any names of its own."""
    return typer.Option(*names, metavar=metavar, help=told, show_default=default, rich_help_panel=PANEL)


Text = Annotated[
    list[str] | None,
    _about_data(
        "COLUMN",
        "The text column; repeat it for several.",
        "--text",
        "-t",
        default="guessed, or the model's own",
    ),
]
Spans = Annotated[str | None, _about_data("COLUMN,COLUMN", "The columns of argument spans, (start, end).")]
Entities = Annotated[
    str | None, _about_data("COLUMN|PIPELINE", "The column of entities, or a spaCy pipeline to find them.")
]
Now = Annotated[str | None, _about_data("DATE|COLUMN", "What relative times refer to, such as 2024-06-30.")]
Gold = Annotated[str | None, _about_data("COLUMN", "Column of gold labels: for measuring, never for fitting.")]
Encoding = Annotated[str, _about_data("NAME", "Encoding of text files.", default=True)]


@dataclass(frozen=True, slots=True)
class Reading:
    """How data files are read, and whether every reading of an explanation makes a function."""

    text: tuple[str, ...] = ()
    spans: tuple[str, ...] = ()
    entities: str | None = None
    now: str | None = None
    gold: str | None = None
    encoding: str = "utf-8"
    every: bool = False

    def like(self, schema: Schema) -> Reading:
        """With the annotations that a model was made with, where none are named."""
        return replace(
            self,
            spans=self.spans or schema.spans,
            entities=self.entities or schema.entities or schema.pipeline,
            now=self.now or schema.now,
        )


def _reading(
    text: Text = None,
    spans: Spans = None,
    entities: Entities = None,
    now: Now = None,
    gold: Gold = None,
    encoding: Encoding = "utf-8",
) -> Reading:
    columns = tuple(name.strip() for name in (spans or "").split(",") if name.strip())
    return Reading(tuple(text or ()), columns, entities, now, gold, encoding)


def _session(quiet: Quiet = False, debug: Debug = False) -> Session:
    return Session(quiet=quiet, debug=debug)


def command(app: typer.Typer, *, torch: bool = False) -> Callable[[Job], Job]:
    """Make a function a command of ``app``, run in a session.

    Its first parameter is the session. If a second one is named ``reading``, the command has the options of how data
    are read. ``torch`` says whether the job may need PyTorch, which takes seconds to import.
    """

    def register(job: Job) -> Job:
        own = _options(job)
        groups = {name: _options(make) for name, make in (("reading", _reading), ("session", _session)) if name in own}

        @wraps(job)
        def run(**given: Any) -> None:
            shared = {name: {key: given.pop(key) for key in group} for name, group in groups.items()}
            quick = nullcontext() if torch else without_torch()
            with _session(**shared.pop("session")) as session, pipes_kept(), quick:
                made = {name: _reading(**options) for name, options in shared.items()}
                job(session, **made, **given)

        options = [option for name, option in own.items() if name not in groups]
        options += [option for group in groups.values() for option in group.values()]
        del run.__wrapped__
        run.__annotations__ = {option.name: option.annotation for option in options}
        run.__signature__ = inspect.Signature(  # type: ignore[attr-defined]
            [option.replace(kind=inspect.Parameter.KEYWORD_ONLY) for option in options]
        )
        return app.command()(run)

    return register


def _options(make: Callable[..., object]) -> dict[str, inspect.Parameter]:
    return dict(inspect.signature(make, eval_str=True).parameters)
