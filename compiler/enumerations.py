"""Parts of an explanation that are numbered or stand on lines of their own, and lists of words without quotes."""

from __future__ import annotations

import re

BULLETS = frozenset("-*•·–—/")
"""Signs before an item of a list."""

INLINE = frozenset("-*•·")
"""Those that may also stand before parts on one line."""

PARTED = frozenset([",", ";", "/", "|", "and", "or"])
"""What stands between the items of a list of words without quotes."""

LONGEST = 3
"""So many words an item without quotes may have."""

_NUMBER = re.compile(r"[1-9]\d?|[a-h]|i{1,3}|iv|v")


def numbering(words: list[str], i: int, *, at_line: bool, begun: bool, stopped: bool, inside: bool) -> int:
    """How many words from ``i`` on number a part: "(1)", "b)", or "2." or a dash at the start of a line; 0 if none do.

    Args:
        words: the words of the explanation.
        i: the first word.
        at_line: whether a line begins there.
        begun: whether a part can begin there: behind a stop, a comma or "and".
        stopped: whether a part can begin there that no comma and no "and" joins to the one before.
        inside: whether a bracket is open there.
    """
    if at_line and words[i] in BULLETS:
        return 1
    opened = words[i] == "("
    item, sign = words[i + opened : i + opened + 1], words[i + opened + 1 : i + opened + 2]
    if not item or not _NUMBER.fullmatch(item[0]):
        return 0
    if sign == [")"] and (begun if opened else not inside):
        return 2 + opened
    return 2 if sign == ["."] and not opened and stopped and i + 2 < len(words) else 0


def bulleted(text: str, at: int) -> bool:
    """Whether a sign there stands before one of several parts of a text that follow each other on one line.

    >>> bulleted("- free - win", 0), bulleted("these: - free - win", 14), bulleted("a sale - a gift", 7)
    (True, True, False)
    """
    sign = text[at]
    if sign not in INLINE or text[at - 1 : at].strip() or text[at + 1 : at + 2].strip():
        return False
    starts = [found.start() for found in re.finditer(rf"(?<!\S){re.escape(sign)}(?!\S)", text)]
    opens = text[: starts[0]].rstrip()
    return sign == "•" or (len(starts) > 1 and (not opens or opens.endswith(":")))


def opening(text: str, start: int, end: int) -> int:
    """Where the first of several parts begins, with the sign before it if the others have one.

    >>> opening("spam: - free - win", 8, 18), opening("spam - free", 7, 11)
    (6, 7)
    """
    before = text[:start].rstrip()
    if before[-1:] not in INLINE or not before or before[-2:-1].strip():
        return start
    return len(before) - 1 if f" {before[-1]} " in text[start:end] else start


GOING_ON = frozenset(
    ["is", "are", "was", "were", "occurs", "occur", "appears", "appear", "stands", "stand", "comes", "come", "sits",
     "follows", "follow", "precedes", "precede", "links", "connects", "joins", "before", "after", "between", "right",
     "directly", "immediately", "anywhere", "somewhere", "there", "mentioned", "used", "found", ".", ";"]
)  # fmt: skip
"""Behind such a list, a sentence goes on with one of these."""


def words_listed(words: list[str], i: int) -> list[int]:
    """The single words of the list that begins with number ``i``, "or" or "and" before the last; empty if none does.

    >>> words_listed("one of the verbs give , take or keep comes first".split(), 4)
    [4, 6, 8]
    """
    items = [i]
    while words[items[-1] + 1 : items[-1] + 2] == [","] and words[items[-1] + 2 : items[-1] + 3] not in (
        ["or"],
        ["and"],
    ):
        items.append(items[-1] + 2)
    last = items[-1] + 1 + (words[items[-1] + 1 : items[-1] + 2] == [","])
    if words[last : last + 1] not in (["or"], ["and"]) or last + 1 >= len(words):
        return []
    items.append(last + 1)
    told = all(item < len(words) and words[item].isalpha() for item in items)
    return items if told and GOING_ON.issuperset(words[last + 2 : last + 3]) else []


def bare_items(words: list[str], begin: int) -> list[tuple[int, int]]:
    """Where each item starts and ends if the words from ``begin`` on are a list without quotes; empty if they are none.

    >>> bare_items("free , win or click here .".split(), 0)
    [(0, 1), (2, 3), (4, 6)]
    """
    end = len(words)
    while end > begin and words[end - 1] == ".":
        end -= 1
    items, start = list[tuple[int, int]](), begin
    for j in range(begin, end + 1):
        if j == end or words[j] in PARTED:
            if j > start:
                items.append((start, j))
            start = j + 1
    plain = all(stop - start <= LONGEST and all(w[0].isalnum() for w in words[start:stop]) for start, stop in items)
    return items if plain and len(items) > 1 else []
