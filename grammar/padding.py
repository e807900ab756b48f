"""Phrases that say nothing: compared word by word, outside quotes, the longest first. None may carry a condition."""

from __future__ import annotations

from .openers import BOTH_ENDS, OPENERS
from .regardless import IN_ANY_CASE, IN_ANY_ORDER

PADDING = (
    "i think that", "i think", "i believe that", "i believe", "i guess that", "i guess", "i suppose", "i feel that",
    "i 'd say that", "i 'd say", "i would say that", "i would say", "i see that", "i noticed that", "i notice that",
    "it seems to me that", "it seems that", "in my opinion", "in my view", "imo", "imho", "if you ask me",
    "you can tell that", "you can tell", "you can see that", "as you can see",
    "we can see that", "one can see that", "as we can see", "note that", "notice that",
    "notice how", "it is clear that", "it 's clear that", "it is obvious that", "it 's obvious that",
    "it is true that", "it is the case that", "it 's the case that", "it so happens that", "it happens that",
    "of course", "for sure", "no doubt", "without a doubt", "without doubt", "there is no doubt that",
    "to be honest", "to be fair", "to be clear", "needless to say", "as a matter of fact", "in fact", "in general",
    "generally speaking", "at all", "in all", "all told", "in total",
    "as well", "the fact that", "if possible", "in my experience", "for me",
    ", does n't matter which",
    ", does n't matter which side", ", does not matter which side",
    ", no matter which", ", no matter which one", ", whichever", ", does n't matter where",
    *BOTH_ENDS,
    *OPENERS,
    *IN_ANY_CASE,
    *IN_ANY_ORDER,
    "in the reading order", "in reading order", "in the order of the words", "in the word order",
    *(f"{opening} {word}{closing}"
      for opening, closing in (("(", " )"), (",", ""))
      for word in ("that exact word", "this exact word", "the exact word", "exact word", "exactly that word",
                   "exactly this word", "exactly these words", "these exact words", "the exact words", "exact match",
                   "exact wording", "word for word", "verbatim")),
    "altogether", "whatsoever", "even once", "( or both )", ", in any order", "in any order",
    "in either order", "in whatever order",
    "moreover", "furthermore", "additionally", "what is more", "( in any order )", "finally", "lastly", "firstly",
    "secondly", "thirdly", "first of all", "last but not least", "to begin with", "on top of that",
    "in addition to that", "in addition to this", "besides that", "on top of this",
    "have already been named", "have already been mentioned", "has already been named", "has already been mentioned",
    "at the same time", "at same time", "on the other hand",
    *(f"what {who} {see} :" for who in ("i", "we", "you") for see in ("see", "notice", "find")),
    "at the moment", "at present", "as of now", "so far", "as yet", "up to now", "until now", "to date",
    *(
        f", which {is_} {odd}"
        for is_, odds in (
            ("is", ("odd", "strange", "weird", "suspicious", "impossible", "unusual", "a bad sign", "nonsense",
                    "a red flag", "wrong", "not normal", "not possible")),
            ("ca n't be", ("right", "true", "correct")), ("can not be", ("right", "true", "correct")),
            ("makes", ("no sense",)),
        )
        for odd in odds
    ),
    *(f"{also} ,"
      for also in ("moreover", "furthermore", "additionally", "finally", "lastly", "firstly", "secondly", "besides")),
)  # fmt: skip
"""Whole phrases that carry no condition, left out like the words of ``FILLER``."""
