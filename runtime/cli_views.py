"""What the command line prints: tables and sentences, short, aligned, with colour only where a terminal is."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from rich.table import Table
from rich.text import Text

from .cli_grid import Grid
from .cli_session import plain

if TYPE_CHECKING:
    from ..compiler.program import Program
    from .explain import RowStory, Spot
    from .pipeline import Assessment, Labeling

HUES = ("cyan", "magenta", "green", "yellow", "blue", "red")
"""The colours of the labels, in their order."""

LONG = 4000
"""Of a text with more characters a part is shown."""

BLOCKS = " ▏▎▍▌▋▊▉█"


def hue(labels: Sequence[str], label: str) -> str:
    """The colour of a label."""
    return HUES[labels.index(label) % len(HUES)] if label in labels else ""


def share(value: float | None) -> str:
    """A share as per cent with one digit: ``12.5 %``; a dash where there is none."""
    return "–" if value is None else f"{100 * value:.1f} %"


def number(value: int) -> str:
    """A whole number with its thousands apart."""
    return f"{value:,}"


def plural(count: int, noun: str) -> str:
    """A number with its noun: ``1 row``, ``1,586 rows``."""
    return f"{number(count)} {noun}" + ("" if count == 1 else "s")


def understood(program: Program) -> Text:
    """How many explanations were understood."""
    count, total = program.understood, program.read
    if count == total:
        said = f"all {plural(total, 'explanation')} understood" if total > 1 else "the explanation is understood"
        if program.errors:
            return Text(f"{said}, but the file has {plural(len(program.errors), 'error')}", "bold red")
        return Text(said, "green")
    return Text(f"{total - count} of {plural(total, 'explanation')} not understood", "bold red")


def functions(program: Program, *, coverage: Sequence[float] | None, readings: bool) -> Table:
    """The labeling functions of a program in English and where they come from; with coverage where there is data."""
    table = Grid()
    table.add_column("", style="bold", no_wrap=True)
    table.add_column("votes for", no_wrap=True)
    table.add_column("if", ratio=1)
    if coverage is not None:
        table.add_column("coverage", justify="right", no_wrap=True)
    labels = program.task.labels
    for i, (lf, origin) in enumerate(zip(program.lfs, program.provenance(), strict=True)):
        label = labels[lf.label]
        cells: list[Any] = [lf.name, Text(plain(label), hue(labels, label)), Text(plain(lf.when))]
        table.add_row(*cells, *([share(coverage[i])] if coverage is not None else []))
        if origin.words:
            table.add_row("", "", Text(plain(origin.words), "dim"))
        for other in lf.alternatives if readings else ():
            said = Text(plain(other.english), "dim")
            if other.removed is not None:
                said.append(f"\n{plain(other.removed.message)}", "italic")
            table.add_row("", Text("not" if other.removed else "or", "dim"), said)
        if readings and lf.explanation is not None:
            table.add_row("", Text("from", "dim"), Text(plain(" ".join(lf.explanation.text.split())), "dim italic"))
    return table


def votes(labeling: Labeling, rows: Sequence[dict[str, Any]]) -> Table:
    """The summary of a label matrix: a line per labeling function; ``rows`` as of ``pipeline.table_of``."""
    table = Grid()
    table.add_column("LF", style="bold", no_wrap=True)
    table.add_column("votes for", no_wrap=True)
    table.add_column("if", ratio=1)
    for name in ("coverage", "overlap", "conflict"):
        table.add_column(name, justify="right", no_wrap=True)
    gold = bool(rows) and "precision" in rows[0]
    estimated = bool(rows) and any(row["accuracy"] is not None for row in rows)
    if gold:
        table.add_column("precision", justify="right", no_wrap=True)
    if estimated:
        table.add_column("estimated" if gold else "est. precision", justify="right", no_wrap=True)
    labels = labeling.matrix.labels
    for row in rows:
        cells: list[Any] = [row["lf"], Text(plain(row["label"]), hue(labels, row["label"])), Text(brief(row["when"]))]
        cells += [share(row["coverage"]), share(row["overlap"]), share(row["conflict"])]
        if gold:
            cells.append(share(row["precision"]))
        if estimated:
            cells.append(share(row["accuracy"]))
        dull = "dim" if row["votes"] == 0 else ""
        table.add_row(*cells, style=dull)
    return table


def coverage_line(labeling: Labeling) -> Text:
    """Coverage, overlap and conflict of the whole matrix, in one line."""
    matrix = labeling.matrix
    out = Text()
    for value, said in (
        (matrix.coverage, "of the rows have a vote"),
        (matrix.overlap, "have two or more"),
        (matrix.conflict, "have votes that disagree"),
    ):
        out.append(", " if out else "").append(share(value), "bold").append(f" {said}")
    return out


def model_line(labeling: Labeling) -> Text:
    """What the label model made of the votes, in a line or two."""
    from .label_model import LabelModel

    labels = labeling.matrix.labels
    mean = labeling.probs[labeling.covered].mean(axis=0)
    out = Text()
    if isinstance(labeling.model, LabelModel):
        model = labeling.model
        out.append(f"{model.chosen_}: {model.why_}")
        out.append(f"; {plural(len(model.dependent_pairs_), 'pair')} of labeling functions depend on each other")
    else:
        out.append("majority vote")
    out.append("\non the rows with a vote: ")
    for i, label in enumerate(labels[:8]):
        out.append(", " if i else "").append(plain(label), hue(labels, label)).append(f" {share(float(mean[i]))}")
    return out.append(", …" if len(labels) > 8 else "")


def end_model_line(model: Any) -> Text:
    """What was trained, and when training stopped."""
    out = f"{model.encoder}: {number(model.n_parameters_)} weights"
    losses, best = model.history_.losses, model.history_.best
    if best is not None:
        out += f", {plural(len(losses), 'round')}; best held-out loss {losses[best]:.3f} in round {best + 1}"
    if model.fields_:
        out += f"\nit reads the columns {', '.join(model.fields_)}; one of gold labels is kept from it by --gold"
    return Text(out)


def assessments(found: Sequence[Assessment]) -> list[Any]:
    """Accuracy, F1, log-loss and calibration error of the models, on which rows."""
    out: list[Any] = []
    for part in found:
        table = Grid()
        table.add_column("", no_wrap=True, min_width=18)
        f1 = plain(part.measures[0][1].f1_name)
        for name in ("accuracy", f1 if len(f1) < 24 else "F1", "log-loss", "ECE"):
            table.add_column(name, justify="right", no_wrap=True, min_width=8)
        best = max(value.accuracy for _, value in part.measures)
        for who, value in part.measures:
            numbers = [f"{one:.3f}" for one in (value.accuracy, value.f1, value.log_loss, value.ece)]
            table.add_row(f"  {who}", *numbers, style="bold" if value.accuracy == best else "")
        out += [Text(plain(part.rows), "italic"), table]
    return out


def row_story(told: RowStory, labels: Sequence[str], *, ends: dict[str, float] | None, gold: str | None) -> list[Any]:
    """Why a row gets its label."""
    out: list[Any] = []
    for name, value in told.texts.items():
        line = Text("  ") if len(told.texts) == 1 else Text(f"  {plain(name)}: ", "dim")
        own = [spot for spot in told.spots if spot.column == name]
        out.append(line.append_text(excerpt(value, own, hue(labels, told.label))))
    table = Grid()
    table.show_header = False
    table.add_column("", no_wrap=True)
    table.add_column("", no_wrap=True)
    table.add_column("", ratio=1)
    table.add_row("label model", *_odds(told.probabilities, labels))
    if ends is not None:
        table.add_row("end model", *_odds(ends, labels))
    if gold is not None:
        table.add_row("gold", Text(plain(gold), hue(labels, gold)), "")
    out += ["", table, ""]
    total = len(told.reasons) + told.abstaining
    out.append(Text(f"{len(told.reasons)} of {plural(total, 'labeling function')} vote", "dim"))
    if told.reasons:
        reasons = Grid()
        for column in ("", "", "weight"):
            reasons.add_column(column, no_wrap=True)
        reasons.add_column("because", ratio=1)
        for reason in told.reasons:
            found = _quoted(told, reason.spots)
            why = Text(brief(reason.lf.when)).append(f"  {found}" if found else "", "dim")
            reasons.add_row(
                Text(reason.lf.name, "bold"),
                Text(plain(reason.label), hue(labels, reason.label)),
                weight(reason.evidence),
                why,
            )
        out.append(reasons)
    rest = told.prior + told.silence
    towards = told.label if rest >= 0 else told.against
    said = "class balance and silence of the others"
    out.append(Text(f"{said}: {weight(abs(rest))} for {plain(towards)}", "dim"))
    return out


def lf_account(told: dict[str, Any]) -> list[Any]:
    """What is held of a labeling function."""
    return [Text(brief(told["english"]), "bold"), Text(plain(told["words"]))]


def model_account(told: dict[str, Any]) -> list[Any]:
    """What the label model made of the votes: in words, its warnings, and a line per labeling function."""
    out: list[Any] = [Text(plain(told["words"])), ""]
    for severity, style in (("warnings", "yellow"), ("notes", "dim")):
        for item in told[severity]:
            out.append(Text(f"{item['code']}: {plain(item['message'])}", style))
    table = Grid()
    for name in ("", "right", "from", "to", "a vote", "counts"):
        table.add_column(name, justify="right" if name else "left", no_wrap=True)
    table.add_column("", ratio=1)
    for each in told["lfs"]:
        held = [share(each[key]) if each["votes"] else "–" for key in ("accuracy", "low", "high")]
        odds = "–" if each["evidence"] is None else weight(each["evidence"])
        table.add_row(Text(each["lf"], "bold"), *held, odds, f"{each['independence']:.2f}", brief(each["english"]))
    return [*out, table]


def marked(value: str | None, spots: Sequence[Spot], style: str) -> Text:
    """A text with the places that were found marked: in bold and colour, and underlined."""
    if value is None:
        return Text("(missing)", "dim")
    out = Text(plain(value, keep="\n"))
    for spot in spots:
        out.stylize(f"bold underline {style}".strip(), spot.start, spot.end)
    return out


def excerpt(value: str | None, spots: Sequence[Spot], style: str) -> Text:
    """A text with its places marked; of a very long one, what stands around the first of them."""
    text = marked(value, spots, style)
    if len(text) <= LONG:
        return text
    begin = max(0, min((spot.start for spot in spots), default=0) - LONG // 4)
    cut = Text("… " if begin else "").append_text(text[begin : begin + LONG])
    rest = f" … ({number(len(text))} characters in all)" if begin + LONG < len(text) else ""
    return cut.append(rest, "dim")


def weight(evidence: float) -> str:
    """Evidence in nats as odds: ``x 6.7``; against the row's label: ``÷ 6.7``."""
    odds = math.exp(min(abs(evidence), 20.0))
    return f"{'×' if evidence >= 0 else '÷'} {odds:.3g}"


def brief(said: str) -> str:
    """A condition in English with its long lists cut."""
    from .pipeline import shortened

    return shortened(plain(said))


def bar(part: float, width: int = 20) -> str:
    """A bar of text."""
    eighths = round(min(max(part, 0.0), 1.0) * width * 8)
    full, rest = divmod(eighths, 8)
    return "█" * full + (BLOCKS[rest] if rest else "")


def _odds(probabilities: dict[str, float], labels: Sequence[str]) -> tuple[Text, Text]:
    ranked = sorted(probabilities.items(), key=lambda item: -item[1])[:4]
    name, top = ranked[0]
    said = ", ".join(f"{plain(other)} {share(p)}" for other, p in ranked[1:])
    return Text(f"{plain(name)} {share(top)}", f"bold {hue(labels, name)}".strip()), Text(f"{bar(top)}  {said}")


def _quoted(told: RowStory, spots: Sequence[Spot]) -> str:
    """The words that were found, a few of them."""
    words = list(dict.fromkeys((told.texts[s.column] or "")[s.start : s.end] for s in spots))
    shown = ", ".join(f"“{plain(word)[:40]}”" for word in words[:4])
    return f"[{shown}{', …' if len(words) > 4 else ''}]" if words else ""
