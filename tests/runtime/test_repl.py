"""The conversation of the repl, line by line, and what of it needs a command line."""

from __future__ import annotations

from pathlib import Path

import pytest
import sayso
from sayso.runtime import cli_repl
from sayso.runtime.cli import app
from sayso.runtime.repl import COMMANDS, Session
from sayso.runtime.say_text import blocks_of
from typer.testing import CliRunner

TASK = sayso.Task("spam", ("ham", "spam"))
TEXTS = ["check out my channel", "a lovely song", "subscribe now http://x.com", "what a song, subscribe", "b"]
SAY = """\
# ours
task spam: ham, spam

let plea = "subscribe", "check out"
# the first
spam because it mentions any of plea
ham because
    it mentions "song"
# the end
"""


@pytest.fixture
def corpus():
    return sayso.Corpus.from_rows([{"text": text} for text in TEXTS * 30], text="text")


@pytest.fixture
def session(corpus):
    return Session(corpus, task=TASK)


def test_an_explanation_is_shown_and_kept_on_request(session):
    reply = session.reply('spam because it mentions "subscribe"')
    assert reply.shown.lf.english == 'spam if it mentions "subscribe"'
    assert (reply.shown.votes, reply.shown.rows) == (60, 150)
    assert len(reply.shown.hits) == 3
    for hit in reply.shown.hits:
        (spot,) = hit.spots
        assert hit.texts["text"][spot.start : spot.end] == "subscribe"
    assert not session.state.lfs
    assert session.reply("").lines == ("kept as LF1",)
    assert [lf.name for lf in session.state.lfs] == ["LF1"]
    assert session.unsaved


def test_conflicts_and_overlaps_with_the_functions_so_far(session):
    session.accept = True
    session.reply('spam because it mentions "subscribe"')
    session.reply("spam because it has a link")
    meetings = session.reply('ham because it mentions "song" or "subscribe"').shown.meetings
    assert [(m.lf.name, m.rows, m.conflict) for m in meetings] == [("LF1", 60, True), ("LF2", 30, True)]


def test_lints_concern_the_new_explanation_only(session):
    session.accept = True
    assert [d.code for d in session.reply('spam because it mentions "zzz"').diagnostics] == ["SAY201"]
    assert [d.code for d in session.reply('spam because it mentions "song"').diagnostics] == []
    assert [d.code for d in session.reply('ham because it mentions "song"').diagnostics] == ["SAY205"]


def test_what_is_not_understood_is_said(session):
    reply = session.reply("spam because it blorps")
    assert [d.code for d in reply.diagnostics] == ["SAY101"]
    assert session.reply("/accept").lines[0].startswith("there is nothing")


def test_a_condition_without_a_label_is_only_shown(session):
    reply = session.reply('it mentions "song"')
    assert (reply.shown.votes, reply.shown.labeled) == (60, False)
    assert 'spam because it mentions "song"' in reply.lines[0]
    assert session.pending is None


def test_edit_drop_and_undo(session):
    session.accept = True
    session.reply('spam because it mentions "subscribe"')
    session.reply('ham because it mentions "song"')
    assert session.reply("/edit LF1").prefill == '/edit LF1 spam because it mentions "subscribe"'
    assert session.reply('/edit 1 spam because it mentions "check out"').shown.votes == 30
    assert session.state.lfs[0].when == 'it mentions "check out"'
    session.reply("/drop LF1")
    assert [(lf.name, lf.when) for lf in session.state.lfs] == [("LF1", 'it mentions "song"')]
    session.reply("/undo")
    session.reply("/undo")
    assert session.state.lfs[0].when == 'it mentions "subscribe"'
    assert session.reply("/drop LF9").lines == ("there is no function LF9; there are: LF1, LF2",)
    for _ in range(2):
        session.reply("/undo")
    assert "nothing" in session.reply("/undo").lines[0]


def test_what_is_said_of_an_edited_function_names_it(session):
    session.accept = True
    for word in ("subscribe", "channel", "link"):
        session.reply(f'spam because it mentions "{word}"')
    told = session.reply('/edit LF1 spam because it mentions "zebra" or "song"').diagnostics
    assert [finding.message for finding in told] == ["LF1 looks for words that never occur"]
    (same, *_) = session.reply('/edit LF2 spam because it mentions "song" or "zebra"').diagnostics
    assert same.message == "LF2 says the same as LF1"
    session.reply("/drop 3")
    session.reply("/drop 2")
    assert session.reply("/undo").lines == ("taken back; there are 2 functions",)
    session.reply("/drop 2")
    session.reply("/drop 1")
    assert session.reply("/undo").lines == ("taken back; there is 1 function",)


def test_lists_and_tasks(corpus):
    session = Session(corpus)
    assert "task spam" in session.reply('spam because it mentions "song"').lines[0]
    assert session.reply("task spam: ham, spam").lines == ("task spam: ham, spam",)
    assert session.reply('/let plea = "subscribe", "check out"').lines == ("plea has 2 items",)
    assert [d.code for d in session.reply('let plea = "x"').diagnostics] == ["SAY117"]
    assert session.reply("spam because it mentions any of plea").shown.votes == 90
    session.reply("/accept")
    assert [d.code for d in session.reply("task t: a, b").diagnostics] == ["SAY112"]
    assert session.text == (
        'task spam: ham, spam\nlet plea = "subscribe", "check out"\nspam because it mentions any of plea\n'
    )


def test_readings_are_listed_and_taken(session):
    session.reply('spam because it mentions "song" or it mentions "subscribe" and it has a link')
    lines = session.reply("/readings").lines
    assert [line[0] for line in lines] == ["1", "2"]
    reply = session.reply("/readings 2")
    assert reply.shown.lf.when == lines[1][3:]
    assert session.reply("/readings 7").lines == ("there is no reading 7",)


def test_a_file_keeps_its_comments(corpus, tmp_path):
    path = tmp_path / "a.say"
    path.write_text(SAY)
    session = Session(corpus, source=path)
    assert not session.greeting
    assert [lf.name for lf in session.state.lfs] == ["LF1", "LF2"]
    assert session.text == SAY
    session.reply('spam because it mentions "b"')
    session.reply("/accept")
    assert session.text == SAY + 'spam because it mentions "b"\n'
    session.reply("/drop LF2")
    assert "song" not in session.text
    assert "# the end" in session.text
    session.reply("/save")
    assert path.read_text() == session.text
    assert not session.unsaved
    again = Session(corpus, source=path)
    assert [lf.english for lf in again.state.lfs] == [lf.english for lf in session.state.lfs]


def test_saving_asks_before_it_replaces_another_file(session, tmp_path):
    other = tmp_path / "b.say"
    other.write_text("mine")
    session.reply('spam because it mentions "b"')
    session.reply("/accept")
    assert "exists" in session.reply(f"/save {other}").lines[0]
    assert other.read_text() == "mine"
    assert "wrote" in session.reply(f"/save {other}").lines[0]
    assert [d.code for d in session.reply(f"/save {tmp_path / 'b.say' / 'c.say'}").diagnostics] == ["SAY424"]


def test_quitting_with_changes_asks_once(session):
    assert session.reply("/quit").done
    session.reply('spam because it mentions "b"')
    session.reply("/accept")
    assert not session.reply("/quit").done
    assert session.reply("/quit").done


@pytest.mark.parametrize(
    "line", ["/", "/nothing", "# a comment", "   ", "/edit", "/drop", "/readings", "/save", "(((", '"']
)
def test_nothing_that_is_typed_breaks_it(session, line):
    assert not session.reply(line).done


def test_every_command_says_what_it_does(session):
    said = "\n".join(session.reply("/help").lines)
    assert all(f"/{name}" in said for name in COMMANDS)
    assert all(own.__doc__ for own in COMMANDS.values())


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("/und", ("/undo", -4)),
        ("sp", ("spam", -2)),
        ("spam because it men", ("mentions", -3)),
        ("ham if ple", ("plea", -3)),
    ],
)
def test_words_are_completed(session, before, expected):
    session.reply('let plea = "a"')
    assert expected in cli_repl.completions(session, before)
    assert cli_repl.completions(session, before + '"') == []


@pytest.mark.parametrize("text", ["", "\n", "# a", "task t: a, b", SAY, SAY.replace("\n", "\r\n")])
def test_blocks_are_the_whole_text(text):
    joined = "".join(block.text for block in blocks_of(text))
    assert joined.rstrip("\n") == text.replace("\r\n", "\n").rstrip("\n")


def test_lines_may_come_from_a_pipe(tmp_path):
    say = tmp_path / "new.say"
    lines = f'spam because it mentions "subscribe"\nspam if it blorps\nham if it is short\n/list\n/save {say}\n'
    result = CliRunner().invoke(app, ["repl"], input=lines, catch_exceptions=False)
    assert result.exit_code == 0
    assert 'spam if it mentions "subscribe"' in result.stdout
    assert "blorps" in result.stdout
    assert 'spam because it mentions "subscribe"' in Path(say).read_text()


def test_the_options_of_the_command(tmp_path):
    data = tmp_path / "c.csv"
    data.write_text("text,y\nhello you,1\nbye now,2\n")
    result = CliRunner().invoke(
        app,
        ["repl", str(data), "-t", "text", "--task", "greeting: yes, no"],
        input='yes if it mentions "hello"\n/quit\n/exit\n',
    )
    assert result.exit_code == 0
    assert "50.0 %" in result.stdout
    assert CliRunner().invoke(app, ["repl", "--task", "one"]).exit_code == 2


@pytest.mark.parametrize("more", ["", "/quit\n", "/list\n/exit\n"])
def test_what_a_pipe_brings_and_does_not_save_is_shown(more):
    lines = f'let plea = "subscribe"\nspam because it mentions any of plea\n{more}'
    result = CliRunner().invoke(app, ["repl"], input=lines, catch_exceptions=False)
    assert result.exit_code == 1
    assert "SAY517" in result.stderr
    assert all(line in result.stderr for line in lines.splitlines()[:2])
    assert "/save FILE.say" in result.stderr


def test_only_what_is_in_no_file_is_shown(corpus, tmp_path):
    path = tmp_path / "a.say"
    path.write_text(SAY)
    session = Session(corpus, source=path, accept=True)
    assert session.lost == ()
    session.reply('spam because it mentions "b"')
    assert session.lost == ('spam because it mentions "b"',)


def test_explanations_are_saved_to_say_files_only(tmp_path):
    data = tmp_path / "c.csv"
    data.write_text("text,y\nhello you,1\nbye now,2\n")
    session = Session(sayso.Corpus.read(data, text="text"), task=TASK, accept=True)
    session.reply('spam because it mentions "hello"')
    for path, code in (
        (data, "SAY504"),
        (tmp_path, "SAY503"),
        (tmp_path / "x.csv", "SAY506"),
        (tmp_path / "x", "SAY506"),
    ):
        for _ in range(2):
            (finding,) = session.reply(f"/save {path}").diagnostics
            assert finding.code == code
            assert "/save" in finding.fix
    assert data.read_text().startswith("text,y")
    assert "wrote" in session.reply(f"/save {tmp_path / 'x.say'}").lines[0]


def test_a_file_of_another_name_is_saved_where_it_came_from(corpus, tmp_path):
    path = tmp_path / "ours.txt"
    path.write_text(SAY)
    session = Session(corpus, source=path, accept=True)
    session.reply('spam because it mentions "b"')
    assert "wrote" in session.reply("/save").lines[0]


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("help", "/help"),
        ("quit", "/quit"),
        (":quit", "/quit"),
        (":save out.say", "/save out.say"),
        ("exit", "/quit"),
        ("?", "/help"),
    ],
)
def test_commands_without_a_slash_are_told_how_to_be_typed(session, line, meant):
    assert session.reply(line).lines == (f"commands begin with /, so type: {meant}",)


def test_bytes_that_are_no_text_are_named(session):
    (finding,) = session.reply('spam because it mentions "caf\udce9"').diagnostics
    assert (finding.code, finding.values["byte"], finding.values["at"]) == ("SAY006", "0xe9", 29)
    result = CliRunner().invoke(app, ["repl"], input=b'spam because it mentions "caf\xe9"\n', catch_exceptions=False)
    assert "SAY006 error: byte 0xe9 at position 29" in result.stdout


def test_a_table_of_explanations_is_no_file_to_begin_with(corpus, tmp_path):
    path = tmp_path / "e.csv"
    path.write_text("explanation,label\nit has a link,spam\n")
    with pytest.raises(sayso.SaysoError, match=r"SAY507.*a \.say file was expected"):
        Session(corpus, source=path)
