"""One run of a command: where it prints, what it collects on the way, and what becomes of whatever goes wrong.

Exit codes: 0 done; 1 ``check`` found explanations that are not understood, or ``repl`` ended before what came from a
pipe was saved; 2 the input is at fault; 70 Sayso is at
fault; 130 interrupted.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import traceback
import warnings
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

import typer

from ..grammar.diagnostics import Diagnostic, Place, SaysoError, SaysoWarning, problem

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

NOT_SAVED = 1
OK, NOT_UNDERSTOOD, BAD_INPUT, OWN_FAULT, INTERRUPTED = 0, 1, 2, 70, 130

PIPED_WIDTH = 110
"""The width of what is printed if there is no terminal to ask and COLUMNS does not say."""

STYLES = {"error": "bold red", "warning": "bold yellow", "note": "bold blue"}


class Session:
    """Results go to standard output, everything else to standard error; errors become messages and exit codes.

    Use as a context manager around the whole of a command.
    """

    def __init__(self, *, quiet: bool = False, debug: bool = False) -> None:
        self.quiet, self.debug = quiet, debug
        self.out, self.err = _console(sys.stdout), _console(sys.stderr)
        self.written: list[str] = []
        self._warned: list[Diagnostic] = []
        self._seen: set[str] = set()
        self._filters = warnings.catch_warnings()

    @property
    def progress(self) -> bool:
        """Whether anybody is there to look at a progress bar."""
        return not self.quiet and self.err.is_terminal

    def say(self, *lines: RenderableType) -> None:
        """Print results that ``--quiet`` leaves out."""
        if not self.quiet:
            for line in lines:
                self.out.print(line)

    def say_whole(self, line: RenderableType) -> None:
        """Print a line as it is, however long: a command to be copied, a path."""
        if not self.quiet:
            self.out.print(line, soft_wrap=True)

    def aside(self, line: RenderableType) -> None:
        """Print to standard error what ``--quiet`` leaves out."""
        if not self.quiet:
            self.err.print(line)

    def show(self, findings: Iterable[Diagnostic]) -> None:
        """Print diagnostics to standard error, each once; with ``--quiet``, errors only."""
        for finding in findings:
            text = str(finding)
            if text not in self._seen and (finding.severity == "error" or not self.quiet):
                self._seen.add(text)
                self.err.print(rendered(finding), soft_wrap=True)

    def show_warnings(self) -> None:
        """Print the warnings collected so far."""
        collected, self._warned = self._warned, []
        self.show(collected)

    def wrote(self, path: str | Path, more: str = "") -> None:
        """Say, and remember, that a file or folder is complete."""
        self.written.append(str(path))
        self.say_whole(f"wrote {plain(str(path))}{more}")

    def put(self, text: str) -> None:
        """Write data to standard output, as UTF-8 whatever the terminal's encoding."""
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8", "replace"))
        sys.stdout.buffer.flush()

    def __enter__(self) -> Session:
        """Begin to collect warnings."""
        self._filters.__enter__()
        warnings.simplefilter("default" if self.debug else "ignore")
        warnings.filterwarnings("always", category=SaysoWarning)
        kept = warnings.showwarning

        def collect(message: Warning | str, category: type[Warning], *place: Any, **more: Any) -> None:
            if isinstance(message, SaysoWarning):
                self._warned.append(message.diagnostic)
            else:
                kept(message, category, *place, **more)

        warnings.showwarning = collect
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Print what was collected; turn an error into a message and its exit code."""
        self._filters.__exit__(None, None, None)
        if isinstance(error, (typer.Exit, SystemExit)):
            return
        try:
            if error is None:
                self.show_warnings()
                sys.stdout.flush()
                return
            code = self._explain(error)
        except BrokenPipeError as broken:
            code, error = _quiet_pipe(), broken
        raise typer.Exit(code) from error

    def _explain(self, error: BaseException) -> int:
        """Print one clear message; the result is the exit code."""
        if self.debug:
            self.err.print("".join(traceback.format_exception(error)), highlight=False, markup=False)
        if isinstance(error, BrokenPipeError):
            return _quiet_pipe()
        if isinstance(error, (KeyboardInterrupt, typer.Abort)):
            done = "written before: " + ", ".join(self.written) if self.written else "nothing was written"
            self.err.print(f"interrupted; {done}")
            return INTERRUPTED
        if isinstance(error, SaysoError):
            self.show(error.diagnostics)
            return BAD_INPUT
        if isinstance(error, OSError):
            self.show([_of_system(error)])
            return BAD_INPUT
        if isinstance(error, MemoryError):
            self.show([problem("SAY532")])
            return BAD_INPUT
        said = " ".join(str(error).split())[:200]
        name = type(error).__name__
        self.show([problem("SAY590", error=f"{name}: {said}" if said else name)])
        return OWN_FAULT


@contextlib.contextmanager
def without_torch() -> Iterator[None]:
    """Keep torch out while spaCy is loaded: spaCy imports it wherever it is installed, and needs it for nothing here.

    That halves the time in which ``sayso check`` starts.
    """
    if "torch" in sys.modules or "spacy" in sys.modules:
        yield
        return
    sys.modules["torch"] = None  # type: ignore[assignment]
    try:
        import spacy  # noqa: F401
    finally:
        del sys.modules["torch"]  # others look it up there and would stumble over None
    yield


def rendered(finding: Diagnostic) -> Text:
    """A diagnostic as a compiler prints it, with colours where the terminal has them."""
    from rich.text import Text

    out = Text()
    for i, line in enumerate(plain(str(finding), keep="\n").split("\n")):
        if i == 0:
            head, said, rest = line.partition(f"{finding.code} {finding.severity}:")
            out.append(head, "bold").append(said, STYLES[finding.severity]).append(rest)
        elif line.strip() and not line.strip().strip("^"):
            out.append("\n" + line, STYLES[finding.severity])
        elif line.startswith("  help:"):
            out.append("\n  help:", "bold green").append(line[7:])
        else:
            out.append("\n" + line, "" if line.startswith("    ") else "dim")
    return out


def plain(text: str, keep: str = "") -> str:
    """Text that does nothing to a terminal: control characters, escapes among them, are shown as a sign."""
    return "".join(
        c if c in keep or (c.isprintable() or c in "\u200d\u200c") else "\N{REPLACEMENT CHARACTER}" for c in text
    )


def check_file_out(path: Path | None, inputs: Sequence[Path | None]) -> None:
    """Refuse an output file that cannot be written or would replace an input, before any work is done.

    Raises:
        SaysoError: SAY503 if it is a folder or cannot be written, SAY504 if it is one of ``inputs``.
    """
    if path is None:
        return
    if path.is_dir():
        raise SaysoError(problem("SAY503", path=path, reason="it is a folder, and a file is to be written"))
    for given in inputs:
        if given is not None and given.exists() and path.exists() and given.samefile(path):
            raise SaysoError(problem("SAY504", path=path))
    check_folder_out(path)


def check_folder_out(path: Path) -> None:
    """Refuse an output whose folder cannot be made or written to.

    Raises:
        SaysoError: SAY503, with the system's reason.
    """
    folder = path.absolute().parent
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    probe = folder / f".sayso-{os.getpid()}"
    try:
        probe.touch()
        probe.unlink()
    except OSError as fault:
        raise SaysoError(problem("SAY503", path=path, reason=f"{folder}: {fault.strerror or fault}")) from None


def _of_system(error: OSError) -> Diagnostic:
    place = Place(str(error.filename)) if error.filename else None
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return problem("SAY531", place=place)
    return problem("SAY530", place=place, reason=error.strerror or str(error) or type(error).__name__)


def _quiet_pipe() -> int:
    """The reader has gone (``sayso ... | head``): say nothing, also not when the interpreter flushes at its end."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return OK


def _console(stream: Any) -> Console:
    from rich.console import Console

    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")
    console = Console(file=stream, highlight=False, markup=False, emoji=False, soft_wrap=False)
    if not console.is_terminal and not os.environ.get("COLUMNS"):
        console.width = PIPED_WIDTH
    return console
