"""Small decks and a study for tests; all files go where the caller says."""

from __future__ import annotations

import json
from datetime import UTC
from pathlib import Path
from typing import Any

from fixture_pack import Clock, make_drill

from drillkit.catalogue import load
from drillkit.history import History
from drillkit.results import Practice
from drillkit.study import open_study
from drillkit.study_results import Study
from drillkit.workspace import Workspace

CORE = ("The mean is the sum over the count", "The median is the middle value", "Outliers move the mean, hardly the median")
ANSWER = (
    "The mean is the sum of the values over their count. The median is the middle value when they are sorted.\n"
    "Outliers move the mean a lot and the median hardly at all.\n"
)


def card(**changes: Any) -> dict[str, Any]:
    """The keys of a valid card, with `changes`; a value of None removes its key."""
    valid: dict[str, Any] = {
        "id": "mean-versus-median",
        "level": "E",
        "question": "How do mean and median differ?",
        "core": list(CORE),
        "bonus": ["The mean minimizes squared error"],
        "traps": [{"says": "The median is always smaller.", "why": "Only with a long right tail."}],
        "answer": ANSWER,
        "follow_ups": ["Which one would you report for incomes?"],
        "drills": ["top-k"],
        "topics": ["statistics"],
    }
    return {key: value for key, value in (valid | changes).items() if value is not None}


def toml(value: Any) -> str:
    """A value as inline TOML."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {toml(item)}" for key, item in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def make_deck(pack: Path, name: str = "statistics", cards: list[dict[str, Any]] | None = None, **changes: Any) -> Path:
    """A deck's file below `pack`, its path returned."""
    keys = {"format": 1, "title": name.title(), "summary": "Numbers", "order": 1} | changes
    lines = [f"{key} = {toml(value)}" for key, value in keys.items() if value is not None]
    for row in [card()] if cards is None else cards:
        lines += ["", "[[card]]", *(f"{key} = {toml(value)}" for key, value in row.items())]
    path = pack / "concepts" / f"{name}.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n")
    return path


def make_study(folder: Path, clock: Clock) -> Study:
    """A study on the pack in `folder`/drills, its state in `folder`/home, in the zone UTC; the caller closes its history."""
    home = folder / "home"
    kept = History.open(home / "history.db")
    drills = load(folder / "drills", cache=None)
    practice = Practice(catalogue=drills, history=kept, workspace=Workspace(folder=folder / "prep"), clock=clock)
    return open_study(practice, home, pack=folder / "drills", zone=UTC)


def make_pack(folder: Path, cards: int = 4) -> None:
    """Three drills and two decks below `folder`/drills."""
    pack = folder / "drills"
    make_drill(pack, "top-k", topics=["similarity"], related=["k-means"])
    make_drill(pack, "softmax", "neural-nets", minutes=10, level="E", topics=["stability"])
    make_drill(pack, "k-means", "models", minutes=25, topics=["similarity"])
    rows = [card(id=f"card-{number}", question=f"Question {number}?") for number in range(1, cards + 1)]
    make_deck(pack, "statistics", rows)
    make_deck(pack, "vectors", [card(id="norm", question="What is a norm?", level="M")], order=2)
