"""Argument spans, entities and a reference date on the command line; models remember them."""

from __future__ import annotations

import json

import pytest
from sayso.runtime.cli import app
from typer.testing import CliRunner

SAY = """\
task married: no, yes
yes because "wife" stands between person1 and person2
no because person1 comes after person2
"""


@pytest.fixture
def folder(tmp_path):
    rows = []
    for i in range(40):
        text = f"Ann and her wife Eve, {i}" if i % 2 else f"Ann met Eve, {i}"
        start = text.index("Eve")
        first, second = [0, 3], [start, start + 3]
        if i % 4 == 0:
            first, second = second, first
        rows.append(
            {"text": text, "person1": first, "person2": second, "when": "2024-06-01", "y": ["no", "yes"][i % 2]}
        )
    (tmp_path / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    (tmp_path / "a.say").write_text(SAY)
    return tmp_path


def run(*arguments):
    return CliRunner().invoke(app, [str(argument) for argument in arguments], catch_exceptions=False)


def test_spans_may_be_named_and_a_model_remembers_them(folder):
    data, say, spans = folder / "rows.jsonl", folder / "a.say", ("--spans", "person1, person2")
    assert run("check", say, data).exit_code != 0
    result = run("check", say, data, *spans)
    assert result.exit_code == 0, result.output
    assert "50.0 %" in result.stdout
    trained = run("train", data, "-e", say, "-o", folder / "m", "--gold", "y", "--epochs", "1", *spans)
    assert trained.exit_code == 0, trained.output
    told = run("explain", folder / "m", data, "--row", "1", "--json")
    assert told.exit_code == 0, told.output
    assert [reason["label"] for reason in json.loads(told.stdout)["reasons"]] == ["yes"]


def test_a_reference_date_may_be_named(folder):
    say = folder / "when.say"
    say.write_text("task t: no, yes\nyes if the when is in the last three months\n")
    for now, share in (("2024-06-30", "100.0 %"), ("2025-06-30", "0.0 %")):
        result = run("check", say, folder / "rows.jsonl", "--text", "text", "--now", now)
        assert result.exit_code == 0, result.output
        assert share in result.stdout
