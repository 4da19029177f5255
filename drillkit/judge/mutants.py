"""Mutants of a solution: its source with one small thing changed, for `drill verify --mutate`.

mutmut and cosmic-ray mutate a package on disk and run its test command, a process for each mutant; here the judge, already
warm, is handed a source.  `ast` tells where to cut, and all that is not mutated keeps its text, so that a diff is one line.
"""

from __future__ import annotations

import ast
import textwrap
import warnings
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from drillkit.judge.edits import Change, Source
from drillkit.judge.mutations import changes

_NOT_CODE = ("annotation", "returns", "decorator_list", "bases", "type_params", "type_comment")
_CONTEXT, _LONG = 24, 60
_BODIES = ("body", "orelse", "finalbody", "handlers", "cases", "decorator_list")
Path = tuple[tuple[str, int | None], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """`source` is the whole program, `before` and `after` its lines that differ, the first of them number `line`.

    `key` names the mutant by function and statement, so that it survives reformatting and edits elsewhere in the file.
    """

    operator: str
    line: int
    before: str
    after: str
    key: str
    source: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """A node, the function it is in, and the steps from the module to the statement it belongs to."""

    node: ast.AST
    parent: ast.AST
    function: str
    statement: Path


def mutants(source: str) -> Iterator[Mutant]:
    """All mutants of a program, in the order of its lines: each compiles, none is the program itself or another mutant."""
    text = source.replace("\r\n", "\n")
    tree, program = ast.parse(text), Source(text)
    seen, keys = {ast.dump(tree)}, Counter[str]()
    for place in _places(tree):
        for change in changes(place.node, place.parent, program):
            changed = _changed(program, change)
            mutated = _compiled(changed)
            if mutated is None or ast.dump(mutated) in seen:
                continue
            seen.add(ast.dump(mutated))
            key = f"{place.function}: {_shown(_at(tree, place.statement), _at(mutated, place.statement))}"
            keys[key] += 1
            line, before, after = _difference(program, change)
            number = f" #{keys[key]}" if keys[key] > 1 else ""
            yield Mutant(operator=change.operator, line=line, before=before, after=after, key=key + number, source=changed)


def _places(tree: ast.Module) -> Iterator[_Place]:
    yield from _below(_Place(node=tree, parent=tree, function="module", statement=()), ())


def _below(place: _Place, path: Path) -> Iterator[_Place]:
    """The nodes below a place that are code of their own: no docstrings, annotations, imports, decorators, texts of errors."""
    for name, value in ast.iter_fields(place.node):
        if name in _NOT_CODE or (name == "keywords" and isinstance(place.node, ast.ClassDef)):
            continue
        for number, child in enumerate(value) if isinstance(value, list) else [(None, value)]:
            if isinstance(child, ast.AST) and not _is_left_alone(child):
                steps = (*path, (name, number))
                below = _Place(
                    node=child,
                    parent=place.node,
                    function=_inside(child, place.function),
                    statement=steps if isinstance(child, ast.stmt) else place.statement,
                )
                yield below
                if not isinstance(child, ast.Raise):
                    yield from _below(below, steps)


def _is_left_alone(node: ast.AST) -> bool:
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant)
    if isinstance(node, ast.If):
        return any(isinstance(part, ast.Name) and part.id == "__name__" for part in ast.walk(node.test))
    return isinstance(node, ast.Import | ast.ImportFrom | ast.JoinedStr)


def _inside(node: ast.AST, function: str) -> str:
    if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return function
    return node.name if function == "module" else f"{function}.{node.name}"


def _changed(program: Source, change: Change) -> str:
    data = program.data
    for edit in sorted(change.edits, key=lambda edit: edit.start, reverse=True):
        data = data[: edit.start] + edit.text.encode() + data[edit.end :]
    return data.decode()


def _compiled(source: str) -> ast.Module | None:
    """The tree of a program that compiles."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            compile(source, "mutant", "exec", dont_inherit=True)
        except (SyntaxError, ValueError):
            return None
        return ast.parse(source)


def _difference(program: Source, change: Change) -> tuple[int, str, str]:
    """The first line of a change, and the lines it touches before and after."""
    start = program.data.rfind(b"\n", 0, min(edit.start for edit in change.edits)) + 1
    end = program.data.find(b"\n", max(edit.end for edit in change.edits))
    end = len(program.data) if end < 0 else end
    after = _changed(program, change).encode()[start : len(_changed(program, change).encode()) - (len(program.data) - end)]
    before = program.data[start:end].decode()
    return program.line(min(edit.start for edit in change.edits)), textwrap.dedent(before), textwrap.dedent(after.decode())


def _at(tree: ast.Module, path: Path) -> str:
    """The statement at the end of a path on one line, without the statements that it holds."""
    node: Any = tree
    for name, number in path:
        node = getattr(node, name) if number is None else getattr(node, name)[number]
    bare = type(node)(**{name: [] if name in _BODIES and isinstance(value, list) else value for name, value in ast.iter_fields(node)})
    return " ".join(ast.unparse(ast.fix_missing_locations(bare)).split())


def _shown(before: str, after: str) -> str:
    """`before → after`; of long statements only what stands around the change."""
    if max(len(before), len(after)) <= _LONG:
        return f"{before} → {after}"
    shorter = min(len(before), len(after))
    left = next((n for n in range(shorter) if before[n] != after[n]), shorter)
    right = next((n for n in range(shorter - left) if before[-1 - n] != after[-1 - n]), shorter - left)
    return f"{_middle(before, left, right)} → {_middle(after, left, right)}"


def _middle(text: str, left: int, right: int) -> str:
    start, end = max(0, left - _CONTEXT), min(len(text), len(text) - right + _CONTEXT)
    return ("…" if start else "") + text[start:end] + ("…" if end < len(text) else "")
