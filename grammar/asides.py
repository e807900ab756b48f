"""The words of clauses that tell of no row: what comes of a condition, and what people are to each other.

:mod:`..compiler.asides` leaves such clauses aside, with a note, where a sentence is not understood with them.
"""

from __future__ import annotations

BLAND = frozenset(
    [
        "answer", "arrive", "ask", "beat", "boast", "borrow", "build", "buy", "buyer", "call", "candidate", "carry",
        "cite", "claim", "collect", "complain", "complaint", "create", "customer", "deliver", "demand", "disagree",
        "display", "drive", "drop", "earn", "employ", "expect", "express", "fall", "family", "feature", "feedback",
        "fly", "get", "give", "guest", "happen", "hire", "hit", "hold", "illness", "item", "join", "keep", "kind",
        "know", "known", "lead", "leave", "lie", "list", "live", "make", "matter", "mean", "medication", "member",
        "name", "names", "need", "news", "offer", "operate", "own", "owner", "patient", "pay", "perhaps", "play",
        "player", "possibly", "promote", "protect", "provide", "put", "receive", "related", "relation",
        "relationship", "report", "request", "reviewer", "run", "sail", "satisfied", "save", "sell", "send", "share",
        "shop", "shopper", "speaker", "spend", "student", "supply", "take", "taking", "talk", "team", "together",
        "travel", "traveler", "traveller", "try", "turn", "typical", "typically", "usual", "usually", "visit",
        "visitor", "want", "way", "work", "working", "worth", "would", "could", "should", "about", "as", "because",
        "age", "job",
        "chemical", "connect", "level", "quote", "surname", "who", "disease", "drug", "gene", "protein", "score",
        "somebody", "someone", "something",
    ]
)  # fmt: skip
"""Words of the language that tell nothing of a row by themselves, in any form: without a noun that does, they may stand
in such a clause."""

CHECKED = frozenset(
    [
        "no", "never", "none", "nobody", "nor", "neither", "without", "unless", "except", "excluding", "hardly",
        "barely", "with", "has", "have", "had", "more", "most", "right", "left", "before", "after", "under", "in",
        "into", "question", "case", "cases", "one", "ones", "all", "every", "ever", "always", "type", "write", "down",
        "away", "if", "when", "whenever", "where", "wherever", "whose", "whom", "otherwise", "while", "though",
        "although", "however", "or", "capital", "caps", "word", "words", "everyone", "everybody", "alone",
        "say", "says", "said", "saying", "mention", "mentions", "mentioned", "contain", "contains", "include",
        "includes", "containing", "including", "written", "spelled", "typed", "read", "reads", "see", "seen", "sees",
        "found", "find", "finds", "appear", "appears", "count", "counts", "too",
    ]
)  # fmt: skip
"""Words that deny, count, place or join what is a condition: no clause that has one is left aside."""

SHOWN = frozenset(
    [
        "bold", "italic", "italics", "underlined", "uppercase", "lowercase", "uppercased", "lowercased", "titlecase",
        "cased", "font", "coloured", "colored", "quoted", "unquoted", "hyphenated", "abbreviated", "shortened",
        "punctuated", "accented", "rhyme", "rhymes", "rhyming", "repeated", "doubled", "misspelt", "plural",
        "plurals", "singular", "possessive", "tense", "past", "future", "infinitive", "participle", "gerund",
        "imperative", "passive", "active", "verb", "verbs", "noun", "nouns", "adjective", "adjectives", "adverb",
        "adverbs", "pronoun", "pronouns", "preposition", "prepositions", "grammatical", "alphabetical", "numeric",
        "empty", "english", "german", "french", "spanish", "italian", "russian", "chinese", "japanese", "arabic",
        "portuguese", "latin", "cyrillic", "foreign", "formal", "informal", "male", "female", "masculine", "feminine",
        "handwritten",
    ]
)  # fmt: skip
"""Words of how a text is written, in which language and in which form: what a row shows, though the language of
explanations has no words for it."""

THEREFORE = (
    ("so",), ("thus",), ("hence",), ("therefore",), ("meaning", "that"), ("meaning",), ("which", "means", "that"),
    ("which", "means"), ("this", "means"), ("that", "means"), ("this", "implies"), ("which", "implies"),
)  # fmt: skip
"""What comes of a condition begins with one of these."""

STILL = frozenset(["just", "only", "merely", "simply", "purely", "still", "probably", "clearly", "obviously", "really"])
"""Between who is spoken of and what they are told to be."""

THOSE = (("they",), ("these", "two"), ("those", "two"), ("the", "two"), ("the", "pair"), ("both", "people"),
         ("the", "people"), ("the", "two", "of", "them"), ("these", "people"), ("those",), ("these",), ("he",),
         ("she",), ("somebody",), ("someone",))  # fmt: skip
"""Who is spoken of where it is told what people are or do."""

THAT = (("it",), ("that",), ("this",))
"""What is spoken of where it is told what something is."""

BE = frozenset(["is", "are", "was", "were", "be", "being", "'s", "'re"])
ARTICLES = frozenset(["a", "an", "the", "some", "someone", "somebody", "something", "his", "her", "their"])

UNSURE = (
    ("can", "not", "be", "sure"), ("can", "not", "tell"), ("can", "not", "say"), ("can", "not", "know"),
    ("could", "be", "anything"), ("hard", "to", "say"), ("hard", "to", "tell"), ("not", "sure"), ("no", "idea"),
    ("who", "knows"), ("i", "am", "not", "sure"), ("not", "entirely", "sure"), ("not", "so", "sure"),
)  # fmt: skip
"""What people say who do not know: a clause of these alone tells nothing of the row."""

GUESSING = tuple(
    (*word.split(),)
    for word in ("must be", "has to be", "have to be", "might be", "may be", "could be", "will be", "probably",
                 "likely", "most likely", "surely", "maybe", "perhaps", "presumably", "possibly", "is probably",
                 "is likely", "'s probably", "is surely", "is maybe", "must surely be")
)  # fmt: skip
"""What a guess begins with; "some ..." or "a ..." follows."""

PERFECT = ("has been", "have been", "had been", "at all")
"""Phrases that tell of no row, though one of their words does elsewhere."""

ONE_AND_THE_SAME = (
    r"\b(two|three|both|different) (names|words|terms|sides|forms|ways) (of|for) (one|the same|this|that) "
)
"""In a heading, how people say that two things are one."""

SEEMING = frozenset(["sounds", "seems", "looks", "feels", "reads"])
"""In a heading, what these tell is shown by what stands behind the colon."""
