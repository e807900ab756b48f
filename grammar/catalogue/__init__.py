"""Every message Sayso can print, once, each under a stable code. The first digit names the file.

SAY0xx ``data`` · SAY1xx ``explanations`` · SAY2xx ``lints`` · SAY3xx ``votes`` and label models ·
SAY4xx ``end_models`` and model folders · SAY5xx settings and ``commands``. A retired code is never used again.
"""

from __future__ import annotations

from .commands import COMMANDS
from .data import DATA
from .end_models import END_MODELS
from .entry import Entry
from .explanations import EXPLANATIONS
from .lints import LINTS
from .votes import VOTES

CATALOGUE: dict[str, Entry] = {**DATA, **EXPLANATIONS, **LINTS, **VOTES, **END_MODELS, **COMMANDS}

__all__ = ["CATALOGUE", "Entry"]
