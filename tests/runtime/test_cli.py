"""The command line: what each command prints and writes, and what it says of input that is at fault."""

import csv
import errno
import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest
import typer
from commands import refused, run
from sayso.runtime.cli import app

GOLDEN = Path(__file__).parent.parent / "golden" / "cli.txt"

SAY = """\
task spam: ham, spam
let plea = "subscribe", "check out"
spam because it mentions any of plea
spam if it contains a link
ham because it is longer than 12 words
ham because it mentions "song"
"""


def train(folder, out, *more):
    return run("train", folder / "c.csv", "-t", "comment", "-e", folder / "ok.say", "-o", out, *more)


def sentences(count):
    spam = "please subscribe to my channel and check out http://x.io/{}"
    ham = "what a lovely song number {} " + "la la la la " * 3
    return [((spam if i % 2 else ham).format(i), ("ham", "spam")[i % 2]) for i in range(count)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Data, explanations and a trained model."""
    folder = tmp_path_factory.mktemp("cli")
    rows = [{"id": i, "comment": text, "class": label} for i, (text, label) in enumerate(sentences(60))]
    pl.DataFrame(rows).write_csv(folder / "c.csv")
    pl.DataFrame(rows[:20]).write_csv(folder / "dev.csv")
    (folder / "ok.say").write_text(SAY)
    result = train(folder, folder / "model", "--gold", "class")
    assert result.exit_code == 0, result.output
    (folder / "train.txt").write_text(result.stdout)
    return folder


@pytest.fixture
def say(tmp_path):
    """Write an explanation file: a good explanation and what is given."""

    def write(text, name="bad.say"):
        path = tmp_path / name
        path.write_text(f"task spam: ham, spam\nspam because it contains a link\n{text}\n")
        return path

    return write


# -- what the commands do ------------------------------------------------------------------------------------------


def test_train_says_what_happens(folder):
    out = (folder / "train.txt").read_text()
    for part in (
        "LF4  ham",
        'it mentions any of "check out", "subscribe"',
        "coverage",
        "precision",
        "est",
        "100.0 % of the rows have a vote",
        "Label model",
        "End model",
        "majority vote",
        "label model",
        "F1 of spam",
        "trained on without their labels",
        "sayso predict",
    ):
        assert part in out


def test_gold_labels_change_nothing_but_the_measures(folder, tmp_path):
    result = run("train", folder / "c.csv", "-t", "comment", "-e", folder / "ok.say", "-o", tmp_path / "m", "-q")
    assert (result.exit_code, result.stdout) == (0, "")
    part = "end_model/weights.safetensors"
    assert (tmp_path / "m" / part).read_bytes() == (folder / "model" / part).read_bytes()
    first, second = (json.loads((own / "program.json").read_text()) for own in (tmp_path / "m", folder / "model"))
    assert first["lfs"] == second["lfs"]


def test_train_with_dev_and_test_names_the_rows_honestly(folder, tmp_path):
    dev = folder / "dev.csv"
    result = run(
        *("train", folder / "c.csv", "-t", "comment", "-e", folder / "ok.say", "-o", tmp_path / "m"),
        *("--dev", dev, "--test", dev, "--epochs", 2),
    )
    assert result.exit_code == 0, result.output
    assert "the column 'class' is taken for the gold labels" in result.stderr
    assert "dev.csv (known to the label model, all trained on)" in result.stdout
    assert "dev.csv (all trained on, all known to the label model)" in " ".join(result.stdout.split())
    assert "SAY513" in result.stderr
    assert "20 of the 20 rows" in result.stderr
    assert "c.csv (trained on" not in result.stdout


def test_predict_writes_the_rows_with_their_labels(folder, tmp_path):
    out = tmp_path / "deep" / "p.csv"
    result = run("predict", folder / "model", folder / "c.csv", "-o", out, "--gold", "class")
    assert result.exit_code == 0, result.output
    table = pl.read_csv(out)
    assert table.columns == ["id", "comment", "class", "predicted", "p_ham", "p_spam"]
    assert (table["predicted"] == table["class"]).mean() > 0.9
    assert (table["p_ham"] + table["p_spam"] - 1).abs().max() < 1e-5
    assert "accuracy" in result.stderr


def test_csv_fields_stay_as_they_were_written(folder, tmp_path):
    data = tmp_path / "z.csv"
    data.write_text('zip,comment,x\n007,"hello, subscribe",1.50\n012,"a ""b""",2\n')
    rows = list(csv.DictReader(io.StringIO(run("predict", folder / "model", data).stdout)))
    assert [(row["zip"], row["comment"], row["x"]) for row in rows] == [
        ("007", "hello, subscribe", "1.50"),
        ("012", 'a "b"', "2"),
    ]


def test_predict_prints_csv_and_nothing_else(folder):
    result = run("predict", folder / "model", folder / "c.csv")
    table = list(csv.DictReader(io.StringIO(result.stdout)))
    assert len(table) == 60
    assert table[1]["predicted"] == "spam"


@pytest.mark.parametrize("ending", [".tsv", ".jsonl", ".parquet"])
def test_predict_in_other_formats_and_from_another_column(folder, tmp_path, ending):
    data, out = tmp_path / "d.jsonl", tmp_path / f"p{ending}"
    data.write_text(
        '{"body": "please subscribe", "tags": ["a"], "predicted": 1}\n{"body": null, "tags": [], "predicted": 2}\n'
    )
    assert run("predict", folder / "model", data, "-t", "body", "-o", out, "-q").exit_code == 0
    read = {".tsv": lambda p: pl.read_csv(p, separator="\t"), ".jsonl": pl.read_ndjson, ".parquet": pl.read_parquet}
    table = read[ending](out)
    assert table["predicted_"].to_list()[0] == "spam"
    assert table["predicted"].to_list() == [1, 2]


def test_label_leaves_rows_without_votes_empty(folder, tmp_path, say):
    out = tmp_path / "l.csv"
    some = say('ham because it mentions "number 4"')
    result = run("label", folder / "c.csv", "-t", "comment", "-e", some, "-o", out)
    assert result.exit_code == 0, result.output
    table = pl.read_csv(out)
    assert table["weak_label"].to_list()[:5] == [None, "spam", None, "spam", "ham"]
    assert table["p_spam"][0] is None
    assert "have no vote, or votes that tie, and stay empty" in result.stdout
    assert "LF2" in result.stdout


def test_label_leaves_rows_empty_whose_votes_tie(tmp_path):
    (tmp_path / "d.csv").write_text("text\nfree song\nfree\nsong\n", encoding="utf-8")
    (tmp_path / "d.say").write_text(
        'task spam: ham, spam\nspam because it mentions "free"\nham because it mentions "song"\n', encoding="utf-8"
    )
    result = run("label", tmp_path / "d.csv", "-t", "text", "-e", tmp_path / "d.say", "-o", tmp_path / "l.csv")
    assert result.exit_code == 0, result.output
    assert pl.read_csv(tmp_path / "l.csv")["weak_label"].to_list() == [None, "spam", "ham"]
    assert "2 of 3 rows labeled" in result.stdout


def test_check_says_every_reading_back(folder):
    result = run("check", folder / "ok.say", folder / "c.csv", "-t", "comment", "--readings")
    assert result.exit_code == 0
    assert "all 4 explanations understood" in result.stdout
    assert "50.0 %" in result.stdout
    assert "it mentions any of plea" in result.stdout


def test_check_tells_who_said_it_and_what_is_shared(tmp_path):
    path = tmp_path / "said.csv"
    path.write_text(
        "explanation,label,author\nit has a link,spam,ada\nit has a link or a number,spam,bob\nit has an emoji,ham,\n"
    )
    found = " ".join(run("check", path).output.split())
    assert "said by ada; what it looks for is also in others: 100% in LF2" in found
    assert "said by bob; what it looks for is also in others: 50% in LF1" in found


def test_check_tells_what_is_not_understood(say):
    path = say("ham because it frobnicates")
    result = run("check", path)
    assert result.exit_code == 1
    assert f"{path}:3:16: SAY101 error" in result.stdout
    assert "^^^^^^^^^^^" in result.stdout
    assert "1 of 2 explanations not understood" in result.stdout


def test_check_mends_a_file_in_place_and_shows_how(tmp_path):
    path = tmp_path / "m.say"
    path.write_text(
        'task t: a, b\n# why\na if it mentions "x" and mentions "x y"\nb if it has a link\nb if it has a url\n'
    )
    before = path.read_text()
    shown = run("check", path, "--diff")
    assert (shown.exit_code, path.read_text()) == (1, before)
    assert '-a if it mentions "x" and mentions "x y"' in shown.stdout
    assert '+a if it mentions "x y"' in shown.stdout
    result = run("check", path, "--fix")
    assert result.exit_code == 0
    assert path.read_text() == 'task t: a, b\n# why\na if it mentions "x y"\nb if it has a link\n'
    assert '+a if it mentions "x y"' in result.stdout
    assert "mended 2 of its explanations; no vote changes" in result.stdout
    assert "SAY2" not in result.stdout
    again = run("check", path, "--fix")
    assert "nothing that can be mended" in again.stdout
    assert run("check", path, "--diff").exit_code == 0
    assert run("check", path, "--diff").stdout == ""


def test_check_mends_in_json_and_keeps_a_mark_and_refuses_tables(tmp_path):
    path = tmp_path / "m.say"
    path.write_bytes('\ufefftask t: a, b\r\na if it mentions "x" and mentions "x y"\r\n'.encode())
    data = json.loads(run("check", path, "--fix", "--json").stdout)
    assert data["fixes"] == [
        {"code": "SAY211", "line": 2, "before": 'it mentions "x" and mentions "x y"', "after": 'it mentions "x y"'}
    ]
    assert path.read_bytes() == '\ufefftask t: a, b\r\na if it mentions "x y"\r\n'.encode()
    table = tmp_path / "m.csv"
    table.write_text("explanation,label\nit has a link,a\nit has a url,b\n")
    refused(run("check", table, "--fix"), "SAY509", "only .say files")


def test_check_in_json(say):
    result = run("check", say("ham because it frobnicates"), "--json")
    data = json.loads(result.stdout)
    assert result.exit_code == 1
    assert (data["understood"], data["explanations"]) == (1, 2)
    assert data["lfs"][0]["english"] == "spam if it mentions a link"
    assert data["diagnostics"][0]["line"] == 3
    broken = run("check", "nowhere.say", "--json")
    assert broken.exit_code == 2
    assert json.loads(broken.stdout)["diagnostics"][0]["code"] == "SAY001"


def test_check_never_loads_torch(folder):
    code = (
        "import sys; from sayso.runtime.cli import app\n"
        f"try: app(['check', {str(folder / 'ok.say')!r}, {str(folder / 'c.csv')!r}, '-t', 'comment', '-q'])\n"
        "except SystemExit as end: print(end.code, [m for m in ('torch', 'sklearn', 'matplotlib') if m in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.split("\n")[-2] == "0 []"


def test_explain_shows_votes_weights_and_words(folder):
    for source in ("model", "ok.say"):
        result = run("explain", folder / source, folder / "c.csv", "-t", "comment", "--row", 1, "--gold", "class")
        assert result.exit_code == 0, result.output
        assert "2 of 4 labeling functions vote" in result.stdout
        assert "“subscribe”" in result.stdout
        assert "“http://x.io/1”" in result.stdout
        assert "×" in result.stdout
        assert ("end model" in result.stdout) == (source == "model")


def test_explain_in_json_marks_the_words(folder):
    result = run("explain", folder / "model", folder / "c.csv", "--row", 1, "--json")
    told = json.loads(result.stdout)
    text = told["texts"]["comment"]
    found = {text[spot["start"] : spot["end"]] for reason in told["reasons"] for spot in reason["spots"]}
    assert found == {"subscribe", "check out", "http://x.io/1"}
    evidence = sum(reason["evidence"] for reason in told["reasons"]) + told["prior"] + told["silence"]
    odds = told["probabilities"]["spam"] / told["probabilities"]["ham"]
    assert odds == pytest.approx(2.718281828**evidence, rel=1e-6)


def test_explain_tells_of_a_function_and_of_the_label_model(folder):
    for source in ("model", "ok.say"):
        given = ("explain", folder / source, folder / "c.csv", "-t", "comment")
        result = run(*given, "--lf", "LF1")
        assert result.exit_code == 0, result.output
        told = " ".join(result.stdout.split())
        assert 'mentions any of "check out", "subscribe"' in told
        assert "LF1 votes spam on 50.0% of the rows; about" in told
        told = " ".join(run(*given).stdout.split())
        assert "Before any vote: ham" in told
        assert all(f"LF{j}" in told for j in range(1, 5))
        told = json.loads(run(*given, "--json").stdout)
        assert [each["lf"] for each in told["lfs"]] == ["LF1", "LF2", "LF3", "LF4"]
        assert json.loads(run(*given, "--lf", "LF2", "--json").stdout)["english"] == "spam if it mentions a link"
    refused(run(*given, "--lf", "LF9"), "SAY512", "there is no labeling function LF9")


def test_report_writes_one_page(folder, tmp_path):
    out = tmp_path / "r.html"
    result = run("report", folder / "c.csv", "-t", "comment", "-e", folder / "ok.say", "--gold", "class", "-o", out)
    assert result.exit_code == 0, result.output
    assert out.read_text(encoding="utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize("command", ["label", "report"])
def test_commands_that_keep_torch_away_run_in_a_process_of_their_own(folder, tmp_path, command):
    out = tmp_path / ("r.html" if command == "report" else "l.csv")
    called = [command, folder / "c.csv", "-t", "comment", "-e", folder / "ok.say", "--gold", "class", "-o", out]
    code = f"from sayso.runtime.cli import main; import sys; sys.argv[1:] = {[str(part) for part in called]}; main()"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert out.stat().st_size > 0


def test_demo_runs_and_keeps_its_model(tmp_path):
    result = run("demo", "--out", tmp_path / "m")
    assert result.exit_code == 0, result.output
    assert "seen by no model" in result.stdout
    assert (tmp_path / "m" / "manifest.json").exists()


# -- input that is at fault ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content", "code", "words"),
    [
        ("missing.csv", None, "SAY001", ["no such file"]),
        ("folder.csv", "folder", "SAY002", ["is a folder"]),
        ("binary.csv", bytes(range(256)) * 9, "SAY005", []),
        ("latin.csv", "id,comment\n1,caf\xe9\n".encode("latin-1"), "SAY006", ["--encoding"]),
        ("empty.csv", b"", "SAY004", ["is empty"]),
        ("ragged.csv", b"id,comment\n1,hello\n2,a,b,c\n", "SAY035", ["ragged.csv:3"]),
        ("texts.csv", b"id,comment\n1,\n2, \n", "SAY013", ["every one of the 2 texts"]),
        ("near.csv", b"id,coment,x\n1,hello,b\n", "SAY011", ["did you mean 'coment'?"]),
    ],
)
def test_data_at_fault(folder, tmp_path, name, content, code, words):
    path = tmp_path / name
    if content == "folder":
        path.mkdir()
    elif content is not None:
        path.write_bytes(content)
    for command in (["train", path, "-o", tmp_path / "m"], ["label", path, "-o", tmp_path / "l.csv"]):
        result = run(*command, "-t", "comment", "-e", folder / "ok.say")
        refused(result, code, *words)
    refused(run("check", folder / "ok.say", path, "-t", "comment"), code)
    assert not (tmp_path / "m").exists()
    assert not (tmp_path / "l.csv").exists()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('spma because it mentions "x"', "SAY115"),
        ('let foo = "x"\nlet foo = "y"', "SAY117"),
        ('let foo = "x", foo\nspam because it mentions any of foo', "SAY119"),
        ('spam because it mentions "x', "SAY104"),
        ("spam because " + "word " * 100_000, "SAY107"),
        ("spam because " + "spam " * 100_000, "SAY107"),
        ("spam", "SAY116"),
    ],
)
def test_explanations_at_fault(folder, tmp_path, say, text, code):
    path = say(text)
    result = run("train", folder / "c.csv", "-t", "comment", "-e", path, "-o", tmp_path / "m")
    refused(result, code, f"{path.name}:", "SAY122", "nothing was written")
    assert len(result.stderr) < 2500
    assert not (tmp_path / "m").exists()
    assert run("check", path).exit_code == 2


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("task spam: ham, spam\n# nothing\n", "SAY121"),
        ("task spam: ham, spam\nspam because frobnicate\nham because wibble\n", "SAY120"),
        ('task spam: ham, spam\nspam because it mentions "zebra"\nham because it mentions "gnu"\n', "SAY510"),
        ("", "SAY004"),
    ],
)
def test_nothing_to_train_on(folder, tmp_path, content, code):
    path = tmp_path / "x.say"
    path.write_text(content)
    refused(run("train", folder / "c.csv", "-t", "comment", "-e", path, "-o", tmp_path / "m"), code)
    assert not (tmp_path / "m").exists()


@pytest.mark.parametrize(
    ("more", "code", "words"),
    [
        (["--gold", "clas"], "SAY011", ["did you mean 'class'?"]),
        (["--encoder", "bov"], "SAY406", ["did you mean 'bow'?"]),
        (["--label-model", "majorty"], "SAY502", ["did you mean majority?"]),
        (["--epochs", "0"], "SAY507", ["--epochs"]),
        (["--seed", "-1"], "SAY507", ["--seed"]),
        (["--dev", "nowhere.csv"], "SAY001", []),
        (["--encoding", "utf-9"], "SAY007", []),
    ],
)
def test_settings_at_fault(folder, tmp_path, more, code, words):
    refused(train(folder, tmp_path / "m", *more), code, *words)
    assert not (tmp_path / "m").exists()


def test_a_dev_file_without_labels(folder, tmp_path):
    dev = tmp_path / "dev.csv"
    dev.write_text("comment,klass\nhello,ham\n")
    refused(train(folder, tmp_path / "m", "--dev", dev), "SAY501", "--gold")
    refused(train(folder, tmp_path / "m", "--dev", dev, "--gold", "class"), "SAY501", "did you mean --gold klass?")
    dev.write_text("comment,label\nfree cash,\nhello, \n", encoding="utf-8")
    refused(train(folder, tmp_path / "m", "--dev", dev), "SAY501", "no label in any row of label")


def test_places_that_cannot_be_written_are_refused_before_the_work(folder, tmp_path, monkeypatch):
    def never(*_, **__):
        raise AssertionError("the work has begun")

    monkeypatch.setattr("sayso.runtime.inputs.read_corpus", never)
    monkeypatch.setattr("sayso.runtime.model_folder.TrainedModel.load", never)
    other = tmp_path / "other"
    other.mkdir()
    (other / "thesis.txt").write_text("precious")
    refused(train(folder, other), "SAY423", "thesis.txt")
    refused(train(folder, tmp_path / "other" / "thesis.txt"), "SAY423")
    refused(train(folder, tmp_path / "other" / "thesis.txt" / "m"), "SAY503")
    assert (other / "thesis.txt").read_text() == "precious"
    before = (folder / "c.csv").read_bytes()
    refused(run("predict", folder / "model", folder / "c.csv", "-o", folder / "c.csv"), "SAY504")
    refused(run("label", folder / "c.csv", "-e", folder / "ok.say", "-o", folder / "ok.say"), "SAY506")
    refused(run("report", folder / "c.csv", "-e", folder / "ok.say", "-o", folder / "ok.say"), "SAY504")
    refused(run("predict", folder / "model", folder / "c.csv", "-o", other), "SAY503", "it is a folder")
    refused(run("report", folder / "c.csv", "-e", folder / "ok.say", "-o", other), "SAY503", "it is a folder")
    assert (folder / "c.csv").read_bytes() == before
    assert (folder / "ok.say").read_text() == SAY


@pytest.mark.parametrize("change", ["version", "cut", "missing", "manifest"])
def test_a_model_folder_that_is_damaged_or_of_another_version(folder, tmp_path, change):
    model = tmp_path / "model"
    shutil.copytree(folder / "model", model)
    manifest = model / "manifest.json"
    if change == "version":
        manifest.write_text(manifest.read_text().replace('"format": 1', '"format": 99'))
    elif change == "cut":
        weights = model / "end_model" / "weights.safetensors"
        weights.write_bytes(weights.read_bytes()[:100])
    elif change == "missing":
        (model / "program.json").unlink()
    else:
        manifest.write_bytes(manifest.read_bytes()[:50])
    code = "SAY421" if change == "version" else "SAY422"
    refused(run("predict", model, folder / "c.csv"), code)
    refused(run("explain", model, folder / "c.csv", "--row", 0), code)


def test_what_is_no_model_folder(folder, tmp_path):
    refused(run("predict", tmp_path, folder / "c.csv"), "SAY420")
    refused(run("predict", folder / "ok.say", folder / "c.csv"), "SAY420")
    refused(run("predict", tmp_path / "nowhere", folder / "c.csv"), "SAY420")


def test_rows_and_columns_that_are_not_there(folder, tmp_path):
    refused(run("explain", folder / "model", folder / "c.csv", "--row", 60), "SAY511", "the rows are 0 to 59")
    refused(run("explain", folder / "model", folder / "c.csv", "--row", -1), "SAY511")
    other = tmp_path / "o.csv"
    other.write_text("comments,x\nhello,1\n")
    refused(run("predict", folder / "model", other), "SAY011", "did you mean 'comments'?")
    refused(run("predict", folder / "model", other, "-t", "comments", "-t", "x"), "SAY505")


def test_a_full_disk_damages_nothing(folder, tmp_path, monkeypatch):
    shutil.copytree(folder / "model", tmp_path / "m")
    out = tmp_path / "p.csv"
    out.write_text("old")
    before = {path.name: path.read_bytes() for path in (tmp_path / "m").iterdir() if path.is_file()}

    def full(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("os.fsync", full)
    refused(run("predict", folder / "model", folder / "c.csv", "-o", out), "SAY424", "No space left")
    refused(train(folder, tmp_path / "m"), "SAY424", "No space left")
    assert out.read_text() == "old"
    assert {path.name: path.read_bytes() for path in (tmp_path / "m").iterdir() if path.is_file()} == before
    assert {path.name for path in tmp_path.iterdir()} == {"m", "p.csv"}


def test_ctrl_c_in_training(folder, tmp_path, monkeypatch):
    def interrupt(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("sayso.runtime.end_model.train", interrupt)
    result = train(folder, tmp_path / "m")
    assert result.exit_code == 130
    assert result.stderr.endswith("interrupted; nothing was written\n")
    assert list(tmp_path.iterdir()) == []


def test_faults_of_our_own_are_named_and_shown_on_request(folder, monkeypatch):
    def fault(*_, **__):
        raise ZeroDivisionError("by <zero>")

    monkeypatch.setattr("sayso.runtime.inputs.read_corpus", fault)
    arguments = ["label", folder / "c.csv", "-e", folder / "ok.say"]
    result = run(*arguments)
    assert result.exit_code == 70
    assert "please report it: ZeroDivisionError: by <zero>" in result.stderr
    assert "Traceback" not in result.output
    assert "Traceback" in run(*arguments, "--debug").stderr


def test_a_reader_that_has_gone_is_no_error(folder):
    command = (
        f"{sys.executable} -c 'from sayso.runtime.cli import main; main()' check {folder / 'ok.say'} --json | true"
    )
    done = subprocess.run(["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_usage_errors_exit_with_2(folder):
    for arguments in (["trian"], ["train"], ["check", "x.say", "--gold", "y"], ["explain", "a", "b", "--row", "x"]):
        result = run(*arguments)
        assert result.exit_code == 2
        assert "Traceback" not in result.output


def test_escapes_do_not_reach_the_terminal(folder, tmp_path, say):
    result = run("check", say('ham because it mentions "\x1b[31mred" and wibbles'))
    assert "\x1b" not in result.output


# -- the inventory -------------------------------------------------------------------------------------------------


def inventory():
    """Every command with its arguments and options, and what they are for."""
    lines = []
    for name, command in sorted(typer.main.get_command(app).commands.items()):
        lines.append(f"{name}: {' '.join(command.help.split())}")
        for parameter in command.params:
            names = ", ".join(parameter.opts + parameter.secondary_opts)
            shown = parameter.metavar or names if parameter.param_type_name == "argument" else names
            required = " (required)" if parameter.required else ""
            lines.append(f"    {shown}{required}: {getattr(parameter, 'help', None) or ''}")
    return "\n".join(lines) + "\n"


def test_the_inventory_of_commands_and_options_is_as_it_was():
    now = inventory()
    if os.environ.get("SAYSO_UPDATE_GOLDEN"):
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_text(now, encoding="utf-8")
    assert now.splitlines() == GOLDEN.read_text(encoding="utf-8").splitlines(), "run again with SAYSO_UPDATE_GOLDEN=1"


def test_help_loads_nothing_heavy():
    code = (
        "import sys; from sayso.runtime.cli import app\n"
        "try: app(['--help'])\n"
        "except SystemExit: pass\n"
        "print([m for m in ('torch', 'spacy', 'polars', 'numpy', 'sklearn', 'lark') if m in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip().endswith("[]")
