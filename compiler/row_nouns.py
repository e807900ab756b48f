"""What people call a row, "the job", "any machine", "ads without a company", or a section of its text.

A noun of the closed list is a row wherever it stands. Any other English noun that is nothing else is one only as the
subject of a clause, behind an article or the like; that is told in a remark, and only one noun is taken so.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..corpora.headings import MOST
from ..corpora.tokenizer import is_english, lemma
from ..grammar.untold import NO_CONDITION
from ..grammar.words import FILLER, ROW_NOUNS
from .cues import COMPARING

KEY = frozenset(["id", "no", "number", "code", "key", "ref", "name"])
"""The last words of columns that tell rows apart: ``machine_id``."""

POINTING = frozenset(["the", "this", "that", "a", "an", "any", "every", "each", "these", "those", "all"])
"""The words before a noun that is the subject of a clause."""

TELLING = frozenset(
    ["is", "are", "was", "were", "'s", "has", "have", "had", "does", "do", "did", "whose", "with", "without",
     "where", "that", "which", "who"]
)  # fmt: skip
"""The words behind a noun of which something is told."""


def row_noun(word: str) -> bool:
    """Whether a word of an explanation is a noun of the closed list, in the singular or plural.

    >>> row_noun("jobs"), row_noun("machine"), row_noun("spouse")
    (True, True, False)
    """
    return word in ROW_NOUNS or lemma(word) in ROW_NOUNS


BEING = frozenset(["is", "are", "was", "were", "'s"])
SIZING = COMPARING | {"than", "least", "most", "equal", "to", "about"}
JOINING = frozenset(["and", "or", "but"])
"""What tells that something is a number, what compares it, and what may stand behind."""

QUALIFYING = frozenset(["from", "on", "in", "at", "by", "for", "over", "under", "using", "above", "below"])
"""The words behind a plural noun that tell which of them are meant: "skippers from Leeds"."""


def row_name(words: Sequence[str], i: int) -> bool:
    """Whether the word number ``i``, which is nothing else, can be what the row is called."""
    several = lemma(words[i]) != words[i] and words[i].endswith("s")
    pointed = several or (i > 0 and words[i - 1] in POINTING)
    told = words[i + 1 : i + 2] and words[i + 1] in (TELLING | QUALIFYING if several else TELLING)
    noun = words[i].isalpha() and len(words[i]) > 2 and words[i] not in NO_CONDITION and is_english(words[i])
    return bool(pointed and told and noun) and not _is_number(words, i + 1)


def _is_number(words: Sequence[str], i: int) -> bool:
    """Whether it is told from word number ``i`` on what number something is: a column is then, and not a row."""
    if words[i] not in BEING:
        return False
    end = next((j for j in range(i, len(words)) if words[j] not in BEING | SIZING), len(words))
    behind = words[end + 1 : end + 2]
    stops = not behind or not behind[0].isalpha() or behind[0] in JOINING
    return end < len(words) and words[end].replace(".", "").isdigit() and stops


def section_name(
    words: Sequence[str], i: int, terminal: Callable[[list[str], int], tuple[int, str | None, object]]
) -> int:
    """How many words from number ``i`` on, none of them ours, are called a section: "the clinical history section"."""
    for taken in range(1, MOST + 1):
        own = list(words[i : i + taken])
        if (
            not own
            or not own[-1].isalpha()
            or own[-1] in FILLER
            or terminal([own[-1]], 0)[1] not in (None, "SECTION_NAME")
        ):
            return 0
        if words[i + taken : i + taken + 1] == ["section"]:
            return taken
    return 0


def keyed(word: str, column: str) -> bool:
    """Whether a column tells by its name which ``word`` a row is.

    >>> keyed("machine", "machine_id"), keyed("error", "error_code"), keyed("company", "company")
    (True, True, False)
    """
    first, _, last = column.lower().partition("_")
    return first == word and last in KEY
