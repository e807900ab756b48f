"""Tables in terminals of any width: whatever stands in a cell is printed."""

import pytest
from rich.console import Console
from sayso.runtime.cli_grid import Grid

WORDS = 'it mentions any of "alpha", "beta", "gamma" and it has at least 4 words'


def printed(width, *, header=True):
    table = Grid()
    table.show_header = header
    table.add_column("name", style="bold", no_wrap=True)
    table.add_column("if", ratio=1)
    table.add_column("coverage", justify="right", no_wrap=True)
    table.add_row("LF1", WORDS, "12.5 %")
    table.add_row("", "said by ada")
    console = Console(width=width, highlight=False)
    with console.capture() as captured:
        console.print(table)
    return captured.get()


@pytest.mark.parametrize("header", [True, False])
@pytest.mark.parametrize("width", [16, 30, 40, 60, 110])
def test_no_cell_is_cut(width, header):
    lines = printed(width, header=header).splitlines()
    told = " ".join(" ".join(lines).split())
    assert all(len(line) <= width for line in lines)
    assert "…" not in told
    assert "LF1" in told
    assert "said by ada" in told
    assert set(WORDS.split()) <= set(told.split())
    assert "12.5 %" in told


def test_a_narrow_terminal_has_the_figures_above_the_words():
    lines = [line.rstrip() for line in printed(32).splitlines()]
    assert lines[0] == "LF1  coverage 12.5 %"
    assert lines[1].startswith("  it mentions any of")
    assert lines[-1] == "  said by ada"


def test_a_wide_terminal_has_them_side_by_side():
    heading, row, more = (" ".join(line.split()) for line in printed(110).splitlines())
    assert (heading, row, more) == ("name if coverage", f"LF1 {WORDS} 12.5 %", "said by ada")
