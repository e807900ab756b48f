"""Whether a phrase of the closed lists is meant where it stands.

Each rule knows a place where the words mean something else: "its" before a noun, "in all" within a sentence.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .cues import BEHIND_AMOUNT, NEAR
from .lookahead import STATISTICS, Lookahead
from .templates import COLUMNS
from .told_values import VALUES, several_numbers, value_expected
from .wording import Wording, wording_at

ITS_SO = frozenset(
    [
        "short", "long", "shorter", "longer", "a", "an", "not", "from", "in", "on", "all", "only", "just", "under",
        "over", "between", "less", "more", "at", "exactly", "empty", "missing", "blank", "written", "before",
        "after", "above", "below", "older", "younger", "very", "too", "really", "quite"
    ]
)  # fmt: skip
"""Before one of these, "its" is "it's"."""

BEFORE_ITS = frozenset(["as", "of", "in", "with", "by", "from", "to", "at", "on", "without"])
"""Behind one of these it never is."""

ITS_BEHIND = frozenset(["unless", "because", "cause", "cuz", "since", "where", "and", "but"])
"""Between one of these and a quotation, too."""

THREE = ("3", "three")
COMPARED_BY = frozenset(["least", "most", "than", "over", "under", "above", "below", "exactly", "to"])
"""A number of signs, which may be a sign of its own, and the words before it with which it is none."""

ARITHMETIC = frozenset(["plus", "multiple"])
"""The words that stand for something else where no numbers are spoken of."""

SUMMING = (["in", "total"], ["altogether"])
"""Behind several numbers, these tell that their sum is meant."""

ASKING = (*([ask, "for"] for ask in ("ask", "asks", "asked", "asking")), ["they", "use"], ["they", "used"])
"""What is asked for or used is mentioned in a text, unless it is in a column."""

MULTIPLES = frozenset(["times", "time", "twice", "thrice", "is", "half"])
"""Words behind which "as" begins a comparison."""

MEASURED = frozenset(["is", "are", "was", "were", "'s", "not", "times", "twice", "thrice", "least", "most", "half"])
"""Behind these words, "as long as" compares lengths; elsewhere it means "if"."""

STANDING_FOR = frozenset(["nor", "neither", "so", "than", "as"])
"""Behind these, "do" and "does" stand for another verb."""

LENGTH_AFTER = (
    "is", "not", "never", "neither", "nor", "either", "both", "and", "or", "but", ",", ".", ";", ":",
    "because", "if", "since", "when", "no", "this",
)  # fmt: skip
"""The words behind which "long" is a vague length; "five words long" is none."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase among the words of a piece.

    Attributes:
        around: what is known of the words, and the terminals before them.
        words: all words of the piece.
        i: the number of its first word.
        wording: what it stands for.
    """

    around: Lookahead
    words: list[str]
    i: int
    wording: Wording

    @property
    def end(self) -> int:
        """The number of the word behind it."""
        return self.i + self.wording.taken

    @property
    def own(self) -> list[str]:
        """Its own words."""
        return self.words[self.i : self.end]

    @property
    def before(self) -> str:
        """The word before it; an empty one if there is none."""
        return self.words[self.i - 1] if self.i else ""

    @property
    def behind(self) -> list[str]:
        """The word behind it, if there is one."""
        return self.words[self.end : self.end + 1]

    def terminal(self, i: int) -> str | None:
        """The terminal of the word with a number."""
        return self.around.terminal(self.words, i)[1]

    def before_item(self) -> bool:
        """Whether its first word stands right before a quotation."""
        return self.around.at_item(self.i, self.words, self.around.end)

    def number_at(self, i: int) -> bool:
        """Whether a number begins at the word with this number, or behind it: "not even ten", "not even have ten"."""
        return any(self.terminal(j) == "NUMERAL" for j in range(i, min(i + 2, len(self.words))))


def _begins_padding(own: Phrase) -> bool:
    """Padding begins among its words and goes on behind them: "in the first word, including both"."""
    if own.wording.kind != "same":
        return False
    within = ((j, wording_at(own.words, j)) for j in range(own.i + 1, own.end))
    return any(each is not None and each.kind == "padding" and j + each.taken > own.end for j, each in within)


def _is_value(own: Phrase) -> bool:
    """It is the value of a column where one is expected: "the plan is basic or plus"."""
    valued = own.wording.taken == 1 and own.terminal(own.i) in VALUES
    return valued and value_expected(own.around.out.lexemes, own.around.own.terminals)


def _is_column(own: Phrase) -> bool:
    """It is what a column is called, behind "the" or the name of a statistic: "the long", "average max"."""
    if own.wording.taken == 1 and own.around.text_by_name(own.words, own.i):
        return True
    if own.before not in STATISTICS and (own.wording.taken > 1 or own.before != "the"):
        return False
    name = own.around.own.names.get((own.own[0],))
    return name is not None and name[0] in COLUMNS and str(getattr(name[1], "name", name[1])).lower() == own.own[0]


def _names_date(own: Phrase) -> bool:
    """Among its words is the name of a column of dates."""
    several = own.wording.taken > 1 and own.wording.kind == "same"
    return several and any(own.terminal(j) == "DATE_COLUMN" for j in range(own.i, own.end))


def _is_whose(own: Phrase) -> bool:
    """ "its" before what the row has; it is "it's" before what something may be."""
    if own.own != ["its"]:
        return False
    last = own.end == len(own.words) and own.around.end < len(own.around.text)
    said = (last and own.before in ITS_BEHIND) or (not ITS_SO.isdisjoint(own.behind) and own.before not in BEFORE_ITS)
    return not said


def _is_compared(own: Phrase) -> bool:
    """A number of signs behind a word of comparison is a number: "at least three dots"."""
    between = own.words[max(own.i - 3, 0) : own.i : 2] == ["between", "and"]
    return own.own[0] in THREE and (own.before in COMPARED_BY or between)


def _is_arithmetic(own: Phrase) -> bool:
    """A word of arithmetic behind the name of a column of numbers."""
    return own.own[0] in ARITHMETIC and any(each.terminal == "NUMBER_COLUMN" for each in own.around.out.lexemes)


def _is_sum(own: Phrase) -> bool:
    """ "in total" behind several columns of numbers."""
    return own.wording.kind == "padding" and own.own in SUMMING and several_numbers(own.around.out.lexemes)


def _asks_column(own: Phrase) -> bool:
    """A column is asked for or used, and no word of a text."""
    i = own.i + 2
    if own.words[own.i : i] not in ASKING:
        return False
    behind = own.words[i : i + NEAR]
    ends = next((n for n, word in enumerate(behind) if word in (",", ".", ";", "and", "or", "but")), len(behind))
    told = {"NUMBER_COLUMN", "TRUTH_COLUMN", *(VALUES if own.own[0] == "they" else ())}
    return any(own.terminal(j) in told for j in range(i, i + ends))


def _is_name(own: Phrase) -> bool:
    """The words behind "the" are a name."""
    named = own.own[0] == "the" and own.wording.taken > 1
    return named and own.around.terminal(own.words, own.i + 1)[0] >= own.wording.taken


def _compares(own: Phrase) -> bool:
    """ "as" or "many" in a comparison: "twice as", "the same as", "is as long as", "as many"."""
    if own.own[0] == "many":
        return own.before == "as"
    if own.own[0] != "as":
        return False
    length = own.words[own.i : own.i + 3] == ["as", "long", "as"] and own.before in MEASURED
    return own.before == "same" or length or (own.wording.kind != "padding" and own.before in MULTIPLES)


def _is_time(own: Phrase) -> bool:
    """ "yet" at the end of a part; before a quotation it is "but"."""
    ends = own.own[0] == "yet" and own.words[own.i + 1 : own.i + 2] in ([], [","], ["."], [")"], [";"], ["and"], ["or"])
    return ends and not own.before_item()


def _is_below(own: Phrase) -> bool:
    """ "not even" before a number."""
    return own.own in (["not", "even"], ["n't", "even"]) and own.number_at(own.end)


def _ends_part(own: Phrase) -> bool:
    """ "lacking" with nothing behind it that is lacked."""
    return own.own == ["lacking"] and BEHIND_AMOUNT.issuperset(own.behind) and not own.before_item()


def _is_place(own: Phrase) -> bool:
    """ "in all" with something behind it."""
    return own.own == ["in", "all"] and own.behind not in ([], ["+"], ["plus"], *([word] for word in BEHIND_AMOUNT))


def _stands_for_verb(own: Phrase) -> bool:
    """ "do" in "nor do"."""
    return own.own[0] in ("do", "does") and own.before in STANDING_FOR


def _is_unit(own: Phrase) -> bool:
    """ "min" that is no limit: minutes, or the name of a column."""
    return own.own == ["min"] and not (own.terminal(own.i) is None and own.number_at(own.end))


def _measures(own: Phrase) -> bool:
    """ "long" behind an amount: "five words long"."""
    terminals, lexemes = own.around.own.terminals, own.around.out.lexemes
    if own.wording.kind != "length" or own.own[0] not in terminals or not lexemes:
        return False
    return lexemes[-1].terminal not in {terminals.get(word) for word in LENGTH_AFTER}


ELSEWHERE: tuple[Callable[[Phrase], bool], ...] = (
    _begins_padding,
    _is_value,
    _is_column,
    _names_date,
    _is_whose,
    _is_compared,
    _is_arithmetic,
    _is_sum,
    _asks_column,
    _is_name,
    _compares,
    _is_time,
    _is_below,
    _ends_part,
    _is_place,
    _stands_for_verb,
    _is_unit,
    _measures,
)
"""What the words of a phrase may be instead, each by where they stand."""


def fits(phrase: Phrase) -> bool:
    """Whether the phrase is meant where it stands."""
    return not any(rule(phrase) for rule in ELSEWHERE)
