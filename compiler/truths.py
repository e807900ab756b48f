"""What is so or not by the names of columns of truths: the card is (not) present, the sender is (un)known."""

from __future__ import annotations

from collections.abc import Iterator

from ..corpora.schema import FieldKind
from ..corpora.tokenizer import is_english
from .naming import COLUMNS, Column, Reference, Words, plain_words

IS = (
    "", "is", "was", "are", "were", "be", "being", "'s", "that is", "who is", "which is", "that 's", "who 's",
    "has been", "have been", "had been",
)  # fmt: skip
"""What joins whatever a truth is about to what it says of that."""

NOT = ("not", "never", "is not", "was not", "are not", "were not", "is n't", "was n't", "are n't", "were n't",
       "is nt", "was nt", "are nt", "were nt", "has not been", "have not been", "had not been", "has n't been",
       "have n't been", "was never", "is never", "has never been", "that is not", "who is not", "which is not",
       "that is n't", "who is n't")  # fmt: skip
"""What joins them if it is not so."""

WHO = ("i", "we", "you", "they")
"""Who may know."""

KNOW = ("know", "do know")
NOT_KNOW = ("do not know", "do n't know", "do nt know", "dont know", "did not know", "did n't know", "never knew")
"""What they do with what is known, and with what is not."""

OPPOSED = ("un", "in", "non", "dis")
"""What makes the opposite of a word."""

STATES = {"present": ("there",)}
OPPOSITES = {"present": ("absent", "missing"), "active": ("idle",), "enabled": ("off",), "verified": ("unconfirmed",)}
"""Other words for what a column tells by its last word, and for the opposite."""

STATED = frozenset(["present", "given", "known", "available", "set", "missing", "empty", "there"])
"""What is also told of the cells of a column: the first word of a name that ends so names none that may be missing."""

LEADING = frozenset(["is", "was", "has", "have", "are"])
"""First words of names that say nothing but that it is so."""


def truths(called: list[tuple[str, FieldKind, Words]]) -> Iterator[tuple[Words, Reference]]:
    """The sentences that the names of columns of truths make, with their first or last word as what is said."""
    for name, kind, _ in called:
        words = plain_words(name)
        words = words[1:] if words[:1] and words[0] in LEADING else words
        column = Column(name, kind)
        so, not_so = (COLUMNS[kind], column), ("UNTRUE", column)
        if kind == "truth" and len(words) == 1:
            for prefix in OPPOSED:
                yield from ((form, not_so) for form in ((f"{prefix}{words[0]}",), (prefix, "-", words[0])))
        if kind != "truth" or len(words) < 2:
            continue
        for subject, state in ((words[:-1], words[-1]), (words[1:], words[0])):
            for told in (state, *STATES.get(state, ())):
                yield from (((*subject, *joint.split(), told), so) for joint in IS)
                yield from (((*subject, *joint.split(), told), not_so) for joint in NOT)
            yield from (
                ((*subject, *joint.split(), other), not_so) for other in OPPOSITES.get(state, ()) for joint in IS
            )
            yield ("not", *words), not_so
            if state == "known":
                for the in ((), ("the",), ("this",)):
                    yield from (((who, *know.split(), *the, *subject), so) for who in WHO for know in KNOW)
                    yield from (((who, *know.split(), *the, *subject), not_so) for who in WHO for know in NOT_KNOW)
                    yield from (((*who.split(), "knows", *the, *subject), not_so) for who in ("nobody", "no one"))
            for opposite in (f"{prefix}{state}" for prefix in OPPOSED):
                if is_english(opposite):
                    yield from (((*subject, *joint.split(), opposite), not_so) for joint in IS)
                    yield (opposite, *subject), not_so
