"""Tokens: those of spaCy's blank English tokenizer, each whitespace-separated chunk by itself.

Because a chunk's tokens do not depend on its neighbours, a column needs each distinct chunk to be cut only once. This
differs from spaCy's tokens of the whole text in three ways:

* spaCy's exceptions ("don't" is two tokens, "Mr." is one) hold in capitals too, but "id" and "wed" are words, and a
  small letter before a period ends a sentence ("plan b.").
* In spaCy a special case may, very rarely, be shadowed by its neighbour: in "a: (=b" it tries the face ": (" across the
  space, and then overlooks "(=". Here it cannot.
* A chunk is broken every :data:`LONGEST` characters, and a run of signs every :data:`RUN`, before spaCy sees it,
  since spaCy's time grows with the square of such a run ("!!!!..." of 16,000 takes 20 seconds).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.metadata import version
from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from spacy.lookups import Table
    from spacy.tokenizer import Tokenizer

Cuts = npt.NDArray[np.int64]

WHITESPACE = r"[\x{9}-\x{d}\x{1c}-\x{20}\x{85}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}]"
"""The characters for which ``str.isspace`` holds, as a regular expression (``\\s`` in Python's own)."""

LONGEST = 2048
"""Characters of a chunk that are tokenised together: as long as links get."""

RUN = 100
"""Signs in a row, neither letters nor digits, that are tokenised together."""

SHORT = 64
"""Texts of so many characters are tokenised once."""

_SPACE = re.compile(r"\s")
_BREAKS = (re.compile(rf"\S{{{LONGEST}}}(?=\S)"), re.compile(rf"[^\w\s]{{{RUN}}}(?=[^\w\s])"))
_RULES = "2"
_WORDS = frozenset(["id", "wed"])  # spaCy takes them for "I'd" and "we'd"
_VOWEL = re.compile(r"[aeiouy]", re.IGNORECASE)
_LOCK = Lock()


class Token(NamedTuple):
    """A token's own characters and the offset of the first one in the text."""

    form: str
    start: int


@cache
def tokenizer_version() -> str:
    """What the tokens of a text depend on, beside the text."""
    return f"spacy {version('spacy')}, en, rules {_RULES}"


@cache
def _tokenizer() -> Tokenizer:
    """The tokenizer of spaCy's blank English pipeline, loaded on first use.

    Its vocabulary is a bare one, which spares every new form the attributes that only later pipes would read.
    """
    import spacy
    from spacy.tokenizer import Tokenizer
    from spacy.vocab import Vocab

    blank: Any = spacy.blank("en").tokenizer
    return Tokenizer(
        Vocab(),
        rules=exceptions(blank.rules),
        prefix_search=blank.prefix_search,
        suffix_search=blank.suffix_search,
        infix_finditer=blank.infix_finditer,
        token_match=blank.token_match,
        url_match=blank.url_match,
    )


def exceptions(own: Mapping[str, Sequence[Mapping[int, str]]]) -> dict[str, list[dict[int, str]]]:
    """The exceptions of spaCy's tokenizer in small letters and in capitals too.

    An abbreviation with a vowel may be another word at the end of a sentence ("CO.", "mass."), and stays as it is.
    """
    from spacy.attrs import ORTH

    made = {
        form: [dict(part) for part in parts]
        for form, parts in own.items()
        if form.lower() not in _WORDS and not (len(form) == 2 and form[0].islower() and form[1] == ".")
    }
    for form, parts in list(made.items()):
        if len(parts) > 1 or (form[-1] == "." and len(form) > 2 and form[:-1].isalpha() and not _VOWEL.search(form)):
            for cased in (str.lower, str.upper):
                if len(cased(form)) == len(form):
                    made.setdefault(cased(form), [{ORTH: cased(part[ORTH])} for part in parts])
    return made


@cache
def _lemmas() -> Table:
    """The English look-up table from inflected forms to lemmas (spacy-lookups-data)."""
    from spacy.lookups import load_lookups

    return load_lookups("en", ["lemma_lookup"]).get_table("lemma_lookup")


def lemma(key: str) -> str:
    """The lemma of a folded key; the key itself if the table does not know it.

    >>> lemma("subscribed")
    'subscribe'
    """
    return str(_lemmas().get(key, key)).lower()


@cache
def _english() -> frozenset[str]:
    """English words: WordNet's (spacy-lookups-data) and the function words that it leaves out."""
    from spacy.lookups import load_lookups

    index = load_lookups("en", ["lemma_index"]).get_table("lemma_index")
    return frozenset(word for words in index.values() for word in words) | function_words()


def is_english(key: str) -> bool:
    """Whether a folded key is an English word, in any inflection.

    >>> is_english("worlds"), is_english("wrods")
    (True, False)
    """
    own = lemma(key)
    return own != key or own in _english()


@cache
def function_words() -> frozenset[str]:
    """The words of English that only join and point: spaCy's stop words."""
    from spacy.lang.en.stop_words import STOP_WORDS

    return frozenset(STOP_WORDS)


@cache
def sentence_ends() -> tuple[str, ...]:
    """The signs that end a sentence: those of spaCy's ``sentencizer``."""
    from spacy.pipeline import Sentencizer

    return tuple(Sentencizer.default_punct_chars)


def tokenize(text: str) -> list[Token]:
    """The tokens of one text, without those that are only space.

    >>> [token.form for token in tokenize("don't go!")]
    ['do', "n't", 'go', '!']
    """
    return list(_short(text)) if len(text) <= SHORT else _tokens(text)


def _tokens(text: str) -> list[Token]:
    return [Token(text[start:end], start) for start, end in cut(text).tolist()]


@lru_cache(maxsize=1 << 12)
def _short(text: str) -> tuple[Token, ...]:
    return tuple(_tokens(text))


def cut(text: str) -> Cuts:
    """Where the tokens of ``text`` start and end, in characters, shape (t, 2)."""
    breaks = sorted({found.end() for pattern in _BREAKS for found in pattern.finditer(text)})
    if not breaks:
        return _cut(text)
    parts = (text[a:b] for a, b in zip([0, *breaks], [*breaks, len(text)], strict=True))
    cuts = _cut("\n".join(parts))
    ends = np.array(breaks) + np.arange(len(breaks))  # where the line ends put in stand
    return np.asarray(cuts - np.searchsorted(ends, cuts[:, :1]))


def _cut(text: str) -> Cuts:
    """As :func:`cut`, whatever the length of the chunks.

    White space becomes line ends: spaCy makes them tokens, across which no special case can reach.
    """
    from spacy.attrs import IDX, LENGTH

    tokenizer = _tokenizer()
    lines = _SPACE.sub("\n", text)
    with _LOCK, tokenizer.vocab.memory_zone():  # forgets the forms again: spaCy does not grow with what it reads
        table = tokenizer(lines).to_array([IDX, LENGTH]).astype(np.int64)
    starts, lengths = table[:, 0], table[:, 1]
    kept = np.frombuffer(lines.encode("utf-32-le", "surrogatepass"), dtype="<u4")[starts] != ord("\n")
    return np.stack([starts[kept], starts[kept] + lengths[kept]], axis=1)
