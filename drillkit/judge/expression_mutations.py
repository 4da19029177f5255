"""What may be changed in an expression: signs, constants, conditions, slices, names."""

from __future__ import annotations

import ast
import math
import re

from drillkit.judge.edits import Change, Changes, Edit, Source, bracketed, moved, name_of, whole

_COMPARISONS: dict[type[ast.cmpop], tuple[str, tuple[str, ...]]] = {
    ast.Lt: ("<", ("<=", ">")),
    ast.LtE: ("<=", ("<", ">=")),
    ast.Gt: (">", (">=", "<")),
    ast.GtE: (">=", (">", "<=")),
    ast.Eq: ("==", ("!=",)),
    ast.NotEq: ("!=", ("==",)),
    ast.Is: ("is", ("is not",)),
    ast.IsNot: ("is not", ("is",)),
    ast.In: ("in", ("not in",)),
    ast.NotIn: ("not in", ("in",)),
}
ARITHMETIC: dict[type[ast.operator], tuple[str, str]] = {
    ast.Add: ("+", "-"),
    ast.Sub: ("-", "+"),
    ast.Mult: ("*", "/"),
    ast.Div: ("/", "*"),
    ast.FloorDiv: ("//", "/"),
    ast.Mod: ("%", "*"),
    ast.Pow: ("**", "*"),
    ast.MatMult: ("@", "*"),
    ast.BitAnd: ("&", "|"),
    ast.BitOr: ("|", "&"),
    ast.BitXor: ("^", "&"),
    ast.LShift: ("<<", ">>"),
    ast.RShift: (">>", "<<"),
}
_PAIRS = (
    "min max, argmin argmax, amin amax, nanmin nanmax, nanargmin nanargmax, sum mean, nansum nanmean, floor ceil, zeros ones, "
    "zeros_like ones_like, any all, minimum maximum, fmin fmax, logical_and logical_or"
)
_TWINS = {a: b for pair in _PAIRS.split(", ") for a, b in (pair.split(), pair.split()[::-1])}
_BUILTIN_TWINS = ("min", "max", "any", "all")
_WORDS = {
    "stable": "quicksort",
    "mergesort": "quicksort",
    "left": "right",
    "right": "left",
    "C": "F",
    "F": "C",
    "ij": "xy",
    "xy": "ij",
    "linear": "nearest",
}
_TINY, _LARGE = 1e-3, 100
UNSEEN_KEYWORDS = ("copy",)  # what they decide shows in no result
_NEGATED_BY_SWAP = (ast.Eq, ast.NotEq, ast.Is, ast.IsNot, ast.In, ast.NotIn)


def comparison(node: ast.AST, _: ast.AST, source: Source) -> Changes:
    """Each sign of a comparison becomes its neighbour or points the other way."""
    assert isinstance(node, ast.Compare)
    sides = [node.left, *node.comparators]
    for left, sign, right in zip(sides, node.ops, sides[1:], strict=False):
        token, others = _COMPARISONS[type(sign)]
        for other in others:
            yield Change("comparison", (source.token(token, left, right, other),))


def arithmetic(node: ast.AST, parent: ast.AST, source: Source) -> Changes:
    """An operator becomes another one that binds alike."""
    assert isinstance(node, ast.BinOp)
    token, other = ARITHMETIC[type(node.op)]
    edit = source.token(token, node.left, node.right, other)
    if isinstance(node.op, ast.Pow) and isinstance(parent, ast.BinOp):  # a product binds less than a power
        yield Change("arithmetic", (Edit(source.start(node), source.start(node), "("), edit, Edit(source.end(node), source.end(node), ")")))
    else:
        yield Change("arithmetic", (edit,))


def boolean(node: ast.AST, _: ast.AST, source: Source) -> Changes:
    """`and` becomes `or`, `or` becomes `and`."""
    assert isinstance(node, ast.BoolOp)
    token, other = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
    pairs = zip(node.values, node.values[1:], strict=False)
    yield Change("and, or", tuple(source.token(token, left, right, other) for left, right in pairs))


def sign(node: ast.AST, parent: ast.AST, source: Source) -> Changes:
    """`-`, `~` or `not` is dropped; a negative literal also moves by one."""
    assert isinstance(node, ast.UnaryOp)
    start = source.start(node)
    words = {ast.USub: ("minus dropped", b"-"), ast.Invert: ("~ dropped", b"~"), ast.Not: ("not dropped", b"not")}
    for kind, (operator, token) in words.items():
        if isinstance(node.op, kind):
            blank = re.match(re.escape(token) + rb"\s*", source.data[start:])
            assert blank is not None
            yield Change(operator, (Edit(start, start + blank.end(), ""),))
    if isinstance(node.op, ast.USub):
        yield from _whole_number(node, parent, source)


def constant(node: ast.AST, parent: ast.AST, source: Source) -> Changes:
    """A literal becomes another one of its type; a string only where it is a keyword argument."""
    assert isinstance(node, ast.Constant)
    value = node.value
    if isinstance(value, bool):
        if not (isinstance(parent, ast.keyword) and parent.arg in UNSEEN_KEYWORDS):
            yield Change("constant", (source.replaced(node, str(not value)),))
    elif isinstance(value, int):
        if not (isinstance(parent, ast.UnaryOp) and isinstance(parent.op, ast.USub)):
            yield from _whole_number(node, parent, source)
    elif isinstance(value, float):
        scaled = 1.0 if value == 0 else value * (1000 if abs(value) < _TINY else 2)
        if math.isfinite(scaled):
            text = f"{scaled:.12g}"
            yield Change("constant", (source.replaced(node, text if set(text) & set(".e") else f"{text}.0"),))
    elif isinstance(value, str) and isinstance(parent, ast.keyword):
        yield Change("string", (source.replaced(node, f'"{_WORDS.get(value, f"{value}_other")}"'),))


def _whole_number(node: ast.expr, parent: ast.AST, source: Source) -> Changes:
    """A literal's neighbours; twice a large one, such as a size of blocks, of which the neighbours would do as well."""
    value = whole(node)
    if value is None:
        return
    others: tuple[int, ...] = (1,) if value == 0 else (value + 1, value - 1) if abs(value) < _LARGE else (2 * value,)
    if isinstance(parent, ast.Call) and name_of(parent.func) == "reshape":
        others = tuple(other for other in others if other != -2)  # NumPy takes any negative length for -1
    operator = "axis" if isinstance(parent, ast.keyword) and parent.arg == "axis" else "constant"
    yield from (Change(operator, (source.replaced(node, str(other)),)) for other in others)


def keys(node: ast.AST, _: ast.AST, source: Source) -> Changes:
    """A key of a dict is spelt otherwise."""
    assert isinstance(node, ast.Dict)
    for key in node.keys:
        if isinstance(key, ast.Constant) and isinstance(key.value, str):
            yield Change("string", (source.replaced(key, f'"{key.value}_other"'),))


def twin(node: ast.AST, _: ast.AST, source: Source) -> Changes:
    """A function becomes the one that it is mixed up with."""
    assert isinstance(node, ast.Attribute | ast.Name)
    name = name_of(node)
    if isinstance(node.ctx, ast.Load) and name in (_TWINS if isinstance(node, ast.Attribute) else _BUILTIN_TWINS):
        end = source.end(node)
        yield Change("function twin", (Edit(end - len(name), end, _TWINS[name]),))


def condition(node: ast.AST, _: ast.AST, source: Source) -> Changes:
    """What decides a branch or a loop is negated."""
    assert isinstance(node, ast.If | ast.While | ast.IfExp)
    if not is_negated_elsewhere(node.test):
        yield Change("condition negated", (source.replaced(node.test, f"not {bracketed(node.test, source)}"),))


def filters(node: ast.AST, _: ast.AST, source: Source) -> Changes:
    """A comprehension's filter is negated, or lets everything pass."""
    assert isinstance(node, ast.comprehension)
    for test in node.ifs:
        if not is_negated_elsewhere(test):
            yield Change("condition negated", (source.replaced(test, f"not {bracketed(test, source)}"),))
        yield Change("filter dropped", (source.replaced(test, "True"),))


def bounds(node: ast.AST, _: ast.AST, source: Source) -> Changes:
    """A slice ends one later, loses a bound, or runs the other way."""
    assert isinstance(node, ast.Slice)
    if node.upper is not None and not is_counted(node.upper):
        yield Change("slice", (moved(node.upper, " + 1", source),))
    for bound in (node.lower, node.upper):
        if bound is not None and not (bound is node.lower and isinstance(bound, ast.Constant) and bound.value in (0, None)):
            yield Change("slice", (source.replaced(bound, ""),))
    if node.step is not None:
        yield Change("slice", (source.replaced(node.step, f"-{bracketed(node.step, source)}"),))


def is_counted(node: ast.expr) -> bool:
    """Whether other operators move this bound by one: it is a literal, or a sum with one."""
    is_sum = isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub)
    return whole(node) is not None or (is_sum and isinstance(node, ast.BinOp) and whole(node.right) is not None)


def is_negated_elsewhere(test: ast.expr) -> bool:
    """Whether a swapped comparison or a dropped `not` is already its negation."""
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not | ast.Invert):
        return True
    return isinstance(test, ast.Compare) and len(test.ops) == 1 and isinstance(test.ops[0], _NEGATED_BY_SWAP)
