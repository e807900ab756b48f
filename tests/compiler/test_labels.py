"""The label within an explanation: before its condition, behind it, denied, contradicted."""

from __future__ import annotations

from pathlib import Path

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


def framed(name, task):
    """What is said and its echo, from a file of such pairs, with the task."""
    text = (Path(__file__).parent / name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("# ")]
    return [(said, echo, task) for said, echo in zip(lines[::2], lines[1::2], strict=True)]


FRAMES = framed("frames.txt", SPAM) + framed(
    "frames_topics.txt", Task("topic", ("sports", "business", "politics", "science"))
)


@pytest.mark.parametrize(("said", "echo", "task"), FRAMES)
def test_a_label_is_found_in_whatever_frame(said, echo, task):
    assert [lf.english for lf in sayso.compile(said + "\n", task=task).lfs] == [echo.strip().removeprefix("=> ")]


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("spam if it has a link, otherwise ham", "SAY137"),
        ("if it has a link it's spam, else ham", "SAY137"),
        ("it's spam if it has a link and ham if it has a number", "SAY137"),
        ("spam because it has a link, so it's ham", "SAY137"),
        ("spam or ham because it has a link", "SAY137"),
        ("it isn't always spam if it has a link", "SAY115"),
        ("it's not only spam because it has a link", "SAY115"),
        ("it's hardly spam because it has a link", "SAY115"),
        ("I don't know whether it's spam because it has a link", "SAY101"),
        ("it would be spam", "SAY115"),
        ("the number of links is over 3: hardly spam", "SAY115"),
        ("no links here, but that doesn't make it spam", "SAY115"),
        ("fewer than 3 words, is it spam?", "SAY115"),
        ('"free", ham or spam', "SAY115"),
        ("fewer than three words, grumpily spam", "SAY101"),
    ],
)
def test_what_names_no_single_label_for_sure_is_refused(said, code):
    with_one = sayso.compile(f"ham if it has a number\n{said}\n", task=SPAM)
    assert [d.code for d in with_one.errors] == [code]
    assert len(with_one.lfs) == 1


def test_a_label_that_is_a_word_of_the_condition_is_not_taken_for_one():
    answers = Task("t", ("no", "yes", "positive", "other"))
    for said in ('no "x" is there', "there is no link", 'no comment mentions "x"', "it has a link, no number"):
        assert stated(said, answers.labels) is None


def test_misspelled_words_of_a_frame_are_mended_with_a_note():
    program = sayso.compile("its spam becuase it has a link", task=SPAM)
    assert [(d.code, d.values["found"], d.values["taken"]) for d in program.diagnostics] == [
        ("SAY130", "becuase", "because")
    ]


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


def test_a_placement_is_only_taken_if_it_leaves_a_condition():
    given = [sayso.Explanation("the number of links is over 3: spam", label) for label in ("spam", "ham")]
    program = sayso.compile(given, task=SPAM)
    assert [lf.english for lf in program.lfs] == ["spam if it has at least 4 links"]
    assert [d.code for d in program.errors] == ["SAY134"]
    unread = sayso.compile("ham if it has a link\nthe number of zebras is over 3: spam\n", task=SPAM)
    assert {d.code for d in unread.errors} == {"SAY101"}
