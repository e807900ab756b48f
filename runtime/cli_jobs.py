"""What the commands do, given their settings and a session to print to; the options are declared in ``cli``."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.text import Text

from ..compiler.compiling import compile as compile_program
from ..compiler.program import Program
from ..grammar.diagnostics import SaysoError, problem
from . import cli_views as views
from .cli_session import BAD_INPUT, NOT_UNDERSTOOD, OK, Session, check_file_out, check_folder_out, rendered

if TYPE_CHECKING:
    import polars as pl

    from ..corpora.corpus import Corpus
    from ..corpora.schema import Schema
    from .model_folder import TrainedModel
    from .pipeline import Assessment, Labeling


@dataclass(frozen=True, slots=True)
class Reading:
    """How data files are read, and whether every reading of an explanation makes a function."""

    text: tuple[str, ...]
    gold: str | None
    encoding: str
    every: bool = False
    spans: tuple[str, ...] = ()
    entities: str | None = None
    now: str | None = None

    def annotated(self, spans: str | None, entities: str | None, now: str | None) -> Reading:
        """With annotations as the command line names them: columns of spans with commas between."""
        names = tuple(name.strip() for name in (spans or "").split(",") if name.strip())
        return replace(self, spans=names, entities=entities, now=now)

    def like(self, schema: Schema) -> Reading:
        """With the annotations that a model was made with, where none are named."""
        return replace(
            self,
            spans=self.spans or schema.spans,
            entities=self.entities or schema.entities or schema.pipeline,
            now=self.now or schema.now,
        )


# -- check ---------------------------------------------------------------------------------------------------------


def check(
    session: Session,
    source: Path,
    data: Path | None,
    reading: Reading,
    *,
    dev: Path | None,
    as_json: bool,
    readings: bool,
) -> int:
    """Compile explanations, say each back, and tell what is wrong with them; the result is the exit code."""
    try:
        corpus = None if data is None else _corpus(session, data, replace(reading, gold=None))
        known, _ = _labeled(session, dev, corpus, reading)
        program = compile_program(source, corpus, dev=known, readings="all" if reading.every else "best")
    except SaysoError as fault:
        if as_json:
            findings = [finding.to_json() for finding in fault.diagnostics]
            _print_json(session, {"understood": 0, "explanations": None, "lfs": [], "diagnostics": findings})
            return BAD_INPUT
        raise
    coverage = None
    if corpus is not None and program.lfs:
        coverage = [row["coverage"] for row in program.apply(corpus).summary().to_dicts()]
    if as_json:
        _print_json(session, _program_json(program, coverage))
        return _verdict(program)
    task = program.task
    session.say(Text(f"{source}: task {task.name}: {', '.join(task.labels)}", "bold"), "")
    if program.lfs:
        session.say(views.functions(program, coverage=coverage, readings=readings), "")
    for finding in program.diagnostics:
        if finding.severity == "error" or not session.quiet:
            session.out.print(rendered(finding), soft_wrap=True)
            session.out.print()
    session.out.print(views.understood(program))
    return _verdict(program)


def _verdict(program: Program) -> int:
    from .inputs import MALFORMED

    if not program.lfs or any(finding.code in MALFORMED for finding in program.errors):
        return BAD_INPUT
    return NOT_UNDERSTOOD if program.errors else OK


def _program_json(program: Program, coverage: Sequence[float] | None) -> dict[str, Any]:
    lfs = []
    for i, lf in enumerate(program.lfs):
        item = {**lf.to_json(), "alternatives": [other.to_json() for other in lf.alternatives]}
        if lf.explanation is not None:
            item["line"] = lf.explanation.place().line
        if coverage is not None:
            item["coverage"] = coverage[i]
        lfs.append(item)
    return {
        "task": {"name": program.task.name, "labels": list(program.task.labels)},
        "understood": program.understood,
        "explanations": program.read,
        "lfs": lfs,
        "diagnostics": [finding.to_json() for finding in program.diagnostics],
    }


# -- label ---------------------------------------------------------------------------------------------------------


def label(
    session: Session,
    data: Path,
    source: Path,
    out: Path | None,
    reading: Reading,
    *,
    dev: Path | None,
    method: str,
    seed: int,
) -> None:
    """Write the probabilistic labels of a data file."""
    import numpy as np

    from .tables import check_ending

    check_ending(out)
    check_file_out(out, [data, source, dev])
    corpus, program, known = _understand(session, data, source, reading, dev=dev)
    labeling = _label(session, program, corpus, method=method, dev=known, seed=seed)
    if out is not None:
        _show_votes(session, labeling, corpus)
        _show_assessments(session, _assess(data, corpus, labeling, None, known, dev))
    chosen = np.where(labeling.covered, labeling.probs.argmax(axis=1), -1)
    _put(session, data, corpus, reading, "weak_label", chosen, labeling.probs, labeling.matrix.labels, out)


# -- train ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Training:
    """The settings of ``train``."""

    encoder: str = "bow"
    epochs: int | None = None
    seed: int = 0
    method: str = "auto"


def train(
    session: Session,
    data: Path,
    source: Path,
    out: Path,
    reading: Reading,
    settings: Training,
    *,
    dev: Path | None,
    test: Path | None,
) -> None:
    """The main job: from explanations and a data file to a model folder."""
    from .model_folder import check_replaceable

    _check_settings(settings)
    check_replaceable(out)
    check_folder_out(out)
    elsewhere = dev is not None or test is not None
    corpus, program, known = _understand(session, data, source, reading, dev=dev, gold_elsewhere=elsewhere)
    unseen, _ = _labeled(session, test, corpus, reading)
    model = _train(session, program, corpus, settings, known, dev, unseen, test, name=str(data), source=source)
    model.save(out)
    session.say("")
    session.wrote(out)
    session.say_whole(f"next: sayso predict {out} DATA.csv --out predicted.csv")


def _train(
    session: Session,
    program: Program,
    corpus: Corpus,
    settings: Training,
    known: Corpus | None,
    dev: Path | None,
    unseen: Corpus | None,
    test: Path | None,
    *,
    name: str,
    source: Path,
) -> TrainedModel:
    """Label, train and measure, telling what happens."""
    from . import pipeline
    from .model_folder import TrainedModel

    labeling = _label(session, program, corpus, method=settings.method, dev=known, seed=settings.seed)
    _show_votes(session, labeling, corpus)
    end = pipeline.train_end_model(
        labeling, encoder=settings.encoder, epochs=settings.epochs, seed=settings.seed, progress=session.progress
    )
    session.say(_heading("End model"), views.end_model_line(end))
    session.show_warnings()
    found = _assess(Path(name), corpus, labeling, end, known, dev)
    if unseen is not None:
        found += pipeline.assess(f"{test} (seen by no model)", unseen, labeling, end)
    _show_assessments(session, found)
    facts = {
        "data": name,
        "explanations": str(source),
        "text": list(corpus.text),
        "rows": len(corpus),
        "encoder": settings.encoder,
        "epochs": settings.epochs,
        "seed": settings.seed,
        "label_model": settings.method,
        "dev": None if dev is None else str(dev),
    }
    return TrainedModel(
        task=program.task,
        program=program.to_json(),
        explanations=_source_text(source, program),
        label_model=labeling.model,
        end_model=end,
        settings=facts,
    )


def demo(session: Session, out: Path | None) -> None:
    """The main job on the sample that ships: 600 comments and 15 explanations."""
    from ..corpora import samples
    from ..corpora.corpus import Corpus

    if out is not None:
        from .model_folder import check_replaceable

        check_replaceable(out)
        check_folder_out(out)
    data, source = samples.path("comments"), samples.explanations("comments")
    frame = samples.load("comments")
    parts = [frame.filter(frame["split"] == part) for part in ("train", "dev")]
    corpus, unseen = (Corpus.from_rows(part, text="text", gold="label") for part in parts)
    session.say(
        Text("Comments on the site of an invented bicycle-repair shop, and why they are spam or ham", "bold"),
        Text(
            f"{views.plural(len(corpus), 'comment')} to learn from without labels, {len(unseen)} with labels to test on"
        ),
    )
    from .inputs import understand

    program = understand(source, corpus)
    session.show(program.diagnostics)
    model = _train(
        session,
        program,
        corpus,
        Training(),
        None,
        None,
        unseen,
        Path("the test comments"),
        name=str(data),
        source=source,
    )
    _demo_row(session, program, model, corpus)
    if out is not None:
        model.save(out)
        session.say("")
        session.wrote(out)
    session.say(_heading("Do it yourself"))
    for line in (
        f"sayso check {source}",
        f"sayso train {data} --text text --explanations {source} --gold label --out model",
        f"sayso explain model {data} --row 2",
    ):
        session.say_whole(f"  {line}")


def _demo_row(session: Session, program: Program, model: TrainedModel, corpus: Corpus) -> None:
    """The row with most votes, explained."""
    from .explain import story

    votes = program.apply(corpus).votes
    row = int((votes >= 0).sum(axis=1).argmax())
    told = story(program, model.label_model, corpus, row)
    ends = _ends(model, corpus.take([row]))
    session.say(_heading(f"Why comment {row} is {told.label}"))
    gold = None if corpus.gold is None else str(corpus.gold[row])
    session.say(*views.row_story(told, program.task.labels, ends=ends, gold=gold))


# -- predict -------------------------------------------------------------------------------------------------------


def predict(session: Session, folder: Path, data: Path, out: Path | None, reading: Reading) -> None:
    """Label a data file with a trained model."""
    from .measures import measure
    from .model_folder import TrainedModel
    from .tables import check_ending

    check_ending(out)
    check_file_out(out, [data])
    model = TrainedModel.load(folder)
    corpus = _corpus_for(session, model.end_model.text_, data, reading)
    labels = model.task.labels
    probs = model.end_model.set_params(progress=session.progress).predict_proba(corpus)
    chosen = probs.argmax(axis=1)
    _put(session, data, corpus, reading, "predicted", chosen, probs, labels, out)
    if corpus.gold is not None:
        found = measure(probs, corpus.gold_votes(labels), labels)
        if found is not None:
            from .pipeline import Assessment

            part = Assessment(f"the {found.rows} labeled rows of {data}", (("end model", found),))
            for line in views.assessments([part]):
                session.aside(line)


# -- explain and report --------------------------------------------------------------------------------------------


def explain(
    session: Session, source: Path, data: Path, row: int, reading: Reading, *, method: str, as_json: bool
) -> None:
    """Why one row gets its label."""
    from .explain import story

    ends = None
    if source.is_dir():
        from .model_folder import TrainedModel

        model = TrainedModel.load(source)
        program, label_model = Program.from_json(model.program), model.label_model
        corpus = _corpus_for(session, model.end_model.text_, data, reading.like(program.schema))
        if 0 <= row < len(corpus):
            ends = _ends(model, corpus.take([row]))
    else:
        corpus, program, _ = _understand(session, data, source, reading)
        label_model = _label(session, program, corpus, method=method, dev=None, seed=0).model
    told = story(program, label_model, corpus, row)
    gold = None if corpus.gold is None or corpus.gold[row] is None else str(corpus.gold[row])
    if as_json:
        from dataclasses import asdict

        reasons = [
            {
                "lf": reason.lf.name,
                "english": reason.lf.english,
                "label": reason.label,
                "evidence": reason.evidence,
                "spots": [asdict(spot) for spot in reason.spots],
            }
            for reason in told.reasons
        ]
        facts = ("row", "texts", "label", "probabilities", "prior", "silence", "abstaining")
        more = {"reasons": reasons, "end_model": ends, "gold": gold}
        _print_json(session, {**{key: getattr(told, key) for key in facts}, **more})
        return
    session.out.print(Text(f"row {row} of {data}", "bold"))
    for part in views.row_story(told, program.task.labels, ends=ends, gold=gold):
        session.out.print(part)


def report(
    session: Session, data: Path, source: Path, out: Path, reading: Reading, *, dev: Path | None, method: str, seed: int
) -> None:
    """Write the page that shows how explanations and data fit together."""
    from .files import write_file
    from .report import render

    check_file_out(out, [data, source, dev])
    corpus, program, known = _understand(session, data, source, reading, dev=dev)
    labeling = _label(session, program, corpus, method=method, dev=known, seed=seed)
    write_file(out, render(labeling, title=data.name, source=source.name))
    session.wrote(out)


# -- steps that several commands share -----------------------------------------------------------------------------


def _corpus(session: Session, data: Path, reading: Reading) -> Corpus:
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


def _understand(
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
    from .inputs import understand

    if gold_elsewhere and reading.gold is not None:
        corpus = _corpus(session, data, replace(reading, gold=None))
        if reading.gold in corpus.fields.columns:
            corpus = corpus.with_gold(reading.gold)
        else:
            session.aside(f"{data} has no column {reading.gold!r}: nothing is measured on its rows")
    else:
        corpus = _corpus(session, data, reading)
    known, _ = _labeled(session, dev, corpus, reading)
    program = understand(source, corpus, dev=known, every=reading.every)
    session.show(program.diagnostics)
    session.aside(views.understood(program))
    return corpus, program, known


def _corpus_for(session: Session, columns: Sequence[str], data: Path, reading: Reading) -> Corpus:
    """The data file with the text columns that a model reads; those that ``--text`` names stand for them, in order."""

    if not reading.text:
        return _corpus(session, data, replace(reading, text=tuple(columns)))
    if len(reading.text) != len(columns):
        shown = ", ".join(columns)
        raise SaysoError(problem("SAY505", found=len(reading.text), expected=len(columns), columns=shown))
    return _corpus(session, data, reading).with_texts(dict(zip(columns, reading.text, strict=True)))


def _labeled(
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


def _label(
    session: Session, program: Program, corpus: Corpus, *, method: str, dev: Corpus | None, seed: int
) -> Labeling:
    from .pipeline import label as make_labels

    labeling = make_labels(program, corpus, method=method, dev=dev, seed=seed)
    session.show_warnings()
    return labeling


def _show_votes(session: Session, labeling: Labeling, corpus: Corpus) -> None:
    from .pipeline import table_of

    if session.quiet:
        return
    gold = None if corpus.gold is None else corpus.gold_votes(labeling.matrix.labels)
    rows = table_of(labeling, gold)
    session.say(_heading("Labeling functions"), views.votes(labeling, rows), "", views.coverage_line(labeling))
    session.say(_heading("Label model"), views.model_line(labeling))
    for note in labeling.notes:
        session.say(Text(f"note: {note.message}", "dim"))


def _assess(
    data: Path, corpus: Corpus, labeling: Labeling, end: Any, known: Corpus | None, dev: Path | None
) -> list[Assessment]:
    """Measures on the rows that were trained on, and on those of the dev set, by names that say so."""
    from .pipeline import assess

    found: list[Assessment] = []
    if corpus.gold is not None:
        found += assess(f"{data.name} (trained on without their labels)", corpus, labeling, end, matrix=labeling.matrix)
    if known is not None and dev is not None:
        found += assess(f"{dev.name} (known to the label model)", known, labeling, end)
    return found


def _show_assessments(session: Session, found: list[Assessment]) -> None:
    if found:
        session.say(_heading("Measured against gold labels"), *views.assessments(found))


def _put(
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
    more = f", {views.number(rest)} have no vote and stay empty" if rest else ""
    session.wrote(out, f": {views.number(kept)} of {views.plural(len(chosen), 'row')} labeled{more}")


def _frame(data: Path, corpus: Corpus, reading: Reading, *, as_text: bool) -> pl.DataFrame:
    """The data file as it is; with ``as_text``, a CSV file's fields as they are written (007 stays 007)."""
    from ..corpora.readers import read_frame

    names = [*corpus.text, *reading.text, *corpus.fields.columns]
    names += [] if corpus.gold is None else [corpus.gold.name]
    return read_frame(data, text=names if as_text else (), encoding=reading.encoding)


def _ends(model: TrainedModel, one: Corpus) -> dict[str, float]:
    """What the end model says of a corpus of one row."""
    return dict(zip(model.task.labels, map(float, model.end_model.predict_proba(one)[0]), strict=True))


def _source_text(source: Path, program: Program) -> str:
    """The text of the explanations, to be kept with the model."""
    from ..corpora.files import read_text

    if source.suffix.lower() == ".parquet":
        return "\n".join(lf.english for lf in program.lfs) + "\n"
    return read_text(source)


def _check_settings(settings: Training) -> None:
    """Refuse settings that cannot be meant, before any work is done."""
    from .pipeline import check_method

    check_method(settings.method)
    if settings.encoder != "bow":
        from .encoders.choice import choose

        choose(settings.encoder, fine_tune=False, cache=False, device="cpu")
    if settings.epochs is not None and settings.epochs < 1:
        raise SaysoError(
            problem("SAY507", option="--epochs", found=settings.epochs, expected="a number from 1 upwards")
        )
    if settings.seed < 0:
        raise SaysoError(problem("SAY507", option="--seed", found=settings.seed, expected="a number from 0 upwards"))


def _heading(text: str) -> Text:
    return Text(f"\n{text}", "bold")


def _print_json(session: Session, data: Any) -> None:
    session.put(json.dumps(data, indent=1, ensure_ascii=False, default=str) + "\n")
