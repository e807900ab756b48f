"""Words without quotes that the text is said to have: "it mentions bleeding", "none of these words: war, army".

They are none of ours, and it is told that words come: by a verb for which there is nothing else to say, by "of" before
a list of them. Each is told in a note.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from ..corpora.tokenizer import lemma
from ..grammar.asides import SHOWN
from ..grammar.untold import NO_CONDITION
from ..grammar.words import number_in_words
from .cues import NAMING, OF_SPEECH

SAYING = frozenset(["mention", "mentions", "mentioning", "say", "says", "saying", "names", "naming"])
"""Behind one of these verbs, words that are not ours are taken as if they were quoted: there is nothing else to say."""

HAVING = frozenset(
    ["has", "have", "having", "contains", "contain", "containing", "includes", "include", "including", "with",
     "without"]
)  # fmt: skip
"""Behind one of these, a list of words that are not ours is taken so, if none of them tells of many things."""

BEFORE_SAID = OF_SPEECH | {"a", "an", "the", "any", "either", "neither", "word", "words", "or", "and", "nor", ",", "/"}
BEHIND_SAID = frozenset(
    ["or", "and", "nor", "but", ",", ".", ";", "in", "at", "twice", "somewhere", "anywhere", "before", "after",
     "near", "between", "within", "while", "unless", "is", "are", "occurs", "occur", "appears", "appear", "shows",
     "show", "-", ")", "/", "•"]
)  # fmt: skip
TELLING_OF = frozenset(
    (verb, word)
    for verbs, word in (
        (("talk", "talks", "talking", "speaks", "speak", "writes", "tells"), "about"),
        (("talks", "talk", "speaks", "speak", "mention", "mentions", "occurrence", "occurrences", "instances"), "of"),
        (("word", "words", "phrase", "phrases", "term", "terms", "things", "something", "stuff", *OF_SPEECH), "like"),
    )
    for verb in verbs
)
"""Two words behind which words come."""

CHOOSING = frozenset(["any", "none", "one", "all", "either", "neither", "both", "some", "more"])
POINTING = frozenset(["these", "those", "following"])
JOINING = frozenset([",", "or", "and", "nor", "/"])
LONGEST_SAID = 2
LISTED = 3
"""What stands before such words and behind them; what stands before "of" and a list of them, and joins its items; how
many of them make a phrase; how many words two items without "or" have."""

OF_A_KIND = ("ous", "ic", "al", "ive", "ful", "less", "able", "ible", "ish", "ed", "ly", "y", "ar", "ant", "ent")
"""The endings of words that hardly are what an argument is called, but tell of what kind it is."""


@dataclass(slots=True)
class Unquoted:
    """Tells such words by those around them.

    Attributes:
        known: whether the word of a number is ours, or none.
        argument: whether an argument's name ends with the word of a number.
        words: the words that were asked for last.
        found: which of them are strange.
        stretch: where the last stretch of them that may be a list begins and ends, and whether it joins several.
    """

    known: Callable[[list[str], int], bool]
    argument: Callable[[list[str], int], bool]
    words: list[str] = field(default_factory=list)
    found: dict[int, bool] = field(default_factory=dict)
    stretch: tuple[int, int, bool] = (0, -1, False)

    def strange(self, words: list[str], i: int) -> bool:
        """Whether the word number ``i`` is none of ours, and not one that judges."""
        if words is not self.words:
            self.words, self.found, self.stretch = words, {}, (0, -1, False)
        if i not in self.found:
            self.found[i] = 0 <= i < len(words) and not self.known(words, i) and words[i] not in NO_CONDITION
        return self.found[i]

    def said(self, words: list[str], i: int) -> bool:
        """Whether the word number ``i`` is one that the text has."""
        j, k = i, i
        while self.strange(words, j - 1):
            j -= 1
        while self.strange(words, k + 1):
            k += 1
        if not self.strange(words, i) or k - j >= LONGEST_SAID:
            return False
        item = j == k and not {"or", "nor"}.isdisjoint(words[max(j - 1, 0) : j] + words[k + 1 : k + 2])
        if (words[k].endswith("ly") and not item) or not BEHIND_SAID.issuperset(words[k + 1 : k + 2]):
            return False
        j, k, several = self._stretch(words, i)
        first = next(at for at in range(j, k + 1) if self.strange(words, at))
        if not several and words[j - 1] in SAYING and j > 0 and of_many(words[k]):
            return False
        return (
            _announced(words, j, several=several)
            or (several and not NAMING.isdisjoint(words[j:first]))
            or (several and words[j - 1] in HAVING and j > 0 and not self._many(words, j, k))
            or (several and self._edge_word(words, j, k))
            or (several and words[j - 2 : j] == ["sentence", "as"] and not self._many(words, j, k))
            or (words[j - 1 : j] == ["="] and words[j - 2 : j - 1] == ["word"])
            or (
                words[j - 1 : j] in (["is"], ["are"]) and self.argument(words, j - 2) and self._any_of(words[j : k + 1])
            )
        )

    def chosen(self, words: list[str], i: int, value: Callable[[list[str], int], bool]) -> bool:
        """Whether the word number ``i`` is one of a column's values to choose from, though the column has it not.

        One of the others is a known ``value``, or none of them tells of what kind something is ("foreign or unusual").
        """
        j, k = i, i
        while self.strange(words, j - 1):
            j -= 1
        while self.strange(words, k + 1):
            k += 1
        ends = words[k + 1 : k + 2]
        if not self.strange(words, i) or k - j >= LONGEST_SAID or not BEHIND_SAID.issuperset(ends):
            return False
        while j > 0 and (words[j - 1] in BEFORE_SAID or self.strange(words, j - 1) or value(words, j - 1)):
            j -= 1
        while words[k + 1 : k + 2] and (
            words[k + 1] in BEFORE_SAID or self.strange(words, k + 1) or value(words, k + 1)
        ):
            k += 1
        own = words[j : k + 1]
        known = any(value(words, at) for at in range(j, k + 1))
        return (known and (len(own) > LISTED or not {"or", "nor", "/"}.isdisjoint(own))) or self._any_of(own)

    def _edge_word(self, words: list[str], j: int, k: int) -> bool:
        """Whether the first or last word is said to be one of those from ``j`` to ``k``, of which one is no quality."""
        told = [
            word for word in words[max(0, j - 6) : j] if word not in ("also", "always", "either", "not", "n't", ":")
        ]
        items = [word for i, word in enumerate(words[j : k + 1], start=j) if self.strange(words, i)]
        return (
            len(told) > 2
            and told[-1] in ("is", "'s", "must")
            and told[-2] == "word"
            and told[-3] in ("first", "last", "second", "final", "opening", "closing", "third")
            and not {"or", "nor"}.isdisjoint(words[j : k + 1])
            and SHOWN.isdisjoint(items)
            and not all(item.endswith(OF_A_KIND) for item in items)
        )

    def _many(self, words: list[str], j: int, k: int) -> bool:
        """Whether one of the items from ``j`` to ``k`` tells of many things, and so of what they are: "typos"."""
        items = [i for i in range(j, k + 1) if self.strange(words, i) and not self.strange(words, i + 1)]
        return len(items) < 2 or any(of_many(words[i]) for i in items)

    def _stretch(self, words: list[str], i: int) -> tuple[int, int, bool]:
        """The first and last word around number ``i`` that may be one list, and whether it joins several."""
        if not self.stretch[0] <= i <= self.stretch[1]:
            j = k = i
            while j > 0 and (words[j - 1] in BEFORE_SAID or self.strange(words, j - 1)):
                j -= 1
            while words[k + 1 : k + 2] and (words[k + 1] in BEFORE_SAID or self.strange(words, k + 1)):
                k += 1
            self.stretch = j, k, not JOINING.isdisjoint(words[j : k + 1])
        return self.stretch

    def _any_of(self, words: list[str]) -> bool:
        """Whether they are words to choose from, and none of them tells of what kind something is ("famous")."""
        items = [word for i, word in enumerate(words) if self.strange(words, i)]
        return (
            not {"or", "nor"}.isdisjoint(words)
            and len(items) > 1
            and not any(item.endswith(OF_A_KIND) for item in items)
        )


def of_many(word: str) -> bool:
    """Whether a word tells of many things, and so of what they are: "typos"."""
    return word.endswith("s") and lemma(word) != word


def _announced(words: list[str], j: int, *, several: bool) -> bool:
    """Whether it is said before the word number ``j`` that words come: "mentions", "none of these words:"."""
    before = words[j - 1] if j else ""
    if before in SAYING or (j > 1 and (words[j - 2], before) in TELLING_OF):
        return True
    if before in (":", "-") and j > 1:
        pointed = several and words[j - 3 : j - 2] and words[j - 3] in POINTING
        return bool(pointed) or words[j - 2] in NAMING or words[j - 2] in (*POINTING, "of", "mentions", "mention")
    if before == "of" and several and j > 1:
        i = j - 3 if words[j - 2] == "out" and j > 2 else j - 2
        return words[i] in CHOOSING or number_in_words(words[i : i + 1]) is not None
    return several and (words[j : j + 1] in (["words"], ["word"]) or before in NAMING)
