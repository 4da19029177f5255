"""Results taken apart and checked, to be computed with: arrays, numbers, tuples, dicts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from drillkit.judge.arrays import Array, all_finite, as_array, right_dtype, right_kind
from drillkit.judge.brief import brief
from drillkit.judge.handle import is_remote
from drillkit.judge.mismatch import ABSENT, Mismatch
from drillkit.judge.wording import bounds, counted, listed, named, of


def array(
    actual: Any,
    shape: Sequence[int | None] | None = None,
    *,
    kind: str | None = None,
    dtype: Any = None,
    finite: bool = True,
    what: str = "",
) -> Array:
    """`actual` as a NumPy array, once it is one (or a list of one) of that shape and kind; None in `shape` matches any length."""
    got = as_array(actual, what, ABSENT)
    if shape is not None and (len(shape) != got.ndim or any(want not in (None, have) for want, have in zip(shape, got.shape, strict=True))):
        wanted = "(" + ", ".join("any" if n is None else str(n) for n in shape) + ("," if len(shape) == 1 else "") + ")"
        raise Mismatch(f"{of('wrong shape', what)}: expected {wanted}, got {got.shape}", returned=actual)
    if kind is not None:
        right_kind(actual, got, kind, what, ABSENT)
    right_dtype(got, dtype, what)
    if finite and got.dtype.kind in "fc":
        all_finite(got, what, actual)
    return got.astype(float) if kind == "f" and got.dtype.kind in "iu" else got


def number(actual: Any, low: float | None = None, high: float | None = None, *, finite: bool = True, what: str = "") -> float:
    """One real number within the inclusive bounds, as a Python float."""
    got = as_array(actual, what, ABSENT, a="a number")
    if got.ndim:
        raise Mismatch(f"{of('wrong shape', what)}: expected a single number, got an array of shape {got.shape}", returned=actual)
    right_kind(actual, got, "n", what, ABSENT)
    value = float(got)
    if finite and not np.isfinite(value):
        raise Mismatch(f"{what or 'the result'} is {value}, expected a finite number", returned=actual)
    if (low is not None and not value >= low) or (high is not None and not value <= high):
        raise Mismatch(f"{what or 'the result'} is {brief(value)}, expected {bounds(low, high)}", returned=actual)
    return value


def truth(actual: Any, expected: bool, *, what: str = "") -> None:
    """A bool, Python's or NumPy's, with that value."""
    plain = actual[()] if isinstance(actual, np.ndarray) and actual.shape == () else actual
    if not isinstance(plain, bool | np.bool_):
        raise Mismatch(f"{of('wrong type', what)}: expected True or False, got {named(actual)}", returned=actual, expected=expected)
    if bool(plain) is not expected:
        raise Mismatch(f"{what or 'the result'} is {bool(plain)}, expected {expected}", returned=actual, expected=expected)


def unpack(actual: Any, *names: str) -> tuple[Any, ...]:
    """A tuple or list of one entry for each of `names`, as a tuple."""
    wanted = f"a tuple ({', '.join(names)})"
    if type(actual) not in (tuple, list) and not (isinstance(actual, tuple) and not is_remote(actual)):
        raise Mismatch(f"wrong type: expected {wanted}, got {named(actual)}", returned=actual)
    if len(actual) != len(names):
        raise Mismatch(f"wrong length: expected {wanted}, got {counted(len(actual), 'entry', 'entries')}", returned=actual)
    return tuple(actual)


def mapping(actual: Any, *keys: Any) -> dict[Any, Any]:
    """A dict with exactly these keys."""
    if is_remote(actual) or not isinstance(actual, dict):
        raise Mismatch(f"wrong type: expected a dict, got {named(actual)}", returned=actual)
    missing = [key for key in keys if key not in actual]
    extra = [key for key in actual if key not in keys]
    if missing:
        raise Mismatch(f"the dict lacks {listed(missing)}", returned=actual)
    if extra:
        raise Mismatch(f"the dict has {listed(extra)}, which nobody asked for", returned=actual)
    return dict(actual)


def check(condition: bool, message: str, *, returned: Any = ABSENT, expected: Any = ABSENT) -> None:
    """An invariant on values that have gone through `array`, `number` or the like; `message` is a sentence for the learner."""
    if is_remote(condition) or not isinstance(condition, bool | np.bool_):
        raise TypeError("check takes a bool: compute with array(...), number(...) or another checked value")
    if not condition:
        raise Mismatch(message, returned=returned, expected=expected)
