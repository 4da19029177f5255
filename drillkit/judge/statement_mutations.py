"""What may be changed in a statement: whether it is there, what it returns, where it jumps."""

from __future__ import annotations

import ast

from drillkit.judge.edits import Change, Changes, Source
from drillkit.judge.expression_mutations import ARITHMETIC

_ENDS = (ast.Raise, ast.Return, ast.Continue, ast.Break)


def guard(node: ast.AST, _: ast.AST, source: Source) -> Changes:
    """An `if` that only raises, returns or jumps is taken out."""
    assert isinstance(node, ast.If)
    if len(node.body) == 1 and isinstance(node.body[0], _ENDS) and not node.orelse:
        is_elif = source.data[source.start(node) :].startswith(b"elif")
        yield Change("guard removed", (source.replaced(node.test, "False") if is_elif else source.replaced(node, "pass"),))


def returned(node: ast.AST, _: ast.AST, source: Source) -> Changes:
    """What a function returns becomes None."""
    assert isinstance(node, ast.Return)
    if node.value is not None and not (isinstance(node.value, ast.Constant) and node.value.value is None):
        yield Change("return dropped", (source.replaced(node.value, "None"),))


def augmented(node: ast.AST, _: ast.AST, source: Source) -> Changes:
    """The operator of an augmented assignment becomes another one."""
    assert isinstance(node, ast.AugAssign)
    token, other = ARITHMETIC[type(node.op)]
    yield Change("arithmetic", (source.token(f"{token}=", node.target, node.value, f"{other}="),))


def deletion(node: ast.AST, parent: ast.AST, source: Source) -> Changes:
    """Statements that are there for what they do; the only one of an `if` is its guard's business."""
    assert isinstance(node, ast.stmt)
    targets = node.targets if isinstance(node, ast.Assign) else ()
    if isinstance(node, ast.Raise) and isinstance(parent, ast.If) and parent.body == [node] and not parent.orelse:
        return
    if not isinstance(node, ast.Assign) or all(isinstance(target, ast.Subscript | ast.Attribute) for target in targets):
        yield Change("statement deleted", (source.replaced(node, "pass"),))


def jump(node: ast.AST, _: ast.AST, source: Source) -> Changes:
    """`break` becomes `continue`, `continue` becomes `break`."""
    assert isinstance(node, ast.Break | ast.Continue)
    yield Change("jump", (source.replaced(node, "continue" if isinstance(node, ast.Break) else "break"),))
