"""The model folder: what is written is what is read, and what is damaged is said to be."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import sayso
from sayso.runtime import end_model, model_folder, sealed_folder
from sayso.runtime.end_model import EndModel
from sayso.runtime.model_folder import TrainedModel, check_replaceable
from sayso.runtime.sealed_folder import MANIFEST, Seal
from small_comments import TASK, comments

EXPLANATIONS = 'task spam: ham, spam\r\nspam because it mentions "größe"\n'
FILES = [
    "end_model/config.json",
    "end_model/encoder/vocabulary.json",
    "end_model/encoder/vocabulary.safetensors",
    "end_model/manifest.json",
    "end_model/weights.safetensors",
    "explanations.say",
    "label_model.npz",
    "manifest.json",
    "program.json",
    "task.json",
]


@pytest.fixture(scope="module")
def trained() -> TrainedModel:
    corpus, probs, truth = comments(80)
    votes = np.where(np.random.default_rng(0).random((80, 4)) < 0.7, truth[:, None], -1)
    label_model = sayso.LabelModel(labels=TASK.labels).fit(votes)
    model = EndModel(TASK, epochs=3).fit(corpus, probs)
    return TrainedModel(TASK, {"lfs": ["größe"]}, EXPLANATIONS, label_model, model, {"seed": 0})


@pytest.fixture(scope="module")
def written(trained: TrainedModel, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("models") / "model"
    trained.save(path)
    return path


@pytest.fixture
def folder(written: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(written, tmp_path / "model"))


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def code(act: Any, *args: Any) -> tuple[str, str]:
    with pytest.raises(sayso.SaysoError) as caught:
        act(*args)
    return caught.value.diagnostic.code, str(caught.value)


def test_it_holds_what_it_says(folder: Path) -> None:
    assert files(folder) == FILES


def test_what_is_read_is_what_was_written(trained: TrainedModel, folder: Path) -> None:
    loaded = TrainedModel.load(folder)
    corpus, _, truth = comments(60, seed=1)
    assert (loaded.task, loaded.program, loaded.explanations) == (TASK, {"lfs": ["größe"]}, EXPLANATIONS)
    assert loaded.settings == {"seed": 0}
    assert np.array_equal(loaded.predict_proba(corpus), trained.predict_proba(corpus))
    assert np.array_equal(loaded.predict(corpus), trained.predict(corpus))
    votes = np.stack([truth, truth, 1 - truth, truth], axis=1)
    assert np.array_equal(loaded.label_model.predict_proba(votes), trained.label_model.predict_proba(votes))


def test_all_of_its_files_may_be_read_by_the_same_people(written: Path) -> None:
    assert len({file.stat().st_mode for file in written.rglob("*") if file.is_file()}) == 1


def test_it_may_be_moved_and_have_no_label_model(trained: TrainedModel, tmp_path: Path) -> None:
    TrainedModel(TASK, {}, "", None, trained.end_model).save(tmp_path / "a")
    shutil.move(tmp_path / "a", tmp_path / "b")
    assert TrainedModel.load(tmp_path / "b").label_model is None


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("damage", ["removed", "cut short", "emptied", "changed", "noise"])
def test_every_damage_to_every_file_is_noticed(folder: Path, name: str, damage: str) -> None:
    file = folder / name
    content = bytearray(file.read_bytes())
    if damage == "removed":
        file.unlink()
    elif damage == "changed":
        content[len(content) // 2] ^= 1
        file.write_bytes(content)
    else:
        file.write_bytes({"cut short": content[:-7], "emptied": b"", "noise": b"\xff\x00" * 100}[damage])
    found, message = code(TrainedModel.load, folder)
    assert found == ("SAY420" if (name, damage) == (MANIFEST, "removed") else "SAY422")
    assert name.split("/")[-1] in message
    assert str(folder) in message


def test_a_changed_manifest_is_noticed(folder: Path) -> None:
    manifest = json.loads((folder / MANIFEST).read_text())
    manifest["facts"]["settings"]["seed"] = 1
    (folder / MANIFEST).write_text(json.dumps(manifest))
    assert code(TrainedModel.load, folder)[0] == "SAY422"


@pytest.mark.parametrize("version", [0, 2, "1.5", None])
def test_another_version_is_named(folder: Path, version: Any) -> None:
    manifest = json.loads((folder / MANIFEST).read_text())
    manifest["format"] = version
    (folder / MANIFEST).write_text(json.dumps(manifest))
    found, message = code(TrainedModel.load, folder)
    assert found == "SAY421"
    assert f"format {version}" in message


def test_what_is_no_model_folder_is_named(tmp_path: Path, folder: Path) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "empty").mkdir()
    for name, words in (("file", "a file"), ("empty", "without a manifest.json"), ("missing", "there is nothing")):
        found, message = code(TrainedModel.load, tmp_path / name)
        assert found == "SAY420"
        assert words in message
    assert code(TrainedModel.load, folder / "end_model")[0] == "SAY420"


@pytest.mark.parametrize("content", ["[]", "3", '{"kind": "sayso model"}', '{"kind": "other", "files": {}}'])
def test_a_manifest_of_something_else_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / MANIFEST).write_text(content)
    assert code(TrainedModel.load, tmp_path)[0] == "SAY420"


def test_a_model_folder_and_an_empty_one_are_replaced(trained: TrainedModel, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (folder / "program.json").unlink()  # a damaged one too
    for path in (folder, tmp_path / "empty"):
        trained.save(path)
        TrainedModel.load(path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["empty", "model"]


def test_nothing_else_is_replaced(trained: TrainedModel, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("precious")
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "thesis.tex").write_text("precious")
    (folder / "notes.txt").write_text("precious")
    for path, words in ((tmp_path / "file", "a file"), (tmp_path / "papers", "thesis.tex"), (folder, "notes.txt")):
        for act in (check_replaceable, trained.save):
            found, message = code(act, path)
            assert found == "SAY423"
            assert words in message
    assert (tmp_path / "file").read_text() == (folder / "notes.txt").read_text() == "precious"
    check_replaceable(tmp_path / "new")


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_failed_save_leaves_the_old_model(
    trained: TrainedModel, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    def full(*_: Any) -> bytes:
        raise error

    monkeypatch.setattr(end_model, "save", full)
    with pytest.raises((sayso.SaysoError, KeyboardInterrupt)) as caught:
        trained.save(folder)
    if isinstance(error, OSError):
        assert f"{folder} cannot be written: No space left" in str(caught.value)
    assert [path.name for path in tmp_path.iterdir()] == ["model"]
    TrainedModel.load(folder)


def test_no_file_is_pickled(folder: Path) -> None:
    assert {Path(name).suffix for name in files(folder)} == {".json", ".safetensors", ".npz", ".say"}
    assert all(b"\x80\x04\x95" not in (folder / name).read_bytes()[:16] for name in files(folder))


def test_a_seal_keeps_kinds_apart(tmp_path: Path) -> None:
    with Seal("one", 1).writing(tmp_path / "folder", {"a": 1}) as work:
        (work / "x").write_text("x")
    assert Seal("one", 1).read(tmp_path / "folder") == {"a": 1}
    assert code(Seal("two", 1).read, tmp_path / "folder")[0] == "SAY420"
    assert code(Seal("two", 1).check_replaceable, tmp_path / "folder")[0] == "SAY423"
    assert sealed_folder.MANIFEST == "manifest.json"
    assert model_folder.SEAL.version == 1
