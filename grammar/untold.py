"""Words that tell of no condition: what no text shows by itself, and words that are no misspelling of ours."""

from __future__ import annotations

QUESTION, SHOUTING = "it ends with a question mark", "more than half of the letters are capitals"

NO_CONDITION: dict[str, str | None] = {
    **dict.fromkeys((
        "ask", "asks", "asked", "asking", "asker", "questioning",
    ), QUESTION),
    **dict.fromkeys((
        "shout", "shouts", "shouting", "yell", "yells", "yelling", "screams", "screaming",
    ), SHOUTING),
    **dict.fromkeys((
        "sound", "sounds", "seem", "seems", "feel", "feels", "look", "looks", "tone", "mood", "sentiment",
        "sarcasm", "sarcastic", "ironic", "fishy", "suspicious", "weird", "strange", "odd", "relevant",
        "irrelevant", "unrelated", "offtopic", "offensive", "rude", "impolite", "polite", "friendly", "angry",
        "happy", "sad", "positive", "negative", "neutral", "highlighted", "implied", "implies", "imply",
        "obvious", "meaning", "sense", "senseless", "boring", "funny", "nonsense", "gibberish", "grammar",
        "ungrammatical", "misspelled", "spelling", "advertising", "advertises", "advertisement", "promotes",
        "promoting", "promotion", "opinion", "topic", "topical", "relationship", "related", "relating",
        "relates", "context", "genuine", "real", "fake", "legit", "scam", "scammy", "helpful", "useless",
        "harmless", "harmful", "dangerous", "trustworthy", "professional", "emotional", "enthusiastic",
        "excited", "bad", "good", "better", "nice", "plays", "play", "movie", "annoying", "insulting",
        "hateful", "racist", "sexist", "abusive", "toxic", "vulgar", "profane", "obscene", "aggressive", "hostile",
        "threatening", "language", "profanity", "irony", "attitude", "emotion", "emotions", "feelings", "mockery",
        "urgency", "hype", "rudeness", "anger", "joy", "disgust", "praise", "criticism", "politeness",
        "insults", "slang", "swearing", "cursing", "humor", "humour", "racism", "sexism", "hatred",
        "unclear", "wrong", "style", "intention", "intends", "wants", "tries", "trying",
    )),
}  # fmt: skip
"""Words of what no text shows by itself, and the nearest condition, where there is one."""

REAL_WORDS = frozenset(
    ["whose", "whom", "whether", "thats", "lets", "nope", "yeah", "ours", "hers", "theirs", "mine", "etc"]
)
"""Words that no list of English words has, and that are no misspelling of ours."""
