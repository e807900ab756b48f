"""Our words as they are put by people whose own language is another: "near of", "more far than", "is existing"."""

from __future__ import annotations

_NEXT = ("followed", "preceded")

FOREIGN = {
    **{f"{place} of": said
       for place, said in (("near", "near"), ("nearby", "near"), ("close", "close to"), ("next", "next to"),
                           ("behind", "behind"), ("beside", "next to"), ("after", "after"), ("between", "between"),
                           ("right before", "right before"), ("directly before", "right before"),
                           ("directly after", "right after"), ("right after", "right after"))},
    **{f"{place} from": said for place, said in (("near", "near"), ("before", "before"), ("behind", "behind"))},
    **{f"before of {what}": f"before {what}" for what in ("the", "it", "both", "that", "this")},
    "more far": "further", "more near": "nearer", "more early": "earlier", "more late": "later",
    "more big": "bigger", "more small": "smaller", "more high": "higher", "more low": "lower", "more short": "shorter",
    "more long": "longer", "more old": "older", "more young": "younger",
    **{f"{verb} {near} {side}": f"is right {side}"
       for verbs, side in ((("ends", "end", "finishes", "finish"), "before"),
                           (("starts", "start", "begins", "begin"), "after"))
       for verb in verbs
       for near in ("right", "directly", "immediately", "just")},
    **{f"{followed} {at_once} by": f"{followed} directly by"
       for followed in _NEXT
       for at_once in ("at once", "straight away", "right away", "without delay", "without a gap", "with no gap",
                       "without any gap", "just")},
    **{f"{at_once} {followed} by": f"directly {followed} by"
       for followed in _NEXT for at_once in ("at once", "just", "instantly")},
    **{f"at once {side}": f"right {side}" for side in ("before", "after", "behind")},
    **{f"not both {of}": "not both" for of in ("of them", "of the two", "of these", "at once", "at the same time")},
    **{f"but {never} together": "but not both" for never in ("not", "never")},
}  # fmt: skip
"""Phrases that mean exactly the same as others, and those others."""
