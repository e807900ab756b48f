"""What Python's callers hand over: of the wrong kind, it is refused in words."""

import numpy as np
import pytest
import sayso
from sayso import Corpus, SaysoError

SAY = 'task tone: sad, glad\nglad because it mentions "sun"\nsad because it mentions "rain"\n'
ROWS = Corpus.from_rows([{"text": "the sun", "n": 1}, {"text": "the rain", "n": 2}], text="text")
PROGRAM = sayso.compile(SAY, ROWS)
VOTES = PROGRAM.apply(ROWS)
MODEL = sayso.MajorityVote(labels=["sad", "glad"]).fit(VOTES)

WRONG = {
    "readings is 'some'": lambda: sayso.compile(SAY, readings="some"),
    "source is None": lambda: sayso.compile(None),
    "source is b'abc'": lambda: sayso.compile(b"abc"),
    "one of the explanations is 1": lambda: sayso.compile([1]),
    "the text of an explanation is None": lambda: sayso.compile([sayso.Explanation(None, "a")]),
    "the label of an explanation is 3": lambda: sayso.compile([sayso.Explanation("it has a link", 3)]),
    "the example of an explanation is 1.5": lambda: sayso.compile([sayso.Explanation("it has a link", "a", 1.5)]),
    "corpus is a list": lambda: sayso.compile(SAY, [1]),
    "dev is 'x.csv'": lambda: sayso.compile(SAY, dev="x.csv"),
    "task is 'tone'": lambda: sayso.compile(SAY, task="tone"),
    "corpus is None": lambda: PROGRAM.apply(None),
    "corpus is a list, ": lambda: PROGRAM.apply([{"text": "a"}]),
    "row is None": lambda: PROGRAM.lfs[0](None),
    "row is 5": lambda: PROGRAM.lfs[0](5),
    "path is None": lambda: Corpus.read(None),
    "text is 5": lambda: Corpus.from_rows([{"text": "a"}], text=5),
    "spans is 5": lambda: Corpus.from_rows([{"text": "a"}], spans=5),
    "gold is 5": lambda: Corpus.from_rows([{"text": "a"}], gold=5),
    "entities is 5": lambda: Corpus.from_rows([{"text": "a"}], entities=5),
    "rows is 'first'": lambda: ROWS.take("first"),
    "rows is a list, [True, False]": lambda: ROWS.take([True, False]),
    "path is 7": lambda: sayso.EndModel.load(7),
    "votes is None": lambda: MODEL.explain(None),
    "lf is 0": lambda: MODEL.explain_lf(0, VOTES),
    "path is 5": lambda: MODEL.save(5),
    "path is 6": lambda: sayso.MajorityVote.load(6),
    "parts is None": lambda: sayso.count_votes(None, labels=2),
    "most is 0": lambda: sayso.count_votes([VOTES], most=0),
    "model is None": lambda: sayso.check_label_model(None),
    "model is the class MajorityVote itself": lambda: sayso.check_label_model(sayso.MajorityVote),
}


@pytest.mark.parametrize("said", WRONG)
def test_what_is_of_the_wrong_kind_is_refused_in_words(said):
    with pytest.raises(SaysoError) as caught:
        WRONG[said]()
    assert caught.value.diagnostic.code == "SAY507"
    assert said in caught.value.diagnostic.message
    assert caught.value.diagnostic.message.endswith(" was expected")


def test_no_explanation_at_all_is_no_folder():
    with pytest.raises(SaysoError, match=r"SAY121"):
        sayso.compile("")


def test_a_row_without_the_column_that_is_read():
    with pytest.raises(SaysoError, match=r"SAY011.*'text'"):
        PROGRAM.lfs[0]({"foo": "the sun"})
    counts = sayso.compile("task tone: sad, glad\nglad because n is above 1\n", ROWS).lfs[0]
    with pytest.raises(SaysoError, match=r"SAY011.*'n'"):
        counts({"text": "the sun"})
    assert counts({"n": 2}) == 1
    assert counts({"n": None}) == -1
    assert PROGRAM.lfs[0]({"text": "the sun", "more": 1}) == 1


def test_gold_labels_may_be_names():
    fitted = [
        sayso.WeightedVote(labels=["sad", "glad"]).fit(VOTES, gold=gold).predict_proba(VOTES)
        for gold in ([1, -1], ["glad", None], np.array(["Glad", ""]))
    ]
    assert all(np.array_equal(fitted[0], other) for other in fitted)
    with pytest.raises(SaysoError, match=r"SAY016.*'merry'"):
        sayso.WeightedVote().fit(VOTES, gold=["glad", "merry"])
