"""The sample corpora: regenerating gives what is committed, and they are what they say they are."""

from __future__ import annotations

import csv
import re
import time
import unicodedata
from collections import Counter

import polars as pl
import pytest
import sayso
from sayso.corpora import samples
from sayso.corpora.samples import make_comments
from sayso.corpora.samples.make_comments import Dice, alike, expand
from sayso.grammar.diagnostics import SaysoError


@pytest.fixture(scope="module")
def comments():
    return samples.load("comments")


@pytest.fixture(scope="module")
def characters():
    return samples.load("unicode")


@pytest.fixture(scope="module")
def named(characters):
    """The characters whose names people made."""
    return characters.filter(~pl.col("by_rule"))


def test_making_the_comments_again_gives_the_file():
    assert make_comments.as_csv() == samples.path("comments").read_bytes().decode("utf-8")


def test_another_seed_gives_other_comments(monkeypatch):
    monkeypatch.setattr(make_comments, "SEED", 1)
    assert make_comments.as_csv() != samples.path("comments").read_bytes().decode("utf-8")


def test_comments_have_the_sizes_and_columns_that_are_promised(comments):
    assert comments.columns == ["id", "text", "label", "split"]
    assert dict(comments.group_by("label").len().iter_rows()) == make_comments.SIZE
    assert dict(comments.group_by("split").len().iter_rows()) == {"train": 480, "dev": 120}
    assert set(comments.filter(pl.col("split") == "dev")["label"]) == {"ham", "spam"}


def test_comments_are_different_from_each_other(comments):
    assert comments["id"].n_unique() == len(comments)
    assert comments["text"].n_unique() == len(comments)
    texts = comments["text"].to_list()
    clones = [(a, b) for i, a in enumerate(texts) for b in texts[:i] if len(a) > 30 and alike(a, b) > 0.7]
    assert not clones


def test_comments_are_clean(comments):
    assert comments["text"].null_count() == 0
    for text in comments["text"]:
        assert text == text.strip() != ""
        assert not re.search(r"[\[\]{}]", text), "a template was not filled"
        for host in re.findall(r"\b[\w.-]+\.(?:com|org|net|edu|io|info)\b", text):
            assert re.search(r"(^|\.)example\.(com|org|net)$", host), host


def test_the_file_is_csv_for_every_reader(comments):
    with samples.path("comments").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["text"] for row in rows] == comments["text"].to_list()
    assert any("\n" in row["text"] for row in rows)
    assert any('"' in row["text"] for row in rows)


def test_no_single_word_separates_the_classes(comments):
    """No word that stands in one class alone finds more than a tenth of it, and none above half finds one class."""
    rows = {label: [set(re.findall(r"\w+", text.lower())) for text in part["text"]]
            for (label,), part in comments.partition_by("label", as_dict=True).items()}  # fmt: skip
    counts = {label: Counter(word for words in sets for word in words) for label, sets in rows.items()}
    for own, other in (("ham", "spam"), ("spam", "ham")):
        for word, count in counts[own].items():
            share = count / len(rows[own])
            purity = count / (count + counts[other][word])
            assert share <= 0.1 or purity < 1, word
            assert share <= 0.5 or purity <= 0.95, word


def test_comments_show_what_people_do(comments):
    text = comments["text"]
    for pattern, least in {
        r"[\p{Emoji_Presentation}]": 40,
        r"example\.": 60,
        r"@example\.": 15,
        r"^[^a-z]*[A-Z]{4}[^a-z]*$": 15,
        r"!!": 15,
        r"[€$£]\s?\d|\d\s?(euro|EUR|dollar|quid)": 20,
        r"([aeiou])[aeiou]{2}": 5,
    }.items():
        assert text.str.contains(pattern).sum() >= least, pattern
    assert (text.str.len_chars() <= 3).sum() >= 3
    ham, spam = (comments.filter(pl.col("label") == label)["text"] for label in ("ham", "spam"))
    assert ham.str.contains(r"example\.").sum() >= 10
    assert (~spam.str.contains(r"example\.")).sum() >= 80


def test_expand_fills_choices_and_slots():
    assert expand("[[a|a]|a] b", Dice(3)) == "a b"
    assert {expand("[x|y]", Dice(seed)) for seed in range(20)} == {"x", "y"}
    assert not re.search(r"[{}\[\]|]", expand("{beg} {link} [{mail}|{own_mail}]", Dice(5)))


def test_unicode_names_are_those_of_python(characters):
    assert len(characters) > 130_000
    for row in characters.sample(500, seed=1).iter_rows(named=True):
        assert unicodedata.lookup(row["text"]) == row["character"]
        assert unicodedata.category(row["character"]) == row["category"]
        assert row["group"] == row["category"][0]
    assert characters["text"].n_unique() == len(characters)
    assert set(characters["group"]) == set("LMNPSZC")


def test_names_made_by_rule_are_marked(characters, named):
    groups = dict(characters.group_by("by_rule").len().iter_rows())
    assert groups[True] > 2 * groups[False]
    assert (
        len(named.filter(pl.col("text").str.contains("^(CJK UNIFIED IDEOGRAPH|HANGUL SYLLABLE|NUSHU CHARACTER)"))) == 0
    )
    assert set(characters.filter("by_rule")["category"]) == {"Lo"}


def test_repeating_gives_distinct_rows(characters):
    thrice = samples.load("unicode", repeat=3)
    assert len(thrice) == 3 * len(characters)
    assert thrice["row"].n_unique() == len(thrice)
    assert thrice.slice(len(characters), len(characters)).drop("row").equals(characters.drop("row"))


def test_the_unicode_sample_is_made_quickly():
    start = time.process_time()
    samples.load("unicode")
    assert time.process_time() - start < 2  # measured: 0.8 s


def test_names_and_paths():
    assert samples.names() == ("comments", "unicode")
    assert samples.path("comments") == samples.path("comments.csv")
    for name in samples.names():
        assert samples.explanations(name).suffix == ".say"
        assert samples.explanations(name).is_file()


@pytest.mark.parametrize(("name", "near"), [("coments", "comments"), ("Unicode", "unicode"), ("zzz", None)])
def test_an_unknown_sample_is_refused_with_the_nearest_name(name, near):
    for call in (samples.load, samples.path, samples.explanations):
        with pytest.raises(SaysoError) as caught:
            call(name)
        assert caught.value.diagnostic.code == "SAY020"
        assert caught.value.diagnostic.fix == (f"did you mean {near!r}?" if near else "name one of them")


def test_the_unicode_sample_has_no_file():
    with pytest.raises(SaysoError, match="SAY021"):
        samples.path("unicode")


@pytest.mark.parametrize("name", ["comments", "unicode"])
@pytest.mark.parametrize("repeat", [0, -1])
def test_repeat_must_be_positive(name, repeat):
    with pytest.raises(SaysoError, match="SAY022"):
        samples.load(name, repeat=repeat)


@pytest.mark.parametrize(("name", "gold", "least"), [("comments", "label", 0.85), ("unicode", "group", 0.9)])
def test_the_explanations_are_understood_and_mostly_right(comments, named, name, gold, least):
    """Every one is read, votes somewhere, not everywhere, and majority vote is right on most rows with a vote."""
    frame = comments if name == "comments" else named
    corpus = sayso.Corpus.from_rows(frame, text="text", gold=gold)
    program = sayso.compile(samples.explanations(name), corpus)
    assert [str(d) for d in program.diagnostics if d.severity != "note"] == []
    assert len(program.lfs) == program.read >= 12
    matrix = program.apply(corpus)
    truth = corpus.gold_votes(program.task.labels)
    probs = sayso.MajorityVote(labels=list(program.task.labels)).fit(matrix).predict_proba(matrix)
    covered = (matrix.votes != -1).any(axis=1)
    assert covered.mean() > 0.6
    assert (probs.argmax(axis=1) == truth)[covered].mean() > least
