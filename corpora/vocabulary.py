"""The distinct surface forms of a text column, and the normal forms under which they are looked up."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
import polars as pl

from .kinds import Kind
from .text import exact_key, folded_key
from .tokenizer import lemma

Ids = npt.NDArray[np.uint32]

NONE: Ids = np.zeros(0, dtype=np.uint32)
KEYS = ("exact", "folded", "lemmas")
"""The groupings of a vocabulary, by name."""


@dataclass(frozen=True)
class Keys:
    """A grouping of v forms by k keys; the arrays may be memory-mapped.

    Attributes:
        names: the keys, rising, (k,).
        ids: the number of each form's key, (v,).
        order: the forms by key, those of one key rising, (v,).
        starts: the forms of key i are ``order[starts[i]:starts[i + 1]]``, (k + 1,).
    """

    names: pl.Series
    ids: Ids
    order: Ids
    starts: npt.NDArray[np.int64]

    @classmethod
    def of(cls, keys: Sequence[str]) -> Keys:
        """Group forms by ``keys``, the key of each form.

        >>> Keys.of(["a", "b", "a"]).forms("a").tolist()
        [0, 2]
        """
        names = sorted(set(keys))
        numbers = {key: i for i, key in enumerate(names)}
        ids = np.fromiter((numbers[key] for key in keys), np.uint32, count=len(keys))
        starts = np.concatenate([[0], np.cumsum(np.bincount(ids, minlength=len(names)))]).astype(np.int64)
        order = np.argsort(ids, kind="stable").astype(np.uint32)
        return cls(pl.Series("key", names, dtype=pl.String), ids, order, starts)

    @cached_property
    def strings(self) -> list[str]:
        """The keys as a list, rising."""
        return self.names.to_list()

    def forms(self, key: str) -> Ids:
        """The rising ids of the forms that have this key; none if no form has it."""
        number = bisect_left(self.strings, key)
        if number == len(self.strings) or self.strings[number] != key:
            return NONE
        return self.order[self.starts[number] : self.starts[number + 1]]

    def __getitem__(self, forms: Any) -> Ids:
        """The key numbers of ``forms``, an array of their ids."""
        return np.asarray(self.ids[forms])


class Vocabulary:
    """The v distinct forms of a column, in the order of their first appearance; a form's place is its id."""

    def __init__(self, forms: pl.Series) -> None:
        self.forms = forms
        self._weights: dict[Kind, npt.NDArray[np.int32]] = {}

    def __len__(self) -> int:
        """The number of forms, v."""
        return len(self.forms)

    @cached_property
    def exact(self) -> Keys:
        """The forms by exact key."""
        return Keys.of(_keys(exact_key, self.forms))

    @cached_property
    def folded(self) -> Keys:
        """The forms by folded key."""
        return Keys.of(_keys(folded_key, self.forms))

    @cached_property
    def lemmas(self) -> Keys:
        """The forms by the lemma of their folded key."""
        own = _keys(lemma, self.folded.strings)
        return Keys.of([own[i] for i in self.folded.ids.tolist()])

    @cached_property
    def lengths(self) -> npt.NDArray[np.uint32]:
        """Characters per form, shape (v,)."""
        return self.forms.str.len_chars().to_numpy().astype(np.uint32)

    def weights(self, kind: Kind) -> npt.NDArray[np.int32]:
        """How much each form counts as this kind, shape (v,). Worked out once."""
        if kind not in self._weights:
            self._weights[kind] = kind.weigh(self.forms)
        return self._weights[kind]


def _keys(key: Callable[[str], str], forms: Iterable[str]) -> list[str]:
    return [key(form) for form in forms]
