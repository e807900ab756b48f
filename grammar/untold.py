"""Words that tell of no condition: what no text shows by itself, and words that are no misspelling of ours."""

from __future__ import annotations

QUESTION, SHOUTING = "it ends with a question mark", "more than half of the letters are capitals"

QUALITIES = (
    "sarcastic", "ironic", "fishy", "suspicious", "weird", "strange", "odd", "relevant", "irrelevant", "unrelated",
    "offtopic", "offensive", "rude", "impolite", "polite", "friendly", "angry", "happy", "sad", "positive",
    "negative", "neutral", "obvious", "senseless", "boring", "funny", "ungrammatical", "misspelled", "topical",
    "related", "genuine", "real", "fake", "legit", "scammy", "helpful", "useless", "harmless", "harmful",
    "dangerous", "trustworthy", "professional", "emotional", "enthusiastic", "excited", "bad", "good", "better",
    "nice", "annoying", "insulting", "hateful", "racist", "sexist", "abusive", "toxic", "vulgar", "profane",
    "obscene", "aggressive", "hostile", "threatening", "unclear", "wrong",
)  # fmt: skip
"""How something is judged to be: of a text that has one of these words, it tells nothing."""

NO_CONDITION: dict[str, str | None] = {
    **dict.fromkeys((
        "ask", "asks", "asked", "asking", "asker", "questioning",
    ), QUESTION),
    **dict.fromkeys((
        "shout", "shouts", "shouting", "yell", "yells", "yelling", "screams", "screaming",
    ), SHOUTING),
    **dict.fromkeys((
        *QUALITIES,
        "sound", "sounds", "seem", "seems", "feel", "feels", "look", "looks", "tone", "mood", "sentiment", "sarcasm",
        "highlighted", "implied", "implies", "imply", "meaning", "sense", "nonsense", "gibberish", "grammar",
        "spelling", "advertising", "advertises", "advertisement", "promotes", "promoting", "promotion", "opinion",
        "topic", "relationship", "relating", "relates", "context", "scam", "plays", "play", "movie", "language",
        "profanity", "irony", "attitude", "emotion", "emotions", "feelings", "mockery", "urgency", "hype",
        "rudeness", "anger", "joy", "disgust", "praise", "criticism", "politeness", "insults", "slang", "swearing",
        "cursing", "humor", "humour", "racism", "sexism", "hatred", "style", "intention", "intends", "wants",
        "tries", "trying",
    )),
}  # fmt: skip
"""Words of what no text shows by itself, and the nearest condition, where there is one."""

REAL_WORDS = frozenset(
    ["whose", "whom", "whether", "thats", "lets", "nope", "yeah", "ours", "hers", "theirs", "mine", "etc", "hey"]
)
"""Words that no list of English words has, and that are no misspelling of ours."""
