"""Signatures and code objects of the learner's functions, for those who look at functions from outside."""

from __future__ import annotations

import inspect
import types
from typing import Any

_CODES: dict[str, types.CodeType] = {}


def signature_of(parameters: Any) -> inspect.Signature:
    """A signature from name, kind and presence of a default of each parameter."""
    kinds = list(inspect._ParameterKind)
    made = [inspect.Parameter(n, kinds[kind], default=... if default else inspect.Parameter.empty) for n, kind, default in parameters]
    return inspect.Signature(made)


def code_of(flavour: Any) -> types.CodeType:
    """A code object that says what a call gives."""
    if not _CODES:

        async def coroutine() -> None: ...
        async def stream() -> Any:
            yield

        def generator() -> Any:
            yield

        def plain() -> None: ...

        for name, function in (("async", coroutine), ("async generator", stream), ("generator", generator), ("", plain)):
            _CODES[name] = function.__code__
    return _CODES.get(flavour, _CODES[""])
