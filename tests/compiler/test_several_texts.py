"""Rows with several texts: one that is named is meant, and where none is named, all of them together."""

from __future__ import annotations

import pytest
import sayso

ROWS = [
    {"title": "Awful", "text": "The room was rude 2/5!!", "ner": []},
    {"title": "Rude!", "text": "fine", "ner": []},
    {"title": "Ok", "text": "Nice and clean, nothing to add", "ner": []},
]
TASK = sayso.Task("mood", ("good", "bad"))


def when(said: str, **columns: object) -> tuple[str, list[int]]:
    corpus = sayso.Corpus.from_rows(ROWS, text=["title", "text"], **columns)
    program = sayso.compile([sayso.Explanation(said, "bad")], corpus, task=TASK)
    assert not program.errors, program.errors
    assert program.lfs[0].alternatives == ()
    votes = program.apply(corpus).votes[:, 0].tolist()
    assert votes == [program.lfs[0](row) for row in ROWS]
    return program.lfs[0].when, votes


@pytest.mark.parametrize(
    ("said", "meant", "votes"),
    [
        ('it mentions "rude"', 'the text mentions "rude" or the title mentions "rude"', [1, 1, -1]),
        ('the review mentions "rude"', 'the text mentions "rude" or the title mentions "rude"', [1, 1, -1]),
        ('the text mentions "rude"', 'the text mentions "rude"', [1, -1, -1]),
        ('"rude", title only', 'the title mentions "rude"', [-1, 1, -1]),
        ('"fine" or "clean" (text only)', 'the text mentions any of "clean", "fine"', [-1, 1, 1]),
        ('text only: "rude" or "fine"', 'the text mentions any of "fine", "rude"', [1, 1, -1]),
        ('I see "rude", in title or text', 'the text mentions "rude" or the title mentions "rude"', [1, 1, -1]),
        (
            '"rude" or "nice", title or text',
            'the text mentions any of "nice", "rude" or the title mentions any of "nice", "rude"',
            [1, 1, 1],
        ),
        ('"rude" appears in the title', 'the title mentions "rude"', [-1, 1, -1]),
        (
            'it mentions "rude", be it in the title or in the text',
            'the text mentions "rude" or the title mentions "rude"',
            [1, 1, -1],
        ),
        (
            'it mentions "rude", whether in the title or the text',
            'the text mentions "rude" or the title mentions "rude"',
            [1, 1, -1],
        ),
        ('"rude" is in any of the fields', 'the text mentions "rude" or the title mentions "rude"', [1, 1, -1]),
        ('"rude" appears in either field', 'the text mentions "rude" or the title mentions "rude"', [1, 1, -1]),
        ('the title name mentions "rude"', 'the title mentions "rude"', [-1, 1, -1]),
        (
            'it does not mention "rude"',
            'the text does not mention "rude" and the title does not mention "rude"',
            [-1, -1, 1],
        ),
        (
            'it mentions both "rude" and "late"',
            '(the text mentions "late" or the title mentions "late") and '
            '(the text mentions "rude" or the title mentions "rude")',
            [-1, -1, -1],
        ),
        (
            "it has at least 2 exclamation marks",
            "the sum of the number of exclamation marks in the text and the number of exclamation marks in the title "
            "is at least 2",
            [1, -1, -1],
        ),
    ],
)
def test_what_is_said_of_no_text_by_name_is_told_of_all(said: str, meant: str, votes: list[int]) -> None:
    assert when(said) == (meant, votes)
    assert when(meant) == (meant, votes)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ('a link in the title and the word "x"', 'the title mentions all of "x", a link'),
        ('there is a link in the title and "x"', 'the title mentions all of "x", a link'),
        ('there is "y" in the title, and a link', 'the title mentions all of "y", a link'),
        ('"y" in the title and "x" or "z"', 'the title mentions any of "x", "z" and the title mentions "y"'),
        ('a link in the title and "x" in the text', 'the text mentions "x" and the title mentions a link'),
    ],
)
def test_the_place_of_one_holds_for_what_follows_without_one(said: str, meant: str) -> None:
    corpus = sayso.Corpus.from_rows(ROWS, text=["title", "text"], cache=False)
    assert sayso.compile([sayso.Explanation(said, "bad")], corpus, task=TASK).lfs[0].when == meant


NEWS = sayso.Corpus.from_rows([{"title": "A b", "article": "C d."}], text=["title", "article"])
BOTH = 'the article mentions "a" and the title mentions "a"'


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("articles with more than three percent signs", "the article has at least 4 percent signs"),
        ('articles that mention "a"', 'the article mentions "a"'),
        ('an article in which "a" is used before "b"', 'the article mentions "a" before "b"'),
        ('any article where "a" comes right after a number', 'the article mentions "a" right after a number'),
        ('articles where "a" is in the title', 'the title mentions "a"'),
        ("an article whose title is longer than 5 words", "the title has at least 6 words"),
        (
            'a title of six words or fewer with "a" in it',
            'the title has at most 6 words and the title mentions "a"',
        ),
        ("titles of more than six words", "the title has at least 7 words"),
        ("long titles", "the title has at least 30 words"),
        ('the headline has "a" whereas the article has "b"', 'the title mentions "a" and the article mentions "b"'),
        (
            '"a" is in the article, and "b" is not in it',
            'the article mentions "a" and the article does not mention "b"',
        ),
        (
            '"a" is in both texts and "b" is not in it',
            f'{BOTH} and the article does not mention "b" and the title does not mention "b"',
        ),
        ('"a" appears in both the title and the article', BOTH),
        ('both columns say "a"', BOTH),
        ('neither column has "a"', 'the article does not mention "a" and the title does not mention "a"'),
        ('"a" appears in the title as well as the article', BOTH),
        ('"a" is in either the title or the article', 'the article mentions "a" or the title mentions "a"'),
        (
            "no digit in either the title or the article",
            "the article does not mention a digit and the title does not mention a digit",
        ),
        (
            '"a" is in neither the title nor the article',
            'the article does not mention "a" and the title does not mention "a"',
        ),
        ('the article names "a"', 'the article mentions "a"'),
        ('starts with "a" (the title)', 'the title starts with the word "a"'),
        ("the title of the article has a number", "the title mentions a number"),
        ("the article's title has a number", "the title mentions a number"),
        ('stories with "a"', 'the article mentions "a" or the title mentions "a"'),
    ],
)
def test_a_word_for_the_row_that_is_also_the_name_of_a_text_means_that_text(said: str, meant: str) -> None:
    program = sayso.compile([sayso.Explanation(said, "bad")], NEWS, task=TASK)
    assert not program.errors, program.errors
    assert program.lfs[0].when == meant


@pytest.mark.parametrize(
    "said",
    [
        '"a" is in the title in the article',
        'titles of articles and "a"',
        '"a" does not appear in the title and the article',
        "no article has a link",
        'the plan section has "a"',
        'the title where the article mentions "a"',
    ],
)
def test_what_is_unclear_about_texts_is_refused(said: str) -> None:
    assert sayso.compile([sayso.Explanation(said, "bad")], NEWS, task=TASK).errors


def test_where_entities_are_marked_the_first_text_is_the_text() -> None:
    assert when('it mentions "rude"', entities="ner") == ('it mentions "rude"', [-1, 1, -1])


@pytest.mark.parametrize(
    "said",
    [
        'there is no "x" in the subject or in the body',
        'not a single "x" in subject or body',
        'in the subject or in the body there is no "x"',
        '"x" does not occur in the subject or the body',
        '"x" is in neither subject nor body',
    ],
)
def test_none_in_one_or_the_other_is_none_in_either(said):
    corpus = sayso.Corpus.from_rows([{"subject": "x", "body": "y"}], text=["subject", "body"])
    lf = sayso.compile([sayso.Explanation(said, "yes")], corpus, task=sayso.Task("t", ("yes", "no"))).lfs[0]
    assert lf.when == 'the body does not mention "x" and the subject does not mention "x"'


def test_more_of_a_list_than_there_is_never_votes() -> None:
    """It is no fault of Sayso's that there are not so many."""
    program = sayso.compile([sayso.Explanation('it mentions at least 5 of "a", "b"', "bad")], NEWS, task=TASK)
    assert "SAY141" not in [found.code for found in program.diagnostics]
    assert len(program.lfs) == 1


def test_anywhere_is_in_no_text_that_was_spoken_of_before() -> None:
    corpus = sayso.Corpus.from_rows(ROWS, text=["title", "text"])
    said = 'the title mentions "ok", the text is one sentence, no "rude" or "fine" anywhere'
    program = sayso.compile([sayso.Explanation(said, "bad")], corpus, task=TASK)
    for text in ("text", "title"):
        assert f'the {text} does not mention any of "fine", "rude"' in program.lfs[0].when
    program = sayso.compile([sayso.Explanation('the title has no "rude" anywhere', "bad")], corpus, task=TASK)
    assert program.lfs[0].when == 'the title does not mention "rude"'
