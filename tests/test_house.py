"""The rules of the house: who may import whom, what a file may hold, and what the package must ship."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections import Counter
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from sayso.compiler.language import language
from sayso.compiler.rules import COSTS, HOMES, RULES, rules_of
from sayso.grammar.catalogue import CATALOGUE
from sayso.primitives.registry import primitives

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = Path(__file__).parent / "golden" / "diagnostics.txt"
LAYERS = ("grammar", "corpora", "primitives", "compiler", "runtime")
"""From the bottom to the top: a layer imports from those before it."""

MAX_LINES = 600
PICKLERS = frozenset({"pickle", "dill", "cloudpickle", "joblib", "marshal", "shelve"})
PRINTERS = frozenset({"print", "sys.stdout.write", "sys.stderr.write"})
HEAVY = ("torch", "transformers", "spacy", "sklearn", "matplotlib", "polars")

FILES = sorted([ROOT / "__init__.py", *(path for layer in LAYERS for path in (ROOT / layer).rglob("*.py"))])


@cache
def tree(path):
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def module_of(path):
    """``grammar/nodes.py`` -> ``grammar.nodes``; a package is named for its folder, the root is the empty name."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_of(path): path for path in FILES}


def everywhere(find):
    """What ``find`` yields for each file as (line, finding), as a list of ``file:line: finding``."""
    return [f"{path.relative_to(ROOT)}:{line}: {what}" for path in FILES for line, what in find(path)]


class Import(NamedTuple):
    """An import of a module of the package: its dotted name below sayso, the line, and whether it runs on loading."""

    module: str
    line: int
    at_once: bool


def imports(path):
    """All imports of modules of the package in a file, those inside functions and TYPE_CHECKING blocks too."""
    package = module_of(path) if path.name == "__init__.py" else module_of(path).rpartition(".")[0]
    later = set()
    for node in ast.walk(tree(path)):
        is_typing = isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
        if is_typing or isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            later |= {id(inner) for inner in ast.walk(node)}
    for node in ast.walk(tree(path)):
        if not isinstance(node, ast.ImportFrom) or not node.level:
            continue
        parts = package.split(".") if package else []
        assert node.level - 1 <= len(parts), f"{path}:{node.lineno} imports from above the package"
        base = parts[: len(parts) - node.level + 1] + (node.module.split(".") if node.module else [])
        for alias in node.names:
            name = ".".join([*base, alias.name])
            if name != "__version__":
                yield Import(name if name in MODULES else ".".join(base), node.lineno, id(node) not in later)


def test_imports_inside_the_package_are_relative():
    def find(path):
        for node in ast.walk(tree(path)):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module] if isinstance(node, ast.ImportFrom) and not node.level else []
            yield from ((node.lineno, name) for name in names if name.split(".")[0] in ("sayso", *LAYERS))

    assert everywhere(find) == []


def test_imports_run_downwards_only():
    def find(path):
        own = module_of(path).split(".")[0]
        if own:  # the root gives the public names of every layer
            below = LAYERS[: LAYERS.index(own) + 1]
            yield from (
                (i.line, f"imports {i.module or 'sayso'}") for i in imports(path) if i.module.split(".")[0] not in below
            )

    assert everywhere(find) == []


def test_every_relative_import_names_a_module_that_exists():
    assert everywhere(lambda path: [(i.line, i.module) for i in imports(path) if i.module not in MODULES]) == []


def test_imports_make_no_circle():
    edges = {name: {i.module for i in imports(path) if i.at_once} - {name} for name, path in MODULES.items()}
    done, trail, circles = set(), [], []

    def visit(name):
        if name in trail:
            circles.append(" -> ".join([*trail[trail.index(name) :], name]))
        elif name not in done and name in edges:
            trail.append(name)
            for other in sorted(edges[name]):
                visit(other)
            trail.pop()
            done.add(name)

    for name in sorted(edges):
        visit(name)
    assert circles == []


def test_no_file_is_too_long():
    lengths = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in FILES}
    assert {name: lines for name, lines in lengths.items() if lines > MAX_LINES} == {}, "split it by subject"


def test_nothing_is_evaluated_or_unpickled():
    def find(path):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in ("eval", "exec", "torch.load", "torch.save"):
                yield node.lineno, ast.unparse(node.func)
            modules = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            modules += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            if {name.split(".")[0] for name in modules} & PICKLERS:
                yield node.lineno, ast.unparse(node)
            allows = isinstance(node, ast.keyword) and node.arg == "allow_pickle"
            if allows and not (isinstance(node.value, ast.Constant) and node.value.value is False):
                yield node.value.lineno, "allow_pickle"

    assert everywhere(find) == []


def test_only_the_command_line_prints():
    def find(path):
        if not re.match(r"runtime\.cli(_|\.|$)", module_of(path)):
            for node in ast.walk(tree(path)):
                if isinstance(node, ast.Call) and ast.unparse(node.func) in PRINTERS:
                    yield node.lineno, ast.unparse(node.func)

    assert everywhere(find) == []


# -- diagnostics ---------------------------------------------------------------------------------------------------


def codes_used():
    """Every catalogue code that the code names as a whole string, and where."""
    used = {}
    for path in FILES:
        if module_of(path).startswith("grammar.catalogue"):
            continue
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and re.fullmatch(r"SAY\d+", node.value):
                used.setdefault(node.value, []).append(f"{path.relative_to(ROOT)}:{node.lineno}")
    return used


def test_every_code_that_is_used_is_in_the_catalogue():
    assert {code: where for code, where in codes_used().items() if code not in CATALOGUE} == {}


def test_every_code_in_the_catalogue_is_used():
    assert sorted(set(CATALOGUE) - set(codes_used())) == []


def test_codes_have_the_form_and_stand_once():
    homes = {
        path.stem: re.findall(r'^    "(SAY\w+)":', path.read_text(encoding="utf-8"), re.MULTILINE)
        for path in FILES
        if module_of(path).startswith("grammar.catalogue.")
    }
    keys = [code for codes in homes.values() for code in codes]
    assert len(keys) == len(CATALOGUE), "the catalogue is written in another way than this test reads"
    assert [code for code in keys if keys.count(code) > 1] == []
    assert [code for code in keys if not re.fullmatch(r"SAY[0-5]\d\d", code)] == []
    assert {name: codes for name, codes in homes.items() if codes != sorted(codes)} == {}
    assert [name for name, codes in homes.items() if len({code[:4] for code in codes}) > 1] == [], "one digit, one file"


def test_every_message_gets_its_values():
    """``problem("SAYnnn", name=...)`` fills every gap of the message and its advice, as far as its keywords tell."""
    gap = re.compile(r"(?<!\{)\{(\w+)[^{}]*\}")

    def find(path):
        for node in ast.walk(tree(path)):
            if not (isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] == "problem" and node.args):
                continue
            code = node.args[0].value if isinstance(node.args[0], ast.Constant) else None
            given = {keyword.arg: keyword.value for keyword in node.keywords}
            if code not in CATALOGUE or None in given:  # a computed code, or values handed on with **
                continue
            own_fix = "fix" in given and isinstance(given["fix"], (ast.Constant, ast.JoinedStr))
            gaps = gap.findall(CATALOGUE[code].message + ("" if own_fix else CATALOGUE[code].fix or ""))
            if set(gaps) - set(given):
                yield node.lineno, f"{code} lacks {sorted(set(gaps) - set(given))}"

    assert everywhere(find) == []


def test_the_inventory_of_codes_is_as_it_was():
    """A code that disappears or changes its severity is a decision, not an accident."""
    now = "".join(f"{code} {entry.severity}: {entry.message}\n" for code, entry in sorted(CATALOGUE.items()))
    if os.environ.get("SAYSO_UPDATE_GOLDEN"):
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_text(now, encoding="utf-8")
    assert now.splitlines() == GOLDEN.read_text(encoding="utf-8").splitlines(), "run again with SAYSO_UPDATE_GOLDEN=1"


# -- the package ---------------------------------------------------------------------------------------------------


def settings():
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]


def folders():
    """The package's folders on disk: those of the layers that hold any file of their own."""
    found = {ROOT}
    for layer in LAYERS:
        for path in (ROOT / layer).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                found.add(path.parent)
    return found


def test_every_folder_with_code_is_a_listed_package():
    on_disk = {".".join(["sayso", *folder.relative_to(ROOT).parts]) for folder in folders() if any(folder.glob("*.py"))}
    assert set(settings()["packages"]) == on_disk
    assert len(settings()["packages"]) == len(on_disk)
    without = [
        str(folder) for folder in folders() if any(folder.glob("*.py")) and not (folder / "__init__.py").exists()
    ]
    assert not without


def test_every_data_file_is_listed():
    packages = {name: ROOT.joinpath(*name.split(".")[1:]) for name in settings()["packages"]}
    data = {
        path
        for folder in folders() - {ROOT}
        for path in folder.iterdir()
        if path.is_file() and path.suffix not in (".py", ".pyc", ".md")
    } | {ROOT / "py.typed"}
    patterns = settings()["package-data"]
    assert set(patterns) <= set(packages)
    shipped = {path for name in patterns for pattern in patterns[name] for path in packages[name].glob(pattern)}
    assert sorted(str(path.relative_to(ROOT)) for path in data - shipped) == []


def test_no_other_top_level_folder_holds_code_of_the_package():
    known = {*LAYERS, "tests", "benchmarks", "examples", "docs", "build", "dist"}
    others = {path.name for path in ROOT.iterdir() if path.is_dir() and any(path.rglob("__init__.py"))}
    assert {name for name in others if not name.startswith(".") and not name.endswith(".egg-info")} <= known


def test_importing_sayso_is_light():
    """The public names load on first use: nothing heavy comes in before."""
    code = (
        "import sys, sayso; sayso.__all__; dir(sayso); "
        f"print(sorted(m for m in sys.modules if m.split('.')[0] in {HEAVY!r} and '.' not in m))"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"


def test_every_public_name_has_a_home():
    import sayso

    for name in sayso.__all__:
        assert getattr(sayso, name) is not None
    assert set(sayso.__all__) <= set(dir(sayso))
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = sayso.no_such_name


def test_every_rule_of_the_grammar_has_one_meaning():
    """Of two functions with one name, one would be forgotten."""
    homes = Counter(name for module in HOMES for name in rules_of(module))
    assert [name for name, found in homes.items() if found > 1] == []


def test_every_meaning_has_a_rule_of_the_grammar():
    """A function that no rule names is forgotten, or no rule's meaning."""
    rules = {dotted.rule for found in language().beginning.values() for dotted in found}
    assert sorted({*RULES, *COSTS} - {name for rule in rules for name in (rule.name, rule.alias)}) == []


def test_every_primitive_defines_what_its_kind_leaves_open():
    def left_open(method: object) -> bool:
        method = method.fget if isinstance(method, property) else method
        return "NotImplementedError" in getattr(getattr(method, "__code__", None), "co_names", ())

    open_still = {
        f"{name}.{attribute}"
        for name, cls in primitives().items()
        for attribute in dir(cls)
        if left_open(getattr(cls, attribute))
    }
    assert open_still == {"Here.bounds", "Now.measure"}, "only what stands in for what is not yet known"
