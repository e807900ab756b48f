"""The end model: learns from probabilistic labels to label rows on which no labeling function votes.

It follows scikit-learn's conventions, with a corpus in the place of a feature matrix and probabilistic labels in the
place of classes.
"""

from __future__ import annotations

import dataclasses
import json
import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import torch
from safetensors.torch import load_file, save
from sklearn.base import BaseEstimator

from ..corpora.corpus import Corpus
from ..grammar.diagnostics import SaysoError, problem
from ..grammar.task import Task
from .encoders.base import Encoder, Recipe
from .encoders.choice import choose, restore
from .encoders.marking import marked
from .label_targets import Lesson, lesson
from .progress import LateBar
from .sealed_folder import Seal
from .training import History, Network, predict, train

Probabilities = npt.NDArray[np.float64]
Labels = npt.NDArray[np.int64]

SEAL = Seal("end model", version=3)
CONFIG, WEIGHTS, ENCODER = "config.json", "weights.safetensors", "encoder"


class Columns(NamedTuple):
    """The columns of a corpus that a model reads."""

    text: tuple[str, ...]
    fields: tuple[str, ...]
    spans: tuple[str, ...]


class EndModel(BaseEstimator):  # type: ignore[misc]
    """A classifier of texts, of relations in texts, or of table rows, trained on probabilistic labels.

    Where the corpus has argument spans, the encoder sees marks in their places, and what is between the first two;
    ``"bow"`` sees each one's own words too.

    Args:
        task: the task, or the names of its labels.
        encoder: ``"bow"`` (words, word pairs, pieces of words, and fields; nothing to download), ``"minilm"`` (bundled
            in the extra of that name), or any transformer: its folder, or its name on the Hugging Face hub.
        fields: the columns to read beside the texts. None reads all of them if the corpus has no text, else none.
        fine_tune: train the transformer too, instead of taking its embeddings as they are.
        epochs: passes over the rows at most. This and the next four are the encoder's own choice if None.
        learning_rate: of the head; a transformer that is fine-tuned learns at a twentieth of it.
        weight_decay: how strongly large weights are held back.
        batch_size: rows per step.
        patience: rounds without a gain on the held-out rows before training stops; a round is a pass or 500 steps.
        validation_fraction: share of the rows that is held out to decide when to stop, by their expected loss, without
            gold labels. With fewer than ten held-out rows none is held out, and ``epochs`` passes are made.
        cache: keep the embeddings of a frozen transformer on disk.
        device: where torch computes: ``"cpu"``, ``"cuda"``, ``"mps"``.
        random_state: the seed; the same seed on the same machine gives the same model. None draws one.
        progress: show a progress bar for what takes longer than two seconds.

    Attributes:
        classes_: the votes 0 to k - 1; ``task_.labels`` are their names.
        task_: the task.
        text_: the text columns that are read.
        fields_: the other columns that are read.
        spans_: the columns of argument spans, which are marked in the first text.
        history_: held-out loss per round, and the round whose weights were kept.
        n_parameters_: the number of trained weights.

    >>> import numpy as np
    >>> corpus = Corpus.from_rows([{"text": t} for t in ["win cash now", "see you at home"] * 20], text="text")
    >>> model = EndModel(Task("spam", ("ham", "spam"))).fit(corpus, np.eye(2)[[1, 0] * 20])
    >>> model.predict(corpus)[:2].tolist()
    [1, 0]
    """

    classes_: Labels
    task_: Task
    text_: tuple[str, ...]
    fields_: tuple[str, ...]
    spans_: tuple[str, ...]
    history_: History
    n_parameters_: int
    _columns: Columns
    _encoder: Encoder
    _network: Network

    def __init__(
        self,
        task: Task | Sequence[str],
        *,
        encoder: str = "bow",
        fields: Sequence[str] | None = None,
        fine_tune: bool = False,
        epochs: int | None = None,
        learning_rate: float | None = None,
        weight_decay: float | None = None,
        batch_size: int | None = None,
        patience: int | None = None,
        validation_fraction: float = 0.1,
        cache: bool = True,
        device: str = "cpu",
        random_state: int | None = 0,
        progress: bool = False,
    ) -> None:
        """Store the settings; ``fit`` checks them."""
        self.task = task
        self.encoder = encoder
        self.fields = fields
        self.fine_tune = fine_tune
        self.epochs = epochs
        self.learning_rate = learning_rate
        self.weight_decay = weight_decay
        self.batch_size = batch_size
        self.patience = patience
        self.validation_fraction = validation_fraction
        self.cache = cache
        self.device = device
        self.random_state = random_state
        self.progress = progress

    def fit(self, corpus: Corpus, probs: npt.ArrayLike, sample_weight: npt.ArrayLike | None = None) -> EndModel:
        """Learn to label the rows of ``corpus``.

        Rows on which no labeling function votes carry no information: give them the weight 0, for example with
        ``sample_weight=(L.votes >= 0).any(axis=1)``. If training is interrupted, the model stays what it was before.

        Args:
            corpus: n rows; all its text columns and argument spans are read.
            probs: probabilistic labels (n, k), rows summing to one.
            sample_weight: (n,), 1 each if None; rows of weight 0 are not trained on.

        Raises:
            SaysoError: SAY401 to SAY408, SAY411, SAY412, SAY414; SAY011 if there is no such field.
        """
        task = self._task()
        self._check()
        wanted = lesson(task, _length(corpus), probs, sample_weight)
        encoder = choose(self.encoder, fine_tune=self.fine_tune, cache=self.cache, device=self.device)
        fields, spans = self._fields(corpus, encoder), tuple(corpus.arguments)
        _something_to_read(corpus, fields, wanted)
        seen = marked(corpus, spans, by_word=encoder.by_word) if spans else corpus
        inputs = encoder.fit(seen, seen.text, wanted.rows, fields=fields, progress=self.progress)
        recipe = self._recipe(encoder.recipe(len(wanted.rows)))
        rng = np.random.default_rng(self.random_state)
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(int(rng.integers(2**31)))
            network = Network(encoder.trunk(), wanted.prior).to(self.device)
            history = train(
                network,
                inputs,
                wanted.targets,
                recipe,
                held_out=self.validation_fraction,
                rng=rng,
                progress=self.progress,
            )
        if history.losses and history.best is None:
            raise SaysoError(problem("SAY412", learning_rate=recipe.learning_rate))
        self._set(task, Columns(corpus.text, fields, spans), encoder, network, history)
        return self

    def predict_proba(self, corpus: Corpus) -> Probabilities:
        """Probabilities of the labels, shape (n, k), rows summing to one; a row without a known word gets the prior.

        Raises:
            SaysoError: SAY409 if a text column is missing, SAY011 a field, SAY056 argument spans; SAY410 if the model
                is not fitted.
        """
        self._require_fitted()
        rows = _length(corpus)
        for name in self.text_:
            if name not in corpus.text:
                raise SaysoError(problem("SAY409", column=name, columns=", ".join(corpus.text) or "none"))
        by_word = self._encoder.by_word
        seen = marked(corpus, self.spans_, by_word=by_word) if self.spans_ else corpus
        inputs = self._encoder.inputs(seen, progress=self.progress)
        size = self._recipe(self._encoder.recipe(rows)).predict_batch
        with LateBar("predicting", total=rows, wanted=self.progress) as bar:
            scores = predict(self._network, inputs, np.arange(rows), size, bar)
        result: Probabilities = scores.double().softmax(dim=1).numpy()
        return result

    def predict(self, corpus: Corpus) -> Labels:
        """The most probable label of each row as a vote, shape (n,).

        Raises:
            SaysoError: as :meth:`predict_proba`.
        """
        result: Labels = self.predict_proba(corpus).argmax(axis=1).astype(np.int64)
        return result

    def score(self, corpus: Corpus, gold: npt.ArrayLike | None = None) -> float:
        """The share of rows labeled as in ``gold`` (n,), -1 unknown; by default the gold labels of the corpus.

        Rows without gold label do not count; without any, the score is NaN.

        Raises:
            SaysoError: SAY015 if there are no gold labels, SAY016 if one is no label, and as :meth:`predict_proba`.
        """
        self._require_fitted()
        known = corpus.gold_votes(self.task_.labels) if gold is None else np.asarray(gold, dtype=np.int64)
        if len(known) != len(corpus):
            expected = f"{len(corpus)} numbers, one per row"
            raise SaysoError(problem("SAY411", name="gold", found=f"{len(known)} numbers", expected=expected))
        right = (self.predict(corpus) == known)[known >= 0]
        return float(right.mean()) if len(right) else math.nan

    def save(self, path: str | Path) -> None:
        """Write the fitted model as the folder ``path``: JSON and safetensors, no pickle; all of it or nothing.

        Raises:
            SaysoError: SAY410 if the model is not fitted, SAY423 if ``path`` holds something else, SAY424 if it cannot
                be written.
        """
        self._require_fitted()
        with SEAL.writing(path) as folder:
            (folder / ENCODER).mkdir()
            config = {
                "task": {"name": self.task_.name, "labels": self.task_.labels},
                "columns": self._columns._asdict(),
                "settings": {name: value for name, value in self.get_params(deep=False).items() if name != "task"},
                "encoder": {"kind": self._encoder.kind, **self._encoder.save(folder / ENCODER)},
                "history": dataclasses.asdict(self.history_),
            }
            (folder / CONFIG).write_text(json.dumps(config, indent=1, default=_plain), encoding="utf-8")
            state = {name: value.cpu().contiguous() for name, value in self._network.state_dict().items()}
            (folder / WEIGHTS).write_bytes(save(state))

    @classmethod
    def load(cls, path: str | Path, *, device: str = "cpu") -> EndModel:
        """The model saved in the folder ``path``.

        Raises:
            SaysoError: SAY420 to SAY422 if there is none, it is of another version or damaged.
        """
        SEAL.read(path)
        folder = Path(path)
        config = json.loads((folder / CONFIG).read_text(encoding="utf-8"))
        task = Task(config["task"]["name"], tuple(config["task"]["labels"]))
        model = cls(task, **{**config["settings"], "device": device})
        state = load_file(folder / WEIGHTS)
        encoder = restore(folder / ENCODER, config["encoder"], device=device)
        network = Network(encoder.trunk(), state["prior"])
        network.load_state_dict(state)
        columns = Columns(**{kind: tuple(names) for kind, names in config["columns"].items()})
        model._set(task, columns, encoder, network.to(device).eval(), History(**config["history"]))
        return model

    def _set(self, task: Task, columns: Columns, encoder: Encoder, network: Network, history: History) -> None:
        """Become a fitted model."""
        self.task_, self._columns, self.history_ = task, columns, history
        self.text_, self.fields_, self.spans_ = columns
        self.classes_ = np.arange(len(task.labels))
        self.n_parameters_ = sum(part.numel() for part in network.parameters())
        self._encoder, self._network = encoder, network

    def _fields(self, corpus: Corpus, encoder: Encoder) -> tuple[str, ...]:
        """The fields to be read, each one there and of a kind that can be."""
        every = () if corpus.text else tuple(corpus.schema.kinds)
        fields = every if self.fields is None else tuple(self.fields)
        if fields and not encoder.reads_fields:
            expected = "none with a transformer, which reads texts only; the encoder 'bow' reads fields too"
            raise _setting("fields", ", ".join(fields), expected)
        for name in fields:
            if name in corpus.fields.columns and name not in corpus.schema.kinds:
                raise _setting("fields", name, "columns of numbers, dates, truth values or texts")
            corpus.strings(name)
        return fields

    def _task(self) -> Task:
        if isinstance(self.task, Task):
            return self.task
        if (
            isinstance(self.task, Sequence)
            and not isinstance(self.task, str)
            and all(isinstance(x, str) for x in self.task)
        ):
            return Task("task", tuple(self.task))
        raise _setting("task", self.task, "a Task, or the names of its labels")

    def _check(self) -> None:
        """Refuse settings that mean nothing."""
        if not isinstance(self.encoder, str):
            raise _setting("encoder", self.encoder, "a name")
        for name in ("epochs", "batch_size", "patience"):
            value = getattr(self, name)
            if value is not None and (not isinstance(value, (int, np.integer)) or value < 1):
                raise _setting(name, value, "a whole number from 1 upwards, or None")
        for name, least in (("learning_rate", "above 0"), ("weight_decay", "from 0 upwards")):
            value = getattr(self, name)
            if value is not None and not (_is_number(value) and (value > 0 or (value == 0 and name == "weight_decay"))):
                raise _setting(name, value, f"a number {least}, or None")
        if not (_is_number(self.validation_fraction) and 0 <= self.validation_fraction < 1):
            raise _setting("validation_fraction", self.validation_fraction, "a number from 0 to below 1")
        if self.random_state is not None and (
            not isinstance(self.random_state, (int, np.integer)) or self.random_state < 0
        ):
            raise _setting("random_state", self.random_state, "a whole number from 0 upwards, or None")
        try:
            torch.zeros(1, device=self.device)
        except (RuntimeError, AssertionError, TypeError):
            raise _setting(
                "device", self.device, "'cpu', or another device that this installation of torch has"
            ) from None

    def _recipe(self, recipe: Recipe) -> Recipe:
        """The encoder's recipe with the user's changes."""
        names = ("epochs", "learning_rate", "weight_decay", "batch_size", "patience")
        own = {name: getattr(self, name) for name in names if getattr(self, name) is not None}
        if recipe.trunk_rate is not None and self.learning_rate is not None:
            own["trunk_rate"] = recipe.trunk_rate * self.learning_rate / recipe.learning_rate
        return dataclasses.replace(recipe, **own)

    def _require_fitted(self) -> None:
        if not hasattr(self, "_network"):
            raise SaysoError(problem("SAY410"))


def _length(corpus: Any) -> int:
    """The number of rows, if it is a corpus."""
    if not isinstance(corpus, Corpus):
        expected = "a Corpus: Corpus.read(path) or Corpus.from_rows(rows, text=...)"
        raise SaysoError(problem("SAY411", name="the first argument", found=type(corpus).__name__, expected=expected))
    return len(corpus)


def _something_to_read(corpus: Corpus, fields: Sequence[str], wanted: Lesson) -> None:
    """Refuse a corpus with nothing to learn from, and texts that are all empty."""
    if not corpus.text and not fields:
        raise SaysoError(problem("SAY414", columns=", ".join(corpus.fields.columns[:20])))
    for name in corpus.text:
        if (corpus.strings(name).gather(wanted.rows).fill_null("").str.strip_chars() != "").any():
            return
    if not fields:
        why = f"the texts of all {len(wanted.rows)} rows with a weight are empty or missing"
        raise SaysoError(problem("SAY405", why=why))


def _plain(value: Any) -> Any:
    """A number of numpy's as one of Python's, for JSON."""
    return value.item()


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float, np.number)) and math.isfinite(value)


def _setting(name: str, found: Any, expected: str) -> SaysoError:
    return SaysoError(problem("SAY411", name=name, found=repr(found), expected=expected))
