"""The command line: every command of ``sayso``, and its options.

Here stand the commands and nothing else, so that ``sayso --help`` is instant; the options that they share stand in
``cli_options``, what they do in ``cli_jobs``, ``cli_repl`` and ``cli_phrases``, and what becomes of errors in
``cli_session``.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer

from .cli_options import (
    AllReadings,
    AsJson,
    DataFile,
    Dev,
    Fresh,
    Method,
    Reading,
    ResultFile,
    SayFile,
    Seed,
    command,
)
from .cli_session import Session, without_torch

app = typer.Typer(
    name="sayso",
    help="Say why. Sayso compiles it into training data.",
    epilog="Begin with: sayso demo",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        from .. import __version__

        typer.echo(f"sayso {__version__}")
        raise typer.Exit


@app.callback()
def _app(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
    extensions: Annotated[
        list[str] | None,
        typer.Option(
            "--with",
            metavar="FILE.py|MODULE",
            help="Import primitives of your own. This runs the file: name only what you trust.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Say why. Sayso compiles it into training data."""
    if extensions:
        with Session(), without_torch():
            from .extensions import load

            for name in extensions:
                load(name)


@command(app, torch=True)
def demo(
    session: Session,
    out: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Keep the trained model here.", show_default=False)
    ] = None,
) -> None:
    """Run the main job on the sample that ships."""
    from . import cli_jobs

    cli_jobs.demo(session, out)


@command(app)
def check(
    session: Session,
    reading: Reading,
    explanations: Annotated[Path, typer.Argument(metavar="FILE.say", help="The explanations.", show_default=False)],
    data: Annotated[
        Path | None, typer.Argument(metavar="DATA", help="Rows to try them on.", show_default=False)
    ] = None,
    dev: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Labeled rows that readings must not contradict.", show_default=False),
    ] = None,
    all_readings: AllReadings = False,
    readings: Annotated[bool, typer.Option("--readings", help="Show the source and its other readings too.")] = False,
    fix: Annotated[
        bool, typer.Option("--fix", help="Take out of FILE.say what adds nothing; no vote changes.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what --fix would change; the file stays.")] = False,
    as_json: AsJson = False,
) -> None:
    """Say what explanations mean and what is wrong with them.

    Exit code 0 if all are understood, 1 if some are not (with --diff: if --fix would change the file), 2 if nothing can
    be done with the file.
    """
    from . import cli_fix, cli_jobs

    reading = replace(reading, every=all_readings)
    mending = cli_fix.Mending(fix, diff)
    code = cli_jobs.check(session, explanations, data, reading, mending, dev=dev, as_json=as_json, readings=readings)
    session.show_warnings()
    raise typer.Exit(code)


@command(app)
def label(
    session: Session,
    reading: Reading,
    data: DataFile,
    explanations: SayFile,
    out: ResultFile = None,
    dev: Dev = None,
    all_readings: AllReadings = False,
    label_model: Method = "auto",
    seed: Seed = 0,
) -> None:
    """Write probabilistic labels, row by row; rows without a vote, or whose votes tie, stay empty."""
    from . import cli_jobs

    reading = replace(reading, every=all_readings)
    cli_jobs.label(session, data, explanations, out, reading, dev=dev, method=label_model, seed=seed)


@command(app, torch=True)
def train(
    session: Session,
    reading: Reading,
    data: DataFile,
    explanations: SayFile,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FOLDER", help="The model folder.", show_default=False)],
    dev: Dev = None,
    all_readings: AllReadings = False,
    test: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Labeled rows to measure on, seen by no model.", show_default=False),
    ] = None,
    encoder: Annotated[
        str, typer.Option(metavar="NAME", help="bow, minilm, or a transformer's folder or name.")
    ] = "bow",
    epochs: Annotated[
        int | None, typer.Option(metavar="N", help="Passes at most.", show_default="the encoder's own")
    ] = None,
    label_model: Method = "auto",
    seed: Seed = 0,
) -> None:
    """Train a classifier from explanations and unlabeled rows."""
    from . import cli_jobs, cli_steps

    reading = replace(reading, every=all_readings)
    settings = cli_steps.Training(encoder, epochs, seed, label_model)
    cli_jobs.train(session, data, explanations, out, reading, settings, dev=dev, test=test)


@command(app, torch=True)
def predict(
    session: Session,
    reading: Reading,
    model: Annotated[Path, typer.Argument(metavar="MODEL", help="A folder that train wrote.", show_default=False)],
    data: DataFile,
    out: ResultFile = None,
) -> None:
    """Label rows with a trained model."""
    from . import cli_jobs

    cli_jobs.predict(session, model, data, out, reading)


@command(app, torch=True)
def explain(
    session: Session,
    reading: Reading,
    source: Annotated[
        Path, typer.Argument(metavar="MODEL|FILE.say", help="A model folder, or explanations.", show_default=False)
    ],
    data: DataFile,
    row: Annotated[
        int | None,
        typer.Option(
            "--row", "-r", metavar="N", help="Why this row, counted from 0 without the header.", show_default=False
        ),
    ] = None,
    function: Annotated[
        str | None,
        typer.Option("--lf", metavar="NAME", help="What is held of this function, such as LF3.", show_default=False),
    ] = None,
    as_json: AsJson = False,
    label_model: Fresh = None,
) -> None:
    """Say why a row gets its label, what is held of a function, or what the label model made of the votes.

    For a row: who votes, on which words, with what weight. For a function: how often it is taken to be right, with an
    interval, and whom it repeats. For the label model, without either: what was chosen, why, and what it warns of.
    """
    from . import cli_jobs

    session.quiet = session.quiet or as_json
    chosen = cli_jobs.Subject(row, function)
    cli_jobs.explain(session, source, data, chosen, reading, method=label_model, as_json=as_json)


@command(app)
def report(
    session: Session,
    reading: Reading,
    data: DataFile,
    explanations: SayFile,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FILE.html", help="The page.", show_default=False)],
    dev: Dev = None,
    all_readings: AllReadings = False,
    label_model: Method = "auto",
    seed: Seed = 0,
) -> None:
    """Write one HTML page that shows how explanations and rows fit together."""
    from . import cli_jobs

    reading = replace(reading, every=all_readings)
    cli_jobs.report(session, data, explanations, out, reading, dev=dev, method=label_model, seed=seed)


@command(app)
def repl(
    session: Session,
    reading: Reading,
    data: Annotated[
        Path | None, typer.Argument(metavar="DATA", help="Rows to try explanations on.", show_default="the sample")
    ] = None,
    explanations: Annotated[
        Path | None,
        typer.Option(
            "--explanations", "-e", metavar="FILE.say", help="Begin with these, and save there.", show_default=False
        ),
    ] = None,
    task: Annotated[
        str | None, typer.Option(metavar="'NAME: LABEL, LABEL'", help="What is decided.", show_default=False)
    ] = None,
) -> None:
    """Type explanations and see at once what they mean and hit."""
    from . import cli_repl

    cli_repl.repl(session, data, explanations, task, reading)


@command(app)
def phrases(
    session: Session,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="WORDS", help="Show what they all occur in.", show_default="all")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Show what can be said, with examples."""
    from . import cli_phrases

    cli_phrases.phrases(session, list(words or ()), as_json=as_json)


def main(arguments: list[str] | None = None) -> Any:
    """Run the command line; the entry point of ``sayso``."""
    return app(args=arguments)
