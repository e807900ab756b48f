"""What is said in another order than the grammar has it, or left out: each rewrite takes the lexemes and their text.

"five words or less" is "five or less words", "is it long" is "it is long", "at least two words and at most four words"
says its unit once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from ..corpora.kinds import KINDS
from ..corpora.tokenizer import lemma
from ..grammar.nodes import Interval
from ..grammar.words import SCALES
from .argument_names import Unnamed
from .language import language
from .lexemes import Lexeme
from .said_once import again_by, either_before_or_after, the_same
from .templates import canonical

CONNECTIVES = frozenset({"BECAUSE", "SINCE", "AS", "IF", "WHEN", "WHENEVER", "WHERE", "PROVIDED"})
"""What joins a condition to the label before it."""


def trimmed(lexemes: list[Lexeme], _: str) -> list[Lexeme]:
    """Without the connective before and the stop behind the condition."""
    words = language().terminals
    stops = {words[sign] for sign in (".", ";", "!", ",") if sign in words}
    start, end = 0, len(lexemes)
    while start < end and (
        lexemes[start].terminal in CONNECTIVES or lexemes[start].terminal in (words[":"], words[","])
    ):
        start += 1
    if start < end and lexemes[start].terminal == words["of"]:  # because of
        start += bool(start and lexemes[start - 1].terminal == words["because"])
    if [lexeme.terminal for lexeme in lexemes[start : start + 2]] == [
        words["is"],
        words["that"],
    ]:  # "the reason is that"
        start += 2
    while end > start and lexemes[end - 1].terminal in stops:
        end -= 1
    return lexemes[start:end]


@cache
def counted() -> frozenset[str]:
    """The terminals of the words for kinds of token."""
    names = (name for kind in KINDS.values() for name in (kind.singular, kind.plural, *kind.aliases))
    words = language().terminals
    return frozenset(words[own] for name in names for word in name.split() if (own := canonical(word)) in words)


UNITS = ("word", "letter", "character", "sentence", "digit", "comma", "time")
"""What is counted."""

BEHIND = (
    *(("or", word) for word in ("less", "fewer", "more")),
    *(("at", word) for word in ("most", "least")),
    ("max",),
    ("maximum",),
)
"""What is said behind it, and then stands before it or between."""


def turned(lexemes: list[Lexeme], _: str) -> list[Lexeme]:
    """The lexemes with each such amount before its unit: "five or less words", "at least three commas"."""
    words = language().terminals
    units = {words[canonical(unit)] for unit in UNITS}
    numbers = {"NUMERAL", words["one"]}
    amounts = {*numbers, words["than"], *(words[canonical(often)] for often in ("once", "twice", "thrice"))}
    behind = [tuple(words[canonical(word)] for word in phrase) for phrase in BEHIND]
    made = list(lexemes)
    for i in range(1, len(made) - 1):
        if made[i].terminal not in units or made[i - 1].terminal not in numbers:
            continue
        for phrase in behind:
            end = i + 1 + len(phrase)
            found = tuple(lexeme.terminal for lexeme in made[i + 1 : end])
            after = made[end].terminal if end < len(made) else None
            if found == phrase and after not in amounts:
                number, unit, said = made[i - 1], made[i], made[i + 1 : end]
                before = phrase[0] != words["or"]
                made[i - 1 : end] = [*said, number, unit] if before else [number, *said, unit]
                break
    return made


AMOUNTS = frozenset({"NUMERAL", "MONEY_AMOUNT"})
"""The terminals of numbers."""


def scaled(lexemes: list[Lexeme], _: str) -> list[Lexeme]:
    """The lexemes with numbers in the scale told behind them: "over 2, in millions", "2 to 3 (in thousands)"."""
    words = language().terminals
    scales = {words[canonical(f"{name}s")]: scale for name, scale in SCALES.items()}
    pauses, joining = (words[","], words["("]), {words["and"], words["or"], words["to"]}
    told: list[Lexeme] = []
    end = 0
    for i, lexeme in enumerate(lexemes):
        behind = [each.terminal for each in lexemes[i : i + 4]]
        if i >= end:
            told.append(lexeme)
        bracket = behind[:1] == [pauses[1]]
        scale = scales.get(behind[2], 0) if behind[0] in pauses and behind[1:2] == [words["in"]] and behind[2:] else 0
        if not scale or not i or lexemes[i - 1].terminal not in AMOUNTS or (bracket and behind[3:] != [words[")"]]):
            continue
        told.pop()
        end = i + 3 + bracket
        j = len(told)
        told[-1] = replace(told[-1], end=lexemes[end - 1].end)
        while j and told[j - 1].terminal in AMOUNTS and isinstance(number := told[j - 1].value, (int, float)):
            told[j - 1] = replace(told[j - 1], value=number * scale)
            j -= 1 + (j > 1 and told[j - 2].terminal in joining)
    return told


LIMITING = (
    ("at", "least"),
    ("at", "most"),
    *(((*no, more, "than")) for no in ((), ("no",)) for more in ("more", "less", "fewer")),
)
"""What makes a limit of the number behind it."""


def limited_twice(lexemes: list[Lexeme], _: str) -> list[Lexeme]:
    """The lexemes with a unit of two limits said once: "at least two and at most four words"."""
    words = language().terminals
    units = {words[canonical(unit)] for unit in UNITS}
    limits = [tuple(words[canonical(word)] for word in phrase) for phrase in LIMITING]
    joining = {words["and"], words["but"]}
    terminals = [lexeme.terminal for lexeme in lexemes]
    for i in range(3, len(lexemes) - 4):
        if terminals[i] not in units or terminals[i - 1] != "NUMERAL" or terminals[i + 1] not in joining:
            continue
        behind = next((own for own in limits if (*terminals[i + 2 : i + 2 + len(own)],) == own), None)
        before = any((*terminals[max(i - 1 - len(own), 0) : i - 1],) == own for own in limits)
        end = i + 2 + len(behind or ())
        if before and behind and (*terminals[end : end + 2],) == ("NUMERAL", terminals[i]):
            return lexemes[:i] + lexemes[i + 1 :]
    return lexemes


ASKING = (("does", ("it", "they", "there")), ("is", ("it", "they", "there")), ("has", ("it", "they")))
"""The words that begin a question, and the subjects that may follow them; behind "does" also a text or a column."""


def answered(lexemes: list[Lexeme], _: str) -> list[Lexeme]:
    """The lexemes of a question with its subject first: "does the body have ..." is "the body does have ..."."""
    words = language().terminals
    if len(lexemes) < 3:
        return lexemes
    first, subject = lexemes[0], lexemes[1]
    behind = next((names for verb, names in ASKING if words[verb] == first.terminal), ())
    named = first.terminal == words["does"] and (
        subject.terminal == "COLUMN_NAME" or subject.terminal in language().nouns
    )
    if not named and subject.terminal not in {words[canonical(name)] for name in behind}:
        return lexemes
    end = 3 if lexemes[2].terminal == words["line"] else 2
    return [*lexemes[1:end], first, *lexemes[end:]]


WRITING = frozenset(["mention", "mentioned", "say", "said", "write", "wrote", "talk", "talked", "speak", "spoke"])
"""What those do who wrote a text, and arguments do not."""


def of_the_writers(lexemes: list[Lexeme], text: str) -> list[Lexeme]:
    """The lexemes with the text for "they" in "they mention ...", which would else be the two arguments."""
    noun = language().terminals["comment"]
    told = list(lexemes)
    for i, (who, what) in enumerate(pairwise(lexemes)):
        subject, verb = text[who.start : who.end].lower(), text[what.start : what.end].lower()
        if isinstance(who.value, Unnamed) and subject == "they" and not WRITING.isdisjoint(verb.split()):
            told[i] = replace(who, terminal=noun, value=None)
    return told


def unbracketed(lexemes: Sequence[Lexeme]) -> Iterator[list[Lexeme]]:
    """Without the brackets around the last of them: in the same clause, and behind a comma ("(only once)").

    A list alone in brackets shows what is meant before them.
    """
    words = language().terminals
    stop = len(lexemes) - (lexemes[-1:] != [] and lexemes[-1].terminal == words["."])
    opened = next((i for i in range(stop - 1, 0, -1) if lexemes[i].terminal == words["("]), 0)
    if not opened or lexemes[stop - 1].terminal != words[")"] or opened + 1 == stop - 1:
        return
    inner = list(lexemes[opened + 1 : stop - 1])
    terminals = {lexeme.terminal for lexeme in inner}
    if words[")"] in terminals or terminals <= {"QUOTED_TEXT", words["or"], words["and"], words[","]}:
        return
    yield [*lexemes[:opened], *inner]
    yield [*lexemes[:opened], replace(lexemes[opened], terminal=words[","]), *inner]


BEING = frozenset(["coming", "being", "standing", "appearing", "occurring", "showing", "sitting", "following"])
"""What is told of a thing in passing: "with 'x' coming later"."""


def told_in_passing(lexemes: list[Lexeme], text: str) -> list[Lexeme]:
    """The lexemes with "and" before what is told of a quotation in passing: ", with 'x' coming later"."""
    words = language().terminals
    told: list[Lexeme] = []
    for i, lexeme in enumerate(lexemes):
        before = lexemes[i - 1].terminal if i else ""
        earlier = lexemes[i - 2].terminal if i > 1 else ""
        passing = (
            lexeme.terminal == "QUOTED_TEXT"
            and i + 1 < len(lexemes)
            and text[lexemes[i + 1].start : lexemes[i + 1].end].lower() in BEING
        )
        if passing and i > 1 and before == words["with"]:
            told[-1] = replace(told[-1], terminal=words["and"])
        elif passing and before == words[","] and earlier != "QUOTED_TEXT":
            told.append(replace(lexemes[i - 1], terminal=words["and"]))
        told.append(lexeme)
    return told


def beside_it(lexemes: list[Lexeme], _: str) -> list[Lexeme]:
    """The lexemes with "it" where it is not said beside what: "'a' right before X and 'b' right after"."""
    words = language().terminals
    beside, right = {words["before"], words["after"]}, {words[each] for each in ("right", "directly", "immediately")}
    ends = {words[sign] for sign in (",", ".", ";", ")")} | {words["and"], words["or"], words["but"]}
    verbs = {words[verb] for verb in ("come", "follow")}
    told: list[Lexeme] = []
    for i, lexeme in enumerate(lexemes):
        told.append(lexeme)
        behind = {other.terminal for other in lexemes[i + 1 : i + 4]}  # "right before and right after X"
        ended = not behind or (lexemes[i + 1].terminal in ends and behind.isdisjoint(beside))
        touching = i > 1 and lexeme.terminal in beside and lexemes[i - 1].terminal in right
        if touching and ended and lexemes[i - 2].terminal not in verbs:
            told.append(Lexeme(words["it"], None, lexeme.end, lexeme.end))
    return told


PLACES = ("in", "between", "before", "after", "within", "inside", "there", "anywhere", "near")
"""With these, it is told where something is so often."""


def as_often(lexemes: list[Lexeme], _: str) -> list[Lexeme]:
    """The lexemes with a verb for what "is at least twice" somewhere."""
    words = language().terminals
    often = {words[canonical(each)] for each in ("once", "twice", "thrice")}
    places = {words[each] for each in (*PLACES, ",", "and", "or", "but")}
    limits = {words[each] for each in ("at", "least", "most", "exactly", "only", "more", "less", "than", "just")}
    told = list(lexemes)
    for i, lexeme in enumerate(lexemes[:-1]):
        j = i + 1
        while j < len(lexemes) - 1 and lexemes[j].terminal in limits:
            j += 1
        times = lexemes[j].terminal == "NUMERAL" and [each.terminal for each in lexemes[j + 1 : j + 2]] == [
            words["time"]
        ]
        quoted = i > 0 and lexemes[i - 1].terminal == "QUOTED_TEXT"
        behind = [each.terminal for each in lexemes[j + 1 + times : j + 2 + times]]
        placed = not behind or behind[0] in places
        if quoted and placed and lexeme.terminal == words["is"] and (lexemes[j].terminal in often or times):
            told[i] = replace(lexeme, terminal=words["occur"])
    return told


def aside_or(lexemes: list[Lexeme], _: str) -> list[Lexeme]:
    """The lexemes without brackets around what may be there as well: "a year (or any date)"."""
    words = language().terminals
    opening, closing = words["("], words[")"]
    told, inside = list[Lexeme](), False
    for i, lexeme in enumerate(lexemes):
        if (
            lexeme.terminal == opening
            and not inside
            and [each.terminal for each in lexemes[i + 1 : i + 2]] == [words["or"]]
        ):
            behind = [each.terminal for each in lexemes[i + 1 :]]
            inside = closing in behind and opening not in behind[: behind.index(closing)]
            if inside:
                continue
        if lexeme.terminal == closing and inside:
            inside = False
            continue
        told.append(lexeme)
    return told


SHOWN = 6
"""So many words before what is in brackets, "form" may stand."""


def forms_shown(lexemes: list[Lexeme], _: str) -> list[Lexeme]:
    """The lexemes without the forms of a word that brackets show: "a form of 'cause' (causes, caused)"."""
    words = language().terminals
    between, told = {words[","], words["or"], words["and"], words["."]}, list[Lexeme]()
    end = 0
    for i, lexeme in enumerate(lexemes):
        closed = next((j for j in range(i + 1, len(lexemes)) if lexemes[j].terminal == words[")"]), 0)
        if lexeme.terminal == words["("] and closed:
            named = [each for each in told[-SHOWN:] if each.terminal == "QUOTED_TEXT"][-1:]
            shown = [each for each in lexemes[i + 1 : closed] if each.terminal not in between]
            one = {lemma(str(each.value).lower()) for each in (*named, *shown)}
            form = any(each.terminal == words["form"] for each in told[-SHOWN:])
            if form and named and len(one) == 1 and shown and all(each.terminal == "QUOTED_TEXT" for each in shown):
                end = closed + 1
        if i >= end:
            told.append(lexeme)
    return told


SIDES = {"opening": "(", "open": "(", "closing": ")", "close": ")", "closed": ")"}
"""Which of two brackets is told."""


def brackets(lexemes: list[Lexeme], text: str) -> list[Lexeme]:
    """The lexemes with the sign for "an opening bracket", and "the opening one" where brackets were spoken of."""
    words = language().terminals
    named = {words[each] for each in ("bracket", "parenthesis", "paren", "parens") if each in words}
    told: list[Lexeme] = []
    spoken, skip = False, False
    for i, lexeme in enumerate(lexemes):
        if skip:
            skip = False
            continue
        following = lexemes[i + 1].terminal if i + 1 < len(lexemes) else None
        sign = SIDES.get(text[lexeme.start : lexeme.end].lower())
        skip = sign is not None and (following in named or (spoken and following == words["one"]))
        spoken = spoken or skip or lexeme.terminal in named
        told.append(Lexeme("QUOTED_TEXT", sign, lexeme.start, lexemes[i + 1].end) if skip else lexeme)
    return told


def one_of_it(lexemes: list[Lexeme], text: str) -> list[Lexeme]:
    """The lexemes with "at least one" for the article of what stands behind an amount: "3 words, a link or a number".

    Without it, words, links and numbers are counted together.
    """
    words = language().terminals
    joints = {words[","], words["or"]}
    told, amount = list[Lexeme](), False
    for i, lexeme in enumerate(lexemes):
        if lexeme.terminal in counted() and i and lexemes[i - 1].terminal == "NUMERAL":
            amount = True
        elif lexeme.terminal not in (*counted(), *joints, "QUOTED_TEXT"):
            amount = False
        between = text[lexemes[i - 1].end : lexeme.start].lower().split() if i else []
        if amount and lexeme.terminal in counted() and told[-1].terminal in joints and between[-1:] in (["a"], ["an"]):
            told += [Lexeme(words[word], None, lexeme.start, lexeme.start) for word in ("at", "least", "one")]
        told.append(lexeme)
    return told


UPWARDS, DOWNWARDS = ("more", "over", "above", "least"), ("less", "fewer", "under", "below", "most")
"""The words of a limit that something lies above or below."""


def told_exactly(lexemes: list[Lexeme], _: str) -> list[Lexeme]:
    """The lexemes with an exact amount behind a vague one in its place: "many links (more than three)"."""
    words = language().terminals
    up, down = ({words[canonical(word)] for word in group} for group in (UPWARDS, DOWNWARDS))
    limiting = {*up, *down, "NUMERAL", *(words[word] for word in ("than", "at", "or"))}
    opening, closing = words["("], words[")"]
    ends = {words[sign] for sign in (",", ".", ";", ")", "and", "or", "but")}
    for i, lexeme in enumerate(lexemes):
        if lexeme.terminal != "VAGUE_AMOUNT" or not isinstance(amount := lexeme.value, Interval):
            continue
        between = next((j for j in range(i + 2, len(lexemes)) if lexemes[j].terminal in (opening, words[","])), 0)
        stop = between + 1
        while stop < len(lexemes) and lexemes[stop].terminal in limiting:
            stop += 1
        exact = lexemes[between + 1 : stop]
        told = [each.terminal for each in exact]
        unit = [each.terminal for each in lexemes[i + 1 : between]]
        if [each.terminal for each in lexemes[stop : stop + len(unit)]] == unit:
            stop += len(unit)
        behind = lexemes[stop].terminal if stop < len(lexemes) else words["."]
        bracketed = bool(between) and lexemes[between].terminal == opening
        right = set(told).isdisjoint(down if amount.low is not None else up) and told != ["NUMERAL"]
        if not between or told.count("NUMERAL") != 1 or not right or not ends.isdisjoint(unit):
            continue
        if behind == closing if bracketed else behind in ends:
            return [*lexemes[:i], *exact, *lexemes[i + 1 : between], *lexemes[stop + bracketed :]]
    return lexemes


REWRITES: tuple[Callable[[list[Lexeme], str], list[Lexeme]], ...] = (
    aside_or,
    forms_shown,
    as_often,
    of_the_writers,
    told_in_passing,
    brackets,
    trimmed,
    told_exactly,
    one_of_it,
    scaled,
    turned,
    limited_twice,
    answered,
    the_same,
    again_by,
    either_before_or_after,
    beside_it,
)
"""What is done to the lexemes of a text, in this order."""


def as_meant(lexemes: list[Lexeme], text: str) -> list[Lexeme]:
    """The lexemes of a text as the grammar expects them."""
    for rewrite in REWRITES:
        lexemes = rewrite(lexemes, text)
    return lexemes
