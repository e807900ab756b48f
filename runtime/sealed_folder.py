"""A folder with a manifest: what it holds, in which format, and a checksum of every file.

A folder is read only after every file has been found to be the one that was written, so that whatever reads the parts
may trust them. Nothing in it is pickled.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..corpora.writing import new_folder
from ..grammar.diagnostics import SaysoError, problem
from ..grammar.given import expect_path

MANIFEST = "manifest.json"
BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Seal:
    """What a folder is: its kind (``"model"``, say) and the version of the format in which it is written."""

    kind: str
    version: int

    @contextlib.contextmanager
    def writing(self, path: str | Path, facts: Mapping[str, Any] | None = None) -> Iterator[Path]:
        """A new folder that is sealed and takes the place of ``path`` when the block ends well.

        ``facts`` is JSON-ready data for the manifest, given back by :meth:`read`.

        Raises:
            SaysoError: SAY423 if ``path`` holds anything but a folder of this kind; SAY424 if it cannot be written.
        """
        expect_path(path)
        self.check_replaceable(path)
        with new_folder(path) as work:
            yield work
            manifest = {"kind": f"sayso {self.kind}", "format": self.version, "facts": dict(facts or {})}
            manifest["files"] = {_name(file, work): _entry(file) for file in _files(work)}
            manifest["checksum"] = _checksum(manifest)
            (work / MANIFEST).write_text(json.dumps(manifest, indent=1), encoding="utf-8")

    def read(self, path: str | Path) -> dict[str, Any]:
        """Check every file of the folder ``path``; the result is the facts it was sealed with.

        Raises:
            SaysoError: SAY420 if it is no folder of this kind, SAY421 if it is of another version, SAY422 if a file
                is missing or not the one that was written.
        """
        expect_path(path)
        folder = Path(path)
        manifest = self._manifest(folder)
        if manifest is None:
            raise SaysoError(problem("SAY420", path=path, kind=self.kind, found=_found(folder)))
        if manifest.get("format") != self.version:
            found = manifest.get("format")
            raise SaysoError(problem("SAY421", path=path, kind=self.kind, found=found, expected=self.version))
        if manifest.get("checksum") != _checksum(manifest):
            raise SaysoError(problem("SAY422", path=path, kind=self.kind, file=MANIFEST, finding="has been changed"))
        for name, entry in manifest["files"].items():
            finding = _finding(folder / name, entry)
            if finding:
                raise SaysoError(problem("SAY422", path=path, kind=self.kind, file=name, finding=finding))
        facts: dict[str, Any] = manifest["facts"]
        return facts

    def check_replaceable(self, path: str | Path) -> None:
        """Make sure that nothing but a folder of this kind would be lost if ``path`` were replaced.

        Raises:
            SaysoError: SAY423 if something else stands there, or something that Sayso did not write stands in it.
        """
        target = Path(path)
        if not target.exists() and not target.is_symlink():
            return
        if not target.is_dir():
            raise SaysoError(problem("SAY423", path=path, kind=self.kind, found="it is a file"))
        present = {_name(file, target) for file in _files(target)}
        manifest = self._manifest(target)
        if present and manifest is None:
            raise SaysoError(problem("SAY423", path=path, kind=self.kind, found=f"it holds {_some(present)}"))
        foreign = present - {MANIFEST, *(manifest or {}).get("files", {})}
        if foreign:
            found = f"it also holds {_some(foreign)}, which Sayso did not write"
            raise SaysoError(problem("SAY423", path=path, kind=self.kind, found=found))

    def _manifest(self, folder: Path) -> dict[str, Any] | None:
        """The manifest, or None if the folder has none of this kind."""
        try:
            manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        except OSError:
            return None
        except ValueError as error:  # neither UTF-8 nor JSON
            finding = "is no JSON, so it has been cut short or changed"
            raise SaysoError(problem("SAY422", path=folder, kind=self.kind, file=MANIFEST, finding=finding)) from error
        if not isinstance(manifest, dict) or manifest.get("kind") != f"sayso {self.kind}":
            return None
        return manifest if isinstance(manifest.get("files"), dict) else None


def _files(folder: Path) -> list[Path]:
    """Everything under ``folder`` that is no folder."""
    return sorted(file for file in folder.rglob("*") if not file.is_dir() or file.is_symlink())


def _name(file: Path, folder: Path) -> str:
    return file.relative_to(folder).as_posix()


def _entry(file: Path) -> dict[str, Any]:
    """Size and checksum of a file."""
    digest = hashlib.sha256()
    with file.open("rb") as stream:
        while block := stream.read(BLOCK):
            digest.update(block)
    return {"bytes": file.stat().st_size, "sha256": digest.hexdigest()}


def _finding(file: Path, entry: Mapping[str, Any]) -> str | None:
    """What is wrong with a file, None if nothing is."""
    if not file.is_file():
        return "is missing"
    if file.stat().st_size != entry["bytes"]:
        return f"has {file.stat().st_size} bytes, {entry['bytes']} were written"
    return None if _entry(file) == entry else "has been changed"


def _checksum(manifest: Mapping[str, Any]) -> str:
    """A checksum of everything else in the manifest."""
    rest = {key: value for key, value in manifest.items() if key != "checksum"}
    return hashlib.sha256(json.dumps(rest, sort_keys=True).encode()).hexdigest()


def _found(folder: Path) -> str:
    if not folder.exists():
        return "there is nothing"
    return f"a folder without a {MANIFEST} of that kind" if folder.is_dir() else "a file"


def _some(names: set[str]) -> str:
    """A few names, and how many more."""
    shown = sorted(names)[:3]
    return ", ".join(shown) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
