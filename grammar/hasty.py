"""What is typed in a hurry: our words cut short, other signs for them, and sounds that say nothing."""

from __future__ import annotations

SHORTHAND = {
    "u": "you", "n": "and", "nd": "and", "btwn": "between", "betw": "between", "b4": "before", "em": "them",
    "args": "arguments", "arg": "argument", "msg": "message", "msgs": "messages", "ppl": "people",
    "chars": "characters",
    "sentance": "sentence", "token": "word", "tokens": "words", "dist": "distance", "exclam": "exclamation",
    "nums": "numbers",
    "num": "number",
    "abt": "about",
    "aft": "after", "thru": "through",
    "wds": "words", "wd": "word", "txt": "text", "txts": "texts", "incl": "including",
    "smth": "something", "sth": "something", "smb": "somebody", "sum1": "someone", "some1": "someone", "any1": "anyone",
    "every1": "everyone", "l8r": "later", "punct": "punctuation", "yrs": "years",
    "hrs": "hours", "wks": "weeks", "shud": "should", "iff": "if",
}  # fmt: skip
"""Words, and those that they are short for."""

HASTY = {
    **dict.fromkeys(("b/c", "bcuz", "bcz", "bcos", "becuz", "becoz", "coz", "cuz", "bc", "b c"), "because"),
    **{f"{because} of": "because there is" for because in ("b/c", "bcuz", "bcos", "becuz", "coz", "cuz", "bc", "cos")},
    "w/": "with", "w/o": "without", "w/out": "without", "w/in": "within", "b/w": "between", "b/t": "between",
    **{f"w/{a}": "with" for a in ("a", "an", "the")}, **{f"w/{no}": "without" for no in ("no", "o a", "o any")},

    "min": "at least",
    "tho": "but", "altho": "but", "dnt": "do not", "dunno the": "unknown",
    **{f"{aint}{got}": said
       for aint in ("ain't", "aint") for got, said in (("", "is not"), (" got", "has no"), (" got any", "has no"),
                                                       (" got no", "has no"), (" no", "is not any"))},
    "outta": "out of", "diff": "different",
    **{f"{the}diff {of}": f"difference {of}" for the in ("", "the ") for of in ("between", "of", "in")},
    **{f"{they} r": f"{they} are" for they in ("there", "they", "u", "you", "we", "these", "those", "that", "which")},
    **{f"r {there}": f"are {there}"
       for there in ("there", "not", "in", "on", "before", "after", "between", "followed", "at", "both", "all")},
}  # fmt: skip
"""Phrases that mean exactly the same as others, and those others."""

HASTY_PADDING = (
    "4 sure", "4 real", "4 me", "kinda", "sorta", ", ya know", ", u know", ", you know", ", just sayin",
    ", just saying",
)  # fmt: skip
"""Phrases that say nothing."""

SOUNDS = frozenset(
    ["lol", "lmao", "lmfao", "rofl", "omg", "haha", "hehe", "hah", "ha", "xd", "btw", "imo", "imho", "tbh", "tbf",
     "ngl", "afaik", "iirc", "fwiw", "fyi", "smh", "ikr", "idk", "idc", "istg", "fr", "rn", "pls", "plz", "please",
     "thx", "thnx", "tnx", "thanks", "ty", "tysm", "tyvm", "cheers", "ofc", "obvs", "obvi", "deffo", "defo", "probs",
     "prolly", "legit", "yea", "yeah", "yep", "yup", "ok", "okay", "duh", "bruh", "bro", "dude", "mate", "fam", "wow",
     "meh", "ugh", "hmm", "tho", "anyways", "anyway", "eh", "huh", "innit", "dunno"]
)  # fmt: skip
"""Words that may end any part of what is said, and say nothing there."""
