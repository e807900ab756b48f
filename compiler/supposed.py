"""Words that must be words of the text, in an explanation that is not read as it stands: "wife is between them".

What the sentence says of them tells so, and not what they are: that they come somewhere ("side effect of comes right
before it"), that they are a word ("the word student", "the first word is hey"), or, of words that the corpus has, that
a text has them ("it has rats or mice in it"). The reader takes them as if they stood in quotes, reads once more, and
tells so in a note. A word that judges, one of many things ("typos occur"), and one behind "a" are never taken so: they
tell of what kind something is.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from ..corpora.tokenizer import function_words
from ..grammar.asides import CHECKED
from ..grammar.untold import NO_CONDITION, QUALITIES
from .cues import EDGES, NAMING, NEAR, OF_SPEECH, PARTING
from .unquoted import CHOOSING, HAVING, JOINING, POINTING, SAYING, of_many

LONGEST = 4
"""So many words a phrase without quotes has at most."""

BEGINNING = frozenset(
    [*PARTING, *JOINING, "but", "that", "unless", "except", "while", "then", "hence", "so", "-", "–", "(", "i.e.",
     "either", "neither", "both", "not"]
)  # fmt: skip
"""What joins such words, and behind what they begin."""

BEING = frozenset(["is", "are", "was", "were", "'s", "be"])
COMING = frozenset(
    ["occurs", "occur", "occurred", "appears", "appear", "appeared", "stands", "stand", "comes", "come", "sits",
     "lies", "precedes", "precede", "follows", "follow", "shows"]
)  # fmt: skip
EDGING = frozenset(["starts", "begins", "opens", "ends", "closes", "finishes"])
MANY = frozenset(["are", "were", "occur", "appear", "stand", "come", "precede", "follow"])
"""Verbs that tell where something stands; of those, the ones that are told of several things."""

INWARDS = frozenset(["in", "inside", "to"])
PLACES = INWARDS | {
    "between", "before", "after", "behind", "preceding", "following", "within", "next", "among", "amongst", "near",
    "close", "right", "directly", "immediately", "left", "anywhere", "somewhere", "nowhere", "there", "beside", "just",
    "straight",
}  # fmt: skip
SAID_OF = frozenset(
    ["the", "its", "their", "it", "them", "this", "both", "either", "front", "middle", "between", "there"]
)
"""The words with which a place begins; behind the first few, others must go on: "in capitals" is none."""

USED = frozenset(["mentioned", "used", "written", "said", "found", "present", "placed", "seen"])
"""What is told of words."""

SEEING = frozenset(
    ["see", "sees", "saw", "wrote", "write", "writes", "find", "finds", "uses", "use", "using", "no", "not"]
)
BESIDE = frozenset(["before", "after", "behind", "following", "preceding", "of", "to"])
JOINED = frozenset(["followed", "preceded", "linked", "joined", "connected", "separated", "divided", "surrounded"])
"""Verbs before what is found in a text; the words before what something stands beside; verbs before "by" and that."""

AMOUNT = frozenset(
    ["at", "no", "not", "exactly", "only", "up", "less", "fewer", "more", *["one", "two", "three", "four", "five"]]
)
UNITS = frozenset(["word", "words", "token", "tokens", "sentence", "sentences", "position", "positions"])
POINTED_AT = 4
"""So soon behind its colon a list is pointed at."""
FAR = 6
"""A distance begins with an amount; its unit is among the next so many words."""

ADVERBS = frozenset(["not", "n't", "never", "also", "only", "always", "both", "all", "either", "located", "placed"])
BEFORE = frozenset(
    ["the", "this", "that", "any", "word", "words", "phrase", "term", "either", "neither", "both", "also", "even",
     "only", "just"]
)  # fmt: skip
"""What may stand between a verb and the place, and before such words."""

LEADING = BEFORE | OF_SPEECH
"""What such a phrase does not begin with, like the "of" behind a word that chooses ("any of the verbs buy or sell")."""

DETERMINERS = frozenset(["a", "an", "some", "such", "no", "another"])
NUMBERING = DETERMINERS | {"first", "last", "one", "every", "each", "second", "third", "fourth", "fifth"}
"""Behind one of these, or a number, "word" does not tell that a word comes."""

ANYTHING = frozenset(
    ["something", "anything", "nothing", "everything", "someone", "anyone", "thing", "things", "stuff"]
)
"""Behind one of the first, a word tells of what kind something is; the others do not say what it is."""

JUDGING = NO_CONDITION.keys() | ANYTHING
NOTHING = JUDGING - frozenset(QUALITIES)
"""Words that judge, or tell of nothing; of these, those that are it also where something is told to stand somewhere."""

CLOSED = frozenset(
    [*BEGINNING, *BEING, *COMING, *HAVING, *SAYING, *EDGES, ".", ";", "!", "?", ")", "=", "does", "do", "did", "never",
     "no", "none", "n't", "at", "least", "most", "more", "less", "than", "it", "them", "they", "he", "she", "i", "we",
     "you", "there", "this", "which", "who", "times", "twice", "once", "anywhere", "somewhere", "between", "before",
     "after", "within", "near", "while", "mentioned", "used", "written", "found", "letter", "letters", "capital",
     "capitals", "character", "characters", "must", "should", "shall", "may", "might", "would", "could", '"']
)  # fmt: skip
LINKING = frozenset(["in", "of", "to", "for", "on", "with", "from", "by", "up", "into", "about", "over"])
"""No phrase goes on over one of the first; over one of the others it may, if it does not do to stop before."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of an explanation, or a quotation: in lower case, from which character to which, and what it is.

    ``kind`` tells whether it is one of ours, names an argument or a column or is one of its values, or is strange.
    """

    form: str
    start: int
    end: int
    kind: Literal["ours", "name", "value", "strange"]


ASKING = frozenset(["who", "whom", "whose", "what", "which", "when", "where", "why", "how"])
BEHIND_ASKING = JOINING | {"at", "as", "anywhere", "somewhere", ""}
EDGES_TOLD = frozenset(["first", "last", "second", "third", "only", "opening", "final"])
"""Words that ask; what a word is called by its place."""

VERBS = frozenset(["call", "make", "give", "move", "keep", "name", "go"])
"""Of the words that usually only join and point, those that do not."""

Stretch = tuple[int, int]
"""From which word or character to which."""

Occurs = Callable[[int, int], bool]
"""Whether the corpus has what stands from one character to another."""


def supposed(
    words: Sequence[Word], occurs: Occurs, quoted: Collection[str] = frozenset()
) -> Iterator[tuple[Stretch, ...]]:
    """Which characters of an explanation to take as if they were quoted; what is likeliest first.

    Args:
        words: the words of the explanation.
        occurs: whether the corpus has what stands from one character to another.
        quoted: what stands in quotes somewhere, and may be taken up again without them ("'win' and 'stop', win first").
    """
    sentence = _Sentence(words, occurs)
    seen = set[tuple[Stretch, ...]]()
    again = tuple((word.start, word.end) for word in words if word.form in quoted and _content(word.form))
    if again:
        seen.add(again)
        yield again
    for over in (frozenset[str](), LINKING):
        found = dict[int, Stretch]()
        for run in (
            *sentence.listed(),
            *sentence.listed_before(),
            *sentence.asked(),
            *sentence.placed(),
            *sentence.called(),
            *sentence.held(over),
        ):
            found.setdefault(run[0], run)
        spans = tuple((words[i].start, words[k - 1].end) for i, k in _apart(sorted(found.values())))
        if spans and spans not in seen:
            seen.add(spans)
            yield spans


def _content(form: str) -> bool:
    """Whether a word is none that only joins, points, denies, counts or places."""
    small = CLOSED | PLACES | BEFORE | DETERMINERS | AMOUNT | UNITS | COMING | EDGING | USED | CHECKED
    return form.isalpha() and form not in small and (form in VERBS or form not in function_words())


def _apart(runs: list[Stretch]) -> Iterator[Stretch]:
    """Those that do not begin within another."""
    end = 0
    for i, k in runs:
        if i >= end:
            yield i, k
            end = k


class _Sentence:
    """The words of an explanation, and what they tell of each other."""

    def __init__(self, words: Sequence[Word], occurs: Occurs) -> None:
        self.words, self.occurs = words, occurs
        self.forms = [word.form for word in words]

    def placed(self) -> Iterator[Stretch]:
        """Phrases of which it is told where they stand: "stake in stands between X and Y", "wow starts the text"."""
        for at, form in enumerate(self.forms):
            if not (
                (form in BEING and self._tells_place(at + 1))
                or (form in PLACES | {"at"} and self._tells_place(at))
                or (form in COMING and self._may_end(at + 1))
                or (form in EDGING and self._form(at + 1) in SAID_OF)
            ):
                continue
            items = list(self._before(at - (self._form(at - 1) == "both")))
            if self._may_stand(at, items):
                yield from items

    def _may_stand(self, at: int, items: list[Stretch]) -> bool:
        """Whether the phrases before a verb or a place are words that stand there; without either, the corpus tells."""
        form, strange = self.forms[at], self._strange(items)
        if not items or self._tells_of(items, NOTHING) or self._definite(items):
            return False
        verbless = form in PLACES | {"at"} and UNITS.isdisjoint(self.forms[at : at + FAR])
        if verbless or self._tells_of(items, QUALITIES):
            return strange and self._found(items)
        if form in MANY:
            return strange and not self._of_many(items)
        return strange or [k - i for i, k in items] == [1]

    def listed(self) -> Iterator[Stretch]:
        """The words of a list that is the whole explanation, but for a verb, if one of its items is quoted."""
        begin = int(bool(self.forms) and self.forms[0] in HAVING | SAYING)
        items, at = list[Stretch](), begin
        for i in range(begin, len(self.forms) + 1):
            if i == len(self.forms) or self.forms[i] in JOINING or self.forms[i] == ".":
                if i > at:
                    items.append((at, i))
                at = i + 1
        single = all(k - i == 1 and (self.forms[i] == '"' or _content(self.forms[i])) for i, k in items)
        if len(items) > 1 and single and any(self.forms[i] == '"' for i, _ in items):
            yield from (run for run in items if self.forms[run[0]] != '"' and self.words[run[0]].kind != "name")

    def listed_before(self) -> Iterator[Stretch]:
        """The words of a list that is pointed at behind its colon: "mother, father: any of these before X"."""
        end = self.forms.index(":") if ":" in self.forms else 0
        if not {"these", "those", "them"}.isdisjoint(self.forms[end + 1 : end + 1 + POINTED_AT]):
            items = list(self._before(end))
            if len(items) > 1 and items[-1][0] == 0 and all(k - i == 1 for i, k in items):
                yield from items

    def asked(self) -> Iterator[Stretch]:
        """A question word of which it is told where it stands: "has Where at the start", "Which is the first word"."""
        for at, form in enumerate(self.forms):
            if form not in ASKING:
                continue
            held = self._form(at - 1) in HAVING and self._form(at + 1) in BEHIND_ASKING
            edge = self.forms[at + 1 : at + 3] in (["is", "the"], ["as", "the"]) and self._form(at + 4) == "word"
            if held or (edge and self._form(at + 3) in EDGES_TOLD):
                yield at, at + 1

    def called(self) -> Iterator[Stretch]:
        """What a word is said to be, if the corpus has it: "the first word is hey"."""
        for at, form in enumerate(self.forms):
            begun = next((i for i in range(at, 0, -1) if self.forms[i - 1] in BEGINNING), 0)
            if form in BEING and not NAMING.isdisjoint(self.forms[begun : min(at, begun + LONGEST)]):
                items = list(self._behind(at + 1, CLOSED | PLACES))
                if items and self._found(items) and not self._tells_of(items, JUDGING):
                    yield from items

    def held(self, over: frozenset[str]) -> Iterator[Stretch]:
        """Phrases that a text is said to have: "the word student", "has rats or mice", "ends with got married"."""
        for at, form in enumerate(self.forms):
            before = self._form(at - 1)
            named = form in NAMING and before not in NUMBERING and not before[:1].isdigit()
            if named or form in SAYING or form in HAVING | SEEING | BESIDE or self._holds(at):
                items = list(self._behind(at + 1, (CLOSED | PLACES | LINKING) - over))
                said = named or (form in SAYING and not self._tells_how(items))
                edged = self._form(at - 1) in EDGES
                if form in BESIDE and self._definite(items):
                    continue
                found = self._may_be_one(at, items) and self._found(items) and (edged or not self._of_many(items))
                if (found or (said and self._strange(items))) and not self._tells_of(items, JUDGING):
                    yield from items

    def _holds(self, at: int) -> bool:
        """Whether what follows is at the edge of a text, beside something, or all there is to say of a column."""
        form, before = self._form(at), self._form(at - 1)
        return (
            (form in ("with", "in", "on") and before in EDGES)
            or (form == "by" and before in JOINED)
            or (form in BEING and before == "there")
            or (form == ":" and at > 0 and self.words[at - 1].kind == "name")
            or (form == ":" and not POINTING.isdisjoint(self.forms[max(0, at - NEAR) : at]))
        )

    def _may_be_one(self, at: int, items: list[Stretch]) -> bool:
        """Whether one of the phrases is strange, or they are one word called so, or at the edge of a text."""
        told = self._form(at) in NAMING or self._form(at - 1) in EDGES
        return self._strange(items) or (told and [k - i for i, k in items] == [1])

    def _form(self, i: int) -> str:
        return self.forms[i] if 0 <= i < len(self.forms) else ""

    def _tells_place(self, i: int) -> bool:
        """Whether a place follows, or that it is used."""
        while self._form(i) in ADVERBS:
            i += 1
        first, then = self._form(i), self._form(i + 1)
        if first in USED:
            return True
        if first in ("at", "on") and then in SAID_OF:
            return True
        if first in AMOUNT or first.isdigit() or then.isdigit():
            return not UNITS.isdisjoint(self.forms[i : i + FAR])
        if first in INWARDS:
            return then in SAID_OF or (bool(then) and self.words[i + 1].kind == "name")
        return first in PLACES

    def _may_end(self, i: int) -> bool:
        """Whether a verb of standing may end here, or a place, a thing or an amount follows."""
        return self._form(i) in CLOSED | PLACES | AMOUNT | ADVERBS | {"", "up", "the"}

    def _before(self, end: int) -> Iterator[Stretch]:
        """The phrases of the list that ends before the word number ``end``, the last one first."""
        while True:
            i = end
            while i > 0 and self.forms[i - 1] not in CLOSED:
                i -= 1
            run = self._run(i, end) if i == 0 or self.forms[i - 1] in BEGINNING else None
            if run is None:
                return
            yield run
            end = i
            while end > 0 and self.forms[end - 1] in JOINING:
                end -= 1
            if end == i:
                return

    def _behind(self, i: int, ends: frozenset[str]) -> Iterator[Stretch]:
        """The phrases of the list that begins with the word number ``i``, each up to one of ``ends``."""
        while True:
            while self._form(i) in BEFORE or self._form(i) == ":":
                i += 1
            k = i
            while k < len(self.forms) and self.forms[k] not in ends:
                k += 1
            if k == i and self._form(i).isalpha() and self._form(i + 1) in JOINING | {""}:
                k += 1  # "urgent or immediately"
            run = self._run(i, k)
            if run is None:
                return
            yield run
            i = k
            while self._form(i) in JOINING:
                i += 1
            if i == k:
                return

    def _run(self, i: int, k: int) -> Stretch | None:
        """The words from ``i`` to ``k``, if they may be a phrase of the text."""
        while i < k and (self.forms[i] in LEADING or (self.forms[i] == "of" and self._form(i - 1) in CHOOSING)):
            i += 1
        own = self.words[i:k]
        if not 0 < len(own) <= LONGEST or any(word.form in DETERMINERS for word in own) or own[-1].form in NAMING:
            return None
        if (len(own) == 1 and own[0].form in POINTING) or any(word.form == "like" for word in own[1:-1]):
            return None  # "any of these" are told elsewhere; "family like mother" shows a kind
        return (i, k) if all(word.kind != "name" and word.form[-1].isalpha() for word in own) else None

    def _strange(self, items: list[Stretch]) -> bool:
        """Whether one of the phrases has a word that is not ours."""
        return any(word.kind != "ours" for i, k in items for word in self.words[i:k])

    def _definite(self, items: list[Stretch]) -> bool:
        """Whether one of them stands behind "the", and so is a thing of the world: "the meeting is before lunch"."""
        return any(self._form(i - 1) == "the" for i, _ in items)

    def _tells_of(self, items: list[Stretch], what: Collection[str]) -> bool:
        return any(word.form in what for i, k in items for word in self.words[i:k])

    def _found(self, items: list[Stretch]) -> bool:
        """Whether the corpus has every one of the phrases."""
        return all(self.occurs(self.words[i].start, self.words[k - 1].end) for i, k in items)

    def _of_many(self, items: list[Stretch]) -> bool:
        """Whether it tells of many things, and so of what they are ("typos"); two or more phrases are those."""
        return len(items) == 1 and items[0][1] - items[0][0] == 1 and of_many(self.forms[items[0][1] - 1])

    def _tells_how(self, items: list[Stretch]) -> bool:
        """Whether it tells of many things, or how they are mentioned ("mentions it briefly")."""
        long = [self.forms[k - 1] for i, k in items if k - i > 1]
        return (
            self._of_many(items)
            or any(form.endswith("ly") for form in long)
            or (bool(long) and all(map(of_many, long)))
        )
