"""Generators for the laws: well-typed conditions, and corpora with missing, empty and hostile texts."""

from __future__ import annotations

from functools import cache

import strategies_tables
from hypothesis import strategies as st
from sayso.compiler.assemble import no_sentence, outside_itself
from sayso.compiler.passes import canonical
from sayso.compiler.standins import RefusedError
from sayso.corpora.kinds import KINDS
from sayso.corpora.schema import Schema
from sayso.grammar.nodes import And, Compare, Interval, Not, Or
from sayso.primitives.arithmetic import Difference
from sayso.primitives.entities import ENTITIES, Entity, IsA, Nearest, Tag
from sayso.primitives.figures import Valued
from sayso.primitives.makeup import ConsistsOf, Distinct
from sayso.primitives.occurrences import Occurrence, SameLetter
from sayso.primitives.patterns import Character, Characters, Form, Kind, Regex, Repetition, Sentence, Words
from sayso.primitives.regions import Beside, Between, Edge, Joint, Nth, Portion, Whole
from sayso.primitives.relations import Argument, Around, Chain, Common, Gap, Inside, Nearer, Same, Series, TextOf
from sayso.primitives.sections import Heading, Section
from sayso.primitives.sentences import SentenceWith
from sayso.primitives.shapes import FIGURES, Affixed, InARow, Recurring, Sized, Written
from sayso.primitives.surroundings import Along, Away, Bracketed
from sayso.primitives.tables import Alike, Holds, Is, Present
from sayso.primitives.text import Choice, Count, Mentions, Share

# fmt: off
VOCABULARY = [
    "check", "out", "Check", "my", "channel", "subscribe", "subscribed", "free", "FREE", "win", "don't",
    "can’t", "ex-wife", "http://x.com/a?b=1", "a@b.org", "5", "1,000", "$5", "10k", "!", "!!", "?", ".", "...", ",",
    "(", ")", "\"", "😂", "❤️", ":)", "soooo", "é", "É", "straße", "naïve", "#tag", "@bob", "very", "very",
    'fr\u200bee', "İ", "ﬁne", "Ａ", "مرحبا", "日本語", "á", "U.S.", "e.g.", "'s", "\\", "{x}", "100%", "<b>",
    "&amp;", '\ufeff', '\u202e', "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    "NOTE:", "MY CHANNEL:", "Check out:", "win / free :",
]
# fmt: on
"""Tokens that texts and patterns share, so that they meet often."""

HEADINGS = ["note", "Note:", "my channel", "check out", "out", "win / free", "free"]
"""The names of sections."""

spaces = st.sampled_from([" ", " ", " ", "  ", "\n", "\t", "\u00a0", "\u3000", "", ". ", "! "])


@st.composite
def texts(draw):
    """A text of vocabulary and hostile characters, or any text at all."""
    if draw(st.integers(0, 9)) == 0:
        return draw(st.text(max_size=30))
    words = draw(st.lists(st.sampled_from(VOCABULARY), max_size=14))
    return "".join(word + draw(spaces) for word in words)


some_text = st.one_of(texts(), texts(), texts(), st.none(), st.just(""))
text_lists = st.lists(some_text, min_size=1, max_size=8)

SCHEMA = Schema(("text",), ("person1", "person2"), "ner", fields=strategies_tables.FIELDS)
"""What the rows of the laws offer."""

TYPES = ["PERSON", "PER", "GPE", "ORG", "DATE", "Chemical", "odd-type"]


@st.composite
def spans(draw, text):
    """A span of the text, empty, overlapping or out of range at times, or none."""
    if text is None or draw(st.integers(0, 5)) == 0:
        return None
    start, width = draw(st.integers(0, max(len(text) - 1, 0))), draw(st.integers(0, 12))
    return start, start + width


@st.composite
def rows_of(draw):
    """A row: a text, two arguments, entities, and fields."""
    text = draw(some_text)
    row = {**draw(strategies_tables.fields), "text": text, "person1": draw(spans(text)), "person2": draw(spans(text))}
    if row["person1"] is not None and draw(st.integers(0, 5)) == 0:
        row["person2"] = row["person1"]
    entities = [own for own in draw(st.lists(spans(text), max_size=4)) if own is not None]
    row["ner"] = [(*own, draw(st.sampled_from(TYPES))) for own in entities]
    return {**row, "ner": None} if draw(st.integers(0, 7)) == 0 else row


rows = st.lists(rows_of(), min_size=1, max_size=8)

phrases = st.one_of(
    st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=2).map(" ".join),
    st.sampled_from(["http", "WWW", "-itis", "pre-", "the-end"]),
)
regexes = st.sampled_from(
    [r"\d+", r"(?i)free|win", r"[A-Z]{2,}", r"s+", r"x*", r"^\w+", r"!$", r"\s\S", r".", r"(a|b)c?", r"o{2}"]
)


def sayable(pattern) -> bool:
    """Whether the pattern means something."""
    return pattern.fault() is None


def apart(place) -> bool:
    """Whether it does not lie within what it is beside."""
    try:
        outside_itself(place)
    except RefusedError:
        return False
    return True


def tells_apart(ends) -> bool:
    """Whether no sentence is among them beside what stands in one."""
    try:
        no_sentence(ends)
    except RefusedError:
        return False
    return True


simple_patterns = st.one_of(
    st.builds(Words, phrases, st.booleans()),
    st.builds(Words, phrases),
    st.builds(Form, phrases),
    st.builds(Characters, st.one_of(phrases, st.text(min_size=1, max_size=3)), st.booleans()),
    st.builds(Regex, regexes),
    st.builds(Kind, st.sampled_from(sorted(KINDS))),
    st.just(Sentence()),
    st.builds(Heading, st.sampled_from(HEADINGS)),
    st.just(Repetition()),
    st.just(Character()),
    st.builds(Argument, st.sampled_from(SCHEMA.spans)),
    st.builds(Argument, st.sampled_from(SCHEMA.spans)),
    st.builds(TextOf, st.sampled_from(SCHEMA.spans)),
    st.builds(Entity, st.sampled_from(sorted(ENTITIES)), st.booleans()),
    st.builds(Tag, st.sampled_from(TYPES)),
).filter(sayable)
token_kinds = st.builds(Kind, st.sampled_from([name for name, kind in KINDS.items() if not kind.by_character]))
character_kinds = st.builds(Kind, st.sampled_from([name for name, kind in KINDS.items() if kind.by_character]))
sizes = st.tuples(st.one_of(st.none(), st.integers(1, 6)), st.one_of(st.none(), st.integers(2, 9))).map(
    lambda ends: Interval(*ends)
)
parts_of_words = st.one_of(
    st.builds(
        Affixed,
        st.sampled_from(["un", "S", "ee", "é", "don'", "x", "1", "<b", "ﬁ"]),
        st.sampled_from(["start", "end", "inside"]),
    ),
    st.builds(Sized, sizes, st.sampled_from(["letter", "character"])),
).filter(sayable)
in_a_row = st.one_of(
    st.builds(
        InARow, st.integers(2, 4), st.one_of(character_kinds, st.builds(Characters, phrases)).map(lambda p: (p,))
    ),
    st.builds(
        InARow, st.integers(2, 3), st.one_of(token_kinds, st.builds(Words, phrases), parts_of_words).map(lambda p: (p,))
    ),
    st.builds(InARow, st.integers(2, 3), st.lists(token_kinds, min_size=2, max_size=2, unique=True).map(tuple)),
).filter(sayable)
values = st.tuples(
    *[st.one_of(st.none(), st.sampled_from([-3, 0, 1, 2.5, 5, 12, 1000]))] * 2, st.booleans(), st.booleans()
)
valued = st.builds(
    Valued,
    values.map(lambda ends: Interval(*ends[:2], ends[2] and ends[0] is not None, ends[3] and ends[1] is not None)),
    st.sampled_from(["", "price", "percentage", "cm", "kg"]),
).filter(sayable)
shapes = st.one_of(
    valued,
    st.builds(Recurring, st.integers(2, 3)),
    st.builds(Written, st.sampled_from(sorted(FIGURES))),
    parts_of_words,
    in_a_row,
)


@st.composite
def sentences(draw):
    """Sentences with some of a list of patterns in them."""
    items = draw(st.lists(st.one_of(simple_patterns, shapes), min_size=1, max_size=2, unique=True).map(tuple))
    return SentenceWith(
        Choice(items, draw(st.integers(1, len(items)))), draw(st.sampled_from(["anywhere", "start", "end"]))
    )


chains = st.lists(simple_patterns, min_size=2, max_size=3).flatmap(
    lambda parts: st.sampled_from([Chain(tuple(parts)), Series(tuple(parts))])
)
single_ones = st.builds(Occurrence, simple_patterns, st.sampled_from(["first", "last"])).filter(sayable)
patterns = st.one_of(single_ones, *[simple_patterns] * 8, *[shapes] * 3, sentences(), chains)

lists = st.lists(patterns, min_size=1, max_size=3, unique=True).map(tuple)

names = st.sampled_from(SCHEMA.spans)
kinds = st.one_of(
    st.builds(Kind, st.sampled_from(sorted(KINDS))), st.builds(Entity, st.sampled_from(sorted(ENTITIES)), st.booleans())
)
nearest = st.builds(Nearest, st.sampled_from(["before", "after"]), kinds, names).filter(sayable)
own_roots = st.one_of(st.builds(Inside, names), st.builds(Around, names), nearest)
roots = st.one_of(st.just(Whole()), st.just(Whole()), own_roots, own_roots)
distances = st.one_of(
    st.just(Interval()),
    st.integers(1, 4).map(lambda n: Interval(None, n)),
    st.tuples(st.integers(1, 3), st.integers(0, 2)).map(lambda low: Interval(low[0], low[0] + low[1])),
    st.integers(1, 3).map(lambda n: Interval(n, None)),
)


sides, units = st.sampled_from(["first", "last"]), st.sampled_from(["word", "sentence"])


@cache
def portions_of(root):
    """Portions of portions of a root, and the root."""
    return st.recursive(
        st.just(root),
        lambda of: st.one_of(
            *(st.builds(kind, sides, st.integers(1, 4), units, of) for kind in (Portion, Portion, Nth)),
            st.builds(Section, st.sampled_from(HEADINGS), of),
        ),
        max_leaves=3,
    )


portions = roots.flatmap(portions_of)


@cache
def places_of(root):
    """All kinds of place in a root."""
    of = portions_of(root)
    return st.one_of(st.just(root), of, beside_of(root), beside_of(root).map(Away))


@cache
def beside_of(root):
    """Places told by what else is there, and edges."""
    of = portions_of(root)
    return st.one_of(
        st.builds(Edge, st.sampled_from(["start", "end"]), of),
        st.builds(
            Beside, st.sampled_from(["before", "after", "either"]), distances, lists.filter(tells_apart), of
        ).filter(apart),
        st.builds(Between, lists, lists, of).filter(
            lambda place: tells_apart((*place.left, *place.right)) and apart(place)
        ),
        st.builds(Nearer, lists, lists, of),
        st.builds(Along, lists, of),
        st.builds(Bracketed, of),
    )


def sound(region) -> bool:
    """Whether the place means something."""
    return region.fault() is None


regions = roots.flatmap(
    lambda root: st.one_of(
        places_of(root),
        places_of(root),
        places_of(root),
        st.lists(places_of(root), min_size=2, max_size=2).map(lambda parts: Joint(tuple(parts))).filter(sound),
    )
)


@st.composite
def choices(draw):
    """At least some of a list."""
    items = draw(lists)
    return Choice(items, draw(st.integers(1, len(items) + 1)))


@st.composite
def intervals(draw, numbers):
    """Bounded, half-bounded, open and closed intervals, also empty ones."""
    low, high = draw(st.one_of(st.none(), numbers)), draw(st.one_of(st.none(), numbers))
    return Interval(low, high, low is not None and draw(st.booleans()), high is not None and draw(st.booleans()))


SMALL = [Character(), *(Kind(name) for name, kind in KINDS.items() if kind.by_character)]
WHOLE = [Kind(name) for name, kind in KINDS.items() if not kind.by_character]
types = st.builds(Entity, st.sampled_from(sorted(ENTITIES)))
shares = st.one_of(
    st.builds(
        Share, st.sampled_from(SMALL[1:]).map(lambda k: (k,)), st.sampled_from(SMALL).map(lambda k: (k,)), regions
    ),
    st.builds(Share, st.sampled_from(WHOLE).map(lambda k: (k,)), st.sampled_from(WHOLE).map(lambda k: (k,)), regions),
)
fractions = st.sampled_from([0, 0.1, 1 / 3, 0.5, 2 / 3, 0.07, 0.999, 1])

counts = st.builds(Count, lists, regions).filter(sayable)
gaps = st.builds(Gap, patterns, patterns).filter(sayable)


def of_two(compared) -> bool:
    """Whether two things are compared, and none with itself under another name."""
    return canonical(compared).fault() is None


leaves = st.one_of(
    st.builds(Mentions, choices(), regions),
    st.builds(Compare, counts, intervals(st.integers(0, 6))),
    st.builds(Compare, counts, intervals(st.sampled_from([0.5, 2.0, 3.7]))),
    st.builds(Compare, shares, intervals(fractions)),
    st.builds(Same, portions, portions).filter(of_two),
    st.builds(SameLetter, st.sampled_from(["first", "last"]), portions, portions).filter(of_two),
    st.builds(Compare, st.builds(Common, portions, portions), intervals(st.integers(0, 3))),
    st.builds(Compare, gaps, intervals(st.integers(0, 6))),
    st.builds(Compare, st.builds(Difference, gaps, gaps).filter(sayable), intervals(st.integers(-2, 3))),
    st.builds(
        ConsistsOf,
        st.lists(st.one_of(token_kinds, character_kinds), min_size=1, max_size=2, unique=True).map(tuple),
        portions,
    ),
    st.builds(
        Compare,
        st.builds(
            Distinct,
            st.lists(st.one_of(token_kinds, parts_of_words), min_size=1, max_size=2, unique=True).map(tuple),
            regions,
        ),
        intervals(st.integers(0, 4)),
    ),
    st.builds(IsA, st.builds(Inside, names), st.lists(types, min_size=1, max_size=2, unique=True).map(tuple)),
    strategies_tables.leaves,
    st.builds(
        Compare,
        st.builds(Difference, counts, counts).filter(sayable),
        intervals(st.integers(-2, 3)),
    ),
)
conditions = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.builds(Not, inner),
        st.lists(inner, min_size=2, max_size=3).map(tuple).map(And),
        st.lists(inner, min_size=2, max_size=3).map(tuple).map(Or),
    ),
    max_leaves=5,
)


@st.composite
def neighbours(draw):
    """Two conditions that are likely to be related: the second is the first with something changed."""
    first = draw(conditions)
    return first, draw(changed(first))


@st.composite
def changed(draw, condition):
    """The condition with one thing added, dropped, widened, narrowed or denied."""
    if isinstance(condition, Not):
        return Not(draw(changed(condition.item)))
    if isinstance(condition, (And, Or)):
        kind = draw(st.sampled_from([And, Or]))
        items = list(condition.items)
        i = draw(st.integers(0, len(items) - 1))
        if draw(st.booleans()):
            items[i] = draw(changed(items[i]))
            return kind(tuple(items))
        return draw(st.sampled_from([kind((*items, draw(leaves))), items[i], Not(items[i])]))
    if isinstance(condition, Same):
        return draw(portions.map(lambda own: Same(condition.right, own)).filter(of_two))
    if isinstance(condition, SameLetter):
        return draw(portions.map(lambda own: SameLetter(condition.side, condition.right, own)).filter(of_two))
    if isinstance(condition, IsA):
        return IsA(condition.where, (*condition.what, draw(types)))
    if isinstance(condition, ConsistsOf):
        return ConsistsOf((*condition.what, draw(token_kinds)), draw(portions))
    if isinstance(condition, (Is, Alike, Holds, Present)):
        return draw(strategies_tables.leaves)
    if isinstance(condition, Mentions):
        what = draw(widened(condition.what.items))
        least = draw(st.integers(1, 3))
        if draw(st.booleans()):
            return Compare(Count(what, draw(elsewhere(condition.where))), draw(intervals(st.integers(0, 4))))
        return Mentions(Choice(what, least), draw(elsewhere(condition.where)))
    quantity, interval = condition.quantity, draw(intervals(st.sampled_from([0, 0.1, 0.5, 1, 2, 3])))
    if isinstance(quantity, Count):
        quantity = Count(draw(widened(quantity.what)), draw(elsewhere(quantity.where)))
        if draw(st.integers(0, 2)) == 0:
            return Mentions(Choice(quantity.what, 1), quantity.where)
    return Compare(quantity, interval)


@st.composite
def widened(draw, items):
    """The patterns, one more, one fewer, or a phrase of theirs longer, shorter or matched in another way."""
    more = tuple(dict.fromkeys((*items, draw(patterns))))
    options = [items, more, items[:1]]
    for i, item in enumerate(items):
        if isinstance(item, (Words, Form)):
            word, own = draw(st.sampled_from(VOCABULARY)), item.text.split(" ")
            texts = [f"{item.text} {word}", f"{word} {item.text}", own[0], own[-1]]
            changed_ = draw(st.sampled_from([Words, Form, lambda text: Words(text, exact=True)]))
            like = [kind(text) for text in texts for kind in (type(item), changed_)]
            options += [tuple(dict.fromkeys((*items[:i], other, *items[i + 1 :]))) for other in like if sayable(other)]
    return draw(st.sampled_from(options))


@st.composite
def elsewhere(draw, region):
    """The region, one that it lies in, one that lies in it, or one like it."""
    options = [region, Whole()]
    if hasattr(region, "of"):
        options.append(region.of)
    if isinstance(region, Section):
        options += [Section("note", region.of), Portion("first", 2, "word", region)]
    if isinstance(region, (Whole, Portion)):
        options += [Section("note", region)]
        options += [Portion("first", 2, "word", region), Edge("start", region)]
    if isinstance(region, Portion):
        options.append(Portion(region.side, region.count + 1, region.unit, region.of))
    if isinstance(region, Beside):
        options += [
            Beside(region.side, w, region.what, region.of) for w in (Interval(), Interval(None, 1), Interval(2, 3))
        ]
        options.append(Beside("either", region.distance, region.what, region.of))
        options.append(Joint((region, Edge("end", region.of))))
    if isinstance(region, Joint):
        options += region.parts
    return draw(st.sampled_from(options))
