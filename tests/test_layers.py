"""Imports point down: what is above may know what is below, never the other way round."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "drillkit"
RECORDS = {"", "errors", "drill", "verdict", "proof", "wire", "card", "rules", "quantity", "words", "keys"}
STORES = {"naming", "index", "drill_folder", "catalogue", "schema", "database", "attempt", "history", "workspace", "judge", "testing"}
CARD_STORES = {"deck_file", "deck_text", "decks", "deck_checks", "schedule", "study_log"}
USE_CASES = {"results", "whereabouts", "answers", "practice", "debugging", "doctor"}
STUDIES = set("memories outlook study_results knowledge weakness quizzing reviewing advice planning progress exports imports study".split())
FLOORS = (RECORDS, {"player"}, STORES | CARD_STORES, USE_CASES, STUDIES, {"views"}, {"cli"}, {"__main__"})
HEAVY = {"numpy", "pytest", "rich", "typer", "click", "_pytest"}
MAY_USE = {"numpy": {"judge", "player", "testing", "wire"}, "pytest": {"judge", "testing"}, "rich": {"views", "cli"}, "typer": {"cli"}}


def room_of(module: str) -> str:
    """`drillkit.views.cases` is in the room `views`."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


def floor_of(room: str) -> int:
    """Number of the floor, 0 being the lowest."""
    found = [number for number, rooms in enumerate(FLOORS) if room in rooms]
    assert found, f"{room} has no place in FLOORS: say which floor it stands on"
    return found[0]


def module_of(path: Path) -> str:
    """`drillkit/views/cases.py` is the module `drillkit.views.cases`."""
    parts = ["drillkit", *path.relative_to(PACKAGE).with_suffix("").parts]
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports_of(path: Path) -> set[str]:
    """Full names of all that a file imports, wherever in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative imports hide the layer"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


FILES = sorted(path for path in PACKAGE.rglob("*.py") if "_drills" not in path.parts)
NAMES = [str(path.relative_to(PACKAGE)) for path in FILES]


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_imports_point_down(path: Path) -> None:
    """No module imports one from a floor above its own."""
    here = floor_of(room_of(module_of(path)))
    for name in imports_of(path):
        if name.startswith("drillkit"):
            room = room_of(name)
            known = room if any(room in rooms for rooms in FLOORS) else ""
            assert floor_of(known) <= here, f"{path.name} imports {name}, which is above it"


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_heavy_packages_stay_in_their_rooms(path: Path) -> None:
    """NumPy and pytest belong to the judge, Rich to what is shown, Typer to the command line, click to nobody."""
    room = room_of(module_of(path))
    for package in {name.partition(".")[0] for name in imports_of(path)} & HEAVY:
        assert room in MAY_USE.get(package, set()), f"{path.name} imports {package}"


def test_mutants_are_made_of_text_alone() -> None:
    """What makes mutants needs nothing but the standard library."""
    for name in ("mutants", "mutations", "edits", "expression_mutations", "call_mutations", "statement_mutations"):
        found = {name.partition(".")[0] for name in imports_of(PACKAGE / f"judge/{name}.py")}
        assert found <= sys.stdlib_module_names | {"drillkit"}


def test_the_player_knows_only_the_wire() -> None:
    """What runs beside the learner's code imports nothing else of ours."""
    for path in (PACKAGE / "player").glob("*.py"):
        ours = {name for name in imports_of(path) if name.startswith("drillkit")}
        assert {room_of(name) for name in ours} <= {"player", "wire"}, path.name


def test_only_the_command_line_prints() -> None:
    """No `print` anywhere, and no writing to standard output below `cli`."""
    for path in FILES:
        room = room_of(module_of(path))
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id != "print", path
            if isinstance(node, ast.Attribute) and node.attr in ("stdout", "stderr") and isinstance(node.value, ast.Name):
                assert node.value.id != "sys" or room in ("cli", "judge", "player", "__main__"), path
