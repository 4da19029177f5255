"""Mutation operators: what may be changed at one node of a solution, as edits of its text."""

from __future__ import annotations

import ast
from collections.abc import Callable

from drillkit.judge import call_mutations as call
from drillkit.judge import expression_mutations as expression
from drillkit.judge import statement_mutations as statement
from drillkit.judge.edits import Changes, Source

Operator = Callable[[ast.AST, ast.AST, Source], Changes]
_OPERATORS: dict[type[ast.AST], tuple[Operator, ...]] = {
    ast.Compare: (expression.comparison,),
    ast.BinOp: (expression.arithmetic,),
    ast.BoolOp: (expression.boolean,),
    ast.UnaryOp: (expression.sign,),
    ast.Constant: (expression.constant,),
    ast.Dict: (expression.keys,),
    ast.Call: (call.keywords, call.swap, call.unwrapping, call.range_bounds, call.where),
    ast.Attribute: (expression.twin,),
    ast.Name: (expression.twin,),
    ast.Slice: (expression.bounds,),
    ast.comprehension: (expression.filters,),
    ast.If: (statement.guard, expression.condition),
    ast.While: (expression.condition,),
    ast.IfExp: (expression.condition,),
    ast.Return: (statement.returned,),
    ast.AugAssign: (statement.augmented, statement.deletion),
    ast.Assign: (statement.deletion,),
    ast.Expr: (statement.deletion,),
    ast.Raise: (statement.deletion,),
    ast.Break: (statement.jump,),
    ast.Continue: (statement.jump,),
}


def changes(node: ast.AST, parent: ast.AST, source: Source) -> Changes:
    """Everything that may be changed at a node itself, not at those below it."""
    for operator in _OPERATORS.get(type(node), ()):
        yield from operator(node, parent, source)
