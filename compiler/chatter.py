"""Talk around a condition: what is left of an explanation without it.

"Oh dear, I would be most grateful if you could call it spam, since ...": around a label stands what people say of their
decision, and elsewhere are greetings, headings and remarks. This is tried only where an explanation is not understood
with its talk, and what is left must be understood to its last word. A remark goes as a whole, and only if it is set off
from the rest, if no word in it is one of the language, and nothing in it denies or claims anything of the row; the user
is told of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..grammar.asides import SHOWN
from ..grammar.chatter import (
    BESIDE,
    CALLING,
    CLAIMS,
    CONCLUDES,
    GIVEN,
    GOING_ON,
    HABITS,
    HEADING,
    IT_IS,
    LIGHT,
    MAY,
    MERE,
    MERELY,
    NO_MATTER,
    NOBODY,
    OFTEN,
    PERSONS,
    PLACED,
    REASONS,
    SHOWING,
    SIMILES,
    SO,
    SO_MUCH,
    SUBJECTS,
    SUCH,
    TALK,
    TELLING,
    TELLS,
    TELLS_OF_ROW,
    WONDER,
)
from ..grammar.frames import SAID
from ..grammar.hasty import SOUNDS
from ..grammar.untold import NO_CONDITION
from .asides import aside, comes_of_it, gloss, heads, stands_for
from .label_words import WEAK, LabelWord, Meant, Span, label_forms, label_words, labelled
from .spelling import corrected

STOPS = frozenset([",", ".", ";", ":", "!", "?", "(", ")", "-", "–", "—", "…", "•", "*", "→", "->", "=>", "="])
"""What sets a remark off."""

ARROWS = frozenset(["->", "=>", "→", "="])
"""What stands behind one, before the label, is what the condition comes to."""

PAUSES = frozenset([",", ".", ";"])
"""What may stay between two conditions."""

JOINS = frozenset(["and", "or"])
"""Words that join a stretch to what goes before."""

DENIED = 3
"""In so many words before a label with its talk, nothing may deny it."""

FAR = 8
"""In so many words before "as", it is said what is done with a row."""

TRIED = 3
"""So many places of labels are tried."""

LONGEST_NAME = 2
"""So many words may name in a heading what is quoted behind it."""

_ROWS = frozenset(SAID["row"].split("|"))
_TITLES = _ROWS | HEADING
_SUCH_WORDS = frozenset(word for phrase in SUCH for word in phrase)


@dataclass(frozen=True, slots=True)
class Bared:
    """An explanation without the talk.

    Attributes:
        label: the number of the label that it names; None if it names none.
        text: the explanation with blanks for the label and the talk.
        remarks: the characters of what was left aside away from the label.
    """

    label: int | None
    text: str
    remarks: tuple[Span, ...]


def bared(text: str, labels: tuple[str, ...], meant: Meant) -> Iterator[Bared]:
    """What may be left of an explanation without its talk, for each label that it may name."""
    own = frozenset(form for words, _ in label_forms(labels) for form in words)
    words = list(labelled(list(label_words(text, own)), labels))
    places = [
        i for i, word in enumerate(words) if word.label is not None and (word.form not in WEAK or _called(words, i))
    ]
    one = len({words[i].label for i in places}) == 1
    tried: list[int | None] = [*places[:TRIED]] if one else [] if places else [None]
    for at in tried:
        for further in (False, True):
            talk = _Talk(words, meant, text)
            if at is not None and not talk.leave_label(at):
                break
            verdict = talk.leave_verdict() if at is None else ()
            remarks = (*verdict, *talk.leave_sounds(), *talk.leave_remarks())
            asides = tuple(talk.leave_asides()) if further else ()
            if further and not asides:
                break
            talk.leave_openings()
            if talk.tells():
                yield Bared(None if at is None else words[at].label, talk.left(text), (*remarks, *asides))


def _called(words: list[LabelWord], at: int) -> bool:
    """Whether a label that is also another word is one: behind what is done with a row, or behind an arrow."""
    if words[at].quoted or any(not _sign(word) for word in words[at + 1 : at + 2]):
        return False
    forms = [word.form for word in words[max(0, at - FAR) : at]]
    if forms[-1:] and forms[-1] in ARROWS - {"="} and not words[at - 1].quoted:
        return True
    behind_as = forms[-1:] == ["as"] and not CALLING.isdisjoint(forms)
    return all(map(_sign, words[at + 1 :])) and (behind_as or (bool(forms) and forms[-1] in CALLING - {"code"}))


def _sign(word: LabelWord) -> bool:
    return not word.quoted and word.form in STOPS


class _Talk:
    """The words of an explanation, and which of them are kept."""

    def __init__(self, words: list[LabelWord], meant: Meant, text: str) -> None:
        self.words, self.meant = words, meant
        self.capital = [not text.isupper() and text[word.start : word.end].isupper() for word in words]
        self.kept = [True] * len(words)
        self.beside: int | None = None

    def tells(self) -> bool:
        """Whether a word or a quotation is kept."""
        return any(
            keep and (word.quoted or word.form[:1].isalnum()) for word, keep in zip(self.words, self.kept, strict=True)
        )

    def left(self, text: str) -> str:
        """The text with blanks for the words that are not kept."""
        out = list(text)
        starts = {word.start for word, keep in zip(self.words, self.kept, strict=True) if keep}  # "it's" is two words
        for word, keep in zip(self.words, self.kept, strict=True):
            if not keep and word.start not in starts:
                out[word.start : word.end] = " " * (word.end - word.start)
        return "".join(out).rstrip(" \n:,-–—=>→")

    def leave_label(self, at: int) -> bool:
        """Leave a label aside with the talk around it, before it up to a stop; False if it may be denied there."""
        words, first, end = self.words, at, at + 1
        while first > 0 and not self._stops(first - 1) and self._before_label(first - 1):
            first -= 1
        while 0 < first < at and not self._stops(first - 1) and not self.meant.talk(words[first]):
            first += 1
        if first == at > 0 and words[at - 1].form in ("is", "are"):
            first -= 1
        while end < len(words) and (self._stops(end) or self.meant.talk(words[end]) or self.meant.light(words[end])):
            end += 1
        while at + 1 < end < len(words) and self.meant.light(words[end - 1]):
            end -= 1
        opened = next((i for i in range(at + 1, end) if words[i].form == "("), end)
        if opened < end < len(words):  # "..., so spam (the last word)"
            end = opened
        self._leave(first, end)
        self.beside = first
        if first > 0 and end < len(words) and words[first - 1].form in ARROWS and not words[first - 1].quoted:
            self._leave(first - 1, first)
            self.kept[end - 1] = words[end - 1].form in PAUSES
        elif first > 0 and end < len(words) and not self._stops(first - 1) and words[end - 1].form in PAUSES:
            self.kept[end - 1] = True
        if words[at + 1 : at + 2] and words[at + 1].form == "?":
            return False
        return CLAIMS.isdisjoint(word.form for word in words[max(0, first - DENIED) : first])

    def _before_label(self, i: int) -> bool:
        word = self.words[i]
        return self.meant.talk(word) or self.meant.light(word) or (word.form in _ROWS and word.label is None)

    def leave_remarks(self) -> Iterator[Span]:
        """Leave aside what stops set off and claims nothing; where that has other words than talk."""
        words, begins = self.words, True
        for first, end in list(self._stretches()):
            heading = begins and end < len(words) and words[end].form == ":"
            if self._idle(first, end, heading=heading or (begins and end == self.beside)):
                self._leave(first, min(end + 1, len(words)) if end < len(words) and self._stops(end) else end)
                if first > 0 and words[first - 1].form == "(":
                    self._leave(first - 1, first)
                if any(not self.meant.talk(word) and not self.meant.light(word) for word in words[first:end]):
                    yield words[first].start, words[end - 1].end
            elif (so := self._so(first, end)) < end:
                while end < len(words) and words[end].form == "," and self._names_nothing(so + 1, self._part_end(end)):
                    end = self._part_end(end)
                self._leave(so, end)
                yield words[so].start, words[end - 1].end
            elif (tail := self._tail(first, end)) < end:
                self._leave(tail, end)
                yield words[tail].start, words[end - 1].end
            else:
                named = self._naming(first, end) if begins else first
                if named > first:
                    self._leave(first, named)
                    yield words[first].start, words[named - 1].end
                begins = False

    def leave_asides(self) -> Iterator[Span]:
        """Leave aside the clauses in which nothing is a condition: before a colon, behind "so", and of what it is."""
        words = self.words
        colon = next((i for i, word in enumerate(words) if word.form == ":" and self._stops(i)), 0)
        if all(self.kept[:colon]) and heads(
            [word for i, word in enumerate(words[:colon]) if not self._stops(i)], self.meant
        ):
            self._leave(0, colon + 1)
            yield words[0].start, words[colon - 1].end
        for first, end in list(self._stretches()):
            so = comes_of_it(words[first:end], self.meant, first=not any(self.kept[:first]))
            closing = next((i for i in range(end, len(words)) if words[i].form != "!"), end)
            if first > 0 and closing < len(words) and (words[first - 1].form, words[closing].form) == ("(", ")"):
                if gloss(words[first:end], self.meant):
                    self._leave(first - 1, closing + 1)
                    yield words[first].start, words[end - 1].end
            elif self._behind_arrow(first, end):
                self._leave(first - 1, end)
                yield words[first].start, words[end - 1].end
            elif so is not None:
                self._leave(first + so, end)
                yield words[first + so].start, words[end - 1].end
            elif aside(words[first:end], self.meant, first=not any(self.kept[:first])):
                self._leave(first, min(end + 1, len(words)) if end < len(words) and words[end].form != "." else end)
                yield words[first].start, words[end - 1].end

    def _behind_arrow(self, first: int, end: int) -> bool:
        """Whether the last words stand behind an arrow and only tell what a condition stands for."""
        words = self.words
        if first < 2 or end < len(words) or words[first - 1].form not in ARROWS:
            return False
        column = words[first - 2].form in self.meant.names and words[first - 3].form not in ("in", "the")
        return not column and stands_for(words[first:end], self.meant)

    def leave_verdict(self) -> Iterator[Span]:
        """Leave aside what is concluded, where the condition is given behind it ("they are cousins, since ...")."""
        at = next((i for i, word in enumerate(self.words) if word.form in GIVEN and not word.quoted), 0)
        if at > 1 and self._names_nothing(0, at):
            self._leave(0, at)
            yield self.words[0].start, self.words[at - 1].end

    def _so(self, first: int, end: int) -> int:
        """Where a consequence begins behind a condition ("... so he was hired there")."""
        for at in range(first + 1, end - 1):
            if self.words[at].form == "so" and not self.words[at].quoted and self.words[at + 1].form not in SO_MUCH:
                return at if self._names_nothing(at + 1, end) else end
        return end

    def _part_end(self, stop: int) -> int:
        """Where the part ends that begins behind a stop."""
        at = stop + 1
        while at < len(self.words) and not self._stops(at):
            at += 1
        return at

    def _names_nothing(self, first: int, end: int) -> bool:
        """Whether words quote and count nothing, and say something that is no condition on the row."""
        own = self.words[first:end]
        forms = [word.form for word in own]
        if any(word.quoted for word in own) or any(map(str.isdigit, "".join(forms))):
            return False
        if not (TELLS_OF_ROW | SHOWN).isdisjoint(forms):
            return False
        return any(form.isalpha() and form not in TALK and not self._ours(form) for form in forms)

    def leave_sounds(self) -> Iterator[Span]:
        """Leave aside what people say for the sound of it behind something that may end there: "has a link lol"."""
        words = self.words
        for first, end in list(self._stretches()):
            i = end
            while i > first and words[i - 1].form in SOUNDS and self.meant.free(words[i - 1]):
                i -= 1
            if first < i < end and (words[i - 1].quoted or words[i - 1].form not in GOING_ON):
                self._leave(i, end)
                yield words[i].start, words[end - 1].end

    def _tail(self, first: int, end: int) -> int:
        """Where what it comes to begins behind a condition ("... means nobody knows", "... are usually from a bot")."""
        forms = [word.form for word in self.words[first:end]]
        for at in range(1, len(forms) - 1):
            be = forms[at] in ("is", "are")
            often = next((len(each) for each in OFTEN if _begins(forms[at + be :], (each,))), 0)
            so = forms[at] == "so" and forms[at + 1] in SUBJECTS and TELLS_OF_ROW.isdisjoint(forms[at:])
            if often or so or forms[at] in SHOWING:
                told = self.words[first + at + (be + often if often else 1) : end]
                told_of = at if forms[:at] not in (["which"], ["this"], ["that"]) else 0  # "which means nobody knows"
                return first + told_of if self._comes_to(told, often=bool(often)) else end
        return end

    def _comes_to(self, told: list[LabelWord], *, often: bool) -> bool:
        """Whether words name nothing of the row; of what is often so, some of them may be words of ours."""
        if any(word.quoted or word.label is not None or word.form in self.meant.names for word in told):
            return False
        forms = [word.form for word in told if word.form not in TALK and word.form not in CLAIMS]
        ours = [self._ours(form) and form not in NO_CONDITION for form in forms]
        if not SHOWN.isdisjoint(forms):
            return False
        return not any(map(str.isdigit, "".join(forms))) and not (all(ours) or (any(ours) and not often))

    def _naming(self, first: int, end: int) -> int:
        """Where the words end with which a heading names what is quoted behind it, if then it says where that stands.

        "Rank right before X: 'captain'": a captain is a rank, which is no condition.
        """
        words, at = self.words, first
        if [word.form for word in words[end : end + 1]] != [":"] or not (words[end + 1 :] and words[end + 1].quoted):
            return first
        while at < end and words[at].form not in BESIDE:
            at += 1
        own = [word.form for word in words[first:at]]
        ours = [form for form in own if self._ours(form) or form in LIGHT]
        named = any(word.quoted or word.form in self.meant.names or not word.form.isalpha() for word in words[first:at])
        if at == end or named or len(ours) == len(own) or not _TITLES.issuperset(ours) or not CLAIMS.isdisjoint(own):
            return first
        return at if len(own) <= LONGEST_NAME else first

    def _stretches(self) -> Iterator[Span]:
        """The first word and the one behind the last of what is kept between stops."""
        first = 0
        for i in range(len(self.words) + 1):
            if i == len(self.words) or not self.kept[i] or self._stops(i):
                if i > first:
                    yield first, i
                first = i + 1

    def _stops(self, i: int) -> bool:
        """Whether a stop stands there: a hyphen within a word is none."""
        words = self.words
        if words[i].quoted or words[i].form not in STOPS:
            return False
        tight = 0 < i < len(words) - 1 and words[i - 1].end == words[i].start and words[i].end == words[i + 1].start
        return not (tight and words[i].form == "-")

    def _idle(self, first: int, end: int, *, heading: bool) -> bool:
        """Whether a stretch is talk, an example, or a remark that claims nothing of the row."""
        own = self.words[first:end]
        forms = [word.form for word in own]
        if first > 1 and self.capital[first] and self.capital[first - 2]:  # "UK, US" are no greetings
            return False
        if (
            first > 0
            and _begins(forms, SIMILES)
            and not any(word.quoted or word.form in self.meant.names for word in own)
        ):
            return True
        if first > 0 and self._stops(first - 1) and _begins(forms, SUCH):
            return self._exemplifies(own)
        if any(word.quoted or any(map(str.isdigit, word.form)) for word in own) or forms[0] in JOINS:
            return False
        if first > 0 and _begins(forms, NO_MATTER):
            return True
        if any(form in self.meant.names or form in SHOWN for form in forms):
            return False
        if heading and forms[0] == "one":  # of which there is one
            return False
        if heading and forms[0] == "too" and len(forms) > 1:  # "too long for a comment: over 90 words"
            return True
        if first > 0 and (self._concludes(forms) or self._merely(forms)):
            return True
        if self._of_people(forms, asked=[word.form for word in self.words[end : end + 1]] == ["?"]):
            return True
        return CLAIMS.isdisjoint(forms) and (_begins(forms, TELLS) or self._remarks(first, end, heading=heading))

    def _exemplifies(self, own: list[LabelWord]) -> bool:
        """Whether words behind "like" or "such as" are examples, and not what is looked for or how many there are."""
        rest = {word.form for word in own if not word.quoted and word.form not in JOINS} - _SUCH_WORDS
        if any(map(str.isdigit, "".join(rest))) and not any(map(str.isalpha, rest)):  # "like 2 or 3" is an amount
            return False
        return CLAIMS.isdisjoint(rest) and not any(form in self.meant.names or self._ours(form) for form in rest)

    def _remarks(self, first: int, end: int, *, heading: bool) -> bool:
        """Whether words that claim nothing are talk alone, or a remark: a heading, in brackets, or about people."""
        own = self.words[first:end]
        others = [word.form for word in own if not self.meant.talk(word) and not self.meant.light(word)]
        if any(corrected(form) is not None for form in others):
            return False
        if not others:
            return any(map(self.meant.talk, own))
        ours = [form for form in others if self._ours(form)]
        if ours and not (heading and len(ours) < len(others) and _TITLES.issuperset(ours)):
            return False
        shown = first > 0 and self.words[first - 1].form in ARROWS and self.beside is not None and end <= self.beside
        told_of = not PERSONS.isdisjoint(word.form for word in own)
        return heading or shown or told_of or self._in_brackets(first, end)

    def _in_brackets(self, first: int, end: int) -> bool:
        """Whether several words are the last ones and stand in brackets: what a condition comes to."""
        before, behind = [word.form for word in self.words[:first]], [word.form for word in self.words[end:]]
        return end - first > 1 and first > 1 and before[-1] == "(" and behind in ([")"], [")", "."])

    def _concludes(self, forms: list[str]) -> bool:
        """Whether they say what it comes to: "that is an advertisement", "so not a side effect"."""
        behind = next((forms[len(words) :] for words in CONCLUDES if _begins(forms, (words,))), [])
        if forms[0] in ("that", "this", "they", "those", "which") and forms[1:2] and forms[1] in MAY:  # "that can wait"
            behind = forms[2:]
        if forms[0] == "so" and len(behind) > 2 and behind[0] in ("it", "they", "this", "that") and behind[1] in MAY:
            return True
        if forms[0] in SO:
            if not TELLS_OF_ROW.isdisjoint(forms):
                return False
            behind = next((behind[len(who) :] for who in IT_IS if _begins(behind, (who,))), behind)
            behind = [form for form in behind if form not in ("not", "but", "and")]
        while behind and behind[0] in MERELY:
            behind = behind[1:]
        rest = [form for form in behind if not self._ours(form)]
        told = not behind or behind[0] in PLACED or behind[-1].endswith("ed") or len(rest) < len(behind)
        return not told and any(form not in LIGHT for form in rest)

    def _merely(self, forms: list[str]) -> bool:
        """Whether they say that it is something of which no condition tells: "just a joke", "it's only a spec"."""
        behind = next((forms[len(words) :] for words in MERE if _begins(forms, (words,))), [])
        return bool(behind) and not any(form == "one" or form in CLAIMS or self._ours(form) for form in behind)

    def _of_people(self, forms: list[str], *, asked: bool) -> bool:
        """Whether they tell or ask what people do: why for the speaker, what nobody does, or who would do it."""
        if not TELLING.isdisjoint(forms):
            return False
        if (forms[0] in REASONS or _begins(forms, NOBODY)) and not PERSONS.isdisjoint(forms):
            return True
        nobody = 3 if forms[:1] == ["no"] and forms[2:3] == ["person"] and not self._ours(forms[1]) else 0
        nobody = next((len(who) for who in NOBODY if _begins(forms, (who,))), nobody)
        if nobody:
            return not HABITS.isdisjoint(forms[nobody : nobody + 1])
        return asked and forms[0] in WONDER and CLAIMS.isdisjoint(forms)

    def _ours(self, form: str) -> bool:
        return form.isalpha() and form not in LIGHT and self.meant.language(form)

    def leave_openings(self) -> None:
        """Leave the talk aside with which each sentence begins."""
        i = 0
        while i < len(self.words):
            end = i
            while end < len(self.words) and self.kept[end] and self._opens(end):
                end += 1
            while end > i and not self.meant.talk(self.words[end - 1]):
                end -= 1
            self._leave(i, end)
            while end < len(self.words) and (not self.kept[end] or self.words[end].form != "."):
                end += 1
            i = end + 1

    def _opens(self, i: int) -> bool:
        return self.meant.talk(self.words[i]) or self.meant.light(self.words[i])

    def _leave(self, first: int, end: int) -> None:
        self.kept[first:end] = [False] * (end - first)


def _begins(forms: list[str], phrases: tuple[tuple[str, ...], ...]) -> bool:
    return any(tuple(forms[: len(phrase)]) == phrase for phrase in phrases)
