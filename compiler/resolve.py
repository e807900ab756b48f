"""Clauses get their subjects: what "it", "there" and "that sentence" speak of, from left to right."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, Literal

from ..grammar.nodes import And, Compare, Condition, Interval, Or, Quantity
from ..primitives.arithmetic import Difference
from ..primitives.base import Observation, Place, Sought
from ..primitives.dates import Calendar, Moment
from ..primitives.patterns import Words
from ..primitives.regions import Beside, Between, Here, Joint, Nth, Portion, Whole
from ..primitives.relations import Argument, Around, Inside
from ..primitives.sections import Section
from ..primitives.surroundings import Away
from ..primitives.tables import Alike, Field, Is, Present
from ..primitives.text import Choice, Count, Mentions
from .antecedents import (
    about_argument,
    about_writing,
    any_listed_of,
    counts_words,
    former_of,
    it_beside,
    lists_of,
    measured_by,
    order_of,
    place_of,
    section_there,
    sides_of,
    single_sentence,
    standing_in,
    thing_of,
    topic_of,
    which_of,
)
from .apart import no_words, told_apart
from .argument_names import FIRST, OTHER, SECOND
from .numerals import Worth
from .of_sentences import of_sentences, sentences_counted
from .references import TEXT, UNNAMED
from .settling import settle
from .standins import (
    About,
    Again,
    AsBefore,
    BetweenThem,
    BothThings,
    Counted,
    Former,
    InBetween,
    It,
    ItsName,
    OfTexts,
    OfUsual,
    PartOf,
    Places,
    RefusedError,
    Said,
    SameQuantity,
    ThatPhrase,
    ThatSection,
    ThatSentence,
    Them,
    There,
    Which,
    checked,
)
from .turns import in_the_order_told
from .units import may_be_worth

SPOKEN_OF = (
    Here,
    Places,
    It,
    ItsName,
    Again,
    ThatPhrase,
    PartOf,
    Former,
    Them,
    BothThings,
    There,
    Counted,
    ThatSentence,
    ThatSection,
)
"""What in a clause may stand for what it is said of, or for what was spoken of before."""


def resolve(condition: Condition, *, sole: bool = False) -> Condition:
    """Give every clause its subject: its own, or that of the clause before it, or the text.

    Where there is a ``sole`` argument, "between them" may be between it and what stands beside it.

    Behind a clause about an argument or a part, only a clause that leaves its subject out is about that too; what is
    said behind "in the first sentence" is said of it.
    """
    resolved: Condition = _SoFar(sole=sole).visit(condition)
    return resolved


@dataclass
class _SoFar:
    """What has been spoken of up to a clause.

    Attributes:
        last: the last clause; ``current``: the place that it was about.
        placed: whether a clause without a verb of its own goes on with it.
        named: the last thing that "it" beside a place may be; ``things``: the last that stands somewhere.
        listed: the last list, for "them"; ``any_listed``: of which any was to be there, for "it".
        there: the last place in which something was looked for; ``counted``: the last number of words of one.
        lone: the text of which it was told that it is one sentence.
        texts: the texts or sections of the last clause; ``named_texts``: all texts that were named so far.
        headed: the section that the last clause was about; ``sections``: the last one spoken of at all.
        measured: what was last compared with a number; ``valued``: the column of which a value was last told, or, if
            not ``value_told``, that it has one or none.
        standing: the place that stood somewhere in the last clause.
        former: the first of the last two things; ``ordered``: both, in their order.
        sides: what stood beside something, and beside what; ``sole``: whether there is one argument.
    """

    last: Condition | None = None
    current: Place = field(default_factory=Whole)
    placed: bool = True
    named: Sought | None = None
    things: Sought | None = None
    listed: tuple[Sought, ...] = ()
    any_listed: tuple[Sought, ...] = ()
    there: Place | None = None
    counted: Compare | None = None
    lone: Place | None = None
    texts: set[Place] = field(default_factory=set)
    named_texts: list[Whole] = field(default_factory=list)
    headed: Section | None = None
    sections: Section | None = None
    measured: Quantity | None = None
    valued: str = ""
    value_told: bool = False
    standing: Place | None = None
    former: Sought | None = None
    ordered: tuple[Sought, Sought] | None = None
    sides: tuple[tuple[Sought, ...], tuple[Sought, ...]] | None = None
    sole: bool = False

    def visit(self, item: Any) -> Any:
        """The item with what it speaks of put in its place."""
        if isinstance(item, About):
            self.current = settle(self.visit(item.subject), Whole())
            return self.visit(item.body)
        if isinstance(item, OfTexts):
            return self._of_texts(item)
        if isinstance(item, Said):
            return self._said(item)
        if isinstance(item, Or):
            return self._any_of(item)
        if isinstance(item, Compare):
            return self._compared(item)
        if isinstance(item, Observation):
            column = item.column if isinstance(item, Present) and item.column != TEXT else None
            self.measured = None if column is None else Field(column)
        if isinstance(item, Is) and item.column == UNNAMED:
            return replace(item, column=f"{UNNAMED}{self.valued}")
        if isinstance(item, Alike) and item.other == UNNAMED:
            if self.valued in ("", item.column) or not self.value_told:
                raise RefusedError("it is not clear with what the column is compared")
            return replace(item, other=self.valued)
        if isinstance(item, (Is, Present)):
            self.valued, self.value_told = item.column, isinstance(item, Is)
        if isinstance(item, (Beside, Between)) and item.of == It() and _within(self.current, item):
            item = replace(item, of=Whole())
        if isinstance(item, Between):
            item = self._between(item)
        if isinstance(item, Mentions):
            self._fits_between(item)
            item = in_the_order_told(item)
        if isinstance(item, Choice) and item.items == (Them(),):
            return of_them(_known(self.listed or self.ordered), item)
        if isinstance(item, Choice) and item.items in ((Former(),), (ThatPhrase(),)) and self.any_listed:
            return Choice(self.any_listed)
        if isinstance(item, Mentions) and item.what.items == (BothThings(),):
            return self.visit(self._both(item))
        if isinstance(item, Beside) and item.what == (Again(),) and isinstance(self.named, Again) and self.any_listed:
            item = replace(item, what=self.any_listed)
        if isinstance(item, Beside) and item.what == (ThatPhrase(),) and self.any_listed:
            item = replace(item, what=self.any_listed)
        spoken_of = self._spoken_of(item)
        return item.map(self.visit) if spoken_of is None else spoken_of

    def _said(self, clause: Said) -> Condition:
        """A clause with its subject, and what it leaves to be spoken of."""
        plain = clause.subject is None or isinstance(clause.subject, (It, Here, Which)) or clause.subject == Whole()
        if not plain and not _tells_of_place(clause.body):
            raise RefusedError("nothing is said of what is there")
        self._turn_to(clause)
        argument = self.named
        about = self._about(clause)
        if about_argument(clause.body) and self.any_listed:
            self.named = Again()
        elif about_argument(clause.body) and self.things is not None:  # "x is before it": not one before the other
            self.named = self.things
        if clause.subject is None and no_words(clause.body) and isinstance(self.there, Between):
            about = self.there  # "a comma between them, no words"
        body = self._around(clause.body, about)
        if AsBefore() in body.walk():
            body = _with(body, AsBefore(), self._as_before())
        said: Condition = self.visit(settle(body, about))
        self.named = argument
        self._remember(clause, said)
        return told_apart(said) if clause.subject is None else said

    def _any_of(self, told: Or) -> Condition:
        """One condition or another; of whom they tell is not clear behind them if that is not one and the same."""
        said, named = list[Condition](), set[Sought | None]()
        for item in told.items:
            said.append(self.visit(item))
            named.add(self.named)
        if len(named) > 1 and all(isinstance(one, Argument) for one in named):
            self.named = Again()
        return Or(tuple(said))

    def _around(self, item: Any, about: Place) -> Any:
        """What is told of an argument with what stands beside it there: the text around it has that."""
        if not isinstance(about, Inside):
            return item
        if isinstance(item, (Beside, Between)) and item.of == Here():
            told = {self.named if own == Again() else own for own in item.children()}
            return replace(item, of=Whole()) if Argument(about.name) in told else item
        return item.map(lambda own: self._around(own, about))

    def _of_texts(self, told: OfTexts) -> Condition:
        """What is told of all, any or none of the texts that were spoken of, or of the sentences that were counted."""
        counted = sentences_counted(self.last)
        if counted is not None:
            held: Condition = self.visit(of_sentences(told, counted))
            return held
        if len(self.named_texts) < 2:
            raise RefusedError("it is not clear which texts are meant")
        said = [self.visit(Said(text, told.body)) for text in self.named_texts]
        return Places(tuple(self.named_texts), told.meant).joined(said)

    def _turn_to(self, clause: Said) -> None:
        """Make the subject of a clause the current one."""
        if clause.subject is None:
            return
        if isinstance(clause.subject, Which):
            self.current = which_of(self.last) or self.current
            self.placed = True
            return
        if isinstance(clause.subject, It):
            topic = self.headed or topic_of(self.current)
            if self.standing is not None and about_writing(clause.body):
                topic = self.standing  # "x comes first and it is in capitals"
            self.current = Whole() if _within(topic, clause.body) else topic
        elif isinstance(clause.subject, (ItsName, ThatSentence, ThatSection)):
            self.current = self.visit(clause.subject)
        else:
            self.current = settle(self.visit(clause.subject), Whole())
        self.placed = clause.bare

    def _about(self, clause: Said) -> Place:
        """What a clause is about."""
        about = self.current if clause.subject is not None or clause.bare or _of_text(self.current) else Whole()
        if clause.subject is None and not clause.bare and not self.placed:
            about = topic_of(about)
        if clause.subject is None and clause.bare and self.standing is not None and not _beside_argument(clause.body):
            about = self.standing  # "x is before y and has two words": x has them
        if (
            about == Whole()
            and self.there is not None
            and any(isinstance(own, (Again, ThatPhrase)) for own in clause.body.walk())
        ):
            about = self.there.root if isinstance(self.there.root, Whole) else about  # "it" stands in that text
        return about

    def _remember(self, clause: Said, said: Condition) -> None:
        """What a clause leaves to be spoken of."""
        nodes = list(said.walk())
        self.last = said
        self.former = former_of(said)
        self.standing = standing_in(said, self.standing if clause.bare else None)
        if clause.subject is not None and isinstance(self.current, Whole):  # "the text begins with x and has two words"
            self.standing = None
        self.things = thing_of(said) or self.things
        self.named = it_beside(said) or self.named
        self.ordered = order_of(said) or self.ordered
        self.sides = sides_of(said) or self.sides
        self.listed = next((own.items for own in lists_of(said)), self.listed)
        self.any_listed = any_listed_of(said)
        self.there = next((place_of(own) for own in nodes if isinstance(own, (Mentions, Count))), self.there)
        self.counted = next(filter(counts_words, nodes), self.counted)
        self.lone = next(filter(None, map(single_sentence, nodes)), self.lone)
        self.headed = section_there(said) if clause.subject is None else None
        self.sections = self.headed or next((own for own in nodes if isinstance(own, Section)), self.sections)
        for own in nodes:
            if isinstance(own, Whole) and own.name and own not in self.named_texts:
                self.named_texts.append(own)
        inner = {child for own in nodes if not isinstance(own, Section) for child in own.children()}
        self.texts = {own for own in inner if isinstance(own, (Section, Whole))}
        if clause.subject is not None and isinstance(self.current, Whole):
            self.texts = {self.current}

    def _as_before(self) -> Place:
        """Where quoted words alone stand: where those of the clause before do, if it told of nothing else."""
        if isinstance(self.last, Mentions) and isinstance(self.last.where, Away):
            raise RefusedError("it is not clear whether that may stand there")
        if isinstance(self.last, Mentions):
            words = all(isinstance(item, Words) for item in self.last.what.items)
            return self.last.where if words and not isinstance(self.last.where, Whole) else Here()
        if isinstance(self.current, Inside) or (self.last is not None and _placed(self.last)):
            raise RefusedError("it is not said where that stands")
        return Here()

    def _compared(self, item: Compare) -> Any:
        """A comparison; a number alone is compared with what was compared before, if its unit does not tell."""
        if item.quantity == SameQuantity() and not _may_be(self.measured, item.interval):
            return item
        compared = item.map(self.visit)
        if isinstance(compared.quantity, Difference) and isinstance(compared.quantity.left, Moment):
            raise RefusedError("a number is compared with a date")
        self.measured = measured_by(compared.quantity)
        return compared

    def _both(self, told: Mentions) -> Condition:
        """Both or any of two things stand at a place; they are no arguments if it is told by one."""
        pair = self.ordered if self.ordered is not None else self.listed
        if len(pair) == 2 and not any(isinstance(own, Argument) for own in pair):
            return replace(told, what=of_them(pair, told.what))
        if any(isinstance(own, Argument) for own in told.where.walk()):
            raise RefusedError("it is not clear what both are")
        each = tuple(replace(told, what=Choice((Argument(name),))) for name in (FIRST, SECOND))
        return Or(each) if told.what.least else And(each)

    def _between(self, item: Between) -> Between:
        if self.sole and self.sides is not None and isinstance(item, InBetween):
            return Between(*self.sides, item.of)
        pair = self.ordered or (self.listed if isinstance(item, BetweenThem) else ())
        if isinstance(item, InBetween) and len(pair) == 2:
            left, right = pair
            return Between((left,), (right,), item.of)
        if self.any_listed and isinstance(self.named, Again):
            told: tuple[Any, ...] = ((Again(),), (ThatPhrase(),))
            ends = [self.any_listed if end in told else end for end in (item.left, item.right)]
            item = replace(item, left=ends[0], right=ends[1])
        return _between_it(item) if isinstance(self.named, Again) else item

    def _fits_between(self, told: Mentions) -> None:
        """Refuses an argument between things that are the arguments, as none others were spoken of."""
        argument = any(isinstance(own, Argument) for own in told.what.items)
        between = (own for own in told.where.walk() if isinstance(own, InBetween)) if argument else ()
        if any(isinstance(self._between(own), InBetween) for own in between):
            raise RefusedError("an argument does not stand between the arguments")

    def _that_sentence(self) -> Place:
        """The sentence that was spoken of; all of the text if it is the only one, or if nothing was."""
        if isinstance(self.current, (Nth, Portion)) and self.current.unit == "sentence":
            return self.current
        if isinstance(self.named, Argument):
            return Around(self.named.name)
        if self.lone is None and (self.things is not None or self.named is not None):
            raise RefusedError("it is not clear which sentence is meant")
        return self.lone or Whole()

    def _spoken_of(self, item: Any) -> Any:
        """What a word such as "it" or "there" stands for; None if the item is no such word."""
        if isinstance(item, SameQuantity):
            return _known(self.measured, "it is not clear what is compared with the number")
        if isinstance(item, OfUsual):
            return replace(item, measured=() if self.measured is None else (self.measured,))
        if isinstance(item, ThatSentence):
            return self._that_sentence()
        if isinstance(item, ThatSection):
            return _that_section(self.sections)
        if isinstance(item, There):
            return _known(self.there, "it is not clear where that is")
        if isinstance(item, Counted):
            return _of_the_counted(item, self.counted, self.there)
        if isinstance(item, ItsName):
            return Inside(self.named.name) if isinstance(self.named, Argument) else topic_of(self.current)
        if isinstance(item, It):
            topic = topic_of(self.current)
            return next(iter(self.texts)) if topic == Whole() and len(self.texts) == 1 else topic
        if isinstance(item, Former):
            return _known(self.former)
        if isinstance(item, PartOf):
            return _whole_of(item.whole, self.things)
        if isinstance(item, ThatPhrase):
            return _known(self.things, "it is not clear which words are meant")
        if isinstance(item, Again):
            return _known(None if isinstance(self.named, Again) else self.named)
        return None


def _within(place: Place, item: Any) -> bool:
    """Whether within an argument it is told of that argument: the text around it is meant."""
    return isinstance(place, Inside) and Argument(place.name) in item.walk()


def _tells_of_place(condition: Condition) -> bool:
    """Whether a clause tells something of the place that it is said of, or of what was spoken of before."""
    return any(isinstance(own, SPOKEN_OF) for own in condition.walk())


def _known(what: Any, unclear: str = "it is not clear what the pronoun stands for") -> Any:
    if what is None:
        raise RefusedError(unclear)
    return what


def _between_it(place: Between) -> Between:
    """Between an argument and "it": that is the other argument, where it is not clear otherwise what it is."""
    ends = (place.left, place.right)
    for one, other in (ends, ends[::-1]):
        if one == (Again(),) and len(other) == 1 and isinstance(other[0], Argument):
            rest = (Argument(OTHER + other[0].name),)
            return replace(place, left=rest if one is place.left else other, right=other if one is place.left else rest)
    return place


def _whole_of(whole: Words, part: Sought | None) -> Sought:
    """A longer phrase, of which the words spoken of are a part."""
    if not isinstance(part, Words) or part.text == whole.text or f" {part.text} " not in f" {whole.text} ":
        raise RefusedError("these words are no part of that")
    return whole


def of_them(listed: tuple[Sought, ...], wanted: Choice) -> Choice:
    """So many of a list; 0 is all of it."""
    if wanted.least > len(listed):
        raise RefusedError(f"there are only {len(listed)} of them")
    return Choice(listed, wanted.least or len(listed))


def _may_be(quantity: Quantity | None, interval: Interval) -> bool:
    """Whether what was measured may be so much again: no count is so much money or so many minutes."""
    if isinstance(quantity, (Moment, Calendar)):
        return False
    units = {end.unit for end in (interval.low, interval.high) if isinstance(end, Worth)} - {"percent"}
    if quantity is None or not units or not isinstance(quantity, Field):
        return quantity is not None
    return all(may_be_worth(quantity.column, unit) for unit in units)


def _beside_argument(condition: Condition) -> bool:
    """Whether something is told to stand before, after or between arguments."""
    return any(isinstance(own, Argument) for own in condition.walk())


def _placed(condition: Condition) -> bool:
    """Whether it tells of something that stands elsewhere than anywhere in a text."""
    return any(isinstance(own, (Mentions, Count)) and not isinstance(own.where, Whole) for own in condition.walk())


def _with(item: Any, old: Any, new: Any) -> Any:
    """The item with one of its parts replaced."""
    return new if item == old else item.map(lambda own: _with(own, old, new))


def _of_the_counted(which: Counted, counts: Compare | None, there: Place | None) -> Place:
    """The place of the words that were counted, or of those between two things; or of one of them."""
    place = counts.quantity.where if counts is not None and isinstance(counts.quantity, Count) else there
    if place is None or (counts is None and not isinstance(place, Between)):
        raise RefusedError("it is not clear which words are meant")
    if which.sole and (counts is None or counts.interval.over_integers().high != 1):
        raise RefusedError("it is not clear which word this is")
    if not which.nth:
        return place
    if not isinstance(place, Between):
        raise RefusedError("it is not clear which word this is")
    side: Literal["after", "before"] = "after" if which.nth > 0 else "before"
    distance = Interval(abs(which.nth), abs(which.nth))
    nth: Place = checked(Joint((place, Beside(side, distance, (*place.left, *place.right), place.of))))
    return nth


def _that_section(spoken_of: Section | None) -> Place:
    if spoken_of is None:
        raise RefusedError("it is not clear which section is meant")
    return spoken_of


def _of_text(place: Place) -> bool:
    return isinstance(place.root, (Whole, Here))
