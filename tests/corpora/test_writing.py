"""Atomic writing: the old one or the new one, and nothing beside."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import sayso
from sayso.corpora import writing
from sayso.corpora.writing import new_folder, write_file


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_and_replaced(tmp_path: Path) -> None:
    target = tmp_path / "new" / "file.txt"
    write_file(target, "größe\r\n")
    assert target.read_bytes() == "größe\r\n".encode()
    write_file(target, b"\x00")
    assert target.read_bytes() == b"\x00"
    assert names(target.parent) == ["file.txt"]


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_file_that_cannot_be_written_stays_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    write_file(tmp_path / "file", "old")

    def full(_: int) -> None:
        raise error

    monkeypatch.setattr(writing.os, "fsync", full)
    with pytest.raises((sayso.SaysoError, KeyboardInterrupt)) as caught:
        write_file(tmp_path / "file", "new")
    if isinstance(error, OSError):
        assert "SAY424" in str(caught.value)
        assert "No space left" in str(caught.value)
    assert (tmp_path / "file").read_text() == "old"
    assert names(tmp_path) == ["file"]


def test_a_folder_is_written_and_replaced(tmp_path: Path) -> None:
    for content in ("old", "new"):
        with new_folder(tmp_path / "folder") as work:
            (work / content).write_text(content)
            (work / "inner").mkdir()
    assert names(tmp_path) == ["folder"]
    assert names(tmp_path / "folder") == ["inner", "new"]


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt(), ValueError("a fault")])
def test_a_folder_that_cannot_be_written_stays_as_it_was(tmp_path: Path, error: BaseException) -> None:
    with new_folder(tmp_path / "folder") as work:
        (work / "old").write_text("old")
    with pytest.raises((sayso.SaysoError, KeyboardInterrupt, ValueError)), new_folder(tmp_path / "folder") as work:  # noqa: PT012
        (work / "half").write_text("ha")
        raise error
    assert names(tmp_path) == ["folder"]
    assert names(tmp_path / "folder") == ["old"]


def test_the_old_folder_comes_back_if_the_new_one_cannot_take_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with new_folder(tmp_path / "folder") as work:
        (work / "old").write_text("old")
    rename, calls = Path.rename, []

    def second_fails(self: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) == 2:
            raise OSError(5, "Input/output error")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", second_fails)
    with pytest.raises(sayso.SaysoError, match="Input/output error"), new_folder(tmp_path / "folder") as work:
        (work / "new").write_text("new")
    assert names(tmp_path) == ["folder"]
    assert names(tmp_path / "folder") == ["old"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_place_without_permission_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(sayso.SaysoError, match="SAY424"), new_folder(tmp_path / "folder"):
        pass


def test_a_parent_that_is_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(sayso.SaysoError, match="SAY424"), new_folder(tmp_path / "file" / "folder"):
        pass


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with new_folder(tmp_path / "link") as work:
        (work / "new").write_text("new")
    assert (tmp_path / "link").is_symlink()
    assert names(tmp_path / "real") == ["new"]
