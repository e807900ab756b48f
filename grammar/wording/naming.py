"""Other ways of naming things: which of a list, the text, its words and letters, persons."""

from __future__ import annotations

_NOUNS = ("comment", "message", "text", "post", "review", "tweet", "document", "ticket", "title", "report", "article")
_THINGS = (
    "word", "words", "phrase", "phrases", "term", "terms", "thing", "things", "expressions", "something", "anything",
)  # fmt: skip
_EXPRESSIONS = (
    "title", "verb", "noun", "adjective", "adverb", "preposition", "conjunction", "connective", "keyword", "token",
    "marker", "cue", "kinship term", "family term", "form of address", "greeting", "salutation", "insult", "smiley",
    "smiley face", "emoticon", "symbol", "sign", "abbreviation", "hashtag", "emoji", "curse word", "swearword",
    "swear word", "slur", "buzzword", "slogan", "idiom", "drug name", "brand name", "company name", "sign-off",
)  # fmt: skip
_NAMED = (
    "person", "human", "name", "organisation", "organization", "company", "institution", "place", "location", "city",
    "country", "drug", "chemical", "medication", "disease", "illness", "gene", "protein", "product", "event", "date",
    "org", "gpe", "entity",
)  # fmt: skip
_OF_TWO = (
    "argument", "span", "nominal", "candidate", "protein", "gene", "chemical", "drug", "disease", "noun", "participant",
)  # fmt: skip
"""What the two arguments of a relation may be called one by one."""
_SUCH = ("like", "such as", "e.g.", "eg.", "for example", "for instance", "including")

NAMING = {
    # any of these, none of those
    **{f"{of} {noun}s": f"{of} words"
       for of in ("one of the", "any of the", "none of the", "all of the", "either of the", "neither of the",
                  "of these")
       for noun in ("preposition", "conjunction", "adverb", "pronoun", "connective", "keyword")},
    **{f"not a single {noun} {such}": "none of"
       for noun in (*_EXPRESSIONS, "word", "phrase", "term") for such in _SUCH},
    "not a single one of": "none of",
    **{f"{thing}{comma} {such}": "any of" for thing in _THINGS for comma in ("", " ,") for such in _SUCH},
    **{f"{noun}{s} {such}": "any of" for noun in _EXPRESSIONS for s in ("", "s") for such in _SUCH},
    **{
        f"{some} {noun}{s} {such}": "none of" if some == "no" else "any of"
        for some in ("no", "any", "some")
        for noun in (*_EXPRESSIONS, "word", "phrase", "term")
        for s in ("", "s")
        for such in _SUCH
    },
    **{f"{one} {thing} of": "any of" for one in ("any", "one", "some") for thing in _THINGS[:6]},
    **{f"different {words}out of": "of" for words in ("words ", "ones ", "")},
    "different ones of": "of",
    **{f"of {these} {n}": f"of {these}" for these in ("these", "those") for n in ("two", "three", "four", "five")},
    "out of these": "of these", "out of those": "of those", "out of them": "of them",
    "out of the following": "of the following", "any kind of": "any", "any sort of": "any", "any type of": "any",
    "some kind of": "some", "some sort of": "some", "some type of": "some", "a kind of": "some", "a sort of": "some",
    "a type of": "some", "each and every": "all", "every single": "all", "such as": "any of", "for example": "any of",
    "e.g.": "any of", "eg.": "any of", "for instance": "any of", "i.e.": ":", "ie.": ":", "namely": ":", "viz.": ":",
    "specifically": ":", "any one of": "any of", "anyone of": "any of", "at least any of": "any of",
    "either one of": "any of", "one or several of": "one or more of", "either of": "any of", "whichever of": "any of",
    **{f"{no} {thing} {of}": f"{none} of"
       for no, none in (("no", "none"), ("without", "without any"), ("without any", "without any"))
       for thing in ("word", "words", "phrase", "phrases", "term", "terms")
       for of in ("of", "from", "out of", "among", "amongst")},
    "nothing like": "none of", "none like": "none of",
    # the text and its sentences
    **{f"{it} {a} {noun}": "it" for it in ("it is", "it 's", "this is") for a in ("a", "an") for noun in _NOUNS},
    **{
        f"{noun} is one {that}": f"it {that}"
        for noun in _NOUNS
        for that in ("that", "which", "with", "without", "where", "in which")
    },
    **{f"the {noun} 's length": "its length" for noun in _NOUNS},
    **{f"{kind} {noun}{s}": f"{noun}{s}"
       for kind, nouns in (("text", ("message",)), ("chat", ("message",)), ("sms", ("message",)),
                           ("forum", ("post", "message")), ("blog", ("post",)), ("user", ("comment", "review", "post")),
                           ("customer", ("review", "comment")), ("news", ("article", "report")),
                           ("support", ("ticket", "message")))
       for noun in nouns for s in ("", "s")},
    **{f"{whole} thing": "it" for whole in ("whole", "entire", "complete")},
    **{
        f"a sentence {verb}": f"some sentence {verb}"
        for verb in ("starts", "begins", "opens", "ends", "mentions", "contains", "includes", "says", "has", "uses")
    },
        **{f"the poor {who}": "it" for who in ("thing", "soul", "fellow", "devil", "dear")},
    # words and letters, and how they are written
    **{f"{size} letters": "capital letters" for size in ("big", "block", "large")},
    "block capitals": "capitals",
    **{f"thing {seen}": "thing" for seen in ("you see", "i see", "one sees", "you read", "one reads", "we see")},
    "entirely written": "entirely", "written entirely": "entirely", "completely in": "entirely in",
    "fully in": "entirely in", "wholly in": "entirely in", "totally in": "entirely in",
    **{f"{written} with capital letters": "in capitals" for written in ("written", "spelled", "typed", "printed")},
    **{f"{all_} in capital letters": "entirely in capitals" for all_ in ("wholly", "fully", "completely", "totally")},
    "in capital letters": "in capitals", "in all capital letters": "in all capitals",
    "in upper case letters": "in capitals", "e-mail": "email", "e-mails": "emails", "word here": "word in it",
    "words here": "words in it",
    **{f"the {full} {word}": f"the {word}"
       for full in ("full", "whole", "complete", "separate", "small", "little", "short", "simple", "specific", "actual",
                    "particular")
       for word in ("word", "words")},
    "a capital one": "a capital letter",
    **{f"{link}{s} {to} {some}{site}": f"{link}{s}"
       for link in ("link", "url", "hyperlink") for s in ("", "s") for to in ("to", "leading to", "pointing to")
       for some in ("", "a ", "some ", "another ", "any ", "other ", "an external ", "some external ", "some other ")
       for site in ("website", "websites", "web site", "site", "sites", "page", "pages", "web page", "webpage")},
    # persons, and other things that are named
    **{f"{end} {prep} the same {name}": "have the same last name"
       for end, prep in (("end", "in"), ("end", "with")) for name in ("surname", "last name", "family name")},
    **{f"{is_} {a}place": f"{is_} {a}location" for is_ in ("is", "'s", "are", "was", "is not", "isn't")
       for a in ("a ", "the ", "another ", "some ")},
    "no one else": "no other person", "nobody else": "no other person", "noone else": "no other person",
    "someone else": "another person", "somebody else": "another person", "another person 's name": "another person",
    "a person 's name": "a person", "the name of a": "a", "the name of an": "an",
    **{f"{body} who is": "a person who is" for body in ("somebody", "someone", "anybody", "anyone")},
    "a different person": "another person",
    **{
        f"{a} {other} {noun}": f"another {noun}"
        for a, others in (("a", ("second", "third", "further", "third party", "third - party")),
                          ("some", ("other", "third", "further")))
        for other in others
        for noun in _NAMED
    },
    **{f"no {third} {noun}": f"no other {noun}" for third in ("third", "further", "second") for noun in _NAMED},
    **{f"any {third} {noun}": f"any other {noun}" for third in ("third", "further") for noun in _NAMED},
    "one another": "each other",
    # the arguments of a relation, one by one
    **{f"{one} {noun}": f"{of} the {noun}s"
       for one, of in (("neither", "neither of"), ("either", "any of"), ("each", "all of"), ("every", "all of"))
       for noun in _OF_TWO},
    **{f"{one} {noun}": f"{of} the {nouns}"
       for one, of in (("neither", "neither of"), ("either", "any of"))
       for noun, nouns in (("entity", "entities"), ("name", "names"))},
}  # fmt: skip
"""Phrases that name things, and what they stand for."""
