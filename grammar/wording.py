"""Other ways of saying our words: compared word by word, outside quotes, the longest first.

What stands in :data:`SAME` must mean exactly the words that it stands for.
"""

from __future__ import annotations

from .placing import PLACING

_NOUNS = ("comment", "message", "text", "post", "review", "tweet", "document", "ticket", "title", "report", "article")
_THINGS = (
    "word",
    "words",
    "phrase",
    "phrases",
    "term",
    "terms",
    "thing",
    "things",
    "expressions",
    "something",
    "anything",
)
COMPARATIVES = (
    "older", "younger", "more", "less", "longer", "shorter", "higher", "lower", "bigger", "greater", "fewer", "larger",
    "smaller", "other", "later", "earlier",
)  # fmt: skip
"""Behind one of these, "then" is a slip for "than"."""

_EXPRESSIONS = (
    *("title", "verb", "noun", "adjective", "adverb", "preposition", "conjunction", "connective", "keyword"),
    *("token", "marker", "cue", "kinship term", "family term", "form of address", "greeting", "salutation", "insult"),
    *(
        "smiley",
        "smiley face",
        "emoticon",
        "symbol",
        "sign",
        "abbreviation",
        "hashtag",
        "emoji",
        "curse word",
        "swearword",
    ),
    *("swear word", "slur", "buzzword", "slogan", "idiom", "drug name", "brand name", "company name", "sign-off"),
)
_SEE = {
    "see": ("sees", "saw"), "find": ("finds", "found"), "read": ("reads", "read"), "notice": ("notices", "noticed"),
    "spot": ("spots", "spotted"), "detect": ("detects", "detected"), "encounter": ("encounters", "encountered"),
    "observe": ("observes", "observed"), "come across": ("comes across", "came across"), "note": ("notes", "noted"),
    "discover": ("discovers", "discovered"), "meet": ("meets", "met"), "count": ("counts", "counted"),
}  # fmt: skip
_SEEN = (
    "found",
    "seen",
    "read",
    "spotted",
    "observed",
    "noticed",
    "detected",
    "encountered",
    "met",
    "noted",
    "located",
)
_NAMED = (
    "person",
    "human",
    "name",
    "organisation",
    "organization",
    "company",
    "institution",
    "place",
    "location",
    "city",
    "country",
    "drug",
    "chemical",
    "medication",
    "disease",
    "illness",
    "gene",
    "protein",
    "product",
    "event",
    "date",
    "org",
    "gpe",
    "entity",
)
_SUCH = ("like", "such as", "e.g.", "eg.", "for example", "for instance", "including")

AGAIN = (
    ", that is ,", ", that is to say ,", ", that is to say", ", in other words ,", ", in other words",
    ", which means that", ", which means", ", meaning that", ", meaning", ", by which i mean",
    ", i.e. ,", ", i.e.", ", ie ,", ", ie",
)  # fmt: skip
"""What stands before the same said once more."""

_ONCE_MORE = ("again", "once more", "one more time", "another time", "a second time")

_GOING_ON = {
    "beginning": "begin", "starting": "start", "ending": "end", "opening": "open", "coming": "come", "going": "come",
    "saying": "say", "containing": "contain", "mentioning": "mention", "having": "has", "using": "use",
    "including": "include", "following": "follow", "preceding": "precede", "standing": "stand", "sitting": "stand",
    "showing": "show", "appearing": "appear", "occurring": "occur", "exceeding": "exceed", "lacking": "lack",
    "finishing": "finish", "carrying": "carry", "lying": "lie", "writing": "mention", "stating": "mention",
}  # fmt: skip
_MUST = ("must", "should", "shall", "has to", "have to", "needs to", "need to", "ought to")

SAME = {
    **PLACING,
    **{f"{of} {noun}s": f"{of} words"
       for of in ("one of the", "any of the", "none of the", "all of the", "either of the", "neither of the",
                  "of these")
       for noun in ("preposition", "conjunction", "adverb", "pronoun", "connective", "keyword")},
    **{f"not a single {noun} {such}": "none of"
       for noun in (*_EXPRESSIONS, "word", "phrase", "term") for such in _SUCH},
    **{f"{end} {prep} the same {name}": "have the same last name"
       for end, prep in (("end", "in"), ("end", "with")) for name in ("surname", "last name", "family name")},
    **{f"do {who} {see}": "is there" for who in ("i", "we", "you") for see in ("see", "find", "read")},
    "not a single one of": "none of", "is without any of": "has none of", "are without any of": "have none of",
    ", just not": ", but not", "but just not": "but not",
    **{f"{thing}{comma} {such}": "any of" for thing in _THINGS for comma in ("", " ,") for such in _SUCH},
    **{f"{noun}{s} {such}": "any of" for noun in _EXPRESSIONS for s in ("", "s") for such in _SUCH},
    **{
        f"{some} {noun}{s} {such}": "none of" if some == "no" else "any of"
        for some in ("no", "any", "some")
        for noun in (*_EXPRESSIONS, "word", "phrase", "term")
        for s in ("", "s")
        for such in _SUCH
    },
    **{f"{it} {a} {noun}": "it" for it in ("it is", "it 's", "this is") for a in ("a", "an") for noun in _NOUNS},
    **{
        f"{noun} is one {that}": f"it {that}"
        for noun in _NOUNS
        for that in ("that", "which", "with", "without", "where", "in which")
    },
    **{f"still {state}": f"not {done}" for state, done in (("open", "closed"), ("unresolved", "resolved"),
                                                           ("unsolved", "solved"), ("unanswered", "answered"))},
    **{f"{took} {whom}": "take"
       for took in ("takes", "took", "taken") for whom in ("us", "me", "them", "you", "him", "her")},
    **{f"{size} letters": "capital letters" for size in ("big", "block", "large")}, "block capitals": "capitals",
    **{f"{side} hand{s}": f"{side} side" if s else side for side in ("left", "right") for s in ("", " side")},
    **{f"{in_the} night": "at night"
       for in_the in ("in the middle of the", "in the dead of", "in the dead of the", "during the", "in the", "by")},
    **{f"there is{n} a single": "there is no" for n in ("n't", " not")},
    **{f"the {noun} 's length": "its length" for noun in _NOUNS},
    **{
        f"{who} {seen}": "there is"
        for see, (sees, saw) in _SEE.items()
        for who, forms in (*((reader, (see, saw)) for reader in ("i", "we", "you")), ("one", (sees,)))
        for seen in (*forms, *(f"{can} {see}" for can in ("can", "could", "will", "would", "can also")))
    },
    **{
        f"{who} {never} {see}{any_}": "there is no"
        for who in ("i", "we", "you", "one")
        for never in ("do not", "do n't", "dont", "never", "can not", "cannot", "ca n't", "cant", "will not", "wo n't",
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
        for can in ("can not", "cannot", "ca n't", "cant", "could not", "could n't", "is not to", "are not to",
                    "is n't to", "will not", "wo n't", "can never")
        for seen in _SEEN
    },
    **{f"{who} {have}": "there is" for who in ("we", "you") for have in ("have", "have got", "get")},
    **{f"{one} {thing} of": "any of" for one in ("any", "one", "some") for thing in _THINGS[:6]},
    **{f"{fails} to": "does not" for fails in ("fails", "fail", "failed")},
    **{f"the {whole} thing": "it" for whole in ("whole", "entire", "complete")},
    **{f"there {has} been": "there is" for has in ("has", "have", "had")},
    **{f"{has} to": "must" for has in ("has", "have", "had", "needs", "need", "ought")},
    **{f"{has} {n} been": "is not" for has in ("has", "have", "had") for n in ("not", "n't")},
    **{f"{has} never been": "is never" for has in ("has", "have", "had")},
    **{f"{has} been": "is" for has in ("has", "have", "had", "'s")},
    **{f"{they}'ve been": f"{they} are" for they in ("they", "we", "you", "i")},
    **{f"{out} of {the}range": "outside range" for out in ("out", "outside") for the in ("", "the ", "its ")},
    **{
        f"{comparative} then": f"{comparative} than" for comparative in COMPARATIVES
    },
    **{f"{is_} {a}place": f"{is_} {a}location" for is_ in ("is", "'s", "are", "was", "is not", "isn't")
       for a in ("a ", "the ", "another ", "some ")},
    **{f"{verb} {again}": f"also {verb}" for verb in ("occurs", "appears", "stands", "comes", "is", "shows up")
       for again in _ONCE_MORE},
    **{f"and {again}": "and also" for again in _ONCE_MORE},
    **{f"{spelled} {exactly}{same}": "the same"
       for spelled in ("spelled", "spelt", "written", "named", "called") for exactly in ("", "exactly ", "just ")
       for same in ("the same", "alike", "identically", "the same way")},
    **{f"{unit}{s} past": f"{unit}s after" for unit in ("word", "token") for s in ("", "s")},
    ", or by": ", or", ", or else by": ", or", "or else by": "or by",
    **{f"different {words}out of": "of" for words in ("words ", "ones ", "")}, "different ones of": "of",
    **{f"{right} ahead of": "right before" for right in ("just", "right", "straight", "directly")},
    "or by the": "or the", "the one and only": "the only", "one and only": "only",
    "in that sequence": "in that order", "in this sequence": "in this order", "in sequence": "in that order",
    "not yet": "not", **{f"{told} yet": told for told in ("given", "known", "assigned", "set", "filled", "available")},
    "should": "must", "shall": "must", "while": "but", "whereas": "but", "or else": "or",
    "in there": "in it", "in here": "in it", "it is not the case that": "it is not true that",
    "it is false that": "it is not true that",
    **{f"right at {the}{side}": f"at {the}{side}"
       for the in ("the ", "its ", "") for side in ("start", "beginning", "end")},
    **{f"{one} and only {one}": "exactly one" for one in ("one", "1")}, "is one with": "has",
    **{f"{unit} count": f"number of {unit}s"
       for unit in ("word", "character", "letter", "sentence", "link", "digit", "emoji", "hashtag")},
    "starts out": "starts", "start out": "start", "is what we find": "is", "is what you find": "is",
    "not one word": "no word", "on file": "given", "on record": "given",
    "not even": "not", **{f"{get} to": "reach" for get in ("get", "gets", "got", "gets up", "get up")},
    "n't even": "not",
    **{
        f"a sentence {verb}": f"some sentence {verb}"
        for verb in ("starts", "begins", "opens", "ends", "mentions", "contains", "includes", "says", "has", "uses")
    },
    **{f"{has} {n} got": "does not have" for has in ("has", "have") for n in ("n't", "not")},
    **{
        f"{just} a {unit}": f"exactly one {unit}"
        for just in ("just", "only", "merely", "nothing but", "nothing more than")
        for unit in ("word", "sentence", "letter", "character", "digit")
    },
    **{f"{only} of a {unit}": f"of exactly one {unit}" for only in ("only", "solely") for unit in ("word", "sentence")},
    **{f"a {unit} only": f"exactly one {unit}" for unit in ("word", "sentence", "letter", "character", "digit")},
    **{f"{ends} without": f"does not {end} with"
       for end in ("start", "begin", "end", "finish", "close") for ends in (f"{end}s", end)},
    **{f"{starts} off": starts for starts in ("starts", "start", "starting", "begins", "begin", "beginning")},
    **{f"kick{s} off": f"start{s}" for s in ("", "s", "ing")},
    **{f"thing {seen}": "thing" for seen in ("you see", "i see", "one sees", "you read", "one reads", "we see")},
    "or more often": "or more", "or oftener": "or more", "or more frequently": "or more",
    **{f"of {these} {n}": f"of {these}" for these in ("these", "those") for n in ("two", "three", "four", "five")},
    "out of these": "of these", "out of those": "of those", "out of them": "of them",
    "out of the following": "of the following", "lacks both": "has neither both", "lack both": "has neither both",
    "lacking both": "has neither both",
    **{
        f"what {who} {see} is": "there is"
        for who in ("i", "you", "we")
        for see in ("see", "notice", "find", "spot", "read")
    },
    "gets": "has", "get": "have",
    # what is there, and where
    **{
        f"{turn}{s} up": f"occur{s}"
        for turn in ("turn", "show", "pop", "crop", "come")
        for s in ("", "s")
    },
    **{f"{is_} nowhere to be {seen}": f"{is_} not there"
       for is_ in ("is", "are") for seen in _SEEN},
    "is nowhere": "is not anywhere", "are nowhere": "are not anywhere", "nowhere in": "not in",
    "and nowhere a": "and no", "and nowhere an": "and no", "and nowhere the": "and no", "and nowhere": "and no",
    "not a word about": "no", "not a word of": "no", "not one word about": "no", "no word about": "no",
    "lacks any": "has no", "lack any": "have no",
    "lacks it": "does not mention it", "lacks one": "does not mention one",
    "lacks them": "does not mention them", "lack it": "do not mention it", "lack one": "do not mention one",
    "talks of": "mentions", "talk of": "mention", "tells of": "mentions", "tells about": "mentions",
    "includes mention of": "mentions", "and also": ", and",
    **{f"and also {w}": f"and {w}"
       for w in ("in", "at", "on", "has", "have", "is", "are", "not", "no", "there", "it", "before", "after", "behind",
                 "right", "directly", "immediately", "just", "between", "near", "next", "within", "followed",
                 "preceded")},
    **{f"{sign} i mean{that}": ":" for sign in (",", ".", ";") for that in ("", " that", ",", " :")},
    "and additionally": ", and", "and in addition": ", and",
    "upwards of": "more than", "not even reach": "not reach", "n't even reach": "not reach",
    "doesnt reach": "does not reach", "doesnt even reach": "does not reach",
    **{f", and {more}": ", and" for more in ("also", "additionally", "in addition")}, "whole thing": "it",
    "later on": "later",
    **{f"{right} in {a}row": f"in {a}row"
       for right in ("directly", "right", "immediately", "straight", "consecutively", "all") for a in ("", "a ")},
    **{f"{and_}nothing {more}{but} {maybe}{signs}": f"{and_}nothing else"
       for and_ in ("", "and ", "( ") for more in ("else ", "more ")
       for but in ("except", "except for", "but", "besides", "apart from", "other than", "than", "aside from")
       for maybe in ("maybe ", "perhaps ", "possibly ", "maybe some ", *(("",) if and_ else ()))
       for signs in ("punctuation", "punctuation marks", "signs", "dots")},
    **{f"{when} {you} count": "count" for when in ("when", "if") for you in ("you", "we", "i", "one")},
    "sometime later": "later", "somewhere later": "later", "some time later": "later",
    "then right away": "right before", "in one single": "in one", "within one single": "in one",
    **{f"{where} {either} {column}": "somewhere"
       for where in ("in", ", in", ",", "anywhere ,")
       for either in ("either", "any", "either of the two", "any of the two", "either of the", "any of the",
                      "one of the", "one of the two")
       for column in ("column", "columns", "field", "fields")},
    **{f"{comma}{be} in": "either in" for comma in ("", ", ") for be in ("be it", "be they", "be that")},
    **{f", {whether} in": "either in" for whether in ("whether", "whether it is", "whether it 's", "whether that is")},
    **{f"its {so}": f"it is {so}"
       for so in ("a", "an", "between", "after", "before", "over", "under", "above", "below", "at least", "at most",
                  "more than", "less than", "older", "younger", "longer than", "shorter than", "not", "in", "on",
                  "from")},
    **{f"likewise {verb}": verb
       for verb in ("appears", "appear", "occurs", "occur", "mentions", "mention", "contains", "contain", "has",
                    "have")},
    **{f"{who} {know} the": "unknown"
       for who in ("i", "we", "you", "they")
       for know in ("do not know", "do n't know", "dont know", "did not know", "did n't know", "never knew")},
    **{f"{nobody} knows the": "unknown" for nobody in ("nobody", "no one", "noone")},
    **{f"{who} know the": "known" for who in ("i", "we")},
    **{f"{what} gives it away is": "there is" for what in ("what", "the thing that", "that which")},
    **{f"{up} up in": "in" for up in ("showing", "turning", "popping", "cropping", "coming")},
    **{f"the poor {who}": "it" for who in ("thing", "soul", "fellow", "devil", "dear")},
    **{f"{a} figure": "a number" for a in ("a", "any", "some")}, "'s got": "has",
    "gives it away": "occurs", "give it away": "occur", "is all about": "mentions", "are all about": "mention",
    **{
        f"i {only}need{to_see}": "there is"
        for only in ("", "only ", "just ")
        for to_see in (" to see", " to find", " to read")
    },
    # saying
    "writes": "mentions", "wrote": "mentions", "somewhere in": "in",
    "talks about": "mentions", "talk about": "mentions", "talking about": "mentions", "speaks of": "mentions",
    "refers to": "mentions", "refer to": "mentions", "referring to": "mentions", "says something about": "mentions",
    "makes mention of": "mentions", "makes a mention of": "mentions", "makes reference to": "mentions",
    "makes a reference to": "mentions", "contains a mention of": "mentions", "has a mention of": "mentions",
    "makes no mention of": "does not mention", "makes no reference to": "does not mention",
    "says nothing about": "does not mention", "contains nothing about": "does not mention",
    "has nothing about": "does not mention", "there is nothing about": "it does not mention", "nothing about": "no",
    "there exists": "there is", "there exist": "there is", "there appears": "there is", "there appear": "there is",
    "the presence of": "there is", "presence of": "there is", "the absence of": "there is no",
    "absence of": "there is no",
    "the use of": "there is", "the mention of": "there is", "it 's got": "it has", "has got": "has",
    "have got": "has",
    "repeats a word": "has a repeated word", "repeat a word": "has a repeated word",
    "entirely written": "entirely", "written entirely": "entirely", "completely in": "entirely in",
    "fully in": "entirely in",
    "wholly in": "entirely in", "totally in": "entirely in",
    **{f"{written} with capital letters": "in capitals" for written in ("written", "spelled", "typed", "printed")},
    **{f"{all_} in capital letters": "entirely in capitals" for all_ in ("wholly", "fully", "completely", "totally")},
    "carries": "has", "carry": "have", "comprises": "has", "comprise": "have",
    "in capital letters": "in capitals", "in all capital letters": "in all capitals",
    "in upper case letters": "in capitals",
    "rather than": "but not", "instead of": "but not", "because of": "because there is",
    **{
        f"in {all_}{cases} {where}": "where"
        for all_ in ("", "all ", "any ", "every ", "those ", "the ", "each ")
        for cases in ("case", "cases", "situations")
        for where in ("where", "when", "in which", "that")
    },
    "in case of": "because there is", "in the case of": "because there is", "&&": "and", "||": "or",
    "e-mail": "email", "e-mails": "emails", "inside is": "there is",
    "inside are": "there is",
    "inside there is": "there is", "in it is": "there is",
    **{
        f"{has} {n} {single}": "has no"
        for has in ("has", "have")
        for n in ("n't", "not")
        for single in ("a single", "got a single", "got any")
    },
    **{
        f"{does} {n} {have} a single": "has no"
        for does in ("does", "do", "did")
        for n in ("n't", "not")
        for have in ("have", "contain", "include", "mention", "use", "show")
    },
    "without a single": "without", "never a single": "no",
    "got": "has", "gives": "mentions", "states": "mentions",
    "reads": "says", "runs to": "has", "comes to": "has", "goes on for": "has",
    "cites": "mentions", "quotes": "mentions", "brings up": "mentions", "close by": "near",
    **{
        f"{does} {n} {say}": "does not mention"
        for does in ("does", "do", "did")
        for n in ("n't", "not")
        for say in ("write", "talk about", "refer to", "ask for", "speak of", "bring up")
    },
    "asks for": "mentions", "ask for": "mention", "asked for": "mentions",
    **{f"{asking} {for_}": "mentioning" for asking, for_ in (("asking", "for"), ("talking", "of"), ("speaking", "of"))},
    **{f"{front}": "at the start" for front in ("up front", "upfront", "at the outset")},
    "right-hand side": "right side", "left-hand side": "left side", "word here": "word in it",
    "words here": "words in it", "max": "at most", "max.": "at most", "min.": "at least", "near to": "near",
    **{
        f"{far} {more}": more
        for far in ("way", "far", "much", "a lot", "well")
        for more in ("above", "over", "below", "under", *(
            f"{comparative} than" for comparative in ("more", "less", "fewer", "higher", "lower", "bigger", "larger",
                                                      "greater", "older", "younger", "longer", "shorter")))
    },
    # what is going on, and what must be
    **{f"{is_} {ing}": f"{verb}s" for is_ in ("is", "was") for ing, verb in _GOING_ON.items()},
    **{f"{are} {ing}": verb for are in ("are", "were") for ing, verb in _GOING_ON.items()},
    **{
        f"{is_} {n} {ing}": f"does not {verb}"
        for is_ in ("is", "was", "are", "were")
        for n in ("not", "n't")
        for ing, verb in _GOING_ON.items()
    },
    **{f"{must} be": "is" for must in _MUST}, **{f"{must} not be": "is not" for must in _MUST},
    **{f"{must} have": "has" for must in _MUST},
    **{f"{must} {verb}": verb for must in _MUST for verb in dict.fromkeys(_GOING_ON.values())},
    **{
        f"{do} {use} {it} {when}": "unless"
        for do in ("do not", "do n't", "dont", "never")
        for use in ("use", "apply", "choose", "assign", "pick")
        for it in ("it", "this", "that", "this label", "that label", "this rule", "the rule", "the label")
        for when in ("when", "if", "where", "whenever", "in case")
    },
    **{
        f"{shown} together with": f"{shown} along with"
        for shown in ("appears", "appear", "occurs", "occur", "comes", "come", "stands", "stand", "mentioned", "found",
                      "used", "sentence", "text", "abstract")
    },
    **{f"{happens} to be": "is"
       for happens in ("happens", "happen", "happened", "turns out", "turn out", "appears", "appear")},
    "we have here": "there is", "here we have": "there is",
    **{f"{is_} lacking {a}": "has no" for is_ in ("is", "are", "was", "were") for a in ("a", "an", "any")},
    "an exact multiple": "a multiple", "exactly divisible": "divisible", "evenly divisible": "divisible",
    "and in which": "and", "and where": "and", "and provided further that": "and",
    "intervenes": "stands", "intervene": "stand",
    **{
        f"{is_} {both}{gone} {from_}{each}": f"{is_} in neither" if each else f"{is_} {both}{gone} in"
        for is_ in ("is", "are", "was", "were")
        for both in ("", "both ", "all ")
        for gone in ("absent", "missing")
        for from_ in ("from", "in")
        for each in ("", " both")
    },
    **{f"{remains} {empty}": f"is {empty}"
       for remains in ("remains", "remained", "stays", "stayed", "has remained")
       for empty in ("empty", "blank", "missing", "unknown", "open", "unset")},
    **{f"{exactly} {same}": same
       for exactly in ("exactly", "precisely", "just", "completely", "absolutely", "one and")
       for same in ("the same", "identical", "equal to", "equal")},
    "the exact same": "the same", "the very same": "the same",
    **dict.fromkeys(("observed", "spotted", "detected"), "found"),
    "stays": "stands", "stay": "stand", "therein": "in it", "theres": "there is",
    "its": "it is", "its got": "it has",
    # signs
    "!=": "is not", "<>": "is not", "≠": "is not", "==": "=",
    # joining
    "and/or": "or", "and / or": "or", "&": "and", "plus": "and", "plus sign": "plus sign",
    "plus signs": "plus signs", "as well as": "and", "along with": ", and",
    "together with": ", and", "in addition to": "and", "though": "but", "although": "but", "however": "but",
    "yet": "but",
    **{f"{and_} {still}": "but"
       for and_ in ("and", "but") for still in ("yet", "nevertheless", "nonetheless", "however")},
    "—": ",", "–": ",", "--": ",", "...": ".", "…": ".",
    "unless it also": "unless_too it", "unless they also": "unless_too they",
    **{f", so {told}": f": {told}"
       for told in ("divisible", "a multiple", "over", "under", "above", "below", "more than", "less than", "at least",
                    "at most", "older than", "younger than", "longer than", "shorter than", "fewer than", "exactly")},
    # why
    "due to": "because there is", "owing to": "because there is", "on account of": "because there is",
    "thanks to": "because there is",
    "due to the fact that": "because", "because of the fact that": "because", "given that": "because",
    "seeing that": "because", "seeing as": "because", "for the reason that": "because",
    "the reason is that": "because", "the reason being that": "because", "the reason is": "because",
    "this is because": "because", "that is because": "because", "it is because": "because",
    "it 's because": "because", "that 's because": "because", "that s because": "because", "its because": "because",
    "as long as": "provided", "so long as": "provided", "provided that": "provided",
    "on condition that": "provided", "as soon as": "if",
    "in case": "if", "every time": "whenever", "each time": "whenever",
    "any time": "whenever", "anytime": "whenever",
    "but not if": "unless", "but not when": "unless", "but not where": "unless", "but only if": "provided",
    "but only when": "provided", "only if": "provided", "only when": "provided", "in the event that": "if",
    "with the exception of": "except", "other than those": "except those", "excluding": "except",
    # without
    **{f"without {say}": "without" for say in ("mentioning", "saying", "containing", "using", "having", "including")},
    "is free of": "has no", "are free of": "has no", "is free from": "has no", "is devoid of": "has no",
    "is void of": "has no", "lacks": "has no", "lack": "has no", "lacking": "without", "is lacking in": "has no",
    "free of": "without", "free from": "without", "devoid of": "without", "void of": "without",
    "doesnot": "does not", "dosent": "does not", "isnot": "is not", "atleast": "at least", "atmost": "at most",
    "no sign of": "no", "no trace of": "no", "no instance of": "no", "no instances of": "no", "no mention of": "no",
    "no kind of": "no", "no sort of": "no", "not a single": "no", "not even one": "no", "not one single": "no",
    "any kind of": "any", "any sort of": "any", "any type of": "any", "some kind of": "some",
    "some sort of": "some", "some type of": "some", "a kind of": "some", "a sort of": "some", "a type of": "some",
    "within one word of": "within one words of",
    # persons
    "no one else": "no other person", "nobody else": "no other person", "noone else": "no other person",
    "someone else": "another person", "somebody else": "another person",
    "another person 's name": "another person", "a person 's name": "a person", "the name of a": "a",
    "the name of an": "an",
    # once more
    **dict.fromkeys(AGAIN, ":"),
    **{f"{so} {do}": f"likewise {do}" for so in ("so", "and so", "as") for do in ("is", "are", "does", "do")},
    **{f"the same {goes}": "likewise is" for goes in ("goes for", "holds for", "is true of", "applies to")},
    # lists
    "each and every": "all", "every single": "all", "such as": "any of", "for example": "such as",
    "e.g.": "any of", "eg.": "any of", "for instance": "any of", "i.e.": ":", "ie.": ":", "namely": ":",
    "viz.": ":", "specifically": ":", "any one of": "any of", "anyone of": "any of", "at least any of": "any of",
    "either one of": "any of", "one or several of": "one or more of", "either of": "any of",
    "whichever of": "any of", "a minimum of": "at least", "minimum of": "at least", "a maximum of": "at most",
    "maximum of": "at most", "not more than": "no more than", "greater than or equal to": "at least",
    "more than or equal to": "at least", "less than or equal to": "at most", "fewer than or equal to": "at most",
    "in excess of": "more than", "just one": "exactly one", "only a single": "exactly one",
    **{
        f"{take}look at{the}": in_
        for take in ("", "take a ", "have a ", "just ")
        for the, in_ in (("", "in"), (" the word", "the word"))
    },
    "just a single": "exactly one", "one single": "exactly one", "a single": "exactly one", "one time": "once",
    "two times": "twice",
    # places
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
    **{f"{the} amount of {units}": f"{the} number of {units}"
       for the in ("the", "an") for units in ("words", "letters", "characters", "sentences", "links", "digits")},
    "word count between": "number of words between",
    **{f"the {full} {word}": f"the {word}"
       for full in ("full", "whole", "complete", "separate", "small", "little", "short", "simple", "specific", "actual",
                    "particular")
       for word in ("word", "words")},
    **{
        f"{gets} {done}": f"is {done}"
        for gets in ("gets", "got", "get")
        for done in ("mentioned", "named", "used", "written", "followed", "preceded", "repeated", "directly followed",
                     "immediately followed", "directly preceded", "immediately preceded")
    },
    **{f"{body} who is": "a person who is" for body in ("somebody", "someone", "anybody", "anyone")},
    "a different person": "another person",
    "somewhere in front of": "somewhere before", "anywhere in front of": "anywhere before",
    "and besides": "and", "first a": "a", "first an": "an", "the word at the end of": "the last word of",
    "the word at the beginning of": "the first word of", "the word at the start of": "the first word of",
    **{
        f"{serves} as the": "is the"
        for serves in ("serves", "functions", "works", "stands", "occurs", "appears", "comes", "acts", "is used",
                       "is found")
    },
    "at a distance of": "at", "with a distance of": "with",
    "inbetween": "in between", "in between of": "between", "betwixt": "between", "midway between": "between",
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
    **{
        f"{a} {other} {noun}": f"another {noun}"
        for a, others in (("a", ("second", "third", "further", "third party", "third - party")),
                          ("some", ("other", "third", "further")))
        for other in others
        for noun in _NAMED
    },
    **{f"no {third} {noun}": f"no other {noun}" for third in ("third", "further", "second") for noun in _NAMED},
    **{f"any {third} {noun}": f"any other {noun}" for third in ("third", "further") for noun in _NAMED},
    "one single word": "exactly one word",
    **{f"{one} word only": "exactly one word" for one in ("a single", "one", "one single")},
    "one another": "each other",
    **{f"{in_} a {window} of": "within" for in_ in ("within", "in") for window in ("window", "distance")},
    "nothing like": "none of", "none like": "none of",
    "may not": "must not", "just in front of": "right before", "just left of": "right to the left of",
    "just right of": "right to the right of", "just to the left of": "right to the left of",
    "just to the right of": "right to the right of",
    **{f"{within} quotes": "in quotation marks" for within in ("in", "within", "inside", "between")},
    **{f"{own} {n} one word": f"{own} {n} exactly one word" for own in ("is", "are", "was") for n in ("not", "n't")},
    "a capital one": "a capital letter",
    **{f"{sits} between": "stands between" for sits in ("intervenes", "intervene", "intervened", "intervening")},
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
    "sits": "stands", "sit": "stands", "in front of": "before",
    "at any point": "anywhere", "in any place": "anywhere", "at any place": "anywhere", "at some point": "anywhere",
    "in any position": "anywhere", "any where": "anywhere", "some where": "somewhere", "inside of": "inside",
    "at its beginning": "at the beginning", "at its start": "at the start", "at its end": "at the end",
}  # fmt: skip
"""Phrases that mean exactly the same as others, and those others."""
