"""What the rules of ``texts.lark`` mean: parts by number, order, capitals, things in a row, all that a text says."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Literal

from ...grammar.nodes import And, Compare, Condition, Interval, Not, Or
from ...primitives.arithmetic import Difference, Scaled
from ...primitives.base import Place, Sought
from ...primitives.patterns import Character, Characters, Form, Kind, Sentence, Words
from ...primitives.regions import ANYWHERE, Beside, Edge, Here, Joint, Portion
from ...primitives.relations import Same
from ...primitives.sentences import QUESTION, SentenceWith
from ...primitives.shapes import Affixed, InARow, Recurring, Sized
from ...primitives.text import Choice, Count, Mentions, Share
from ..assemble import (
    Again,
    Bare,
    Patterns,
    Places,
    RefusedError,
    Said,
    Selection,
    checked,
    choose,
    conjunction,
    finish,
    settle,
    settled_list,
)
from .clauses import Clauses
from .lists import Lists
from .relations import Relations
from .tables import NOUGHT

Unit = Literal["word", "sentence"]
Spelling = tuple[str, str | None]
NOT_NEGATIVE = Interval(0, None)
CAPITAL, LETTER = Kind("capital_letter"), Kind("letter")


class Texts(Lists):
    """One method per rule, under the rule's name."""

    # -- numbers ---------------------------------------------------------------------------------------------

    def four(self) -> int:
        return 4

    def five(self) -> int:
        return 5

    def six(self) -> int:
        return 6

    def seven(self) -> int:
        return 7

    def eight(self) -> int:
        return 8

    def nine(self) -> int:
        return 9

    def ten(self) -> int:
        return 10

    def one_more(self, n: float) -> float:
        return n + 1

    # -- parts -----------------------------------------------------------------------------------------------

    def same_text(self, place: Place) -> Place:
        return place

    def word_unit(self) -> Unit:
        return "word"

    def sentence_unit(self) -> Unit:
        return "sentence"

    def both_ends(self, one: str, other: str, unit: Unit, of: Place | None = None) -> tuple[Place, Place]:
        if one == other:
            raise RefusedError("it is the same part twice")
        first, last = (Portion(side, 1, unit, Here()) for side in ("first", "last"))
        if of is None:
            return first, last
        return settle(first, of), settle(last, of)

    def ends_of(self, of: Place, one: str, other: str, unit: Unit) -> tuple[Place, Place]:
        return self.both_ends(one, other, unit, of)

    def all_parts(self, parts: tuple[Place, ...]) -> Places:
        return Places(parts, "all")

    def any_part(self, parts: tuple[Place, ...]) -> Places:
        return Places(parts, "any")

    def no_part(self, parts: tuple[Place, ...]) -> Places:
        return Places(parts, "none")

    def parts_are(self, parts: tuple[Any, ...], what: Selection) -> Condition:
        return And(tuple(Clauses().stands_at(part, what) for part in parts))

    def any_part_is(self, parts: tuple[Any, ...], what: Selection) -> Condition:
        return Or(tuple(Clauses().stands_at(part, what) for part in parts))

    def no_part_is(self, parts: tuple[Any, ...], what: Selection) -> Condition:
        return Not(self.any_part_is(parts, what))

    # -- order -----------------------------------------------------------------------------------------------

    def later(self, one: Selection, other: Selection, distance: Interval = ANYWHERE) -> Condition:
        beside = finish(Beside, {"side": "after", "distance": distance, "what": _any(one), "of": Here()})
        made: Condition = finish(Mentions, {"what": other, "where": beside})
        return made

    def later_here(self, one: Selection, other: Selection) -> Condition:
        return Said(None, self.later(one, other))

    def words_later(self, one: Selection, distance: Interval, other: Selection) -> Condition:
        return self.later(one, other, distance)

    def ordered_there(self, condition: Condition, place: Place | None = None) -> Condition:
        there: Condition = condition if place is None else settle(condition, place)
        return there

    def ordered_here(self, condition: Condition, place: Place | None = None) -> Condition:
        return Said(None, self.ordered_there(condition, place))

    def must_be_there(self, what: Any, place: Place | None = None) -> Condition:
        if isinstance(what, Selection):
            what = finish(Mentions, {"what": what, "where": Here()})
        return self.ordered_here(what, place)

    def in_order_there(self, items: Patterns, place: Place | None = None) -> Condition:
        listed = settled_list(self.listed(items))
        if len(listed) > 3 or len(set(listed)) != len(listed):
            raise RefusedError("the order of two or three different things can be told")
        around = [
            finish(Beside, {"side": side, "distance": ANYWHERE, "what": (one,), "of": Here()})
            for side, one in (("after", listed[0]), ("before", listed[-1]))
        ]
        if len(listed) == 2:
            return self.ordered_there(Mentions(Choice(listed[1:]), around[0]), place)
        return self.ordered_there(Mentions(Choice(listed[1:2]), Joint(tuple(around))), place)

    def occur_in_order(self, items: Patterns, predicate: Any) -> Condition:
        pending, wanted, *elsewhere = predicate
        if pending.template.primitive is not Mentions or elsewhere:
            raise RefusedError("only what occurs has an order")
        condition = self.in_order_there(items, dict(pending.values).get("where"))
        return Said(None, condition if wanted else Not(condition))

    def there_but_not(self, what: Selection, predicate: Any, place: Place) -> Condition:
        _, wanted, *elsewhere = predicate
        if not wanted or elsewhere or not isinstance(place, (Beside, Joint)):
            raise RefusedError("what is denied is no place beside something")
        here = Clauses().said_of_what(what, predicate)
        return And((here, Said(None, Not(finish(Mentions, {"what": what, "where": place})))))

    def mentions_but_not(self, what: Selection, place: Place) -> Condition:
        here, there = (finish(Mentions, {"what": what, "where": where}) for where in (Here(), place))
        return And((here, Not(there)))

    def implied_but_not(self, what: Selection, place: Place) -> Condition:
        return Said(None, self.mentions_but_not(what, place))

    def with_beside(self, item: Any, near: Selection, place: Place) -> Condition:
        return Said(None, self._beside(self.some(item), near, place))

    def without_beside(self, item: Any, near: Any, place: Place) -> Condition:
        return Said(None, self.mentions_without(self.some(item), near, place))

    def mentions_with(self, what: Selection, near: Selection, place: Place) -> Condition:
        return self._beside(what, near, place)

    def mentions_without(self, what: Selection, near: Any, place: Place) -> Condition:
        here = finish(Mentions, {"what": what, "where": Here()})
        return And((here, Not(self._beside(what, self.some(near), place))))

    def _beside(self, what: Selection, near: Selection, place: Place) -> Condition:
        """What has something else right before it, after it or near it."""
        if not isinstance(place, Beside) or place.what != (Again(),):
            raise RefusedError("it is not said beside what")
        sides: dict[str, Any] = {"before": "after", "after": "before", "either": "either"}
        turned = replace(place, side=sides[place.side], what=_any(near))
        made: Condition = finish(Mentions, {"what": what, "where": checked(turned)})
        return made

    # -- sentences -------------------------------------------------------------------------------------------

    def sentence_start(self, what: Selection) -> SentenceWith:
        return _sentence(what, "start")

    def sentence_end(self, what: Selection) -> SentenceWith:
        return _sentence(what, "end")

    def sentence_anywhere(self, what: Selection) -> SentenceWith:
        return _sentence(what, "anywhere")

    def share_of_sentences(self, share: Interval, *rest: Any) -> Condition:
        *place, sentence = rest
        return Said(None, _share(share, sentence, Sentence(), *place))

    def in_every_sentence(self, what: Selection, place: Place | None = None) -> Condition:
        return self.share_of_sentences(Interval(1, 1), *([place] if place else []), _sentence(what, "anywhere"))

    def in_same_sentence_there(self, items: Patterns, place: Place | None = None) -> Condition:
        sentence = _sentence(self.every(items), "anywhere")
        return Mentions(Choice((sentence,)), place or Here())

    def in_same_sentence(self, items: Patterns, place: Place | None = None) -> Condition:
        return Said(None, self.in_same_sentence_there(items, place))

    def in_sentence_with(self, one: Selection, other: Selection, place: Place | None = None) -> Condition:
        parts = [_any(one), _any(other)]
        if any(len(items) > 1 for items in parts):
            raise RefusedError("two single things share a sentence")
        return self.in_same_sentence((*parts[0], *parts[1]), place)

    # -- words -----------------------------------------------------------------------------------------------

    def word_start(self, text: str) -> Sought:
        return checked(Affixed(text, "start"))  # type: ignore[no-any-return]

    def word_end(self, text: str) -> Sought:
        return checked(Affixed(text, "end"))  # type: ignore[no-any-return]

    def in_letters(self) -> str:
        return "letter"

    def in_characters(self) -> str:
        return "character"

    def word_size(self, size: Interval, unit: Literal["letter", "character"]) -> Sought:
        return checked(Sized(size, unit))  # type: ignore[no-any-return]

    def share_of_words(self, share: Interval, *rest: Any) -> Condition:
        *place, word = rest
        return Said(None, _share(share, word, Kind("word"), *place))

    def some_such(self, *rest: Any) -> Condition:
        *place, item = rest
        return Said(None, Mentions(Choice((item,)), place[0] if place else Here()))

    def none_such(self, *rest: Any) -> Condition:
        return Not(self.some_such(*rest))

    def so_many_such(self, amount: Interval, *rest: Any) -> Condition:
        *place, item = rest
        return Said(None, Compare(Count((item,), place[0] if place else Here()), amount))

    def word_recurs(self, count: float, place: Place | None = None) -> Condition:
        return Said(None, Mentions(Choice((checked(Recurring(int(count))),)), place or Here()))

    def no_word_recurs(self, count: float, place: Place | None = None) -> Condition:
        return Not(self.word_recurs(count, place))

    def no_word_twice(self) -> Condition:
        return self.no_word_recurs(2)

    def no_word_is(self, *rest: Any) -> Condition:
        *place, quality = rest
        return Said(None, finish(Mentions, {"what": self.nothing(quality), "where": place[0] if place else Here()}))

    def same_ends(self) -> Condition:
        return Same(*(Portion(side, 1, "word", Here()) for side in ("first", "last")))

    # -- edges -----------------------------------------------------------------------------------------------

    def nothing_after(self, items: Patterns) -> Condition:
        return Said(None, self.ends_with((self.some(items),)))

    def nothing_before(self, items: Patterns) -> Condition:
        return Said(None, self.starts_with((self.some(items),)))

    def edge_letter(self, side: str, *rest: Any) -> Condition:
        *subject, items = rest
        listed = settled_list(self.listed(items))
        if any(item.scale != "letter" for item in listed):
            raise RefusedError("a letter is no word")
        at_edge = Edge("start" if side == "after" else "end", Here())
        return Said(subject[0] if subject else None, Mentions(Choice(listed), at_edge))

    def edge_quoted(self, side: str, *rest: Any) -> Condition:
        return self.edge_letter(side, *rest[:-1], (Characters(rest[-1]),))

    # -- in a row --------------------------------------------------------------------------------------------

    def in_a_row(self, items: Patterns, count: float, place: Place | None = None) -> Condition:
        return Said(None, Mentions(choose((_row(items, count),), 1), place or Here()))

    def repeats(self, items: Patterns, count: float) -> Condition:
        return Mentions(choose((_row(items, count),), 1), Here())

    def edge_choice(self, what: Selection) -> Selection:
        return what

    def edge_row(self, count: float, kinds: Patterns) -> Selection:
        listed = settled_list(self.listed(kinds))
        return Selection(((choose(listed if count == 1 else (_row(listed, count),), 1), True),))

    def edge_things(self, *things: Selection) -> tuple[Selection, ...]:
        return things

    def starts_with(self, things: tuple[Selection, ...], side: str = "start") -> Condition:
        made = [finish(Mentions, {"what": what, "where": Edge(side, Here())}) for what in things]  # type: ignore[arg-type]
        return made[0] if len(made) == 1 else Or(tuple(made))

    def ends_with(self, things: tuple[Selection, ...]) -> Condition:
        return self.starts_with(things, "end")

    def starts_not_with(self, things: tuple[Selection, ...]) -> Condition:
        return Not(self.starts_with(things))

    def ends_not_with(self, things: tuple[Selection, ...]) -> Condition:
        return Not(self.ends_with(things))

    # -- all that it says ------------------------------------------------------------------------------------

    def reads(self, items: Patterns) -> Condition:
        return self.just_reads(self.some(items))

    def reads_not(self, items: Patterns) -> Condition:
        return Not(self.reads(items))

    def just_reads(self, what: Selection) -> Condition:
        said = Relations().only_there(what, Here())
        assert isinstance(said, Said)
        return said.body

    def says_only(self, what: Selection, *_: Any) -> Condition:
        return Said(_[0] if _ else None, self.just_reads(what))

    def only_says(self, *items: Any) -> Condition:
        return self.says_only(items[-1], *items[:-1])

    def says_only_these(self, items: Patterns) -> Condition:
        return self.says_only(self.some(items))

    # -- questions -------------------------------------------------------------------------------------------

    def is_question(self) -> Condition:
        return Mentions(QUESTION, Edge("end", Here()))

    def is_no_question(self) -> Condition:
        return Not(self.is_question())

    def asks(self, place: Place | None = None) -> Condition:
        return Mentions(Choice((SentenceWith(QUESTION, "end"),)), place or Here())

    def asks_not(self) -> Condition:
        return Not(self.asks())

    def question_asked(self, place: Place | None = None) -> Condition:
        return Said(None, self.asks(place))

    def asks_so_many(self, amount: Interval) -> Condition:
        return Compare(Count((SentenceWith(QUESTION, "end"),), Here()), amount)

    # -- amounts ---------------------------------------------------------------------------------------------

    def so_many_but(self, amount: Interval, kinds: Patterns, *rest: Any) -> Condition:
        *place, limit = rest
        where = {"what": kinds, "where": place[0] if place else Here()}
        return Said(None, And(tuple(finish(Count, {**where, "amount": each}) for each in (amount, limit))))

    def has_so_many_but(self, amount: Interval, kinds: Patterns, limit: Interval) -> Condition:
        return self.has_many(amount, kinds, limit, kinds)

    def has_many(self, *items: Any) -> Condition:
        pairs = zip(items[::2], items[1::2], strict=True)
        made = [finish(Count, {"what": kinds, "where": Here(), "amount": amount}) for amount, kinds in pairs]
        return conjunction(made)

    def has_any_many(self, *items: Any) -> Condition:
        return Or(tuple(self.has_many(*items[i : i + 2]) for i in range(0, len(items), 2)))

    def so_many_or_more(self, number: float, kinds: Patterns, place: Place | None = None) -> Condition:
        where = {"what": kinds, "where": place or Here(), "amount": Interval(number, None)}
        return Said(None, finish(Count, where))

    def so_many_or_fewer(self, number: float, kinds: Patterns, place: Place | None = None) -> Condition:
        where = {"what": kinds, "where": place or Here(), "amount": Interval(None, number)}
        return Said(None, finish(Count, where))

    def has_or_more(self, number: float, kinds: Patterns) -> Condition:
        return self.has_many(Interval(number, None), kinds)

    def has_or_fewer(self, number: float, kinds: Patterns) -> Condition:
        return self.has_many(Interval(None, number), kinds)

    def asks_or_more(self, number: float) -> Condition:
        return self.asks_so_many(Interval(number, None))

    def says_twice(self, items: Patterns) -> Condition:
        return Compare(Count(settled_list(items), Here()), Interval(2, None))

    def share_upper(self, share: Interval, whole: Place) -> Condition:
        return Said(whole, Compare(Share((CAPITAL,), (LETTER,), Here()), share))

    def upper_only(self) -> Condition:
        return Compare(Share((CAPITAL,), (LETTER,), Here()), Interval(1, 1))

    def capitalised(self) -> Patterns:
        return (Kind("capitalised_word"),)

    def share_or_more(self, fraction: float, kinds: Patterns, *rest: Any) -> Condition:
        *place, quality = rest
        slots = {"whole": kinds, "part": quality, "where": place[0] if place else Here()}
        return Said(None, finish(Share, {**slots, "share": Interval(fraction, None)}))

    def all_upper(self, place: Place | None = None) -> Condition:
        return Said(None, Compare(Share((CAPITAL,), (LETTER,), place or Here()), Interval(1, 1)))

    def words_in_upper(self, amount: Interval, kind: Kind = CAPITAL) -> Condition:
        letters = Compare(Share((kind,), (LETTER,), Here()), Interval(1, 1))
        return And((Compare(Count((Kind("word"),), Here()), amount), letters))

    def words_in_lower(self, amount: Interval) -> Condition:
        return self.words_in_upper(amount, Kind("lowercase_letter"))

    # -- how often, how long ---------------------------------------------------------------------------------

    def by_interval(self, interval: Interval) -> tuple[Interval, float]:
        return interval, 1

    def equally_often(self) -> tuple[Interval, float]:
        return NOUGHT, 1

    def at_least_as_often(self) -> tuple[Interval, float]:
        return NOT_NEGATIVE, 1

    def times_as_often(self, factor: float) -> tuple[Interval, float]:
        return NOT_NEGATIVE, factor

    def oftener_there(self, one: Patterns, compared: tuple[Interval, float], other: Patterns) -> Condition:
        interval, factor = compared
        own, others = (checked(Count(settled_list(items), Here())) for items in (one, other))
        if factor != 1:
            others = checked(Scaled(factor, others))
        return Compare(checked(Difference(own, others)), interval)

    def oftener_here(
        self, one: Patterns, compared: tuple[Interval, float], other: Patterns, place: Place | None = None
    ) -> Condition:
        return self.ordered_here(self.oftener_there(one, compared, other), place)

    def exactly_as_long(self) -> tuple[float, bool]:
        return 1, True

    def factor_one(self) -> tuple[float, bool]:
        return 1, False

    def factor(self, n: float) -> tuple[float, bool]:
        return n, False

    def as_long_as(self, times: tuple[float, bool], there: Place) -> Condition:
        factor, exactly = times
        own, other = (Count((Character(),), place) for place in (Here(), there))
        measured = other if factor == 1 else checked(Scaled(factor, other))
        return Compare(checked(Difference(own, measured)), Interval(0, 0) if exactly else Interval(0, None))

    # -- spelling --------------------------------------------------------------------------------------------

    def in_upper(self) -> Spelling:
        return "upper", None

    def in_lower(self) -> Spelling:
        return "lower", None

    def with_capital(self, letter: str | None = None) -> Spelling:
        return "capital", letter

    def as_written(self) -> Spelling:
        return "as written", None

    def in_any_case(self) -> Spelling:
        return "any case", None

    def in_any_form(self) -> Spelling:
        return "any form", None

    def as_characters(self, item: Any) -> Sought:
        if not isinstance(item, (Bare, Words, Characters)):
            raise RefusedError("only words and characters are parts of words")
        return checked(Characters(item.text))  # type: ignore[no-any-return]

    def joined_characters(self, item: Any) -> Sought:
        if not isinstance(item, Characters):
            raise RefusedError("one thing is no row")
        return item

    def as_word(self, item: Any) -> Sought:
        if not isinstance(item, (Bare, Words)):
            raise RefusedError("it is no word")
        return checked(Words(item.text))  # type: ignore[no-any-return]

    def spelled(self, item: Any, *styles: Spelling) -> Sought:
        """Quoted text with its capitals as they are told."""
        if not isinstance(item, (Bare, Words)):
            raise RefusedError("only words are spelled in one way or another")
        text, kinds = item.text, {style for style, _ in styles}
        if kinds == {"any form"}:
            return checked(Form(text))  # type: ignore[no-any-return]
        if kinds == {"any case"}:
            return checked(Words(text))  # type: ignore[no-any-return]
        if len(kinds - {"as written"}) > 1 or kinds & {"any form", "any case"}:
            raise RefusedError("it is spelled in one way only")
        for style, letter in styles:
            if letter is not None and not text.casefold().startswith(letter.casefold()):
                raise RefusedError(f"{text} does not begin with {letter}")
            text = {"upper": text.upper(), "lower": text.lower(), "capital": text[:1].upper() + text[1:]}.get(
                style, text
            )
        return checked(Words(text, exact=True))  # type: ignore[no-any-return]


def _any(what: Selection) -> tuple[Sought, ...]:
    """The things of which any will do."""
    if len(what.parts) != 1 or what.parts[0][0].least != 1 or not what.parts[0][1]:
        raise RefusedError("an order is told of single things")
    return what.parts[0][0].items


def _sentence(what: Selection, side: Literal["anywhere", "start", "end"]) -> SentenceWith:
    if len(what.parts) != 1 or not what.parts[0][1]:
        raise RefusedError("a sentence is told by what is in it")
    return SentenceWith(what.parts[0][0], side)


def _share(share: Interval, part: Sought, whole: Sought, place: Place | None = None) -> Condition:
    """A share of words or sentences; none of them is no mention."""
    if share == Interval(0, 0):
        return Not(Mentions(Choice((part,)), place or Here()))
    return Compare(checked(Share((part,), (whole,), place or Here())), share)


def _row(items: Patterns, count: float) -> Sought:
    if count != int(count):
        raise RefusedError(f"{count} is no whole number")
    row: Sought = checked(InARow(int(count), settled_list(items)))
    return row


COSTS = {
    "reads": 2, "reads_not": 2, "edge_row": 1, "so_many_but": 2, "has_so_many_but": 1, "has_any_many": 1,
    "compared_here": 0, "all_upper": -1, "spelled": -1, "part_of": 0, "says_only": 1, "just_reads": 1,
    "with_beside": 2, "without_beside": 2, "mentions_without": 2,
    "in_sentence_with": 2, "in_same_sentence": 2, "none_such": 2, "some_such": 2, "in_same_sentence_there": 2,
}  # fmt: skip
"""What a rule adds to the cost of a reading."""
