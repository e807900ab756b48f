"""The .say file: statements, places, and faults that do not stop the rest."""

from __future__ import annotations

import pytest
import sayso
from sayso import SaysoError

GOOD = 'spam because it mentions "x"\n'


def codes(text):
    return [d.code for d in sayso.compile(text).diagnostics]


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("task spam: ham, spam\nspm because it has a link\n" + GOOD, "SAY115", 2, 1),
        ("task spam: ham, spam\nspam today a link\n" + GOOD, "SAY116", 2, 5),
        ("task spam: ham, spam\nspam because\n" + GOOD, "SAY116", 2, 5),
        ("task spam: ham, spam\ntask b: c, d\n" + GOOD, "SAY112", 2, 1),
        ('task spam: ham, spam\nlet fruit = "x"\nlet fruit = "y"\n' + GOOD, "SAY117", 3, 5),
        ('task spam: ham, spam\nlet fruit = "x", fruit\n' + GOOD, "SAY119", 2, 5),
        ('task spam: ham, spam\nlet link = "x"\n' + GOOD, "SAY118", 2, 5),
        ('task spam: ham, spam\nlet the = "x"\n' + GOOD, "SAY118", 2, 5),
        ("task spam: ham, spam\nlet = \n" + GOOD, "SAY113", 2, 1),
        ('task spam: ham, spam\nlet fruit = "x\n' + GOOD, "SAY104", 2, 13),
        ("task spam: ham, spam\nlet fruit = x\n" + GOOD, "SAY101", 2, 13),
        ("task spam: ham, spam\nspam if it has a link\n  and it blorps\n" + GOOD, "SAY101", 3, 10),
    ],
)
def test_each_fault_is_reported_at_its_place_and_stops_nothing_else(text, code, line, column):
    program = sayso.compile(text)
    first = program.diagnostics[0]
    assert (first.code, first.place.line, first.place.column) == (code, line, column)
    assert program.lfs[-1].when == 'it mentions "x"'


def test_a_file_without_a_task_or_without_explanations_is_refused():
    for text, code in (
        (GOOD, "SAY114"),
        ("task t: a, b\n", "SAY121"),
        ("task t: a\n" + GOOD, "SAY110"),
        ("\n\n", "SAY114"),
    ):
        with pytest.raises(SaysoError) as caught:
            sayso.compile(text)
        assert caught.value.diagnostic.code == code


def test_labels_of_several_words_and_any_case():
    program = sayso.compile(
        "task urgency: non urgent, urgent\nNon Urgent if it has a link\nURGENT: since it has a number"
    )
    assert [lf.label for lf in program.lfs] == [0, 1]


def test_the_label_does_not_swallow_a_longer_word():
    assert codes("task spam: ham, spam\nhamster because it has a link\n" + GOOD) == ["SAY115"]


def test_windows_line_ends_and_a_byte_order_mark(tmp_path):
    path = tmp_path / "a.say"
    path.write_bytes("\ufefftask spam: ham, spam\r\n# a remark\r\nspam if it has a link\r\n".encode())
    assert len(sayso.compile(path).lfs) == 1


def test_explanations_from_a_table(tmp_path):
    path = tmp_path / "e.csv"
    path.write_text('explanation,label\n"it mentions ""x""",spam\nit has a link,ham\n', encoding="utf-8")
    program = sayso.compile(path)
    assert [(lf.label, lf.when) for lf in program.lfs] == [(0, 'it mentions "x"'), (1, "it mentions a link")]


def test_the_row_an_explanation_was_given_for_must_exist():
    corpus = sayso.Corpus.from_rows([{"text": "x"}, {"text": "y"}], text="text")
    program = sayso.compile('task spam: ham, spam\nspam #7 because it mentions "x"', corpus)
    assert [d.code for d in program.diagnostics] == ["SAY208"]


def test_lints():
    corpus = sayso.Corpus.from_rows([{"text": "freedom"}, {"text": "abc"}], text="text")
    text = (
        """task spam: ham, spam
    """.strip()
        + """
spam because it mentions "free"
spam because it has at least 1 words
ham because it has a word
ham because it starts with "abc"
ham because it mentions "abc"
"""
    )
    found = {d.code: str(d) for d in sayso.compile(text, corpus).diagnostics}
    assert set(found) == {"SAY201", "SAY202", "SAY205", "SAY204"}
    assert "freedom" in found["SAY201"]


def test_columns_are_called_by_their_names():
    rows = [{"subject": "win", "body text": "hello"}, {"subject": "hello", "body text": "win"}]
    corpus = sayso.Corpus.from_rows(rows, text=["subject", "body text"])
    program = sayso.compile('task t: a, b\na if the body text mentions "win"\nb if the subject mentions "win"', corpus)
    assert not program.errors
    assert program.apply(corpus).votes.tolist() == [[-1, 1], [0, -1]]
    assert program.lfs[0](rows[1]) == 0


def test_json_keeps_the_program():
    program = sayso.compile("task spam: ham, spam\nspam if it has a link\nham if it is shorter than 3 words")
    again = sayso.Program.from_json(program.to_json())
    assert [lf.english for lf in again.lfs] == [lf.english for lf in program.lfs]


TASK = {"name": "t", "labels": ["a", "b"]}
NOTHING = {"texts": [], "spans": [], "entities": None, "pipeline": None, "now": None, "fields": {}, "day_first": []}


@pytest.mark.parametrize(
    "data",
    [
        None,
        {},
        {"format": 99},
        {"format": 2, "task": {"name": "t", "labels": ["a"]}, "schema": NOTHING, "lfs": []},
        {"format": 2, "task": TASK, "schema": {"texts": []}, "lfs": []},
        {"format": 2, "task": TASK, "schema": NOTHING, "lfs": [{"label": "a", "condition": {"node": "X"}}]},
        {"format": 2, "task": TASK, "schema": NOTHING, "lfs": [{"label": "c"}]},
    ],
)
def test_json_that_is_no_program_is_refused(data):
    with pytest.raises(SaysoError):
        sayso.Program.from_json(data)


def test_an_explanation_that_needs_what_the_corpus_lacks_stops_no_other():
    corpus = sayso.Corpus.from_rows({"text": ["Ann came", "cash"]}, text="text")
    program = sayso.compile('task t: a, b\na if it mentions a person\nb if it mentions "cash"', corpus)
    assert [d.code for d in program.errors] == ["SAY055"]
    assert [lf.when for lf in program.lfs] == ['it mentions "cash"']
