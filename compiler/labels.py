"""The label within an explanation: before its condition, behind it, or around it.

"This is clearly spam because ...", "if ..., then it's spam", "any comment with ... is spam", "... means spam". Only
whole phrases of the closed lists here are taken off; everything else is the condition, and is read to the last word.
Quoted text is never looked into.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from .lexer import Lexed, pieces

BECAUSE = ("because", "since", "as", "if", "when", "whenever", "where", "unless", "due", "given", "provided")
"""The words between a label and its condition."""

HEDGES = (
    "clearly|obviously|definitely|certainly|surely|probably|likely|most likely|very likely|almost certainly|"
    "really|simply|just|always|usually|mostly|typically|generally|undoubtedly|a|an|the|label|class|category|considered|obvious|clear"
)
"""How sure somebody is of a label; what the function is worth is learned from the data instead."""

NOUNS = (
    "comment|message|text|post|review|tweet|document|question|query|ticket|note|title|report|article|description|answer|"
    "e-?mail|sentence|row|example|case|one|pair|transaction|mail|sms|item|record|thing|entry|news"
)

_SUBJECT = rf"(?:it|this|that|these|those|they|(?:the|this|that|these|those|such)\s+(?:{NOUNS})s?|such\s+(?:{NOUNS})s?)"
_BE = (
    r"(?:is|'s|’s|are|'re|’re|was|were|must\s+be|should\s+be|has\s+to\s+be|have\s+to\s+be|would\s+be|will\s+be|shall\s+be|"
    r"can\s+be|could\s+be|counts\s+as|count\s+as)"
)
_NOT = r"(?P<{name}>\s*(?:not|never)\b|\s*n['’]t\b|(?<=is)nt\b)?"  # behind a form of "be"
_AS = r"(?:\s+(?:labell?ed|marked|flagged|classified|deemed|filed|counted|tagged|called|treated|regarded)(?:\s+as)?)?"
_CALL = (
    rf"(?:(?:i\s+would|i['’]d|we\s+would|we\s+should|you\s+should|please|i|we|let['’]?s)\s+)?"
    rf"(?:label|mark|call|tag|flag|classify|treat|say|vote|consider|predict|assign|put|file)"
    rf"(?:\s+(?:it|this|that|these|them|the\s+(?:{NOUNS})|as\s+well)(?:\s+(?:{NOUNS})s?)?)?(?:\s+as|\s+is|['’]s|\s+to\s+be|\s+in|\s+under)?"
)


@dataclass(frozen=True, slots=True)
class Stated:
    """A label found in an explanation, whether it is denied, and the characters of the condition."""

    label: str
    denied: bool
    start: int
    end: int
    example: int | None = None

    def meant(self, labels: tuple[str, ...]) -> str | None:
        """The label that is meant: "not spam" is the other one of two; None if there are more than two."""
        if not self.denied:
            return self.label
        return next(label for label in labels if label != self.label) if len(labels) == 2 else None


def stated(text: str, labels: tuple[str, ...]) -> Stated | None:
    """The label that an explanation names, None if it names none."""
    masked = _masked(text)
    if re.search(r"\s{40}", masked):
        return None
    begin = len(masked) - len(masked.lstrip())
    for pattern in _patterns(labels):
        found = pattern.match(masked, begin)
        if found is None:
            continue
        groups = found.groupdict()
        start, end = found.span("condition")
        if not text[start:end].strip(" ,.;:!\n\t"):
            continue
        own = " ".join(groups["label"].split()).casefold()
        label = next(label for label in labels if label.casefold() == own)
        number = groups.get("row")
        return Stated(label, bool(groups.get("not") or groups.get("no")), start, end, int(number) if number else None)
    return None


def _masked(text: str) -> str:
    """The text with a sign of its own in the place of every quoted character."""
    return "".join(
        text[start:end] if quoted is None else "\x00" * (end - start) for start, end, quoted in pieces(text, Lexed())
    ).ljust(len(text), "\x00")


@lru_cache(maxsize=64)
def _patterns(labels: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """The ways in which a label is named, the surest first."""
    names = "|".join(
        r"\s+".join(map(re.escape, label.split())) for label in sorted(labels, key=len, reverse=True) if label.split()
    )
    hedge = rf"(?:\s*\b(?:{HEDGES})\b)*\s*"
    label = rf"{hedge}['\"“”]?(?P<label>{names})(?!\w)['\"“”]?(?:\s+(?:{NOUNS})s?\b)?"
    be = rf"{_BE}{hedge}{_NOT.format(name='not')}{_AS}"
    think = r"i\s+(?:think|believe|guess|would\s+say)(?:\s+that)?|i['’]d\s+say|in\s+my\s+opinion|well|ok|so"
    pad = rf"(?:(?:{think})\b\s*,?\s*)?"
    link = rf"\s*,?\s*(?P<condition>\b(?:{'|'.join(BECAUSE)})\b.*)$"
    verdict = rf"(?:{_SUBJECT}\s*{be}|{_CALL}{_NOT.format(name='no')}|(?:the\s+)?label\s+(?:is|=))\s*{label}"
    plain = rf"{pad}(?P<not>not\b)?{label}\s*(?:\#(?P<row>\d+)\s*)?"
    end = r"(?:\s*,?\s*(?:for|to)\s+me)?\s*[.!]*\s*$"
    if_ = r"(?:if|when|whenever|where|every\s+time|any\s+time|because|since|as)"
    so = r"(?:so|therefore|thus|hence|consequently|which\s+means(?:\s+that)?|meaning(?:\s+that)?)"
    means = r"(?:means?|indicates?|impl(?:y|ies)|suggests?|signals?|points?\s+to)"
    each = rf"(?:(?:any|every|all|each|the|those|these|an?)\s+)*(?:(?:very\s+)?(?:short|long)\s+)?(?:{NOUNS})s?"
    does = r"(?:contain|mention|have|has|include|say|use|start|begin|end)s?"
    oft = r"(?:(?:always|often|usually|typically|generally|mostly)\s+)?"
    doing = r"(?:mention|contain|hav|includ|say|us|start|end)ing"
    ways = (
        rf"{pad}{verdict}{link}",
        rf"{plain}:?{link}",
        rf"{plain}!\s+(?P<condition>.+)$",
        rf"{hedge}(?P<label>{names})\s+(?:{NOUNS})s?\s+{oft}(?P<condition>{does}\b.+)$",
        rf"{plain}(?::|=|<-|<=|←)\s*(?P<condition>.+)$",
        rf"(?P<condition>{if_}\b.*?)(?:,|\bthen)\s*{verdict}{end}",
        rf"(?P<condition>{if_}\b.*?)(?:,|\bthen)\s*{be}\s*{label}{end}",
        rf"(?P<condition>.+?)\b{so}\s*,?\s*{verdict}{end}",
        rf"(?P<condition>.+?)[,;]\s*{so}\s*,?\s*{label}{end}",
        rf"(?P<condition>.+?)\b{means}\b(?:\s+that)?(?:\s+{_SUBJECT}\s*{_BE})?{_NOT.format(name='not')}{label}{end}",
        rf"(?P<condition>.+?)(?:=>|->|→|⇒){_NOT.format(name='not')}{label}{end}",
        rf"(?P<condition>(?:unless\b.+?,\s*)?(?:{each}|anything|everything|something|{doing})\b.*?)(?:{be}|=)\s*{label}{end}",
    )
    return tuple(re.compile(way, re.IGNORECASE | re.DOTALL) for way in ways)
