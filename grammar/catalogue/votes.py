"""Messages about votes and label models: SAY3xx."""

from __future__ import annotations

from .entry import Entry

VOTES = {
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
}
