"""What may be changed in a call: its arguments, and whether it is made."""

from __future__ import annotations

import ast

from drillkit.judge.edits import Change, Changes, Source, bracketed, moved, name_of
from drillkit.judge.expression_mutations import UNSEEN_KEYWORDS, is_counted, is_negated_elsewhere

_UNWRAPPED_METHODS = ("copy", "astype", "ravel", "flatten")
_UNWRAPPED_FUNCTIONS = ("abs", "absolute", "fabs", "asarray", "ascontiguousarray", "sqrt", "sorted", "copy")
_MODULES = ("np", "numpy", "math")
_COMMUTATIVE = frozenset(
    "max min maximum minimum fmax fmin add multiply hypot logaddexp equal not_equal array_equal allclose logical_and logical_or "
    "logical_xor union1d intersect1d gcd lcm isclose result_type promote_types".split()
)
_UNSEEN_CALLS = ("errstate",)  # what it decides shows in no result


def keywords(node: ast.AST, _: ast.AST, source: Source) -> Changes:
    """Each keyword argument is left out."""
    assert isinstance(node, ast.Call)
    arguments: list[ast.expr | ast.keyword] = sorted([*node.args, *node.keywords], key=source.start)
    for previous, argument in zip([node.func, *arguments], arguments, strict=False):
        if isinstance(argument, ast.keyword) and argument.arg not in (None, *UNSEEN_KEYWORDS) and name_of(node.func) not in _UNSEEN_CALLS:
            yield Change("keyword dropped", (source.dropped(argument, source.end(previous)),))


def swap(node: ast.AST, _: ast.AST, source: Source) -> Changes:
    """The two arguments change places, unless the function takes them in any order."""
    assert isinstance(node, ast.Call)
    if len(node.args) != 2 or name_of(node.func) in _COMMUTATIVE or any(isinstance(arg, ast.Starred) for arg in node.args):
        return
    first, second = node.args
    if ast.dump(first) != ast.dump(second):
        edits = (source.replaced(first, source.text(second)), source.replaced(second, source.text(first)))
        yield Change("arguments swapped", edits)


def unwrapping(node: ast.AST, _: ast.AST, source: Source) -> Changes:
    """`x.copy()` and `np.abs(x)` become `x`; a plain `np.asarray(x)` stays, since drills mostly promise arrays."""
    assert isinstance(node, ast.Call)
    function, name = node.func, name_of(node.func)
    is_function = isinstance(function, ast.Name) or (isinstance(function, ast.Attribute) and name_of(function.value) in _MODULES)
    is_plain = name == "asarray" and len(node.args) + len(node.keywords) == 1
    if isinstance(function, ast.Attribute) and not is_function and name in _UNWRAPPED_METHODS:
        yield Change("call unwrapped", (source.replaced(node, bracketed(function.value, source)),))
    elif is_function and name in _UNWRAPPED_FUNCTIONS and node.args and not is_plain:
        yield Change("call unwrapped", (source.replaced(node, bracketed(node.args[0], source)),))


def range_bounds(node: ast.AST, _: ast.AST, source: Source) -> Changes:
    """A range ends one earlier or later."""
    assert isinstance(node, ast.Call)
    if isinstance(node.func, ast.Name) and node.func.id == "range" and node.args:
        stop = node.args[min(1, len(node.args) - 1)]
        if not is_counted(stop):
            yield from (Change("range", (moved(stop, step, source),)) for step in (" - 1", " + 1"))


def where(node: ast.AST, _: ast.AST, source: Source) -> Changes:
    """The condition of `np.where` is negated."""
    assert isinstance(node, ast.Call)
    if name_of(node.func) == "where" and node.args and not is_negated_elsewhere(node.args[0]):
        yield Change("condition negated", (source.replaced(node.args[0], f"~({source.text(node.args[0])})"),))
