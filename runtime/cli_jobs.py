"""What the commands do, given their settings and a session to print to; the options are declared in ``cli``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.text import Text

from ..compiler.compiling import compile as compile_program
from ..compiler.program import Program
from ..grammar.diagnostics import SaysoError
from . import cli_views as views
from .cli_fix import Mending, fix_file, show_diff
from .cli_options import Reading
from .cli_refusals import check_check, check_explain, check_outside
from .cli_session import BAD_INPUT, NOT_UNDERSTOOD, OK, Session, check_file_out, check_folder_out, rendered
from .cli_steps import (
    Training,
    check_seed,
    check_settings,
    corpus_for,
    end_votes,
    gold_of,
    heading,
    labeled,
    make_labels,
    measured,
    open_both,
    open_corpus,
    put_json,
    put_rows,
    show_assessments,
    show_votes,
    source_text,
)
from .gold_columns import warn_of_labels

if TYPE_CHECKING:
    from ..corpora.corpus import Corpus
    from .model_folder import TrainedModel
    from .vote_model import VoteModel


# -- check ---------------------------------------------------------------------------------------------------------


def check(
    session: Session,
    source: Path,
    data: Path | None,
    reading: Reading,
    mending: Mending,
    *,
    dev: Path | None,
    as_json: bool,
    readings: bool,
) -> int:
    """Compile explanations, say each back, and tell what is wrong with them; the result is the exit code."""
    mended = None
    session.quiet = session.quiet or mending.diff or (mending.fix and as_json)
    check_check(reading, mending, data=data, dev=dev, as_json=as_json)
    try:
        corpus = None if data is None else open_corpus(session, data, replace(reading, gold=None))
        if corpus is not None and reading.gold is not None:
            corpus = gold_of(corpus, reading.gold, elsewhere=dev is not None)
        known, _ = labeled(session, dev, corpus, reading)
        if mending.diff:
            return show_diff(session, source, corpus, known)
        if mending.fix:
            mended = fix_file(session, source, corpus, known)
        program = compile_program(source, corpus, dev=known, readings="all" if reading.every else "best")
    except SaysoError as fault:
        if as_json:
            findings = [finding.to_json() for finding in fault.diagnostics]
            put_json(session, {"understood": 0, "explanations": None, "lfs": [], "diagnostics": findings})
            return BAD_INPUT
        raise
    warn_of_labels(program, corpus)
    coverage = None
    if corpus is not None and program.lfs:
        coverage = [row["coverage"] for row in program.apply(corpus).summary().to_dicts()]
    if as_json:
        fixes = {} if mended is None else {"fixes": [asdict(own) for own in mended.fixes]}
        put_json(session, {**_program_json(program, coverage), **fixes})
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
    origins = program.provenance()
    for i, lf in enumerate(program.lfs):
        item = {**lf.to_json(), **origins[i].to_json()}
        item["alternatives"] = [other.to_json() for other in lf.alternatives]
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
    from .pipeline import check_method
    from .tables import check_ending

    check_ending(out)
    check_seed(seed)
    check_method(method, dev=dev is not None)
    check_file_out(out, [data, source, dev])
    corpus, program, known = open_both(session, data, source, reading, dev=dev)
    labeling = make_labels(session, program, corpus, method=method, dev=known, seed=seed)
    if out is not None:
        show_votes(session, labeling, corpus)
        show_assessments(session, measured(data, corpus, labeling, None, known, dev))
    put_rows(session, data, corpus, reading, "weak_label", labeling.chosen, labeling.probs, labeling.matrix.labels, out)


# -- train ---------------------------------------------------------------------------------------------------------


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

    check_settings(settings, dev=dev is not None)
    check_replaceable(out)
    check_folder_out(out)
    elsewhere = dev is not None or test is not None
    corpus, program, known = open_both(session, data, source, reading, dev=dev, gold_elsewhere=elsewhere)
    unseen, _ = labeled(session, test, corpus, reading)
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
    from .seen import standing, warn_of_seen

    explanations = source_text(source, program)  # as compiled: the file may change or go while the training lasts
    labeling = make_labels(session, program, corpus, method=settings.method, dev=known, seed=settings.seed)
    show_votes(session, labeling, corpus)
    end = pipeline.train_end_model(
        labeling, encoder=settings.encoder, epochs=settings.epochs, seed=settings.seed, progress=session.progress
    )
    session.say(heading("End model"), views.end_model_line(end))
    session.show_warnings()
    found = measured(Path(name), corpus, labeling, end, known, dev)
    if unseen is not None:
        warn_of_seen(unseen, corpus, known)
        session.show_warnings()
        found += pipeline.assess(f"{test} ({standing(unseen, corpus, known)})", unseen, labeling, end)
    show_assessments(session, found)
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
        explanations=explanations,
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
    session.say(heading("Do it yourself"))
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
    ends = end_votes(model, corpus.take([row]))
    session.say(heading(f"Why comment {row} is {told.label}"))
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
    check_outside(out, folder)
    model = TrainedModel.load(folder)
    known = Program.from_json(model.program).schema
    corpus = corpus_for(session, model.end_model.text_, data, reading.like(known))
    labels = model.task.labels
    probs = model.end_model.set_params(progress=session.progress).predict_proba(corpus)
    chosen = probs.argmax(axis=1)
    put_rows(session, data, corpus, reading, "predicted", chosen, probs, labels, out)
    if corpus.gold is not None:
        found = measure(probs, corpus.gold_votes(labels), labels)
        if found is not None:
            from .pipeline import Assessment

            part = Assessment(f"the {found.rows} labeled rows of {data}", (("end model", found),))
            for line in views.assessments([part]):
                session.aside(line)


# -- explain and report --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Subject:
    """What is to be explained: a row, a labeling function, or else the label model."""

    row: int | None
    lf: str | None


def explain(
    session: Session, source: Path, data: Path, subject: Subject, reading: Reading, *, method: str | None, as_json: bool
) -> None:
    """Why one row gets its label, what is held of a labeling function, or what the label model made of the votes."""
    from .explain import story

    ends, row = None, subject.row
    check_explain(row, subject.lf, method, trained=source.is_dir())
    if source.is_dir():
        from .model_folder import TrainedModel

        model = TrainedModel.load(source)
        program, label_model = Program.from_json(model.program), model.label_model
        corpus = corpus_for(session, model.end_model.text_, data, reading.like(program.schema))
        if row is not None and 0 <= row < len(corpus):
            ends = end_votes(model, corpus.take([row]))
    else:
        corpus, program, _ = open_both(session, data, source, reading)
        label_model = make_labels(session, program, corpus, method=method or "auto", dev=None, seed=0).model
    if row is None:
        _account(session, program, label_model, corpus, subject.lf, as_json=as_json)
        return
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
        put_json(session, {**{key: getattr(told, key) for key in facts}, **more})
        return
    session.out.print(Text(f"row {row} of {data}", "bold"))
    for part in views.row_story(told, program.task.labels, ends=ends, gold=gold):
        session.out.print(part)


def _account(
    session: Session, program: Program, model: VoteModel, corpus: Corpus, lf: str | None, *, as_json: bool
) -> None:
    """What is held of a labeling function, or of the votes as a whole."""
    matrix = program.apply(corpus)
    if lf is not None:
        lf = next((own.name for own in program.lfs if own.name.casefold() in (lf.casefold(), f"lf{lf}")), lf)
    told = model.explain_model(matrix) if lf is None else model.explain_lf(lf, matrix)
    english = {each.name: each.english for each in program.lfs}
    for each in told["lfs"] if lf is None else [told]:
        each["english"] = english[each["lf"]]
    if as_json:
        put_json(session, told)
        return
    for part in views.model_account(told) if lf is None else views.lf_account(told):
        session.out.print(part)


def report(
    session: Session, data: Path, source: Path, out: Path, reading: Reading, *, dev: Path | None, method: str, seed: int
) -> None:
    """Write the page that shows how explanations and data fit together."""
    from ..corpora.writing import write_file
    from .pipeline import check_method
    from .report import render
    from .tables import PAGES, check_ending

    check_seed(seed)
    check_method(method, dev=dev is not None)
    check_file_out(out, [data, source, dev])
    check_ending(out, PAGES)
    corpus, program, known = open_both(session, data, source, reading, dev=dev)
    labeling = make_labels(session, program, corpus, method=method, dev=known, seed=seed)
    write_file(out, render(labeling, title=data.name, source=source.name))
    session.wrote(out)
