"""What people open a condition with that is none: that they see it, that it is odd, that they looked. And that both
ends of a range belong to it, as they always do."""

from __future__ import annotations

OPENERS = (
    *(f"what {i} {see} is {that}" for i in ("i", "we", "you", "one") for see in ("see", "notice", "find", "observe")
      for that in ("that", ":")),
    *(opener
      for odd in ("odd", "strange", "weird", "suspicious", "unusual", "striking", "notable", "remarkable", "curious",
                  "interesting", "telling", "noteworthy", "peculiar", "important", "alarming", "worrying")
      for opener in (f"it is {odd} that", f"it 's {odd} that", f"what is {odd} is that", f"what is {odd} :",
                     f"what 's {odd} :", f"what 's {odd} is that")),
    *(f"i {looked} for it {but}" for looked in ("looked", "searched", "checked") for but in ("but", ", but")),
    *(f"{before}{look}{comma}"
      for look in ("if you look at it", "if i look at it", "looking at it", "when i look at it", "as i can read",
                   "as far as i can see", "as far as i can tell", "as one can see", "as we see", "as i see it")
      for before, comma in (("", " ,"), ("", ""), (", ", " ,"))),
    *(f"i {looked} {but}" for looked in ("checked", "checked it", "looked", "looked at it", "had a look",
                                         "looked it up") for but in ("and", "and see", "and saw", ":")),
    *(f"{it} {happened} {when}"
      for it in ("it", "this", "that", "the transaction", "the payment", "the purchase", "the order")
      for happened in ("happened", "took place", "occurred", "was done", "was made", "is made", "happens")
      for when in ("when", "while", "at a time when", "at a moment when")),
)  # fmt: skip
"""Whole phrases, compared word by word; none may carry a condition, nor deny or count one."""

BOTH_ENDS = (
    ", inclusive", "( inclusive )", "inclusive",
    *(said
      for ends in ("both", "both ends", "both ends are", "both bounds", "both limits", "both numbers", "ends", "bounds",
                   "limits", "endpoints", "both values")
      for included in ("included", "inclusive")
      for said in (f", {ends} {included}", f"( {ends} {included} )", f"{ends} {included}")),
    *(said
      for ends in ("both", "both ends", "both bounds", "both limits", "the ends", "the bounds", "endpoints")
      for said in (f", including {ends}", f"( including {ends} )", f"including {ends}")),
)  # fmt: skip
"""Ways to say that both ends of a range belong to it."""
