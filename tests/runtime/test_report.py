"""The report: whole, self-contained, and unharmed by what people and rows write."""

import re
from html.parser import HTMLParser

import pytest
import sayso
from sayso.runtime.pipeline import label
from sayso.runtime.report import contents, render, visible

SAY = """
task spam: ham, spam
spam because it mentions any of "subscribe", "check out", "my channel", "follow", "click", "visit"
spam if it contains a link
ham because it is longer than 8 words
ham because it mentions "song"
spam because it mentions "never seen"
spam because frobnicate
"""
HOSTILE = (
    "<script>alert(1)</script><img src=x onerror=alert(1)> \"'>{{7*7}}{% endblock %} "
    "\u202egnp.exe ]]> --> &amp; </style></svg>"
)
LOADING = {"src", "href", "srcset", "action", "data"}
VOID = {"meta", "br", "img", "link", "input"}

pytestmark = pytest.mark.filterwarnings("ignore::sayso.SaysoWarning")


def rows(extra=()):
    texts = [
        f"please subscribe to this song at http://x.io/{i}" if i % 2 else f"what a song {i}, " + "la " * (i % 12)
        for i in range(60)
    ]
    return [{"text": text, "label": ("ham", "spam")[i % 2]} for i, text in enumerate([*texts, *extra])]


def page(say=SAY, *, gold="label", extra=(), title="comments.csv"):
    corpus = sayso.Corpus.from_rows(rows(extra), text="text", gold=gold)
    program = sayso.compile(say, corpus)
    return render(label(program, corpus), title=title, source="spam.say")


class Checker(HTMLParser):
    """Collects tags and attributes, and sees to it that every tag is closed."""

    def __init__(self):
        super().__init__()
        self.open, self.tags, self.attributes = [], [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs

    def handle_endtag(self, tag):
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag


def checked(html):
    checker = Checker()
    checker.feed(html)
    assert checker.open == []
    return checker


@pytest.fixture(scope="module")
def full():
    return page()


def test_the_page_is_well_formed_and_shows_every_part(full):
    checker = checked(full)
    for heading in (
        "Labeling functions",
        "Diagnostics",
        "Measured against",
        "Votes and prob",
        "How functions meet",
        "Rows that",
    ):
        assert heading in full
    assert checker.tags.count("svg") >= 6
    assert full.count('class="lf ') == 5
    assert "SAY101" in full
    assert "SAY201" in full
    assert "never votes" in full


def test_the_page_gives_account_of_the_model_and_of_each_function(full):
    assert "Before any vote: ham" in full
    assert "of its votes are taken to be right (" in full


def test_the_page_tells_where_functions_come_from():
    corpus = sayso.Corpus.from_rows(rows(), text="text")
    said = [
        sayso.Explanation('it mentions "song" or "la"', "ham", author="<b>ana</b>"),
        sayso.Explanation('it mentions "song"', "ham"),
    ]
    program = sayso.compile(said, corpus, task=sayso.Task("spam", ("ham", "spam")))
    shown = render(label(program, corpus), title="x", source="y")
    assert "said by &lt;b&gt;ana&lt;/b&gt;; what it looks for is also in others: 50% in LF2" in shown
    assert "reads text" in shown


def test_the_page_loads_nothing(full):
    checker = checked(full)
    assert not set(checker.tags) & {"script", "link", "img", "iframe", "object", "embed", "base", "form"}
    assert not {name for name, _ in checker.attributes if name in LOADING or name.startswith("on")}
    style = re.search(r"<style>(.*?)</style>", full, re.DOTALL)[1]
    assert "url(" not in style
    assert "@import" not in style
    assert "prefers-color-scheme: dark" in style


def test_without_gold_nothing_is_measured():
    html = page(gold=None)
    checked(html)
    assert "Measured against" not in html
    assert "Calibration" not in html
    assert "precision" not in html
    assert "estimated" in html


def test_hostile_text_is_text():
    escaped = HOSTILE.replace('"', "").replace("\u202e", "")
    say = SAY + f'ham because it mentions "{escaped}"\n'
    html = page(say, extra=[f"subscribe song {HOSTILE}"] * 3, title=HOSTILE)
    checker = checked(html)
    assert not set(checker.tags) & {"script", "img"}
    assert "<script>alert" not in html
    assert "&lt;script&gt;" in html
    assert "{{7*7}}" in html
    assert "\u202e" not in html
    assert not [name for name, _ in checker.attributes if name.startswith("on")]


def test_numbers_are_those_of_the_matrix():
    corpus = sayso.Corpus.from_rows(rows(), text="text", gold="label")
    labeling = label(sayso.compile(SAY, corpus), corpus)
    shown = contents(labeling, title="t", source="s")
    assert sum(bar["rows"] for bar in shown["votes"]) == len(corpus)
    assert sum(bar["rows"] for bar in shown["probabilities"]["bars"]) == int(labeling.covered.sum())
    assert [lf["votes"] for lf in shown["functions"]] == (labeling.matrix.votes >= 0).sum(axis=0).tolist()
    overlaps = labeling.matrix.overlaps()
    assert {(cell["y"], cell["x"]): cell["both"] for cell in shown["pairs"]["cells"]} == {
        (i, j): overlaps[i, j] for i in range(5) for j in range(i) if overlaps[i, j]
    }
    disputed = shown["conflicts"][0]
    assert len({vote["label"] for vote in disputed["votes"]}) == 2


def test_several_labels_and_one_function():
    corpus = sayso.Corpus.from_rows(rows(), text="text")
    say = 'task tone: calm, loud, odd\nloud because it mentions "subscribe"\n'
    with pytest.warns(sayso.SaysoWarning):
        html = render(label(sayso.compile(say, corpus), corpus), title="t", source="s")
    checked(html)
    assert "How functions meet" not in html


def test_direction_and_control_characters_become_visible():
    assert visible("a\u202eb\x1b[31m\x00") == "a\ufffdb\ufffd[31m\ufffd"
    assert visible("né 👩‍💻\n") == "né 👩‍💻\n"
