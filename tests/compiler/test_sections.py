"""The sections of a text, by their headings: what is one, where it ends, and how people speak of it."""

from __future__ import annotations

import pytest
import sayso
from sayso.corpora.headings import common_headings

REPORTS = [
    "HISTORY: Cough.\nFINDINGS: Clear lungs. Heart: normal.\nIMPRESSION: No change?",
    "Findings: A small cyst. Impression: Benign cyst, no change.",
    "HISTORY: Seen after a fall.\nFINDINGS:\nNote: rib broken\nIMPRESSION: Fracture",
    "There is a fracture; an impression: none.",
    "",
]
CORPUS = sayso.Corpus.from_rows([{"report": text} for text in REPORTS], text="report")
TASK = sayso.Task("scan", ("normal", "abnormal"))


@pytest.mark.parametrize(
    ("said", "meant", "rows"),
    [
        (
            'findings: "clear" and "normal" both',
            'it mentions all of "clear", "normal" in the section "findings"',
            [0],
        ),
        ('the impression mentions "change"', 'it mentions "change" in the section "impression"', [0, 1]),
        ('"fracture" is in the impression section', 'it mentions "fracture" in the section "impression"', [2]),
        ('"cyst" under Findings', 'it mentions "cyst" in the section "findings"', [1]),
        ('"normal" in the findings', 'it mentions "normal" in the section "findings"', [0]),
        ('"rib" under the heading "Findings"', 'it mentions "rib" in the section "findings"', [2]),
        ("the report's impression has a comma", 'it mentions a comma in the section "impression"', [1]),
        ("the impression is longer than 2 words", 'it has at least 3 words in the section "impression"', [1]),
        ("the impression is one sentence", 'it has exactly 1 sentence in the section "impression"', [0, 1, 2]),
        (
            "the findings have more than one sentence",
            'it has at least 2 sentences in the section "findings"',
            [0],
        ),
        ("there is no impression section", 'it does not mention a section "impression"', [3, 4]),
        ("it has a history section", 'it mentions a section "history"', [0, 2]),
        ("impression ends with a question mark", 'it ends with a question mark in the section "impression"', [0]),
        (
            '"cyst" in findings, not in the section "plan"',
            'it mentions "cyst" in the section "findings" and it does not mention "cyst" in the section "plan"',
            [1],
        ),
        ('a comparison section that says "none"', 'it mentions "none" in the section "comparison"', []),
        ('the clinical history section mentions "fall"', 'it mentions "fall" in the section "clinical history"', []),
        (
            'the first sentence of the impression has "no"',
            'it mentions "no" in the first sentence of the section "impression"',
            [0, 1],
        ),
        (
            'neither the findings nor the impression mentions "cyst"',
            'it does not mention "cyst" in the section "findings" and it does not mention "cyst" in the section '
            '"impression"',
            [0, 2, 3, 4],
        ),
        (
            'there is a history section and it does not mention "cyst"',
            'it mentions a section "history" and it does not mention "cyst" in the section "history"',
            [0, 2],
        ),
        (
            'the impression says "cyst"',
            'it mentions "cyst" in the section "impression"',
            [1],
        ),
        (
            '"cyst" is in the impression and "benign" is not in it',
            'it mentions "cyst" in the section "impression" and it does not mention "benign" in the section '
            '"impression"',
            [],
        ),
    ],
)
def test_sections_are_spoken_of_by_name(said: str, meant: str, rows: list[int]) -> None:
    program = sayso.compile([sayso.Explanation(said, "abnormal")], CORPUS, task=TASK)
    assert not program.errors, program.errors
    assert program.lfs[0].when == meant
    votes = program.apply(CORPUS).votes[:, 0].tolist()
    assert [i for i, vote in enumerate(votes) if vote == 1] == rows
    assert votes == [program.lfs[0]({"report": text}) for text in REPORTS]


@pytest.mark.parametrize("said", ['the section mentions "x"', 'the ceiling mentions "x"', '"x" in the section ""'])
def test_what_names_no_section_is_refused(said: str) -> None:
    assert sayso.compile([sayso.Explanation(said, "abnormal")], CORPUS, task=TASK).errors


def test_common_headings_need_no_other_word() -> None:
    assert list(common_headings(CORPUS.strings("report"))) == ["findings", "impression"]
