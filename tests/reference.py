"""A reference interpreter that is obviously right: one row at a time, token by token, straight from the definitions.

It shares with the product only the tokenizer, the keys, the kinds' weights and the regular-expression engine; how
patterns, regions, counts, shares and logic combine is written out here a second time, slowly and plainly.
"""

from __future__ import annotations

import math
import re
from itertools import pairwise
from unicodedata import category

import polars as pl
import reference_tables
from sayso.corpora.fields import numbers as numbers_of
from sayso.corpora.kinds import CLITICS, KINDS
from sayso.corpora.text import clean, exact_key, folded_key
from sayso.corpora.tokenizer import lemma, sentence_ends, tokenize
from sayso.grammar.nodes import And, Compare, Not, Or
from sayso.primitives.entities import ENTITIES, Entity, IsA, Nearest, Tag
from sayso.primitives.figures import SHORT, TOKENS, Valued, written
from sayso.primitives.makeup import PUNCTUATION, ConsistsOf, Distinct
from sayso.primitives.occurrences import Occurrence, SameLetter
from sayso.primitives.patterns import (
    Character,
    Characters,
    Form,
    Kind,
    Regex,
    Repetition,
    Sentence,
    Words,
    edged,
    literal,
    signed,
)
from sayso.primitives.regions import Beside, Between, Edge, Joint, Nth, Portion, Whole
from sayso.primitives.relations import Argument, Around, Chain, Common, Gap, Inside, Nearer, Same, Series, TextOf
from sayso.primitives.sections import Heading, Section
from sayso.primitives.sentences import SentenceWith
from sayso.primitives.shapes import FIGURES, Affixed, InARow, Recurring, Sized, Written
from sayso.primitives.surroundings import CLOSING, OPENING, Along, Away, Bracketed
from sayso.primitives.text import Count, Mentions, Share

ARGUMENTS = ("person1", "person2")


class Row:
    """A row's text: its tokens, which of them are words, and the sentence each belongs to; and its annotations."""

    def __init__(self, given) -> None:
        self.given = given
        self.text = clean(given["text"])
        self.tokens = tokenize(self.text)
        forms = pl.Series([t.form for t in self.tokens], dtype=pl.String)
        flags = forms.str.contains(r"[\p{L}\p{N}]") & ~forms.str.contains(CLITICS)
        self.is_word = flags.to_list()
        self.sentence = self._sentences()

    def argument(self, name):
        """The tokens that an argument's span touches; None if it is missing."""
        span = characters(self.given, self.given.get(name))
        if span is None:
            return None
        start, end = span
        touched = [i for i, t in enumerate(self.tokens) if t.start < end and start < t.start + len(t.form)]
        return (touched[0], touched[-1] + 1) if touched and start < end else ()

    def _sentences(self) -> list[int]:
        ends, numbers, current, seen = set(sentence_ends()), [], 0, False
        for i, token in enumerate(self.tokens):
            punctuation = pl.Series([token.form]).str.contains(r"^\p{P}+$")[0]
            plain = not punctuation and token.form not in ends
            if plain and seen and i > 0:
                current += 1
            if plain:
                seen = False
            elif token.form in ends:
                seen = True
            numbers.append(current)
        return numbers

    def words(self, start: int, end: int) -> int:
        """How many of the tokens from ``start`` up to ``end`` are words."""
        return sum(self.is_word[start:end])


def characters(given, span):
    """A span of the raw text as one of the cleaned text; None if it is missing or lies outside."""
    if span is None or given["text"] is None or not 0 <= span[0] <= span[1] <= len(given["text"]):
        return None
    return tuple(len(clean(given["text"][:at])) for at in span)


def missing(node, row) -> bool:
    """Whether anything is missing that a node speaks of."""
    parts = list(node.walk())
    named = {part.name for part in parts if isinstance(part, (Argument, TextOf, Inside, Around, Nearest))}
    if any(isinstance(part, Entity) and part.other for part in parts):
        named |= set(ARGUMENTS)
    noted = any(isinstance(part, (Entity, Tag)) for part in parts)
    return (noted and row.given.get("ner") is None) or any(row.argument(name) is None for name in named)


def entities(pattern, row):
    """The tokens of all entities with the tag or one of the tags."""
    tags = {pattern.text.strip().upper()} if isinstance(pattern, Tag) else ENTITIES[pattern.name].tags
    found = set()
    for start, end, tag in row.given["ner"] or ():
        span = characters(row.given, (start, end))
        if span is None or span[0] >= span[1] or (tags and tag.upper() not in tags):
            continue
        own = [i for i, t in enumerate(row.tokens) if t.start < span[1] and span[0] < t.start + len(t.form)]
        taken = {i for name in ARGUMENTS for i in range(*(row.argument(name) or (0, 0)))}
        if own and not (isinstance(pattern, Entity) and pattern.other and taken & set(own)):
            found.add((own[0], own[-1] + 1))
    return [(*own, 1, ("t", *own)) for own in sorted(found)]


def occurrences(pattern, row: Row) -> list[tuple[int, int, int, object]]:
    """(start, end, weight, identity) of each occurrence; places with the same identity are the same."""
    tokens = row.tokens
    if isinstance(pattern, Words) and signed(pattern.text):
        return [o for o in _matches(edged(pattern.text, exact=pattern.exact), row) if _cuts_no_number(pattern, o, row)]
    if isinstance(pattern, (Words, Form)):
        wanted = [t.form for t in tokenize(clean(pattern.text))]
        found = []
        for i in range(len(tokens) - len(wanted) + 1):
            if all(_same(pattern, tokens[i + j].form, wanted[j]) for j in range(len(wanted))):
                found.append((i, i + len(wanted), 1, ("t", i, i + len(wanted))))
        return found
    if isinstance(pattern, (Characters, Regex)):
        regex = literal(clean(pattern.text), exact=pattern.exact) if isinstance(pattern, Characters) else pattern.text
        return _matches(regex, row)
    if isinstance(pattern, Heading):
        own = _called(pattern.name, row)
        return [] if own is None else [(own[0], own[1] + 1, 1, ("t", own[0], own[1] + 1))]
    if isinstance(pattern, Kind):
        weights = KINDS[pattern.name].weigh(pl.Series([t.form for t in tokens], dtype=pl.String))
        return [(i, i + 1, int(w), ("t", i, i + 1)) for i, w in enumerate(weights) if w > 0]
    if isinstance(pattern, Character):
        return [(i, i + 1, len(t.form), ("t", i, i + 1)) for i, t in enumerate(tokens)]
    if isinstance(pattern, Sentence):
        numbers = sorted(set(row.sentence))
        spans = [[i for i, s in enumerate(row.sentence) if s == n] for n in numbers]
        return [(s[0], s[-1] + 1, 1, ("t", s[0], s[-1] + 1)) for s in spans]
    if isinstance(pattern, Written):
        return _matches(FIGURES[pattern.name].pattern, row)
    if isinstance(pattern, Valued):
        if not pattern.unit:
            return [(i, i + 1, 1, ("t", i, i + 1)) for i, t in enumerate(tokens) if _valued([t.form], pattern.size)]
        found = {}
        for regex, size in written(pattern.size, pattern.unit):
            for own in _matches(regex, row):
                if _valued([t.form for t in tokens[own[0] : own[1]]][:TOKENS], size):
                    found[own[:2]] = own
        return [*found.values()]
    if isinstance(pattern, (Affixed, Sized)):
        fits = _affixed if isinstance(pattern, Affixed) else _sized
        chosen = [i for i, t in enumerate(tokens) if fits(pattern, t.form) and _weight("word", t.form)]
        return [(i, i + 1, 1, ("t", i, i + 1)) for i in chosen]
    if isinstance(pattern, Recurring):
        words = [(i, folded_key(t.form)) for i, t in enumerate(tokens) if row.is_word[i]]
        keys = [key for _, key in words]
        return [(i, i + 1, 1, ("t", i, i + 1)) for i, key in words if keys.count(key) >= pattern.count]
    if isinstance(pattern, InARow):
        return _rows_of(pattern, row)
    if isinstance(pattern, SentenceWith):
        return [o for o in occurrences(Sentence(), row) if _has(pattern, o, row)]
    if isinstance(pattern, (Entity, Tag)):
        return entities(pattern, row)
    if isinstance(pattern, TextOf):
        own = row.argument(pattern.name)
        keys = [folded_key(t.form) for t in tokens]
        wanted = keys[own[0] : own[1]] if own else []
        places = [(i, i + len(wanted)) for i in range(len(keys) if wanted else 0)]
        return [(a, b, 1, ("t", a, b)) for a, b in places if keys[a:b] == wanted]
    if isinstance(pattern, Occurrence):
        found = sorted(occurrences(pattern.what, row), key=lambda own: own[:2])
        return found[:1] if pattern.side == "first" else found[-1:]
    if isinstance(pattern, Chain):
        return _chains(pattern.parts, row)
    if isinstance(pattern, Series):
        return _chains(pattern.parts, row, touching=False)
    if isinstance(pattern, Argument):
        own = row.argument(pattern.name)
        return [(*own, 1, ("t", *own))] if own else []
    assert isinstance(pattern, Repetition)
    words = [i for i in range(len(tokens)) if row.is_word[i]]
    return [
        (b, b + 1, 1, ("t", b, b + 1))
        for a, b in pairwise(words)
        if folded_key(tokens[a].form) == folded_key(tokens[b].form)
    ]


def _weight(kind: str, form: str) -> int:
    return int(KINDS[kind].weigh(pl.Series([form]))[0])


def _valued(forms: list[str], size) -> bool:
    """Whether a number in figures among them lies in the interval."""
    for form in forms:
        short = re.fullmatch(r"(?i)([+-]?[\d.,]*\d)(k|m|bn)", form)
        value = numbers_of(pl.Series([short[1] if short else form]))[0] * (SHORT[short[2].lower()] if short else 1)
        if _weight("number", form) and not math.isnan(value) and _lies(value, size):
            return True
    return False


def _affixed(pattern, form: str) -> bool:
    front, back = ("^" if pattern.side == "start" else "", "$" if pattern.side == "end" else "")
    return bool(pl.Series([form]).str.contains(f"(?i){front}{literal(clean(pattern.text), exact=True)}{back}")[0])


def _sized(pattern, form: str) -> bool:
    return _lies(_weight("letter", form) if pattern.unit == "letter" else len(form), pattern.size)


def _rows_of(pattern, row: Row):
    """Each stretch of as many of the same as there are, if they are enough."""
    small = [
        p for p in pattern.what if isinstance(p, Characters) or (isinstance(p, Kind) and KINDS[p.name].by_character)
    ]
    if small:
        own = [KINDS[p.name].pattern if isinstance(p, Kind) else literal(clean(p.text), exact=p.exact) for p in small]
        return _matches(f"(?:{'|'.join(f'(?:{each})' for each in own)}){{{pattern.count},}}", row)
    places = {(o[0], o[1], o[3]) for p in pattern.what for o in occurrences(p, row)}
    ordered = sorted(places, key=lambda o: (*o[:2], o[2][1:] if o[2][0] == "c" else (-1, -1)))
    found, begin = [], 0
    for i, (start, end, _) in enumerate(ordered):
        following = ordered[i + 1][0] if i + 1 < len(ordered) else -1
        wordless = following > end and row.words(end, following) == 0 and row.words(start, end) > 0
        if following != end and not wordless:
            if i + 1 - begin >= pattern.count:
                found.append((ordered[begin][0], end, 1, ("t", ordered[begin][0], end)))
            begin = i + 1
    return found


def _has(pattern, sentence, row: Row) -> bool:
    """Whether enough of the patterns are in a sentence, or at its start or end."""
    first, last = sentence[:2]
    enough = 0
    for item in pattern.what.items:
        sides = {"start", "end"} & {pattern.side}
        own = [o for o in at_edges(item, sides, row) if first <= o[0] < o[1] <= last]
        if pattern.side == "start":
            own = [o for o in own if row.words(first, o[0]) == 0 and not _rest("start", row, o)]
        if pattern.side == "end":
            own = [o for o in own if row.words(o[1], last) == 0 and not _rest("end", row, o)]
        enough += bool(own)
    return enough >= pattern.what.least


def _chains(parts, row: Row, touching=True):
    """Each occurrence of the first part, joined to the nearest of the next, if need be only without a word between."""
    joined = {(o[0], o[1]) for o in occurrences(parts[0], row)}
    for part in parts[1:]:
        following = sorted({(o[0], o[1]) for o in occurrences(part, row)})
        longer = set()
        for start, end in joined:
            behind = [o for o in following if o[0] >= end]
            if behind and not (touching and row.words(end, behind[0][0])):
                longer.add((start, behind[0][1]))
        joined = longer
    return [(*own, 1, ("t", *own)) for own in sorted(joined)]


def _same(pattern, form: str, wanted: str) -> bool:
    if isinstance(pattern, Form):
        a, b = folded_key(form), folded_key(wanted)
        return a == b or lemma(a) == lemma(b)
    if pattern.exact:
        return exact_key(form) == exact_key(wanted)
    return folded_key(form) == folded_key(wanted)


def _matches(regex: str, row: Row) -> list[tuple[int, int, int, object]]:
    """Non-overlapping, non-empty matches, from the left, as the tokens they touch."""
    marked = pl.Series([row.text]).str.replace_all(regex, "\x01${0}\x02")[0]
    found, at, begin = [], 0, 0
    for c in marked:
        if c == "\x01":
            begin = at
        elif c == "\x02":
            if at > begin:
                first = sum(1 for t in row.tokens if t.start + len(t.form) <= begin)
                last = sum(1 for t in row.tokens if t.start < at)
                found.append((first, max(first, last), 1, ("c", begin, at)))
        else:
            at += 1
    return found


def _cuts_no_number(pattern, occurrence, row: Row) -> bool:
    """Whether an occurrence that begins or ends with a digit begins or ends with a token there."""
    _, begin, end = occurrence[3]
    text = clean(pattern.text).strip()
    starts, ends = {t.start for t in row.tokens}, {t.start + len(t.form) for t in row.tokens}
    return (not text[0].isdigit() or begin in starts) and (not text[-1].isdigit() or end in ends)


def _last(pattern, row: Row):
    """The last place of the characters, which may overlap others."""
    regex = literal(clean(pattern.text), exact=pattern.exact)
    for begin in reversed(range(len(row.text))):
        here = pl.Series([row.text[begin:]]).str.extract(f"^({regex})")[0]
        if here:
            end = begin + len(here)
            first = sum(1 for t in row.tokens if t.start + len(t.form) <= begin)
            last = sum(1 for t in row.tokens if t.start < end)
            return [(first, max(first, last), 1, ("c", begin, end))]
    return []


def bounds(region, row: Row) -> tuple[int, int]:
    """The tokens of a region that is one run of them."""
    if isinstance(region, Whole):
        return 0, len(row.tokens)
    if isinstance(region, (Inside, Around, Nearest)):
        own = row.argument(region.name)
        if not own:
            return 0, 0
        if isinstance(region, Nearest):
            return _nearest_of(region, own, row)
        if isinstance(region, Inside):
            return own
        wanted = range(row.sentence[own[0]], row.sentence[own[1] - 1] + 1)
        kept = [i for i, number in enumerate(row.sentence) if number in wanted]
        return kept[0], kept[-1] + 1
    start, stop = bounds(region.of, row)
    if isinstance(region, Section):
        return _section(region.name, start, stop, row)
    inside = list(range(start, stop))
    if isinstance(region, Nth):
        return _nth(region, inside, stop, row)
    if region.unit == "word":
        if region.side == "first":
            kept = [i for i in inside if row.words(start, i + 1) <= region.count]
        else:
            kept = [i for i in inside if row.words(i, stop) <= region.count]
    else:
        numbers = sorted({row.sentence[i] for i in inside})
        wanted = numbers[: region.count] if region.side == "first" else numbers[-region.count :]
        kept = [i for i in inside if row.sentence[i] in wanted]
    if not kept:
        return (start, start) if region.side == "first" else (stop, stop)
    return kept[0], kept[-1] + 1


def headings(row: Row) -> list[tuple[int, int]]:
    """The first token of each heading and its colon: one to four words from where a text, sentence or line begins,
    or behind a stop.
    """
    found = []
    for colon, token in enumerate(row.tokens):
        if folded_key(token.form) != ":":
            continue
        for start in range(colon - 1, max(colon - 8, -1), -1):
            form = row.tokens[start].form
            if not (any(c.isalpha() for c in form) or form in ("/", "&", "-", "–")) or row.words(start, colon) > 4:
                break
            if _begins(start, row):
                found += [(start, colon)] if any(c.isalpha() for c in form) else []
                break
    return found


def _begins(i, row: Row) -> bool:
    if i == 0 or row.sentence[i] != row.sentence[i - 1]:
        return True
    before = row.tokens[i - 1]
    if before.form[-1] in ".!?":
        return True
    gap = row.text[before.start + len(before.form) : row.tokens[i].start]
    return "\n" in gap or "\r" in gap


def _called(name, row: Row) -> tuple[int, int] | None:
    wanted = [folded_key(t.form) for t in tokenize(clean(name).rstrip(": "))]
    for start, colon in headings(row):
        if [folded_key(t.form) for t in row.tokens[start:colon]] == wanted:
            return start, colon
    return None


def _section(name, start, stop, row: Row) -> tuple[int, int]:
    """What stands under the heading, as far as it lies between two tokens."""
    own, end = _called(name, row), len(row.tokens)
    if own is None:
        return stop, stop
    loud = [not any(category(c) == "Ll" for t in row.tokens[a:b] for c in t.form) for a, b in headings(row)]
    places = headings(row)
    at = places.index(own)
    for place, capital in list(zip(places, loud, strict=True))[at + 1 :]:
        if capital or not loud[at]:
            end = place[0]
            break
    begin = min(max(start, own[1] + 1), stop)
    return begin, max(min(stop, end), begin)


def _nearest_of(region, own, row: Row) -> tuple[int, int]:
    """The occurrence of the kind that ends last before the argument, or starts first behind it."""
    found = [o[:2] for o in occurrences(region.what, row)]
    if region.side == "before":
        return max((o for o in found if o[1] <= own[0]), key=lambda o: (o[1], o[0]), default=(0, 0))
    return min((o for o in found if own[1] <= o[0]), default=(0, 0))


def _nth(region, inside, stop, row: Row) -> tuple[int, int]:
    """The word or sentence with a number: a word with the signs towards the end that is not counted from."""
    if region.unit == "sentence":
        numbers = sorted({row.sentence[i] for i in inside})
        if len(numbers) < region.number:
            return stop, stop
        wanted = numbers[region.number - 1] if region.side == "first" else numbers[-region.number]
        kept = [i for i in inside if row.sentence[i] == wanted]
        return kept[0], kept[-1] + 1
    words = [i for i in inside if row.is_word[i]]
    if len(words) < region.number:
        return stop, stop
    if region.side == "first":
        begin = words[region.number - 1] if region.number > 1 else inside[0]
        return begin, words[region.number] if len(words) > region.number else stop
    end = words[-region.number] + 1 if region.number > 1 else stop
    return words[-region.number - 1] + 1 if len(words) > region.number else inside[0], end


def admits(region, row: Row, span) -> bool:
    """Whether an occurrence lies in a region."""
    start, end = span[0], span[1]
    if isinstance(region, Whole):
        return True
    if isinstance(region, Joint):
        return all(admits(part, row, span) for part in region.parts)
    if isinstance(region, (Portion, Nth, Section, Inside, Around, Nearest)):
        a, b = bounds(region, row)
        return a < b and a <= start and end <= b
    if isinstance(region, Away):
        return admits(region.root, row, span) and not admits(region.place, row, span)
    if not admits(region.of, row, span):
        return False
    if isinstance(region, Along):
        own = _sentences_of(span, row)
        return any(own & _sentences_of(anchor, row) for anchor in _anchors(region, region.what, row))
    if isinstance(region, Bracketed):
        behind = min(start + 1, len(row.tokens))  # a blank is where the token behind it is
        return start < behind and all(_bracketed(i, row) for i in range(start, max(end, behind)))
    if isinstance(region, Edge):
        a, b = bounds(region.of, row)
        if _rest(region.side, row, span):
            return False
        return row.words(a, start) == 0 if region.side == "start" else row.words(end, b) == 0
    if isinstance(region, Between):
        left, right = (_anchors(region, what, row) for what in (region.left, region.right))
        before = lambda anchors: any(a[1] <= start for a in anchors)  # noqa: E731
        behind = lambda anchors: any(end <= a[0] for a in anchors)  # noqa: E731
        return (before(left) and behind(right)) or (before(right) and behind(left))
    if isinstance(region, Nearer):
        near, far = (_nearest(region, what, row, start, end) for what in (region.to, region.than))
        return near < far
    assert isinstance(region, Beside)
    for a in _anchors(region, region.what, row):
        if region.side != "before" and a[1] <= start and _lies(row.words(a[1], start) + 1, region.distance):
            return True
        if region.side != "after" and end <= a[0] and _lies(row.words(end, a[0]) + 1, region.distance):
            return True
    return False


def _rest(side, row: Row, span) -> bool:
    """Whether a match of characters leaves a letter or digit of its outermost token over, towards the edge."""
    start, end, _, place = span
    if place[0] != "c" or start >= end:
        return False
    token = row.tokens[start if side == "start" else end - 1]
    rest = token.form[: max(place[1] - token.start, 0)] if side == "start" else token.form[place[2] - token.start :]
    return bool(pl.Series([rest]).str.contains(r"[\p{L}\p{N}]")[0])


def found(pattern, region, row: Row):
    """The occurrences of a pattern in a region."""
    parts = region.parts if isinstance(region, Joint) else [region]
    sides = {part.side for part in parts if isinstance(part, Edge)}
    if isinstance(region, Section) and isinstance(pattern, Sentence):
        begin, stop = bounds(region, row)
        cut = [(max(o[0], begin), min(o[1], stop)) for o in occurrences(pattern, row)]
        return [(a, b, 1, ("t", a, b)) for a, b in cut if a < b]
    return [o for o in at_edges(pattern, sides, row) if admits(region, row, o)]


def at_edges(pattern, sides, row: Row):
    """The occurrences that can stand at the edges."""
    if "end" in sides and isinstance(pattern, Characters):
        own = occurrences(pattern, row)
        return own + [o for o in _last(pattern, row) if o not in own]
    if not sides or not isinstance(pattern, Kind) or not KINDS[pattern.name].by_character:
        return occurrences(pattern, row)
    own, kept = KINDS[pattern.name].pattern, []
    for i, token in enumerate(row.tokens):
        form = pl.Series([token.form])
        first = form.str.contains(rf"^[^\p{{L}}\p{{N}}]*(?:{own})")[0]
        last = form.str.contains(rf"(?:{own})[^\p{{L}}\p{{N}}]*$")[0]
        if (first or "start" not in sides) and (last or "end" not in sides):
            kept.append((i, i + 1, 1, ("t", i, i + 1)))
    return kept


def _sentences_of(span, row: Row) -> set[int]:
    numbers = [row.sentence[min(max(i, 0), len(row.tokens) - 1)] for i in (span[0], span[1] - 1)]
    return set(range(numbers[0], numbers[1] + 1))


def _bracketed(i, row: Row) -> bool:
    """Whether a token has one bracket open before it, and one to be closed after it."""
    opening, closing = ({o[0] for p in kind for o in occurrences(p, row)} for kind in (OPENING, CLOSING))
    before = after = 0
    for j in range(i):
        before = before + 1 if j in opening else max(before - 1, 0) if j in closing else before
    for j in range(len(row.tokens) - 1, i, -1):
        after = after + 1 if j in closing else max(after - 1, 0) if j in opening else after
    return before > 0 and after > 0


def _nearest(region, what, row: Row, start, end) -> float:
    gaps = [float("inf")]
    for a in _anchors(region, what, row):
        gaps += [row.words(a[1], start)] if a[1] <= start else []
        gaps += [row.words(end, a[0])] if end <= a[0] else []
    return min(gaps)


def _anchors(region, patterns, row: Row):
    return [a for p in patterns for a in occurrences(p, row) if admits(region.of, row, a)]


def occurs(pattern, region, row: Row) -> bool:
    """Whether a pattern occurs in a region; in a whole text spaces are characters too."""
    if pattern == Character() and isinstance(region, Whole):
        return bool(row.text)
    return bool(found(pattern, region, row))


def total(patterns, region, row: Row) -> int:
    """How much of the patterns lies in the region."""
    places = [o for p in patterns for o in found(p, region, row)]
    weighted = any(isinstance(p, Character) or (isinstance(p, Kind) and KINDS[p.name].by_character) for p in patterns)
    return sum(o[2] for o in places) if weighted else len({o[3] for o in places})


def truth(condition, given) -> bool | None:
    """Whether it holds on a row, a mapping: True, False, or None where it cannot be told."""
    if isinstance(condition, And):
        parts = [truth(item, given) for item in condition.items]
        return False if False in parts else None if None in parts else True
    if isinstance(condition, Or):
        parts = [truth(item, given) for item in condition.items]
        return True if True in parts else None if None in parts else False
    if isinstance(condition, Not):
        inner = truth(condition.item, given)
        return None if inner is None else not inner
    if isinstance(condition, reference_tables.OBSERVATIONS):
        return reference_tables.observed(condition, given)
    if isinstance(condition, Compare) and isinstance(condition.quantity, reference_tables.QUANTITIES):
        number = reference_tables.quantity(condition.quantity, given, lambda inner: _counted(inner, given))
        return None if number is None else _lies(number, condition.interval)
    if given["text"] is None:
        return None
    row = Row(given)
    if missing(condition, row):
        return None
    if isinstance(condition, Same):
        left, right = (
            [folded_key(row.tokens[i].form) for i in range(*bounds(side, row)) if row.is_word[i]]
            for side in (condition.left, condition.right)
        )
        return left == right and bool(left)
    if isinstance(condition, SameLetter):
        left, right = (
            [c for i in range(*bounds(side, row)) for c in pl.Series([row.tokens[i].form]).str.extract_all(r"\p{L}")[0]]
            for side in (condition.left, condition.right)
        )
        at = 0 if condition.side == "first" else -1
        return bool(left and right) and len(set(pl.Series([left[at], right[at]]).str.to_lowercase())) == 1
    if isinstance(condition, IsA):
        own = row.argument(condition.where.name) or (0, 0)
        return any(o[0] < own[1] and own[0] < o[1] for item in condition.what for o in entities(item, row))
    if isinstance(condition, ConsistsOf):
        return _consists(condition, row)
    if isinstance(condition, Mentions):
        return sum(occurs(p, condition.where, row) for p in condition.what.items) >= condition.what.least
    assert isinstance(condition, Compare)
    number = measure(condition.quantity, row)
    if number is None:
        return None
    return _lies(number, condition.interval)


def _consists(condition, row: Row) -> bool:
    """Whether all tokens but punctuation are of the kinds, and one is; punctuation counts if it is one of the kinds."""
    kinds = [KINDS[item.name] for item in condition.what]
    signs = any(kind.name in PUNCTUATION for kind in kinds)
    small = "|".join(f"(?:{kind.pattern})" for kind in kinds if kind.by_character)

    def fits(form: str) -> bool:
        whole = any(not kind.by_character and _weight(kind.name, form) for kind in kinds)
        return whole or bool(small and pl.Series([form]).str.contains(f"^(?:{small})+$")[0])

    forms = [row.tokens[i].form for i in range(*bounds(condition.where, row))]
    kept = [form for form in forms if fits(form) or signs or not _weight("punctuation_mark", form)]
    return bool(kept) and any(map(fits, kept)) and all(map(fits, kept))


def _counted(quantity, given) -> float | None:
    """A quantity of the text within one of fields."""
    if given["text"] is None:
        return None
    row = Row(given)
    return None if missing(quantity, row) else measure(quantity, row)


def _lies(number, interval) -> bool:
    """Whether a number lies in an interval."""
    above = interval.low is None or number > interval.low or (number == interval.low and not interval.low_open)
    under = interval.high is None or number < interval.high or (number == interval.high and not interval.high_open)
    return above and under


def measure(quantity, row: Row) -> float | None:
    """A quantity of one text; None where it is missing."""
    if isinstance(quantity, Count):
        if Character() in quantity.what and isinstance(quantity.where, Whole):
            others = [total((p,), quantity.where, row) for p in quantity.what if p != Character()]
            return len(row.text) + sum(others)
        return total(quantity.what, quantity.where, row)
    if isinstance(quantity, Common):
        left, right = (
            {folded_key(row.tokens[i].form) for i in range(*bounds(side, row)) if row.is_word[i]}
            for side in (quantity.left, quantity.right)
        )
        return len(left & right)
    if isinstance(quantity, Gap):
        pairs = [(a, b) for a in occurrences(quantity.left, row) for b in occurrences(quantity.right, row)]
        ordered = [(a, b) if a[1] <= b[0] else (b, a) for a, b in pairs if a[1] <= b[0] or b[1] <= a[0]]
        return min((row.words(a[1], b[0]) for a, b in ordered), default=None)
    if isinstance(quantity, Distinct):
        places = [o for p in quantity.what for o in found(p, quantity.where, row)]
        return len({folded_key(row.tokens[o[0]].form) for o in places})
    assert isinstance(quantity, Share)
    whole = total(quantity.whole, quantity.where, row)
    return total(quantity.part, quantity.where, row) / whole if whole else None
