"""Words without quotes are words of the text where the sentence says so, and never where it tells of a kind."""

from __future__ import annotations

import pytest
import sayso

COMMENT = "please subscribe to my channel, wow, free cash, lol, or click here; typo errors, urgent, immediately, calm"
PAIR = "Ann Lee and her husband Bob Ray are married: a wedding, a honeymoon, due to results in divorce"

TEXTS = sayso.Corpus.from_rows([{"text": COMMENT}], text="text", cache=False)
PAIRS = sayso.Corpus.from_rows(
    [{"text": PAIR, "person1": (0, 7), "person2": (24, 31)}], text="text", spans=["person1", "person2"], cache=False
)


def read(said: str, corpus: sayso.Corpus) -> sayso.Program:
    return sayso.compile([sayso.Explanation(said, "yes")], corpus, task=sayso.Task("t", ("no", "yes")))


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("wife is betwen them", '"wife" is between them'),
        ("mother, father: any of these right before person2", '"mother" or "father" right before person2'),
        ("mother, father, son: none of those is between them", '"mother", "father" or "son" is not between them'),
        ("because wife is between them", '"wife" is between them'),
        ("stake in stands between person1 and person2", '"stake in" stands between person1 and person2'),
        ("wife or husband appears within 3 words of person2", '"wife" or "husband" appears within 3 words of person2'),
        ("neither wife nor husband occurs between them", 'neither "wife" nor "husband" occurs between them'),
        ("results in comes between them", '"results in" comes between them'),
        ("husband right before person2", '"husband" right before person2'),
        ("person2 comes after her husband", 'person2 comes after "her husband"'),
        ("person2 is preceded by husband", 'person2 is preceded by "husband"'),
        ("the sentence has honeymoon in it", 'the sentence has "honeymoon" in it'),
        ("there is no wedding in the sentence", 'there is no "wedding" in the sentence'),
        ("the word right before person2 is husband", 'the word right before person2 is "husband"'),
        ("you can see wedding in the sentence", 'you can see "wedding" in the sentence'),
        (
            "one of the verbs wedding, weds or marries is the next word after person1",
            'one of the verbs "wedding", "weds" or "marries" is the next word after person1',
        ),
        ("no verb like weds or marries is between them", 'neither "weds" nor "marries" is between them'),
        ("not a single adverb like gladly or madly is there", 'neither "gladly" nor "madly" is there'),
        (
            "any of the verbs marry, wed or date comes right after person1",
            'any of the verbs "marry", "wed" or "date" comes right after person1',
        ),
        (
            "one of the prepositions of, in or with is before person1",
            'one of "of", "in" or "with" is before person1',
        ),
        ("any of these words: bride, groom or altar occurs", 'any of "bride", "groom" or "altar" occurs'),
    ],
)
def test_a_word_that_is_told_to_stand_somewhere_is_looked_for(said: str, meant: str) -> None:
    program, plain = read(said, PAIRS), read(meant, PAIRS)
    if not plain.lfs:
        pytest.fail(f"{meant} is not read: {plain.errors}")
    assert [lf.when for lf in program.lfs] == [lf.when for lf in plain.lfs]
    assert {note.code for note in program.diagnostics} >= {"SAY132"}


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("it has click here in it", 'it has "click here" in it'),
        ("the comment contains urgent or immediately", 'the comment contains "urgent" or "immediately"'),
        ("the first word is wow", 'the first word is "wow"'),
        ("the last word of the comment is calm", 'the last word of the comment is "calm"'),
        ("it ends with free cash", 'it ends with "free cash"'),
        ("wow starts the comment", '"wow" starts the comment'),
        ("it has the word typo in it", 'it has the word "typo" in it'),
        ("lol at the end", '"lol" at the end'),
        ("it mentions my channel but not cash", 'it mentions "my channel" but not "cash"'),
    ],
)
def test_a_word_that_a_text_is_told_to_have_is_looked_for_if_the_corpus_has_it(said: str, meant: str) -> None:
    assert [lf.when for lf in read(said, TEXTS).lfs] == [lf.when for lf in read(meant, TEXTS).lfs] != []


@pytest.mark.parametrize(
    "said",
    [
        "typos occur in the comment", "a typo is in the comment", "the comment has insults in it",
        "the comment contains sarcasm", "the comment mentions contact details", "the author is in a hurry",
        "the writer is close to tears", "it mentions the channel enthusiastically", "the comment is calm",
        "the comment appears calm", "the comment is in Spanish", "the comment has errors",
        "the comment is before lunch", "something is at the end", "the author appears to be a robot",
        "the hole comment is in capital letters", "the typo is before the error", "click words appear in the comment",
        "no typos in the calm comment", "it contains free errors", "any of these is at the start",
        "somebody wrote a word completly in capitall letters, four letters triple or longer",
    ],
)  # fmt: skip
def test_what_tells_of_a_kind_or_of_the_world_is_never_taken_for_a_word(said: str) -> None:
    program = read(said, TEXTS)
    assert not any(note.code == "SAY132" for note in program.diagnostics), program.lfs


def test_nothing_is_supposed_of_what_is_read_as_it_stands() -> None:
    assert [note.code for note in read("a link is in the comment", TEXTS).diagnostics] == ["SAY201"]
