"""Sayso, a supervision compiler: say why, and Sayso compiles it into training data.

The public names load what they need when they are first used, so that ``import sayso`` is instant.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .compiler.compiling import compile
    from .compiler.explanation import Explanation
    from .compiler.extending import primitive
    from .compiler.lf import LF
    from .compiler.program import Program
    from .corpora.corpus import Corpus
    from .corpora.label_matrix import LabelMatrix
    from .corpora.vote_stream import count_votes
    from .grammar.diagnostics import SaysoError, SaysoWarning
    from .grammar.task import Task
    from .runtime.checks import check_label_model
    from .runtime.dawid_skene import DawidSkene
    from .runtime.end_model import EndModel
    from .runtime.label_model import LabelModel
    from .runtime.majority import MajorityVote
    from .runtime.structure_learning import learn_structure
    from .runtime.weighted import WeightedVote

__version__ = "0.1.0"

_HOMES = {
    "Corpus": "corpora.corpus",
    "DawidSkene": "runtime.dawid_skene",
    "EndModel": "runtime.end_model",
    "Explanation": "compiler.explanation",
    "LF": "compiler.lf",
    "LabelMatrix": "corpora.label_matrix",
    "LabelModel": "runtime.label_model",
    "MajorityVote": "runtime.majority",
    "Program": "compiler.program",
    "SaysoError": "grammar.diagnostics",
    "SaysoWarning": "grammar.diagnostics",
    "Task": "grammar.task",
    "WeightedVote": "runtime.weighted",
    "check_label_model": "runtime.checks",
    "compile": "compiler.compiling",
    "count_votes": "corpora.vote_stream",
    "learn_structure": "runtime.structure_learning",
    "primitive": "compiler.extending",
}

__all__ = [
    "LF",
    "Corpus",
    "DawidSkene",
    "EndModel",
    "Explanation",
    "LabelMatrix",
    "LabelModel",
    "MajorityVote",
    "Program",
    "SaysoError",
    "SaysoWarning",
    "Task",
    "WeightedVote",
    "check_label_model",
    "compile",
    "count_votes",
    "learn_structure",
    "primitive",
]


def __getattr__(name: str) -> Any:
    """Load a public name from its home on first use."""
    if name not in _HOMES:
        raise AttributeError(f"module 'sayso' has no attribute {name!r}")
    value = getattr(import_module(f".{_HOMES[name]}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """The public names."""
    return sorted([*__all__, "__version__"])
