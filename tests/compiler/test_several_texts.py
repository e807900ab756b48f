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
        ('"rude" appears in the title', 'the title mentions "rude"', [-1, 1, -1]),
        (
            'it does not mention "rude"',
            'the text does not mention "rude" and the title does not mention "rude"',
            [-1, -1, 1],
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


def test_where_entities_are_marked_the_first_text_is_the_text() -> None:
    assert when('it mentions "rude"', entities="ner") == ('it mentions "rude"', [-1, 1, -1])
