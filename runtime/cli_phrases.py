"""What ``sayso phrases`` prints: everything that can be said, or what certain words occur in."""

from __future__ import annotations

import json
from itertools import groupby

from rich.text import Text

from ..compiler.phrasebook import entries, search
from .cli_session import Session


def phrases(session: Session, words: list[str], *, as_json: bool) -> None:
    """Print the phrasebook, or what is found in it."""
    words = [word for word in words if word.strip()]
    found, exact = search(words) if words else (list(entries()), True)
    if as_json:
        session.put(json.dumps([entry.to_json() for entry in found], indent=1, ensure_ascii=False) + "\n")
        return
    asked = " ".join(words)
    if not found:
        session.out.print(f"nothing is said with {asked}; sayso phrases shows everything")
        return
    if not exact:
        session.out.print(f"nothing is said with all of: {asked}; the nearest:")
    for domain, own in groupby(found, key=lambda entry: entry.domain):
        session.out.print(Text(f"\n{domain}", "bold"))
        for entry in own:
            line = Text("  ").append(entry.example, "green")
            if entry.echo != entry.example:
                line.append("  is said back as  ", "dim").append(entry.echo)
            session.out.print(line)
            if words:
                for phrase in entry.phrases:
                    session.out.print(Text(f"      {phrase}", "dim"))
