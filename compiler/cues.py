"""The words that tell the lexer how the words beside them are meant."""

from __future__ import annotations

PARTING = (".", ";", "!", ":", "because", "since", "as", "if", "when", "whenever", "where", "provided")
"""The words and signs behind which a part of an explanation begins."""

NAMING = frozenset(
    ["word", "words", "phrase", "phrases", "term", "terms", "string", "token", "hashtag", "name", "expression"]
)
"""Behind "the" and one of these, a word that is not ours is taken as if it were quoted."""


OF_SPEECH = frozenset(
    [f"{noun}{s}" for s in ("", "s")
     for noun in ("verb", "noun", "adjective", "adverb", "preposition", "conjunction", "pronoun", "keyword",
                  "connective")]
)  # fmt: skip
"""What words are called by their use: "one of the verbs ...", "a verb like ..."."""


TOLD = frozenset(["is", "was", "'s", "lies", "falls", "fell"])
"""Behind "the date", these tell when it is, or that it is missing."""

HAD = frozenset(["present", "given", "missing", "absent"])
"""Behind "the sentence is", these tell of the text itself where it is called so."""

NAMED = frozenset(
    [
        "score", "brand", "name", "price", "city", "country", "company", "product", "team", "player",
        "abbreviation", "acronym", "drug", "disease", "slogan", "idiom", "greeting", "quote", "quotation",
        "adjective", "verb", "noun", "adverb", "interjection", "keyword", "website", "song", "movie", "film",
        "book", "game", "event", "author", "actor", "singer", "band", "surname", "nickname", "saying",
        "formula", "code",
    ]
)  # fmt: skip
"""What a quoted text may be said to be the name of; it says nothing about how it is looked for."""

EDGES = frozenset(
    ["start", "starts", "starting", "started", "begin", "begins", "beginning", "end", "ends", "ending", "ended"]
)
"""Before "with", these tell of how something begins or ends: a code behind it needs no quotes."""

COMPARING = frozenset(
    ["over", "under", "above", "below", "more", "less", "fewer", "at", "between", "from", "up", "exactly", "only",
     "just", "older", "younger", "newer", "higher", "lower", "bigger", "smaller", "larger", "greater", "beyond",
     "of", ">", "<", "≥", "≤", "no", "not", "exceeding"]
)  # fmt: skip
"""The words with which an amount begins."""

JOINED_ON = frozenset(["and", "but", "or", "not", "no", "nor", "never", "without", "unless", "except", "if", "when"])
"""Before these, a dash is a comma; elsewhere what stands behind it says more exactly what stands before."""

NEAR = 8
"""So many words before the colon of a list, the list is announced."""

OWNERS = frozenset(
    ["payment", "transaction", "order", "account", "customer", "client", "user", "person", "purchase", "patient",
     "applicant", "application", "item", "case", "record", "entry", "row", "sender", "writer", "author"]
)  # fmt: skip
"""Whose a column may be said to be, besides what rows are called: "the patient's age"."""

OWN = frozenset(["its", "their", "his", "her"])
"""The words before the name of a column that say whose it is."""

COUNTED = (["words"], ["sentences"], ["tokens"], ["characters"], ["letters"])
"""What is meant by "the two" if one of these follows."""

DENIED_TOO = frozenset(
    ["mention", "contain", "have", "include", "use", "say", "show", "feature", "write", "consist", "start", "begin",
     "open", "end", "finish", "close", "repeat", "ask", "exceed"]
)  # fmt: skip
"""Behind "not ... or" a verb in this form is denied too: "does not start with "a" or contain a link"."""

OR_THEN = (["or", "after"], ["or", "before"], ["some", "point"], ["some", "time"], ["any", "time"])
AT_MOST = (["most"], ["least"])
"""Behind "on" or "at", these tell when or how much; the preposition is theirs."""

BEHIND_PLACE = frozenset(
    ["anywhere", "somewhere", "not", "other", "outside", "but", "either", "one", "any", "same", "different", "neither",
     "except", "none"]
)  # fmt: skip
"""Behind "shipped to", what stands before a place, or before what it is compared with."""

SMALL_WORDS = frozenset(["a", "an", "the", "for", "with", "of", "about", "to", "on"])
"""What may stand between a verb of saying and a quotation."""

TIME_UNITS = frozenset(["seconds", "minutes", "hours", "days", "weeks", "months", "years"])
BEFORE_AMOUNT = frozenset(["and", "or", ",", "is", "are", "was", "than", "under", "over", "above", "below", "not"])
BEHIND_AMOUNT = frozenset(["and", "or", ",", ".", ";", ")", "but", "unless"])
"""Units of time in the plural; what stands before an amount, and behind it: there they lack their number."""
