"""Edits of a program's text at the places where its nodes stand."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

_ATOMS = (ast.Name, ast.Attribute, ast.Call, ast.Subscript, ast.Constant, ast.List, ast.Dict, ast.Set, ast.ListComp, ast.GeneratorExp)
_BINDING = (ast.Add, ast.Sub, ast.Mult, ast.Div, ast.FloorDiv, ast.Mod, ast.MatMult, ast.Pow)


@dataclass(frozen=True, slots=True)
class Edit:
    """Bytes `start` to `end` of a source become `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """What an operator does at one place."""

    operator: str
    edits: tuple[Edit, ...]


class Source:
    """A program's text in bytes, since that is how nodes count their columns."""

    def __init__(self, text: str) -> None:
        self.data = text.encode()
        self._starts = [0, *(match.end() for match in re.finditer(rb"\n", self.data))]

    def start(self, node: ast.expr | ast.stmt | ast.keyword) -> int:
        """Where a node begins."""
        return self._starts[node.lineno - 1] + node.col_offset

    def end(self, node: ast.expr | ast.stmt | ast.keyword) -> int:
        """Where it ends; brackets around an expression stand outside of it."""
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        return self._starts[node.end_lineno - 1] + node.end_col_offset

    def text(self, node: ast.expr | ast.stmt) -> str:
        """What a node says."""
        return self.data[self.start(node) : self.end(node)].decode()

    def replaced(self, node: ast.expr | ast.stmt, text: str) -> Edit:
        """The edit that puts `text` in a node's place."""
        return Edit(self.start(node), self.end(node), text)

    def token(self, token: str, after: ast.expr, before: ast.expr, text: str) -> Edit:
        """The edit that makes `text` of the token between two neighbours."""
        start = self.end(after)
        pattern = rb"\s+".join(re.escape(word).encode() for word in token.split())
        found = re.search(pattern, self._gap(start, self.start(before)))
        assert found is not None
        return Edit(start + found.start(), start + found.end(), text)

    def dropped(self, node: ast.keyword, after: int) -> Edit:
        """The edit that takes out an argument and a comma: the one before it, or where it is the first after `after`, the one behind it."""
        start, end = self.start(node), self.end(node)
        before, behind = self._gap(after, start).rfind(b","), re.match(rb"\s*,\s*", self.data[end:])
        return Edit(after + before, end, "") if before >= 0 else Edit(start, end + (behind.end() if behind else 0), "")

    def line(self, place: int) -> int:
        """The number of the line that holds a byte."""
        return self.data.count(b"\n", 0, place) + 1

    def _gap(self, start: int, end: int) -> bytes:
        return re.sub(rb"#[^\n]*", lambda comment: b" " * len(comment[0]), self.data[start:end])


Changes = Iterator[Change]


def name_of(function: ast.AST) -> str:
    """`maximum` of `np.maximum`, `len` of `len`, else nothing."""
    return function.attr if isinstance(function, ast.Attribute) else function.id if isinstance(function, ast.Name) else ""


def whole(node: ast.AST) -> int | None:
    """The whole number that a literal stands for, with its sign."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        value = whole(node.operand)
        return None if value is None else -value
    return node.value if isinstance(node, ast.Constant) and type(node.value) is int else None


def bracketed(node: ast.expr, source: Source) -> str:
    """What an expression says, as part of any other expression."""
    text = source.text(node)
    return text if isinstance(node, _ATOMS) else f"({text})"


def moved(node: ast.expr, step: str, source: Source) -> Edit:
    """The edit that adds a step such as ` + 1` to an expression."""
    plain = isinstance(node, (*_ATOMS, ast.UnaryOp)) or (isinstance(node, ast.BinOp) and isinstance(node.op, _BINDING))
    text = source.text(node)
    return source.replaced(node, (text if plain else f"({text})") + step)
