"""The text of a .say file in blocks that can be replaced and removed, so that a file keeps its comments."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from ..compiler.lf import LF
from ..compiler.statement import statements


@dataclass(frozen=True, slots=True)
class Block:
    """A statement with the comments and empty lines behind it.

    Attributes:
        text: as it is written, with its line ends.
        line: the line it begins on in the file it is from, 0 if it is from none.
        lf: the function it makes, if it is an explanation that is understood.
        lexicon: the list it defines.
    """

    text: str
    line: int
    lf: LF | None = None
    lexicon: str | None = None

    @property
    def statement(self) -> str:
        """The statement itself."""
        return "".join(line for line in self.text.splitlines(keepends=True) if not _idle(line))

    @property
    def comments(self) -> str:
        """The comments and empty lines."""
        return "".join(line for line in self.text.splitlines(keepends=True) if _idle(line))

    def with_statement(self, statement: str) -> str:
        """The text with another statement."""
        return f"{statement}\n{self.comments}"


def blocks_of(text: str) -> tuple[Block, ...]:
    """The blocks of a file; the first may be comments alone."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = [line + "\n" for line in text.removesuffix("\n").split("\n")]
    begins = [statement.line for statement in statements(text, None)]
    bounds = [*([] if begins[:1] == [1] else [1]), *begins, len(lines) + 1]
    return tuple(Block("".join(lines[start - 1 : end - 1]), start) for start, end in pairwise(bounds))


def _idle(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")
