"""Columns that are called like words of the language: what is said back of them is read with the same meaning."""

from __future__ import annotations

import pytest
import sayso
from hypothesis import given
from hypothesis import strategies as st
from sayso.compiler.english import english
from sayso.compiler.passes import canonical
from sayso.compiler.reader import read
from sayso.compiler.scope import Scope
from sayso.corpora.corpus import Corpus
from sayso.corpora.schema import Schema
from sayso.grammar.nodes import Compare, Interval, Not
from sayso.primitives.arithmetic import Difference, Ratio, Statistic
from sayso.primitives.dates import DAY, Calendar, Elapsed, Moment
from sayso.primitives.patterns import Kind, Words
from sayso.primitives.regions import Edge, Portion, Whole
from sayso.primitives.tables import Alike, Field, Holds, Is, Present
from sayso.primitives.text import Choice, Count, Mentions

NAMES = [
    "sentence", "word", "link", "number", "person", "date", "amount", "url", "letter", "character", "price",
    "time", "day", "year", "month", "hour", "user", "total", "count", "length", "first", "last", "left",
    "right", "start", "end", "section", "question", "line", "paragraph", "emoji", "hashtag", "string", "digit",
    "value", "column", "name", "phrase", "age", "email", "subject", "body", "title", "text", "message",
    "comment", "review", "type", "state", "country", "city", "argument", "entity", "example", "sum", "mean",
    "average", "difference", "ratio", "percent", "money", "place", "order", "today", "weekday", "minute",
    "size", "share", "distance", "space", "score", "quarter", "capital", "long", "short", "max", "min",
    "maximum", "plus", "multiple", "close", "open", "high", "low", "e", "x", "id", "label",
]  # fmt: skip
"""Names that columns have and that are words of the language, or look like some."""

names = st.sampled_from(NAMES)
WANTED = Choice((Words("check out"),))


def conditions_of(name: str, kind: str):
    """Conditions on a column of that kind."""
    if kind in ("only text", "text of several"):
        text = Whole(name if kind == "text of several" else None)
        yield from (Present(name), Mentions(WANTED, text), Compare(Count((Kind("word"),), text), Interval(3, None)))
        yield from (Mentions(WANTED, Edge("start", text)), Mentions(WANTED, Portion("first", 1, "sentence", text)))
    elif kind == "number":
        yield from (Present(name), Compare(Field(name), Interval(3, None)), Compare(Field(name), Interval(2, 5)))
        yield Compare(Ratio(Field(name), Field("zed")), Interval(2, None))
        yield Compare(Difference(Field(name), Statistic("average", name, 2)), Interval(0, None, True))
    elif kind == "text":
        yield from (Present(name), Is(name, ("US", "UK")), Is(name, ("US",), exact=True), Alike(name, "motto"))
    elif kind == "truth":
        yield from (Present(name), Holds(name))
    else:
        yield from (Present(name), Compare(Moment(name), Interval(19782 * DAY, None)))
        yield Compare(Calendar("weekday", name), Interval(6, 7))
        yield Compare(Elapsed(Moment(name), Moment("sent"), "day"), Interval(3, None))


def schema_of(name: str, kind: str) -> Schema:
    """A schema with such a column."""
    if kind == "only text":
        return Schema((name,))
    if kind == "text of several":
        return Schema((name, "motto"))
    return Schema(("motto_text",), fields=((name, kind), ("zed", "number"), ("motto", "text"), ("sent", "date")))


@pytest.mark.parametrize("kind", ["only text", "text of several", "number", "text", "moment", "truth"])
@given(name=names, number=st.integers(0, 4), denied=st.booleans())
def test_english_reads_back_whatever_a_column_is_called(kind, name, number, denied):
    told = list(conditions_of(name, kind))
    condition = told[number % len(told)]
    own = canonical(Not(condition) if denied else condition)
    said = english(own)
    meanings = read(said, Scope(schema=schema_of(name, kind))).meanings
    assert meanings, said
    assert canonical(meanings[0][1]) == own, said


@pytest.mark.parametrize("name", ["", " ", "_", "-", "e", "E", "e_on", "é", "%", "__", "1"])
@pytest.mark.parametrize("kind", ["number", "text", "date", "moment", "truth"])
def test_a_column_with_hardly_a_name_does_no_harm(name, kind):
    scope = Scope(schema=Schema(("body",), fields=((name, kind), ("zed", "number"))))
    assert english(read("the zed is over 3 and it has a link", scope).meanings[0][1]) == (
        "the zed is more than 3 and it mentions a link"
    )


def test_a_table_whose_first_column_has_no_name():
    corpus = Corpus.of_rows(
        [{"": 0, "text": "free"}, {"": 1, "text": "bye"}], Schema(("text",), fields=(("", "number"),))
    )
    assert [lf.when for lf in sayso.compile('task t: no, yes\nyes if it mentions "free"', corpus).lfs] == [
        'it mentions "free"'
    ]


def test_a_sentence_is_looked_for_and_the_column_is_named():
    scope = Scope(schema=Schema(("sentence",)))
    read_as = {
        text: english(canonical(read(text, scope).meanings[0][1]))
        for text in (
            "the text is missing",
            "the sentence column is empty",
            "the sentence is present",
            "a sentence is present",
            "it has no link",
        )
    }
    assert read_as == {
        "the text is missing": "the sentence is not present",
        "the sentence is present": "the sentence is present",
        "the sentence column is empty": "the sentence is not present",
        "a sentence is present": "it mentions a sentence",
        "it has no link": "it does not mention a link",
    }
    dated = Scope(schema=Schema(("body",), fields=(("date", "date"), ("ship_date", "date"))))
    assert english(read("the date is after 2024-02-29", dated).meanings[0][1]) == "the date is on or after 2024-03-01"
