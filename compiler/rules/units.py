"""What the rules of ``texts.lark`` mean for words and sentences of a kind: which ones, how many, in which sentence."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Literal

from ...grammar.nodes import And, Compare, Condition, Interval, Not
from ...primitives.base import Place, Sought
from ...primitives.patterns import Kind, Sentence
from ...primitives.regions import Here, Portion
from ...primitives.relations import Same
from ...primitives.sentences import SentenceWith
from ...primitives.shapes import Affixed, Recurring, Sized
from ...primitives.text import Choice, Count, Mentions, Share
from ..assemble import finish, one_sentence, settled_list
from ..standins import Patterns, RefusedError, Said, Selection, checked
from .lists import every
from .single import singles

# -- sentences -----------------------------------------------------------------------------------------


def sentence_start(what: Selection) -> SentenceWith:
    return _sentence(what, "start")


def sentence_end(what: Selection) -> SentenceWith:
    return _sentence(what, "end")


def sentence_anywhere(what: Selection) -> SentenceWith:
    return _sentence(what, "anywhere")


def share_of_sentences(share: Interval, *rest: Any) -> Condition:
    *place, sentence = rest
    return Said(None, _share(share, sentence, Sentence(), *place))


def in_every_sentence(what: Selection, place: Place | None = None) -> Condition:
    return share_of_sentences(Interval(1, 1), *([place] if place else []), _sentence(what, "anywhere"))


def in_same_sentence_there(items: Patterns, place: Place | None = None) -> Condition:
    sentence = _sentence(every(items), "anywhere")
    return Mentions(Choice((sentence,)), place or Here())


def in_same_sentence(items: Patterns, place: Place | None = None) -> Condition:
    listed = settled_list(items)
    if place is None and len(listed) == 2:
        return Said(None, one_sentence(*listed))
    return Said(None, in_same_sentence_there(items, place))


def in_same_sentence_of(place: Place, items: Patterns) -> Condition:
    return in_same_sentence(items, place)


def in_sentence_with(one: Selection, other: Selection, place: Place | None = None) -> Condition:
    parts = [singles(one), singles(other)]
    if any(len(items) > 1 for items in parts):
        raise RefusedError("two single things share a sentence")
    return in_same_sentence((*parts[0], *parts[1]), place)


# -- words ---------------------------------------------------------------------------------------------


def word_start(text: str) -> Sought:
    return checked(Affixed(text, "start"))  # type: ignore[no-any-return]


def word_capital() -> Sought:
    return Kind("capitalised_word")


def word_end(text: str) -> Sought:
    return checked(Affixed(text, "end"))  # type: ignore[no-any-return]


def word_inside(text: str) -> Sought:
    return checked(Affixed(text, "inside"))  # type: ignore[no-any-return]


def in_letters() -> str:
    return "letter"


def in_characters() -> str:
    return "character"


def word_size(size: Interval, unit: Literal["letter", "character"]) -> Sought:
    return checked(Sized(size, unit))  # type: ignore[no-any-return]


def longest_word(*told: Any) -> Condition:
    """So long a word is there, and none that is longer."""
    *place, word = told
    low, high = word.size.over_integers().low, word.size.over_integers().high
    there = _sized(word, Interval(low, None), *place)
    return there if high is None else And((there, Not(_sized(word, Interval(high + 1, None), *place))))


def shortest_word(*told: Any) -> Condition:
    """So short a word is there, and none that is shorter."""
    *place, word = told
    low, high = word.size.over_integers().low or 1, word.size.over_integers().high
    there = _sized(word, Interval(1, high), *place)
    return there if low <= 1 else And((there, Not(_sized(word, Interval(1, low - 1), *place))))


def _sized(word: Sized, size: Interval, place: Place | None = None) -> Condition:
    """Whether there is a word of such a size; of any, if the size says nothing."""
    every = (size.low or 0) <= 1 and size.high is None
    item: Sought = Kind("word") if every else checked(replace(word, size=size))
    return Said(None, Mentions(Choice((item,)), place or Here()))


def share_of_words(share: Interval, *rest: Any) -> Condition:
    *place, word = rest
    return Said(None, _share(share, word, Kind("word"), *place))


def such_here(*rest: Any) -> tuple[Patterns, Place]:
    *place, quality = rest
    return _single(quality), place[0] if place else Here()


def some_such(such: tuple[Patterns, Place]) -> Condition:
    items, place = such
    return Said(None, Mentions(Choice(items), place))


def none_such(such: tuple[Patterns, Place]) -> Condition:
    return Not(some_such(such))


def so_many_such(amount: Interval, such: tuple[Patterns, Place]) -> Condition:
    items, place = such
    return Said(None, Compare(checked(Count(items, place)), amount))


def all_caps() -> Patterns:
    return (Kind("all_caps_word"),)


def all_capitals() -> Patterns:
    return (Kind("capital_letter"),)


# -- words and sentences of a part -----------------------------------------------------------------------


def some_in_part(part: Place, what: Selection) -> Condition:
    sought = [item for choice, _ in what.parts for item in choice.items]
    sentences = getattr(part, "unit", "word") == "sentence"
    if any((item.scale == "sentence") != sentences or item.scale == "letter" for item in sought):
        raise RefusedError("one of the words is a word, one of the sentences a sentence")
    return Said(None, finish(Mentions, {"what": what, "where": part}))


def none_in_part(part: Place, what: Selection) -> Condition:
    return Not(some_in_part(part, what))


def so_many_in_part(amount: Interval, part: Place, quality: Patterns) -> Condition:
    return so_many_such(amount, (_single(quality), part))


def all_in_part(part: Place, quality: Patterns) -> Condition:
    whole = Sentence() if getattr(part, "unit", "word") == "sentence" else Kind("word")
    share = {"whole": (whole,), "part": quality, "where": part, "share": Interval(1, 1)}
    return Said(None, finish(Share, share))


# -- words more than once --------------------------------------------------------------------------------


def word_recurs(count: float, place: Place | None = None) -> Condition:
    return Said(None, Mentions(Choice((checked(Recurring(int(count))),)), place or Here()))


def no_word_recurs(count: float, place: Place | None = None) -> Condition:
    return Not(word_recurs(count, place))


def no_word_twice() -> Condition:
    return no_word_recurs(2)


def same_ends() -> Condition:
    return Same(*(Portion(side, 1, "word", Here()) for side in ("first", "last")))


def _sentence(what: Selection, side: Literal["anywhere", "start", "end"]) -> SentenceWith:
    if len(what.parts) != 1 or not what.parts[0][1]:
        raise RefusedError("a sentence is told by what is in it")
    return SentenceWith(what.parts[0][0], side)


def _single(quality: Sought | Patterns) -> tuple[Sought, ...]:
    """What single words or sentences may be."""
    items = settled_list(quality) if isinstance(quality, tuple) else (quality,)
    if any(item.scale not in ("word", "sentence") for item in items):
        raise RefusedError("letters and signs are no words")
    return items


def _share(share: Interval, part: Sought, whole: Sought, place: Place | None = None) -> Condition:
    """A share of words or sentences; none of them is no mention."""
    if share == Interval(0, 0):
        return Not(Mentions(Choice((part,)), place or Here()))
    return Compare(checked(Share((part,), (whole,), place or Here())), share)


COSTS = {
    "in_sentence_with": 2, "in_same_sentence": 2, "in_same_sentence_there": 2, "none_such": 2, "some_such": 2,
    "so_many_such": 3,
}  # fmt: skip
"""What a rule adds to the cost of a reading."""
