"""The command line: every command of ``sayso``, and its options.

Here stand the commands and their options and nothing else, so that ``sayso --help`` is instant; what they do stands in
``cli_jobs``, ``cli_repl`` and ``cli_phrases``, and what becomes of errors in ``cli_session``.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

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

DataFile = Annotated[
    Path, typer.Argument(metavar="DATA", help="CSV, TSV, JSONL, JSON, Parquet or Arrow file.", show_default=False)
]
SayFile = Annotated[
    Path,
    typer.Option(
        "--explanations", "-e", metavar="FILE", help="A .say file, or a table of explanations.", show_default=False
    ),
]
Text = Annotated[
    list[str] | None,
    typer.Option(
        "--text", "-t", metavar="COLUMN", help="The text column; repeat it for several.", show_default="guessed"
    ),
]
Gold = Annotated[
    str | None,
    typer.Option(metavar="COLUMN", help="Column of gold labels: for measuring, never for fitting.", show_default=False),
]
Dev = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Labeled rows, for readings and label model to learn from.", show_default=False),
]
Encoding = Annotated[str, typer.Option(metavar="NAME", help="Encoding of text files.")]
Method = Annotated[str, typer.Option("--label-model", metavar="NAME", help="auto, em (trusted in full) or majority.")]
Seed = Annotated[int, typer.Option(metavar="N", help="The same seed gives the same result.")]
Spans = Annotated[
    str | None,
    typer.Option(metavar="COLUMN,COLUMN", help="The columns of argument spans, (start, end).", show_default=False),
]
Entities = Annotated[
    str | None,
    typer.Option(
        metavar="COLUMN|PIPELINE", help="The column of entities, or a spaCy pipeline to find them.", show_default=False
    ),
]
Now = Annotated[
    str | None,
    typer.Option(metavar="DATE|COLUMN", help="What relative times refer to, such as 2024-06-30.", show_default=False),
]
AllReadings = Annotated[
    bool, typer.Option("--all-readings", help="Make a function of every reading that the data do not speak against.")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print errors and what was asked for, nothing else.")]
Debug = Annotated[bool, typer.Option("--debug", help="Show where in the code an error occurred.", hidden=True)]


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


@app.command()
def demo(
    out: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Keep the trained model here.", show_default=False)
    ] = None,
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Run the main job on the sample that ships."""
    with Session(quiet=quiet, debug=debug) as session:
        from . import cli_jobs

        cli_jobs.demo(session, out)


@app.command()
def check(
    explanations: Annotated[Path, typer.Argument(metavar="FILE.say", help="The explanations.", show_default=False)],
    data: Annotated[
        Path | None, typer.Argument(metavar="[DATA]", help="Rows to try them on.", show_default=False)
    ] = None,
    text: Text = None,
    spans: Spans = None,
    entities: Entities = None,
    now: Now = None,
    gold: Annotated[
        str | None, typer.Option(metavar="COLUMN", help="Column of gold labels in --dev.", show_default=False)
    ] = None,
    dev: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Labeled rows that readings must not contradict.", show_default=False),
    ] = None,
    all_readings: AllReadings = False,
    readings: Annotated[bool, typer.Option("--readings", help="Show the source and its other readings too.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print everything as JSON.")] = False,
    encoding: Encoding = "utf-8",
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Say what explanations mean and what is wrong with them.

    Exit code 0 if all are understood, 1 if some are not, 2 if nothing can be done with the file.
    """
    with Session(quiet=quiet, debug=debug) as session, without_torch():
        from . import cli_jobs, cli_steps

        reading = cli_steps.Reading(tuple(text or ()), gold, encoding, every=all_readings).annotated(
            spans, entities, now
        )
        code = cli_jobs.check(session, explanations, data, reading, dev=dev, as_json=as_json, readings=readings)
        session.show_warnings()
        raise typer.Exit(code)


@app.command()
def label(
    data: DataFile,
    explanations: SayFile,
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="FILE", help="CSV, TSV, JSONL or Parquet.", show_default="print CSV"),
    ] = None,
    text: Text = None,
    spans: Spans = None,
    entities: Entities = None,
    now: Now = None,
    gold: Gold = None,
    dev: Dev = None,
    all_readings: AllReadings = False,
    label_model: Method = "auto",
    seed: Seed = 0,
    encoding: Encoding = "utf-8",
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Write probabilistic labels, row by row; rows without a vote stay empty."""
    with Session(quiet=quiet, debug=debug) as session, without_torch():
        from . import cli_jobs, cli_steps

        reading = cli_steps.Reading(tuple(text or ()), gold, encoding, every=all_readings).annotated(
            spans, entities, now
        )
        cli_jobs.label(session, data, explanations, out, reading, dev=dev, method=label_model, seed=seed)


@app.command()
def train(
    data: DataFile,
    explanations: SayFile,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FOLDER", help="The model folder.", show_default=False)],
    text: Text = None,
    spans: Spans = None,
    entities: Entities = None,
    now: Now = None,
    gold: Gold = None,
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
    encoding: Encoding = "utf-8",
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Train a classifier from explanations and unlabeled rows."""
    with Session(quiet=quiet, debug=debug) as session:
        from . import cli_jobs, cli_steps

        reading = cli_steps.Reading(tuple(text or ()), gold, encoding, every=all_readings).annotated(
            spans, entities, now
        )
        settings = cli_steps.Training(encoder, epochs, seed, label_model)
        cli_jobs.train(session, data, explanations, out, reading, settings, dev=dev, test=test)


@app.command()
def predict(
    model: Annotated[Path, typer.Argument(metavar="MODEL", help="A folder that train wrote.", show_default=False)],
    data: DataFile,
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="FILE", help="CSV, TSV, JSONL or Parquet.", show_default="print CSV"),
    ] = None,
    text: Annotated[
        list[str] | None,
        typer.Option("--text", "-t", metavar="COLUMN", help="The column to read.", show_default="the model's own"),
    ] = None,
    gold: Annotated[
        str | None, typer.Option(metavar="COLUMN", help="Column of gold labels to measure against.", show_default=False)
    ] = None,
    encoding: Encoding = "utf-8",
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Label rows with a trained model."""
    with Session(quiet=quiet, debug=debug) as session:
        from . import cli_jobs, cli_steps

        reading = cli_steps.Reading(tuple(text or ()), gold, encoding)
        cli_jobs.predict(session, model, data, out, reading)


@app.command()
def explain(
    source: Annotated[
        Path, typer.Argument(metavar="MODEL|FILE.say", help="A model folder, or explanations.", show_default=False)
    ],
    data: DataFile,
    row: Annotated[
        int,
        typer.Option(
            "--row", "-r", metavar="N", help="The row, counted from 0 without the header.", show_default=False
        ),
    ],
    text: Text = None,
    spans: Spans = None,
    entities: Entities = None,
    now: Now = None,
    gold: Annotated[
        str | None, typer.Option(metavar="COLUMN", help="Column of gold labels, to be shown.", show_default=False)
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print everything as JSON.")] = False,
    label_model: Method = "auto",
    encoding: Encoding = "utf-8",
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Say why a row gets its label: who votes, on which words, with what weight."""
    with Session(quiet=quiet or as_json, debug=debug) as session:
        from . import cli_jobs, cli_steps

        reading = cli_steps.Reading(tuple(text or ()), gold, encoding).annotated(spans, entities, now)
        cli_jobs.explain(session, source, data, row, reading, method=label_model, as_json=as_json)


@app.command()
def report(
    data: DataFile,
    explanations: SayFile,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FILE.html", help="The page.", show_default=False)],
    text: Text = None,
    spans: Spans = None,
    entities: Entities = None,
    now: Now = None,
    gold: Gold = None,
    dev: Dev = None,
    all_readings: AllReadings = False,
    label_model: Method = "auto",
    seed: Seed = 0,
    encoding: Encoding = "utf-8",
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Write one HTML page that shows how explanations and rows fit together."""
    with Session(quiet=quiet, debug=debug) as session, without_torch():
        from . import cli_jobs, cli_steps

        reading = cli_steps.Reading(tuple(text or ()), gold, encoding, every=all_readings).annotated(
            spans, entities, now
        )
        cli_jobs.report(session, data, explanations, out, reading, dev=dev, method=label_model, seed=seed)


@app.command()
def repl(
    data: Annotated[
        Path | None, typer.Argument(metavar="[DATA]", help="Rows to try explanations on.", show_default="the sample")
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
    text: Text = None,
    spans: Spans = None,
    entities: Entities = None,
    now: Now = None,
    gold: Gold = None,
    encoding: Encoding = "utf-8",
    quiet: Quiet = False,
    debug: Debug = False,
) -> None:
    """Type explanations and see at once what they mean and hit."""
    with Session(quiet=quiet, debug=debug) as session, without_torch():
        from . import cli_repl, cli_steps

        reading = cli_steps.Reading(tuple(text or ()), gold, encoding).annotated(spans, entities, now)
        cli_repl.repl(session, data, explanations, task, reading)


@app.command()
def phrases(
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[WORDS]", help="Show what they all occur in.", show_default="all")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print everything as JSON.")] = False,
    debug: Debug = False,
) -> None:
    """Show what can be said, with examples."""
    with Session(debug=debug) as session, without_torch():
        from . import cli_phrases

        cli_phrases.phrases(session, list(words or ()), as_json=as_json)


def main(arguments: list[str] | None = None) -> Any:
    """Run the command line; the entry point of ``sayso``."""
    return app(args=arguments)
