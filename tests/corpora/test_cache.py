"""Indices on disk: whole, keyed by content, and built again when they are damaged."""

import json
import os
import time
import warnings

import polars as pl
import pytest
from hypothesis import given, settings
from indices import long_columns, same
from sayso.corpora.cache import cache_folder, cached_index, fingerprint
from sayso.corpora.index import TextIndex
from sayso.corpora.kinds import KINDS
from sayso.corpora.vocabulary import KEYS
from sayso.grammar.diagnostics import SaysoWarning

TEXTS = pl.Series("text", ["Check this out! http://x.com", None, "", "don't, é 😂", "it's FREE"] * 10)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "cache"


def place_in(folder):
    """The one index in a cache."""
    (place,) = folder.iterdir()
    return place


@settings(max_examples=settings.default.max_examples // 8)
@given(long_columns)
def test_what_is_opened_is_what_was_built(tmp_path_factory, column):
    folder = tmp_path_factory.mktemp("cache")
    built, opened, own = cached_index(column, folder=folder), cached_index(column, folder=folder), TextIndex.of(column)
    for index in (built, opened):
        assert same(index, own)
        for kind in KINDS.values():
            assert index.counts(kind).tolist() == own.counts(kind).tolist()
        for name in KEYS:
            found, expected = getattr(index.vocabulary, name), getattr(own.vocabulary, name)
            assert found.strings == expected.strings
            assert [found.forms(key).tolist() for key in found.strings] == [
                expected.forms(key).tolist() for key in expected.strings
            ]
        assert index.strings is column


def test_a_second_opening_builds_nothing(folder, monkeypatch):
    cached_index(TEXTS, folder=folder)
    monkeypatch.setattr("sayso.corpora.cache.save_index", None)
    assert same(cached_index(TEXTS, folder=folder), TextIndex.of(TEXTS))


def test_an_opened_index_cannot_be_changed(folder):
    cached_index(TEXTS, folder=folder)
    with pytest.raises(ValueError, match="read-only"):
        cached_index(TEXTS, folder=folder).tokens[0] = 1


FILES = ["index.json", "tokens", "row_start", "posting", "present", "forms", "folded_names", "lemmas_ids", "count_link"]


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("damage", ["removed", "cut", "emptied", "overwritten", "a folder"])
def test_a_damaged_index_is_built_again(folder, name, damage):
    cached_index(TEXTS, folder=folder)
    file = place_in(folder) / name
    content = file.read_bytes()
    file.unlink()
    if damage == "a folder":
        file.mkdir()
    elif damage != "removed":
        changed = {"cut": content[:-1], "emptied": b"", "overwritten": bytes(b ^ 0xFF for b in content)}
        file.write_bytes(changed[damage])
    with pytest.warns(SaysoWarning, match="SAY046"):
        index = cached_index(TEXTS, folder=folder)
    assert same(index, TextIndex.of(TEXTS))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert same(cached_index(TEXTS, folder=folder), index)


@pytest.mark.parametrize("head", ["[]", '{"files": {}}', '{"files": 5, "rows": 50}', "{", '{"rows": 1, "files": {}}'])
def test_a_head_of_another_shape(folder, head):
    cached_index(TEXTS, folder=folder)
    (place_in(folder) / "index.json").write_text(head)
    with pytest.warns(SaysoWarning, match="SAY046"):
        assert same(cached_index(TEXTS, folder=folder), TextIndex.of(TEXTS))


def test_a_failed_build_leaves_nothing(folder, monkeypatch):
    def full(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("sayso.corpora.cache._write_strings", full)
    with pytest.warns(SaysoWarning, match="SAY047.*No space left"):
        index = cached_index(TEXTS, folder=folder)
    assert same(index, TextIndex.of(TEXTS))
    assert list(folder.iterdir()) == []


def test_an_interrupted_build_leaves_nothing(folder, monkeypatch):
    def interrupt(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("sayso.corpora.cache._write_strings", interrupt)
    with pytest.raises(KeyboardInterrupt):
        cached_index(TEXTS, folder=folder)
    assert list(folder.iterdir()) == []


def test_a_cache_that_cannot_be_made(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.warns(SaysoWarning, match="SAY047"):
        assert same(cached_index(TEXTS, folder=tmp_path / "file" / "cache"), TextIndex.of(TEXTS))


def test_somebody_else_was_faster(folder, monkeypatch):
    from sayso.corpora import cache

    build = cache.save_index

    def twice(texts, work, **options):
        build(texts, work, **options)
        if not any(place.name[0] != "b" for place in folder.iterdir()):
            monkeypatch.setattr(cache, "save_index", build)
            cached_index(texts, folder=folder)

    monkeypatch.setattr(cache, "save_index", twice)
    assert same(cached_index(TEXTS, folder=folder), TextIndex.of(TEXTS))
    place_in(folder)


def test_other_texts_have_another_index(folder):
    cached_index(TEXTS, folder=folder)
    cached_index(TEXTS.reverse(), folder=folder)
    assert len(list(folder.iterdir())) == 2


def test_what_is_left_over_makes_room(folder):
    old, new, foreign = folder / "building-old", folder / "building-new", folder / "mine"
    for place in (old, new, foreign):
        place.mkdir(parents=True)
    (unused := folder / "0123").mkdir()
    (unused / "index.json").write_text(json.dumps({}))
    for place in (old, foreign, unused):
        os.utime(place, (time.time() - 100 * 86_400,) * 2)
    cached_index(TEXTS, folder=folder)
    assert new.exists()
    assert foreign.exists()
    assert not old.exists()
    assert not unused.exists()


def test_the_environment_names_the_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("SAYSO_CACHE", str(tmp_path / "own"))
    assert cache_folder() == tmp_path / "own"
    cached_index(TEXTS)
    assert (tmp_path / "own" / "indices").is_dir()
    monkeypatch.delenv("SAYSO_CACHE")
    assert "sayso" in str(cache_folder())


def test_a_progress_bar_keeps_to_the_error_stream(folder, capsys):
    cached_index(TEXTS, folder=folder, progress=True)
    assert capsys.readouterr().out == ""


def test_fingerprints_tell_apart():
    columns = [["a", "b"], ["ab"], ["ab", ""], ["", "ab"], ["ab", None], [None, "ab"], [], [None], [""]]
    prints = {fingerprint(pl.Series(texts, dtype=pl.String)) for texts in columns}
    assert len(prints) == len(columns)


def test_fingerprints_do_not_depend_on_where_texts_lie():
    texts = pl.Series([f"text {i} {'long ' * (i % 5)}" for i in range(1_000)])
    whole = fingerprint(texts)
    assert fingerprint(pl.concat([texts[:300], texts[300:]], rechunk=False)) == whole
    assert fingerprint(pl.concat([pl.Series(["x"]), texts])[1:]) == whole
