"""The kinds of token, each declared once: its names, and the regular expression that tells it.

A kind either flags a token as a whole (a link) or counts characters within it (letters). The expressions use only
what linear-time engines share: no look-around, no back-references, and of Unicode's properties only the general
categories.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import polars as pl

CLITICS = r"(?i)^(?:n['’]t|nt|['’](?:s|m|re|ve|ll|d))$"
"""What the tokenizer cuts off a contraction; it is no word of its own."""

_SURE = "com|org|net|edu|gov|info|biz|io|co|tv|ly|gl|uk|de|fr|ru|br|au|ca|nl|ch|eu|app|dev|xyz|fm"
_WORDLIKE = "be|in|it|me|to|us|es|is|no|so|at|am|my|do"
"""Domains that are words as well: "loved.it" is no link, "youtu.be/x" is one."""
_HOST = r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9-]+)*"
_LINK = rf"(?i)^(?:https?:|ftp:|www\.)|^{_HOST}\.(?:{_SURE})(?:[/?#:].*)?$|^{_HOST}\.(?:{_WORDLIKE})[/?#].*$"
_EMAIL = r"^[^@\s/]+@[^@\s]+\.[A-Za-z]{2,}$"

_PICTURES = (
    r"\x{231a}\x{231b}\x{2328}\x{23cf}\x{23e9}-\x{23f3}\x{23f8}-\x{23fa}\x{2600}-\x{2604}\x{260e}\x{2611}\x{2614}"
    r"\x{2615}\x{2618}\x{261d}\x{2620}\x{2622}\x{2623}\x{2626}\x{262a}\x{262e}\x{262f}\x{2638}-\x{263a}\x{2640}"
    r"\x{2642}\x{2648}-\x{2653}\x{265f}\x{2660}\x{2663}\x{2665}\x{2666}\x{2668}\x{267b}\x{267e}\x{267f}"
    r"\x{2692}-\x{2697}\x{2699}\x{269b}\x{269c}\x{26a0}\x{26a1}\x{26a7}\x{26aa}\x{26ab}\x{26b0}\x{26b1}\x{26bd}"
    r"\x{26be}\x{26c4}\x{26c5}\x{26c8}\x{26ce}\x{26cf}\x{26d1}\x{26d3}\x{26d4}\x{26e9}\x{26ea}\x{26f0}-\x{26f5}"
    r"\x{26f7}-\x{26fa}\x{26fd}\x{2702}\x{2705}\x{2708}-\x{270d}\x{270f}\x{2712}\x{2714}\x{2716}\x{271d}\x{2721}"
    r"\x{2728}\x{2733}\x{2734}\x{2744}\x{2747}\x{274c}\x{274e}\x{2753}-\x{2755}\x{2757}\x{2763}\x{2764}"
    r"\x{2795}-\x{2797}\x{27a1}\x{27b0}\x{27bf}\x{2934}\x{2935}\x{2b05}-\x{2b07}\x{2b1b}\x{2b1c}\x{2b50}\x{2b55}"
    r"\x{1f004}\x{1f0cf}\x{1f18e}\x{1f191}-\x{1f19a}\x{1f1e6}-\x{1f1ff}\x{1f300}-\x{1f3fa}\x{1f400}-\x{1faff}"
)
"""Emoji, without the five skin tones, which only colour the emoji before them."""
_FACES = r"^>?[:;=]['’]?[\-^o]?[)(\]\[dDpPoO/\\|3*]+$|^[xX]-?D+$|^8-[)D]$|^[(\[][\-^]?['’]?[:;=]$|^\^[_.\-]*\^$|^</?3+$"

_NUMBER_WORDS = (
    "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    "|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|dozen"
)
_LETTERS = (*range(0x61, 0x7B), *range(0xDF, 0x180), *range(0x3B1, 0x3CA), *range(0x430, 0x460))
"""Small letters of Latin, Greek and Cyrillic."""


def _signs(name: str) -> tuple[str, ...]:
    """What a sign may be called besides its name: "exclamation sign"."""
    return tuple(f"{name} {sign}{s}" for sign in ("sign", "symbol", "character") for s in ("", "s"))


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of token. ``singular`` and ``plural`` are said, ``aliases`` are understood too.

    ``pattern`` is searched in the token; with ``by_character`` each match counts, else the token counts once.
    ``unless`` excludes tokens in which it is found. ``within`` names kinds that every such token also is or contains.
    """

    name: str
    singular: str
    plural: str
    aliases: tuple[str, ...]
    pattern: str
    by_character: bool = False
    unless: str | None = None
    within: tuple[str, ...] = ()

    def weight(self, form: pl.Expr) -> pl.Expr:
        """How much each of a column of forms counts, as an expression."""
        if self.by_character:
            return form.str.count_matches(self.pattern).cast(pl.Int32)
        found = form.str.contains(self.pattern)
        if self.unless is not None:
            found &= ~form.str.contains(self.unless)
        return found.cast(pl.Int32)

    def weigh(self, forms: pl.Series) -> npt.NDArray[np.int32]:
        """How much each form counts, int32 (v,).

        >>> KINDS["capital_letter"].weigh(pl.Series(["WoW", "no"])).tolist()
        [2, 0]
        """
        return forms.to_frame("form").select(self.weight(pl.col("form")))["form"].to_numpy()


KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("word", "a word", "words", ("token", "tokens"), r"[\p{L}\p{N}]", unless=CLITICS),
        Kind("letter", "a letter", "letters", ("alphabetic characters",), r"\p{L}", by_character=True),
        Kind(
            "capital_letter",
            "a capital letter",
            "capital letters",
            ("capitals", "upper case letters", "uppercase letters", "upper case", "uppercase"),
            r"\p{Lu}",
            by_character=True,
            within=("letter",),
        ),
        Kind(
            "lowercase_letter",
            "a lowercase letter",
            "lowercase letters",
            ("small letters", "lower case letters", "lower case", "lowercase"),
            r"\p{Ll}",
            by_character=True,
            within=("letter",),
        ),
        Kind("digit", "a digit", "digits", (), r"\p{Nd}", by_character=True),
        Kind(
            "link",
            "a link",
            "links",
            (
                "url",
                "urls",
                "web address",
                "web addresses",
                "hyperlink",
                "hyperlinks",
                "website",
                "websites",
                *(f"{web} link{s}" for web in ("web", "website", "internet") for s in ("", "s")),
            ),
            _LINK,
            unless=_EMAIL,
        ),
        Kind(
            "email",
            "an e-mail address",
            "e-mail addresses",
            ("email address", "email addresses", "mail address", "email", "emails", "e-mail", "e-mails"),
            _EMAIL,
        ),
        Kind(
            "number",
            "a number",
            "numbers",
            (),
            r"^[+\-]?(?:\p{Nd}+(?:[.,:/]\p{Nd}+)*|\.\p{Nd}+)(?i:st|nd|rd|th|s|%|k|m|bn)?$"
            rf"|(?i)^(?:{_NUMBER_WORDS})$",
        ),
        Kind(
            "emoji",
            "an emoji",
            "emoji",
            ("emojis", "emoticon", "emoticons", "smiley", "smileys", *_signs("emoji")),
            f"[{_PICTURES}]|{_FACES}",
        ),
        Kind(
            "punctuation_mark",
            "a punctuation mark",
            "punctuation marks",
            ("punctuation", "punctuation character", "punctuation characters"),
            r"^\p{P}+$",
            unless=_FACES,
        ),
        Kind(
            "exclamation_mark",
            "an exclamation mark",
            "exclamation marks",
            ("exclamation", "exclamations", "exclamation point", "exclamation points", *_signs("exclamation")),
            r"^[!！]+$",
            within=("punctuation_mark",),
        ),
        Kind(
            "question_mark",
            "a question mark",
            "question marks",
            _signs("question"),
            r"^[?？]+$",
            within=("punctuation_mark",),
        ),
        Kind("comma", "a comma", "commas", (), r"^[,，]$", within=("punctuation_mark",)),
        Kind("colon", "a colon", "colons", (), r"^[:：]$", within=("punctuation_mark",)),
        Kind("semicolon", "a semicolon", "semicolons", (), r"^[;；]$", within=("punctuation_mark",)),
        Kind("period", "a period", "periods", ("full stop", "full stops"), r"^[.。]$", within=("punctuation_mark",)),
        Kind("quotation_mark", "a quotation mark", "quotation marks", ("quote mark", "quote marks"), r"^[\"“”„«»]$"),
        Kind(
            "parenthesis",
            "a parenthesis",
            "parentheses",
            ("bracket", "brackets", "paren", "parens"),
            r"^[()（）]$",
            within=("punctuation_mark",),
        ),
        Kind(
            "capitalised_word",
            "a capitalised word",
            "capitalised words",
            ("capitalized word", "capitalized words"),
            r"^\p{Lu}[\p{L}\p{N}]*$",
            within=("capital_letter",),
        ),
        Kind(
            "all_caps_word",
            "an all-caps word",
            "all-caps words",
            (
                *("all-capital word", "all-capital words", "all caps", "in all caps", "in capitals", "capitals"),
                *("fully capitalised word", "fully capitalised words", "word in capitals", "words in capitals"),
                *("uppercase word", "uppercase words", "upper case word", "upper case words"),
            ),
            r"^\p{Lu}[\p{Lu}\p{N}]*\p{Lu}[\p{Lu}\p{N}]*$",
            within=("capitalised_word",),
        ),
        Kind(
            "lowercase_word",
            "a lowercase word",
            "lowercase words",
            (
                "lower-case word",
                "lower-case words",
                "lower case word",
                "lower case words",
                "uncapitalised word",
                "uncapitalised words",
                "uncapitalized word",
                "uncapitalized words",
                "lowercase",
                "lower case",
            ),
            r"^\p{Ll}[\p{Ll}\p{N}]*$",
            within=("lowercase_letter",),
        ),
        Kind(
            "possessive",
            "a possessive ending",
            "possessive endings",
            ("possessive 's", "possessives", "possessive", "genitive", "genitive 's"),
            r"^['’]s$",
        ),
        Kind("hashtag", "a hashtag", "hashtags", (), r"^#"),
        Kind(
            "user_mention",
            "a user mention",
            "user mentions",
            ("user name", "user names", "username", "usernames"),
            r"^@[\p{L}\p{N}_]+$",
        ),
        Kind(
            "currency_sign",
            "a currency sign",
            "currency signs",
            ("currency symbol", "currency symbols", "money sign", "money signs"),
            r"\p{Sc}",
        ),
        Kind(
            "stretched_word",
            "a word with repeated characters",
            "words with repeated characters",
            (
                *("stretched word", "stretched words", "repeated characters", "repeated letters"),
                *("repeated character", "repeated letter", "word with repeated letters", "words with repeated letters"),
            ),
            "(?i)" + "|".join(f"\\x{{{code:x}}}{{3,}}" for code in _LETTERS if chr(code).islower()),
            unless=f"{_LINK}|{_EMAIL}",
        ),
    )
}
"""All kinds by name."""


def within(name: str) -> frozenset[str]:
    """All kinds that every token of a kind also is or contains.

    >>> sorted(within("all_caps_word"))
    ['capital_letter', 'capitalised_word', 'letter']
    """
    return frozenset().union(*({wider} | within(wider) for wider in KINDS[name].within))
