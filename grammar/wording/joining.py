"""Other ways of joining what is said, of saying it once more, and of saying why."""

from __future__ import annotations

AGAIN = (
    ", that is ,", ", that is to say ,", ", that is to say", ", in other words ,", ", in other words",
    ", which means that", ", which means", ", meaning that", ", meaning", ", by which i mean",
    ", i.e. ,", ", i.e.", ", ie ,", ", ie",
)  # fmt: skip
"""What stands before the same said once more."""

_ONCE_MORE = ("again", "once more", "one more time", "another time", "a second time")

JOINING = {
    # and, or, but
    ", just not": ", but not", "but just not": "but not", ", or by": ", or", ", or else by": ", or",
    "or by the": "or the", "while": "but", "whereas": "but", "or else": "or",
    "and also": ", and",
    **{f"and also {w}": f"and {w}"
       for w in ("in", "at", "on", "has", "have", "is", "are", "not", "no", "there", "it", "before", "after", "behind",
                 "right", "directly", "immediately", "just", "between", "near", "next", "within", "followed",
                 "preceded")},
    "and additionally": ", and", "and in addition": ", and",
    **{f", and {more}": ", and" for more in ("also", "additionally", "in addition")},
    "rather than": "but not", "instead of": "but not", "&&": "and", "||": "or",
    **{
        f"{shown} together with": f"{shown} along with"
        for shown in ("appears", "appear", "occurs", "occur", "comes", "come", "stands", "stand", "mentioned", "found",
                      "used", "sentence", "text", "abstract")
    },
    "and in which": "and", "and where": "and", "and provided further that": "and", "and/or": "or", "and / or": "or",
    "&": "and", "plus": "and", "plus sign": "plus sign", "plus signs": "plus signs", "as well as": "and",
    "along with": ", and", "together with": ", and", "in addition to": "and", "though": "but", "although": "but",
    "however": "but", "yet": "but",
    **{f"{and_} {still}": "but"
       for and_ in ("and", "but") for still in ("yet", "nevertheless", "nonetheless", "however")},
    "and besides": "and",
    **dict.fromkeys((", not both", "( not both )", "( but not both )", ", not both of them", "and not both"),
                    "but not both"),
    # signs
    "—": ",", "–": ",", "--": ",", "...": ".",
    # once more
    **{f"{verb} {again} {there}": f"also {verb} {there}"
       for verb in ("occurs", "appears", "stands", "comes", "is", "shows up") for again in _ONCE_MORE
       for there in ("in", "at", "before", "after", "within", "near", "between", "right", "directly")},
    **{f"and {again}": "and also" for again in _ONCE_MORE},
    **{f"{sign} i mean{that}": ":" for sign in (",", ".", ";", "!", "?") for that in ("", " that", ",", " :")},
    **{f"likewise {verb}": verb
       for verb in ("appears", "appear", "occurs", "occur", "mentions", "mention", "contains", "contain", "has",
                    "have")},
    **{f", so {told}": f": {told}"
       for told in ("divisible", "a multiple", "over", "under", "above", "below", "more than", "less than", "at least",
                    "at most", "older than", "younger than", "longer than", "shorter than", "fewer than", "exactly")},
    **dict.fromkeys(AGAIN, ":"),
    **{f"{so} {do}": f"likewise {do}" for so in ("so", "and so", "as") for do in ("is", "are", "does", "do")},
    **{f"the same {goes}": "likewise is" for goes in ("goes for", "holds for", "is true of", "applies to")},
    # why, and when
    "because of": "because there is",
    **{
        f"in {all_}{cases} {where}": "where"
        for all_ in ("", "all ", "any ", "every ", "those ", "the ", "each ")
        for cases in ("case", "cases", "situations")
        for where in ("where", "when", "in which", "that")
    },
    "in case of": "because there is", "in the case of": "because there is",
    **{
        f"{do} {use} {it} {when}": "unless"
        for do in ("do not", "do n't", "dont", "never")
        for use in ("use", "apply", "choose", "assign", "pick")
        for it in ("it", "this", "that", "this label", "that label", "this rule", "the rule", "the label")
        for when in ("when", "if", "where", "whenever", "in case")
    },
    "unless it also": "unless_too it", "unless they also": "unless_too they", "due to": "because there is",
    "owing to": "because there is", "on account of": "because there is", "thanks to": "because there is",
    "due to the fact that": "because", "because of the fact that": "because", "given that": "because",
    "seeing that": "because", "seeing as": "because", "for the reason that": "because", "the reason is that": "because",
    "the reason being that": "because", "the reason is": "because", "this is because": "because",
    "that is because": "because", "it is because": "because", "it 's because": "because", "that 's because": "because",
    "that s because": "because", "its because": "because", "as long as": "provided", "so long as": "provided",
    "provided that": "provided", "on condition that": "provided", "as soon as": "if", "in case": "if",
    "every time": "whenever", "each time": "whenever", "any time": "whenever", "anytime": "whenever",
    "but not if": "unless", "but not when": "unless", "but not where": "unless", "but only if": "provided",
    "but only when": "provided", "only if": "provided", "only when": "provided", "in the event that": "if",
    "with the exception of": "except", "other than those": "except those", "excluding": "except",
}  # fmt: skip
"""Phrases that join, and what they stand for."""
