"""The compiled grammar, and how it is kept from one process to the next."""

import os

import lark
import pytest
from sayso.compiler.language import MOST, language


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The cache of a user who has just installed Sayso."""
    monkeypatch.setenv("SAYSO_CACHE", str(tmp_path))
    language.__wrapped__()
    return tmp_path / "grammars"


def same(one, other):
    assert one.terminals == other.terminals
    assert one.first == other.first
    assert one.nouns == other.nouns
    for key, rules in one.beginning.items():
        for mine, its in zip(rules, other.beginning[key], strict=True):
            assert (mine.rule, mine.needs, mine.some) == (its.rule, its.needs, its.some)


def test_what_was_kept_is_what_lark_made(folder, monkeypatch):
    (file,) = folder.iterdir()
    monkeypatch.setattr(lark, "Lark", None)  # nobody asks it
    kept = language.__wrapped__()
    monkeypatch.undo()
    file.unlink()
    same(kept, language.__wrapped__())


@pytest.mark.parametrize(
    "damage", [b"", b"{", b'{"rules": []}', b"[]", b"\xff\xfe", b'{"terminals": {}, "rules": [1]}']
)
def test_a_damaged_file_is_made_again(folder, damage):
    (file,) = folder.iterdir()
    whole = file.read_bytes()
    file.write_bytes(damage)
    same(language.__wrapped__(), language())
    assert file.read_bytes() == whole


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("SAYSO_CACHE", str(tmp_path / "file" / "cache"))
    same(language.__wrapped__(), language())


def test_old_grammars_make_room(folder):
    (file,) = folder.iterdir()
    for i in range(MOST + 3):
        (folder / f"{i}.json").write_text("{}")
        os.utime(folder / f"{i}.json", (i, i))
    file.unlink()
    language.__wrapped__()
    assert file.exists()
    assert {other.name for other in folder.iterdir()} - {file.name} == {f"{i}.json" for i in range(4, MOST + 3)}
