"""The label within an explanation: before its condition, behind it, denied, contradicted."""

from __future__ import annotations

import pytest
import sayso
from sayso.compiler.labels import stated
from sayso.grammar.task import Task

SPAM = Task("spam", ("ham", "spam"))
TOPICS = Task("topic", ("sports", "world", "business"))


@pytest.mark.parametrize(
    ("said", "echo"),
    [
        ("spam because it has a link", "spam if it mentions a link"),
        ("spam: it has a link", "spam if it mentions a link"),
        ("this is clearly spam because it has a link", "spam if it mentions a link"),
        ("I think this is spam, since it has a link", "spam if it mentions a link"),
        ("label it as spam if it has a link", "spam if it mentions a link"),
        ("I'd call it spam when it has a link", "spam if it mentions a link"),
        ("it should be marked as spam if it has a link", "spam if it mentions a link"),
        ("if it has a link, it's spam", "spam if it mentions a link"),
        ("whenever it has a link then it is probably spam", "spam if it mentions a link"),
        ("it has a link, so it's spam", "spam if it mentions a link"),
        ("it has a link => spam", "spam if it mentions a link"),
        ("it has a link means spam", "spam if it mentions a link"),
        ("not spam because it has a link", "ham if it mentions a link"),
        ("it isn't spam if it has a link", "ham if it mentions a link"),
        ("if it has a link, it's not ham", "spam if it mentions a link"),
        ('spam because it mentions "ham: a link, so it\'s ham"', 'spam if it mentions "ham: a link, so it\'s ham"'),
    ],
)
def test_the_label_may_stand_first_or_last(said, echo):
    program = sayso.compile(said + "\n", task=SPAM)
    assert not program.diagnostics
    assert [lf.english for lf in program.lfs] == [echo]


def test_a_label_within_the_text_of_an_explanation_must_be_its_own():
    explanations = [
        sayso.Explanation("this is spam because it has a link", "spam"),
        sayso.Explanation("this is spam because it has a number", "ham"),
    ]
    program = sayso.compile(explanations, task=SPAM)
    assert [lf.english for lf in program.lfs] == ["spam if it mentions a link"]
    assert [d.code for d in program.diagnostics] == ["SAY134"]


def test_a_label_that_is_denied_needs_a_single_other_one():
    program = sayso.compile("not sports because it has a link\nworld if it has a number", task=TOPICS)
    assert [d.code for d in program.diagnostics] == ["SAY135"]
    assert len(program.lfs) == 1


def test_a_place_behind_a_label_is_the_place_in_the_text():
    program = sayso.compile([sayso.Explanation("this is spam because it blorps", "spam")], task=SPAM)
    assert program.diagnostics[0].place.column == 25


def test_long_texts_and_spaces_take_no_time():
    for text in ("spam" + " " * 50_000 + "x", "so " * 20_000, "it's " * 20_000 + "spam", "any comment is " * 5_000):
        assert stated(text, SPAM.labels) is None
