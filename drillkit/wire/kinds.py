"""What both sides of the wire agree on: limits, the types that travel by name, and the one error."""

from __future__ import annotations

import builtins
from collections.abc import Callable
from typing import Any

import numpy as np

MAX_DEPTH = 100
ARRAY_KINDS = "biufcSUmM"
BIT_GENERATORS = ("PCG64", "MT19937", "PCG64DXSM", "Philox", "SFC64")
TYPES: dict[str, Any] = {
    name: value
    for name, value in vars(builtins).items()
    if isinstance(value, type)
    and (
        issubclass(value, BaseException)
        or name in {"int", "float", "str", "bool", "bytes", "list", "dict", "set", "tuple", "complex", "object", "frozenset"}
    )
}
NUMPY_TYPES: dict[str, Any] = {
    name: getattr(np, name)
    for name in [
        "bool_",
        "int8",
        "int16",
        "int32",
        "int64",
        "uint8",
        "uint16",
        "uint32",
        "uint64",
        "float16",
        "float32",
        "float64",
        "complex64",
        "complex128",
        "str_",
        "object_",
    ]
}
TYPE_NAMES = {id(value): name for name, value in TYPES.items()} | {id(value): "np." + name for name, value in NUMPY_TYPES.items()}

Refer = Callable[[Any], list[Any] | None]
Resolve = Callable[[str, list[Any]], Any]


class WireError(Exception):
    """A frame that is not well formed, or a value that cannot travel."""
