"""Words without quotes that show what a kind of word is: "a greeting like hi, hey, hello", "a colour (red, green)".

They are what is looked for, and the kind only says what they are.
"""

from __future__ import annotations

from collections.abc import Callable

from .cues import NAMING, OF_SPEECH
from .enumerations import GOING_ON
from .unquoted import HAVING, SAYING

SUCH = (("like",), ("such", "as"), ("e.g.",), ("for", "example"), ("for", "instance"), ("including",))
"""What stands between the kind and the words."""

LONGEST = 3
"""So many words a kind may have."""

DETERMINERS = frozenset(["a", "an", "any", "some", "no", "the", "another", "one"])
BEFORE_KIND = DETERMINERS | HAVING | SAYING | {"uses", "use"}
"""What stands before the kind."""

ENDS = GOING_ON | {"in", "at", "but", "unless", ")"}
"""Behind the words, the sentence goes on with one of these."""


def shown_list(words: list[str], i: int, named: Callable[[int], bool], known: Callable[[int], bool]) -> list[int]:
    """The numbers of the words that show the kind that begins with word ``i``; empty if none do.

    Args:
        words: the words up to a quotation or the end.
        i: the first word of the kind.
        named: whether a word is the name of a column, a list or an argument, or a value.
        known: whether a word is one of ours.

    >>> shown_list("it has a greeting like hi , hey or hello in it".split(), 3, lambda _: False, lambda _: False)
    [5, 7, 9]
    """
    if not i or words[i - 1] not in BEFORE_KIND or words[i] in DETERMINERS:
        return []
    for at in range(i + 1, min(i + LONGEST, len(words) - 2) + 1):
        kind = range(i, at)
        if not all(words[j].isalpha() and not named(j) for j in kind):
            return []
        opened = words[at] == "("
        such = next((each for each in SUCH if (*words[at : at + len(each)],) == each), None)
        if opened or such:
            word = words[at - 1]
            told = not all(map(known, kind)) or (len(kind) > 1 and word in NAMING) or word in OF_SPEECH
            return _items(words, at + len(such or "("), named, opened=opened) if told else []
    return []


def _items(words: list[str], at: int, named: Callable[[int], bool], *, opened: bool) -> list[int]:
    """The single words from ``at`` on with commas between them, and "or" or "and" before the last."""
    items = list[int]()
    while at < len(words) and words[at].isalpha() and not named(at):
        items.append(at)
        at += 1
        joined = [word for word in words[at : at + 2] if word in (",", "or", "and")]
        joined = joined[:1] if joined[1:] == [","] or words[at : at + 1] != joined[:1] else joined
        if not joined or words[at] not in (",", "or", "and") or not _goes_on(words, at + len(joined)):
            break
        at += len(joined)
        if joined[-1] != "," and not _ended(words, at + 1):
            return []
    closed = words[at : at + 1] == [")"] if opened else _ended(words, at) or words[at : at + 1] in (["or"], ["and"])
    return items if len(items) > 1 and closed else []


def _goes_on(words: list[str], at: int) -> bool:
    """Whether one more item stands there."""
    return at < len(words) and words[at].isalpha() and words[at] not in BEFORE_KIND | ENDS


def _ended(words: list[str], at: int) -> bool:
    """Whether the list may end there."""
    return at >= len(words) or words[at] in ENDS
