"""What people say is of no account, and never counts anyway: the case of letters, which of two things comes first."""

from __future__ import annotations

_NOT_MATTERING = (
    "does n't matter", "does not matter", "doesnt matter", "do n't matter", "do not matter", "dont matter",
    "is irrelevant", "is not important", "is n't important", "is unimportant", "makes no difference", "is ignored",
)  # fmt: skip
_NO_MATTER = (
    "no matter", "regardless of", "irrespective of", "never mind", "does n't matter", "does not matter",
    "doesnt matter", "it does n't matter", "it does not matter", "it doesnt matter", "do n't care", "do not care",
    "dont care", "i do n't care",
)  # fmt: skip
_BEGUN = (*(f", {no_matter}" for no_matter in _NO_MATTER), *_NO_MATTER[:4])
"""Without a comma a verb would go on with the words before it: "than do not ..."."""
_EITHER_CASE = (
    "upper or lower case", "lower or upper case", "upper and lower case", "uppercase or lowercase",
    "lowercase or uppercase", "upper case or lower case", "lower case or upper case", "capital or small letters",
    "small or capital letters", "big or small letters", "small or big letters", "capitals or small letters",
    "small letters or capitals", "capitals or not", "caps or not", "capitalised or not", "capitalized or not",
)  # fmt: skip
_CASE = (
    "case", "the case", "letter case", "upper case", "lower case", "capitalisation", "capitalization", "capitals",
    "caps",
)  # fmt: skip
_ORDER = ("order", "the order", "the sequence", "the order of the words", "the order of the two", "their order")

IN_ANY_CASE = (
    *(
        said
        for case in _EITHER_CASE
        for said in (
            f", {case}",
            f"( {case} )",
            f"in {case}",
            f", in {case}",
            f"( in {case} )",
            f", whether in {case}",
            f"whether in {case}",
            f"whether {case}",
            f", whether {case}",
            *(f"{no_matter} {of}{case}" for no_matter in _BEGUN for of in ("", "if ", "in ", "if in ")),
            *(f", {case} {not_mattering}" for not_mattering in _NOT_MATTERING),
            *(f"( {case} {not_mattering} )" for not_mattering in _NOT_MATTERING),
        )
    ),
    *(
        said
        for case in _CASE
        for not_mattering in _NOT_MATTERING
        for said in (f", {case} {not_mattering}", f"( {case} {not_mattering} )")
    ),
)
"""Ways to say that it is of no account how the letters are written."""

IN_ANY_ORDER = (
    *(said
      for order in _ORDER for not_mattering in _NOT_MATTERING
      for said in (f", {order} {not_mattering}", f"( {order} {not_mattering} )")),
    *(f"{no_matter} {which}"
      for no_matter in _BEGUN
      for which in ("in what order", "in which order", "what order", "which order", "the order", "their order",
                    "which comes first", "which one comes first", "which is first", "which one is first",
                    "which of them comes first", "which of the two comes first", "what comes first")),
    *(f"{sign}whichever {first}"
      for sign in (", ", "") for first in ("comes first", "is first", "stands first", "one comes first",
                                           "one is first")),
)  # fmt: skip
"""Ways to say that it is of no account which of several things comes first."""
