"""Messages about files and data: SAY0xx."""

from __future__ import annotations

from .entry import Entry

DATA = {
    "SAY001": Entry("error", "no such file: {path}", "check the spelling; the folder {folder} {listing}"),
    "SAY002": Entry("error", "{path} is a folder, a file was expected", "name a file inside it"),
    "SAY003": Entry("error", "{path} cannot be opened: {reason}", "check its permissions"),
    "SAY004": Entry("error", "{path} is empty", "check that it was written completely"),
    "SAY005": Entry(
        "error",
        "{path} is {found}, not a file of text",
        "name a .say file, or data in CSV, TSV, JSON, JSONL, Parquet or Arrow",
    ),
    "SAY006": Entry(
        "error",
        "byte {byte} at position {at} is no {encoding}",
        "save the file as UTF-8, or say what it is: --encoding cp1252",
    ),
    "SAY007": Entry("error", "there is no encoding {encoding!r}", "use for example utf-8, cp1252 or latin-1"),
    "SAY008": Entry(
        "error", "byte 0x00 at position {at} is no text", "take it out, or name the file's encoding: --encoding utf-16"
    ),
    "SAY010": Entry("error", "there are no rows; the columns are: {columns}", "name a file with at least one row"),
    "SAY011": Entry("error", "there is no column {column!r}; the columns are: {columns}", "name one of them"),
    "SAY012": Entry(
        "error", "it is not clear which column holds the text; the columns are: {columns}", "name it: --text COLUMN"
    ),
    "SAY013": Entry(
        "error",
        "every one of the {rows} texts in {columns} is empty or missing",
        "check that the right column is named and that the file was written completely",
    ),
    "SAY014": Entry("error", "the column {column!r} cannot be both the text and the gold label", "name two columns"),
    "SAY015": Entry("error", "the corpus has no gold labels", "name their column: --gold COLUMN"),
    "SAY016": Entry(
        "error",
        "the gold label {value!r} in row {row} (counted from 0) is none of the task's labels: {labels}",
        "correct the value, or the line 'task NAME: LABEL, LABEL' of the explanations",
    ),
    "SAY020": Entry("error", "there is no sample {name!r}; there are: {names}", "name one of them"),
    "SAY021": Entry("error", "the sample {name!r} has no file, it is made when it is loaded", "use load({name!r})"),
    "SAY022": Entry("error", "repeat is {found}; a whole number from 1 upwards was expected", "leave it out, or use 1"),
    "SAY035": Entry(
        "error",
        "the row has {found}, the header has {expected}",
        'put a field that contains the separator or a line end in double quotes, and write " inside it as ""',
    ),
    "SAY036": Entry(
        "error",
        "the quote that opens in the row of this line is never closed",
        'close it, or write " inside a quoted field as ""',
    ),
    "SAY037": Entry("error", "the column name {column!r} occurs {count} times", "give every column a name of its own"),
    "SAY038": Entry("error", "the CSV file cannot be read: {reason}", "check the separators and quotes around there"),
    "SAY039": Entry("error", "this is no valid JSON: {reason}", "correct it, or write the file again"),
    "SAY040": Entry(
        "error",
        "found {found}; expected {expected}",
        'JSONL is a JSON object per line; JSON a list of objects, or objects by id: {{"0": {{"data": {{"text": "..."}}}}}}',  # noqa: E501
    ),
    "SAY041": Entry("error", "this is no whole {format} file: {reason}", "write it again, or check its ending"),
    "SAY042": Entry(
        "error",
        "rows are {found}; expected mappings, a mapping of columns, or a polars, pandas or Arrow frame",
        'give for example [{{"text": "..."}}, ...]',
    ),
    "SAY043": Entry("error", "the columns have different lengths: {lengths}", "give every column one value per row"),
    "SAY044": Entry(
        "error", "the text column {column!r} holds {found}, not text", "name another column, or make it text first"
    ),
    "SAY045": Entry(
        "note",
        "the text column {column!r} holds {found}; its values are read as text",
        "check that it is the right one",
    ),
    "SAY046": Entry("note", "the token index in {folder} is damaged ({reason}); it is built again"),
    "SAY047": Entry(
        "note",
        "the token index cannot be kept in {folder}: {reason}; it is kept in memory",
        "make room, or name another folder: SAYSO_CACHE",
    ),
    "SAY048": Entry(
        "error",
        "the {rows} texts have more than {most} tokens",
        "split the corpus into several",
    ),
    "SAY050": Entry(
        "error",
        "no value of {column!r} is a span of its text: row {row} (counted from 0) has {found}; its text has {length} "
        "characters",
        "give (start, end) in characters from 0, the end exclusive, as a list or as a text such as [12, 20]",
    ),
    "SAY051": Entry(
        "warning",
        "{count} of the values of {column!r} are no spans of their texts and are taken as missing; the first is "
        "{found} in row {row} (counted from 0), whose text has {length} characters",
        "give (start, end) in characters from 0, the end exclusive",
    ),
    "SAY052": Entry(
        "error",
        "no value of {column!r} is a list of entities: row {row} (counted from 0) has {found}",
        "give a list of (start, end, TYPE) for each row, offsets in characters from 0, the end exclusive",
    ),
    "SAY053": Entry(
        "warning",
        "{count} of the entities in {column!r} are no places of their texts and are left out; the first is in row "
        "{row} (counted from 0): {found}",
        "give (start, end, TYPE), offsets in characters from 0, the end exclusive",
    ),
    "SAY054": Entry(
        "error",
        "there is neither a column nor an installed spaCy pipeline {name!r} for entities",
        "name a column of (start, end, TYPE), install the pipeline (python -m spacy download {name}), or hand over a "
        "loaded one",
    ),
    "SAY055": Entry(
        "error",
        "entities (people, places, dates, ...) are asked for, and the corpus has none",
        'name a column of (start, end, TYPE), or a spaCy pipeline that finds them: entities="en_core_web_sm"',
    ),
    "SAY056": Entry(
        "error",
        "the argument {column!r} is asked for; the corpus has these columns of argument spans: {columns}",
        "name the columns of (start, end) when the corpus is read: spans=[{column!r}]",
    ),
    "SAY057": Entry(
        "error",
        "now is {found}; expected a date or a column of dates; the columns are: {columns}",
        'write the date as year, month and day: now="2024-06-30", or --now 2024-06-30',
    ),
}
