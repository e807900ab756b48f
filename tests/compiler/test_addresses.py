"""What is said of a column of addresses: they are written as one word, so quoted text is characters in them."""

from __future__ import annotations

import pytest
import sayso
from sayso.grammar.task import Task

TASK = Task("t", ("fine", "odd"))
ROWS = [
    {"note": "my tempo is fine", "contact": "lee@tempbox.net", "page": "www.shop.net/sale"},
    {"note": "temp work", "contact": "kim.lee@web.org", "page": "web.org"},
    {"note": "", "contact": None, "page": "web.org/temp_files"},
]


@pytest.fixture(scope="module")
def corpus():
    return sayso.Corpus.from_rows(ROWS, text="note", cache=False)


@pytest.mark.parametrize(
    ("said", "echo", "rows"),
    [
        ('the contact has "temp" in it', 'the contact mentions the characters "temp"', [0]),
        ('the word "lee" is in the contact', 'the contact mentions the characters "lee"', [0, 1]),
        ('the contact does not contain "temp"', 'the contact does not mention the characters "temp"', [1]),
        ('the page contains "web.org" or "sale"', None, [0, 1, 2]),
        (
            'the contact mentions "e" at least three times',
            'the contact mentions the characters "e" at least 3 times',
            [0, 1],
        ),
        ('the contact contains exactly "Lee"', 'the contact mentions exactly "Lee"', []),
        ('it mentions "temp"', 'it mentions "temp"', [1]),
    ],
)
def test_quoted_text_is_characters_of_an_address_and_words_of_a_text(said, echo, rows, corpus):
    (lf,) = sayso.compile([sayso.Explanation(said, "odd")], corpus, task=TASK).lfs
    assert echo in (None, lf.when)
    assert [i for i, row in enumerate(ROWS) if lf(row) == 1] == rows
    (again,) = sayso.compile([sayso.Explanation(lf.when, "odd")], corpus, task=TASK).lfs
    assert again.condition == lf.condition


def test_a_column_is_one_of_addresses_if_nearly_all_of_its_values_are(corpus):
    assert corpus.schema.addresses == ("contact", "page")
    assert type(corpus.schema).from_json(corpus.schema.to_json()) == corpus.schema
    assert corpus.schema.only(["page"]).addresses == ("page",)
