"""From a source of explanations to a program: every statement is read, every fault is collected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from string import ascii_lowercase
from typing import Any, Literal

from ..corpora.corpus import MAKE_CORPUS, Corpus
from ..corpora.schema import NO_COLUMNS, Schema
from ..grammar.diagnostics import Diagnostic, SaysoError, problem
from ..grammar.given import expect
from ..grammar.nodes import Condition
from ..grammar.task import Task
from ..grammar.words import FILLER
from ..primitives.base import Source, sources
from ..primitives.run import Run
from .ambiguity import Evidence, Reading, grouped, sift, surviving
from .beside import Amounts, as_told, told_beside
from .chatter import bared
from .diagnose import diagnose, meant_by, remarks, too_long
from .evaluate import holds
from .explanation import Explanation
from .filling import Labeled, filled
from .label_words import Span
from .labels import Stated, placements, stated
from .lf import LF, one_row
from .lints import lint
from .program import Program
from .reader import Result, locate_stop, read
from .sayfile import Definition
from .scope import Scope
from .sources import load
from .templates import reserved


def compile(
    source: str | Path | Iterable[Explanation],
    corpus: Corpus | None = None,
    *,
    task: Task | None = None,
    dev: Corpus | None = None,
    readings: Literal["best", "all"] = "best",
) -> Program:
    """Compile explanations into labeling functions.

    Args:
        source: a .say file's path or text, a CSV or JSONL file with the columns "explanation" and "label", or
            explanations.
        corpus: data to check against: its columns' names are understood, readings that contradict their example or
            vote nowhere are dropped, and functions that never or always vote are reported.
        task: the task; needed if the source names none and its labels do not tell.
        dev: labeled rows; readings that are wrong there more often than guessing would be are dropped.
        readings: "best" makes one function of each explanation, "all" one of each of its readings that the data do
            not speak against: LF3, LF3b, LF3c.

    Raises:
        SaysoError: an argument is of the wrong kind (SAY507), the source cannot be read or holds no explanation, the
            dev set has no gold labels. What is wrong with single explanations is collected in ``program.diagnostics``.
    """
    _check(corpus, task, dev, readings)
    file = load(source, task)
    diagnostics = list(file.diagnostics)
    unread = sum(
        1 for d in diagnostics if d.code in ("SAY107", "SAY114", "SAY115", "SAY116", "SAY124", "SAY135", "SAY137")
    )
    nothing = problem("SAY121", where=f" in {file.path}" if file.path else "")
    if file.task is None:
        raise SaysoError(*(diagnostics or [nothing]))
    if not file.explanations and not unread:
        raise SaysoError(*diagnostics, nothing)
    work = Compilation(file.task, corpus, diagnostics, dev=dev)
    for definition in file.definitions:
        work.define(definition)
    found = [own for own in map(work.understand, file.explanations) if own is not None]
    lfs = work.functions(found, every=readings == "all")
    diagnostics += lint(lfs, corpus)
    diagnostics.sort(key=lambda d: (d.place.line or 0) if d.place else 0)
    schema = work.schema.only({name for lf in lfs for name in named(lf.condition)})
    lfs = [replace(lf, schema=schema) for lf in lfs]
    return Program(file.task, tuple(lfs), tuple(diagnostics), len(file.explanations) + unread, schema)


def _check(corpus: Any, task: Any, dev: Any, readings: Any) -> None:
    """Refuse arguments of :func:`compile` that are of another kind (SAY507)."""
    for name, value in (("corpus", corpus), ("dev", dev)):
        expect(value is None or isinstance(value, Corpus), name, value, "a Corpus", fix=MAKE_CORPUS)
    expect(task is None or isinstance(task, Task), "task", task, "a Task", fix='write Task("spam", ("ham", "spam"))')
    expect(readings in ("best", "all"), "readings", readings, '"best" or "all"')


def named(condition: Condition) -> set[str]:
    """Everything that the slots of a condition name, columns among it."""
    return {value for node in condition.walk() for _, value in node.slots() if isinstance(value, str)}


@dataclass(frozen=True, slots=True)
class Understood:
    """An explanation with the label it votes for and all its readings, the preferred one first."""

    explanation: Explanation
    label: int
    readings: tuple[Reading, ...]


@dataclass
class Compilation:
    """The work on one source: what has been defined so far, and what there is to say of it."""

    task: Task
    corpus: Corpus | None
    diagnostics: list[Diagnostic]
    lexicons: dict[str, Any] = field(default_factory=dict)
    dev: Corpus | None = None
    run: Run | None = None

    @property
    def schema(self) -> Schema:
        """The columns that may be named."""
        return self.corpus.schema if self.corpus is not None else NO_COLUMNS

    def define(self, definition: Definition) -> None:
        """Read the list of a ``let``."""
        key, statement = definition.name.lower(), definition.statement
        start = statement.text.index(definition.name)
        place = statement.place(start, start + len(definition.name))
        if key in self.lexicons:
            self.diagnostics.append(problem("SAY117", place=place, name=definition.name))
            return
        if key in reserved() or key in FILLER:
            self.diagnostics.append(problem("SAY118", place=place, name=definition.name))
            return
        as_explanation = Explanation(definition.text, "", statement=statement, offset=definition.start)
        refused = too_long(as_explanation)
        if refused is not None:
            self.diagnostics.append(refused)
            return
        scope = Scope(self.lexicons)
        result = read(definition.text, scope, start="definition")
        self.lexicons[key] = result.meanings[0][1] if result.meanings else ()
        self.diagnostics += remarks(as_explanation, result)
        if result.meanings:
            return
        if key in {word.strip(",.;:").lower() for word in definition.text.split()}:
            self.diagnostics.append(problem("SAY119", place=place, name=definition.name))
        else:
            self.diagnostics += diagnose(as_explanation, result, scope)

    def understand(self, explanation: Explanation) -> Understood | None:
        """All readings of one explanation; None if it is not understood, be it for a fault of the reader."""
        label = self.task.index(explanation.label)
        if label is None:
            labels = ", ".join(self.task.labels)
            place = explanation.place()
            found = problem("SAY115", place=place, label=explanation.label, task=self.task.name, labels=labels)
            self.diagnostics.append(found)
            return None
        refused = too_long(explanation)
        if refused is not None:
            self.diagnostics.append(refused)
            return None
        try:
            return self.understood(explanation, Scope(self.lexicons, self.schema, self.corpus))
        except SaysoError:
            raise
        except Exception as fault:  # one explanation must not take all others with it
            error = f"{type(fault).__name__}: {' '.join(str(fault).split())[:200]}"
            self.diagnostics.append(problem("SAY141", place=explanation.place(), error=error))
            return None

    def understood(self, explanation: Explanation, scope: Scope) -> Understood | None:
        """All readings of an explanation of a known label; None if it has none, and what is wrong with it is told."""
        read_as = self.condition_of(explanation, scope)
        if read_as is None:
            return None
        explanation, result = read_as
        label = self.task.index(explanation.label)
        assert label is not None
        unread = next((own for own in result.lexed.lexemes if own.terminal == "LEXICON_NAME" and own.value == ()), None)
        if unread is not None:
            name = explanation.text[unread.start : unread.end]
            place = explanation.place(unread.start, unread.end)
            self.diagnostics.append(problem("SAY125", place=place, name=name))
            return None
        self.diagnostics += remarks(explanation, result)
        if not result.meanings:
            self.diagnostics += diagnose(explanation, result, scope)
            return None
        readings = grouped(result.meanings)
        known = [reading for reading in readings if not self.lacks(reading.condition)]
        if not known:
            lacking = self.lacks(readings[0].condition)
            notes = (f"the explanation was read as: {readings[0].english}",)
            self.diagnostics.append(problem(lacking, place=explanation.place(), notes=notes))
            return None
        return Understood(explanation, label, tuple(known))

    def reading(self, explanation: Explanation, scope: Scope) -> Result:
        """What reading the explanation gives; its vague amounts are as told beside, or as a dev set has it."""
        label = self.task.index(explanation.label)
        assert label is not None
        example = self.example_text(explanation)
        result = read(explanation.text, scope, example=example, locate=False)
        vague = any(remark.code == "SAY131" for remark in result.lexed.remarks)
        if not result.meanings or not vague:
            return result

        told: Amounts = {}

        def again(amounts: Amounts) -> Result:
            known = {**amounts, **told}
            return as_told(read(explanation.text, scope, example=example, amounts=known, locate=False), told)

        told.update(told_beside(result, again))
        if self.dev is None:
            return again({}) if told else result
        labeled = Labeled(self.dev, self.dev.gold_votes(self.task.labels), label)
        return filled(again, labeled, self.corpus if self.corpus is not None else self.dev)

    def lacks(self, condition: Condition) -> str:
        """The code of what the corpus must have and has not for the condition to be told; empty if it has it all."""
        schema = self.schema
        annotated = self.corpus is None or schema.entities is not None or schema.pipeline is not None
        return "" if annotated or Source("entities") not in sources(condition) else "SAY055"

    def condition_of(self, explanation: Explanation, scope: Scope) -> tuple[Explanation, Result] | None:
        """The explanation with blanks for a label within its text, and its reading; None if it says another label.

        Where no reading comes of that, the label may stand elsewhere, if that leaves a condition.
        """
        text, labels = explanation.text, self.task.labels
        found = None if explanation.unsure else stated(text, labels)
        bare = explanation if found is None else self.without_label(explanation, found)
        if bare is None:
            return None
        whole = None if explanation.unsure else (bare, self.reading(bare, scope))
        if whole is not None and whole[1].meanings:
            return whole
        likely = whole if found is not None else None
        for meant, left, remarked in self.otherwise(explanation, bare, scope):
            placed = replace(explanation, text=left, label=meant)
            result = self.reading(placed, scope)
            if result.meanings and meant != explanation.label and not explanation.unsure:
                self.diagnostics.append(
                    problem("SAY134", place=explanation.place(), label=explanation.label, other=meant)
                )
                return None
            if result.meanings:
                self.diagnostics += [
                    problem("SAY142", place=explanation.place(*span), found=text[slice(*span)]) for span in remarked
                ]
                return placed, result
            likely = likely or (placed, result)
        read_as = likely or whole
        if read_as is not None:
            locate_stop(read_as[1])
        return read_as

    def otherwise(
        self, explanation: Explanation, bare: Explanation, scope: Scope
    ) -> Iterator[tuple[str, str, tuple[Span, ...]]]:
        """Labels that may be meant, what else may then be the condition, and the remarks that are left aside."""
        text, labels = explanation.text, self.task.labels
        for other in placements(text, labels):
            meant = other.meant(labels)
            if meant is not None:
                yield meant, other.condition(text), ()
        words = meant_by(scope)
        for own in dict.fromkeys((bare.text, text)):
            for left in bared(own, labels, words):
                yield explanation.label if left.label is None else labels[left.label], left.text, left.remarks

    def without_label(self, explanation: Explanation, found: Stated) -> Explanation | None:
        """The explanation with blanks for the label found; None if that is another label than its own."""
        meant, own, place = found.meant(self.task.labels), self.task.index(explanation.label), explanation.place()
        if found.other is not None:
            self.diagnostics.append(problem("SAY137", place=place, label=found.label, other=found.other))
            return None
        if meant is None:
            others = ", ".join(self.task.labels)
            self.diagnostics.append(problem("SAY135", place=place, label=found.label, others=others))
            return None
        if self.task.index(meant) != own:
            found_one = problem("SAY134", place=place, label=explanation.label, other=meant)
            self.diagnostics.append(found_one)
            return None
        for (start, end), word in found.mended:
            place = explanation.place(start, end)
            self.diagnostics.append(problem("SAY130", place=place, found=explanation.text[start:end], taken=word))
        return replace(explanation, text=found.condition(explanation.text))

    def functions(
        self, found: Sequence[Understood], *, every: bool = False, others: Sequence[LF] = (), first: int = 1
    ) -> list[LF]:
        """The labeling functions, of the preferred readings that survive or of ``every`` one that does.

        Explanations with one reading go first, then the others in their order, so that a reading that repeats one of
        them can be told. ``others`` are functions from before, ``first`` is the number of the first new one.
        """
        made: dict[int, list[LF]] = {}
        for i, own in sorted(enumerate(found), key=lambda item: len(item[1].readings) > 1):
            before = [*others, *(lf for lfs in made.values() for lf in lfs)] if len(own.readings) > 1 else []
            readings = sift(list(own.readings), self.evidence(own, before))
            survivors = list(surviving(readings))
            chosen = survivors if every else survivors[:1]
            made[i] = [
                LF(
                    f"LF{first + i}{_letter(j)}",
                    own.label,
                    self.task,
                    reading.condition,
                    self.schema,
                    own.explanation,
                    tuple(other for other in readings if other is not reading and (not every or other.removed)),
                    reading.cost,
                )
                for j, reading in enumerate(chosen)
            ]
            self.check_example(own, chosen[0])
        return [lf for _, lfs in sorted(made.items()) for lf in lfs]

    def evidence(self, own: Understood, others: Sequence[LF] = ()) -> Evidence:
        """What the data say about the readings of an explanation, given the functions there are."""
        gold = None if self.dev is None else self.dev.gold_votes(self.task.labels)
        alike = {lf.name: lf.condition for lf in others if lf.label == own.label}
        return Evidence(own.label, self.example(own.explanation), self.dev, gold, self.corpus, alike, run=self.run)

    def example_text(self, explanation: Explanation) -> str:
        """The text of the row that an explanation was given for; empty if there is none."""
        row = self.example(explanation)
        if row is None:
            return ""
        return " ".join(str(text) for name in row.text for text in row.strings(name) if text is not None)

    def example(self, explanation: Explanation) -> Corpus | None:
        """The row that the explanation was given for, as a corpus of one row."""
        example = explanation.example
        if isinstance(example, Mapping):
            return one_row(example, self.schema)
        if example is None or self.corpus is None or not 0 <= example < len(self.corpus):
            return None
        return self.corpus.take([example])

    def check_example(self, own: Understood, chosen: Reading) -> None:
        """Report an example that is not there, or on which the chosen reading does not hold."""
        explanation, row = own.explanation, self.example(own.explanation)
        if row is None:
            if explanation.example is not None and self.corpus is not None:
                place, last = explanation.place(), len(self.corpus) - 1
                self.diagnostics.append(problem("SAY208", place=place, row=explanation.example, last=last))
        elif not bool(holds(chosen.condition, Run(row))[0]):
            notes = (f"the row reads: {row.shown_row(0)[:200]}",)
            self.diagnostics.append(problem("SAY206", place=explanation.place(), notes=notes))


def _letter(reading: int) -> str:
    """What tells the functions of one explanation apart: nothing for the first, then b, c, ..."""
    return "" if reading == 0 else ascii_lowercase[min(reading, 25)]
