"""Progress bars on the error stream, for what takes long."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

Progress = Callable[[int], None]
"""Is told how many more rows are done."""


@contextmanager
def progress_bar(what: str, rows: int, *, wanted: bool) -> Iterator[Progress]:
    """A function that is told of finished rows, and shows them as a progress bar if that is wanted."""
    if not wanted:
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(transient=True, console=Console(stderr=True)) as bar:
        task = bar.add_task(what, total=rows)
        yield lambda done: bar.advance(task, done)
