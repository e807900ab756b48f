"""A progress bar for what turns out to take long."""

from __future__ import annotations

import time
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

PATIENCE = 2.0
"""Seconds of work after which a bar appears."""


class LateBar:
    """A progress bar on standard error that shows itself only if the work takes more than two seconds.

    >>> with LateBar("counting", total=3, wanted=False) as bar:
    ...     bar.advance(3)
    """

    def __init__(self, description: str, *, total: float, wanted: bool) -> None:
        """Describe the work: ``total`` is how much there is; without ``wanted`` no bar is ever shown."""
        self.description, self.total, self.wanted = description, total, wanted
        self._done = 0.0
        self._began = time.monotonic()
        self._bar: tuple[Progress, TaskID] | None = None

    def advance(self, amount: float = 1) -> None:
        """Report that ``amount`` more is done."""
        self._done += amount
        if self._bar is None and self.wanted and time.monotonic() - self._began > PATIENCE:
            self._bar = self._start()
        if self._bar is not None:
            bar, task = self._bar
            bar.update(task, completed=self._done)

    def _start(self) -> tuple[Progress, TaskID]:
        from rich.console import Console
        from rich.progress import Progress

        bar = Progress(console=Console(stderr=True), transient=True)
        task = bar.add_task(self.description, total=self.total)
        bar.start()
        return bar, task

    def __enter__(self) -> LateBar:
        """Begin to count the time."""
        self._began = time.monotonic()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Remove the bar, whatever happened."""
        if self._bar is not None:
            self._bar[0].stop()
