"""What one side may ask of an object of the other's, beyond calls and attributes, by name."""

from __future__ import annotations

import copy
import inspect
import operator
from collections.abc import Callable
from typing import Any

_COMPARISONS = ["eq", "ne", "lt", "le", "gt", "ge"]
_BINARY = ["add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "matmul", "lshift", "rshift", "xor", "and_", "or_"]
_UNARY = ["neg", "pos", "abs", "invert", "index"]
_ITEMS = ["getitem", "setitem", "delitem", "contains"]

SPECIALS: dict[str, str] = {
    **{f"__{name}__": name for name in [*_COMPARISONS, *_UNARY, *_ITEMS]},
    **{f"__{name.rstrip('_')}__": name for name in _BINARY},
    **{f"__i{name.rstrip('_')}__": "i" + name.rstrip("_") for name in _BINARY},
    **{
        f"__{name}__": name
        for name in "len bool hash str repr format iter next reversed int float complex bytes round divmod enter exit".split()
    },
    **{f"__{name}__": name for name in "aenter aexit aiter anext copy deepcopy get set delete set_name".split()},
}
"""Special methods that are forwarded, and the operation that stands for each."""

REFLECTED: dict[str, str] = {f"__r{name.rstrip('_')}__": name for name in [*_BINARY, "divmod"]}
"""Those with the operands exchanged."""


def step(advance: Callable[[], Any]) -> tuple[bool, Any]:
    """Whether an iterator went on, and what it gave or returned."""
    try:
        return (True, advance())
    except StopIteration as stop:
        return (False, stop.value)


def _own(name: str) -> Callable[..., Any]:
    return lambda target, *args: getattr(type(target), name)(target, *args)


def _signature(target: Any) -> list[list[Any]]:
    """Name, kind and whether it has a default, of each parameter."""
    kinds = list(inspect._ParameterKind)
    return [[p.name, kinds.index(p.kind), p.default is not p.empty] for p in inspect.signature(target).parameters.values()]


def _flavour(target: Any) -> str:
    """What a call of the function gives."""
    if inspect.iscoroutinefunction(target):
        return "async"
    if inspect.isasyncgenfunction(target):
        return "async generator"
    return "generator" if inspect.isgeneratorfunction(target) else ""


OPERATIONS: dict[str, Callable[..., Any]] = {
    **{name: getattr(operator, name) for name in [*_COMPARISONS, *_BINARY, *_UNARY, *_ITEMS]},
    **{"i" + name.rstrip("_"): getattr(operator, "i" + name.rstrip("_")) for name in _BINARY},
    "len": len,
    "bool": bool,
    "hash": hash,
    "str": str,
    "repr": repr,
    "format": format,
    "iter": iter,
    "next": lambda target: step(lambda: next(target)),
    "reversed": reversed,
    "int": int,
    "float": float,
    "complex": complex,
    "bytes": bytes,
    "round": round,
    "divmod": divmod,
    "dir": dir,
    **{name: _own(f"__{name}__") for name in "enter exit aenter aexit aiter anext get set delete set_name".split()},
    "copy": copy.copy,
    "deepcopy": lambda target: copy.deepcopy(target),
    "isinstance": isinstance,
    "issubclass": issubclass,
    "signature": _signature,
    "flavour": _flavour,
}


_INTERESTING = (*SPECIALS, *REFLECTED, "__call__", "__await__")
_DEFAULTS = {name: getattr(object, name, None) for name in _INTERESTING}


def specials_of(kind: type) -> tuple[str, ...]:
    """The special methods that instances of a class have beyond object's."""
    return tuple(name for name in _INTERESTING if _special(kind, name) not in (None, _DEFAULTS[name]))


def _special(kind: type, name: str) -> Any:
    """A special method as an instance has it: what only the class of the class defines, as `type.__call__`, is none."""
    return next((vars(base)[name] for base in kind.__mro__ if name in vars(base)), None)
