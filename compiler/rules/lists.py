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


def quoted(text: str) -> str:
    return text


value_as_quoted = quoted


def verb_called(text: str) -> Sought:
    """Any form of a verb, as its plain form names it; an inflected one is itself."""
    plain = all(lemma(token.form.lower()) == token.form.lower() for token in tokenize(text))
    verb: Sought = checked(Form(text) if plain else Words(text))
    return verb


def announced(items: Any) -> Patterns:
    """What is announced: "these words: ..."."""
    found = listed(items)
    if Kind("word") in found:
        raise RefusedError("it is not clear which words these are")
    return found


def so_many_listed(number: float, items: Patterns) -> Patterns:
    if number != count_of(items):
        raise RefusedError(f"these are not {number:g}")
    return items


def listed(*items: Any) -> Patterns:
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
    if any(isinstance(one, Argument) and one == other for one, other in pairwise(flat)):
        raise RefusedError("an argument is listed twice")
    return tuple(flat)


def some(items: Any) -> Selection:
    """One thing or another, without a word such as "any" that tells that this is a list."""
    return some_of_all(beside_any(items))


def beside_any(items: Any) -> Patterns:
    """One of several; an argument before two other things and "or" rather ends what was said before."""
    found = listed(items)
    if len(found) > 2 and len({isinstance(item, Argument) for item in found}) > 1:
        raise RefusedError("it is not clear whether the argument is one of the list")
    return found


def some_of_all(items: Any) -> Selection:
    return Selection(((choose(listed(items), 1), True),))


def some_listed(items: Any) -> Selection:
    found = settled_list(listed(items))
    if len({isinstance(item, Argument) for item in found}) > 1:
        raise RefusedError("it is not clear whether these stand in this order")
    return some(items)


def every(items: Any) -> Selection:
    found = listed(items)
    return Selection(((choose(found, count_of(found)), True),))


def every_told(items: Any) -> Selection:
    """All of them; a punctuation mark and a word that touch something stand there in the order told."""
    if len({isinstance(own, SentenceWith) for own in listed(items)}) > 1:
        raise RefusedError("a sentence and what stands in it are no list")
    (choice, wanted), *_ = every(items).parts
    mixed = len(set(map(is_sign, choice.items))) > 1
    return Selection(((Together(choice.items, choice.least) if mixed else choice, wanted),))


def nothing(*items: Any) -> Selection:
    return Selection(((choose(listed(*items), 1), False),))


def listed_after_pause(*items: Any) -> Patterns:
    """Two things with a comma between them are rather two clauses."""
    return listed(*items)


def so_many(amount: Interval, items: Any) -> Selection:
    found = listed(items)
    whole = amount.over_integers()
    parts: list[tuple[Choice, bool]] = []
    if whole.low is not None and whole.low > 0:
        parts.append((choose(found, int(whole.low)), True))
    if whole.high is not None:
        if whole.high < 0:
            raise RefusedError("no number is meant")
        if whole.high < count_of(found) or not parts:
            parts.append((choose(found, int(whole.high) + 1), False))
    if not parts:
        raise RefusedError("any number of them would do")
    return Selection(tuple(parts))


def of_these_so_many(items: Any, amount: Interval) -> Selection:
    return so_many(amount, items)


def and_also(first: Selection, second: Any) -> Selection:
    return Selection((*first.parts, *second.parts))


def so_many_of_so_many(amount: Interval, number: float, items: Any) -> Selection:
    found = listed(items)
    if number != count_of(found):
        raise RefusedError(f"these are not {number:g}")
    return so_many(amount, found)


def just_one(*items: Any) -> Selection:
    found = listed(*items)
    return Selection(((choose(found, 1), True), (choose(found, 2), False)))


def but_not(wanted: Selection, unwanted: Any) -> Selection:
    return Selection((*wanted.parts, (choose(listed(unwanted), 1), False)))


def _one_name(one: Any, other: Any) -> bool:
    """Whether two things are one thing with "or" in its name: "the first occurrence of a country or city"."""
    if not isinstance(other, Entity) or other.other or one == other or " or " not in ENTITIES[other.name].singular:
        return False
    return isinstance(one, Sought) and any(isinstance(own, Entity) and own.name == other.name for own in one.walk())


COSTS = {"but_not": 1, "so_many": 1, "listed_after_pause": 2, "so_many_of_so_many": 1, "value_as_quoted": 7}
"""What a rule adds to the cost of a reading."""
