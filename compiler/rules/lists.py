"""What the rules of ``lists.lark`` mean: one thing that is looked for, a list of things, and how many of them."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from ...corpora.tokenizer import lemma, tokenize
from ...grammar.nodes import Interval
from ...primitives.base import Sought
from ...primitives.entities import ENTITIES, Entity
from ...primitives.patterns import Form, Kind, Words
from ...primitives.relations import Argument
from ...primitives.sentences import SentenceWith
from ...primitives.text import Choice
from ..assemble import choose, count_of, settled_list
from ..standins import Bare, Patterns, RefusedError, Selection, Together, checked
from ..turns import is_sign


class Lists:
    """One method per rule, under the rule's name."""

    def quoted(self, text: str) -> str:
        return text

    value_as_quoted = quoted

    def verb_called(self, text: str) -> Sought:
        """Any form of a verb, as its plain form names it; an inflected one is itself."""
        plain = all(lemma(token.form.lower()) == token.form.lower() for token in tokenize(text))
        verb: Sought = checked(Form(text) if plain else Words(text))
        return verb

    def announced(self, items: Any) -> Patterns:
        """What is announced: "these words: ..."."""
        listed = self.listed(items)
        if Kind("word") in listed:
            raise RefusedError("it is not clear which words these are")
        return listed

    def so_many_listed(self, number: float, items: Patterns) -> Patterns:
        if number != count_of(items):
            raise RefusedError(f"these are not {number:g}")
        return items

    def lexicon(self, items: Patterns) -> Patterns:
        return items

    def listed(self, *items: Any) -> Patterns:
        flat: list[Any] = []
        behind_list = False  # a named list keeps its way of matching to itself
        for item in items:
            if isinstance(item, tuple):
                flat += item
            else:
                flat.append(Words(item.text) if behind_list and isinstance(item, Bare) else item)
            behind_list = isinstance(item, tuple)
        if any(_one_name(one, other) for one, other in pairwise(flat)):
            raise RefusedError('the "or" belongs to the name')
        return tuple(flat)

    def some(self, items: Any) -> Selection:
        """One thing or another, without a word such as "any" that tells that this is a list."""
        return self.some_of_all(self.beside_any(items))

    def beside_any(self, items: Any) -> Patterns:
        """One of several; an argument before two other things and "or" rather ends what was said before."""
        listed = self.listed(items)
        if len(listed) > 2 and len({isinstance(item, Argument) for item in listed}) > 1:
            raise RefusedError("it is not clear whether the argument is one of the list")
        return listed

    def some_of_all(self, items: Any) -> Selection:
        return Selection(((choose(self.listed(items), 1), True),))

    def some_listed(self, items: Any) -> Selection:
        listed = settled_list(self.listed(items))
        if len({isinstance(item, Argument) for item in listed}) > 1:
            raise RefusedError("it is not clear whether these stand in this order")
        return self.some(items)

    def every(self, items: Any) -> Selection:
        listed = self.listed(items)
        return Selection(((choose(listed, count_of(listed)), True),))

    def every_told(self, items: Any) -> Selection:
        """All of them; a punctuation mark and a word that touch something stand there in the order told."""
        if len({isinstance(own, SentenceWith) for own in self.listed(items)}) > 1:
            raise RefusedError("a sentence and what stands in it are no list")
        (choice, wanted), *_ = self.every(items).parts
        mixed = len(set(map(is_sign, choice.items))) > 1
        return Selection(((Together(choice.items, choice.least) if mixed else choice, wanted),))

    def nothing(self, *items: Any) -> Selection:
        return Selection(((choose(self.listed(*items), 1), False),))

    def listed_after_pause(self, *items: Any) -> Patterns:
        """Two things with a comma between them are rather two clauses."""
        return self.listed(*items)

    def so_many(self, amount: Interval, items: Any) -> Selection:
        listed = self.listed(items)
        whole = amount.over_integers()
        parts: list[tuple[Choice, bool]] = []
        if whole.low is not None and whole.low > 0:
            parts.append((choose(listed, int(whole.low)), True))
        if whole.high is not None:
            if whole.high < 0:
                raise RefusedError("no number is meant")
            if whole.high < count_of(listed) or not parts:
                parts.append((choose(listed, int(whole.high) + 1), False))
        if not parts:
            raise RefusedError("any number of them would do")
        return Selection(tuple(parts))

    def of_these_so_many(self, items: Any, amount: Interval) -> Selection:
        return self.so_many(amount, items)

    def and_also(self, first: Selection, second: Any) -> Selection:
        return Selection((*first.parts, *second.parts))

    def so_many_of_so_many(self, amount: Interval, number: float, items: Any) -> Selection:
        listed = self.listed(items)
        if number != count_of(listed):
            raise RefusedError(f"these are not {number:g}")
        return self.so_many(amount, listed)

    def just_one(self, *items: Any) -> Selection:
        listed = self.listed(*items)
        return Selection(((choose(listed, 1), True), (choose(listed, 2), False)))

    def but_not(self, wanted: Selection, unwanted: Any) -> Selection:
        return Selection((*wanted.parts, (choose(self.listed(unwanted), 1), False)))


def _one_name(one: Any, other: Any) -> bool:
    """Whether two things are one thing with "or" in its name: "the first occurrence of a country or city"."""
    if not isinstance(other, Entity) or other.other or one == other or " or " not in ENTITIES[other.name].singular:
        return False
    return isinstance(one, Sought) and any(isinstance(own, Entity) and own.name == other.name for own in one.walk())


COSTS = {"but_not": 1, "so_many": 1, "listed_after_pause": 2, "so_many_of_so_many": 1, "value_as_quoted": 7}
"""What a rule adds to the cost of a reading."""
