"""``sayso check --fix``: what a proof shows to add nothing is taken out of a .say file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from rich.text import Text

from ..compiler.fixes import Mended, mend
from ..compiler.sources import TABLES
from ..corpora.files import MARKS, as_utf8, read_bytes
from ..corpora.writing import write_file
from ..grammar.diagnostics import Place, SaysoError, problem
from .cli_session import NOT_UNDERSTOOD, OK, Session, plain

if TYPE_CHECKING:
    from ..corpora.corpus import Corpus


class Mending(NamedTuple):
    """Whether a file is to be mended, or what that would change only to be shown."""

    fix: bool = False
    diff: bool = False


STYLES = {"+": "green", "-": "red", "@": "cyan"}


def fix_file(session: Session, source: Path, corpus: Corpus | None, dev: Corpus | None) -> Mended:
    """Mend a file in place, at once or not at all, and show the difference.

    Raises:
        SaysoError: SAY509 if it is no .say file; as :func:`.mend` and :func:`.write_file`.
    """
    content, mended = _mended(source, corpus, dev)
    if mended.fixes:
        encoding = next((own for mark, own in MARKS.items() if content.startswith(mark)), "utf-8")
        write_file(source, mended.text.encode(encoding))
        session.say(coloured(mended.diff(str(source))))
        session.say(f"mended {len(mended.fixes)} of its explanations; no vote changes", "")
    else:
        session.say("there is nothing that can be mended without changing a vote", "")
    return mended


def show_diff(session: Session, source: Path, corpus: Corpus | None, dev: Corpus | None) -> int:
    """Print what :func:`fix_file` would change and leave the file alone; the exit code is 1 if it would change it."""
    _, mended = _mended(source, corpus, dev)
    if mended.fixes:
        session.put(mended.diff(str(source)))
    return NOT_UNDERSTOOD if mended.fixes else OK


def _mended(source: Path, corpus: Corpus | None, dev: Corpus | None) -> tuple[bytes, Mended]:
    if source.suffix.lower() in TABLES:
        raise SaysoError(problem("SAY509", place=Place(str(source)), ending=source.suffix))
    content = read_bytes(source)
    return content, mend(as_utf8(content, source).decode("utf-8"), corpus, dev=dev)


def coloured(diff: str) -> Text:
    """A unified diff in colours."""
    lines = [Text(plain(line) + "\n", STYLES.get(line[:1], "")) for line in diff.splitlines()]
    return Text.assemble(*lines)
