"""What the benchmarks share: their options, where data lie, and the file of figures each leaves in ``results/``."""

from __future__ import annotations

import argparse
import json
import os
import platform
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
RESULTS = ROOT / "benchmarks" / "results"
DATA = Path(os.environ.get("SAYSO_DATA", ROOT.parent / "shared" / "data"))


def options(doc: str | None, name: str) -> argparse.ArgumentParser:
    """A parser that knows ``--out``, by default ``results/<name>.json``."""
    parser = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=RESULTS / f"{name}.json", help="where the figures are written")
    return parser


def machine() -> dict[str, Any]:
    """When and where figures were measured."""
    return {
        "date": str(date.today()),
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "load": os.getloadavg()[0],
    }


def write(report: dict[str, Any], out: Path) -> None:
    """Write figures as JSON."""
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
