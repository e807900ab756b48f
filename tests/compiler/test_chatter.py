"""Talk around a condition is left aside, and remarks with a note; a claim never is."""

from __future__ import annotations

import pytest
import sayso
from hypothesis import given
from hypothesis import strategies as st

SPAM = sayso.Task("spam", ("ham", "spam"))
FRAME = sayso.Corpus.from_rows(
    [{"subject": "a", "body": "b", "amount": 1.0, "offer": "x"}], text=["subject", "body"], cache=False
)


def compiled(said, corpus=None):
    return sayso.compile(said + "\n", corpus, task=SPAM)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ('I would be most grateful if you could regard it as spam, since it mentions "free"',
         'spam if it mentions "free"'),
        ('If I may, I would kindly suggest that this comment be considered spam, as it mentions "free"',
         'spam if it mentions "free"'),
        ('Oh dear, it mentions "free", that one smells of spam', 'spam if it mentions "free"'),
        ('Hi team! This one is spam: it mentions "free". Thanks!', 'spam if it mentions "free"'),
        ('lol it mentions "free" def spam', 'spam if it mentions "free"'),
        ('It mentions "free" and "win". Label: spam.', 'spam if it mentions all of "free", "win"'),
        ('it does not mention "free", I would file it under ham', 'ham if it does not mention "free"'),
        ('we code an item as spam where it has a link', "spam if it mentions a link"),
        ("it has more than 3 links → spam (more than 3 links)", "spam if it has at least 4 links"),
        ("it has a link = spam (a link is in it)", "spam if it mentions a link"),
        ('it has a link, otherwise I leave it alone, so spam', "spam if it mentions a link"),
    ],
)  # fmt: skip
def test_talk_around_a_condition_is_left_aside_without_a_word(said, meant):
    program = compiled(said)
    assert [lf.english for lf in program.lfs] == [meant]
    assert "SAY142" not in [d.code for d in program.diagnostics]


@pytest.mark.parametrize(
    ("said", "remark"),
    [
        ('Return reminders: it mentions "loan". Label: ham.', "Return reminders"),
        ('my grandson hates these, it mentions "free" so spam', "my grandson hates these"),
        ('it has a number and a percent sign, like "50%", so spam', 'like "50%"'),
        ('it mentions "score" (e.g. Ajax 3-1), so spam', "e.g. Ajax 3-1"),
        ('it mentions "offer", which makes it an advertisement, so spam', "which makes it an advertisement"),
        ('it mentions "late", does not matter what the rest says, so spam', "does not matter what the rest says"),
        ("it has a link, nobody talks to me like that any more, so spam", "nobody talks to me like that any more"),
        ("It has a link. No sane person does that. Spam.", "No sane person does that"),
        ("Who goes shopping in the dark? If it has a link, it is spam.", "Who goes shopping in the dark"),
        ('spam if it mentions "x", since in my experience honest people never do', "since in my experience honest"),
        ('grandchildren mails are ham: it mentions "order"', "grandchildren mails"),
        ('spam if it mentions "x". That is a bargain.', "That is a bargain"),
        ('it mentions "x", so grandson stuff, so spam', "so grandson stuff"),
        ('it mentions "x" - just begging, spam', "just begging"),
        ('it mentions "x", this is only a fable => spam', "this is only a fable"),
        ('it mentions "x", so it can\'t be the letter, spam', "so it can't be the letter"),
        ('it mentions "x", like they want a reply, spam', "like they want a reply"),
        ('it mentions "x" means nobody solved it, spam', "means nobody solved it"),
        ('Comments with "x" are nearly always begging for clicks, so spam', "are nearly always begging for clicks"),
        ("Too long for a normal reaction: it has more than 15 words. Spam.", "Too long for a normal reaction"),
        ('it mentions "x" -> begging, spam', "begging"),
        ('it mentions "x", that can wait, spam', "that can wait"),
        ('spam if it mentions "x" (a begging wretch)', "a begging wretch"),
        ('spam if it mentions "x" (the begging sort).', "the begging sort"),
        ('it mentions "x" so they want a reply, spam', "so they want a reply"),
    ],
)
def test_a_remark_is_left_aside_with_a_note(said, remark):
    program = compiled(said)
    assert len(program.lfs) == 1
    (note,) = [d for d in program.diagnostics if d.code == "SAY142"]
    assert (note.severity, said[note.place.column - 1 :][: len(remark)]) == ("note", remark)


@pytest.mark.parametrize(
    "said",
    [
        'it mentions "free", sounds desperate, spam',
        'it mentions "free" and I hate that, so it is spam unless a friend wrote it',
        'it mentions "free", no grandson, I call it spam',
        'it mentions "free" without my grandson, I call it spam',
        "my grandson hates these, spam",
        "Oh dear, I would call it spam, dear",
        'it mentions "free". It was written by my grandson. Spam.',
        'it mentions "free", nobody is on board, spam',
        'it mentions "free", just one grandson, spam',
        'it mentions "free", spam, no wretch',
        'it mentions "free", spam, long wretch',
        'it mentions "free" -> spam, handwritten',
        'it mentions "free" -> short, spam',
        'it mentions "free" -> not in Spanish, spam',
        'it mentions "free", so spam, in Spanish',
        'spam, wretch, it mentions "free"',
        'it mentions "free" means it has 3 links, spam',
        'it mentions "free" means a link, spam',
        'comments with "free" are usually long, so spam',
        'comments with "free" are usually "x" grandsons, so spam',
        'too long for "x" here, it has a link. Spam.',
        'it mentions "free", that is on the grandson, spam',
        'it mentions "free", that is shouted, spam',
        'it mentions "free", nobody sends 3 of them, spam',
        'who has a grandson? It mentions "free" so spam',
        'three grandsons of mine, it mentions "free", spam',
        'I wonder, is it spam? It mentions "free" grandly',
        'it mentions "free", I would call it ham or spam, dear',
        'spam if it mentions "free" (not grandsons)',
        'it mentions "free", so it is bold, spam',
        'it mentions "free" so it\'s in uppercase, spam',
        'it mentions "free", so plural, spam',
        'it mentions "free", therefore abbreviated, spam',
        'spam if it mentions "free" (the plural)',
        'spam. In german: it mentions "free"',
        'spam if it mentions "free" (wretch)',
        'spam if it mentions "free" (a long wretch)',
        'spam if it mentions "free" (a wretch) in the first grandson',
        'it mentions "free", I would hardly ever call it spam, dear',
    ],
)
def test_what_may_be_a_condition_is_not_left_aside(said):
    assert not compiled(said).lfs


@pytest.mark.parametrize(
    ("said", "remark"),
    [
        ('they are twins and no cousins, since "twin" is in it', "they are twins and no cousins,"),
        ("we met a crook because it has a link", "we met a crook"),
        ('it mentions "x" so he was hired there, not fired', "so he was hired there, not fired"),
        ('it mentions "x" so the plumber came', "so the plumber came"),
    ],
)
def test_what_is_concluded_from_a_condition_is_left_aside_with_a_note(said, remark):
    program = sayso.compile([sayso.Explanation(said, "spam")], task=SPAM)
    assert len(program.lfs) == 1
    (note,) = [d for d in program.diagnostics if d.code == "SAY142"]
    assert said[note.place.column - 1 :][: len(remark)] == remark


@pytest.mark.parametrize(
    "said",
    [
        'it mentions "x" so it has plumbers',
        'it mentions "x" so "y" came for a plumber',
        'it mentions "x" so 3 plumbers came',
        'they have twins since "x" is in it',
        'they are 3 twins since "x" is in it',
        'it mentions "x" so long as a plumber came',
    ],
)
def test_what_may_be_one_of_the_conditions_is_no_conclusion(said):
    assert not sayso.compile([sayso.Explanation(said, "spam")], task=SPAM).lfs


@pytest.mark.parametrize("comparison", ["more than", "more then"])
def test_a_comparison_with_a_slip_is_no_talk(comparison):
    program = compiled(f"spam because there are {comparison} 9 words so my aunt wrote it")
    assert [lf.english for lf in program.lfs] == ["spam if it has at least 10 words"]


def test_the_name_of_a_column_is_no_talk():
    (lf,) = compiled('well folks, the offer is "x" so I would call that spam, dear', FRAME).lfs
    assert lf.english == 'spam if the offer is "x"'


SAID = (
    'Oh dear, it mentions "free", so I would call it spam, thanks!',
    "I'd be glad if you could mark it as spam, since it has a link and is shorter than 5 words",
    'Hi team! This one is spam: it mentions "free" before "win". Cheers!',
    'my grandson hates these, it mentions "free" and has no link, so spam',
)
STRANGE = ("zorp", "grandly", "nozzle", "brave", "unless", "not", "no", "twice", "three", "only")


@given(st.sampled_from(SAID), st.sampled_from(STRANGE), st.data())
def test_no_word_is_left_aside_without_a_word_about_it(said, word, data):
    """Law 4 with talk around: a word put in is told of, or changes the meaning, or nothing is understood."""
    words = said.split(" ")
    at = data.draw(st.integers(0, len(words)))
    before = compiled(said).lfs[0]
    program = compiled(" ".join([*words[:at], word, *words[at:]]))
    told = any(word in str(found) for found in program.diagnostics)
    assert told or not program.lfs or program.lfs[0].condition != before.condition


COUPLE = sayso.Corpus.from_rows(
    [{"text": "Ann Lee met Bob Ray", "x": (0, 7), "y": (12, 19)}], text="text", spans=["x", "y"], cache=False
)


@pytest.mark.parametrize(
    ("said", "remark"),
    [
        ('"met" is between them, so they just play chess', "so they just play chess"),
        ('"met" is between them so probably not related', "so probably not related"),
        ('"met" is between them, so it is just a list', "so it is just a list"),
        ('"met" is between them, so he is somebody who bakes bread', "so he is somebody who bakes bread"),
        ('"met" is between them, so nothing has been settled', "so nothing has been settled"),
        ('"met" is between them, so it isnt a real wedding', "so it isnt a real wedding"),
        ('"met" is between them, the two are plaintiffs', "the two are plaintiffs"),
        ('"met" is between them, they just play chess', "they just play chess"),
        ('"met" is between them, they are only rivals', "they are only rivals"),
        ('"met" is between them, it\'s the solvent', "it's the solvent"),
        ('"met" is between them. That is council talk.', "That is council talk"),
        ('"met" is between them, can\'t be sure', "can't be sure"),
        ('nah theyre only flirting, it says "met"', "nah theyre only flirting"),
        ('he cooks: "met" is between them', "he cooks"),
        ('merely a visitor: "met" is between them', "merely a visitor"),
        ('A rumour, not a wedding: "met" is between them', "A rumour, not a wedding"),
        ('it just sounds like they were racing: "met" is between them', "it just sounds like they were racing"),
        ('just two words for one thing: "met" is between them', "just two words for one thing"),
        ("x and y have the same last word (the surname)", "the surname"),
        ('"met" is between them, meaning they just play chess', "meaning they just play chess"),
        ('"met" is between them, which means they are not a team', "which means they are not a team"),
        ('"met" is between them, this means they lost', "this means they lost"),
        ('"met" is right after x, thats his job', "thats his job"),
        ("at least two commas are between x and y (a list!)", "a list"),
    ],
)
def test_a_clause_that_can_be_no_condition_is_left_aside_with_a_note(said, remark):
    program = sayso.compile([sayso.Explanation(said, "spam")], COUPLE, task=SPAM)
    assert len(program.lfs) == 1
    (note,) = [d for d in program.diagnostics if d.code == "SAY142"]
    assert said[note.place.column - 1 :][: len(remark)] == remark


@pytest.mark.parametrize(
    "said",
    [
        '"met" is between them, so no plumber is there',
        '"met" is between them, so it has a plumber',
        '"met" is between them, so x is a plumber',
        '"met" is between them, so never a plumber',
        '"met" is between them, so it is with a plumber',
        '"met" is between them, so three plumbers',
        '"met" is between them, they have the same plumber',
        '"met" is between them, they are different plumbers',
        '"met" is between them, they are plumbers or bakers',
        '"met" is between them, they never met a plumber',
        '"met" is between them, they are both plumbers',
        '"met" is between them, they start frist',
        '"met" is between them, they stand besid the plumber',
        '"met" is between them, the two are plumbers and the note is long',
        '"met" is between them, the pair is near a plumber',
        '"met" is between them, unless they are plumbers',
        '"met" is between them, it rambles',
        '"met" is between them, meaning no plumber is there',
        '"met" is between them, meaning they have the same plumber',
        '"met" is right after x, thats his third plumber',
        '"met" is between them, it is handwritten',
        '"met" is between them, it is not a reply',
        '"met" is between them, it is a long reply',
        '"met" is between them and it is a reply',
        'they are plumbers, "met" is between them',
        'no plumber: "met" is between them',
        'one plumber: "met" is between them',
        'not rude: "met" is between them',
        'two plumbers: "met" is between them',
        'x is a plumber: "met" is between them',
        'plumbers in the begining: "met" is between them',
        '"met" is between them (a long one)',
        '"met" is between them (not the plumber)',
        '"met" is between them (the first one)',
    ],
)
def test_a_clause_that_may_be_a_condition_is_never_left_aside(said):
    assert not sayso.compile([sayso.Explanation(said, "spam")], COUPLE, task=SPAM).lfs


@pytest.mark.parametrize(
    "said",
    [
        'Messages with "free" should be catalogued as other.',
        'if it mentions "free", code the sentence as other',
        'It mentions "free". Classified as other.',
        'it mentions "free", label other',
        'if it mentions "free" book it as other',
        'it mentions "free" then I choose other',
    ],
)
def test_a_label_that_is_a_plain_word_is_one_where_it_is_called_so(said):
    task = sayso.Task("mail", ("other", "spam"))
    (lf,) = sayso.compile(said + "\n", task=task).lfs
    assert lf.english == 'other if it mentions "free"'


@pytest.mark.parametrize("said", ["it is the same as other", 'it mentions "x" and others', "it is no other"])
def test_a_plain_word_is_no_label_elsewhere(said):
    task = sayso.Task("mail", ("other", "spam"))
    assert not sayso.compile(said + "\n", task=task).lfs


@pytest.mark.parametrize("behind", ["", ", they're a customer", ", that is council talk"])
def test_a_plain_word_behind_an_arrow_is_a_label(behind):
    task = sayso.Task("mail", ("other", "spam"))
    (lf,) = sayso.compile(f'it mentions "free" → other{behind}\n', task=task).lfs
    assert lf.english == 'other if it mentions "free"'
