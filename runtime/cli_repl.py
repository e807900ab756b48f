"""The terminal of ``sayso repl``: lines in, with history and completion, replies out. What is said is in ``repl``."""

from __future__ import annotations

import gc
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import platformdirs
import typer
from rich.text import Text

from ..compiler.sayfile import read_say
from ..grammar.diagnostics import SaysoError, problem
from ..grammar.task import Task
from . import cli_views as views
from .cli_grid import Grid
from .cli_session import NOT_SAVED, plain, rendered
from .cli_session import Session as Terminal
from .repl import COMMANDS, Session
from .reply import Hit, Reply, Shown

if TYPE_CHECKING:
    from prompt_toolkit.completion import Completer

    from ..corpora.corpus import Corpus
    from .cli_options import Reading

WIDE = 160
"""Longer texts are shown around what was found in them."""


def repl(terminal: Terminal, data: Path | None, source: Path | None, task: str | None, reading: Reading) -> None:
    """Converse until /quit or the end of the input.

    What comes from a pipe and is not saved at its end is shown, with exit code 1.
    """
    corpus, own = _sample() if data is None else (_read(terminal, data, reading), None)
    given = _task(task) if task is not None else own
    tty = sys.stdin.isatty() and terminal.out.is_terminal
    session = Session(corpus, task=given, source=source, accept=not tty)
    gc.freeze()  # all that is loaded lives as long as the conversation: no reply waits for it to be looked through
    terminal.show(session.greeting)
    what = "the sample comments" if data is None else str(data)
    terminal.say(Text(f"{what}: {views.plural(len(corpus), 'row')}; /help says what can be typed", "dim"))
    if session.state.task is not None:
        terminal.say(Text(f"task {session.state.task.name}: {', '.join(session.state.task.labels)}", "dim"))
    ask = _asker(session) if tty else _piped
    prefill = ""
    while True:
        try:
            line = ask(prefill)
        except KeyboardInterrupt:
            prefill = ""
            continue
        except EOFError:
            if tty:
                reply = session.reply("/quit")
                show(terminal, session, reply)
                if not reply.done:
                    continue
            elif session.unsaved:
                terminal.show([problem("SAY517", notes=session.lost)])
                raise typer.Exit(NOT_SAVED) from None
            return
        try:
            reply = session.reply(line)
        except KeyboardInterrupt:
            terminal.aside("interrupted")
            continue
        show(terminal, session, reply)
        prefill = reply.prefill
        if reply.done:
            return


def show(terminal: Terminal, session: Session, reply: Reply) -> None:
    """Print a reply."""
    if reply.shown is not None:
        for part in shown(reply.shown):
            terminal.out.print(part)
    for finding in reply.diagnostics:
        terminal.out.print(rendered(finding), soft_wrap=True)
    if reply.listed:
        table = Grid()
        for name in ("", "votes for", "if"):
            table.add_column(name, ratio=1 if name == "if" else None, no_wrap=name != "if")
        table.add_column("coverage", justify="right", no_wrap=True)
        for lf, votes in reply.listed:
            label = lf.task.labels[lf.label]
            colour = views.hue(lf.task.labels, label)
            table.add_row(lf.name, Text(plain(label), colour), views.brief(lf.when), views.share(votes / len(session)))
        terminal.out.print(table)
    for line in reply.lines:
        terminal.out.print(Text(plain(line), "dim" if reply.shown is not None else ""))


def shown(found: Shown) -> Iterator[Any]:
    """What a function means and does, line by line."""
    lf = found.lf
    labels = lf.task.labels
    label = labels[lf.label]
    said = Text(f"{plain(label)} ", f"bold {views.hue(labels, label)}") if found.labeled else Text()
    yield said.append("if ", "bold").append(plain(lf.when), "bold")
    yield Text(f"  votes on {views.number(found.votes)} of {views.plural(found.rows, 'row')}: ").append(
        views.share(found.votes / found.rows), "bold"
    )
    for hit in found.hits:
        yield from _hit(hit, views.hue(labels, label) if found.labeled else "")
    for meeting in found.meetings[:4]:
        verb = "disagrees with" if meeting.conflict else "agrees with"
        style = "yellow" if meeting.conflict else ""
        where = f"on {views.plural(meeting.rows, 'row')}"
        yield Text(f"  {verb} {meeting.lf.name} {where}: {views.brief(meeting.lf.english)}", style)
    if len(found.meetings) > 4:
        yield Text(f"  and meets {len(found.meetings) - 4} more", "dim")


def _hit(hit: Hit, style: str) -> Iterator[Text]:
    for name, value in hit.texts.items():
        own = [spot for spot in hit.spots if spot.column == name]
        if len(hit.texts) > 1 and not own:
            continue
        line = Text(f"  {hit.row:>6}  ", "dim")
        text = views.marked(value, own, style)
        begin = max(0, own[0].start - WIDE // 3) if own and len(text) > WIDE else 0
        cut = text[begin : begin + WIDE] if len(text) > WIDE else text
        cut = Text(" ").join(cut.split("\n"))
        yield line.append("…" if begin else "").append_text(cut).append("…" if begin + WIDE < len(text) else "")


# -- lines ---------------------------------------------------------------------------------------------------------


def _piped(prefill: str) -> str:
    line = sys.stdin.buffer.readline()
    if not line:
        raise EOFError
    return line.decode("utf-8", "surrogateescape")


def _asker(session: Session) -> Callable[[str], str]:
    """A prompt with history and completion."""
    from prompt_toolkit import PromptSession
    from prompt_toolkit.history import FileHistory, InMemoryHistory

    folder = Path(platformdirs.user_state_dir("sayso"))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "history").touch()
        history: Any = FileHistory(str(folder / "history"))
    except OSError:
        history = InMemoryHistory()
    prompt: PromptSession[str] = PromptSession(history=history, completer=completer(session))
    return lambda prefill: prompt.prompt("sayso> ", default=prefill)


def completer(session: Session) -> Completer:
    """Completes commands, function names, labels, and the words of the language, of lists and of columns."""
    from prompt_toolkit.completion import Completer, Completion

    class Words(Completer):
        """Of the word before the cursor."""

        def get_completions(self, document: Any, complete_event: Any) -> Iterator[Completion]:
            for word, start in completions(session, document.text_before_cursor):
                yield Completion(word, start_position=start)

    return Words()


def completions(session: Session, before: str) -> list[tuple[str, int]]:
    """What may stand in place of the word at the end of ``before``, and where it begins, counted from the end."""
    if before.startswith("/") and " " not in before:
        return [(f"/{name}", -len(before)) for name in COMMANDS if f"/{name}".startswith(before)]
    if before.count('"') % 2:
        return []
    match = re.search(r"[\w-]+$", before)
    if match is None:
        return []
    word = match[0]
    names = [lf.name for lf in session.state.lfs] if before.startswith("/") else []
    known = dict.fromkeys([*names, *session.words()])
    return [(own, -len(word)) for own in known if own.casefold().startswith(word.casefold()) and own != word][:40]


# -- what is opened ------------------------------------------------------------------------------------------------


def _read(terminal: Terminal, data: Path, reading: Reading) -> Corpus:
    from .cli_steps import open_corpus

    return open_corpus(terminal, data, reading)


def _sample() -> tuple[Corpus, Task | None]:
    """The sample comments and their task."""
    from ..corpora import samples
    from ..corpora.corpus import Corpus
    from ..corpora.files import read_text

    corpus = Corpus.from_rows(samples.load("comments"), text="text", gold="label")
    return corpus, read_say(read_text(samples.explanations("comments"))).task


def _task(given: str) -> Task:
    """The task that ``--task`` names."""
    line = f"task {given}" if ":" in given else f"task label: {given}"
    file = read_say(line)
    if file.task is None:
        raise SaysoError(*(file.diagnostics or [problem("SAY114")]))
    return file.task
