"""Where functions come from, and what they share."""

import pytest
import sayso

SAID = [
    ('it mentions "free" or "win"', "spam", "ada"),
    ('it mentions "free", "win", "cash" or a link', "spam", "bob"),
    ("the amount is over 5", "spam", "ada"),
    ('it mentions "song"', "ham", None),
]


@pytest.fixture
def program():
    corpus = sayso.Corpus.from_rows([{"text": "free song", "amount": 7}], text="text", cache=False)
    given = [sayso.Explanation(text, label, author=author) for text, label, author in SAID]
    return sayso.compile(given, corpus, task=sayso.Task("spam", ("ham", "spam")))


def test_who_said_it_and_what_it_reads(program):
    first, second, third, last = program.provenance()
    assert [own.author for own in program.provenance()] == ["ada", "bob", "ada", None]
    assert (first.same_author, second.same_author, third.same_author, last.same_author) == (("LF3",), (), ("LF1",), ())
    assert first.reads == ("text",)
    assert third.reads == ("field amount",)
    assert (first.observes, second.observes) == (2, 4)


def test_how_much_is_shared(program):
    first, second, third, last = program.provenance()
    assert first.shares == {"LF2": 1.0}
    assert second.shares == {"LF1": 0.5}
    assert third.shares == {}
    assert last.shares == {}


def test_it_is_told_in_words(program):
    first, second, third, last = (own.words for own in program.provenance())
    assert first == "said by ada; what it looks for is also in others: 100% in LF2"
    assert second == "said by bob; what it looks for is also in others: 50% in LF1"
    assert third == "said by ada"
    assert last == ""


def test_readings_of_one_explanation_are_a_family():
    task = sayso.Task("spam", ("ham", "spam"))
    rows = ["a link: http://x.org", "a", "b 7", "a b http://y.org"]
    corpus = sayso.Corpus.from_rows([{"text": row} for row in rows], text="text", cache=False)
    given = [sayso.Explanation('it has a link or it mentions "a" and it has a number', "spam")]
    program = sayso.compile(given, corpus, task=task, readings="all")
    assert [own.family for own in program.provenance()] == [
        tuple(other.name for other in program.lfs if other is not lf) for lf in program.lfs
    ]
    assert len(program.lfs) > 1


def test_a_table_of_explanations_may_tell_the_authors(tmp_path):
    path = tmp_path / "said.csv"
    path.write_text("explanation,label,author\nit has a link,spam,ada\nit has a number,ham,\n")
    assert [own.author for own in sayso.compile(path).provenance()] == ["ada", None]
