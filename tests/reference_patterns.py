"""The reference interpreter for patterns: where each occurs in a row, straight from the definitions."""

from __future__ import annotations

import math
import re
from itertools import pairwise

import polars as pl
from reference_rows import ARGUMENTS, Row, called, characters, lies, rest
from sayso.corpora.fields import numbers as numbers_of
from sayso.corpora.kinds import KINDS
from sayso.corpora.text import clean, exact_key, folded_key
from sayso.corpora.tokenizer import lemma, tokenize
from sayso.primitives.entities import ENTITIES, Entity, Tag
from sayso.primitives.figures import SHORT, TOKENS, Valued, written
from sayso.primitives.occurrences import Occurrence
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
from sayso.primitives.relations import Argument, Chain, Series, TextOf
from sayso.primitives.sections import Heading
from sayso.primitives.sentences import SentenceWith
from sayso.primitives.shapes import FIGURES, Affixed, InARow, Recurring, Sized, Written


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
        own = called(pattern.name, row)
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
        chosen = [i for i, t in enumerate(tokens) if fits(pattern, t.form) and weight("word", t.form)]
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


def weight(kind: str, form: str) -> int:
    return int(KINDS[kind].weigh(pl.Series([form]))[0])


def _valued(forms: list[str], size) -> bool:
    """Whether a number in figures among them lies in the interval."""
    for form in forms:
        short = re.fullmatch(r"(?i)([+-]?[\d.,]*\d)(k|m|bn)", form)
        value = numbers_of(pl.Series([short[1] if short else form]))[0] * (SHORT[short[2].lower()] if short else 1)
        if weight("number", form) and not math.isnan(value) and lies(value, size):
            return True
    return False


def _affixed(pattern, form: str) -> bool:
    front, back = ("^" if pattern.side == "start" else "", "$" if pattern.side == "end" else "")
    return bool(pl.Series([form]).str.contains(f"(?i){front}{literal(clean(pattern.text), exact=True)}{back}")[0])


def _sized(pattern, form: str) -> bool:
    return lies(weight("letter", form) if pattern.unit == "letter" else len(form), pattern.size)


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
            own = [o for o in own if row.words(first, o[0]) == 0 and not rest("start", row, o)]
        if pattern.side == "end":
            own = [o for o in own if row.words(o[1], last) == 0 and not rest("end", row, o)]
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
