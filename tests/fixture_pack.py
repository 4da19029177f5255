"""Small drills, verdicts and a clock for tests; all files go where the caller says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from drillkit.verdict import Verdict, VerdictKind

STUB = b"def solve():\n    raise NotImplementedError\n"
HINTS = "# Hints\n\n## The idea\n\nThink.\n\n## The shapes\n\n```python\n## not a heading\n```\n\n## The outline\n\nWrite it.\n"
NOON = 1_795_262_400.0  # 2026-11-21 12:00 UTC


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self, now: float = NOON) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now

    def forward(self, seconds: float) -> None:
        self.now += seconds


def settings(**changes: Any) -> dict[str, Any]:
    """The keys of a valid drill.toml, with `changes`; a value of None removes its key."""
    valid: dict[str, Any] = {
        "format": 1,
        "title": "Top-k documents",
        "level": "M",
        "minutes": 15,
        "topics": ["similarity"],
        "roles": ["ml-engineer"],
        "source": "NumPy walk-through",
        "entry": ["solve"],
        "required": ["test_one"],
    }
    return {key: value for key, value in (valid | changes).items() if value is not None}


def write_toml(folder: Path, **changes: Any) -> Path:
    """Write a drill.toml into `folder`, tables last."""
    keys = settings(**changes)
    lines = [f"{key} = {json.dumps(value)}" for key, value in keys.items() if key not in ("limits", "part", "equivalent")]
    if "limits" in keys:
        lines += ["[limits]", *(f"{key} = {json.dumps(value)}" for key, value in keys["limits"].items())]
    for name in ("part", "equivalent"):
        for table in keys.get(name, ()):
            lines += [f"[[{name}]]", *(f"{key} = {json.dumps(value)}" for key, value in table.items())]
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "drill.toml"
    path.write_text("\n".join(lines) + "\n")
    return path


def make_drill(pack: Path, slug: str = "top-k", track: str = "retrieval", **changes: Any) -> Path:
    """A whole drill below `pack`, its folder returned."""
    folder = pack / track / slug
    write_toml(folder, **changes)
    (folder / "stub.py").write_bytes(STUB)
    (folder / "reference.py").write_text("def solve():\n    return 1\n")
    (folder / "hints.md").write_text(HINTS)
    (folder / "walkthrough.md").write_text("It returns one.\n")
    (folder / "prompt.md").write_text("Return one.\n")
    return folder


def verdict(kind: VerdictKind = VerdictKind.FAILED, *, drill: str = "top-k") -> Verdict:
    """A verdict of that kind on one required test."""
    return Verdict(drill=drill, kind=kind, passed=int(kind is VerdictKind.PASSED), required=1, seconds=0.25, printed="a\x00b")
