"""What a person gives: explanations and data files, read and checked before anything is done with them."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import polars as pl

from ..compiler.compiling import compile as compile_program
from ..compiler.program import Program
from ..corpora.corpus import Corpus
from ..grammar.diagnostics import Place, SaysoError, problem

MALFORMED = frozenset(f"SAY{number}" for number in (104, 107, 110, 112, 113, 114, 115, 116, 117, 118, 119))
"""Faults of the file itself, as opposed to English that is not understood: nothing is built on such a file."""

GOLD_NAMES = ("label", "gold", "class", "target", "y")
"""Columns that are taken for the gold labels of a dev or test set, if none is named."""


def understand(source: str | Path, corpus: Corpus | None, *, dev: Corpus | None = None, every: bool = False) -> Program:
    """Compile the explanations at ``source``; some that are not understood do not stop the others.

    ``dev`` are labeled rows that readings must not contradict; with ``every``, each reading makes a function.

    Raises:
        SaysoError: if the file is malformed (an unknown label, a list defined twice, a quote never closed, ...), holds
            no explanation, or none is understood; with all that is wrong with it.
    """
    program = compile_program(source, corpus, dev=dev, readings="all" if every else "best")
    if any(finding.code in MALFORMED for finding in program.errors):
        codes = ", ".join(dict.fromkeys(finding.code for finding in program.errors if finding.code in MALFORMED))
        raise SaysoError(*program.errors, problem("SAY122", place=Place(str(source)), codes=codes))
    if not program.lfs:
        fix = "mend the errors above, then try again; nothing was written"
        raise SaysoError(*program.errors, problem("SAY120", place=Place(str(source)), fix=fix))
    return program


def read_corpus(
    path: str | Path,
    *,
    text: Sequence[str] | None = None,
    spans: Sequence[str] = (),
    entities: str | None = None,
    now: str | None = None,
    gold: str | None = None,
    encoding: str = "utf-8",
    progress: bool = False,
) -> Corpus:
    """Read a data file; see :meth:`.Corpus.read`."""
    columns = None if not text else list(text)
    noted: dict[str, Any] = {"spans": spans, "entities": entities, "now": now}
    return Corpus.read(path, text=columns, gold=gold, encoding=encoding, progress=progress, **noted)


def read_labeled(
    path: str | Path,
    *,
    like: Sequence[str],
    gold: str | None,
    spans: Sequence[str] = (),
    entities: str | None = None,
    now: str | None = None,
    encoding: str = "utf-8",
    progress: bool = False,
) -> tuple[Corpus, str]:
    """A labeled file with the text columns ``like``, and the name of its gold column, which is guessed if None.

    Raises:
        SaysoError: SAY501 if no gold column is named, the name is not there, or no label is, SAY014 if it is a text; as
            :meth:`.Corpus.read`.
    """
    noted: dict[str, Any] = {"spans": spans, "entities": entities, "now": now}
    corpus = read_corpus(path, text=like, gold=None, encoding=encoding, progress=progress, **noted)
    columns = corpus.fields.columns
    shown = ", ".join([*corpus.text, *columns])
    wanted = [gold] if gold is not None else [name for name in columns if name.lower() in GOLD_NAMES]
    if len(wanted) == 1 and wanted[0] in columns:
        written = corpus.fields[wanted[0]].cast(pl.String, strict=False).str.strip_chars()
        if not (written != "").any():
            found = f"no label in any row of {wanted[0]}"
            raise SaysoError(problem("SAY501", place=Place(str(path)), found=found, columns=shown))
        return corpus.with_gold(wanted[0]), wanted[0]
    if gold in corpus.text:
        raise SaysoError(problem("SAY014", place=Place(str(path)), column=gold))
    near = get_close_matches((gold or "label").lower(), [name.lower() for name in columns], n=1, cutoff=0.5)
    guess = next((name for name in columns if near and name.lower() == near[0]), None)
    fix = f"did you mean --gold {guess}?" if guess else None
    found = f"no column {gold!r}" if gold else "no column that is clearly the label"
    raise SaysoError(problem("SAY501", place=Place(str(path)), found=found, columns=shown, fix=fix))
