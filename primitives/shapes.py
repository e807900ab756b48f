"""What is told by how it is written: beginnings and ends of words, long words, prices, things in a row."""

from __future__ import annotations

from typing import Literal, NamedTuple

import numpy as np

from ..corpora.kinds import KINDS
from ..corpora.text import clean
from ..grammar.nodes import Interval, node
from .base import Scale, Sought
from .patterns import Characters, Kind, Words, literal, matches, stand
from .phrases import say
from .run import Run
from .spans import Spans

LETTER = KINDS["letter"]
WORD = KINDS["word"]


@node
class Affixed(Sought):
    """A word that starts or ends with characters, or has them anywhere; case is ignored."""

    text: str
    side: Literal["start", "end", "inside"]

    category = "kind"
    example = 'it contains a word that starts with "un"'
    phrases = (
        say("(a word|words) starting with {text}", side="start"),
        say("(a word|words) ending with {text}", side="end"),
        say("(a word|words) containing the characters {text}", side="inside"),
        say("(word|words) (that|which) (starts|begins) with {text}", side="start"),
        say("(word|words) beginning with {text}", side="start"),
        say("(word|words) (that|which) ends (with|in) {text}", side="end"),
        say("(word|words) ending in {text}", side="end"),
        say("(word|words) (that|which) contains {text}", side="inside"),
        say("(word|words) (containing|with) [the (letters|characters)] {text} in it", side="inside"),
        say("(word|words) (with|having) the (prefix|beginning) {text}", side="start"),
        say("(word|words) (with|having) the (suffix|ending) {text}", side="end"),
    )

    def fault(self) -> str | None:
        """A word has letters or digits and no spaces."""
        inner = clean(self.text)
        if not any(map(str.isalnum, inner)):
            return "there is neither a letter nor a digit in the quotes"
        return "a part of a word has no spaces" if len(inner.split()) > 1 or inner != inner.strip() else None

    def spans(self, run: Run, column: str | None) -> Spans:
        """The words that have the characters there."""
        index = run.index(column)
        front, back = ("^" if self.side == "start" else "", "$" if self.side == "end" else "")
        forms = index.vocabulary.forms.str.contains(f"(?i){front}{literal(clean(self.text), exact=True)}{back}")
        start = stand(index, np.flatnonzero(forms.to_numpy() & (index.vocabulary.weights(WORD) > 0)))
        return Spans(start, start + 1, index.token_row[start].astype(np.int64))


@node
class Sized(Sought):
    """A word with a number of letters, or of characters of any sort."""

    size: Interval
    unit: Literal["letter", "character"]

    category = "kind"
    example = "it has a word of at least fifteen letters"
    phrases = (
        say("(a word|words) of {size:amount} letters", unit="letter"),
        say("(a word|words) of {size:amount} characters", unit="character"),
        say("(word|words) (with|having) {size:amount} letters", unit="letter"),
        say("(word|words) (with|having) {size:amount} characters", unit="character"),
        say("(word|words) (that|which) has {size:amount} letters", unit="letter"),
        say("(word|words) (that|which) has {size:amount} characters", unit="character"),
        say("(word|words) [(that|which) is] longer than {size:over} letters", unit="letter"),
        say("(word|words) [(that|which) is] longer than {size:over} characters", unit="character"),
        say("(word|words) [(that|which) is] shorter than {size:under} letters", unit="letter"),
        say("(word|words) [(that|which) is] shorter than {size:under} characters", unit="character"),
        say("(word|words) [(that|which) is] {size:amount} letters long", unit="letter"),
        say("(word|words) [(that|which) is] {size:amount} characters long", unit="character"),
        say("{size:amount} - letter (word|words)", unit="letter"),
        say("{size:amount} letter (word|words)", unit="letter"),
    )
    order = {"size": 1}

    def fault(self) -> str | None:
        """No word has such a size, or every word."""
        whole = self.size.over_integers()
        if whole.intersect(Interval(0, None)).empty:
            return "no word has such a size"
        return "every word has such a size" if (whole.low or 0) <= 0 and whole.high is None else None

    def spans(self, run: Run, column: str | None) -> Spans:
        """The words of this size."""
        index = run.index(column)
        vocabulary, whole = index.vocabulary, self.size.over_integers()
        sizes = vocabulary.weights(LETTER) if self.unit == "letter" else vocabulary.lengths
        fits = vocabulary.weights(WORD) > 0
        fits &= (sizes >= (whole.low or 0)) & (sizes <= (np.inf if whole.high is None else whole.high))
        start = stand(index, np.flatnonzero(fits))
        return Spans(start, start + 1, index.token_row[start].astype(np.int64))


@node
class Recurring(Sought):
    """A word that the text has at least ``count`` times, in any place; each of its occurrences."""

    count: int

    category = "kind"
    example = "no word occurs more than once"
    phrases = (
        say("(a word|words) occurring at least {count:number} times"),
        say("(word|words) (that|which) (occurs|appears) {count:run_times}"),
        say("(word|words) (repeated|used|appearing) {count:run_times}"),
    )
    order = {"count": -1}

    def fault(self) -> str | None:
        """Every word occurs once."""
        return None if self.count > 1 else "every word occurs once"

    def spans(self, run: Run, column: str | None) -> Spans:
        """All words of which the row has as many."""
        index = run.index(column)
        kept = [np.zeros(0, dtype=np.int64)]
        for _, _, begin, end in index.blocks():
            words = begin + np.flatnonzero(np.diff(index.words_before[begin : end + 1]))
            keys = index.vocabulary.folded.ids[index.tokens[words]].astype(np.int64)
            _, which, often = np.unique(
                index.token_row[words].astype(np.int64) << 32 | keys, return_inverse=True, return_counts=True
            )
            kept.append(words[often[which] >= self.count])
        start = np.concatenate(kept)
        return Spans(start, start + 1, index.token_row[start].astype(np.int64))


class Figure(NamedTuple):
    """What is told by its characters: its names, and a regular expression."""

    singular: str
    plural: str
    aliases: tuple[str, ...]
    pattern: str


_MONEY = "$€£¥₹"
_COINS = "dollars?|bucks?|euros?|pounds?|cents?|rupees?|yen|usd|eur|gbp"
_DIGITS = r"\d+(?:[.,]\d+)*"
_MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*"

FIGURES: dict[str, Figure] = {
    "percentage": Figure(
        "a percent figure", "percent figures", ("percentage figure", "percentage figures"),
        rf"{_DIGITS}\s?(?:%|(?i:per\s?cent|percent|pct)\b)",
    ),
    "price": Figure(
        "a price", "prices",
        ("dollar amount", "dollar amounts", "currency amount", "currency amounts", "money amount", "money amounts"),
        rf"[{_MONEY}]\s?{_DIGITS}|\b{_DIGITS}\s?(?:[{_MONEY}]|(?i:{_COINS})\b)",
    ),
    "clock_time": Figure(
        "a clock time", "clock times", (), r"\b\d{1,2}:\d{2}\b|\b\d{1,2}\s?(?i:[ap]\.m\.|[ap]m\b)",
    ),
    "calendar_date": Figure(
        "a calendar date", "calendar dates", (),
        r"\b\d{4}[-/]\d{1,2}[-/]\d{1,2}\b|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b"
        rf"|(?i)\b{_MONTH}\.?\s\d{{1,2}}\b|\b\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH}\b",
    ),
    "phone_number": Figure(
        "a phone number", "phone numbers", ("telephone number", "telephone numbers", "mobile number", "mobile numbers"),
        r"\+\d[\d\s().-]{6,16}\d|\(\d{3,5}\)[\s.-]?\d[\d\s.-]{4,9}\d|\b\d{3}[\s.-]\d{3}[\s.-]\d{4}\b"
        r"|\b\d{3}[\s.-]\d{4}\b|\b0\d{2,4}[\s/.-]?\d{5,8}\b|\b\d{9,12}\b",
    ),
    "dash": Figure("a dash", "dashes", (), r"[–—]|-{2,}|(?:^|\s)-(?:\s|$)"),
    "hyphen": Figure("a hyphen", "hyphens", (), r"[-‐‑]"),
    "slash": Figure("a slash", "slashes", (), "/"),
    "asterisk": Figure("an asterisk", "asterisks", ("* sign", "* signs"), r"\*"),
    "ampersand": Figure("an ampersand", "ampersands", ("& sign", "& signs"), "&"),
    "percent_sign": Figure("a percent sign", "percent signs", ("% sign", "% signs", "percentage sign"), "%"),
    "at_sign": Figure("an at sign", "at signs", ("@ sign", "@ signs", "@ symbol", "at symbol"), "@"),
    "dollar_sign": Figure("a dollar sign", "dollar signs", ("dollar symbol", "$ sign", "$ signs"), r"\$"),
    "euro_sign": Figure("a euro sign", "euro signs", ("euro symbol", "€ sign", "€ signs"), "€"),
    "sterling_sign": Figure("a sterling sign", "sterling signs", ("£ sign", "£ signs", "pound sterling sign"), "£"),
    "equals_sign": Figure("an equals sign", "equals signs", ("equal sign", "equal signs", "= sign", "= signs"), "="),
    "hash_sign": Figure("a hash sign", "hash signs", ("# sign", "# signs", "pound sign"), "#"),
    "plus_sign": Figure("a plus sign", "plus signs", ("+ sign", "+ signs"), r"\+"),
    "underscore": Figure("an underscore", "underscores", (), "_"),
    "apostrophe": Figure("an apostrophe", "apostrophes", (), "['’]"),
    "ellipsis": Figure("an ellipsis", "ellipses", ("three dots",), r"\.{3,}|…"),
}  # fmt: skip
"""What is told by its characters, by name; kinds of token stand in ``sayso.corpora.kinds``."""


@node
class Written(Sought):
    """A figure or sign that is told by its characters: a price, a percentage, a dash."""

    name: str

    category = "kind"
    example = "it contains a price"
    phrases = tuple(
        say("(" + "|".join((own.singular, own.plural, *own.aliases)) + ")", name=name) for name, own in FIGURES.items()
    )

    @property
    def scale(self) -> Scale:
        """It is neither so many words nor so many letters."""
        return "figure"

    def fault(self) -> str | None:
        """The name must be known."""
        return None if self.name in FIGURES else f"there is no figure called {self.name}"

    def spans(self, run: Run, column: str | None) -> Spans:
        """The places that look like it."""
        return matches(run.index(column), FIGURES[self.name].pattern)


@node
class InARow(Sought):
    """At least ``count`` of the same thing, one right after the other; each row of them is taken whole.

    Letters and characters stand in a row where nothing is between them, words where no word is, signs where no token
    is.
    """

    count: int
    what: tuple[Sought, ...]

    example = "it has three exclamation marks in a row"
    phrases = (
        say("at least {count:number} {what:kinds} in a row"),
        say("{what:quoted_ones} at least {count:number} times in a row"),
        say("{count:run_length} {what:kinds} (in a row|in succession|one after the other|one after another)"),
        say("{count:run_length} (consecutive|successive|adjacent) {what:kinds}"),
        say("(run|row|series|string|sequence) of {count:run_length} {what:kinds}"),
        say("{what:quoted_ones} {count:run_times} (in a row|in succession)"),
    )
    order = {"count": -1, "what": 1}

    def fault(self) -> str | None:
        """One is no row; characters and tokens make no row together."""
        if self.count < 2:
            return "at least two make a row"
        if any(not isinstance(item, (Kind, Words, Characters, Affixed, Sized)) for item in self.what):
            return "only words, signs and characters stand in a row"
        by_character = {_by_character(item) for item in self.what}
        return None if len(by_character) == 1 else "characters and words make no row together"

    def spans(self, run: Run, column: str | None) -> Spans:
        """From the first to the last of each row of them."""
        index = run.index(column)
        if _by_character(self.what[0]):
            return matches(index, f"(?:{'|'.join(map(_expression, self.what))}){{{self.count},}}")
        found = run.spans(self.what, column)
        if not len(found):
            return found
        words = index.words_before
        end, start = found.end[:-1], found.start[1:]
        wordy = words[end] > words[found.start[:-1]]
        near = (found.row[1:] == found.row[:-1]) & (start >= end)
        near &= (start == end) | (wordy & (words[np.maximum(start, end)] == words[end]))
        first = np.flatnonzero(np.concatenate([[True], ~near]))
        last = np.append(first[1:], len(found)) - 1
        long = last - first + 1 >= self.count
        return Spans(found.start[first[long]], found.end[last[long]], found.row[first[long]])


def _by_character(item: Sought) -> bool:
    """Whether its row is one of characters."""
    return isinstance(item, Characters) or (isinstance(item, Kind) and KINDS[item.name].by_character)


def _expression(item: Sought) -> str:
    """A regular expression for one of what stands in a row of characters."""
    if isinstance(item, Kind):
        return KINDS[item.name].pattern
    assert isinstance(item, Characters)
    own = literal(clean(item.text), exact=True)
    return own if item.exact else f"(?i:{own})"
