"""Messages about settings and commands: SAY5xx."""

from __future__ import annotations

from .entry import Entry

COMMANDS = {
    "SAY501": Entry(
        "error",
        "the labeled file has {found}; its columns are: {columns}",
        "name the column of its labels: --gold COLUMN",
    ),
    "SAY502": Entry("error", "there is no label model {name!r}; there are: {names}", "name one of them"),
    "SAY503": Entry(
        "error", "{path} cannot be written: {reason}", "choose another place with --out; nothing has been done yet"
    ),
    "SAY504": Entry(
        "error",
        "{path} is an input and the output as well",
        "choose another name with --out; nothing has been done yet",
    ),
    "SAY505": Entry(
        "error",
        "{found} text columns are named; the model reads {expected}: {columns}",
        "name the columns that stand for them, in this order, with --text",
    ),
    "SAY506": Entry("error", "{path} cannot be written in the format {ending}", "use one of the endings {endings}"),
    "SAY507": Entry("error", "{option} is {found}; {expected} was expected"),
    "SAY508": Entry("error", "{option} has no effect {why}", "leave it out; nothing has been done yet"),
    "SAY509": Entry("error", "only .say files are mended, and this one ends in {ending}", "leave out --fix"),
    "SAY510": Entry(
        "error",
        "none of the {count} labeling functions votes on any of the {rows} rows",
        "check that these explanations were written for this data and that --text names the right column",
    ),
    "SAY511": Entry(
        "error", "there is no row {row}; the rows are 0 to {last}", "rows are counted from 0, without the header"
    ),
    "SAY512": Entry("error", "there is no labeling function {name}; they are LF1 to {last}", "name one of them"),
    "SAY513": Entry(
        "warning", "{count} of the {rows} rows to measure on are in {other} too", "name other labeled rows with --test"
    ),
    "SAY514": Entry(
        "error",
        "the label model 'weighted' learns from labeled rows alone, and there are none",
        "name a file of them: --dev FILE (in Python: dev=corpus), or choose another label model",
    ),
    "SAY515": Entry(
        "warning",
        "the column {column!r} holds the labels, and is read as any other column",
        "leave it out of what is learned from, and measure with it: --gold {column}",
    ),
    "SAY516": Entry(
        "warning",
        "the column {column!r} has the name of a label; in an explanation that word is the label",
        "give the column another name to speak of it",
    ),
    "SAY517": Entry("error", "the input ended and this is not saved:", "let the last line be /save FILE.say"),
    "SAY518": Entry(
        "warning",
        "the rows have such columns already, the new ones are renamed: {changed}",
        "give the rows without the columns of an earlier result",
    ),
    "SAY520": Entry(
        "error",
        "the probabilistic labels are {found}; a table of finite numbers with {k} columns was expected",
        "pass what predict_proba gives",
    ),
    "SAY530": Entry("error", "the system refuses: {reason}", "check the path and its permissions"),
    "SAY531": Entry(
        "error", "the disk is full", "make room, or choose another place; what was there before is still there"
    ),
    "SAY532": Entry("error", "the memory is not enough", "use fewer rows, or a machine with more memory"),
    "SAY590": Entry(
        "error",
        "this is a fault of Sayso, please report it: {error}",
        "run the command again with --debug and send what it prints",
    ),
}
