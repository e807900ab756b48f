"""The closed lists of words: fillers, inflections of our own words, and numbers in words."""

from __future__ import annotations

FILLER = frozenset(
    [
        "the",
        "a",
        "an",
        "really",
        "actually",
        "basically",
        "simply",
        "clearly",
        "obviously",
        "certainly",
        "definitely",
        "very",
        "please",
        "well",
        "so",
        "also",
        "too",
        "quite",
        "indeed",
        "itself",
        "overall",
        "then",
        "already",
        "still",
        "currently",
        "literally",
        "yet",
    ]
)
"""Words that carry no condition. They alone may be left out of a reading without being reported."""

ADVERBS = FILLER - {"the", "a", "an", "please", "well", "so", "also", "too", "itself", "overall", "then"} | {
    "physically"
}
"""What may stand within a name to no effect: "the card was clearly not present"."""

FORMS = {
    "are": "is", "was": "is", "were": "is", "be": "is", "being": "is", "been": "is", "'s": "is", "s": "is",
    "'re": "is", "do": "does", "did": "does", "doing": "does", "have": "has", "had": "has", "having": "has",
    "n't": "not", "'ve": "has", "nt": "not", "ca": "can", "could": "can", "cannot": "can", "its": "its", "%": "%",
    "stays": "remain", "stayed": "remain",
    "uppercase": "uppercase", "url": "url", "greater": "greater", "larger": "larger", "because": "because",
}  # fmt: skip
"""Other forms of the grammar's own words; what is not listed here is found by its lemma."""

TELLING = frozenset(
    ["describe", "promise", "threaten", "offer", "request", "demand", "claim", "warn", "ask", "want", "report",
     "announce", "suggest", "advise", "complain", "tell", "quote", "cite", "note", "list", "reveal", "advertise",
     "propose", "invite", "urge", "beg", "discuss", "express", "indicate", "document", "declare", "confirm", "state",
     "thank", "greet", "recommend", "order", "shout", "scream", "insist", "swear", "guarantee", "require"]
)  # fmt: skip
"""Verbs of which a quotation behind them tells what the text says."""

UNITS = {
    "zero": 0, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "dozen": 12,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
SMALL = {"one": 1, **UNITS, **TENS}
SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000}


def number_in_words(words: list[str]) -> tuple[float, int] | None:
    """The number that the longest prefix of ``words`` names, and how many words it takes; None if there is none.

    "one" alone is left to the grammar, where it is a word of its own ("one of").

    >>> number_in_words("two hundred and five words".split())
    (205, 4)
    """
    total = current = taken = 0
    i = 0
    while i < len(words):
        word = words[i]
        small = SMALL.get(word)
        if small is not None and (current % 100 == 0 or (current % 100 >= 20 and current % 10 == 0 and 0 < small < 10)):
            current += small
        elif word in SCALES and (current or taken or i == 0):
            current = max(current, 1) * SCALES[word]
            if SCALES[word] >= 1_000:
                total, current = total + current, 0
        elif word in ("and", "-") and taken and i + 1 < len(words) and words[i + 1] in SMALL:
            if word == "and" and words[i - 1] not in SCALES:
                break
            if word == "-" and words[i - 1] not in TENS:
                break
            i += 1
            continue
        else:
            break
        i += 1
        taken = i
    if not taken or words[:taken] == ["one"]:
        return None
    return total + current, taken


ROW_NOUNS = frozenset(
    [
        "ad", "role", "gig", "advert", "advertisement", "posting", "listing", "job", "vacancy", "offer", "machine",
        "device", "sensor", "house", "property", "apartment", "flat", "building", "room", "car", "vehicle", "flight",
        "trip", "ride", "journey", "booking", "reservation", "stay", "loan", "claim", "policy", "contract", "invoice",
        "bill", "receipt", "shipment", "parcel", "package", "delivery", "product", "recipe", "dish", "restaurant",
        "shop", "store", "hotel", "film", "book", "game", "match", "student", "employee", "visitor", "caller",
        "project", "task", "issue", "bug", "incident", "alarm", "event", "session", "visit", "call", "request",
        "campaign", "transfer", "deposit", "withdrawal", "refund", "return", "subscription", "plant", "animal",
        "wine", "beer", "planet", "engine", "pump", "truck", "bike", "boat", "ship", "train", "plane", "phone",
        "laptop", "computer", "experiment", "trial", "measurement", "observation", "survey", "respondent", "guest",
        "subscriber", "passenger", "borrower", "sale", "auction", "bid", "member", "login", "log-in", "rider", "driver",
        "buyer", "seller", "tenant", "owner", "lender", "traveller", "traveler", "attempt", "holder", "consumer",
        "shopper", "worker", "candidate",
    ]
)  # fmt: skip
"""What a row may be called, besides what texts and persons are called; a column of that name goes before it."""

SIZES = frozenset(
    ["small", "smallish", "big", "biggish", "large", "largish", "huge", "tiny", "high", "low", "little", "new",
     "newish", "old", "young", "recent", "fresh", "hefty", "modest", "sizable", "sizeable", "considerable",
     "normal", "moderate"]
)  # fmt: skip
"""Words for how much or how old something is, where it is told exactly behind them."""

HEADINGS = frozenset(
    [
        "impression", "impressions", "findings", "conclusion", "conclusions", "indication", "indications", "technique",
        "comparison", "history", "recommendation", "recommendations", "assessment", "diagnosis", "anamnesis",
    ]
)  # fmt: skip
"""What sections of a report are headed, though no text at hand may have them; not where such a word is a column."""
