"""Other ways of saying where something stands; part of what :mod:`.wording` declares."""

from __future__ import annotations

PLACING = {
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
       for s in ("s", "") for right in ("", "right ", "directly ", "immediately ", "just ", "straight ", "close ")},
    **{f"{right}beside {each}": f"{right}next to {each}"
       for right in ("", "right ", "directly ", "immediately ") for each in ("each other", "one another")},
    **{f"words {that}separat{ing} {them}": "words between them"
       for that, ing in (("", "ing"), ("that ", "e"), ("which ", "e")) for them in ("them", "the two", "the pair")},
    **{f"no {more} words {where}": f"no words {where}"
       for more in ("more", "further") for where in ("after", "behind", "before", "between", "in between", "at the end",
                                                     "follow", "come", "are", "to the right", "to the left")},
    **{f"{joined} by the single word": f"{joined} only by"
       for joined in ("separated", "joined", "linked", "connected", "divided", "split", "bridged")},
    "quotes around": "quotation marks around",
    "bear the same": "have the same", "bears the same": "has the same",
    "words separating": "words between", "previous to": "before",
}  # fmt: skip
"""Phrases that tell a place and mean exactly the same as others, and those others."""
