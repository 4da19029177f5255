"""What the player is told of a function or an object of the test's."""

from __future__ import annotations

import functools
import inspect
import types
from typing import Any

import numpy as np

from drillkit.judge.forward import PLAIN
from drillkit.player import operations

_CALLABLE_MODULES = frozenset({"math", "operator", "builtins", "cmath", "_operator"})


@functools.lru_cache(maxsize=256)
def specials_of(kind: Any) -> tuple[str, ...]:
    """Special methods of a class of the test's, beyond object's."""
    return operations.specials_of(kind)


def public_name(value: Any) -> tuple[str, str] | None:
    """Module and name of a function that the player has as well."""
    name = getattr(value, "__name__", "")
    module = getattr(value, "__module__", None) or "numpy"
    if module in _CALLABLE_MODULES and getattr(value, "__self__", None).__class__ in (types.ModuleType, type(None)):
        return module, name
    if getattr(np, name, None) is value:
        return "numpy", name
    if getattr(np.linalg, name, None) is value:
        return "numpy.linalg", name
    return None


def about(value: Any) -> dict[str, Any]:
    """What a stand-in of one of our functions shows of it."""
    shown: dict[str, Any] = {}
    for name in ("__name__", "__qualname__", "__doc__", "__module__"):
        text = getattr(value, name, None)
        if isinstance(text, str):
            shown[name] = text
    if isinstance(value, types.FunctionType | types.MethodType):
        shown["__dict__"] = {k: v for k, v in vars(value).items() if isinstance(v, str | int | float)}
        shown["flavour"] = "async" if inspect.iscoroutinefunction(value) else "generator" if inspect.isgeneratorfunction(value) else ""
    try:
        parameters = inspect.signature(value).parameters.values()
    except (ValueError, TypeError):
        return shown
    kinds = list(inspect._ParameterKind)
    shown["parameters"] = [
        [p.name, kinds.index(p.kind), [] if p.default is p.empty or not isinstance(p.default, PLAIN) else [p.default]] for p in parameters
    ]
    if any(p.default is not p.empty and not isinstance(p.default, PLAIN) for p in parameters):
        del shown["parameters"]
    return shown
