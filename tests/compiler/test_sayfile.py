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
        ('task spam: ham, spam\nspam #x because it mentions "x"\n' + GOOD, "SAY124", 2, 6),
        ('task spam: ham, spam\nspam #-1 because it mentions "x"\n' + GOOD, "SAY124", 2, 6),
        ('task spam: ham, spam\nspam #2.5: it mentions "x"\n' + GOOD, "SAY124", 2, 6),
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
        ("task t a, b\n" + GOOD, "SAY123"),
        ("task t: a\n" + GOOD, "SAY110"),
        ("\n\n", "SAY121"),
        ("# only a remark\n", "SAY121"),
    ):
        with pytest.raises(SaysoError) as caught:
            sayso.compile(text)
        assert caught.value.diagnostic.code == code


def test_an_explanation_by_a_list_that_is_not_understood_makes_no_function():
    program = sayso.compile(
        'task spam: ham, spam\nlet fruit = "x", fruit\nspam because it mentions any of fruit\n' + GOOD
    )
    assert [each.code for each in program.errors] == ["SAY119", "SAY125"]
    assert [lf.when for lf in program.lfs] == ['it mentions "x"']


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


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("e.tab", "explanation\tlabel\nit has a link\tspam\nit has a number\tham\n"),
        (
            "e.ndjson",
            '{"explanation":"it has a link","label":"spam"}\n{"explanation":"it has a number","label":"ham"}\n',
        ),
    ],
)
def test_every_format_of_data_may_hold_explanations(tmp_path, name, content):
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    assert [lf.when for lf in sayso.compile(path).lfs] == ["it mentions a link", "it mentions a number"]


def test_an_explanation_without_a_label_in_a_table_is_told(tmp_path):
    path = tmp_path / "e.csv"
    path.write_text("explanation,label\nit has a link,spam\nit has an emoji,\n,spam\nit has a number,ham\n")
    program = sayso.compile(path)
    assert [(d.code, d.notes) for d in program.errors] == [("SAY115", ("it has an emoji",))]
    assert (program.understood, program.read) == (2, 3)


@pytest.mark.parametrize(
    ("content", "code", "help"),
    [
        ("text,label\nx,spam\n", "SAY011", "with the columns 'explanation' and 'label'"),
        ("explanation,label\nit has a link,spam\n", "SAY110", "explain another label too"),
        ("explanation,label\n,spam\n", "SAY121", "add a line"),
        ("explanation,label\ncaf\u00e9,spam\n", "SAY006", "save the file as UTF-8"),
    ],
)
def test_what_is_wrong_with_a_table_of_explanations(tmp_path, content, code, help):
    path = tmp_path / "e.csv"
    path.write_bytes(content.encode("latin-1"))
    with pytest.raises(SaysoError) as caught:
        sayso.compile(path)
    assert caught.value.diagnostic.code == code
    assert help in caught.value.diagnostic.fix
    assert "--encoding" not in str(caught.value)
    assert "e.csv" in str(caught.value)


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


@pytest.mark.parametrize(
    ("line", "when"),
    [
        ('spam because it mentions "sale"  # ours', 'it mentions "sale"'),
        ('spam because it mentions "sale" #', 'it mentions "sale"'),
        ("spam because it has a link # seen by Ada", "it mentions a link"),
        ('spam because it mentions "a # b" # or so', 'it mentions "a # b"'),
        ("spam because it mentions 'a # b' # or so", 'it mentions "a # b"'),
        ('spam because it mentions  # a list\n  "sale" # and its end', 'it mentions "sale"'),
        ("spam because it mentions a # sign", "it mentions a hash sign"),
        ('spam because it has a # and "free"  # ours', 'it mentions all of "#", "free"'),
        ("spam because it has a link or a # # seen", 'it mentions any of "#", a link'),
        ('spam #3 because it mentions "sale" # 4', 'it mentions "sale"'),
    ],
)
def test_remarks_at_the_end_of_a_line(line, when):
    program = sayso.compile(f'task spam: ham, spam   # labels\nlet fruit = "fig", "plum" #a list\n{line}\n')
    assert program.task.labels == ("ham", "spam")
    if "# 4" in line:  # a number names a row, so this is no remark
        assert program.errors
    else:
        assert [lf.when for lf in program.lfs] == [when]
        assert not program.diagnostics


@pytest.mark.parametrize("line", ["spam because it mentions #sale", "spam because the # of words is over 10"])
def test_what_may_be_no_remark_is_not_left_aside(line):
    assert not sayso.compile(f"task spam: ham, spam\n{line}\n").lfs


@pytest.mark.parametrize("quoted", ['"not urgent"', "'not urgent'", "“not urgent”"])
def test_labels_in_quotes(quoted):
    program = sayso.compile(
        f'task urgency: {quoted}, urgent\n"not urgent" because it has a link\nnot urgent if it has a number'
    )
    assert program.task.labels == ("not urgent", "urgent")
    assert [lf.label for lf in program.lfs] == [0, 0]


def test_labels_that_differ_by_capitals_only():
    with pytest.raises(SaysoError) as caught:
        sayso.compile(f"task spam: Spam, ham, spam\n{GOOD}")
    (finding,) = caught.value.diagnostics
    assert finding.code == "SAY110"
    assert finding.notes == ("'Spam' and 'spam' are the same: capitals do not matter",)


def test_of_many_words_that_never_occur_a_few_are_shown():
    words = ", ".join(f'"gone{i}"' for i in range(40))
    rows = sayso.Corpus.from_rows([{"text": "here"}, {"text": "there"}], text="text")
    program = sayso.compile(f"task t: a, b\na because it mentions any of {words}\n", rows)
    (finding,) = program.diagnostics
    assert finding.code == "SAY201"
    assert len(finding.notes) == 6
    assert finding.notes[-1] == "and 35 more of its words do not occur"
