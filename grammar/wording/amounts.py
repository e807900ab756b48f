"""Other ways of saying how many there are, of setting limits, and of comparing."""

from __future__ import annotations

COMPARATIVES = (
    "older", "younger", "more", "less", "longer", "shorter", "higher", "lower", "bigger", "greater", "fewer", "larger",
    "smaller", "other", "later", "earlier",
)  # fmt: skip
"""Behind one of these, "then" is a slip for "than"."""

AMOUNTS = {
    # how many
    "one and only": "only",
    **{f"{one} and only {one}": "exactly one" for one in ("one", "1")},
    **{f"{unit} count": f"number of {unit}s"
       for unit in ("word", "character", "letter", "sentence", "link", "digit", "emoji", "hashtag")},
    **{
        f"{just} a {unit}": f"exactly one {unit}"
        for just in ("just", "only", "merely", "nothing but", "nothing more than")
        for unit in ("word", "sentence", "letter", "character", "digit")
    },
    **{f"{only} of a {unit}": f"of exactly one {unit}" for only in ("only", "solely") for unit in ("word", "sentence")},
    **{f"a {unit} only": f"exactly one {unit}" for unit in ("word", "sentence", "letter", "character", "digit")},
    **{f"{when} {you} count": "count" for when in ("when", "if") for you in ("you", "we", "i", "one")},
    **{f"{a} figure": "a number" for a in ("a", "any", "some")},
    "just one": "exactly one", "only a single": "exactly one", "just a single": "exactly one",
    "one single": "exactly one", "a single": "exactly one", "one time": "once", "two times": "twice",
    **{f"{the} amount of {units}": f"{the} number of {units}"
       for the in ("the", "an") for units in ("words", "letters", "characters", "sentences", "links", "digits")},
    **{f"{one} word only": "exactly one word" for one in ("a single", "one", "one single")},
    **{f"{own} {n} one word": f"{own} {n} exactly one word" for own in ("is", "are", "was") for n in ("not", "n't")},
    # limits
    **{f"{out} of {the}range": "outside range" for out in ("out", "outside") for the in ("", "the ", "its ")},
    **{f"{get} to": "reach" for get in ("get", "gets", "got", "gets up", "get up")},
    "or more often": "or more", "or oftener": "or more", "or more frequently": "or more", "upwards of": "more than",
    "max": "at most", "max.": "at most", "min.": "at least",
    **{
        f"{far} {more}": more
        for far in ("way", "far", "much", "a lot", "well")
        for more in ("above", "over", "below", "under", *(
            f"{comparative} than" for comparative in ("more", "less", "fewer", "higher", "lower", "bigger", "larger",
                                                      "greater", "older", "younger", "longer", "shorter")))
    },
    "atleast": "at least", "atmost": "at most", "minimum of": "at least",
    "maximum of": "at most", "not more than": "no more than",
    "greater than or equal to": "at least", "more than or equal to": "at least", "less than or equal to": "at most",
    "fewer than or equal to": "at most", "in excess of": "more than",
    # compared
    **{f"{comparative} then": f"{comparative} than" for comparative in COMPARATIVES},
    **{f"{spelled} {exactly}{same}": "the same"
       for spelled in ("spelled", "spelt", "written", "named", "called") for exactly in ("", "exactly ", "just ")
       for same in ("the same", "alike", "identically", "the same way")},
    **{f"{a}round {number} in {unit}s": f"a multiple of {size}"
       for a in ("a ", "") for number in ("number", "amount", "sum", "figure", "value")
       for unit, size in (("ten", "10"), ("hundred", "100"), ("thousand", "1000"))},
    **{f"{in_} {whole} {unit}s": f"is a multiple of {size}"
       for in_ in ("in", "is in") for whole in ("whole", "full", "round", "even", "complete", "exact")
       for unit, size in (("ten", "10"), ("hundred", "100"), ("thousand", "1000"))},
    "an exact multiple": "a multiple", "exactly divisible": "divisible", "evenly divisible": "divisible",
    **{f"{exactly} {same}": same
       for exactly in ("exactly", "precisely", "just", "completely", "absolutely", "one and")
       for same in ("the same", "identical", "equal to", "equal")},
    "the exact same": "the same", "!=": "is not", "<>": "is not", "≠": "is not", "==": "=",
}  # fmt: skip
"""Phrases that tell an amount or compare, and what they stand for."""
