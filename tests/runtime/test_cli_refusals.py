"""Options that have no effect, and what is not understood where something is to be written."""

import json
import os
import stat
import subprocess
import sys

import pytest
from commands import refused, run
from sayso import Corpus, SaysoError, compile
from sayso.runtime.pipeline import label

SAY = 'task tone: sad, glad\nglad because it mentions "sun"\nsad because it mentions "rain"\n'


@pytest.fixture
def here(tmp_path, monkeypatch):
    """Explanations and rows with their labels."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.say").write_text(SAY)
    lines = [
        f"a {word} day {i},{tone},2024-05-0{i + 1}"
        for i in range(5)
        for word, tone in (("sun", "glad"), ("rain", "sad"))
    ]
    (tmp_path / "a.csv").write_text("text,tone,day\n" + "\n".join(lines) + "\n")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["a.csv", "--gold", "tune"], "SAY011", ["did you mean 'tone'?"]),
        (["a.csv", "--now", "yesterday"], "SAY057", ["'yesterday'", "--now 2024-06-30"]),
        (["a.csv", "--now", "tone"], "SAY057", ["the column 'tone', which holds no dates"]),
        (["--now", "2024-06-30"], "SAY508", ["--now has no effect without rows"]),
        (["--gold", "tone"], "SAY508", ["--gold"]),
        (["--diff", "--json"], "SAY508", ["--json has no effect beside --diff"]),
        (["--diff", "--fix"], "SAY508", ["--fix has no effect beside --diff"]),
    ],
)
def test_check_refuses_what_it_would_ignore(here, arguments, code, words):
    refused(run("check", "a.say", *arguments), code, *words)
    assert (here / "a.say").read_text() == SAY


@pytest.mark.parametrize("more", [["--now", "2024-06-30"], ["--now", "day"], ["--gold", "tone"]])
def test_check_takes_what_has_an_effect(here, more):
    assert run("check", "a.say", "a.csv", *more).exit_code == 0


def test_a_weighted_vote_without_labeled_rows_is_refused(here):
    refused(run("label", "a.csv", "-e", "a.say", "-o", "x.csv", "--label-model", "weighted"), "SAY514", "--dev")
    assert not (here / "x.csv").exists()
    assert (
        run("label", "a.csv", "-e", "a.say", "--label-model", "weighted", "--dev", "a.csv", "--gold", "tone").exit_code
        == 0
    )


@pytest.mark.parametrize(
    ("name", "chosen"), [("structured", "structured"), ("em", "structured"), ("agreement", "agreement")]
)
def test_label_models_are_called_as_in_python(here, name, chosen):
    rows = Corpus.read("a.csv", text="text", gold="tone")
    assert label(compile("a.say", rows), rows, method=name).model.chosen_ == chosen


SAID = (
    "glad because it is longer than average",
    "glad because there are two sentences and both end with a period",
    'glad because it contains the regular expression "(a"',
)


@pytest.mark.parametrize("line", SAID)
def test_an_explanation_that_makes_no_condition_stops_no_other(here, line):
    (here / "a.say").write_text(f"{SAY}{line}\n")
    assert run("check", "a.say", "a.csv").exit_code == 1
    result = run("label", "a.csv", "-e", "a.say", "-o", "x.csv")
    assert result.exit_code == 0, result.output
    assert "SAY105" in result.stderr
    assert (here / "x.csv").exists()


def test_where_nothing_is_understood_it_is_said_that_nothing_was_written(here):
    (here / "a.say").write_text("task tone: sad, glad\nglad because it is longer than average\n")
    refused(run("label", "a.csv", "-e", "a.say", "-o", "x.csv"), "SAY120", "nothing was written")
    assert not (here / "x.csv").exists()


def test_two_arguments_that_are_not_there_come_with_what_to_do(here):
    (here / "a.say").write_text(f"{SAY}{SAID[1]}\n")
    said = " ".join(run("check", "a.say", "a.csv").stdout.split())
    assert "it speaks of two arguments, and the rows have no arguments" in said
    assert "--spans COLUMN,COLUMN" in said


def test_columns_of_labels_and_with_the_name_of_a_label_are_told_of(here):
    said = run("label", "a.csv", "-e", "a.say", "-o", "x.csv").stderr
    assert "SAY515 warning: the column 'tone' holds the labels" in said
    assert "SAY515" not in run("label", "a.csv", "-e", "a.say", "-o", "x.csv", "--gold", "tone").stderr
    (here / "b.csv").write_text("text,glad\nthe sun,yes\nthe rain,no\n")
    assert "SAY516 warning: the column 'glad'" in run("check", "a.say", "b.csv", "-t", "text").stderr


@pytest.mark.skipif(os.name == "nt", reason="permissions as of Unix")
def test_mending_keeps_the_permissions_of_the_file(here):
    path = here / "a.say"
    path.write_text(f'{SAY}glad because it mentions "sun"\n')
    path.chmod(0o640)
    assert run("check", "a.say", "--fix").exit_code == 0
    assert path.read_text() == SAY
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_sayso_is_run_as_a_module_too(here):
    told = subprocess.run([sys.executable, "-m", "sayso", "check", "a.say", "--json"], capture_output=True, check=True)
    assert json.loads(told.stdout)["understood"] == 2


def test_a_program_without_labeled_rows_takes_no_weighted_vote(here):
    rows = Corpus.read("a.csv", text="text")
    with pytest.raises(SaysoError, match="SAY514"):
        label(compile("a.say", rows), rows, method="weighted")


@pytest.mark.parametrize("line", ["task other: a, b", 'let sun = "sun"\nlet sun = "sol"', 'let word = "sun"'])
def test_the_last_line_of_check_does_not_say_that_all_is_well(here, line):
    (here / "a.say").write_text(f"{SAY}{line}\n")
    result = run("check", "a.say")
    assert result.exit_code == 2
    assert result.stdout.splitlines()[-1] == "all 2 explanations understood, but the file has 1 error"


def test_columns_that_are_there_already_are_told_of(here):
    assert "SAY518" not in run("label", "a.csv", "-e", "a.say", "-o", "x.csv").stderr
    assert (
        "p_sad is p_sad_, p_glad is p_glad_" in run("label", "x.csv", "-e", "a.say", "-o", "y.csv", "-t", "text").stderr
    )


def test_nothing_is_written_into_the_folder_of_a_model(here):
    (here / "m").mkdir()
    refused(run("predict", "m", "a.csv", "-o", here / "m" / "deep" / "x.csv"), "SAY503", "m holds a model")


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["--row", "0", "--lf", "LF1"], "SAY508", ["--lf has no effect beside --row"]),
        (["--label-model", "weighted"], "SAY514", ["sayso train", "--label-model weighted --dev FILE"]),
        (["--label-model", "weigted"], "SAY502", ["did you mean weighted?"]),
    ],
)
def test_explain_refuses_what_it_would_ignore_before_any_work(here, arguments, code, words):
    result = run("explain", "a.say", "a.csv", *arguments)
    refused(result, code, *words)
    assert "understood" not in result.output


@pytest.mark.parametrize("name", ["LF2", "lf2", "2"])
def test_explain_finds_a_function_by_its_name_in_any_case_or_its_number(here, name):
    result = run("explain", "a.say", "a.csv", "--lf", name, "--json", "--label-model", "majority")
    assert json.loads(result.stdout)["lf"] == "LF2"


@pytest.mark.parametrize(("name", "ending"), [("x.pdf", ".pdf"), ("x", "without an ending"), ("x.csv", ".csv")])
def test_a_page_is_written_under_the_name_of_one(here, name, ending):
    refused(run("report", "a.csv", "-e", "a.say", "-o", name), "SAY506", ending, ".html, .htm")
    assert not (here / name).exists()


def test_the_text_column_holds_no_labels(here):
    refused(run("label", "a.csv", "-e", "a.say", "--dev", "a.csv", "--gold", "text"), "SAY014", "a.csv")


@pytest.mark.skipif(os.name == "nt", reason="pipes as of Unix")
def test_what_comes_from_a_pipe_is_read_once_and_is_there_to_the_end(here):
    command = f"cat a.csv | {sys.executable} -m sayso label /dev/stdin -q -e <(cat a.say) -t text"
    told = subprocess.run(["bash", "-c", command], capture_output=True, text=True)
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout.splitlines()[1].startswith("a sun day 0,glad,2024-05-01,glad,")


def test_explanations_that_go_while_a_model_is_trained_are_kept_with_it(here, monkeypatch):
    from sayso.runtime import pipeline

    made = pipeline.train_end_model
    monkeypatch.setattr(pipeline, "train_end_model", lambda *a, **k: (here / "a.say").unlink() or made(*a, **k))
    result = run("train", "a.csv", "-t", "text", "-e", "a.say", "-o", "m")
    assert result.exit_code == 0, result.output
    assert (here / "m" / "explanations.say").read_text() == SAY


def test_the_explanations_of_a_table_are_kept_as_a_say_file(here):
    (here / "e.csv").write_text('explanation,label\n"it mentions ""rain""",sad\n"it mentions ""sun""",glad\n')
    assert run("train", "a.csv", "-t", "text", "-e", "e.csv", "-o", "m").exit_code == 0
    kept = (here / "m" / "explanations.say").read_text()
    assert kept == 'task label: sad, glad\nsad if it mentions "rain"\nglad if it mentions "sun"\n'
    (here / "b.csv").write_text("body,tone\nthe sun,glad\n")
    refused(run("predict", "m", "b.csv"), "SAY011", "'text'", "--text COLUMN")
