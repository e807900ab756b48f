"""What stands before brackets that say it exactly: "the closing date (closes_at)", "hot (temperature above 75)"."""

from __future__ import annotations

import re
from collections.abc import Callable

from ..corpora.tokenizer import lemma
from ..grammar.words import FILLER
from .stems import stem
from .wording import wording_at

DESCRIBING = frozenset(
    ["date", "time", "day", "of", "number", "level", "year", "name", "value", "last", "column", "field"]
)
"""Words of ours that may describe a column whose name follows in brackets."""

MERE = frozenset(["PLACE_COLUMN", "MOMENT_NOUN", "TRUTH_COLUMN"])
"""What of our own may stand behind the first word of a phrase that is none of ours ("free shipping")."""

PICTURES = frozenset(["emoji", "emoticon", "smiley", "face", "sign", "symbol", "icon", "character"])
"""What a picture is called, behind what it shows."""

SHOWN = PICTURES | frozenset(["up", "down", "red", "with", "of", "and", "in", "a"])
"""Words of ours that may tell what a picture shows."""

LONGEST = 5
"""So many words such a description may have."""

_LIKE = r"(?:like|e\.?\s?g\.?|for example|for instance|such as|something like|say|as in)[,:]?\s+"
_FIGURE = r"[^\s()\"']*[\d@][^\s()\"',]*(?:\s+(?:percent|dollars?|euros?|usd|eur))?"
_EXAMPLE = re.compile(rf"\({_LIKE}{_FIGURE}(?:,? etc\.?| and (?:so on|such))?\)", re.IGNORECASE)
_MONEY = re.compile(rf",?\s*{_LIKE}(?:[$€£]\d[\d.,]*\d|[$€£]\d|\d+(?:\.\d+)?\s?%)(?:\s*,)?", re.IGNORECASE)
_YEAR = re.compile(rf"years?,?\s+{_LIKE}[12]\d{{3}}(?:(?:,|,? or|,? and) [12]\d{{3}})*(?!\d)", re.IGNORECASE)
_SHAPE = r"(?=[^\s,;]*\d)(?=[\d.]*[^\s,;\d.%$€£\"'“‘])[^\s,;()\"'“‘]*\w"
_SHAPED = re.compile(
    r"(?:scores?|results?|codes?|ids?|numbers?|references?|plates?|serials?|versions?|ratios?|something|anything)"
    rf"(?: in it)?,?\s+{_LIKE}(?P<first>{_SHAPE})(?P<more>(?:(?:, or|,| or) {_SHAPE})*)",
    re.IGNORECASE,
)
_WEB = r"(?:https?(?:://)?|www\.?|\.(?:com|net|org))"
_LINK = re.compile(rf"\({_WEB}(?:(?:, or|, and|,| or| and|\s?/)\s?{_WEB})*(?:,? etc\.?)?\)", re.IGNORECASE)
_LINKS = re.compile(r"\b(?:links?|urls?|websites?|web address(?:es)?)\b[^,;.]*$", re.IGNORECASE)
_MULTIPLE = re.compile(
    rf",?\s*{_LIKE}\d[\d.,]*(?:k|m)?\b(?:(?:,? or|,? and|,)\s*\d[\d.]*(?:k|m)?\b)*(?:,? etc\.?| and so on)?",
    re.IGNORECASE,
)
_MULTIPLES = re.compile(
    r"\b(?:divisible by|multiples? of|round)\b[^;.]*$|\b(?:hundreds|thousands|tens)\s*$", re.IGNORECASE
)
_SIGNS = r"(?:dots?|punctuation(?: marks?)?|full stops?|periods?|commas?|signs|exclamation marks?)"
_IDLE = re.compile(
    rf"[(,]\s*(?:(?:any|the|trailing|final|closing)\s)*{_SIGNS}"
    rf"(?:(?:,| and| or)* (?:{_SIGNS}|so on|such|the like|etc\.?))*"
    r"(?: (?:behind|after) (?:it|that)| at the end| there)? (?:do(?:es)?(?:n['’]?t| not)) (?:count|matter)\)?"
    rf"|[(,]\s*(?:ignoring|not counting|disregarding|leaving out) (?:any |the |trailing |final )*{_SIGNS}"
    r"(?: (?:behind|after) (?:it|that)| at the end)?(?:\)|(?=,|$))",
    re.IGNORECASE,
)
_OF_WORDS = re.compile(r"\b(?:word|nothing else|just|only)\b", re.IGNORECASE)
_OF_SIGNS = re.compile(r"\bends?\b|\bending\b|\bmarks?\b|\bpunctuation\b|\bcharacters?\b|\bsigns?\b", re.IGNORECASE)
_FORMS = re.compile(r"\b(?:forms?|inflections?|inflected|tenses?|variants?|conjugat\w+)\b", re.IGNORECASE)
_ITEM = r"[^\W\d]+"
_SHOWN_FORMS = re.compile(
    rf"\((?:{_LIKE}|i\.?\s?e\.?[,:]?\s+|so\s+)?(?P<forms>{_ITEM}(?:(?:\s*[,/]|\s+or|\s+and|\s*,\s*or)\s*{_ITEM})*)"
    r"(?:,?\s*(?:etc\.?|\.\.\.|…|and so on))?\)",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"\b(?:amounts?|prices?|percentages?|figures?|sums?)\b", re.IGNORECASE)


def exemplified(text: str, at: int) -> int:
    """Where an example of a figure or of forms ends that begins at a character: "(like $50)", ", e.g. 95%,".

    It is ``at`` if none does.

    >>> exemplified("a price (e.g. $20) is in it", 8), exemplified("numbers such as 5", 8)
    (18, 8)
    >>> exemplified('any form of "run" (ran, running)', 18), exemplified('"run" (ran, running)', 6)
    (32, 6)
    """
    forms = _SHOWN_FORMS.match(text, at)
    if forms is not None and _FORMS.search(text, 0, at) and _of_one_word(forms["forms"], text[:at]):
        return forms.end()
    found = _EXAMPLE.match(text, at) or (_LINK.match(text, at) if _LINKS.search(text, 0, at) else None)
    found = found or (_MULTIPLE.match(text, at) if _MULTIPLES.search(text, 0, at) else None)
    money = _MONEY.match(text, at) if found is None else None
    if money is not None and _FIGURES.search(text, 0, at):
        found = money
    return at if found is None else found.end()


def _of_one_word(forms: str, before: str) -> bool:
    """Whether they are all forms of the last word before them that is quoted."""
    quoted = re.findall(r"[\"'“‘]([^\W\d]+)[\"'”’]", before)[-1:]
    own = {lemma(word.lower()) for word in re.findall(r"[^\W\d]+", forms)} - {"or", "and"}
    return own == {lemma(word.lower()) for word in quoted}


def unregarded(text: str, at: int) -> int:
    """Where it ends that signs do not count, behind what is said of words, where they never do; ``at`` elsewhere.

    >>> unregarded('the last word is "now" (dots do not count)', 23), unregarded("it ends in x, dots don't count", 12)
    (42, 12)
    """
    found = _IDLE.match(text, at)
    told = found is not None and _OF_WORDS.search(text, 0, at) and not _OF_SIGNS.search(text, 0, at)
    return found.end() if told and found is not None else at


def shaped(text: str, at: int) -> tuple[int, str] | None:
    """Where what is told by its shape ends, "a score like 3-1", and an expression for whatever has that shape.

    >>> shaped("a score like 3-1 or 2:0 in it", 2), shaped("a number like 5", 2)
    ((23, '\\\\b(?:[0-9]+\\\\-[0-9]+|[0-9]+:[0-9]+)\\\\b'), None)
    """
    year = _YEAR.match(text, at)
    if year is not None:
        return year.end(), r"\b[12][0-9]{3}\b"
    found = _SHAPED.match(text, at)
    if found is None:
        return None
    examples = [found["first"], *re.findall(_SHAPE, found["more"].replace(" or ", " "))]
    shapes = dict.fromkeys("".join(map(_shape, re.findall(r"\d+|[A-Z]+|[a-z]+|.", own))) for own in examples)
    either = "|".join(shapes)
    return found.end(), rf"\b(?:{either})\b" if len(shapes) > 1 else rf"\b{either}\b"


def _shape(run: str) -> str:
    """An expression for what is like a run of digits or letters; a sign is itself."""
    if run.isdigit():
        return "[0-9]+"
    return re.escape(run) if not run.isalpha() else "[A-Z]+" if run.isupper() else "[a-z]+"


Terminal = Callable[[list[str], int], tuple[int, str | None, object]]
"""How many words from a place on are taken together, the terminal that they are, and its value."""


def described(words: list[str], i: int, terminal: Terminal, columns: frozenset[str]) -> tuple[int, str, object] | None:
    """The column in brackets behind the description that begins with word ``i``: how many words, terminal and value.

    None if there is none, or if the words before the bracket say more than a description does, or name another column.
    """
    opened = next((j for j in range(i + 1, min(i + LONGEST + 1, len(words))) if words[j] == "("), None)
    if opened is None or words[i] in FILLER:
        return None
    taken, name, column = terminal(words, opened + 1) if opened + 1 < len(words) else (0, None, None)
    if name is None or name not in columns or words[opened + 1 + taken : opened + 2 + taken] != [")"]:
        return None
    j = i
    while j < opened:
        width, own, value = terminal(words, j)
        told = own in columns and value == column
        akin = stem(words[j]) in {stem(word) for word in re.findall("[a-z]+", str(getattr(column, "name", column)))}
        plain = own is None or words[j] in DESCRIBING or words[j] in FILLER
        if not (told or akin or plain) or not words[j].isalpha():
            return None
        j += width if told else 1
    return opened + 2 + taken - i, name, column


def pictured(words: list[str], i: int, strange: Callable[[int], bool], picture: Callable[[int], bool]) -> int | None:
    """The number of the emoji that the words from ``i`` on tell of, which stands behind them; None if none does."""
    j = i
    while j < len(words) and j - i < LONGEST and words[j].isalpha() and (strange(j) or words[j] in SHOWN):
        j += 1
    told = j > i and (strange(i) or words[i] in ("emoji", "emoticon", "smiley")) and words[i] not in FILLER
    j += told and words[j : j + 1] == ["("]
    return j if told and j < len(words) and picture(j) and (strange(i) or j == i + 1) else None


def glossed(words: list[str], i: int, terminal: Terminal) -> int:
    """How many unknown words from ``i`` on stand before brackets, or "that is", with what they mean; 0 if none do."""
    j = i
    while j < len(words) and j - i <= LONGEST:
        again = wording_at(words, j)
        if words[j] == "(" or (again is not None and again.words == (":",)):
            return j - i if words[j - 1] not in ("and", "or") else 0
        joining = words[j] in ("and", "or") and j > i
        plain = words[j] in FILLER or (j > i and terminal(words, j)[1] in MERE) or terminal(words, j)[1] is None
        if not words[j].isalpha() or not (joining or plain):
            return 0
        j += 1
    return 0
