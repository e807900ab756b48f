"""The verbs with which it is told that something is in a text, as phrases list them; the grammar knows them by the same
names: ``_mention``, ``_occur``, ``_seen``, ``_starts``."""

from __future__ import annotations

MENTIONS = "contains|includes|uses|says|features|shows|carries|holds|states|writes|types|puts|inserts|places|adds"
"""What a text does with what is in it, besides that it mentions or has it."""

WRITES = "says|mentions|uses|writes|types|includes|contains|puts|inserts|places|adds|states"
"""What whoever wrote the text does with what is in it; other verbs tell of something else that people do."""

OCCURS = "occurs|appears|comes|stands|shows up|comes up|lies"
"""What something does that is in a text."""

SEEN = (
    "mentioned|used|found|present|there|contained|included|said|written|named|given|put|stated|reported|seen|"
    "cited|noted|displayed|typed|read|inserted|added|visible"
)
"""What something is that is in a text."""

PLACED = "placed"
"""What it is only where it is told where: "it is a place" is said of something else."""

STARTS = "begins|opens|commences"
ENDS = "finishes|closes|concludes|terminates"
"""What a text does with what stands at one of its ends, besides that it starts or ends with it."""

WRITTEN = "written|printed|typed|spelled|put"
WHOLLY = "all|only|entirely|completely|fully|purely|totally|exclusively|wholly"
CAPITALS = "caps|capitals|uppercase|upper case"
LOWERCASE = "lowercase|lower case"
"""How letters are written."""

SHARED = {
    "_mention": f"mentions|has|{MENTIONS}",
    "_occur": OCCURS,
    "_seen": SEEN,
    "_writes": WRITES,
    "_starts": f"starts|{STARTS}",
    "_ends": f"ends|{ENDS}",
    "_written": WRITTEN,
    "_all_of": WHOLLY,
    "_capital": f"({CAPITALS}) [(letters|characters)]",
    "_small": f"({LOWERCASE}) [(letters|characters)]|small (letters|characters)",
}
"""The verbs under the names that the closed-class grammar has for them."""
