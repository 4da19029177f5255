"""What a result must be before its values are looked at: data, of one shape, of one dtype kind."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from typing import Any

import numpy as np

from drillkit.judge.brief import brief
from drillkit.judge.handle import is_remote
from drillkit.judge.mismatch import ABSENT, Mismatch
from drillkit.judge.wording import index, named, of, within

Array = np.ndarray[Any, Any]

KINDS = {"b": "bool", "i": "integer", "u": "integer", "f": "float", "c": "complex", "U": "string", "S": "bytes", "O": "object"}
_WANTED = {"b": "b", "i": "iu", "u": "iu", "f": "f", "c": "c", "U": "UO", "S": "SO", "O": "OUSbiuf", "n": "iuf"}
_NAMES = {
    "b": "booleans",
    "i": "integers",
    "f": "floats",
    "c": "complex numbers",
    "U": "strings",
    "S": "bytes",
    "n": "numbers",
    "O": "objects",
}


def as_array(actual: Any, what: str, expected: Any, a: str = "an array") -> Array:
    """`actual` as a base array; refuses what is not data, ragged lists and mixed contents."""
    if isinstance(actual, np.ndarray | np.generic):
        return np.asarray(actual)
    wanted = a if expected is ABSENT or np.ndim(expected) else "a number"
    if is_remote(actual) or not isinstance(actual, list | tuple | bool | int | float | complex | str | bytes):
        raise Mismatch(f"{of('wrong type', what)}: expected {wanted}, got {named(actual)}", returned=actual, expected=expected)
    leaves = list(itertools.islice(each_leaf(actual), 1_000_001))
    if any(is_remote(leaf) or not isinstance(leaf, bool | int | float | complex | str | bytes | np.generic) for leaf in leaves):
        odd = next(
            leaf for leaf in leaves if is_remote(leaf) or not isinstance(leaf, bool | int | float | complex | str | bytes | np.generic)
        )
        raise Mismatch(f"{of('wrong type', what)}: expected {wanted}, got one that holds {named(odd)}", returned=actual, expected=expected)
    if len({isinstance(leaf, str | bytes) for leaf in leaves}) > 1:
        raise Mismatch(f"{of('wrong type', what)}: text and numbers are mixed", returned=actual, expected=expected)
    if any(isinstance(leaf, bool | np.bool_) for leaf in leaves) and not all(isinstance(leaf, bool | np.bool_) for leaf in leaves):
        raise Mismatch(f"{of('wrong type', what)}: booleans and numbers are mixed", returned=actual, expected=expected)
    try:
        got = np.asarray(actual)
    except (ValueError, OverflowError):
        raise Mismatch(f"{of('wrong shape', what)}: rows of different lengths", returned=actual, expected=expected) from None
    if got.dtype.kind == "f" and leaves and all(isinstance(leaf, int | np.integer) and 0 <= leaf < 2**64 for leaf in leaves):
        return np.asarray(actual, dtype=np.uint64)  # NumPy makes floats of 5 and 2**63 together, which would lose digits
    return got


def each_leaf(value: Any) -> Iterable[Any]:
    """The entries of nested lists and arrays, however deep."""
    if isinstance(value, list | tuple):
        for item in value:
            yield from each_leaf(item)
    elif isinstance(value, np.ndarray):
        yield from value.ravel()
    else:
        yield value


def same_shape(got: Array, shape: tuple[int, ...], what: str, actual: Any, expected: Any) -> None:
    """Refuse another shape than that expected."""
    if got.shape == shape:
        return
    if not shape:
        text = f"expected a single number, got an array of shape {got.shape}"
    elif not got.shape:
        text = f"expected shape {shape}, got a single {KINDS.get(got.dtype.kind, 'value')}"
    else:
        text = f"expected {shape}, got {got.shape}"
    raise Mismatch(f"{of('wrong shape', what)}: {text}", returned=actual, expected=expected)


def right_kind(actual: Any, got: Array, kind: str, what: str, expected: Any) -> None:
    """Refuse another kind of entries; integers count as floats unless they come as an array."""
    allowed = _WANTED[kind]
    if got.dtype.kind in allowed or (got.size == 0 and not isinstance(actual, np.ndarray)):
        return
    counts_as_float = kind == "f" and got.dtype.kind in "iu" and (not isinstance(actual, np.ndarray) or got.ndim == 0)
    if counts_as_float:
        return
    if kind in "US" and got.dtype.kind == "O" and all(isinstance(item, str | bytes) for item in got.ravel()):
        return
    name = _NAMES.get(kind, kind)
    raise Mismatch(
        f"{of('wrong dtype', what)}: expected {name if got.ndim else name[:-1]}, got {got.dtype}", returned=actual, expected=expected
    )


def right_dtype(got: Array, dtype: Any, what: str) -> None:
    """Refuse another dtype, where one is asked for."""
    if dtype is not None and got.dtype != np.dtype(dtype):
        raise Mismatch(f"{of('wrong dtype', what)}: expected {np.dtype(dtype)}, got {got.dtype}", returned=got)


def all_finite(got: Array, what: str, actual: Any) -> None:
    """Refuse NaN and infinity, naming the first."""
    bad = ~np.isfinite(got)
    if bad.any():
        place = np.argwhere(bad)[0]
        value = got[tuple(place)]
        raise Mismatch(f"{'NaN' if np.isnan(value) else brief(value)} at {index(place)}{within(what)}", returned=actual)
