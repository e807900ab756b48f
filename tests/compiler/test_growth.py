"""The work of reading grows with the number of words, however these are put together."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

import pytest
from sayso.compiler.earley import chart_of
from sayso.compiler.reader import read, unused
from sayso.compiler.runs import inner_items
from sayso.compiler.scope import Scope
from sayso.corpora.schema import Schema

SCOPE = Scope(schema=Schema(("text",), ("person1", "person2"), fields=(("amount", "number"), ("country", "text"))))


def quoted(count: int, start: int = 0) -> list[str]:
    return [f'"word{i}"' for i in range(start, start + count)]


def listed(count: int, lead: str = "") -> str:
    items = [f"{lead}{item}" for item in quoted(count)]
    return ", ".join(items[:-1]) + " or " + items[-1]


SHAPES: dict[str, Callable[[int], str]] = {
    "any of a list": lambda n: f"it mentions any of {listed(n)}",
    "all of a list": lambda n: "it mentions " + " and ".join(quoted(n)),
    "a list with or": lambda n: "it mentions " + " or ".join(quoted(n)),
    "a list in a place": lambda n: f"it mentions any of {listed(n)} in the first ten words",
    "a list of forms": lambda n: f"it mentions {listed(n, 'any form of ')} in the last sentence",
    "a list of words": lambda n: f"it mentions {listed(n, 'the word ')}",
    "a list of kinds": lambda n: f"it mentions {listed(n, 'an emoji, ')}",
    "a list and more": lambda n: f"it mentions any of {listed(n)}, and it is longer than 5 words or is short",
    "two lists": lambda n: f'it mentions {listed(n)}, and {listed(n)} occurs before "y"',
    "no a, no b": lambda n: f"there is no {', no '.join(quoted(n))} in the last sentence",
    "a list as subject": lambda n: f"{listed(n)} occurs between person1 and person2",
    "values": lambda n: f'the country is one of {listed(n)} and the amount is not 5',
    "numbers": lambda n: f"the amount is one of {', '.join(map(str, range(n)))} or 7",
    "conjuncts": lambda n: " and ".join(f"it mentions {one}" for one in quoted(n)),
    "disjuncts": lambda n: " or ".join(f"it mentions {one}" for one in quoted(n)),
    "and with or": lambda n: " and ".join(f"it mentions {one} or it has at least 3 words" for one in quoted(n)),
    "sentences": lambda n: ". ".join(f'it mentions {one}, but not "z"' for one in quoted(n)),
    "different clauses": lambda n: " and ".join(
        f"it has at least {i} words" if i % 2 else f'"word{i}" occurs in the first {i + 1} words' for i in range(n)
    ),
    "columns": lambda n: " or ".join(f'the amount is over {i} and the country is "{i}"' for i in range(n)),
    "parentheses": lambda n: " and ".join(f"(it mentions {one} or it has a link)" for one in quoted(n)),
    "predicates": lambda n: "it " + ", ".join(f"mentions {one}" for one in quoted(n)) + " and is short",
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_the_items_per_word_do_not_grow(shape: str) -> None:
    few, many = (items_per_word(SHAPES[shape](count)) for count in (20, 160))
    assert many <= 1.25 * few, (few, many)
    assert many < 100


def items_per_word(text: str) -> float:
    result = read(text, SCOPE, locate=False)
    assert result.meanings, text
    chart = chart_of(result.lexemes, without=unused(result.lexemes))
    return sum(map(len, chart.columns)) / len(result.lexemes)


@pytest.mark.parametrize(
    "text",
    [
        "it mentions any of " + ", ".join(f"blorp{chr(97 + i // 26)}{chr(97 + i % 26)}" for i in range(400)),
        "it mentions " + " or ".join(quoted(500)),
        "any of these words: " + ", ".join(f"blorp{chr(97 + i // 26)}{chr(97 + i % 26)}" for i in range(400)),
        "it mentions " + "/".join(quoted(500)),
        "it mentions " + ", ".join(f"a link or {one}" for one in quoted(100)),
    ],
    ids=lambda text: text[:24],
)
def test_a_list_of_hundreds_takes_less_than_a_second(text: str) -> None:
    read("it mentions a link", SCOPE)
    begin = process_time()
    read(text, SCOPE, locate=False)
    assert process_time() - begin < 1


def test_where_a_long_list_is_not_understood_is_found_in_less_than_a_second() -> None:
    text = f"it is short and it does not mention any of {', '.join(quoted(200))} quotes around the product"
    read("it mentions a link", SCOPE)
    begin = process_time()
    result = read(text, SCOPE)
    assert not result.meanings
    assert process_time() - begin < 1


@pytest.mark.parametrize("shape", ["any of a list", "conjuncts", "columns", "sentences", "different clauses"])
def test_two_thousand_words_are_read(shape: str) -> None:
    count = 100
    while len(SHAPES[shape](count + 50).split()) <= 2000:
        count += 50
    assert read(SHAPES[shape](count), SCOPE).meanings


@pytest.mark.parametrize(
    ("terminals", "inner"),
    [
        ("QUOTED_TEXT COMMA " * 8 + "QUOTED_TEXT", {4, 6, 8, 10, 12}),
        ("NO QUOTED_TEXT COMMA " * 6 + "NO QUOTED_TEXT", {6, 9, 12}),
        ("QUOTED_TEXT COMMA " * 4 + "QUOTED_TEXT", set()),
        ("ANY OF QUOTED_TEXT COMMA QUOTED_TEXT COMMA QUOTED_TEXT", {4, 6}),
        ("WORD OF SECTION QUOTED_TEXT AND SECTION QUOTED_TEXT", set()),
        ("IT MENTION QUOTED_TEXT AND " * 8 + "IT MENTION QUOTED_TEXT", set()),
        ("QUOTED_TEXT COMMA " * 3 + "QUOTED_TEXT OR " * 3 + "QUOTED_TEXT", set()),
        ("", set()),
    ],
)
def test_no_clause_begins_in_the_middle_of_a_long_list(terminals: str, inner: set[int]) -> None:
    assert inner_items(terminals.split(), {"QUOTED_TEXT", "NO"}) == inner


@pytest.mark.parametrize(
    "said",
    [
        'none of "a", "b", "c", "d" occurs in it',
        'it mentions any of "a", "b", "c", "d"',
        'it does not mention "a", "b", "c"',
        'it mentions "a", "b", "c"',
    ],
)
def test_a_list_is_not_cut_in_two_at_a_comma(said: str) -> None:
    assert len(read(said).meanings) == 1
