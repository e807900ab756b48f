"""Commands run in this process, for the tests of the command line."""

from sayso.runtime.cli import app
from typer.testing import CliRunner


def run(*arguments, cwd=None):
    """Run a command in this process; arguments may be paths."""
    arguments = [str(argument) for argument in arguments]
    return CliRunner(env={"COLUMNS": "120"}).invoke(app, arguments, catch_exceptions=False)


def refused(result, code, *words):
    """A refusal: exit code 2, the code, the words, no traceback."""
    assert result.exit_code == 2, result.output
    assert code in result.stderr
    flat = " ".join(result.stderr.split())
    for word in words:
        assert word in flat
    assert "Traceback" not in result.output
