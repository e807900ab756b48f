"""What is to be said of labeling functions that were understood: a module per subject, a code per finding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...corpora.corpus import Corpus
from ...grammar.diagnostics import Diagnostic
from ...primitives.run import Run
from ..evaluate import shared_nodes
from ..lf import LF
from .on_corpus import lint_on_corpus
from .pairs import lint_pairs
from .parts import lint_parts
from .readings import lint_readings, lint_unexpected


def lint(lfs: Sequence[LF], corpus: Corpus | None, since: int = 0, run: Run | None = None) -> Iterator[Diagnostic]:
    """All lints of the functions from number ``since`` on; those that need data only with a corpus.

    ``run`` is an evaluation over the corpus that may know some of the votes already.
    """
    own = lfs[since:]
    yield from lint_parts(own)
    yield from lint_pairs(lfs, since)
    yield from lint_unexpected(own)
    if corpus is not None:
        run = run or Run(corpus, shared_nodes([lf.condition for lf in lfs]))
        yield from lint_readings(own, run)
        yield from lint_on_corpus(own, run)
