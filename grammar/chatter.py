"""The words with which people talk around a condition: greetings, politeness, how sure they are, what they do with it.

:mod:`..compiler.chatter` leaves them aside where a sentence is not understood with them. None of them may deny, count,
compare, or name something that a row shows: without them the rest must mean the same.
"""

from __future__ import annotations

from .hasty import SOUNDS

TALK = SOUNDS | frozenset(
    [
        # who speaks, and to whom
        "i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves", "you", "your", "yours", "u", "sir",
        "madam", "ma'am", "mister", "folks", "guys", "friends", "friend", "colleagues", "colleague", "kids", "children",
        "lads", "mate", "mates", "dude", "bro", "dear", "dears", "honey", "hun",
        # greetings, thanks, sounds
        "hi", "hello", "hey", "yo", "greetings", "welcome", "bye", "cheers", "thanks", "thank", "thx", "ty", "please",
        "pls", "plz", "kindly", "sorry", "pardon", "excuse", "regards", "sincerely", "respectfully", "humbly", "humble",
        "gently", "politely", "oh", "ah", "aha", "ha", "haha", "hehe", "hah", "hmm", "hm", "um", "uh", "er", "erm",
        "well", "ok", "okay", "k", "yes", "yeah", "yea", "yep", "yup", "ya", "yay", "lol", "lmao", "rofl", "omg", "wow",
        "gosh", "geez", "jeez", "man", "alas", "ugh", "duh", "nah", "anyway", "anyways", "bless", "tbh", "imo", "imho",
        "welp", "fyi", "btw", "ngl", "afaik", "fwiw", "smh", "fr", "gotcha", "alright",
        # how sure
        "clearly", "obviously", "definitely", "def", "defo", "certainly", "surely", "probably", "prob", "likely",
        "maybe", "perhaps", "possibly", "presumably", "apparently", "evidently", "undoubtedly", "honestly", "frankly",
        "basically", "simply", "really", "very", "quite", "rather", "pretty", "absolutely", "strongly", "firmly",
        "confidently", "gladly", "happily", "safely", "easily", "automatically", "naturally", "hopefully", "seriously",
        "literally", "generally", "usually", "normally", "typically", "inclined", "tempted", "confident", "certain",
        "sure", "convinced", "doubt",
        # what is done with a row
        "call", "label", "labels", "labeled", "labelled", "labeling", "labelling", "mark", "marked", "marking", "tag",
        "tagged", "tagging", "flag", "flagged", "flagging", "filed", "filing", "classify", "classifies", "classified",
        "classifying", "categorise", "categorize", "categorised", "categorized", "coded", "coding",
        "chart", "code", "file", "book", "booked", "catalogue",
        "catalogued", "cataloged", "print", "sort", "class", "treat", "treated",
        "treating", "consider", "considered", "considering", "deem", "deemed", "regard", "regarded", "regarding",
        "judge", "judged", "judging", "rated", "assign", "give", "gave", "giving", "pick", "picked", "picking",
        "choose", "chose", "chosen", "choosing", "select", "selected", "selecting", "go", "going", "goes", "went",
        "vote", "voted", "voting", "take", "taking", "shelve", "shelved", "sorted", "classed", "classes", "put",
        "putting", "enter", "describe", "propose", "proposed", "suggest", "suggested", "suggesting", "recommend",
        "recommended", "recommending", "advise", "advised", "argue", "submit", "ask", "asking", "vouch", "conclude",
        "concluded", "deciding", "decide", "decided", "infer", "think", "thinking", "thought", "believe", "believed",
        "feel", "guess", "guessing", "suppose", "suspect", "reckon", "assume", "bet", "would", "should", "could", "may",
        "might", "must", "shall", "will", "can", "'d", "let", "lets", "want", "wanted", "prefer", "wish", "hope", "try",
        "appreciate", "grateful", "thankful", "glad", "happy", "honoured", "pleased", "obliged",
        # what it is then
        "opinion", "mind", "judgement", "judgment", "verdict", "decision", "choice", "category", "bucket", "pile",
        "folder", "gut", "instinct", "experience", "reason", "reasons", "reasoning", "reasonable", "wise", "best",
        "correct", "safe", "fair", "fine", "good", "clear", "obvious", "easy", "simple", "straightforward", "sensible",
        "prudent", "slam", "dunk", "brainer",
        # and so
        "straight", "smells", "smell", "smelling", "reeks", "because", "since", "as", "if", "when", "whenever", "where",
        "wherever", "so", "then", "therefore", "thus", "hence", "consequently", "accordingly", "ergo", "while", "for",
        "due", "owing", "that's", "which", "otherwise", "leave", "done", "makes", "make", "making", "means",
    ]
)  # fmt: skip
"""Words of which a stretch may be left aside."""

CALLING = frozenset(
    ["label", "choose", "chose", "pick", "picked", "call", "classify", "classified", "classed", "catalogued", "coded",
     "code", "mark", "marked", "labelled", "labeled", "tag", "tagged", "file", "filed", "book", "booked", "vote"]
)  # fmt: skip
"""What is done with a row, right before a label or before "as" and a label."""

LIGHT = frozenset(
    [
        "is", "are", "was", "were", "be", "been", "being", "am", "do", "does", "did", "have", "has", "had", "to",
        "of", "a", "an", "the", "it", "this", "that", "these", "those", "they", "them", "one", "ones", "in", "into",
        "under", "on", "with", "by", "at", "and", "there", "here", "just", "all", "thing", "things", "too", "also",
        "now", "ever", "more", "most", "much", "him", "her", "he", "she", "its", "right", "name", "type", "question",
        "answer", "figure", "case", "cases", "kind", "way", "like", "better", "immediately", "completely", "entirely",
        "totally", "away", "alone", "say", "saying", "positive", "given", "provided", "taken", "asked", "called",
        "calling", "assigned", "team", "everybody", "everyone", "whatever", "offer", "rate", "view", "request",
        "love", "help", "helps", "down", "write", "seem", "seems", "always", "story", "relation", "relationship",
    ]
)  # fmt: skip
"""Words that may stand among them, but not where they end and the condition begins: it may need them."""

PERSONS = frozenset(["i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves", "you", "your", "yours"])
"""Who speaks of something else than the row."""

CLAIMS = frozenset(
    [
        "not", "no", "never", "none", "nothing", "nobody", "nor", "neither", "without", "unless", "except",
        "excluding", "only", "but", "however", "although", "though", "see", "sees", "saw", "seen", "notice",
        "noticed", "find", "finds", "found", "spot", "spotted", "read", "reads", "count", "counts", "hear", "look",
        "looks", "looking", "sound", "sounds", "seem", "seems", "appear", "appears", "get", "gets", "got", "must",
        "hardly", "barely", "scarcely", "seldom", "rarely", "far", "nah",
    ]
)  # fmt: skip
"""Words of which what they stand with may be a condition."""

HEADING = frozenset(
    [
        "term", "terms", "word", "words", "phrase", "phrases", "style", "plus", "like", "rule", "pattern", "family",
        "tone",
    ]
)  # fmt: skip
"""Words of the language that a heading may have beside one that is none ("kin terms: ...")."""

BESIDE = frozenset(
    ["before", "after", "behind", "between", "right", "directly", "immediately", "next", "near", "in", "within"]
)
"""What a place begins with of which a heading says what stands there ("rank right before X: ...")."""

SUCH = (
    ("like",), ("e.g.",), ("eg",), ("such", "as"), ("as", "in"), ("for", "example"), ("for", "instance"), ("say",),
)  # fmt: skip
"""What an example begins with that may be left aside if it is set off."""

TELLS = (
    ("which", "makes"), ("which", "means"), ("which", "is", "why"), ("which", "tells"), ("which", "suggests"),
    ("which", "shows"), ("which", "i"), ("which", "we"), ("which", "you"), ("which", "people"), ("that", "means"),
    ("this", "means"), ("it", "means"),
)  # fmt: skip
"""What a remark on a condition begins with."""

CONCLUDES = (
    ("that", "is"), ("that", "'s"), ("thats",), ("this", "is"), ("these", "are"), ("so",), ("thus",), ("hence",),
    ("therefore",),
)  # fmt: skip
"""What a remark begins with that says what the label or a condition comes to."""

SO = frozenset(["so", "thus", "hence", "therefore"])
IT_IS = (
    ("they", "are"), ("theyre",), ("they", "'re"), ("it", "is"), ("it", "'s"), ("its",), ("that", "is"),
    ("that", "'s"), ("thats",), ("this", "is"), ("these", "are"), ("he", "is"), ("she", "is"),
)  # fmt: skip
"""Behind the first, one of these says of what it is told ("so they are family but not a couple")."""

MERELY = frozenset(["not", "only", "just", "merely", "simply", "a", "an", "the"])
"""What may stand before what it comes to."""

MERE = (("just",), ("merely",), ("simply",), ("purely",), ("only", "a"), ("only", "an"), ("they", "are", "only"),
        ("they", "are", "just"), ("it", "is", "only"),
        ("it", "'s", "only"), ("its", "only"), ("it", "is", "just"), ("it", "'s", "just"), ("its", "just"))  # fmt: skip
"""What a remark begins with that says what something is, and no more."""

MAY = frozenset(["can", "ca", "could", "must", "may", "might", "should", "would", "will", "wo"])
"""Behind "so it", these tell what is concluded of a condition, whatever follows."""

SIMILES = (
    ("like", "they"), ("like", "he"), ("like", "she"), ("like", "someone"), ("like", "somebody"), ("as", "though"),
    ("as", "if"),
)  # fmt: skip
"""What a remark begins with that says how something is done."""

SHOWING = frozenset(["means", "mean", "suggests", "suggest", "implies", "imply", "signals", "tells"])
"""Behind a condition, what it comes to stands behind one of these, or behind "is usually"."""

SUBJECTS = frozenset(
    [
        "it",
        "its",
        "this",
        "that",
        "thats",
        "these",
        "those",
        "nobody",
        "noone",
        "they",
        "he",
        "she",
        "somebody",
        "someone",
        "everybody",
        "everyone",
    ]
)
"""Behind "so", these begin to tell what comes of a condition ("the priority is blank so nobody looked at it")."""

OFTEN = (("nearly", "always"), ("almost", "always"), ("usually",), ("typically",), ("generally",), ("normally",),
         ("mostly",), ("tend", "to"), ("tends", "to"))  # fmt: skip
"""With these it is told how rows of a sort are, and not what one is like."""

PLACED = frozenset(
    ["in", "on", "at", "by", "with", "from", "to", "of", "under", "over", "about", "like", "what", "where"]
)
"""Behind "that is" these tell of the row: "that is on a ship"."""

REASONS = frozenset(["since", "because", "as", "for"])
"""What a remark may begin with that says why, if it speaks of persons."""

NOBODY = (("nobody",), ("noone",), ("no", "one"))
"""Who does not do what a remark says that people do; "no ... person" too."""

HABITS = frozenset(["do", "does", "would", "will", "should", "could"])
"""What stands behind that where people are spoken of, and no row."""

WONDER = frozenset(["who", "what", "why", "how"])
"""What a question begins with that is no condition."""

TELLING = frozenset(
    ["mention", "mentions", "say", "says", "contain", "contains", "include", "includes", "has", "have", "uses", "use",
     "writes", "write", "is", "are", "was", "were"]
)  # fmt: skip
"""The verbs of conditions: a remark about people or a question with one may be a condition."""

TELLS_OF_ROW = TELLING - {"is", "are", "was", "were"}
"""With one of these, what is concluded may be a condition of its own."""

GIVEN = ("because", "since")
"""Behind one of these stands what something is concluded from."""

SO_MUCH = ("long", "many", "much", "few", "far", "that", "is", "are", "does", "do", "if", "as", "with")
"""Behind "so", what begins with one of these is no consequence."""

NO_MATTER = (
    ("does", "not", "matter"), ("do", "not", "matter"), ("dosnt", "matter"), ("doesnt", "matter"), ("no", "matter"),
    ("regardless",), ("irrespective",), ("whatever",), ("never", "mind"),
    ("i", "do", "not", "care"),
)  # fmt: skip
"""What a remark begins with that says what is of no account."""

GOING_ON = frozenset(
    ["and", "or", "nor", "but", "not", "no", "never", "without", "with", "the", "a", "an", "any", "of", "in", "on",
     "at",
     "to", "by", "from", "than", "before", "after", "behind", "between", "is", "are", "was", "has", "have", "had",
     "contain", "contains", "mention", "mentions", "say", "says", "use", "uses", "include", "includes", "word",
     "words", "phrase", "term", "like", "write", "writes", "either", "neither", "both", "then", "near", "within",
     "follow", "follows", "precedes", "just", "only", "see", "sees", "read", "reads", "saying",
     "containing", "first", "last"]
)  # fmt: skip
"""Behind these something must follow: a sound there is a word of the text."""
