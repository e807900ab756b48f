"""Messages about end models, their encoders and the folders of models: SAY4xx."""

from __future__ import annotations

from .entry import Entry

END_MODELS = {
    "SAY401": Entry(
        "error",
        "the probabilistic labels are {found}; expected {expected}: a row per row of the corpus, a column per label",
        "pass what the label model's predict_proba gives; for hard labels: np.eye(number_of_labels)[labels]",
    ),
    "SAY402": Entry(
        "error",
        "row {row} (counted from 0) of the probabilistic labels is {found}; expected probabilities that sum to 1",
        "give rows without a label any probabilities and the sample_weight 0",
    ),
    "SAY403": Entry(
        "error",
        "sample_weight is {found}; expected {expected} finite numbers from 0 upwards",
        "leave it out, or give 1 for the rows to train on and 0 for the others",
    ),
    "SAY404": Entry(
        "error",
        "all {rows} rows to train on have the label {label}, so there is nothing to tell apart",
        "add labeling functions for {others}",
    ),
    "SAY405": Entry(
        "error",
        "there is no row to train on: {why}",
        "check that the labeling functions vote on this corpus, and that sample_weight is not 0 throughout",
    ),
    "SAY406": Entry(
        "error",
        "there is no encoder {encoder!r}",
        "use one of {names}, the folder of a transformer, or its name on the Hugging Face hub, owner/name",
    ),
    "SAY407": Entry(
        "error",
        "the encoder {encoder!r} needs the package {package}, which is not installed",
        'pip install "sayso[{extra}]"',
    ),
    "SAY408": Entry(
        "error",
        "the encoder {encoder!r} cannot be loaded: {reason}",
        "check the name; a folder needs config.json, the tokenizer's files and weights in safetensors; "
        "without a network only bundled and already downloaded encoders can be used",
    ),
    "SAY409": Entry(
        "error",
        "the model reads the text column {column!r}; the corpus has the text columns {columns}",
        "read the corpus with text={column!r}; on the command line: --text {column}",
    ),
    "SAY410": Entry("error", "this end model is not fitted", "call fit(corpus, probs) first, or load a saved one"),
    "SAY411": Entry("error", "{name} is {found}; expected {expected}"),
    "SAY412": Entry(
        "error",
        "the training did not converge: the loss is no number from the first round on",
        "use a smaller learning_rate (it was {learning_rate:g})",
    ),
    "SAY414": Entry(
        "error",
        "there is nothing for the end model to read: no text, and no other column that it can use; found: {columns}",
        "name the text column with --text, or use the label model alone: sayso label",
    ),
    "SAY420": Entry(
        "error",
        "{path} is no {kind} folder of Sayso: found {found}",
        "name the folder that was given to --out or save()",
    ),
    "SAY421": Entry(
        "error",
        "{path} is a {kind} folder in format {found}; this version of Sayso reads format {expected}",
        "write it again with this version, or install the version that wrote it",
    ),
    "SAY422": Entry(
        "error",
        "{path} is damaged: {file} {finding}",
        "copy the {kind} folder again from where it was written, or write it again",
    ),
    "SAY423": Entry(
        "error",
        "{path} is not replaced, since {found}",
        "name a new or empty folder, or a {kind} folder that Sayso wrote",
    ),
    "SAY424": Entry(
        "error",
        "{path} cannot be written: {reason}; whatever was there before is still there",
        "make room or choose another place",
    ),
}
