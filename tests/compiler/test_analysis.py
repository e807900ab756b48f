"""What is proved about conditions, and how a program's functions depend on each other."""

from __future__ import annotations

from itertools import chain, combinations, product
from pathlib import Path

import polars as pl
import pytest
import sayso
import strategies
from hypothesis import given, settings
from hypothesis import strategies as st
from sayso.compiler.analysis import excludes, implies, impossible, relation
from sayso.compiler.entailment import Needs, Theory
from sayso.compiler.passes import canonical
from sayso.compiler.reader import read
from sayso.compiler.relations import Relations
from sayso.compiler.simplify import simplify
from sayso.compiler.together import related
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


def test_what_was_compared_before_changes_no_claim():
    said = '(it mentions any of "a", "b" or it has a link) and it does not mention any of "c", "d"'
    other = 'it mentions "a" and (it mentions "c" or (it mentions "d" and it has a link))'
    own = [condition(said), condition(other)]
    first = Relations(own)
    again = Relations([canonical(condition(line)) for line in (said, other)])
    assert (first.implies == again.implies).all()
    assert (first.excludes == again.excludes).all()
    assert first.between(0, 1) == "excludes"


def test_more_things_than_there_are_hold_nowhere():
    assert impossible(Mentions(Choice((Words("x"), Words("y")), 3), Whole()))
    assert not impossible(Mentions(Choice((Words("x"), Words("y")), 2), Whole()))


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


LEAVES = [Mentions(Choice((Words(word),)), Whole()) for word in ("one", "two", "three")]
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


TRUE, FALSE, UNKNOWN = 1, 0, -1


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


def theory(implied, apart, needs):
    """Of ``LEAVES``: pairs of which one implies the other, pairs that exclude each other."""
    every = range(len(LEAVES))
    return Theory(
        LEAVES,
        [sum(1 << j for j in every if i == j or (i, j) in implied) for i in every],
        [sum(1 << j for j in every if {(i, j), (j, i)} & apart) for i in every],
        needs,
    )


def rows_of(implied, apart, needs):
    """All rows that a theory of ``LEAVES`` allows: what each leaf is, told from what is there."""
    things = sorted(frozenset().union(*(need.present for need in needs)))
    for there in map(frozenset, chain(*(combinations(things, n) for n in range(len(things) + 1)))):
        for values in product((TRUE, FALSE, UNKNOWN), repeat=len(LEAVES)):
            true = {i for i, value in enumerate(values) if value == TRUE}
            if any(i in true and j not in true for i, j in implied) or any({i, j} <= true for i, j in apart):
                continue
            if all(fits(value, need, there) for value, need in zip(values, needs, strict=True)):
                yield dict(zip(LEAVES, values, strict=True))


def fits(value, need, there):
    """Whether a leaf may be so where these things are there."""
    if need.present <= there:
        return value == TRUE if need.certain else value != UNKNOWN
    return value == (FALSE if need.says_so else UNKNOWN)


THEORIES = [
    (set(), set(), [Needs(frozenset({i})) for i in range(3)]),
    ({(0, 1)}, {(0, 2), (1, 2)}, [Needs(frozenset({0, 1})), Needs(frozenset({0})), Needs(frozenset({1}))]),
    ({(0, 1)}, set(), [Needs(frozenset({0, 1})), Needs(frozenset({1}), certain=True), Needs(frozenset({0}))]),
    ({(0, 1)}, {(2, 2)}, [Needs(frozenset({0, 1})), Needs(frozenset({1}), True, says_so=True), Needs(frozenset({0}))]),
    (set(), {(1, 2)}, [Needs(frozenset({0}), True, says_so=True), Needs(frozenset({0})), Needs(frozenset({0, 1}))]),
]


@settings(max_examples=1500)
@given(st.sampled_from(THEORIES), st.lists(LOGIC, max_size=2), st.lists(LOGIC, max_size=2))
def test_ways_go_together_where_a_truth_table_has_such_a_row(given_, true, not_true):
    """Nothing that may be is ruled out; what may not be is known, but for what a leaf says that is never unknown."""
    possible = any(
        all(truth(own, row) == TRUE for own in true) and all(truth(own, row) != TRUE for own in not_true)
        for row in rows_of(*given_)
    )
    found = theory(*given_).consistent(true, not_true)
    assert found or not possible
    if not any(need.says_so for need in given_[2]):
        assert found is possible


@settings(max_examples=300)
@given(st.sampled_from(THEORIES), st.lists(LOGIC, min_size=2, max_size=5))
def test_all_ways_at_once_are_as_pair_by_pair(given_, conditions):
    known = theory(*given_)
    implied, excluded = related(known, conditions)
    may = [known.consistent([own], []) for own in conditions]
    for (i, a), (j, b) in product(enumerate(conditions), repeat=2):
        assert implied[i, j] == (may[i] and not known.consistent([a], [b]))
        if not any(need.certain for need in given_[2]):
            assert excluded[i, j] == (may[i] and may[j] and not known.consistent([a, b], []))
        elif excluded[i, j]:
            assert not any(truth(a, row) == truth(b, row) == TRUE for row in rows_of(*given_))


def test_what_has_too_many_ways_stays_open():
    leaves = [Mentions(Choice((Words(f"a{i}"),)), Whole()) for i in range(16)]
    large = And(tuple(Or(pair) for pair in zip(leaves[::2], leaves[1::2], strict=True)))
    own = [1 << i for i in range(16)]
    known = Theory(leaves, own, [0] * 16, [Needs(frozenset())] * 16)
    assert known.consistent([large], [large])
    assert not known.consistent([large.items[0]], [large.items[0]])
