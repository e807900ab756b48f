"""Other ways of saying signs: what they are called in passing, and how they look."""

from __future__ import annotations

SIGNS = {
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
"""Phrases that mean signs, and what they stand for."""
