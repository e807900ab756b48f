"""The reference interpreter for regions: which tokens they hold, and what is found in them."""

from __future__ import annotations

from unicodedata import category

from reference_patterns import at_edges, occurrences
from reference_rows import Row, called, headings, lies, rest, sentences_of
from sayso.corpora.kinds import KINDS
from sayso.primitives.entities import Nearest
from sayso.primitives.patterns import Character, Kind, Sentence
from sayso.primitives.regions import Beside, Between, Edge, Joint, Nth, Portion, Whole
from sayso.primitives.relations import Around, Inside, Nearer
from sayso.primitives.sections import Section
from sayso.primitives.surroundings import CLOSING, OPENING, Along, Away, Bracketed


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


def _section(name, start, stop, row: Row) -> tuple[int, int]:
    """What stands under the heading, as far as it lies between two tokens."""
    own, end = called(name, row), len(row.tokens)
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
        own = sentences_of(span, row)
        return any(own & sentences_of(anchor, row) for anchor in _anchors(region, region.what, row))
    if isinstance(region, Bracketed):
        behind = min(start + 1, len(row.tokens))  # a blank is where the token behind it is
        return start < behind and all(_bracketed(i, row) for i in range(start, max(end, behind)))
    if isinstance(region, Edge):
        a, b = bounds(region.of, row)
        if rest(region.side, row, span):
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
        if region.side != "before" and a[1] <= start and lies(row.words(a[1], start) + 1, region.distance):
            return True
        if region.side != "after" and end <= a[0] and lies(row.words(end, a[0]) + 1, region.distance):
            return True
    return False


def found(pattern, region, row: Row):
    """The occurrences of a pattern in a region."""
    parts = region.parts if isinstance(region, Joint) else [region]
    sides = {part.side for part in parts if isinstance(part, Edge)}
    if isinstance(region, Section) and isinstance(pattern, Sentence):
        begin, stop = bounds(region, row)
        cut = [(max(o[0], begin), min(o[1], stop)) for o in occurrences(pattern, row)]
        return [(a, b, 1, ("t", a, b)) for a, b in cut if a < b]
    return [o for o in at_edges(pattern, sides, row) if admits(region, row, o)]


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
