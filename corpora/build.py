"""Building a token index, block by block: first the tokens, then what follows from them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
import polars as pl

from ..grammar.diagnostics import SaysoError, problem
from .index import ARRAYS, BLOCK, Array, TextIndex
from .kinds import KINDS
from .progress import Progress
from .store import Memory, Store
from .tokenizer import WHITESPACE, cut, sentence_ends
from .vocabulary import Vocabulary
from .worker import Cutters

_ODD_SPACE = WHITESPACE.replace(r"\x{1c}-\x{20}", r"\x{1c}-\x{1f}")
_POSTED = 1_000_000
_FEW = 16
_LONG = 32_000_000

MOST_TOKENS = 2**32 - 2
"""Places of tokens are kept in 32 bits."""


class Interner:
    """Knows the tokens of every chunk seen so far, and gives each distinct form an id in order of first appearance."""

    def __init__(self, cutters: Cutters) -> None:
        self.cutters = cutters
        self.forms: dict[str, int] = {}
        self._chunks: dict[str, int] = {}
        self._ids, self._starts, self._counts = (_Growing(kind) for kind in (np.uint32, np.uint32, np.int64))

    def numbers(self, chunks: Sequence[str]) -> Array:
        """The numbers of distinct ``chunks``, shape (len(chunks),); those not seen before are tokenised."""
        known = self._chunks
        new = [chunk for chunk in chunks if chunk not in known]
        for text, cuts in self.cutters.cut(new):
            self._learn(text, cuts)
        for chunk in new:
            known[chunk] = len(known)
        return np.fromiter((known[chunk] for chunk in chunks), np.int64, count=len(chunks))

    def _learn(self, text: str, cuts: Array) -> None:
        """Take in the chunks that ``text`` holds, separated by line ends, and their tokens."""
        forms = self.forms
        ids = [forms.setdefault(text[start:end], len(forms)) for start, end in cuts.tolist()]
        ends = np.flatnonzero(np.frombuffer(text.encode("utf-32-le"), dtype="<u4") == ord("\n"))
        chunk = np.searchsorted(ends, cuts[:, 0])
        begins = np.concatenate([[0], ends + 1])
        self._ids.append(np.array(ids, dtype=np.uint32))
        self._starts.append((cuts[:, 0] - begins[chunk]).astype(np.uint32))
        self._counts.append(np.bincount(chunk, minlength=len(begins)))

    def read(self, texts: Sequence[str]) -> tuple[Array, Array, Array]:
        """The tokens of a few whole texts: form ids, offsets in their text, and tokens per text."""
        forms = self.forms
        cuts = [np.zeros((0, 2), dtype=np.int64), *map(cut, texts)]
        ids = [
            forms.setdefault(text[start:end], len(forms))
            for text, own in zip(texts, cuts[1:], strict=True)
            for start, end in own.tolist()
        ]
        starts = np.concatenate([own[:, 0] for own in cuts])
        return np.array(ids, dtype=np.uint32), starts, np.array([len(own) for own in cuts[1:]], dtype=np.int64)

    def tokens(self, chunks: Array) -> tuple[Array, Array, Array]:
        """The tokens of a sequence of chunk numbers: form ids, offsets in their chunk, and tokens per chunk."""
        counts = self._counts.array
        first = np.cumsum(counts) - counts
        repeat = counts[chunks]
        places = np.repeat(first[chunks] - (np.cumsum(repeat) - repeat), repeat) + np.arange(int(repeat.sum()))
        return self._ids.array[places], self._starts.array[places], repeat


class _Growing:
    """An array that grows, joined only when it is asked for."""

    def __init__(self, dtype: type[np.generic]) -> None:
        self._parts: list[Array] = [np.zeros(0, dtype=dtype)]

    def append(self, part: Array) -> None:
        self._parts.append(part)

    @property
    def array(self) -> Array:
        if len(self._parts) > 1:
            self._parts = [np.concatenate(self._parts)]
        return self._parts[0]


def index_of(texts: pl.Series, *, helpers: int | None = 0) -> TextIndex:
    """The index of cleaned ``texts``, in memory; ``helpers`` as for :func:`build`."""
    return build(texts, Memory(), helpers=helpers)


def build(
    texts: pl.Series,
    store: Store,
    *,
    block: int = BLOCK,
    helpers: int | None = 0,
    progress: Progress | None = None,
) -> TextIndex:
    """The index of cleaned ``texts``, its arrays in ``store``.

    Only ``block`` rows at a time are held as words, fewer if they are long. ``helpers`` is the number of further
    processes that tokenise, None for as many as there are cores. ``progress`` is told of every row that is done.

    Raises:
        SaysoError: SAY048 if there are more tokens than 32 bits can number.
    """
    bounds = _bounds(texts, block)
    total = 0
    store.append("row_start", np.zeros(1))
    with Cutters(helpers=helpers) as cutters:
        interner = Interner(cutters)
        for first, last in pairwise(bounds):
            part = texts[first:last]
            tokens, starts, per_row = _tokens(part, interner)
            ends = total + np.cumsum(per_row)
            total += len(tokens)
            if total > MOST_TOKENS:
                raise SaysoError(problem("SAY048", rows=f"{len(texts):,}", most=f"{MOST_TOKENS:,}"))
            store.append("tokens", tokens)
            store.append("token_start", starts)
            store.append("row_start", ends)
            present, lengths = _sizes(part)
            store.append("present", present)
            store.append("lengths", lengths)
            if progress is not None:
                progress(len(part))
    vocabulary = Vocabulary(pl.Series("form", list(interner.forms), dtype=pl.String))
    del interner
    _derive(store, vocabulary, bounds)
    arrays: dict[str, Any] = {name: store.array(name) for name in ARRAYS}
    return TextIndex(texts, vocabulary, **arrays)


def _bounds(texts: pl.Series, block: int) -> list[int]:
    """Where blocks of rows begin, and where the last ends: every ``block`` rows, or once their texts are long."""
    rows = len(texts)
    if rows <= min(block, _FEW):
        return [0, rows]
    before = np.concatenate([[0], np.cumsum(texts.str.len_bytes().fill_null(0).to_numpy(), dtype=np.int64)])
    bounds = [0]
    while bounds[-1] < rows:
        first = bounds[-1]
        full = int(np.searchsorted(before, before[first] + _LONG, side="right")) - 1
        bounds.append(min(first + block, max(full, first + 1), rows))
    return bounds


def _tokens(texts: pl.Series, interner: Interner) -> tuple[Array, Array, Array]:
    """The tokens of a block of texts: form ids, character offsets in their text, and tokens per text."""
    if len(texts) <= _FEW:
        return interner.read([text or "" for text in texts])
    pieces = _spaced(texts.fill_null("")).str.split(" ")
    per_text = pieces.list.len().to_numpy().astype(np.int64)
    chunks = pieces.list.explode(keep_nulls=False, empty_as_null=False)
    widths = chunks.str.len_chars().to_numpy().astype(np.int64)
    text = np.repeat(np.arange(len(texts)), per_text)
    begins = np.cumsum(widths + 1) - (widths + 1)  # one space behind each chunk
    begins -= np.repeat(begins[np.cumsum(per_text) - per_text], per_text)
    filled = widths > 0
    text, begins = text[filled], begins[filled]
    forms, starts, repeat = interner.tokens(_numbers(chunks.filter(filled), interner))
    per_row = np.bincount(text, weights=repeat, minlength=len(texts)).astype(np.int64)
    return forms, np.repeat(begins, repeat) + starts, per_row


def _sizes(texts: pl.Series) -> tuple[Array, Array]:
    """Whether each text is present, and its characters."""
    if len(texts) <= _FEW:
        listed = texts.to_list()
        return np.array([text is not None for text in listed]), np.array([len(text or "") for text in listed])
    return texts.is_not_null().to_numpy(), texts.str.len_chars().fill_null(0).to_numpy()


def _spaced(texts: pl.Series) -> pl.Series:
    """``texts`` with every character of white space replaced by one space."""
    odd = texts.str.contains(_ODD_SPACE)
    if not odd.any():
        return texts
    rows = np.flatnonzero(odd.to_numpy())
    spaced: pl.Series = texts.clone().scatter(rows, texts.gather(rows).str.replace_all(WHITESPACE, " "))
    return spaced


def _numbers(chunks: pl.Series, interner: Interner) -> Array:
    """The number of each chunk, shape (len(chunks),)."""
    groups = chunks.to_frame("chunk").with_row_index("at").group_by("chunk", maintain_order=True).agg("at")
    numbers = np.zeros(len(chunks), dtype=np.int64)
    per_group = groups["at"].list.len().to_numpy()
    places = groups["at"].list.explode(keep_nulls=False, empty_as_null=False).to_numpy()
    numbers[places] = np.repeat(interner.numbers(groups["chunk"].to_list()), per_group)
    return numbers


def _derive(store: Store, vocabulary: Vocabulary, bounds: Sequence[int]) -> None:
    """Add the arrays that follow from the tokens."""
    tokens, row_start = store.array("tokens"), store.array("row_start")
    flags = _flags(vocabulary.forms)
    is_word, ends_form, plain_form = (flags[name].to_numpy() for name in ("word", "ends", "plain"))
    per_form = np.zeros(len(vocabulary), dtype=np.int64)
    store.append("words_before", np.zeros(1))
    words = sentences = 0
    for first, last in pairwise(bounds):
        starts = row_start[first : last + 1]
        part, starts = tokens[starts[0] : starts[-1]], starts - starts[0]
        store.append("token_row", np.repeat(np.arange(first, last), np.diff(starts)))
        before = words + np.cumsum(is_word[part])
        begins = _sentence_starts(starts, ends_form[part], plain_form[part])
        number = sentences - 1 + np.cumsum(begins)
        store.append("words_before", before)
        store.append("sentence", number)
        if len(part):
            words, sentences = int(before[-1]), int(number[-1]) + 1
            per_form += np.bincount(part, minlength=len(per_form))
    store.append("posting_start", np.concatenate([[0], np.cumsum(per_form)]))
    _post(tokens, np.cumsum(per_form) - per_form, store.reserve("posting", len(tokens)))


def _flags(forms: pl.Series) -> pl.DataFrame:
    """Which forms are words, which end a sentence, and which neither do so nor are punctuation."""
    form = pl.col("form")
    ends = form.is_in(list(sentence_ends()))
    word, plain = KINDS["word"].weight(form).cast(pl.Boolean), ~(form.str.contains(r"^\p{P}+$") | ends)
    return forms.to_frame("form").select(word=word, ends=ends, plain=plain)


def _sentence_starts(row_start: Array, ends: Array, plain: Array) -> Array:
    """Which tokens begin a sentence, shape (t,).

    A row begins one, and so does the first plain token behind a sign that ends one; plain is what is neither such a
    sign nor punctuation. This is the rule of spaCy's ``sentencizer`` (Sentencizer.predict), in columns.
    """
    begins = np.zeros(len(ends), dtype=bool)
    ended = np.concatenate([[0], np.cumsum(ends)])
    places = np.flatnonzero(plain)
    row_begin = row_start[np.searchsorted(row_start, places, side="right") - 1]
    previous = np.concatenate([[0], places])[:-1]
    begins[places] = ended[places] > ended[np.maximum(previous, row_begin)]
    begins[row_start[:-1][np.diff(row_start) > 0]] = True
    return begins


def _post(tokens: Array, next_place: Array, posting: Array) -> None:
    """Fill ``posting`` with the places of all tokens, by form: a counting sort, some tokens at a time."""
    for begin in range(0, len(tokens), _POSTED):
        part = tokens[begin : begin + _POSTED]
        order = np.argsort(part, kind="stable")
        per_form = np.bincount(part, minlength=len(next_place))
        smaller = np.cumsum(per_form) - per_form
        sorted_forms = part[order]
        posting[(next_place - smaller)[sorted_forms] + np.arange(len(part))] = begin + order
        next_place = next_place + per_form
