"""Steps that several commands share: data and explanations read, labels made, and what is told of them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.text import Text

from ..compiler.program import Program
from ..corpora.columns import no_column
from ..grammar.diagnostics import Place, SaysoError, problem
from . import cli_views as views
from .cli_options import Reading
from .cli_session import Session

if TYPE_CHECKING:
    import polars as pl

    from ..corpora.corpus import Corpus
    from .model_folder import TrainedModel
    from .pipeline import Assessment, Labeling


@dataclass(frozen=True, slots=True)
class Training:
    """The settings of ``train``."""

    encoder: str = "bow"
    epochs: int | None = None
    seed: int = 0
    method: str = "auto"


def open_corpus(session: Session, data: Path, reading: Reading) -> Corpus:
    """Read a data file, with progress."""
    from .inputs import read_corpus

    return read_corpus(
        data,
        text=reading.text,
        spans=reading.spans,
        entities=reading.entities,
        now=reading.now,
        gold=reading.gold,
        encoding=reading.encoding,
        progress=session.progress,
    )


def open_both(
    session: Session,
    data: Path,
    source: Path,
    reading: Reading,
    *,
    dev: Path | None = None,
    gold_elsewhere: bool = False,
) -> tuple[Corpus, Program, Corpus | None]:
    """Read the data and the dev set, compile the explanations, and show what is wrong with them.

    With ``gold_elsewhere``, the gold column may be in another file only.
    """
    from .gold_columns import warn_of_labels
    from .inputs import understand

    if gold_elsewhere and reading.gold is not None:
        corpus = gold_of(open_corpus(session, data, replace(reading, gold=None)), reading.gold, elsewhere=True)
        if corpus.gold is None:
            session.aside(f"{data} has no column {reading.gold!r}: nothing is measured on its rows")
    else:
        corpus = open_corpus(session, data, reading)
    known, _ = labeled(session, dev, corpus, reading)
    program = understand(source, corpus, dev=known, every=reading.every)
    warn_of_labels(program, corpus)
    session.show(program.diagnostics)
    session.aside(views.understood(program))
    return corpus, program, known


def gold_of(corpus: Corpus, name: str, *, elsewhere: bool) -> Corpus:
    """The corpus with its column of gold labels; without one only if that may be ``elsewhere``.

    Raises:
        SaysoError: SAY011 if there is no such column.
    """
    if name in corpus.fields.columns:
        return corpus.with_gold(name)
    if elsewhere:
        return corpus
    place = Place(corpus.source) if corpus.source else None
    raise SaysoError(no_column(name, [*corpus.text, *corpus.fields.columns], place))


def corpus_for(session: Session, columns: Sequence[str], data: Path, reading: Reading) -> Corpus:
    """The data file with the text columns that a model reads; those that ``--text`` names stand for them, in order."""
    shown = ", ".join(columns)
    if not reading.text:
        try:
            return open_corpus(session, data, replace(reading, text=tuple(columns)))
        except SaysoError as fault:
            if fault.diagnostic.code != "SAY011" or fault.diagnostic.values["column"] not in columns:
                raise
            near = fault.diagnostic.fix
            fix = f"the model reads {shown}: name what stands for it in this file with --text COLUMN; {near}"
            raise SaysoError(replace(fault.diagnostic, fix=fix)) from None
    if len(reading.text) != len(columns):
        raise SaysoError(problem("SAY505", found=len(reading.text), expected=len(columns), columns=shown))
    return open_corpus(session, data, reading).with_texts(dict(zip(columns, reading.text, strict=True)))


def labeled(
    session: Session, path: Path | None, corpus: Corpus | None, reading: Reading
) -> tuple[Corpus | None, str | None]:
    """A dev or test file, and the name of its gold column."""
    from .inputs import read_labeled

    if path is None:
        return None, None
    found, name = read_labeled(
        path, like=corpus.text if corpus else reading.text, gold=reading.gold, encoding=reading.encoding
    )
    if reading.gold is None:
        session.aside(f"{path}: the column {name!r} is taken for the gold labels")
    return found, name


def make_labels(
    session: Session, program: Program, corpus: Corpus, *, method: str, dev: Corpus | None, seed: int
) -> Labeling:
    """Apply the program and fit the label model; warnings are shown."""
    from .pipeline import label

    labeling = label(program, corpus, method=method, dev=dev, seed=seed)
    session.show_warnings()
    return labeling


def show_votes(session: Session, labeling: Labeling, corpus: Corpus) -> None:
    """Tell what each labeling function does, and what the label model makes of the votes."""
    from .pipeline import table_of

    if session.quiet:
        return
    gold = None if corpus.gold is None else corpus.gold_votes(labeling.matrix.labels)
    rows = table_of(labeling, gold)
    session.say(heading("Labeling functions"), views.votes(labeling, rows), "", views.coverage_line(labeling))
    session.say(heading("Label model"), views.model_line(labeling))
    for note in labeling.notes:
        session.say(Text(f"note: {note.message}", "dim"))


def measured(
    data: Path, corpus: Corpus, labeling: Labeling, end: Any, known: Corpus | None, dev: Path | None
) -> list[Assessment]:
    """Measures on the rows that were trained on, and on those of the dev set, by names that say so."""
    from .pipeline import assess
    from .seen import amount, count_seen

    found: list[Assessment] = []
    if corpus.gold is not None:
        told = count_seen(corpus, known)
        but = f", {told:,} of them known to the label model" if told else " without their labels"
        found += assess(f"{data.name} (trained on{but})", corpus, labeling, end, matrix=labeling.matrix)
    if known is not None and dev is not None:
        count = count_seen(known, corpus)
        also = f", {amount(count, known)} trained on" if count else ""
        found += assess(f"{dev.name} (known to the label model{also})", known, labeling, end)
    return found


def show_assessments(session: Session, found: list[Assessment]) -> None:
    """Print measures, if there are any."""
    if found:
        session.say(heading("Measured against gold labels"), *views.assessments(found))


def put_rows(
    session: Session,
    data: Path,
    corpus: Corpus,
    reading: Reading,
    name: str,
    chosen: Any,
    probs: Any,
    labels: Sequence[str],
    out: Path | None,
) -> None:
    """Write the rows of the data file with their labels, to a file or to standard output."""
    from .tables import WRITTEN_AS_READ, as_text, results, write_table

    text = out is None or out.suffix.lower() in WRITTEN_AS_READ
    table = results(_frame(data, corpus, reading, as_text=text), name, chosen, probs, labels)
    if out is None:
        session.put(as_text(table))
        return
    write_table(table, out)
    kept = int((chosen >= 0).sum())
    rest = len(chosen) - kept
    more = f", {views.number(rest)} have no vote, or votes that tie, and stay empty" if rest else ""
    session.wrote(out, f": {views.number(kept)} of {views.plural(len(chosen), 'row')} labeled{more}")


def _frame(data: Path, corpus: Corpus, reading: Reading, *, as_text: bool) -> pl.DataFrame:
    """The data file as it is; with ``as_text``, a CSV file's fields as they are written (007 stays 007)."""
    from ..corpora.readers import read_frame

    names = [*corpus.text, *reading.text, *corpus.fields.columns]
    names += [] if corpus.gold is None else [corpus.gold.name]
    return read_frame(data, text=names if as_text else (), encoding=reading.encoding)


def end_votes(model: TrainedModel, one: Corpus) -> dict[str, float]:
    """What the end model says of a corpus of one row."""
    return dict(zip(model.task.labels, map(float, model.end_model.predict_proba(one)[0]), strict=True))


def source_text(source: Path, program: Program) -> str:
    """The explanations as a .say file, to be kept with the model; those of a table as they are understood."""
    from ..compiler.sources import TABLES
    from ..corpora.files import read_text

    if source.suffix.lower() not in TABLES:
        return read_text(source)
    task = program.task
    return "\n".join([f"task {task.name}: {', '.join(task.labels)}", *(lf.english for lf in program.lfs)]) + "\n"


def check_settings(settings: Training, *, dev: bool) -> None:
    """Refuse settings that cannot be meant, before any work is done."""
    from .pipeline import check_method

    check_method(settings.method, dev=dev)
    if settings.encoder != "bow":
        from .encoders.choice import choose

        choose(settings.encoder, fine_tune=False, cache=False, device="cpu")
    if settings.epochs is not None and settings.epochs < 1:
        raise SaysoError(
            problem("SAY507", option="--epochs", found=settings.epochs, expected="a number from 1 upwards")
        )
    check_seed(settings.seed)


def check_seed(seed: int) -> None:
    """Refuse a seed that is none."""
    if seed < 0:
        raise SaysoError(problem("SAY507", option="--seed", found=seed, expected="a number from 0 upwards"))


def heading(text: str) -> Text:
    """The heading of a part of the output."""
    return Text(f"\n{text}", "bold")


def put_json(session: Session, data: Any) -> None:
    """Print data as JSON."""
    session.put(json.dumps(data, indent=1, ensure_ascii=False, default=str) + "\n")
