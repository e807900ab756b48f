"""What is proved about conditions, and how a program's functions depend on each other."""

from __future__ import annotations

from itertools import pairwise, product
from pathlib import Path

import polars as pl
import pytest
import sayso
import strategies
from hypothesis import given, settings
from hypothesis import strategies as st
from sayso.compiler import witnesses
from sayso.compiler.analysis import excludes, implies, impossible, relation
from sayso.compiler.entailment import FALSE, TRUE, UNKNOWN, Needs, Theory
from sayso.compiler.passes import canonical
from sayso.compiler.reader import read
from sayso.compiler.relations import Relations
from sayso.compiler.simplify import simplify
from sayso.corpora.kinds import KINDS, within
from sayso.grammar.nodes import And, Not, Or
from sayso.primitives.base import Observation
from sayso.primitives.patterns import Words
from sayso.primitives.regions import Whole
from sayso.primitives.text import Choice, Mentions

LINES = (Path(__file__).parent / "implications.txt").read_text(encoding="utf-8").splitlines()
SIGNS = {"=>": "implies", "<=>": "equal", "><": "excludes", "??": "unknown"}
BACK = {"implies": "implied", "equal": "equal", "excludes": "excludes"}


def condition(said):
    return canonical(read(said).meanings[0][1])


def parts(line):
    return next((line.split(f" {sign} "), name) for sign, name in SIGNS.items() if f" {sign} " in line)


@pytest.mark.parametrize("line", [line for line in LINES if line and not line.startswith("#")])
def test_what_is_proved_of_two_conditions(line):
    (first, second), expected = parts(line)
    found = relation(condition(first), condition(second))
    if expected == "unknown":
        assert found in ("unknown", "implied")
    else:
        assert found == expected
        assert relation(condition(second), condition(first)) == BACK[expected]


@pytest.mark.parametrize(
    ("first", "second", "given", "expected"),
    [
        ('it mentions "x"', 'it mentions "x" and it has a link', "it has a link", "equal"),
        ('it mentions "x"', 'it mentions "x" and it has a link', "it has an emoji", "implied"),
        ('it mentions "x"', 'it mentions "x" or it has no link', "it has at least 2 links", "equal"),
        ('it has a link and mentions "x"', "it has no link or no emoji", "it has an emoji", "excludes"),
        ('it mentions "x"', 'it mentions "y"', "it has a link", "unknown"),
    ],
)
def test_relations_hold_given_another_condition(first, second, given, expected):
    assert relation(condition(first), condition(second), given=condition(given)) == expected


def test_punctuation_matters_only_where_it_is_named():
    digits, both = (condition(f"it consists only of {kinds}") for kinds in ("digits", "digits or quotation marks"))
    assert relation(digits, both) == "unknown"
    assert relation(digits, condition("it consists only of digits or emoji")) == "implies"


def test_a_token_of_a_kind_is_also_of_the_wider_kinds():
    """Every character, and tokens of two and three of those that kinds are made of."""
    signs = "aAbZ1!?.,:;()[]\"'#@-é！¿$»"
    alone = [chr(code) for code in range(0x20, 0x30000) if not 0xD800 <= code < 0xE000]
    few = ["".join(own) for n in (2, 3) for own in product(signs, repeat=n)]
    forms = pl.Series([*alone, *few])
    for name, kind in KINDS.items():
        own = kind.weigh(forms)
        for wider in within(name):
            found = KINDS[wider].weigh(forms)
            assert (found[own > 0] >= own[own > 0]).all(), (name, wider)


@given(st.lists(strategies.conditions, min_size=2, max_size=4), strategies.neighbours())
def test_all_pairs_at_once_are_as_one_by_one(some, pair):
    conditions = [canonical(c) for c in (*some, *pair)]
    together = Relations(conditions)
    for i, a in enumerate(conditions):
        for j, b in enumerate(conditions):
            if i != j:
                claim = together.between(i, j)
                forth = claim in ("implies", "equal") and not implies(a, b)
                back = claim in ("implied", "equal") and not implies(b, a)
                apart = claim == "excludes" and not excludes(a, b)
                assert not any((forth, back, apart)), claim


def test_one_thing_is_not_several():
    one, two = (Mentions(Choice((Words("x"),), least), Whole()) for least in (1, 2))
    assert not implies(one, two)
    assert implies(two, one)


@given(strategies.neighbours())
def test_what_follows_has_its_needs_met_in_every_case(pair):
    """Nothing that is proved is ruled out before."""
    one, other = map(canonical, pair)
    if isinstance(one, Observation) and isinstance(other, Observation) and one.below(other):
        assert not any(case.isdisjoint(need) for case in one.cases() for need in other.needs())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ('it contains the characters "éfree"', 'it contains the characters "free"'),
        ('it contains the regular expression "(?i)free"', 'it contains the regular expression "[fF]r"'),
        ('it mentions "free" or "win"', 'it mentions any of "win", "now", a character'),
        ('it mentions all of "free", "win"', 'it mentions "win"'),
    ],
)
def test_what_follows_is_not_ruled_out(one, other):
    own = [condition(one), condition(other)]
    assert Relations(own).implies[0, 1] == implies(*own)


@given(st.lists(strategies.conditions, min_size=2, max_size=4), strategies.neighbours())
def test_what_is_known_of_other_conditions_changes_nothing(some, pair):
    conditions = [canonical(c) for c in (*some, *pair)]
    afresh = Relations(conditions)
    for known in (Relations(conditions[1:]), Relations(conditions[::-1])):
        again = Relations(conditions, known)
        assert (again.implies >= afresh.implies).all()
        assert (again.excludes >= afresh.excludes).all()


def test_the_same_said_twice_is_known_to_be_the_same():
    own = condition('(it mentions "a" or it has a link) and it does not mention "b"')
    assert Relations([own, own], Relations([own])).between(0, 1) == "equal"


def test_expressions_of_a_program_are_related_by_way_of_others():
    conditions = [condition(f'it contains the regular expression "ab{{{i}}}"') for i in range(1, 9)]
    together = Relations(conditions)
    assert [(i, j) for i in range(8) for j in range(8) if together.implies[i, j]] == [
        (i, j) for i in range(8) for j in range(i + 1)
    ]


@pytest.mark.parametrize(
    ("said", "shorter"),
    [
        ('it mentions "win" and it mentions "win now"', 'it mentions "win now"'),
        ("it has at least 5 words and it is not empty", "it has at least 5 words"),
        ("it has at least 5 words and it has a link", None),
        ('it mentions "win" at least twice or it mentions "win"', 'it mentions "win"'),
    ],
)
def test_parts_that_add_nothing_are_left_out(said, shorter):
    assert simplify(condition(said)) == condition(shorter or said)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ('it mentions "win now" and it does not mention "win"', True),
        ("it has at least 5 words and it has fewer than 3 words", True),
        ('it mentions "win" and it does not mention "win now"', False),
        ('(it mentions "a" or it mentions "b") and it mentions neither "a" nor "b"', True),
    ],
)
def test_what_can_hold_nowhere_is_known(said, expected):
    assert impossible(condition(said)) is expected


PROGRAM = """
task spam: ham, spam
spam because it mentions "check out my channel"
spam because it mentions "my channel"
spam because it has at least 3 links
spam because it has at least 5 links
ham because it has no link
spam because it mentions "my video"
ham because it ends with a question mark
spam because it mentions "my" and it mentions "my video"
spam because it mentions "win" and it does not mention "win"
"""


def test_a_program_tells_how_its_functions_depend_on_each_other():
    structure = sayso.compile(PROGRAM).structure()
    kinds = {(edge.first, edge.second): edge.kind for edge in structure.dependencies}
    assert kinds[0, 1] == "implied"
    assert kinds[2, 3] == "implied"
    assert kinds[2, 4] == kinds[3, 4] == "exclusive"
    assert kinds[1, 5] == "shared"
    assert not any(6 in pair for pair in kinds)
    assert (2, 4) not in structure.pairs
    assert (1, 5) not in structure.pairs
    assert (0, 1) in list(structure)
    assert all(len(members) <= 2 for members in structure.cliques(2))
    assert sorted(i for members in structure.cliques() for i in members) == list(range(9))


def test_lints_by_proof():
    found = [(d.code, d.place.line) for d in sayso.compile(PROGRAM).diagnostics]
    assert found == [("SAY204", 3), ("SAY215", 6), ("SAY211", 10), ("SAY203", 10), ("SAY212", 11)]


def test_what_can_hold_nowhere_is_not_told_to_repeat_another():
    said = "task t: a, b\na if it has more than 2 links\na if it has more than 3 links and fewer than 2 links"
    assert [d.code for d in sayso.compile(said).diagnostics] == ["SAY212"]


def test_the_same_condition_for_another_label_is_a_contradiction():
    program = sayso.compile("task t: a, b\na if it has a link\nb if it contains a link\nb if it has two links")
    assert [d.code for d in program.diagnostics] == ["SAY205", "SAY216"]


def test_a_branch_that_nothing_reaches_and_what_always_holds():
    program = sayso.compile(
        "task t: a, b\n"
        'a if it mentions "x" or it mentions "y" and does not mention "y"\n'
        "b if it has at most 5 words or at least 3 words\n"
        "b if it has at most 5 words or at least 7 words\n"
    )
    found = {(d.code, d.place.line) for d in program.diagnostics}
    assert {own for own in found if own[0] in ("SAY217", "SAY219")} == {("SAY217", 2), ("SAY219", 3)}


def test_numbers_that_never_matter_on_a_corpus():
    corpus = sayso.Corpus.from_rows({"text": ["win cash now", "my win cash", "hello there", "cash"] * 250}, text="text")
    program = sayso.compile(
        "task t: a, b\n"
        'a if it mentions "win" in the first 20 words\n'
        'a if it mentions "cash" within 9 words after "win"\n'
        "b if it has between 2 and 50 words\n"
        'b if it mentions "win" in the first word\n',
        corpus,
    )
    found = {d.place.line: str(d) for d in program.diagnostics if d.code == "SAY218"}
    assert sorted(found) == [2, 3, 4]
    assert 'the same votes: it mentions "win"\n' in found[2]
    assert 'the same votes: it mentions "cash" after "win"' in found[3]
    assert "the same votes: it has at least 2 words" in found[4]


def test_lints_on_a_corpus():
    corpus = sayso.Corpus.from_rows({"text": ["win cash now", "win cash", "hello there", "cash"] * 250}, text="text")
    program = sayso.compile(
        'task t: a, b\na if it mentions any of "win", "wni"\na if it mentions "win" and it has at most 9 words', corpus
    )
    found = {d.code: str(d) for d in program.diagnostics}
    assert '"wni" is no word of this corpus' in found["SAY213"]
    assert "it has at most 9 words" in found["SAY214"]


LEAVES = [Mentions(Choice((Words(word),)), Whole()) for word in ("one", "two")]
LOGIC = st.recursive(
    st.sampled_from(LEAVES),
    lambda inner: (
        st.builds(Not, inner)
        | st.builds(
            lambda kind, items: kind(tuple(items)), st.sampled_from([And, Or]), st.lists(inner, min_size=2, max_size=3)
        )
    ),
    max_leaves=8,
)


def truth(condition, row):
    """Kleene's: TRUE, FALSE or UNKNOWN, by what the leaves are on the row."""
    if isinstance(condition, Not):
        value = truth(condition.item, row)
        return value if value == UNKNOWN else TRUE - value
    if not isinstance(condition, (And, Or)):
        return row[condition]
    values = {truth(item, row) for item in condition.items}
    decisive, other = (FALSE, TRUE) if isinstance(condition, And) else (TRUE, FALSE)
    return decisive if decisive in values else UNKNOWN if UNKNOWN in values else other


@settings(max_examples=1000)
@given(st.lists(LOGIC, max_size=2), st.lists(LOGIC, max_size=2))
def test_the_search_finds_a_row_where_one_of_a_truth_table_is(true, not_true):
    theory = Theory(lambda a, b: False, lambda a, b: False, lambda leaf: Needs(frozenset({leaf})))
    rows = [dict(zip(LEAVES, values, strict=True)) for values in product((TRUE, FALSE, UNKNOWN), repeat=len(LEAVES))]
    possible = any(
        all(truth(own, row) == TRUE for own in true) and all(truth(own, row) != TRUE for own in not_true)
        for row in rows
    )
    assert theory.consistent(true, not_true) is possible


@settings(max_examples=200)
@given(st.lists(LOGIC, min_size=2, max_size=4))
def test_what_is_known_of_other_conditions_changes_no_answer(conditions):
    order = {leaf: i for i, leaf in enumerate(LEAVES)}

    def fresh():
        return Theory(
            lambda a, b: order[a] < order[b] < 2,
            lambda a, b: {order[a], order[b]} == {0, 2},
            lambda leaf: Needs(frozenset()),
        )

    shared = fresh()
    for a, b in product(conditions, repeat=2):
        assert shared.consistent([a], [b]) is fresh().consistent([a], [b])
        assert shared.consistent([a, b], []) is fresh().consistent([a, b], [])


def test_rows_that_stand_for_a_search_tell_what_the_search_tells(monkeypatch):
    first = [read(f'it mentions "a{i % 5}" and has at least {i % 3 + 1} links').meanings[0][1] for i in range(60)]
    other = [read(f'it mentions "a{i % 7}" or has no emoji, and it has a date').meanings[0][1] for i in range(60)]
    conditions = [
        canonical(And((a, Or((b, first[k // 3]))))) for k, (a, b) in enumerate(zip(first, other, strict=True))
    ]
    conditions += [canonical(Or((a, And((b, Not(first[k // 2])))))) for k, (a, b) in enumerate(pairwise(other))]
    fast = Relations(list(dict.fromkeys(conditions)))
    asked = []
    monkeypatch.setattr(witnesses, "ROWS", len(conditions) ** 2)
    monkeypatch.setattr(Theory, "consistent", lambda *given: asked.append(given) or consistent(*given))
    slow = Relations(list(dict.fromkeys(conditions)))
    assert asked
    assert fast.implies.sum() > len(fast.conditions)
    assert (fast.implies == slow.implies).all()
    assert (fast.excludes == slow.excludes).all()


consistent = Theory.consistent
