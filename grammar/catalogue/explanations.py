"""Messages about reading explanations, and about the labeling functions and primitives they name: SAY1xx."""

from __future__ import annotations

from .entry import Entry

EXPLANATIONS = {
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
    "SAY111": Entry(
        "error",
        "this is no labeling function in JSON: found {found}, expected {expected}",
        "write it with LF.to_json(); files from other releases need the release that wrote them",
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
    "SAY123": Entry(
        "error",
        "this line names no labels: a ':' is expected behind the name of the task",
        "write for example: task spam: ham, spam",
    ),
    "SAY124": Entry(
        "error",
        "{found!r} is no number of a row: behind the label, # tells the row that the explanation is given for",
        'write for example: spam #12 because it mentions "x"',
    ),
    "SAY125": Entry(
        "error", "the list {name!r} is not understood, so this explanation is not either", "mend the list first"
    ),
    "SAY130": Entry(
        "note", "{found!r} is read as {taken!r}", "correct it, or put it in quotes to look for the word itself"
    ),
    "SAY131": Entry("note", "{found!r} is vague; it is read as {taken}", "write a number if another one is meant"),
    "SAY132": Entry("note", "{found!r} is looked for as if it stood in quotes", "put it in quotes: {taken}"),
    "SAY133": Entry(
        "error",
        "{word!r} is no condition: a text does not show it by itself",
        'name what shows it, for example: it mentions "..."',
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
    "SAY136": Entry(
        "error",
        "'and' and 'or' are mixed in one list",
        'say which belong together: it mentions "a" and it mentions any of "b", "c"',
    ),
    "SAY137": Entry(
        "error",
        "the explanation says two labels: {label} and {other}",
        "write one explanation for each label",
    ),
    "SAY138": Entry(
        "note",
        "{found!r} is vague; the dev set speaks for {taken}",
        "write a number if another one is meant",
    ),
    "SAY139": Entry("note", "{found!r} is vague; {taken} counts", "leave the vague word out, or write a number for it"),
    "SAY140": Entry(
        "note", "{found!r} is taken for {taken}", "name the column that is meant, if it is about another thing"
    ),
    "SAY141": Entry(
        "error",
        "reading this is beyond Sayso, which is its own fault: {error}",
        "say it in another way, and please report this explanation",
    ),
    "SAY142": Entry(
        "note", "{found!r} states no condition and is left aside", "say what the row shows if it is meant as one"
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
}
