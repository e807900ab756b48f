"""What can be observed of a text: mentions, counts and shares."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import lru_cache
from itertools import chain

import numpy as np

from ..corpora.kinds import KINDS
from ..grammar.nodes import And, Compare, Condition, Interval, Node, Or, node
from .base import Mask, Measurement, Numbers, Observation, Ordered, Place, Sought, sources
from .patterns import Character, Kind, Sentence
from .phrases import say
from .regions import OPPOSITE, Beside, Edge, Here, Whole
from .run import Run
from .several import Several
from .verbs import (
    CAPITALS,
    ENDS,
    LOWERCASE,
    MENTIONS,
    OCCURS,
    PLACED,
    SEEN,
    STARTS,
    WHOLLY,
    WRITES,
    WRITTEN,
)


def _leads(one: Sought, other: Sought) -> bool:
    return one.leads(other)


def _contains(one: Sought, other: Sought) -> bool:
    return one.contains(other)


@lru_cache(maxsize=1 << 12)
def _set(of: Choice | Count) -> Several:
    """Its patterns."""
    return Several(of.items if isinstance(of, Choice) else of.what)


@node
class Choice(Ordered):
    """At least ``least`` different ones of the ``items``: 1 is any of them, as many as there are is all of them."""

    items: tuple[Sought, ...]
    least: int = 1

    def below(self, other: Node) -> bool:
        """Whether enough of ``other`` are among any ``least`` of these."""
        if not isinstance(other, Choice) or self.least < other.least:
            return False
        own, others = _set(self).every, _set(other).every
        return own <= others or (self.least > 1 and self.least - len(own - others) >= other.least)

    def within(self, other: Choice, has: Callable[[Sought, Sought], bool]) -> bool:
        """Whether any ``least`` of these ``has`` enough of ``other``, as a phrase has its parts."""
        if len(self.items) == len(other.items) == self.least == other.least == 1:
            return has(self.items[0], other.items[0])
        if self.least == len(self.items) and max(self.least, other.least) > 1:
            return sum(any(has(own, item) for own in self.items) for item in other.items) >= other.least
        if other.least > 1:
            return False
        alien, others = 0, _set(other)
        for own in _set(self).every - others.every:
            alien += not any(has(own, item) for item in others.akin(own))
            if alien >= self.least:
                return False
        return True


def _parted(items: tuple[Sought, ...], place: Place, other: Place) -> bool:
    """Whether sentences count in a place by a part of them, but only as a whole in the other."""
    return Sentence() in items and place.cuts and not other.cuts


@node
class Mentions(Observation):
    """At least ``what.least`` of the patterns occur in the region."""

    what: Choice
    where: Place

    example = 'at least two of "free", "win", "cash" occur in it'
    phrases = (
        say("{what:arguments} is {where}"),
        say("{where} starts with {what}", where=Edge("start", Here())),
        say(f"{{where}} ({STARTS}) with {{what}}", where=Edge("start", Here())),
        say("{where} ends with {what}", where=Edge("end", Here())),
        say("{where} ends in {what}", where=Edge("end", Here())),
        say(f"{{where}} ({ENDS}) (with|in) {{what}}", where=Edge("end", Here())),
        say("{where} mentions {what}"),
        say(f"{{where}} (has|{MENTIONS}|matches|comes with) {{what}}"),
        say(f"{{where:writer}} ({WRITES}) {{what}}"),
        say("{where} has {what} in it"),
        say(f"{{what}} ({OCCURS}|matches) [{{where}}]"),
        say(f"{{what}} is ({SEEN}) [{{where}}]"),
        say(f"{{what}} is ({PLACED}) {{where}}"),
        say("there is {what} [{where}]"),
        say(
            "{where} is (capitalised|capitalized)",
            where=Edge("start", Here()),
            what=Choice((Kind("capitalised_word"),)),
        ),
    )
    order = {"what": 1, "where": 1}

    def mirrored(self) -> Mentions | None:
        """The same said of what it is beside, or None: ``"b" right after "a" -> "a" right before "b"``."""
        where = self.where
        if not isinstance(where, Beside) or not isinstance(where.of, Whole) or self.what.least != 1:
            return None
        return Mentions(Choice(where.what), replace(where, side=OPPOSITE[where.side], what=self.what.items))

    def below(self, other: Node) -> bool:
        """By ``order``, on either side of a beside; see :meth:`mirrored`."""
        if not isinstance(other, Mentions) or _parted(self.what.items, self.where, other.where):
            return False
        mirrored = self.mirrored() if isinstance(other.where, Beside) else None
        return self._below(other) or (mirrored is not None and mirrored._below(other))

    def _below(self, other: Mentions) -> bool:
        """By ``order``; also, where a part of an occurrence is as good as all of it, if it contains the other."""
        if isinstance(self.where, Whole) and self.where == other.where:
            return self.what.below(other.what) or self.what.within(other.what, _leads)
        if all(item.lone for item in self.what.items) and self.where.touching(other.where):
            return self.what.below(other.what)
        if not self.where.covered(other.where, most_words(self.what.items)):
            return False
        if self.what.below(other.what):
            return True
        return (self.where.keeps_parts or other.where.keeps_parts) and self.what.within(other.what, _contains)

    def cases(self) -> Iterable[frozenset[object]]:
        """Those of each pattern, if any will do."""
        return [case for item in self.what.items for case in item.cases()] if self.what.least == 1 else ()

    def needs(self) -> Iterable[frozenset[object]]:
        """What its pattern needs; of several, something that one of them does."""
        each = [list(item.needs()) for item in self.what.items]
        return each[0] if len(each) == 1 else (frozenset().union(*chain(*each)),) if all(each) else ()

    @property
    def never(self) -> bool:
        """If it asks for more things than there are."""
        return self.what.least > len(self.what.items)

    def expanded(self) -> Condition:
        """A mention of any is one or the other, of all is one and the other, if the same must be there for each."""
        if len(self.what.items) == 1 or self.what.least not in (1, len(self.what.items)):
            return self
        singles: tuple[Condition, ...] = tuple(Mentions(Choice((item,)), self.where) for item in self.what.items)
        if any(sources(single) != sources(self) for single in singles):
            return self
        return Or(singles) if self.what.least == 1 else And(singles)

    def compared(self) -> Compare | None:
        """A mention of any of several is a count of at least one."""
        return Compare(Count(self.what.items, self.where), Interval(1, None)) if self.what.least == 1 else None

    def holds(self, run: Run) -> Mask:
        """Where enough of the patterns occur, and nothing is missing that any of them needs."""
        mask = self._found(run)
        return mask if all(source.kind == "text" for source in sources(self)) else mask & run.known(self)

    def _found(self, run: Run) -> Mask:
        """Where enough of the patterns occur, of those for which nothing is missing."""
        rows, column = len(run), self.where.column
        if isinstance(self.where, Whole):
            masks = run.rows(self.what.items, column)
            if self.what.least == 1:
                return np.asarray(np.logical_or.reduce(masks), dtype=bool)
            return np.asarray(np.sum(masks, axis=0, dtype=np.int32) >= self.what.least, dtype=bool)
        if self.what.least == 1:
            return self.where.found(run, self.what.items).hit(rows)
        found = np.zeros(rows, dtype=np.int32)
        for item in self.what.items:
            found += self.where.found(run, (item,)).hit(rows)
        return found >= self.what.least


@node
class Count(Measurement):
    """How often any of the patterns occurs in the region; letters and digits count one by one."""

    what: tuple[Sought, ...]
    where: Place

    integral = True
    total = True
    example = 'it mentions "free" at least twice'
    floor = 0
    names = (
        say("the number of {what:kinds} [{where:held}]"),
        say("the (number|count) of [(times|occurrences of|mentions of)] {what} [{where}]"),
    )
    phrases = (
        say("{where} has {amount} {what:kinds}"),
        say(f"{{where}} (mentions|{MENTIONS}|comes with) {{amount}} {{what:kinds}}"),
        say("{where} mentions {what} {times}"),
        say(f"{{where}} (has|{MENTIONS}) {{what}} {{times}}"),
        say(f"{{where:writer}} ({WRITES}) {{amount}} {{what:kinds}}"),
        say(f"{{where:writer}} ({WRITES}) {{what}} {{times}}"),
        say("{where} has {amount} (occurrences|instances|mentions) of {what}"),
        say("{where} is {amount} {what:kinds} [long|in length]"),
        say("{where} is longer than {over} {what:kinds}"),
        say("{where} is shorter than {under} {what:kinds}"),
        say("{where} (consists of|is made of|is made up of|is composed of|is built of) {amount} {what:kinds}"),
        say("{where} repeats {what} {times}"),
        say("{where} (talks|speaks|writes) {times} about {what}"),
        say("{what} is repeated {times} [{where}]"),
        say(f"{{what}} ({OCCURS}) {{where}} {{times}}"),
        say(f"{{what}} is ({SEEN}) {{where}} {{times}}"),
        say("{what} is {where} {times}"),
        say("{where} has {what} in it {times}"),
        say(f"{{what}} ({OCCURS}) {{times}} [{{where}}]"),
        say(f"{{what}} is ({SEEN}) {{times}} [{{where}}]"),
        say("there is {amount} {what:kinds} [{where}]"),
        say("there is {amount} (occurrences|instances|mentions) of {what} [{where}]"),
        say("there is {what} {times} [{where}]"),
        say("there is {what} {where} {times}"),
        say(f"{{amount}} {{what:kinds}} (is|{OCCURS}) {{where}}"),
        say(f"{{amount}} {{what:kinds}} is ({SEEN}) [{{where}}]"),
    )
    order = {"what": 1, "where": 1}

    def fault(self) -> str | None:
        """What has one place only is not counted."""
        alone = len(self.what) == 1 and self.what[0].single
        return "it has one place, count its text" if alone else None

    def below(self, other: Node) -> bool:
        """By ``order``; also if it counts one pattern that contains one of the other's."""
        if not isinstance(other, Count) or _parted(self.what, self.where, other.where):
            return False
        if Ordered.below(self, other):
            return True
        if not self.where.covered(other.where, most_words(self.what)):
            return False
        if _set(self).every <= _set(other).every:
            return True
        alone = self.what[0] if len(self.what) == 1 and (self.where.keeps_parts or other.where.keeps_parts) else None
        return alone is not None and any(map(alone.contains, other.what))

    def measure(self, run: Run) -> Numbers:
        """The number of occurrences per row."""
        index = run.index(self.where.column)
        if Character() in self.what and isinstance(self.where, Whole):
            others = [total_of((item,), self.where, run) for item in self.what if item != Character()]
            total = np.sum([np.asarray(index.lengths, dtype=np.float64), *others], axis=0)
        else:
            total = total_of(self.what, self.where, run)
        return np.where(run.known(self), total, np.nan)


@node
class Share(Measurement):
    """Which share of the letters, words, ... in the region is of another kind; missing where there are none."""

    part: tuple[Sought, ...]
    whole: tuple[Sought, ...]
    where: Place

    example = "more than half of the letters are capitals"
    floor = 0
    phrases = (
        say("{share} of the {whole:kinds} [{where:held}] are {part:quality}"),
        say("{share} {whole:kinds} [{where:held}] are {part:quality}"),
        *(
            say(
                f"{{where}} is ({bare}|[({WRITTEN})] (({WHOLLY})|[({WHOLLY})] in [({WHOLLY})]) ({letters})) [only]",
                part=(Kind(kind),),
                whole=(Kind("letter"),),
                share=Interval(1, 1),
            )
            for kind, bare, letters in (
                ("capital_letter", f"({CAPITALS})", f"({CAPITALS}) [(letters|characters)]"),
                ("lowercase_letter", f"({LOWERCASE})", f"({LOWERCASE}|small) [(letters|characters)]"),
            )
        ),
        say(
            "{where} is (mostly|mainly|largely) [(in|written in)] (caps|capitals|uppercase|upper case)",
            part=(Kind("capital_letter"),),
            whole=(Kind("letter"),),
            share=Interval(0.5, None, low_open=True),
        ),
        say("the (share|proportion|percentage|fraction) of {part:kinds} among the {whole:kinds} [{where}] is {share}"),
    )
    order = {"part": 1}

    def measure(self, run: Run) -> Numbers:
        """The share per row, from 0 to 1."""
        part, whole = (total_of(what, self.where, run) for what in (self.part, self.whole))
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.where(run.known(self) & (whole > 0), part / whole, np.nan)

    def fault(self) -> str | None:
        """Letters are a share of letters or characters, words of words, sentences of sentences."""
        if len(self.part) != 1 or len(self.whole) != 1:
            return "a share is taken of one kind"
        part, whole = self.part[0], self.whole[0]
        if isinstance(part, (Sentence, Character)):
            return "sentences and characters have no share"
        if (part.words or 1) > 1:
            return "several words in a row have no share"
        if part.scale != whole.scale:
            return "letters and digits are shares of letters or characters, kinds of word are shares of words"
        odd = whole.scale == "figure" or (whole.scale == "sentence" and not isinstance(whole, Sentence))
        return "only letters, words and sentences have shares" if odd else None


def most_words(patterns: tuple[Sought, ...]) -> int | None:
    """How many words an occurrence of any of the patterns has at most; None if that is not known."""
    each = [pattern.words for pattern in patterns]
    return None if None in each else max((own for own in each if own is not None), default=0)


def total_of(what: tuple[Sought, ...], where: Place, run: Run) -> Numbers:
    """How much of the patterns the region has, per row; kinds of token in a whole text are counted once per index."""
    only = what[0] if len(what) == 1 and isinstance(where, Whole) else None
    if isinstance(only, Kind):
        return run.index(where.column).counts(KINDS[only.name]).astype(np.float64)
    if isinstance(only, Sentence):
        return run.index(where.column).sentences.astype(np.float64)
    return where.found(run, what).per_row(len(run))
