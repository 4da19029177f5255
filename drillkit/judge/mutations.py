"""Mutation operators: what may be changed at one node of a solution, as edits of its text."""

from __future__ import annotations

import ast
import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

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
_ARITHMETIC: dict[type[ast.operator], tuple[str, str]] = {
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
_UNWRAPPED_METHODS = ("copy", "astype", "ravel", "flatten")
_UNWRAPPED_FUNCTIONS = ("abs", "absolute", "fabs", "asarray", "ascontiguousarray", "sqrt", "sorted", "copy")
_COMMUTATIVE = frozenset(
    "max min maximum minimum fmax fmin add multiply hypot logaddexp equal not_equal array_equal allclose logical_and logical_or "
    "logical_xor union1d intersect1d gcd lcm isclose".split()
)
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
_TINY = 1e-3
_NEGATED_BY_SWAP = (ast.Eq, ast.NotEq, ast.Is, ast.IsNot, ast.In, ast.NotIn)
_ATOMS = (ast.Name, ast.Attribute, ast.Call, ast.Subscript, ast.Constant, ast.List, ast.Dict, ast.Set, ast.ListComp, ast.GeneratorExp)
_SUMS = (ast.Add, ast.Sub, ast.Mult, ast.Div, ast.FloorDiv, ast.Mod, ast.MatMult, ast.Pow)
_ENDS = (ast.Raise, ast.Return, ast.Continue, ast.Break)


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

    def before(self, node: ast.keyword, opening: int) -> int:
        """Where the comma before a keyword argument stands; where the argument itself does if it is the first after `opening`."""
        comma = self._gap(opening, self.start(node)).rfind(b",")
        return self.start(node) if comma < 0 else opening + comma

    def after(self, node: ast.keyword) -> int:
        """Where a keyword argument and the comma behind it end."""
        comma = re.match(rb"\s*,\s*", self.data[self.end(node) :])
        return self.end(node) + (comma.end() if comma else 0)

    def line(self, place: int) -> int:
        """The number of the line that holds a byte."""
        return self.data.count(b"\n", 0, place) + 1

    def _gap(self, start: int, end: int) -> bytes:
        return re.sub(rb"#[^\n]*", lambda comment: b" " * len(comment[0]), self.data[start:end])


Changes = Iterator[Change]
Operator = Callable[[ast.AST, ast.AST, Source], Changes]


def changes(node: ast.AST, parent: ast.AST, source: Source) -> Changes:
    """Everything that may be changed at a node itself, not at those below it."""
    for kind, operators in _OPERATORS.items():
        if isinstance(node, kind):
            for operator in operators:
                yield from operator(node, parent, source)


def _comparison(node: ast.AST, _: ast.AST, source: Source) -> Changes:
    assert isinstance(node, ast.Compare)
    sides = [node.left, *node.comparators]
    for left, sign, right in zip(sides, node.ops, sides[1:], strict=False):
        token, others = _COMPARISONS[type(sign)]
        for other in others:
            yield Change("comparison", (source.token(token, left, right, other),))


def _arithmetic(node: ast.AST, parent: ast.AST, source: Source) -> Changes:
    assert isinstance(node, ast.BinOp)
    token, other = _ARITHMETIC[type(node.op)]
    edit = source.token(token, node.left, node.right, other)
    if isinstance(node.op, ast.Pow) and isinstance(parent, ast.BinOp):  # a product binds less than a power
        yield Change("arithmetic", (Edit(source.start(node), source.start(node), "("), edit, Edit(source.end(node), source.end(node), ")")))
    else:
        yield Change("arithmetic", (edit,))


def _boolean(node: ast.AST, _: ast.AST, source: Source) -> Changes:
    assert isinstance(node, ast.BoolOp)
    token, other = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
    pairs = zip(node.values, node.values[1:], strict=False)
    yield Change("and, or", tuple(source.token(token, left, right, other) for left, right in pairs))


def _sign(node: ast.AST, _: ast.AST, source: Source) -> Changes:
    assert isinstance(node, ast.UnaryOp)
    start = source.start(node)
    words = {ast.USub: ("minus dropped", b"-"), ast.Invert: ("~ dropped", b"~"), ast.Not: ("not dropped", b"not")}
    for kind, (operator, token) in words.items():
        if isinstance(node.op, kind):
            blank = re.match(re.escape(token) + rb"\s*", source.data[start:])
            assert blank is not None
            yield Change(operator, (Edit(start, start + blank.end(), ""),))
    value = _whole(node)
    if value is not None and isinstance(node.operand, ast.Constant):
        for other in (value + 1, value - 1):
            yield Change("constant", (source.replaced(node, str(other)),))


def _constant(node: ast.AST, parent: ast.AST, source: Source) -> Changes:
    assert isinstance(node, ast.Constant)
    value = node.value
    if isinstance(value, bool):
        yield Change("constant", (source.replaced(node, str(not value)),))
    elif isinstance(value, int):
        if not isinstance(parent, ast.UnaryOp):
            others = (1,) if value == 0 else (value + 1, value - 1)
            operator = "axis" if isinstance(parent, ast.keyword) and parent.arg == "axis" else "constant"
            yield from (Change(operator, (source.replaced(node, str(other)),)) for other in others)
    elif isinstance(value, float):
        scaled = 1.0 if value == 0 else value * (1000 if abs(value) < _TINY else 2)
        if math.isfinite(scaled):
            text = f"{scaled:.12g}"
            yield Change("constant", (source.replaced(node, text if set(text) & set(".e") else f"{text}.0"),))
    elif isinstance(value, str) and isinstance(parent, ast.keyword):
        yield Change("string", (source.replaced(node, f'"{_WORDS.get(value, f"{value}_other")}"'),))


def _keys(node: ast.AST, _: ast.AST, source: Source) -> Changes:
    assert isinstance(node, ast.Dict)
    for key in node.keys:
        if isinstance(key, ast.Constant) and isinstance(key.value, str):
            yield Change("string", (source.replaced(key, f'"{key.value}_other"'),))


def _keywords(node: ast.AST, _: ast.AST, source: Source) -> Changes:
    assert isinstance(node, ast.Call)
    opening = source.end(node.func)
    for keyword in node.keywords:
        start = source.before(keyword, max([opening, *(source.end(arg) for arg in node.args if source.end(arg) < source.start(keyword))]))
        if keyword.arg is not None:
            first = start == source.start(keyword)
            yield Change("keyword dropped", (Edit(start, source.after(keyword) if first else source.end(keyword), ""),))
        opening = source.end(keyword)


def _swapped(node: ast.AST, _: ast.AST, source: Source) -> Changes:
    assert isinstance(node, ast.Call)
    if len(node.args) != 2 or name_of(node.func) in _COMMUTATIVE or any(isinstance(arg, ast.Starred) for arg in node.args):
        return
    first, second = node.args
    if ast.dump(first) != ast.dump(second):
        edits = (source.replaced(first, source.text(second)), source.replaced(second, source.text(first)))
        yield Change("arguments swapped", edits)


def _unwrapped(node: ast.AST, _: ast.AST, source: Source) -> Changes:
    """`x.copy()` and `np.abs(x)` become `x`."""
    assert isinstance(node, ast.Call)
    function, name = node.func, name_of(node.func)
    is_module = (
        isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name) and function.value.id in ("np", "numpy", "math")
    )
    if isinstance(function, ast.Attribute) and not is_module and name in _UNWRAPPED_METHODS:
        yield Change("call unwrapped", (source.replaced(node, _bracketed(function.value, source)),))
    elif (is_module or isinstance(function, ast.Name)) and name in _UNWRAPPED_FUNCTIONS and node.args:
        yield Change("call unwrapped", (source.replaced(node, _bracketed(node.args[0], source)),))


def _bounds(node: ast.AST, _: ast.AST, source: Source) -> Changes:
    assert isinstance(node, ast.Call)
    if isinstance(node.func, ast.Name) and node.func.id == "range" and node.args:
        stop = node.args[min(1, len(node.args) - 1)]
        if not _is_counted(stop):
            yield from (Change("range", (_moved(stop, step, source),)) for step in (" - 1", " + 1"))


def _where(node: ast.AST, _: ast.AST, source: Source) -> Changes:
    assert isinstance(node, ast.Call)
    if name_of(node.func) == "where" and node.args and not _is_negated_elsewhere(node.args[0]):
        yield Change("condition negated", (source.replaced(node.args[0], f"~({source.text(node.args[0])})"),))


def _condition(node: ast.AST, _: ast.AST, source: Source) -> Changes:
    assert isinstance(node, ast.If | ast.While | ast.IfExp)
    if not _is_negated_elsewhere(node.test):
        yield Change("condition negated", (source.replaced(node.test, f"not {_bracketed(node.test, source)}"),))


def _filters(node: ast.AST, _: ast.AST, source: Source) -> Changes:
    assert isinstance(node, ast.comprehension)
    for test in node.ifs:
        if not _is_negated_elsewhere(test):
            yield Change("condition negated", (source.replaced(test, f"not {_bracketed(test, source)}"),))
        yield Change("filter dropped", (source.replaced(test, "True"),))


def _slice(node: ast.AST, _: ast.AST, source: Source) -> Changes:
    assert isinstance(node, ast.Slice)
    if node.upper is not None and not _is_counted(node.upper):
        yield Change("slice", (_moved(node.upper, " + 1", source),))
    for bound in (node.lower, node.upper):
        if bound is not None and not (bound is node.lower and isinstance(bound, ast.Constant) and bound.value in (0, None)):
            yield Change("slice", (source.replaced(bound, ""),))
    if node.step is not None:
        yield Change("slice", (source.replaced(node.step, f"-{_bracketed(node.step, source)}"),))


def _twin(node: ast.AST, _: ast.AST, source: Source) -> Changes:
    assert isinstance(node, ast.Attribute | ast.Name)
    name = name_of(node)
    if isinstance(node.ctx, ast.Load) and name in (_TWINS if isinstance(node, ast.Attribute) else _BUILTIN_TWINS):
        end = source.end(node)
        yield Change("function twin", (Edit(end - len(name), end, _TWINS[name]),))


def _guard(node: ast.AST, _: ast.AST, source: Source) -> Changes:
    assert isinstance(node, ast.If)
    if len(node.body) == 1 and isinstance(node.body[0], _ENDS) and not node.orelse:
        is_elif = source.data[source.start(node) :].startswith(b"elif")
        yield Change("guard removed", (source.replaced(node.test, "False") if is_elif else source.replaced(node, "pass"),))


def _return(node: ast.AST, _: ast.AST, source: Source) -> Changes:
    assert isinstance(node, ast.Return)
    if node.value is not None and not (isinstance(node.value, ast.Constant) and node.value.value is None):
        yield Change("return dropped", (source.replaced(node.value, "None"),))


def _augmented(node: ast.AST, _: ast.AST, source: Source) -> Changes:
    assert isinstance(node, ast.AugAssign)
    token, other = _ARITHMETIC[type(node.op)]
    yield Change("arithmetic", (source.token(f"{token}=", node.target, node.value, f"{other}="),))


def _deleted(node: ast.AST, parent: ast.AST, source: Source) -> Changes:
    """Statements that are there for what they do; the only one of an `if` is its guard's business."""
    assert isinstance(node, ast.stmt)
    targets = node.targets if isinstance(node, ast.Assign) else ()
    if isinstance(node, ast.Raise) and isinstance(parent, ast.If) and parent.body == [node] and not parent.orelse:
        return
    if not isinstance(node, ast.Assign) or all(isinstance(target, ast.Subscript | ast.Attribute) for target in targets):
        yield Change("statement deleted", (source.replaced(node, "pass"),))


def _jump(node: ast.AST, _: ast.AST, source: Source) -> Changes:
    assert isinstance(node, ast.Break | ast.Continue)
    yield Change("jump", (source.replaced(node, "continue" if isinstance(node, ast.Break) else "break"),))


_OPERATORS: dict[type[ast.AST], tuple[Operator, ...]] = {
    ast.Compare: (_comparison,),
    ast.BinOp: (_arithmetic,),
    ast.BoolOp: (_boolean,),
    ast.UnaryOp: (_sign,),
    ast.Constant: (_constant,),
    ast.Dict: (_keys,),
    ast.Call: (_keywords, _swapped, _unwrapped, _bounds, _where),
    ast.Attribute: (_twin,),
    ast.Name: (_twin,),
    ast.Slice: (_slice,),
    ast.comprehension: (_filters,),
    ast.If: (_guard, _condition),
    ast.While: (_condition,),
    ast.IfExp: (_condition,),
    ast.Return: (_return,),
    ast.AugAssign: (_augmented, _deleted),
    ast.Assign: (_deleted,),
    ast.Expr: (_deleted,),
    ast.Raise: (_deleted,),
    ast.Break: (_jump,),
    ast.Continue: (_jump,),
}


def name_of(function: ast.AST) -> str:
    """`maximum` of `np.maximum`, `len` of `len`, else nothing."""
    return function.attr if isinstance(function, ast.Attribute) else function.id if isinstance(function, ast.Name) else ""


def _whole(node: ast.AST) -> int | None:
    """The whole number that a literal stands for, with its sign."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        value = _whole(node.operand)
        return None if value is None else -value
    return node.value if isinstance(node, ast.Constant) and type(node.value) is int else None


def _is_counted(node: ast.expr) -> bool:
    """Whether other operators move this bound by one: it is a literal, or a sum with one."""
    is_sum = isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub)
    return _whole(node) is not None or (is_sum and isinstance(node, ast.BinOp) and _whole(node.right) is not None)


def _is_negated_elsewhere(test: ast.expr) -> bool:
    """Whether a swapped comparison or a dropped `not` is already its negation."""
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not | ast.Invert):
        return True
    return isinstance(test, ast.Compare) and len(test.ops) == 1 and isinstance(test.ops[0], _NEGATED_BY_SWAP)


def _bracketed(node: ast.expr, source: Source) -> str:
    text = source.text(node)
    return text if isinstance(node, _ATOMS) else f"({text})"


def _moved(node: ast.expr, step: str, source: Source) -> Edit:
    plain = isinstance(node, _ATOMS) or isinstance(node, ast.UnaryOp) or (isinstance(node, ast.BinOp) and isinstance(node.op, _SUMS))
    text = source.text(node)
    return source.replaced(node, (text if plain else f"({text})") + step)
