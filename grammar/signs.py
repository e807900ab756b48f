"""Other ways of saying signs: what they are called in passing, and how they look."""

from __future__ import annotations

SIGNS_SAID = {
    **{f"{three} {dots}{row}": "an ellipsis"
       for three in ("three", "3") for dots in ("dots", "periods", "points", "full stops")
       for row in ("", " in a row", " ( ... )", " in a row ( ... )")},
    "dots": "periods", "a dot": "a period",
    **{f"{no} dot": f"{no} period" for no in ("no", "any", "one", "the last", "the first", "final", "without")},
    **{f"{a} {mention}": f"{a} user mention"
       for a in ("a", "an", "any", "no", "one")
       for mention in ("@mention", "@ mention", "@name", "@username", "handle")},
    **dict.fromkeys(("@mentions", "@ mentions", "@names", "@usernames"), "user mentions"),
    **{f"{verb} another {account}": f"{has} a user mention"
       for verb, has in (("mentions", "has"), ("mention", "have"), ("tags", "has"), ("tag", "have"))
       for account in ("account", "user", "person 's account", "profile")},
}  # fmt: skip
"""Phrases that mean exactly the same as others, and those others."""

SEEING_IT = {
    **dict.fromkeys((", not both", "( not both )", "( but not both )", ", not both of them", "and not both"),
                    "but not both"),
    **{f"do {who} {see}": "there is"
       for who in ("i", "we", "you", "they")
       for see in ("see", "find", "read", "mention", "say", "write", "use")},
    **{f"does {who} {see}": "there is"
       for who in ("it", "he", "she", "one") for see in ("say", "mention", "contain", "have", "write", "use")},
}  # fmt: skip
"""The same of what is seen in a text, in the order of a question: "nowhere do I see it"."""

_NOUNS = ("text", "comment", "message", "post", "review", "tweet", "document", "ticket", "report", "article")

TOLD_OF = {
    **{f"{joined}{nowhere} {do} {who}": f"{joined}{who} {do} not"
       for joined in ("", "and ", "but ", "and yet ")
       for nowhere in ("nowhere", "never", "at no point", "at no time", "not once", "in no place", "nowhere at all")
       for do, who in (("does", "it"), ("do", "they"), *(("does", f"{the} {noun}") for the in ("the", "this")
                                                          for noun in _NOUNS))},
    **{f"there {s} {talk} of": f"there {s} mention of"
       for s in ("is", "'s", "is any", "is some", "'s some", "was")
       for talk in ("talk", "talking", "a mention", "speech")},
    **{f"{link}{s} {to} {some}{site}": f"{link}{s}"
       for link in ("link", "url", "hyperlink") for s in ("", "s") for to in ("to", "leading to", "pointing to")
       for some in ("", "a ", "some ", "another ", "any ", "other ", "an external ", "some external ", "some other ")
       for site in ("website", "websites", "web site", "site", "sites", "page", "pages", "web page", "webpage")},
}  # fmt: skip
"""The same of what a text nowhere says, talks of, or points to."""
