"""Tables without lines, for terminals of any width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.measure import Measurement
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderableType, RenderResult

LEAST = 24
"""What is said in words has at least so many columns of a terminal beside the figures; with fewer it stands below."""


class Grid(Table):
    """A table without lines. Where the terminal is too narrow, no cell is cut: each row is written over several lines.

    Those rows have the figures first, each with its heading, and below what is said in words, the column with a ratio.
    """

    def __init__(self) -> None:
        super().__init__(
            box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim", show_edge=False, collapse_padding=True
        )

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The table, or its rows one below the other."""
        if self._needed(console, options) <= options.max_width:
            yield from super().__rich_console__(console, options)
            return
        for cells in zip(*(column.cells for column in self.columns), strict=True):
            told = list(zip(self.columns, cells, strict=True))
            first = Text("  ").join(
                Text(f"{column.header} " if self.show_header and column.justify == "right" else "", "dim")
                + _text(cell, str(column.style))
                for column, cell in told
                if column.ratio is None and _text(cell)
            )
            if first:
                yield first
            for column, cell in told:
                if column.ratio is not None and _text(cell):
                    yield Padding(cell, (0, 0, 0, 2))

    def _needed(self, console: Console, options: ConsoleOptions) -> int:
        """How many columns of a terminal the table takes if nothing of it is cut."""
        needed = 0
        for column in self.columns:
            shown: list[RenderableType] = [column.header] if self.show_header else []
            widest = max((Measurement.get(console, options, own).maximum for own in [*shown, *column.cells]), default=0)
            needed += 2 + (widest if column.ratio is None else min(widest, LEAST))
        return needed - 2


def _text(cell: RenderableType, style: str = "") -> Text:
    return cell.copy() if isinstance(cell, Text) else Text(str(cell), style)
