"""`drill debug`: the first failing test as a script beside the learner's file."""

from __future__ import annotations

import ast
import base64
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from drillkit import workspace
from drillkit.drill import Drill
from drillkit.errors import DrillError
from drillkit.results import Practice
from drillkit.verdict import Verdict
from drillkit.whereabouts import current, file_of, shown_path

Debugging = Callable[..., tuple[Verdict, Mapping[str, Any] | None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Debugged:
    """The first failing test as files to be: `script` at `path`, `arrays` (name to contents) beside it.

    `line` is the first line of the learner's function, where a debugger should stop; None where it was not found.
    """

    drill: Drill
    solution: Path
    path: Path
    title: str
    message: str
    script: str
    arrays: Mapping[str, bytes]
    line: int | None


def debug(p: Practice, slug: str | None, judge: Debugging) -> Debugged | Verdict:
    """Judge the learner's file up to its first failing test; the verdict itself when there is no call to replay.  Records nothing."""
    drill = current(p, slug)
    solution = file_of(p, drill, p.history.past(drill.slug))
    source = workspace.read_submission(solution, missing=f"drill start {drill.slug} makes it")
    stem = f"debug_{drill.module}"
    verdict, found = judge(drill, source, filename=shown_path(p, solution), module=solution.stem, stem=stem)
    if found is None:
        return verdict
    return Debugged(
        drill=drill,
        solution=solution,
        path=solution.with_name(f"{stem}.py"),
        title=str(found["title"]),
        message=str(found["message"]),
        script=str(found["script"]),
        arrays={name: base64.b64decode(data) for name, data in found["arrays"].items()},
        line=first_line(source, str(found["function"])),
    )


def write(found: Debugged) -> None:
    """Put the script and its arrays beside the learner's file; those of an earlier run are replaced."""
    try:
        for name, data in found.arrays.items():
            found.path.with_name(name).write_bytes(data)
        found.path.write_text(found.script, encoding="utf-8")
    except OSError as error:
        raise DrillError(f"{found.path} cannot be written: {error.strerror}", hint="drill debug --print shows it instead") from error


def first_line(source: bytes, function: str) -> int | None:
    """Line of the first statement in `function` (`f`, `Class.method`, or a class for its `__init__`), its docstring left out."""
    owner, _, name = function.rpartition(".")
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ClassDef) and node.name == (owner or name):
            wanted = name if owner else "__init__"
            found = next((each for each in node.body if isinstance(each, ast.FunctionDef) and each.name == wanted), None)
            if found is not None:
                return _body(found)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and not owner and node.name == name:
            return _body(node)
    return None


def _body(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    rest = node.body[1:] if ast.get_docstring(node) is not None and len(node.body) > 1 else node.body
    return rest[0].lineno
