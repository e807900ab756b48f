"""What the arguments have in common: a sentence, their words, their letters, how they are written."""

from __future__ import annotations

from typing import Any

from ...grammar.nodes import And, Compare, Condition, Interval, Not
from ...primitives.arithmetic import Difference
from ...primitives.base import Place
from ...primitives.occurrences import SameLetter
from ...primitives.patterns import Characters
from ...primitives.regions import ANYWHERE, Beside, Edge, Here, Portion, Stretch
from ...primitives.relations import Argument, Around, Common, Inside
from ...primitives.text import Choice, Count, Mentions
from ..assemble import finish, settled_list
from ..standins import RefusedError, Said, checked
from .alone import WORD, Pair
from .clauses import said_of_what
from .lists import listed, nothing, some
from .pairs import stretches_alike, text_equals
from .relations import in_one_sentence, in_two_sentences, said_of_pair
from .sides import counted_there
from .two import TWO, common_words

# -- sentences -------------------------------------------------------------------------------------------


def two_together() -> Condition:
    return said_of_pair(TWO, in_one_sentence())


def comes_together(ordered: Condition) -> Condition:
    return And((ordered, two_together()))


def behind_in_sentence(other: Any, side: str = "after") -> Place:
    """On one side of an argument and in its sentence: of what occurs only once, it is the same sentence."""
    items = settled_list(listed(other))
    if len(items) != 1 or not isinstance(items[0], Argument):
        raise RefusedError("it is not clear which sentence is meant")
    place: Place = finish(Beside, {"side": side, "distance": ANYWHERE, "what": items, "of": Around(items[0].name)})
    return place


def ahead_in_sentence(other: Any) -> Place:
    return behind_in_sentence(other, "before")


def two_separate() -> Condition:
    return said_of_pair(TWO, in_two_sentences())


# -- the words of the arguments --------------------------------------------------------------------------


def so_worded(number: float, root: Place) -> Condition:
    return Said(root, finish(Count, {"what": WORD, "where": Here(), "amount": Interval(number, number)}))


def of_so_many(root: Place, amount: Interval, kinds: Any) -> Condition:
    return Said(root, finish(Count, {"what": kinds, "where": Here(), "amount": amount}))


def holds_part(root: Place, part: Place) -> Condition:
    """A word of the one argument is among the words of the other."""
    if not (isinstance(root, Inside) and isinstance(part, Portion) and (part.count, part.unit) == (1, "word")):
        raise RefusedError("only the first or last word of an argument is looked for in the other")
    if not isinstance(part.of, Inside) or part.of == root:
        raise RefusedError("only the first or last word of an argument is looked for in the other")
    return Said(None, Compare(Common(part, root), Interval(1, None)))


def part_within(part: Place, root: Place) -> Condition:
    return holds_part(root, part)


def part_is_part(one: Place, other: Place) -> Condition:
    if not all(isinstance(own, Portion) and isinstance(own.of, Inside) for own in (one, other)):
        raise RefusedError("only parts of the arguments are compared")
    return stretches_alike(one, other)


def text_equals_none(root: Place, items: Any) -> Condition:
    return Not(text_equals(root, some(items)))


def words_overlap() -> Condition:
    return words_shared(TWO)


def words_shared(pair: Pair) -> Condition:
    return Said(None, common_words(pair, Interval(1, None)))


def no_words_shared(pair: Pair) -> Condition:
    return Not(words_shared(pair))


def letter_of_is(root: Place, side: str, text: str) -> Condition:
    if len(text) != 1:
        raise RefusedError("a letter is one character")
    where = Edge("start" if side == "after" else "end", Here())
    return Said(root, Mentions(Choice((Characters(text),)), where))


def last_letter_is(side: str, root: Place, text: str) -> Condition:
    return letter_of_is(root, side, text)


def letters_at_edge(side: str, *told: Any) -> Condition:
    """So many letters at the start or the end of a text; a number must be that of those that are told."""
    *number, root = (each for each in told if not isinstance(each, str))
    texts = [each for each in told if isinstance(each, str)]
    if any(len(text) != (number[0] if number else len(texts[0])) for text in texts) or len(texts[0]) < 2:
        raise RefusedError("the letters that are told are not as many")
    where = Edge("start" if side == "after" else "end", Here())
    return Said(root, Mentions(Choice(tuple(map(Characters, texts))), where))


def letters_of_at_edge(root: Place, side: str, *told: Any) -> Condition:
    numbers, texts = ([own for own in told if isinstance(own, str) == told_so] for told_so in (False, True))
    return letters_at_edge(side, *numbers, root, *texts)


def follow_there(place: Place, amount: Interval, kinds: Any) -> Condition:
    return counted_there(amount, kinds, place)


def longer_in(one: Place, other: Place, kinds: Any) -> Condition:
    counts = [checked(Count(settled_list(kinds), own)) for own in (one, other)]
    return Said(None, Compare(checked(Difference(*counts)), Interval(0, None, low_open=True)))


def shorter_in(one: Place, other: Place, kinds: Any) -> Condition:
    return longer_in(other, one, kinds)


def none_may(items: Any, predicate: Any) -> Condition:
    return said_of_what(nothing(items), (predicate, True))


# -- letters ---------------------------------------------------------------------------------------------


def letters_alike() -> Any:
    return "letters", True, "first"


def letters_unlike() -> Any:
    return "letters", False, "first"


def last_letters_alike() -> Any:
    return "letters", True, "last"


def their_letters_alike() -> Condition:
    return said_of_pair(TWO, letters_alike())


def their_letters_unlike() -> Condition:
    return Not(their_letters_alike())


def their_last_letters_alike() -> Condition:
    return said_of_pair(TWO, last_letters_alike())


def letters_of_alike(pair: Pair) -> Condition:
    return said_of_pair(pair, letters_alike())


def first_letters_alike(one: Place, other: Place) -> Condition:
    if not (isinstance(one, Stretch) and isinstance(other, Stretch)):
        raise RefusedError("it is not clear whose letters are compared")
    return Said(None, SameLetter("first", one, other))


def letters_differ(one: Place, other: Place) -> Condition:
    return Not(first_letters_alike(one, other))


def last_letters_differ(one: Place, other: Place) -> Condition:
    if not (isinstance(one, Stretch) and isinstance(other, Stretch)):
        raise RefusedError("it is not clear whose letters are compared")
    return Said(None, Not(SameLetter("last", one, other)))


COSTS = {
    **dict.fromkeys(("last_letter_is", "letter_of_is", "holds_part", "part_within", "part_is_part"), -1),
    **dict.fromkeys(("so_worded", "two_separate"), 2),
}
"""What a rule adds to the cost of a reading."""
