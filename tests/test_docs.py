"""What the documentation shows is what the program prints."""

from __future__ import annotations

import importlib.util
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import sayso
from sayso.primitives.registry import primitives

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def maker():
    spec = importlib.util.spec_from_file_location("make_phrasebook", ROOT / "docs" / "make_phrasebook.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_generated_documents_are_up_to_date(maker):
    for path, content in maker.documents().items():
        assert path.read_text(encoding="utf-8") == content, f"run 'make docs': {path.name} is out of date"


def test_every_primitive_has_an_example():
    assert [name for name, cls in primitives().items() if (cls.phrases or cls.names) and not cls.example] == []


def test_the_example_in_the_readme_prints_what_it_shows():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    code = re.search(r"```python\n(.*?)```", text, re.DOTALL)[1]
    shown = re.search(r"```text\n(.*?)```", text, re.DOTALL)[1]
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120)
    assert ran.stdout == shown


def test_links_in_the_documentation_lead_somewhere():
    for path in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")]:
        for target in re.findall(r"\]\(([^)#]+)", path.read_text(encoding="utf-8")):
            if not target.startswith("http"):
                assert (path.parent / target).exists(), f"{path.name}: {target}"


def test_the_recipe_for_primitives_shows_the_example():
    code = (ROOT / "examples" / "word_length.py").read_text(encoding="utf-8").split("annotations\n\n")[1]
    assert code in (ROOT / "docs" / "engineers.md").read_text(encoding="utf-8")


def echoes():
    """What the guide says that people type, with what it shows that Sayso says, and the row that it is said of."""
    row = None
    for line in (ROOT / "docs" / "guide.md").read_text(encoding="utf-8").splitlines():
        found = re.fullmatch(r"<!-- echoes: (.*) -->", line)
        if found:
            row = json.loads(found[1])
        elif row is not None and line.startswith("| ") and " | " in line:
            said, echo = line.removeprefix("| ").removesuffix(" |").split(" | ")
            if said != "you type":
                yield said, echo, row
        elif not line.startswith("|"):
            row = None


@pytest.mark.parametrize(("said", "echo", "row"), list(echoes()))
def test_the_guide_shows_what_is_said_back(said, echo, row):
    row = dict(row)
    now = row.pop("now", None)
    spans = [name for name in row if name.startswith("person")]
    entities = "entities" if "entities" in row else None
    corpus = sayso.Corpus.from_rows([row], text="text", spans=spans, entities=entities, now=now)
    program = sayso.compile([sayso.Explanation(said, "yes")], corpus, task=sayso.Task("t", ("no", "yes")))
    assert [lf.when for lf in program.lfs] == [echo]
