"""What is in the built archives: the whole package and nothing else, whatever the checkout's folder is called."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LAYERS = ("grammar", "corpora", "primitives", "compiler", "runtime")
BESIDE = ("pyproject.toml", "README.md", "LICENSE", "NOTICE", "__init__.py", "py.typed")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(importlib.util.find_spec("build") is None, reason="the package 'build' is not installed"),
]


def package_files(root):
    """Every file of the package, relative to the root: code and data, but no READMEs."""
    files = {path.relative_to(root) for layer in LAYERS for path in (root / layer).rglob("*") if path.is_file()}
    shipped = {path.as_posix() for path in files if path.suffix not in (".pyc", ".md")}
    return {f"sayso/{name}" for name in shipped | {"__init__.py", "py.typed"}}


@pytest.fixture(scope="module")
def archives(tmp_path_factory):
    """The wheel and the source archive, built in a folder with an awkward name that has tests and clutter in it."""
    root = tmp_path_factory.mktemp("build") / "my checkout-1.0"
    for layer in LAYERS:
        shutil.copytree(ROOT / layer, root / layer, ignore=shutil.ignore_patterns("__pycache__"))
    for name in BESIDE:
        shutil.copy(ROOT / name, root / name)
    for folder in ("tests", "benchmarks", "docs", "examples", ".venv/lib"):
        (root / folder).mkdir(parents=True)
        (root / folder / "test_clutter.py").write_text("raise SystemExit('clutter')\n")
        (root / folder / "__init__.py").touch()
    out = root.parent / "dist"
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), str(root)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=root.parent)
    assert done.returncode == 0, done.stdout + done.stderr
    return next(out.glob("*.whl")), next(out.glob("*.tar.gz"))


def test_the_wheel_holds_the_whole_package_and_nothing_else(archives):
    with zipfile.ZipFile(archives[0]) as wheel:
        names = set(wheel.namelist())
    info = {name for name in names if name.split("/")[0].endswith(".dist-info")}
    assert names - info == package_files(ROOT)
    assert {Path(name).name for name in info} >= {"METADATA", "entry_points.txt", "LICENSE", "NOTICE"}


def test_the_source_archive_suffices_to_build_it(archives):
    """``python -m build`` makes the wheel from it, so it holds what the wheel needs; clutter stays out."""
    with tarfile.open(archives[1]) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"pyproject.toml", "README.md", "LICENSE", "NOTICE"} <= names
    assert not [name for name in names if name.startswith((".venv", "docs/", "benchmarks/", "examples/"))]
