"""Other ways of saying what there is: what is seen, what the text says and has, what is or must be."""

from __future__ import annotations

_SEE = {
    "see": ("sees", "saw"), "find": ("finds", "found"), "read": ("reads", "read"), "notice": ("notices", "noticed"),
    "spot": ("spots", "spotted"), "detect": ("detects", "detected"), "encounter": ("encounters", "encountered"),
    "observe": ("observes", "observed"), "come across": ("comes across", "came across"), "note": ("notes", "noted"),
    "discover": ("discovers", "discovered"), "meet": ("meets", "met"), "count": ("counts", "counted"),
}  # fmt: skip
_SEEN = (
    "found", "seen", "read", "spotted", "observed", "noticed", "detected", "encountered", "met", "noted", "located",
)  # fmt: skip
_GOING_ON = {
    "beginning": "begin", "starting": "start", "ending": "end", "opening": "open", "coming": "come", "going": "come",
    "saying": "say", "containing": "contain", "mentioning": "mention", "having": "has", "using": "use",
    "including": "include", "following": "follow", "preceding": "precede", "standing": "stand", "sitting": "stand",
    "showing": "show", "appearing": "appear", "occurring": "occur", "exceeding": "exceed", "lacking": "lack",
    "finishing": "finish", "carrying": "carry", "lying": "lie", "writing": "mention", "stating": "mention",
}  # fmt: skip
_MUST = ("must", "should", "shall", "has to", "have to", "needs to", "need to", "ought to")

SHOWING = {
    # what is seen
    **{f"do {who} {see}": "there is"
       for who in ("i", "we", "you", "they")
       for see in ("see", "find", "read", "mention", "say", "write", "use")},
    **{f"does {who} {see}": "there is"
       for who in ("it", "he", "she", "one") for see in ("say", "mention", "contain", "have", "write", "use")},
    **{
        f"{who} {seen}": "there is"
        for see, (sees, saw) in _SEE.items()
        for who, forms in (*((reader, (see, saw)) for reader in ("i", "we", "you")), ("one", (sees,)))
        for seen in (*forms, *(f"{can} {see}" for can in ("can", "could", "will", "would", "can also")))
    },
    **{
        f"{who} {never} {see}{any_}": "there is no"
        for who in ("i", "we", "you", "one")
        for never in ("do not", "do n't", "dont", "never", "can not", "ca n't", "cant", "will not", "wo n't",
                      "did not", "did n't", "could not", "could n't", "does not", "does n't")
        for see in _SEE
        for any_ in ("", " any")
    },
    **{
        f"{can} be {seen}": "is found"
        for can in ("can", "could", "will", "would", "is to", "are to", "can also", "must")
        for seen in _SEEN
    },
    **{
        f"{can} be {seen}": "is not found"
        for can in ("can not", "ca n't", "cant", "could not", "could n't", "is not to", "are not to",
                    "is n't to", "will not", "wo n't", "can never")
        for seen in _SEEN
    },
    **{f"{who} {have}": "there is" for who in ("we", "you") for have in ("have", "have got", "get")},
    "is what we find": "is", "is what you find": "is",
    **{
        f"what {who} {see} is": "there is"
        for who in ("i", "you", "we")
        for see in ("see", "notice", "find", "spot", "read")
    },
    **{
        f"{turn}{s} up": f"occur{s}"
        for turn in ("turn", "show", "pop", "crop", "come")
        for s in ("", "s")
    },
    **{f"{is_} nowhere to be {seen}": f"{is_} not there"
       for is_ in ("is", "are") for seen in _SEEN},
    **{f"{what} gives it away is": "there is" for what in ("what", "the thing that", "that which")},
    "gives it away": "occurs", "give it away": "occur",
    **{
        f"i {only}need{to_see}": "there is"
        for only in ("", "only ", "just ")
        for to_see in (" to see", " to find", " to read")
    },
    "there exists": "there is", "there exist": "there is", "there appears": "there is", "there appear": "there is",
    "presence of": "there is", "the use of": "there is", "the mention of": "there is",
    "inside is": "there is", "inside are": "there is", "inside there is": "there is", "in it is": "there is",
    "we have here": "there is", "here we have": "there is",
    **dict.fromkeys(("observed", "spotted", "detected"), "found"),
    # what the text says
    "talks of": "mentions", "talk of": "mention", "tells of": "mentions", "tells about": "mentions",
    "includes mention of": "mentions", "is all about": "mentions", "are all about": "mention", "writes": "mentions",
    "wrote": "mentions", "talks about": "mentions", "talk about": "mentions", "talking about": "mentions",
    "speaks of": "mentions", "refers to": "mentions", "refer to": "mentions", "referring to": "mentions",
    "says something about": "mentions", "makes mention of": "mentions", "makes a mention of": "mentions",
    "makes reference to": "mentions", "makes a reference to": "mentions", "contains a mention of": "mentions",
    "has a mention of": "mentions", "gives": "mentions", "states": "mentions", "reads": "says", "cites": "mentions",
    "quotes": "mentions", "brings up": "mentions", "asks for": "mentions", "ask for": "mention",
    "asked for": "mentions",
    **{f"{asking} {for_}": "mentioning" for asking, for_ in (("asking", "for"), ("talking", "of"), ("speaking", "of"))},
    **{f"there {s} {talk} of": f"there {s} mention of"
       for s in ("is", "'s", "is any", "is some", "'s some", "was")
       for talk in ("talk", "talking", "a mention", "speech")},
    # what it has
    "is one with": "has", "gets": "has", "get": "have", "'s got": "has", "has got": "has",
    "have got": "has", "repeats a word": "has a repeated word", "repeat a word": "has a repeated word",
    "carries": "has", "carry": "have", "comprises": "has", "comprise": "have", "got": "has", "runs to": "has",
    "comes to": "has", "goes on for": "has", "its got": "it has",
    # what is, was, and must be
    **{f"{took} {whom}": "take"
       for took in ("takes", "took", "taken") for whom in ("us", "me", "them", "you", "him", "her")},
    **{f"{has} to": "must" for has in ("has", "have", "had", "needs", "need", "ought")},
    **{f"{has} {n} been": "is not" for has in ("has", "have", "had") for n in ("not", "n't")},
    **{f"{has} never been": "is never" for has in ("has", "have", "had")},
    **{f"{has} been": "is" for has in ("has", "have", "had", "'s")},
    **{f"{they}'ve been": f"{they} are" for they in ("they", "we", "you", "i")},
    **{f"{told} yet": told for told in ("given", "known", "assigned", "set", "filled", "available")},
    "should": "must", "shall": "must", "starts out": "starts", "start out": "start", "on file": "given",
    "on record": "given",
    **{f"{starts} off": starts for starts in ("starts", "start", "starting", "begins", "begin", "beginning")},
    **{f"kick{s} off": f"start{s}" for s in ("", "s", "ing")},
    **{f"{who} {know} the": "unknown"
       for who in ("i", "we", "you", "they")
       for know in ("do not know", "do n't know", "dont know", "did not know", "did n't know", "never knew")},
    **{f"{nobody} knows the": "unknown" for nobody in ("nobody", "no one", "noone")},
    **{f"{who} know the": "known" for who in ("i", "we")},
    **{f"{is_} {ing}": verb for is_ in ("is", "was") for ing, verb in _GOING_ON.items()},
    **{f"{are} {ing}": verb for are in ("are", "were") for ing, verb in _GOING_ON.items()},
    **{
        f"{is_} {n} {ing}": f"does not {verb}"
        for is_ in ("is", "was", "are", "were")
        for n in ("not", "n't")
        for ing, verb in _GOING_ON.items()
    },
    **{f"{must} be": "is" for must in _MUST},
    **{f"{must} not be": "is not" for must in _MUST},
    **{f"{must} have": "has" for must in _MUST},
    **{f"{must} {verb}": verb for must in _MUST for verb in dict.fromkeys(_GOING_ON.values())},
    **{f"{happens} to be": "is"
       for happens in ("happens", "happen", "happened", "turns out", "turn out", "appears", "appear")},
    **{f"{remains} {empty}": f"is {empty}"
       for remains in ("remains", "remained", "stays", "stayed", "has remained")
       for empty in ("empty", "blank", "missing", "unknown", "open", "unset")},
    "its": "it is",
    **{
        f"{gets} {done}": f"is {done}"
        for gets in ("gets", "got", "get")
        for done in ("mentioned", "named", "used", "written", "followed", "preceded", "repeated", "directly followed",
                     "immediately followed", "directly preceded", "immediately preceded")
    },
    "may not": "must not",
}  # fmt: skip
"""Phrases that tell what there is, and what they stand for."""
