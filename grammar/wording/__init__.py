"""Other ways of saying our words: compared word by word, outside quotes, the longest first. A file per subject.

What stands in :data:`SAME` must mean exactly the words that it stands for, and stands once.
"""

from __future__ import annotations

from .amounts import AMOUNTS
from .joining import JOINING
from .lacking import LACKING
from .naming import NAMING
from .placing import PLACING
from .showing import SHOWING
from .signs import SIGNS

SAME = {**JOINING, **SHOWING, **LACKING, **NAMING, **AMOUNTS, **PLACING, **SIGNS}
"""Phrases that mean exactly the same as others, and those others."""
