"""The answer that is being typed, kept line by line until it is locked, so that not even a kill loses it."""

from __future__ import annotations

import json
from pathlib import Path

NAME = "draft.json"


def kept(folder: Path, card: str) -> list[str]:
    """The lines typed for a card before an interruption."""
    try:
        found = json.loads((folder / NAME).read_text("utf-8"))
        return [str(row) for row in found["lines"]] if found["card"] == card else []
    except (OSError, ValueError, KeyError, TypeError):
        return []


def keep(folder: Path, card: str, lines: list[str]) -> None:
    """Note the lines typed so far; a folder that cannot be written only loses the draft."""
    path = folder / NAME
    draft = path.with_suffix(".new")
    try:
        draft.write_text(json.dumps({"card": card, "lines": lines}), encoding="utf-8")
        draft.replace(path)
    except (OSError, ValueError):
        return


def drop(folder: Path) -> None:
    """Forget the draft: its answer is locked."""
    (folder / NAME).unlink(missing_ok=True)
