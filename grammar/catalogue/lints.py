"""Messages of the lints, and of the comparison of readings: SAY2xx."""

from __future__ import annotations

from .entry import Entry

LINTS = {
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
}
