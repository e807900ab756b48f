"""The conversation of ``sayso repl``, apart from any terminal: a line goes in, a reply comes out.

A line is a statement of a .say file (an explanation, ``let``, ``task``), a condition without a label, which is only
shown, or a command that begins with a slash. The terminal is in :mod:`.cli_repl`.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np

from ..compiler.ambiguity import surviving
from ..compiler.compiling import Compilation
from ..compiler.evaluate import holds
from ..compiler.explanation import Explanation
from ..compiler.lf import LF
from ..compiler.lints import lint
from ..compiler.sayfile import read_say
from ..corpora.corpus import Corpus
from ..corpora.files import read_text
from ..corpora.writing import write_file
from ..grammar.diagnostics import Diagnostic, SaysoError, problem
from ..grammar.nodes import Node
from ..grammar.task import Task
from ..primitives.base import Mask
from ..primitives.run import Run
from .explain import spots
from .repl_input import ALSO, check_source, check_target, command_meant, undecodable
from .reply import Hit, Meeting, Reply, Shown, State
from .say_text import Block, blocks_of

SHOWN = 3
"""How many rows a reply shows."""

NO_LABEL = frozenset({"SAY114", "SAY115", "SAY116"})
"""What a line without a label is found to lack; such a line may be a condition."""


class Session:
    """A conversation about a corpus.

    Args:
        corpus: the rows; their index is built at once.
        task: the labels, if no file or line names them.
        source: a .say file to begin with.
        accept: keep every explanation that is understood; otherwise /accept or an empty line keeps it.
    """

    def __init__(
        self, corpus: Corpus, *, task: Task | None = None, source: Path | None = None, accept: bool = False
    ) -> None:
        self.corpus, self.source, self.accept = corpus, source, accept
        self.pending: tuple[LF, str] | None = None
        self.state = State(task)
        self.saved = self.state
        self._before: list[State] = []
        self._known: set[Node] = set()
        self._run = Run(corpus, self._known)
        self._asked: str | None = None
        for name in corpus.text:
            corpus.column(name)
        self.greeting = self._open(source) if source is not None and source.exists() else ()

    def __len__(self) -> int:
        """The number of rows."""
        return len(self.corpus)

    # -- lines ---------------------------------------------------------------------------------------------------

    def reply(self, line: str) -> Reply:
        """The answer to a line."""
        line = line.strip()
        if not line:
            return self._accept() if self.pending is not None else Reply()
        if line.startswith("#"):
            return Reply()
        broken = undecodable(line)
        if broken is not None:
            return Reply(diagnostics=(broken,))
        if not line.startswith("/"):
            meant = command_meant(line, COMMANDS)
            return self._statement(line) if meant is None else Reply((f"commands begin with /, so type: {meant}",))
        name, _, rest = line[1:].partition(" ")
        known = ALSO.get(name.lower(), name.lower())
        if known not in COMMANDS:
            near = [own for own in COMMANDS if name and own.startswith(known)]
            if len(near) != 1:
                return Reply((f"there is no command /{name}; the commands are: /{', /'.join(COMMANDS)}",))
            known = near[0]
        if f"/{known} {rest.strip()}" != self._asked:
            self._asked = None
        try:
            return COMMANDS[known](self, rest.strip())
        except SaysoError as fault:
            return Reply(diagnostics=fault.diagnostics)

    def _open(self, source: Path) -> tuple[Diagnostic, ...]:
        """Begin with a file: its functions, and what is wrong with it."""
        check_source(source)
        text = read_text(source)
        file = read_say(text, path=str(source), task=self.state.task)
        work = Compilation(file.task, self.corpus, list(file.diagnostics)) if file.task else None
        if work is None:
            return tuple(file.diagnostics)
        for definition in file.definitions:
            work.define(definition)
        found = [own for own in map(work.understand, file.explanations) if own is not None]
        lfs = work.functions(found)
        by_line = {lf.explanation.place().line: lf for lf in lfs if lf.explanation is not None}
        blocks = blocks_of(text)
        self.state = State(
            file.task,
            tuple(replace(block, lf=by_line.get(self._line_of(block, lfs))) for block in blocks),
            tuple(work.lexicons.items()),
        )
        self.saved = self.state
        return (*work.diagnostics, *lint(lfs, self.corpus))

    @staticmethod
    def _line_of(block: Block, lfs: list[LF]) -> int | None:
        """The line on which the condition of a block begins, which may not be its first."""
        lines = {lf.explanation.place().line for lf in lfs if lf.explanation is not None}
        return next((n for n in range(block.line, block.line + block.text.count("\n")) if n in lines), None)

    def _work(self) -> Compilation:
        assert self.state.task is not None
        return Compilation(self.state.task, self.corpus, [], dict(self.state.lexicons), run=self._run)

    def _statement(self, line: str) -> Reply:
        """An explanation, a definition, a task; or a condition, which is shown and cannot be kept."""
        self.pending = None
        file = read_say(line, task=None if _names_task(line) else self.state.task)
        if _names_task(line):
            return self._name_task(file.task, tuple(file.diagnostics), line)
        if file.definitions:
            return self._define(line)
        if file.explanations:
            lf, found = self._read(file.explanations[0])
            if lf is None:
                return Reply(diagnostics=found)
            self.pending = (lf, line)
            shown = self.show(lf)
            if self.accept:
                kept = self._accept()
                return Reply(kept.lines, shown, found)
            return Reply(("Enter or /accept keeps it",), shown, found)
        if self.state.task is None:
            return Reply(("name the labels first, for example: task spam: ham, spam",))
        if not any(finding.code in NO_LABEL for finding in file.diagnostics):
            return Reply(diagnostics=tuple(file.diagnostics))
        lf, found = self._read(Explanation(line, self.state.task.labels[0]))
        if lf is None:
            begins = line.split()[0].casefold() in {label.casefold() for label in self.state.task.labels}
            return Reply(diagnostics=tuple(file.diagnostics) if begins else found)
        keep = f"to keep it, begin with a label: {self.state.task.labels[-1]} because {line}"
        return Reply((keep,), self.show(lf, labeled=False), found)

    def _read(self, explanation: Explanation, *, instead: LF | None = None) -> tuple[LF | None, tuple[Diagnostic, ...]]:
        """A function beside the others, the last one or ``instead`` of one of them, and what is wrong with it."""
        work, lfs = self._work(), [own for own in self.state.lfs if own is not instead]
        first = next((i for i, own in enumerate(self.state.lfs, start=1) if own is instead), len(lfs) + 1)
        found = work.understand(explanation)
        if found is None:
            return None, tuple(work.diagnostics)
        self._known.update(reading.condition for reading in found.readings)
        (lf,) = work.functions([found], others=lfs, first=first)
        return lf, (*work.diagnostics, *lint([*lfs, lf], self.corpus, len(lfs), self._run))

    def _name_task(self, task: Task | None, faults: tuple[Diagnostic, ...], line: str) -> Reply:
        if task is None:
            return Reply(diagnostics=faults)
        if self.state.lfs:
            assert self.state.task is not None
            return Reply(diagnostics=(problem("SAY112", task=self.state.task.name),))
        kept = tuple(block for block in self.state.blocks if not _names_task(block.text))
        self._change(State(task, (Block(line + "\n", 0), *kept), self.state.lexicons))
        return Reply((f"task {task.name}: {', '.join(task.labels)}",))

    def _define(self, line: str) -> Reply:
        file = read_say(line, task=self.state.task or Task("t", ("no", "yes")))
        work = Compilation(file.task or Task("t", ("no", "yes")), self.corpus, [], dict(self.state.lexicons))
        for definition in file.definitions:
            work.define(definition)
        if work.diagnostics or not file.definitions:
            return Reply(diagnostics=(*file.diagnostics, *work.diagnostics))
        name = file.definitions[0].name
        block = Block(line + "\n", 0, lexicon=name.lower())
        self._change(replace(self.state, blocks=(*self.state.blocks, block), lexicons=tuple(work.lexicons.items())))
        return Reply((f"{name} has {len(work.lexicons[name.lower()])} items",))

    # -- commands ------------------------------------------------------------------------------------------------

    def _accept(self, rest: str = "") -> Reply:
        """keep the explanation just shown (an empty line does it too)"""
        if self.pending is None:
            return Reply(("there is nothing to keep; type an explanation",))
        lf, line = self.pending
        self.pending = None
        self._change(replace(self.state, blocks=(*self.state.blocks, Block(line + "\n", 0, lf))))
        return Reply((f"kept as {lf.name}",))

    def _edit(self, rest: str) -> Reply:
        """/edit LF2: change an explanation; /edit LF2 TEXT puts another one in its place"""
        name, _, text = rest.partition(" ")
        at = self._at(name)
        if at is None:
            return self._no_function(name)
        block = self.state.blocks[at]
        if not text.strip():
            return Reply(prefill=f"/edit {name} {' '.join(block.statement.split())}")
        file = read_say(text.strip(), task=self.state.task)
        if not file.explanations:
            return Reply(diagnostics=tuple(file.diagnostics))
        lf, found = self._read(file.explanations[0], instead=block.lf)
        if lf is None:
            return Reply(diagnostics=found)
        new = replace(block, text=block.with_statement(text.strip()), lf=lf)
        blocks = self.state.blocks
        self._change(replace(self.state, blocks=(*blocks[:at], new, *blocks[at + 1 :])))
        own = self.state.blocks[at].lf
        assert own is not None
        return Reply((f"changed {own.name}",), self.show(own), found)

    def _drop(self, rest: str) -> Reply:
        """/drop LF2: remove an explanation"""
        at = self._at(rest)
        if at is None:
            return self._no_function(rest)
        block = self.state.blocks[at]
        rest_of = (replace(block, text=block.comments, lf=None),) if block.comments else ()
        self._change(replace(self.state, blocks=(*self.state.blocks[:at], *rest_of, *self.state.blocks[at + 1 :])))
        return Reply((f"dropped: {' '.join(block.statement.split())}",))

    def _undo(self, rest: str) -> Reply:
        """take the last change back"""
        if not self._before:
            return Reply(("there is nothing to take back",))
        self.pending = None
        self.state = self._before.pop()
        count = len(self.state.lfs)
        return Reply((f"taken back; there {'is' if count == 1 else 'are'} {_plural(count, 'function')}",))

    def _list(self, rest: str) -> Reply:
        """the explanations so far"""
        lfs = self.state.lfs
        lists = [f"let {name}: {len(items)} items" for name, items in self.state.lexicons]
        listed = tuple((lf, int(self.mask(lf).sum())) for lf in lfs)
        return Reply(tuple(lists) if lfs or lists else ("there are no explanations yet",), listed=listed)

    def _readings(self, rest: str) -> Reply:
        """the other readings of the explanation just shown, or /readings LF2; /readings 2 takes the second"""
        if rest.isdigit() and self.pending is not None:
            return self._take(int(rest))
        at = self._at(rest) if rest else None
        lf = self.state.blocks[at].lf if at is not None else self.pending[0] if self.pending else None
        if lf is None:
            return self._no_function(rest) if rest else Reply(("there is nothing to take apart; name a function",))
        lines = [f"1  {lf.when}"]
        lines += [f"{i}  {other.english}" for i, other in enumerate(surviving(lf.alternatives), start=2)]
        lines += [f"-  {other.english} ({other.removed.message})" for other in lf.alternatives if other.removed]
        return Reply(tuple(lines) if len(lines) > 1 else ("it has one reading only",))

    def _take(self, number: int) -> Reply:
        assert self.pending is not None
        others = list(surviving(self.pending[0].alternatives))
        if not 2 <= number <= len(others) + 1:
            return Reply((f"there is no reading {number}",))
        label = self.pending[0].task.labels[self.pending[0].label]
        return self._statement(f"{label} if {others[number - 2].english}")

    def _let(self, rest: str) -> Reply:
        """/let NAME = "a", "b": name a list; without a name, the lists there are"""
        if rest:
            return self._define(f"let {rest}")
        return Reply(tuple(f"{n}: {len(items)} items" for n, items in self.state.lexicons) or ("there are no lists",))

    def _task(self, rest: str) -> Reply:
        """/task NAME: LABEL, LABEL: what is decided"""
        if rest:
            return self._statement(f"task {rest}")
        task = self.state.task
        return Reply((f"task {task.name}: {', '.join(task.labels)}" if task else "no task is named yet",))

    def _save(self, rest: str) -> Reply:
        """/save FILE.say: write the explanations; without a name, to the file they are from"""
        path = Path(rest) if rest else self.source
        if path is None:
            return Reply(("name the file: /save FILE.say",))
        check_target(path, source=self.source, data=self.corpus.source)
        if path.exists() and path != self.source and self._asked is None:
            self._asked = f"/save {rest}"
            return Reply((f"{path} exists; the same command again replaces it",))
        write_file(path, self.text)
        self.saved, self.source = self.state, path
        return Reply((f"wrote {path}: {_plural(len(self.state.lfs), 'explanation')}",))

    def _auto(self, rest: str) -> Reply:
        """keep every explanation that is understood without being asked, or stop doing so"""
        self.accept = not self.accept
        return Reply(("every explanation that is understood is kept" if self.accept else "/accept keeps",))

    def _help(self, rest: str) -> Reply:
        """what can be typed"""
        lines = ["type an explanation, such as: " + self._example(), "or a condition, to see what it hits; or:"]
        return Reply((*lines, *(f"/{name:<9} {inspect.getdoc(own) or ''}" for name, own in COMMANDS.items())))

    def _quit(self, rest: str) -> Reply:
        """end (twice, if something is not saved)"""
        if self.unsaved and self._asked is None:
            self._asked = "/quit "
            return Reply(("not everything is saved: /save FILE.say, or /quit again",))
        return Reply(done=True)

    # -- what there is -------------------------------------------------------------------------------------------

    @property
    def unsaved(self) -> bool:
        """Whether something would be lost."""
        return self.state != self.saved

    @property
    def lost(self) -> tuple[str, ...]:
        """The lines that are in no file."""
        kept = {block.text for block in self.saved.blocks}
        return tuple(line for block in self.state.blocks if block.text not in kept for line in block.text.splitlines())

    @property
    def text(self) -> str:
        """The explanations as the text of a .say file."""
        text = "".join(block.text for block in self.state.blocks)
        task = self.state.task
        if task is not None and not any(_names_task(block.text) for block in self.state.blocks):
            text = f"task {task.name}: {', '.join(task.labels)}\n{text}"
        return text

    def mask(self, lf: LF) -> Mask:
        """Where a function votes, shape (n,)."""
        self._known.add(lf.condition)
        return holds(lf.condition, self._run)

    def show(self, lf: LF, *, labeled: bool = True) -> Shown:
        """What a function does on the corpus: its votes, some rows, the functions it meets."""
        mask = self.mask(lf)
        rows = np.flatnonzero(mask)
        picked = rows[np.unique(np.linspace(0, len(rows) - 1, min(SHOWN, len(rows))).astype(int))] if len(rows) else []
        meetings = []
        for other in self.state.lfs if labeled else ():
            both = int((mask & self.mask(other)).sum())
            if both and other.name != lf.name:
                meetings.append(Meeting(other, both, other.label != lf.label))
        meetings.sort(key=lambda meeting: (not meeting.conflict, -meeting.rows))
        hits = tuple(self._hit(lf, int(row)) for row in picked)
        return Shown(lf, len(rows), len(mask), hits, tuple(meetings), labeled)

    def _hit(self, lf: LF, row: int) -> Hit:
        one = self.corpus.take([row])
        texts = {name: one.strings(name)[0] for name in one.text}
        return Hit(row, texts, tuple(spots(lf.condition, one)))

    def words(self) -> Iterator[str]:
        """What can be typed: words of the language, labels, lists, columns."""
        from ..compiler.diagnose import known_words
        from ..compiler.scope import Scope

        task = self.state.task
        yield from task.labels if task else ()
        yield from known_words(Scope(dict(self.state.lexicons), self.corpus.schema))

    # -- steps ---------------------------------------------------------------------------------------------------

    def _change(self, state: State) -> None:
        self._before.append(self.state)
        number, blocks = 0, []
        for block in state.blocks:
            if block.lf is not None:
                number += 1
                block = replace(block, lf=replace(block.lf, name=f"LF{number}"))
            blocks.append(block)
        self.state = replace(state, blocks=tuple(blocks))

    def _at(self, name: str) -> int | None:
        """The block of a function, by its name or number."""
        wanted = f"LF{name}" if name.isdigit() else name.upper()
        return next((i for i, b in enumerate(self.state.blocks) if b.lf is not None and b.lf.name == wanted), None)

    def _no_function(self, name: str) -> Reply:
        names = ", ".join(lf.name for lf in self.state.lfs) or "none"
        return Reply((f"there is no function {name}; there are: {names}" if name else f"name one of: {names}",))

    def _example(self) -> str:
        label = self.state.task.labels[-1] if self.state.task else "spam"
        return f'{label} because it mentions "check out"'


def _names_task(line: str) -> bool:
    return line.split(None, 1)[:1] == ["task"] and ":" in line


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}" + ("" if count == 1 else "s")


COMMANDS: dict[str, Callable[[Session, str], Reply]] = {
    "accept": Session._accept,
    "edit": Session._edit,
    "drop": Session._drop,
    "undo": Session._undo,
    "list": Session._list,
    "readings": Session._readings,
    "let": Session._let,
    "task": Session._task,
    "save": Session._save,
    "auto": Session._auto,
    "help": Session._help,
    "quit": Session._quit,
}
"""What begins with a slash; the first line of each docstring is its help."""
