"""Other ways of saying no: what is not so, and what is not there."""

from __future__ import annotations

_NOUNS = ("text", "comment", "message", "post", "review", "tweet", "document", "ticket", "report", "article")

LACKING = {
    # not
    **{f"still {state}": f"not {done}" for state, done in (("open", "closed"), ("unresolved", "resolved"),
                                                           ("unsolved", "solved"), ("unanswered", "answered"))},
    **{f"{fails} to": "does not" for fails in ("fails", "fail", "failed")},
    "not yet": "not", "it is not the case that": "it is not true that", "it is false that": "it is not true that",
    **{f"{n} even{reach}": f"not{reach}" for n in ("not", "n't", "nt") for reach in ("", " reach")},
    **{f"{has} {n} got": "does not have" for has in ("has", "have") for n in ("n't", "not")},
    **{f"{ends} without": f"does not {end} with"
       for end in ("start", "begin", "end", "finish", "close") for ends in (f"{end}s", end)},
    "doesnot": "does not", "dosent": "does not", "isnot": "is not",
    # none there
    **{f"{joined}{nowhere} {do} {who}": f"{joined}{who} {do} not"
       for joined in ("", "and ", "but ", "and yet ")
       for nowhere in ("nowhere", "never", "at no point", "at no time", "not once", "in no place", "nowhere at all")
       for do, who in (("does", "it"), ("do", "they"), *(("does", f"{the} {noun}") for the in ("the", "this")
                                                          for noun in _NOUNS))},
    "is without any of": "has none of", "are without any of": "have none of",
    **{f"there is{n} a single": "there is no" for n in ("n't", " not")},
    "not one word": "no word", "lacks both": "has neither both", "lack both": "has neither both",
    "lacking both": "has neither both", "is nowhere": "is not anywhere", "are nowhere": "are not anywhere",
    "nowhere in": "not in", "and nowhere": "and no", "not a word about": "no", "not a word of": "no",
    "not one word about": "no", "no word about": "no", "lacks any": "has no", "lack any": "have no",
    "lacks it": "does not mention it", "lacks one": "does not mention one", "lacks them": "does not mention them",
    "lack it": "do not mention it", "lack one": "do not mention one",
    **{f"{and_}nothing {more}{but} {maybe}{signs}": f"{and_}nothing else"
       for and_ in ("", "and ", "( ") for more in ("else ", "more ")
       for but in ("except", "except for", "but", "besides", "apart from", "other than", "than", "aside from")
       for maybe in ("maybe ", "perhaps ", "possibly ", "maybe some ", *(("",) if and_ else ()))
       for signs in ("punctuation", "punctuation marks", "signs", "dots")},
    "makes no mention of": "does not mention", "makes no reference to": "does not mention",
    "says nothing about": "does not mention", "contains nothing about": "does not mention",
    "has nothing about": "does not mention", "there is nothing about": "it does not mention", "nothing about": "no",
    "absence of": "there is no",
    **{
        f"{has} {n} {single}": "has no"
        for has in ("has", "have")
        for n in ("n't", "not")
        for single in ("a single", "got a single", "got any")
    },
    **{
        f"{does} {n} {have} a single": "has no"
        for does in ("does", "do", "did")
        for n in ("n't", "not")
        for have in ("have", "contain", "include", "mention", "use", "show")
    },
    "without a single": "without", "never a single": "no",
    **{
        f"{does} {n} {say}": "does not mention"
        for does in ("does", "do", "did")
        for n in ("n't", "not")
        for say in ("write", "speak of", "bring up")
    },
    **{f"{is_} lacking {a}": "has no" for is_ in ("is", "are", "was", "were") for a in ("a", "an", "any")},
    **{
        f"{is_} {both}{gone} {from_}{each}": f"{is_} in neither" if each else f"{is_} {both}{gone} in"
        for is_ in ("is", "are", "was", "were")
        for both in ("", "both ", "all ")
        for gone in ("absent", "missing")
        for from_ in ("from", "in")
        for each in ("", " both")
    },
    **{f"without {say}": "without" for say in ("mentioning", "saying", "containing", "using", "having", "including")},
    "is free of": "has no", "are free of": "has no", "is free from": "has no", "is devoid of": "has no",
    "is void of": "has no", "lacks": "has no", "lack": "has no", "lacking": "without", "is lacking in": "has no",
    "free of": "without", "free from": "without", "devoid of": "without", "void of": "without", "no sign of": "no",
    "no trace of": "no", "no instance of": "no", "no instances of": "no", "no mention of": "no", "no kind of": "no",
    "no sort of": "no", "not a single": "no", "not even one": "no", "not one single": "no",
}  # fmt: skip
"""Phrases that deny, and what they stand for."""
