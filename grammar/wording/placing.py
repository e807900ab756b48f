"""Other ways of saying where something stands."""

from __future__ import annotations

PLACING = {
    # in, at, anywhere
    **{f"{in_the} night": "at night"
       for in_the in ("in the middle of the", "in the dead of", "in the dead of the", "during the", "in the", "by")},
    "in there": "in it", "in here": "in it",
    **{f"right at {the}{side}": f"at {the}{side}"
       for the in ("the ", "its ", "") for side in ("start", "beginning", "end")},
    "in one single": "in one", "within one single": "in one",
    **{f"{where} {either} {column}": "somewhere"
       for where in ("in", ", in", ",", "anywhere ,")
       for either in ("either", "any", "either of the two", "any of the two", "either of the", "any of the",
                      "one of the", "one of the two")
       for column in ("column", "columns", "field", "fields")},
    **{f"{comma}{be} in": "either in" for comma in ("", ", ") for be in ("be it", "be they", "be that")},
    **{f", {whether} in": "either in" for whether in ("whether", "whether it is", "whether it 's", "whether that is")},
    **{f"{up} up in": "in" for up in ("showing", "turning", "popping", "cropping", "coming")},
    "somewhere in": "in",
    **{f"{front}": "at the start" for front in ("up front", "upfront", "at the outset")},
    "stays": "stands", "stay": "stand", "therein": "in it",
    **{
        f"{take}look at{the}": in_
        for take in ("", "take a ", "have a ", "just ")
        for the, in_ in (("", "in"), (" the word", "the word"))
    },
    **{f"{within} quotes": "in quotation marks" for within in ("in", "within", "inside", "between")},
    **{
        f"{is_} {located}": "stands"
        for is_ in ("is", "are", "was", "were")
        for located in ("situated", "located", "positioned", "placed")
    },
    **{
        f"{is_} {n} {located}": "does not stand"
        for is_ in ("is", "are", "was", "were")
        for n in ("not", "n't")
        for located in ("situated", "located", "positioned", "placed")
    },
    "sits": "stands", "sit": "stands", "at any point": "anywhere", "in any place": "anywhere",
    "at any place": "anywhere", "at some point": "anywhere", "in any position": "anywhere", "any where": "anywhere",
    "some where": "somewhere", "inside of": "inside", "at its beginning": "at the beginning",
    "at its start": "at the start", "at its end": "at the end",
    # beside, between, in which order
    **{f"shows{up} {there}": f"is {there}"
       for up in ("", " up") for there in ("between", "in between", "before", "after", "right before", "right after")},
    **{f"is the one {noun}": f"is the only {noun}" for noun in ("word", "thing", "phrase")},
    **{f"{is_} the {only}{bridge} between": "is the only word between" if only else "is between"
       for is_ in ("is", "are", "forms", "form", "makes", "serves as", "acts as") for only in ("", "only ", "sole ")
       for bridge in ("bridge", "link", "connection", "connector", "connecting word", "linking word", "connective",
                      "glue", "joint")},
    **{f"{stands} some place {where}": f"{stands} somewhere {where}"
       for stands in ("occurs", "occur", "appears", "appear", "comes", "come", "stands", "stand", "is", "are", "sits")
       for where in ("before", "after", "behind", "between", "in between", "near")},
    **{f"follow{s} {right}behind": f"come{s} {right}behind"
       for s in ("s", "") for right in ("", "right ", "directly ", "immediately ", "just ", "close ")},
    **{f"follow{s} straight behind": f"come{s} right behind" for s in ("s", "")},
    **{f"{right}beside {each}": f"{right}next to {each}"
       for right in ("", "right ", "directly ", "immediately ") for each in ("each other", "one another")},
    **{f"words {that}separat{ing} {them}": "words between them"
       for that, ing in (("", "ing"), ("that ", "e"), ("which ", "e")) for them in ("them", "the two", "the pair")},
    **{f"no {more} words {where}": f"no words {where}"
       for more in ("more", "further") for where in ("after", "behind", "before", "between", "in between", "at the end",
                                                     "follow", "come", "are", "to the right", "to the left")},
    **{f"{joined} {by} {the}single word": f"{joined} only by"
       for joined in ("separated", "joined", "linked", "connected", "divided", "split", "bridged")
       for by in ("by", "with") for the in ("the ", "a ", "")},
    "quotes around": "quotation marks around", "bear the same": "have the same", "bears the same": "has the same",
    "words separating": "words between", "previous to": "before",
    **{f"{side} hand": side for side in ("left", "right")},
    **{f"{unit}{s} past": f"{unit}s after" for unit in ("word", "token") for s in ("", "s")},
    **{f"{right} ahead of": "right before" for right in ("just", "right", "straight", "directly")},
    "in that sequence": "in that order", "in this sequence": "in this order", "in sequence": "in that order",
    "later on": "later",
    **{f"followed {afar} by": "followed later by"
       for afar in ("at some distance", "at a distance", "at any distance", "eventually", "sooner or later",
                    "not necessarily directly", "not necessarily immediately", "not always directly",
                    "directly or not", "somewhere", "somewhere later", "further on", "farther on", "sometime",
                    "some time later", "at a later point")},
    **{f"{far} {side}": side
       for far in ("at some distance", "at a distance", "at any distance", "some way", "some distance", "a bit",
                   "a little", "somewhat", "not necessarily right", "not necessarily directly")
       for side in ("before", "after", "behind")},
    **{f"{besides} at": "other than at"
       for besides in ("except", "except for", "except maybe", "apart from", "aside from", "save", "besides")},
    **{f"{besides} {the}{first} letter": "other than at the start"
       for besides in ("except", "except for", "apart from", "aside from", "other than", "besides")
       for the in ("the ", "its ", "") for first in ("first", "very first")},
    **{f"{besides} {the}{first} {word}": f"other than in the {first} word"
       for besides in ("except", "except for", "apart from", "aside from", "other than", "besides")
       for the in ("the ", "its ", "") for first in ("first", "last") for word in ("word", "one")},
    "further down": "later", "farther down": "later",
    **{f"{right} in {a}row": f"in {a}row"
       for right in ("directly", "right", "immediately", "straight", "consecutively", "all") for a in ("", "a ")},
    "sometime later": "later", "somewhere later": "later", "some time later": "later",
    "then right away": "right before", "close by": "near", "right-hand side": "right side",
    "left-hand side": "left side", "near to": "near", "intervenes": "stands", "intervene": "stand",
    "within one word of": "within one words of",
    **{
        f"{in_}{the} {gap}{lie} between": "between"
        for in_ in ("in", "within", "inside", "among", "amongst")
        for the in ("", " the")
        for gap in ("gap", "space", "part", "stretch", "stretch of words", "stretch of text", "words", "text",
                    "wording", "portion", "section", "segment", "phrase", "passage", "span", "area", "region", "piece",
                    "piece of text", "range", "tokens", "string", "place", "room", "middle", "part of the sentence")
        for lie in ("", " that lies", " that lie", " that stands", " that stand", " that is", " that are",
                    " which lies", " which is", " which are", " lying", " standing", " found", " located")
    },
    **{
        f"{standing} {where}": where
        for standing in ("standing", "lying", "sitting", "appearing", "occurring")
        for where in ("between", "in between", "next to", "close to", "near", *(
            f"{right}{side}"
            for right in ("", "right ", "directly ", "immediately ") for side in ("before", "after", "behind")))
    },
    **{
        f"{comes} {earlier} than": f"stands {before}"
        for comes in ("comes", "appears", "shows up", "occurs", "stands")
        for earlier, before in (("earlier", "before"), ("later", "after"))
    },
    "somewhere in front of": "somewhere before", "first a": "a",
    "first an": "an", "the word at the end of": "the last word of", "the word at the beginning of": "the first word of",
    "the word at the start of": "the first word of",
    **{
        f"{serves} as the": "is the"
        for serves in ("serves", "functions", "works", "stands", "occurs", "appears", "comes", "acts", "is used",
                       "is found")
    },
    "at a distance of": "at", "with a distance of": "with", "inbetween": "in between", "in between of": "between",
    "betwixt": "between", "midway between": "between",
    **{
        f"{straight} {side}": f"right {side}"
        for straight in ("straight", "just", "exactly", "instantly")
        for side in ("before", "after", "behind", "following", "preceding")
    },
    **dict.fromkeys(("straight away", "straight afterwards", "right away", "straight"), "directly"),
    **{
        f"{goes} {where}": f"comes {where}"
        for goes in ("goes", "go", "gets", "get")
        for where in ("before", "after", "behind", "between", "in between", "first", "last", "right", "directly",
                      "immediately")
    },
    **{f"{in_} a {window} of": "within" for in_ in ("within", "in") for window in ("window", "distance")},
    "just in front of": "right before", "just left of": "right to the left of",
    "just right of": "right to the right of", "just to the left of": "right to the left of",
    "just to the right of": "right to the right of",
    **{f"{sits} between": "stands between" for sits in ("intervened", "intervening")},
    "in front of": "before",
}  # fmt: skip
"""Phrases that tell a place, and what they stand for."""
