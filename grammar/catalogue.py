"""Every message Sayso can print, once, each under a stable code.

SAY0xx files and data · SAY1xx reading explanations · SAY2xx lints of labeling functions ·
SAY3xx votes and label model · SAY4xx end model and model folders · SAY5xx settings and commands.
A message says what was found and what was expected; ``fix`` says what to do. A retired code is never reused.
"""

from __future__ import annotations

from typing import Literal, NamedTuple


class Entry(NamedTuple):
    """A catalogue entry: severity, message and advice, the latter two with ``{named}`` gaps."""

    severity: Literal["error", "warning", "note"]
    message: str
    fix: str | None = None


CATALOGUE: dict[str, Entry] = {
    # -- SAY0xx: files and data ------------------------------------------------------------------------------
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
    "SAY057": Entry(
        "error",
        "now is {found}; expected a date or a column of dates; the columns are: {columns}",
        'write the date as year, month and day: now="2024-06-30", or --now 2024-06-30',
    ),
    "SAY056": Entry(
        "error",
        "the argument {column!r} is asked for; the corpus has these columns of argument spans: {columns}",
        "name the columns of (start, end) when the corpus is read: spans=[{column!r}]",
    ),
    # -- SAY1xx: reading explanations ------------------------------------------------------------------------
    "SAY101": Entry("error", "{word!r} is not understood"),
    "SAY102": Entry("error", "the explanation cannot go on with {found!r}"),
    "SAY103": Entry("error", "the explanation ends too early"),
    "SAY104": Entry("error", "this quotation mark is never closed", "put the same mark behind the quoted words"),
    "SAY105": Entry("error", "these words make a sentence but no condition: {why}", "say it in another way"),
    "SAY106": Entry("error", "there is no condition here", 'write for example: it mentions "check out"'),
    "SAY107": Entry(
        "error",
        "the explanation has {words} words, at most {limit} are read",
        "split it into several explanations, or put long lists into a 'let'",
    ),
    "SAY110": Entry(
        "error",
        "task {task} needs between 2 and 127 different, non-empty labels; found: {labels}",
        "write for example: task spam: ham, spam",
    ),
    "SAY112": Entry("error", "the file already has a task: {task}", "keep one line 'task ...'; use one file per task"),
    "SAY113": Entry("error", "this 'let' gives no list", 'write for example: let greetings = "hello", "good morning"'),
    "SAY114": Entry(
        "error", "no task is named before this explanation", "begin the file with a line such as: task spam: ham, spam"
    ),
    "SAY115": Entry(
        "error", "{label!r} is no label of the task {task}; its labels are: {labels}", "begin the line with a label"
    ),
    "SAY116": Entry(
        "error",
        "a condition is expected behind the label {label}",
        'write for example: {label} because it mentions "x"',
    ),
    "SAY117": Entry("error", "the list {name!r} is defined twice", "rename or remove this one; the first one is used"),
    "SAY118": Entry("error", "{name!r} is a word of the language and cannot name a list", "choose another name"),
    "SAY119": Entry("error", "the list {name!r} is defined by itself", "name its words instead"),
    "SAY120": Entry(
        "error",
        "no explanation was understood, so there is no labeling function",
        "mend the errors above, then try again",
    ),
    "SAY121": Entry(
        "error", "there are no explanations{where}", 'add a line such as: spam because it mentions "check out"'
    ),
    "SAY122": Entry(
        "error",
        "this is a fault of the whole file ({codes}), not only of one explanation, so nothing is made of it",
        "mend the errors above, then try again; nothing was written",
    ),
    "SAY130": Entry(
        "note", "{found!r} is read as {taken!r}", "correct it, or put it in quotes to look for the word itself"
    ),
    "SAY131": Entry("note", "{found!r} is vague; it is read as {taken}", "write a number if another one is meant"),
    "SAY138": Entry(
        "note",
        "{found!r} is vague; the dev set speaks for {taken}",
        "write a number if another one is meant",
    ),
    "SAY139": Entry("note", "{found!r} is vague; {taken} counts", "leave the vague word out, or write a number for it"),
    "SAY140": Entry(
        "note", "{found!r} is taken for {taken}", "name the column that is meant, if it is about another thing"
    ),
    "SAY132": Entry("note", "{found!r} is looked for as if it stood in quotes", "put it in quotes: {taken}"),
    "SAY133": Entry(
        "error",
        "{word!r} is no condition: a text does not show it by itself",
        'name what shows it, for example: it mentions "..."',
    ),
    "SAY136": Entry(
        "error",
        "'and' and 'or' are mixed in one list",
        'say which belong together: it mentions "a" and it mentions any of "b", "c"',
    ),
    "SAY134": Entry(
        "error",
        "the explanation is given for {label}, but its words say {other}",
        "correct the label or the words",
    ),
    "SAY135": Entry(
        "error",
        "'not {label}' may mean any of the other labels; there are: {others}",
        "name the label that is meant",
    ),
    "SAY137": Entry(
        "error",
        "the explanation says two labels: {label} and {other}",
        "write one explanation for each label",
    ),
    "SAY142": Entry(
        "note", "{found!r} states no condition and is left aside", "say what the row shows if it is meant as one"
    ),
    "SAY141": Entry(
        "error",
        "reading this is beyond Sayso, which is its own fault: {error}",
        "say it in another way, and please report this explanation",
    ),
    "SAY111": Entry(
        "error",
        "this is no labeling function in JSON: found {found}, expected {expected}",
        "write it with LF.to_json(); files from other releases need the release that wrote them",
    ),
    "SAY150": Entry(
        "error",
        "the primitive {name} cannot be declared: {why}",
        "correct its class; docs/engineers.md says how a primitive is declared",
    ),
    "SAY151": Entry("error", "there is already a node {name}, in {home}", "give the primitive another name"),
    "SAY152": Entry("error", "{path} cannot be imported: {reason}", "correct the module, or the path behind --with"),
    "SAY153": Entry(
        "error",
        "this function uses the primitive {name}, which is not declared here",
        "import the module that declares it first; on the command line: sayso --with FILE.py ...",
    ),
    # -- SAY2xx: lints of labeling functions -----------------------------------------------------------------
    "SAY201": Entry("warning", "{name} never votes on the {rows} rows", "check the spelling, or look for other words"),
    "SAY202": Entry("warning", "{name} votes on every one of the {rows} rows", "make the condition narrower"),
    "SAY203": Entry("warning", "{name} says the same as {other}", "remove one of them"),
    "SAY204": Entry(
        "warning",
        "{name} adds nothing to {other}, which votes the same wherever it votes",
        "remove it or change its label",
    ),
    "SAY205": Entry(
        "warning", "{name} has the same condition as {other} and votes for another label", "keep one of them"
    ),
    "SAY206": Entry(
        "warning",
        "the explanation does not hold on the row it was given for",
        "correct it, or give the right row number",
    ),
    "SAY208": Entry("warning", "there is no row {row}; the corpus has the rows 0 to {last}", "correct the row number"),
    "SAY209": Entry(
        "note",
        "{name} can be read in another way, which votes differently",
        "give the row that it was said of ({label} #ROW because ...), or say it as the reading that is meant",
    ),
    "SAY210": Entry(
        "note",
        "{name} is not read as its words suggest first, since the data speak against that",
        "say it in other words if it was meant",
    ),
    "SAY211": Entry("warning", "a part of {name} adds nothing, whatever the rows are", "say no more than: {shorter}"),
    "SAY212": Entry("warning", "{name} can hold on no row: its parts exclude each other", "correct or remove one part"),
    "SAY213": Entry("note", "{name} looks for words that never occur", "check the spelling, or leave them out"),
    "SAY214": Entry(
        "note", "a part of {name} changes no vote on these {rows} rows", "leave it out if the rows are typical"
    ),
    "SAY215": Entry(
        "warning",
        "{name} is {other} with another number, and votes the same wherever it votes",
        "keep the one with the number that is meant",
    ),
    "SAY216": Entry(
        "warning",
        "wherever {name} votes, {other} votes for another label",
        "make the condition of {other} narrower, or remove one of them",
    ),
    "SAY217": Entry(
        "warning", "a branch of {name} can hold on no row: its parts exclude each other", "say no more than: {shorter}"
    ),
    "SAY218": Entry(
        "note", "a number in {name} changes no vote on these {rows} rows", "check that it is the one that is meant"
    ),
    "SAY219": Entry("warning", "{name} votes on every row, whatever it says", "make the condition narrower"),
    "SAY220": Entry("note", "it does not hold on the row that the explanation was given for"),
    "SAY221": Entry(
        "note",
        "{right} of its {votes} votes on the dev set are right, fewer than for rows drawn at random, of which {share} "
        "have that label",
    ),
    "SAY222": Entry("note", "it holds on none of the {rows} rows"),
    "SAY223": Entry("note", "it holds on every one of the {rows} rows"),
    "SAY224": Entry("note", "it votes exactly like {other}, on every row"),
    # -- SAY3xx: votes and label model -----------------------------------------------------------------------
    "SAY301": Entry(
        "error",
        "votes are {found}; a table of whole numbers was expected, a row per data point and a column per labeling "
        "function, at least one of each",
        "use -1 where a labeling function abstains, and 0, 1, ... for the labels",
    ),
    "SAY302": Entry(
        "error",
        "{lf} votes {vote} in row {row} (counted from 0); expected -1 (abstain) or 0 to {top}, for {labels}",
        "check the labels: a vote is the position of its label in the list, counted from 0",
    ),
    "SAY303": Entry(
        "error",
        "{found} names for {expected} labeling functions; names that occur more than once: {repeated}",
        "give every labeling function one name of its own",
    ),
    "SAY304": Entry(
        "error",
        "between 2 and 127 different, non-empty labels were expected; found: {found}",
        'name them, for example labels=["ham", "spam"], or give their number',
    ),
    "SAY305": Entry(
        "error",
        "the votes are over the labels {found}; expected: {expected}",
        "use the same labels, in the same order, for votes and model",
    ),
    "SAY306": Entry(
        "error",
        "gold labels: found {found}; expected one whole number for each of the {rows} rows, -1 (unknown) or 0 to {k}",
        "use -1 where the label is not known; names of labels are read too, None where it is not known",
    ),
    "SAY307": Entry(
        "error",
        "a part of the votes comes from {found}; the first part comes from {expected}",
        "apply the same labeling functions, in the same order, to every part",
    ),
    "SAY320": Entry(
        "warning",
        "{count} of {total} labeling functions never vote: {lfs}",
        "nothing is learned about them; look for a misspelled word or a condition that is too narrow",
    ),
    "SAY321": Entry(
        "warning",
        "no labeling function votes on any of the {rows} rows",
        "every row gets the class balance; check that the votes belong to these rows",
    ),
    "SAY322": Entry(
        "warning",
        "all votes are for {label}: nothing can be learned about how far to trust them",
        "add labeling functions for {others}",
    ),
    "SAY323": Entry(
        "note",
        "every labeling function votes for one label only, so their accuracies are told by where they stay silent",
        "labeling functions that choose between labels, or a small dev set, make the estimates firmer",
    ),
    "SAY324": Entry(
        "warning",
        "no two labeling functions ever vote on the same row, so they cannot be compared; majority vote is used",
        "broaden some labeling functions, or give a small dev set",
    ),
    "SAY325": Entry(
        "warning",
        "no three labeling functions overlap with each other, so their accuracies cannot be told apart from the votes; "
        "majority vote is used",
        "add labeling functions, broaden some, or give a small dev set",
    ),
    "SAY326": Entry(
        "note",
        "the model leaves {share} of the agreement between labeling functions unexplained; it is trusted with {trust} "
        "of the evidence, and a vote weighted by agreement with the rest",
        "labeling functions that read the same words may be named in structure; a small dev set helps most",
    ),
    "SAY327": Entry(
        "warning",
        "the fitted model contradicts the votes ({reason}); majority vote is used instead",
        "give the class balance if it is known, or a small dev set",
    ),
    "SAY328": Entry(
        "warning",
        "{lf} is wrong more often than chance on the gold labels: {correct} of {votes} votes are right",
        "look at its rows: the explanation may mean the opposite of what was meant",
    ),
    "SAY329": Entry(
        "warning",
        "no labeling function votes for {labels}",
        "add labeling functions for it, or leave the label out",
    ),
    "SAY330": Entry(
        "note",
        "stopped after {iterations} iterations before the labels settled to {tol}",
        "raise max_iter if the last digits matter",
    ),
    "SAY331": Entry(
        "note",
        "without gold labels the accuracy of {count} of the {total} labeling functions cannot be told: {lfs}",
        "a small dev set tells it; so do functions that vote on the same rows and look at other things",
    ),
    "SAY340": Entry(
        "error",
        "this {model} is not fitted",
        "call fit(votes) first, or load a saved one",
    ),
    "SAY341": Entry(
        "error",
        "{name} is {found}; expected {expected}",
    ),
    "SAY342": Entry(
        "error",
        "the votes come from {found}; the model was fitted on {expected}",
        "apply the same labeling functions, in the same order, as for fitting",
    ),
    "SAY343": Entry(
        "error",
        "{path} is no saved label model: {reason}",
        "save it again with model.save(path)",
    ),
    # -- SAY4xx: end model and model folders -----------------------------------------------------------------
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
    "SAY414": Entry(
        "error",
        "there is nothing for the end model to read: no text, and no other column that it can use; found: {columns}",
        "name the text column with --text, or use the label model alone: sayso label",
    ),
    "SAY424": Entry(
        "error",
        "{path} cannot be written: {reason}; whatever was there before is still there",
        "make room or choose another place",
    ),
    # -- SAY5xx: settings and commands -----------------------------------------------------------------------
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
